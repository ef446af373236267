//! Schemas in the words of JSON Schema 2020-12.

use serde_json::{Map, Value, json};

use super::fit::misfit;
use super::{Export, MAX_DEPTH, text};
use crate::ledger::{At, Fate, unescaped};

/// What may stand beside a reference without changing which values fit.
const BESIDE: [&str; 5] = [
    "description",
    "title",
    "readOnly",
    "example",
    "externalDocs",
];

impl Export<'_> {
    /// The schema; what is none becomes the empty one.
    pub(super) fn schema(&mut self, at: &At<'_>, value: &Value) -> Value {
        if at.depth() > MAX_DEPTH {
            let message = "It lies too deep. Give an inner schema a name of its own.";
            self.note(at, Fate::Dropped, message);
            return json!({});
        }
        match value {
            Value::Object(members) => match text(value, "$ref") {
                Some(reference) => self.reference(at, reference, members),
                None => Value::Object(self.keywords(at, members)),
            },
            Value::Bool(_) => value.clone(),
            _ => {
                let message = "It is no schema; the empty schema stands for it.";
                self.note(at, Fate::Dropped, message);
                json!({})
            }
        }
    }

    /// A reference. What Swagger 2.0 passes over beside it would count now.
    fn reference(&mut self, at: &At<'_>, reference: &str, members: &Map<String, Value>) -> Value {
        let target = self.place_of(reference);
        let mut out = Map::from_iter([("$ref".to_owned(), json!(target))]);
        for (key, value) in members.iter().filter(|(key, _)| *key != "$ref") {
            if BESIDE.contains(&key.as_str()) || key.starts_with("x-") {
                out.insert(key.clone(), value.clone());
            } else {
                let message = "Swagger 2.0 passes over what stands beside “$ref”, OpenAPI 3.1 does not: it is left out.";
                self.note(&at.key(key), Fate::Dropped, message);
            }
        }
        Value::Object(out)
    }

    /// All keywords of a schema, in order.
    pub(super) fn keywords(
        &mut self,
        at: &At<'_>,
        members: &Map<String, Value>,
    ) -> Map<String, Value> {
        let is_nullable = members.get("x-nullable") == Some(&Value::Bool(true))
            && members.get("type").is_some_and(Value::is_string);
        let mut out = Map::new();
        for (key, value) in members {
            let place = at.key(key);
            if let Some(reason) = misfit(key, value) {
                self.note(&place, Fate::Dropped, reason);
                continue;
            }
            match key.as_str() {
                "type" => types(value, is_nullable, &mut out),
                "x-nullable" if is_nullable => {}
                "enum" => {
                    out.insert(key.clone(), choices(value, is_nullable));
                }
                "format" if value == "byte" => {
                    out.insert("contentEncoding".to_owned(), json!("base64"));
                }
                "minimum" | "maximum" if is_exclusive(members, key) => {}
                "exclusiveMinimum" | "exclusiveMaximum" if value.is_boolean() => {
                    let bound = exclusive_bound(members, key);
                    out.extend(bound.map(|bound| (key.clone(), bound.clone())));
                }
                "discriminator" => {
                    let told = self.discriminator(value, of_definition(at).as_deref());
                    if told.is_none() {
                        let message = "It does not name the property that tells the kinds apart.";
                        self.note(&place, Fate::Dropped, message);
                    }
                    out.extend(told.map(|told| (key.clone(), told)));
                }
                "xml" => {
                    let members = ["name", "namespace", "prefix", "attribute", "wrapped"];
                    let known = self.known(&place, value, &members);
                    out.insert(key.clone(), Value::Object(known));
                }
                "externalDocs" => {
                    let documentation = self.documentation(&place, value);
                    out.extend(documentation.map(|told| (key.clone(), told)));
                }
                "collectionFormat" => {
                    let message = "OpenAPI has no way to write lists within lists.";
                    self.note(&place, Fate::Dropped, message);
                }
                "items" if value.is_array() => {
                    let first = self.list(&place, value);
                    out.insert("prefixItems".to_owned(), first);
                }
                "properties" | "patternProperties" | "definitions" | "$defs"
                | "dependentSchemas" => {
                    let properties = self.properties_of(&place, value);
                    out.insert(key.clone(), properties);
                }
                "items"
                | "additionalProperties"
                | "not"
                | "if"
                | "then"
                | "else"
                | "contains"
                | "propertyNames"
                | "unevaluatedItems"
                | "unevaluatedProperties"
                | "contentSchema" => {
                    let inner = self.schema(&place, value);
                    out.insert(key.clone(), inner);
                }
                "allOf" | "anyOf" | "oneOf" | "prefixItems" => {
                    let parts = self.list(&place, value);
                    out.insert(key.clone(), parts);
                }
                _ => {
                    out.insert(key.clone(), value.clone());
                }
            }
        }
        out
    }

    /// Where a reference leads in the export.
    pub(super) fn place_of(&self, reference: &str) -> String {
        let fitting = || super::address::fitting(reference);
        self.new_place(reference).unwrap_or_else(fitting)
    }

    fn properties_of(&mut self, at: &At<'_>, value: &Value) -> Value {
        let mut out = Map::new();
        for (name, schema) in value.as_object().into_iter().flatten() {
            let converted = self.schema(&at.key(name), schema);
            out.insert(name.clone(), converted);
        }
        Value::Object(out)
    }

    fn list(&mut self, at: &At<'_>, value: &Value) -> Value {
        let mut out = Vec::new();
        for (index, schema) in value.as_array().into_iter().flatten().enumerate() {
            let number = index.to_string();
            out.push(self.schema(&at.key(&number), schema));
        }
        Value::Array(out)
    }
}

/// The name of the definition that lies at a place; none where it is no definition.
fn of_definition(at: &At<'_>) -> Option<String> {
    let pointer = at.pointer();
    let name = pointer.strip_prefix("/definitions/")?;
    (!name.contains('/')).then(|| unescaped(name))
}

fn types(value: &Value, is_nullable: bool, out: &mut Map<String, Value>) {
    let kind = match value.as_str() {
        Some("file") => {
            out.insert("format".to_owned(), json!("binary"));
            json!("string")
        }
        _ => value.clone(),
    };
    let kind = if is_nullable {
        json!([kind, "null"])
    } else {
        kind
    };
    out.insert("type".to_owned(), kind);
}

/// The choices, null among them where it fits.
fn choices(value: &Value, is_nullable: bool) -> Value {
    let mut choices = value.clone();
    if let (true, Some(list)) = (is_nullable, choices.as_array_mut())
        && !list.contains(&Value::Null)
    {
        list.push(Value::Null);
    }
    choices
}

/// Whether a bound does not fit itself: the exclusive one has its number then.
fn is_exclusive(members: &Map<String, Value>, bound: &str) -> bool {
    let exclusive = if bound == "minimum" {
        "exclusiveMinimum"
    } else {
        "exclusiveMaximum"
    };
    members.get(exclusive) == Some(&Value::Bool(true))
}

fn exclusive_bound<'m>(members: &'m Map<String, Value>, exclusive: &str) -> Option<&'m Value> {
    let bound = if exclusive == "exclusiveMinimum" {
        "minimum"
    } else {
        "maximum"
    };
    members.get(bound).filter(|_| is_exclusive(members, bound))
}
