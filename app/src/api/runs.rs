//! Runs: the kept records of calls.

use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};
use tenon_connector::validate::Drift;

use super::calls::CallTranscript;
use super::connections::Connection;
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
    /// Without a response, since nobody waited for it any more.
    Cancelled,
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
    /// Responses of a status from 200 to 299.
    Of2xx,
    /// Responses of a status from 300 to 399.
    Of3xx,
    /// Responses of a status from 400 to 499.
    Of4xx,
    /// Responses of a status from 500 to 599.
    Of5xx,
    /// Responses on which a policy failed.
    Spoilt,
    /// Calls without a response, though somebody waited for it.
    Unanswered,
    /// Calls that nobody waited for any more.
    Cancelled,
    /// Calls that ended before anything was sent.
    Stopped,
    /// Responses that contradict the definition.
    Contradicting,
}

/// How far back the wanted runs lie, counted from when they are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Within {
    /// As far as they go.
    #[default]
    Ever,
    /// An hour.
    Hour,
    /// 24 hours.
    Day,
    /// Seven days.
    Week,
}

impl Within {
    /// The same in milliseconds; none for [`Within::Ever`].
    #[must_use]
    pub fn milliseconds(self) -> Option<i64> {
        let hours = match self {
            Self::Ever => return None,
            Self::Hour => 1,
            Self::Day => 24,
            Self::Week => 7 * 24,
        };
        Some(hours * 60 * 60 * 1000)
    }
}

/// Which runs are wanted, newest first. What is none is not asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunQuery {
    /// Those of one connector, by its id.
    pub connector: Option<String>,
    /// Those of one operation: method and path.
    pub operation: Option<String>,
    /// Those of one person, by their id; counts for who sees the runs of everybody.
    pub person: Option<String>,
    /// Those made with one connection, by its id.
    pub connection: Option<String>,
    /// Those of one version.
    pub version: Option<i64>,
    /// Those that lie back so far at most.
    pub within: Within,
    /// Those from this moment on: milliseconds since 1970, UTC.
    pub from: Option<i64>,
    /// Those before this moment: milliseconds since 1970, UTC.
    pub until: Option<i64>,
    /// Those that ended so.
    pub wanted: RunsWanted,
    /// Those whose operation or URL holds all these words.
    pub search: String,
    /// Those before the run of this id.
    pub before: Option<String>,
}

/// What the list can be filtered by: what occurs among the newest 10,000 runs that the person may see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunChoices {
    /// The connectors.
    pub connectors: Vec<RunChoice>,
    /// The operations; their values are method and path.
    pub operations: Vec<RunChoice>,
    /// Who made the calls; empty for who sees their own alone.
    pub people: Vec<RunChoice>,
    /// The connections.
    pub connections: Vec<RunChoice>,
    /// The versions, newest first; empty where no connector was asked for.
    pub versions: Vec<i64>,
}

/// A value that runs can be filtered by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunChoice {
    /// The value: an id, or an operation's method and path.
    pub value: String,
    /// What people call it; empty for a connection that is gone, and an operation without a name.
    pub label: String,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunPage {
    /// The runs.
    pub rows: Vec<RunRow>,
    /// The id before which the next page goes on; none on the last.
    pub older: Option<String>,
    /// How many fit on all pages; one more than [`RunPage::COUNTED`] where there are more than that.
    pub found: u32,
    /// The connector whose runs they are, where one was asked for.
    pub connector: Option<ConnectorDrift>,
    /// Whether the runs of everybody are among them, or those of the person who asks alone.
    pub of_everybody: bool,
}

impl RunPage {
    /// How far runs are counted.
    pub const COUNTED: u32 = 10_000;
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
    /// How the person who asks can make the call again.
    pub replay: Replay,
}

/// How a call can be made again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Replay {
    /// As it was, with the same connection or without one as it was.
    Same,
    /// With another connection.
    Choose {
        /// Why not with the same.
        reason: String,
        /// Those that the person may use; may be empty.
        connections: Vec<Connection>,
    },
    /// Not at all: why.
    Impossible(String),
}

/// Which call is to be made again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplayRequest {
    /// The id of its run.
    pub id: String,
    /// The id of the connection to make it with; none for the same as then.
    pub connection: Option<String>,
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

/// What the list of runs can be filtered by, of one connector or of the environment.
#[server(endpoint = "choices-of-runs", input = Json)]
pub async fn choices_of_runs(connector: Option<String>) -> Result<RunChoices, AppError> {
    crate::backend::backend()?.run_choices(connector).await
}

/// Makes the call of a run again, of the newest version; the id of the new run.
#[server(endpoint = "replay-run", input = Json)]
pub async fn replay_run(replay: ReplayRequest) -> Result<String, AppError> {
    crate::backend::backend()?.replay_run(replay).await
}
