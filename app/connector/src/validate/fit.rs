//! "Make the schema fit": the edits after which an answer is as the definition says.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::answer::{Answer, Content, check, declared, header_value};
use super::repair::{at, repair};
use super::violation::Violations;
use crate::Part;
use crate::document::{Edit, Path, edits_between};
use crate::infer::{InferError, Manner, infer};
use crate::message::{Message, error_of_message, message};
use crate::swagger::{Operation, OperationKey, Response};

/// The edits that make a definition fit an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The edits, to be applied as one action; none where the answer fits as it is and shows nothing new.
    pub edits: Vec<Edit>,
    /// The shared schemas and responses that change: other operations that refer to them change too.
    pub shared: Vec<Path>,
    /// What stays as it is: no schema can say it, or it is for the maker to decide (a body where none
    /// came, a content type, a text instead of JSON).
    pub left: Violations,
}

/// Why a definition cannot be made to fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FitError {
    /// The operation is not there.
    NoOperation {
        /// The operation.
        key: OperationKey,
    },
    /// The response is a reference that leads nowhere.
    Reference {
        /// The status as the operation has it.
        status: String,
        /// What its `$ref` says.
        reference: String,
    },
    /// No schema can be inferred of what is new.
    Infer(InferError),
    /// The answer holds a secret where the schema would have to change; said by those who hide secrets.
    HoldsSecret,
}

error_of_message!(FitError);

impl From<InferError> for FitError {
    fn from(error: InferError) -> Self {
        Self::Infer(error)
    }
}

impl FitError {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoOperation { key } => message!(
                "{key} is not there any more. Reload to see the connector as it is now.",
                key
            ),
            Self::Reference { status, reference } => message!(
                "The response for {status} refers to “{reference}”, which is not there. Correct it in the Swagger editor first.",
                status,
                reference
            ),
            Self::Infer(error) => error.message(),
            Self::HoldsSecret => message!(
                "The response holds a secret of the connection where the schema would have to change. Change the schema by hand in the Definition step."
            ),
        }
    }
}

/// The edits that merge an answer into what the definition declares for its status, so that its body fits.
///
/// Nothing that describes is thrown away: titles, descriptions, defaults, `x-ms-*` and properties that
/// were not seen stay. What is new is added in `manner`; what the answer contradicts is widened: types
/// (integer to number, else no type, as Swagger 2.0 has one in a schema), formats, values of `enum`
/// (which goes where it would grow beyond 500), `x-nullable`; `required` loses what is missing; bounds and patterns that are not kept go. A schema
/// that says nothing of its items, or an object that names no properties, gets what was seen, unless
/// the service is asked for it (`x-ms-dynamic-schema`).
///
/// Through a `$ref` the schema that it leads to changes, for all that refer to it ([`Fit::shared`]). A
/// status that is not declared gets a response of its own; `default` is changed only where it is the
/// only one of its kind, so that the shape of errors does not become that of a success.
///
/// # Errors
/// When the operation is not there, its response leads nowhere, or the answer is too deep or too large
/// for inference.
pub fn fit(
    definition: &Value,
    key: &OperationKey,
    answer: &Answer,
    manner: Manner,
) -> Result<Fit, FitError> {
    if Operation::find(definition, key).is_none() {
        return Err(FitError::NoOperation { key: key.clone() });
    }
    // Most answers fit, and a definition may be large.
    let mut after = Cow::Borrowed(definition);
    let mut changed = Vec::new();
    match declared_to_fit(definition, key, answer.status) {
        Some(response) => {
            let dangling = response.json().get("$ref").and_then(Value::as_str);
            if let Some(reference) = dangling {
                return Err(FitError::Reference {
                    status: response.status().to_owned(),
                    reference: reference.to_owned(),
                });
            }
            fit_headers(&mut after, &response, answer, &mut changed)?;
            fit_body(&mut after, &response, answer, manner, &mut changed)?;
        }
        None => add_response(after.to_mut(), key, answer, manner)?,
    }
    let edits = match &after {
        Cow::Borrowed(_) => Vec::new(),
        Cow::Owned(after) => edits_between(Part::Definition, definition, after),
    };
    Ok(Fit {
        edits,
        shared: shared(&changed),
        left: check(&after, key, answer),
    })
}

/// The response that an answer belongs to. `default` does for a success only where the operation
/// declares no other one.
fn declared_to_fit<'d>(
    definition: &'d Value,
    key: &OperationKey,
    status: u16,
) -> Option<Response<'d>> {
    let response = declared(definition, key, status)?;
    let others = crate::swagger::responses(definition, key);
    let has_success = others.iter().any(|other| other.status().starts_with('2'));
    let is_for_errors = response.status() == "default" && status < 400 && has_success;
    (!is_for_errors).then_some(response)
}

/// The shared schemas and responses among the places that changed, each once.
fn shared(changed: &[Path]) -> Vec<Path> {
    let mut all: Vec<Path> = Vec::new();
    for path in changed {
        let mut steps = path.steps().iter();
        let is_shared = |key: &str| matches!(key, "definitions" | "responses");
        let first = steps
            .next()
            .filter(|step| step.as_key().is_some_and(is_shared));
        if let (Some(first), Some(name)) = (first, steps.next()) {
            let place = Path::root().join(first.clone()).join(name.clone());
            if !all.contains(&place) {
                all.push(place);
            }
        }
    }
    all
}

/// The schema of a body by itself; none where there is no body.
fn schema_of(content: &Content, manner: Manner) -> Result<Option<Value>, InferError> {
    Ok(match content {
        Content::Empty | Content::Broken(_) => None,
        Content::Json(value) => Some(infer(value, manner)?),
        Content::Text(_) => Some(json!({ "type": "string" })),
        Content::Bytes => Some(json!({ "type": "string", "format": "binary" })),
    })
}

fn fit_headers(
    after: &mut Cow<'_, Value>,
    response: &Response<'_>,
    answer: &Answer,
    changed: &mut Vec<Path>,
) -> Result<(), InferError> {
    for (name, header) in response.headers() {
        let mut found = answer.headers.iter();
        let Some((_, text)) = found.find(|(own, _)| own.eq_ignore_ascii_case(name)) else {
            continue;
        };
        let path = response.path().join("headers").join(name);
        let value = header_value(header, text);
        let places = repair(after, &path, &value, Manner::Original)?;
        changed.extend(places);
        // A header must have a type, and any header is a text.
        let lost_its_type = path.get(after).is_some_and(|now| now.get("type").is_none());
        if header.get("type").is_some()
            && lost_its_type
            && let Some(Value::Object(members)) = at(after.to_mut(), &path)
        {
            members.shift_insert(0, "type".to_owned(), json!("string"));
        }
    }
    Ok(())
}

fn fit_body(
    after: &mut Cow<'_, Value>,
    response: &Response<'_>,
    answer: &Answer,
    manner: Manner,
    changed: &mut Vec<Path>,
) -> Result<(), InferError> {
    let path = response.path().join("schema");
    let says_nothing = |schema: &Value| {
        let members = schema.as_object();
        members.is_none_or(Map::is_empty)
    };
    if response.json().get("schema").is_none_or(says_nothing) {
        if let Some(schema) = schema_of(&answer.content, manner)?
            && let Some(Value::Object(members)) = at(after.to_mut(), response.path())
        {
            set_schema(members, schema);
            changed.push(path);
        }
        return Ok(());
    }
    // A file is any bytes, whatever they look like.
    let described = response.schema().map(|schema| schema.resolved());
    let is_file =
        described.is_some_and(|schema| schema.kind() == "file" || schema.format() == "binary");
    if let (Content::Json(value), false) = (&answer.content, is_file) {
        changed.extend(repair(after, &path, value, manner)?);
    }
    Ok(())
}

/// Puts a schema in its place: after the description.
fn set_schema(response: &mut Map<String, Value>, schema: Value) {
    if response.contains_key("schema") {
        response.insert("schema".to_owned(), schema);
        return;
    }
    let position = response.keys().position(|key| key == "description");
    let place = position.map_or(0, |position| position + 1);
    response.shift_insert(place, "schema".to_owned(), schema);
}

/// Declares the response, before those of higher statuses.
fn add_response(
    after: &mut Value,
    key: &OperationKey,
    answer: &Answer,
    manner: Manner,
) -> Result<(), InferError> {
    let Some(Value::Object(operation)) = at(after, &key.location()) else {
        return Ok(());
    };
    let list = operation.entry("responses").or_insert_with(|| json!({}));
    if !list.is_object() {
        *list = json!({});
    }
    let Value::Object(list) = list else {
        return Ok(());
    };
    let status = answer.status.to_string();
    let mut response = Map::new();
    response.insert("description".to_owned(), json!(phrase(answer.status)));
    if let Some(schema) = schema_of(&answer.content, manner)? {
        response.insert("schema".to_owned(), schema);
    }
    // "default" sorts after the digits, as it should.
    let place = list.keys().position(|other| *other > status);
    list.shift_insert(place.unwrap_or(list.len()), status, Value::Object(response));
    Ok(())
}

/// What a status means, in a word.
fn phrase(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No content",
        400 => "Bad request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not found",
        409 => "Conflict",
        429 => "Too many requests",
        _ => match status / 100 {
            1 | 2 => "Success",
            3 => "Redirect",
            4 => "Client error",
            _ => "Server error",
        },
    }
}
