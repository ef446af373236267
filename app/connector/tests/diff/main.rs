//! The difference of two versions, and whom each kind of change reaches.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, reads files, and says on the terminal what it left out"
)]

mod corpus;
mod effective;
mod rules;
#[path = "../samples/mod.rs"]
mod samples;
mod sign_in;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tenon_connector::diff::{Difference, Effect, Entry, Kind, Subject, diff};
use tenon_connector::document::{Document, Path, Step};
use tenon_connector::{Attachment, Connector, Part, swagger::OperationKey};

fn definition() -> Value {
    json!({
        "swagger": "2.0",
        "info": {"title": "Joints", "version": "1"},
        "host": "api.example.com",
        "consumes": ["application/json"],
        "securityDefinitions": {"signIn": {
            "type": "oauth2", "flow": "accessCode", "scopes": {"read": "Read"}
        }},
        "parameters": {
            "limit": {"name": "limit", "in": "query", "type": "integer", "default": 10, "maximum": 100}
        },
        "responses": {"Failed": {"description": "Failed"}},
        "definitions": {
            "Joint": {"type": "object", "required": ["name"], "properties": {
                "name": {"type": "string"},
                "depth": {"type": "integer"},
                "kind": {"type": "string", "enum": ["tenon", "mortise"]},
                "cut": {"type": "string", "format": "date"},
                "parts": {"type": "array", "items": {"$ref": "#/definitions/Joint"}}
            }},
            "Unused": {"type": "object", "properties": {"a": {"type": "string"}}}
        },
        "paths": {
            "/joints": {
                "get": {
                    "operationId": "ListJoints",
                    "summary": "List joints",
                    "parameters": [
                        {"name": "wood", "in": "query", "type": "string", "enum": ["oak", "ash"], "description": "Wood"},
                        {"name": "tags", "in": "query", "type": "array", "collectionFormat": "csv", "items": {"type": "string"}},
                        {"name": "word", "in": "query", "type": "string", "maxLength": 20},
                        {"$ref": "#/parameters/limit"}
                    ],
                    "responses": {
                        "200": {"description": "OK", "schema": {"type": "array", "items": {"$ref": "#/definitions/Joint"}}},
                        "201": {"description": "Made"},
                        "500": {"$ref": "#/responses/Failed"}
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
    })
}

fn properties() -> Value {
    json!({"properties": {
        "connectionParameters": {
            "token": {"type": "string"},
            "login": {"type": "oauthSetting", "oAuthSettings": {
                "identityProvider": "oauth2", "redirectMode": "Global",
                "customParameters": {
                    "authorizationUrl": {"value": "https://id.example.com/authorize"},
                    "tokenUrl": {"value": "https://id.example.com/token"},
                    "refreshUrl": {"value": "https://id.example.com/refresh"}
                }
            }},
            "account": {"type": "string", "uiDefinition": {"constraints": {"required": "false"}}}
        },
        "connectionParameterSets": {"values": [
            {"name": "key", "parameters": {"key": {"type": "securestring"}}},
            {"name": "basic", "parameters": {}}
        ]},
        "policyTemplateInstances": [
            {"templateId": "setheader", "title": "Say who asks", "parameters": {"x": "a"}},
            {"templateId": "dynamichosturl", "title": "Host", "parameters": {"x": "a"}}
        ],
        "scriptOperations": []
    }})
}

fn of(definition: Value) -> Connector {
    Connector::new(Document::new(definition), Document::new(properties()))
        .with_script("class Script {}".to_owned())
}

fn joints() -> Connector {
    of(definition())
}

/// The path that a pointer names in a part.
fn path(part: Part, pointer: &str) -> Path {
    let root = joints();
    let mut path = Path::root();
    for key in pointer.split('/').skip(1).map(|key| key.replace("~1", "/")) {
        let here = path.get(root.part(part).root()).and_then(Value::as_array);
        path = match (here, key.parse::<usize>()) {
            (Some(items), Ok(index)) => path.join(Step::of_item(items, index)),
            _ => path.join(key),
        };
    }
    path
}

/// The connector with another value at a place; none removes it.
fn changed(part: Part, pointer: &str, value: Option<Value>) -> Connector {
    let mut connector = joints();
    let edit = connector.set(part, &path(part, pointer), value).unwrap();
    connector.apply(&edit).unwrap();
    connector
}

/// The difference that a value at a place makes; none removes it.
fn with(part: Part, pointer: &str, value: Option<Value>) -> Difference {
    diff(&joints(), &changed(part, pointer, value))
}

fn in_definition(pointer: &str, value: Value) -> Difference {
    with(Part::Definition, pointer, Some(value))
}

fn effects(difference: &Difference) -> BTreeSet<&'static str> {
    let effects = difference.entries.iter().filter_map(|entry| entry.effect);
    effects.map(|rule| rule.id).collect()
}

fn only(difference: &Difference) -> &Entry {
    assert_eq!(difference.entries.len(), 1, "{difference:#?}");
    difference.entries.first().unwrap()
}

#[test]
fn a_connector_does_not_differ_from_itself() {
    assert_eq!(diff(&joints(), &joints()), Difference::default());
}

#[test]
fn a_moved_operation_is_the_same_one_by_its_id() {
    let mut definition = definition();
    let paths = definition["paths"].as_object_mut().unwrap();
    let item = paths.shift_remove("/joints").unwrap();
    paths.insert("/v2/joints".to_owned(), item);
    let difference = diff(&joints(), &of(definition));
    assert_eq!(difference.breaking().count(), 0);
    let moved = difference.entries.first().unwrap();
    assert_eq!(moved.kind, Kind::Moved);
    assert_eq!(moved.effect.map(|rule| rule.effect), Some(Effect::Spares));
    assert_eq!(moved.before.as_deref(), Some("GET /joints"));
    assert_eq!(moved.after.as_deref(), Some("GET /v2/joints"));
    assert!(OperationKey::parse("GET /v2/joints").is_some_and(|key| key.location() == moved.path));
    assert_eq!(difference.entries.len(), 2, "{difference:#?}");
}

#[test]
fn an_operation_with_another_id_in_the_same_place_is_renamed() {
    let difference = in_definition("/paths/~1joints/get/operationId", json!("Joints"));
    let entry = only(&difference);
    assert_eq!(entry.kind, Kind::Renamed);
    assert_eq!(entry.after.as_deref(), Some("Joints"));
}

#[test]
fn two_operations_that_change_places_are_moved_and_not_renamed() {
    let mut definition = definition();
    let item = &mut definition["paths"]["/joints"];
    let (get, post) = (item["get"].clone(), item["post"].clone());
    item["get"] = post;
    item["post"] = get;
    let difference = diff(&joints(), &of(definition));
    let kinds: Vec<_> = difference.entries.iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, [Kind::Moved, Kind::Moved]);
}

#[test]
fn a_shared_schema_is_told_once_with_the_operations_that_it_reaches() {
    let difference = with(
        Part::Definition,
        "/definitions/Joint/properties/depth",
        None,
    );
    let entry = only(&difference);
    assert!(matches!(&entry.subject, Subject::Schema { name } if name == "Joint"));
    assert_eq!(entry.effect.map(|rule| rule.id), Some("OutputFieldRemoved"));
    let [reached] = &entry.reaches[..] else {
        panic!("{:?}", entry.reaches)
    };
    assert_eq!(reached.name, "List joints");
    assert!(reached.output && !reached.input);
    let unused = with(Part::Definition, "/definitions/Unused/properties/a", None);
    assert_eq!(only(&unused).effect, None);
}

#[test]
fn a_reference_to_the_same_under_another_name_reaches_nobody() {
    let mut definition = definition();
    definition["definitions"]["Copy"] = definition["definitions"]["Joint"].clone();
    let schema = &mut definition["paths"]["/joints"]["get"]["responses"]["200"]["schema"];
    schema["items"]["$ref"] = json!("#/definitions/Copy");
    let difference = diff(&joints(), &of(definition));
    assert_eq!(effects(&difference), BTreeSet::new(), "{difference:#?}");
}

#[test]
fn another_order_is_told_apart_from_another_meaning() {
    let wood = "/paths/~1joints/get/parameters/0/enum";
    let difference = in_definition(wood, json!(["ash", "oak"]));
    assert_eq!(only(&difference).kind, Kind::Reordered);
    let mut definition = definition();
    let parameters = definition["paths"]["/joints"]["get"]["parameters"].as_array_mut();
    parameters.unwrap().reverse();
    let difference = diff(&joints(), &of(definition));
    assert_eq!(only(&difference).kind, Kind::Reordered);
    assert_eq!(effects(&difference), BTreeSet::new());
}

#[test]
fn values_are_told_and_what_only_alters_does_not_break() {
    let difference = in_definition("/host", json!("other.example.com"));
    let entry = only(&difference);
    assert_eq!(entry.before.as_deref(), Some("api.example.com"));
    assert_eq!(entry.after.as_deref(), Some("other.example.com"));
    assert_eq!(entry.effect.map(|rule| rule.effect), Some(Effect::Alters));
    assert_eq!(difference.breaking().count(), 0);
}

#[test]
fn a_number_that_no_other_type_tells_apart_is_told() {
    let place = "/parameters/limit/maximum";
    let huge = |last: u8| {
        let text = format!("12345678901234567890123456789{last}");
        Some(Document::parse(&text).unwrap().root().clone())
    };
    let [one, other] = [0, 1].map(|last| changed(Part::Definition, place, huge(last)));
    let difference = diff(&one, &other);
    let entry = only(&difference);
    assert_eq!(
        entry.before.as_deref(),
        Some("123456789012345678901234567890")
    );
    assert_eq!(
        entry.after.as_deref(),
        Some("123456789012345678901234567891")
    );
}

#[test]
fn a_default_that_goes_from_a_required_parameter_breaks() {
    let limit = |default: Option<u8>, required: bool| {
        let mut limit =
            json!({"name": "limit", "in": "query", "type": "integer", "required": required});
        if let Some(default) = default {
            limit["default"] = json!(default);
        }
        changed(Part::Definition, "/parameters/limit", Some(limit))
    };
    let told = |required| effects(&diff(&limit(Some(10), required), &limit(None, required)));
    assert_eq!(told(true), BTreeSet::from(["ParameterMadeRequired"]));
    assert_eq!(told(false), BTreeSet::from(["DefaultChanged"]));
}

#[test]
fn what_a_trigger_receives_is_told_when_it_goes() {
    let content = json!({"schema": {"type": "object", "properties": {"id": {"type": "string"}}}});
    let before = "/paths/~1joints/x-ms-notification-content";
    let before = changed(Part::Definition, before, Some(content));
    let difference = diff(&before, &joints());
    assert_eq!(effects(&difference), BTreeSet::from(["ResponseRemoved"]));
    let message = difference.entries.first().unwrap().message.to_string();
    assert_eq!(message, "What the trigger receives was removed.");
}

#[test]
fn another_spelling_of_the_same_reaches_nobody() {
    let account = "/properties/connectionParameters/account/uiDefinition/constraints/required";
    let [text, truth, no] = [json!("true"), json!(true), json!(false)]
        .map(|v| changed(Part::Properties, account, Some(v)));
    assert_eq!(effects(&diff(&text, &truth)), BTreeSet::new());
    assert_eq!(effects(&diff(&truth, &text)), BTreeSet::new());
    assert_eq!(
        effects(&diff(&no, &text)),
        BTreeSet::from(["ConnectionParameterRequired"])
    );
    let format = "/paths/~1joints/get/parameters/1/collectionFormat";
    let unsaid = changed(Part::Definition, format, None);
    let piped = changed(Part::Definition, format, Some(json!("pipes")));
    assert_eq!(effects(&diff(&joints(), &unsaid)), BTreeSet::new());
    assert_eq!(effects(&diff(&unsaid, &joints())), BTreeSet::new());
    let told = BTreeSet::from(["CollectionFormatChanged"]);
    assert_eq!(effects(&diff(&unsaid, &piped)), told);
    assert_eq!(effects(&diff(&piped, &unsaid)), told);
}

#[test]
fn what_moves_from_the_root_to_every_operation_reaches_nobody() {
    let spread = |keys: &[(&str, Value)], is_every: bool| {
        let mut definition = definition();
        let operations = if is_every {
            &["get", "post"][..]
        } else {
            &["get"]
        };
        for (key, value) in keys {
            definition.as_object_mut().unwrap().shift_remove(*key);
            for verb in operations {
                definition["paths"]["/joints"][*verb][*key] = value.clone();
            }
        }
        of(definition)
    };
    let values = [
        ("consumes", json!(["application/json"])),
        ("produces", json!(["application/json"])),
        ("schemes", json!(["https"])),
        ("security", json!([{"signIn": ["read"]}])),
    ];
    let mut above = definition();
    for (key, value) in &values {
        above[*key] = value.clone();
    }
    let above = of(above);
    let difference = diff(&above, &spread(&values, true));
    assert_eq!(effects(&difference), BTreeSet::new(), "{difference:#?}");
    assert_eq!(
        effects(&diff(&spread(&values, true), &above)),
        BTreeSet::new()
    );
    let told = BTreeSet::from(["AddressChanged", "AuthenticationChanged", "MediaNarrowed"]);
    assert_eq!(effects(&diff(&above, &spread(&values, false))), told);
    let others = values.map(|(key, _)| (key, json!([])));
    assert_eq!(effects(&diff(&above, &spread(&others, true))), told);
}

#[test]
fn settings_of_oauth_in_other_letters_reach_nobody() {
    let parameter = |key: &str, provider: &str| {
        let parameter = json!({"type": "oauthSetting", key: {"identityProvider": provider}});
        let place = "/properties/connectionParameters/token";
        changed(Part::Properties, place, Some(parameter))
    };
    let old = parameter("oauthSettings", "oauth2");
    let anew = diff(&old, &parameter("oAuthSettings", "oauth2"));
    assert_eq!(effects(&anew), BTreeSet::new(), "{anew:#?}");
    assert_eq!(anew.entries.len(), 2);
    let other = diff(&old, &parameter("oAuthSettings", "aad"));
    assert_eq!(effects(&other), BTreeSet::from(["AuthenticationChanged"]));
}

#[test]
fn icon_and_other_files_are_told_as_a_whole() {
    let file = |content: &str| Attachment {
        name: "readme.md".to_owned(),
        content: content.to_owned(),
    };
    let before = joints().with_attachments(vec![file("YQ==")]);
    let after = joints()
        .with_icon(b"image")
        .with_attachments(vec![file("Yg==")]);
    let difference = diff(&before, &after);
    let told: Vec<_> = difference
        .entries
        .iter()
        .map(|e| (&e.subject, e.kind))
        .collect();
    let readme = Subject::File {
        name: "readme.md".to_owned(),
    };
    assert_eq!(
        told,
        [(&Subject::Icon, Kind::Added), (&readme, Kind::Changed)]
    );
}

#[test]
fn a_difference_is_sent_as_json() {
    let difference = in_definition("/host", json!("other.example.com"));
    let sent = serde_json::to_value(&difference).unwrap();
    assert_eq!(sent["entries"][0]["subject"], json!("general"));
    assert_eq!(sent["entries"][0]["kind"], json!("changed"));
    assert_eq!(sent["entries"][0]["effect"]["id"], json!("AddressChanged"));
}

#[test]
fn deep_documents_are_compared_on_a_small_stack() {
    let nested = |inner: &str| {
        let (open, close) = ("{\"items\":".repeat(600), "}".repeat(600));
        let text = format!("{{\"definitions\":{{\"Deep\":{open}{inner}{close}}},\"paths\":{{}}}}");
        Connector::new(Document::parse(&text).unwrap(), Document::new(json!({})))
    };
    let work = move || {
        let difference = diff(&nested("1"), &nested("2"));
        assert_eq!(only(&difference).after.as_deref(), Some("2"));
    };
    let thread = std::thread::Builder::new().stack_size(1024 * 1024);
    thread.spawn(work).unwrap().join().unwrap();
}

#[test]
fn a_value_that_is_only_spelt_anew_is_told_with_its_spelling() {
    let required = "/properties/connectionParameters/account/uiDefinition/constraints/required";
    let spelt = with(Part::Properties, required, Some(json!(false)));
    let entry = &spelt.entries[0];
    let told = (entry.before.as_deref(), entry.after.as_deref());
    assert_eq!(told, (Some("\"false\""), Some("false")));
}

#[test]
fn another_name_for_the_same_segment_of_a_path_is_one_change() {
    let with = |path: &str, names: [&str; 2]| {
        let parameter =
            |name| json!({"name": name, "in": "path", "required": true, "type": "string"});
        of(json!({"swagger": "2.0", "paths": {path: {"get": {
            "operationId": "A", "parameters": names.map(parameter), "responses": {}
        }}}}))
    };
    let old = with("/a/{id}/b/{part}", ["id", "part"]);
    let told = |new| effects(&diff(&old, &new));
    assert_eq!(
        told(with("/a/{key}/b/{part}", ["key", "part"])),
        BTreeSet::from(["OperationMoved", "ParameterRenamed"])
    );
    assert_eq!(
        told(with("/a/b/{part}/{key}", ["key", "part"])),
        BTreeSet::from([
            "OperationMoved",
            "ParameterRemoved",
            "RequiredParameterAdded"
        ])
    );
}
