//! Connectors: the list, one connector opened, saving.

use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};
use tenon_connector::ConnectorFiles;
use tenon_connector::document::{Action, Conflict};

use crate::error::AppError;

/// A connector as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ConnectorRow {
    /// The connector's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its description, shortened.
    pub description: String,
    /// The brand colour, `#rrggbb`.
    pub brand_colour: String,
    /// Whether it has an icon, served at `/connectors/{id}/icon`.
    pub has_icon: bool,
    /// How many operations it has.
    pub operations: i64,
    /// How it authenticates, in words ("API key").
    pub authentication: String,
    /// The number of the newest version, counted from 1.
    pub version: i64,
    /// When that was saved: milliseconds since 1970, UTC.
    pub changed_at: i64,
    /// By whom.
    pub changed_by: String,
}

/// A column that the list can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SortBy {
    /// The title.
    Title,
    /// The number of operations.
    Operations,
    /// The kind of authentication.
    Authentication,
    /// The number of the newest version.
    Version,
    /// The time of the last change.
    #[default]
    Changed,
}

/// Which connectors are listed, in which order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListQuery {
    /// Words that all stand in the title, host, description or authentication; in any case.
    pub search: String,
    /// What the list is sorted by.
    pub sort: SortBy,
    /// Whether the greatest comes first.
    pub descending: bool,
}

impl Default for ListQuery {
    fn default() -> Self {
        Self {
            search: String::new(),
            sort: SortBy::Changed,
            descending: true,
        }
    }
}

/// A part of the list to fetch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListRequest {
    /// Of which list.
    pub query: ListQuery,
    /// The place of the first connector wanted, counted from 0.
    pub from: u32,
    /// How many are wanted: at most [`MAX_AT_ONCE`].
    pub count: u32,
}

/// A part of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListPage {
    /// The connectors.
    pub rows: Vec<ConnectorRow>,
    /// How many the search finds.
    pub found: u32,
    /// How many the environment has.
    pub all: u32,
}

/// The most connectors that are listed, exported or deleted at once.
pub const MAX_AT_ONCE: usize = 1_000;

/// One version of a connector, to be opened in the designer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenConnector {
    /// The connector's id.
    pub id: String,
    /// The number of this version, counted from 1.
    pub version: i64,
    /// The number of the newest version.
    pub newest: i64,
    /// The texts of this version.
    pub files: ConnectorFiles,
}

/// Edits to keep.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SaveRequest {
    /// The connector's id.
    pub id: String,
    /// The version that the edits were made on.
    pub base_version: i64,
    /// What the maker did since, in order.
    pub actions: Vec<Action>,
    /// The revision of the maker's draft that holds no more than these: it goes with the save.
    #[serde(default)]
    pub draft: Option<String>,
}

/// What became of a save.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum SaveOutcome {
    /// Kept as a new version. `merged` tells whether somebody else had saved meanwhile; the
    /// connector then holds both people's work.
    Saved {
        /// The new version, whole.
        connector: OpenConnector,
        /// Whether other people's changes came in.
        merged: bool,
    },
    /// Nothing was kept: these edits touch what somebody else changed meanwhile.
    Conflicts {
        /// The newest version, whole.
        connector: OpenConnector,
        /// Who saved it.
        changed_by: String,
        /// Each clash.
        conflicts: Vec<Conflict>,
    },
}

/// A part of the list of the environment's connectors.
#[server(endpoint = "list-connectors", input = Json)]
pub async fn list_connectors(request: ListRequest) -> Result<ListPage, AppError> {
    crate::backend::backend()?.list_connectors(request).await
}

/// A connector at a version, or at the newest.
#[server(endpoint = "connector", input = Json)]
pub async fn connector(id: String, version: Option<i64>) -> Result<OpenConnector, AppError> {
    crate::backend::backend()?.connector(id, version).await
}

/// Makes a blank connector and opens it.
#[server(endpoint = "create-blank")]
pub async fn create_blank(title: String) -> Result<(), AppError> {
    let id = crate::backend::backend()?.create_blank(title).await?;
    leptos_axum::redirect(&crate::routes::designer(&id, "general"));
    Ok(())
}

/// Makes the sample connector and opens it where its first call can be made.
#[server(endpoint = "create-sample")]
pub async fn create_sample() -> Result<(), AppError> {
    let id = crate::backend::backend()?.create_sample().await?;
    leptos_axum::redirect(&crate::routes::designer(&id, "test"));
    Ok(())
}

/// Keeps edits as a new version.
#[server(endpoint = "save", input = Json)]
pub async fn save(request: SaveRequest) -> Result<SaveOutcome, AppError> {
    crate::backend::backend()?.save(request).await
}

/// Deletes several connectors, all or none; how many were still there.
#[server(endpoint = "delete-connectors", input = Json)]
pub async fn delete_connectors(ids: Vec<String>) -> Result<u32, AppError> {
    crate::backend::backend()?.delete_connectors(ids).await
}

/// Whether these connectors can be exported together; the download itself is `/connectors/packages`.
#[server(endpoint = "check-export", input = Json)]
pub async fn check_export(ids: Vec<String>) -> Result<(), AppError> {
    crate::backend::backend()?.check_export(ids).await
}
