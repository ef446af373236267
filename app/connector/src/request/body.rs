//! The body of a request: JSON, XML, text, bytes, or a form.

use serde_json::{Map, Value};

use super::address::named_pieces;
use super::encoding::percent_encoded;
use super::given::{Content, Given};
use super::media::{FORM, MULTIPART, essence, for_file, for_value, is_json, is_media_type, is_xml};
use super::multipart::multipart;
use super::text::{at, described};
use super::xml::xml;
use super::{InputFile, RequestError};
use crate::message::phrase;
use crate::swagger::{Location, Parameter};

/// A body and its `Content-Type`.
pub(super) struct Body {
    pub(super) content_type: String,
    pub(super) bytes: Vec<u8>,
}

/// The body that these values make, in one of the types that the operation consumes.
pub(super) fn body(
    definition: &Value,
    given: &[Given<'_>],
    consumes: &[&str],
) -> Result<Option<Body>, RequestError> {
    let in_body = given.iter().find(|given| given.is_in(Location::Body));
    let fields: Vec<_> = given
        .iter()
        .filter(|given| given.is_in(Location::FormData))
        .collect();
    match (in_body, fields.is_empty()) {
        (None, true) => Ok(None),
        (Some(_), false) => Err(RequestError::TwoBodies),
        (None, false) => form(&fields, consumes).map(Some),
        (
            Some(Given {
                parameter, content, ..
            }),
            true,
        ) => match content {
            Content::Value(value) => whole(definition, parameter, value, consumes).map(Some),
            Content::Files(files) => files
                .first()
                .map(|file| file_body(parameter, file, consumes))
                .transpose(),
        },
    }
}

/// A body that is a file.
fn file_body(
    parameter: &Parameter<'_>,
    file: &InputFile,
    consumes: &[&str],
) -> Result<Body, RequestError> {
    let own = file.content_type.as_str();
    if !own.is_empty() && !is_media_type(own) {
        return Err(RequestError::FileType {
            at: at(parameter),
            content_type: own.to_owned(),
        });
    }
    Ok(Body {
        content_type: for_file(consumes, own).to_owned(),
        bytes: file.content.clone(),
    })
}

/// A body of one value.
fn whole(
    definition: &Value,
    parameter: &Parameter<'_>,
    value: &Value,
    consumes: &[&str],
) -> Result<Body, RequestError> {
    let content_type = for_value(consumes, value);
    let wrong = |expected| RequestError::Body {
        at: at(parameter),
        content_type: content_type.to_owned(),
        expected,
        found: described(value),
    };
    let text = match (essence(content_type).as_str(), value) {
        _ if is_json(content_type) => value.to_string(),
        (MULTIPART, _) => return Err(wrong(phrase!("written as form fields in the definition"))),
        (_, Value::String(text)) => text.clone(),
        _ if is_xml(content_type) => xml(definition, parameter, value)?,
        (FORM, Value::Object(members)) => urlencoded(members),
        (FORM, Value::Array(_)) => return Err(wrong(phrase!("an object"))),
        (_, Value::Bool(_) | Value::Number(_)) => value.to_string(),
        _ => return Err(wrong(phrase!("a text"))),
    };
    Ok(Body {
        content_type: content_type.to_owned(),
        bytes: text.into_bytes(),
    })
}

/// An object as a form; members that are `null` are left out.
fn urlencoded(members: &Map<String, Value>) -> String {
    let pieces = members.iter().filter_map(|(name, member)| {
        let text = match member {
            Value::Null => return None,
            Value::String(text) => percent_encoded(text),
            other => percent_encoded(&other.to_string()),
        };
        Some(format!("{}={text}", percent_encoded(name)))
    });
    pieces.collect::<Vec<_>>().join("&")
}

/// A form: urlencoded, unless it has files or only multipart is offered.
fn form(fields: &[&Given<'_>], consumes: &[&str]) -> Result<Body, RequestError> {
    let has_files = fields.iter().any(|field| field.has_files());
    let offers = |kind: &str| consumes.iter().any(|c| essence(c) == kind);
    if has_files || (offers(MULTIPART) && !offers(FORM)) {
        let (content_type, bytes) = multipart(fields)?;
        return Ok(Body {
            content_type,
            bytes,
        });
    }
    let mut pieces = Vec::new();
    for field in fields {
        pieces.extend(named_pieces(field)?);
    }
    Ok(Body {
        content_type: FORM.to_owned(),
        bytes: pieces.join("&").into_bytes(),
    })
}
