//! Schemas: bounds, alternatives that differ, and what stands beside a reference.

use serde_json::{Value, json};
use tenon_connector::read::Fate;

use super::{document, fates};

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

/// The schema `A` among others as it is in the definition, and the fates of what is in it.
fn shared(schemas: Value) -> (Value, Vec<(String, Fate)>) {
    let imported = document("3.1.0", json!({ "components": { "schemas": schemas } }));
    let fates = fates(&imported).into_iter();
    let fates = fates.filter_map(|(pointer, fate)| {
        let inner = pointer.strip_prefix("/components/schemas/A/")?;
        Some((inner.to_owned(), fate))
    });
    let fates = fates.collect();
    (
        imported.connector.definition()["definitions"]["A"].clone(),
        fates,
    )
}

#[test]
fn the_items_of_a_tuple_may_be_as_any_of_them() {
    let texts = json!([{ "type": "string" }, { "type": "string", "maxLength": 3 }]);
    for (items, expected) in [
        (None, json!({ "type": "string" })),
        (
            Some(json!({ "type": "string" })),
            json!({ "type": "string" }),
        ),
        (Some(json!({ "type": "integer" })), json!({})),
        (Some(json!(false)), json!({ "type": "string" })),
    ] {
        let mut schema = json!({ "type": "array", "prefixItems": texts });
        if let Some(items) = &items {
            schema["items"] = items.clone();
        }
        let (lowered, fates) = shared(json!({ "A": schema }));
        assert_eq!(lowered["items"], expected, "{items:?}");
        let is_closed = items == Some(json!(false));
        assert_eq!(lowered.get("maxItems").is_some(), is_closed, "{items:?}");
        assert!(fates.contains(&("prefixItems".to_owned(), Fate::Lowered)));
        assert_eq!(
            fates.contains(&("items".to_owned(), Fate::Changed)),
            is_closed
        );
    }
}

#[test]
fn what_counts_is_a_whole_number() {
    let schema = r#"{"openapi":"3.1.0","info":{"title":"A","version":"1"},"paths":{},"components":{"schemas":{"A":
        {"type":"string","minLength":1.0,"maxLength":1e2,"minItems":1.5,"maxItems":-1,"minProperties":"2","maximum":"9","minimum":1.50}}}}"#;
    let imported = super::read("a.json", schema.as_bytes()).unwrap();
    let lowered = imported.connector.definition()["definitions"]["A"].to_string();
    assert_eq!(
        lowered,
        r#"{"type":"string","minLength":1,"maxLength":100,"minimum":1.50}"#
    );
    let mut keys: Vec<_> = fates(&imported)
        .into_iter()
        .filter_map(|(pointer, fate)| {
            Some((
                pointer.strip_prefix("/components/schemas/A/")?.to_owned(),
                fate,
            ))
        })
        .collect();
    keys.sort();
    let dropped =
        ["maxItems", "maximum", "minItems", "minProperties"].map(|key| (key, Fate::Dropped));
    let changed = ["maxLength", "minLength"].map(|key| (key, Fate::Changed));
    let mut expected: Vec<_> = dropped
        .into_iter()
        .chain(changed)
        .map(|(key, fate)| (key.to_owned(), fate))
        .collect();
    expected.sort();
    assert_eq!(keys, expected);
}

#[test]
fn schemas_are_found_by_the_address_that_they_give_themselves() {
    let schemas = json!({
        "A": { "$id": "https://example.com/schemas/a", "type": "object", "properties": {
            "own": { "$ref": "#/$defs/Inner" }, "named": { "$ref": "b#inner" }, "whole": { "$ref": "b" },
            "part": { "$ref": "https://example.com/schemas/b#/properties/x" }, "root": { "$ref": "#/components/schemas/C" },
            "$id": { "type": "string" } },
            "$defs": { "Inner": { "type": "integer" } } },
        "B": { "$id": "https://example.com/schemas/b", "type": "object", "properties": { "x": { "type": "boolean" } },
            "$defs": { "I": { "$anchor": "inner", "type": "number" } } },
        "C": { "type": "string", "example": { "$id": "https://example.com/data" } },
        "D": { "$ref": "https://example.com/schemas/a" }
    });
    let root = json!({ "openapi": "3.1.0", "info": { "title": "A", "version": "1" }, "paths": {}, "components": { "schemas": schemas } });
    let imported = super::read("a.json", root.to_string().as_bytes()).unwrap();
    let definitions = &imported.connector.definition()["definitions"];
    let kind = |name: &str| {
        let reference = definitions["A"]["properties"][name]["$ref"]
            .as_str()
            .unwrap();
        definitions[reference.strip_prefix("#/definitions/").unwrap()]["type"].clone()
    };
    for (name, expected) in [
        ("own", "integer"),
        ("named", "number"),
        ("whole", "object"),
        ("part", "boolean"),
        ("root", "string"),
    ] {
        assert_eq!(kind(name), expected, "{name}");
    }
    assert_eq!(definitions["D"]["allOf"][0]["$ref"], "#/definitions/A");
    let lost = fates(&imported)
        .into_iter()
        .filter(|(_, fate)| *fate == Fate::Dropped);
    let lost: Vec<_> = lost.map(|(pointer, _)| pointer).collect();
    let named = [
        "/components/schemas/A/$id",
        "/components/schemas/B/$id",
        "/components/schemas/B/$defs/I/$anchor",
    ];
    assert!(
        lost.iter().all(|pointer| named.contains(pointer)),
        "{lost:?}"
    );
}
