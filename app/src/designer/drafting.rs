//! Keeping the unsaved edits: at once in the browser, soon after on the server.
//!
//! The browser's copy is the net for a lost network; the server's lets another browser go on. A draft on
//! the server is replaced only by who knows its revision; who does not takes it in first.

mod going_on;

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::clock;
use super::draft::LocalDraft;
use super::state::Designer;
use crate::api::drafts::{DraftOutcome, DraftRequest, KEEP_ADDRESS, keep_draft};
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
