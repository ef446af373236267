//! Schemas that have an address of their own by `$id` (JSON Schema 2020-12, section 8.2.1): what refers to them, or to a
//! place within them, is made to refer to the place in the document where they stand.

use std::collections::BTreeMap;

use serde_json::Value;

use super::MAX_DEPTH;
use crate::ledger::escaped;
use crate::read::bundle::joined;

/// Members that hold data: what looks like an address there is none.
const OF_DATA: [&str; 6] = ["example", "examples", "default", "enum", "const", "value"];

/// Members whose own members are names, not words of a schema.
const OF_NAMES: [&str; 6] = [
    "properties",
    "patternProperties",
    "definitions",
    "$defs",
    "schemas",
    "dependentSchemas",
];

/// A document whose references to schemas by `$id` are those to their places; none where none has one.
pub(in crate::read) fn by_place(root: &Value) -> Option<Value> {
    if !has_address(root, false, 0) {
        return None;
    }
    let mut addresses = BTreeMap::new();
    gather(
        root,
        &Base::of_document(),
        &mut String::new(),
        &mut addresses,
        false,
    );
    let mut out = root.clone();
    rewrite(
        &mut out,
        root,
        &Base::of_document(),
        &mut String::new(),
        &addresses,
        false,
    );
    Some(out)
}

/// The schema that references are relative to.
#[derive(Clone)]
struct Base {
    address: String,
    /// Where it stands.
    pointer: String,
}

impl Base {
    fn of_document() -> Self {
        Self {
            address: String::new(),
            pointer: String::new(),
        }
    }

    /// The base within a schema.
    fn within(&self, value: &Value, pointer: &str, among_names: bool) -> Option<Self> {
        let id = own_address(value).filter(|_| !among_names)?;
        Some(Self {
            address: joined(&self.address, id),
            pointer: pointer.to_owned(),
        })
    }
}

/// The address that a schema gives itself.
fn own_address(value: &Value) -> Option<&str> {
    let id = value.get("$id")?.as_str()?;
    let id = id.split('#').next().unwrap_or_default();
    (!id.is_empty()).then_some(id)
}

fn is_gone_into(key: &str, among_names: bool) -> bool {
    among_names || !OF_DATA.contains(&key) && !key.starts_with("x-")
}

fn are_names(key: &str, among_names: bool) -> bool {
    !among_names && OF_NAMES.contains(&key)
}

fn has_address(value: &Value, among_names: bool, depth: usize) -> bool {
    if depth > MAX_DEPTH {
        return false;
    }
    match value {
        Value::Object(members) => {
            !among_names && own_address(value).is_some()
                || members.iter().any(|(key, inner)| {
                    is_gone_into(key, among_names)
                        && has_address(inner, are_names(key, among_names), depth + 1)
                })
        }
        Value::Array(items) => items
            .iter()
            .any(|inner| has_address(inner, false, depth + 1)),
        _ => false,
    }
}

/// The place of each address; the first of several is meant.
fn gather(
    value: &Value,
    base: &Base,
    pointer: &mut String,
    out: &mut BTreeMap<String, String>,
    among_names: bool,
) {
    if pointer.matches('/').count() > MAX_DEPTH {
        return;
    }
    let own = base.within(value, pointer, among_names);
    if let Some(own) = &own {
        out.entry(own.address.clone())
            .or_insert_with(|| own.pointer.clone());
    }
    let base = own.as_ref().unwrap_or(base);
    let mut inner = |key: &str, value: &Value, names: bool| {
        let length = pointer.len();
        pointer.push('/');
        pointer.push_str(&escaped(key));
        gather(value, base, pointer, out, names);
        pointer.truncate(length);
    };
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                if is_gone_into(key, among_names) {
                    inner(key, value, are_names(key, among_names));
                }
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                inner(&index.to_string(), value, false);
            }
        }
        _ => {}
    }
}

fn rewrite(
    value: &mut Value,
    root: &Value,
    base: &Base,
    pointer: &mut String,
    addresses: &BTreeMap<String, String>,
    among_names: bool,
) {
    if pointer.matches('/').count() > MAX_DEPTH {
        return;
    }
    let own = base.within(value, pointer, among_names);
    let base = own.as_ref().unwrap_or(base);
    let mut inner = |key: &str, value: &mut Value, names: bool| {
        let length = pointer.len();
        pointer.push('/');
        pointer.push_str(&escaped(key));
        rewrite(value, root, base, pointer, addresses, names);
        pointer.truncate(length);
    };
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                match value {
                    Value::String(reference) if key == "$ref" && !among_names => {
                        if let Some(place) = place_of(reference, root, base, addresses) {
                            *reference = place;
                        }
                    }
                    value if is_gone_into(key, among_names) => {
                        inner(key, value, are_names(key, among_names));
                    }
                    _ => {}
                }
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter_mut().enumerate() {
                inner(&index.to_string(), value, false);
            }
        }
        _ => {}
    }
}

/// The reference to the place that another one leads to by an address; none where it stays as it is.
fn place_of(
    reference: &str,
    root: &Value,
    base: &Base,
    addresses: &BTreeMap<String, String>,
) -> Option<String> {
    let (document, fragment) = reference.split_once('#').unwrap_or((reference, ""));
    let start = if document.is_empty() {
        &base.pointer
    } else {
        addresses.get(&joined(&base.address, document))?
    };
    let place = format!("{start}{fragment}");
    let is_place = fragment.is_empty() || fragment.starts_with('/');
    // Many write what stands elsewhere in the document, though the schema has an address of its own.
    let decoded = percent_encoding::percent_decode_str(&place)
        .decode_utf8()
        .ok()?;
    match is_place && root.pointer(&decoded).is_some() {
        true => Some(format!("#{place}")),
        // The name that a schema gave itself is looked for in the whole document.
        false if !document.is_empty() && !is_place => Some(format!("#{fragment}")),
        false => None,
    }
}
