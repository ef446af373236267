//! What is written as OpenAPI 3.1, judged by the JSON Schemas of the OpenAPI Initiative: that of documents, together with
//! the dialect of the schemas in them.

use jsonschema::{Registry, Validator};
use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::document::Document;
use tenon_connector::read::read;
use tenon_connector::write::openapi::to_openapi;

use super::samples::{OPENAPI, connectors, documents};

/// The schemas by their addresses; the first refers to the others.
const SCHEMAS: [(&str, &str); 3] = [
    (
        "https://spec.openapis.org/oas/3.1/schema",
        include_str!("../schemas/openapi-3.1/document.json"),
    ),
    (
        "https://spec.openapis.org/oas/3.1/dialect/base",
        include_str!("../schemas/openapi-3.1/dialect.json"),
    ),
    (
        "https://spec.openapis.org/oas/3.1/meta/base",
        include_str!("../schemas/openapi-3.1/meta.json"),
    ),
];

fn validator() -> Validator {
    let parse = |text: &str| -> Value { serde_json::from_str(text).unwrap() };
    let base = parse(include_str!("../schemas/openapi-3.1/document-base.json"));
    let mut registry = Registry::new();
    for (address, text) in SCHEMAS {
        registry = registry.add(address, parse(text)).unwrap();
    }
    let registry = registry.prepare().unwrap();
    let options = jsonschema::options();
    let options = options.with_registry(&registry);
    options.should_validate_formats(true).build(&base).unwrap()
}

/// What the schemas find wrong in a connector written as OpenAPI 3.1, shortly.
fn faults(validator: &Validator, connector: &Connector) -> Vec<String> {
    let exported = to_openapi(connector);
    let errors = validator.iter_errors(exported.document.root());
    let told = errors.map(|error| {
        let message: String = error.to_string().chars().take(200).collect();
        format!(
            "{} {} {message}",
            error.instance_path(),
            error.schema_path()
        )
    });
    told.take(5).collect()
}

#[test]
fn every_connector_and_every_file_is_valid_openapi() {
    let validator = validator();
    let folders: Vec<&str> = OPENAPI.into_iter().chain(["postman"]).collect();
    let imported = documents(&folders).into_iter().map(|(name, bytes)| {
        let imported = read(&name, &bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, imported.connector)
    });
    let mut wrong = Vec::new();
    for (name, connector) in connectors().into_iter().chain(imported) {
        let faults = faults(&validator, &connector);
        wrong.extend(faults.into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// A connector with this definition.
fn connector(definition: Value) -> Connector {
    Connector::new(Document::new(definition), Document::new(json!({})))
}

#[test]
fn the_schemas_find_what_is_wrong() {
    let validator = validator();
    let sound = to_openapi(&connector(json!({ "swagger": "2.0", "paths": {} })));
    assert!(validator.is_valid(sound.document.root()));
    for wrong in [
        json!({ "components": { "schemas": { "A B": {} } } }),
        json!({ "components": { "schemas": { "A": { "type": "file" } } } }),
        json!({ "components": { "schemas": { "A": { "discriminator": "kind" } } } }),
        json!({ "paths": { "a": {} } }),
    ] {
        let mut document = sound.document.root().clone();
        let members = wrong.as_object().unwrap().clone();
        document.as_object_mut().unwrap().extend(members);
        assert!(!validator.is_valid(&document), "{wrong}");
    }
}

/// What nobody checked in a definition, all at once.
const HARD: &str = r##"{
    "swagger": "2.0",
    "info": { "title": 7, "version": 1.1, "termsOfService": "Ask your dealer", "logo": {},
              "contact": { "name": "Ada", "url": "https://a.example/{b c}", "email": "ada at example" }, "license": { "url": "x" } },
    "host": "api.example.com", "schemes": ["https"], "unknown": [],
    "externalDocs": { "description": "None" },
    "tags": [{ "name": "a", "externalDocs": { "url": "https://a.example/{b}" } }, { "description": "no name" }, "b"],
    "security": [{ "API Key": [] }, {}, "API Key"],
    "securityDefinitions": {
        "API Key": { "type": "apiKey", "in": "header", "name": "X-Key", "description": 1 },
        "API_Key": { "type": "apiKey", "in": "body", "name": "X-Key" },
        "Sign in": { "type": "oauth2", "flow": "accessCode", "authorizationUrl": "ask me", "scopes": { "a": 1, "b": null } }
    },
    "parameters": { "The page": { "name": "page", "in": "query", "type": "integer", "required": "yes" },
                    "No name": { "in": "query", "type": "string" },
                    "Body <T>": { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/List<Pet>" } } },
    "responses": { "Not found": { "description": 404, "schema": { "$ref": "#/definitions/An%20error" } } },
    "paths": {
        "pets": { "get": { "responses": { "200": { "$ref": "#/responses/Not%20found" }, "2xx": { "description": "" }, "0": {} } } },
        "/pets/{id}": {
            "$ref": "#/paths/pets with {braces}", "x-ms-notification-content": { "schema": { "$ref": "#/definitions/A pet" } },
            "get": {
                "operationId": 7, "tags": "a", "deprecated": "no", "externalDocs": {}, "security": [{ "Sign in": ["a", 1] }],
                "parameters": [
                    { "$ref": "#/parameters/The page" }, { "$ref": "#/parameters/Body <T>" }, { "$ref": "#/parameters/None" },
                    { "$ref": "#/parameters/No name" },
                    { "name": "id", "in": "path", "type": "string", "minLength": "1", "allowEmptyValue": true },
                    { "name": "c", "in": "cookie", "type": "string" }
                ],
                "responses": {}
            }
        },
        "/none": null
    },
    "definitions": {
        "List<Pet>": { "type": "array", "items": { "$ref": "#/definitions/A pet" } },
        "A pet": { "type": "object", "discriminator": "kind", "required": ["kind"], "properties": { "kind": { "type": "string", "required": true } } },
        "A cat": { "allOf": [{ "$ref": "#/definitions/A pet" }, { "type": "Object" }] },
        "Cat": { "allOf": [{ "$ref": "#/definitions/A cat" }] },
        "An error": { "title": 1, "description": null, "format": 1, "pattern": 1, "enum": "a", "type": "String", "required": ["a", "a"],
                      "minLength": -1, "maxItems": 1.5, "minimum": "0", "exclusiveMinimum": "0", "multipleOf": 0, "uniqueItems": "yes",
                      "readOnly": "true", "allOf": [], "anyOf": {}, "properties": [], "items": [], "xml": { "name": 1, "namespace": "a b" },
                      "externalDocs": { "url": "a b" }, "$id": "#a b", "$schema": "x y", "$ref": 1, "discriminator": {},
                      "patternProperties": { "^a": { "type": "file", "x-nullable": true } }, "$defs": { "a": 1 },
                      "additionalProperties": "any", "not": 1 },
        "": { "type": ["string", "null"] }
    }
}"##;

fn hard() -> Value {
    serde_json::from_str(HARD).unwrap()
}

#[test]
fn what_nobody_checked_is_left_out_or_made_fit() {
    let connector = connector(hard());
    let faults = faults(&validator(), &connector);
    let exported = to_openapi(&connector);
    let root = exported.document.root();
    assert!(faults.is_empty(), "{}\n{root:#}", faults.join("\n"));
    let pointers: Vec<&str> = exported
        .ledger
        .entries
        .iter()
        .map(|entry| entry.pointer.as_str())
        .collect();
    for pointer in [
        "/info/title",
        "/info/termsOfService",
        "/info/contact/email",
        "/info/license",
        "/tags/1",
        "/security/2",
        "/securityDefinitions/API Key",
        "/securityDefinitions/API_Key",
        "/parameters/The page",
        "/definitions/List<Pet>",
        "/paths/pets",
        "/paths/pets/get/responses/2xx",
        "/paths/~1pets~1{id}/get/responses",
        "/definitions/An error/type",
        "/definitions/An error/$ref",
        "/definitions/",
    ] {
        assert!(
            pointers.contains(&pointer),
            "{pointer} is not named in {pointers:#?}"
        );
    }
}

#[test]
fn what_refers_to_a_renamed_thing_follows_it() {
    let exported = to_openapi(&connector(hard()));
    let root = exported.document.root();
    let schemas = &root["components"]["schemas"];
    assert_eq!(
        schemas["List_Pet"]["items"]["$ref"],
        "#/components/schemas/A_pet"
    );
    assert_eq!(
        schemas["A_pet"]["discriminator"],
        json!({ "propertyName": "kind", "mapping": { "A pet": "#/components/schemas/A_pet", "A cat": "#/components/schemas/A_cat" } })
    );
    let get = &root["paths"]["/pets/{id}"]["get"];
    assert_eq!(
        get["parameters"][0]["$ref"],
        "#/components/parameters/The_page"
    );
    assert_eq!(get["security"], json!([{ "Sign_in": ["a"] }]));
    assert_eq!(
        get["requestBody"]["content"]["application/json"]["schema"]["$ref"],
        "#/components/schemas/List_Pet"
    );
    let found = &root["paths"]["/pets"]["get"]["responses"]["200"]["$ref"];
    assert_eq!(*found, "#/components/responses/Not_found");
    let error =
        &root["components"]["responses"]["Not_found"]["content"]["application/json"]["schema"];
    assert_eq!(error["$ref"], "#/components/schemas/An_error");
    assert_eq!(root["security"], json!([{ "API_Key2": [] }, {}]));
    let notified = &root["paths"]["/pets/{id}"]["x-ms-notification-content"]["schema"];
    assert_eq!(notified["$ref"], "#/definitions/A_pet");
}
