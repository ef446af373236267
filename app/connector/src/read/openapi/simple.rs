//! Schemas of what is not a body: parameters, headers and form fields have a type of their own in
//! Swagger 2.0, and no references.

use serde_json::{Map, Value, json};

use super::Conversion;
use crate::ledger::{At, Fate};

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

impl<'s> Conversion<'s> {
    /// The members that say what kind of value it is.
    pub(super) fn simple(&mut self, at: &At<'_>, schema: &Value) -> Map<String, Value> {
        let mut flat = Map::new();
        self.flatten(at, schema, &mut flat, 0);
        let mut out = Map::new();
        let mut lost = Vec::new();
        for (key, value) in flat {
            match key.as_str() {
                "items" => {
                    let items = self.simple(&at.key("items"), &value);
                    out.insert(key, Value::Object(items));
                }
                known if KNOWN.contains(&known) || known.starts_with("x-") => {
                    out.insert(key, value);
                }
                "description" | "title" | "example" => {}
                _ => lost.push(key),
            }
        }
        if !lost.is_empty() {
            let message = format!(
                "A value that is no body has neither of these in Swagger 2.0: {}.",
                lost.join(", ")
            );
            self.note(at, Fate::Dropped, message);
        }
        self.settle_type(at, &mut out);
        out
    }

    /// The lowered schema with what it refers to and what it joins in one.
    fn flatten(&mut self, at: &At<'_>, schema: &Value, out: &mut Map<String, Value>, depth: usize) {
        if depth > 16 {
            return;
        }
        let source = match schema.get("$ref").and_then(Value::as_str) {
            Some(reference) => match self.target(reference) {
                Some(target) => {
                    self.flatten(at, target, out, depth + 1);
                    return;
                }
                // One of the lowered schema, which the source has under another name.
                None => match reference.strip_prefix("#/definitions/") {
                    Some(name) => {
                        let named = format!("#/components/schemas/{name}");
                        let target = self.target(&named);
                        return match target {
                            Some(target) => self.flatten(at, target, out, depth + 1),
                            None => self.note(
                                at,
                                Fate::Dropped,
                                format!("“{reference}” leads nowhere."),
                            ),
                        };
                    }
                    None => {
                        return self.note(
                            at,
                            Fate::Dropped,
                            format!("“{reference}” leads nowhere."),
                        );
                    }
                },
            },
            None => self.schema(at, schema),
        };
        let Value::Object(members) = source else {
            return;
        };
        for (key, value) in members {
            match (key.as_str(), value) {
                ("allOf", Value::Array(parts)) => {
                    for part in parts {
                        self.flatten_lowered(at, part, out, depth + 1);
                    }
                }
                (_, value) => {
                    out.insert(key, value);
                }
            }
        }
    }

    /// [`Self::flatten`], for what is lowered already.
    fn flatten_lowered(
        &mut self,
        at: &At<'_>,
        part: Value,
        out: &mut Map<String, Value>,
        depth: usize,
    ) {
        if part.get("$ref").is_some() {
            return self.flatten(at, &part, out, depth);
        }
        let Value::Object(members) = part else { return };
        for (key, value) in members {
            match (key.as_str(), value) {
                ("allOf", Value::Array(parts)) if depth < 16 => {
                    for part in parts {
                        self.flatten_lowered(at, part, out, depth + 1);
                    }
                }
                (_, value) => {
                    out.entry(key).or_insert(value);
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
                self.note(at, Fate::Lowered, "An object can only be a body in Swagger 2.0: it is a text here. Enter it as the API expects it.");
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
                        "It says no type that Swagger 2.0 knows: it is a text here.",
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

/// Whether the default value is not a text.
fn kind_differs(out: &Map<String, Value>) -> bool {
    out.get("default")
        .is_some_and(|default| !default.is_string())
}
