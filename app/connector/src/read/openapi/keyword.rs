//! Single keywords of schemas that Swagger 2.0 says in another way, or not at all.

use serde_json::{Map, Value, json};

use super::Conversion;
use crate::ledger::{At, Fate};
use crate::message::{Message, message};

impl Conversion<'_> {
    pub(super) fn exclusive(
        &mut self,
        at: &At<'_>,
        key: &str,
        members: &Map<String, Value>,
        value: &Value,
        out: &mut Map<String, Value>,
    ) {
        if value.is_boolean() {
            out.insert(key.to_owned(), value.clone());
            return;
        }
        if !value.is_number() {
            return self.note(at, Fate::Dropped, message!("It must be a number."));
        }
        let is_lower = key == "exclusiveMinimum";
        let bound = if is_lower { "minimum" } else { "maximum" };
        let beside = members.get(bound).and_then(Value::as_f64);
        if let (Some(own), Some(beside)) = (value.as_f64(), beside)
            && (is_lower && beside > own || !is_lower && beside < own)
        {
            let message = message!("“{bound}” beside it is stricter, and counts alone.", bound);
            return self.note(at, Fate::Changed, message);
        }
        let message = match beside {
            None => message!("“{bound}” has the number, and “{key}” is true.", bound, key),
            Some(_) => message!(
                "It is stricter than “{bound}” beside it: “{bound}” has its number, and “{key}” is true.",
                bound,
                key
            ),
        };
        self.note(at, Fate::Changed, message);
        out.insert(bound.to_owned(), value.clone());
        out.insert(key.to_owned(), json!(true));
    }

    /// A number that values are compared with.
    pub(super) fn bound(
        &mut self,
        at: &At<'_>,
        key: &str,
        value: &Value,
        out: &mut Map<String, Value>,
    ) {
        if value.is_number() {
            out.insert(key.to_owned(), value.clone());
        } else {
            self.note(at, Fate::Dropped, message!("It must be a number."));
        }
    }

    /// How much or many there may be: a whole number, which JSON Schema lets one write as 1.0.
    pub(super) fn count(
        &mut self,
        at: &At<'_>,
        key: &str,
        value: &Value,
        out: &mut Map<String, Value>,
    ) {
        if value.is_u64() {
            out.insert(key.to_owned(), value.clone());
            return;
        }
        let number = value.as_f64().filter(|number| number.fract() == 0.0);
        let whole = number.and_then(|number| format!("{number:.0}").parse::<u64>().ok());
        match whole {
            Some(whole) => {
                let message = message!(
                    "It is the whole number {whole}, and is written as one.",
                    whole
                );
                self.note(at, Fate::Changed, message);
                out.insert(key.to_owned(), json!(whole));
            }
            None => {
                let message = message!("It must be a whole number of at least 0.");
                self.note(at, Fate::Dropped, message);
            }
        }
    }

    pub(super) fn discriminator(
        &mut self,
        at: &At<'_>,
        value: &Value,
        out: &mut Map<String, Value>,
    ) {
        let Some(name) = value.get("propertyName").and_then(Value::as_str) else {
            return self.note(at, Fate::Dropped, message!("It names no property."));
        };
        let message = message!(
            "Swagger 2.0 names the property alone; its values are the names of the schemas."
        );
        self.note(at, Fate::Lowered, message);
        out.insert("discriminator".to_owned(), json!(name));
    }

    pub(super) fn examples(&mut self, at: &At<'_>, value: &Value, out: &mut Map<String, Value>) {
        let first = match value {
            Value::Array(list) => list.first().cloned(),
            _ => None,
        };
        match first {
            Some(first) if !out.contains_key("example") => {
                self.note(
                    at,
                    Fate::Lowered,
                    message!("Swagger 2.0 has one example: the first."),
                );
                out.insert("example".to_owned(), first);
            }
            _ => self.note(at, Fate::Dropped, message!("Swagger 2.0 has one example.")),
        }
    }

    pub(super) fn encoding(&mut self, at: &At<'_>, value: &Value, out: &mut Map<String, Value>) {
        if value == "base64" && !out.contains_key("format") {
            self.note(
                at,
                Fate::Changed,
                message!("Swagger 2.0 says it by the format “byte”."),
            );
            out.insert("format".to_owned(), json!("byte"));
        } else {
            self.note(
                at,
                Fate::Dropped,
                message!("Swagger 2.0 knows no other encoding of texts than base64."),
            );
        }
    }
}

/// Whether the property that tells schemas apart is one of the schema, is required and a text.
pub(super) fn has_discriminator(schema: &Map<String, Value>) -> bool {
    let Some(name) = schema.get("discriminator") else {
        return false;
    };
    let required = schema.get("required").and_then(Value::as_array);
    let property = name
        .as_str()
        .and_then(|name| schema.get("properties")?.get(name)?.get("type"));
    required.is_some_and(|names| names.contains(name))
        && property.is_some_and(|kind| kind == "string")
}

/// Whether the number of an exclusive bound stands in the place of this one.
pub(super) fn is_replaced(
    bound: &str,
    members: &Map<String, Value>,
    out: &Map<String, Value>,
) -> bool {
    let exclusive = match bound {
        "minimum" => "exclusiveMinimum",
        _ => "exclusiveMaximum",
    };
    members.get(exclusive).is_some_and(Value::is_number) && out.get(exclusive).is_some()
}

/// Why a keyword is dropped.
pub(super) fn unknown(key: &str) -> Message {
    match key {
        "not" => message!("Swagger 2.0 cannot say what a value is not."),
        "writeOnly" => message!("Swagger 2.0 knows read-only properties alone."),
        "deprecated" => message!("Swagger 2.0 marks operations as deprecated, not schemas."),
        "if" | "then" | "else" => message!("Swagger 2.0 has no conditions."),
        "patternProperties" | "propertyNames" | "unevaluatedProperties" => {
            message!("Swagger 2.0 knows properties by name, and one schema for all others.")
        }
        "contains" | "minContains" | "maxContains" | "unevaluatedItems" => {
            message!("Swagger 2.0 has one schema for all items.")
        }
        "dependentRequired" | "dependentSchemas" | "dependencies" => {
            message!("Swagger 2.0 does not let one property ask for another.")
        }
        "contentMediaType" | "contentSchema" => {
            message!("Swagger 2.0 does not say what a text holds.")
        }
        "$dynamicRef" | "$recursiveRef" => {
            message!("Swagger 2.0 has no dynamic references; anything is let through.")
        }
        "$id" | "$schema" | "$anchor" | "$dynamicAnchor" | "$recursiveAnchor" | "$vocabulary" => {
            message!("Schemas of Swagger 2.0 have a name in the document, and no address.")
        }
        "$comment" => message!("Swagger 2.0 has no comments."),
        _ => message!("Swagger 2.0 does not know it."),
    }
}
