//! Documents of OpenAPI that come back whole, since the connector keeps them.

use serde_json::Value;
use tenon_connector::document::{Action, Change, Document, Edit, Path};
use tenon_connector::read::{
    Fate, Format, Imported, OpenApiVersion, Reading, SourceFile, folder, read,
};
use tenon_connector::select::select;
use tenon_connector::source::{SOURCE, kept};
use tenon_connector::swagger::operations;
use tenon_connector::write::openapi::to_openapi;
use tenon_connector::write::package::{files, files_with_source};
use tenon_connector::write::postman::to_postman;
use tenon_connector::{Connector, Part};

use super::samples::{OPENAPI, documents};

/// The import of a document, and the document as it is.
fn kept_of(name: &str, bytes: &[u8]) -> (Imported, Value) {
    let mut reading = Reading {
        keep_source: true,
        ..Reading::default()
    };
    let imported = reading.read(name, bytes);
    let imported = imported.unwrap_or_else(|error| panic!("{name}: {error}"));
    let text = kept(&imported.connector).unwrap();
    let source = Document::parse(text).unwrap().root().clone();
    if name.ends_with(".json") {
        let document = Document::read(bytes).unwrap().0;
        let same = document.is_identical(&Document::new(source.clone()));
        assert!(same, "{name}: another source");
    }
    (imported, source)
}

/// The connector, written as a package of Tenon's and read again.
fn through_a_package(name: &str, connector: &Connector) -> Connector {
    let files = files_with_source(connector).unwrap().into_iter();
    let files = files.map(|(path, bytes)| SourceFile { path, bytes });
    folder(name, files.collect()).unwrap().connector
}

#[test]
fn every_document_comes_back_as_it_was() {
    for (name, bytes) in documents(&OPENAPI) {
        let (imported, source) = kept_of(&name, &bytes);
        // The package of the largest would take most of the time of this test and show nothing more.
        let again = match bytes.len() {
            0..300_000 => through_a_package(&name, &imported.connector),
            _ => imported.connector,
        };
        let exported = to_openapi(&again);
        let same = exported.document.is_identical(&Document::new(source));
        assert!(same, "{name}");
        assert_eq!(exported.ledger.entries, [], "{name}");
    }
}

/// The connector with another summary at its first operation, and the pointer to that.
fn changed(mut connector: Connector) -> (Connector, String) {
    let first = operations(connector.definition()).next().unwrap();
    let path = first.key().location().join("summary");
    let before = path.get(connector.definition()).cloned();
    let pointer = path.pointer(connector.definition());
    let after = Some(Value::from("Another summary"));
    let change = Change::Put {
        before,
        after,
        at: None,
    };
    let part = Part::Definition;
    let action = Action::new("Change", vec![Edit { part, path, change }]);
    connector.apply_action(&action).unwrap();
    (connector, pointer)
}

/// Takes the content of schemas out.
fn without_schemas(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(without_schemas),
        Value::Object(members) => {
            for (key, member) in members {
                match key.as_str() {
                    "schema" | "schemas" => *member = Value::Null,
                    _ => without_schemas(member),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn a_change_stands_and_everything_else_comes_back() {
    let mut tried = 0;
    let small = |bytes: &[u8]| bytes.len() < 1_000_000;
    for (name, bytes) in documents(&OPENAPI)
        .into_iter()
        .filter(|(_, bytes)| small(bytes))
    {
        let (imported, mut source) = kept_of(&name, &bytes);
        if operations(imported.connector.definition()).next().is_none() {
            continue;
        }
        let is_old = imported.format == Format::OpenApi(OpenApiVersion::V30);
        let (connector, pointer) = changed(imported.connector);
        let exported = to_openapi(&connector);
        let root = exported.document.root();
        if is_old {
            assert_eq!(root["openapi"], "3.1.0", "{name}");
            let entries = &exported.ledger.entries;
            let named = |entry: &tenon_connector::read::LedgerEntry| {
                entry.pointer == format!("/{SOURCE}") && entry.fate == Fate::Changed
            };
            assert!(entries.iter().any(named), "{name}");
        }
        // A path that stands elsewhere in the source is described by itself once it is changed.
        let operation = pointer.strip_suffix("/summary").unwrap();
        let Some(place) = source.pointer_mut(operation) else {
            continue;
        };
        place["summary"] = Value::from("Another summary");
        // The words of schemas are others in 3.1; all else is as it was.
        let (mut root, mut source) = (root.clone(), source);
        if is_old {
            source["openapi"] = Value::from("3.1.0");
            without_schemas(&mut root);
            without_schemas(&mut source);
        }
        assert!(root == source, "{name}");
        tried += 1;
    }
    assert!(tried > 5 || documents(&OPENAPI).is_empty(), "{tried}");
}

const SMALL: &str = r#"{
  "openapi": "3.1.0", "info": { "title": "Tides", "version": "1", "summary": "All of them" },
  "servers": [{ "url": "https://api.example.com", "description": "Live" }],
  "paths": {
    "/tides": { "get": { "operationId": "List", "summary": "List", "responses": { "4XX": { "description": "Wrong" } } } },
    "/moons": { "get": { "operationId": "Moons", "summary": "Moons", "responses": { "200": { "description": "OK" } } },
                "trace": { "responses": { "200": { "description": "OK" } } } }
  },
  "webhooks": { "high": { "post": { "responses": { "200": { "description": "OK" } } } } }
}"#;

#[test]
fn what_is_written_for_others_has_nothing_of_it() {
    let (imported, _) = kept_of("tides.json", SMALL.as_bytes());
    let connector = imported.connector;
    for (name, bytes) in files(&connector).unwrap() {
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("x-tenon"), "{name}: {text}");
    }
    let postman = to_postman(&connector);
    assert!(!postman.document.to_text().contains("x-tenon"));
    let entries = postman.ledger.entries.iter();
    let named: Vec<_> = entries.filter(|e| e.pointer.contains("x-tenon")).collect();
    assert!(named.is_empty(), "{named:?}");
}

#[test]
fn operations_that_were_not_taken_stay_away() {
    let (imported, _) = kept_of("tides.json", SMALL.as_bytes());
    let one = select(&imported.connector, &["List".to_owned()]).unwrap();
    let mut connector = imported.connector;
    connector.apply_action(&one.action).unwrap();
    let exported = to_openapi(&connector);
    let root = exported.document.root();
    assert_eq!(root["paths"].get("/moons"), None);
    let responses = &root["paths"]["/tides"]["get"]["responses"];
    assert_eq!(responses["4XX"]["description"], "Wrong");
    assert_eq!(root["servers"][0]["description"], "Live");
    assert_eq!(root["info"]["summary"], "All of them");
}

#[test]
fn a_source_that_is_none_changes_nothing() {
    let (imported, _) = kept_of("tides.json", SMALL.as_bytes());
    let mut connector = imported.connector;
    let plain = to_openapi(&read("tides.json", SMALL.as_bytes()).unwrap().connector);
    for text in ["", "{", "[]", r#"{"swagger":"2.0"}"#] {
        let path = Path::of([SOURCE]);
        let edit = connector.set(Part::Definition, &path, Some(Value::from(text)));
        connector.apply(&edit.unwrap()).unwrap();
        let written = to_openapi(&connector).document;
        assert_eq!(written.to_text(), plain.document.to_text(), "{text}");
    }
}
