//! Members of a body that no maker is asked for: internal ones are sent with their defaults.

use serde_json::{Map, Value};

use super::skeleton::resolved;

/// Deeper than this nothing is added: cyclic schemas end here.
const MAX_DEPTH: usize = 6;

/// `value` with the default of each internal member that it lacks. Where there is no value but the
/// operation owes one (`is_owed`), the defaults alone make it.
pub(super) fn with_internal_defaults(
    definition: &Value,
    schema: &Value,
    value: Option<Value>,
    is_owed: bool,
) -> Option<Value> {
    let Some(mut value) = value else {
        let mut made = Value::Object(Map::new());
        add(definition, schema, &mut made, 0);
        let has_members = made.as_object().is_some_and(|members| !members.is_empty());
        return (is_owed && has_members).then_some(made);
    };
    add(definition, schema, &mut value, 0);
    Some(value)
}

fn add(definition: &Value, schema: &Value, value: &mut Value, depth: usize) {
    let Some(schema) = resolved(definition, schema).filter(|_| depth < MAX_DEPTH) else {
        return;
    };
    if let (Value::Array(items), Some(item_schema)) = (&mut *value, schema.get("items")) {
        for item in items {
            add(definition, item_schema, item, depth + 1);
        }
        return;
    }
    let parts = schema.get("allOf").and_then(Value::as_array);
    for part in parts.into_iter().flatten() {
        add(definition, part, value, depth + 1);
    }
    let (Value::Object(own), Some(Value::Object(members))) = (value, schema.get("properties"))
    else {
        return;
    };
    for (name, member) in members {
        add_member(definition, own, (name, member), depth);
    }
}

fn add_member(
    definition: &Value,
    own: &mut Map<String, Value>,
    (name, member): (&str, &Value),
    depth: usize,
) {
    if let Some(present) = own.get_mut(name) {
        return add(definition, member, present, depth + 1);
    }
    let Some(target) = resolved(definition, member) else {
        return;
    };
    let visibility = target.get("x-ms-visibility");
    if visibility.is_some_and(|visibility| visibility == "internal") {
        let default = target.get("default").cloned();
        let made = with_nested(definition, target, default, depth);
        own.extend(made.map(|made| (name.to_owned(), made)));
    }
}

/// The default of an internal member, or the object that its own internal members make.
fn with_nested(
    definition: &Value,
    schema: &Value,
    default: Option<Value>,
    depth: usize,
) -> Option<Value> {
    if default.is_some() {
        return default;
    }
    let mut made = Value::Object(Map::new());
    add(definition, schema, &mut made, depth + 1);
    made.as_object()
        .is_some_and(|members| !members.is_empty())
        .then_some(made)
}
