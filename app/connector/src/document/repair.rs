//! Broken JSON, read as far as it can only mean one thing: what is wrong is named, place by place, and what
//! could still be read is there to be looked at.

use super::decode::decode;
use super::parse::{Place, Remedy, parse};
use super::text::Walk;
use super::{Document, TextError, TextFinding};
use crate::message::{Message, message};
use crate::sorting::by_number;

/// The most faults that are named, and mended, in one text.
const MAX_FAULTS: usize = 50;
/// A text is read again after each repair; together this many bytes are read at the most.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// A text that was read whatever was wrong with it.
#[derive(Clone, Debug)]
pub struct Tolerant {
    /// What could be read; none where the text cannot be told to be JSON at all.
    pub document: Option<Document>,
    /// What is wrong, in the order of the text; empty: nothing.
    pub faults: Vec<TextError>,
}

impl Document {
    /// Reads a file of JSON, with what is wrong in it mended where that can only mean one thing; each repair is a
    /// finding.
    ///
    /// # Errors
    /// The first place where the file is not JSON, when that cannot be mended.
    pub fn read_lenient(bytes: &[u8]) -> Result<(Self, Vec<TextFinding>), TextError> {
        Self::read(bytes).or_else(|error| {
            let tolerant = Self::read_tolerant(bytes);
            let mended = |fault: TextError| TextFinding {
                line: fault.line,
                column: fault.column,
                message: message!("Mended: {reason}", reason = fault.reason),
                is_linted: false,
            };
            let findings = tolerant.faults.into_iter().map(mended).collect();
            tolerant
                .document
                .map(|document| (document, findings))
                .ok_or(error)
        })
    }

    /// Reads a file of JSON that may be broken: commas too many or too few, comments, control characters,
    /// single quotes, brackets that do not close, text after the end.
    #[must_use]
    pub fn read_tolerant(bytes: &[u8]) -> Tolerant {
        let text = match decode(bytes) {
            Ok((text, _)) => text,
            Err(fault) => {
                return Tolerant {
                    document: None,
                    faults: vec![fault],
                };
            }
        };
        let body = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let mut repair = Repair {
            text: body.to_owned(),
            length: body.len(),
            shifts: Vec::new(),
            faults: Vec::new(),
        };
        let is_json = repair.run();
        Tolerant {
            document: is_json.then(|| Self::parse(&repair.text).ok()).flatten(),
            faults: named(body, repair.faults),
        }
    }
}

/// The faults with their lines and columns in the text as it was.
fn named(text: &str, faults: Vec<(usize, Message)>) -> Vec<TextError> {
    let faults = by_number(faults, |(at, _)| *at);
    let mut walk = Walk::new(text);
    let fault = |(at, reason): (usize, Message)| {
        let (line, column) = walk.to(at);
        TextError {
            line,
            column,
            reason,
        }
    };
    faults.into_iter().map(fault).collect()
}

struct Repair {
    text: String,
    /// How long the text was.
    length: usize,
    /// Where the text was changed, and by how many bytes it grew or shrank there.
    shifts: Vec<(usize, isize)>,
    faults: Vec<(usize, Message)>,
}

impl Repair {
    /// Mends the text until it is JSON; false where it cannot be.
    fn run(&mut self) -> bool {
        let rounds = (MAX_BYTES / self.text.len().max(1)).clamp(4, MAX_FAULTS);
        for _ in 0..rounds {
            let Err(fault) = parse(&self.text) else {
                return true;
            };
            let Place {
                at, words, remedy, ..
            } = fault;
            let place = self.original(at);
            // That a file ends too early is said once, whatever is open there.
            let is_told = self.faults.last().is_some_and(|(last, _)| *last == place);
            if !(is_told && place >= self.length) {
                self.faults.push((place, words));
            }
            let Some(remedy) = remedy else {
                return false;
            };
            self.apply(at, remedy);
        }
        parse(&self.text).is_ok()
    }

    /// Where a place of the text was before it was mended.
    fn original(&self, at: usize) -> usize {
        self.shifts.iter().rev().fold(at, |at, (place, shift)| {
            if at <= *place {
                at
            } else {
                at.saturating_add_signed(-shift).max(*place)
            }
        })
    }

    fn apply(&mut self, at: usize, remedy: Remedy) {
        if remedy == Remedy::CutBack {
            let (kept, closing) = cut_back(&self.text);
            self.shifts.push((at, 0));
            self.text.truncate(kept);
            self.text.push_str(&closing);
            return;
        }
        let rest = self.text.get(at..).unwrap_or_default();
        let first = rest.chars().next();
        let (length, with) = match remedy {
            Remedy::Insert(text) => (0, text.to_owned()),
            Remedy::Remove => (first.map_or(0, char::len_utf8), String::new()),
            Remedy::Escape => (
                first.map_or(0, char::len_utf8),
                first.map(escaped).unwrap_or_default(),
            ),
            Remedy::Uncomment => (comment(rest), String::new()),
            Remedy::Requote => requoted(rest),
            Remedy::Cut | Remedy::CutBack => (rest.len(), String::new()),
        };
        let shift = with.len().cast_signed() - length.cast_signed();
        self.shifts.push((at, shift));
        self.text.replace_range(at..at + length, &with);
    }
}

fn escaped(character: char) -> String {
    match character {
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        '\t' => "\\t".to_owned(),
        other => format!("\\u{:04x}", u32::from(other)),
    }
}

/// How much of a text that ends in the middle is whole, in bytes, and what closes it there.
fn cut_back(text: &str) -> (usize, String) {
    let mut open = Vec::new();
    let mut kept = 0;
    let (mut in_text, mut is_escaped) = (false, false);
    for (at, character) in text.char_indices() {
        if in_text {
            in_text = is_escaped || character != '"';
            is_escaped = character == '\\' && !is_escaped;
            continue;
        }
        // After what opens or closes, and before a comma, all is whole.
        match character {
            '"' => in_text = true,
            '{' | '[' => {
                open.push(if character == '{' { '}' } else { ']' });
                kept = at + 1;
            }
            '}' | ']' => {
                open.pop();
                kept = at + 1;
            }
            ',' => kept = at,
            _ => {}
        }
    }
    (kept, open.iter().rev().collect())
}

/// How long the comment is that a text begins with.
fn comment(text: &str) -> usize {
    if text.starts_with("/*") {
        return text.find("*/").map_or(text.len(), |end| end + 2);
    }
    text.find('\n').unwrap_or(text.len())
}

/// The text in single quotes that a text begins with: how long it is, and how JSON writes it.
fn requoted(text: &str) -> (usize, String) {
    let inner = text.get(1..).unwrap_or_default();
    let mut is_escaped = false;
    let end = inner.char_indices().find(|(_, character)| {
        let closes = *character == '\'' && !is_escaped;
        is_escaped = *character == '\\' && !is_escaped;
        closes
    });
    let end = end.map_or(inner.len(), |(at, _)| at);
    let content = inner.get(..end).unwrap_or_default();
    let content = content.replace("\\'", "'").replace('"', "\\\"");
    ((end + 2).min(text.len()), format!("\"{content}\""))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn read(text: &str) -> (Option<Value>, Vec<(usize, usize)>) {
        let tolerant = Document::read_tolerant(text.as_bytes());
        let places = tolerant
            .faults
            .iter()
            .map(|fault| (fault.line, fault.column));
        let places = places.collect();
        (
            tolerant.document.map(|document| document.root().clone()),
            places,
        )
    }

    #[test]
    fn each_fault_is_named_where_it_stands_and_mended() {
        for (text, value, faults) in [
            ("{\"a\": 1}", json!({ "a": 1 }), vec![]),
            (
                "{\"a\": [1,],\n}",
                json!({ "a": [1] }),
                vec![(1, 9), (1, 11)],
            ),
            (
                "{\"a\": 1\n \"b\": 2}",
                json!({ "a": 1, "b": 2 }),
                vec![(2, 2)],
            ),
            (
                "// one\n{\"a\": /* two */ 1}",
                json!({ "a": 1 }),
                vec![(1, 1), (2, 7)],
            ),
            ("{\"a\": \"x\ty\"}", json!({ "a": "x\ty" }), vec![(1, 9)]),
            ("{\"a\": 1} }", json!({ "a": 1 }), vec![(1, 10)]),
            (
                "{'a': 'it\\'s \"b\"'}",
                json!({ "a": "it's \"b\"" }),
                vec![(1, 2), (1, 7)],
            ),
            (
                "{\"a\": {\"b\": [1, \"x",
                json!({ "a": { "b": [1] } }),
                vec![(1, 19)],
            ),
            // What is whole is kept; a number may have gone on.
            (
                "{\"a\": {\"b\": \"x\" ",
                json!({ "a": { "b": "x" } }),
                vec![(1, 17)],
            ),
            ("{\"a\": [true, 12", json!({ "a": [true] }), vec![(1, 16)]),
            ("{\"a\": 1, \"na", json!({ "a": 1 }), vec![(1, 13)]),
            (
                "{\"a\": {\"}\": 1, \"b\"",
                json!({ "a": { "}": 1 } }),
                vec![(1, 19)],
            ),
            (
                "{\"a\": {}, \"b\": {\"c\": ",
                json!({ "a": {}, "b": {} }),
                vec![(1, 22)],
            ),
            (
                "{\"a\": [1,], \"b\": [",
                json!({ "a": [1], "b": [] }),
                vec![(1, 9), (1, 19)],
            ),
            ("{\"a\": }", json!({ "a": null }), vec![(1, 7)]),
            (
                "{\"a\": \"C:\\Parcels\"}",
                json!({ "a": "C:\\Parcels" }),
                vec![(1, 10)],
            ),
            ("{\"a\": [1}", json!({ "a": [1] }), vec![(1, 9)]),
        ] {
            assert_eq!(read(text), (Some(value), faults), "{text}");
        }
    }

    #[test]
    fn what_is_no_json_at_all_is_told_once() {
        for text in ["", "swagger: 2.0", "<html>", "{\"a\" 1}"] {
            let (document, faults) = read(text);
            assert_eq!((document, faults.len()), (None, 1), "{text}");
        }
    }

    #[test]
    fn repairs_are_bounded() {
        let text = format!("[{}", "1 ".repeat(1000));
        let tolerant = Document::read_tolerant(text.as_bytes());
        assert!(tolerant.document.is_none());
        assert_eq!(tolerant.faults.len(), MAX_FAULTS);
    }
}
