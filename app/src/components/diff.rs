//! How a text changed, word by word.

use crate::texts::components as t;
use leptos::prelude::*;

/// The most pairs of words that are compared; a larger difference is shown as one replacement.
const MOST_PAIRS: usize = 1_000_000;

/// A stretch of text in a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Kept(String),
    Added(String),
    Removed(String),
}

/// A text with what was added and removed marked in it.
#[component]
pub fn Diff(
    /// The text before.
    #[prop(into)]
    before: String,
    /// The text after.
    #[prop(into)]
    after: String,
    /// Whether it is code, not prose.
    #[prop(optional)]
    code: bool,
    /// Whether the elements alone say what is added and removed, so that the text can be searched as it stands.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let said = move |text: &'static str| {
        (!bare).then(|| view! { <span class="visually-hidden">{text}</span> })
    };
    let pieces: Vec<_> = compare(&before, &after)
        .into_iter()
        .map(|piece| match piece {
            Piece::Kept(text) => view! { <span>{text}</span> }.into_any(),
            Piece::Added(text) => view! {
                <ins>{said(t::added())}{text}{said(t::end_of_addition())}</ins>
            }
            .into_any(),
            Piece::Removed(text) => view! {
                <del>{said(t::removed())}{text}{said(t::end_of_removal())}</del>
            }
            .into_any(),
        })
        .collect();
    view! { <span class=if code { "diff diff-code" } else { "diff" }>{pieces}</span> }
}

/// The stretches that two texts share and do not share, in order.
fn compare(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (words(before), words(after));
    let head = shared(old.iter(), new.iter());
    let (old_rest, new_rest) = (tail(&old, head), tail(&new, head));
    let end = shared(old_rest.iter().rev(), new_rest.iter().rev());
    let old_middle = old_rest.get(..old_rest.len() - end).unwrap_or_default();
    let new_middle = new_rest.get(..new_rest.len() - end).unwrap_or_default();
    let mut pieces = Pieces::default();
    old.iter().take(head).for_each(|word| pieces.keep(word));
    if old_middle.len().saturating_mul(new_middle.len()) > MOST_PAIRS {
        old_middle.iter().for_each(|word| pieces.remove(word));
        new_middle.iter().for_each(|word| pieces.add(word));
    } else {
        walk(old_middle, new_middle, &mut pieces);
    }
    tail(old_rest, old_rest.len() - end)
        .iter()
        .for_each(|word| pieces.keep(word));
    pieces.done()
}

/// The words of a text, and what stands between them.
fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, letter) in text.char_indices() {
        let goes_on =
            before.is_some_and(|before| before.is_alphanumeric() && letter.is_alphanumeric());
        if !goes_on && at > start {
            found.extend(text.get(start..at));
            start = at;
        }
        before = Some(letter);
    }
    found.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    found
}

fn shared<'a>(
    one: impl Iterator<Item = &'a &'a str>,
    other: impl Iterator<Item = &'a &'a str>,
) -> usize {
    one.zip(other)
        .take_while(|(one, other)| one == other)
        .count()
}

fn tail<'a, 'b>(words: &'b [&'a str], from: usize) -> &'b [&'a str] {
    words.get(from..).unwrap_or_default()
}

/// Walks along the longest sequence that both share.
fn walk(old: &[&str], new: &[&str], pieces: &mut Pieces) {
    let width = new.len() + 1;
    let mut lengths = vec![0_u32; (old.len() + 1) * width];
    let at = |lengths: &[u32], i: usize, j: usize| {
        lengths.get(i * width + j).copied().unwrap_or_default()
    };
    for (i, one) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            let length = if one == other {
                at(&lengths, i + 1, j + 1) + 1
            } else {
                at(&lengths, i + 1, j).max(at(&lengths, i, j + 1))
            };
            if let Some(slot) = lengths.get_mut(i * width + j) {
                *slot = length;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    while let (Some(one), Some(other)) = (old.get(i), new.get(j)) {
        if one == other {
            pieces.keep(one);
            (i, j) = (i + 1, j + 1);
        } else if at(&lengths, i + 1, j) >= at(&lengths, i, j + 1) {
            pieces.remove(one);
            i += 1;
        } else {
            pieces.add(other);
            j += 1;
        }
    }
    tail(old, i).iter().for_each(|word| pieces.remove(word));
    tail(new, j).iter().for_each(|word| pieces.add(word));
}

/// Stretches in the making. What was removed stands before what was added in its place.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    kept: String,
    removed: String,
    added: String,
    /// Blanks after a change: they belong to it where another one follows, so that it is not torn apart.
    gap: String,
}

impl Pieces {
    fn keep(&mut self, word: &str) {
        if self.has_change() && word.trim().is_empty() {
            self.gap.push_str(word);
            return;
        }
        self.end_change();
        self.kept.push_str(word);
    }

    fn remove(&mut self, word: &str) {
        self.begin_change();
        self.removed.push_str(word);
    }

    fn add(&mut self, word: &str) {
        self.begin_change();
        self.added.push_str(word);
    }

    fn has_change(&self) -> bool {
        !(self.removed.is_empty() && self.added.is_empty())
    }

    fn begin_change(&mut self) {
        self.end_kept();
        let gap = std::mem::take(&mut self.gap);
        self.removed.push_str(&gap);
        self.added.push_str(&gap);
    }

    fn end_kept(&mut self) {
        let kept = std::mem::take(&mut self.kept);
        if !kept.is_empty() {
            self.done.push(Piece::Kept(kept));
        }
    }

    fn end_change(&mut self) {
        let removed = std::mem::take(&mut self.removed);
        if !removed.is_empty() {
            self.done.push(Piece::Removed(removed));
        }
        let added = std::mem::take(&mut self.added);
        if !added.is_empty() {
            self.done.push(Piece::Added(added));
        }
        self.kept.push_str(&std::mem::take(&mut self.gap));
    }

    fn done(mut self) -> Vec<Piece> {
        self.end_change();
        self.end_kept();
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, compare};

    fn kept(text: &str) -> Piece {
        Piece::Kept(text.to_owned())
    }
    fn added(text: &str) -> Piece {
        Piece::Added(text.to_owned())
    }
    fn removed(text: &str) -> Piece {
        Piece::Removed(text.to_owned())
    }

    #[test]
    fn a_word_is_replaced_as_a_whole() {
        assert_eq!(
            compare("Lists all joints.", "Lists the joints."),
            [
                kept("Lists "),
                removed("all"),
                added("the"),
                kept(" joints.")
            ]
        );
    }

    #[test]
    fn words_that_are_replaced_one_after_the_other_are_one_change() {
        assert_eq!(
            compare("Wood joints.", "First window."),
            [removed("Wood joints"), added("First window"), kept(".")]
        );
    }

    #[test]
    fn what_comes_and_goes_at_the_ends_is_marked() {
        assert_eq!(compare("", "new"), [added("new")]);
        assert_eq!(compare("old", ""), [removed("old")]);
        assert_eq!(compare("same", "same"), [kept("same")]);
        assert_eq!(compare("", ""), []);
    }

    #[test]
    fn either_text_can_be_read_out_of_the_difference() {
        let cases = [
            ("/v1/joints/{id}", "/v2/joints/{joint}/wood"),
            ("a b c d e", "e d c b a"),
            ("Größe in cm²", "Größe in mm"),
        ];
        for (before, after) in cases {
            let (mut old, mut new) = (String::new(), String::new());
            for piece in compare(before, after) {
                match piece {
                    Piece::Kept(text) => {
                        old.push_str(&text);
                        new.push_str(&text);
                    }
                    Piece::Removed(text) => old.push_str(&text),
                    Piece::Added(text) => new.push_str(&text),
                }
            }
            assert_eq!((old.as_str(), new.as_str()), (before, after));
        }
    }

    #[test]
    fn a_huge_difference_is_one_replacement() {
        let before = "a ".repeat(2_000);
        let after = "b ".repeat(2_000);
        assert_eq!(compare(&before, &after).len(), 3);
    }
}
