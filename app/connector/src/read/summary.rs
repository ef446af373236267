//! A connector at a glance, for the list and the import preview.

use serde_json::Value;

use crate::document::Path;
use crate::properties::Authentication;
use crate::{Connector, Part, general, swagger};

/// A connector at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// `info.title`.
    pub title: String,
    /// `info.description`.
    pub description: String,
    /// `info.version`.
    pub version: String,
    /// Where calls go: scheme, host and base path.
    pub base_url: String,
    /// How many actions there are.
    pub actions: usize,
    /// How many triggers there are.
    pub triggers: usize,
    /// How many policies there are.
    pub policies: usize,
    /// How it authenticates, in words.
    pub authentication: String,
    /// How many connection parameters there are.
    pub connection_parameters: usize,
}

impl Summary {
    /// How many operations there are.
    #[must_use]
    pub fn operations(&self) -> usize {
        self.actions + self.triggers
    }
}

/// A connector at a glance.
#[must_use]
pub fn summary(connector: &Connector) -> Summary {
    let triggers = swagger::operations(connector.definition())
        .filter(swagger::Operation::is_trigger)
        .count();
    let operations = swagger::operations(connector.definition()).count();
    let property = |key| connector.get(Part::Properties, &Path::of(["properties", key]));
    Summary {
        title: connector.title().to_owned(),
        description: text(connector, "description"),
        version: text(connector, "version"),
        base_url: general::base_url(connector),
        actions: operations - triggers,
        triggers,
        policies: property("policyTemplateInstances").map_or(0, count),
        authentication: Authentication::of(connector).label().to_owned(),
        connection_parameters: property("connectionParameters").map_or(0, count),
    }
}

fn count(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.len(),
        Value::Object(members) => members.len(),
        _ => 0,
    }
}

fn text(connector: &Connector, key: &str) -> String {
    let value = connector.get(Part::Definition, &Path::of(["info", key]));
    value.and_then(Value::as_str).unwrap_or_default().to_owned()
}
