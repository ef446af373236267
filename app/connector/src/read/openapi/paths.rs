//! Paths and what stands at each.

use serde_json::{Map, Value};

use super::Conversion;
use crate::ledger::{At, Fate};

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
            let Some(item) = self.followed(&inner, item) else {
                continue;
            };
            let converted = self.path_item(&inner, path, item);
            let name = if path.starts_with('/') {
                path.clone()
            } else {
                self.note(&inner, Fate::Changed, "A path begins with a slash.");
                format!("/{path}")
            };
            out.insert(name, Value::Object(converted));
        }
        self.host_policies();
        Value::Object(out)
    }

    fn path_item(&mut self, at: &At<'_>, path: &str, item: &'s Value) -> Map<String, Value> {
        let mut out = Map::new();
        let servers = item.get("servers");
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
                    let message = "Swagger 2.0 has no such method: the operation is left out.";
                    self.note(&place, Fate::Dropped, message);
                }
                "additionalOperations" => {
                    for (method, _) in value.as_object().into_iter().flatten() {
                        self.ledger.operations_in += 1;
                        let message = "Swagger 2.0 has no such method: the operation is left out.";
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
                    "A path has no words of its own in Swagger 2.0.",
                ),
            }
        }
        out
    }
}
