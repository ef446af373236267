//! Lint: what is wrong with a connector, by the published rules of the platform and Tenon's own.
//!
//! One walk asks all rules. It shows each node of the connector (path, operation, parameter,
//! response, schema …) to the rules of that kind of node; a rule looks at the node, at what is
//! around it through the [`model`], and tells the [`report`] what it finds. The rules are in
//! [`rules`], a small file per theme, and are listed by [`rules()`].
//!
//! The same code runs in the browser while a maker types and on the command line (spec section I).

mod finding;
mod fix_all;
mod model;
mod place;
mod report;
mod rule;
mod rules;
mod suggest;
mod walk;

pub use finding::{Finding, Fix};
pub use fix_all::fix_all;
pub use rule::{Profile, Rule, Scope, Severity};

use crate::Connector;

/// Every rule there is, group by group.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    rules::ALL.iter().flat_map(|theme| theme.iter().copied())
}

/// The rule of this id, in any letter case.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id.eq_ignore_ascii_case(id))
}

/// Asks all rules of a profile; the findings come in the order of the connector's parts and,
/// within a part, of the walk through it.
#[must_use]
pub fn lint(connector: &Connector, profile: Profile) -> Vec<Finding> {
    let model = model::Model::of(connector);
    let mut report = report::Report::new(&model, profile);
    walk::walk(&mut report);
    report.into_findings()
}
