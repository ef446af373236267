//! Unsaved edits as the browser keeps them, and which of two drafts a page goes on from.

use serde::{Deserialize, Serialize};
use tenon_connector::document::Action;

use crate::api::drafts::Draft;

/// The unsaved edits of a connector, kept in this browser.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct LocalDraft {
    /// The version that they were made on.
    pub(super) version: i64,
    /// The edits.
    pub(super) actions: Vec<Action>,
    /// The server's draft that they go on from.
    #[serde(default)]
    pub(super) revision: Option<String>,
    /// Whether the server has them all, as that draft.
    #[serde(default)]
    pub(super) is_sent: bool,
    /// When they were kept: milliseconds since 1970, UTC.
    #[serde(default)]
    pub(super) kept_at: i64,
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn key(connector: &str) -> String {
    format!("tenon.draft.{connector}")
}

impl LocalDraft {
    /// The draft of a connector, if this browser has one.
    pub(super) fn find(connector: &str) -> Option<Self> {
        let text = storage()?.get_item(&key(connector)).ok()??;
        serde_json::from_str(&text).ok()
    }

    /// Keeps the draft, or forgets the kept one when there is nothing to remember. Whether that worked:
    /// a browser can refuse (private mode, no room left).
    pub(super) fn keep(&self, connector: &str) -> bool {
        let Some(storage) = storage() else {
            return false;
        };
        let key = key(connector);
        // Without actions it still says that the server's draft is to be forgotten.
        let is_needed = !self.actions.is_empty() || (self.revision.is_some() && !self.is_sent);
        let kept = match serde_json::to_string(self) {
            Ok(text) if is_needed => storage.set_item(&key, &text),
            _ => storage.remove_item(&key),
        };
        kept.is_ok()
    }

    fn of(there: Draft) -> Self {
        Self {
            version: there.version,
            actions: there.actions,
            revision: Some(there.revision),
            is_sent: true,
            kept_at: there.kept_at,
        }
    }
}

/// What a page goes on from.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum GoingOn {
    /// From one draft, which holds everything; none: there is nothing unsaved.
    From(Option<LocalDraft>),
    /// From both: each holds work that the other has not.
    Both {
        /// What this browser has.
        here: LocalDraft,
        /// What the server has.
        there: Draft,
    },
}

/// Which draft to go on from: the one of this browser, or that of the server.
pub(super) fn go_on_from(here: Option<LocalDraft>, there: Option<Draft>) -> GoingOn {
    let Some(mut here) = here else {
        return GoingOn::From(there.map(LocalDraft::of));
    };
    let revision = there.as_ref().map(|there| there.revision.clone());
    if here.is_sent {
        // What became of it since, it became on the server.
        return GoingOn::From(there.map(LocalDraft::of));
    }
    let goes_on = here.revision == revision;
    let Some(there) = there.filter(|_| !goes_on) else {
        here.revision = revision;
        return GoingOn::From(Some(here));
    };
    let same_version = here.version == there.version;
    if here.actions.is_empty() || same_version && there.actions.starts_with(&here.actions) {
        GoingOn::From(Some(LocalDraft::of(there)))
    } else if same_version && here.actions.starts_with(&there.actions) {
        here.revision = revision;
        GoingOn::From(Some(here))
    } else {
        GoingOn::Both { here, there }
    }
}

/// What `actions` have beyond those that they begin with in common with `others`.
pub(super) fn beyond<'a>(actions: &'a [Action], others: &[Action]) -> &'a [Action] {
    let pairs = actions.iter().zip(others);
    let common = pairs.take_while(|(one, other)| one == other).count();
    actions.get(common..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use tenon_connector::document::Action;

    use super::{Draft, GoingOn, LocalDraft, beyond, go_on_from};

    fn actions(labels: &[&str]) -> Vec<Action> {
        let action = |label: &&str| Action::new(*label, Vec::new());
        labels.iter().map(action).collect()
    }

    fn here(labels: &[&str], revision: Option<&str>, is_sent: bool) -> LocalDraft {
        LocalDraft {
            version: 1,
            actions: actions(labels),
            revision: revision.map(str::to_owned),
            is_sent,
            kept_at: 0,
        }
    }

    fn there(labels: &[&str], revision: &str) -> Draft {
        Draft {
            revision: revision.to_owned(),
            version: 1,
            actions: actions(labels),
            kept_at: 0,
        }
    }

    fn labels(going_on: GoingOn) -> Option<Vec<String>> {
        match going_on {
            GoingOn::From(draft) => {
                let draft = draft.unwrap_or_default();
                Some(draft.actions.into_iter().map(|a| a.label).collect())
            }
            GoingOn::Both { .. } => None,
        }
    }

    #[test]
    fn another_browser_goes_on_where_the_last_one_stopped() {
        let found = go_on_from(None, Some(there(&["a", "b"], "r1")));
        assert_eq!(labels(found).unwrap_or_default(), ["a", "b"]);
        let behind = here(&["a"], Some("r0"), true);
        let found = go_on_from(Some(behind.clone()), Some(there(&["a", "b"], "r1")));
        assert_eq!(labels(found).unwrap_or_default(), ["a", "b"]);
        let saved_elsewhere = go_on_from(Some(behind), None);
        assert_eq!(saved_elsewhere, GoingOn::From(None));
    }

    #[test]
    fn what_the_server_has_not_seen_stays() {
        let ahead = here(&["a", "b"], Some("r1"), false);
        let found = go_on_from(Some(ahead.clone()), Some(there(&["a"], "r1")));
        assert_eq!(found, GoingOn::From(Some(ahead.clone())));
        let found = go_on_from(Some(ahead.clone()), None);
        assert_eq!(labels(found).unwrap_or_default(), ["a", "b"]);
        let all_undone = here(&[], Some("r1"), false);
        let found = go_on_from(Some(all_undone), Some(there(&["a"], "r1")));
        assert_eq!(labels(found).unwrap_or_default(), [""; 0]);
        let landed_unseen = go_on_from(Some(ahead), Some(there(&["a", "b"], "r2")));
        assert_eq!(labels(landed_unseen).unwrap_or_default(), ["a", "b"]);
    }

    #[test]
    fn work_of_two_windows_is_never_dropped() {
        let mine = here(&["a", "b"], Some("r1"), false);
        let found = go_on_from(Some(mine), Some(there(&["a", "c"], "r2")));
        assert!(matches!(found, GoingOn::Both { .. }));
        let (mine, theirs) = (actions(&["a", "b", "d"]), actions(&["a", "c", "d"]));
        assert_eq!(beyond(&mine, &theirs), actions(&["b", "d"]));
        assert_eq!(beyond(&mine, &mine), []);
    }
}
