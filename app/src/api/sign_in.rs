//! Signing in with a connection of OAuth 2.0: the way to the provider, and how the last sign-in went. Codes and tokens
//! stay on the server.

use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};
use tenon_connector::document::Action;
use tenon_connector::security::oauth::{Hop, Manner};

use super::connections::Connection;
use crate::error::AppError;

/// A sign-in to begin, for the connector as the maker sees it, saved or not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SignInStart {
    /// The connection's id.
    pub connection: String,
    /// The version that the designer has open.
    pub version: i64,
    /// The unsaved actions on top of it.
    pub actions: Vec<Action>,
    /// The address in the browser's bar: `https://tenon.example.com`. It counts where none is configured.
    pub origin: String,
    /// Whether other manners to speak to the provider may be tried.
    pub variants: bool,
}

/// What is to be done next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignInStep {
    /// Go to the provider, at this address.
    Go(String),
    /// Nothing: the client signed in as itself.
    Done(Connection),
}

/// How the last sign-in went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInReport {
    /// Its steps, secrets masked.
    pub hops: Vec<Hop>,
    /// The manner that was found to work, where it is not that of the connector.
    pub manner: Option<Manner>,
    /// The manners that were tried in vain.
    pub tried: Vec<Manner>,
    /// The manner that would be tried next; none where there is nothing left that is likely.
    pub next: Option<Manner>,
}

/// Begins a sign-in.
#[server(endpoint = "begin-sign-in", input = Json)]
pub async fn begin_sign_in(start: SignInStart) -> Result<SignInStep, AppError> {
    crate::backend::backend()?.begin_sign_in(start).await
}

/// How the last sign-in of a connection went.
#[server(endpoint = "last-sign-in")]
pub async fn last_sign_in(connection: String) -> Result<SignInReport, AppError> {
    crate::backend::backend()?.last_sign_in(connection).await
}
