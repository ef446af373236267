//! Going on from unsaved edits that were kept elsewhere: of an earlier visit, or of another window of the same person.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::clock;
use super::super::draft::{GoingOn, LocalDraft, beyond, go_on_from};
use super::super::saving::{Cause, Clash};
use super::super::state::{Designer, Open};
use super::{BroughtBack, Kept};
use crate::api::connectors::connector;
use crate::api::drafts::{Draft, own_draft};
use crate::components::Fault;
use crate::error::AppError;
use crate::texts::designer as t;

impl Designer {
    /// Brings back the unsaved edits of an earlier visit. Runs in the browser, once.
    pub(in crate::designer) fn restore(&self) {
        let this = *self;
        spawn_local(async move {
            let here = LocalDraft::find(&this.id());
            let there = own_draft(this.id()).await;
            if this.open.is_disposed() {
                return;
            }
            let going_on = match there {
                Ok(there) => go_on_from(here, there),
                Err(_) => GoingOn::From(here),
            };
            let result = this.bring_back(going_on).await;
            if this.open.is_disposed() {
                return;
            }
            this.drafts.way.update_value(|way| way.is_ready = true);
            if let Err(error) = result {
                let lost = t::the_unsaved_changes_could_not_be_brought();
                this.toasts.error(Fault::of(lost, &error));
            } else if this
                .open
                .with_untracked(|open| open.history.unsaved_count())
                > 0
                || this.drafts.revision().is_some()
            {
                let is_sent = this.drafts.way.with_value(|way| way.is_sent);
                if !is_sent {
                    this.keep_draft();
                }
            }
        });
    }

    async fn bring_back(&self, going_on: GoingOn) -> Result<(), AppError> {
        let (draft, there) = match going_on {
            GoingOn::From(None) => return Ok(()),
            GoingOn::From(Some(draft)) => (draft, None),
            GoingOn::Both { here, there } => (here, Some(there)),
        };
        let (version, mut open) = self
            .open
            .with_untracked(|open| (open.version, open.clone()));
        let meanwhile = open.history.unsaved();
        if draft.version != version || !meanwhile.is_empty() {
            let base = connector(self.id(), Some(draft.version)).await?;
            if self.open.is_disposed() {
                return Ok(());
            }
            open = Open::read(&base.files, base.version)?;
        }
        let lost = open.replay(&draft.actions).len();
        let count = open.history.done_count();
        let lost_now = open.replay(&meanwhile).len();
        self.drafts.way.update_value(|way| {
            way.revision.clone_from(&draft.revision);
            way.is_sent = draft.is_sent && meanwhile.is_empty();
        });
        if count > 0 {
            self.replace(open);
            self.drafts.brought.set(Some(BroughtBack {
                count,
                kept_at: draft.kept_at,
            }));
            if draft.is_sent {
                self.drafts.kept.set(Kept::OnServer(draft.kept_at));
            }
        }
        if lost + lost_now > 0 {
            let text = t::some_unsaved_changes_did_not_fit_any();
            self.toasts.error(text.to_owned());
        }
        match there {
            Some(there) => self.merge_with(there).await,
            None => Ok(()),
        }
    }

    /// Goes on together with what another window of the same person kept meanwhile.
    pub(super) async fn take_in(&self, present: Option<Draft>) -> Result<(), AppError> {
        let (version, actions) = self.unsaved();
        let here = LocalDraft {
            version,
            actions,
            revision: self.drafts.revision(),
            is_sent: false,
            kept_at: clock::now(),
        };
        match go_on_from(Some(here), present) {
            GoingOn::Both { there, .. } => self.merge_with(there).await,
            GoingOn::From(Some(draft)) if !draft.is_sent => {
                self.drafts.set_revision(draft.revision);
                self.keep_draft();
                Ok(())
            }
            GoingOn::From(draft) => {
                self.drafts.set_revision(None);
                let there = draft.and_then(|draft| {
                    Some(Draft {
                        revision: draft.revision?,
                        version: draft.version,
                        actions: draft.actions,
                        kept_at: draft.kept_at,
                    })
                });
                match there {
                    Some(there) => self.merge_with(there).await,
                    None => Ok(()),
                }
            }
        }
    }

    /// Puts the edits of this page on top of a draft of another one; where both changed the same, asks.
    async fn merge_with(&self, there: Draft) -> Result<(), AppError> {
        let (version, mine) = self.unsaved();
        let together = self.open.with_untracked(|open| {
            let mut open = open.clone();
            let same = open.history.happenings();
            open.carried = same.map(|one| (one.id, one.id)).collect();
            let fits =
                there.version == version && open.replay(beyond(&there.actions, &mine)).is_empty();
            fits.then_some(open)
        });
        if let Some(open) = together {
            self.replace(open);
            return self.took_in(there.revision);
        }
        let number = there.version.max(version);
        let base = connector(self.id(), Some(number)).await?;
        if self.open.is_disposed() {
            return Ok(());
        }
        let (_, mine) = self.unsaved();
        let mut open = Open::read(&base.files, base.version)?;
        self.open.with_untracked(|before| open.carry_over(before));
        let mut conflicts = open.replay(&there.actions);
        conflicts.extend(open.replay(beyond(&mine, &there.actions)));
        if conflicts.is_empty() {
            self.replace(open);
            return self.took_in(there.revision);
        }
        self.drafts.kept.set(Kept::Elsewhere);
        self.clash.set(Some(Clash {
            newest: base,
            theirs: there
                .actions
                .iter()
                .map(|action| action.label.clone())
                .collect(),
            under: there.actions,
            conflicts,
            cause: Cause::OtherWindow {
                revision: there.revision,
            },
        }));
        Ok(())
    }

    fn took_in(&self, revision: String) -> Result<(), AppError> {
        self.drafts.set_revision(Some(revision));
        self.keep_draft();
        let text = t::unsaved_changes_of_another_window_of_yours();
        self.toasts.info(text.to_owned());
        Ok(())
    }
}
