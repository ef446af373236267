//! Rules of the keywords of schemas and parameters.

use serde_json::{Value, json};
use tenon_connector::document::Document;
use tenon_connector::lint::{Profile, lint};

use super::{Case, fires, parameter, prove, schema, silent};

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = counts();
    cases.extend(bounds());
    cases.extend(choices());
    cases.extend(objects());
    cases.extend(references());
    cases.extend(positions());
    cases
}

fn references() -> Vec<Case> {
    let refers = |target: &str| schema(json!({ "properties": { "sender": { "$ref": target } } }));
    let at = "/definitions/Parcel/properties/sender/$ref";
    let loops = |required: Value| {
        schema(json!({
            "type": "object", "required": required,
            "properties": { "name": { "type": "string" }, "outer": { "$ref": "#/definitions/Parcel" } }
        }))
    };
    vec![
        fires(
            "SchemaReferenceNotFound",
            refers("#/definitions/Parcle"),
            at,
        ),
        silent(
            "SchemaReferenceNotFound",
            refers("#/definitions/Parcel/properties/sender"),
        ),
        fires(
            "SchemaReferenceNotValid",
            refers("other.json#/definitions/Parcel"),
            at,
        ),
        silent("SchemaReferenceNotValid", refers("#/definitions/Parcel")),
        fires(
            "SchemaRefLoopNotAllowed",
            schema(json!({ "$ref": "#/definitions/Parcel" })),
            "/definitions/Parcel/$ref",
        ),
        silent("SchemaRefLoopNotAllowed", refers("#/definitions/Parcel")),
        fires(
            "RequiredLoopInSchemaNotAllowed",
            loops(json!(["outer"])),
            "/definitions/Parcel/required",
        ),
        silent("RequiredLoopInSchemaNotAllowed", loops(json!(["name"]))),
    ]
}

fn positions() -> Vec<Case> {
    let sends = |schema: Value| {
        super::operation(
            json!({ "parameters": [{ "name": "body", "in": "body", "schema": schema }] }),
        )
    };
    let object = |required: Value, property: Value| json!({ "type": "object", "required": required, "properties": { "id": property } });
    let internal = || json!({ "type": "string", "x-ms-visibility": "internal", "default": "x" });
    let at = "/paths/~1parcels/get/parameters/0/schema/properties/id";
    let answers = |schema: Value| {
        super::operation(json!({ "responses": { "200": { "description": "", "schema": schema } } }))
    };
    vec![
        fires(
            "InternalPropertyWithDefaultOptional",
            sends(object(json!(["x"]), internal())),
            at,
        ),
        silent(
            "InternalPropertyWithDefaultOptional",
            sends(object(json!(["id"]), internal())),
        ),
        fires(
            "InvalidStringBinaryProperty",
            sends(object(
                json!(["id"]),
                json!({ "type": "string", "format": "binary" }),
            )),
            "/paths/~1parcels/get/parameters/0/schema/properties/id/format",
        ),
        silent(
            "InvalidStringBinaryProperty",
            sends(json!({ "type": "string", "format": "binary" })),
        ),
        fires(
            "PropertyMustBeRequired",
            parameter(json!({ "x-ms-visibility": "internal", "default": "x" })),
            "/paths/~1parcels/get/parameters/0",
        ),
        silent(
            "PropertyMustBeRequired",
            parameter(json!({ "x-ms-visibility": "internal", "default": "x", "required": true })),
        ),
        fires(
            "RequiredReadOnlyPropertyNotAllowedAsInput",
            sends(object(
                json!(["id"]),
                json!({ "type": "string", "readOnly": true }),
            )),
            "/paths/~1parcels/get/parameters/0/schema/properties/id/readOnly",
        ),
        silent(
            "RequiredReadOnlyPropertyNotAllowedAsInput",
            answers(object(
                json!(["id"]),
                json!({ "type": "string", "readOnly": true }),
            )),
        ),
        fires(
            "SchemaTypeFileNotValid",
            schema(json!({ "type": "file" })),
            "/definitions/Parcel/type",
        ),
        silent("SchemaTypeFileNotValid", answers(json!({ "type": "file" }))),
    ]
}

fn counts() -> Vec<Case> {
    let rules = [
        (
            "MaxItemsMustBeGreaterThanOrEqualToZero",
            "maxItems",
            "/definitions/Parcel/maxItems",
        ),
        (
            "MaxLengthMustBeGreaterThanOrEqualToZero",
            "maxLength",
            "/definitions/Parcel/maxLength",
        ),
        (
            "MaxPropertiesMustBeGreaterThanOrEqualToZero",
            "maxProperties",
            "/definitions/Parcel/maxProperties",
        ),
        (
            "MinItemsMustBeGreaterThanOrEqualToZero",
            "minItems",
            "/definitions/Parcel/minItems",
        ),
        (
            "MinLengthMustBeGreaterThanOrEqualToZero",
            "minLength",
            "/definitions/Parcel/minLength",
        ),
        (
            "MinPropertiesMustBeGreaterThanOrEqualToZero",
            "minProperties",
            "/definitions/Parcel/minProperties",
        ),
    ];
    let count = |key: &str, number: i32| {
        let mut json = json!({ "type": "string" });
        json.as_object_mut()
            .unwrap()
            .insert(key.to_owned(), json!(number));
        schema(json)
    };
    rules
        .into_iter()
        .flat_map(|(rule, key, at)| [fires(rule, count(key, -1), at), silent(rule, count(key, 0))])
        .collect()
}

/// A value that is written so: numbers keep their spelling.
fn spelled(text: &str) -> Value {
    Document::parse(text).unwrap().root().clone()
}

#[test]
fn numbers_that_no_type_holds_are_compared_as_they_are_written() {
    let rules = |text: &str| -> Vec<_> {
        let findings = lint(&schema(spelled(text)), Profile::Custom);
        findings.iter().map(|finding| finding.rule.id).collect()
    };
    let order = "MinimumShouldBeLessThanOrEqualToMaximum";
    let above = r#"{"type": "integer", "minimum": 9007199254740993, "maximum": 9007199254740992}"#;
    let below = r#"{"type": "integer", "minimum": 9007199254740992, "maximum": 9007199254740993}"#;
    assert!(rules(above).contains(&order));
    assert!(!rules(below).contains(&order));
    let small = r#"{"type": "number", "multipleOf": 1e-400}"#;
    assert!(!rules(small).contains(&"MultipleOfMustBeGreaterThanZero"));
    let large = r#"{"type": "string", "maxLength": 1e400}"#;
    assert!(!rules(large).contains(&"JsonTypeIncorrect"));
    let part = r#"{"type": "string", "maxLength": 1.5}"#;
    assert!(rules(part).contains(&"JsonTypeIncorrect"));
}

fn bounds() -> Vec<Case> {
    let number = |more: Value| {
        let mut json = json!({ "type": "number" });
        json.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        schema(json)
    };
    vec![
        fires(
            "MultipleOfMustBeGreaterThanZero",
            number(json!({ "multipleOf": 0 })),
            "/definitions/Parcel/multipleOf",
        ),
        silent(
            "MultipleOfMustBeGreaterThanZero",
            number(json!({ "multipleOf": 0.5 })),
        ),
        fires(
            "ExclusiveMaximumRequiresMaximum",
            number(json!({ "exclusiveMaximum": true })),
            "/definitions/Parcel/exclusiveMaximum",
        ),
        silent(
            "ExclusiveMaximumRequiresMaximum",
            number(json!({ "exclusiveMaximum": true, "maximum": 3 })),
        ),
        fires(
            "ExclusiveMinimumRequiresMinimum",
            number(json!({ "exclusiveMinimum": 1 })),
            "/definitions/Parcel/exclusiveMinimum",
        ),
        silent(
            "ExclusiveMinimumRequiresMinimum",
            number(json!({ "exclusiveMinimum": true, "minimum": 3 })),
        ),
        fires(
            "MinimumShouldBeLessThanOrEqualToMaximum",
            number(json!({ "minimum": 3, "maximum": 2.5 })),
            "/definitions/Parcel/minimum",
        ),
        silent(
            "MinimumShouldBeLessThanOrEqualToMaximum",
            number(json!({ "minimum": 3, "maximum": 3 })),
        ),
        fires(
            "MinItemsShouldBeLessThanOrEqualToMaxItems",
            schema(json!({ "type": "array", "items": {}, "minItems": 2, "maxItems": 1 })),
            "/definitions/Parcel/minItems",
        ),
        silent(
            "MinItemsShouldBeLessThanOrEqualToMaxItems",
            schema(json!({ "type": "array", "items": {}, "minItems": 1, "maxItems": 1 })),
        ),
        fires(
            "MinLengthShouldBeLessThanOrEqualToMaxLength",
            parameter(json!({ "minLength": 9, "maxLength": 8 })),
            "/paths/~1parcels/get/parameters/0/minLength",
        ),
        silent(
            "MinLengthShouldBeLessThanOrEqualToMaxLength",
            parameter(json!({ "minLength": 9 })),
        ),
        fires(
            "PatternShouldBeValidRegularExpression",
            parameter(json!({ "pattern": "^[a-z" })),
            "/paths/~1parcels/get/parameters/0/pattern",
        ),
        silent(
            "PatternShouldBeValidRegularExpression",
            parameter(json!({ "pattern": "^[a-z]+$" })),
        ),
    ]
}

fn choices() -> Vec<Case> {
    vec![
        fires(
            "ArrayDuplicateValue",
            parameter(json!({ "enum": ["open", "closed", "open"] })),
            "/paths/~1parcels/get/parameters/0/enum/2",
        ),
        fires(
            "ArrayDuplicateValue",
            schema(
                json!({ "type": "object", "required": ["id", "id"], "properties": { "id": {} } }),
            ),
            "/definitions/Parcel/required/1",
        ),
        silent(
            "ArrayDuplicateValue",
            parameter(json!({ "enum": ["open", "closed"] })),
        ),
        fires(
            "InvalidEnumValue",
            schema(json!({ "type": "integer", "enum": [1, "2"] })),
            "/definitions/Parcel/enum/1",
        ),
        silent(
            "InvalidEnumValue",
            schema(json!({ "type": "integer", "enum": [1, 2, null] })),
        ),
        fires(
            "ArrayHasNoItems",
            schema(json!({ "type": "array" })),
            "/definitions/Parcel",
        ),
        silent(
            "ArrayHasNoItems",
            schema(json!({ "type": "array", "items": { "type": "string" } })),
        ),
        fires(
            "DefaultValueMustMatchType",
            parameter(json!({ "type": "integer", "default": "5" })),
            "/paths/~1parcels/get/parameters/0/default",
        ),
        fires(
            "DefaultValueMustMatchType",
            schema(json!({ "type": "boolean", "default": "perhaps" })),
            "/definitions/Parcel/default",
        ),
        silent(
            "DefaultValueMustMatchType",
            parameter(json!({ "type": "integer", "default": 5.0 })),
        ),
        fires(
            "EnumMustContainAtLeastOneElement",
            parameter(json!({ "enum": [] })),
            "/paths/~1parcels/get/parameters/0/enum",
        ),
        silent(
            "EnumMustContainAtLeastOneElement",
            parameter(json!({ "enum": ["open"] })),
        ),
    ]
}

fn objects() -> Vec<Case> {
    vec![
        fires(
            "RequiredPropertyArrayEmpty",
            schema(json!({ "type": "object", "required": [] })),
            "/definitions/Parcel/required",
        ),
        silent(
            "RequiredPropertyArrayEmpty",
            schema(json!({ "type": "object", "required": ["id"], "properties": { "id": {} } })),
        ),
        fires(
            "RequiredPropertyDefinitionMissing",
            schema(
                json!({ "type": "object", "required": ["id", "di"], "properties": { "id": {} } }),
            ),
            "/definitions/Parcel/required/1",
        ),
        silent(
            "RequiredPropertyDefinitionMissing",
            schema(json!({ "required": ["id"], "allOf": [{ "$ref": "#/definitions/Thing" }] })),
        ),
        fires(
            "RequiredPropertyNotOnObject",
            schema(json!({ "type": "string", "required": true })),
            "/definitions/Parcel/required",
        ),
        silent(
            "RequiredPropertyNotOnObject",
            schema(json!({ "required": ["id"], "properties": { "id": {} } })),
        ),
        fires(
            "DiscriminatorMustBeARequiredStringProperty",
            schema(
                json!({ "type": "object", "discriminator": "kind", "properties": { "kind": { "type": "string" } } }),
            ),
            "/definitions/Parcel/discriminator",
        ),
        silent(
            "DiscriminatorMustBeARequiredStringProperty",
            schema(json!({
                "type": "object", "discriminator": "kind", "required": ["kind"],
                "properties": { "kind": { "type": "string" } }
            })),
        ),
        silent(
            "DiscriminatorMustBeARequiredStringProperty",
            schema(json!({
                "type": "object", "discriminator": "kind",
                "allOf": [{ "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" } } }]
            })),
        ),
        fires(
            "DiscriminatorMustBeARequiredStringProperty",
            schema(json!({
                "type": "object", "discriminator": "kind", "properties": { "kind": { "type": "integer" } },
                "allOf": [{ "type": "object", "required": ["kind"] }]
            })),
            "/definitions/Parcel/discriminator",
        ),
    ]
}

#[test]
fn rules_of_schemas() {
    prove(cases());
}
