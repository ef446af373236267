//! Every Postman collection of the corpus, which nobody here wrote.

use std::fs;

use serde_json::Value;
use tenon_connector::lint::{Profile, Severity, lint};
use tenon_connector::read::{Fate, Format, Imported, PostmanVersion, read};
use tenon_connector::swagger::operations;

use super::samples::folder;

/// The collections with their names, versions and numbers of requests.
fn collections() -> Vec<(String, usize, Vec<u8>)> {
    let Some(folder) = folder() else {
        return Vec::new();
    };
    let manifest = fs::read(folder.join("manifest.json")).unwrap();
    let manifest: Value = serde_json::from_slice(&manifest).unwrap();
    let files = manifest["files"]
        .as_array()
        .or(manifest.as_array())
        .unwrap();
    let own = files.iter().filter_map(|file| {
        let path = file["path"].as_str()?.strip_prefix("postman/")?;
        let requests = usize::try_from(file["operations"].as_u64()?).ok()?;
        let bytes = fs::read(folder.join("postman").join(path)).unwrap();
        Some((path.to_owned(), requests, bytes))
    });
    let found: Vec<_> = own.collect();
    assert_eq!(found.len(), 27);
    found
}

/// The rule by which the platform refuses a name that the source has.
const OF_THE_PLATFORM: &str = "ConnectionIdParameterNotAllowed";

fn imported() -> impl Iterator<Item = (String, usize, Imported)> {
    collections().into_iter().map(|(name, requests, bytes)| {
        let imported = read(&name, &bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, requests, imported)
    })
}

#[test]
fn every_collection_is_imported_without_a_structural_error() {
    let mut wrong = Vec::new();
    for (name, _, imported) in imported() {
        for finding in lint(&imported.connector, Profile::Custom) {
            let platform = finding.rule.id == OF_THE_PLATFORM;
            if finding.severity == Severity::Error && !platform {
                wrong.push(format!(
                    "{name}: {} {} {}",
                    finding.rule.id, finding.path, finding.message
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} findings\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_request_is_in_the_connector_or_in_the_ledger() {
    for (name, requests, imported) in imported() {
        let ledger = &imported.ledger;
        let out = operations(imported.connector.definition()).count();
        assert_eq!(
            (ledger.operations_in, ledger.operations_out),
            (requests, out),
            "{name}"
        );
        let gone = ledger.entries.iter().filter(|entry| {
            entry.fate == Fate::Merged
                || entry.fate == Fate::Dropped && entry.message.to_string().contains("left out")
        });
        assert_eq!(gone.count(), requests - out, "{name}");
    }
}

#[test]
fn the_version_is_told_by_the_content() {
    for (name, _, imported) in imported() {
        let version = match name.split("__").next() {
            Some("postman1") => PostmanVersion::V1,
            Some("postman20") => PostmanVersion::V20,
            _ => PostmanVersion::V21,
        };
        assert_eq!(imported.format, Format::Postman(version), "{name}");
    }
}

#[test]
fn every_entry_points_to_a_thing_of_the_collection() {
    for (name, _, bytes) in collections() {
        let Ok(root) = serde_json::from_slice::<Value>(&bytes) else {
            continue;
        };
        for entry in read(&name, &bytes).unwrap().ledger.entries {
            let found = root.pointer(&entry.pointer);
            assert!(found.is_some(), "{name} {}", entry.pointer);
        }
    }
}

#[test]
fn every_entry_has_its_line() {
    for (name, _, imported) in imported() {
        for entry in &imported.ledger.entries {
            assert!(entry.place.is_some(), "{name}: {}", entry.pointer);
        }
    }
}

#[test]
fn no_secret_of_a_collection_is_kept() {
    for (name, _, imported) in imported() {
        let definition = imported.connector.definition().to_string();
        let properties = imported.connector.properties().to_string();
        for secret in [
            "wkjehbxoqnunc2k3",
            "YUIHUILOIJOJOJ",
            "secretClientValue",
            "secretToken",
            "asdgf",
            "kane\"",
        ] {
            let is_kept = definition.contains(secret) || properties.contains(secret);
            assert!(!is_kept, "{name}: {secret}");
        }
    }
}
