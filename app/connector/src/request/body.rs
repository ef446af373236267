//! The body of a request: JSON, text, or a form.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::Value;

use super::RequestError;
use super::address::{Given, named_pieces};
use super::encoding::percent_encoded;
use super::text::{Text, at, described};
use crate::swagger::{Location, Parameter};

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// A body and its `Content-Type`.
pub(super) struct Body {
    pub(super) content_type: String,
    pub(super) bytes: Vec<u8>,
}

/// The body that these values make, in one of the types that the operation consumes.
pub(super) fn body(given: &[Given<'_>], consumes: &[&str]) -> Result<Option<Body>, RequestError> {
    let in_body = given
        .iter()
        .find(|(p, _)| p.location() == Some(Location::Body));
    let fields: Vec<_> = given
        .iter()
        .filter(|(p, _)| p.location() == Some(Location::FormData))
        .collect();
    match (in_body, fields.is_empty()) {
        (None, true) => Ok(None),
        (Some(_), false) => Err(RequestError::TwoBodies),
        (Some((parameter, value)), true) => whole(parameter, value, consumes).map(Some),
        (None, false) => form(&fields, consumes).map(Some),
    }
}

/// A body of one value. JSON is chosen where it is offered: other types need text.
fn whole(
    parameter: &Parameter<'_>,
    value: &Value,
    consumes: &[&str],
) -> Result<Body, RequestError> {
    let json = consumes.iter().find(|kind| is_json(kind));
    let first = consumes.first().copied().unwrap_or("application/json");
    let content_type = json.copied().unwrap_or(first);
    let wrong = |expected| RequestError::Body {
        at: at(parameter),
        content_type: content_type.to_owned(),
        expected,
        found: described(value),
    };
    let text = match (essence(content_type).as_str(), value) {
        _ if is_json(content_type) => value.to_string(),
        (FORM, Value::Object(members)) => {
            let pieces = members.iter().filter_map(|(name, member)| {
                let text = plain(member)?;
                Some(format!(
                    "{}={}",
                    percent_encoded(name),
                    percent_encoded(&text)
                ))
            });
            pieces.collect::<Vec<_>>().join("&")
        }
        (MULTIPART, _) => return Err(wrong("written as form fields in the definition")),
        (FORM, Value::Array(_)) => return Err(wrong("an object")),
        (_, Value::String(text)) => text.clone(),
        (_, Value::Bool(_) | Value::Number(_)) => value.to_string(),
        _ if content_type.contains('*') => value.to_string(),
        _ => return Err(wrong("a text")),
    };
    let content_type = if content_type.contains('*') {
        "application/json"
    } else {
        content_type
    };
    Ok(Body {
        content_type: content_type.to_owned(),
        bytes: text.into_bytes(),
    })
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

fn essence(content_type: &str) -> String {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

fn is_json(content_type: &str) -> bool {
    let essence = essence(content_type);
    essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
}

/// A form: urlencoded, unless it has files or only multipart is offered.
fn form(fields: &[&Given<'_>], consumes: &[&str]) -> Result<Body, RequestError> {
    let has_files = fields.iter().any(|(p, _)| p.kind() == "file");
    let offers = |kind: &str| consumes.iter().any(|c| essence(c) == kind);
    if has_files || (offers(MULTIPART) && !offers(FORM)) {
        return multipart(fields);
    }
    let mut pieces = Vec::new();
    for (parameter, value) in fields {
        pieces.extend(named_pieces(parameter, value)?);
    }
    Ok(Body {
        content_type: FORM.to_owned(),
        bytes: pieces.join("&").into_bytes(),
    })
}

/// A multipart form (RFC 7578).
fn multipart(fields: &[&Given<'_>]) -> Result<Body, RequestError> {
    let mut parts = Vec::new();
    for (parameter, value) in fields {
        parts.extend(parts_of(parameter, value)?);
    }
    let boundary = boundary(&parts);
    let mut bytes = Vec::new();
    for part in &parts {
        bytes.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
        bytes.extend_from_slice(part);
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    Ok(Body {
        content_type: format!("{MULTIPART}; boundary={boundary}"),
        bytes,
    })
}

fn parts_of(parameter: &Parameter<'_>, value: &Value) -> Result<Vec<Vec<u8>>, RequestError> {
    let name = quoted(parameter.name());
    let head = format!("Content-Disposition: form-data; name=\"{name}\"");
    if parameter.kind() == "file" {
        let text: Option<String> = value
            .as_str()
            .map(|text| text.split_ascii_whitespace().collect());
        let content = text.and_then(|text| BASE64.decode(text).ok());
        let content = content.ok_or_else(|| RequestError::File(at(parameter)))?;
        let head = format!(
            "{head}; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );
        return Ok(vec![[head.into_bytes(), content].concat()]);
    }
    let texts = Text::of(parameter, value)?.encoded(str::to_owned);
    let part = |text: String| format!("{head}\r\n\r\n{text}").into_bytes();
    Ok(texts.into_iter().map(part).collect())
}

/// A name inside quotation marks, as browsers write it in forms.
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A boundary that no part holds. It is found, not drawn: the same form is always the same bytes.
fn boundary(parts: &[Vec<u8>]) -> String {
    let mut number = 0_u64;
    loop {
        let boundary = format!("tenon-form-{number}");
        let holds = |part: &Vec<u8>| {
            part.windows(boundary.len())
                .any(|piece| piece == boundary.as_bytes())
        };
        if !parts.iter().any(holds) {
            return boundary;
        }
        number += 1;
    }
}
