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

/// What an object of a SARIF log must have, and what else it may have, of all that the schema names
/// (SARIF 2.1.0, section 3): its members, and which of them are objects (or arrays of objects) in their turn.
struct Shape {
    name: &'static str,
    required: &'static [&'static str],
    optional: &'static [&'static str],
    inner: &'static [(&'static str, &'static str)],
}

const SHAPES: &[Shape] = &[
    Shape {
        name: "log",
        required: &["version", "runs"],
        optional: &["$schema"],
        inner: &[("runs", "run")],
    },
    Shape {
        name: "run",
        required: &["tool"],
        optional: &["invocations", "columnKind", "properties", "results"],
        inner: &[
            ("tool", "tool"),
            ("invocations", "invocation"),
            ("results", "result"),
        ],
    },
    Shape {
        name: "tool",
        required: &["driver"],
        optional: &[],
        inner: &[("driver", "toolComponent")],
    },
    Shape {
        name: "toolComponent",
        required: &["name"],
        optional: &["semanticVersion", "version", "informationUri", "rules"],
        inner: &[("rules", "reportingDescriptor")],
    },
    Shape {
        name: "reportingDescriptor",
        required: &["id"],
        optional: &[
            "name",
            "shortDescription",
            "fullDescription",
            "help",
            "helpUri",
            "defaultConfiguration",
            "properties",
        ],
        inner: &[
            ("shortDescription", "message"),
            ("fullDescription", "message"),
            ("help", "message"),
        ],
    },
    Shape {
        name: "message",
        required: &["text"],
        optional: &["markdown"],
        inner: &[],
    },
    Shape {
        name: "invocation",
        required: &["executionSuccessful"],
        optional: &["toolExecutionNotifications"],
        inner: &[("toolExecutionNotifications", "notification")],
    },
    Shape {
        name: "notification",
        required: &["message"],
        optional: &["level", "locations"],
        inner: &[("message", "message"), ("locations", "location")],
    },
    Shape {
        name: "result",
        required: &["message"],
        optional: &[
            "ruleId",
            "ruleIndex",
            "level",
            "locations",
            "fixes",
            "properties",
        ],
        inner: &[
            ("message", "message"),
            ("locations", "location"),
            ("fixes", "fix"),
        ],
    },
    Shape {
        name: "location",
        required: &[],
        optional: &["physicalLocation", "logicalLocations"],
        inner: &[
            ("physicalLocation", "physicalLocation"),
            ("logicalLocations", "logicalLocation"),
        ],
    },
    Shape {
        name: "physicalLocation",
        required: &["artifactLocation"],
        optional: &["region"],
        inner: &[
            ("artifactLocation", "artifactLocation"),
            ("region", "region"),
        ],
    },
    Shape {
        name: "artifactLocation",
        required: &["uri"],
        optional: &[],
        inner: &[],
    },
    Shape {
        name: "region",
        required: &["startLine"],
        optional: &["startColumn", "endLine", "endColumn"],
        inner: &[],
    },
    Shape {
        name: "logicalLocation",
        required: &["fullyQualifiedName"],
        optional: &["name", "kind"],
        inner: &[],
    },
    Shape {
        name: "fix",
        required: &["artifactChanges"],
        optional: &["description"],
        inner: &[
            ("description", "message"),
            ("artifactChanges", "artifactChange"),
        ],
    },
    Shape {
        name: "artifactChange",
        required: &["artifactLocation", "replacements"],
        optional: &[],
        inner: &[
            ("artifactLocation", "artifactLocation"),
            ("replacements", "replacement"),
        ],
    },
    Shape {
        name: "replacement",
        required: &["deletedRegion"],
        optional: &["insertedContent"],
        inner: &[("deletedRegion", "region"), ("insertedContent", "message")],
    },
];

fn expect_shape(value: &Value, name: &str, at: &str) {
    let shape = SHAPES.iter().find(|shape| shape.name == name).unwrap();
    let members = value
        .as_object()
        .unwrap_or_else(|| panic!("{at} is no object: {value}"));
    for required in shape.required {
        assert!(members.contains_key(*required), "{at} has no {required}");
    }
    for key in members.keys() {
        let key = key.as_str();
        let is_known = shape.required.contains(&key) || shape.optional.contains(&key);
        assert!(is_known, "{at} has an unknown member {key}");
    }
    for (key, inner) in shape.inner {
        match members.get(*key) {
            Some(Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    expect_shape(item, inner, &format!("{at}.{key}[{index}]"));
                }
            }
            Some(value) => expect_shape(value, inner, &format!("{at}.{key}")),
            None => {}
        }
    }
}

#[test]
fn the_log_has_the_shape_that_its_schema_requires() {
    for broken in [false, true] {
        let log = log(broken);
        expect_shape(&log, "log", "log");
        let levels = ["none", "note", "warning", "error"];
        for result in log["runs"][0]["results"].as_array().unwrap() {
            assert!(levels.contains(&result["level"].as_str().unwrap()));
            let region = &result["locations"][0]["physicalLocation"]["region"];
            for bound in ["startLine", "startColumn"] {
                assert!(region[bound].as_u64().unwrap() > 0, "{result}");
            }
        }
    }
}
