use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::swagger::{
    Method, OperationKey, Response, ResponseError, add_response, change_status, delete_response,
    responses,
};

use crate::{change, defined, keys};

fn key() -> OperationKey {
    OperationKey::new("/people", Method::Get)
}

fn people() -> Connector {
    defined(&json!({
        "paths": { "/people": { "get": { "responses": {
            "200": {
                "x-first": 1,
                "description": "Fine",
                "headers": { "Location": { "type": "string" } },
                "schema": { "$ref": "#/definitions/Person" }
            },
            "404": { "$ref": "#/responses/Gone" },
            "500": { "$ref": "#/responses/Nowhere" },
            "502": "odd",
            "x-note": {}
        } } } },
        "definitions": { "Person": { "type": "object" } },
        "responses": { "Gone": { "description": "Not there" } }
    }))
}

fn response<'a>(connector: &'a Connector, status: &str) -> Response<'a> {
    let all = responses(connector.definition(), &key());
    all.into_iter().find(|r| r.status() == status).unwrap()
}

fn list(connector: &Connector) -> &Value {
    &connector.definition()["paths"]["/people"]["get"]["responses"]
}

#[test]
fn responses_are_seen_with_their_references_followed() {
    let connector = people();
    let all = responses(connector.definition(), &key());
    let seen: Vec<(&str, &str, bool)> = all
        .iter()
        .map(|r| (r.status(), r.description(), r.is_shared()))
        .collect();
    let expected = [
        ("200", "Fine", false),
        ("404", "Not there", true),
        ("500", "", false),
    ];
    assert_eq!(seen, expected);
    let schema = all[0].schema().unwrap();
    assert_eq!(schema.resolved().kind(), "object");
    let headers: Vec<&str> = all[0].headers().map(|(name, _)| name).collect();
    assert_eq!(headers, ["Location"]);
}

#[test]
fn a_response_goes_before_those_of_higher_statuses() {
    let mut connector = people();
    for status in ["default", "201", "100"] {
        let edits = add_response(&connector, &key(), status, "New").unwrap();
        change(&mut connector, edits);
    }
    let expected = [
        "100", "200", "201", "404", "500", "502", "default", "x-note",
    ];
    assert_eq!(keys(list(&connector)), expected);
}

#[test]
fn a_status_changes_in_its_place() {
    let mut connector = people();
    let edits = change_status(&connector, &key(), "200", "202").unwrap();
    change(&mut connector, edits);
    assert_eq!(keys(list(&connector))[0], "202");
    let refused = change_status(&connector, &key(), "202", "404").unwrap_err();
    assert!(matches!(refused, ResponseError::Taken { .. }));
}

#[test]
fn what_is_no_status_is_refused() {
    let connector = people();
    for status in ["", "20", "2000", "600", "2XX", "Default", "２００"] {
        let refused = add_response(&connector, &key(), status, "").unwrap_err();
        assert!(matches!(refused, ResponseError::Status { .. }), "{status}");
    }
    let gone = OperationKey::new("/nobody", Method::Get);
    let refused = add_response(&connector, &gone, "200", "").unwrap_err();
    assert!(matches!(refused, ResponseError::NoOperation { .. }));
    let refused = delete_response(&connector, &key(), "418").unwrap_err();
    assert!(matches!(refused, ResponseError::Missing { .. }));
}

#[test]
fn deleting_a_reference_leaves_the_shared_response() {
    let mut connector = people();
    let edits = delete_response(&connector, &key(), "404").unwrap();
    change(&mut connector, edits);
    assert!(list(&connector).get("404").is_none());
    assert!(connector.definition()["responses"].get("Gone").is_some());
}

#[test]
fn a_change_leaves_what_it_does_not_know() {
    let mut connector = people();
    let edits = response(&connector, "200").set_description(&connector, "");
    change(&mut connector, edits);
    let edits = response(&connector, "200").set_schema(&connector, Some(json!({})));
    change(&mut connector, edits);
    let header = Some(json!({ "type": "integer" }));
    let edits = response(&connector, "200").set_header(&connector, "schema", header);
    change(&mut connector, edits);
    let edits = response(&connector, "200").set_header(&connector, "Location", None);
    change(&mut connector, edits);
    let json = &list(&connector)["200"];
    assert_eq!(keys(json), ["x-first", "description", "headers", "schema"]);
    assert_eq!(json["description"], "");
    assert_eq!(keys(&json["headers"]), ["schema"]);
    let edits = response(&connector, "200").set_header(&connector, "schema", None);
    change(&mut connector, edits);
    assert!(list(&connector)["200"].get("headers").is_none());
}

#[test]
fn a_shared_response_changes_for_everyone() {
    let mut connector = people();
    let edits = response(&connector, "404").set_description(&connector, "Gone");
    change(&mut connector, edits);
    assert_eq!(
        connector.definition()["responses"]["Gone"]["description"],
        "Gone"
    );
}
