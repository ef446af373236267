//! Alternatives (`oneOf`, `anyOf`), which Swagger 2.0 does not have: one schema that lets each of them
//! through and says as much of them as it can.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::Conversion;
use super::schema::join;
use crate::ledger::{At, Fate};

/// The most properties that the objects of alternatives have together; more are no form to fill in.
const MOST_PROPERTIES: usize = 400;

impl<'s> Conversion<'s> {
    /// Puts what lets all alternatives through into `out`.
    pub(super) fn alternatives(
        &mut self,
        at: &At<'_>,
        keyword: &str,
        value: &Value,
        out: &mut Map<String, Value>,
    ) {
        let variants: Vec<(String, &Value)> = value
            .as_array()
            .into_iter()
            .flatten()
            .enumerate()
            .map(|(index, variant)| (index.to_string(), variant))
            .collect();
        let (nulls, others): (Vec<_>, Vec<_>) = variants
            .into_iter()
            .partition(|(_, variant)| is_null(variant));
        if !nulls.is_empty() {
            out.insert("x-nullable".to_owned(), json!(true));
        }
        match others.as_slice() {
            [] => self.note(
                at,
                Fate::Lowered,
                format!("Swagger 2.0 has no “{keyword}”; null is let through."),
            ),
            [(number, only)] => {
                let lowered = self.schema(&at.key(number), only);
                self.note(
                    at,
                    Fate::Changed,
                    format!("Swagger 2.0 has no “{keyword}”: the one alternative stands for it."),
                );
                self.take(out, lowered);
            }
            several => {
                let merged = self.merged(at, several);
                let message = format!(
                    "Swagger 2.0 has no “{keyword}”: {} stands for {} alternatives.",
                    merged.1,
                    several.len()
                );
                self.note(at, Fate::Lowered, message);
                self.take(out, Value::Object(merged.0));
            }
        }
    }

    /// Puts a schema into one that says nothing else, or beside what it says.
    fn take(&mut self, out: &mut Map<String, Value>, part: Value) {
        let quiet = |key: &str| {
            key.starts_with("x-")
                || matches!(
                    key,
                    "title" | "description" | "default" | "example" | "readOnly"
                )
        };
        let Value::Object(members) = part else { return };
        let speaks = out.keys().any(|key| !quiet(key));
        if speaks && !members.is_empty() || members.contains_key("$ref") && !out.is_empty() {
            return join(out, Value::Object(members));
        }
        for (key, value) in members {
            out.entry(key).or_insert(value);
        }
    }

    /// One schema for several alternatives, and what it is in words.
    fn merged(
        &mut self,
        at: &At<'_>,
        variants: &[(String, &Value)],
    ) -> (Map<String, Value>, &'static str) {
        let kinds: Vec<Option<&str>> = variants
            .iter()
            .map(|(_, variant)| self.kind(variant, 0))
            .collect();
        let first = kinds.first().copied().flatten();
        let same = kinds.iter().all(|kind| *kind == first);
        match first {
            Some("object") if same => self.merged_objects(at, variants),
            Some(kind) if same => (
                self.merged_values(kind, variants),
                "what they have in common",
            ),
            _ => (Map::new(), "anything"),
        }
    }

    /// The type of what a schema lets through, as far as it says.
    fn kind<'v>(&self, schema: &'v Value, depth: usize) -> Option<&'v str>
    where
        's: 'v,
    {
        if depth > 16 {
            return None;
        }
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            return self.kind(self.target(reference)?, depth + 1);
        }
        match schema.get("type") {
            Some(Value::String(kind)) => return Some(kind),
            Some(Value::Array(kinds)) => {
                let mut kinds = kinds
                    .iter()
                    .filter_map(Value::as_str)
                    .filter(|kind| *kind != "null");
                return match (kinds.next(), kinds.next()) {
                    (Some(kind), None) => Some(kind),
                    _ => None,
                };
            }
            _ => {}
        }
        if schema.get("properties").is_some() {
            return Some("object");
        }
        let parts = ["allOf", "oneOf", "anyOf"]
            .iter()
            .find_map(|key| schema.get(key));
        let mut kinds = parts?
            .as_array()?
            .iter()
            .map(|part| self.kind(part, depth + 1));
        let first = kinds.find_map(|kind| kind)?;
        kinds.flatten().all(|kind| kind == first).then_some(first)
    }

    fn merged_values(&self, kind: &str, variants: &[(String, &Value)]) -> Map<String, Value> {
        let mut out = Map::from_iter([("type".to_owned(), json!(kind))]);
        let resolved: Vec<&Value> = variants
            .iter()
            .filter_map(
                |(_, variant)| match variant.get("$ref").and_then(Value::as_str) {
                    Some(reference) => self.target(reference),
                    None => Some(*variant),
                },
            )
            .collect();
        let format = resolved.first().and_then(|schema| schema.get("format"));
        if let Some(format) =
            format.filter(|format| resolved.iter().all(|s| s.get("format") == Some(format)))
        {
            out.insert("format".to_owned(), format.clone());
        }
        let mut values: Vec<Value> = Vec::new();
        for schema in &resolved {
            let own = match (schema.get("enum"), schema.get("const")) {
                (Some(Value::Array(list)), _) => list.clone(),
                (_, Some(only)) => vec![only.clone()],
                _ => return complete(out, kind),
            };
            values.extend(
                own.into_iter()
                    .filter(|value| !values.contains(value))
                    .collect::<Vec<_>>(),
            );
        }
        if !values.is_empty() {
            out.insert("enum".to_owned(), Value::Array(values));
        }
        complete(out, kind)
    }

    /// An object that may have what each of the objects may have, and must have what all must have.
    fn merged_objects(
        &mut self,
        at: &At<'_>,
        variants: &[(String, &Value)],
    ) -> (Map<String, Value>, &'static str) {
        let mut properties: Map<String, Value> = Map::new();
        let mut required: Option<BTreeSet<String>> = None;
        for (number, variant) in variants {
            let mut own = Object::default();
            self.collect(&at.key(number), variant, &mut own, 0);
            for (name, schema) in own.properties {
                properties.entry(name).or_insert(schema);
            }
            required = Some(match required {
                Some(common) => common.intersection(&own.required).cloned().collect(),
                None => own.required,
            });
        }
        let mut out = Map::from_iter([("type".to_owned(), json!("object"))]);
        if properties.len() > MOST_PROPERTIES {
            return (out, "any object");
        }
        let required = required.unwrap_or_default();
        if !properties.is_empty() {
            out.insert("properties".to_owned(), Value::Object(properties));
        }
        if !required.is_empty() {
            out.insert("required".to_owned(), json!(required));
        }
        (out, "an object with the properties of all")
    }

    /// The properties of an object, through references and `allOf`; each alternative's, where it has any.
    pub(super) fn collect(
        &mut self,
        at: &At<'_>,
        schema: &Value,
        object: &mut Object,
        depth: usize,
    ) {
        if depth > 16 || object.properties.len() > MOST_PROPERTIES {
            return;
        }
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str)
            && let Some(target) = self.target(reference)
        {
            return self.collect(at, target, object, depth + 1);
        }
        let names = schema
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        object
            .required
            .extend(names.filter_map(Value::as_str).map(str::to_owned));
        let own = schema.get("properties").and_then(Value::as_object);
        let place = at.key("properties");
        for (name, property) in own.into_iter().flatten() {
            let lowered = self.schema(&place.key(name), property);
            object.properties.insert(name.clone(), lowered);
        }
        let parts = schema
            .get("allOf")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        for part in parts {
            self.collect(at, part, object, depth + 1);
        }
        for key in ["oneOf", "anyOf"] {
            for part in schema
                .get(key)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
            {
                let mut inner = Object::default();
                self.collect(at, part, &mut inner, depth + 1);
                for (name, schema) in inner.properties {
                    object.properties.entry(name).or_insert(schema);
                }
            }
        }
    }
}

/// What is known of an object.
#[derive(Default)]
pub(super) struct Object {
    pub(super) properties: Map<String, Value>,
    pub(super) required: BTreeSet<String>,
}

fn complete(mut out: Map<String, Value>, kind: &str) -> Map<String, Value> {
    if kind == "array" {
        out.insert("items".to_owned(), json!({}));
    }
    out
}

/// Whether a schema lets null through, and nothing else.
fn is_null(schema: &Value) -> bool {
    schema
        .get("type")
        .is_some_and(|kind| kind == "null" || *kind == json!(["null"]))
        || schema.get("enum") == Some(&json!([null]))
        || schema.get("const") == Some(&Value::Null)
            && schema.as_object().is_some_and(|s| s.contains_key("const"))
}
