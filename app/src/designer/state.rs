//! The open connector: one document, changed only by actions, read through memos of small values.

use std::collections::HashMap;

use leptos::prelude::*;
use tenon_connector::document::{Action, Conflict, Edit, EditError, History};
use tenon_connector::{Connector, ConnectorFiles};

use super::clock;
use super::drafting::Drafts;
use super::problems::Place;
use super::saving::Clash;
use crate::api::connectors::OpenConnector;
use crate::components::{Toasts, use_toasts};
use crate::error::AppError;
use crate::texts::designer as t;

/// A connector, what was done to it, and the version that it began as.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub(super) connector: Connector,
    pub(super) history: History,
    /// The actions of the history that were taken over from another one: their numbers there and here.
    pub(super) carried: Vec<(u64, u64)>,
    pub(super) version: i64,
}

/// How the connector has changed since problems were last looked for.
#[derive(Clone, Debug)]
pub(super) enum Changed {
    /// By these edits.
    Edits(Vec<Edit>),
    /// It is another one.
    Everything,
}

/// What the head bar says about saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SaveState {
    /// Nothing to save.
    Saved,
    /// This many actions are not saved.
    Unsaved(usize),
    /// A save is under way.
    Saving,
    /// The last save failed, for this reason.
    Failed(AppError),
}

/// The open connector, shared by all steps of the designer.
#[derive(Clone, Copy)]
pub(super) struct Designer {
    id: StoredValue<String>,
    pub(super) open: RwSignal<Open>,
    pub(super) saving: RwSignal<bool>,
    pub(super) failed: RwSignal<Option<AppError>>,
    pub(super) clash: RwSignal<Option<Clash>>,
    pub(super) toasts: Toasts,
    changed: StoredValue<Changed>,
    pub(super) drafts: Drafts,
    /// When each action was done.
    times: StoredValue<HashMap<u64, i64>>,
    /// What the last undo or redo changed.
    pub(super) touched: RwSignal<Option<Place>>,
}

impl Designer {
    /// Opens a version of a connector.
    pub(super) fn new(opened: &OpenConnector) -> Result<Self, AppError> {
        Ok(Self {
            id: StoredValue::new(opened.id.clone()),
            open: RwSignal::new(Open::read(&opened.files, opened.version)?),
            saving: RwSignal::new(false),
            failed: RwSignal::new(None),
            clash: RwSignal::new(None),
            toasts: use_toasts(),
            changed: StoredValue::new(Changed::Everything),
            drafts: Drafts::new(),
            times: StoredValue::new(HashMap::new()),
            touched: RwSignal::new(None),
        })
    }

    /// The connector's id.
    pub(super) fn id(&self) -> String {
        self.id.get_value()
    }

    /// A value of the connector; what shows it is redrawn when the value changes, not when anything does.
    pub(super) fn memo<T: PartialEq + Send + Sync + 'static>(
        &self,
        read: impl Fn(&Connector) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let open = self.open;
        Memo::new(move |_| open.with(|open| read(&open.connector)))
    }

    /// A value of the connector as it is now, for an event.
    pub(super) fn now<T>(&self, read: impl FnOnce(&Connector) -> T) -> T {
        self.open.with_untracked(|open| read(&open.connector))
    }

    /// Does one action: the edits that `edits` makes of the connector as it is now.
    pub(super) fn change<E: IntoIterator<Item = Edit>>(
        &self,
        label: &str,
        edits: impl FnOnce(&Connector) -> E,
    ) {
        self.try_change(label, edits);
    }

    /// [`Designer::change`]; whether it was done. Where it was refused, the maker is told.
    pub(super) fn try_change<E: IntoIterator<Item = Edit>>(
        &self,
        label: &str,
        edits: impl FnOnce(&Connector) -> E,
    ) -> bool {
        let edits: Vec<Edit> = self.now(|connector| edits(connector).into_iter().collect());
        if edits.is_empty() {
            return false;
        }
        self.note_changed(&edits);
        let mut refused = None;
        self.open.update(|open| {
            refused = open
                .history
                .apply(&mut open.connector, Action::new(label, edits))
                .err();
        });
        self.note_time();
        let is_done = refused.is_none();
        self.after(refused.map(|error| error.to_string()));
        is_done
    }

    /// Takes the last action back.
    pub(super) fn undo(&self) {
        self.note_action(History::next_undo);
        self.step(t::undone(), |open| open.history.undo(&mut open.connector));
    }

    /// Does the last undone action again.
    pub(super) fn redo(&self) {
        self.note_action(History::next_redo);
        self.step(t::redone(), |open| open.history.redo(&mut open.connector));
    }

    /// Undoes or does again until as many actions of the history are done.
    pub(super) fn go_to(&self, wanted: usize) {
        let mut result = Ok(());
        self.changed.set_value(Changed::Everything);
        self.open.update(|open| result = open.go_to(wanted));
        self.after(result.err().map(|error| error.to_string()));
    }

    /// When an action was done; none: before the page was opened.
    pub(super) fn time_of(&self, action: u64) -> Option<i64> {
        self.times.with_value(|times| times.get(&action).copied())
    }

    fn note_time(&self) {
        let last = self.open.with_untracked(|open| {
            let done = open
                .history
                .happenings()
                .filter(|happening| happening.is_done);
            done.last().map(|happening| happening.id)
        });
        if let Some(last) = last {
            self.times.update_value(|times| {
                times.insert(last, clock::now());
            });
        }
    }

    fn step(&self, done: &str, step: impl FnOnce(&mut Open) -> Result<Option<String>, EditError>) {
        let mut result = Ok(None);
        self.open.update(|open| result = step(open));
        if let Ok(Some(label)) = &result {
            self.toasts.info(t::text_2(&done, &label));
        }
        self.after(result.err().map(|error| error.to_string()));
    }

    fn after(&self, refused: Option<String>) {
        if let Some(reason) = refused {
            self.toasts.error(reason);
        }
        self.failed.set(None);
        self.keep_draft();
    }

    /// Goes on with another connector, or another version. When actions that were taken over were done
    /// is known as before.
    pub(super) fn replace(&self, mut next: Open) {
        let carried = std::mem::take(&mut next.carried);
        self.times.update_value(|times| {
            let known = |(then, now): &(u64, u64)| Some((*now, *times.get(then)?));
            *times = carried.iter().filter_map(known).collect();
        });
        self.changed.set_value(Changed::Everything);
        self.open.set(next);
    }

    fn note_changed(&self, edits: &[Edit]) {
        self.changed.update_value(|changed| {
            if let Changed::Edits(noted) = changed {
                noted.extend_from_slice(edits);
            }
        });
    }

    fn note_action(&self, next: impl FnOnce(&History) -> Option<&Action>) {
        self.open.with_untracked(|open| {
            if let Some(action) = next(&open.history) {
                self.note_changed(&action.edits);
                let first = action.edits.first();
                let place = first.map(|edit| Place::new(edit.part, edit.path.clone()));
                self.touched.set(place);
            }
        });
    }

    /// How the connector has changed since this was asked the last time.
    pub(super) fn take_changed(&self) -> Changed {
        let mut taken = Changed::Edits(Vec::new());
        self.changed
            .update_value(|changed| std::mem::swap(changed, &mut taken));
        taken
    }

    /// What Undo would take back.
    pub(super) fn undo_label(&self) -> Memo<Option<String>> {
        let open = self.open;
        Memo::new(move |_| open.with(|open| open.history.undo_label().map(str::to_owned)))
    }

    /// What Redo would do again.
    pub(super) fn redo_label(&self) -> Memo<Option<String>> {
        let open = self.open;
        Memo::new(move |_| open.with(|open| open.history.redo_label().map(str::to_owned)))
    }

    /// The number of the version that the edits are made on.
    pub(super) fn version(&self) -> Memo<i64> {
        let open = self.open;
        Memo::new(move |_| open.with(|open| open.version))
    }

    /// How many actions are not saved.
    pub(super) fn unsaved_count(&self) -> Memo<usize> {
        let open = self.open;
        Memo::new(move |_| open.with(|open| open.history.unsaved_count()))
    }

    /// Whether there is something to save.
    pub(super) fn is_unsaved(&self) -> Memo<bool> {
        let count = self.unsaved_count();
        Memo::new(move |_| count.get() > 0)
    }

    /// The version and the unsaved actions, as a call needs them.
    pub(super) fn unsaved(&self) -> (i64, Vec<Action>) {
        self.open
            .with_untracked(|open| (open.version, open.history.unsaved()))
    }

    /// What the head bar says about saving.
    pub(super) fn save_state(&self) -> Memo<SaveState> {
        let this = *self;
        Memo::new(move |_| {
            if this.saving.get() {
                return SaveState::Saving;
            }
            if let Some(error) = this.failed.get() {
                return SaveState::Failed(error);
            }
            match this.open.with(|open| open.history.unsaved_count()) {
                0 => SaveState::Saved,
                count => SaveState::Unsaved(count),
            }
        })
    }

    /// The clash to resolve.
    pub(super) fn clash(&self) -> RwSignal<Option<Clash>> {
        self.clash
    }
}

impl Open {
    pub(super) fn read(files: &ConnectorFiles, version: i64) -> Result<Self, AppError> {
        let connector = Connector::from_files(files).map_err(|error| {
            AppError::internal(t::the_stored_connector_cannot_be_read(&error))
                .at(error.line, error.column)
        })?;
        Ok(Self {
            connector,
            history: History::default(),
            carried: Vec::new(),
            version,
        })
    }

    fn go_to(&mut self, wanted: usize) -> Result<(), EditError> {
        while self.history.done_count() > wanted {
            self.history.undo(&mut self.connector)?;
        }
        while self.history.done_count() < wanted {
            if self.history.redo(&mut self.connector)?.is_none() {
                break;
            }
        }
        Ok(())
    }

    /// Does these actions again; those that do not fit any more come back.
    pub(super) fn replay(&mut self, actions: &[Action]) -> Vec<Conflict> {
        self.history.replay(&mut self.connector, actions)
    }
}

/// The open connector of the page.
pub(super) fn use_designer() -> Designer {
    expect_context::<Designer>()
}
