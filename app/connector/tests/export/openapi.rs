//! What becomes of the parts of a connector in OpenAPI 3.1.

use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::document::Document;
use tenon_connector::read::Fate;
use tenon_connector::write::Exported;
use tenon_connector::write::openapi::to_openapi;

/// A connector with these members of the definition and of the properties.
fn exported(definition: Value, properties: Value) -> Exported {
    let mut whole = json!({ "swagger": "2.0", "info": { "title": "Pets", "version": "1.0" },
                            "host": "api.example.com", "basePath": "/v1", "schemes": ["https"] });
    whole
        .as_object_mut()
        .unwrap()
        .extend(definition.as_object().unwrap().clone());
    let properties = json!({ "properties": properties });
    to_openapi(&Connector::new(
        Document::new(whole),
        Document::new(properties),
    ))
}

/// An operation that is `get /a` with these members.
fn operation(members: Value) -> (Value, Exported) {
    let exported = exported(json!({ "paths": { "/a": { "get": members } } }), json!({}));
    (
        exported.document.root()["paths"]["/a"]["get"].clone(),
        exported,
    )
}

fn fates(exported: &Exported) -> Vec<(&str, Fate)> {
    let entries = exported.ledger.entries.iter();
    entries
        .map(|entry| (entry.pointer.as_str(), entry.fate))
        .collect()
}

#[test]
fn schemas_are_said_in_the_words_of_json_schema() {
    for (before, after) in [
        (
            json!({ "type": "string", "x-nullable": true }),
            json!({ "type": ["string", "null"] }),
        ),
        (
            json!({ "type": "string", "enum": ["a"], "x-nullable": true }),
            json!({ "type": ["string", "null"], "enum": ["a", null] }),
        ),
        (json!({ "x-nullable": true }), json!({ "x-nullable": true })),
        (
            json!({ "type": "number", "minimum": 1, "exclusiveMinimum": true, "maximum": 2, "exclusiveMaximum": false }),
            json!({ "type": "number", "exclusiveMinimum": 1, "maximum": 2 }),
        ),
        (
            json!({ "type": "string", "format": "byte" }),
            json!({ "type": "string", "contentEncoding": "base64" }),
        ),
        (
            json!({ "type": "file" }),
            json!({ "type": "string", "format": "binary" }),
        ),
        (
            json!({ "discriminator": "kind", "allOf": [{ "$ref": "#/definitions/B" }] }),
            json!({ "discriminator": { "propertyName": "kind" }, "allOf": [{ "$ref": "#/components/schemas/B" }] }),
        ),
        (
            json!({ "properties": { "$ref": { "type": "string" } }, "additionalProperties": { "$ref": "#/definitions/B" } }),
            json!({ "properties": { "$ref": { "type": "string" } },
                    "additionalProperties": { "$ref": "#/components/schemas/B" } }),
        ),
        (
            json!({ "$ref": "#/definitions/B", "description": "b", "x-ms-summary": "B" }),
            json!({ "$ref": "#/components/schemas/B", "description": "b", "x-ms-summary": "B" }),
        ),
        (
            json!({ "type": "object", "x-ms-dynamic-schema": { "operationId": "A", "parameters": { "a": { "parameter": "b" } } } }),
            json!({ "type": "object", "x-ms-dynamic-schema": { "operationId": "A", "parameters": { "a": { "parameter": "b" } } } }),
        ),
    ] {
        let exported = exported(
            json!({ "definitions": { "A": before, "B": {} } }),
            json!({}),
        );
        assert_eq!(
            exported.document.root()["components"]["schemas"]["A"],
            after,
            "{before}"
        );
        assert_eq!(fates(&exported), [], "{before}");
    }
}

#[test]
fn what_stands_beside_a_reference_would_count_and_is_left_out() {
    let schema = json!({ "$ref": "#/definitions/B", "type": "string" });
    let exported = exported(
        json!({ "definitions": { "A": schema, "B": {} } }),
        json!({}),
    );
    let found = &exported.document.root()["components"]["schemas"]["A"];
    assert_eq!(*found, json!({ "$ref": "#/components/schemas/B" }));
    assert_eq!(fates(&exported), [("/definitions/A/type", Fate::Dropped)]);
}

#[test]
fn parameters_say_their_values_by_a_schema() {
    let list = |location: &str, format: &str| json!({ "name": "a", "in": location, "type": "array", "items": { "type": "string" }, "collectionFormat": format });
    let style = |location: &str, format: &str| {
        let (operation, exported) =
            operation(json!({ "operationId": "A", "parameters": [list(location, format)] }));
        let found = operation["parameters"][0].clone();
        (
            found["style"].clone(),
            found["explode"].clone(),
            exported.ledger.entries.len(),
        )
    };
    for (location, format, expected) in [
        ("query", "multi", (json!("form"), json!(true), 0)),
        ("query", "csv", (json!("form"), json!(false), 0)),
        ("query", "ssv", (json!("spaceDelimited"), json!(false), 0)),
        ("query", "pipes", (json!("pipeDelimited"), json!(false), 0)),
        ("query", "tsv", (json!("form"), json!(false), 1)),
        ("header", "csv", (Value::Null, Value::Null, 0)),
        ("header", "pipes", (Value::Null, Value::Null, 1)),
    ] {
        assert_eq!(style(location, format), expected, "{location} {format}");
    }
    let own = json!({ "name": "a", "in": "path", "type": "integer", "format": "int32", "default": 1, "x-ms-summary": "A" });
    let (operation, _) = operation(json!({ "parameters": [own] }));
    assert_eq!(
        operation["parameters"][0],
        json!({ "name": "a", "in": "path", "x-ms-summary": "A", "required": true,
                "schema": { "type": "integer", "format": "int32", "default": 1 } })
    );
}

#[test]
fn bodies_and_forms_are_request_bodies() {
    let body =
        json!({ "name": "pet", "in": "body", "required": true, "schema": { "type": "object" } });
    let (found, _) =
        operation(json!({ "consumes": ["application/json", "text/json"], "parameters": [body] }));
    let content = json!({ "schema": { "type": "object" } });
    assert_eq!(
        found["requestBody"],
        json!({ "x-bodyName": "pet", "required": true, "content": { "application/json": content, "text/json": content } })
    );
    assert_eq!(found.get("parameters"), None);

    let photo = json!({ "name": "photo", "in": "formData", "type": "file", "required": true, "x-ms-summary": "Photo" });
    let name =
        json!({ "name": "name", "in": "formData", "type": "string", "description": "Its name" });
    let (found, _) = operation(json!({ "parameters": [photo, name] }));
    let content = &found["requestBody"]["content"]["multipart/form-data"];
    assert_eq!(
        content["schema"],
        json!({ "type": "object", "required": ["photo"], "properties": {
            "photo": { "type": "string", "format": "binary", "x-ms-summary": "Photo" },
            "name": { "type": "string", "description": "Its name" } } })
    );
}

#[test]
fn responses_have_the_media_types_that_the_operation_produces() {
    let responses = json!({
        "200": { "description": "OK", "schema": { "type": "string" }, "examples": { "text/plain": "a" },
                 "headers": { "X-Next": { "type": "string", "description": "Next" } } },
        "400": { "$ref": "#/responses/Wrong" }, "204": {}
    });
    let get = json!({ "produces": ["application/problem+json"], "responses": responses });
    let wrong = json!({ "description": "Wrong", "schema": {} });
    let exported = exported(
        json!({ "paths": { "/a": { "get": get } }, "responses": { "Wrong": wrong } }),
        json!({}),
    );
    let root = exported.document.root();
    let found = &root["paths"]["/a"]["get"]["responses"];
    assert_eq!(
        found["200"],
        json!({ "description": "OK",
                "headers": { "X-Next": { "description": "Next", "schema": { "type": "string" } } },
                "content": { "application/problem+json": { "schema": { "type": "string" } }, "text/plain": { "example": "a" } } })
    );
    assert_eq!(
        found["400"],
        json!({ "$ref": "#/components/responses/Wrong" })
    );
    let shared = &root["components"]["responses"]["Wrong"]["content"];
    assert_eq!(
        *shared,
        json!({ "application/problem+json": { "schema": {} } })
    );
    assert!(fates(&exported).contains(&("/paths/~1a/get/responses/204", Fate::Added)));
}

#[test]
fn servers_come_of_the_host_or_of_the_policy_that_sets_it() {
    let servers = |policies: Value| {
        let asked = json!({ "type": "string", "uiDefinition": { "description": "Where", "constraints": {
            "allowedValues": [{ "text": "EU", "value": "api" }, { "text": "US", "value": "us" }] } } });
        let properties = json!({ "connectionParameters": { "region": asked }, "policyTemplateInstances": policies });
        let exported = exported(json!({}), properties);
        (
            exported.document.root()["servers"].clone(),
            exported.ledger.entries.len(),
        )
    };
    let policy = |template: &str| json!([{ "templateId": "dynamichosturl", "parameters": { "x-ms-apimTemplateParameter.urlTemplate": template } }]);
    assert_eq!(
        servers(json!([])),
        (json!([{ "url": "https://api.example.com/v1" }]), 1)
    );
    let variable = json!({ "enum": ["api", "us"], "default": "api", "description": "Where" });
    assert_eq!(
        servers(policy(
            "https://@connectionParameters('region').example.com/v1"
        )),
        (
            json!([{ "url": "https://{region}.example.com/v1", "variables": { "region": variable } }]),
            1
        )
    );
    let (found, count) = servers(policy("https://@headers('region').example.com"));
    assert_eq!(
        (found, count),
        (json!([{ "url": "https://api.example.com/v1" }]), 2)
    );
}

#[test]
fn security_is_said_and_what_has_no_place_is_named() {
    let key = json!({ "type": "apiKey", "in": "header", "name": "Authorization" });
    let flow = json!({ "type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://a.example/a",
                       "tokenUrl": "https://a.example/t", "scopes": { "read": "Read" } });
    let policy = |id: &str, value: &str| {
        json!({ "templateId": id, "parameters": { "x-ms-apimTemplateParameter.name": "Authorization",
                "x-ms-apimTemplateParameter.value": value } })
    };
    let policies = json!([
        policy("setheader", "Bearer @connectionParameters('api_key')"),
        policy("setqueryparameter", "a")
    ]);
    let exported = exported(
        json!({ "securityDefinitions": { "k": key, "b": { "type": "basic" }, "o": flow }, "security": [{ "k": [] }] }),
        json!({ "policyTemplateInstances": policies }),
    );
    let root = exported.document.root();
    assert_eq!(
        root["components"]["securitySchemes"],
        json!({ "k": { "type": "http", "scheme": "bearer" }, "b": { "type": "http", "scheme": "basic" },
                "o": { "type": "oauth2", "flows": { "authorizationCode": {
                    "authorizationUrl": "https://a.example/a", "tokenUrl": "https://a.example/t", "scopes": { "read": "Read" } } } } })
    );
    assert_eq!(root["security"], json!([{ "k": [] }]));
    let left = "apiProperties.json#/properties/policyTemplateInstances/1";
    assert_eq!(fates(&exported), [(left, Fate::Dropped)]);
}

#[test]
fn deep_schemas_end() {
    let mut schema = json!({});
    for _ in 0..200 {
        schema = json!({ "items": schema });
    }
    let exported = exported(json!({ "definitions": { "A": schema } }), json!({}));
    assert_eq!(exported.ledger.entries.len(), 1);
}
