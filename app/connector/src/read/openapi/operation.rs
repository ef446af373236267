//! Operations.

use serde_json::{Map, Value, json};

use super::{Conversion, text};
use crate::ledger::{At, Fate};
use crate::message::message;
use crate::read::naming::{sentence, sentence_of_path};

impl<'s> Conversion<'s> {
    /// The operation, and what its path is notified of where it is a webhook trigger.
    pub(super) fn operation(
        &mut self,
        at: &At<'_>,
        method: &str,
        path: &str,
        value: &'s Value,
        servers: Option<(At<'_>, &'s Value)>,
    ) -> (Value, Option<Value>) {
        let mut out = Map::new();
        let id = self.operation_id(at, method, path, value);
        self.remember_security(&id, value);
        let mut parameters = match value.get("parameters") {
            Some(list) => self.parameter_list(&at.key("parameters"), list),
            None => Vec::new(),
        };
        let body = value.get("requestBody");
        let (of_body, consumes) = match body {
            Some(body) => self.request_body(&at.key("requestBody"), body),
            None => (Vec::new(), Vec::new()),
        };
        parameters.extend(of_body);
        let (responses, produces) = match value.get("responses") {
            Some(responses) => self.responses(&at.key("responses"), responses),
            None => self.no_responses(&at.key("responses")),
        };
        self.operation_words(at, (method, path, &id), value, &mut out);
        put_list(&mut out, "consumes", consumes);
        put_list(&mut out, "produces", produces);
        if !parameters.is_empty() {
            out.insert("parameters".to_owned(), Value::Array(parameters));
        }
        out.insert("responses".to_owned(), responses);
        let notification = value
            .get("callbacks")
            .and_then(|callbacks| self.callbacks(&at.key("callbacks"), callbacks, &mut out));
        let own = value.get("servers").map(|own| (at.key("servers"), own));
        if let Some((place, servers)) = own.or(servers) {
            self.operation_server(&place, &id, servers);
        }
        self.operation_members(at, value, &mut out);
        (Value::Object(out), notification)
    }

    fn no_responses(&mut self, at: &At<'_>) -> (Value, Vec<String>) {
        self.note(
            at,
            Fate::Added,
            message!("An operation must describe a response: “default” stands for all."),
        );
        (
            json!({ "default": { "description": "Any response" } }),
            Vec::new(),
        )
    }

    fn operation_id(&mut self, at: &At<'_>, method: &str, path: &str, value: &Value) -> String {
        let id = self.id_of(path, method);
        match text(value, "operationId").filter(|given| !given.is_empty()) {
            None => {
                let message = message!("The operation has no ID; it got “{id}”.", id);
                self.note(at, Fate::Added, message);
            }
            Some(given) if given != id => {
                let message = message!(
                    "Another operation has the ID “{given}”; this one got “{id}”.",
                    given,
                    id
                );
                self.note(&at.key("operationId"), Fate::Changed, message);
            }
            Some(_) => {}
        }
        id
    }

    fn operation_words(
        &mut self,
        at: &At<'_>,
        (method, path, id): (&str, &str, &str),
        value: &Value,
        out: &mut Map<String, Value>,
    ) {
        if let Some(tags) = value.get("tags") {
            let tags = self.distinct(&at.key("tags"), tags);
            out.insert("tags".to_owned(), Value::Array(tags));
        }
        match text(value, "summary").filter(|summary| !summary.is_empty()) {
            Some(summary) => {
                out.insert("summary".to_owned(), json!(summary));
            }
            None => {
                let summary = match (text(value, "operationId"), path.is_ascii()) {
                    (None, false) => sentence_of_path(method, path),
                    _ => sentence(id),
                };
                self.note(
                    at,
                    Fate::Added,
                    message!("The operation has no summary; it got “{summary}”.", summary),
                );
                out.insert("summary".to_owned(), json!(summary));
            }
        }
        if let Some(description) = value.get("description") {
            out.insert("description".to_owned(), description.clone());
        }
        if let Some(documentation) = value
            .get("externalDocs")
            .and_then(|value| self.documentation(&at.key("externalDocs"), value))
        {
            out.insert("externalDocs".to_owned(), documentation);
        }
        out.insert("operationId".to_owned(), json!(id));
    }

    fn operation_members(&mut self, at: &At<'_>, value: &'s Value, out: &mut Map<String, Value>) {
        for (key, value) in value.as_object().into_iter().flatten() {
            let place = at.key(key);
            match key.as_str() {
                "tags" | "summary" | "description" | "externalDocs" | "operationId"
                | "parameters" | "requestBody" | "responses" | "callbacks" | "servers" => {}
                "deprecated" => {
                    out.insert(key.clone(), value.clone());
                }
                "security" => {
                    self.note_unmet(&place, value);
                    let security = self.requirements(&place, value);
                    out.insert(key.clone(), security);
                }
                key if key.starts_with("x-") => {
                    out.insert(key.to_owned(), value.clone());
                }
                _ => self.note(
                    &place,
                    Fate::Dropped,
                    message!("Swagger 2.0 does not know it."),
                ),
            }
        }
    }
}

fn put_list(out: &mut Map<String, Value>, key: &str, list: Vec<String>) {
    if !list.is_empty() {
        out.insert(key.to_owned(), json!(list));
    }
}
