//! Every connector and every document of the corpus as a Postman collection.

use serde_json::Value;
use tenon_connector::Connector;
use tenon_connector::read::{Format, PostmanVersion, read};
use tenon_connector::swagger::operations;
use tenon_connector::write::postman::to_postman;

use super::samples::{OPENAPI, connectors, documents};

/// The requests of a collection, each as its method and path.
fn requests(item: &Value, found: &mut Vec<String>) {
    for inner in item["item"].as_array().into_iter().flatten() {
        requests(inner, found);
    }
    if let Some(request) = item.get("request") {
        let path = request["url"]["path"].as_array().unwrap();
        let path: Vec<&str> = path.iter().map(|part| part.as_str().unwrap()).collect();
        let method = request["method"].as_str().unwrap();
        found.push(format!("{method} /{}", path.join("/")));
    }
}

/// A path as a collection writes it, whichever way it says its parameters.
fn plain(path: &str) -> String {
    path.replace("{{", ":")
        .replace("}}", "")
        .replace(['{'], ":")
        .replace('}', "")
}

fn expect_all_requests(name: &str, connector: &Connector) {
    let exported = to_postman(connector);
    let mut found = Vec::new();
    requests(exported.document.root(), &mut found);
    let mut found: Vec<String> = found.iter().map(|request| plain(request)).collect();
    let mut expected: Vec<String> = operations(connector.definition())
        .map(|operation| {
            let method = operation.key().method.verb();
            plain(&format!(
                "{method} /{}",
                operation.path_name().trim_start_matches('/')
            ))
        })
        .collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected, "{name}");
    assert_eq!(exported.ledger.operations_out, expected.len(), "{name}");
}

#[test]
fn every_operation_is_a_request() {
    for (name, connector) in connectors() {
        expect_all_requests(&name, &connector);
    }
    for (name, bytes) in documents(&OPENAPI) {
        expect_all_requests(&name, &read(&name, &bytes).unwrap().connector);
    }
}

#[test]
fn every_collection_is_read_again() {
    for (name, connector) in connectors() {
        let text = to_postman(&connector).document.to_text();
        let again = read("collection.json", text.as_bytes())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(again.format, Format::Postman(PostmanVersion::V21), "{name}");
        let requests = operations(connector.definition()).count();
        assert_eq!(again.ledger.operations_in, requests, "{name}");
    }
}

#[test]
fn the_same_connector_gives_the_same_bytes() {
    for (name, connector) in connectors().into_iter().take(20) {
        let write = || to_postman(&connector);
        assert!(
            write().document.to_text() == write().document.to_text(),
            "{name}"
        );
        assert_eq!(write().ledger, write().ledger, "{name}");
    }
}
