//! From the bytes of a file to its text.

use std::borrow::Cow;

use super::{TextError, TextFinding};
use crate::message::message;

/// The characters that Windows-1252 has at 0x80 to 0x9F; the others stand where Unicode has them.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file: UTF-8, which is not copied, and where it is not that, Windows-1252, with a finding that says so.
///
/// # Errors
/// When it is text in UTF-16, or no text.
pub fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Option<TextFinding>), TextError> {
    if matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) || bytes.contains(&0) {
        return Err(TextError {
            line: 1,
            column: 1,
            reason: message!(
                "The file is not text in UTF-8. If it is text in UTF-16, save it as UTF-8."
            ),
        });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((Cow::Borrowed(text), None));
    }
    let mut text = String::with_capacity(bytes.len());
    let mut first_odd = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if first_odd.is_none() && !chunk.invalid().is_empty() {
            first_odd = Some(finding(&text));
        }
        text.extend(chunk.invalid().iter().map(|byte| windows_1252(*byte)));
    }
    Ok((Cow::Owned(text), first_odd))
}

fn windows_1252(byte: u8) -> char {
    let special = byte.checked_sub(0x80).map(usize::from);
    special
        .and_then(|index| WINDOWS_1252.get(index).copied())
        .unwrap_or(char::from(byte))
}

fn finding(good: &str) -> TextFinding {
    TextFinding {
        line: good.matches('\n').count() + 1,
        column: good.chars().rev().take_while(|c| *c != '\n').count() + 1,
        message: message!(
            "The file is not UTF-8 here. What is not was read as Windows-1252; the file will be written as UTF-8."
        ),
        is_linted: false,
    }
}
