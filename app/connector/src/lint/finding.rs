//! A finding: what is wrong, where, how to mend it, and the edit that does so where one is safe.

use serde::Serialize;
use serde_json::Value;

use super::{Rule, Severity};
use crate::document::{Action, Change, Edit, Path, Step};
use crate::message::{Message, in_english};
use crate::{Connector, Part};

/// One place of a connector where a rule is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// How bad it is.
    pub severity: Severity,
    /// The part of the connector that it concerns.
    pub part: Part,
    /// The place in that part.
    pub path: Path,
    /// What is wrong here and how to mend it.
    pub message: Message,
    /// The change that mends it, where one is safe.
    pub fix: Option<Fix>,
}

/// A safe change that mends one finding.
///
/// It says what shall be, not what was: [`Fix::action`] makes the edits for the connector as it is then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fix {
    /// What it does, as the Undo button names it: "Require the parameter “id”".
    #[serde(serialize_with = "in_english")]
    pub title: Message,
    /// The part of the connector that changes.
    pub part: Part,
    mends: Vec<Mend>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
enum Mend {
    Set { path: Path, value: Value },
    Remove { path: Path },
    Rename { path: Path, to: String },
}

impl Fix {
    fn new(title: Message, part: Part, mend: Mend) -> Self {
        Self {
            title,
            part,
            mends: vec![mend],
        }
    }

    /// Makes the value at a place of the definition `value`.
    #[must_use]
    pub fn set(title: Message, path: Path, value: impl Into<Value>) -> Self {
        let value = value.into();
        Self::new(title, Part::Definition, Mend::Set { path, value })
    }

    /// Removes what stands at a place of the definition.
    #[must_use]
    pub fn remove(title: Message, path: Path) -> Self {
        Self::new(title, Part::Definition, Mend::Remove { path })
    }

    /// Gives a member of an object of the definition another key.
    #[must_use]
    pub fn rename(title: Message, path: Path, to: impl Into<String>) -> Self {
        let to = to.into();
        Self::new(title, Part::Definition, Mend::Rename { path, to })
    }

    /// This fix, in another part than the definition.
    #[must_use]
    pub fn within(mut self, part: Part) -> Self {
        self.part = part;
        self
    }

    /// This fix, followed by what another one does in the same part.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.mends.extend(other.mends);
        self
    }

    /// The places that it changes.
    pub(super) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.mends.iter().map(|mend| match mend {
            Mend::Set { path, .. } | Mend::Remove { path } | Mend::Rename { path, .. } => path,
        })
    }

    /// The action that does it; none where it does not fit the connector any more.
    #[must_use]
    pub fn action(&self, connector: &Connector) -> Option<Action> {
        let mut trial = None;
        let mut edits = Vec::with_capacity(self.mends.len());
        for mend in &self.mends {
            let present = trial.as_ref().unwrap_or(connector);
            let edit = mend.edit(present, self.part)?;
            if self.mends.len() > 1 {
                trial
                    .get_or_insert_with(|| connector.clone())
                    .apply(&edit)
                    .ok()?;
            }
            edits.push(edit);
        }
        Some(Action::new(self.title.to_string(), edits))
    }
}

impl Mend {
    fn edit(&self, connector: &Connector, part: Part) -> Option<Edit> {
        match self {
            Self::Set { path, value } => connector.set(part, path, Some(value.clone())),
            Self::Remove { path } => connector.set(part, path, None),
            Self::Rename { path, to } => {
                let (parent, step) = path.split_last()?;
                let members = connector.get(part, &parent)?.as_object()?;
                let Step::Key(from) = step else { return None };
                if !members.contains_key(from) || members.contains_key(to) {
                    return None;
                }
                let change = Change::Rename { to: to.clone() };
                Some(Edit {
                    part,
                    path: path.clone(),
                    change,
                })
            }
        }
    }
}
