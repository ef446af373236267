//! `tenon import` and `tenon export`: what goes in comes out.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::sample::{self, package, sound, text};
use super::{tenon, tenon_with_input};

/// The files of a folder by name.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let pair = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().unwrap();
        (name, fs::read(entry.path()).unwrap())
    };
    entries.map(pair).collect()
}

#[test]
fn a_package_is_the_same_after_every_detour() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    package(at, "source", &sound());
    fs::write(at.join("source/script.csx"), "public class Script {}\n").unwrap();
    fs::write(at.join("source/readme.md"), "# Weather\n").unwrap();
    fs::write(at.join("source/icon.png"), b"\x89PNG\r\n\x1a\n").unwrap();

    tenon(at, &["import", "source", "-o", "imported"]).expect(0);
    tenon(at, &["export", "imported", "--to", "zip", "-o", "one.zip"]).expect(0);
    tenon(at, &["import", "one.zip", "-o", "unpacked"]).expect(0);
    tenon(
        at,
        &["export", "unpacked", "--to", "package", "-o", "again"],
    )
    .expect(0);
    tenon(at, &["export", "again", "--to", "zip", "-o", "two.zip"]).expect(0);

    let mut imported = contents(&at.join("imported"));
    assert_eq!(imported, contents(&at.join("unpacked")));
    assert_eq!(imported, contents(&at.join("again")));
    assert_eq!(
        fs::read(at.join("one.zip")).unwrap(),
        fs::read(at.join("two.zip")).unwrap()
    );
    assert!(imported.remove("settings.json").is_some());
    assert_eq!(imported, contents(&at.join("source")));
}

#[test]
fn a_definition_goes_in_and_out_through_pipes() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let definition = text(&sound());
    tenon_with_input(at, &["import", "-", "-o", "weather"], definition.as_bytes()).expect(0);
    let called = tenon(at, &["export", "weather", "--to", "swagger", "-o", "-"]).expect(0);
    assert_eq!(called.out, definition);
    let zip = tenon(at, &["export", "weather", "--to", "zip", "-o", "-"]).expect(0);
    tenon_with_input(at, &["import", "-", "-o", "unzipped"], &zip.bytes).expect(0);
    assert_eq!(
        contents(&at.join("weather")),
        contents(&at.join("unzipped"))
    );
}

#[test]
fn what_is_there_is_written_over_only_by_force() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    package(at, "source", &sound());
    fs::create_dir(at.join("taken")).unwrap();
    fs::write(at.join("taken/notes.txt"), "mine").unwrap();
    for arguments in [
        &["import", "source", "-o", "taken"][..],
        &["export", "source", "--to", "package", "-o", "taken"],
        &["export", "source", "--to", "zip", "-o", "taken/notes.txt"],
    ] {
        let called = tenon(at, arguments).expect(2);
        assert!(called.errors.contains("--force"), "{}", called.errors);
        assert_eq!(contents(&at.join("taken")).len(), 1, "{arguments:?}");
    }
    tenon(at, &["import", "source", "-o", "taken", "--force"]).expect(0);
    let taken = contents(&at.join("taken"));
    assert_eq!(taken["notes.txt"], b"mine");
    assert!(taken.contains_key("apiDefinition.swagger.json"));
}

#[test]
fn a_tree_is_imported_but_for_what_is_broken() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    package(at, "tree/north/weather", &sound());
    package(at, "tree/south", &sound());
    package(at, "tree/broken", &sound());
    fs::write(
        at.join("tree/broken/apiDefinition.swagger.json"),
        "{\n  \"swagger\": \"2.0\",\n  oops\n}",
    )
    .unwrap();
    let called = tenon(
        at,
        &[
            "import",
            "tree",
            "-o",
            "out",
            "--ledger",
            "ledger.json",
            "--format",
            "json",
        ],
    )
    .expect(2);
    let told = called.json();
    let folders: Vec<&str> = told["imported"]
        .as_array()
        .unwrap()
        .iter()
        .map(|done| done["folder"].as_str().unwrap())
        .collect();
    assert_eq!(folders, ["out/north/weather", "out/south"]);
    assert_eq!(told["faults"][0]["line"], 3);
    assert_eq!(
        told["faults"][0]["file"],
        "tree/broken/apiDefinition.swagger.json"
    );
    assert!(at.join("out/south/apiDefinition.swagger.json").is_file());
    let ledger = fs::read_to_string(at.join("ledger.json")).unwrap();
    assert!(ledger.contains("tree/south"), "{ledger}");
}

#[test]
fn the_ledger_says_what_was_derived() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let mut definition = sample::sound();
    definition["securityDefinitions"] =
        serde_json::json!({ "key": { "type": "apiKey", "name": "X-Key", "in": "header" } });
    definition["security"] = serde_json::json!([{ "key": [] }]);
    fs::write(at.join("alone.json"), text(&definition)).unwrap();
    tenon(
        at,
        &[
            "import",
            "alone.json",
            "-o",
            "out",
            "--ledger",
            "ledger.json",
        ],
    )
    .expect(0);
    let ledger = fs::read(at.join("ledger.json")).unwrap();
    let ledger: serde_json::Value = serde_json::from_slice(&ledger).unwrap();
    let entries = ledger[0]["entries"].as_array().unwrap();
    assert!(!entries.is_empty(), "{ledger}");
    assert!(entries.iter().all(|entry| entry["file"] == "alone.json"));
}

#[test]
fn what_yaml_cannot_hold_is_in_the_ledger_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let twice = text(&sound()).replacen('{', "{\n  \"host\": \"old.example.com\",", 1);
    fs::write(at.join("twice.json"), twice).unwrap();
    let export = |from, to| {
        let ledger = ["--ledger", "ledger.json"];
        let arguments = ["export", from, "--to", "swagger", "--yaml", "-o", to];
        tenon(at, &[&arguments[..], &ledger].concat())
    };
    export("twice.json", "twice.yaml").expect(0);
    let ledger = fs::read_to_string(at.join("ledger.json")).unwrap();
    let ledger: serde_json::Value = serde_json::from_str(&ledger).unwrap();
    assert_eq!(ledger["entries"][0]["pointer"], "/host");
    assert_eq!(ledger["entries"][0]["fate"], "dropped");
    let mut deep = sound();
    deep["x-deep"] = (0..70).fold(serde_json::json!(1), |below, _| serde_json::json!([below]));
    fs::write(at.join("deep.json"), text(&deep)).unwrap();
    let refused = export("deep.json", "deep.yaml").expect(2);
    assert!(refused.errors.contains("40 levels"), "{}", refused.errors);
    assert!(!at.join("deep.yaml").exists());
}

#[test]
fn a_definition_goes_through_yaml_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    package(at, "source", &sound());
    let arguments = [
        "export", "source", "--to", "swagger", "--yaml", "-o", "w.yaml",
    ];
    tenon(at, &arguments).expect(0);
    let yaml = fs::read_to_string(at.join("w.yaml")).unwrap();
    assert!(
        yaml.starts_with("swagger: \"2.0\"\ninfo:\n  title: Weather\n"),
        "{yaml}"
    );
    tenon(at, &["import", "w.yaml", "-o", "again"]).expect(0);
    let again = fs::read(at.join("again/apiDefinition.swagger.json")).unwrap();
    let again: serde_json::Value = serde_json::from_slice(&again).unwrap();
    assert_eq!(
        again.to_string(),
        sound().to_string(),
        "the order is the same, too"
    );
    tenon(
        at,
        &["export", "source", "--to", "zip", "--yaml", "-o", "x"],
    )
    .expect(2);
}

#[test]
fn only_the_selected_operations_are_taken() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let mut definition = sound();
    let mut other = definition["paths"]["/forecast/{city}"].clone();
    other["get"]["operationId"] = serde_json::json!("GetHistory");
    definition["paths"]["/history/{city}"] = other;
    package(at, "source", &definition);
    let select = |id, out| {
        let arguments = ["import", "source", "--select", id, "-o", out];
        tenon(at, &arguments)
    };
    let called = select("GetHistory", "out").expect(0);
    assert!(called.out.contains("with 1 operation:"), "{}", called.out);
    assert!(called.out.contains("GetForecast"), "{}", called.out);
    let told = tenon(
        at,
        &[
            "import",
            "source",
            "--select",
            "GetHistory",
            "-o",
            "told",
            "--format",
            "json",
        ],
    );
    let told: serde_json::Value = serde_json::from_str(&told.expect(0).out).unwrap();
    let entries = told["imported"][0]["findings"].as_array().unwrap();
    let gone = entries
        .iter()
        .find(|e| e["message"] == "Left out: operation GetForecast.");
    let gone = gone.unwrap();
    assert_eq!(gone["pointer"], "/paths/~1forecast~1{city}/get");
    assert_eq!(gone["fate"], "dropped");
    select("GetHistory , ", "blanks").expect(0);
    let near = select("GetHistori", "other").expect(2);
    assert!(near.errors.contains("GetHistory"), "{}", near.errors);
}

#[test]
fn an_openapi_document_becomes_a_package_and_the_ledger_names_what_changed() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let document = "openapi: 3.1.0\ninfo: { title: Joints, version: '1' }\nservers: [{ url: https://api.example.com }]\n\
                    paths:\n  /joints:\n    get:\n      operationId: ListJoints\n      summary: List joints\n      parameters:\n        \
                    - { name: session, in: cookie, schema: { type: string } }\n      responses:\n        '200': { description: OK }\n";
    fs::write(at.join("joints.yaml"), document).unwrap();
    let said = tenon(
        at,
        &[
            "import",
            "joints.yaml",
            "-o",
            "joints",
            "--ledger",
            "ledger.json",
        ],
    )
    .expect(0);
    assert!(
        said.out
            .contains("1 of 1 operations; on the way: 1 dropped"),
        "{}",
        said.out
    );
    let definition = fs::read_to_string(at.join("joints/apiDefinition.swagger.json")).unwrap();
    assert!(definition.contains("\"swagger\": \"2.0\""), "{definition}");
    let ledger = fs::read(at.join("ledger.json")).unwrap();
    let ledger: serde_json::Value = serde_json::from_slice(&ledger).unwrap();
    let entry = &ledger[0]["entries"][0];
    assert_eq!(entry["pointer"], "/paths/~1joints/get/parameters/0");
    assert_eq!(entry["fate"], "dropped");
    tenon(at, &["lint", "joints"]).expect(0);
}

const COLLECTION: &str = r#"{ "info": { "name": "Joints", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
  "item": [{ "name": "List joints", "request": { "method": "GET", "url": "https://api.example.com/joints?kind=hip" } }] }"#;
const RECORDING: &str = r#"{ "log": { "version": "1.2", "entries": [{ "request": { "method": "GET", "url": "https://api.example.com/joints",
  "headers": [], "queryString": [] }, "response": { "status": 200, "headers": [],
  "content": { "mimeType": "application/json", "text": "{\"a\":1}" } } }] } }"#;
const COMMANDS: &str = "#!/bin/sh\ncurl https://api.example.com/joints\n";

#[test]
fn collections_recordings_and_command_lines_are_found_in_a_tree_and_on_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::create_dir(at.join("tree")).unwrap();
    let sources = [
        ("collection.json", "postman", COLLECTION),
        ("recording.har", "har", RECORDING),
        ("commands.sh", "curl", COMMANDS),
    ];
    for (name, from, content) in sources {
        fs::write(at.join("tree").join(name), content).unwrap();
        let arguments = ["import", "-", "--from", from, "-o", from];
        tenon_with_input(at, &arguments, content.as_bytes()).expect(0);
        assert!(at.join(from).join("apiDefinition.swagger.json").is_file());
    }
    fs::write(at.join("tree/notes.txt"), "curly hair").unwrap();
    fs::write(at.join("tree/log.json"), r#"{ "log": [] }"#).unwrap();
    let arguments = ["import", "tree", "-o", "out", "--format", "json"];
    let told = tenon(at, &arguments).expect(0).json();
    let formats: Vec<&str> = told["imported"]
        .as_array()
        .unwrap()
        .iter()
        .map(|done| done["format"].as_str().unwrap())
        .collect();
    let expected = [
        "Postman collection 2.1",
        "Command lines of curl",
        "Recording of a browser (HAR)",
    ];
    assert_eq!(formats, expected);
}

#[test]
fn a_document_that_is_kept_comes_back_whole_and_goes_to_nobody_else() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let document = r#"{"openapi":"3.1.0","info":{"title":"Joints","version":"1","summary":"All"},"servers":[{"url":"https://api.example.com"}],
      "paths":{"/a":{"get":{"operationId":"List","responses":{"4XX":{"description":"Wrong"}}},"trace":{}}},"webhooks":{"made":{"post":{}}}}"#;
    let import = ["import", "-", "--keep-source", "-o", "joints"];
    tenon_with_input(at, &import, document.as_bytes()).expect(0);
    let export = |to| tenon(at, &["export", "joints", "--to", to, "-o", "-"]).expect(0);
    let expected: serde_json::Value = serde_json::from_str(document).unwrap();
    assert_eq!(export("openapi").json(), expected);
    assert!(!export("swagger").out.contains("x-tenon"));
    assert!(!export("postman").out.contains("x-tenon"));
    tenon(at, &["export", "joints", "--to", "package", "-o", "out"]).expect(0);
    for (name, bytes) in contents(&at.join("out")) {
        assert!(
            !String::from_utf8_lossy(&bytes).contains("x-tenon"),
            "{name}"
        );
    }
}

#[test]
fn a_description_is_read_with_the_files_that_it_refers_to() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let put = |path: &str, text: &str| {
        let path = at.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let api = "openapi: 3.1.0\ninfo: {title: Tides, version: '1'}\nservers: [{url: 'https://api.example.com'}]\npaths:\n  \
               /tides: {$ref: parts/tides.yaml}\n  /moons: {$ref: ../moons.yaml}\n";
    let item = "get: {operationId: ID, responses: {'200': {description: OK}}}\n";
    put("tree/specs/api.yaml", api);
    put(
        "tree/specs/parts/tides.yaml",
        &item.replace("ID", "ListTides"),
    );
    put("tree/moons.yaml", &item.replace("ID", "ListMoons"));
    let operations = |out: &str| text_of(at, out).matches("operationId").count();
    tenon(
        at,
        &[
            "import",
            "tree/specs/api.yaml",
            "-o",
            "one",
            "--ledger",
            "ledger.json",
        ],
    )
    .expect(0);
    assert_eq!(operations("one"), 1);
    let ledger = fs::read_to_string(at.join("ledger.json")).unwrap();
    assert!(ledger.contains("lies outside of"), "{ledger}");
    tenon(at, &["import", "tree", "-o", "both"]).expect(0);
    assert_eq!(operations("both"), 2);
}

fn text_of(at: &Path, package: &str) -> String {
    fs::read_to_string(at.join(package).join("apiDefinition.swagger.json")).unwrap()
}

#[test]
fn a_file_that_is_not_what_it_is_said_to_be_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let definition = text(&sound());
    for (from, content) in [
        ("postman", definition.as_str()),
        ("openapi", &definition),
        ("har", &definition),
        ("curl", &definition),
        ("swagger", COLLECTION),
    ] {
        let arguments = ["import", "-", "--from", from, "-o", "out"];
        let called = tenon_with_input(at, &arguments, content.as_bytes()).expect(2);
        assert!(
            called.errors.contains("standard input is"),
            "{}",
            called.errors
        );
    }
}

#[test]
fn a_connector_goes_out_in_each_layout_with_a_ledger_and_in_again() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    package(at, "source", &sound());
    for (to, out) in [
        ("openapi", "openapi.json"),
        ("postman", "postman.json"),
        ("independent-publisher", "published"),
    ] {
        let ledger = format!("{to}.ledger.json");
        let arguments = [
            "export", "source", "--to", to, "-o", out, "--ledger", &ledger,
        ];
        tenon(at, &arguments).expect(0);
        let ledger: serde_json::Value =
            serde_json::from_slice(&fs::read(at.join(ledger)).unwrap()).unwrap();
        assert_eq!(ledger["operationsIn"], 1, "{to}: {ledger}");
        assert_eq!(ledger["operationsOut"], 1, "{to}: {ledger}");
        let again = format!("{to}-again");
        let called = tenon(at, &["import", out, "-o", &again]).expect(0);
        assert!(called.out.contains("with 1 operation:"), "{}", called.out);
    }
    let files: Vec<String> = contents(&at.join("published")).into_keys().collect();
    assert_eq!(
        files,
        [
            "apiDefinition.swagger.json",
            "apiProperties.json",
            "readme.md"
        ]
    );
}

#[test]
fn broken_json_is_mended_where_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let whole = text(&sound());
    let broken = whole.replacen('{', "{ // the weather\n", 1);
    package(at, "source", &sound());
    fs::write(at.join("source/apiDefinition.swagger.json"), &broken).unwrap();
    let refused = tenon(at, &["import", "source", "-o", "out"]).expect(2);
    assert!(refused.errors.contains("--lenient"), "{}", refused.errors);
    let import = |from, to| {
        let arguments = [
            "import",
            from,
            "--lenient",
            "--ledger",
            "ledger.json",
            "-o",
            to,
        ];
        tenon(at, &arguments).expect(0);
        let ledger = fs::read_to_string(at.join("ledger.json")).unwrap();
        let ledger: serde_json::Value = serde_json::from_str(&ledger).unwrap();
        ledger[0]["entries"].as_array().unwrap().clone()
    };
    let entries = import("source", "out");
    assert_eq!(entries[0]["line"], 1);
    let message = entries[0]["message"].as_str().unwrap();
    assert!(
        message.starts_with("Mended: JSON has no comments."),
        "{message}"
    );
    tenon(
        at,
        &["export", "out", "--to", "swagger", "-o", "mended.json"],
    )
    .expect(0);
    let mended = fs::read_to_string(at.join("mended.json")).unwrap();
    let mended: serde_json::Value = serde_json::from_str(&mended).unwrap();
    assert_eq!(mended, sound());
    // Cut off in the middle: one entry, however much is open there.
    let cut = whole.get(..whole.len() / 2).unwrap();
    fs::write(at.join("cut.swagger.json"), cut).unwrap();
    let entries = import("cut.swagger.json", "cut");
    let mended = entries.iter().filter(|entry| {
        let message = entry["message"].as_str().unwrap();
        message.starts_with("Mended: ")
    });
    assert_eq!(mended.count(), 1, "{entries:?}");
    // What can mean several things is refused all the same.
    fs::write(at.join("odd.swagger.json"), "{\"swagger\" \"2.0\"}").unwrap();
    let refused = tenon(
        at,
        &["import", "odd.swagger.json", "--lenient", "-o", "odd"],
    )
    .expect(2);
    assert!(!refused.errors.contains("--lenient"), "{}", refused.errors);
}

#[test]
fn samples_are_described_as_exactly_as_one_likes() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let command = r#"curl https://a.example/b -H 'Content-Type: application/json' -d '{"at":"2024-05-01T10:00:00Z"}'"#;
    fs::write(at.join("call.sh"), command).unwrap();
    let schema = |out: &str, more: &[&str]| {
        let arguments = [&["import", "call.sh", "-o", out], more].concat();
        tenon(at, &arguments).expect(0);
        let definition = fs::read(at.join(out).join("apiDefinition.swagger.json")).unwrap();
        let definition: serde_json::Value = serde_json::from_slice(&definition).unwrap();
        definition["paths"]["/b"]["post"]["parameters"][0]["schema"].clone()
    };
    let plain = schema("plain", &[]);
    assert_eq!(plain["properties"]["at"].get("format"), None);
    assert_eq!(plain.get("required"), None);
    let exact = schema("exact", &["--exact-samples"]);
    assert_eq!(exact["properties"]["at"]["format"], "date-time");
    assert_eq!(exact["required"], serde_json::json!(["at"]));
}
