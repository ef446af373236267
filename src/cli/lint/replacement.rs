//! How the text of a file changes when a finding is mended.

use tenon_connector::document::TextPlace;
use tenon_connector::lint::Fix;
use tenon_connector::{Connector, Part};

/// How much text the replacements in one file may be looked for in, in bytes: each fix costs its length.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// A stretch of text that is replaced by another.
pub(super) struct Replacement {
    pub(super) start: TextPlace,
    /// Where it ends: the first character that stays.
    pub(super) end: TextPlace,
    pub(super) text: String,
}

/// Finds the replacements in one part of a connector.
pub(super) struct Replacements<'c> {
    connector: &'c Connector,
    part: Part,
    text: String,
    spent: usize,
}

impl<'c> Replacements<'c> {
    pub(super) fn new(connector: &'c Connector, part: Part) -> Self {
        Self {
            connector,
            part,
            text: connector.part(part).to_text(),
            spent: 0,
        }
    }

    /// What a fix replaces; none where it does not fit, or when all fixes together are too long.
    pub(super) fn of(&mut self, fix: &Fix) -> Option<Replacement> {
        self.spent += self.text.len();
        if self.spent > MAX_BYTES {
            return None;
        }
        let mut mended = self.connector.clone();
        mended.apply_action(&fix.action(self.connector)?).ok()?;
        replacement(&self.text, &mended.part(self.part).to_text())
    }
}

/// What must be replaced in a text to make it the other one.
fn replacement(before: &str, after: &str) -> Option<Replacement> {
    let same = |(a, b): &(char, char)| a == b;
    let bytes = |pairs: &mut dyn Iterator<Item = (char, char)>| {
        pairs.map(|(letter, _)| letter.len_utf8()).sum::<usize>()
    };
    let start = bytes(&mut before.chars().zip(after.chars()).take_while(same));
    let (rest, new) = (before.get(start..)?, after.get(start..)?);
    let end = bytes(&mut rest.chars().rev().zip(new.chars().rev()).take_while(same));
    let removed = rest.get(..rest.len() - end)?;
    Some(Replacement {
        start: place(before, start)?,
        end: place(before, start + removed.len())?,
        text: new.get(..new.len() - end)?.to_owned(),
    })
}

/// The line and the column of a byte.
fn place(text: &str, at: usize) -> Option<TextPlace> {
    let above = text.get(..at)?;
    let above = above.strip_prefix('\u{feff}').unwrap_or(above);
    let line = above.rsplit('\n').next().unwrap_or(above);
    Some(TextPlace {
        line: above.matches('\n').count() + 1,
        column: line.chars().count() + 1,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_replaced() {
        let found = replacement("{\n  \"ä\": true\n}", "{\n  \"ä\": \"yes\"\n}").unwrap();
        assert_eq!((found.start.line, found.start.column), (2, 8));
        assert_eq!((found.end.line, found.end.column), (2, 12));
        assert_eq!(found.text, "\"yes\"");
    }

    #[test]
    fn what_is_added_replaces_nothing() {
        let found = replacement("[1]", "[1, 1]").unwrap();
        assert_eq!(found.start, found.end);
        assert_eq!(found.text.len(), 3);
    }
}
