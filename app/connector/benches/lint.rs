//! How long lint takes, as ratios to what `serde_json` needs to parse the same files:
//! `cargo bench -p tenon-connector --bench lint`.
//!
//! `TENON_CORPUS` names the folder of real connectors, else `shared/corpus` beside the repository is taken;
//! a connector of a thousand operations is put together from them.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement reads files and the clock, says its result on the terminal and stops when something is wrong"
)]

use std::hint::black_box;
use std::path::{Path as FilePath, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};
use tenon_connector::document::{Document, Path};
use tenon_connector::lint::{Linter, Profile, lint};
use tenon_connector::swagger::operations;
use tenon_connector::{Connector, Part};

const ROUNDS: u32 = 7;

fn main() {
    // Test runs call every target; only a measurement is worth its time.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let Some(texts) = corpus() else {
        println!("LEFT OUT: the corpus is missing; set TENON_CORPUS to its folder");
        return;
    };
    let bytes: usize = texts.iter().map(|(a, b)| a.len() + b.len()).sum();
    println!(
        "{} connectors, {bytes} bytes, best of {ROUNDS} rounds",
        texts.len()
    );
    let parse = |text: &[u8]| serde_json::from_slice::<Value>(text).unwrap();
    let base = measure("serde_json alone", None, || {
        for (definition, properties) in &texts {
            black_box((parse(definition), parse(properties)));
        }
    });
    measure("read", Some(base), || {
        texts.iter().for_each(|pair| drop(read(pair)))
    });
    let connectors: Vec<_> = texts.iter().map(read).collect();
    for profile in Profile::ALL {
        measure(&format!("lint, {}", profile.as_str()), Some(base), || {
            connectors
                .iter()
                .for_each(|connector| drop(lint(connector, profile)));
        });
    }
    measure("read and lint, certified", Some(base), || {
        texts
            .iter()
            .for_each(|pair| drop(lint(&read(pair), Profile::Certified)));
    });
    measure(
        "read, lint, lines and columns, certified",
        Some(base),
        || {
            texts.iter().for_each(|pair| located(&read(pair)));
        },
    );
    let large = large(&connectors);
    let size = large.part(Part::Definition).to_text().len();
    println!("\na connector of 1000 operations, {size} bytes");
    measure("lint, custom", None, || drop(lint(&large, Profile::Custom)));
    measure("lint, certified", None, || {
        drop(lint(&large, Profile::Certified))
    });
    relint(large);
}

/// Edits a summary, and what many refer to, and lints again.
fn relint(mut connector: Connector) {
    let mut linter = Linter::new(&connector, Profile::Certified);
    let operation = operations(connector.definition()).nth(500).unwrap();
    let summary = operation.key().location().join("summary");
    let definitions = connector.definition()["definitions"].as_object().unwrap();
    let name = definitions.keys().next().unwrap();
    let schema = Path::of(["definitions", name, "title"]);
    let mut number = 0;
    for (what, place) in [("a summary", summary), ("a shared schema", schema)] {
        measure(&format!("edit of {what}, and lint again"), None, || {
            number += 1;
            let value = Some(json!(format!("Number {number}")));
            let edit = connector.set(Part::Definition, &place, value).unwrap();
            connector.apply(&edit).unwrap();
            linter.update(&connector, [&edit]);
        });
    }
}

fn corpus() -> Option<Vec<(Vec<u8>, Vec<u8>)>> {
    let above = FilePath::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let named = std::env::var_os("TENON_CORPUS").map(PathBuf::from);
    let folder = named
        .into_iter()
        .chain(above.map(|folder| folder.join("shared/corpus")))
        .find(|folder| folder.join("manifest.json").is_file())?;
    let text = |folder: &FilePath, name| {
        let bytes = std::fs::read(folder.join(name)).ok()?;
        let body = bytes
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(&bytes)
            .to_vec();
        serde_json::from_slice::<Value>(&body).ok()?;
        Some(body)
    };
    let mut folders: Vec<_> = std::fs::read_dir(folder.join("connectors"))
        .ok()?
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    let pair = |folder: &PathBuf| {
        Some((
            text(folder, "apiDefinition.swagger.json")?,
            text(folder, "apiProperties.json")?,
        ))
    };
    Some(folders.iter().filter_map(pair).collect())
}

fn read((definition, properties): &(Vec<u8>, Vec<u8>)) -> Connector {
    let read = |bytes: &[u8]| Document::read(bytes).unwrap().0;
    Connector::new(read(definition), read(properties))
}

fn located(connector: &Connector) {
    let findings = lint(connector, Profile::Certified);
    for part in [Part::Definition, Part::Properties] {
        let own = findings.iter().filter(|finding| finding.part == part);
        black_box(
            connector
                .part(part)
                .places(own.map(|finding| &finding.path)),
        );
    }
}

/// The operations of real connectors in one, a thousand of them, with what they refer to.
fn large(connectors: &[Connector]) -> Connector {
    let mut root = json!({
        "swagger": "2.0",
        "info": { "title": "Everything", "description": "A thousand operations.", "version": "1.0" },
        "host": "api.everything.test", "basePath": "/", "schemes": ["https"],
        "paths": {}, "definitions": {}, "parameters": {}, "responses": {}
    });
    let mut count = 0;
    for (number, connector) in connectors.iter().enumerate() {
        let definition = connector.definition();
        let section = |key| definition.get(key).and_then(Value::as_object);
        for key in ["definitions", "parameters", "responses"] {
            for (name, value) in section(key).into_iter().flatten() {
                members(&mut root, key)
                    .entry(name)
                    .or_insert_with(|| value.clone());
            }
        }
        for (path, item) in section("paths").into_iter().flatten() {
            let path = format!("/{number}{path}");
            members(&mut root, "paths").insert(path, item.clone());
        }
        count += operations(definition).count();
        if count >= 1000 {
            break;
        }
    }
    let document = Document::new(root);
    let document = Document::parse(&document.to_text()).unwrap();
    let properties = Document::new(Connector::blank_properties());
    let connector = Connector::new(document, properties);
    assert!(Path::of(["paths"]).get(connector.definition()).is_some());
    connector
}

fn members<'v>(root: &'v mut Value, key: &str) -> &'v mut Map<String, Value> {
    root.get_mut(key).unwrap().as_object_mut().unwrap()
}

/// The best time of some rounds, and how many times longer than `base` it is.
fn measure(what: &str, base: Option<Duration>, mut work: impl FnMut()) -> Duration {
    let best = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .min()
        .unwrap();
    let ratio = base.map_or_else(String::new, |base| {
        format!("{:6.2} x", best.as_secs_f64() / base.as_secs_f64())
    });
    println!("{what:44} {best:>12.2?} {ratio}");
    best
}
