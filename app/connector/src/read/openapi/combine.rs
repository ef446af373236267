//! Alternatives (`oneOf`, `anyOf`), which Swagger 2.0 does not have: one schema that lets each of them
//! through and says as much of them as it can.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::Conversion;
use super::object::MOST_PROPERTIES;
use super::schema::join;
use super::union::either;
use crate::ledger::{At, Fate};
use crate::message::{Message, Phrase, message, phrase};

/// How many objects of alternatives are gone into, each within a property of the one before.
const MOST_WITHIN: usize = 3;

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
                message!(
                    "Swagger 2.0 has no “{keyword}”; null is let through.",
                    keyword
                ),
            ),
            [(number, only)] => {
                let lowered = self.schema(&at.key(number), only);
                self.note(
                    at,
                    Fate::Changed,
                    message!(
                        "Swagger 2.0 has no “{keyword}”: the one alternative stands for it.",
                        keyword
                    ),
                );
                self.take(out, lowered);
            }
            several => {
                let merged = self.merged(at, several);
                let message = message!(
                    "Swagger 2.0 has no “{keyword}”: {merged} stands for {several} alternatives.",
                    keyword,
                    merged = merged.1,
                    several = several.len()
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
    ) -> (Map<String, Value>, Phrase) {
        let kinds: Vec<Option<&str>> = variants
            .iter()
            .map(|(_, variant)| self.kind(at, variant))
            .collect();
        let first = kinds.first().copied().flatten();
        let same = kinds.iter().all(|kind| *kind == first);
        match first {
            Some("object") if same => self.within_alternatives(at, variants),
            Some(kind) if same => (
                self.merged_values(kind, variants),
                phrase!("what they have in common"),
            ),
            _ => (Map::new(), phrase!("anything")),
        }
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

    /// [`Self::merged_objects`], as long as it is not within too many of its kind: a schema may be an
    /// alternative of its own property.
    fn within_alternatives(
        &mut self,
        at: &At<'_>,
        variants: &[(String, &Value)],
    ) -> (Map<String, Value>, Phrase) {
        if self.effort.within >= MOST_WITHIN {
            let out = Map::from_iter([("type".to_owned(), json!("object"))]);
            return (out, phrase!("any object"));
        }
        self.effort.within += 1;
        let merged = self.merged_objects(at, variants);
        self.effort.within -= 1;
        merged
    }

    /// An object that may have what each of the objects may have, and must have what all must have.
    fn merged_objects(
        &mut self,
        at: &At<'_>,
        variants: &[(String, &Value)],
    ) -> (Map<String, Value>, Phrase) {
        let mut properties: Map<String, Value> = Map::new();
        let mut required: Option<BTreeSet<String>> = None;
        let mut differing = BTreeSet::new();
        for (number, variant) in variants {
            let own = self.object(&at.key(number), variant);
            for (name, schema) in own.properties {
                let both = match properties.get(&name) {
                    Some(known) if *known != schema => {
                        differing.insert(name.clone());
                        either(known, &schema)
                    }
                    _ => schema,
                };
                properties.insert(name, both);
            }
            required = Some(match required {
                Some(common) => common.intersection(&own.required).cloned().collect(),
                None => own.required,
            });
        }
        let mut out = Map::from_iter([("type".to_owned(), json!("object"))]);
        if properties.len() > MOST_PROPERTIES {
            return (out, phrase!("any object"));
        }
        self.note_differing(at, &differing);
        let required = required.unwrap_or_default();
        if !properties.is_empty() {
            out.insert("properties".to_owned(), Value::Object(properties));
        }
        if !required.is_empty() {
            out.insert("required".to_owned(), json!(required));
        }
        (out, phrase!("an object with the properties of all"))
    }
}

impl Conversion<'_> {
    /// Names the properties that alternatives describe in several ways.
    pub(super) fn note_differing(&mut self, at: &At<'_>, names: &BTreeSet<String>) {
        if names.is_empty() {
            return;
        }
        let message = message!(
            "Alternatives describe these in several ways, and each lets through what one of them does: {names}.",
            names = Message::listed(names)
        );
        self.note(at, Fate::Lowered, message);
    }
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
