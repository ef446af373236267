//! Schemas: bounds, alternatives that differ, and what stands beside a reference.

use serde_json::{Value, json};

use super::document;

#[test]
fn the_stricter_of_two_bounds_counts() {
    let bounds = |schema: Value| {
        let imported = document(
            "3.1.0",
            json!({ "components": { "schemas": { "N": schema } } }),
        );
        imported.connector.definition()["definitions"]["N"].clone()
    };
    for turned in [false, true] {
        let schema = |first: (&str, i32), second: (&str, i32)| {
            let (one, two) = if turned {
                (second, first)
            } else {
                (first, second)
            };
            json!({ "type": "integer", one.0: one.1, two.0: two.1 })
        };
        for (first, second, expected) in [
            (
                ("exclusiveMinimum", 5),
                ("minimum", 3),
                json!({ "type": "integer", "minimum": 5, "exclusiveMinimum": true }),
            ),
            (
                ("exclusiveMinimum", 3),
                ("minimum", 5),
                json!({ "type": "integer", "minimum": 5 }),
            ),
            (
                ("exclusiveMaximum", 5),
                ("maximum", 5),
                json!({ "type": "integer", "maximum": 5, "exclusiveMaximum": true }),
            ),
            (
                ("exclusiveMaximum", 5),
                ("maximum", 4),
                json!({ "type": "integer", "maximum": 4 }),
            ),
        ] {
            assert_eq!(bounds(schema(first, second)), expected);
        }
    }
}

#[test]
fn a_property_that_alternatives_differ_in_lets_through_what_either_does() {
    let imported = document(
        "3.1.0",
        json!({ "components": { "schemas": {
            "Pet": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }] },
            "Cat": { "type": "object", "required": ["kind"], "properties": {
                "kind": { "type": "string", "const": "cat" }, "age": { "type": "integer", "maximum": 20 } } },
            "Dog": { "type": "object", "required": ["kind"], "properties": {
                "kind": { "type": "string", "const": "dog" }, "age": { "type": "string" } } },
            "Owner": { "type": "object", "properties": { "pet": { "type": "integer" } }, "anyOf": [
                { "properties": { "pet": { "type": "integer", "maximum": 3 }, "home": { "type": "string", "maxLength": 3 } } },
                { "properties": { "home": { "type": "string", "maxLength": 5 } } }] },
            "Either": { "oneOf": [{ "$ref": "#/components/schemas/Owner" }, { "type": "object", "properties": {} }] }
        } } }),
    );
    let definitions = &imported.connector.definition()["definitions"];
    let pet = json!({ "type": "object", "required": ["kind"],
        "properties": { "kind": { "type": "string", "enum": ["cat", "dog"] }, "age": {} } });
    assert_eq!(definitions["Pet"], pet);
    assert_eq!(
        definitions["Either"]["properties"],
        json!({ "pet": { "type": "integer" }, "home": { "type": "string", "maxLength": 5 } })
    );
    let said = imported
        .ledger
        .entries
        .iter()
        .filter(|entry| entry.pointer == "/components/schemas/Pet/oneOf");
    assert!(
        said.clone()
            .any(|entry| entry.message.to_string().ends_with("does: age, kind."))
    );
}

#[test]
fn what_stands_beside_a_reference_counts_where_it_does_in_the_source() {
    let read = |version: &str| {
        let imported = document(
            version,
            json!({
                "paths": { "/t": { "get": {
                    "parameters": [
                        { "name": "a", "in": "query", "schema": { "$ref": "#/components/schemas/N", "default": 3, "maximum": 9, "description": "Own" } },
                        { "$ref": "#/components/parameters/Limit", "description": "How many orders" }
                    ],
                    "responses": { "200": { "$ref": "#/components/responses/R", "description": "Orders" } }
                } } },
                "components": {
                    "schemas": { "N": { "type": "integer", "minimum": 1 } },
                    "parameters": { "Limit": { "name": "limit", "in": "query", "description": "Any", "schema": { "type": "integer" } } },
                    "responses": { "R": { "description": "Any" } }
                }
            }),
        );
        imported.connector.definition()["paths"]["/t"]["get"].clone()
    };
    let new = read("3.1.0");
    let first = &new["parameters"][0];
    for (key, expected) in [
        ("type", json!("integer")),
        ("minimum", json!(1)),
        ("default", json!(3)),
        ("maximum", json!(9)),
        ("description", json!("Own")),
    ] {
        assert_eq!(first[key], expected, "{key}");
    }
    assert_eq!(
        new["parameters"][1],
        json!({ "name": "limit", "in": "query", "description": "How many orders", "type": "integer" })
    );
    assert_eq!(new["responses"]["200"], json!({ "description": "Orders" }));
    let old = read("3.0.3");
    assert_eq!(old["parameters"][0].get("default"), None);
    assert_eq!(
        old["parameters"][1],
        json!({ "$ref": "#/parameters/Limit" })
    );
    assert_eq!(old["responses"]["200"], json!({ "$ref": "#/responses/R" }));
}
