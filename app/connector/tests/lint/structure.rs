//! Rules of structure.

use serde_json::json;
use tenon_connector::document::{Document, Path};
use tenon_connector::lint::{Linter, Profile};
use tenon_connector::{Connector, Part};

use super::{Case, definition, fires, operation, parameter, prove, schema, silent};

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = keywords();
    cases.extend(values());
    cases.extend(extensions());
    cases.extend(twins());
    cases
}

fn twins() -> Vec<Case> {
    let rule = "MemberStandsTwice";
    let read = |paths: &str, properties: &str| {
        let definition = format!("{{\"swagger\": \"2.0\", \"paths\": {paths}}}");
        let [definition, properties] =
            [definition.as_str(), properties].map(|text| Document::parse(text).unwrap());
        Connector::new(definition, properties)
    };
    let parameters = r#"{"/a": {"get": {"parameters": [{"in": "query"},
        {"name": "b", "in": "query", "name": "b"}]}}}"#;
    vec![
        fires(rule, read("{\"/a\": {}, \"/a\": {}}", "{}"), "/paths/~1a"),
        fires(
            rule,
            read(parameters, "{}"),
            "/paths/~1a/get/parameters/1/name",
        ),
        fires(rule, read("{}", "{\"a\": 1, \"a\": 2}"), "/a"),
        silent(rule, read("{\"/a\": {\"/a\": 1}}", "{\"a\": 1}")),
    ]
}

#[test]
fn a_twin_is_told_until_the_text_loses_it() {
    let text = "{\"paths\": {\"/a\": {}, \"/b\": {}, \"/a\": {\"get\": {}}}}";
    let definition = Document::parse(text).unwrap();
    let mut connector = Connector::new(definition, Document::new(json!({})));
    let mut linter = Linter::new(&connector, Profile::Custom);
    let told = |linter: &Linter| {
        let mut findings = linter.findings();
        findings.any(|finding| finding.rule.id == "MemberStandsTwice")
    };
    assert!(told(&linter));
    let place = Path::of(["paths", "/b", "get"]);
    let edit = connector.set(Part::Definition, &place, Some(json!({})));
    let edit = edit.unwrap();
    let undo = connector.apply(&edit).unwrap();
    linter.update(&connector, &[edit]);
    assert!(!told(&linter));
    assert!(!connector.to_files().definition.contains("\"/a\": {},"));
    connector.apply(&undo).unwrap();
    linter.update(&connector, &[undo]);
    assert!(told(&linter));
    assert_eq!(connector.to_files().definition, text);
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
        fires(
            "RequiredPropertyMissing",
            parameter(json!({ "name": "" })),
            "/paths/~1parcels/get/parameters/0/name",
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
            "JsonTypeIncorrect",
            schema(json!({ "properties": { "id": "text" } })),
            "/definitions/Parcel/properties/id",
        ),
        fires(
            "JsonTypeIncorrect",
            schema(json!({ "allOf": [] })),
            "/definitions/Parcel/allOf",
        ),
        fires(
            "JsonTypeIncorrect",
            operation(json!({ "security": ["key"] })),
            "/paths/~1parcels/get/security/0",
        ),
        fires(
            "JsonValueNotInEnum",
            operation(json!({ "x-ms-api-annotation": { "status": "Beta" } })),
            "/paths/~1parcels/get/x-ms-api-annotation/status",
        ),
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
