//! Triggers: webhooks, and operations that are woken by them (spec section D.1).

pub(super) mod notification;
pub(super) mod webhook;

use crate::lint::model::{OperationNode, ParameterNode, SchemaNode};
use crate::lint::report::Report;

pub(super) fn operation(node: &OperationNode<'_>, report: &mut Report<'_>) {
    notification::check(node, report);
    webhook::check(node, report);
}

pub(super) fn parameter(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    webhook::check_parameter(node, report);
}

pub(super) fn schema(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    webhook::check_schema(node, report);
}
