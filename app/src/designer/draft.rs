//! Unsaved edits, kept in the browser so that a reload or a crash loses none.

use serde::{Deserialize, Serialize};
use tenon_connector::document::Action;

/// The unsaved edits of a connector.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Draft {
    /// The version that they were made on.
    pub(super) version: i64,
    /// The edits.
    pub(super) actions: Vec<Action>,
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn key(connector: &str) -> String {
    format!("tenon.draft.{connector}")
}

impl Draft {
    /// The draft of a connector, if this browser has one.
    pub(super) fn find(connector: &str) -> Option<Self> {
        let text = storage()?.get_item(&key(connector)).ok()??;
        serde_json::from_str(&text)
            .ok()
            .filter(|draft: &Self| !draft.actions.is_empty())
    }

    /// Keeps the draft, or forgets the kept one when there is nothing in it. Whether that worked:
    /// a browser can refuse (private mode, no room left).
    pub(super) fn keep(&self, connector: &str) -> bool {
        let Some(storage) = storage() else {
            return false;
        };
        let key = key(connector);
        let kept = match serde_json::to_string(self) {
            Ok(text) if !self.actions.is_empty() => storage.set_item(&key, &text),
            _ => storage.remove_item(&key),
        };
        kept.is_ok()
    }
}
