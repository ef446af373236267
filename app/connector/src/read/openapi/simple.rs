//! Schemas of what is not a body: parameters, headers and form fields have a type of their own in
//! Swagger 2.0, and no references.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Conversion, OpenApiVersion};
use crate::ledger::{At, Fate, escaped, unescaped};
use crate::message::message;

/// What a parameter or a header of Swagger 2.0 can say of its value.
const KNOWN: [&str; 16] = [
    "type",
    "format",
    "default",
    "enum",
    "multipleOf",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "items",
];

/// How many lists are gone into, each within the one before.
const MOST_LISTS: usize = 4;

/// What is gathered of one value: its members, and the references that were followed for them.
#[derive(Default)]
struct Flat {
    members: Map<String, Value>,
    followed: BTreeSet<String>,
}

impl Conversion<'_> {
    /// The members that say what kind of value it is.
    pub(super) fn simple(&mut self, at: &At<'_>, schema: &Value) -> Map<String, Value> {
        self.simple_within(at, schema, 0)
    }

    fn simple_within(&mut self, at: &At<'_>, schema: &Value, lists: usize) -> Map<String, Value> {
        let mut flat = Flat::default();
        self.flatten(at, schema, &mut flat, 0);
        let mut out = Map::new();
        for (key, value) in flat.members {
            match key.as_str() {
                "items" if lists < MOST_LISTS => {
                    let items = self.simple_within(&at.key("items"), &value, lists + 1);
                    out.insert(key, Value::Object(items));
                }
                "items" => {
                    let message =
                        message!("Lists within lists end here: what is in this one is a text.");
                    self.note(&at.key("items"), Fate::Lowered, message);
                }
                known if KNOWN.contains(&known) || known.starts_with("x-") => {
                    out.insert(key, value);
                }
                // The parameter or the field says it.
                "description" => {}
                _ => {
                    let message = message!(
                        "A value that is no body has no “{key}” in Swagger 2.0.",
                        key
                    );
                    self.note(&at.key(&key), Fate::Dropped, message);
                }
            }
        }
        self.settle_type(at, &mut out);
        out
    }

    /// The lowered schema with what it refers to and what it joins in one.
    fn flatten(&mut self, at: &At<'_>, schema: &Value, flat: &mut Flat, depth: usize) {
        if depth > 16 || !self.spend(at) {
            return;
        }
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str)
            && (self.version == OpenApiVersion::V30 || !speaks_beside(schema))
        {
            return self.flatten_target(at, reference, flat, depth);
        }
        let Value::Object(members) = self.schema(at, schema) else {
            return;
        };
        for (key, value) in members {
            match (key.as_str(), value) {
                ("allOf", Value::Array(parts)) => {
                    for part in parts {
                        self.flatten_lowered(at, part, flat, depth + 1);
                    }
                }
                (_, value) => {
                    flat.members.insert(key, value);
                }
            }
        }
    }

    /// [`Self::flatten`], for what a reference leads to: one of the source, or one of the lowered schema,
    /// which the source has under another name.
    fn flatten_target(&mut self, at: &At<'_>, reference: &str, flat: &mut Flat, depth: usize) {
        let lowered = reference.strip_prefix("#/definitions/").map(unescaped);
        let named = lowered.as_ref().map(|name| {
            let hoisted = self.hoisted.iter().find(|(_, own)| *own == name);
            hoisted.map_or_else(
                || format!("#/components/schemas/{}", escaped(name)),
                |(source, _)| source.clone(),
            )
        });
        let found = self
            .found(reference)
            .or_else(|| self.found(named.as_deref()?));
        match found {
            Some((pointer, target)) => {
                if flat.followed.insert(pointer.clone()) {
                    let there = At::within(&pointer, at.depth() + 1);
                    self.flatten(&there, target, flat, depth + 1);
                }
            }
            None => self.note(
                at,
                Fate::Dropped,
                message!("“{reference}” leads nowhere.", reference),
            ),
        }
    }

    /// [`Self::flatten`], for what is lowered already.
    fn flatten_lowered(&mut self, at: &At<'_>, part: Value, flat: &mut Flat, depth: usize) {
        if part.get("$ref").is_some() {
            return self.flatten(at, &part, flat, depth);
        }
        let Value::Object(members) = part else { return };
        for (key, value) in members {
            match (key.as_str(), value) {
                ("allOf", Value::Array(parts)) if depth < 16 => {
                    for part in parts {
                        self.flatten_lowered(at, part, flat, depth + 1);
                    }
                }
                (_, value) => {
                    flat.members.entry(key).or_insert(value);
                }
            }
        }
    }

    fn settle_type(&mut self, at: &At<'_>, out: &mut Map<String, Value>) {
        let kind = out.get("type").and_then(Value::as_str);
        let settled = match kind {
            Some("string" | "number" | "integer" | "boolean") => return,
            Some("array") => {
                if !out.contains_key("items") {
                    out.insert("items".to_owned(), json!({ "type": "string" }));
                }
                return;
            }
            Some("object") => {
                self.note(at, Fate::Lowered, message!("An object can only be a body in Swagger 2.0: it is a text here. Enter it as the API expects it."));
                "string"
            }
            _ => match out.get("enum").and_then(|values| values.get(0)) {
                Some(Value::Number(number)) if number.is_i64() || number.is_u64() => "integer",
                Some(Value::Number(_)) => "number",
                Some(Value::Bool(_)) => "boolean",
                Some(_) => "string",
                None => {
                    self.note(
                        at,
                        Fate::Lowered,
                        message!("It says no type that Swagger 2.0 knows: it is a text here."),
                    );
                    "string"
                }
            },
        };
        out.shift_remove("type");
        if settled == "string" && kind_differs(out) {
            out.shift_remove("default");
        }
        out.shift_remove("items");
        let mut typed = Map::from_iter([("type".to_owned(), json!(settled))]);
        typed.append(out);
        *out = typed;
    }
}

/// Whether a keyword beside a reference says more than words.
fn speaks_beside(schema: &Value) -> bool {
    let words =
        |key: &str| matches!(key, "$ref" | "description" | "summary") || key.starts_with("x-");
    schema
        .as_object()
        .is_some_and(|members| members.keys().any(|key| !words(key)))
}

/// Whether the default value is not a text.
fn kind_differs(out: &Map<String, Value>) -> bool {
    out.get("default")
        .is_some_and(|default| !default.is_string())
}
