//! OpenAPI 3 documents become connectors, and the ledger names what did not come through.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, reads files, and says on the terminal what it left out"
)]
#![cfg(feature = "yaml")]

mod bundle;
mod corpus;
mod forms;
mod hostile;
mod lowering;
mod meaning;
mod names;
mod published;
#[path = "../samples/mod.rs"]
mod samples;
mod schemas;
mod security;
mod triggers;

use serde_json::{Value, json};
use tenon_connector::read::{Fate, Imported, read};

/// A document of OpenAPI with these members.
fn document(version: &str, members: Value) -> Imported {
    let mut document = json!({
        "openapi": version,
        "info": { "title": "Joints", "version": "1" },
        "servers": [{ "url": "https://api.example.com/v1" }],
        "paths": {}
    });
    for (key, value) in members.as_object().unwrap() {
        document[key] = value.clone();
    }
    read("joints.json", document.to_string().as_bytes()).unwrap()
}

fn fates(imported: &Imported) -> Vec<(&str, Fate)> {
    let entries = imported.ledger.entries.iter();
    entries
        .map(|entry| (entry.pointer.as_str(), entry.fate))
        .collect()
}
