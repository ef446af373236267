//! Schemas that another operation supplies (`x-ms-dynamic-schema`, `x-ms-dynamic-properties`): what its answer says of
//! the members of a value (spec sections D.3 and D.4).

mod error;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

pub use self::error::SuppliedSchemaError;
use super::choices::first_of;
use super::supply::at;
use crate::document::{Path, Step};
use crate::message::{Message, Phrase, message, phrase};
use crate::swagger::{Dynamic, DynamicKind, DynamicPath, Schema, references, target};

/// The most JSON values that a schema has, with what it refers to.
pub const MAX_VALUES: usize = 50_000;

/// The most levels of JSON that a schema has.
pub const MAX_DEPTH: usize = 64;

/// The most properties that a schema has, with those of the schemas in it.
pub const MAX_PROPERTIES: usize = 2_000;

/// Members one of which a schema has; anything else is no schema.
const MARKS: [&str; 9] = [
    "type",
    "properties",
    "items",
    "allOf",
    "$ref",
    "enum",
    "additionalProperties",
    "oneOf",
    "anyOf",
];

/// A schema that an operation supplied, in a document of its own with all that it refers to: a `$ref` leads to what
/// the schema, the answer or the definition has there, in this order.
#[derive(Clone, Debug, PartialEq)]
pub struct SuppliedSchema {
    document: Value,
    unresolved: Vec<String>,
}

impl SuppliedSchema {
    /// The document, whose root is the schema.
    #[must_use]
    pub fn document(&self) -> &Value {
        &self.document
    }

    /// The `$ref`s that lead nowhere.
    #[must_use]
    pub fn unresolved(&self) -> &[String] {
        &self.unresolved
    }

    /// The schema; none where it is no object, which [`schema_in`] lets through nowhere.
    #[must_use]
    pub fn schema(&self) -> Option<Schema<'_>> {
        Schema::at(&self.document, &Path::root())
    }
}

/// Where the schema of a value comes from; the newer style goes before the older one.
#[must_use]
pub fn supplied_schema<'a>(holder: &'a Value, path: &Path) -> Option<Dynamic<'a>> {
    first_of(
        holder,
        path,
        &[DynamicKind::Properties, DynamicKind::Schema],
    )
}

/// The schema that an answer supplies; none where it says that there is nothing (`null`, an object without members).
///
/// # Errors
/// When there is no schema where the definition says, or it is broken or beyond a bound.
pub fn schema_in(
    definition: &Value,
    dynamic: &Dynamic<'_>,
    answer: &Value,
) -> Result<Option<SuppliedSchema>, SuppliedSchemaError> {
    let path = dynamic.answer_path(DynamicPath::Value).unwrap_or_default();
    let asked = Asked {
        operation: dynamic.source_name(),
        path,
    };
    let found = at(answer, path).ok_or_else(|| asked.nothing(answer))?;
    let schema = match found {
        Value::Null => return Ok(None),
        Value::Object(members) if members.is_empty() => return Ok(None),
        Value::Object(members) => asked.schema(answer, members)?,
        other => return Err(asked.no_schema(other)),
    };
    let schema = Value::Object(schema);
    let mut values = 0;
    asked.count(&schema, &mut values)?;
    asked.check(&schema)?;
    let (document, unresolved) = asked.with_references(schema, values, [answer, definition])?;
    Ok(Some(SuppliedSchema {
        document,
        unresolved,
    }))
}

/// What was asked for a schema.
struct Asked<'a> {
    operation: &'a str,
    path: &'a str,
}

impl Asked<'_> {
    fn nothing(&self, answer: &Value) -> SuppliedSchemaError {
        // The deepest place on the way says most about what went wrong.
        let mut steps: Vec<&str> = self.path.split('/').collect();
        let mut there = answer;
        while steps.pop().is_some() {
            if let Some(found) = at(answer, &steps.join("/")) {
                there = found;
                break;
            }
        }
        let has = match steps.join("/").as_str() {
            "" => described(there),
            place => message!("{what} at “{place}”", what = described(there), place),
        };
        SuppliedSchemaError::Nothing {
            operation: self.operation.to_owned(),
            path: self.path.to_owned(),
            has,
        }
    }

    fn no_schema(&self, found: &Value) -> SuppliedSchemaError {
        SuppliedSchemaError::NoSchema {
            operation: self.operation.to_owned(),
            place: match self.path {
                "" => message!("as a whole"),
                path => message!("at “{path}”", path),
            },
            is: described(found),
        }
    }

    fn too_large(&self, bound: usize, what: Phrase) -> SuppliedSchemaError {
        SuppliedSchemaError::TooLarge {
            operation: self.operation.to_owned(),
            bound,
            what,
        }
    }

    /// The schema that an object in the answer is. The older style may point to the properties of a schema (rule 15),
    /// which are those of the object that they are in.
    fn schema(
        &self,
        answer: &Value,
        members: &Map<String, Value>,
    ) -> Result<Map<String, Value>, SuppliedSchemaError> {
        if is_schema(members) {
            return Ok(members.clone());
        }
        let (above, last) = self.path.rsplit_once('/').unwrap_or(("", self.path));
        if last.eq_ignore_ascii_case("properties") {
            let holder = at(answer, above).and_then(Value::as_object);
            if let Some(holder) = holder.filter(|holder| is_schema(holder)) {
                return Ok(holder.clone());
            }
            if members.values().all(Value::is_object) {
                return Ok(Map::from_iter([
                    ("type".to_owned(), json!("object")),
                    ("properties".to_owned(), Value::Object(members.clone())),
                ]));
            }
        }
        Err(self.no_schema(&Value::Object(members.clone())))
    }

    /// The schema with what its `$ref`s lead to, taken from the first of these places that has it, and the `$ref`s
    /// that lead nowhere.
    fn with_references(
        &self,
        schema: Value,
        mut values: usize,
        places: [&Value; 2],
    ) -> Result<(Value, Vec<String>), SuppliedSchemaError> {
        let mut document = schema;
        let mut waiting: Vec<String> = owned(references(&document));
        let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
        let mut unresolved = Vec::new();
        while let Some(reference) = waiting.pop() {
            if target(&document, &reference).is_some() {
                continue;
            }
            let found = shared_of(&reference)
                .and_then(|shared| places.iter().find_map(|place| target(place, &shared)));
            let Some((path, found)) = found else {
                unresolved.push(reference);
                continue;
            };
            self.count(found, &mut values)?;
            for own in owned(references(found)) {
                if seen.insert(own.clone()) {
                    waiting.push(own);
                }
            }
            if !put_shared(&mut document, &path, found) || target(&document, &reference).is_none() {
                unresolved.push(reference);
            }
        }
        unresolved.sort();
        Ok((document, unresolved))
    }

    /// Counts the values of a part of a schema, with those before.
    fn count(&self, part: &Value, values: &mut usize) -> Result<(), SuppliedSchemaError> {
        let mut waiting = vec![(part, 0)];
        while let Some((value, depth)) = waiting.pop() {
            *values += 1;
            if *values > MAX_VALUES {
                return Err(self.too_large(MAX_VALUES, phrase!("values")));
            }
            if depth > MAX_DEPTH {
                return Err(self.too_large(MAX_DEPTH, phrase!("levels")));
            }
            match value {
                Value::Object(members) => {
                    waiting.extend(members.values().map(|member| (member, depth + 1)));
                }
                Value::Array(items) => waiting.extend(items.iter().map(|item| (item, depth + 1))),
                _ => {}
            }
        }
        Ok(())
    }

    /// Looks for what a form could not be made of.
    fn check(&self, whole: &Value) -> Result<(), SuppliedSchemaError> {
        let mut properties = 0;
        let mut waiting = vec![(Path::root(), whole)];
        while let Some((path, schema)) = waiting.pop() {
            let broken = |(place, wrong): (Path, Phrase)| SuppliedSchemaError::Broken {
                operation: self.operation.to_owned(),
                pointer: place.pointer(whole),
                wrong,
            };
            let members = schema.as_object();
            let members =
                members.ok_or_else(|| broken((path.clone(), phrase!("a schema is an object"))))?;
            for (key, value) in members {
                let here = path.join(key.as_str());
                if let (true, Some(named)) = (key == "properties", value.as_object()) {
                    properties += named.len();
                }
                waiting.extend(inner(key, value, &here).map_err(|wrong| broken((here, wrong)))?);
            }
            if properties > MAX_PROPERTIES {
                return Err(self.too_large(MAX_PROPERTIES, phrase!("properties")));
            }
        }
        Ok(())
    }
}

/// The schemas in a member of a schema, with their places; else what is wrong with the member.
fn inner<'v>(key: &str, value: &'v Value, here: &Path) -> Result<Vec<(Path, &'v Value)>, Phrase> {
    match (key, value) {
        ("properties" | "definitions" | "$defs", Value::Object(named)) => {
            let own = named.iter();
            Ok(own
                .map(|(name, own)| (here.join(name.as_str()), own))
                .collect())
        }
        ("properties", _) => Err(phrase!("properties are an object")),
        ("items", Value::Object(_)) => Ok(vec![(here.clone(), value)]),
        ("items", _) => Err(phrase!("items have one schema, which is an object")),
        ("allOf", Value::Array(parts)) => {
            let own = parts.iter().enumerate();
            Ok(own
                .map(|(n, part)| (here.join(Step::of_item(parts, n)), part))
                .collect())
        }
        ("enum", Value::Array(_)) => Ok(Vec::new()),
        ("allOf" | "enum", _) => Err(phrase!("this is a list")),
        ("$ref", value) if !value.is_string() => Err(phrase!("a reference is a text")),
        _ => Ok(Vec::new()),
    }
}

fn owned(references: Vec<&str>) -> Vec<String> {
    references.into_iter().map(str::to_owned).collect()
}

/// Whether an object is a schema: its members say so, and are not names of properties that happen to be called so.
fn is_schema(members: &Map<String, Value>) -> bool {
    MARKS.iter().any(|mark| match (*mark, members.get(*mark)) {
        (_, None) => false,
        ("type", Some(kind)) => kind.is_string() || kind.is_array(),
        ("$ref", Some(reference)) => reference.is_string(),
        ("properties", Some(own)) => own
            .as_object()
            .is_some_and(|own| own.values().all(Value::is_object)),
        ("items", Some(own)) => own.is_object(),
        ("additionalProperties", Some(own)) => own.is_boolean() || own.is_object(),
        (_, Some(own)) => own.is_array(),
    })
}

/// The shared schema that a `$ref` leads to or into, as a `$ref`: `#/definitions/A` of `#/definitions/A/items`.
fn shared_of(reference: &str) -> Option<String> {
    let mut parts = reference.strip_prefix("#/")?.split('/');
    let key = parts
        .next()
        .filter(|key| ["definitions", "$defs"].contains(key))?;
    Some(format!("#/{key}/{}", parts.next()?))
}

/// Puts a shared schema into a document under the name that it has elsewhere; whether it could.
fn put_shared(document: &mut Value, path: &Path, schema: &Value) -> bool {
    let [Step::Key(key), Step::Key(name)] = path.steps() else {
        return false;
    };
    let Some(members) = document.as_object_mut() else {
        return false;
    };
    let shared = members.entry(key.clone()).or_insert_with(|| json!({}));
    let Some(shared) = shared.as_object_mut() else {
        return false;
    };
    // What the schema has itself goes before what is elsewhere.
    shared.entry(name.clone()).or_insert_with(|| schema.clone());
    true
}

/// What a value is, in words.
fn described(value: &Value) -> Message {
    const NAMED: usize = 8;
    match value {
        Value::Null => message!("nothing (null)"),
        Value::Bool(_) => message!("true or false"),
        Value::Number(_) => message!("a number"),
        Value::String(_) => message!("a text"),
        Value::Array(_) => message!("a list"),
        Value::Object(members) if members.is_empty() => message!("an object without members"),
        Value::Object(members) => {
            let short = |name: &String| match name.char_indices().nth(40) {
                Some((end, _)) => format!("“{}…”", name.get(..end).unwrap_or_default()),
                None => format!("“{name}”"),
            };
            let mut names: Vec<String> = members.keys().take(NAMED).map(short).collect();
            if members.len() > NAMED {
                names.push("…".to_owned());
            }
            message!("an object with {names}", names = names.join(", "))
        }
    }
}

#[cfg(test)]
mod tests;
