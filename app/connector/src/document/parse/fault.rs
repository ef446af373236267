//! What is said where the text is not JSON.

use super::{Place, Reader, Remedy, line_of};
use crate::message::{Message, Told, message};

impl Reader<'_> {
    /// What is wrong where `wanted` should stand.
    pub(super) fn unexpected(&self, wanted: &dyn Told) -> Place {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut characters = rest.chars();
        let pair = (characters.next(), characters.next());
        let remedy = match pair {
            (None, _) => self.cut_back(),
            (Some('/'), Some('/' | '*')) | (Some('#'), _) => Some(Remedy::Uncomment),
            (Some('\''), _) => Some(Remedy::Requote),
            (Some('}' | ']'), _) => self.closing(),
            (Some('\u{feff}' | '\u{a0}' | '\u{200b}'), _) => Some(Remedy::Remove),
            _ => None,
        };
        let words = match pair {
            (None, _) => self.ended(),
            (Some('/'), Some('/' | '*')) | (Some('#'), _) => {
                message!("JSON has no comments. Remove this one.")
            }
            (Some('\''), _) => {
                message!("Text stands in double quotes in JSON, not in single quotes.")
            }
            (Some(close @ ('}' | ']')), _) => self.unbalanced(wanted, close),
            (Some(found), _) if found.is_alphanumeric() || found == '_' => {
                let word: String = rest
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .take(40)
                    .collect();
                instead(wanted, &word)
            }
            // Blanks that are none of JSON, and marks of no width, cannot be seen either.
            (Some(found), _)
                if found.is_control()
                    || found.is_whitespace()
                    || matches!(found, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}') =>
            {
                message!(
                    "{wanted} is expected here, but the invisible character {code} stands here.",
                    wanted,
                    code = format!("U+{:04X}", u32::from(found))
                )
            }
            (Some(found), _) => instead(wanted, &found),
        };
        Place {
            remedy,
            ..self.fault(words)
        }
    }

    /// What closes the innermost object or array that is open.
    pub(super) fn closing(&self) -> Option<Remedy> {
        match self.bytes.get(*self.open.last()?)? {
            b'{' => Some(Remedy::Insert("}")),
            _ => Some(Remedy::Insert("]")),
        }
    }

    /// What remains of a text that ends where something is begun.
    pub(super) fn cut_back(&self) -> Option<Remedy> {
        (!self.open.is_empty()).then_some(Remedy::CutBack)
    }

    /// Whether a number is the last thing in the text.
    pub(super) fn ends_in_a_number(&self) -> bool {
        let before = self.bytes.iter().take(self.at).rev();
        let mut before = before.skip_while(|byte| byte.is_ascii_whitespace());
        before.next().is_some_and(u8::is_ascii_digit)
    }

    fn unbalanced(&self, wanted: &dyn Told, close: char) -> Message {
        let Some(&open) = self.open.last() else {
            return instead(wanted, &close);
        };
        let line = line_of(self.text, open);
        match (self.bytes.get(open), close) {
            (Some(b'{'), ']') => message!(
                "“]” stands here, but the object that began at line {line} is not closed. \
                 Close it with “}}” first.",
                line
            ),
            (Some(b'['), '}') => message!(
                "“}}” stands here, but the array that began at line {line} is not closed. \
                 Close it with “]” first.",
                line
            ),
            _ => instead(wanted, &close),
        }
    }

    fn ended(&self) -> Message {
        let Some(&open) = self.open.last() else {
            return message!("The file ends here, before its first value.");
        };
        let line = line_of(self.text, open);
        match self.bytes.get(open) {
            Some(b'{') => message!(
                "The file ends inside an object that began at line {line}. The file may be cut off.",
                line
            ),
            _ => message!(
                "The file ends inside an array that began at line {line}. The file may be cut off.",
                line
            ),
        }
    }
}

/// That something else is wanted than what is there.
fn instead(wanted: &dyn Told, found: &dyn Told) -> Message {
    message!(
        "{wanted} is expected here, but “{found}” stands here.",
        wanted,
        found
    )
}
