//! Changes of parameters, as edits (spec sections A.3 and D.2).

use serde_json::{Value, json};

use crate::message::{Message, Phrase, message, phrase, told_by_message};

use super::change::{OPERATION_ORDER, some_text};
use super::{Location, Operation, OperationKey, Parameter, Visibility};
use crate::document::{Change, Document, Edit, Path, Step};
use crate::{Connector, Part};

const PARAMETER_ORDER: &[&str] = &[
    "name",
    "in",
    "required",
    "type",
    "format",
    "items",
    "collectionFormat",
    "default",
    "enum",
    "x-ms-summary",
    "description",
    "x-ms-visibility",
    "x-ms-url-encoding",
    "schema",
];

/// A text of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterText {
    /// `x-ms-summary`.
    Summary,
    /// `description`.
    Description,
}

/// The types that a parameter outside the body can have.
pub const PARAMETER_TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "array", "file"];

/// Why a parameter cannot be made so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParameterError {
    /// It has no name.
    NoName,
    /// There is one of this name and location.
    Taken {
        /// The name.
        name: String,
        /// The location.
        location: Location,
    },
    /// There is a body already.
    SecondBody,
    /// The default does not fit the type.
    Default {
        /// The text.
        text: String,
        /// What the type asks for, with its article.
        expected: Phrase,
    },
}

told_by_message!(ParameterError);

impl std::error::Error for ParameterError {}

impl ParameterError {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoName => message!("Give the parameter a name."),
            Self::Taken { name, location } => message!(
                "There is a {location} parameter “{name}” already. Choose another name or place.",
                location = location.as_str(),
                name
            ),
            Self::SecondBody => message!("The operation has a body already; it can have one."),
            Self::Default { text, expected } => message!(
                "“{text}” is not {expected}. Write one, or leave the default empty.",
                text,
                expected
            ),
        }
    }
}

/// The parameter object that a new parameter begins as.
pub(super) fn new_parameter(name: &str, location: Location) -> Value {
    match location {
        Location::Path => json!({
            "name": name, "in": "path", "required": true, "type": "string", "x-ms-url-encoding": "single"
        }),
        Location::Body => {
            json!({ "name": name, "in": "body", "required": true, "schema": { "type": "object" } })
        }
        _ => json!({ "name": name, "in": location.as_str(), "required": false, "type": "string" }),
    }
}

/// The edit that adds a parameter at the end of the operation's own; none when the operation is gone.
///
/// # Errors
/// When the name is missing or taken.
pub fn add_parameter(
    connector: &Connector,
    key: &OperationKey,
    name: &str,
    location: Location,
) -> Result<Option<Edit>, ParameterError> {
    check_name(connector, key, name, location, None)?;
    let Some(operation) = Operation::find(connector.definition(), key) else {
        return Ok(None);
    };
    let list = key.location().join("parameters");
    let parameter = new_parameter(name, location);
    if operation
        .json()
        .get("parameters")
        .is_none_or(Value::is_null)
    {
        let only = Some(json!([parameter]));
        return Ok(connector.set_in_order(Part::Definition, &list, only, OPERATION_ORDER));
    }
    let step = Step::Parameter {
        name: name.to_owned(),
        location: location.as_str().to_owned(),
    };
    let change = Change::Put {
        before: None,
        after: Some(parameter),
        at: None,
    };
    Ok(Some(Edit {
        part: Part::Definition,
        path: list.join(step),
        change,
    }))
}

/// Whether an operation can have a parameter of this name and place, apart from the one at `except`.
fn check_name(
    connector: &Connector,
    key: &OperationKey,
    name: &str,
    location: Location,
    except: Option<&Path>,
) -> Result<(), ParameterError> {
    if name.trim().is_empty() {
        return Err(ParameterError::NoName);
    }
    let operation = Operation::find(connector.definition(), key);
    let others = operation
        .map(|operation| operation.parameters())
        .unwrap_or_default();
    let mut others = others.iter().filter(|other| Some(other.path()) != except);
    if location == Location::Body
        && others
            .clone()
            .any(|other| other.location() == Some(Location::Body))
    {
        return Err(ParameterError::SecondBody);
    }
    if others.any(|other| other.name() == name && other.location() == Some(location)) {
        return Err(ParameterError::Taken {
            name: name.to_owned(),
            location,
        });
    }
    Ok(())
}

/// The edit that takes a parameter away from its operation: the parameter, or the reference to it.
#[must_use]
pub fn delete_parameter(
    connector: &Connector,
    key: &OperationKey,
    parameter: &Path,
) -> Option<Edit> {
    let list = key.location().join("parameters");
    if parameter.starts_with(&list) {
        return connector.set(Part::Definition, parameter, None);
    }
    let target = parameter.pointer(connector.definition());
    let items = connector.get(Part::Definition, &list)?.as_array()?;
    let reference =
        |item: &Value| item.get("$ref").and_then(Value::as_str) == Some(&format!("#{target}"));
    let index = items.iter().position(reference)?;
    connector.set(Part::Definition, &list.join(index), None)
}

/// The edit that gives a parameter another name.
///
/// # Errors
/// When the name is missing or taken.
pub fn rename_parameter(
    connector: &Connector,
    key: &OperationKey,
    parameter: &Parameter<'_>,
    name: &str,
) -> Result<Option<Edit>, ParameterError> {
    check_name(
        connector,
        key,
        name,
        parameter.location().unwrap_or(Location::Query),
        Some(parameter.path()),
    )?;
    Ok(connector.set(
        Part::Definition,
        &parameter.path().join("name"),
        Some(json!(name)),
    ))
}

/// The edit that sends a parameter elsewhere. A body has a schema where the others have a type, so
/// the one becomes the other.
///
/// # Errors
/// When there is one of its name there already.
pub fn relocate_parameter(
    connector: &Connector,
    key: &OperationKey,
    parameter: &Parameter<'_>,
    location: Location,
) -> Result<Option<Edit>, ParameterError> {
    check_name(
        connector,
        key,
        parameter.name(),
        location,
        Some(parameter.path()),
    )?;
    let mut json = parameter.json().clone();
    let Some(members) = json.as_object_mut() else {
        return Ok(None);
    };
    members.insert("in".to_owned(), json!(location.as_str()));
    match (
        parameter.location() == Some(Location::Body),
        location == Location::Body,
    ) {
        (true, false) => {
            let schema = members.shift_remove("schema").unwrap_or_default();
            for key in ["type", "format", "items", "default", "enum"] {
                if let Some(value) = schema.get(key) {
                    members.insert(key.to_owned(), value.clone());
                }
            }
            if !PARAMETER_TYPES
                .iter()
                .any(|kind| members.get("type").is_some_and(|t| t == kind))
            {
                members.insert("type".to_owned(), json!("string"));
            }
        }
        (false, true) => {
            let mut schema = serde_json::Map::new();
            for key in ["type", "format", "items", "default", "enum"] {
                if let Some(value) = members.shift_remove(key) {
                    schema.insert(key.to_owned(), value);
                }
            }
            members.shift_remove("collectionFormat");
            members.insert("schema".to_owned(), Value::Object(schema));
        }
        _ => {}
    }
    if location == Location::Path {
        members.insert("required".to_owned(), json!(true));
    } else {
        members.shift_remove("x-ms-url-encoding");
    }
    Ok(connector.set(Part::Definition, parameter.path(), Some(json)))
}

impl Parameter<'_> {
    fn set(&self, connector: &Connector, key: &str, value: Option<Value>) -> Option<Edit> {
        connector.set_in_order(
            Part::Definition,
            &self.path().join(key),
            value,
            PARAMETER_ORDER,
        )
    }

    /// The edit that makes a text `text`; an empty one takes the key out.
    #[must_use]
    pub fn set_text(
        &self,
        connector: &Connector,
        field: ParameterText,
        text: &str,
    ) -> Option<Edit> {
        let key = match field {
            ParameterText::Summary => "x-ms-summary",
            ParameterText::Description => "description",
        };
        self.set(connector, key, some_text(text))
    }

    /// The edit that gives the parameter this visibility.
    #[must_use]
    pub fn set_visibility(&self, connector: &Connector, visibility: Visibility) -> Option<Edit> {
        self.set(connector, "x-ms-visibility", some_text(visibility.as_str()))
    }

    /// The edit that makes the parameter required or optional; a path parameter stays required.
    #[must_use]
    pub fn set_required(&self, connector: &Connector, required: bool) -> Option<Edit> {
        if required == self.required() || self.location() == Some(Location::Path) {
            None
        } else {
            self.set(connector, "required", Some(json!(required)))
        }
    }

    /// The edits that give the parameter another type. A format and a collection format go, as they
    /// belong to a type; a default that does not fit goes too; an array gets items.
    #[must_use]
    pub fn set_kind(&self, connector: &Connector, kind: &str) -> Vec<Edit> {
        if kind == self.kind() {
            return Vec::new();
        }
        let default = self
            .default_text()
            .and_then(|text| default_value(kind, &text).ok().flatten());
        let items = (kind == "array").then(|| json!({ "type": "string" }));
        let edits = [
            self.set(connector, "type", Some(json!(kind))),
            self.set(connector, "format", None),
            self.set(connector, "items", items),
            self.set(connector, "collectionFormat", None),
            self.set(connector, "default", default),
        ];
        edits.into_iter().flatten().collect()
    }

    /// The default as a maker types it: a text as it is, anything else as JSON.
    #[must_use]
    pub fn default_text(&self) -> Option<String> {
        self.default_value().map(|value| {
            value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned)
        })
    }

    /// The edit that makes the default what `text` says; an empty one takes it out.
    ///
    /// # Errors
    /// When the text is not a value of the parameter's type.
    pub fn set_default(
        &self,
        connector: &Connector,
        text: &str,
    ) -> Result<Option<Edit>, ParameterError> {
        Ok(self.set(connector, "default", default_value(self.kind(), text)?))
    }
}

/// The value of type `kind` that `text` stands for; none for an empty text.
///
/// # Errors
/// When it stands for none.
pub fn default_value(kind: &str, text: &str) -> Result<Option<Value>, ParameterError> {
    if text.is_empty() {
        return Ok(None);
    }
    let json = || Some(Document::parse(text).ok()?.root().clone());
    let (value, expected) = match kind {
        "integer" => (
            json().filter(|v| v.is_i64() || v.is_u64()),
            phrase!("a whole number"),
        ),
        "number" => (json().filter(Value::is_number), phrase!("a number")),
        "boolean" => (json().filter(Value::is_boolean), phrase!("true or false")),
        "array" => (
            json().filter(Value::is_array),
            phrase!("a list in JSON, such as [\"a\", \"b\"]"),
        ),
        _ => (Some(json!(text)), phrase!("a text")),
    };
    value.map(Some).ok_or_else(|| ParameterError::Default {
        text: text.to_owned(),
        expected,
    })
}
