//! What imports make, judged by the JSON Schema of the OpenAPI Initiative for Swagger 2.0.

use jsonschema::Validator;
use serde_json::{Value, json};
use tenon_connector::lint::{Profile, Severity, lint};
use tenon_connector::read::read;

use super::corpus::OF_THE_PLATFORM;
use super::samples::{OPENAPI, documents};

fn validator(schema: &str) -> Validator {
    let schema: Value = serde_json::from_str(schema).unwrap();
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
}

fn swagger() -> Validator {
    validator(include_str!("../schemas/swagger-2.0.json"))
}

/// What a schema finds wrong, shortly.
fn faults(validator: &Validator, document: &Value) -> Vec<String> {
    let errors = validator.iter_errors(document);
    let told = errors.map(|error| {
        let message: String = error.to_string().chars().take(200).collect();
        format!("{} {message}", error.instance_path())
    });
    told.take(5).collect()
}

#[test]
fn every_definition_made_of_a_document_or_a_collection_is_valid_swagger() {
    let validator = swagger();
    let folders: Vec<&str> = OPENAPI.into_iter().chain(["postman"]).collect();
    let mut wrong = Vec::new();
    for (name, bytes) in documents(&folders) {
        let imported = read(&name, &bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        let faults = faults(&validator, imported.connector.definition());
        wrong.extend(faults.into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What OpenAPI lets through and Swagger 2.0 does not, all at once.
fn hard() -> Value {
    let of_license = json!({ "url": "../licence", "description": "Documentation" });
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Joints", "version": "1", "summary": "All of them", "termsOfService": "/terms",
                  "contact": { "name": "Ada", "url": "contact us" },
                  "license": { "name": "MIT", "identifier": "MIT", "url": "LICENSE" } },
        "servers": [{ "url": "/v1" }],
        "externalDocs": of_license,
        "tags": [{ "name": "a", "externalDocs": of_license, "parent": "b" }, { "name": "a", "parent": "c" }],
        "security": [{ "o": [], "m": [] }, { "o": [], "n": [] }, {}],
        "paths": { "/a/{id}": {
            "summary": "A path", "servers": [{ "url": "https://{x}.example.com" }],
            "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": ["string", "null"], "enum": ["a", "a", null] } }],
            "get": {
                "tags": ["a", "a"], "externalDocs": of_license,
                "parameters": [
                    { "name": "deep", "in": "query", "style": "deepObject", "schema": { "type": "object", "properties": { "a": { "type": "string" }, "b": { "$ref": "#/components/schemas/Node" } } } },
                    { "name": "any", "in": "query", "content": { "application/json": { "schema": true } } },
                    { "name": "list", "in": "query", "schema": { "type": "array", "items": { "type": "array", "items": { "oneOf": [{ "type": "string" }, { "type": "integer" }] } } } },
                    { "name": "c", "in": "cookie", "schema": {} }
                ],
                "responses": { "4XX": { "description": "Wrong", "headers": { "X-A": { "schema": { "$ref": "#/components/schemas/Node" } } } },
                               "200": { "description": "OK", "content": { "image/png": {}, "application/json": { "schema": false } }, "links": {} } }
            },
            "post": {
                "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "required": ["file", "file"],
                    "properties": { "file": { "type": "string", "contentMediaType": "image/png" }, "meta": { "$ref": "#/components/schemas/Node" },
                                    "files": { "type": "array", "items": { "type": "string", "format": "binary" } } } } } } },
                "responses": {}
            },
            "put": { "requestBody": { "content": {} } }
        } },
        "components": {
            "securitySchemes": {
                "o": { "type": "oauth2", "flows": { "authorizationCode": { "authorizationUrl": "authorize", "tokenUrl": "", "scopes": {} } } },
                "m": { "type": "mutualTLS" }, "n": { "type": "http", "scheme": "negotiate" },
                "open": { "type": "openIdConnect", "openIdConnectUrl": "/.well-known/openid-configuration" }
            },
            "schemas": {
                "Node": { "type": "object", "required": ["$ref", "$ref"], "xml": { "name": "n", "namespace": "not an address", "nodeType": "element" },
                          "externalDocs": of_license, "discriminator": { "propertyName": "next", "mapping": {} },
                          "properties": { "next": { "$ref": "#/components/schemas/Node", "description": "The next" }, "$ref": { "type": "string" } } },
                "Nothing": { "enum": [] }, "One": { "const": null }, "All": true, "None": false,
                "Bounds": { "exclusiveMinimum": 1, "exclusiveMaximum": 123_456_789_012_345_678_901_234_567_890.0_f64 },
                "Pair": { "type": "array", "prefixItems": [{ "type": "string" }, { "type": "number" }] },
                "Odd": { "type": ["string", "integer"], "if": {}, "then": {}, "$comment": "c", "examples": ["a"], "unevaluatedProperties": false },
                "Choice": { "oneOf": [{ "$ref": "#/components/schemas/Node" }, { "type": "null" }] }
            }
        },
        "webhooks": { "made": { "post": { "responses": {} } } }
    })
}

#[test]
fn what_openapi_allows_and_swagger_does_not_is_lowered() {
    let imported = read("hard.json", hard().to_string().as_bytes()).unwrap();
    let definition = imported.connector.definition();
    let faults = faults(&swagger(), definition);
    assert!(faults.is_empty(), "{faults:#?}\n{definition:#}");
    for finding in lint(&imported.connector, Profile::Custom) {
        assert!(
            finding.severity != Severity::Error || OF_THE_PLATFORM.contains(&finding.rule.id),
            "{} {} {}",
            finding.rule.id,
            finding.path,
            finding.message
        );
    }
}
