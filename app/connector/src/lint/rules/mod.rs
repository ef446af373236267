//! All rules, and which of them look at which kind of node.
//!
//! One folder per group, one small file per theme: its rules, then the checks that ask them.

mod dynamic;
mod general;
mod operations;
mod properties;
mod schemas;
mod script;
mod security;
mod structure;
mod triggers;

use super::Rule;
use super::model::{FacetNode, OperationNode, ParameterNode, PathNode, ResponseNode, SchemaNode};
use super::report::Report;
use super::unit::Unit;
use crate::Connector;

/// The rules of every theme.
pub(super) const ALL: &[&[&Rule]] = &[
    dynamic::arguments::RULES,
    dynamic::capabilities::RULES,
    dynamic::labels::RULES,
    dynamic::paths::RULES,
    dynamic::targets::RULES,
    general::address::RULES,
    general::files::RULES,
    general::metadata::RULES,
    general::texts::RULES,
    operations::counts::RULES,
    operations::identity::RULES,
    operations::media::RULES,
    operations::parameter_lists::RULES,
    operations::parameters::RULES,
    operations::paths::RULES,
    operations::responses::RULES,
    operations::revisions::RULES,
    operations::routes::RULES,
    operations::texts::RULES,
    properties::connection::RULES,
    properties::general::RULES,
    properties::members::RULES,
    properties::oauth::RULES,
    properties::parameter_members::RULES,
    properties::policies::RULES,
    schemas::bounds::RULES,
    schemas::choices::RULES,
    schemas::objects::RULES,
    schemas::positions::RULES,
    schemas::references::RULES,
    script::RULES,
    security::definitions::RULES,
    structure::extensions::RULES,
    structure::keywords::RULES,
    structure::twins::RULES,
    structure::values::RULES,
    triggers::notification::RULES,
    triggers::webhook::RULES,
];

/// Looks at the text of a unit.
pub(super) fn text(unit: &Unit, connector: &Connector, report: &mut Report<'_>) {
    structure::twins::check(unit, connector, report);
}

/// Looks at the definition as a whole.
pub(super) fn definition(report: &mut Report<'_>) {
    structure::definition(report);
    general::definition(report);
    security::definition(report);
    operations::definition(report);
    dynamic::definition(report);
}

/// Looks at a path item.
pub(super) fn path(node: &PathNode<'_>, report: &mut Report<'_>) {
    structure::path(node, report);
    operations::path(node, report);
    triggers::path(node, report);
}

/// Looks at an operation.
pub(super) fn operation(node: &OperationNode<'_>, report: &mut Report<'_>) {
    structure::operation(node, report);
    general::operation(node, report);
    operations::operation(node, report);
    security::operation(node, report);
    triggers::operation(node, report);
}

/// Looks at a parameter where it is written.
pub(super) fn parameter(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    structure::parameter(node, report);
    operations::parameter(node, report);
    schemas::parameter(node, report);
    dynamic::parameter(node, report);
    triggers::parameter(node, report);
}

/// Looks at a response where it is written.
pub(super) fn response(node: &ResponseNode<'_>, report: &mut Report<'_>) {
    structure::response(node, report);
    operations::response(node, report);
    triggers::response(node, report);
}

/// Looks at a schema where it is written.
pub(super) fn schema(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    structure::schema(node, report);
    operations::schema(node, report);
    schemas::schema(node, report);
    dynamic::schema(node, report);
    triggers::schema(node, report);
}

/// Looks at the keywords of a schema, a parameter, the items of a parameter, or a header.
pub(super) fn facets(node: &FacetNode<'_>, report: &mut Report<'_>) {
    structure::facets(node, report);
    operations::facets(node, report);
    schemas::facets(node, report);
    triggers::facets(node, report);
}

/// Looks at the properties document as a whole.
pub(super) fn properties(report: &mut Report<'_>) {
    properties::check(report);
}

/// Looks at the custom code.
pub(super) fn script(report: &mut Report<'_>) {
    script::check(report);
}

/// Looks at the icon.
pub(super) fn icon(report: &mut Report<'_>) {
    properties::check_icon(report);
}
