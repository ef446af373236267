//! Saving, what to do about clashes, and the drafts that outlive the page.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenon_connector::document::{Action, Conflict};

use super::draft::Draft;
use super::state::{Designer, Open};
use crate::api::connectors::{OpenConnector, SaveOutcome, SaveRequest, connector, save};
use crate::error::AppError;

/// Edits that clash with what somebody else saved.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Clash {
    /// The newest version.
    pub(super) newest: OpenConnector,
    /// Who saved it.
    pub(super) changed_by: String,
    /// Each clash.
    pub(super) conflicts: Vec<Conflict>,
}

impl Designer {
    /// Saves what is not saved, unless a save is under way.
    pub(super) fn save(&self) {
        if self.saving.get_untracked() {
            return;
        }
        let mut started = (0, Vec::new());
        self.open
            .update_untracked(|open| started = (open.version, open.history.start_save()));
        let (base_version, actions) = started;
        if actions.is_empty() {
            return;
        }
        self.saving.set(true);
        self.failed.set(None);
        let this = *self;
        let toasts = self.toasts;
        spawn_local(async move {
            let count = actions.len();
            let id = this.id();
            let outcome = save(SaveRequest {
                id: id.clone(),
                base_version,
                actions,
            })
            .await;
            if this.open.is_disposed() {
                // The maker has left the designer: a kept draft of what is saved must not come back.
                if matches!(outcome, Ok(SaveOutcome::Saved { .. })) {
                    Draft {
                        version: base_version,
                        actions: Vec::new(),
                    }
                    .keep(&id);
                }
                return;
            }
            this.saving.set(false);
            match outcome {
                Ok(SaveOutcome::Saved { connector, merged }) => {
                    let result = this.saved(&connector, count, merged);
                    this.keep_draft();
                    match result {
                        Ok(()) if merged => {
                            toasts.info(format!(
                                "Saved as version {}, together with changes of others.",
                                connector.version
                            ));
                        }
                        Ok(()) => toasts.info(format!("Saved as version {}.", connector.version)),
                        Err(error) => this.failed.set(Some(error)),
                    }
                }
                Ok(SaveOutcome::Conflicts {
                    connector,
                    changed_by,
                    conflicts,
                }) => {
                    this.clash.set(Some(Clash {
                        newest: connector,
                        changed_by,
                        conflicts,
                    }));
                }
                Err(error) => {
                    toasts.error(format!("Not saved. {error}"));
                    this.failed.set(Some(error));
                }
            }
        });
    }

    /// Goes on from the saved version. Edits made while the save was under way stay unsaved.
    fn saved(&self, saved: &OpenConnector, count: usize, merged: bool) -> Result<(), AppError> {
        if !merged {
            self.open.update(|open| {
                open.history.saved(count);
                open.version = saved.version;
            });
            return Ok(());
        }
        let later = self
            .open
            .with_untracked(|open| open.history.unsaved().split_off(count));
        let mut next = Open::read(&saved.files, saved.version)?;
        let lost = next.replay(&later);
        self.replace(next);
        if !lost.is_empty() {
            self.clash.set(Some(Clash {
                newest: saved.clone(),
                changed_by: String::new(),
                conflicts: lost,
            }));
        }
        Ok(())
    }

    /// Goes on from the newest version with the edits that do not clash and the chosen ones of
    /// those that do, and saves.
    pub(super) fn resolve(&self, clash: &Clash, keep_mine: &[bool]) {
        let (_, actions) = self.unsaved();
        let toasts = self.toasts;
        let mut next = match Open::read(&clash.newest.files, clash.newest.version) {
            Ok(next) => next,
            Err(error) => return toasts.error(error.to_string()),
        };
        next.replay(&actions);
        for (conflict, mine) in clash.conflicts.iter().zip(keep_mine) {
            if !mine {
                continue;
            }
            let kept = conflict.keep_mine(&next.connector).and_then(|edit| {
                next.history.apply(
                    &mut next.connector,
                    Action::new(conflict.label.as_str(), vec![edit]),
                )
            });
            if let Err(error) = kept {
                toasts.error(format!("{}: {error}", conflict.label));
            }
        }
        self.replace(next);
        self.clash.set(None);
        self.keep_draft();
        self.save();
    }

    /// Throws the unsaved edits away and goes on from the newest version.
    pub(super) fn take_theirs(&self, clash: &Clash) {
        match Open::read(&clash.newest.files, clash.newest.version) {
            Ok(next) => self.replace(next),
            Err(error) => return self.toasts.error(error.to_string()),
        }
        self.clash.set(None);
        self.keep_draft();
    }

    pub(super) fn keep_draft(&self) {
        if !self.drafts.get_value() {
            return;
        }
        let (version, actions) = self.unsaved();
        if !(Draft { version, actions }).keep(&self.id()) && !self.draft_refused.get_value() {
            self.draft_refused.set_value(true);
            let warning = "This browser has no room to keep unsaved changes: a reload would lose them. Save now.";
            self.toasts.error(warning.to_owned());
        }
    }

    /// Brings back the unsaved edits of an earlier visit. Runs in the browser, once.
    pub(super) fn restore(&self) {
        let this = *self;
        let found = Draft::find(&self.id());
        let Some(draft) = found else {
            return self.drafts.set_value(true);
        };
        let toasts = self.toasts;
        spawn_local(async move {
            let result = this.restore_draft(draft).await;
            if this.open.is_disposed() {
                return;
            }
            this.drafts.set_value(true);
            match result {
                Ok(0) => {}
                Ok(1) => toasts.info("1 unsaved change was brought back.".to_owned()),
                Ok(count) => toasts.info(format!("{count} unsaved changes were brought back.")),
                Err(error) => toasts.error(format!(
                    "The unsaved changes could not be brought back. {error}"
                )),
            }
        });
    }

    async fn restore_draft(&self, draft: Draft) -> Result<usize, AppError> {
        let mut open = self.open.get_untracked();
        if draft.version != open.version {
            let base = connector(self.id(), Some(draft.version)).await?;
            if self.open.is_disposed() {
                return Ok(0);
            }
            open = Open::read(&base.files, base.version)?;
        }
        let lost = open.replay(&draft.actions);
        let count = draft.actions.len() - lost.len().min(draft.actions.len());
        self.replace(open);
        Ok(count)
    }
}
