//! Descriptions that are spread over several documents.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tenon_connector::read::{
    Fate, Format, Imported, Loader, OpenApiVersion, Reading, preview, read,
};
use tenon_connector::source::without_private;
use tenon_connector::swagger::operations;
use tenon_connector::write::openapi::to_openapi;

use super::fates;

/// Documents by their addresses, and which were asked for.
struct Documents {
    all: BTreeMap<&'static str, String>,
    asked: Vec<String>,
}

impl Loader for Documents {
    fn load(&mut self, address: &str) -> Result<Vec<u8>, String> {
        self.asked.push(address.to_owned());
        let found = self.all.get(address).map(|text| text.as_bytes().to_vec());
        found.ok_or_else(|| "There is no such file.".to_owned())
    }
}

fn documents<const N: usize>(all: [(&'static str, String); N]) -> Documents {
    Documents {
        all: BTreeMap::from(all),
        asked: Vec::new(),
    }
}

fn import(name: &str, root: &Value, documents: &mut Documents, keep_source: bool) -> Imported {
    let mut reading = Reading {
        loader: Some(documents),
        keep_source,
        ..Reading::default()
    };
    reading.read(name, root.to_string().as_bytes()).unwrap()
}

fn spread() -> (Value, Documents) {
    let root = json!({
        "openapi": "3.1.0", "info": { "title": "Pets", "version": "1" },
        "servers": [{ "url": "https://api.example.com" }],
        "paths": { "/pets": { "$ref": "paths/pets.yaml" } },
        "components": { "schemas": {
            "Cat": { "$ref": "schemas/pet.json#/$defs/Cat" },
            "Mine": { "type": "object", "properties": { "$ref": { "type": "string" } }, "example": { "$ref": "nothing.json" } }
        } }
    });
    let paths = "
get:
  operationId: ListPets
  summary: List
  parameters:
    - $ref: '../common.yaml#/page'
  responses:
    '200':
      description: OK
      content:
        application/json:
          schema:
            type: array
            items: { $ref: ../schemas/pet.json }
    '404': { $ref: '../common.yaml#/missing' }
";
    let pet = json!({
        "type": "object",
        "properties": { "cat": { "$ref": "#/$defs/Cat" }, "mine": { "$ref": "../api.json#/components/schemas/Mine" },
                        "oddly": { "not": {} } },
        "$defs": { "Cat": { "type": "object", "properties": { "pet": { "$ref": "pet.json" } } } }
    });
    let common = "
page: { name: page, in: query, schema: { $ref: '#/number' } }
number: { type: integer }
missing: { description: No such pet }
";
    let documents = documents([
        ("v1/paths/pets.yaml", paths.to_owned()),
        ("v1/common.yaml", common.to_owned()),
        ("v1/schemas/pet.json", pet.to_string()),
    ]);
    (root, documents)
}

#[test]
fn what_other_documents_say_is_as_if_it_stood_in_the_first() {
    let (root, mut documents) = spread();
    let imported = import("v1/api.json", &root, &mut documents, false);
    assert_eq!(imported.format, Format::OpenApi(OpenApiVersion::V31));
    assert_eq!(imported.findings, []);
    documents.asked.sort();
    let all = [
        "v1/common.yaml",
        "v1/paths/pets.yaml",
        "v1/schemas/pet.json",
    ];
    assert_eq!(documents.asked, all, "each is asked for once");
    let definition = imported.connector.definition();
    let get = &definition["paths"]["/pets"]["get"];
    assert_eq!(get["parameters"][0]["name"], "page");
    assert_eq!(get["parameters"][0]["type"], "integer");
    assert_eq!(get["responses"]["404"]["description"], "No such pet");
    let items = &get["responses"]["200"]["schema"]["items"];
    assert_eq!(*items, json!({ "$ref": "#/definitions/pet" }));
    let pet = &definition["definitions"]["pet"]["properties"];
    assert_eq!(pet["mine"], json!({ "$ref": "#/definitions/Mine" }));
    assert!(
        definition.to_string().find("x-tenon").is_none(),
        "{definition:#}"
    );
    let lost = ("v1/schemas/pet.json#/properties/oddly/not", Fate::Dropped);
    assert!(fates(&imported).contains(&lost), "{:?}", fates(&imported));
}

#[test]
fn what_stands_in_another_document_has_its_place_there() {
    let (root, mut documents) = spread();
    let pet = &documents.all["v1/schemas/pet.json"];
    let column = pet.find("\"not\"").unwrap() + 1;
    let imported = import("v1/api.json", &root, &mut documents, false);
    let place = |pointer: &str| {
        let mut entries = imported.ledger.entries.iter();
        let entry = entries.find(|entry| entry.pointer == pointer).unwrap();
        (entry.file.as_deref(), entry.place)
    };
    assert_eq!(
        place("v1/schemas/pet.json#/properties/oddly/not"),
        (Some("v1/schemas/pet.json"), Some((1, column)))
    );
    let here = imported.ledger.entries.iter().filter(|e| e.file.is_none());
    assert!(here.clone().count() > 0);
    for entry in here {
        assert!(root.pointer(&entry.pointer).is_some(), "{}", entry.pointer);
    }
    let preview = preview(&imported);
    let files: Vec<_> = preview
        .ledger
        .lines
        .iter()
        .map(|l| l.file.as_deref())
        .collect();
    assert!(files.contains(&Some("v1/schemas/pet.json")), "{files:?}");
}

#[test]
fn a_bundle_that_is_kept_comes_back_whole() {
    let (root, mut documents) = spread();
    let imported = import("v1/api.json", &root, &mut documents, true);
    let exported = to_openapi(&imported.connector).document;
    let written = exported.to_text();
    assert!(written.contains("\"not\""), "{written}");
    let alone = read("again.json", written.as_bytes()).unwrap().connector;
    let imported = without_private(&imported.connector);
    assert_eq!(alone.definition(), imported.definition());
}

#[test]
fn documents_that_cannot_be_had_are_named_and_the_rest_goes_on() {
    let root = json!({
        "openapi": "3.0.0", "info": { "title": "Pets", "version": "1" },
        "servers": [{ "url": "https://api.example.com" }],
        "paths": { "/a": { "get": { "operationId": "A", "responses": { "200": { "description": "OK" } } } } },
        "components": { "schemas": { "A": { "$ref": "gone.json" }, "B": { "$ref": "broken.json" }, "C": { "$ref": "gone.json#/a" } } }
    });
    let mut documents = documents([("broken.json", "{".to_owned())]);
    let imported = import("api.json", &root, &mut documents, false);
    assert_eq!(documents.asked.len(), 2);
    assert_eq!(operations(imported.connector.definition()).count(), 1);
    let found: Vec<&str> = imported.findings.iter().map(|f| f.file.as_str()).collect();
    assert_eq!(found, ["gone.json", "broken.json"]);
    assert!(imported.findings[1].message.to_string().contains("line 1"));
    let lost = ("/components/schemas/A/$ref", Fate::Dropped);
    assert!(fates(&imported).contains(&lost), "{:?}", fates(&imported));
}

/// Each document refers to the next one, without end.
struct Endless(usize);

impl Loader for Endless {
    fn load(&mut self, address: &str) -> Result<Vec<u8>, String> {
        self.0 += 1;
        let number: usize = address.trim_end_matches(".json").parse().unwrap();
        Ok(json!({ "$ref": format!("{}.json", number + 1) })
            .to_string()
            .into_bytes())
    }
}

/// One document refers to more than anybody writes.
struct Many(usize);

impl Loader for Many {
    fn load(&mut self, _: &str) -> Result<Vec<u8>, String> {
        self.0 += 1;
        Ok(b"{}".to_vec())
    }
}

#[test]
fn documents_without_end_come_to_an_end() {
    let with = |schemas: Value| {
        json!({ "openapi": "3.1.0", "info": { "title": "Pets", "version": "1" }, "paths": {}, "components": { "schemas": schemas } })
            .to_string()
    };
    let mut endless = Endless(0);
    let mut reading = Reading {
        loader: Some(&mut endless),
        ..Reading::default()
    };
    let root = with(json!({ "A": { "$ref": "1.json" } }));
    let imported = reading.read("0.json", root.as_bytes()).unwrap();
    assert!(
        imported
            .findings
            .last()
            .unwrap()
            .message
            .to_string()
            .contains("more than 20 documents")
    );
    assert_eq!(endless.0, 20);
    let mut many = Many(0);
    let mut reading = Reading {
        loader: Some(&mut many),
        ..Reading::default()
    };
    let schemas = (0..600).map(|n| (format!("S{n}"), json!({ "$ref": format!("{n}.json") })));
    let root = with(Value::Object(schemas.collect()));
    let imported = reading.read("api.json", root.as_bytes()).unwrap();
    assert!(
        imported
            .findings
            .last()
            .unwrap()
            .message
            .to_string()
            .contains("500 documents at most")
    );
    assert_eq!(many.0, 500);
}
