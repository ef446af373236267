//! What lets through all that either of two lowered schemas does.

use serde_json::{Map, Value, json};

/// Words, which say nothing of what is let through.
const WORDS: [&str; 4] = ["title", "description", "default", "example"];

/// Keywords that hold where both schemas say the same.
const SAME: [&str; 7] = [
    "format",
    "pattern",
    "multipleOf",
    "uniqueItems",
    "allOf",
    "discriminator",
    "readOnly",
];

/// Bounds of which the lower one is looser, and those of which the higher one is.
const LOWER: [&str; 3] = ["minLength", "minItems", "minProperties"];
const UPPER: [&str; 3] = ["maxLength", "maxItems", "maxProperties"];

/// A schema that lets through what either of these does.
pub(super) fn either(one: &Value, other: &Value) -> Value {
    if one == other {
        return one.clone();
    }
    let (Some(one), Some(other)) = (one.as_object(), other.as_object()) else {
        return json!({});
    };
    let mut out = Map::new();
    for (key, value) in one {
        if key.starts_with("x-") && key != "x-nullable" || WORDS.contains(&key.as_str()) {
            let is_said = other.get(key).is_none_or(|beside| beside == value);
            if is_said {
                out.insert(key.clone(), value.clone());
            }
        }
    }
    if one.get("x-nullable").or(other.get("x-nullable")).is_some() {
        out.insert("x-nullable".to_owned(), json!(true));
    }
    let kind = match (one.get("type"), other.get("type")) {
        (Some(one), Some(other)) => common_type(one, other),
        _ => None,
    };
    let Some(kind) = kind else {
        // A default is of one type; the other one may not let it through.
        out.shift_remove("default");
        return Value::Object(out);
    };
    out.insert("type".to_owned(), kind);
    let rest = constraints(one, other);
    out.extend(rest);
    if out.get("type").is_some_and(|kind| kind == "array") && !out.contains_key("items") {
        out.insert("items".to_owned(), json!({}));
    }
    Value::Object(out)
}

fn common_type(one: &Value, other: &Value) -> Option<Value> {
    let is_number = |kind: &Value| kind == "integer" || kind == "number";
    match (one, other) {
        (one, other) if one == other => Some(one.clone()),
        (one, other) if is_number(one) && is_number(other) => Some(json!("number")),
        _ => None,
    }
}

/// What both schemas of one type say of a value, at its loosest.
fn constraints(one: &Map<String, Value>, other: &Map<String, Value>) -> Map<String, Value> {
    let mut out = Map::new();
    for key in SAME {
        if let Some(value) = one.get(key).filter(|value| other.get(key) == Some(value)) {
            out.insert(key.to_owned(), value.clone());
        }
    }
    for (key, is_lower) in LOWER
        .map(|key| (key, true))
        .into_iter()
        .chain(UPPER.map(|key| (key, false)))
    {
        if let (Some(a), Some(b)) = (one.get(key), other.get(key)) {
            let first = is_looser(a, b, is_lower);
            out.insert(key.to_owned(), if first { a } else { b }.clone());
        }
    }
    bound(one, other, "minimum", "exclusiveMinimum", &mut out);
    bound(one, other, "maximum", "exclusiveMaximum", &mut out);
    if let (Some(Value::Array(a)), Some(Value::Array(b))) = (one.get("enum"), other.get("enum")) {
        let more = b.iter().filter(|value| !a.contains(value));
        let all: Vec<Value> = a.iter().chain(more).cloned().collect();
        out.insert("enum".to_owned(), Value::Array(all));
    }
    if let (Some(Value::Array(a)), Some(Value::Array(b))) =
        (one.get("required"), other.get("required"))
    {
        let both: Vec<Value> = a.iter().filter(|name| b.contains(name)).cloned().collect();
        if !both.is_empty() {
            out.insert("required".to_owned(), Value::Array(both));
        }
    }
    properties(one, other, &mut out);
    for key in ["items", "additionalProperties"] {
        match (one.get(key), other.get(key)) {
            (Some(a), Some(b)) if a == b => {
                out.insert(key.to_owned(), a.clone());
            }
            (Some(a), Some(b)) if a.is_object() && b.is_object() => {
                out.insert(key.to_owned(), either(a, b));
            }
            _ => {}
        }
    }
    out
}

/// The properties of both; what both have may be as in either.
fn properties(one: &Map<String, Value>, other: &Map<String, Value>, out: &mut Map<String, Value>) {
    let of =
        |schema: &Map<String, Value>| schema.get("properties").and_then(Value::as_object).cloned();
    let mut all = of(one).unwrap_or_default();
    for (name, schema) in of(other).unwrap_or_default() {
        let both = all.get(&name).map(|known| either(known, &schema));
        all.insert(name, both.unwrap_or(schema));
    }
    if !all.is_empty() {
        out.insert("properties".to_owned(), Value::Object(all));
    }
}

fn is_looser(one: &Value, other: &Value, is_lower: bool) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) if is_lower => one <= other,
        (Some(one), Some(other)) => one >= other,
        _ => false,
    }
}

/// A bound that both have, with whether it is exclusive, which only the looser one says.
fn bound(
    one: &Map<String, Value>,
    other: &Map<String, Value>,
    key: &str,
    exclusive: &str,
    out: &mut Map<String, Value>,
) {
    let (Some(a), Some(b)) = (one.get(key), other.get(key)) else {
        return;
    };
    let is_exclusive = |schema: &Map<String, Value>| schema.get(exclusive) == Some(&json!(true));
    let is_lower = key == "minimum";
    let looser = match (is_looser(a, b, is_lower), is_looser(b, a, is_lower)) {
        // Where both are the same number, the one that lets it through is looser.
        (true, true) if is_exclusive(one) => other,
        (true, _) => one,
        _ => other,
    };
    for key in [key, exclusive] {
        if let Some(value) = looser.get(key) {
            out.insert(key.to_owned(), value.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::either;

    #[test]
    fn either_lets_through_what_one_of_two_does() {
        for (one, other, expected) in [
            (
                json!({ "type": "string", "enum": ["cat"] }),
                json!({ "type": "string", "enum": ["dog", "cat"] }),
                json!({ "type": "string", "enum": ["cat", "dog"] }),
            ),
            (
                json!({ "type": "integer", "maximum": 20, "minimum": 1, "description": "Age" }),
                json!({ "type": "number", "maximum": 30, "exclusiveMaximum": true }),
                json!({ "description": "Age", "type": "number", "maximum": 30, "exclusiveMaximum": true }),
            ),
            (
                json!({ "type": "integer", "default": 2, "x-nullable": true }),
                json!({ "type": "string" }),
                json!({ "x-nullable": true }),
            ),
            (
                json!({ "type": "string", "minLength": 2, "format": "date" }),
                json!({ "type": "string", "minLength": 1 }),
                json!({ "type": "string", "minLength": 1 }),
            ),
            (
                json!({ "type": "object", "required": ["a", "b"], "properties": { "a": { "type": "string" } } }),
                json!({ "type": "object", "required": ["b"], "properties": { "a": { "type": "integer" }, "b": {} } }),
                json!({ "type": "object", "required": ["b"], "properties": { "a": {}, "b": {} } }),
            ),
            (
                json!({ "type": "array", "items": { "type": "string" } }),
                json!({ "type": "array", "items": { "type": "integer" } }),
                json!({ "type": "array", "items": {} }),
            ),
            (
                json!({ "$ref": "#/definitions/A" }),
                json!({ "type": "string" }),
                json!({}),
            ),
        ] {
            assert_eq!(either(&one, &other), expected, "{one} {other}");
        }
    }

    #[test]
    fn of_two_equal_bounds_the_one_that_lets_the_number_through_stays() {
        let open = json!({ "type": "integer", "minimum": 3, "exclusiveMinimum": true });
        let closed = json!({ "type": "integer", "minimum": 3 });
        assert_eq!(either(&open, &closed), closed);
        assert_eq!(either(&closed, &open), closed);
        assert_eq!(either(&open, &open), open);
    }
}
