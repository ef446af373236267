//! Real API descriptions, read, edited, written and read again.
//!
//! The files lie outside of the repository: `TENON_CORPUS` names their folder, else it is looked
//! for in `shared/corpus` beside the repository. Where it is missing, the tests say so and test nothing.
#![cfg(all(feature = "yaml", feature = "archive"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, reads files, and says on the terminal what it left out"
)]

#[path = "samples/mod.rs"]
mod place;

use std::fs;

use serde_json::{Value, json};
use tenon_connector::document::{Action, Change, Document, Edit, History, Path};
use tenon_connector::read::{Format, Imported, ReadError, read, summary};
use tenon_connector::swagger::operations;
use tenon_connector::write::package::{files, to_zip};
use tenon_connector::{Connector, Part};

use place::folder;

/// A file of the corpus, as its manifest describes it.
struct Sample {
    path: String,
    broken: bool,
    operations: usize,
    bytes: Vec<u8>,
}

/// The samples of these kinds; empty where the corpus is missing.
fn samples(kinds: &[&str]) -> Vec<Sample> {
    let Some(folder) = folder() else {
        return Vec::new();
    };
    let manifest = fs::read(folder.join("manifest.json")).unwrap();
    let manifest: Vec<Value> = serde_json::from_slice(&manifest).unwrap();
    let samples: Vec<Sample> = manifest
        .iter()
        .filter(|entry| kinds.contains(&entry["kind"].as_str().unwrap()))
        .map(|entry| {
            let path = entry["path"].as_str().unwrap().to_owned();
            Sample {
                bytes: fs::read(folder.join(&path)).unwrap(),
                path,
                broken: entry.get("parse_error").is_some_and(|e| !e.is_null()),
                operations: usize::try_from(entry["operations"].as_u64().unwrap_or(0)).unwrap(),
            }
        })
        .collect();
    assert!(
        !samples.is_empty(),
        "the manifest lists nothing of {kinds:?}"
    );
    samples
}

/// The definition and the properties of a connector of the corpus.
fn pairs() -> Vec<(Sample, Sample)> {
    let mut properties = samples(&["connector-properties"]);
    samples(&["connector-swagger"])
        .into_iter()
        .map(|definition| {
            let folder = definition.path.rsplit_once('/').unwrap().0.to_owned();
            let at = properties
                .iter()
                .position(|p| p.path.starts_with(&format!("{folder}/")))
                .unwrap();
            (definition, properties.remove(at))
        })
        .collect()
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let stored = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Stored);
        zip.start_file(*name, stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn expect_place(path: &str, result: Result<Imported, ReadError>) {
    let error = result.expect_err(path);
    let (line, column) = error.place().unwrap_or_else(|| panic!("{path}: {error}"));
    assert!(line > 0 && column > 0, "{path}: {error}");
    assert!(!error.to_string().is_empty());
}

#[test]
fn every_package_comes_back_byte_for_byte() {
    for (definition, properties) in pairs() {
        let package = zip(&[
            ("apiDefinition.swagger.json", &definition.bytes),
            ("apiProperties.json", &properties.bytes),
        ]);
        if definition.broken || properties.broken {
            expect_place(&definition.path, read("package.zip", &package));
            continue;
        }
        let imported = read("package.zip", &package)
            .unwrap_or_else(|error| panic!("{}: {error}", definition.path));
        assert_eq!(imported.format, Format::Package);
        let written = files(&imported.connector).unwrap();
        if String::from_utf8(definition.bytes.clone()).is_ok() {
            assert!(written[0].1 == definition.bytes, "{}", definition.path);
        }
        assert!(written[1].1 == properties.bytes, "{}", properties.path);
        let operations = summary(&imported.connector).operations();
        assert_eq!(operations, definition.operations, "{}", definition.path);
        expect_same_again(&definition.path, &imported.connector);
    }
}

/// What is written as a package reads as the same connector. Packing the largest ones would take
/// most of the time of this test and show nothing more.
fn expect_same_again(path: &str, connector: &Connector) {
    if connector.part(Part::Definition).to_text().len() > 100_000 {
        return;
    }
    let again = read("again.zip", &to_zip(connector).unwrap()).unwrap();
    for part in [Part::Definition, Part::Properties] {
        let (now, before) = (again.connector.part(part), connector.part(part));
        assert!(now.is_identical(before), "{path}");
        assert!(now.to_text() == before.to_text(), "{path}");
    }
}

/// Edits of different kinds that fit a definition.
fn edits(connector: &Connector) -> Vec<Edit> {
    let root = connector.definition();
    let mut edits = Vec::new();
    let mut edit = |path: &Path, change: Change| {
        edits.push(Edit {
            part: Part::Definition,
            path: path.clone(),
            change,
        });
    };
    let replace = |path: &Path, after: Option<Value>| Change::Put {
        before: path.get(root).cloned(),
        after,
        at: None,
    };
    let title = Path::of(["info", "title"]);
    edit(&title, replace(&title, Some(json!("Another “title”"))));
    let added = Path::of(["x-added"]);
    edit(&added, replace(&added, Some(json!({ "list": [1, "é"] }))));
    if let Some(operation) = operations(root).next() {
        let place = operation.key().location();
        edit(
            &place,
            Change::Rename {
                to: "x-old".to_owned(),
            },
        );
        edit(&place, replace(&place, None));
        let path = place.split_last().unwrap().0;
        edit(
            &path,
            Change::Rename {
                to: "/another/{path}".to_owned(),
            },
        );
    }
    let paths = root.get("paths").and_then(Value::as_object);
    if let Some((first, paths)) = paths.and_then(|p| Some((p.keys().next()?, p))) {
        let place = Path::of(["paths", first.as_str()]);
        edit(
            &place,
            Change::Move {
                to: paths.len() - 1,
            },
        );
    }
    edits
}

#[test]
fn every_edit_of_a_definition_can_be_undone_without_a_trace() {
    for sample in samples(&["connector-swagger", "openapi2"]) {
        if sample.broken || sample.bytes.len() > 1_000_000 {
            continue;
        }
        let mut connector = read(&sample.path, &sample.bytes).unwrap().connector;
        let before = connector.part(Part::Definition).clone();
        let mut history = History::default();
        for edit in edits(&connector) {
            let action = Action::new("Change", vec![edit.clone()]);
            history.apply(&mut connector, action).unwrap();
            let edited = connector.part(Part::Definition);
            // Every edit of the small files is written and read again; of the large ones, too many bytes.
            if sample.bytes.len() < 50_000 {
                let again = Document::parse(&edited.to_text()).unwrap();
                assert!(again.is_identical(edited), "{}: {edit:?}", sample.path);
            }
            history.undo(&mut connector).unwrap();
            let after = connector.part(Part::Definition);
            assert!(after.is_identical(&before), "{}: {edit:?}", sample.path);
        }
        let text = connector.part(Part::Definition).to_text();
        assert!(text == before.to_text(), "{}", sample.path);
    }
}

#[test]
fn an_edit_changes_no_other_byte_of_a_text() {
    for sample in samples(&["connector-swagger"]) {
        if sample.broken {
            continue;
        }
        let mut connector = read(&sample.path, &sample.bytes).unwrap().connector;
        let before = connector.part(Part::Definition).to_text();
        let title = connector.title().to_owned();
        let place = Path::of(["info", "title"]);
        let edit = connector
            .set(Part::Definition, &place, Some(json!("\u{1f9f7}")))
            .unwrap();
        connector.apply(&edit).unwrap();
        let after = connector.part(Part::Definition).to_text();
        let same = |(a, b): &(u8, u8)| a == b;
        let head = before.bytes().zip(after.bytes()).take_while(same).count();
        let tail = before
            .bytes()
            .rev()
            .zip(after.bytes().rev())
            .take_while(same)
            .count();
        let changed = before.len().saturating_sub(head + tail);
        // An escape in the title may take up to six bytes for one.
        assert!(
            changed <= title.len() * 6,
            "{}: {changed} bytes",
            sample.path
        );
        assert!(
            after.len() - head.min(after.len() - tail) - tail <= 12,
            "{}",
            sample.path
        );
    }
}

#[test]
fn every_file_is_read_as_another_reader_reads_it_or_refused_with_its_place() {
    for sample in samples(&["connector-swagger", "connector-properties", "openapi2"]) {
        if sample.path.ends_with(".yaml") {
            continue;
        }
        match Document::read(&sample.bytes) {
            Ok((document, _)) => {
                assert!(!sample.broken, "{} is broken but was read", sample.path);
                let text = document.to_text();
                let other: Value =
                    serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap();
                // The other reader spells exponents in one way only.
                let respelled = serde_json::from_str(&document.root().to_string()).unwrap();
                assert!(
                    Document::new(respelled).is_identical(&Document::new(other)),
                    "{}",
                    sample.path
                );
            }
            Err(error) => {
                assert!(sample.broken, "{}: {error}", sample.path);
                assert!(
                    error.line > 0 && error.column > 0,
                    "{}: {error}",
                    sample.path
                );
                let refused = read(&sample.path, &sample.bytes);
                let place = refused.expect_err(&sample.path).place();
                assert_eq!(place, Some((error.line, error.column)), "{}", sample.path);
            }
        }
    }
}

#[test]
fn every_swagger_2_document_is_read_and_written() {
    for sample in samples(&["openapi2"]) {
        let imported = read(&sample.path, &sample.bytes)
            .unwrap_or_else(|error| panic!("{}: {error}", sample.path));
        let yaml = sample.path.ends_with(".yaml");
        let format = if yaml {
            Format::SwaggerYaml
        } else {
            Format::SwaggerJson
        };
        assert_eq!(imported.format, format, "{}", sample.path);
        let found = operations(imported.connector.definition()).count();
        assert_eq!(found, sample.operations, "{}", sample.path);
        if !yaml {
            let text = imported.connector.part(Part::Definition).to_text();
            assert!(text.as_bytes() == sample.bytes, "{}", sample.path);
        }
        expect_same_again(&sample.path, &imported.connector);
    }
}

#[test]
fn most_broken_connectors_can_be_read_all_the_same() {
    let samples = samples(&["connector-swagger", "connector-properties"]);
    let broken: Vec<_> = samples.into_iter().filter(|sample| sample.broken).collect();
    let mut readable = 0;
    for sample in &broken {
        let tolerant = Document::read_tolerant(&sample.bytes);
        // A file that is not UTF-8 only is read by the strict reader, too.
        let strict = Document::read(&sample.bytes);
        assert_eq!(
            strict.is_ok(),
            tolerant.faults.is_empty(),
            "{}",
            sample.path
        );
        if let (Err(error), Some(fault)) = (&strict, tolerant.faults.first()) {
            assert_eq!(
                (error.line, error.column),
                (fault.line, fault.column),
                "{}",
                sample.path
            );
        }
        readable += usize::from(tolerant.document.is_some());
    }
    assert!(
        readable * 4 >= broken.len() * 3,
        "{readable} of {}",
        broken.len()
    );
}
