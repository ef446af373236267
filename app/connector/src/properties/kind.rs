//! What a connection parameter of each kind says, and what it must not say (spec sections C.2 and C.6).

use serde_json::{Map, Value, json};

use super::ParameterKind;
use crate::general::gateway_parameter;

/// A new connection parameter of a kind.
pub(super) fn new_parameter(kind: ParameterKind, label: &str) -> Value {
    let texts = match (kind, label) {
        (ParameterKind::Gateway, "") => json!({}),
        (ParameterKind::Gateway, label) => json!({ "displayName": label }),
        _ => json!({ "displayName": label, "description": "", "tooltip": "" }),
    };
    let mut parameter = json!({ "type": "", "uiDefinition": texts });
    if let Some(ui) = parameter
        .get_mut("uiDefinition")
        .and_then(Value::as_object_mut)
    {
        ui.insert("constraints".to_owned(), json!({ "required": "true" }));
    }
    as_kind(&parameter, kind)
}

/// The parameter as one of another kind. What that kind cannot say goes: a secret has no default
/// value in the file and nothing to choose from, a number only what is a number. What it must say comes: whether the text
/// is seen, the settings of a gateway.
pub(super) fn as_kind(parameter: &Value, kind: ParameterKind) -> Value {
    let mut members = parameter.as_object().cloned().unwrap_or_default();
    members.insert("type".to_owned(), json!(kind.as_str()));
    members.retain(|key, value| fits(kind, key, value));
    if kind == ParameterKind::Gateway {
        add_missing(&mut members, &gateway_parameter(), "gatewaySettings");
    }
    let left_gateway = parameter.get("gatewaySettings").is_some() && kind != ParameterKind::Gateway;
    if let Some(constraints) = constraints(&mut members) {
        constraints.retain(|key, value| fits(kind, key, value));
        if left_gateway {
            constraints.retain(|key, value| key != "capability" || *value != json!(["gateway"]));
        }
        match kind {
            ParameterKind::Text => drop(constraints.insert("clearText".to_owned(), json!(true))),
            ParameterKind::Secret => drop(constraints.insert("clearText".to_owned(), json!(false))),
            ParameterKind::Gateway => {
                let made = gateway_parameter();
                let own = made.pointer("/uiDefinition/constraints");
                for key in ["tabIndex", "capability"] {
                    add_missing(constraints, own.unwrap_or(&Value::Null), key);
                }
            }
            _ => {}
        }
    }
    Value::Object(members)
}

fn add_missing(members: &mut Map<String, Value>, from: &Value, key: &str) {
    if let Some(value) = from.get(key).filter(|_| !members.contains_key(key)) {
        members.insert(key.to_owned(), value.clone());
    }
}

/// Whether a parameter of the kind may say so, of itself or among its constraints.
fn fits(kind: ParameterKind, key: &str, value: &Value) -> bool {
    use ParameterKind as K;
    match key {
        "clearText" => matches!(kind, K::Text | K::Secret),
        "allowedValues" => match kind {
            K::Text => true,
            K::Integer => {
                let mut items = value.as_array().into_iter().flatten();
                items.all(|item| is_integer(item.get("value").unwrap_or(item)))
            }
            _ => false,
        },
        "defaultValue" => match kind {
            K::Text => true,
            K::Integer => is_integer(value),
            K::Boolean => is_boolean(value),
            _ => false,
        },
        "gatewaySettings" => kind == K::Gateway,
        "oAuthSettings" => kind == K::OAuth,
        _ => true,
    }
}

fn is_integer(value: &Value) -> bool {
    match value {
        Value::String(text) => text.trim().parse::<i64>().is_ok(),
        value => value.is_i64() || value.is_u64(),
    }
}

fn is_boolean(value: &Value) -> bool {
    match value {
        Value::String(text) => ["true", "false"]
            .iter()
            .any(|b| text.eq_ignore_ascii_case(b)),
        value => value.is_boolean(),
    }
}

/// The constraints, beside the `uiDefinition` if they are there and under it if not; none where
/// something else stands in their place.
fn constraints(members: &mut Map<String, Value>) -> Option<&mut Map<String, Value>> {
    let under = members
        .get("uiDefinition")
        .is_some_and(|ui| ui.get("constraints").is_some());
    if !under && members.get("constraints").is_some_and(Value::is_object) {
        return members.get_mut("constraints")?.as_object_mut();
    }
    let ui = members.entry("uiDefinition").or_insert_with(|| json!({}));
    let constraints = ui
        .as_object_mut()?
        .entry("constraints")
        .or_insert_with(|| json!({}));
    constraints.as_object_mut()
}
