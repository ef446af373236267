//! A first value for a schema: what a form shows before the maker writes.

use serde_json::{Map, Value, json};

use crate::document::Path;
use crate::swagger::follow;

/// Deeper than this a body is left for the maker to write: cyclic schemas end here.
const MAX_DEPTH: usize = 6;

/// After so many values the rest is left for the maker to write: a schema that holds itself in many members would be
/// that many times as large with each step down.
const MAX_VALUES: usize = 2_000;

/// A value of the shape that `schema` describes: its example or default where it has one, else
/// each visible member with an empty value of its type, and each internal one that is required with its default.
#[must_use]
pub fn skeleton(definition: &Value, schema: &Value) -> Value {
    let mut values = 0;
    at_depth(definition, schema, 0, &mut values)
}

fn at_depth(definition: &Value, schema: &Value, depth: usize, values: &mut usize) -> Value {
    *values += 1;
    let Some(schema) = resolved(definition, schema) else {
        return Value::Null;
    };
    let given = ["example", "default"]
        .into_iter()
        .find_map(|key| schema.get(key))
        .cloned();
    let first_choice = || {
        schema
            .get("enum")
            .and_then(Value::as_array)
            .and_then(|list| list.first())
            .cloned()
    };
    if let Some(value) = given.or_else(first_choice) {
        return value;
    }
    let kind = schema
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let is_object =
        kind == "object" || schema.get("properties").is_some() || schema.get("allOf").is_some();
    match kind {
        _ if is_object => Value::Object(members(definition, schema, depth, values)),
        "array" if depth < MAX_DEPTH => {
            let items = schema.get("items").unwrap_or(&Value::Null);
            json!([at_depth(definition, items, depth + 1, values)])
        }
        "array" => json!([]),
        "string" => json!(""),
        "integer" | "number" => json!(0),
        "boolean" => json!(false),
        _ => Value::Null,
    }
}

fn members(
    definition: &Value,
    schema: &Value,
    depth: usize,
    values: &mut usize,
) -> Map<String, Value> {
    let mut all = Map::new();
    *values += 1;
    if depth >= MAX_DEPTH || *values >= MAX_VALUES {
        return all;
    }
    for part in schema
        .get("allOf")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        if let Some(part) = resolved(definition, part) {
            all.extend(members(definition, part, depth + 1, values));
        }
    }
    let required = schema.get("required").and_then(Value::as_array);
    for (key, member) in schema
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        let target = resolved(definition, member).unwrap_or(member);
        let is_read_only = target
            .get("readOnly")
            .and_then(Value::as_bool)
            .unwrap_or_default();
        let is_internal = target
            .get("x-ms-visibility")
            .is_some_and(|v| v == "internal");
        let must_be = || required.is_some_and(|list| list.iter().any(|name| name == key));
        let is_sent = !is_internal || (target.get("default").is_some() && must_be());
        if !is_read_only && is_sent {
            let value = at_depth(definition, member, depth + 1, values);
            all.insert(key.clone(), value);
        }
    }
    all
}

/// The schema that `schema` refers to, or itself; none where the reference leads nowhere or in a circle.
pub(super) fn resolved<'v>(definition: &'v Value, schema: &'v Value) -> Option<&'v Value> {
    follow(definition, schema, &Path::root()).map(|(_, schema)| schema)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::skeleton;

    #[test]
    fn a_body_begins_with_every_member_that_a_maker_writes() {
        let definition = json!({ "definitions": {
            "Joint": { "properties": {
                "name": { "type": "string" },
                "id": { "type": "integer", "readOnly": true },
                "kind": { "type": "string", "enum": ["mortise", "dovetail"] },
                "cuts": { "type": "array", "items": { "$ref": "#/definitions/Cut" } }
            } },
            "Cut": { "allOf": [{ "properties": { "depth": { "type": "number", "default": 12 } } }], "properties": {
                "hidden": { "type": "string", "x-ms-visibility": "internal" }
            } }
        } });
        let value = skeleton(&definition, &json!({ "$ref": "#/definitions/Joint" }));
        assert_eq!(
            value,
            json!({ "name": "", "kind": "mortise", "cuts": [{ "depth": 12 }] })
        );
    }

    #[test]
    fn a_schema_that_holds_itself_comes_to_an_end() {
        let definition = json!({ "definitions": {
            "Node": { "properties": { "next": { "$ref": "#/definitions/Node" } } },
            "Loop": { "$ref": "#/definitions/Loop" }
        } });
        let depth = |value: &serde_json::Value| value.to_string().matches("next").count();
        assert_eq!(
            depth(&skeleton(
                &definition,
                &json!({ "$ref": "#/definitions/Node" })
            )),
            6
        );
        assert!(skeleton(&definition, &json!({ "$ref": "#/definitions/Loop" })).is_null());
    }

    #[test]
    fn a_schema_that_holds_itself_many_times_stays_small() {
        let member = json!({ "$ref": "#/definitions/Node" });
        let members = (0..60).map(|n| (format!("m{n}"), member.clone()));
        let members: serde_json::Map<_, _> = members.collect();
        let parts = json!(vec![json!({ "$ref": "#/definitions/All" }); 60]);
        let definition = json!({ "definitions": {
            "Node": { "properties": members },
            "All": { "allOf": parts }
        } });
        let all = json!({ "$ref": "#/definitions/All" });
        assert_eq!(skeleton(&definition, &all), json!({}));
        let size = skeleton(&definition, &member).to_string().len();
        assert!(size < 200_000, "{size}");
    }
}
