//! What is written as a Postman collection, judged by the JSON Schema that Postman publishes of its collections 2.1.

use jsonschema::Validator;
use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::document::Document;
use tenon_connector::read::read;
use tenon_connector::write::postman::to_postman;

use super::samples::{OPENAPI, connectors, documents};

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(include_str!("../schemas/postman-2.1.json")).unwrap();
    jsonschema::draft7::new(&schema).unwrap()
}

/// What the schema finds wrong in a connector written as a collection, shortly.
fn faults(validator: &Validator, connector: &Connector) -> Vec<String> {
    let exported = to_postman(connector);
    // It takes far longer to say what is wrong than that nothing is.
    if validator.is_valid(exported.document.root()) {
        return Vec::new();
    }
    let errors = validator.iter_errors(exported.document.root());
    let told = errors.map(|error| {
        let message: String = error.to_string().chars().take(200).collect();
        format!("{} {message}", error.instance_path())
    });
    told.take(5).collect()
}

#[test]
fn every_connector_and_every_file_is_a_valid_collection() {
    let validator = validator();
    let folders: Vec<&str> = OPENAPI.into_iter().chain(["openapi2", "postman"]).collect();
    let mut wrong = Vec::new();
    let mut judge = |name: &str, connector: &Connector| {
        let faults = faults(&validator, connector);
        wrong.extend(faults.into_iter().map(|fault| format!("{name}: {fault}")));
    };
    for (name, connector) in connectors() {
        judge(&name, &connector);
    }
    for (name, bytes) in documents(&folders) {
        // Some documents of Swagger 2.0 are broken, and refused.
        if let Ok(imported) = read(&name, &bytes) {
            judge(&name, &imported.connector);
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_schema_finds_what_is_wrong() {
    let validator = validator();
    let definition = json!({
        "swagger": "2.0", "info": { "title": "Joints", "version": "1" }, "host": "api.example.com",
        "paths": { "/joints": { "post": {
            "operationId": "AddJoint", "consumes": ["application/x-www-form-urlencoded"],
            "parameters": [{ "name": "wood", "in": "formData", "type": "string" }],
            "responses": { "200": { "description": "OK" } }
        } } }
    });
    let connector = Connector::new(Document::new(definition), Document::new(json!({})));
    let sound = to_postman(&connector);
    let sound = sound.document.root();
    assert!(validator.is_valid(sound), "{sound:#}");
    for (pointer, wrong) in [
        ("/info/name", json!(7)),
        ("/item", json!({})),
        ("/item/0/request/method", json!(null)),
        ("/item/0/request/url/path", json!(7)),
        ("/item/0/request/body/mode", json!("form")),
        ("/item/0/request/body/urlencoded/0/key", json!(1)),
    ] {
        let mut document = sound.clone();
        let place = document.pointer_mut(pointer);
        *place.unwrap_or_else(|| panic!("no {pointer} in {sound:#}")) = wrong;
        assert!(!validator.is_valid(&document), "{pointer}");
    }
}
