//! Schemas: what Swagger 2.0 says too comes through, the rest is lowered keyword by keyword.

use serde_json::{Map, Value, json};

use super::content::is_binary;
use super::keyword::{has_discriminator, is_replaced, unknown};
use super::{Conversion, MAX_DEPTH, OpenApiVersion};
use crate::ledger::{At, Fate};
use crate::message::message;

/// Keywords that count something, and mean the same in Swagger 2.0.
const COUNTS: [&str; 6] = [
    "maxLength",
    "minLength",
    "maxItems",
    "minItems",
    "maxProperties",
    "minProperties",
];

/// Keywords that compare with a number, and mean the same in Swagger 2.0.
const BOUNDS: [&str; 3] = ["multipleOf", "maximum", "minimum"];

/// Other keywords that mean the same in Swagger 2.0.
const SAME: [&str; 7] = [
    "title",
    "description",
    "format",
    "default",
    "pattern",
    "uniqueItems",
    "readOnly",
];

impl Conversion<'_> {
    /// The schema in the words of Swagger 2.0.
    pub(super) fn schema(&mut self, at: &At<'_>, value: &Value) -> Value {
        if at.depth() > MAX_DEPTH {
            self.note(
                at,
                Fate::Dropped,
                message!("It lies too deep. Give an inner schema a name of its own."),
            );
            return json!({});
        }
        if self.effort.gathering > 0 && !self.spend(at) {
            return json!({});
        }
        match value {
            Value::Object(members) => self.schema_object(at, members),
            Value::Bool(true) => {
                self.note(
                    at,
                    Fate::Changed,
                    message!("“true” lets anything through, as the empty schema does."),
                );
                json!({})
            }
            Value::Bool(false) => {
                self.note(
                    at,
                    Fate::Lowered,
                    message!("“false” lets nothing through, which Swagger 2.0 cannot say."),
                );
                json!({})
            }
            _ => {
                self.note(
                    at,
                    Fate::Dropped,
                    message!("It is no schema; the empty schema stands for it."),
                );
                json!({})
            }
        }
    }

    fn schema_object(&mut self, at: &At<'_>, members: &Map<String, Value>) -> Value {
        let Some(Value::String(reference)) = members.get("$ref") else {
            let mut out = Map::with_capacity(members.len());
            self.keywords(at, members, &mut out);
            complete(&mut out);
            return Value::Object(out);
        };
        let target = self.schema_reference(&at.key("$ref"), reference);
        let mut beside = Map::new();
        if self.version == OpenApiVersion::V30 {
            for (key, value) in members.iter().filter(|(key, _)| *key != "$ref") {
                if key == "description" || key.starts_with("x-") {
                    beside.insert(key.clone(), value.clone());
                } else {
                    let message = message!(
                        "OpenAPI 3.0 passes over what stands beside “$ref”, and so does the connector."
                    );
                    self.note(&at.key(key), Fate::Dropped, message);
                }
            }
        } else {
            self.keywords(at, members, &mut beside);
        }
        let Some(target) = target else {
            return Value::Object(beside);
        };
        let plain = beside
            .keys()
            .all(|key| key == "description" || key.starts_with("x-"));
        if plain {
            let mut out = Map::from_iter([("$ref".to_owned(), json!(target))]);
            out.extend(beside);
            return Value::Object(out);
        }
        self.note(
            &at.key("$ref"),
            Fate::Changed,
            message!("What stands beside “$ref” counts: both are joined by “allOf”."),
        );
        join(&mut beside, json!({ "$ref": target }));
        Value::Object(beside)
    }

    /// All keywords of a schema, in order.
    fn keywords(
        &mut self,
        at: &At<'_>,
        members: &Map<String, Value>,
        out: &mut Map<String, Value>,
    ) {
        for (key, value) in members {
            let place = at.key(key);
            match key.as_str() {
                // The exclusive bound beside it counts, and has put its number here.
                "minimum" | "maximum" if is_replaced(key, members, out) => {}
                same if SAME.contains(&same) => {
                    out.insert(key.clone(), value.clone());
                }
                bound if BOUNDS.contains(&bound) => self.bound(&place, key, value, out),
                count if COUNTS.contains(&count) => self.count(&place, key, value, out),
                "xml" => {
                    let xml = self.xml(&place, value);
                    out.insert(key.clone(), xml);
                }
                "externalDocs" => {
                    let documentation = self.documentation(&place, value);
                    out.extend(documentation.map(|value| (key.clone(), value)));
                }
                "enum" => self.choices(&place, value, out),
                "type" => self.types(&place, value, out),
                "nullable" => self.nullable(&place, value, out),
                "const" => {
                    self.note(
                        &place,
                        Fate::Changed,
                        message!("It became an enum of one value."),
                    );
                    out.insert("enum".to_owned(), json!([value]));
                }
                "properties" => {
                    let properties = self.properties(&place, value);
                    out.insert(key.clone(), properties);
                }
                "required" => self.required(&place, value, out),
                // The schema of the first items takes it in.
                "items" if members.contains_key("prefixItems") => {}
                "items" => {
                    let items = self.items(&place, value);
                    out.insert(key.clone(), items);
                }
                "prefixItems" => self.prefix_items(&place, members, value, out),
                "additionalProperties" => {
                    let value = match value {
                        Value::Bool(_) => value.clone(),
                        schema => self.schema(&place, schema),
                    };
                    out.insert(key.clone(), value);
                }
                "allOf" => self.all_of(&place, value, out),
                "oneOf" | "anyOf" => self.alternatives(&place, key, value, out),
                "exclusiveMinimum" | "exclusiveMaximum" => {
                    self.exclusive(&place, key, members, value, out);
                }
                "discriminator" => self.discriminator(&place, value, out),
                "example" => {
                    out.insert(key.clone(), value.clone());
                }
                "examples" => self.examples(&place, value, out),
                "contentEncoding" | "contentMediaType" if self.in_form && is_binary(members) => {
                    out.insert("format".to_owned(), json!("binary"));
                }
                "contentEncoding" => self.encoding(&place, value, out),
                // They are found where something refers to them.
                "$defs" | "definitions" => {}
                // It was followed before.
                "$ref" if value.is_string() => {}
                key if key.starts_with("x-") => {
                    out.insert(key.to_owned(), value.clone());
                }
                _ => self.note(&place, Fate::Dropped, unknown(key)),
            }
        }
        if out.contains_key("discriminator") && !has_discriminator(out) {
            out.shift_remove("discriminator");
            let message = message!(
                "Swagger 2.0 tells schemas apart by a property that is required and a text, which this one is not."
            );
            self.note(&at.key("discriminator"), Fate::Dropped, message);
        }
        // A bound may come before or after the one that it makes exclusive.
        for (exclusive, bound) in [
            ("exclusiveMinimum", "minimum"),
            ("exclusiveMaximum", "maximum"),
        ] {
            if out.get(exclusive).is_some() && out.get(bound).is_none() {
                out.shift_remove(exclusive);
            }
        }
    }

    fn types(&mut self, at: &At<'_>, value: &Value, out: &mut Map<String, Value>) {
        let names: Vec<&str> = match value {
            Value::String(name) if name != "null" => {
                out.insert("type".to_owned(), value.clone());
                return;
            }
            Value::String(_) => vec!["null"],
            Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        if names.contains(&"null") {
            out.insert("x-nullable".to_owned(), json!(true));
        }
        let others: Vec<&&str> = names.iter().filter(|name| **name != "null").collect();
        match others.as_slice() {
            [name] => {
                out.insert("type".to_owned(), json!(name));
                self.note(
                    at,
                    Fate::Changed,
                    message!("The type has one name; null is said by “x-nullable”."),
                );
            }
            [] => self.note(
                at,
                Fate::Lowered,
                message!("Swagger 2.0 has no type of null alone; anything is let through."),
            ),
            _ => self.note(
                at,
                Fate::Lowered,
                message!(
                    "Swagger 2.0 has one type for each value; anything stands for {names}.",
                    names = names.join(", ")
                ),
            ),
        }
    }

    fn nullable(&mut self, at: &At<'_>, value: &Value, out: &mut Map<String, Value>) {
        out.insert("x-nullable".to_owned(), value.clone());
        self.note(
            at,
            Fate::Changed,
            message!("Swagger 2.0 says it by the extension “x-nullable”."),
        );
    }

    fn properties(&mut self, at: &At<'_>, value: &Value) -> Value {
        let all = value.as_object();
        let mut out = Map::with_capacity(all.map_or(0, Map::len));
        for (name, schema) in all.into_iter().flatten() {
            let lowered = self.schema(&at.key(name), schema);
            out.insert(name.clone(), lowered);
        }
        Value::Object(out)
    }

    fn required(&mut self, at: &At<'_>, value: &Value, out: &mut Map<String, Value>) {
        match value {
            Value::Array(names) if !names.is_empty() => {
                let names = self.distinct(at, value);
                out.insert("required".to_owned(), Value::Array(names));
            }
            Value::Array(_) => {
                self.note(
                    at,
                    Fate::Changed,
                    message!("An empty list says nothing and is left out."),
                );
            }
            _ => self.note(
                at,
                Fate::Dropped,
                message!("It must be a list of names of properties."),
            ),
        }
    }

    fn choices(&mut self, at: &At<'_>, value: &Value, out: &mut Map<String, Value>) {
        let choices = self.distinct(at, value);
        if choices.is_empty() {
            let message =
                message!("Swagger 2.0 has no choice among nothing: anything is let through.");
            return self.note(at, Fate::Lowered, message);
        }
        out.insert("enum".to_owned(), Value::Array(choices));
    }

    fn items(&mut self, at: &At<'_>, value: &Value) -> Value {
        match value {
            Value::Array(_) => {
                self.note(
                    at,
                    Fate::Lowered,
                    message!("All items have one schema in Swagger 2.0; anything is let through."),
                );
                json!({})
            }
            schema => self.schema(at, schema),
        }
    }

    fn prefix_items(
        &mut self,
        at: &At<'_>,
        members: &Map<String, Value>,
        value: &Value,
        out: &mut Map<String, Value>,
    ) {
        let mut all = value.as_array().cloned().unwrap_or_default();
        match members.get("items") {
            Some(Value::Bool(false)) => {
                let around = At::parent_of(at);
                let count = all.len();
                if !members.contains_key("maxItems") {
                    out.insert("maxItems".to_owned(), json!(count));
                }
                let message = message!(
                    "No item comes after the first {count}: it became “maxItems”.",
                    count
                );
                self.note(&around.key("items"), Fate::Changed, message);
            }
            Some(others) => all.push(others.clone()),
            None => {}
        }
        let message = message!(
            "Swagger 2.0 does not tell the first items from the others, and each may be as any of them."
        );
        self.note(at, Fate::Lowered, message);
        let mut one = Map::new();
        self.alternatives(at, "prefixItems", &Value::Array(all), &mut one);
        complete(&mut one);
        out.insert("items".to_owned(), Value::Object(one));
    }

    fn all_of(&mut self, at: &At<'_>, value: &Value, out: &mut Map<String, Value>) {
        for (index, part) in value.as_array().into_iter().flatten().enumerate() {
            let number = index.to_string();
            let lowered = self.schema(&at.key(&number), part);
            join(out, lowered);
        }
    }
}

/// An array says what its items are: anything, where the source does not.
fn complete(out: &mut Map<String, Value>) {
    if out.get("type").is_some_and(|kind| kind == "array") && !out.contains_key("items") {
        out.insert("items".to_owned(), json!({}));
    }
}

/// Adds a schema that must hold, too.
pub(super) fn join(out: &mut Map<String, Value>, part: Value) {
    match out.get_mut("allOf").and_then(Value::as_array_mut) {
        Some(parts) => parts.push(part),
        None => {
            out.insert("allOf".to_owned(), json!([part]));
        }
    }
}
