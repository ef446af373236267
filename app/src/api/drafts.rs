//! Drafts: what somebody has changed and not saved yet, kept on the server so that another browser of
//! theirs goes on where this one stopped.

use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};
use tenon_connector::document::Action;

use crate::error::AppError;

/// Where [`keep_draft`] is, for a page that closes and cannot wait for the answer.
pub const KEEP_ADDRESS: &str = "/api/keep-draft";

/// A draft as the server has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// Another one each time the draft is kept: who writes over it must know it.
    pub revision: String,
    /// The version that the actions were done on.
    pub version: i64,
    /// The actions, in order.
    pub actions: Vec<Action>,
    /// When it was kept: milliseconds since 1970, UTC.
    pub kept_at: i64,
}

/// A draft to keep.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftRequest {
    /// The connector's id.
    pub id: String,
    /// The revision that it goes on from; none: there was no draft.
    pub replaces: Option<String>,
    /// The version that the actions were done on.
    pub version: i64,
    /// The actions; without any the draft is forgotten.
    pub actions: Vec<Action>,
}

/// What became of a draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum DraftOutcome {
    /// It is kept.
    Kept {
        /// Its revision; none: there was nothing to keep, and there is no draft any more.
        revision: Option<String>,
        /// When: milliseconds since 1970, UTC.
        kept_at: i64,
    },
    /// It is not: another page of the same person kept or forgot one meanwhile.
    Overtaken {
        /// The draft that is there; none: it was saved or thrown away.
        present: Option<Draft>,
    },
}

/// The draft that the person who asks has of a connector.
#[server(endpoint = "draft", input = Json)]
pub async fn own_draft(id: String) -> Result<Option<Draft>, AppError> {
    crate::backend::backend()?.draft(id).await
}

/// Keeps a draft in place of the one that it goes on from.
#[server(endpoint = "keep-draft", input = Json)]
pub async fn keep_draft(request: DraftRequest) -> Result<DraftOutcome, AppError> {
    crate::backend::backend()?.keep_draft(request).await
}
