//! What each policy did, for people to see.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::error::{PolicyError, PolicyName, Stop};

/// How many changes of one policy are kept: a collection may have thousands of items.
const KEPT: usize = 100;

/// What one policy did. Values stand here as they were sent: the server masks secrets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// The policy.
    pub policy: PolicyName,
    /// What became of it.
    pub outcome: Outcome,
    /// What it changed, in order.
    pub changes: Vec<Change>,
    /// What else is worth knowing, in full sentences.
    pub notes: Vec<String>,
}

/// What became of a policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum Outcome {
    /// It did its work.
    Applied,
    /// It does its work on Power Platform alone: the changes are those that it makes there, and nothing changed here.
    Foreseen {
        /// Why, in full sentences.
        reason: String,
    },
    /// There was nothing for it to do.
    Skipped {
        /// Why, in a full sentence.
        reason: String,
    },
    /// It failed, and the call with it.
    Failed {
        /// The message of its [`PolicyError`].
        error: String,
    },
}

/// A part of a request or a response, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The part.
    pub part: Part,
    /// What it was; none where it was not there.
    pub before: Option<String>,
    /// What it is; none where it is not there any more.
    pub after: Option<String>,
}

/// Which part of a request or a response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum Part {
    /// The verb.
    Method,
    /// The URL.
    Url,
    /// A header: before and after are its values, joined by commas.
    Header {
        /// Its name.
        name: String,
    },
    /// A property of the body: before and after are JSON.
    Body {
        /// Where it is, as an expression: `@body().a[0]`.
        path: String,
    },
    /// What another call answered that the policy made: there is no before, and after is its status or its body.
    Answer {
        /// The verb of that call.
        method: String,
        /// Its URL.
        url: String,
    },
    /// The status of the connection.
    Connection,
}

/// A run that a policy ended.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{error}")]
pub struct Failed {
    /// Why.
    pub error: PolicyError,
    /// What the policies did up to the one that failed, and that one.
    pub trace: Vec<Trace>,
}

/// Takes down what one policy does.
#[derive(Debug, Default)]
pub(super) struct Record {
    changes: Vec<Change>,
    left_out: usize,
    notes: Vec<String>,
}

impl Record {
    /// A part became another.
    pub(super) fn change(&mut self, part: Part, before: Option<String>, after: Option<String>) {
        if before == after {
            return;
        }
        if self.changes.len() == KEPT {
            self.left_out += 1;
            return;
        }
        let change = Change {
            part,
            before,
            after,
        };
        self.changes.push(change);
    }

    /// Something is worth knowing; what is known already is not said again.
    pub(super) fn note(&mut self, note: String) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// The trace of a policy that ended so, and its error if it failed.
    pub(super) fn end(
        mut self,
        policy: &PolicyName,
        ended: Result<(), Stop>,
    ) -> (Trace, Option<PolicyError>) {
        if self.left_out > 0 {
            let note = format!("It made {} further changes.", self.left_out);
            self.notes.push(note);
        }
        let (outcome, error) = match ended {
            Ok(()) => (Outcome::Applied, None),
            Err(Stop::Skip(reason)) => (Outcome::Skipped { reason }, None),
            Err(Stop::Foresee(reason)) => (Outcome::Foreseen { reason }, None),
            Err(Stop::Fault(parameter, fault)) => {
                let error = PolicyError {
                    policy: Box::new(policy.clone()),
                    parameter: Some(parameter.to_owned()),
                    fault,
                };
                let outcome = Outcome::Failed {
                    error: error.to_string(),
                };
                (outcome, Some(error))
            }
        };
        let trace = Trace {
            policy: policy.clone(),
            outcome,
            changes: self.changes,
            notes: self.notes,
        };
        (trace, error)
    }
}
