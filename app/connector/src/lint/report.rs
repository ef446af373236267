//! What the rules tell: findings, for the profile that was asked for.

use super::model::Model;
use super::place::Place;
use super::{Finding, Fix, Profile, Rule, Severity};
use crate::Part;
use crate::message::Message;

/// Collects findings while the walk goes on.
pub(in crate::lint) struct Report<'m> {
    model: &'m Model<'m>,
    profile: Profile,
    part: Part,
    findings: Vec<Finding>,
}

impl<'m> Report<'m> {
    pub(in crate::lint) fn new(model: &'m Model<'m>, profile: Profile) -> Self {
        Self {
            model,
            profile,
            part: Part::Definition,
            findings: Vec::new(),
        }
    }

    /// What the connector consists of, for rules that look beyond the node they are asked about.
    pub(in crate::lint) fn model(&self) -> &'m Model<'m> {
        self.model
    }

    /// The profile that was asked for.
    pub(in crate::lint) fn profile(&self) -> Profile {
        self.profile
    }

    /// From here on, findings are about this part of the connector.
    pub(in crate::lint) fn about(&mut self, part: Part) {
        self.part = part;
    }

    /// Whether the rule is asked at all.
    pub(in crate::lint) fn asks(&self, rule: &Rule) -> bool {
        rule.scope.includes(self.profile)
    }

    /// Something found, with no safe change that would mend it.
    pub(in crate::lint) fn find(
        &mut self,
        rule: &'static Rule,
        place: &Place<'_>,
        message: impl FnOnce() -> Message,
    ) {
        self.find_as(rule, rule.severity, place, || (message(), None));
    }

    /// Something found, and the change that mends it.
    pub(in crate::lint) fn find_with_fix(
        &mut self,
        rule: &'static Rule,
        place: &Place<'_>,
        told: impl FnOnce() -> (Message, Fix),
    ) {
        self.find_as(rule, rule.severity, place, || {
            let (message, fix) = told();
            (message, Some(fix))
        });
    }

    /// Something found that is less bad (or worse) here than the rule usually is.
    pub(in crate::lint) fn find_as(
        &mut self,
        rule: &'static Rule,
        severity: Severity,
        place: &Place<'_>,
        told: impl FnOnce() -> (Message, Option<Fix>),
    ) {
        if self.asks(rule) {
            let (message, fix) = told();
            self.findings.push(Finding {
                rule,
                severity,
                part: self.part,
                path: place.path(),
                message,
                fix,
            });
        }
    }

    /// The findings since the last time, in the order in which the walk made them.
    pub(in crate::lint) fn take_findings(&mut self) -> Vec<Finding> {
        std::mem::take(&mut self.findings)
    }
}
