//! Requests: whatever goes in comes out on the other side, read by decoders that are not Tenon's.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and asks the shell of this machine"
)]

mod bodies;
mod curl;
mod forms;
mod lists;
mod xml;

use serde_json::{Value, json};
use tenon_connector::request::{Inputs, PreparedRequest, RequestError, prepare};
use tenon_connector::swagger::{Method, OperationKey};

/// The request of the one operation of a definition, `POST /joints`.
fn post(operation: Value, inputs: &Inputs) -> Result<PreparedRequest, RequestError> {
    let definition = json!({
        "swagger": "2.0", "host": "api.example.com", "schemes": ["https"],
        "paths": { "/joints": { "post": operation } },
        "definitions": { "Joint": { "type": "object", "properties": {
            "id": { "type": "integer", "xml": { "attribute": true } },
            "wood": { "type": "string" },
            "cuts": { "type": "array", "xml": { "name": "Cuts", "wrapped": true }, "items": { "type": "number", "xml": { "name": "Cut" } } },
            "tags": { "type": "array", "items": { "type": "string" } },
            "maker": { "type": "object", "xml": { "name": "Maker", "prefix": "m", "namespace": "urn:makers" } }
        } } }
    });
    prepare(
        &definition,
        &OperationKey::new("/joints", Method::Post),
        inputs,
    )
}

fn body_text(request: &PreparedRequest) -> &str {
    std::str::from_utf8(request.body.as_deref().unwrap()).unwrap()
}

/// The pairs of a query or a form, as a service decodes them.
fn pairs(encoded: &str) -> Vec<(String, String)> {
    let decoded = |text: &str| {
        percent_encoding::percent_decode_str(&text.replace('+', " "))
            .decode_utf8()
            .unwrap()
            .into_owned()
    };
    let pieces = encoded.split('&').filter(|piece| !piece.is_empty());
    pieces
        .map(|piece| {
            let (name, value) = piece.split_once('=').unwrap();
            (decoded(name), decoded(value))
        })
        .collect()
}

#[test]
fn what_tells_operations_of_one_address_apart_is_not_sent() {
    let definition = json!({
        "swagger": "2.0", "host": "api.example.com", "schemes": ["https"],
        "paths": { "/{a}?v=1#Action=List": { "get": { "parameters": [
            { "name": "a", "in": "path", "required": true, "type": "string" },
            { "name": "n", "in": "query", "type": "integer" }
        ] } } }
    });
    let inputs = Inputs::default()
        .with(tenon_connector::swagger::Location::Path, "a", "x#y")
        .with(tenon_connector::swagger::Location::Query, "n", 7);
    let key = OperationKey::new("/{a}?v=1#Action=List", Method::Get);
    let request = prepare(&definition, &key, &inputs).unwrap();
    assert_eq!(request.url, "https://api.example.com/x%23y?v=1&n=7");
}
