//! Where the credentials of a connection go: all of a connector that decides it.

use serde_json::{Value, json};

use crate::Connector;

/// The members of a definition that decide where credentials go, and as what.
const DEFINITION: [&str; 3] = ["host", "schemes", "securityDefinitions"];
/// The same of the properties. Policies lead calls elsewhere and move values.
const PROPERTIES: [&str; 3] = [
    "connectionParameters",
    "connectionParameterSets",
    "policyTemplateInstances",
];

/// All of a connector that decides where the credentials of a connection go, as a text: of two connectors with the same
/// text, neither sends them anywhere that the other does not. Of operations it is among it whether one is called without TLS;
/// the rest is not, since no path leaves the host.
#[must_use]
pub fn destination(connector: &Connector) -> String {
    let definition = picked(connector.definition(), &DEFINITION);
    let properties = connector
        .properties()
        .get("properties")
        .map(|own| picked(own, &PROPERTIES));
    json!([
        definition,
        has_open_operation(connector.definition()),
        properties
    ])
    .to_string()
}

/// Whether an operation has schemes of its own, none of which is HTTPS.
fn has_open_operation(definition: &Value) -> bool {
    let is_secure = |scheme: &Value| {
        let scheme = scheme.as_str();
        scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("https"))
    };
    let items = definition.get("paths").into_iter().flat_map(members);
    items
        .flat_map(members)
        .filter_map(|operation| operation.get("schemes")?.as_array())
        .any(|schemes| !schemes.is_empty() && !schemes.iter().any(is_secure))
}

fn members(of: &Value) -> impl Iterator<Item = &Value> {
    of.as_object()
        .into_iter()
        .flat_map(|object| object.values())
}

fn picked(of: &Value, keys: &[&str]) -> Vec<Value> {
    let one = |key: &&str| of.get(*key).cloned().unwrap_or(Value::Null);
    keys.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use serde_json::{Value, json};

    use super::destination;
    use crate::{Connector, ConnectorFiles};

    fn of(definition: Value, properties: Value) -> String {
        let files = ConnectorFiles {
            definition: definition.to_string(),
            properties: json!({ "properties": properties }).to_string(),
            ..ConnectorFiles::default()
        };
        destination(&Connector::from_files(&files).unwrap())
    }

    #[test]
    fn what_leads_credentials_elsewhere_is_told_and_what_does_not_is_not() {
        let definition =
            |host: &str, paths: Value| json!({ "swagger": "2.0", "host": host, "paths": paths });
        let policies = json!({ "policyTemplateInstances": [{ "templateId": "dynamichosturl" }] });
        let first = of(definition("a.example", json!({})), json!({}));
        let other_paths = json!({ "/joints": { "get": {} } });
        let open = json!({ "/joints": { "get": { "schemes": ["http"] } } });
        assert_ne!(first, of(definition("a.example", open), json!({})));
        let secure = json!({ "/joints": { "get": { "schemes": ["http", "HTTPS"] } } });
        assert_eq!(first, of(definition("a.example", secure), json!({})));
        let colour = json!({ "iconBrandColor": "#123456" });
        assert_eq!(first, of(definition("a.example", other_paths), colour));
        assert_ne!(first, of(definition("b.example", json!({})), json!({})));
        assert_ne!(first, of(definition("a.example", json!({})), policies));
    }
}
