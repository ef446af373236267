//! Authentication in the definition: security definitions and requirements.

pub(super) mod definitions;

use crate::lint::model::OperationNode;
use crate::lint::report::Report;

pub(super) fn definition(report: &mut Report<'_>) {
    definitions::check(report);
}

pub(super) fn operation(node: &OperationNode<'_>, report: &mut Report<'_>) {
    definitions::check_operation(node, report);
}
