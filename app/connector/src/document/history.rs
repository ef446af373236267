//! Undo, redo, and what is not saved yet.

use super::merge::{add_clashes, fresh};
use super::{Action, Change, Conflict, Edit, EditError};
use crate::Connector;

/// The actions of one sitting, each with its inverse, and the actions that lead from the last
/// saved version to the present document.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Entry>,
    undone: Vec<Entry>,
    pending: Vec<Pending>,
    /// How many of the first pending actions are on their way to be saved: they stay as they are.
    sent: usize,
    last_id: u64,
}

#[derive(Clone, Debug)]
struct Entry {
    id: u64,
    action: Action,
    inverse: Action,
}

#[derive(Clone, Debug)]
struct Pending {
    action: Action,
    /// The entry that this is, or undoes.
    id: u64,
    undoes: bool,
}

/// One action of the sitting, and what has become of it.
#[derive(Clone, Copy, Debug)]
pub struct Happening<'a> {
    /// Its number, which it keeps.
    pub id: u64,
    /// What was done.
    pub action: &'a Action,
    /// Whether it is done now, not undone.
    pub is_done: bool,
    /// Whether the saved version knows of that.
    pub is_saved: bool,
}

impl History {
    /// Applies an action and remembers it. Actions on one place that follow each other under one
    /// label (typing) become one.
    ///
    /// # Errors
    /// When an edit does not fit the document; nothing has changed then.
    pub fn apply(&mut self, connector: &mut Connector, action: Action) -> Result<(), EditError> {
        if action.edits.is_empty() {
            return Ok(());
        }
        let inverse = connector
            .apply_action(&action)
            .map_err(|refused| refused.error)?;
        self.undone.clear();
        if self.grow_last(&action, &inverse) {
            return Ok(());
        }
        self.last_id += 1;
        let id = self.last_id;
        self.pending.push(Pending {
            action: action.clone(),
            id,
            undoes: false,
        });
        self.done.push(Entry {
            id,
            action,
            inverse,
        });
        Ok(())
    }

    /// Does actions again that were made on an older version, as [`super::rebase`] does; those that
    /// clash come back and are left out.
    pub fn replay(&mut self, connector: &mut Connector, actions: &[Action]) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        for action in actions {
            if self.apply(connector, action.clone()).is_ok() {
                continue;
            }
            let applied =
                fresh(connector, action).is_some_and(|part| self.apply(connector, part).is_ok());
            if !applied {
                add_clashes(&mut conflicts, connector, action);
            }
        }
        conflicts
    }

    /// Joins `action` to the last one if both put a value at the same place and neither is sent.
    fn grow_last(&mut self, action: &Action, inverse: &Action) -> bool {
        if self.pending.len() <= self.sent {
            return false;
        }
        let (Some(entry), Some(pending)) = (self.done.last_mut(), self.pending.last_mut()) else {
            return false;
        };
        if pending.undoes || pending.id != entry.id || entry.action.label != action.label {
            return false;
        }
        let Some((grown, back)) = joined(entry, action, inverse) else {
            return false;
        };
        if grown.change.is_nothing() {
            self.done.pop();
            self.pending.pop();
            return true;
        }
        entry.action.edits = vec![grown];
        entry.inverse.edits = vec![back];
        pending.action = entry.action.clone();
        true
    }

    /// Takes the last action back; its label, or none when there is nothing to undo.
    ///
    /// # Errors
    /// When the document is not the one that the action left.
    pub fn undo(&mut self, connector: &mut Connector) -> Result<Option<String>, EditError> {
        let Some(entry) = self.done.pop() else {
            return Ok(None);
        };
        connector
            .apply_action(&entry.inverse)
            .map_err(|refused| refused.error)?;
        self.note(entry.id, &entry.inverse, true);
        let label = entry.action.label.clone();
        self.undone.push(entry);
        Ok(Some(label))
    }

    /// Does the last undone action again; its label, or none when there is nothing to redo.
    ///
    /// # Errors
    /// When the document is not the one that the undo left.
    pub fn redo(&mut self, connector: &mut Connector) -> Result<Option<String>, EditError> {
        let Some(entry) = self.undone.pop() else {
            return Ok(None);
        };
        connector
            .apply_action(&entry.action)
            .map_err(|refused| refused.error)?;
        self.note(entry.id, &entry.action, false);
        let label = entry.action.label.clone();
        self.done.push(entry);
        Ok(Some(label))
    }

    /// An undo right after its action leaves nothing to save; after a save it is a change of its own.
    fn note(&mut self, id: u64, action: &Action, undoes: bool) {
        let is_last = |last: &Pending| last.id == id && last.undoes != undoes;
        if self.pending.len() > self.sent && self.pending.last().is_some_and(is_last) {
            self.pending.pop();
        } else {
            self.pending.push(Pending {
                action: action.clone(),
                id,
                undoes,
            });
        }
    }

    /// What Undo would do.
    #[must_use]
    pub fn next_undo(&self) -> Option<&Action> {
        self.done.last().map(|entry| &entry.inverse)
    }

    /// What Redo would do.
    #[must_use]
    pub fn next_redo(&self) -> Option<&Action> {
        self.undone.last().map(|entry| &entry.action)
    }

    /// The label of what Undo would take back.
    #[must_use]
    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|entry| entry.action.label.as_str())
    }

    /// The label of what Redo would do again.
    #[must_use]
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|entry| entry.action.label.as_str())
    }

    /// How many actions are done: as many times can something be undone.
    #[must_use]
    pub fn done_count(&self) -> usize {
        self.done.len()
    }

    /// Every action of the sitting, the first one first: those that are done, then those that are
    /// undone, the last undone first.
    pub fn happenings(&self) -> impl Iterator<Item = Happening<'_>> {
        let done = self.done.iter().map(|entry| (entry, true));
        let undone = self.undone.iter().rev().map(|entry| (entry, false));
        done.chain(undone).map(|(entry, is_done)| {
            let last = self.pending.iter().rfind(|pending| pending.id == entry.id);
            Happening {
                id: entry.id,
                action: &entry.action,
                is_done,
                is_saved: last.is_none(),
            }
        })
    }

    /// The actions since the last save, in order.
    #[must_use]
    pub fn unsaved(&self) -> Vec<Action> {
        self.pending
            .iter()
            .map(|pending| pending.action.clone())
            .collect()
    }

    /// How many actions are not saved.
    #[must_use]
    pub fn unsaved_count(&self) -> usize {
        self.pending.len()
    }

    /// The actions since the last save, in order, to be saved now. What is done from here on does
    /// not change them: it is saved next time.
    pub fn start_save(&mut self) -> Vec<Action> {
        self.sent = self.pending.len();
        self.unsaved()
    }

    /// The first `count` unsaved actions are saved now.
    pub fn saved(&mut self, count: usize) {
        self.pending.drain(..count.min(self.pending.len()));
        self.sent = self.sent.saturating_sub(count);
    }
}

/// `entry` and `action` as one edit and its inverse, if the second goes on where the first stopped:
/// it replaces the value that the first has put.
fn joined(entry: &Entry, action: &Action, inverse: &Action) -> Option<(Edit, Edit)> {
    let ([first], [first_back]) = (&entry.action.edits[..], &entry.inverse.edits[..]) else {
        return None;
    };
    let ([next], [next_back]) = (&action.edits[..], &inverse.edits[..]) else {
        return None;
    };
    // The inverse has the name of the place after the first edit, which may have renamed it.
    if next.part != first.part || next.path != first_back.path {
        return None;
    }
    let (first_change, next_change) = (first.change.put()?, next.change.put()?);
    let wanted = next_change.after?;
    first_change
        .after
        .filter(|value| next_change.before == Some(*value))?;
    let grown = Edit {
        change: Change::Put {
            before: first_change.before.cloned(),
            after: Some(wanted.clone()),
            at: first_change.at,
        },
        ..first.clone()
    };
    let old = first_back.change.put()?;
    let back = Edit {
        change: Change::Put {
            before: Some(wanted.clone()),
            after: old.after.cloned(),
            at: old.at,
        },
        ..next_back.clone()
    };
    Some((grown, back))
}
