//! The difference of two versions of a connector, in the words of makers: what was added, removed and
//! changed, and which changes reach those who use the connector.
//!
//! Operations are matched by their ID, since flows name them by it, and parameters by name and place.
//! What operations share is told once, at its own place, with the operations that it reaches.

mod changes;
mod effective;
mod judge;
mod operations;
mod parameters;
mod reach;
mod renamed;
mod rest;
mod rules;
mod settings;
mod sign_in;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::document::Path;
use crate::message::{Message, in_english};
use crate::swagger::OperationKey;
use crate::{Connector, Part};

use judge::Roots;
pub use reach::Reached;
use renamed::Renamed;
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
    /// The part of the connector that holds it; none: another file of the package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// Its place: in the newer version, or in the older one when it is gone.
    pub path: Path,
    /// The change in words.
    #[serde(serialize_with = "in_english")]
    pub message: Message,
    /// The old value, as JSON or as plain text, shortened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The new value, as JSON or as plain text, shortened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The rule that says whom it reaches, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<&'static EffectRule>,
    /// The operations of the older version that use what is shared and has changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reaches: Vec<Reached>,
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
    /// The same operation stands at another place.
    Moved,
    /// The same operation, parameter or security definition has another name.
    Renamed,
    /// The same values stand in another order: it means the same.
    Reordered,
}

/// What a change concerns.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
    /// A parameter that operations share.
    Parameter {
        /// Its name under `parameters`.
        name: String,
    },
    /// A response that operations share.
    Response {
        /// Its name under `responses`.
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
    /// Another file of the package.
    File {
        /// Its name.
        name: String,
    },
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
    let (old, new) = (before.definition(), after.definition());
    let renamed = Renamed::between(old, new);
    let roots = Roots::of(old, new, &renamed);
    let mut entries = operations::entries(before, after, roots);
    entries.extend(rest::definition(old, new, roots));
    if entries.is_empty() {
        entries = rest::untold(old, new);
    }
    entries.extend(settings::entries(before.properties(), after.properties()));
    entries.extend(rest::files(before, after));
    Difference { entries }
}

/// The most characters of a value that are told.
const MAX_TOLD: usize = 300;

/// A value as text, shortened; none for what is not there.
fn in_words(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(shortened(text)),
        value => Some(shortened(&value.to_string())),
    }
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(MAX_TOLD).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
