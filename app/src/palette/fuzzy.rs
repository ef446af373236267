//! Finds what somebody means by a few letters, and says which letters of the text they are.

/// How well words fit a text, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fit {
    /// The more, the better.
    pub(super) score: i32,
    /// The characters of the text that fit, counted from 0, in order.
    pub(super) marks: Vec<usize>,
}

/// How these words fit a text; none where one of them does not. A word fits where it stands in the
/// text, or where its letters follow each other in the text from the beginning of a word on: “lj” is
/// found in “List joints”.
pub(super) fn fit(words: &str, text: &str) -> Option<Fit> {
    let text: Vec<char> = text.chars().map(small).collect();
    let mut whole = Fit::default();
    for word in words.split_whitespace() {
        let word: Vec<char> = word.chars().map(small).collect();
        let best = starts(&text, &word).max_by_key(|fit| fit.score)?;
        whole.score += best.score;
        whole.marks.extend(best.marks);
    }
    whole.marks.sort_unstable();
    whole.marks.dedup();
    // Of two texts that fit alike, the shorter one is meant.
    let length = i32::try_from(text.len()).unwrap_or(i32::MAX);
    whole.score -= length / 8;
    Some(whole)
}

/// One small character for each: where they stand must not change.
fn small(character: char) -> char {
    character.to_lowercase().next().unwrap_or(character)
}

/// Each way in which a word fits.
fn starts(text: &[char], word: &[char]) -> impl Iterator<Item = Fit> {
    let first = word.first().copied();
    let possible = (0..text.len()).filter(move |at| text.get(*at).copied() == first);
    possible.filter_map(|at| from(text, word, at))
}

/// How a word fits from a place on: as it is, or letter by letter.
fn from(text: &[char], word: &[char], at: usize) -> Option<Fit> {
    let whole = at..at + word.len();
    if text.get(whole.clone()) == Some(word) {
        return Some(rated(text, whole.collect()));
    }
    if !begins_word(text, at) {
        return None;
    }
    let mut marks = vec![at];
    for letter in word.iter().skip(1) {
        let after = marks.last().map_or(0, |last| last + 1);
        let rest = text.get(after..)?;
        // A letter that begins a word is meant before one within a word, unless it is the next one.
        let next = (rest.first() == Some(letter)).then_some(after);
        let mut places = (after..text.len()).filter(|place| text.get(*place) == Some(letter));
        let begun = places.clone().find(|place| begins_word(text, *place));
        marks.push(next.or(begun).or_else(|| places.next())?);
    }
    Some(rated(text, marks))
}

fn begins_word(text: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    before.is_none_or(|before| !before.is_alphanumeric())
}

fn rated(text: &[char], marks: Vec<usize>) -> Fit {
    let mut score = if marks.first() == Some(&0) { 6 } else { 0 };
    let mut before = None;
    for &mark in &marks {
        score += match before {
            Some(before) if before + 1 == mark => 7,
            _ if begins_word(text, mark) => 8,
            _ => 1,
        };
        before = Some(mark);
    }
    Fit { score, marks }
}

/// A text cut where marked and unmarked letters meet; true for those that are marked.
pub(super) fn pieces(text: &str, marks: &[usize]) -> Vec<(bool, String)> {
    let mut pieces: Vec<(bool, String)> = Vec::new();
    for (at, character) in text.chars().enumerate() {
        let is_marked = marks.binary_search(&at).is_ok();
        match pieces.last_mut() {
            Some((marked, piece)) if *marked == is_marked => piece.push(character),
            _ => pieces.push((is_marked, character.to_string())),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::{fit, pieces};

    #[test]
    fn letters_are_found_where_they_are_meant() {
        let cases = [
            ("lj", "List joints", Some("[L]ist [j]oints")),
            ("joints", "List joints", Some("List [joints]")),
            ("JOINTS list", "List joints", Some("[List] [joints]")),
            ("lsjo", "List joints", Some("[L]i[s]t [jo]ints")),
            ("über", "Das Über", Some("Das [Über]")),
            ("oint", "List joints", Some("List j[oint]s")),
            ("otl", "List joints", None),
            ("x", "List joints", None),
            ("", "List", Some("List")),
        ];
        for (words, text, expected) in cases {
            let marked = fit(words, text).map(|fit| {
                let pieces = pieces(text, &fit.marks);
                let write = |(marked, piece)| if marked { format!("[{piece}]") } else { piece };
                pieces.into_iter().map(write).collect::<String>()
            });
            assert_eq!(marked.as_deref(), expected, "{words}");
        }
    }

    #[test]
    fn what_fits_better_counts_more() {
        let score = |words, text| fit(words, text).unwrap().score;
        let pairs = [
            ("save", "Save", "Unsaved values"),
            ("new", "New connector", "Renew"),
            ("joint", "Joint", "List joints of a corner"),
            ("lj", "List joints", "Left adjoint"),
        ];
        for (words, better, worse) in pairs {
            assert!(score(words, better) > score(words, worse), "{words}");
        }
    }
}
