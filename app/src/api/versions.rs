//! Versions of a connector: the list, a comparison of two, and the way back to one.

use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};
use tenon_connector::diff::Subject;
use tenon_connector::document::Action;
use tenon_connector::message::Message;

use crate::error::AppError;

/// The most versions that one answer lists.
pub const MAX_LISTED: i64 = 50;

/// A version as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionRow {
    /// Its number, counted from 1.
    pub number: i64,
    /// Who saved it.
    pub author: String,
    /// When: milliseconds since 1970, UTC.
    pub saved_at: i64,
    /// What was done since the version before, as Undo named it.
    pub actions: Vec<String>,
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Side {
    /// A version as it was saved.
    Saved(i64),
    /// A version with unsaved actions on top.
    Unsaved {
        /// The version.
        version: i64,
        /// What was done since, in order.
        actions: Vec<Action>,
    },
}

/// What is to be compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompareRequest {
    /// The connector's id.
    pub id: String,
    /// The older side.
    pub from: Side,
    /// The newer side.
    pub to: Side,
}

/// How two versions differ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// The changes, by what they concern.
    pub groups: Vec<ChangeGroup>,
}

/// The changes of one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeGroup {
    /// What changed: an operation, the security, the policies, or the rest.
    pub subject: Subject,
    /// The changes.
    pub changes: Vec<ComparedChange>,
}

/// One change between two versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedChange {
    /// What happened to it.
    pub kind: ChangeKind,
    /// The change in words.
    pub message: Message,
    /// The old value, shortened.
    pub before: Option<String>,
    /// The new value, shortened.
    pub after: Option<String>,
    /// Who is hurt by it, if somebody is.
    pub effect: Option<Effect>,
}

/// What happened to a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is another.
    Changed,
}

/// What a change does to those who use the connector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// Whether it breaks what they have built; else it may change what they get.
    pub breaks: bool,
    /// The rule, in a few words, in English.
    pub title: String,
    /// Why that is so, in English.
    pub why: String,
}

/// A version that the maker wants to go back to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RestoreRequest {
    /// The connector's id.
    pub id: String,
    /// What the maker has now.
    pub from: Side,
    /// The number of the version that is wanted.
    pub wanted: i64,
}

impl Comparison {
    /// How many changes break what users of the connector have built.
    #[must_use]
    pub fn breaking(&self) -> usize {
        let changes = self.groups.iter().flat_map(|group| &group.changes);
        let breaks = |change: &&ComparedChange| change.effect.as_ref().is_some_and(|e| e.breaks);
        changes.filter(breaks).count()
    }
}

/// The versions before a number (none: the newest), newest first, at most [`MAX_LISTED`].
#[server(endpoint = "versions", input = Json)]
pub async fn versions(id: String, before: Option<i64>) -> Result<Vec<VersionRow>, AppError> {
    crate::backend::backend()?.versions(id, before).await
}

/// How two versions differ.
#[server(endpoint = "compare", input = Json)]
pub async fn compare(request: CompareRequest) -> Result<Comparison, AppError> {
    crate::backend::backend()?.compare(request).await
}

/// The action that makes of what the maker has now what a version was.
#[server(endpoint = "restore", input = Json)]
pub async fn restore(request: RestoreRequest) -> Result<Action, AppError> {
    crate::backend::backend()?.restore(request).await
}
