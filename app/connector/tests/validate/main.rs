//! Answers against their definition: what is found, what makes it fit, and what comes of many.
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, reads files, and makes a thread for its small stack"
)]

mod answers;
mod corpus;
mod depth;
mod drift;
mod fit;
mod laws;
#[path = "../samples/mod.rs"]
mod samples;
mod schemas;

use std::borrow::Cow;

use serde_json::{Value, json};
use tenon_connector::document::{Action, Document};
use tenon_connector::swagger::{Method, OperationKey};
use tenon_connector::validate::{Answer, Content, Fit, Place, Violation, Violations};
use tenon_connector::{Connector, Part};

/// A definition whose one operation, `GET /joints`, has these responses.
fn definition(responses: Value) -> Value {
    json!({
        "swagger": "2.0", "host": "api.example.com", "produces": ["application/json"],
        "paths": { "/joints": { "get": { "responses": responses } } },
        "definitions": {
            "Joint": { "type": "object", "title": "A joint", "required": ["name"], "properties": {
                "name": { "type": "string", "x-ms-summary": "Name" },
                "size": { "type": "integer", "format": "int32" },
                "parts": { "type": "array", "items": { "$ref": "#/definitions/Joint" } }
            } },
            "Named": { "type": "object", "discriminator": "kind", "required": ["kind"], "properties": { "kind": { "type": "string" } } },
            "Dovetail": { "allOf": [{ "$ref": "#/definitions/Named" }], "properties": { "angle": { "type": "number" } } },
            "Bridle": { "x-ms-discriminator-value": "bridle-joint", "allOf": [{ "$ref": "#/definitions/Named" }],
                "properties": { "depth": { "type": "integer" } } }
        }
    })
}

fn key() -> OperationKey {
    OperationKey::new("/joints", Method::Get)
}

fn answer(status: u16, body: Value) -> Answer {
    Answer {
        status,
        headers: vec![(
            "Content-Type".to_owned(),
            "application/json; charset=utf-8".to_owned(),
        )],
        content: Content::Json(body),
    }
}

fn body_place(violation: &Violation) -> &str {
    match &violation.place {
        Place::Body(pointer) => pointer,
        _ => "elsewhere",
    }
}

/// The places in the body with what is wrong there.
fn found(violations: &Violations) -> Vec<(&str, Cow<'static, str>)> {
    let found = violations.found.iter();
    let message = |violation: &Violation| Cow::from(violation.message.to_string());
    found
        .map(|violation| (body_place(violation), message(violation)))
        .collect()
}

/// The definition after the edits; undoing them brings back what was there, to the letter.
fn after(definition: &Value, fit: &Fit) -> Value {
    let mut connector = Connector::new(Document::new(definition.clone()), Document::new(json!({})));
    let before = connector.part(Part::Definition).to_text();
    let action = Action::new("Make the schema fit", fit.edits.clone());
    let undo = connector.apply_action(&action).unwrap();
    let fitted = connector.definition().clone();
    connector.apply_action(&undo).unwrap();
    assert_eq!(connector.part(Part::Definition).to_text(), before);
    fitted
}
