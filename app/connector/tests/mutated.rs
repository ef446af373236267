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

use serde_json::Value;
use tenon_connector::document::Document;
use tenon_connector::lint::{Profile, lint};
use tenon_connector::read::{SourceFile, folder, read};
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
