//! Undo across a version that others had a part in: what was done before can still be undone, where
//! nobody else touched the same.

use tenon_connector::Connector;
use tenon_connector::document::{Action, History};

use super::state::Open;

impl Open {
    /// Takes over from `before` the saved actions that can be undone, or done again, on this connector
    /// too. To be called before anything is done to it.
    pub(super) fn carry_over(&mut self, before: &Open) {
        let mut history = History::default();
        let mut trial = self.connector.clone();
        let mut carried = Vec::new();
        for (id, action) in undoable(before, &mut trial) {
            if history.apply(&mut trial, action).is_err() {
                return;
            }
            // Each on its own, so that none grows together with the one before it.
            history.saved(1);
            if let Some(last) = history.happenings().last() {
                carried.push((id, last.id));
            }
        }
        redoable(before, &mut history, &mut trial);
        let is_same = trial.definition() == self.connector.definition()
            && trial.properties() == self.connector.properties();
        if is_same {
            self.history = history;
            self.carried = carried;
        }
    }
}

/// The saved actions that can be undone on `trial`, the first one first, with their numbers; they are
/// undone there.
fn undoable(before: &Open, trial: &mut Connector) -> Vec<(u64, Action)> {
    let (mut history, mut connector) = (before.history.clone(), before.connector.clone());
    let happenings = before.history.happenings();
    let done: Vec<(u64, Action, bool)> = happenings
        .filter(|happening| happening.is_done)
        .map(|happening| (happening.id, happening.action.clone(), happening.is_saved))
        .collect();
    let mut kept = Vec::new();
    for (id, action, is_saved) in done.into_iter().rev() {
        let Some(inverse) = history.next_undo().cloned() else {
            break;
        };
        if history.undo(&mut connector).is_err() {
            break;
        }
        if is_saved && trial.apply_action(&inverse).is_ok() {
            kept.push((id, action));
        }
    }
    kept.reverse();
    kept
}

/// Lets what was undone before be done again, as far as it still fits.
fn redoable(before: &Open, history: &mut History, trial: &mut Connector) {
    let done = history.done_count();
    let undone = before
        .history
        .happenings()
        .filter(|happening| !happening.is_done);
    for happening in undone.take_while(|happening| happening.is_saved) {
        if history.apply(trial, happening.action.clone()).is_err() {
            break;
        }
    }
    while history.done_count() > done {
        if history.undo(trial).is_err() {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use tenon_connector::Connector;
    use tenon_connector::document::{Action, History};
    use tenon_connector::general::Field;

    use super::Open;

    fn open() -> Open {
        Open {
            connector: Connector::blank("Notes"),
            history: History::default(),
            carried: Vec::new(),
            version: 1,
        }
    }

    fn put(open: &mut Open, field: Field, text: &str) {
        let edits = field.set(&open.connector, text).into_iter().collect();
        let action = Action::new(format!("{field:?} {text}"), edits);
        open.history.apply(&mut open.connector, action).unwrap();
    }

    fn save(open: &mut Open) {
        let count = open.history.unsaved_count();
        open.history.saved(count);
        open.version += 1;
    }

    /// What others made of the connector that was opened, put together with what was done to it.
    fn merged(before: &Open, theirs: &[(Field, &str)]) -> Open {
        let mut next = open();
        next.connector = before.connector.clone();
        for (field, text) in theirs {
            let edit = field.set(&next.connector, text).unwrap();
            next.connector.apply(&edit).unwrap();
        }
        next
    }

    #[test]
    fn what_nobody_else_touched_can_be_undone_and_done_again() {
        let mut mine = open();
        put(&mut mine, Field::Description, "First.");
        put(&mut mine, Field::BasePath, "/mine");
        put(&mut mine, Field::Version, "2");
        mine.history.undo(&mut mine.connector).unwrap();
        save(&mut mine);
        let mut next = merged(&mine, &[(Field::Host, "theirs.example.com")]);
        let saved = next.connector.to_files();
        next.carry_over(&mine);
        assert_eq!(next.connector.to_files(), saved);
        assert_eq!(next.history.unsaved_count(), 0);
        assert_eq!(next.history.undo_label(), Some("BasePath /mine"));
        assert_eq!(next.history.redo_label(), Some("Version 2"));
        assert_eq!(next.carried.len(), 2);
        while next.history.undo(&mut next.connector).unwrap().is_some() {}
        assert_eq!(Field::Description.text(&next.connector), "");
        assert_eq!(Field::Host.text(&next.connector), "theirs.example.com");
        while next.history.redo(&mut next.connector).unwrap().is_some() {}
        assert_eq!(Field::BasePath.text(&next.connector), "/mine");
        assert_eq!(Field::Version.text(&next.connector), "2");
    }

    #[test]
    fn what_somebody_else_touched_is_left_out_alone() {
        let mut mine = open();
        put(&mut mine, Field::Description, "First.");
        put(&mut mine, Field::BasePath, "/mine");
        put(&mut mine, Field::ContactName, "Me");
        save(&mut mine);
        let mut next = merged(&mine, &[(Field::BasePath, "/theirs")]);
        next.carry_over(&mine);
        assert_eq!(next.history.done_count(), 2);
        while next.history.undo(&mut next.connector).unwrap().is_some() {}
        assert_eq!(Field::Description.text(&next.connector), "");
        assert_eq!(Field::BasePath.text(&next.connector), "/theirs");
    }

    #[test]
    fn what_is_not_saved_is_done_again_by_others_means() {
        let mut mine = open();
        put(&mut mine, Field::Description, "First.");
        save(&mut mine);
        put(&mut mine, Field::BasePath, "/mine");
        let mut next = merged(&open(), &[(Field::Description, "First.")]);
        next.carry_over(&mine);
        assert_eq!(next.history.undo_label(), Some("Description First."));
        assert_eq!(next.history.done_count(), 1);
        let lost = next.replay(&mine.history.unsaved());
        assert!(lost.is_empty());
        assert_eq!(next.history.undo_label(), Some("BasePath /mine"));
        assert_eq!(next.history.unsaved_count(), 1);
    }
}
