//! The templates that give a property of the body another shape.

use serde_json::{Map, Value};

use super::body::Body;
use super::error::{Fault, PolicyError, Stop};
use super::json::{Step, get, kind, plain, take};
use super::read::Reader;
use super::scope::Scope;
use super::subject::{Subject, sub_path};
use super::text::Text;
use super::trace::Record;
use crate::request::percent_encoded;

/// A property and the shape that it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Convert {
    subject: Subject,
    shape: Shape,
}

/// What becomes of the property.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shape {
    /// `convertarraytoobject`: `[{k,…}]` to `{k:{…}}`.
    Object { key: Vec<Step>, retain_key: bool },
    /// `convertobjecttoarray`: `{a:x}` to `[{key:a,value:x}]`.
    Array { key: String, value: String },
    /// `stringtoarray`: `"3;0"` to `[{name:"3"},{name:"0"}]`.
    Pieces { delimiters: String, name: String },
    /// `stringreplace`.
    Replaced { from: Text, to: Text },
    /// `encodepropertyvalue`.
    Encoded,
}

impl Convert {
    fn of(reader: &Reader<'_>, shape: Shape) -> Result<Self, PolicyError> {
        let subject = reader.subject()?;
        Ok(Self { subject, shape })
    }

    pub(super) fn array_to_object(reader: &Reader<'_>) -> Result<Self, PolicyError> {
        const KEY: &str = "keyWithinCollectionPath";
        let shape = Shape::Object {
            key: reader.parsed(KEY, &reader.filled(KEY)?, sub_path)?,
            retain_key: reader.flag("retainKey", true)?,
        };
        Self::of(reader, shape)
    }

    pub(super) fn object_to_array(reader: &Reader<'_>) -> Result<Self, PolicyError> {
        let named = |parameter, default: &str| {
            let text = reader.text(parameter)?;
            let text = text.filter(|text| !text.trim().is_empty());
            Ok::<_, PolicyError>(text.unwrap_or_else(|| default.to_owned()))
        };
        let (key, value) = (named("keyName", "key")?, named("valueName", "value")?);
        if key == value {
            return Err(reader.fault(Some("valueName"), Fault::SameName(value)));
        }
        Self::of(reader, Shape::Array { key, value })
    }

    pub(super) fn string_to_array(reader: &Reader<'_>) -> Result<Self, PolicyError> {
        // A space alone can be a delimiter.
        let delimiters = reader.needed("delimiterList")?;
        let delimiters = match delimiters.is_empty() {
            true => reader.filled("delimiterList")?,
            false => delimiters,
        };
        let name = reader.filled("childPropertyName")?;
        Self::of(reader, Shape::Pieces { delimiters, name })
    }

    pub(super) fn string_replace(reader: &Reader<'_>) -> Result<Self, PolicyError> {
        let from = reader.needed("sourceString")?;
        let from = match from.is_empty() {
            true => reader.filled("sourceString")?,
            false => from,
        };
        let to = reader.text("replacementString")?.unwrap_or_default();
        let shape = Shape::Replaced {
            from: reader.template("sourceString", &from)?,
            to: reader.template("replacementString", &to)?,
        };
        Self::of(reader, shape)
    }

    pub(super) fn encode(reader: &Reader<'_>) -> Result<Self, PolicyError> {
        Self::of(reader, Shape::Encoded)
    }

    /// Changes the property, in each item where its parent is a collection.
    pub(super) fn run(
        &self,
        body: &mut Body,
        scope: &Scope<'_>,
        record: &mut Record,
    ) -> Result<(), Stop> {
        // A message without JSON has nothing to change, whatever the expressions say.
        let json = body.json_or_skip()?;
        if let Shape::Replaced { from, to } = &self.shape {
            let scope = Scope {
                body: Ok(json),
                ..*scope
            };
            let from = from.text(&scope, record);
            let from = from.map_err(|fault| fault.within("sourceString"))?;
            let to = to.text(&scope, record);
            let to = to.map_err(|fault| fault.within("replacementString"))?;
            if from.is_empty() {
                let reason = "“sourceString” came out empty, so there is nothing to replace.";
                return Err(Stop::Skip(reason.to_owned()));
            }
            let replaced = |old: &str| old.replace(&from, &to);
            return self.subject.change(body, record, |old, _| {
                Ok(Value::String(replaced(text(old)?)))
            });
        }
        self.subject
            .change(body, record, |old, record| self.shape.of(old, record))
    }
}

impl Shape {
    fn of(&self, old: &Value, record: &mut Record) -> Result<Value, String> {
        match self {
            Self::Object { key, retain_key } => object(old, key, *retain_key, record),
            Self::Array { key, value } => array(old, key, value),
            Self::Pieces { delimiters, name } => pieces(text(old)?, delimiters, name),
            Self::Encoded => Ok(Value::String(percent_encoded(text(old)?))),
            Self::Replaced { .. } => Ok(old.clone()),
        }
    }
}

fn text(value: &Value) -> Result<&str, String> {
    value
        .as_str()
        .ok_or_else(|| format!("is {}, not a text.", kind(value)))
}

fn object(
    old: &Value,
    key: &[Step],
    retain_key: bool,
    record: &mut Record,
) -> Result<Value, String> {
    let Value::Array(items) = old else {
        return Err(format!("is {}, not a list.", kind(old)));
    };
    let mut members = Map::new();
    for (index, item) in items.iter().enumerate() {
        let Some(name) = get(item, key).map(plain).filter(|name| !name.is_empty()) else {
            record.note(format!(
                "Item {index} was left out: it has no value for the key."
            ));
            continue;
        };
        let mut item = item.clone();
        if !retain_key {
            take(&mut item, key);
        }
        if members.insert(name, item).is_some() {
            record.note("Several items have the same key: the last one stands.".to_owned());
        }
    }
    Ok(Value::Object(members))
}

fn array(old: &Value, key: &str, value: &str) -> Result<Value, String> {
    let Value::Object(members) = old else {
        return Err(format!("is {}, not an object.", kind(old)));
    };
    let item = |(name, member): (&String, &Value)| {
        let mut item = Map::new();
        item.insert(key.to_owned(), Value::String(name.clone()));
        item.insert(value.to_owned(), member.clone());
        Value::Object(item)
    };
    Ok(Value::Array(members.iter().map(item).collect()))
}

/// Each character of the list ends a piece; pieces with nothing in them are no items.
fn pieces(old: &str, delimiters: &str, name: &str) -> Result<Value, String> {
    let pieces = old.split(|character| delimiters.contains(character));
    let item = |piece: &str| {
        let mut item = Map::new();
        item.insert(name.to_owned(), Value::String(piece.to_owned()));
        Value::Object(item)
    };
    let filled = pieces.filter(|piece| !piece.is_empty());
    Ok(Value::Array(filled.map(item).collect()))
}
