//! `tenon lint`: what it says, and how it ends.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use serde_json::{Value, json};

use super::sample::{faulty, mendable, package, sound, text};
use super::{command, tenon, tenon_with_input};

#[test]
fn a_sound_connector_ends_with_0() {
    let folder = tempfile::tempdir().unwrap();
    package(folder.path(), "weather", &sound());
    let called = tenon(folder.path(), &["lint", "weather"]).expect(0);
    assert!(called.out.contains("0 errors"), "{}", called.out);
    assert!(called.out.contains("1 connector"), "{}", called.out);
}

#[test]
fn findings_name_file_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    package(folder.path(), "weather", &faulty());
    let called = tenon(folder.path(), &["lint", "."]).expect(1);
    let definition = text(&faulty());
    let at = definition
        .lines()
        .position(|line| line.contains("\"required\""))
        .unwrap();
    let column = definition.lines().nth(at).unwrap().find('"').unwrap() + 1;
    let place = format!(
        "weather/apiDefinition.swagger.json:{}:{column}  error",
        at + 1
    );
    assert!(called.out.contains(&place), "{place}\n{}", called.out);
    assert!(called.out.contains("--fix"), "{}", called.out);
}

#[test]
fn a_member_that_stands_twice_is_named_when_a_fix_removes_one() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    package(at, "a", &mendable());
    let file = at.join("a/apiDefinition.swagger.json");
    let twice = text(&mendable()).replacen('{', "{\n  \"host\": \"old.example.com\",", 1);
    fs::write(&file, twice).unwrap();
    let called = tenon(at, &["lint", "a", "--fix"]);
    let left = fs::read_to_string(&file).unwrap();
    assert!(!left.contains("old.example.com"), "{left}");
    let told = called
        .out
        .lines()
        .find(|line| line.contains("mended") && line.contains("host"));
    assert!(told.is_some(), "{}", called.out);
}

#[test]
fn a_definition_that_does_not_say_its_version_well_is_linted() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let versions = [
        ("number", "\"swagger\": 2.0,"),
        ("null", "\"swagger\": null,"),
        ("missing", ""),
    ];
    for (name, version) in versions {
        package(at, name, &sound());
        let text = format!("{{ {version} \"info\": {{}}, \"paths\": {{}} }}");
        fs::write(at.join(name).join("apiDefinition.swagger.json"), text).unwrap();
        let told = tenon(at, &["lint", name, "--format", "json"])
            .expect(1)
            .json();
        let findings = told["connectors"][0]["findings"].as_array().unwrap();
        let version = findings
            .iter()
            .find(|finding| finding["rule"] == "SpecificationVersionIncorrect");
        assert!(version.is_some(), "{name}: {told:#}");
    }
}

#[test]
fn a_broken_file_keeps_nobody_else_from_lint() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    package(at, "a", &mendable());
    package(at, "b", &sound());
    package(at, "c", &sound());
    fs::write(
        at.join("b/apiDefinition.swagger.json"),
        "{\n \"swagger\": \"2.0\",\n \"info\": }",
    )
    .unwrap();
    fs::write(at.join("c/apiProperties.json"), "{ \"properties\" }").unwrap();
    let called = tenon(at, &["lint", "."]).expect(2);
    assert!(
        called.out.contains("b/apiDefinition.swagger.json:3:"),
        "{}",
        called.out
    );
    assert!(
        called.out.contains("c/apiProperties.json:1:"),
        "{}",
        called.out
    );
    assert!(
        called.out.contains("a/apiDefinition.swagger.json:"),
        "{}",
        called.out
    );
    let told = tenon(at, &["lint", ".", "missing", "--format", "json"])
        .expect(2)
        .json();
    assert_eq!(told["summary"]["connectors"], 3);
    assert_eq!(told["summary"]["unreadable"], 3);
    assert_eq!(told["faults"][0]["file"], "missing");
    assert_eq!(told["connectors"][1]["faults"][0]["line"], 3);
}

#[test]
fn other_files_of_a_tree_are_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    package(at, "weather", &sound());
    fs::write(at.join("package.json"), "{ \"name\": \"tools\" }").unwrap();
    fs::write(at.join("alone.json"), text(&sound())).unwrap();
    fs::write(
        at.join("alone.yaml"),
        "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {}\n",
    )
    .unwrap();
    let told = tenon(at, &["lint", ".", "--format", "json"]).json();
    let names: Vec<&Value> = told["connectors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| &c["name"])
        .collect();
    assert_eq!(names, ["alone.json", "alone.yaml", "weather"]);
}

#[test]
fn findings_in_yaml_have_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let yaml = "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get: { operationId: 'A b', responses: {200: {description: OK}} }\n";
    fs::write(folder.path().join("a.yaml"), yaml).unwrap();
    let told = tenon(folder.path(), &["lint", "a.yaml", "--format", "json"]).json();
    let findings = told["connectors"][0]["findings"].as_array().unwrap();
    let on = |line: u64| findings.iter().any(|finding| finding["line"] == line);
    assert!(on(5), "{findings:#?}");
    assert!(findings.iter().all(|finding| finding["line"].is_u64()));
}

#[test]
fn standard_input_is_linted() {
    let folder = tempfile::tempdir().unwrap();
    let input = text(&mendable());
    let called = tenon_with_input(folder.path(), &["lint", "-"], input.as_bytes()).expect(1);
    assert!(called.out.contains("standard input:"), "{}", called.out);
    tenon_with_input(folder.path(), &["lint", "-", "--fix"], input.as_bytes()).expect(2);
}

#[test]
fn what_was_mended_is_found_no_more_and_all_else_stays() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    package(at, "weather", &mendable());
    let path = at.join("weather/apiDefinition.swagger.json");
    // A layout that no printer makes.
    let odd = text(&mendable()).replace(
        "\"schemes\": [\n    \"https\"\n  ]",
        "\"schemes\" :[\"https\" ]",
    );
    fs::write(&path, &odd).unwrap();
    let called = tenon(at, &["lint", "weather", "--fix"]).expect(0);
    assert!(called.out.contains("mended"), "{}", called.out);
    let mended = fs::read_to_string(&path).unwrap();
    assert_eq!(
        mended,
        odd.replace("\"required\": false", "\"required\": true")
    );
    let told = tenon(at, &["lint", "weather", "--fix", "--format", "json"])
        .expect(0)
        .json();
    assert_eq!(told["connectors"][0]["mended"], json!([]));
    assert_eq!(told["summary"]["mendable"], 0);
    assert_eq!(
        fs::read_dir(at.join("weather")).unwrap().count(),
        2,
        "nothing is left beside"
    );
}

#[test]
fn the_json_names_rule_place_and_fix() {
    let folder = tempfile::tempdir().unwrap();
    package(folder.path(), "weather", &mendable());
    let told = tenon(folder.path(), &["lint", "weather", "--format", "json"])
        .expect(1)
        .json();
    let findings = told["connectors"][0]["findings"].as_array().unwrap();
    let error = findings
        .iter()
        .find(|finding| finding["severity"] == "error")
        .unwrap();
    assert_eq!(error["file"], "weather/apiDefinition.swagger.json");
    assert!(
        error["pointer"]
            .as_str()
            .unwrap()
            .starts_with("/paths/~1forecast~1{city}/get/parameters/0")
    );
    assert!(error["fix"]["title"].is_string(), "{error}");
    assert_eq!(error["mendable"], true);
    assert_eq!(told["summary"]["errors"], 1);
}

#[test]
fn stricter_profiles_ask_more() {
    let folder = tempfile::tempdir().unwrap();
    let mut definition = sound();
    definition["info"]["description"] = json!("");
    package(folder.path(), "weather", &definition);
    let rules = |profile| {
        let arguments = ["lint", "--rules", "--profile", profile, "--format", "json"];
        tenon(folder.path(), &arguments)
            .expect(0)
            .json()
            .as_array()
            .unwrap()
            .len()
    };
    assert!(rules("custom") < rules("certified"));
    assert!(rules("certified") <= rules("independent-publisher"));
}

#[test]
fn a_rule_is_explained_by_its_id_in_any_letter_case() {
    let folder = tempfile::tempdir().unwrap();
    let called = tenon(folder.path(), &["lint", "--explain", "invalidenumvalue"]).expect(0);
    assert!(
        called.out.starts_with("InvalidEnumValue (error"),
        "{}",
        called.out
    );
    let near = tenon(folder.path(), &["lint", "--explain", "enumval"]).expect(2);
    assert!(near.errors.contains("InvalidEnumValue"), "{}", near.errors);
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = command(folder.path(), &["lint", "--rules", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut errors = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut errors)
        .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{errors}");
    assert_eq!(errors, "");
}
