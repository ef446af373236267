//! Paths and their operations.

use serde_json::{Map, Value};

use super::names::within_extension;
use super::{Export, text, texts};
use crate::ledger::{At, Fate};
use crate::swagger::Method;

impl<'c> Export<'c> {
    /// `paths`.
    pub(super) fn paths(&mut self, at: &At<'_>, value: &'c Value) -> Value {
        let mut out = Map::new();
        for (path, item) in value.as_object().into_iter().flatten() {
            let place = at.key(path);
            match item.as_object() {
                _ if path.starts_with("x-") => {
                    out.insert(path.clone(), item.clone());
                }
                Some(members) => {
                    let converted = Value::Object(self.path_item(&place, members));
                    if path.starts_with('/') {
                        out.insert(path.clone(), converted);
                    } else {
                        let whole = format!("/{path}");
                        let message = format!("A path begins with a slash: it is {whole} there.");
                        self.note(&place, Fate::Changed, message);
                        out.insert(whole, converted);
                    }
                }
                None => self.note(&place, Fate::Dropped, "A path holds operations."),
            }
        }
        Value::Object(out)
    }

    fn path_item(&mut self, at: &At<'_>, members: &'c Map<String, Value>) -> Map<String, Value> {
        let mut out = Map::new();
        let shared = self.parameters(&at.key("parameters"), members.get("parameters"));
        for (key, value) in members {
            let place = at.key(key);
            match key.as_str() {
                "parameters" => {
                    if !shared.own.is_empty() {
                        out.insert(key.clone(), Value::Array(shared.own.clone()));
                    }
                }
                "$ref" => {
                    let address = self.address(&place, value);
                    out.extend(address.map(|address| (key.clone(), address)));
                }
                "x-ms-notification-content" => {
                    let mut content = value.clone();
                    within_extension(self, &mut content);
                    out.insert(key.clone(), content);
                }
                key if Method::parse(key).is_some_and(|method| method.as_str() == key) => {
                    let operation = self.operation(&place, value, &shared.sent);
                    out.insert(key.to_owned(), Value::Object(operation));
                }
                key if key.starts_with("x-") => {
                    out.insert(key.to_owned(), value.clone());
                }
                _ => self.unknown(&place),
            }
        }
        out
    }

    /// An operation; what its path sends is sent by it, too, unless it sends something else.
    fn operation(
        &mut self,
        at: &At<'_>,
        value: &'c Value,
        of_path: &[(String, &'c Value)],
    ) -> Map<String, Value> {
        let mut out = Map::new();
        let mut parameters = self.parameters(&at.key("parameters"), value.get("parameters"));
        if parameters.sent.is_empty() {
            parameters.sent.extend(of_path.iter().cloned());
        }
        let consumes = texts(value, "consumes").or_else(|| texts(self.definition, "consumes"));
        let body = self.request_body(&parameters.sent, &consumes.unwrap_or_default());
        for (key, member) in value.as_object().into_iter().flatten() {
            let place = at.key(key);
            match key.as_str() {
                "consumes" | "produces" | "schemes" => {}
                "parameters" => {
                    let own = std::mem::take(&mut parameters.own);
                    if !own.is_empty() {
                        out.insert(key.clone(), Value::Array(own));
                    }
                }
                "responses" => {
                    out.extend(body.clone().map(|body| ("requestBody".to_owned(), body)));
                    let responses = self.responses(&place, value, member);
                    out.insert(key.clone(), responses);
                }
                "security" => {
                    let requirements = self.requirements(&place, member);
                    out.extend(requirements.map(|told| (key.clone(), told)));
                }
                "externalDocs" => {
                    let documentation = self.documentation(&place, member);
                    out.extend(documentation.map(|told| (key.clone(), told)));
                }
                "summary" | "description" | "operationId" => {
                    let text = self.text(&place, member);
                    out.extend(text.map(|text| (key.clone(), text)));
                }
                "tags" if is_texts(member) => {
                    out.insert(key.clone(), member.clone());
                }
                "deprecated" if member.is_boolean() => {
                    out.insert(key.clone(), member.clone());
                }
                key if key.starts_with("x-") => {
                    out.insert(key.to_owned(), member.clone());
                }
                _ => self.unknown(&place),
            }
        }
        if let (Some(body), false) = (body, out.contains_key("requestBody")) {
            out.insert("requestBody".to_owned(), body);
        }
        if text(value, "operationId").is_none() {
            let message = "The operation has no ID: whoever reads the document makes one.";
            self.note(at, Fate::Lowered, message);
        }
        let servers = self.servers_of(value);
        if !servers.is_empty() {
            out.insert("servers".to_owned(), Value::Array(servers));
        }
        out
    }
}

fn is_texts(value: &Value) -> bool {
    value
        .as_array()
        .is_some_and(|list| list.iter().all(Value::is_string))
}
