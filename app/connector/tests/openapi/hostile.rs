//! Documents that would keep a converter busy without end: each ends after a bounded number of steps.

use serde_json::{Value, json};
use tenon_connector::read::{Fate, Imported, read};

fn with_schemas(schemas: &Value, request: &Value) -> Imported {
    let document = json!({
        "openapi": "3.1.0",
        "info": { "title": "Joints", "version": "1" },
        "servers": [{ "url": "https://api.example.com" }],
        "paths": { "/a": { "post": {
            "operationId": "Make", "summary": "Make",
            "parameters": [{ "name": "kind", "in": "query", "schema": request }],
            "responses": { "200": { "description": "OK" } }
        } } },
        "components": { "schemas": schemas }
    });
    read("joints.json", document.to_string().as_bytes()).unwrap()
}

fn alike(reference: &str, count: usize) -> Vec<Value> {
    vec![json!({ "$ref": format!("#/components/schemas/{reference}") }); count]
}

#[test]
fn alternatives_that_refer_to_themselves_end() {
    let object = json!({ "type": "object", "properties": { "id": { "type": "string" } } });
    let mut alternatives = vec![object];
    alternatives.extend(alike("N", 20));
    for keyword in ["oneOf", "anyOf", "allOf"] {
        let schemas = json!({ "N": { keyword: alternatives } });
        let imported = with_schemas(&schemas, &alike("N", 1)[0]);
        let schema = &imported.connector.definition()["definitions"]["N"];
        assert!(schema.is_object(), "{keyword}");
    }
}

#[test]
fn alternatives_in_properties_of_each_other_end() {
    let pair = |one: &str, other: &str| {
        let both = [alike(one, 1), alike(other, 1)].concat();
        json!({ "type": "object", "properties": {
            "left": { "oneOf": both }, "right": { "oneOf": both }
        } })
    };
    let imported = with_schemas(
        &json!({ "A": pair("A", "B"), "B": pair("B", "A") }),
        &json!({ "type": "string" }),
    );
    let left = &imported.connector.definition()["definitions"]["A"]["properties"]["left"];
    assert_eq!(left["type"], "object");
    let lowered = imported.ledger.entries.iter().any(|entry| {
        entry.pointer == "/components/schemas/A/properties/left/oneOf"
            && entry.fate == Fate::Lowered
    });
    assert!(lowered);
}

#[test]
fn chains_of_alternatives_end_with_a_word_in_the_ledger() {
    // Each of them is one of all others.
    let names: Vec<String> = (0..200).map(|n| format!("S{n}")).collect();
    let all: Vec<Value> = names.iter().flat_map(|name| alike(name, 1)).collect();
    let schemas: serde_json::Map<String, Value> = names
        .iter()
        .map(|name| (name.clone(), json!({ "oneOf": all })))
        .collect();
    let imported = with_schemas(&schemas.into(), &json!({ "type": "string" }));
    let named = |entry: &&tenon_connector::read::LedgerEntry| {
        entry
            .message
            .to_string()
            .contains("refer to each other in too many ways")
    };
    assert_eq!(imported.ledger.entries.iter().filter(named).count(), 1);
}

#[test]
fn a_list_of_itself_as_a_parameter_ends() {
    let imported = with_schemas(
        &json!({ "List": { "type": "array", "items": alike("List", 1)[0] } }),
        &alike("List", 1)[0],
    );
    let parameters = &imported.connector.definition()["paths"]["/a"]["post"]["parameters"];
    let text = parameters.to_string();
    assert!(text.len() < 400, "{text}");
    let fates: Vec<Fate> = imported
        .ledger
        .entries
        .iter()
        .map(|entry| entry.fate)
        .collect();
    assert!(fates.contains(&Fate::Lowered));
}
