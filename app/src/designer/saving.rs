//! Saving, and what to do about clashes.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenon_connector::document::{Action, Conflict};

use super::draft::{LocalDraft, beyond};
use super::drafting::Kept;
use super::state::{Designer, Open};
use crate::api::connectors::{OpenConnector, SaveOutcome, SaveRequest, save};
use crate::api::versions::versions;
use crate::components::Fault;
use crate::error::AppError;
use crate::texts::designer as t;

/// How long a save waits for a draft that is being sent before it looks again.
const SHORTLY: Duration = Duration::from_millis(60);

/// Edits that clash with what was saved or kept elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Clash {
    /// The version to go on from.
    pub(super) newest: OpenConnector,
    /// What was done on it elsewhere and is not saved.
    pub(super) under: Vec<Action>,
    /// Each clash.
    pub(super) conflicts: Vec<Conflict>,
    /// The names of what was done elsewhere.
    pub(super) theirs: Vec<String>,
    /// What they clash with.
    pub(super) cause: Cause,
}

/// What edits clash with.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cause {
    /// A version that was saved meanwhile.
    Saved {
        /// Who saved it.
        by: String,
    },
    /// The unsaved edits of another window of the same person.
    OtherWindow {
        /// The revision of their draft.
        revision: String,
    },
}

impl Designer {
    /// Saves what is not saved, unless a save is under way.
    pub(super) fn save(&self) {
        if self.saving.get_untracked() {
            return;
        }
        if self.drafts.is_sending() {
            // The save takes the draft's revision along, which the answer under way brings.
            return self.save_soon();
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
                draft: this.drafts.revision(),
            })
            .await;
            if this.open.is_disposed() {
                // The maker has left the designer: a kept draft of what is saved must not come back.
                if matches!(outcome, Ok(SaveOutcome::Saved { .. })) {
                    LocalDraft::default().keep(&id);
                }
                return;
            }
            this.saving.set(false);
            match outcome {
                Ok(SaveOutcome::Saved { connector, merged }) => {
                    let result = this.saved(&connector, count, merged);
                    this.draft_is_saved();
                    match result {
                        Ok(()) if merged => {
                            toasts.info(t::saved_as_version_together_with_changes_of(
                                &connector.version,
                            ));
                        }
                        Ok(()) => toasts.info(t::saved_as_version(&connector.version)),
                        Err(error) => this.failed.set(Some(error)),
                    }
                }
                Ok(SaveOutcome::Conflicts {
                    connector,
                    changed_by,
                    conflicts,
                }) => {
                    let theirs = done_since(&id, base_version).await;
                    this.clash.try_set(Some(Clash {
                        newest: connector,
                        theirs,
                        under: Vec::new(),
                        conflicts,
                        cause: Cause::Saved { by: changed_by },
                    }));
                }
                Err(error) => {
                    toasts.error(Fault::of(t::not_saved_2(), &error));
                    this.failed.set(Some(error));
                }
            }
        });
    }

    fn save_soon(&self) {
        let this = *self;
        let again = move || {
            if !this.open.is_disposed() {
                this.save();
            }
        };
        set_timeout(again, SHORTLY);
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
        let mut before = self.open.get_untracked();
        before.history.saved(count);
        let later = before.history.unsaved();
        let mut next = Open::read(&saved.files, saved.version)?;
        next.carry_over(&before);
        let lost = next.replay(&later);
        self.replace(next);
        if !lost.is_empty() {
            self.clash.set(Some(Clash {
                newest: saved.clone(),
                under: Vec::new(),
                conflicts: lost,
                theirs: Vec::new(),
                cause: Cause::Saved { by: String::new() },
            }));
        }
        Ok(())
    }

    /// Goes on with the edits that do not clash and the chosen ones of those that do; saves, where a
    /// save had met them.
    pub(super) fn resolve(&self, clash: &Clash, keep_mine: &[bool]) {
        let (next, refused) = match self.resolved(clash, keep_mine) {
            Ok(resolved) => resolved,
            Err(error) => return self.toasts.error(error),
        };
        for reason in refused {
            self.toasts.error(reason);
        }
        self.settle(clash, next);
        if matches!(clash.cause, Cause::Saved { .. }) {
            self.save();
        }
    }

    /// What choices come to, and why some of them could not be done.
    pub(super) fn resolved(
        &self,
        clash: &Clash,
        keep_mine: &[bool],
    ) -> Result<(Open, Vec<String>), AppError> {
        let (_, actions) = self.unsaved();
        let mut next = Open::read(&clash.newest.files, clash.newest.version)?;
        self.open.with_untracked(|open| next.carry_over(open));
        next.replay(&clash.under);
        next.replay(beyond(&actions, &clash.under));
        let mut refused = Vec::new();
        let chosen = clash.conflicts.iter().zip(keep_mine);
        for (conflict, _) in chosen.filter(|(_, mine)| **mine) {
            let kept = conflict.keep_mine(&next.connector).and_then(|edit| {
                let action = Action::new(conflict.label.as_str(), vec![edit]);
                next.history.apply(&mut next.connector, action)
            });
            if let Err(error) = kept {
                refused.push(t::text(&conflict.label, &error));
            }
        }
        Ok((next, refused))
    }

    fn settle(&self, clash: &Clash, next: Open) {
        self.replace(next);
        self.clash.set(None);
        if let Cause::OtherWindow { revision } = &clash.cause {
            self.drafts.set_revision(Some(revision.clone()));
            self.drafts.kept.set(Kept::Nothing);
        }
        self.keep_draft();
    }
}

/// The names of what others did since a version; none where they cannot be had.
async fn done_since(id: &str, version: i64) -> Vec<String> {
    let rows = versions(id.to_owned(), None).await.unwrap_or_default();
    let since = rows.into_iter().filter(|row| row.number > version);
    since.flat_map(|row| row.actions).collect()
}
