//! How long it takes to read, edit and write a large definition: `cargo bench -p tenon-connector`.
//!
//! `TENON_BENCH` names the file; without it a definition of a thousand operations is made up.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement reads a file and the clock, says its result on the terminal and stops when something is wrong"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tenon_connector::document::{Change, Document, Edit, Path};
use tenon_connector::{Connector, Part};

const ROUNDS: u32 = 20;

fn main() {
    // Test runs call every target; only a measurement is worth its time.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let bytes = match std::env::var_os("TENON_BENCH") {
        Some(file) => std::fs::read(file).unwrap(),
        None => made_up(),
    };
    println!("{} bytes, median of {ROUNDS} rounds", bytes.len());
    let text = String::from_utf8(bytes.clone()).unwrap();
    measure("serde_json alone", || {
        serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')).unwrap()
    });
    measure("read", || Document::read(&bytes).unwrap());
    let (document, _) = Document::read(&bytes).unwrap();
    measure("write, untouched", || document.to_text());
    let fresh = Document::new(document.root().clone());
    measure("write, not read from a text", || fresh.to_text());
    let mut connector = Connector::new(document, Document::new(json!({})));
    let mut number = 0;
    let mut edit = |connector: &mut Connector| {
        number += 1;
        let place = Path::of(["info", "title"]);
        let title = Some(json!(format!("Title {number}")));
        let edit = connector.set(Part::Definition, &place, title).unwrap();
        connector.apply(&edit).unwrap()
    };
    measure("edit of the title", || edit(&mut connector));
    measure("write, edited", || {
        connector.part(Part::Definition).to_text()
    });
    let operation = tenon_connector::swagger::operations(connector.definition()).last();
    let place = operation.unwrap().key().location();
    measure("remove an operation and put it back", || {
        let before = connector.get(Part::Definition, &place).cloned();
        let inverse = connector
            .apply(&Edit {
                part: Part::Definition,
                path: place.clone(),
                change: Change::Put {
                    before,
                    after: None,
                    at: None,
                },
            })
            .unwrap();
        connector.apply(&inverse).unwrap()
    });
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

fn made_up() -> Vec<u8> {
    let mut root = Connector::blank("Made up").definition().clone();
    for number in 0..1000 {
        let responses = json!({ "200": { "description": "OK", "schema": { "type": "object" } } });
        let parameters: Vec<Value> = (0..10)
            .map(|n| json!({ "name": format!("p{n}"), "in": "query", "type": "string", "x-ms-summary": "A parameter" }))
            .collect();
        root["paths"][format!("/things/{number}")]["get"] = json!({
            "operationId": format!("GetThing{number}"),
            "summary": "Get a thing",
            "parameters": parameters,
            "responses": responses
        });
    }
    Document::new(root).to_text().into_bytes()
}
