//! A document of OpenAPI 3.0 in the words of 3.1, so that what a changed connector keeps of it can be given back beside
//! what changed. All that differs is in schemas: null, bounds that do not fit themselves, bytes as text, and members
//! beside a reference, which 3.0 passes over.

use serde_json::{Map, Value, json};

use super::{MAX_DEPTH, VERSION};

/// Members that hold data: nothing in there is a schema.
const OF_DATA: [&str; 6] = ["example", "examples", "default", "enum", "value", "mapping"];

/// Members whose own members are names, not words of the document.
const OF_NAMES: [&str; 11] = [
    "paths",
    "responses",
    "parameters",
    "requestBodies",
    "headers",
    "callbacks",
    "links",
    "content",
    "encoding",
    "variables",
    "securitySchemes",
];

/// The document in the words of OpenAPI 3.1.
pub(super) fn upgraded(source: &Value) -> Value {
    let mut document = source.clone();
    walk(&mut document, false, 0);
    if let Some(version) = document.get_mut("openapi") {
        *version = json!(VERSION);
    }
    document
}

/// Finds the schemas of a document.
fn walk(value: &mut Value, among_names: bool, depth: usize) {
    if depth > MAX_DEPTH {
        return;
    }
    match value {
        Value::Array(items) => {
            for item in items {
                walk(item, false, depth + 1);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                match key.as_str() {
                    _ if among_names => walk(member, false, depth + 1),
                    "schema" => schema(member, depth + 1),
                    "schemas" => each(member, depth + 1),
                    key if OF_DATA.contains(&key) || key.starts_with("x-") => {}
                    key => {
                        let names = OF_NAMES.contains(&key);
                        walk(member, names, depth + 1);
                    }
                }
            }
        }
        _ => {}
    }
}

/// The schemas of an object of them.
fn each(value: &mut Value, depth: usize) {
    for (_, inner) in value.as_object_mut().into_iter().flatten() {
        schema(inner, depth);
    }
}

fn schema(value: &mut Value, depth: usize) {
    let Some(members) = value.as_object_mut().filter(|_| depth <= MAX_DEPTH) else {
        return;
    };
    if members.get("$ref").is_some_and(Value::is_string) {
        members.retain(|key, _| key == "$ref");
        return;
    }
    null(members);
    for (exclusive, bound) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        match members.get(exclusive) {
            Some(Value::Bool(true)) => match members.shift_remove(bound) {
                Some(number) => {
                    members.insert(exclusive.to_owned(), number);
                }
                None => {
                    members.shift_remove(exclusive);
                }
            },
            Some(Value::Bool(false)) => {
                members.shift_remove(exclusive);
            }
            _ => {}
        }
    }
    if members.get("format").is_some_and(|format| format == "byte") {
        members.shift_remove("format");
        members.insert("contentEncoding".to_owned(), json!("base64"));
    }
    for (key, inner) in members {
        match (key.as_str(), inner) {
            ("properties", inner) => each(inner, depth + 1),
            ("items" | "additionalProperties" | "not", inner) => schema(inner, depth + 1),
            ("allOf" | "anyOf" | "oneOf", Value::Array(parts)) => {
                for part in parts {
                    schema(part, depth + 1);
                }
            }
            _ => {}
        }
    }
}

/// What can be null is null or of its type.
fn null(members: &mut Map<String, Value>) {
    let is_nullable = members.shift_remove("nullable") == Some(Value::Bool(true));
    if let (true, Some(kind)) = (is_nullable, members.get_mut("type"))
        && kind.is_string()
    {
        *kind = json!([kind.take(), "null"]);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::upgraded;

    #[test]
    fn schemas_are_said_in_the_words_of_3_1() {
        let pet = json!({ "type": "object", "nullable": true, "properties": {
            "nullable": { "type": "string", "nullable": false, "format": "byte" },
            "age": { "type": "integer", "minimum": 0, "exclusiveMinimum": true, "maximum": 9, "exclusiveMaximum": false },
            "mother": { "$ref": "#/components/schemas/Pet", "nullable": true }
        }, "example": { "nullable": true } });
        let parameter = json!({ "name": "p", "in": "query", "schema": { "type": "array", "items": { "type": "string", "nullable": true } } });
        let document = json!({ "openapi": "3.0.3",
            "paths": { "/schema": { "get": { "parameters": [parameter], "responses": {} } } },
            "components": { "schemas": { "Pet": pet } } });
        let upgraded = upgraded(&document);
        assert_eq!(upgraded["openapi"], "3.1.0");
        let items = &upgraded["paths"]["/schema"]["get"]["parameters"][0]["schema"]["items"];
        assert_eq!(*items, json!({ "type": ["string", "null"] }));
        assert_eq!(
            upgraded["components"]["schemas"]["Pet"],
            json!({ "type": ["object", "null"], "properties": {
                "nullable": { "type": "string", "contentEncoding": "base64" },
                "age": { "type": "integer", "maximum": 9, "exclusiveMinimum": 0 },
                "mother": { "$ref": "#/components/schemas/Pet" }
            }, "example": { "nullable": true } })
        );
    }
}
