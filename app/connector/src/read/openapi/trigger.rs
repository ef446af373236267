//! Callbacks become webhook triggers (spec section D.1): the operation that names the callback subscribes,
//! and what it is called back with is what the trigger gives.

use serde_json::{Map, Value, json};

use super::content::chosen;
use super::{Conversion, text};
use crate::ledger::{At, Fate, unescaped};
use crate::message::message;
use crate::swagger::Method;

/// What an expression begins with that takes the address from the body of the request.
const IN_BODY: &str = "$request.body#/";

impl<'s> Conversion<'s> {
    /// Makes the operation a trigger where one of its callbacks can be; what it is notified of.
    pub(super) fn callbacks(
        &mut self,
        at: &At<'_>,
        value: &'s Value,
        operation: &mut Map<String, Value>,
    ) -> Option<Value> {
        let mut notification = None;
        for (name, callback) in value.as_object().into_iter().flatten() {
            let place = at.key(name);
            let Some(callback) = self.followed(&place, callback) else {
                continue;
            };
            for (expression, item) in callback.as_object().into_iter().flatten() {
                if expression.starts_with("x-") {
                    continue;
                }
                let inner = place.key(expression);
                let made = match notification {
                    Some(_) => {
                        self.note(
                            &inner,
                            Fate::Dropped,
                            message!("An operation is one trigger: its first callback."),
                        );
                        continue;
                    }
                    None => self.callback(&inner, expression, item, operation),
                };
                notification = made;
            }
        }
        notification
    }

    fn callback(
        &mut self,
        at: &At<'_>,
        expression: &str,
        item: &'s Value,
        operation: &mut Map<String, Value>,
    ) -> Option<Value> {
        let inner = expression.trim_matches(['{', '}']);
        let property = match inner.strip_prefix(IN_BODY) {
            Some(path) if !path.contains('/') => unescaped(path),
            Some(_) => {
                let message = message!(
                    "A trigger tells its address in a property of the body itself; this callback takes it from one within another."
                );
                self.note(at, Fate::Dropped, message);
                return None;
            }
            None => {
                let message = message!(
                    "A trigger tells its address in a property of the body; this callback takes it from elsewhere."
                );
                self.note(at, Fate::Dropped, message);
                return None;
            }
        };
        let property = property.as_str();
        let item = self.followed(at, item)?;
        let calls = ["post", "put"].map(|method| Some((method, item.get(method)?)));
        let Some((method, called)) = calls.into_iter().flatten().next() else {
            let message = message!(
                "A service calls a trigger with POST; this callback describes no such call."
            );
            self.note(at, Fate::Dropped, message);
            return None;
        };
        if !has_body(operation) {
            let message = message!("The operation has no body to tell the address in.");
            self.note(at, Fate::Dropped, message);
            return None;
        }
        if !self.mark_address(operation, property) {
            let message = message!(
                "The body of the operation has no property “{property}” to tell the address in.",
                property
            );
            self.note(at, Fate::Dropped, message);
            return None;
        }
        operation.insert("x-ms-trigger".to_owned(), json!("single"));
        self.note_other_calls(at, item, method);
        let place = at.key(method);
        self.note(
            &place,
            Fate::Changed,
            message!("The operation became a webhook trigger."),
        );
        Some(self.notification(&place, called))
    }

    /// Names the ways to call back of which a trigger has none.
    fn note_other_calls(&mut self, at: &At<'_>, item: &Value, method: &str) {
        let others = Method::ALL.into_iter().map(Method::as_str);
        for other in others.filter(|other| *other != method && item.get(other).is_some()) {
            let message = message!(
                "A service calls a trigger in one way: with {method}.",
                method = method.to_ascii_uppercase()
            );
            self.note(&at.key(other), Fate::Dropped, message);
        }
    }

    pub(super) fn notification(&mut self, at: &At<'_>, called: &'s Value) -> Value {
        let mut out = Map::new();
        if let Some(description) = text(called, "description").or_else(|| text(called, "summary")) {
            out.insert("description".to_owned(), json!(description));
        }
        let schema = match self.sent(called) {
            Some((media, schema)) => {
                let content = at.key("requestBody");
                let content = content.key("content");
                self.schema(&content.key(media).key("schema"), schema)
            }
            None => json!({ "type": "object" }),
        };
        out.insert("schema".to_owned(), schema);
        Value::Object(out)
    }

    /// The schema of what an operation sends, with its media type.
    pub(super) fn sent(&self, called: &'s Value) -> Option<(&'s str, &'s Value)> {
        let body = self.resolve(called.get("requestBody")?)?;
        let (media, described) = chosen(body.get("content")?.as_object()?)?;
        Some((media, self.schema_of(described)?))
    }

    /// Marks the property of the body that tells the address. A body that is described elsewhere is
    /// described here again, since others may share that description.
    pub(super) fn mark_address(
        &mut self,
        operation: &mut Map<String, Value>,
        property: &str,
    ) -> bool {
        let parameters = operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut);
        let body = parameters
            .into_iter()
            .flatten()
            .find(|p| p.get("in").is_some_and(|place| place == "body"));
        let Some(schema) = body.and_then(|body| body.get_mut("schema")) else {
            return false;
        };
        if let Some(name) = text(schema, "$ref").and_then(|r| r.strip_prefix("#/definitions/")) {
            let target = self.target(&format!("#/components/schemas/{name}"));
            let Some(target) = target else { return false };
            let root = At::root();
            let components = root.key("components");
            *schema = self.schema(&components.key("schemas").key(name), target);
        }
        let address = schema
            .get_mut("properties")
            .and_then(|all| all.get_mut(property));
        let Some(address) = address.and_then(Value::as_object_mut) else {
            return false;
        };
        address.insert("x-ms-notification-url".to_owned(), json!(true));
        address.insert("x-ms-visibility".to_owned(), json!("internal"));
        if let Some(members) = schema.as_object_mut() {
            let required = members.entry("required").or_insert_with(|| json!([]));
            if let Some(names) = required
                .as_array_mut()
                .filter(|names| !names.contains(&json!(property)))
            {
                names.push(json!(property));
            }
        }
        true
    }
}

fn has_body(operation: &Map<String, Value>) -> bool {
    let parameters = operation.get("parameters").and_then(Value::as_array);
    let mut places = parameters.into_iter().flatten().map(|p| text(p, "in"));
    places.any(|place| place == Some("body"))
}
