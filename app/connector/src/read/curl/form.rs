//! The fields of forms that are sent in parts, as `--form` writes them (curl 8, manual page).

use crate::read::calls::Field;

/// A field, and what is said of the part that it is sent in.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) field: Field,
    /// Whether its media type is said, and is not that of what the field is sent as.
    pub(super) media: bool,
    /// Whether it has headers of its own.
    pub(super) headers: bool,
}

impl Part {
    /// `name=value`, `name=@file`, `name=<file`, and after each `;type=…`, `;filename=…`, `;headers=…`; none where there
    /// is no value.
    pub(super) fn of(written: &str) -> Option<Self> {
        let (name, rest) = written.split_once('=')?;
        let is_sent_file = rest.starts_with('@');
        let is_read = is_sent_file || rest.starts_with('<');
        let mut pieces = pieces(rest).into_iter();
        let value = pieces.next().unwrap_or_default();
        let mut part = Self {
            field: Field {
                name: name.to_owned(),
                value: (!is_read).then_some(value),
                is_file: is_sent_file,
                ..Field::default()
            },
            media: false,
            headers: false,
        };
        for piece in pieces {
            match piece.trim_start().split_once('=') {
                Some(("type", media)) => {
                    part.media = !matches!(media.trim(), "text/plain" | "application/octet-stream");
                }
                // A receiver takes what has the name of a file for one.
                Some(("filename", _)) => part.field.is_file = true,
                Some(("headers", _)) => part.headers = true,
                _ => {}
            }
        }
        if part.field.is_file {
            part.field.value = None;
        }
        Some(part)
    }
}

/// What semicolons part; those in quotation marks do not.
fn pieces(text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut in_quotes = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_begin = out
            .last()
            .is_some_and(|piece| matches!(piece.as_str(), "" | "@" | "<"));
        match letter {
            '"' if in_quotes => in_quotes = false,
            '"' if is_begin => in_quotes = true,
            '\\' if in_quotes => {
                let next = letters.next();
                push(&mut out, next);
            }
            ';' if !in_quotes => out.push(String::new()),
            letter => push(&mut out, Some(letter)),
        }
    }
    out
}

fn push(out: &mut [String], letter: Option<char>) {
    if let Some(piece) = out.last_mut() {
        piece.extend(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, Part};

    #[test]
    fn parts_are_told_as_curl_tells_them() {
        for (written, name, value, is_file, media, headers) in [
            ("a=b", "a", Some("b"), false, false, false),
            ("a=b;type=text/plain", "a", Some("b"), false, false, false),
            (
                "a={\"b\":1};type=application/json",
                "a",
                Some("{\"b\":1}"),
                false,
                true,
                false,
            ),
            (
                "a=\"b;c\\\"d\"; type=text/csv",
                "a",
                Some("b;c\"d"),
                false,
                true,
                false,
            ),
            ("a=b;filename=x.txt", "a", None, true, false, false),
            ("f=@x.png;type=image/png", "f", None, true, true, false),
            ("f=@\"a;b.png\";headers=@h", "f", None, true, false, true),
            ("f=<x.txt", "f", None, false, false, false),
            ("a=", "a", Some(""), false, false, false),
        ] {
            let expected = Part {
                field: Field {
                    name: name.to_owned(),
                    value: value.map(str::to_owned),
                    is_file,
                    ..Field::default()
                },
                media,
                headers,
            };
            assert_eq!(Part::of(written), Some(expected), "{written}");
        }
        assert_eq!(Part::of("a"), None);
    }
}
