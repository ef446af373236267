//! Triggers: webhooks, and operations that are woken by them (spec section D.1).

pub(super) mod notification;
pub(super) mod webhook;

use crate::lint::model::{
    FacetNode, OperationNode, ParameterNode, PathNode, ResponseNode, SchemaNode,
};
use crate::lint::report::Report;
use crate::message::phrase;

pub(super) fn operation(node: &OperationNode<'_>, report: &mut Report<'_>) {
    notification::check(node, report);
    webhook::check(node, report);
    webhook::check_holder(phrase!("An operation"), node.json(), &node.place(), report);
}

pub(super) fn path(node: &PathNode<'_>, report: &mut Report<'_>) {
    webhook::check_holder(phrase!("A path"), node.json, &node.place, report);
}

pub(super) fn response(node: &ResponseNode<'_>, report: &mut Report<'_>) {
    webhook::check_holder(phrase!("An answer"), node.json, &node.place, report);
}

pub(super) fn facets(node: &FacetNode<'_>, report: &mut Report<'_>) {
    webhook::check_facets(node, report);
}

pub(super) fn parameter(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    webhook::check_parameter(node, report);
}

pub(super) fn schema(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    webhook::check_schema(node, report);
}
