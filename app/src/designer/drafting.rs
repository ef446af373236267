//! Keeping the unsaved edits: at once in the browser, soon after on the server.
//!
//! The browser's copy is the net for a lost network; the server's lets another browser go on. A draft on
//! the server is replaced only by who knows its revision; who does not takes it in first.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::clock;
use super::draft::{GoingOn, LocalDraft, beyond, go_on_from};
use super::saving::{Cause, Clash};
use super::state::{Designer, Open};
use crate::api::connectors::connector;
use crate::api::drafts::{Draft, DraftOutcome, DraftRequest, KEEP_ADDRESS, keep_draft, own_draft};
use crate::components::Fault;
use crate::error::{AppError, ErrorKind};
use crate::texts::designer as t;

/// How long after the first change that the server has not seen it is told.
const SOON: Duration = Duration::from_secs(1);
/// How long until a server that was out of reach is asked again.
const LATER: Duration = Duration::from_secs(8);

/// Where the unsaved edits are kept, as the head bar says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Kept {
    /// There are none, or they are on their way.
    #[default]
    Nothing,
    /// On the server, since this moment.
    OnServer(i64),
    /// In this browser, for this reason not on the server.
    HereOnly(String),
    /// In this browser; another window of the same person changed the same.
    Elsewhere,
    /// Nowhere, for this reason: closing the page loses them.
    Nowhere(String),
}

/// What was brought back when the connector was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BroughtBack {
    /// How many actions.
    pub(super) count: usize,
    /// When they were kept.
    pub(super) kept_at: i64,
}

/// What is known of the drafts of the open connector.
#[derive(Clone, Copy)]
pub(super) struct Drafts {
    way: StoredValue<Way>,
    pub(super) kept: RwSignal<Kept>,
    pub(super) brought: RwSignal<Option<BroughtBack>>,
}

/// How far the unsaved edits have come on their way to the server.
#[derive(Clone, Debug, Default)]
struct Way {
    /// The last draft was looked for: nothing is kept before, or that one would be lost.
    is_ready: bool,
    /// The server's draft that is known here.
    revision: Option<String>,
    /// The server has all edits.
    is_sent: bool,
    is_sending: bool,
    is_scheduled: bool,
    /// Counts what the server may not know, to see whether more came while a call was under way.
    changes: u64,
    in_browser: bool,
}

impl Drafts {
    /// Nothing is known yet.
    pub(super) fn new() -> Self {
        Self {
            way: StoredValue::new(Way::default()),
            kept: RwSignal::new(Kept::Nothing),
            brought: RwSignal::new(None),
        }
    }

    /// The revision that a save takes along.
    pub(super) fn revision(&self) -> Option<String> {
        self.way.with_value(|way| way.revision.clone())
    }

    /// Whether the server is being told right now.
    pub(super) fn is_sending(&self) -> bool {
        self.way.with_value(|way| way.is_sending)
    }

    /// Goes on from another revision.
    pub(super) fn set_revision(&self, revision: Option<String>) {
        self.way.update_value(|way| way.revision = revision);
    }
}

impl Designer {
    /// Keeps the unsaved edits: at once here, soon on the server.
    pub(super) fn keep_draft(&self) {
        let way = self.drafts.way;
        if !way.with_value(|way| way.is_ready) {
            return;
        }
        way.update_value(|way| {
            way.changes += 1;
            way.is_sent = false;
        });
        self.keep_here();
        if self.drafts.kept.get_untracked() != Kept::Elsewhere {
            self.send_in(SOON);
        }
    }

    /// The save under `revision` is done: its draft is gone, unless a later one was on its way.
    pub(super) fn draft_is_saved(&self) {
        self.drafts.way.update_value(|way| {
            way.changes += 1;
            way.is_sent = false;
            if !way.is_sending {
                way.revision = None;
            }
        });
        self.drafts.brought.set(None);
        self.drafts.kept.set(Kept::Nothing);
        self.keep_here();
        self.send_in(SOON);
    }

    fn keep_here(&self) {
        let (version, actions) = self.unsaved();
        let way = self.drafts.way;
        let draft = LocalDraft {
            version,
            actions,
            revision: self.drafts.revision(),
            is_sent: way.with_value(|way| way.is_sent),
            kept_at: clock::now(),
        };
        let kept = draft.keep(&self.id());
        way.update_value(|way| way.in_browser = kept);
    }

    fn send_in(&self, wait: Duration) {
        let this = *self;
        let way = self.drafts.way;
        if way.with_value(|way| way.is_scheduled) {
            return;
        }
        way.update_value(|way| way.is_scheduled = true);
        set_timeout(
            move || {
                if way
                    .try_update_value(|way| way.is_scheduled = false)
                    .is_some()
                {
                    this.send_draft();
                }
            },
            wait,
        );
    }

    /// Tells the server what it has not seen, unless it is being told.
    pub(super) fn send_draft(&self) {
        let way = self.drafts.way;
        if way.with_value(|way| way.is_sent || !way.is_ready) {
            return;
        }
        if way.with_value(|way| way.is_sending) || self.saving.get_untracked() {
            return self.send_in(SOON);
        }
        let request = self.draft_request();
        if request.actions.is_empty() && request.replaces.is_none() {
            way.update_value(|way| way.is_sent = true);
            self.drafts.kept.set(Kept::Nothing);
            return self.keep_here();
        }
        way.update_value(|way| way.is_sending = true);
        let changes = way.with_value(|way| way.changes);
        let this = *self;
        spawn_local(async move {
            let outcome = keep_draft(request).await;
            if this.open.is_disposed() {
                return;
            }
            way.update_value(|way| way.is_sending = false);
            match outcome {
                Ok(DraftOutcome::Kept { revision, kept_at }) => {
                    this.draft_is_kept(revision, kept_at, changes);
                }
                Ok(DraftOutcome::Overtaken { present }) => {
                    if let Err(error) = this.take_in(present).await {
                        this.draft_failed(&error);
                    }
                }
                Err(error) => this.draft_failed(&error),
            }
        });
    }

    fn draft_request(&self) -> DraftRequest {
        let (version, actions) = self.unsaved();
        DraftRequest {
            id: self.id(),
            replaces: self.drafts.revision(),
            version,
            actions,
        }
    }

    fn draft_is_kept(&self, revision: Option<String>, kept_at: i64, changes: u64) {
        let is_kept = revision.is_some();
        let way = self.drafts.way;
        way.update_value(|way| {
            way.revision = revision;
            way.is_sent = way.changes == changes;
        });
        self.keep_here();
        if !way.with_value(|way| way.is_sent) {
            return self.send_in(SOON);
        }
        let kept = if is_kept {
            Kept::OnServer(kept_at)
        } else {
            Kept::Nothing
        };
        self.drafts.kept.set(kept);
    }

    fn draft_failed(&self, error: &AppError) {
        if self.open.is_disposed() {
            return;
        }
        let reason = match error.kind {
            ErrorKind::Offline => t::the_server_cannot_be_reached().to_owned(),
            _ => error.message.clone(),
        };
        let in_browser = self.drafts.way.with_value(|way| way.in_browser);
        self.drafts.kept.set(if in_browser {
            Kept::HereOnly(reason)
        } else {
            Kept::Nowhere(reason)
        });
        if error.kind == ErrorKind::Offline {
            self.send_in(LATER);
        }
    }

    /// Sends what the server has not seen as the page goes away, without waiting for an answer.
    pub(super) fn send_last(&self) {
        let way = self.drafts.way;
        let is_due = way.try_with_value(|way| way.is_ready && !way.is_sent && !way.is_sending);
        if is_due != Some(true) || self.drafts.kept.get_untracked() == Kept::Elsewhere {
            return;
        }
        let request = self.draft_request();
        if request.actions.is_empty() && request.replaces.is_none() {
            return;
        }
        // Where it cannot be sent, the copy in this browser stays.
        let _ = send_beacon(&request);
    }

    /// Whether closing the page would lose edits.
    pub(super) fn would_lose(&self) -> bool {
        let way = self.drafts.way;
        let is_kept = way.with_value(|way| way.is_sent || way.in_browser);
        !is_kept
            && self
                .open
                .with_untracked(|open| open.history.unsaved_count() > 0)
    }

    /// Brings back the unsaved edits of an earlier visit. Runs in the browser, once.
    pub(super) fn restore(&self) {
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
    async fn take_in(&self, present: Option<Draft>) -> Result<(), AppError> {
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

/// Hands a draft to the browser, which sends it even when the page is gone. Browsers take about 64 KiB.
fn send_beacon(request: &DraftRequest) -> Option<bool> {
    let body = serde_json::json!({ "request": request }).to_string();
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("application/json");
    let parts = js_sys::Array::of1(&body.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let navigator = window().navigator();
    navigator
        .send_beacon_with_opt_blob(KEEP_ADDRESS, Some(&blob))
        .ok()
}
