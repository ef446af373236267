//! What the typed views see, what they change, and that Undo takes it back.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, reads files, and says on the terminal what it left out"
)]

mod corpus;
mod dynamic;
mod extensions;
mod policies;
mod references;
mod responses;
#[path = "../samples/mod.rs"]
mod samples;
mod schemas;
mod sets;
mod triggers;

use serde_json::{Value, json};
use tenon_connector::document::{Action, Edit, History};
use tenon_connector::{Connector, ConnectorFiles};

/// A connector of these two documents, printed as people print them.
fn connector(definition: &Value, properties: &Value) -> Connector {
    Connector::from_files(&ConnectorFiles {
        definition: serde_json::to_string_pretty(definition).unwrap(),
        properties: serde_json::to_string_pretty(properties).unwrap(),
        ..ConnectorFiles::default()
    })
    .unwrap()
}

/// A connector with this definition and no properties.
fn defined(definition: &Value) -> Connector {
    connector(definition, &json!({ "properties": {} }))
}

/// Does the edits, and proves that Undo brings back every byte.
fn change(connector: &mut Connector, edits: Vec<Edit>) {
    assert!(!edits.is_empty());
    let before = connector.to_files();
    let mut trial = connector.clone();
    let mut history = History::default();
    let action = Action::new("Change", edits);
    history.apply(&mut trial, action.clone()).unwrap();
    assert_ne!(trial.to_files(), before);
    history.undo(&mut trial).unwrap();
    assert_eq!(trial.to_files(), before);
    connector.apply_action(&action).unwrap();
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}
