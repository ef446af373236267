//! Operations: their paths, names, parameters, responses and texts.

pub(super) mod counts;
pub(super) mod identity;
mod letter_case;
pub(super) mod media;
pub(super) mod parameter_lists;
pub(super) mod parameters;
pub(super) mod paths;
pub(super) mod responses;
pub(super) mod revisions;
pub(super) mod routes;
pub(super) mod texts;

use crate::lint::model::{
    FacetNode, OperationNode, ParameterNode, PathNode, ResponseNode, SchemaNode,
};
use crate::lint::report::Report;

pub(super) fn definition(report: &mut Report<'_>) {
    counts::check_definition(report);
    identity::check_definition(report);
    media::check_definition(report);
    parameter_lists::check_definition(report);
    revisions::check_definition(report);
    routes::check(report);
}

pub(super) fn path(node: &PathNode<'_>, report: &mut Report<'_>) {
    paths::check(node, report);
    parameter_lists::check_path(node, report);
}

pub(super) fn operation(node: &OperationNode<'_>, report: &mut Report<'_>) {
    counts::check(node, report);
    identity::check(node, report);
    media::check(node, report);
    parameter_lists::check(node, report);
    paths::check_variables(node, report);
    responses::check_operation(node, report);
    revisions::check(node, report);
    texts::check_operation(node, report);
}

pub(super) fn parameter(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    parameters::check(node, report);
    texts::check_parameter(node, report);
}

pub(super) fn response(node: &ResponseNode<'_>, report: &mut Report<'_>) {
    responses::check(node, report);
}

pub(super) fn schema(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    responses::check_schema(node, report);
}

pub(super) fn facets(node: &FacetNode<'_>, report: &mut Report<'_>) {
    media::check_format(node, report);
    parameters::check_facets(node, report);
}
