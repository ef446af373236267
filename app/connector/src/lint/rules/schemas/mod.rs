//! What the keywords of schemas, parameters, items and headers say, taken together.

pub(super) mod bounds;
pub(super) mod choices;
pub(super) mod objects;
mod pattern;
pub(super) mod positions;
pub(super) mod references;

use crate::lint::model::{FacetNode, ParameterNode, SchemaNode};
use crate::lint::report::Report;

pub(super) fn facets(node: &FacetNode<'_>, report: &mut Report<'_>) {
    bounds::check(node, report);
    choices::check(node, report);
}

pub(super) fn schema(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    objects::check(node, report);
    positions::check(node, report);
    references::check(node, report);
}

pub(super) fn parameter(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    positions::check_parameter(node, report);
}
