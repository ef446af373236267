//! Triggers that ask for news when a webhook wakes them: `x-ms-notification`.

use serde_json::Value;

use super::webhook::is_webhook;
use crate::lint::model::OperationNode;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::rules::dynamic::targets::expect_operation;
use crate::message::message;

rules! {
    /// A webhook is woken by the API itself, so it does not name another one. Remove `x-ms-notification`.
    NOT_IN_WEBHOOK = "NotificationExtensionNotSupportedInWebhookOperation", 25, Error, Always,
        "A webhook does not name another webhook";

    /// Only triggers are woken. Make the operation a trigger, or remove `x-ms-notification`.
    TRIGGERS_ONLY = "NotificationExtensionSupportedForTriggerOnly", 26, Error, Always,
        "Only triggers name the webhook that wakes them";

    /// The named operation must be one that the API calls back: a webhook trigger. Name one.
    MUST_BE_WEBHOOK = "NotificationOperationMustBeWebhook", 27, Error, Always,
        "What wakes a trigger is a webhook";

    /// Users fill in the trigger once, and both operations take the values: a parameter of one name must be the same
    /// in both.
    SAME_PARAMETERS = "ParamtersWithSameNameMustHaveSameTypeAndVisibility", 85, Warning, Always,
        "A trigger and the webhook that wakes it have the same parameters";
}

pub(super) fn check(node: &OperationNode<'_>, report: &mut Report<'_>) {
    let Some(notification) = node.json().get("x-ms-notification") else {
        return;
    };
    let place = node.place();
    let place = place.key("x-ms-notification");
    if !node.is_trigger() {
        report.find(&TRIGGERS_ONLY, &place, || {
            message!("Operation {operation} is no trigger, so nothing wakes it. Remove “x-ms-notification”.", operation = node.name())
        });
    } else if is_webhook(node) {
        report.find(&NOT_IN_WEBHOOK, &place, || {
            message!(
                "Operation {operation} is a webhook itself. Remove “x-ms-notification”.",
                operation = node.name()
            )
        });
    }
    let Some(id) = notification.get("operationId").and_then(Value::as_str) else {
        return;
    };
    expect_operation(id, &place, report);
    let Some(webhook) = report.model().operation(id) else {
        return;
    };
    if !is_webhook(webhook) {
        report.find(&MUST_BE_WEBHOOK, &place.key("operationId"), || {
            message!(
                "Operation {operation} is no webhook, so it cannot wake {name}.",
                operation = webhook.name(),
                name = node.name()
            )
        });
    }
    check_parameters(node, webhook, report);
}

fn check_parameters(
    node: &OperationNode<'_>,
    webhook: &OperationNode<'_>,
    report: &mut Report<'_>,
) {
    for own in node.parameters() {
        let Some(other) = webhook
            .parameters()
            .iter()
            .find(|other| other.name() == own.name())
        else {
            continue;
        };
        if own.kind() != other.kind() || own.visibility() != other.visibility() {
            let place = crate::lint::place::Place::of(own.path());
            report.find(&SAME_PARAMETERS, &place, || {
                message!("“{own}” differs in type or visibility from that of operation {operation}. Make them the same.", own = own.name(), operation = webhook.name())
            });
        }
    }
}
