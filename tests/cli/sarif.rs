//! The SARIF log of `tenon lint`: the structure that SARIF 2.1.0 prescribes.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use super::sample::{mendable, package, sound};
use super::tenon;

fn log(broken: bool) -> Value {
    let folder = tempfile::tempdir().unwrap();
    package(folder.path(), "a weather", &mendable());
    package(folder.path(), "other", &sound());
    if broken {
        let path = folder.path().join("other/apiDefinition.swagger.json");
        fs::write(path, "{ \"swagger\": \"2.0\" ").unwrap();
    }
    let code = if broken { 2 } else { 1 };
    let called = tenon(folder.path(), &["lint", ".", "--format", "sarif"]);
    called.expect(code).json()
}

#[test]
fn the_log_has_one_run_with_every_rule() {
    let log = log(false);
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let ids: BTreeSet<&str> = rules
        .iter()
        .map(|rule| rule["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), rules.len(), "each rule is there once");
    for rule in rules {
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(rule[text]["text"].is_string(), "{rule}");
        }
        let level = rule["defaultConfiguration"]["level"].as_str().unwrap();
        assert!(["error", "warning"].contains(&level), "{rule}");
    }
}

#[test]
fn each_result_has_its_rule_its_place_and_its_fix() {
    let log = log(false);
    let run = &log["runs"][0];
    let rules = &run["tool"]["driver"]["rules"];
    let results = run["results"].as_array().unwrap();
    assert!(!results.is_empty());
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(result["message"]["text"].is_string());
        let location = &result["locations"][0];
        let physical = &location["physicalLocation"];
        let uri = physical["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.starts_with("a%20weather/"), "{uri}");
        assert!(physical["region"]["startLine"].as_u64().unwrap() > 0);
        assert!(physical["region"]["startColumn"].as_u64().unwrap() > 0);
        assert!(location["logicalLocations"][0]["fullyQualifiedName"].is_string());
    }
    let fix = results
        .iter()
        .find_map(|result| result["fixes"].get(0))
        .unwrap();
    let change = &fix["artifactChanges"][0];
    assert_eq!(
        change["artifactLocation"]["uri"],
        "a%20weather/apiDefinition.swagger.json"
    );
    let replacement = &change["replacements"][0];
    let region = &replacement["deletedRegion"];
    assert_eq!(region["startLine"], region["endLine"]);
    assert!(replacement["insertedContent"]["text"].is_string());
}

#[test]
fn a_file_that_cannot_be_read_is_told_as_a_notification() {
    let log = log(true);
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notification = &invocation["toolExecutionNotifications"][0];
    assert_eq!(notification["level"], "error");
    let physical = &notification["locations"][0]["physicalLocation"];
    assert_eq!(
        physical["artifactLocation"]["uri"],
        "other/apiDefinition.swagger.json"
    );
    assert!(physical["region"]["startLine"].is_u64());
}

/// What the published schema finds wrong with a log.
fn faults(log: &Value) -> Vec<String> {
    // As published it has a bracket too many, which no engine for regular expressions of Unicode takes.
    let schema = include_str!("schemas/sarif-2.1.0.json").replace("{2}]?$", "{2}$");
    let schema = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let told = validator
        .iter_errors(log)
        .map(|error| format!("{} {error}", error.instance_path()));
    told.take(5).collect()
}

#[test]
fn the_log_is_valid_by_the_published_schema() {
    for broken in [false, true] {
        let log = log(broken);
        assert_eq!(faults(&log), Vec::<String>::new());
        let mut wrong = log;
        wrong["runs"][0]["results"][0]["level"] = "fatal".into();
        wrong["runs"][0]["surprise"] = true.into();
        assert!(!faults(&wrong).is_empty(), "the schema judges");
    }
}
