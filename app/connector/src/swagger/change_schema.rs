//! Changes of schemas, as edits (spec section D.2). They change the schema where it is written
//! down: what a reference leads to is changed for everything that refers to it.

use serde_json::{Map, Value, json};
use thiserror::Error;

use super::change_reference::{SharedError, add_shared};
use super::reference::Shared;
use super::schema::Schema;
use crate::document::{Change, Edit, Path};
use crate::{Connector, Part};

/// The keys of a schema, in the order in which Tenon writes them.
const SCHEMA_ORDER: &[&str] = &[
    "$ref",
    "type",
    "format",
    "title",
    "x-ms-summary",
    "description",
    "x-ms-visibility",
    "default",
    "enum",
    "x-ms-enum-values",
    "allOf",
    "items",
    "properties",
    "additionalProperties",
    "required",
    "readOnly",
];

/// The types that a schema can have.
pub const SCHEMA_TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "array", "object"];

/// Why a schema cannot be changed so.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SchemaError {
    /// A property has no name.
    #[error("Give the property a name.")]
    NoName,
    /// There is a property of this name.
    #[error("There is a property “{name}” at {path} already. Choose another name.")]
    Taken {
        /// The name.
        name: String,
        /// The schema.
        path: Path,
    },
    /// There is no property of this name.
    #[error("There is no property “{name}” at {path}. Reload to see the connector as it is now.")]
    Missing {
        /// The name.
        name: String,
        /// The schema.
        path: Path,
    },
    /// The properties are not an object.
    #[error("What stands at {path} is no list of properties. Make it an object first.")]
    NoProperties {
        /// The place of the properties.
        path: Path,
    },
    /// There is no reference, or it leads nowhere.
    #[error("The reference at {path} leads to no schema. Choose what it refers to.")]
    NoTarget {
        /// The schema.
        path: Path,
    },
    /// The schema cannot be shared under this name.
    #[error(transparent)]
    Shared(#[from] SharedError),
}

impl Schema<'_> {
    fn put(&self, connector: &Connector, key: &str, value: Option<Value>) -> Option<Edit> {
        let place = self.path().join(key);
        connector.set_in_order(Part::Definition, &place, value, SCHEMA_ORDER)
    }

    fn change(&self, path: Path, change: Change) -> Vec<Edit> {
        vec![Edit {
            part: Part::Definition,
            path,
            change,
        }]
    }

    /// The edits that set a keyword, or take it out.
    #[must_use]
    pub fn set_keyword(&self, connector: &Connector, key: &str, value: Option<Value>) -> Vec<Edit> {
        self.put(connector, key, value).into_iter().collect()
    }

    fn members(&self) -> Result<Option<&Map<String, Value>>, SchemaError> {
        match self.json().get("properties") {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Object(members)) => Ok(Some(members)),
            Some(_) => Err(SchemaError::NoProperties {
                path: self.path().join("properties"),
            }),
        }
    }

    fn check_free(&self, name: &str) -> Result<(), SchemaError> {
        if name.trim().is_empty() {
            return Err(SchemaError::NoName);
        }
        match self.members()?.and_then(|members| members.get(name)) {
            None => Ok(()),
            Some(_) => Err(SchemaError::Taken {
                name: name.to_owned(),
                path: self.path().clone(),
            }),
        }
    }

    fn check_there(&self, name: &str) -> Result<(), SchemaError> {
        match self.members()?.and_then(|members| members.get(name)) {
            Some(_) => Ok(()),
            None => Err(SchemaError::Missing {
                name: name.to_owned(),
                path: self.path().clone(),
            }),
        }
    }

    fn property_path(&self, name: &str) -> Path {
        self.path().join("properties").join(name)
    }

    /// The edits that add a property at the end.
    ///
    /// # Errors
    /// When the name is missing or taken.
    pub fn add_property(
        &self,
        connector: &Connector,
        name: &str,
        property: Value,
        required: bool,
    ) -> Result<Vec<Edit>, SchemaError> {
        self.check_free(name)?;
        let place = self.property_path(name);
        let added = connector.set_member(&place, property, SCHEMA_ORDER);
        Ok(added
            .into_iter()
            .chain(self.require(connector, name, required))
            .collect())
    }

    /// The edits that give a property another name, in its place and in `required`.
    ///
    /// # Errors
    /// When it is not there, or the name is missing or taken.
    pub fn rename_property(
        &self,
        connector: &Connector,
        name: &str,
        to: &str,
    ) -> Result<Vec<Edit>, SchemaError> {
        self.check_there(name)?;
        if name == to {
            return Ok(Vec::new());
        }
        self.check_free(to)?;
        let to_name = to.to_owned();
        let mut edits = self.change(self.property_path(name), Change::Rename { to: to_name });
        let renamed = |entry: &Value| {
            if entry == name {
                json!(to)
            } else {
                entry.clone()
            }
        };
        let required = self.json().get("required").and_then(Value::as_array);
        let required = required.map(|list| list.iter().map(renamed).collect());
        if let Some(list) = required {
            edits.extend(self.put(connector, "required", Some(Value::Array(list))));
        }
        Ok(edits)
    }

    /// The edits that give a property another place, counted from 0.
    ///
    /// # Errors
    /// When it is not there.
    pub fn move_property(&self, name: &str, to: usize) -> Result<Vec<Edit>, SchemaError> {
        self.check_there(name)?;
        let members = self.members()?;
        let at = members.and_then(|members| members.keys().position(|key| key == name));
        let last = members.map_or(0, Map::len).saturating_sub(1);
        let to = to.min(last);
        if at == Some(to) {
            return Ok(Vec::new());
        }
        Ok(self.change(self.property_path(name), Change::Move { to }))
    }

    /// The edits that delete a property, and its name in `required`.
    ///
    /// # Errors
    /// When it is not there.
    pub fn delete_property(
        &self,
        connector: &Connector,
        name: &str,
    ) -> Result<Vec<Edit>, SchemaError> {
        self.check_there(name)?;
        let gone = connector.set(Part::Definition, &self.property_path(name), None);
        Ok(gone
            .into_iter()
            .chain(self.require(connector, name, false))
            .collect())
    }

    /// The edits that make a property required or optional. It may be one of a schema that this one
    /// is made of.
    #[must_use]
    pub fn set_required(&self, connector: &Connector, name: &str, required: bool) -> Vec<Edit> {
        self.require(connector, name, required)
            .into_iter()
            .collect()
    }

    /// An empty list goes: Swagger 2.0 has none.
    fn require(&self, connector: &Connector, name: &str, required: bool) -> Option<Edit> {
        let is_there = self.required().any(|entry| entry == name);
        if is_there == required {
            return None;
        }
        let list = self.json().get("required").and_then(Value::as_array);
        let mut list = list.cloned().unwrap_or_default();
        if required {
            list.push(json!(name));
        } else {
            list.retain(|entry| entry != name);
        }
        let list = (!list.is_empty()).then_some(Value::Array(list));
        self.put(connector, "required", list)
    }

    /// The edits that give the schema another type. What belongs to other types goes; an array gets
    /// items, and an object its properties.
    #[must_use]
    pub fn set_kind(&self, connector: &Connector, kind: &str) -> Vec<Edit> {
        if kind == self.kind() {
            return Vec::new();
        }
        let members = self.json().as_object().into_iter().flatten();
        let mut edits: Vec<Edit> = members
            .filter(|(key, value)| !keeps(kind, key, value))
            .filter_map(|(key, _)| self.put(connector, key, None))
            .collect();
        edits.extend(self.put(connector, "type", Some(json!(kind))));
        if kind == "array" && self.json().get("items").is_none() {
            edits.extend(self.put(connector, "items", Some(json!({ "type": "string" }))));
        }
        if kind == "object" && self.json().get("properties").is_none() {
            edits.extend(self.put(connector, "properties", Some(json!({}))));
        }
        edits
    }

    /// The edits that put the schema into `definitions` and refer to it from here.
    ///
    /// # Errors
    /// When the name is missing or taken.
    pub fn share(&self, connector: &Connector, name: &str) -> Result<Vec<Edit>, SchemaError> {
        let json = self.json().clone();
        let mut edits = add_shared(connector, Shared::Definition, name, json)?;
        let reference = json!({ "$ref": Shared::Definition.reference(name) });
        edits.extend(connector.set(Part::Definition, self.path(), Some(reference)));
        Ok(edits)
    }

    /// The edits that put a copy of what the reference leads to in its place. What is said beside
    /// the reference stays and counts; references within the copy stay references.
    ///
    /// # Errors
    /// When there is no reference, or it leads to no schema.
    pub fn copy_target(&self, connector: &Connector) -> Result<Vec<Edit>, SchemaError> {
        let no_target = || SchemaError::NoTarget {
            path: self.path().clone(),
        };
        let target = self.target().ok_or_else(no_target)?;
        let mut copy = target.json().as_object().cloned().unwrap_or_default();
        let beside = self.json().as_object().into_iter().flatten();
        for (key, value) in beside.filter(|(key, _)| *key != "$ref") {
            copy.insert(key.clone(), value.clone());
        }
        let edit = connector.set(Part::Definition, self.path(), Some(Value::Object(copy)));
        Ok(edit.into_iter().collect())
    }
}

/// Whether a member of a schema still fits when its type becomes `kind`.
fn keeps(kind: &str, key: &str, value: &Value) -> bool {
    match key {
        "format" | "collectionFormat" => false,
        "items" | "minItems" | "maxItems" | "uniqueItems" => kind == "array",
        "properties"
        | "additionalProperties"
        | "required"
        | "minProperties"
        | "maxProperties"
        | "x-ms-editor"
        | "discriminator" => kind == "object",
        "minLength" | "maxLength" | "pattern" => kind == "string",
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => {
            matches!(kind, "integer" | "number")
        }
        "default" => is_of(kind, value),
        "enum" => {
            let choices = value.as_array().map_or(&[][..], Vec::as_slice);
            choices.iter().all(|choice| is_of(kind, choice))
        }
        "x-ms-enum-values" => {
            let entries = value.as_array().map_or(&[][..], Vec::as_slice);
            let fits = |entry: &Value| entry.get("value").is_some_and(|v| is_of(kind, v));
            entries.iter().all(fits)
        }
        _ => true,
    }
}

/// Whether a value is of a type.
fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => true,
    }
}
