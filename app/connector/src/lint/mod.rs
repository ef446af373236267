//! Lint: what is wrong with a connector, by the published rules of the platform and Tenon's own.
//!
//! One walk asks all rules. It goes through the connector unit by unit (a path, a shared schema …) and
//! shows each node (operation, parameter, response, schema …) to the rules of that kind of node; a rule
//! looks at the node, at what is around it through the [`model`], and tells the [`report`] what it
//! finds. After an edit the [`Linter`] walks again through the units that the edit concerns. The rules
//! are in [`rules`], a small file per theme, and are listed by [`rules()`].
//!
//! The same code runs in the browser while a maker types and on the command line (spec section I).

mod finding;
mod fix_all;
mod linter;
mod model;
mod place;
mod report;
mod rule;
mod rules;
mod suggest;
mod unit;
mod walk;

pub use finding::{Finding, Fix};
pub use fix_all::fix_all;
pub use linter::Linter;
pub use rule::{Profile, Rule, Scope, Severity};
pub(crate) use suggest::nearest;

use crate::Connector;
use model::{Book, Model, Uses, references};
use report::Report;
use unit::Unit;
use walk::walk;

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
    let units = Unit::all(connector);
    let references: Vec<_> = units
        .iter()
        .map(|unit| unit.json(connector).map(|json| references(unit, json)))
        .map(Option::unwrap_or_default)
        .collect();
    let uses = Uses::of(units.iter().zip(&references));
    let model = Model::of(connector, &uses, Book::default());
    let mut report = Report::new(&model, profile);
    for unit in &units {
        walk(unit, connector, &mut report);
    }
    report.take_findings()
}
