//! What requests send, and what was answered.

use serde_json::{Value, json};

use super::{Export, plain, text};
use crate::ledger::Fate;
use crate::request::skeleton;
use crate::swagger::{Location, Operation, Parameter, responses};

/// The media type of a body that says none.
const JSON: &str = "application/json";

impl<'c> Export<'c> {
    /// The body of a request, and the media type that its headers say.
    pub(super) fn body(
        &mut self,
        operation: &Operation<'c>,
        parameters: &[Parameter<'c>],
    ) -> Option<(Value, Option<String>)> {
        let consumes = self.media(operation, "consumes");
        let fields: Vec<&Parameter<'_>> = parameters
            .iter()
            .filter(|parameter| parameter.location() == Some(Location::FormData))
            .collect();
        if !fields.is_empty() {
            return Some((form(&fields, &consumes), None));
        }
        let body = parameters
            .iter()
            .find(|parameter| parameter.location() == Some(Location::Body))?;
        let schema = body.schema().unwrap_or(&Value::Null);
        let media = chosen(&consumes);
        if text(schema, "format") == Some("binary") {
            return Some((json!({ "mode": "file", "file": {} }), Some(media)));
        }
        let language = language(&media);
        let sample = match language {
            "json" => pretty(&skeleton(self.definition, schema)),
            _ => schema.get("example").map(plain).unwrap_or_default(),
        };
        let options = json!({ "raw": { "language": language } });
        Some((
            json!({ "mode": "raw", "raw": sample, "options": options }),
            Some(media),
        ))
    }

    /// The saved answers of an operation: one for each response with a status.
    pub(super) fn answers(&mut self, operation: &Operation<'c>) -> Vec<Value> {
        let produces = self.media(operation, "produces");
        let mut saved = Vec::new();
        for response in responses(self.definition, operation.key()) {
            let Ok(status) = response.status().parse::<u16>() else {
                let pointer = response.entry().pointer(self.definition);
                let message =
                    "An answer that Postman keeps has a status: this response is left out.";
                self.ledger
                    .enter_in_english(pointer, Fate::Dropped, message);
                continue;
            };
            let examples = response.json().get("examples").and_then(Value::as_object);
            let example = examples.and_then(|all| all.iter().next());
            let schema = response.json().get("schema");
            let media = example.map_or_else(|| chosen(&produces), |(media, _)| media.clone());
            let body = match (example, schema) {
                (Some((_, Value::String(text))), _) => text.clone(),
                (Some((_, value)), _) => pretty(value),
                (None, Some(schema)) if language(&media) == "json" => {
                    pretty(&skeleton(self.definition, schema))
                }
                _ => String::new(),
            };
            let of_media = (!body.is_empty()).then_some(("Content-Type", media.as_str()));
            let own = response.headers().map(|(name, _)| (name, ""));
            let headers = of_media.into_iter().chain(own);
            let headers: Vec<Value> = headers
                .map(|(key, value)| json!({ "key": key, "value": value }))
                .collect();
            let name = match response.description() {
                "" => response.status(),
                said => said,
            };
            saved.push(json!({
                "name": name,
                "code": status,
                "_postman_previewlanguage": language(&media),
                "header": headers,
                "body": body,
            }));
        }
        saved
    }

    /// The media types that an operation takes or answers with.
    fn media(&self, operation: &Operation<'c>, key: &str) -> Vec<&'c str> {
        let own = operation.json().get(key);
        let list = own.or_else(|| self.definition.get(key));
        let list = list.and_then(Value::as_array).into_iter().flatten();
        list.filter_map(Value::as_str).collect()
    }
}

fn form(fields: &[&Parameter<'_>], consumes: &[&str]) -> Value {
    let in_parts = fields.iter().any(|field| field.kind() == "file")
        || consumes.iter().any(|media| media.starts_with("multipart/"));
    let mode = if in_parts { "formdata" } else { "urlencoded" };
    let fields: Vec<Value> = fields
        .iter()
        .map(|field| {
            let mut entry = super::item::field(field);
            if let Some(members) = entry.as_object_mut() {
                let kind = if field.kind() == "file" {
                    members.shift_remove("value");
                    members.insert("src".to_owned(), json!([]));
                    "file"
                } else {
                    "text"
                };
                members.insert("type".to_owned(), json!(kind));
            }
            entry
        })
        .collect();
    json!({ "mode": mode, mode: fields })
}

/// The media type that is sent: JSON where it is among them.
fn chosen(media: &[&str]) -> String {
    let json = media.iter().find(|media| media.contains("json"));
    let chosen = json.or(media.first()).copied().unwrap_or(JSON);
    chosen.to_owned()
}

fn language(media: &str) -> &'static str {
    if media.contains("json") {
        "json"
    } else if media.contains("xml") {
        "xml"
    } else if media.contains("html") {
        "html"
    } else {
        "text"
    }
}

/// A value as people read it.
fn pretty(value: &Value) -> String {
    format!("{value:#}")
}
