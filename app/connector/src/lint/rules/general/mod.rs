//! What a connector says of itself: title, description, address, metadata, and how its files are written.

pub(super) mod address;
pub(super) mod files;
pub(super) mod metadata;
pub(super) mod texts;

use crate::lint::model::OperationNode;
use crate::lint::report::Report;

pub(super) fn operation(node: &OperationNode<'_>, report: &mut Report<'_>) {
    address::check_operation(node, report);
}

pub(super) fn definition(report: &mut Report<'_>) {
    address::check(report);
    files::check(report);
    metadata::check(report);
    texts::check(report);
}
