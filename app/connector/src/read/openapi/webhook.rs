//! Webhooks of the whole API become what a webhook trigger gives (spec section D.1), where one operation alone can be
//! the one that subscribes to them; the document does not say which it is.

use serde_json::{Map, Value, json};

use super::{Conversion, text};
use crate::ledger::{At, Fate};
use crate::message::message;

/// What the last word of a path says where one subscribes.
const PATHS: [&str; 3] = ["hook", "subscription", "callback"];

/// How properties are called, without anything between the words, that tell the address to call back.
const ADDRESSES: [&str; 12] = [
    "url",
    "uri",
    "callbackurl",
    "callbackuri",
    "callback",
    "endpoint",
    "endpointurl",
    "targeturl",
    "webhookurl",
    "hookurl",
    "notificationurl",
    "deliveryurl",
];

/// The operation that subscribes: its path, its method, and the property that tells the address.
struct Subscription {
    path: String,
    method: String,
    property: String,
}

impl<'s> Conversion<'s> {
    /// The webhooks, as what a trigger gives among these paths.
    pub(super) fn webhooks(&mut self, at: &At<'_>, paths: &mut Value) {
        let mut called = Vec::new();
        let all = self.root.get("webhooks").and_then(Value::as_object);
        for (name, item) in all.into_iter().flatten() {
            let place = at.key(name);
            let Some(item) = self.followed(&place, item) else {
                continue;
            };
            for (method, operation) in item.as_object().into_iter().flatten() {
                if operation.is_object() && !method.starts_with("x-") {
                    self.ledger.operations_in += 1;
                    called.push((place.key(method).pointer(), operation));
                }
            }
        }
        let trigger = paths
            .as_object_mut()
            .filter(|_| !called.is_empty())
            .and_then(|paths| self.subscribe(&called, paths));
        for (pointer, _) in called {
            let (fate, message) = match &trigger {
                Some(id) => (
                    Fate::Merged,
                    message!(
                        "The document does not say which operation subscribes to it; “{id}” seems to do so, and became a webhook \
                         trigger that gives what this webhook sends. If it is not so, undo that in the Definition step.",
                        id
                    ),
                ),
                None => (
                    Fate::Dropped,
                    message!(
                        "A webhook becomes a trigger where an operation subscribes to it; the document names none. \
                     Add a trigger in the Definition step and import what it gives from a sample."
                    ),
                ),
            };
            self.ledger.enter(pointer, fate, message);
        }
    }

    /// Makes the operation that subscribes a trigger; its ID.
    fn subscribe(
        &mut self,
        called: &[(String, &'s Value)],
        paths: &mut Map<String, Value>,
    ) -> Option<String> {
        let found = self.subscription(paths)?;
        let item = paths.get_mut(&found.path)?.as_object_mut()?;
        let operation = item.get_mut(&found.method)?.as_object_mut()?;
        if !self.mark_address(operation, &found.property) {
            return None;
        }
        operation.insert("x-ms-trigger".to_owned(), json!("single"));
        let id = operation.get("operationId").and_then(Value::as_str);
        let id = id.unwrap_or_default().to_owned();
        let notification = self.notification_of_all(called);
        item.insert("x-ms-notification-content".to_owned(), notification);
        Some(id)
    }

    /// What one webhook sends, or each of several may send.
    fn notification_of_all(&mut self, called: &[(String, &'s Value)]) -> Value {
        if let [(pointer, only)] = called {
            return self.notification(&At::of(pointer), only);
        }
        let schemas: Vec<Value> = called
            .iter()
            .map(|(_, operation)| match self.sent(operation) {
                Some((_, schema)) => schema.clone(),
                None => json!({ "type": "object" }),
            })
            .collect();
        let mut schema = Map::new();
        let place = At::of("/webhooks");
        self.alternatives(&place, "oneOf", &Value::Array(schemas), &mut schema);
        if schema.is_empty() {
            schema.insert("type".to_owned(), json!("object"));
        }
        json!({ "description": "What one of the webhooks sends", "schema": schema })
    }

    /// The only operation that can be the one that subscribes.
    fn subscription(&self, paths: &Map<String, Value>) -> Option<Subscription> {
        let mut found = None;
        for (path, item) in paths {
            let mut words = path.rsplit('/').filter(|word| !word.contains('{'));
            let last = words.next().unwrap_or_default().to_ascii_lowercase();
            let may_be = PATHS.iter().any(|word| last.contains(word))
                && item.get("x-ms-notification-content").is_none();
            for method in ["post", "put"].into_iter().filter(|_| may_be) {
                let property = item
                    .get(method)
                    .and_then(|operation| self.address_of(operation));
                let Some(property) = property else { continue };
                let one = Subscription {
                    path: path.clone(),
                    method: method.to_owned(),
                    property,
                };
                if found.replace(one).is_some() {
                    return None;
                }
            }
        }
        found
    }

    /// The property of the body that tells an address, where there is one alone.
    fn address_of(&self, operation: &Value) -> Option<String> {
        let parameters = operation.get("parameters")?.as_array()?;
        let body = parameters
            .iter()
            .find(|parameter| text(parameter, "in") == Some("body"))?;
        let schema = body.get("schema")?;
        let shared = text(schema, "$ref").and_then(|r| r.strip_prefix("#/definitions/"));
        let properties = match shared {
            Some(name) => self
                .target(&format!("#/components/schemas/{name}"))?
                .get("properties"),
            None => schema.get("properties"),
        };
        let addresses = properties?.as_object()?.iter().filter(|(name, property)| {
            let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
            text(property, "type") == Some("string")
                && ADDRESSES.contains(&plain.to_ascii_lowercase().as_str())
        });
        let names: Vec<&String> = addresses.map(|(name, _)| name).collect();
        match names.as_slice() {
            [only] => Some((*only).clone()),
            _ => None,
        }
    }
}
