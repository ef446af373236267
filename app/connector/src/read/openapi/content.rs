//! Media types: which of several a body has in Swagger 2.0.

use serde_json::{Map, Value};

/// What a body looks like on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    Json,
    Form,
    Multipart,
    Xml,
    Text,
    Binary,
}

/// The shape of a media type.
pub(super) fn shape(media: &str) -> Shape {
    let name = media
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    match name.as_str() {
        "application/x-www-form-urlencoded" => Shape::Form,
        name if name.starts_with("multipart/") => Shape::Multipart,
        name if name.ends_with("json") || name == "*/*" || name == "application/*" => Shape::Json,
        name if name.ends_with("xml") => Shape::Xml,
        name if name.starts_with("text/")
            || name.ends_with("yaml")
            || name.ends_with("graphql") =>
        {
            Shape::Text
        }
        _ => Shape::Binary,
    }
}

/// Whether a schema is of bytes: by its format, or since OpenAPI 3.1 by its encoding or media type.
pub(super) fn is_binary(schema: &Map<String, Value>) -> bool {
    let said = |key: &str| schema.get(key).and_then(Value::as_str);
    let is_text = schema.get("type").is_none_or(|kind| match kind {
        Value::Array(kinds) => kinds.iter().any(|kind| kind == "string"),
        kind => kind == "string",
    });
    let by_media = || said("contentMediaType").is_some_and(|media| shape(media) == Shape::Binary);
    let by_encoding = match said("contentEncoding") {
        Some(encoding) => encoding == "binary",
        None => by_media(),
    };
    said("format") == Some("binary") || is_text && by_encoding
}

/// The media type that a body is described by: JSON before a form before all else.
pub(super) fn chosen(content: &Map<String, Value>) -> Option<(&str, &Value)> {
    let all = content.iter().map(|(media, value)| (media.as_str(), value));
    all.min_by_key(|(media, _)| shape(media))
}

#[cfg(test)]
mod tests {
    use super::{Shape, shape};

    #[test]
    fn media_types_have_a_shape() {
        for (media, expected) in [
            ("application/json; charset=utf-8", Shape::Json),
            ("application/vnd.api+json", Shape::Json),
            ("multipart/form-data", Shape::Multipart),
            ("text/plain", Shape::Text),
            ("application/soap+xml", Shape::Xml),
            ("image/png", Shape::Binary),
        ] {
            assert_eq!(shape(media), expected, "{media}");
        }
    }
}
