//! What calls sent.

use serde_json::Value;

use super::text;
use crate::read::calls::{Body, Field, body_of_text};

/// What was posted.
pub(super) fn body(posted: &Value) -> Option<Body> {
    let media = text(posted, "mimeType");
    let in_parts = media
        .to_ascii_lowercase()
        .starts_with("multipart/form-data");
    let is_form = in_parts
        || media
            .to_ascii_lowercase()
            .starts_with("application/x-www-form-urlencoded");
    let listed = parameters(posted);
    if is_form && !listed.is_empty() {
        return Some(Body::Form {
            fields: listed,
            in_parts,
        });
    }
    if in_parts {
        let fields = parts(text(posted, "text"));
        return (!fields.is_empty()).then_some(Body::Form { fields, in_parts });
    }
    let media = Some(media).filter(|media| !media.is_empty());
    body_of_text(media, text(posted, "text"))
}

fn parameters(posted: &Value) -> Vec<Field> {
    let list = posted.get("params").and_then(Value::as_array);
    let field = |one: &Value| Field {
        name: text(one, "name").to_owned(),
        value: one.get("value").and_then(Value::as_str).map(str::to_owned),
        is_file: one.get("fileName").is_some(),
        ..Field::default()
    };
    list.into_iter().flatten().map(field).collect()
}

/// The fields of a form that was sent in parts, by the headers of the parts (RFC 7578).
fn parts(text: &str) -> Vec<Field> {
    let is_header = |line: &&str| {
        line.to_ascii_lowercase()
            .starts_with("content-disposition:")
    };
    let fields = text.lines().filter(is_header).filter_map(|line| {
        Some(Field {
            name: quoted(line, " name=\"")?.to_owned(),
            is_file: quoted(line, " filename=\"").is_some(),
            ..Field::default()
        })
    });
    fields.collect()
}

fn quoted<'t>(line: &'t str, start: &str) -> Option<&'t str> {
    let (_, rest) = line.split_once(start)?;
    Some(rest.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Body, body};

    #[test]
    fn forms_in_parts_are_read_from_their_text() {
        let text = "------b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nx\r\n------b\r\n\
                    Content-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\n\r\n\r\n------b--\r\n";
        let posted = json!({ "mimeType": "multipart/form-data; boundary=----b", "text": text });
        let found: Vec<(String, bool)> = match body(&posted) {
            Some(Body::Form {
                fields,
                in_parts: true,
            }) => fields
                .into_iter()
                .map(|field| (field.name, field.is_file))
                .collect(),
            _ => Vec::new(),
        };
        let expected = [("title", false), ("photo", true)];
        assert_eq!(
            found,
            expected.map(|(name, is_file)| (name.to_owned(), is_file))
        );
    }
}
