//! Whether a keyword of a schema has a value that JSON Schema 2020-12 knows. Swagger 2.0 documents are often not
//! checked by anybody, so that anything may stand there.

use serde_json::Value;

/// The types of values, those of Swagger 2.0 among them.
const TYPES: [&str; 8] = [
    "array", "boolean", "integer", "null", "number", "object", "string", "file",
];

/// Keywords that change what a schema means or where references lead, and that Swagger 2.0 passes over.
const OF_DIALECTS: [&str; 9] = [
    "$id",
    "$schema",
    "$anchor",
    "$vocabulary",
    "$dynamicRef",
    "$dynamicAnchor",
    "$recursiveRef",
    "$recursiveAnchor",
    "$comment",
];

/// Why the value of a keyword cannot be said in OpenAPI 3.1; none where it can.
pub(super) fn misfit(key: &str, value: &Value) -> Option<&'static str> {
    let (fits, wanted) = match key {
        _ if OF_DIALECTS.contains(&key) => (
            false,
            "Swagger 2.0 passes over it, and OpenAPI 3.1 would not: it is left out.",
        ),
        "$ref" => (value.is_string(), "A reference is a text."),
        "type" => (is_type(value), "There is no such type: any value fits."),
        "title" | "description" | "format" | "pattern" | "contentEncoding" | "contentMediaType" => {
            (value.is_string(), "It must be a text.")
        }
        "maxLength" | "minLength" | "maxItems" | "minItems" | "maxProperties" | "minProperties"
        | "maxContains" | "minContains" => {
            (is_count(value), "It must be a whole number from 0 on.")
        }
        "maximum" | "minimum" => (value.is_number(), "It must be a number."),
        "exclusiveMaximum" | "exclusiveMinimum" => (
            value.is_number() || value.is_boolean(),
            "It must be a number or a truth value.",
        ),
        "multipleOf" => (
            value.as_f64().is_some_and(|number| number > 0.0),
            "It must be a number above 0.",
        ),
        "uniqueItems" | "readOnly" | "writeOnly" | "deprecated" => {
            (value.is_boolean(), "It must be true or false.")
        }
        "enum" | "examples" => (value.is_array(), "It must be a list."),
        "items" if value.is_array() => (
            value.as_array().is_some_and(|list| !list.is_empty()),
            "An empty list of schemas says nothing: any items fit.",
        ),
        "prefixItems" | "allOf" | "anyOf" | "oneOf" => (
            value.as_array().is_some_and(|list| !list.is_empty()),
            "It must be a list of schemas.",
        ),
        "properties" | "patternProperties" | "definitions" | "$defs" | "dependentSchemas" => {
            (value.is_object(), "It must be an object of schemas.")
        }
        "required" => (
            is_names(value),
            "A schema lists the names of the properties that it requires.",
        ),
        "dependentRequired" => (
            value
                .as_object()
                .is_some_and(|all| all.values().all(is_names)),
            "It must list names of properties.",
        ),
        "xml" | "externalDocs" => (value.is_object(), "It must be an object."),
        _ => (true, ""),
    };
    (!fits).then_some(wanted)
}

fn is_type(value: &Value) -> bool {
    let is_known = |value: &Value| value.as_str().is_some_and(|kind| TYPES.contains(&kind));
    match value {
        Value::Array(kinds) => {
            !kinds.is_empty()
                && kinds.iter().all(|kind| is_known(kind) && kind != "file")
                && are_distinct(kinds)
        }
        kind => is_known(kind),
    }
}

fn is_names(value: &Value) -> bool {
    let names = value.as_array();
    names.is_some_and(|names| names.iter().all(Value::is_string) && are_distinct(names))
}

fn are_distinct(values: &[Value]) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    values.iter().all(|value| seen.insert(value.as_str()))
}

/// Whether a value is a whole number from 0 on, however it is written.
fn is_count(value: &Value) -> bool {
    let text = value
        .as_number()
        .map(ToString::to_string)
        .unwrap_or_default();
    let whole = text.strip_suffix(".0").unwrap_or(&text);
    !whole.is_empty() && whole.chars().all(|c| c.is_ascii_digit())
}
