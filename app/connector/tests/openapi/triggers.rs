//! Webhooks, and the operations that subscribe to them.

use serde_json::{Value, json};
use tenon_connector::lint::{Profile, Severity, lint};
use tenon_connector::read::{Fate, Imported};
use tenon_connector::swagger::operations;

use super::{document, fates};

fn with(paths: Value, webhooks: Value) -> Imported {
    let schemas = json!({
        "Subscription": { "type": "object", "properties": { "callback_url": { "type": "string", "format": "uri" }, "events": { "type": "array", "items": { "type": "string" } } } },
        "Made": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" }, "made": { "type": "string" } } },
        "Gone": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" }, "gone": { "type": "string" } } }
    });
    document(
        "3.1.0",
        json!({ "paths": paths, "webhooks": webhooks, "components": { "schemas": schemas } }),
    )
}

fn sends(name: &str) -> Value {
    let schema = json!({ "$ref": format!("#/components/schemas/{name}") });
    json!({ "post": { "requestBody": { "content": { "application/json": { "schema": schema } } }, "responses": { "200": { "description": "OK" } } } })
}

fn subscribes(id: &str) -> Value {
    let schema = json!({ "$ref": "#/components/schemas/Subscription" });
    json!({ "post": { "operationId": id, "summary": "Subscribe", "description": "Subscribes.",
        "requestBody": { "required": true, "content": { "application/json": { "schema": schema } } }, "responses": { "201": { "description": "OK" } } } })
}

#[test]
fn webhooks_are_what_the_only_operation_that_subscribes_gives() {
    let paths =
        json!({ "/v1/webhooks": subscribes("Subscribe"), "/v1/pets": subscribes("AddPet") });
    let imported = with(
        paths,
        json!({ "made": sends("Made"), "gone": sends("Gone") }),
    );
    let item = &imported.connector.definition()["paths"]["/v1/webhooks"];
    assert_eq!(item["post"]["x-ms-trigger"], "single");
    let schema = &item["post"]["parameters"][0]["schema"];
    let address = &schema["properties"]["callback_url"];
    assert_eq!(address["x-ms-notification-url"], true);
    let given = &item["x-ms-notification-content"]["schema"];
    let names: Vec<&String> = given["properties"].as_object().unwrap().keys().collect();
    assert_eq!(names, ["id", "made", "gone"]);
    assert_eq!(given["required"], json!(["id"]));
    let all = fates(&imported);
    assert!(all.contains(&("/webhooks/made/post", Fate::Merged)));
    assert!(all.contains(&("/webhooks/gone/post", Fate::Merged)));
    assert_eq!(imported.ledger.operations_in, 4);
    assert_eq!(operations(imported.connector.definition()).count(), 2);
    let errors = lint(&imported.connector, Profile::Custom);
    let errors: Vec<_> = errors
        .iter()
        .filter(|f| f.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn one_webhook_is_described_as_it_is() {
    let paths = json!({ "/subscriptions": subscribes("Subscribe") });
    let imported = with(paths, json!({ "made": sends("Made") }));
    let item = &imported.connector.definition()["paths"]["/subscriptions"];
    assert_eq!(
        item["x-ms-notification-content"]["schema"],
        json!({ "$ref": "#/definitions/Made" })
    );
}

#[test]
fn webhooks_stay_out_where_several_operations_or_none_can_be_the_one() {
    for paths in [
        json!({}),
        json!({ "/pets": subscribes("AddPet") }),
        json!({ "/hooks": subscribes("One"), "/subscriptions": subscribes("Other") }),
    ] {
        let imported = with(paths, json!({ "made": sends("Made") }));
        let text = imported.connector.definition().to_string();
        assert!(!text.contains("x-ms-trigger"), "{text}");
        assert!(fates(&imported).contains(&("/webhooks/made/post", Fate::Dropped)));
    }
}

#[test]
fn each_callback_that_is_no_trigger_says_why() {
    let answer = json!({ "200": { "description": "OK" } });
    let called = json!({ "post": { "responses": answer }, "put": { "responses": answer } });
    let callback = |expression: &str, item: &Value| {
        let operation = json!({
            "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": {
                "url": { "type": "string" }, "to": { "type": "object", "properties": { "url": { "type": "string" } } } } } } } },
            "responses": answer, "callbacks": { "c": { expression: item } }
        });
        let mut bare = operation.clone();
        bare.as_object_mut().unwrap().remove("requestBody");
        let operation = if expression.contains("none") {
            bare
        } else {
            operation
        };
        let imported = document("3.0.3", json!({ "paths": { "/s": { "post": operation } } }));
        let entries = imported.ledger.entries.into_iter();
        let mut about = entries
            .filter(|entry| entry.pointer.contains("/callbacks/") && entry.fate == Fate::Dropped);
        about
            .next()
            .map(|entry| entry.message.to_string())
            .unwrap_or_default()
    };
    for (expression, item, expected) in [
        ("{$request.body#/to/url}", &called, "one within another"),
        ("{$request.query.url}", &called, "from elsewhere"),
        ("{$request.body#/none}", &called, "has no body"),
        ("{$request.body#/other}", &called, "no property “other”"),
        (
            "{$request.body#/url}",
            &json!({ "get": { "responses": answer } }),
            "describes no such call",
        ),
        ("{$request.body#/url}", &called, "in one way: with POST"),
    ] {
        let said = callback(expression, item);
        assert!(said.contains(expected), "{expression}: {said}");
    }
}
