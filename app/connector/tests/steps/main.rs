//! What the designer's steps do to a connector, and that Undo takes it back.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, reads files, and says on the terminal what it left out"
)]

mod connection_parameters;
mod corpus;
mod general;
mod metadata;
mod oauth;
mod operations;
mod parameters;
mod providers;
mod providers_written;
#[path = "../samples/mod.rs"]
mod samples;
mod security;
mod undo;
mod ways;

use serde_json::Value;
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

/// Does the edits, and proves that Undo brings back every byte.
fn change(connector: &mut Connector, edits: impl IntoIterator<Item = Edit>) {
    let before = connector.to_files();
    let mut trial = connector.clone();
    let mut history = History::default();
    let action = Action::new("Change", edits.into_iter().collect());
    history.apply(&mut trial, action.clone()).unwrap();
    history.undo(&mut trial).unwrap();
    assert_eq!(trial.to_files(), before);
    assert!(history.unsaved().is_empty());
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
