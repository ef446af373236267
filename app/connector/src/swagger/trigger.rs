//! Triggers: operations that start a flow (spec section D.1).

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Location, Method, Operation, OperationKey, Schema, Visibility, operations};
use crate::document::Path;
use crate::{Connector, policy};

/// How often a flow runs for one answer (`x-ms-trigger`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Firing {
    /// Once.
    Single,
    /// Once for each item of the list.
    Batch,
}

impl Firing {
    /// The value of `x-ms-trigger`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Batch => "batch",
        }
    }

    /// The firing that a value names.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let all = [Self::Single, Self::Batch];
        all.into_iter().find(|firing| firing.as_str() == text)
    }
}

/// How a trigger learns of news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The service calls an address that the trigger gave it.
    Webhook,
    /// The trigger asks again and again.
    Polling,
    /// The definition does not tell.
    Untold,
}

/// The property of a body that takes the address to call.
#[derive(Clone, Debug)]
pub struct Callback<'a> {
    /// The names from the body to the property.
    pub names: Vec<&'a str>,
    /// Its schema, where that is written down.
    pub schema: Schema<'a>,
    /// The schema that has the property; none where the body itself is marked.
    pub holder: Option<Schema<'a>>,
}

/// What the service sends when something happened (`x-ms-notification-content` of the path).
#[derive(Clone, Debug)]
pub struct NotificationContent<'a> {
    /// Where it is.
    pub path: Path,
    /// Its object.
    pub json: &'a Value,
    /// The schema of what is sent.
    pub schema: Option<Schema<'a>>,
}

impl<'a> NotificationContent<'a> {
    /// That of the path of an operation.
    #[must_use]
    pub fn of(definition: &'a Value, key: &OperationKey) -> Option<Self> {
        let path = Path::of(["paths", key.path.as_str(), "x-ms-notification-content"]);
        let json = path.get(definition).filter(|json| json.is_object())?;
        Some(Self {
            json,
            schema: Schema::at(definition, &path.join("schema")),
            path,
        })
    }

    /// `description`.
    #[must_use]
    pub fn description(&self) -> &'a str {
        let text = self.json.get("description").and_then(Value::as_str);
        text.unwrap_or_default()
    }
}

/// A trigger in its connector.
#[derive(Clone, Debug)]
pub struct Trigger<'a> {
    connector: &'a Connector,
    operation: Operation<'a>,
}

impl<'a> Trigger<'a> {
    /// The trigger of this key; none where the operation is an action or not there.
    #[must_use]
    pub fn find(connector: &'a Connector, key: &OperationKey) -> Option<Self> {
        let operation = Operation::find(connector.definition(), key)?;
        operation.is_trigger().then_some(Self {
            connector,
            operation,
        })
    }

    /// The operation.
    #[must_use]
    pub fn operation(&self) -> &Operation<'a> {
        &self.operation
    }

    fn member(&self, key: &str) -> Option<&'a Value> {
        self.operation.json().get(key)
    }

    /// `x-ms-trigger`; none where it is neither word.
    #[must_use]
    pub fn firing(&self) -> Option<Firing> {
        Firing::parse(self.member("x-ms-trigger")?.as_str()?)
    }

    /// `x-ms-trigger-hint`.
    #[must_use]
    pub fn hint(&self) -> &'a str {
        let hint = self.member("x-ms-trigger-hint").and_then(Value::as_str);
        hint.unwrap_or_default()
    }

    /// A member of `x-ms-trigger-metadata`: `kind` or `mode`.
    #[must_use]
    pub fn metadata(&self, key: &str) -> Option<&'a str> {
        let metadata = self.member("x-ms-trigger-metadata")?;
        metadata.get(key)?.as_str()
    }

    /// The property that takes the address to call.
    #[must_use]
    pub fn callback(&self) -> Option<Callback<'a>> {
        callbacks(self.connector.definition(), self.operation.key())
            .into_iter()
            .find(|callback| is_marked(callback.schema.json()))
    }

    /// What the service sends when something happened.
    #[must_use]
    pub fn notification_content(&self) -> Option<NotificationContent<'a>> {
        NotificationContent::of(self.connector.definition(), self.operation.key())
    }

    /// How it learns of news: a property for the address or a content of notifications makes a
    /// webhook; its metadata, or a policy that polls, makes it polling.
    #[must_use]
    pub fn delivery(&self) -> Delivery {
        if self.callback().is_some() || self.notification_content().is_some() {
            return Delivery::Webhook;
        }
        let id = self.operation.operation_id();
        let mut policies = policy::instances(self.connector.properties());
        let polls = policies.any(|policy| {
            let ids = policy.operations();
            policy.template_id().eq_ignore_ascii_case("pollingtrigger")
                && (ids.is_empty() || ids.contains(&id))
        });
        match polls || self.metadata("mode") == Some("polling") {
            true => Delivery::Polling,
            false => Delivery::Untold,
        }
    }

    /// The operation that `x-ms-notification` names: the webhook that wakes this trigger up.
    #[must_use]
    pub fn notification(&self) -> Option<Operation<'a>> {
        let id = self.member("x-ms-notification")?.get("operationId")?;
        let id = id.as_str()?;
        operations(self.connector.definition()).find(|operation| operation.operation_id() == id)
    }

    /// The operation that ends what a webhook began: the deletion right below its path, on its
    /// path, or the only hidden deletion of the connector.
    #[must_use]
    pub fn unsubscribe(&self) -> Option<Operation<'a>> {
        let own = self.operation.key().path.as_str();
        let deletions: Vec<Operation<'a>> = operations(self.connector.definition())
            .filter(|operation| operation.key().method == Method::Delete)
            .collect();
        let at = |fits: &dyn Fn(&str) -> bool| deletions.iter().find(|d| fits(&d.key().path));
        let below = at(&|path| path.strip_prefix(own).is_some_and(is_one_name));
        let found = below.or_else(|| at(&|path| path == own)).or_else(|| {
            let hidden = |d: &&Operation<'_>| d.visibility() == Visibility::Internal;
            let mut hidden = deletions.iter().filter(hidden);
            hidden.next().filter(|_| hidden.next().is_none())
        });
        found.cloned()
    }
}

/// Whether what follows a path is one segment that is a name in braces: `/{id}`.
fn is_one_name(rest: &str) -> bool {
    let rest = rest.trim_start_matches('/');
    rest.starts_with('{') && rest.ends_with('}') && !rest.contains('/')
}

pub(super) fn is_marked(schema: &Value) -> bool {
    schema.get("x-ms-notification-url") == Some(&Value::Bool(true))
}

/// The body of an operation and every property in it, references followed, outer ones first and
/// each once however it is reached.
#[must_use]
pub fn callbacks<'a>(definition: &'a Value, key: &OperationKey) -> Vec<Callback<'a>> {
    let operation = Operation::find(definition, key);
    let parameters = operation.map(|operation| operation.parameters());
    let bodies = parameters.into_iter().flatten();
    let bodies = bodies.filter(|p| p.location() == Some(Location::Body));
    let mut waiting: Vec<Callback<'a>> = bodies
        .filter_map(|body| Schema::at(definition, &body.path().join("schema")))
        .map(|schema| Callback {
            names: Vec::new(),
            schema,
            holder: None,
        })
        .collect();
    let mut seen: BTreeSet<*const Value> = BTreeSet::new();
    let mut at = 0;
    while let Some(callback) = waiting.get(at).cloned() {
        at += 1;
        let resolved = callback.schema.resolved();
        if seen.insert(std::ptr::from_ref(resolved.json())) {
            let inner = resolved.properties_with_holders();
            waiting.extend(inner.into_iter().map(|(holder, name, schema)| {
                let mut names = callback.names.clone();
                names.push(name);
                Callback {
                    names,
                    schema,
                    holder: Some(holder),
                }
            }));
        }
    }
    waiting
}
