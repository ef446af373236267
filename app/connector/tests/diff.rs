//! The difference of two versions, and whom each kind of change reaches.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::diff::{Difference, Effect, Kind, diff, effect_rules};
use tenon_connector::document::{Document, Path};
use tenon_connector::{Part, swagger::OperationKey};

fn joints() -> Connector {
    let definition = json!({
        "swagger": "2.0",
        "info": {"title": "Joints", "version": "1"},
        "host": "api.example.com",
        "securityDefinitions": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
        "paths": {
            "/joints": {
                "get": {
                    "operationId": "ListJoints",
                    "summary": "List joints",
                    "parameters": [
                        {"name": "wood", "in": "query", "type": "string", "enum": ["oak", "ash"]},
                        {"name": "limit", "in": "query", "type": "integer", "default": 10}
                    ],
                    "responses": {
                        "200": {"description": "OK", "schema": {"type": "object", "properties": {
                            "name": {"type": "string"}, "depth": {"type": "integer"}
                        }}},
                        "201": {"description": "Made"}
                    }
                },
                "post": {
                    "operationId": "CreateJoint",
                    "parameters": [{"name": "body", "in": "body", "schema": {
                        "type": "object", "properties": {"name": {"type": "string"}, "note": {"type": "string"}}
                    }}],
                    "responses": {"201": {"description": "Created"}}
                }
            }
        }
    });
    let properties = json!({"properties": {"policyTemplateInstances": [], "scriptOperations": []}});
    Connector::new(Document::new(definition), Document::new(properties))
        .with_script("class Script {}".to_owned())
}

/// The path that a pointer names.
fn path(pointer: &str) -> Path {
    let root = joints();
    let mut path = Path::root();
    for key in pointer.split('/').skip(1).map(|key| key.replace("~1", "/")) {
        let here = path.get(root.definition()).and_then(Value::as_array);
        path = match (here, key.parse::<usize>()) {
            (Some(items), Ok(index)) => {
                path.join(tenon_connector::document::Step::of_item(items, index))
            }
            _ => path.join(key),
        };
    }
    path
}

/// The difference that a value at a place makes; none removes it.
fn with(part: Part, pointer: &str, value: Option<Value>) -> Difference {
    let before = joints();
    let mut after = before.clone();
    let edit = before.set(part, &path(pointer), value).unwrap();
    after.apply(&edit).unwrap();
    diff(&before, &after)
}

fn rules(difference: &Difference) -> BTreeSet<&'static str> {
    let effects = difference.entries.iter().filter_map(|entry| entry.effect);
    effects.map(|rule| rule.id).collect()
}

const LIST: &str = "/paths/~1joints/get";
const CREATE: &str = "/paths/~1joints/post";

/// Changes that reach somebody: the rule, the part, the place, the new value.
fn reaching() -> Vec<(&'static str, Part, String, Option<Value>)> {
    use Part::{Definition, Properties, Script};
    let list = |below: &str| format!("{LIST}{below}");
    let create = |below: &str| format!("{CREATE}{below}");
    let asked = json!([{"name": "wood", "in": "query", "type": "string", "required": true}]);
    let key = "/securityDefinitions/key/name".to_owned();
    let policies = "/properties/policyTemplateInstances".to_owned();
    vec![
        ("OperationRemoved", Definition, create(""), None),
        (
            "OperationIdChanged",
            Definition,
            list("/operationId"),
            Some(json!("Joints")),
        ),
        (
            "TriggerChanged",
            Definition,
            list("/x-ms-trigger"),
            Some(json!("batch")),
        ),
        ("ParameterRemoved", Definition, list("/parameters/1"), None),
        (
            "RequiredParameterAdded",
            Definition,
            create("/parameters"),
            Some(asked),
        ),
        (
            "ParameterMadeRequired",
            Definition,
            list("/parameters/0/required"),
            Some(json!(true)),
        ),
        (
            "InputTypeChanged",
            Definition,
            list("/parameters/0/type"),
            Some(json!("integer")),
        ),
        (
            "ChoicesChanged",
            Definition,
            list("/parameters/0/enum"),
            Some(json!(["oak"])),
        ),
        (
            "DefaultChanged",
            Definition,
            list("/parameters/1/default"),
            Some(json!(20)),
        ),
        (
            "InputFieldRemoved",
            Definition,
            create("/parameters/0/schema/properties/note"),
            None,
        ),
        (
            "OutputFieldRemoved",
            Definition,
            list("/responses/200/schema/properties/name"),
            None,
        ),
        (
            "OutputTypeChanged",
            Definition,
            list("/responses/200/schema/properties/depth/type"),
            Some(json!("string")),
        ),
        ("ResponseRemoved", Definition, list("/responses/201"), None),
        (
            "AuthenticationChanged",
            Definition,
            key,
            Some(json!("X-Other")),
        ),
        (
            "AddressChanged",
            Definition,
            "/host".to_owned(),
            Some(json!("other.example.com")),
        ),
        (
            "PoliciesChanged",
            Properties,
            policies,
            Some(json!([{"templateId": "setheader"}])),
        ),
        (
            "CodeChanged",
            Script,
            String::new(),
            Some(json!("class Other {}")),
        ),
    ]
}

#[test]
fn each_rule_tells_of_the_change_that_it_is_about() {
    let mut told = BTreeSet::new();
    for (rule, part, pointer, value) in reaching() {
        let difference = with(part, &pointer, value);
        assert!(rules(&difference).contains(rule), "{rule}: {difference:#?}");
        told.insert(rule);
    }
    let known: BTreeSet<_> = effect_rules().map(|rule| rule.id).collect();
    assert_eq!(told, known);
}

#[test]
fn what_adds_to_a_connector_or_explains_it_reaches_nobody() {
    let definition = |pointer: String, value: Value| with(Part::Definition, &pointer, Some(value));
    for difference in [
        definition("/info/description".to_owned(), json!("Wood joints.")),
        definition(format!("{LIST}/summary"), json!("List all joints")),
        definition(format!("{LIST}/x-ms-visibility"), json!("important")),
        definition(
            format!("{LIST}/parameters/0/description"),
            json!("The wood."),
        ),
        definition(
            format!("{LIST}/parameters/0/enum"),
            json!(["oak", "ash", "elm"]),
        ),
        definition(
            format!("{LIST}/responses/200/schema/properties/type"),
            json!({"type": "string"}),
        ),
        definition(
            format!("{CREATE}/parameters/0/schema/properties/type"),
            json!({"type": "string"}),
        ),
        definition(
            "/paths/~1joints/put".to_owned(),
            json!({"operationId": "UpdateJoint"}),
        ),
    ] {
        assert_eq!(difference.entries.len(), 1, "{difference:#?}");
        assert!(rules(&difference).is_empty(), "{difference:#?}");
    }
}

#[test]
fn a_connector_does_not_differ_from_itself() {
    assert_eq!(diff(&joints(), &joints()), Difference::default());
}

#[test]
fn a_moved_operation_is_the_same_one_by_its_id() {
    let before = joints();
    let mut definition = before.definition().clone();
    let paths = definition["paths"].as_object_mut().unwrap();
    let item = paths.shift_remove("/joints").unwrap();
    paths.insert("/v2/joints".to_owned(), item);
    let after = Connector::new(
        Document::new(definition),
        before.part(Part::Properties).clone(),
    )
    .with_script("class Script {}".to_owned());
    let difference = diff(&before, &after);
    assert_eq!(difference.breaking().count(), 0);
    let moved = difference.entries.first().unwrap();
    assert_eq!(moved.kind, Kind::Changed);
    assert_eq!(moved.before.as_deref(), Some("GET /joints"));
    assert_eq!(moved.after.as_deref(), Some("GET /v2/joints"));
    assert!(OperationKey::parse("GET /v2/joints").is_some_and(|key| key.location() == moved.path));
}

#[test]
fn values_are_told_and_what_only_alters_does_not_break() {
    let difference = with(Part::Definition, "/host", Some(json!("other.example.com")));
    let entry = difference.entries.first().unwrap();
    assert_eq!(entry.before.as_deref(), Some("api.example.com"));
    assert_eq!(entry.after.as_deref(), Some("other.example.com"));
    assert_eq!(entry.effect.map(|rule| rule.effect), Some(Effect::Alters));
    assert_eq!(difference.breaking().count(), 0);
}
