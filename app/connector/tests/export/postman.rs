//! A connector as a Postman collection, and read again.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::document::Document;
use tenon_connector::read::{Fate, Format, PostmanVersion, read};
use tenon_connector::swagger::operations;
use tenon_connector::write::postman::to_postman;

fn connector() -> Connector {
    let definition = json!({
        "swagger": "2.0", "info": { "title": "Pets", "version": "1.0", "description": "All pets." },
        "host": "api.example.com", "basePath": "/v1", "schemes": ["https"],
        "consumes": ["application/json"], "produces": ["application/json"],
        "securityDefinitions": { "key": { "type": "apiKey", "name": "X-Key", "in": "header" } },
        "security": [{ "key": [] }],
        "tags": [{ "name": "pets", "description": "The animals." }],
        "definitions": { "Pet": { "type": "object", "properties": { "name": { "type": "string", "x-ms-summary": "Name" } } } },
        "paths": {
            "/pets/{id}": { "get": {
                "operationId": "GetPet", "summary": "Get a pet", "tags": ["pets"],
                "parameters": [
                    { "name": "id", "in": "path", "required": true, "type": "string" },
                    { "name": "fields", "in": "query", "type": "string" },
                    { "name": "X-Trace", "in": "header", "type": "string", "required": true, "default": "on" }
                ],
                "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Pet" } }, "default": { "description": "Wrong" } }
            } },
            "/pets": { "post": {
                "operationId": "AddPet", "summary": "Add a pet", "security": [],
                "parameters": [{ "name": "body", "in": "body", "required": true, "schema": { "$ref": "#/definitions/Pet" } }],
                "responses": { "201": { "description": "Added" } }
            } }
        }
    });
    let properties = json!({ "properties": {} });
    Connector::new(Document::new(definition), Document::new(properties))
}

/// Method, whole path without the names in it, and parameters other than the body of each operation.
fn calls(connector: &Connector) -> BTreeSet<(String, String, BTreeSet<String>)> {
    let definition = connector.definition();
    let base = definition["basePath"].as_str().unwrap_or_default();
    let base = base.trim_end_matches('/');
    let call = |operation: tenon_connector::swagger::Operation<'_>| {
        let path = format!("{base}{}", operation.path_name());
        let parameters = operation.parameters();
        let named = parameters.iter().map(|parameter| {
            let location = parameter.location().map(|location| location.as_str());
            match location {
                Some("body") => "body".to_owned(),
                location => format!("{location:?} {}", parameter.name()),
            }
        });
        (
            operation.key().method.verb().to_owned(),
            path,
            named.collect(),
        )
    };
    operations(definition).map(call).collect()
}

#[test]
fn every_operation_is_there_again_with_its_path_and_parameters() {
    let connector = connector();
    let text = to_postman(&connector).document.to_text();
    assert_eq!(
        text,
        to_postman(&connector).document.to_text(),
        "the same bytes"
    );
    let again = read("collection.json", text.as_bytes()).unwrap();
    assert_eq!(again.format, Format::Postman(PostmanVersion::V21));
    assert_eq!(calls(&again.connector), calls(&connector));
}

#[test]
fn requests_stand_in_folders_and_sign_in_with_variables() {
    let exported = to_postman(&connector());
    let root = exported.document.root();
    let at = |pointer: &str| root.pointer(pointer).cloned().unwrap_or(Value::Null);
    assert_eq!(at("/item/0/name"), "pets");
    assert_eq!(at("/item/0/description"), "The animals.");
    assert_eq!(at("/item/0/item/0/request/url/raw"), "{{baseUrl}}/pets/:id");
    assert_eq!(
        at("/item/0/item/0/response/0/body"),
        "{\n  \"name\": \"\"\n}"
    );
    assert_eq!(at("/item/1/request/auth/type"), "noauth");
    assert_eq!(at("/auth/type"), "apikey");
    assert_eq!(at("/variable/0/value"), "https://api.example.com/v1");
    assert_eq!(at("/variable/1/key"), "apiKey");
    let dropped = exported.ledger.entries.iter();
    let dropped = dropped.filter(|entry| entry.fate == Fate::Dropped);
    let pointers: Vec<&str> = dropped.map(|entry| entry.pointer.as_str()).collect();
    assert_eq!(
        pointers,
        [
            "/paths/~1pets~1{id}/get/responses/default",
            "/definitions/Pet/properties/name/x-ms-summary"
        ]
    );
}
