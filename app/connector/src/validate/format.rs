//! Formats of texts and numbers (OpenAPI 2.0, data types; spec section D.4).

use serde_json::Number;

use crate::infer::{TextFormat, is_uuid};

/// Whether a text is of a format; one that is not known here fits every text.
pub(super) fn text_fits(format: &str, text: &str) -> bool {
    match format {
        "date-time" => TextFormat::of(text) == Some(TextFormat::DateTime),
        "date-no-tz" => TextFormat::of(&format!("{text}Z")) == Some(TextFormat::DateTime),
        "date" => TextFormat::of(text) == Some(TextFormat::Date),
        "email" => TextFormat::of(text) == Some(TextFormat::Email),
        "uuid" => is_uuid(text),
        "guid" => is_uuid(bare(text)),
        "uri" | "url" => is_uri(text),
        "byte" => is_base64(text),
        _ => true,
    }
}

/// Whether a number is of a format.
pub(super) fn number_fits(format: &str, number: &Number) -> bool {
    match format {
        "int32" => number.as_i64().is_some_and(|n| i32::try_from(n).is_ok()),
        "int64" => number.is_i64(),
        _ => true,
    }
}

/// A GUID without the braces that some services write around it.
fn bare(text: &str) -> &str {
    let inner = text
        .strip_prefix('{')
        .and_then(|text| text.strip_suffix('}'));
    inner.unwrap_or(text)
}

/// A scheme, a colon and no space; letters beyond ASCII are let through, as services write them.
fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let in_scheme = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(in_scheme)
        && !rest.is_empty()
        && !rest.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"".contains(c))
}

/// Base64, in lines or in one.
fn is_base64(text: &str) -> bool {
    let letters = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
    let (mut count, mut padding) = (0_usize, 0_usize);
    for byte in letters {
        let is_letter = byte.is_ascii_alphanumeric() || b"+/".contains(&byte);
        match byte {
            b'=' => padding += 1,
            _ if is_letter && padding == 0 => count += 1,
            _ => return false,
        }
    }
    padding <= 2 && (count + padding).is_multiple_of(4)
}

#[cfg(test)]
mod tests {
    use serde_json::Number;

    use super::{number_fits, text_fits};

    #[test]
    fn texts_are_of_their_formats_or_not() {
        for (format, text, expected) in [
            ("date-time", "2024-02-29T12:30:00Z", true),
            ("date-time", "2024-02-29T12:30:00", false),
            ("date-no-tz", "2024-02-29T12:30:00", true),
            ("date-no-tz", "2024-02-29T12:30:00Z", false),
            ("date", "2024-02-30", false),
            ("uuid", "6f9619ff-8b86-d011-b42d-00c04fc964ff", true),
            ("guid", "{6f9619ff-8b86-d011-b42d-00c04fc964ff}", true),
            ("uuid", "{6f9619ff-8b86-d011-b42d-00c04fc964ff}", false),
            ("uri", "mailto:ann@example.com", true),
            ("uri", "https://example.com/é", true),
            ("uri", "/relative", false),
            ("uri", "https://example.com/a b", false),
            ("email", "ann@example.com", true),
            ("email", "ann", false),
            ("byte", "AAE=\r\nAAE=", false),
            ("byte", "AAEC\r\nAAE=", true),
            ("byte", "AAE", false),
            ("byte", "", true),
            ("phone", "anything", true),
        ] {
            assert_eq!(text_fits(format, text), expected, "{format} {text}");
        }
    }

    #[test]
    fn numbers_are_of_their_formats_or_not() {
        for (format, number, expected) in [
            ("int32", Number::from(i32::MIN), true),
            ("int32", Number::from(i64::from(i32::MAX) + 1), false),
            ("int64", Number::from(i64::MIN), true),
            ("int64", Number::from(u64::MAX), false),
            ("double", Number::from(u64::MAX), true),
        ] {
            assert_eq!(number_fits(format, &number), expected, "{format} {number}");
        }
    }
}
