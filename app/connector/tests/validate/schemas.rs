//! Values against schemas, word by word.

use serde_json::{Value, json};
use tenon_connector::document::Path;
use tenon_connector::swagger::Schema;
use tenon_connector::validate::{Kind, MAX_VIOLATIONS, Severity, Violations, validate};

use super::{definition, found};

fn against(schema: Value, value: Value) -> Violations {
    let definition = definition(json!({ "200": { "description": "", "schema": schema } }));
    let path = Path::of(["paths", "/joints", "get", "responses", "200", "schema"]);
    let schema = Schema::at(&definition, &path).unwrap();
    validate(&definition, &schema, &value)
}

#[test]
fn each_word_of_a_schema_finds_what_does_not_keep_to_it() {
    for (schema, right, wrong, message) in [
        (
            json!({ "type": "integer" }),
            json!(7),
            json!("seven"),
            "This is the text “seven”, but the definition says a whole number.",
        ),
        (
            json!({ "type": "integer" }),
            json!(u64::MAX),
            json!(1.5),
            "This is the number 1.5, but the definition says a whole number.",
        ),
        (
            json!({ "type": "string" }),
            json!(""),
            json!([1]),
            "This is a list, but the definition says a text.",
        ),
        (
            json!({ "type": "string", "x-nullable": true }),
            json!(null),
            json!({}),
            "This is an object, but the definition says a text.",
        ),
        (
            json!({ "type": "string" }),
            json!("a"),
            json!(null),
            "This is null, but the definition does not say that it may be (x-nullable).",
        ),
        (
            json!({ "enum": ["oak", null] }),
            json!(null),
            json!("ash"),
            "“ash” is not among the values that the definition lists: “oak”, nothing.",
        ),
        (
            json!({ "type": "string", "format": "date" }),
            json!("2024-02-29"),
            json!("2023-02-29"),
            "“2023-02-29” is not of the format date.",
        ),
        (
            json!({ "type": "integer", "format": "int32" }),
            json!(1),
            json!(3_000_000_000_i64),
            "3000000000 is not of the format int32.",
        ),
        (
            json!({ "minimum": 3 }),
            json!(3),
            json!(2),
            "2 is less than 3, the least that the definition allows.",
        ),
        (
            json!({ "maximum": 3, "exclusiveMaximum": true }),
            json!(2.9),
            json!(3),
            "3 is not less than 3, as the definition says.",
        ),
        (
            json!({ "multipleOf": 0.1 }),
            json!(0.3),
            json!(0.35),
            "0.35 is not a multiple of 0.1, as the definition says.",
        ),
        (
            json!({ "maxLength": 2 }),
            json!("éé"),
            json!("oak"),
            "“oak” has 3 letters, but the definition says at most 2.",
        ),
        (
            json!({ "minItems": 1 }),
            json!([1]),
            json!([]),
            "The list has 0 items, but the definition says at least 1.",
        ),
        (
            json!({ "uniqueItems": true }),
            json!([1, 2]),
            json!([1, 1]),
            "The list has an item twice, which the definition does not allow.",
        ),
        (
            json!({ "maxProperties": 1 }),
            json!({ "a": 1 }),
            json!({ "a": 1, "b": 2 }),
            "The object has 2 properties, but the definition says at most 1.",
        ),
        (
            json!({ "pattern": "^[A-Z]{3}$" }),
            json!("EUR"),
            json!("euro"),
            "“euro” does not match the pattern ^[A-Z]{3}$.",
        ),
        (json!({ "pattern": "^(?!x)" }), json!("x"), json!(null), ""),
        (
            json!({ "required": ["a"] }),
            json!({ "a": null }),
            json!({ "b": 1 }),
            "“a” is missing, but the definition says that it is always there.",
        ),
        (
            json!({ "properties": { "a": {} }, "additionalProperties": false }),
            json!({ "a": 1 }),
            json!({ "a": 1, "b": 1 }),
            "The definition allows no properties but its own, and “b” is none of them.",
        ),
        (
            json!({ "properties": { "a": {} } }),
            json!({ "a": 1 }),
            json!({ "b": 1 }),
            "The definition does not have “b”, so nobody can choose it in a later step.",
        ),
        (
            json!({ "type": ["string", "null"] }),
            json!("a"),
            json!(1),
            "This is the number 1, but the definition says a text.",
        ),
    ] {
        assert!(against(schema.clone(), right).is_empty(), "{schema}");
        let violations = against(schema.clone(), wrong);
        let messages: Vec<_> = found(&violations)
            .into_iter()
            .map(|(_, message)| message)
            .collect();
        let expected: Vec<&str> = (!message.is_empty())
            .then_some(message)
            .into_iter()
            .collect();
        assert_eq!(messages, expected, "{schema}");
    }
}

#[test]
fn what_is_found_has_its_place_in_the_body_and_in_the_definition() {
    let schema = json!({ "type": "object", "properties": { "a/b": { "type": "array", "items": { "$ref": "#/definitions/Joint" } } },
        "additionalProperties": { "type": "object", "properties": { "n": { "type": "number" } } } });
    let value = json!({ "a/b": [{ "name": "x" }, { "name": 7 }], "id-17": { "n": "x" } });
    let violations = against(schema, value);
    let places: Vec<Value> = violations
        .found
        .iter()
        .map(|v| json!([v.place, v.general, v.schema]))
        .collect();
    let schema = "/paths/~1joints/get/responses/200/schema";
    assert_eq!(
        places,
        [
            json!([{ "body": "/a~1b/1/name" }, { "body": "/a~1b/*/name" }, "/definitions/Joint/properties/name"]),
            json!([{ "body": "/id-17/n" }, { "body": "/*/n" }, format!("{schema}/additionalProperties/properties/n")]),
        ]
    );
}

#[test]
fn an_object_that_names_no_properties_or_asks_the_service_is_open() {
    for schema in [
        json!({ "type": "object" }),
        json!({ "type": "object", "properties": { "a": {} }, "additionalProperties": true }),
        json!({ "type": "object", "properties": { "a": {} }, "x-ms-dynamic-schema": { "operationId": "x" } }),
        json!({}),
        json!({ "$ref": "#/definitions/Nowhere" }),
    ] {
        assert!(
            against(schema.clone(), json!({ "b": { "c": 1 } })).is_empty(),
            "{schema}"
        );
    }
}

#[test]
fn parts_count_together_and_each_is_checked() {
    let schema = json!({ "allOf": [{ "$ref": "#/definitions/Joint" }, { "required": ["wood"], "properties": { "wood": { "type": "string" } } }],
        "x-nullable": true, "properties": { "size": { "maximum": 9 } } });
    assert!(
        against(
            schema.clone(),
            json!({ "name": "a", "wood": "oak", "size": 9 })
        )
        .is_empty()
    );
    assert!(against(schema.clone(), json!(null)).is_empty());
    let violations = against(schema, json!({ "size": 10.5, "other": 1 }));
    let kinds: Vec<(Kind, Severity)> = violations
        .found
        .iter()
        .map(|v| (v.kind, v.severity))
        .collect();
    assert_eq!(
        kinds,
        [
            (Kind::Required, Severity::Error),
            (Kind::Required, Severity::Error),
            (Kind::UndeclaredProperty, Severity::Note),
            (Kind::Type, Severity::Error),
            (Kind::Bound, Severity::Error),
        ]
    );
}

#[test]
fn a_discriminator_brings_in_the_schema_that_the_value_names() {
    let named = || json!({ "type": "array", "items": { "$ref": "#/definitions/Named" } });
    let right = json!([{ "kind": "Dovetail", "angle": 7.5 }, { "kind": "bridle-joint", "depth": 1 }, { "kind": "Named" }]);
    assert!(against(named(), right).is_empty());
    let wrong = json!([{ "kind": "Dovetail", "angle": "7" }, { "kind": "Dovetail", "depth": 1 }, { "kind": "Joint" }]);
    assert_eq!(
        found(&against(named(), wrong)),
        [
            (
                "/0/angle",
                "This is the text “7”, but the definition says a number.".into()
            ),
            (
                "/1/depth",
                "The definition does not have “depth”, so nobody can choose it in a later step."
                    .into()
            ),
            (
                "/2",
                "This says that it is “Joint”, but the definition has no such schema.".into()
            ),
        ]
    );
}

#[test]
fn errors_are_told_beside_any_number_of_notes() {
    let mut items: Vec<Value> = (0..150).map(|n| json!({ "name": "a", "new": n })).collect();
    items.extend((0..120).map(|_| json!({ "name": 7 })));
    let violations = against(
        json!({ "items": { "$ref": "#/definitions/Joint" } }),
        json!(items),
    );
    assert_eq!(violations.errors().count(), MAX_VIOLATIONS);
    assert_eq!(violations.found.len(), 2 * MAX_VIOLATIONS);
    assert_eq!(violations.more, 70);
}
