//! What is sent in a call that is a secret by the definition: values of `format: password` (Swagger 2.0, data types).

use std::collections::BTreeSet;

use serde_json::Value;

use super::Inputs;
use super::given::{Content, given};
use super::skeleton::resolved;
use crate::swagger::{Operation, OperationKey};

/// Deeper than this nothing is looked at: cyclic schemas end here.
const MAX_DEPTH: usize = 16;

/// The values of `format: password` that an operation sends: what was filled in, and defaults. None of a call that
/// cannot be prepared.
#[must_use]
pub fn secret_inputs(definition: &Value, key: &OperationKey, inputs: &Inputs) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let operation = Operation::find(definition, key);
    let given = operation.and_then(|operation| given(definition, &operation, inputs).ok());
    for given in given.into_iter().flatten() {
        if let Content::Value(value) = &given.content {
            let described = given.parameter.schema().unwrap_or(given.parameter.json());
            collect(definition, described, value, 0, &mut found);
        }
    }
    found
}

fn collect(
    definition: &Value,
    schema: &Value,
    value: &Value,
    depth: usize,
    found: &mut BTreeSet<String>,
) {
    let Some(schema) = resolved(definition, schema).filter(|_| depth < MAX_DEPTH) else {
        return;
    };
    let parts = schema.get("allOf").and_then(Value::as_array);
    for part in parts.into_iter().flatten() {
        collect(definition, part, value, depth + 1, found);
    }
    let is_password = schema
        .get("format")
        .and_then(Value::as_str)
        .is_some_and(|format| format.eq_ignore_ascii_case("password"));
    match value {
        Value::Array(items) => {
            let described = schema.get("items").unwrap_or(&Value::Null);
            for item in items {
                collect(definition, described, item, depth + 1, found);
            }
        }
        Value::Object(members) => {
            let (declared, others) = (schema.get("properties"), schema.get("additionalProperties"));
            for (name, member) in members {
                let described = declared.and_then(|all| all.get(name)).or(others);
                let described = described.unwrap_or(&Value::Null);
                collect(definition, described, member, depth + 1, found);
            }
        }
        Value::String(text) if is_password && !text.is_empty() => {
            found.insert(text.clone());
        }
        _ if is_password && value.is_number() => {
            found.insert(value.to_string());
        }
        _ => {}
    }
}
