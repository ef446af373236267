//! Connections: a person's credentials for a connector. Secrets go to the server and never come back.

use std::collections::BTreeMap;
use std::fmt;

use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};
use tenon_connector::document::Action;

use super::calls::CallTranscript;
use crate::error::AppError;

/// A kept connection, without its secrets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connection {
    /// The connection's id.
    pub id: String,
    /// The connector that it is for.
    pub connector: String,
    /// The name that its owner gave it.
    pub name: String,
    /// The name of the connection parameter set that it was made with; empty where the connector had one way only.
    pub set: String,
    /// When it was made: milliseconds since 1970, UTC.
    pub created_at: i64,
    /// What the last call with it said of it.
    pub status: ConnectionState,
    /// When that was: milliseconds since 1970, UTC; 0 for one that is untried.
    pub status_at: i64,
    /// When it was used last, to within a minute: milliseconds since 1970, UTC; 0 for one that was not used yet.
    pub used_at: i64,
    /// The name of its owner.
    pub owner: String,
    /// Whether that is the person who asks.
    pub is_own: bool,
    /// Whether its owner lets the members of the environment use it.
    pub is_shared: bool,
    /// Whether the person who asks may make calls with it.
    pub may_use: bool,
    /// Whether they may change it and sign in with it.
    pub may_change: bool,
    /// Whether they may delete it and end its sharing.
    pub may_remove: bool,
}

/// What the last call with a connection said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConnectionState {
    /// There was no call with it yet.
    Untried,
    /// Nobody has signed in with it yet.
    SignedOut,
    /// The service accepted it.
    Good,
    /// The service does not accept it any more: why, and what to do.
    Expired(String),
    /// The service did not answer: why, and what to do.
    Failing(String),
}

/// A change of a connection, for the connector as the maker sees it, saved or not.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct ConnectionEdit {
    /// The connection's id.
    pub id: String,
    /// The version that the designer has open.
    pub version: i64,
    /// The unsaved actions on top of it.
    pub actions: Vec<Action>,
    /// A name to know it by.
    pub name: String,
    /// The name of its connection parameter set; empty for the only way. With another one than it has all values are given
    /// anew, and whoever is signed in is signed out.
    pub set: String,
    /// The values that are replaced, by the keys of their connection parameters. The others stay.
    pub values: BTreeMap<String, String>,
}

impl fmt::Debug for ConnectionEdit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parameters: Vec<_> = self.values.keys().collect();
        out.debug_struct("ConnectionEdit")
            .field("id", &self.id)
            .field("name", &self.name)
            .field("set", &self.set)
            .field("parameters", &parameters)
            .finish_non_exhaustive()
    }
}

/// A connection to test, with the connector as the maker sees it, saved or not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConnectionTry {
    /// The connection's id.
    pub id: String,
    /// The version that the designer has open.
    pub version: i64,
    /// The unsaved actions on top of it.
    pub actions: Vec<Action>,
}

/// A connection to keep, for the connector as the maker sees it, saved or not.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct NewConnection {
    /// The connector that it is for.
    pub connector: String,
    /// The version that the designer has open.
    pub version: i64,
    /// The unsaved actions on top of it.
    pub actions: Vec<Action>,
    /// A name to know it by.
    pub name: String,
    /// The name of the connection parameter set that it is made with; empty where the connector has one way only.
    pub set: String,
    /// The value of each connection parameter, by its key.
    pub values: BTreeMap<String, String>,
}

impl fmt::Debug for NewConnection {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parameters: Vec<_> = self.values.keys().collect();
        out.debug_struct("NewConnection")
            .field("connector", &self.connector)
            .field("name", &self.name)
            .field("set", &self.set)
            .field("parameters", &parameters)
            .finish_non_exhaustive()
    }
}

/// The connections for a connector that the person may use: their own, then those that others share.
#[server(endpoint = "connections")]
pub async fn connections(connector: String) -> Result<Vec<Connection>, AppError> {
    crate::backend::backend()?.connections(connector).await
}

/// Keeps a connection.
#[server(endpoint = "create-connection", input = Json)]
pub async fn create_connection(new: NewConnection) -> Result<Connection, AppError> {
    crate::backend::backend()?.create_connection(new).await
}

/// Changes a connection.
#[server(endpoint = "change-connection", input = Json)]
pub async fn change_connection(edit: ConnectionEdit) -> Result<Connection, AppError> {
    crate::backend::backend()?.change_connection(edit).await
}

/// Tests a connection.
#[server(endpoint = "try-connection", input = Json)]
pub async fn try_connection(test: ConnectionTry) -> Result<CallTranscript, AppError> {
    crate::backend::backend()?.try_connection(test).await
}

/// Deletes a connection.
#[server(endpoint = "delete-connection")]
pub async fn delete_connection(id: String) -> Result<(), AppError> {
    crate::backend::backend()?.delete_connection(id).await
}
