//! Paths and what stands at each.

use serde_json::{Map, Value};

use super::Conversion;
use crate::ledger::{At, Fate};
use crate::message::message;

/// The methods that Swagger 2.0 knows.
const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

impl<'s> Conversion<'s> {
    /// `paths`.
    pub(super) fn paths(&mut self, at: &At<'_>) -> Value {
        let place = at.key("paths");
        let mut out = Map::new();
        let paths = self.root.get("paths").and_then(Value::as_object);
        for (path, item) in paths.into_iter().flatten() {
            if path.starts_with("x-") {
                out.insert(path.clone(), item.clone());
                continue;
            }
            let inner = place.key(path);
            self.beside_reference(&inner, item);
            let Some(item) = self.followed(&inner, item) else {
                continue;
            };
            let Some(name) = self.path_name(&inner, path, item, paths) else {
                continue;
            };
            let converted = self.path_item(&inner, path, item);
            out.insert(name, Value::Object(converted));
        }
        self.credential_policies();
        self.host_policies();
        Value::Object(out)
    }

    /// The path with a slash before it; none where another one is called so.
    fn path_name(
        &mut self,
        at: &At<'_>,
        path: &str,
        item: &Value,
        paths: Option<&Map<String, Value>>,
    ) -> Option<String> {
        if path.starts_with('/') {
            return Some(path.to_owned());
        }
        let name = format!("/{path}");
        if paths.is_none_or(|paths| !paths.contains_key(&name)) {
            self.note(at, Fate::Changed, message!("A path begins with a slash."));
            return Some(name);
        }
        let methods = item.as_object().into_iter().flatten();
        for (method, _) in methods.filter(|(key, _)| METHODS.contains(&key.as_str())) {
            self.ledger.operations_in += 1;
            let message = message!(
                "A path begins with a slash, and there is a path “{name}” already: the operation is left out.",
                name
            );
            self.note(&at.key(method), Fate::Dropped, message);
        }
        None
    }

    /// Names what stands beside the reference of a path: it is what the reference leads to, and no more.
    fn beside_reference(&mut self, at: &At<'_>, item: &Value) {
        if item.get("$ref").is_none() {
            return;
        }
        for (key, _) in item.as_object().into_iter().flatten() {
            let place = at.key(key);
            if METHODS.contains(&key.as_str()) {
                self.ledger.operations_in += 1;
                let message = message!(
                    "The path is what “$ref” leads to: the operation beside it is left out."
                );
                self.note(&place, Fate::Dropped, message);
            } else if key != "$ref" {
                let message = message!("The path is what “$ref” leads to, and nothing beside it.");
                self.note(&place, Fate::Dropped, message);
            }
        }
    }

    fn path_item(&mut self, at: &At<'_>, path: &str, item: &'s Value) -> Map<String, Value> {
        let mut out = Map::new();
        let place = at.key("servers");
        let servers = item.get("servers").map(|servers| (place, servers));
        for (key, value) in item.as_object().into_iter().flatten() {
            let place = at.key(key);
            match key.as_str() {
                method if METHODS.contains(&method) => {
                    self.ledger.operations_in += 1;
                    let (operation, notification) =
                        self.operation(&place, method, path, value, servers);
                    self.ledger.operations_out += 1;
                    out.insert(key.clone(), operation);
                    if let Some(notification) = notification {
                        out.entry("x-ms-notification-content")
                            .or_insert(notification);
                    }
                }
                "trace" | "query" => {
                    self.ledger.operations_in += 1;
                    let message =
                        message!("Swagger 2.0 has no such method: the operation is left out.");
                    self.note(&place, Fate::Dropped, message);
                }
                "additionalOperations" => {
                    for (method, _) in value.as_object().into_iter().flatten() {
                        self.ledger.operations_in += 1;
                        let message =
                            message!("Swagger 2.0 has no such method: the operation is left out.");
                        self.note(&place.key(method), Fate::Dropped, message);
                    }
                }
                "parameters" => {
                    let parameters = self.parameter_list(&place, value);
                    out.insert(key.clone(), Value::Array(parameters));
                }
                // Each operation takes them over.
                "servers" | "$ref" => {}
                key if key.starts_with("x-") => {
                    out.insert(key.to_owned(), value.clone());
                }
                _ => self.note(
                    &place,
                    Fate::Dropped,
                    message!("A path has no words of its own in Swagger 2.0."),
                ),
            }
        }
        out
    }
}
