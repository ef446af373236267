//! The difference of two versions of a connector, in the words of makers: what was added, removed and
//! changed, and which changes reach those who use the connector.
//!
//! Operations are matched by their ID, since flows name them by it, and parameters by name and place.

mod changes;
mod operations;
mod rest;
mod rules;

use serde::Serialize;
use serde_json::Value;

use crate::document::{Edit, Path};
use crate::swagger::OperationKey;
use crate::{Connector, Part};

pub use rules::{Effect, EffectRule, effect_rules};

/// How two versions differ.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// The changes: those of operations first, then the rest.
    pub entries: Vec<Entry>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// What it concerns.
    pub subject: Subject,
    /// What happened.
    pub kind: Kind,
    /// The part of the connector that holds it.
    pub part: Part,
    /// Its place: in the newer version, or in the older one when it is gone.
    pub path: Path,
    /// The change in words.
    pub message: String,
    /// The old value, as JSON or as plain text, shortened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The new value, as JSON or as plain text, shortened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The rule that says whom it reaches, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<&'static EffectRule>,
}

/// What happened to a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is another.
    Changed,
}

/// What a change concerns.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Subject {
    /// An operation, by its key in the newer version that has it, and the name that makers see.
    Operation {
        /// The key.
        key: OperationKey,
        /// The name.
        name: String,
    },
    /// A schema that operations share.
    Schema {
        /// Its name.
        name: String,
    },
    /// Authentication and connection parameters.
    Security,
    /// Policies.
    Policies,
    /// Title, description, address and all else.
    General,
    /// The custom code and the operations that it runs for.
    Code,
    /// The icon.
    Icon,
}

impl Difference {
    /// The changes that break what users of the connector have built.
    pub fn breaking(&self) -> impl Iterator<Item = &Entry> {
        let breaks = |entry: &&Entry| {
            entry
                .effect
                .is_some_and(|rule| rule.effect == Effect::Breaks)
        };
        self.entries.iter().filter(breaks)
    }
}

/// How `after` differs from `before`.
#[must_use]
pub fn diff(before: &Connector, after: &Connector) -> Difference {
    let mut entries = operations::entries(before, after);
    entries.extend(rest::entries(before, after));
    Difference { entries }
}

/// A change of a value inside something that both versions have.
struct Changed<'e> {
    edit: &'e Edit,
    before: Option<&'e Value>,
    after: Option<&'e Value>,
}

impl<'e> Changed<'e> {
    /// What an edit between two versions changes.
    fn of(edit: &'e Edit) -> Self {
        let put = edit.change.put();
        Self {
            edit,
            before: put.and_then(|put| put.before),
            after: put.and_then(|put| put.after),
        }
    }

    fn kind(&self) -> Kind {
        match (self.before, self.after) {
            (None | Some(Value::Null), _) => Kind::Added,
            (_, None | Some(Value::Null)) => Kind::Removed,
            _ => Kind::Changed,
        }
    }

    /// The keys on the way to it; items of arrays have none.
    fn keys(&self) -> Vec<&'e str> {
        let steps = self.edit.path.steps().iter();
        steps.filter_map(|step| step.as_key()).collect()
    }

    fn is_gone(&self) -> bool {
        self.kind() == Kind::Removed
    }

    /// The change as an entry about `subject`, where `what` names the value.
    fn entry(
        &self,
        subject: &Subject,
        path: Path,
        what: &str,
        effect: Option<&'static EffectRule>,
    ) -> Entry {
        let kind = self.kind();
        let verb = match kind {
            Kind::Added => "was added",
            Kind::Removed => "was removed",
            Kind::Changed => "was changed",
        };
        Entry {
            subject: subject.clone(),
            kind,
            part: self.edit.part,
            path,
            message: format!("{what} {verb}."),
            before: self.before.and_then(in_words),
            after: self.after.and_then(in_words),
            effect,
        }
    }
}

/// The most characters of a value that are told.
const MAX_TOLD: usize = 300;

/// A value as text, shortened; none for what is not there.
fn in_words(value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => return None,
        Value::String(text) => text.clone(),
        value => value.to_string(),
    };
    let mut short: String = text.chars().take(MAX_TOLD).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    Some(short)
}
