//! References, made to lead to places within the bundle.

use std::collections::BTreeSet;

use serde_json::Value;

use super::address::joined;
use super::{BUNDLED, Bundling, Here};
use crate::ledger::escaped;

/// Members whose own members are names, not words of the description.
const OF_NAMES: [&str; 13] = [
    "properties",
    "patternProperties",
    "definitions",
    "$defs",
    "schemas",
    "dependentSchemas",
    "paths",
    "pathItems",
    "webhooks",
    "headers",
    "responses",
    "callbacks",
    "content",
];

/// Members that hold data: what looks like a reference there is none.
const OF_DATA: [&str; 6] = ["example", "examples", "default", "enum", "const", "value"];

/// Whether a value may hold references.
fn is_described(key: &str, among_names: bool) -> bool {
    among_names || !OF_DATA.contains(&key) && !key.starts_with("x-")
}

/// Whether a document refers to another one.
pub(super) fn leads_out(value: &Value) -> bool {
    first(value, false, &mut |reference| !reference.starts_with('#'))
}

/// The addresses of the other documents that the one at an address refers to, in its order and each once.
pub(super) fn references(address: &str, value: &Value) -> Vec<String> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    first(value, false, &mut |reference| {
        let document = reference.split('#').next().unwrap_or_default();
        if !document.is_empty() {
            let other = joined(address, document);
            if other != address && seen.insert(other.clone()) {
                found.push(other);
            }
        }
        false
    });
    found
}

/// Whether one of the references of a value is the wanted one. They are asked in order, until it is found.
fn first(value: &Value, among_names: bool, is_wanted: &mut dyn FnMut(&str) -> bool) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| first(item, false, is_wanted)),
        Value::Object(members) => members.iter().any(|(key, member)| match member {
            Value::String(reference) => key == "$ref" && is_wanted(reference),
            member if is_described(key, among_names) => {
                let names = !among_names && OF_NAMES.contains(&key.as_str());
                first(member, names, is_wanted)
            }
            _ => false,
        }),
        _ => false,
    }
}

impl Bundling<'_> {
    /// Makes the references of a document lead to places within the bundle.
    pub(super) fn rewrite(&mut self, value: &mut Value, here: &Here) {
        self.within(value, here, false);
    }

    fn within(&mut self, value: &mut Value, here: &Here, among_names: bool) {
        match value {
            Value::Array(items) => {
                for item in items {
                    self.within(item, here, false);
                }
            }
            Value::Object(members) => {
                for (key, member) in members {
                    match member {
                        Value::String(reference) if key == "$ref" => {
                            if let Some(within) = self.reference(reference, here) {
                                *reference = within;
                            }
                        }
                        member if is_described(key, among_names) => {
                            let names = !among_names && OF_NAMES.contains(&key.as_str());
                            self.within(member, here, names);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    /// The reference as it is within the bundle; none where it stays as it is.
    fn reference(&mut self, reference: &str, here: &Here) -> Option<String> {
        let (document, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let key = if document.is_empty() {
            here.key.clone()
        } else {
            let address = joined(&here.address, document);
            if address == self.address {
                None
            } else {
                Some(self.key(&address, here.steps + 1)?)
            }
        };
        let is_place = fragment.is_empty() || fragment.starts_with('/');
        match key {
            Some(key) if is_place => Some(format!("#/{BUNDLED}/{}{fragment}", escaped(&key))),
            // A name that a schema gave itself is looked for in the whole bundle.
            _ => Some(format!("#{fragment}")),
        }
    }
}
