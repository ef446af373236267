//! Responses.

use serde_json::{Map, Value, json};

use super::content::chosen;
use super::{Conversion, text};
use crate::ledger::{At, Fate, escaped};
use crate::message::message;

impl<'s> Conversion<'s> {
    /// The responses of the components, under their names.
    pub(super) fn shared_responses(&mut self, at: &At<'_>) -> Map<String, Value> {
        let components = at.key("components");
        let responses = components.key("responses");
        let mut out = Map::new();
        let all = self.component("responses");
        for (name, response) in all.into_iter().flatten() {
            let place = responses.key(name);
            if let Some(response) = self.followed(&place, response) {
                let converted = self.response(&place, response, &mut Vec::new());
                out.insert(name.clone(), converted);
            }
        }
        out
    }

    /// The responses of an operation, and their media types.
    pub(super) fn responses(&mut self, at: &At<'_>, value: &'s Value) -> (Value, Vec<String>) {
        let mut out = Map::new();
        let mut media = Vec::new();
        let all = value.as_object();
        let has = |status: &str| all.is_some_and(|all| all.contains_key(status));
        for (status, response) in all.into_iter().flatten() {
            let place = at.key(status);
            if status.starts_with("x-") {
                out.insert(status.clone(), response.clone());
                continue;
            }
            let range = status.to_ascii_uppercase();
            let kept = match range.strip_suffix("XX") {
                Some(first) => {
                    let one = format!("{first}00");
                    if has(&one) {
                        let message = message!(
                            "Swagger 2.0 has no ranges of statuses, and {one} is described by itself.",
                            one
                        );
                        self.note(&place, Fate::Dropped, message);
                        continue;
                    }
                    let message = message!(
                        "Swagger 2.0 has no ranges of statuses: it stands under {one}.",
                        one
                    );
                    self.note(&place, Fate::Lowered, message);
                    one
                }
                None => status.clone(),
            };
            let converted = self.response_or_reference(&place, response, &mut media);
            out.insert(kept, converted);
        }
        if !out.keys().any(|key| !key.starts_with("x-")) {
            self.note(
                at,
                Fate::Added,
                message!("An operation must describe a response: “default” stands for all."),
            );
            out.insert(
                "default".to_owned(),
                json!({ "description": "Any response" }),
            );
        }
        (Value::Object(out), media)
    }

    fn response_or_reference(
        &mut self,
        at: &At<'_>,
        value: &'s Value,
        media: &mut Vec<String>,
    ) -> Value {
        let named = text(value, "$ref")
            .and_then(|reference| reference.strip_prefix("#/components/responses/"))
            .filter(|name| {
                !name.contains('/')
                    && self
                        .component("responses")
                        .is_some_and(|all| all.contains_key(*name))
            });
        let Some(response) = self.followed(at, value) else {
            return json!({ "description": "" });
        };
        let own_words = text(value, "description").filter(|_| self.has_words_beside(value));
        match (named, own_words) {
            (_, Some(words)) => {
                let mut converted = self.response(at, response, media);
                if let Some(members) = converted.as_object_mut() {
                    members.insert("description".to_owned(), json!(words));
                }
                converted
            }
            (Some(name), None) => {
                gather(response, media);
                json!({ "$ref": format!("#/responses/{}", escaped(name)) })
            }
            (None, None) => self.response(at, response, media),
        }
    }

    fn response(&mut self, at: &At<'_>, value: &'s Value, media: &mut Vec<String>) -> Value {
        let mut out = Map::new();
        let description = text(value, "description");
        if description.is_none() {
            self.note(
                at,
                Fate::Added,
                message!("A response must have a description: it got an empty one."),
            );
        }
        out.insert(
            "description".to_owned(),
            json!(description.unwrap_or_default()),
        );
        gather(value, media);
        for (key, member) in value.as_object().into_iter().flatten() {
            let place = at.key(key);
            match key.as_str() {
                "description" => {}
                "headers" => {
                    let headers = self.headers(&place, member);
                    out.insert(key.clone(), headers);
                }
                "content" => self.response_content(&place, member, &mut out),
                "links" => self.note(
                    &place,
                    Fate::Dropped,
                    message!("Swagger 2.0 has no links between operations."),
                ),
                key if key.starts_with("x-") => {
                    out.insert(key.to_owned(), member.clone());
                }
                _ => self.note(
                    &place,
                    Fate::Dropped,
                    message!("Swagger 2.0 does not know it."),
                ),
            }
        }
        Value::Object(out)
    }

    fn response_content(&mut self, at: &At<'_>, value: &'s Value, out: &mut Map<String, Value>) {
        let Some(content) = value.as_object() else {
            return;
        };
        let Some((media, described)) = chosen(content) else {
            return;
        };
        for (other, value) in content.iter().filter(|(other, _)| *other != media) {
            if self.schema_of(value) != self.schema_of(described) {
                let message = message!(
                    "A response has one schema in Swagger 2.0: that of {media}.",
                    media
                );
                self.note(&at.key(other).key("schema"), Fate::Dropped, message);
            }
        }
        let inner = at.key(media);
        if let Some(schema) = self.schema_of(described) {
            let schema = self.schema(&inner.key("schema"), schema);
            out.insert("schema".to_owned(), schema);
        }
        let mut examples = Map::new();
        for (media, described) in content {
            let place = at.key(media);
            let Some(described) = self.followed(&place, described) else {
                continue;
            };
            self.response_media(&place, described);
            if let Some(example) = self.example(&place, described) {
                examples.insert(media.clone(), example);
            }
        }
        super::put(out, "examples", examples);
    }

    /// What else a media type says.
    fn response_media(&mut self, at: &At<'_>, described: &Value) {
        for (key, _) in described.as_object().into_iter().flatten() {
            let message = match key.as_str() {
                "schema" | "example" | "examples" => continue,
                "itemSchema" | "itemEncoding" | "prefixEncoding" => {
                    message!(
                        "Swagger 2.0 has no streams: it does not say what each of their items is."
                    )
                }
                key if key.starts_with("x-") => {
                    message!("A media type has no words of its own in Swagger 2.0.")
                }
                _ => message!("Swagger 2.0 does not say how parts of a body are written."),
            };
            self.note(&at.key(key), Fate::Dropped, message);
        }
    }

    /// The example of a media type: its own, or the first of several.
    fn example(&mut self, at: &At<'_>, described: &'s Value) -> Option<Value> {
        if let Some(example) = described.get("example") {
            return Some(example.clone());
        }
        let several = described.get("examples")?.as_object()?;
        let (name, first) = several.iter().next()?;
        let examples = at.key("examples");
        let found = self.followed(&examples.key(name), first)?;
        if several.len() > 1 {
            let message = message!("A media type has one example in Swagger 2.0: the first.");
            self.note(&examples, Fate::Lowered, message);
        }
        match found.get("value").or_else(|| found.get("dataValue")) {
            Some(value) => Some(value.clone()),
            None => {
                let message = message!(
                    "The example is not in the document, and Swagger 2.0 does not point to others."
                );
                self.note(&examples.key(name), Fate::Dropped, message);
                None
            }
        }
    }
}

/// Adds the media types of a response to those that are known.
fn gather(response: &Value, media: &mut Vec<String>) {
    let content = response.get("content").and_then(Value::as_object);
    for (name, _) in content.into_iter().flatten() {
        if !media.contains(name) {
            media.push(name.clone());
        }
    }
}
