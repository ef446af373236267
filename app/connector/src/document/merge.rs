//! Bringing edits that were made on an older version onto the present one.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::print::identical;
use super::{Action, Change, Edit, EditError, Path, Step};
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
/// there already is passed over; every other action is left out whole, and each of its edits is
/// returned as a conflict, so that none of it is lost.
pub fn rebase(connector: &mut Connector, actions: &[Action]) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    for action in actions {
        let applied = connector.apply_action(action).is_ok()
            || fresh(connector, action).is_some_and(|part| connector.apply_action(&part).is_ok());
        if !applied {
            add_clashes(&mut conflicts, connector, action);
        }
    }
    conflicts
}

/// The edits of an action whose result is not there already, if they can be applied.
pub(super) fn fresh(connector: &Connector, action: &Action) -> Option<Action> {
    let mut connector = connector.clone();
    let mut edits = Vec::new();
    for edit in &action.edits {
        if !is_done(&connector, edit) {
            connector.apply(edit).ok()?;
            edits.push(edit.clone());
        }
    }
    Some(Action::new(action.label.as_str(), edits))
}

/// Adds the edits of an action that cannot be applied.
pub(super) fn add_clashes(conflicts: &mut Vec<Conflict>, connector: &Connector, action: &Action) {
    for edit in &action.edits {
        if !is_done(connector, edit) {
            add(conflicts, connector, &action.label, edit.clone());
        }
    }
}

/// Whether what the edit wants is so already. An item that is put into an array by its place is
/// always new: the same item may well stand there twice.
fn is_done(connector: &Connector, edit: &Edit) -> bool {
    let present = connector.get(edit.part, &edit.path);
    let settled = settled(&edit.path, &edit.change);
    if settled != edit.path {
        let there = connector.get(edit.part, &settled);
        let wanted = edit.change.put().map_or(there, |put| put.after);
        return present.is_none() && there.is_some() && there == wanted;
    }
    let Some(put) = edit.change.put() else {
        return false;
    };
    let by_place = edit
        .path
        .split_last()
        .is_some_and(|(_, step)| step.is_index());
    if put.before.is_none() && by_place {
        return false;
    }
    // An edit may change nothing but the order of members.
    let same_order = || match (present, put.after) {
        (Some(present), Some(after)) => identical(present, after),
        _ => true,
    };
    present == put.after && (put.before != put.after || same_order())
}

/// The name that the place of an edit has after it: it may give a member or a parameter another.
fn settled(path: &Path, change: &Change) -> Path {
    let Some((parent, last)) = path.split_last() else {
        return path.clone();
    };
    let after = match change {
        Change::Rename { to } => return parent.join(to.as_str()),
        Change::Move { .. } => return path.clone(),
        Change::Put { after, .. } => after.as_ref(),
    };
    let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
    match (last, parent.split_last()) {
        (Step::Parameter { .. }, _) => {
            let member = |key| text(after.and_then(|parameter| parameter.get(key)));
            match (member("name"), member("in")) {
                (Some(name), Some(location)) => parent.join(Step::Parameter { name, location }),
                _ => path.clone(),
            }
        }
        (Step::Key(key), Some((list, Step::Parameter { name, location }))) => {
            let (name, location) = match (key.as_str(), text(after)) {
                ("name", Some(name)) => (name, location.clone()),
                ("in", Some(location)) => (name.clone(), location),
                _ => return path.clone(),
            };
            list.join(Step::Parameter { name, location })
                .join(last.clone())
        }
        _ => path.clone(),
    }
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
            Change::Put { before, after, at } => {
                let inserts_item =
                    before.is_none() && path.split_last().is_some_and(|(_, step)| step.is_index());
                let before = (!inserts_item)
                    .then(|| connector.get(*part, path).cloned())
                    .flatten();
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
