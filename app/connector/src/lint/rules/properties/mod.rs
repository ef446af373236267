//! The properties: connection parameters, policies, what belongs to custom code and to certification
//! (spec sections C, E and F).

pub(super) mod connection;
pub(super) mod general;
mod member_types;
pub(super) mod members;
pub(super) mod oauth;
pub(super) mod parameter_members;
pub(super) mod policies;

use crate::lint::report::Report;

pub(super) fn check(report: &mut Report<'_>) {
    members::check(report);
    general::check(report);
    connection::check(report);
    policies::check(report);
}

pub(super) fn check_icon(report: &mut Report<'_>) {
    general::check_icon(report);
}
