//! Choosing operations: what they reach stays, the rest goes, and what is left is sound.
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, reads files, and says on the terminal what it left out"
)]

use serde_json::{Value, json};
use tenon_connector::document::Document;
use tenon_connector::lint::{Profile, lint};
use tenon_connector::select::{SelectError, select};
use tenon_connector::swagger::operations;
use tenon_connector::{Connector, Part};

fn parcels() -> Connector {
    let definition = json!({
        "swagger": "2.0", "info": { "title": "Parcels", "version": "1" },
        "paths": {
            "/parcels": {
                "parameters": [{ "$ref": "#/parameters/Tenant" }],
                "get": {
                    "operationId": "ListParcels", "tags": ["read"],
                    "parameters": [{ "name": "state", "in": "query", "type": "string", "x-ms-dynamic-values": {
                        "operationId": "ListStates", "value-path": "id"
                    } }],
                    "responses": { "200": { "$ref": "#/responses/Parcels" } }
                },
                "post": { "operationId": "SendParcel", "tags": ["write"], "responses": { "200": { "description": "", "schema": { "$ref": "#/definitions/Label" } } } }
            },
            "/states": { "get": { "operationId": "ListStates", "responses": { "200": { "description": "", "schema": { "$ref": "#/definitions/State" } } } } },
            "/labels": { "get": { "operationId": "ListLabels", "responses": { "200": { "description": "" } } } }
        },
        "definitions": {
            "Parcel": { "properties": { "state": { "$ref": "#/definitions/State" }, "inner": { "$ref": "#/definitions/Parcel" } } },
            "State": { "type": "string" }, "Label": { "type": "string" }
        },
        "parameters": { "Tenant": { "name": "tenant", "in": "header", "type": "string" }, "Other": { "name": "o", "in": "query", "type": "string" } },
        "responses": { "Parcels": { "description": "", "schema": { "$ref": "#/definitions/Parcel" } } },
        "tags": [{ "name": "read" }, { "name": "write" }, { "name": "none" }]
    });
    let policy = |operations: &[&str]| {
        json!({ "templateId": "setheader", "title": "Header", "parameters": {
        "x-ms-apimTemplate-operationName": operations
    } })
    };
    let properties = json!({ "properties": {
        "policyTemplateInstances": [policy(&[]), policy(&["ListLabels"]), policy(&["ListLabels", "ListParcels"])],
        "scriptOperations": ["SendParcel", "ListParcels"]
    } });
    Connector::new(Document::new(definition), Document::new(properties))
}

fn chosen(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

#[test]
fn what_an_operation_reaches_stays_and_the_rest_goes() {
    let selected = select(&parcels(), &chosen(&["ListParcels"])).unwrap();
    let definition = selected.connector.definition();
    let ids: Vec<_> = operations(definition)
        .map(|operation| operation.operation_id().to_owned())
        .collect();
    assert_eq!(ids, ["ListParcels", "ListStates"]);
    assert_eq!(selected.needed, ["ListStates"]);
    let names = |section: &str| {
        definition[section]
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(names("definitions"), ["Parcel", "State"]);
    assert_eq!(names("parameters"), ["Tenant"]);
    assert_eq!(names("responses"), ["Parcels"]);
    assert_eq!(
        definition["tags"],
        json!([{ "name": "read" }, { "name": "none" }])
    );
    let left_out = selected
        .dropped
        .iter()
        .find(|left| left.what == "operation ListLabels");
    let pointer = &left_out.unwrap().pointer;
    assert!(pointer.starts_with("/paths/~1"), "{pointer}");
    let whole = parcels();
    for left in &selected.dropped {
        let root = match left.part {
            Part::Definition => whole.definition(),
            Part::Properties => whole.properties(),
            _ => continue,
        };
        assert!(root.pointer(&left.pointer).is_some(), "{left:?}");
    }
}

#[test]
fn a_policy_for_lost_operations_does_not_become_one_for_all() {
    let selected = select(&parcels(), &chosen(&["ListParcels"])).unwrap();
    let properties = &selected.connector.properties()["properties"];
    let policies = properties["policyTemplateInstances"].as_array().unwrap();
    assert_eq!(policies.len(), 2);
    let operations =
        |policy: &Value| policy["parameters"]["x-ms-apimTemplate-operationName"].clone();
    assert_eq!(
        operations(&policies[0]),
        json!([]),
        "it was for all operations before"
    );
    assert_eq!(operations(&policies[1]), json!(["ListParcels"]));
    assert_eq!(properties["scriptOperations"], json!(["ListParcels"]));
}

#[test]
fn custom_code_for_lost_operations_goes_with_them() {
    let whole = parcels().with_script("class Script : ScriptBase { }".to_owned());
    let selected = select(&whole, &chosen(&["ListLabels"])).unwrap();
    assert_eq!(selected.connector.script(), None);
    assert_eq!(
        selected.connector.properties()["properties"].get("scriptOperations"),
        None
    );
}

#[test]
fn an_unknown_operation_is_refused_with_the_one_that_was_meant() {
    let error = select(&parcels(), &chosen(&["ListParcel"])).unwrap_err();
    assert_eq!(
        error.to_string(),
        "There is no operation “ListParcel”. Did you mean “ListParcels”? Choose among the operations of the file."
    );
    assert_eq!(select(&parcels(), &[]).unwrap_err(), SelectError::None);
}

#[test]
fn the_choice_is_made_of_edits_that_can_be_undone() {
    let whole = parcels();
    let selected = select(&whole, &chosen(&["ListLabels"])).unwrap();
    let mut connector = whole.clone();
    let undo = connector.apply_action(&selected.action).unwrap();
    for part in [Part::Definition, Part::Properties] {
        assert!(
            connector
                .part(part)
                .is_identical(selected.connector.part(part))
        );
    }
    connector.apply_action(&undo).unwrap();
    assert!(
        connector
            .part(Part::Definition)
            .is_identical(whole.part(Part::Definition))
    );
}

#[test]
fn no_reference_is_left_that_leads_nowhere() {
    for id in ["ListParcels", "SendParcel", "ListStates", "ListLabels"] {
        let selected = select(&parcels(), &chosen(&[id])).unwrap();
        let lost = lint(&selected.connector, Profile::Custom);
        let lost: Vec<_> = lost
            .iter()
            .filter(|f| f.rule.id.ends_with("NotFound"))
            .collect();
        assert!(lost.is_empty(), "{id}: {lost:?}");
    }
}

#[test]
fn what_the_choice_empties_goes_and_what_was_empty_stays() {
    let operation = |id: &str, security: Value, schema: Value| {
        json!({"get": {
            "operationId": id, "security": security,
            "responses": {"200": {"description": "", "schema": schema}}
        }})
    };
    let schema = json!({"$ref": "#/definitions/Only"});
    let mut definition = json!({
        "swagger": "2.0", "info": {"title": "Parcels", "version": "1"},
        "security": [{"all": []}],
        "paths": {
            "/a": operation("A", json!([{"own": []}, {"both": []}]), schema),
            "/b": operation("B", json!([{"both": []}]), json!({}))
        },
        "definitions": {"Only": {"type": "string"}},
        "parameters": {},
        "securityDefinitions": {
            "all": {"type": "basic"}, "own": {"type": "basic"},
            "both": {"type": "basic"}, "none": {"type": "basic"}
        }
    });
    let of = |definition: &Value| {
        Connector::new(Document::new(definition.clone()), Document::new(json!({})))
    };
    let selected = select(&of(&definition), &chosen(&["B"])).unwrap();
    let left = selected.connector.definition();
    assert_eq!(left.get("definitions"), None);
    assert_eq!(left["parameters"], json!({}));
    let names: Vec<_> = left["securityDefinitions"]
        .as_object()
        .unwrap()
        .keys()
        .collect();
    assert_eq!(names, ["all", "both", "none"]);
    let names: Vec<_> = selected
        .dropped
        .iter()
        .map(|left| left.what.as_str())
        .collect();
    assert!(names.contains(&"security definition own"));
    // Where nothing is left of them, the section goes too.
    definition["securityDefinitions"] = json!({"own": {"type": "basic"}});
    let selected = select(&of(&definition), &chosen(&["B"])).unwrap();
    assert_eq!(
        selected.connector.definition().get("securityDefinitions"),
        None
    );
}
