//! Every document of the corpus, out and in again.

use std::collections::BTreeSet;

use serde_json::Value;
use tenon_connector::Connector;
use tenon_connector::read::{Imported, read};
use tenon_connector::swagger::{Operation, operations};
use tenon_connector::write::openapi::to_openapi;

use super::samples::{OPENAPI, connectors, documents};

/// The connector, written as OpenAPI 3.1 and read again.
fn again(name: &str, connector: &Connector) -> Imported {
    let written = to_openapi(connector).document.to_text();
    read("again.json", written.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Takes out what says nothing: empty lists of parameters, bounds that are not exclusive, and null among the
/// choices of what can be null; and media types where no response has a body.
fn plain(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(plain),
        Value::Object(members) => {
            members.retain(|key, value| match key.as_str() {
                "parameters" => value.as_array().is_none_or(|list| !list.is_empty()),
                "exclusiveMinimum" | "exclusiveMaximum" => *value != Value::Bool(false),
                _ => true,
            });
            if let Some(choices) = members.get_mut("enum").and_then(Value::as_array_mut) {
                choices.retain(|choice| !choice.is_null());
            }
            let responses = members.get("responses").and_then(Value::as_object);
            let is_bare =
                |response: &Value| response.get("schema").or(response.get("$ref")).is_none();
            if responses.is_some_and(|all| all.values().all(is_bare)) {
                members.shift_remove("produces");
            }
            members.values_mut().for_each(plain);
        }
        _ => {}
    }
}

#[test]
fn a_document_that_was_imported_is_the_same_after_export_and_import() {
    for (name, bytes) in documents(&OPENAPI) {
        let once = read(&name, &bytes).unwrap().connector;
        let twice = again(&name, &once).connector;
        let mut definitions = [once.definition().clone(), twice.definition().clone()];
        definitions.iter_mut().for_each(plain);
        let [before, after] = definitions;
        for (key, value) in before.as_object().unwrap() {
            assert!(
                after.get(key) == Some(value),
                "{name}: {key} is not the same"
            );
        }
    }
}

/// The parameters of an operation with place, type and whether they are required; a body has the type of its
/// schema. Headers that OpenAPI passes over are left out.
fn parameters(definition: &Value, operation: &Operation<'_>) -> BTreeSet<String> {
    let passed_over = ["accept", "content-type", "authorization"];
    let own = operation.parameters();
    let own = own
        .iter()
        .map(|parameter| parameter.json())
        .filter(|parameter| {
            let name = parameter["name"].as_str().unwrap_or_default();
            parameter["in"] != "header"
                || !passed_over.contains(&name.to_ascii_lowercase().as_str())
        });
    let told = own.map(|parameter| {
        let required = parameter["required"] == true || parameter["in"] == "path";
        let schema = parameter.get("schema").unwrap_or(parameter);
        let schema = match schema["$ref"].as_str() {
            Some(reference) => definition.pointer(&reference[1..]).unwrap_or(schema),
            None => schema,
        };
        format!(
            "{} {} {} {required}",
            parameter["in"], parameter["name"], schema["type"]
        )
    });
    told.collect()
}

/// Whether an operation has a body that is said to be sent as a form: it is one in OpenAPI.
fn is_body_as_form(definition: &Value, operation: &Operation<'_>) -> bool {
    let consumes = operation.json()["consumes"].as_array();
    let consumes = consumes.or(definition["consumes"].as_array());
    let is_form = |media: &Value| media.as_str().is_some_and(|media| media.contains("form"));
    consumes.is_some_and(|all| !all.is_empty() && all.iter().all(is_form))
        && operation
            .parameters()
            .iter()
            .any(|parameter| parameter.json()["in"] == "body")
}

#[test]
fn connectors_keep_their_operations_and_parameters() {
    for (name, connector) in connectors() {
        let twice = again(&name, &connector).connector;
        let (before, after) = (connector.definition(), twice.definition());
        assert_eq!(
            operations(before).count(),
            operations(after).count(),
            "{name}"
        );
        for (one, other) in operations(before).zip(operations(after)) {
            assert_eq!(one.operation_id(), other.operation_id(), "{name}");
            assert_eq!(
                (one.key(), one.path_name()),
                (other.key(), other.path_name()),
                "{name}"
            );
            if is_body_as_form(before, &one) {
                continue;
            }
            let found = (parameters(before, &one), parameters(after, &other));
            assert_eq!(found.0, found.1, "{name} {}", one.operation_id());
        }
    }
}

#[test]
fn the_same_connector_gives_the_same_bytes() {
    for (name, connector) in connectors().into_iter().take(20) {
        let write = || to_openapi(&connector);
        assert!(
            write().document.to_text() == write().document.to_text(),
            "{name}"
        );
        assert_eq!(write().ledger, write().ledger, "{name}");
    }
}
