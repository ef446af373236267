//! Bringing edits that were made on an older version onto the present one.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Action, Change, Edit, EditError, Path};
use crate::Connector;

/// One edit that touches what somebody else changed meanwhile.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// The name of the action that the edit belongs to.
    pub label: String,
    /// The edit that found something else than it was made on.
    pub edit: Edit,
    /// The value that stands at its place now; none: nothing.
    pub theirs: Option<Value>,
}

/// Applies `actions`, made on an older version, to `connector`.
///
/// An action none of whose places was changed meanwhile is applied whole; an edit whose result is
/// there already is passed over; every other action is left out whole and returned as a conflict.
pub fn rebase(connector: &mut Connector, actions: &[Action]) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    for action in actions {
        let fresh = action
            .edits
            .iter()
            .filter(|edit| !is_done(connector, edit))
            .cloned()
            .collect();
        if let Err(refused) = connector.apply_action(&Action::new(action.label.as_str(), fresh)) {
            add(&mut conflicts, connector, &action.label, refused.edit);
        }
    }
    conflicts
}

fn is_done(connector: &Connector, edit: &Edit) -> bool {
    let Change::Put { before, after, .. } = &edit.change else {
        return false;
    };
    let inserts_item = before.is_none()
        && edit
            .path
            .split_last()
            .is_some_and(|(_, step)| step.is_index());
    !inserts_item && connector.get(edit.part, &edit.path) == after.as_ref()
}

/// Two refused edits of one place are one conflict: what the first found, and what the last wants.
fn add(conflicts: &mut Vec<Conflict>, connector: &Connector, label: &str, edit: Edit) {
    let same = conflicts
        .iter_mut()
        .find(|c| c.edit.part == edit.part && c.edit.path == edit.path);
    if let Some(Conflict {
        edit: Edit {
            change: Change::Put { after: wanted, .. },
            ..
        },
        ..
    }) = same
        && let Change::Put { after, .. } = edit.change
    {
        *wanted = after;
        return;
    }
    let theirs = connector.get(edit.part, &edit.path).cloned();
    conflicts.push(Conflict {
        label: label.to_owned(),
        edit,
        theirs,
    });
}

impl Conflict {
    /// The edit that puts this side's value over the one that stands in `connector` now.
    ///
    /// # Errors
    /// [`EditError::Missing`] when what it would be put into is gone.
    pub fn keep_mine(&self, connector: &Connector) -> Result<Edit, EditError> {
        let Edit { part, path, change } = &self.edit;
        let parent = path
            .split_last()
            .map_or_else(Path::root, |(parent, _)| parent);
        if connector.get(*part, &parent).is_none() {
            return Err(EditError::Missing { path: path.clone() });
        }
        let change = match change {
            Change::Put { after, at, .. } => {
                let before = connector.get(*part, path).cloned();
                Change::Put {
                    before,
                    after: after.clone(),
                    at: *at,
                }
            }
            change => change.clone(),
        };
        Ok(Edit {
            part: *part,
            path: path.clone(),
            change,
        })
    }
}
