use serde_json::json;
use tenon_connector::Connector;
use tenon_connector::swagger::{
    Delivery, Firing, Method, OperationKey, Trigger, TriggerError, make_action, make_trigger,
    set_callback, set_hint, set_notification_content,
};

use crate::{change, connector, keys};

fn hook() -> OperationKey {
    OperationKey::new("/hooks", Method::Post)
}

fn list() -> OperationKey {
    OperationKey::new("/people", Method::Get)
}

fn hooks() -> Connector {
    let definition = json!({
        "paths": {
            "/hooks": {
                "x-ms-notification-content": { "x-mine": 1, "description": "News",
                    "schema": { "$ref": "#/definitions/News" } },
                "post": {
                    "operationId": "Hook", "x-ms-trigger": "single", "x-ms-trigger-hint": "Add one",
                    "parameters": [{ "name": "body", "in": "body", "schema": {
                        "allOf": [{ "$ref": "#/definitions/Hook" }],
                        "properties": { "name": { "type": "string" } }
                    } }]
                }
            },
            "/hooks/{id}": { "delete": { "operationId": "Unhook" } },
            "/other": { "delete": { "x-ms-visibility": "internal" } },
            "/people": { "get": { "operationId": "People", "x-ms-trigger": "batch",
                "x-ms-trigger-metadata": { "kind": "query", "mode": "polling" },
                "x-ms-notification": { "operationId": "Hook" } } }
        },
        "definitions": {
            "News": { "type": "object" },
            "Hook": { "properties": { "again": { "$ref": "#/definitions/Hook" },
                "target": { "properties": {
                    "url": { "type": "string", "x-ms-notification-url": true } } } } }
        }
    });
    connector(&definition, &json!({ "properties": {} }))
}

fn trigger<'a>(connector: &'a Connector, key: &OperationKey) -> Trigger<'a> {
    Trigger::find(connector, key).unwrap()
}

#[test]
fn a_webhook_is_seen_through_its_references() {
    let connector = hooks();
    let hook = trigger(&connector, &hook());
    assert_eq!(hook.firing(), Some(Firing::Single));
    assert_eq!(
        (hook.hint(), hook.delivery()),
        ("Add one", Delivery::Webhook)
    );
    assert_eq!(hook.callback().unwrap().names, ["target", "url"]);
    let content = hook.notification_content().unwrap();
    assert_eq!(content.description(), "News");
    assert_eq!(content.schema.unwrap().resolved().kind(), "object");
    assert_eq!(hook.unsubscribe().unwrap().operation_id(), "Unhook");
}

#[test]
fn a_polling_trigger_says_so_in_its_metadata_or_a_policy() {
    let mut connector = hooks();
    let people = trigger(&connector, &list());
    assert_eq!(people.delivery(), Delivery::Polling);
    assert_eq!(people.metadata("kind"), Some("query"));
    assert_eq!(people.notification().unwrap().operation_id(), "Hook");
    let edits = make_action(&connector, &list());
    change(&mut connector, edits);
    let edits = make_trigger(&connector, &list(), Firing::Batch);
    change(&mut connector, edits);
    assert_eq!(trigger(&connector, &list()).delivery(), Delivery::Untold);
    let policy = json!({ "templateId": "pollingtrigger", "parameters": {
        "x-ms-apimTemplate-operationName": ["People"] } });
    let properties = json!({ "properties": { "policyTemplateInstances": [policy] } });
    let polling = crate::connector(connector.definition(), &properties);
    assert_eq!(trigger(&polling, &list()).delivery(), Delivery::Polling);
}

#[test]
fn an_action_keeps_nothing_of_a_trigger_but_what_is_shared() {
    let mut connector = hooks();
    let edits = make_action(&connector, &hook());
    change(&mut connector, edits);
    assert!(Trigger::find(&connector, &hook()).is_none());
    let item = &connector.definition()["paths"]["/hooks"];
    assert_eq!(keys(item), ["post"]);
    assert_eq!(keys(&item["post"]), ["operationId", "parameters"]);
    let url = "/definitions/Hook/properties/target/properties/url/x-ms-notification-url";
    assert_eq!(connector.definition().pointer(url), Some(&json!(true)));
}

#[test]
fn one_property_takes_the_address() {
    let mut connector = hooks();
    let edits = set_callback(&connector, &hook(), &["name"]).unwrap();
    change(&mut connector, edits);
    assert_eq!(
        trigger(&connector, &hook()).callback().unwrap().names,
        ["name"]
    );
    let text = connector.definition().to_string();
    assert_eq!(text.matches("x-ms-notification-url").count(), 1);
    let body = connector
        .definition()
        .pointer("/paths/~1hooks/post/parameters/0/schema");
    assert_eq!(body.unwrap()["required"], json!(["name"]));
    assert_eq!(
        body.unwrap()["properties"]["name"]["x-ms-visibility"],
        "internal"
    );
    let refused = set_callback(&connector, &hook(), &["nobody"]).unwrap_err();
    assert!(matches!(refused, TriggerError::NoProperty { .. }));
}

#[test]
fn the_content_of_notifications_keeps_what_is_unknown() {
    let mut connector = hooks();
    let schema = Some(json!({ "type": "array" }));
    let edits = set_notification_content(&connector, &hook(), "Others", schema);
    change(&mut connector, edits);
    let content = trigger(&connector, &hook()).notification_content().unwrap();
    assert_eq!(keys(content.json), ["x-mine", "description", "schema"]);
    assert_eq!(content.schema.unwrap().kind(), "array");
    let edits = set_hint(&connector, &hook(), "");
    change(&mut connector, edits);
    assert_eq!(trigger(&connector, &hook()).hint(), "");
}
