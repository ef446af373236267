//! How long it takes to compare and to merge versions of a large connector: `cargo bench -p tenon-connector --bench diff`.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement reads the clock, says its result on the terminal and stops when something is wrong"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::diff::diff;
use tenon_connector::document::Document;
use tenon_connector::merge::merge;

const ROUNDS: u32 = 20;

fn main() {
    // Test runs call every target; only a measurement is worth its time.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let base = connector(|_, _| {});
    let one = connector(|number, operation| {
        if number == 500 {
            operation["parameters"][3]["type"] = json!("integer");
        }
    });
    let many = connector(|_, operation| operation["summary"] = json!("Fetch a thing"));
    println!("1,000 operations, median of {ROUNDS} rounds");
    let same = base.clone();
    measure("diff, nothing changed", || diff(&base, &same));
    measure("diff, one parameter changed", || diff(&base, &one));
    measure("diff, every operation changed", || diff(&base, &many));
    measure("action to a version with one change", || {
        base.action_to(&one, "Restore")
    });
    let mut present = base.clone();
    measure("an edit and its undo", || {
        let action = present.action_to(&one, "Edit");
        let undo = present.apply_action(&action).unwrap();
        present.apply_action(&undo).unwrap()
    });
    measure("merge of both", || merge(&base, &one, &many));
}

fn measure<T>(what: &str, mut work: impl FnMut() -> T) {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    println!("{what:>40}: {:?}", times[times.len() / 2]);
}

fn connector(change: impl Fn(usize, &mut Value)) -> Connector {
    let mut root = Connector::blank("Made up").definition().clone();
    for number in 0..1000 {
        let schema = json!({ "$ref": format!("#/definitions/Thing{}", number % 100) });
        let responses = json!({ "200": { "description": "OK", "schema": schema } });
        let parameters: Vec<Value> = (0..10)
            .map(|n| json!({ "name": format!("p{n}"), "in": "query", "type": "string", "x-ms-summary": "A parameter" }))
            .collect();
        let mut operation = json!({
            "operationId": format!("GetThing{number}"),
            "summary": "Get a thing",
            "parameters": parameters,
            "responses": responses
        });
        change(number, &mut operation);
        root["paths"][format!("/things/{number}")]["get"] = operation;
        root["definitions"][format!("Thing{}", number % 100)] =
            json!({ "type": "object", "properties": { "name": { "type": "string" } } });
    }
    Connector::new(
        Document::new(root),
        Document::new(Connector::blank_properties()),
    )
}
