//! The connections of an environment, and sharing them.

use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

use super::connections::Connection;
use crate::error::AppError;

/// A connection as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConnectionRow {
    /// The connection.
    pub connection: Connection,
    /// The title of its connector.
    pub title: String,
    /// Whether people sign in with it.
    pub signs_in: bool,
}

/// Which connections are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConnectionsWanted {
    /// All.
    #[default]
    Any,
    /// Those that the service accepted last.
    Good,
    /// Those that somebody has to do something about.
    Troubled,
}

/// Which connections of the environment are wanted, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConnectionQuery {
    /// Those that are in such a state.
    pub wanted: ConnectionsWanted,
    /// Those whose name or connector holds all these words.
    pub search: String,
    /// Those before the connection of this id.
    pub before: Option<String>,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConnectionPage {
    /// The connections.
    pub rows: Vec<ConnectionRow>,
    /// The id before which the next page goes on; none on the last.
    pub older: Option<String>,
    /// Whether those of everybody are among them, or those that the person who asks may use alone.
    pub of_everybody: bool,
}

/// Whether a connection is to be shared with the members of its environment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConnectionSharing {
    /// The connection's id.
    pub id: String,
    /// Whether it is.
    pub shared: bool,
}

/// A part of the list.
#[server(endpoint = "connection-list", input = Json)]
pub async fn connection_list(query: ConnectionQuery) -> Result<ConnectionPage, AppError> {
    crate::backend::backend()?.connection_list(query).await
}

/// Shares a connection for the connector as it is now, or ends its sharing.
#[server(endpoint = "share-connection", input = Json)]
pub async fn share_connection(sharing: ConnectionSharing) -> Result<Connection, AppError> {
    crate::backend::backend()?.share_connection(sharing).await
}
