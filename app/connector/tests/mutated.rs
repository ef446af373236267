//! Real files, damaged: whatever has become of them, reading and lint come to an end.
#![cfg(all(feature = "yaml", feature = "archive"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, reads files, and says on the terminal what it left out"
)]

mod samples;

use std::fs;
use std::ops::Range;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use tenon_connector::document::Document;
use tenon_connector::lint::{Profile, lint};
use tenon_connector::read::{Format, Kind, Reading, SourceFile, folder, read};
use tenon_connector::write::openapi::to_openapi;
use tenon_connector::write::postman::to_postman;
use tenon_connector::write::publisher::to_publisher;
use tenon_connector::write::{package::files, package::to_zip, yaml::to_yaml};
use tenon_connector::{Connector, Part};

/// How long one file may take: far more than any does, and less than for ever.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often a file is damaged anew.
const ROUNDS: usize = 3;
/// The most of a text that is damaged and read.
const MOST: usize = 24 * 1024;

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::from(u32::MAX)).unwrap()
    }

    fn below(&mut self, bound: usize) -> usize {
        self.next() % bound.max(1)
    }

    fn slice(&mut self, length: usize) -> Range<usize> {
        let start = self.below(length);
        start..(start + 1 + self.below(200)).min(length)
    }

    /// Some bytes flipped, the end cut off, a piece put in twice, or a piece taken out.
    fn damage(&mut self, bytes: &mut Vec<u8>) {
        match self.below(4) {
            0 => {
                for _ in 0..=self.below(8) {
                    let (at, bit) = (self.below(bytes.len()), self.below(8));
                    bytes[at] ^= 1 << bit;
                }
            }
            1 => bytes.truncate(self.below(bytes.len())),
            2 => {
                let (piece, at) = (self.slice(bytes.len()), self.below(bytes.len()));
                let piece = bytes[piece].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => drop(bytes.drain(self.slice(bytes.len()))),
        }
    }
}

/// Reads a file, and lints what is read of it.
fn digest(name: &str, bytes: &[u8]) {
    if let Ok(imported) = read(name, bytes) {
        let _ = lint(&imported.connector, Profile::Certified);
    }
    if name.ends_with(".json") {
        let tolerant = Document::read_tolerant(bytes);
        if let Some(document) = tolerant.document {
            let _ = lint(
                &Connector::new(document.clone(), document),
                Profile::Certified,
            );
        }
    }
}

/// Damages a file in several ways and reads each; tells before each what it reads.
fn torment(told: &Sender<String>, name: &str, bytes: &[u8], chance: &mut Chance) {
    for round in 0..ROUNDS {
        let mut damaged = bytes.to_vec();
        for _ in 0..=chance.below(3) {
            if !damaged.is_empty() {
                chance.damage(&mut damaged);
            }
        }
        told.send(format!("{name}, round {round}")).unwrap();
        digest(name, &damaged);
    }
}

/// Runs a test in a thread, and fails where it tells nothing for too long.
fn patiently(test: impl FnOnce(&Sender<String>) + Send + 'static) {
    let (sender, told) = channel();
    let runner = thread::spawn(move || test(&sender));
    let mut last = String::new();
    loop {
        match told.recv_timeout(PATIENCE) {
            Ok(name) => last = name,
            Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => break,
            Err(_) => panic!("{last} took more than {PATIENCE:?}"),
        }
    }
    assert!(runner.join().is_ok(), "{last}");
}

/// A value of the tree, by a number.
fn some<'v>(value: &'v mut Value, number: &mut usize) -> Option<&'v mut Value> {
    if *number == 0 {
        return Some(value);
    }
    *number -= 1;
    match value {
        Value::Object(members) => members.values_mut().find_map(|inner| some(inner, number)),
        Value::Array(items) => items.iter_mut().find_map(|inner| some(inner, number)),
        _ => None,
    }
}

fn count(value: &Value) -> usize {
    let inner = match value {
        Value::Object(members) => members.values().map(count).sum(),
        Value::Array(items) => items.iter().map(count).sum(),
        _ => 0,
    };
    inner + 1
}

/// Puts at some place of a tree what does not belong there: something of another type, or what stands elsewhere.
fn confuse(root: &mut Value, chance: &mut Chance) {
    let size = count(root);
    let elsewhere = some(root, &mut chance.below(size)).map(|value| value.clone());
    let odd = match chance.below(9) {
        0 => Value::Null,
        1 => json!(false),
        2 => json!(-1e300),
        3 => json!(""),
        4 => json!([]),
        5 => json!({}),
        6 => json!({ "$ref": "#" }),
        7 => json!({ "$ref": "#/paths" }),
        _ => elsewhere.unwrap_or_default(),
    };
    if let Some(place) = some(root, &mut chance.below(size)) {
        *place = odd;
    }
}

/// Writes a connector in every format, and reads what was written.
fn write_all(connector: &Connector) {
    for document in [
        to_openapi(connector).document,
        to_postman(connector).document,
    ] {
        let _ = read("again.json", document.to_text().as_bytes());
    }
    let _ = to_publisher(connector);
}

#[test]
fn documents_with_what_does_not_belong_there_are_read_and_written() {
    let folders: Vec<&str> = samples::OPENAPI.into_iter().chain(["postman"]).collect();
    let documents = samples::documents(&folders);
    patiently(move |told| {
        let mut chance = Chance(0x1e57);
        for (name, bytes) in documents.iter().filter(|(_, bytes)| bytes.len() < 4 * MOST) {
            let Ok(imported) = read(name, bytes) else {
                continue;
            };
            let kind = match imported.format {
                Format::Postman(_) => Kind::Postman,
                _ => Kind::OpenApi,
            };
            let Ok((document, _)) = Document::read(bytes) else {
                continue;
            };
            for round in 0..4 * ROUNDS {
                let mut root = document.root().clone();
                for _ in 0..=chance.below(6) {
                    confuse(&mut root, &mut chance);
                }
                told.send(format!("{name}, round {round}")).unwrap();
                let mut reading = Reading {
                    kind: Some(kind),
                    keep_source: round % 4 == 0,
                    ..Reading::default()
                };
                if let Ok(imported) = reading.read("odd.json", root.to_string().as_bytes()) {
                    let _ = lint(&imported.connector, Profile::Certified);
                    write_all(&imported.connector);
                }
            }
        }
    });
}

#[test]
fn damaged_documents_are_read_or_refused() {
    let Some(folder) = samples::folder() else {
        return;
    };
    let manifest = fs::read(folder.join("manifest.json")).unwrap();
    let manifest: Vec<Value> = serde_json::from_slice(&manifest).unwrap();
    let paths: Vec<String> = manifest
        .iter()
        .map(|entry| entry["path"].as_str().unwrap().to_owned())
        .collect();
    patiently(move |told| {
        let mut chance = Chance(0x7e40);
        for path in paths {
            let mut bytes = fs::read(folder.join(&path)).unwrap();
            bytes.truncate(MOST);
            torment(told, &path, &bytes, &mut chance);
        }
    });
}

#[test]
fn damaged_yaml_and_packages_are_read_or_refused() {
    let connectors = samples::connectors();
    patiently(move |told| {
        let mut chance = Chance(0x70e1);
        for (name, connector) in connectors {
            let definition = connector.part(Part::Definition);
            if definition.source_len() > 4 * MOST {
                continue;
            }
            let mut yaml = to_yaml(definition.root()).into_bytes();
            yaml.truncate(MOST);
            torment(told, &format!("{name}.yaml"), &yaml, &mut chance);
            if let Ok(zip) = to_zip(&connector) {
                torment(told, &format!("{name}.zip"), &zip, &mut chance);
            }
            let mut package: Vec<SourceFile> = files(&connector)
                .unwrap_or_default()
                .into_iter()
                .map(|(path, bytes)| SourceFile { path, bytes })
                .collect();
            for file in &mut package {
                file.bytes.truncate(MOST);
                if chance.below(2) == 0 && !file.bytes.is_empty() {
                    chance.damage(&mut file.bytes);
                }
            }
            if let Ok(imported) = folder(&name, package) {
                let _ = lint(&imported.connector, Profile::Certified);
            }
        }
    });
}
