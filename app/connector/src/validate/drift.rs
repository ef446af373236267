//! Drift: what the answers of an operation say against its definition, over many runs.
//!
//! It counts kinds and places and quotes no answer, so that it can be kept longer than the runs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::violation::{Kind, Place, Severity, Violations};

/// The most places that a drift tells one by one.
pub const MAX_PLACES: usize = 200;

/// What the answers of one operation say against its definition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Drift {
    /// The answers that were looked at.
    pub answers: u64,
    /// Those of them that contradict the definition.
    pub contradicting: u64,
    /// How many answers had each status.
    pub statuses: BTreeMap<u16, u64>,
    /// What was found, each place of each status and kind once, in their order.
    pub counts: Vec<DriftCount>,
    /// The places beyond [`MAX_PLACES`], counted by answer.
    #[serde(default)]
    pub others: u64,
}

/// How often something was found at one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DriftCount {
    /// What, and where.
    #[serde(flatten)]
    pub place: DriftPlace,
    /// In how many answers.
    pub answers: u64,
}

/// What was found, and where, for all answers alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DriftPlace {
    /// How much it matters.
    pub severity: Severity,
    /// The status of the answers.
    pub status: u16,
    /// Where in the answer: items of lists, and properties whose names are data, are `*`.
    pub place: Place,
    /// What is wrong.
    pub kind: Kind,
    /// What in the definition says otherwise, as a JSON pointer.
    pub schema: String,
}

impl Drift {
    /// The drift of one answer.
    #[must_use]
    pub fn of(status: u16, violations: &Violations) -> Self {
        let mut counts: Vec<DriftCount> = Vec::new();
        for violation in &violations.found {
            counts.push(DriftCount {
                place: DriftPlace {
                    severity: violation.severity,
                    status,
                    place: violation.general.clone(),
                    kind: violation.kind,
                    schema: violation.schema.clone(),
                },
                answers: 1,
            });
        }
        counts.sort_by(|one, other| one.place.cmp(&other.place));
        counts.dedup_by(|one, other| one.place == other.place);
        let mut drift = Self {
            answers: 1,
            contradicting: u64::from(violations.errors().next().is_some()),
            statuses: BTreeMap::from([(status, 1)]),
            counts,
            others: 0,
        };
        drift.bound();
        drift
    }

    /// Takes up the drift of other answers. The order in which drifts are merged does not matter, as
    /// long as the bound is not reached; beyond it, those that matter more and were found more often
    /// stay.
    pub fn merge(&mut self, other: &Self) {
        self.answers = self.answers.saturating_add(other.answers);
        self.contradicting = self.contradicting.saturating_add(other.contradicting);
        self.others = self.others.saturating_add(other.others);
        for (status, count) in &other.statuses {
            let own = self.statuses.entry(*status).or_default();
            *own = own.saturating_add(*count);
        }
        for count in &other.counts {
            let place = |own: &DriftCount| own.place.cmp(&count.place);
            match self.counts.binary_search_by(place) {
                Ok(at) => {
                    if let Some(own) = self.counts.get_mut(at) {
                        own.answers = own.answers.saturating_add(count.answers);
                    }
                }
                Err(at) => self.counts.insert(at, count.clone()),
            }
        }
        self.bound();
    }

    /// Whether every answer was as the definition says.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty() && self.others == 0
    }

    /// Keeps the places that matter most, and counts the others.
    fn bound(&mut self) {
        if self.counts.len() <= MAX_PLACES {
            return;
        }
        let rank = |count: &DriftCount| (count.place.severity, std::cmp::Reverse(count.answers));
        self.counts.sort_by_key(rank);
        for count in self.counts.split_off(MAX_PLACES) {
            self.others = self.others.saturating_add(count.answers);
        }
        self.counts
            .sort_by(|one, other| one.place.cmp(&other.place));
    }
}
