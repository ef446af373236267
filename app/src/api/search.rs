//! What the palette finds on the server.

use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// The most that one search answers with.
pub const MAX_FOUND: usize = 20;

/// A search among the connectors.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConnectorSearch {
    /// Words, or letters of them, of the title; none: all.
    pub words: String,
    /// The connectors that the maker opened last: these come first.
    pub recent: Vec<String>,
}

/// A connector that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundConnector {
    /// The connector's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its description, shortened.
    pub description: String,
}

/// The connectors of the environment that fit a search, at most [`MAX_FOUND`], the best first.
#[server(endpoint = "find-connectors", input = Json)]
pub async fn find_connectors(search: ConnectorSearch) -> Result<Vec<FoundConnector>, AppError> {
    crate::backend::backend()?.find_connectors(search).await
}
