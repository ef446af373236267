//! What is new in a text, word by word.

/// The most words of either text that are compared one by one; longer ones by their middles.
const COMPARED: usize = 300;

/// A piece of a text beside the one that it was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// It stands in both.
    Same(String),
    /// It is new.
    Added(String),
    /// It is gone.
    Removed(String),
}

/// `text` beside `base`.
pub(super) fn pieces(base: &str, text: &str) -> Vec<Piece> {
    let (old, new) = (words(base), words(text));
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let (old, new_rest) = (old.get(head..), new.get(head..));
    let (old, rest) = (old.unwrap_or_default(), new_rest.unwrap_or_default());
    let tail = old.iter().rev().zip(rest.iter().rev());
    let tail = tail.take_while(|(a, b)| a == b).count();
    let (old, _) = old.split_at(old.len() - tail);
    let (rest, end) = rest.split_at(rest.len() - tail);
    let mut pieces = Pieces::default();
    new.iter().take(head).for_each(|word| pieces.same(word));
    if old.len() <= COMPARED && rest.len() <= COMPARED {
        middle(old, rest, &mut pieces);
    } else {
        old.iter().for_each(|word| pieces.removed(word));
        rest.iter().for_each(|word| pieces.added(word));
    }
    end.iter().for_each(|word| pieces.same(word));
    pieces.0
}

/// Words, each with the blanks after it.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (_, blanks) = rest.split_at(word);
        let blank = blanks.len() - blanks.trim_start().len();
        let (one, more) = rest.split_at(word + blank);
        words.push(one);
        rest = more;
    }
    words
}

/// The words that both have in the same order stay, as many as can.
fn middle(old: &[&str], new: &[&str], pieces: &mut Pieces) {
    let width = new.len() + 1;
    let mut common = vec![0_usize; (old.len() + 1) * width];
    let at = |common: &[usize], row: usize, column: usize| {
        common
            .get(row * width + column)
            .copied()
            .unwrap_or_default()
    };
    for (row, one) in old.iter().enumerate().rev() {
        for (column, other) in new.iter().enumerate().rev() {
            let length = if one == other {
                at(&common, row + 1, column + 1) + 1
            } else {
                at(&common, row + 1, column).max(at(&common, row, column + 1))
            };
            if let Some(cell) = common.get_mut(row * width + column) {
                *cell = length;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    loop {
        match (old.get(row), new.get(column)) {
            (None, None) => return,
            (Some(one), Some(other)) if one == other => {
                pieces.same(one);
                row += 1;
                column += 1;
            }
            (Some(one), other)
                if other.is_none()
                    || at(&common, row + 1, column) >= at(&common, row, column + 1) =>
            {
                pieces.removed(one);
                row += 1;
            }
            (_, Some(other)) => {
                pieces.added(other);
                column += 1;
            }
            (Some(_), None) => return,
        }
    }
}

/// Pieces, of which neighbours of one kind are one.
#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn same(&mut self, word: &str) {
        match self.0.last_mut() {
            Some(Piece::Same(text)) => text.push_str(word),
            _ => self.0.push(Piece::Same(word.to_owned())),
        }
    }

    fn added(&mut self, word: &str) {
        match self.0.last_mut() {
            Some(Piece::Added(text)) => text.push_str(word),
            _ => self.0.push(Piece::Added(word.to_owned())),
        }
    }

    fn removed(&mut self, word: &str) {
        match self.0.last_mut() {
            Some(Piece::Removed(text)) => text.push_str(word),
            _ => self.0.push(Piece::Removed(word.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};

    fn shown(base: &str, text: &str) -> String {
        let shown = |piece| match piece {
            Piece::Same(text) => text,
            Piece::Added(text) => format!("[+{text}]"),
            Piece::Removed(text) => format!("[-{text}]"),
        };
        pieces(base, text).into_iter().map(shown).collect()
    }

    #[test]
    fn only_what_changed_is_marked() {
        assert_eq!(
            shown("Lists all joints", "Lists all joints"),
            "Lists all joints"
        );
        assert_eq!(
            shown("Lists all joints of oak", "Lists some joints of oak"),
            "Lists [-all ][+some ]joints of oak"
        );
        assert_eq!(shown("a b c d", "a x c y d"), "a [-b ][+x ]c [+y ]d");
        assert_eq!(shown("", "new"), "[+new]");
        assert_eq!(shown("old", ""), "[-old]");
    }

    #[test]
    fn long_texts_are_marked_as_a_whole_between_what_is_the_same() {
        let old = format!("begin {}end", "old ".repeat(1_000));
        let new = format!("begin {}end", "new ".repeat(1_000));
        let found = pieces(&old, &new);
        assert_eq!(found.first(), Some(&Piece::Same("begin ".to_owned())));
        assert_eq!(found.last(), Some(&Piece::Same("end".to_owned())));
        assert_eq!(found.len(), 4);
    }
}
