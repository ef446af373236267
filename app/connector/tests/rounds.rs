//! Sources that change again and again: what the maker made of the first import stands.
#![cfg(feature = "yaml")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use serde_json::{Value, json};
use tenon_connector::document::Path;
use tenon_connector::merge::merge;
use tenon_connector::read::read;
use tenon_connector::swagger::operations;
use tenon_connector::{Connector, Part};

/// A description as it is in one round: each adds an operation, takes the one of four rounds before away, writes all
/// texts that the maker did not write anew, and widens a schema.
fn source(round: usize) -> Value {
    let schema = json!({ "type": "object", "properties": {
        "id": { "type": "string", "description": format!("The number, as of {round}") },
        format!("added{round}"): { "type": ["string", "null"] }
    } });
    let own = json!({ "get": {
        "operationId": "ListTides", "summary": "List", "description": format!("All tides, as of {round}"),
        "parameters": [{ "name": "day", "in": "query", "schema": { "type": "string" }, "description": format!("Day {round}") }],
        "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Tide" } } } } }
    } });
    let mut paths = json!({ "/tides": own });
    for number in round.saturating_sub(3)..=round {
        paths[format!("/round/{number}")] = json!({ "post": {
            "operationId": format!("Round{number}"), "responses": { "4XX": { "description": "Wrong" } }
        } });
    }
    json!({
        "openapi": "3.1.0", "info": { "title": "Tides", "version": format!("1.{round}") },
        "servers": [{ "url": format!("https://v{round}.example.com") }],
        "security": [{ "key": [] }],
        "paths": paths,
        "components": {
            "schemas": { "Tide": schema },
            "securitySchemes": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } }
        }
    })
}

fn imported(round: usize) -> Connector {
    let text = source(round).to_string();
    read("tides.json", text.as_bytes()).unwrap().connector
}

/// What the maker wrote: a place and the value there.
fn edits() -> [(Part, Path, Value); 7] {
    let operation = Path::of(["paths", "/tides", "get"]);
    let property = Path::of(["definitions", "Tide", "properties", "id"]);
    let connection = Path::of(["properties", "connectionParameters", "api_key"]);
    [
        (
            Part::Definition,
            Path::of(["info", "title"]),
            json!("High water"),
        ),
        (
            Part::Definition,
            operation.join("summary"),
            json!("List the tides"),
        ),
        (
            Part::Definition,
            operation.join("x-ms-visibility"),
            json!("important"),
        ),
        (
            Part::Definition,
            property.join("x-ms-summary"),
            json!("Number"),
        ),
        (Part::Definition, property.join("format"), json!("uuid")),
        (
            Part::Properties,
            connection.join("uiDefinition").join("displayName"),
            json!("Your key"),
        ),
        (
            Part::Properties,
            Path::of(["properties", "iconBrandColor"]),
            json!("#123456"),
        ),
    ]
}

fn expect_edits(connector: &Connector, round: usize) {
    for (part, path, value) in edits() {
        assert_eq!(
            connector.get(part, &path),
            Some(&value),
            "round {round}: {path}"
        );
    }
}

#[test]
fn the_edits_of_the_maker_survive_ten_rounds_of_changed_sources() {
    let mut last = imported(0);
    let mut today = last.clone();
    for (part, path, value) in edits() {
        let edit = today.set(part, &path, Some(value)).unwrap();
        today.apply(&edit).unwrap();
    }
    for round in 1..=10 {
        let next = imported(round);
        let merged = merge(&last, &today, &next);
        assert_eq!(merged.conflicts, [], "round {round}");
        (last, today) = (next, merged.connector);
        expect_edits(&today, round);
        expect_source(&today, round);
    }
}

/// What the maker left alone is as the source has it now.
fn expect_source(connector: &Connector, round: usize) {
    let definition = connector.definition();
    let get = &definition["paths"]["/tides"]["get"];
    assert_eq!(get["description"], format!("All tides, as of {round}"));
    assert_eq!(get["parameters"][0]["description"], format!("Day {round}"));
    assert_eq!(definition["host"], format!("v{round}.example.com"));
    let properties = definition["definitions"]["Tide"]["properties"]
        .as_object()
        .unwrap();
    let added = format!("added{round}");
    assert_eq!(properties.keys().collect::<Vec<_>>(), ["id", &added]);
    let ids: Vec<&str> = operations(definition)
        .map(|operation| operation.operation_id())
        .collect();
    let mut expected = vec!["ListTides".to_owned()];
    expected.extend((round.saturating_sub(3)..=round).map(|number| format!("Round{number}")));
    assert_eq!(ids, expected, "round {round}");
}

#[test]
fn what_both_changed_is_a_conflict_that_the_maker_can_win_in_each_round() {
    let mut last = imported(0);
    let description = Path::of(["paths", "/tides", "get", "description"]);
    let mine = json!("Mine");
    let mut today = last.clone();
    let edit = today
        .set(Part::Definition, &description, Some(mine.clone()))
        .unwrap();
    today.apply(&edit).unwrap();
    for round in 1..=10 {
        let next = imported(round);
        let merged = merge(&last, &today, &next);
        let [conflict] = merged.conflicts.as_slice() else {
            panic!("round {round}: {:?}", merged.conflicts);
        };
        assert_eq!(
            (&conflict.path, conflict.mine.as_ref()),
            (&description, Some(&mine))
        );
        (last, today) = (next, merged.connector);
        let edit = conflict.take_mine(&today).unwrap();
        today.apply(&edit).unwrap();
        assert_eq!(today.get(Part::Definition, &description), Some(&mine));
    }
}
