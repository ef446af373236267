//! Preparing a request: gather the values, then write URL, headers and body.

use serde_json::Value;

use super::address::url;
use super::body::body;
use super::given::{Given, given};
use super::media::is_media_type;
use super::text::at;
use super::{Inputs, PreparedRequest, RequestError};
use crate::swagger::{Location, Operation, OperationKey};

/// Headers that frame the message or rule the connection; a value of a maker's would break either.
const RESERVED: [&str; 11] = [
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// The request that an operation makes of a maker's inputs.
///
/// # Errors
/// When the definition does not say where to call, or an input is missing or does not fit.
pub fn prepare(
    definition: &Value,
    key: &OperationKey,
    inputs: &Inputs,
) -> Result<PreparedRequest, RequestError> {
    let operation =
        Operation::find(definition, key).ok_or_else(|| RequestError::NoOperation(key.clone()))?;
    let given = given(definition, &operation, inputs)?;
    let url = url(definition, &operation, &given)?;
    let mut headers = headers(&given)?;
    let chosen = match &inputs.content_type {
        Some(chosen) if !is_media_type(chosen) => {
            return Err(RequestError::ContentType(chosen.clone()));
        }
        Some(chosen) => Some(chosen.clone()),
        None => header_in(&headers, "content-type").map(str::to_owned),
    };
    let consumes = match &chosen {
        Some(chosen) => vec![chosen.as_str()],
        None => media_types(definition, &operation, "consumes"),
    };
    let body = body(definition, &given, &consumes)?;
    if header_in(&headers, "accept").is_none() {
        let accept = accept(&media_types(definition, &operation, "produces"));
        headers.insert(0, ("Accept".to_owned(), accept));
    }
    if let Some(body) = &body {
        // The boundary of a form is known only now, so the body's own word stands.
        headers.retain(|(name, _)| !name.eq_ignore_ascii_case("content-type"));
        headers.push(("Content-Type".to_owned(), body.content_type.clone()));
    }
    Ok(PreparedRequest {
        method: key.method,
        url,
        headers,
        body: body.map(|body| body.bytes),
    })
}

fn headers(given: &[Given<'_>]) -> Result<Vec<(String, String)>, RequestError> {
    let in_headers = given.iter().filter(|given| given.is_in(Location::Header));
    in_headers.map(|given| header(given)).collect()
}

fn header(given: &Given<'_>) -> Result<(String, String), RequestError> {
    let parameter = &given.parameter;
    let name = parameter.name();
    let is_token = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
    if name.is_empty() || !name.bytes().all(is_token) {
        return Err(RequestError::HeaderName(name.to_owned()));
    }
    if RESERVED.iter().any(|r| r.eq_ignore_ascii_case(name)) {
        return Err(RequestError::ReservedHeader(at(parameter)));
    }
    let text = given.text()?.plain(parameter)?.join(",");
    check_value(&text).map_err(|()| RequestError::HeaderValue(at(parameter)))?;
    Ok((name.to_owned(), text))
}

/// A tab is the one control character that a header's value may hold.
fn check_value(text: &str) -> Result<(), ()> {
    if text.chars().any(|c| c.is_control() && c != '\t') {
        Err(())
    } else {
        Ok(())
    }
}

fn header_in<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let mut named = headers
        .iter()
        .filter(|(own, _)| own.eq_ignore_ascii_case(name));
    named.next().map(|(_, value)| value.as_str())
}

/// The media types of the operation, or those of the whole definition.
fn media_types<'a>(definition: &'a Value, operation: &Operation<'a>, key: &str) -> Vec<&'a str> {
    let own = operation.json().get(key);
    let list = own
        .or_else(|| definition.get(key))
        .and_then(Value::as_array);
    let texts = list.into_iter().flatten().filter_map(Value::as_str);
    texts.filter(|text| is_media_type(text)).collect()
}

fn accept(produces: &[&str]) -> String {
    if produces.is_empty() {
        "application/json, */*;q=0.5".to_owned()
    } else {
        produces.join(", ")
    }
}
