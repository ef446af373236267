//! An answer of a service against the response that the operation declares for it.

use serde_json::{Number, Value};

use super::value::check_type;
use super::violation::{Collected, Kind, Place, Severity, Violations};
use super::walk::{Detail, walk};
use crate::document::{Document, Path};
use crate::message::{Message, message};
use crate::request::{covers, described, is_json, is_xml};
use crate::swagger::{Method, Operation, OperationKey, Response, Schema, responses};

/// What came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The headers, in the order received.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub content: Content,
}

/// A body as validation looks at it.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// There was none.
    Empty,
    /// A value of JSON.
    Json(Value),
    /// What calls itself JSON and is none, and why.
    Broken(String),
    /// A text.
    Text(String),
    /// Neither.
    Bytes,
}

impl Content {
    /// A body, by the content type that came with it; without one, what reads as JSON is JSON.
    #[must_use]
    pub fn of(content_type: &str, body: &[u8]) -> Self {
        let text =
            std::str::from_utf8(body).map(|text| text.strip_prefix('\u{feff}').unwrap_or(text));
        match text {
            Ok("") => Self::Empty,
            Ok(text) if is_json(content_type) => match json_of(text) {
                Ok(value) => Self::Json(value),
                Err(reason) => Self::Broken(reason),
            },
            Ok(text)
                if content_type.trim().is_empty() && text.trim_start().starts_with(['{', '[']) =>
            {
                json_of(text).map_or_else(|_| Self::Text(text.to_owned()), Self::Json)
            }
            Ok(text) if !text.contains('\0') => Self::Text(text.to_owned()),
            _ if is_json(content_type) => Self::Broken("it is not in UTF-8".to_owned()),
            _ => Self::Bytes,
        }
    }
}

/// The quick reader first; it stops at a depth that documents may have.
fn json_of(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).or_else(|error| {
        let deep = Document::parse(text).map(|document| document.root().clone());
        deep.map_err(|_| error.to_string())
    })
}

impl Answer {
    /// The encoding in which the body is packed still; that of others was undone, and its header is gone.
    fn packed(&self) -> Option<&str> {
        let coding = self.header("content-encoding").map(str::trim);
        coding.filter(|coding| !coding.is_empty() && !coding.eq_ignore_ascii_case("identity"))
    }

    fn header<'a>(&'a self, name: &str) -> Option<&'a str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

/// The response that an operation declares for a status: by its number, by its hundred (`4XX`), or
/// `default`.
pub(super) fn declared<'d>(
    definition: &'d Value,
    key: &OperationKey,
    status: u16,
) -> Option<Response<'d>> {
    let number = status.to_string();
    let hundred = format!("{}XX", status / 100);
    let mut all = responses(definition, key);
    let names = [number.as_str(), &hundred, "default"];
    let at = names.iter().find_map(|name| {
        let mut all = all.iter();
        all.position(|response| response.status().eq_ignore_ascii_case(name))
    });
    at.map(|at| all.swap_remove(at))
}

/// What in an answer is not as the definition says: status, content type, headers and body
/// (spec section G). An operation that is not there says nothing.
#[must_use]
pub fn check(definition: &Value, key: &OperationKey, answer: &Answer) -> Violations {
    let mut collected = Collected::new(definition);
    let Some(operation) = Operation::find(definition, key) else {
        return collected.finish();
    };
    let Some(response) = declared(definition, key, answer.status) else {
        undeclared(key, answer, &mut collected);
        return collected.finish();
    };
    content_type(definition, &operation, answer, &mut collected);
    for (name, header) in response.headers() {
        if let Some(text) = answer.header(name) {
            let path = response.path().join("headers").join(name);
            let value = header_value(header, text);
            let schema = (&path, header);
            walk(definition, schema, &value, Detail::Plain, &mut |found| {
                collected.header(name, &found);
            });
        }
    }
    body(definition, key, &response, answer, &mut collected);
    collected.finish()
}

fn undeclared(key: &OperationKey, answer: &Answer, collected: &mut Collected<'_>) {
    let status = answer.status;
    let severity = if (200..300).contains(&status) {
        Severity::Error
    } else {
        Severity::Note
    };
    collected.whole(
        (severity, Kind::UndeclaredStatus),
        Place::Status,
        &key.location().join("responses"),
        message!(
            "The operation declares no response for the status {status}.",
            status
        ),
    );
}

fn content_type(
    definition: &Value,
    operation: &Operation<'_>,
    answer: &Answer,
    collected: &mut Collected<'_>,
) {
    let key = "produces";
    let (path, list) = match operation.json().get(key) {
        Some(own) => (operation.key().location().join(key), own),
        None => match definition.get(key) {
            Some(list) => (Path::of([key]), list),
            None => return,
        },
    };
    let produced: Vec<&str> = list
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let found = answer.header("content-type").unwrap_or_default();
    if answer.content == Content::Empty
        || found.is_empty()
        || produced.is_empty()
        || produced.iter().any(|kind| covers(kind, found))
    {
        return;
    }
    let message = message!(
        "The service sent {found}, but the definition says {produced}.",
        found,
        produced = Message::any_of(produced)
    );
    let what = (Severity::Note, Kind::ContentType);
    collected.whole(what, Place::ContentType, &path, message);
}

/// The value of a header as its declaration reads it; where it does not, its text.
pub(super) fn header_value(header: &Value, text: &str) -> Value {
    let as_text = || Value::String(text.to_owned());
    let kind = header.get("type").and_then(Value::as_str);
    match kind.unwrap_or_default() {
        "integer" | "number" => text
            .trim()
            .parse::<Number>()
            .map_or_else(|_| as_text(), Value::Number),
        "boolean" => text
            .trim()
            .parse::<bool>()
            .map_or_else(|_| as_text(), Value::Bool),
        "array" => {
            let format = header.get("collectionFormat").and_then(Value::as_str);
            let separator = match format.unwrap_or_default() {
                "ssv" => ' ',
                "tsv" => '\t',
                "pipes" => '|',
                _ => ',',
            };
            let described = header.get("items").unwrap_or(&Value::Null);
            // A list within a list is left as it is: its own items say how it is parted.
            let item = |item: &str| match described.get("items") {
                None => header_value(described, item.trim()),
                Some(_) => Value::Array(Vec::new()),
            };
            Value::Array(text.split(separator).map(item).collect())
        }
        _ => as_text(),
    }
}

/// Whether a schema is of bytes, which are not looked at.
fn is_file(schema: &Schema<'_>) -> bool {
    let schema = schema.resolved();
    schema.kind() == "file" || schema.format() == "binary"
}

fn body(
    definition: &Value,
    key: &OperationKey,
    response: &Response<'_>,
    answer: &Answer,
    collected: &mut Collected<'_>,
) {
    let whole = Place::Body(String::new());
    let Some(schema) = response.schema() else {
        if answer.content != Content::Empty {
            let message = message!(
                "There is a body, but the definition declares none for this status, so nobody can choose from it in a \
                 later step."
            );
            let what = (Severity::Note, Kind::UndeclaredBody);
            collected.whole(what, whole, response.path(), message);
        }
        return;
    };
    let mut walked = |value: &Value| {
        let place = (schema.path(), schema.json());
        walk(definition, place, value, Detail::Plain, &mut |found| {
            collected.body(&found);
        });
    };
    let resolved = schema.resolved();
    let kind = resolved.json().get("type");
    let (kind, message) = match &answer.content {
        Content::Empty if key.method == Method::Head => return,
        _ if is_file(&schema) && answer.content != Content::Empty => return,
        Content::Bytes | Content::Broken(_) if answer.packed().is_some() => (
            Kind::NotJson,
            message!(
                "The service packed the body (Content-Encoding: {coding}), which was not asked for, so it cannot be read. Make \
                 the service honour Accept-Encoding: gzip and br are read.",
                coding = answer.packed()
            ),
        ),
        Content::Json(value) => return walked(value),
        Content::Text(text) => {
            let value = Value::String(text.clone());
            let content_type = answer.header("content-type").unwrap_or_default();
            if is_xml(content_type) {
                return;
            }
            match check_type(kind, &value) {
                Ok(()) => return walked(&value),
                Err(_) => (Kind::NotJson, not_json(content_type, &value)),
            }
        }
        Content::Bytes => match check_type(kind, &Value::String(String::new())) {
            Ok(()) => return,
            Err(_) => (
                Kind::NotJson,
                message!("The body is neither text nor JSON, but the definition describes JSON."),
            ),
        },
        Content::Broken(reason) => (
            Kind::NotJson,
            message!(
                "The service says that the body is JSON, but it cannot be read: {reason}.",
                reason
            ),
        ),
        Content::Empty => (
            Kind::MissingBody,
            message!("There is no body, but the definition declares one for this status."),
        ),
    };
    collected.whole((Severity::Error, kind), whole, schema.path(), message);
}

fn not_json(content_type: &str, value: &Value) -> Message {
    let kind = if content_type.is_empty() {
        message!("no content type")
    } else {
        Message::verbatim(content_type)
    };
    message!(
        "The body is the text {text} ({kind}), but the definition describes JSON.",
        text = described(value),
        kind
    )
}
