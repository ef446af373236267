//! What schemas reach, and what it costs to find that out.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Map, Value, json};

use super::super::{Book, Uses};
use super::*;
use crate::Connector;
use crate::document::Document;

fn connector(definitions: Value) -> Connector {
    let definition = json!({ "swagger": "2.0", "definitions": definitions });
    Connector::new(Document::new(definition), Document::new(json!({})))
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}

/// Schemas each of which refers to several others, all in circles, and as many that lead there.
fn dense(count: usize) -> Connector {
    let mut all = Map::new();
    for index in 0..count {
        let next = |step: usize| reference(&format!("S{}", (index * 7 + step) % count));
        let properties: Map<_, _> = (0..20)
            .map(|step| (format!("p{step}"), next(step)))
            .collect();
        all.insert(
            format!("S{index}"),
            json!({ "type": "object", "properties": properties }),
        );
        all.insert(
            format!("A{index}"),
            json!({ "type": "array", "items": next(0) }),
        );
    }
    connector(Value::Object(all))
}

/// The steps that it takes to ask about each schema.
fn steps(connector: &Connector) -> usize {
    let uses = Uses::default();
    let model = Model::of(connector, &uses, Book::default());
    let all = connector.definition()["definitions"].as_object().unwrap();
    for schema in all.values() {
        let reached = model.reach(schema).unwrap();
        model.has_more_schemas(&[reached], 512);
        model.has_more_schemas(&[reached, reached], 16_384);
        model.has_more_levels(reached, 50);
    }
    let reaches = model.reaches.borrow();
    reaches.steps
}

#[test]
fn the_work_grows_as_the_document_does() {
    let [small, large] = [100, 800].map(|count| steps(&dense(count)));
    assert!(
        large <= 9 * small,
        "{small} steps, and {large} of a document eight times as large"
    );
    let ring = |count: usize| {
        let all = (0..count).map(|index| {
            let next = reference(&format!("S{}", (index + 1) % count));
            (
                format!("S{index}"),
                json!({ "properties": { "next": next } }),
            )
        });
        connector(Value::Object(all.collect()))
    };
    let [small, large] = [100, 800].map(|count| steps(&ring(count)));
    assert!(
        large <= 9 * small,
        "{small} steps, and {large} of a ring eight times as large"
    );
}

#[test]
fn what_is_shared_counts_once_and_stands_on_its_highest_level() {
    let leaf = json!({ "type": "string" });
    let connector = connector(json!({
        "Top": { "properties": { "a": reference("Left"), "b": reference("Right"), "c": reference("Deep") } },
        "Left": { "properties": { "end": reference("End") } },
        "Right": { "properties": { "end": reference("End"), "top": { "items": reference("Right") } } },
        "Deep": { "items": { "items": { "items": reference("End") } } },
        "End": { "properties": { "text": leaf } }
    }));
    let uses = Uses::default();
    let model = Model::of(&connector, &uses, Book::default());
    let reach = |name: &str| {
        model
            .reach(&connector.definition()["definitions"][name])
            .unwrap()
    };
    for (name, schemas, levels) in [
        ("End", 2, 2),
        ("Left", 3, 3),
        ("Right", 4, 3),
        ("Top", 9, 5),
    ] {
        let reached = reach(name);
        assert!(model.has_more_schemas(&[reached], schemas - 1), "{name}");
        assert!(!model.has_more_schemas(&[reached], schemas), "{name}");
        assert!(model.has_more_levels(reached, levels - 1), "{name}");
        assert!(!model.has_more_levels(reached, levels), "{name}");
    }
}
