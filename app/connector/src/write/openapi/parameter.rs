//! Parameters in the path, the query and headers.

use serde_json::{Map, Value, json};

use super::{Export, text};
use crate::ledger::{At, Fate};

/// What a parameter of Swagger 2.0 says of its values by itself, and OpenAPI by a schema.
pub(super) const OF_VALUES: [&str; 17] = [
    "type",
    "format",
    "items",
    "default",
    "enum",
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
    "multipleOf",
    "x-nullable",
];

/// The parameters of an operation or a path.
#[derive(Debug, Default)]
pub(super) struct Parameters<'c> {
    /// Those that stay parameters, converted.
    pub(super) own: Vec<Value>,
    /// Those that are the body or fields of a form, with their places.
    pub(super) sent: Vec<(String, &'c Value)>,
}

impl<'c> Export<'c> {
    /// A list of parameters, those of bodies apart.
    pub(super) fn parameters(&mut self, at: &At<'_>, value: Option<&'c Value>) -> Parameters<'c> {
        let mut all = Parameters::default();
        let list = value.and_then(Value::as_array);
        for (index, parameter) in list.into_iter().flatten().enumerate() {
            let number = index.to_string();
            let place = at.key(&number);
            let reference = text(parameter, "$ref");
            let target = match reference {
                Some(reference) => self.target(reference),
                None => Some(parameter),
            };
            let Some(target) = target else {
                let message = "It refers to a parameter that is not there.";
                self.note(&place, Fate::Dropped, message);
                continue;
            };
            let shared = reference.and_then(|reference| self.shared_name("parameters", reference));
            match (text(target, "in"), shared) {
                (Some("body" | "formData"), _) => all.sent.push((place.pointer(), target)),
                (Some("path" | "query" | "header"), Some(_)) => {
                    let place = self.place_of(reference.unwrap_or_default());
                    all.own.push(json!({ "$ref": place }));
                }
                _ => all.own.extend(self.parameter(&place, target)),
            }
        }
        all
    }

    /// The shared parameters; bodies stand where they are used.
    pub(super) fn shared_parameters(&mut self, at: &At<'_>) -> Map<String, Value> {
        let all = self.definition.get("parameters").and_then(Value::as_object);
        let mut out = Map::new();
        for (name, parameter) in all.into_iter().flatten() {
            let place = at.key(name);
            if matches!(text(parameter, "in"), Some("body" | "formData")) {
                let message =
                    "It is a body in OpenAPI, and stands in each operation that refers to it.";
                self.note(&place, Fate::Changed, message);
                continue;
            }
            let converted = self.parameter(&place, parameter);
            if let Some(converted) = converted {
                let name = self.named(&place, "parameters", name);
                out.insert(name, converted);
            }
        }
        out
    }

    fn parameter(&mut self, at: &At<'_>, value: &Value) -> Option<Value> {
        let Some(location @ ("path" | "query" | "header")) = text(value, "in") else {
            let message = "It does not say where it is sent: in the path, the query or a header.";
            self.note(at, Fate::Dropped, message);
            return None;
        };
        if text(value, "name").is_none() {
            self.note(at, Fate::Dropped, "A parameter has a name.");
            return None;
        }
        let mut out = Map::new();
        let mut own = Map::new();
        for (key, member) in value.as_object().into_iter().flatten() {
            match key.as_str() {
                "schema" | "collectionFormat" => {}
                key if OF_VALUES.contains(&key) => {
                    own.insert(key.to_owned(), member.clone());
                }
                "name" | "in" | "example" => {
                    out.insert(key.clone(), member.clone());
                }
                "description" => {
                    let text = self.text(&at.key(key), member);
                    out.extend(text.map(|text| (key.clone(), text)));
                }
                "required" | "deprecated" if member.is_boolean() => {
                    out.insert(key.clone(), member.clone());
                }
                "allowEmptyValue" if location == "query" && member.is_boolean() => {
                    out.insert(key.clone(), member.clone());
                }
                key if key.starts_with("x-") => {
                    out.insert(key.to_owned(), member.clone());
                }
                _ => self.unknown(&at.key(key)),
            }
        }
        if location == "path" && out.get("required") != Some(&Value::Bool(true)) {
            self.note(at, Fate::Added, "What stands in the path is required.");
            out.insert("required".to_owned(), json!(true));
        }
        let is_list = own.get("type").is_some_and(|kind| kind == "array");
        let schema = match value.get("schema").filter(|_| own.is_empty()) {
            Some(schema) => self.schema(&at.key("schema"), schema),
            None => Value::Object(self.keywords(at, &own)),
        };
        if is_list {
            let format = text(value, "collectionFormat").unwrap_or("csv");
            self.style(&at.key("collectionFormat"), location, format, &mut out);
        }
        out.insert("schema".to_owned(), schema);
        Some(Value::Object(out))
    }

    /// How a list is written (OpenAPI 3.1, 4.8.12.2).
    fn style(&mut self, at: &At<'_>, location: &str, format: &str, out: &mut Map<String, Value>) {
        let (style, explode) = match (location, format) {
            ("query", "multi") => ("form", true),
            ("query", "ssv") => ("spaceDelimited", false),
            ("query", "pipes") => ("pipeDelimited", false),
            ("query", "csv") => ("form", false),
            (_, "csv") => return,
            (_, other) => {
                let message = format!(
                    "OpenAPI does not write lists as “{other}” here: commas stand between."
                );
                self.note(at, Fate::Lowered, message);
                if location != "query" {
                    return;
                }
                ("form", false)
            }
        };
        out.insert("style".to_owned(), json!(style));
        out.insert("explode".to_owned(), json!(explode));
    }
}
