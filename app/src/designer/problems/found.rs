//! What lint has found, kept up to date while the connector is edited.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use tenon_connector::lint::{Finding, Linter, Profile, Severity};

use super::place::Place;
use crate::components::FieldNote;
use crate::designer::clock;
use crate::designer::state::{Changed, Designer};
use crate::texts::findings;

/// Lint waits this long after an edit that comes after a rest: the page is drawn first, and edits that
/// come together are looked at together.
const PAUSE: Duration = Duration::from_millis(24);

/// While edits come one upon the other, as they do when somebody types, lint waits until nothing was
/// edited for this long, so that no key waits for lint.
const PAUSE_OF_TYPING: Duration = Duration::from_millis(180);

/// Edits that are no further apart than this, in milliseconds, come one upon the other.
const TYPING: i64 = 300;

const OPEN: &str = "tenon.problems.open";
const PROFILE: &str = "tenon.problems.profile";

/// The problems of the open connector.
#[derive(Clone, Copy)]
pub(in crate::designer) struct Problems {
    designer: Designer,
    /// None until lint has looked for the first time, in the browser.
    pub(super) findings: RwSignal<Option<Vec<Arc<Finding>>>>,
    pub(super) profile: RwSignal<Profile>,
    /// The severity that the panel shows alone; none: all.
    pub(super) severity: RwSignal<Option<Severity>>,
    /// Whether the panel is open.
    pub(super) open: RwSignal<bool>,
    /// The place that the maker wants to see and that is not on screen yet.
    pub(in crate::designer) wanted: RwSignal<Option<Place>>,
    linter: StoredValue<Option<Linter>>,
    waiting: StoredValue<Option<TimeoutHandle>>,
    /// When the last edit came.
    edited: StoredValue<i64>,
}

/// How many problems there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) errors: usize,
    pub(super) warnings: usize,
}

impl Problems {
    /// Begins to look at a connector.
    pub(in crate::designer) fn of(designer: Designer) -> Self {
        let this = Self {
            designer,
            findings: RwSignal::new(None),
            profile: RwSignal::new(Profile::default()),
            severity: RwSignal::new(None),
            open: RwSignal::new(false),
            wanted: RwSignal::new(None),
            linter: StoredValue::new(None),
            waiting: StoredValue::new(None),
            edited: StoredValue::new(0),
        };
        Effect::new(move |ran: Option<()>| {
            if ran.is_none() {
                this.recall();
            }
        });
        Effect::new(move |_| {
            designer.open.track();
            this.profile.track();
            this.look_soon();
        });
        on_cleanup(move || this.stop_waiting());
        this
    }

    fn look_soon(self) {
        self.stop_waiting();
        let handle = set_timeout_with_handle(move || self.look(), self.pause()).ok();
        self.waiting.try_set_value(handle);
    }

    /// How long lint waits after an edit that comes now.
    fn pause(self) -> Duration {
        let now = clock::now();
        let before = self.edited.try_get_value().unwrap_or_default();
        self.edited.try_set_value(now);
        if now.saturating_sub(before) <= TYPING {
            PAUSE_OF_TYPING
        } else {
            PAUSE
        }
    }

    fn stop_waiting(self) {
        if let Some(handle) = self.waiting.try_get_value().flatten() {
            handle.clear();
        }
    }

    /// Lints what has changed since the last time.
    fn look(self) {
        if self.designer.open.is_disposed() {
            return;
        }
        let changed = self.designer.take_changed();
        let profile = self.profile.get_untracked();
        let found = self.linter.try_update_value(|linter| {
            let designer = self.designer;
            match (linter.as_mut(), changed) {
                (Some(linter), Changed::Edits(edits)) if linter.profile() == profile => {
                    if edits.is_empty() {
                        return None;
                    }
                    designer.now(|connector| linter.update(connector, &edits));
                }
                _ => *linter = Some(designer.now(|connector| Linter::new(connector, profile))),
            }
            let findings = linter.iter().flat_map(Linter::shared_findings);
            Some(findings.cloned().collect::<Vec<_>>())
        });
        if let Some(findings) = found.flatten()
            && self
                .findings
                .with_untracked(|old| old.as_ref() != Some(&findings))
        {
            self.findings.set(Some(findings));
        }
    }

    /// How many problems there are; none until lint has looked.
    pub(super) fn counts(self) -> Memo<Option<Counts>> {
        let is_error = |finding: &&Arc<Finding>| finding.severity == Severity::Error;
        Memo::new(move |_| {
            self.findings.with(|findings| {
                let findings = findings.as_ref()?;
                let errors = findings.iter().filter(is_error).count();
                Some(Counts {
                    errors,
                    warnings: findings.len() - errors,
                })
            })
        })
    }

    /// What is said beside the field that edits a place.
    pub(in crate::designer) fn beside(self, place: Signal<Option<Place>>) -> Memo<Vec<FieldNote>> {
        Memo::new(move |_| {
            let Some(place) = place.get() else {
                return Vec::new();
            };
            self.findings.with(|findings| {
                let all = findings.iter().flatten();
                all.filter(|finding| {
                    finding.part == place.part && finding.path.starts_with(&place.path)
                })
                .map(|finding| FieldNote {
                    is_error: finding.severity == Severity::Error,
                    text: findings::of_lint(&finding.message),
                })
                .collect()
            })
        })
    }

    /// Opens or closes the panel, and keeps that for the next visit.
    pub(super) fn set_open(self, open: bool) {
        self.open.set(open);
        remember(OPEN, if open { "yes" } else { "no" });
    }

    /// Opens the panel, or closes it.
    pub(in crate::designer) fn toggle(self) {
        self.set_open(!self.open.get_untracked());
    }

    /// Asks the rules of another profile, on the next visit too.
    pub(super) fn set_profile(self, profile: Profile) {
        self.profile.set(profile);
        remember(PROFILE, profile.as_str());
    }

    /// Shows the problems of a severity alone, or all, until the page is left.
    pub(super) fn set_severity(self, severity: Option<Severity>) {
        self.severity.set(severity);
    }

    fn recall(self) {
        if recalled(OPEN).as_deref() == Some("yes") {
            self.open.set(true);
        }
        let name = recalled(PROFILE).unwrap_or_default();
        if let Some(profile) = Profile::ALL.into_iter().find(|p| p.as_str() == name) {
            self.profile.set(profile);
        }
    }
}

/// The problems of the open connector.
pub(in crate::designer) fn use_problems() -> Problems {
    expect_context::<Problems>()
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn remember(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // A browser that keeps nothing shows the panel closed next time, which is no loss.
        let _ = storage.set_item(key, value);
    }
}

fn recalled(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}
