//! Reading a file as what the caller says it is.
#![cfg(all(feature = "yaml", feature = "archive"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::io::{Cursor, Write};

use serde_json::json;
use tenon_connector::read::{
    Format, Imported, Kind, OpenApiVersion, PostmanVersion, ReadError, Reading, read,
};
use tenon_connector::swagger::operations;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn read_as(kind: Kind, name: &str, bytes: &[u8]) -> Result<Imported, ReadError> {
    let mut reading = Reading {
        kind: Some(kind),
        ..Reading::default()
    };
    reading.read(name, bytes)
}

const PATHS: &str = r#""paths": { "/tides": { "get": { "operationId": "ListTides", "responses": { "200": { "description": "OK" } } } } }"#;

fn openapi(version: &str) -> String {
    format!(r#"{{ {version} "info": {{ "title": "Tides", "version": "1" }}, {PATHS} }}"#)
}

fn refusal(kind: Kind, text: &str) -> String {
    match read_as(kind, "file", text.as_bytes()) {
        Ok(imported) => panic!("it was read as {:?}", imported.format),
        Err(error) => error.to_string(),
    }
}

#[test]
fn what_does_not_say_its_version_is_read_as_what_the_caller_says() {
    for version in ["", r#""openapi": "3.9.0","#] {
        let text = openapi(version);
        assert!(read("tides.json", text.as_bytes()).is_err(), "{version}");
        let imported = read_as(Kind::OpenApi, "tides.json", text.as_bytes()).unwrap();
        assert_eq!(imported.format, Format::OpenApi(OpenApiVersion::V31));
        assert_eq!(operations(imported.connector.definition()).count(), 1);
    }
    let text = r#"{ "info": { "name": "Tides" }, "item": [{ "name": "List", "request": "https://api.example.com/tides" }] }"#;
    let imported = read_as(Kind::Postman, "tides.json", text.as_bytes()).unwrap();
    assert_eq!(imported.format, Format::Postman(PostmanVersion::V21));
    assert_eq!(operations(imported.connector.definition()).count(), 1);
    let text = "# what the tide does\n\ncurl https://api.example.com/tides";
    let imported = read_as(Kind::Curl, "tides.txt", text.as_bytes()).unwrap();
    assert_eq!(imported.format, Format::Curl);
    assert_eq!(operations(imported.connector.definition()).count(), 1);
}

#[test]
fn what_says_its_version_is_read_as_that_version() {
    let text = openapi(r#""openapi": "3.0.3","#);
    let imported = read_as(Kind::OpenApi, "tides.json", text.as_bytes()).unwrap();
    assert_eq!(imported.format, Format::OpenApi(OpenApiVersion::V30));
    let text = openapi(r#""swagger": "2.0","#);
    let imported = read_as(Kind::Swagger, "tides.json", text.as_bytes()).unwrap();
    assert_eq!(imported.format, Format::SwaggerJson);
    let text = format!("swagger: '2.0'\ninfo: {{title: Tides, version: '1'}}\n{{{PATHS}}}");
    assert!(read_as(Kind::Swagger, "tides.yaml", text.as_bytes()).is_err());
    let text = "swagger: '2.0'\ninfo: {title: Tides, version: '1'}\npaths: {}";
    let imported = read_as(Kind::Swagger, "tides.yaml", text.as_bytes()).unwrap();
    assert_eq!(imported.format, Format::SwaggerYaml);
}

#[test]
fn what_is_not_of_the_kind_is_refused_with_a_way_on() {
    let swagger = openapi(r#""swagger": "2.0","#);
    let kinds = [
        (Kind::OpenApi, "not an OpenAPI 3 document"),
        (Kind::Postman, "not a Postman collection"),
        (Kind::Har, "not a recording of a browser"),
        (Kind::Curl, "not command lines of curl"),
    ];
    for (kind, said) in kinds {
        let error = refusal(kind, &swagger);
        assert!(error.contains(said), "{error}");
        assert!(error.contains("Leave the format out"), "{error}");
    }
    assert!(refusal(Kind::Swagger, &openapi(r#""openapi": "3.1.0","#)).contains("OpenAPI 3.1"));
    assert!(!refusal(Kind::Package, &swagger).is_empty());
}

#[test]
fn an_empty_file_is_called_empty_whatever_it_is_said_to_be() {
    for kind in [
        Kind::Swagger,
        Kind::OpenApi,
        Kind::Postman,
        Kind::Curl,
        Kind::Har,
        Kind::Package,
    ] {
        let error = read_as(kind, "empty", b" \n").unwrap_err();
        assert!(
            matches!(error, ReadError::Empty { .. }),
            "{kind:?}: {error}"
        );
    }
}

#[test]
fn the_kind_of_a_document_is_told_by_its_members() {
    let kinds = [
        (json!({ "swagger": "2.0" }), Some(Kind::Swagger)),
        (json!({ "openapi": "3.2.0" }), Some(Kind::OpenApi)),
        (json!({ "log": { "entries": [] } }), Some(Kind::Har)),
        (json!({ "swagger": "1.2" }), None),
        (json!({ "name": "a-package", "version": "1.0.0" }), None),
        (json!([]), None),
    ];
    for (root, kind) in kinds {
        assert_eq!(Kind::of_document(&root), kind, "{root}");
    }
    assert!(Kind::are_commands("curl https://api.example.com"));
    assert!(!Kind::are_commands("swagger: '2.0'"));
}

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const SPREAD: &str = "openapi: 3.1.0\ninfo: {title: Tides, version: '1'}\nservers: [{url: 'https://api.example.com'}]\n\
                      paths:\n  /tides: {$ref: 'parts/the%20tides.yaml'}\n  /moons: {$ref: parts/gone.yaml}\n";
const ITEM: &str = "get: {operationId: ListTides, responses: {'200': {description: OK}}}\n";

#[test]
fn a_zip_file_may_hold_a_description_of_several_documents() {
    let files = [
        ("specs/parts/the tides.yaml", ITEM),
        ("specs/api.yaml", SPREAD),
        ("specs/parts/deep/api.yaml", SPREAD),
    ];
    let imported = read("tides.zip", &zipped(&files)).unwrap();
    assert_eq!(imported.format, Format::OpenApi(OpenApiVersion::V31));
    let ids: Vec<_> = operations(imported.connector.definition())
        .map(|operation| operation.operation_id().to_owned())
        .collect();
    assert_eq!(ids, ["ListTides"]);
    let [finding] = imported.findings.as_slice() else {
        panic!("{:?}", imported.findings);
    };
    assert_eq!(finding.file, "specs/parts/gone.yaml");
    let entries = imported.ledger.entries.iter();
    let files: Vec<_> = entries
        .map(|entry| (entry.file.as_deref(), entry.place))
        .collect();
    let summary_added = (Some("specs/parts/the tides.yaml"), Some((1, 1)));
    assert!(files.contains(&summary_added), "{files:?}");
    assert!(
        files
            .iter()
            .any(|(file, _)| *file == Some("specs/api.yaml")),
        "{files:?}"
    );
    assert!(
        finding.message.to_string().contains("not in the zip file"),
        "{finding}"
    );
}

#[test]
fn a_zip_file_with_several_descriptions_is_refused_by_their_names() {
    let files = [
        ("a.yaml", SPREAD),
        ("b.yaml", SPREAD),
        ("readme.md", "openapi"),
    ];
    let error = read("tides.zip", &zipped(&files)).unwrap_err().to_string();
    assert!(error.contains("a.yaml, b.yaml"), "{error}");
    let error = read("none.zip", &zipped(&[("a.yaml", ITEM)]))
        .unwrap_err()
        .to_string();
    assert!(error.contains("has no definition"), "{error}");
}
