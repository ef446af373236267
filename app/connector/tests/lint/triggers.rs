//! Rules of triggers.

use serde_json::{Value, json};
use tenon_connector::Connector;

use super::{Case, definition, fires, operation, parameter, prove, silent};

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = webhooks();
    cases.extend(notifications());
    cases
}

/// A webhook whose body has the property `address` with this schema.
fn webhook(address: Value, required: Value, content: bool) -> Connector {
    let mut item = json!({ "post": {
        "operationId": "Hook", "x-ms-trigger": "single",
        "parameters": [{ "name": "body", "in": "body", "schema": {
            "type": "object", "required": required, "properties": { "address": address }
        } }],
        "responses": { "201": { "description": "Subscribed." } }
    } });
    if content {
        item["x-ms-notification-content"] = json!({ "schema": { "type": "object" } });
    }
    definition(json!({ "paths": { "/hooks": item } }))
}

fn webhooks() -> Vec<Case> {
    let address = || json!({ "type": "string", "x-ms-notification-url": true, "x-ms-visibility": "internal" });
    let sound = || webhook(address(), json!(["address"]), true);
    let post = "/paths/~1hooks/post";
    let answers = operation(
        json!({ "responses": { "200": { "description": "", "schema": {
        "type": "string", "x-ms-notification-url": true
    } } } }),
    );
    let number = json!({ "type": "integer", "x-ms-notification-url": true });
    vec![
        fires(
            "OperationMustHaveNotificationContentExtension",
            webhook(address(), json!(["address"]), false),
            post,
        ),
        silent("OperationMustHaveNotificationContentExtension", sound()),
        fires(
            "WebhookOperationsMissingNotificationUrlProperty",
            webhook(json!({ "type": "string" }), json!(["address"]), true),
            post,
        ),
        silent("WebhookOperationsMissingNotificationUrlProperty", sound()),
        silent(
            "WebhookOperationsMissingNotificationUrlProperty",
            webhook(
                json!({ "x-ms-dynamic-properties": { "operationId": "Hook" } }),
                json!(["address"]),
                true,
            ),
        ),
        fires(
            "NotificationUrlNotAllowedInThisPosition",
            parameter(json!({ "x-ms-notification-url": true })),
            "/paths/~1parcels/get/parameters/0/x-ms-notification-url",
        ),
        fires(
            "NotificationUrlNotAllowedInThisPosition",
            answers,
            "/paths/~1parcels/get/responses/200/schema/x-ms-notification-url",
        ),
        fires(
            "NotificationUrlNotAllowedInThisPosition",
            parameter(json!({ "in": "body", "schema": {}, "x-ms-notification-url": true })),
            "/paths/~1parcels/get/parameters/0/x-ms-notification-url",
        ),
        fires(
            "NotificationUrlNotAllowedInThisPosition",
            parameter(
                json!({ "type": "array", "items": { "type": "string", "x-ms-notification-url": true } }),
            ),
            "/paths/~1parcels/get/parameters/0/items/x-ms-notification-url",
        ),
        fires(
            "NotificationUrlNotAllowedInThisPosition",
            operation(
                json!({ "responses": { "200": { "description": "", "headers": {
                "Location": { "type": "string", "x-ms-notification-url": true } } } } }),
            ),
            "/paths/~1parcels/get/responses/200/headers/Location/x-ms-notification-url",
        ),
        fires(
            "NotificationUrlNotAllowedInThisPosition",
            operation(
                json!({ "responses": { "200": { "description": "", "x-ms-notification-url": true } } }),
            ),
            "/paths/~1parcels/get/responses/200/x-ms-notification-url",
        ),
        fires(
            "NotificationUrlNotAllowedInThisPosition",
            operation(json!({ "x-ms-notification-url": true })),
            "/paths/~1parcels/get/x-ms-notification-url",
        ),
        fires(
            "NotificationUrlNotAllowedInThisPosition",
            definition(json!({ "paths": { "/hooks": { "x-ms-notification-url": true } } })),
            "/paths/~1hooks/x-ms-notification-url",
        ),
        silent("NotificationUrlNotAllowedInThisPosition", sound()),
        fires(
            "NotificationUrlNotInternal",
            webhook(
                json!({ "type": "string", "x-ms-notification-url": true }),
                json!(["address"]),
                true,
            ),
            post,
        ),
        silent("NotificationUrlNotInternal", sound()),
        fires(
            "NotificationUrlNotRequired",
            webhook(address(), json!(["other"]), true),
            post,
        ),
        silent("NotificationUrlNotRequired", sound()),
        fires(
            "NotificationUrlNotString",
            webhook(number, json!(["address"]), true),
            "/paths/~1hooks/post/parameters/0/schema/properties/address/type",
        ),
        silent("NotificationUrlNotString", sound()),
    ]
}

/// The webhook `Hook`, and the operation `Fetch`, which it wakes, with `more` in it.
fn woken(more: Value, kind: &str) -> Connector {
    let mut fetch = json!({
        "operationId": "Fetch", "x-ms-trigger": "batch", "x-ms-notification": { "operationId": "Hook" },
        "parameters": [{ "name": "state", "in": "query", "type": kind }],
        "responses": { "200": { "description": "The news." } }
    });
    super::merge(&mut fetch, more);
    definition(json!({ "paths": {
        "/news": { "get": fetch },
        "/hooks": {
            "x-ms-notification-content": { "schema": { "type": "object" } },
            "post": {
                "operationId": "Hook", "x-ms-trigger": "single",
                "x-ms-notification": null,
                "parameters": [{ "name": "state", "in": "query", "type": "string" }],
                "responses": { "201": { "description": "Subscribed." } }
            },
            "put": {
                "operationId": "Other", "x-ms-trigger": "single", "x-ms-notification": { "operationId": "Hook" },
                "responses": { "201": { "description": "Subscribed." } }
            }
        }
    } }))
}

fn notifications() -> Vec<Case> {
    let sound = || woken(json!({}), "string");
    vec![
        fires(
            "NotificationExtensionNotSupportedInWebhookOperation",
            sound(),
            "/paths/~1hooks/put/x-ms-notification",
        ),
        silent(
            "NotificationExtensionNotSupportedInWebhookOperation",
            operation(
                json!({ "x-ms-trigger": "batch", "x-ms-notification": { "operationId": "Hook" } }),
            ),
        ),
        fires(
            "NotificationExtensionSupportedForTriggerOnly",
            woken(json!({ "x-ms-trigger": null }), "string"),
            "/paths/~1news/get/x-ms-notification",
        ),
        silent("NotificationExtensionSupportedForTriggerOnly", sound()),
        fires(
            "NotificationOperationMustBeWebhook",
            woken(
                json!({ "x-ms-notification": { "operationId": "Fetch" } }),
                "string",
            ),
            "/paths/~1news/get/x-ms-notification/operationId",
        ),
        silent("NotificationOperationMustBeWebhook", sound()),
        fires(
            "ParamtersWithSameNameMustHaveSameTypeAndVisibility",
            woken(json!({}), "integer"),
            "/paths/~1news/get/parameters/0",
        ),
        silent(
            "ParamtersWithSameNameMustHaveSameTypeAndVisibility",
            sound(),
        ),
    ]
}

#[test]
fn rules_of_triggers() {
    prove(cases());
}
