//! Responses and their headers.

use serde_json::{Map, Value, json};

use super::parameter::OF_VALUES;
use super::{Export, text, texts};
use crate::ledger::{At, Fate};
use crate::swagger::operations;

impl<'c> Export<'c> {
    /// Finds the media types that shared responses have wherever they are used.
    pub(super) fn gather_media(&mut self) {
        for operation in operations(self.definition) {
            let media = self.produced(operation.json());
            let responses = operation.json().get("responses").and_then(Value::as_object);
            for (_, response) in responses.into_iter().flatten() {
                let reference = text(response, "$ref");
                let name = reference.and_then(|own| self.shared_name("responses", own));
                let Some(name) = name else {
                    continue;
                };
                match self.media.get_mut(&name) {
                    Some(known) if known.iter().any(|known| media.contains(known)) => {
                        known.retain(|known| media.contains(known));
                    }
                    Some(_) => {}
                    None => {
                        self.media.insert(name, media.clone());
                    }
                }
            }
        }
    }

    /// The media types of the responses of an operation.
    fn produced(&self, operation: &'c Value) -> Vec<&'c str> {
        let own = texts(operation, "produces").or_else(|| texts(self.definition, "produces"));
        own.unwrap_or_default()
    }

    /// The responses that are shared.
    pub(super) fn shared_responses(&mut self, at: &At<'_>) -> Map<String, Value> {
        let all = self.definition.get("responses").and_then(Value::as_object);
        let mut out = Map::new();
        for (name, response) in all.into_iter().flatten() {
            let media = self.media.get(name).cloned().unwrap_or_default();
            let place = at.key(name);
            let converted = self.response(&place, response, &media);
            let name = self.named(&place, "responses", name);
            out.insert(name, converted);
        }
        out
    }

    /// The responses of an operation.
    pub(super) fn responses(&mut self, at: &At<'_>, operation: &'c Value, value: &Value) -> Value {
        let media = self.produced(operation);
        self.note_unused(at, operation, value);
        let mut out = Map::new();
        for (status, response) in value.as_object().into_iter().flatten() {
            let place = at.key(status);
            if !status.starts_with("x-") && !is_status(status) {
                let message = "A response is known by a status or as “default”: it is left out.";
                self.note(&place, Fate::Dropped, message);
                continue;
            }
            let converted = match text(response, "$ref") {
                _ if status.starts_with("x-") => response.clone(),
                Some(reference) => json!({ "$ref": self.place_of(reference) }),
                None => self.response(&place, response, &media),
            };
            out.insert(status.clone(), converted);
        }
        if out.keys().all(|status| status.starts_with("x-")) {
            let message =
                "An operation must have a response: it got a default one that says nothing.";
            self.note(at, Fate::Added, message);
            out.insert("default".to_owned(), json!({ "description": "" }));
        }
        Value::Object(out)
    }

    /// Names media types of responses none of which has a body.
    fn note_unused(&mut self, at: &At<'_>, operation: &Value, responses: &Value) {
        let own = texts(operation, "produces").unwrap_or_default();
        let mut all = responses.as_object().into_iter().flatten();
        let has_body = |(_, response): (&String, &Value)| {
            ["schema", "examples", "$ref"]
                .iter()
                .any(|key| response.get(key).is_some())
        };
        if !own.is_empty() && !all.any(has_body) {
            let message = format!(
                "No response describes a body: {} has no place.",
                own.join(", ")
            );
            self.note(at, Fate::Lowered, message);
        }
    }

    fn response(&mut self, at: &At<'_>, value: &Value, media: &[&str]) -> Value {
        let mut out = Map::new();
        if text(value, "description").is_none() {
            let message = "A response must have a description: it got an empty one.";
            self.note(at, Fate::Added, message);
            out.insert("description".to_owned(), json!(""));
        }
        for (key, member) in value.as_object().into_iter().flatten() {
            let place = at.key(key);
            match key.as_str() {
                "schema" | "examples" => {}
                "description" if member.is_string() => {
                    out.insert(key.clone(), member.clone());
                }
                "headers" => {
                    let headers = self.headers(&place, member);
                    out.insert(key.clone(), headers);
                }
                key if key.starts_with("x-") => {
                    out.insert(key.to_owned(), member.clone());
                }
                "description" => {}
                _ => self.unknown(&place),
            }
        }
        let content = self.content(at, value, media);
        if !content.is_empty() {
            out.insert("content".to_owned(), Value::Object(content));
        }
        Value::Object(out)
    }

    fn content(&mut self, at: &At<'_>, value: &Value, media: &[&str]) -> Map<String, Value> {
        let mut content = Map::new();
        if let Some(schema) = value.get("schema") {
            let schema = self.schema(&at.key("schema"), schema);
            let media = if media.is_empty() {
                &["application/json"][..]
            } else {
                media
            };
            for media in media {
                content.insert((*media).to_owned(), json!({ "schema": schema }));
            }
        }
        let examples = value.get("examples").and_then(Value::as_object);
        for (media, example) in examples.into_iter().flatten() {
            let described = content.entry(media.clone()).or_insert_with(|| json!({}));
            if let Some(members) = described.as_object_mut() {
                members.insert("example".to_owned(), example.clone());
            }
        }
        content
    }

    fn headers(&mut self, at: &At<'_>, value: &Value) -> Value {
        let mut out = Map::new();
        for (name, header) in value.as_object().into_iter().flatten() {
            let place = at.key(name);
            let mut described = Map::new();
            let mut own = Map::new();
            for (key, member) in header.as_object().into_iter().flatten() {
                match key.as_str() {
                    "collectionFormat" if member == "csv" => {}
                    key if OF_VALUES.contains(&key) => {
                        own.insert(key.to_owned(), member.clone());
                    }
                    "description" => {
                        let text = self.text(&place.key(key), member);
                        described.extend(text.map(|text| (key.clone(), text)));
                    }
                    key if key.starts_with("x-") => {
                        described.insert(key.to_owned(), member.clone());
                    }
                    _ => self.unknown(&place.key(key)),
                }
            }
            let schema = self.keywords(&place, &own);
            described.insert("schema".to_owned(), Value::Object(schema));
            out.insert(name.clone(), Value::Object(described));
        }
        Value::Object(out)
    }
}

/// Whether responses are known by this in OpenAPI 3.1 (4.8.16).
fn is_status(key: &str) -> bool {
    let mut digits = key.chars();
    let first = digits
        .next()
        .is_some_and(|first| ('1'..='5').contains(&first));
    let rest = digits.as_str();
    key == "default"
        || first && (rest == "XX" || rest.len() == 2 && rest.chars().all(|c| c.is_ascii_digit()))
}
