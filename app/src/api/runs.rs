//! Runs: the kept records of calls.

use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};
use tenon_connector::validate::Drift;

use super::calls::CallTranscript;
use crate::error::AppError;

/// A run as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunRow {
    /// The run's id.
    pub id: String,
    /// The id of the connector that was called.
    pub connector: String,
    /// The connector's title.
    pub title: String,
    /// The name of who made the call.
    pub person: String,
    /// When it was made: milliseconds since 1970, UTC.
    pub at: i64,
    /// The version that was called.
    pub version: i64,
    /// Whether it had changes that were not saved.
    pub has_unsaved: bool,
    /// The operation: method and path.
    pub operation: String,
    /// What the operation was called.
    pub label: String,
    /// How it ended.
    pub ending: RunEnding,
    /// How long the exchange took.
    pub milliseconds: i64,
    /// How much in the response contradicted the definition.
    pub errors: i64,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RunEnding {
    /// With a response of this status.
    Answered(u16),
    /// With a response of this status on which a policy failed.
    Spoilt(u16),
    /// Without a response.
    Failed,
    /// A policy stopped it before anything was sent.
    Stopped,
}

/// Which endings are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RunsWanted {
    /// All.
    #[default]
    Any,
    /// Responses below 400.
    Succeeded,
    /// All others.
    Failed,
    /// Responses that contradict the definition.
    Contradicting,
}

/// Which runs are wanted, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunQuery {
    /// Those of one connector, by its id.
    pub connector: Option<String>,
    /// Those that ended so.
    pub wanted: RunsWanted,
    /// Those whose operation or URL holds all these words.
    pub search: String,
    /// Those before the run of this id.
    pub before: Option<String>,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunPage {
    /// The runs.
    pub rows: Vec<RunRow>,
    /// The id before which the next page goes on; none on the last.
    pub older: Option<String>,
    /// The connector whose runs they are, where one was asked for.
    pub connector: Option<ConnectorDrift>,
    /// Whether the runs of everybody are among them, or those of the person who asks alone.
    pub of_everybody: bool,
}

/// What the services answered a connector, against what its newest version says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConnectorDrift {
    /// The connector's title.
    pub title: String,
    /// The newest version, whose runs were looked at.
    pub version: i64,
    /// Each operation that was called.
    pub operations: Vec<OperationDrift>,
}

/// What a service answered an operation, against what the definition says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperationDrift {
    /// The operation: method and path.
    pub operation: String,
    /// What its responses say.
    pub drift: Drift,
}

/// A run with all that is kept of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunDetail {
    /// What the list shows.
    pub row: RunRow,
    /// The call as it went; long bodies are cut.
    pub transcript: CallTranscript,
    /// Why it cannot be run again by the person who asks; none where it can.
    pub no_replay: Option<String>,
}

/// A part of the list.
#[server(endpoint = "runs", input = Json)]
pub async fn runs(query: RunQuery) -> Result<RunPage, AppError> {
    crate::backend::backend()?.runs(query).await
}

/// A run.
#[server(endpoint = "run")]
pub async fn run(id: String) -> Result<RunDetail, AppError> {
    crate::backend::backend()?.run(id).await
}

/// Makes the call of a run again, of the newest version; the id of the new run.
#[server(endpoint = "replay-run")]
pub async fn replay_run(id: String) -> Result<String, AppError> {
    crate::backend::backend()?.replay_run(id).await
}
