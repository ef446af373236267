//! Rules of structure.

use serde_json::json;

use super::{Case, definition, fires, operation, parameter, prove, schema, silent};

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = keywords();
    cases.extend(values());
    cases.extend(extensions());
    cases
}

fn keywords() -> Vec<Case> {
    let body = |body| operation(json!({ "parameters": [body] }));
    let text = || json!({ "type": "string" });
    vec![
        fires(
            "SwaggerKeywordNotSupported",
            schema(json!({ "type": "object", "oneOf": [text()] })),
            "/definitions/Parcel/oneOf",
        ),
        silent(
            "SwaggerKeywordNotSupported",
            schema(json!({ "type": "object", "allOf": [text()] })),
        ),
        fires(
            "AdditionalPropertyNotAllowed",
            parameter(json!({ "x-ms-dynamic-values": {
                "operationId": "ListStates", "value-path": "id", "value-titel": "name"
            }})),
            "/paths/~1parcels/get/parameters/0/x-ms-dynamic-values/value-titel",
        ),
        silent(
            "AdditionalPropertyNotAllowed",
            parameter(json!({ "x-ms-dynamic-values": {
                "operationId": "ListStates", "value-path": "id", "value-title": "name"
            }})),
        ),
        fires(
            "AdditionalPropertyNotAllowedAdjacentToRef",
            schema(
                json!({ "properties": { "sender": { "$ref": "#/definitions/Parcel", "type": "object" } } }),
            ),
            "/definitions/Parcel/properties/sender/type",
        ),
        silent(
            "AdditionalPropertyNotAllowedAdjacentToRef",
            schema(
                json!({ "properties": { "sender": { "$ref": "#/definitions/Parcel", "x-ms-summary": "Sender" } } }),
            ),
        ),
        fires(
            "BodyParameterPropertyNotValid",
            body(json!({ "name": "body", "in": "body", "type": "object", "schema": {} })),
            "/paths/~1parcels/get/parameters/0/type",
        ),
        silent(
            "BodyParameterPropertyNotValid",
            body(json!({ "name": "body", "in": "body", "schema": { "type": "object" } })),
        ),
        fires(
            "ExtensionNameNotValid",
            operation(json!({ "sumary": "List" })),
            "/paths/~1parcels/get/sumary",
        ),
        fires(
            "ExtensionNameNotValid",
            definition(json!({ "owner": "Post" })),
            "/owner",
        ),
        silent(
            "ExtensionNameNotValid",
            operation(json!({ "x-owner": "Post" })),
        ),
        fires(
            "OneOfPropertiesRequired",
            parameter(json!({ "x-ms-dynamic-values": { "value-path": "id" } })),
            "/paths/~1parcels/get/parameters/0/x-ms-dynamic-values",
        ),
        silent(
            "OneOfPropertiesRequired",
            parameter(
                json!({ "x-ms-dynamic-values": { "capability": "file-picker", "value-path": "id" } }),
            ),
        ),
        fires(
            "RequiredPropertyMissing",
            definition(json!({ "paths": null })),
            "",
        ),
        fires(
            "RequiredPropertyMissing",
            parameter(json!({ "type": null })),
            "/paths/~1parcels/get/parameters/0",
        ),
        silent("RequiredPropertyMissing", parameter(json!({}))),
        fires(
            "BodyParameterSchemaRequired",
            body(json!({ "name": "body", "in": "body" })),
            "/paths/~1parcels/get/parameters/0",
        ),
        silent(
            "BodyParameterSchemaRequired",
            body(json!({ "name": "body", "in": "body", "schema": { "type": "object" } })),
        ),
        fires(
            "NonBodyParameterSchemaNotValid",
            parameter(json!({ "schema": text() })),
            "/paths/~1parcels/get/parameters/0/schema",
        ),
        silent("NonBodyParameterSchemaNotValid", parameter(json!({}))),
        fires(
            "AllowEmptyValueOnlyValidForQueryFormData",
            parameter(json!({ "in": "header", "allowEmptyValue": true })),
            "/paths/~1parcels/get/parameters/0/allowEmptyValue",
        ),
        silent(
            "AllowEmptyValueOnlyValidForQueryFormData",
            parameter(json!({ "allowEmptyValue": true })),
        ),
    ]
}

fn values() -> Vec<Case> {
    vec![
        fires(
            "JsonTypeIncorrect",
            parameter(json!({ "required": "true" })),
            "/paths/~1parcels/get/parameters/0/required",
        ),
        fires(
            "JsonTypeIncorrect",
            schema(json!({ "title": 7 })),
            "/definitions/Parcel/title",
        ),
        fires(
            "JsonTypeIncorrect",
            definition(json!({ "definitions": { "Parcel": "text" } })),
            "/definitions/Parcel",
        ),
        fires(
            "JsonTypeIncorrect",
            operation(json!({ "tags": ["a", 1] })),
            "/paths/~1parcels/get/tags/1",
        ),
        silent("JsonTypeIncorrect", parameter(json!({ "required": true }))),
        fires(
            "JsonValueNotInEnum",
            parameter(json!({ "x-ms-visibility": "importent" })),
            "/paths/~1parcels/get/parameters/0/x-ms-visibility",
        ),
        fires(
            "JsonValueNotInEnum",
            parameter(json!({ "in": "cookie" })),
            "/paths/~1parcels/get/parameters/0/in",
        ),
        silent(
            "JsonValueNotInEnum",
            parameter(json!({ "x-ms-visibility": "important" })),
        ),
    ]
}

fn extensions() -> Vec<Case> {
    vec![
        fires(
            "G40-ext-typo",
            operation(json!({ "x-ms-visibilty": "important" })),
            "/paths/~1parcels/get/x-ms-visibilty",
        ),
        silent(
            "G40-ext-typo",
            operation(json!({ "x-ms-visibility": "important", "x-own": 1 })),
        ),
    ]
}

#[test]
fn rules_of_structure() {
    prove(cases());
}
