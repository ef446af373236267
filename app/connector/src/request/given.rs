//! What is sent for each parameter: an input of the maker's, or a default.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::Value;

use super::internal::with_internal_defaults;
use super::skeleton::resolved;
use super::text::{Text, at};
use super::{Checked, InputFile, Inputs, RequestError};
use crate::swagger::{Location, Operation, Parameter, Visibility};

/// A parameter with what is sent for it.
pub(super) struct Given<'a> {
    pub(super) parameter: Parameter<'a>,
    pub(super) content: Content<'a>,
    /// Whether it is sent whatever its type is.
    is_free: bool,
}

/// What is sent for a parameter.
pub(super) enum Content<'a> {
    Value(Value),
    Files(Cow<'a, [InputFile]>),
}

impl Given<'_> {
    pub(super) fn is_in(&self, location: Location) -> bool {
        self.parameter.location() == Some(location)
    }

    /// The value; an error where a file was given and none can be sent.
    pub(super) fn value(&self) -> Result<&Value, RequestError> {
        match &self.content {
            Content::Value(value) => Ok(value),
            Content::Files(_) => Err(RequestError::NoFileHere(at(&self.parameter))),
        }
    }

    /// The value as text; an error where it is not what the parameter takes.
    pub(super) fn text(&self) -> Result<Text, RequestError> {
        Text::of(&self.parameter, self.value()?, self.is_free)
    }

    pub(super) fn has_files(&self) -> bool {
        matches!(self.content, Content::Files(_))
    }
}

/// The parameters that are sent.
pub(super) fn given<'a>(
    definition: &'a Value,
    operation: &Operation<'a>,
    inputs: &'a Inputs,
) -> Result<Vec<Given<'a>>, RequestError> {
    let mut given = Vec::new();
    let is_free = inputs.checked == Checked::Nothing;
    for parameter in operation.parameters() {
        let Some(location) = parameter.location() else {
            continue;
        };
        let files = inputs.files(location, parameter.name());
        let content = if files.is_empty() {
            let input = inputs.get(location, parameter.name());
            let value = value_of(definition, &parameter, input);
            value
                .map(|value| content_of(&parameter, value))
                .transpose()?
        } else {
            Some(content_of_files(definition, &parameter, files)?)
        };
        match content {
            Some(content) => given.push(Given {
                parameter,
                content,
                is_free,
            }),
            // A placeholder of the path cannot be left out.
            None if parameter.required() && (!is_free || location == Location::Path) => {
                return Err(RequestError::Missing(at(&parameter)));
            }
            None => {}
        }
    }
    Ok(given)
}

/// The input, or the default where there must be a value.
fn value_of(definition: &Value, parameter: &Parameter<'_>, input: Option<&Value>) -> Option<Value> {
    // The platform drops the default of what is optional, internal or not (spec section D.2).
    let is_owed = parameter.required() || parameter.location() == Some(Location::Path);
    let default = parameter
        .default_value()
        .filter(|default| is_owed && !default.is_null());
    let value = input.or(default).cloned();
    let Some(schema) = parameter.schema() else {
        return value;
    };
    let is_internal = parameter.visibility() == Visibility::Internal;
    with_internal_defaults(definition, schema, value, is_owed, is_internal)
}

/// Whether a parameter of a form takes files: one, or a list of them.
fn takes_files(parameter: &Parameter<'_>) -> bool {
    let items = parameter.json().get("items");
    let of_items = items.and_then(|items| items.get("type"));
    parameter.kind() == "file"
        || parameter.kind() == "array" && of_items.is_some_and(|kind| kind == "file")
}

/// A value; where the parameter is a file, the file that it is in Base64.
fn content_of<'a>(parameter: &Parameter<'_>, value: Value) -> Result<Content<'a>, RequestError> {
    if !takes_files(parameter) {
        return Ok(Content::Value(value));
    }
    let list = match &value {
        Value::Array(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    };
    let files = list.iter().map(|item| file_of(parameter, item));
    Ok(Content::Files(files.collect::<Result<_, _>>()?))
}

fn file_of(parameter: &Parameter<'_>, value: &Value) -> Result<InputFile, RequestError> {
    let text = value.as_str();
    let text = text.map(|text| text.split_ascii_whitespace().collect::<String>());
    let content = text.and_then(|text| BASE64.decode(text).ok());
    Ok(InputFile {
        content: content.ok_or_else(|| RequestError::File(at(parameter)))?,
        ..InputFile::default()
    })
}

/// Files where they can be sent; as a text in Base64 where the definition wants that.
fn content_of_files<'a>(
    definition: &Value,
    parameter: &Parameter<'_>,
    files: &'a [InputFile],
) -> Result<Content<'a>, RequestError> {
    let described = parameter.schema().unwrap_or_else(|| parameter.json());
    let described = resolved(definition, described).unwrap_or(described);
    let is_base64 = described
        .get("format")
        .is_some_and(|format| format == "byte");
    if let (true, [file]) = (is_base64, files) {
        return Ok(Content::Value(Value::String(BASE64.encode(&file.content))));
    }
    match parameter.location() {
        Some(Location::FormData) => Ok(Content::Files(Cow::Borrowed(files))),
        Some(Location::Body) if files.len() == 1 => Ok(Content::Files(Cow::Borrowed(files))),
        Some(Location::Body) => Err(RequestError::OneFile(at(parameter))),
        _ => Err(RequestError::NoFileHere(at(parameter))),
    }
}
