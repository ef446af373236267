//! The one seam between the app and the server: what pages may ask for. `src/service` answers.
//!
//! A [`Backend`] is made for each request and knows who asks; every method checks what that person
//! may do. It is handed over by context, to pages and to server functions alike.

use std::pin::Pin;
use std::sync::Arc;

use async_trait::async_trait;
use futures_util::Stream;
use leptos::prelude::use_context;
use tenon_connector::document::Action;
use tenon_connector::security::Provider;

use crate::api::calls::{CallRequest, CallTranscript};
use crate::api::connection_list::{ConnectionPage, ConnectionQuery, ConnectionSharing};
use crate::api::connections::{Connection, ConnectionEdit, ConnectionTry, NewConnection};
use crate::api::connectors::{ListPage, ListRequest, OpenConnector, SaveOutcome, SaveRequest};
use crate::api::drafts::{Draft, DraftOutcome, DraftRequest};
use crate::api::imports::{
    CreatedImport, FetchStep, ImportChoice, ImportFile, ImportPreview, UpdateChoice, UpdatePreview,
    UpdateStart,
};
use crate::api::people::{Account, Framed, SessionState};
use crate::api::runs::{ReplayRequest, RunChoices, RunDetail, RunPage, RunQuery};
use crate::api::search::{ConnectorSearch, FoundConnector};
use crate::api::security::{ClientSecret, KnownSecurity};
use crate::api::sign_in::{SignInReport, SignInStart, SignInStep};
use crate::api::versions::{CompareRequest, Comparison, RestoreRequest, VersionRow};
use crate::error::AppError;

/// The steps of a fetch as they happen.
pub type FetchSteps = Pin<Box<dyn Stream<Item = FetchStep> + Send>>;

/// The server as one person sees it.
#[async_trait]
pub trait Backend: Send + Sync {
    /// Who asks, and whether the first account exists. Open to everybody.
    async fn session(&self) -> Result<SessionState, AppError>;
    /// Who is signed in, and where they work.
    async fn frame_facts(&self) -> Result<Framed, AppError>;
    /// Makes the first account, the administrator, and signs it in. Refused when there is one.
    async fn set_up(
        &self,
        name: String,
        email: String,
        password: String,
    ) -> Result<Account, AppError>;
    /// Signs in. Attempts are limited per account and per address.
    async fn sign_in(&self, email: String, password: String) -> Result<Account, AppError>;
    /// Ends the session.
    async fn sign_out(&self) -> Result<(), AppError>;
    /// Changes the password of the person who asks and ends their other sessions.
    async fn change_password(&self, current: String, new: String) -> Result<(), AppError>;

    /// Has the person who asks work in another environment, for as long as they are signed in.
    async fn switch_environment(&self, id: String) -> Result<(), AppError>;
    /// Makes an environment and switches to it. Only the administrator of the server may.
    async fn create_environment(&self, name: String) -> Result<(), AppError>;
    /// Gives an environment another name. Only its administrators may.
    async fn rename_environment(&self, id: String, name: String) -> Result<(), AppError>;

    /// A part of the list of the environment's connectors.
    async fn list_connectors(&self, request: ListRequest) -> Result<ListPage, AppError>;
    /// The connectors of the environment that fit a search, the best first.
    async fn find_connectors(
        &self,
        search: ConnectorSearch,
    ) -> Result<Vec<FoundConnector>, AppError>;
    /// A connector at a version (none: the newest).
    async fn connector(&self, id: String, version: Option<i64>) -> Result<OpenConnector, AppError>;
    /// Makes a blank connector with this title; its id.
    async fn create_blank(&self, title: String) -> Result<String, AppError>;
    /// Makes the sample connector, whose API Tenon itself answers; its id.
    async fn create_sample(&self) -> Result<String, AppError>;
    /// Applies edits to the newest version and keeps the result as a new version, or says what conflicts.
    async fn save(&self, request: SaveRequest) -> Result<SaveOutcome, AppError>;
    /// The draft that the person who asks has of a connector.
    async fn draft(&self, id: String) -> Result<Option<Draft>, AppError>;
    /// Keeps a draft of the person who asks, unless another page of theirs kept one since.
    async fn keep_draft(&self, request: DraftRequest) -> Result<DraftOutcome, AppError>;
    /// The versions of a connector before a number (none: the newest), newest first.
    async fn versions(&self, id: String, before: Option<i64>) -> Result<Vec<VersionRow>, AppError>;

    /// How two versions of a connector differ.
    async fn compare(&self, request: CompareRequest) -> Result<Comparison, AppError>;

    /// The action that leads back to a version.
    async fn restore(&self, request: RestoreRequest) -> Result<Action, AppError>;

    /// Deletes connectors with all their versions and connections, all or none; how many were still there.
    async fn delete_connectors(&self, ids: Vec<String>) -> Result<u32, AppError>;
    /// Whether connectors can be exported together: all are there, and within the bounds.
    async fn check_export(&self, ids: Vec<String>) -> Result<(), AppError>;

    /// Says what a file holds; keeps nothing.
    async fn preview_import(&self, file: ImportFile) -> Result<ImportPreview, AppError>;
    /// Fetches a document for import from an address of the internet. Nothing is fetched any more once the steps
    /// are dropped.
    async fn fetch_source(&self, url: String) -> Result<FetchSteps, AppError>;
    /// Makes a connector of what is wanted of a file.
    async fn create_import(
        &self,
        file: ImportFile,
        choice: ImportChoice,
    ) -> Result<CreatedImport, AppError>;

    /// What is known of a connector before its update from a source.
    async fn update_start(&self, id: String) -> Result<UpdateStart, AppError>;
    /// Says what an update from a file comes to; keeps nothing.
    async fn preview_update(
        &self,
        file: ImportFile,
        choice: UpdateChoice,
    ) -> Result<UpdatePreview, AppError>;
    /// Keeps an update from a file as a new version; its number.
    async fn keep_update(&self, file: ImportFile, choice: UpdateChoice) -> Result<i64, AppError>;

    /// The connections for a connector that the person who asks may use. Without secrets.
    async fn connections(&self, connector: String) -> Result<Vec<Connection>, AppError>;
    /// Connections of the environment: those that the person who asks may use, or all where they administer it.
    async fn connection_list(&self, query: ConnectionQuery) -> Result<ConnectionPage, AppError>;
    /// Shares a connection of the person who asks, or ends the sharing of one.
    async fn share_connection(&self, sharing: ConnectionSharing) -> Result<Connection, AppError>;
    /// Keeps a new connection.
    async fn create_connection(&self, new: NewConnection) -> Result<Connection, AppError>;
    /// Changes a connection: its name, and the values that are given.
    async fn change_connection(&self, edit: ConnectionEdit) -> Result<Connection, AppError>;
    /// Makes the call by which a connector tells whether a connection works.
    async fn try_connection(&self, test: ConnectionTry) -> Result<CallTranscript, AppError>;
    /// Begins to sign in with a connection.
    async fn begin_sign_in(&self, start: SignInStart) -> Result<SignInStep, AppError>;
    /// How the last sign-in of such a connection went. Without secrets.
    async fn last_sign_in(&self, connection: String) -> Result<SignInReport, AppError>;
    /// Deletes a connection.
    async fn delete_connection(&self, id: String) -> Result<(), AppError>;

    /// The identity providers that a maker can pick.
    async fn providers(&self) -> Result<Vec<Provider>, AppError>;
    /// What the server knows of a connector's security. Without secrets.
    async fn security_facts(&self, connector: String) -> Result<KnownSecurity, AppError>;
    /// Keeps a client secret, or forgets the one that is kept.
    async fn keep_client_secret(&self, secret: ClientSecret) -> Result<(), AppError>;

    /// Runs an operation against the real service.
    async fn test_call(&self, request: CallRequest) -> Result<CallTranscript, AppError>;
    /// The request of a call as a command line of curl, with the secrets of a connection of the person who asks.
    async fn call_command_line(&self, request: CallRequest) -> Result<String, AppError>;

    /// Kept calls of the person who asks, or of everybody where they administer the environment.
    async fn runs(&self, query: RunQuery) -> Result<RunPage, AppError>;
    /// A kept call.
    async fn run(&self, id: String) -> Result<RunDetail, AppError>;
    /// What the list of runs can be filtered by, of one connector or of the environment.
    async fn run_choices(&self, connector: Option<String>) -> Result<RunChoices, AppError>;
    /// Makes a kept call again; the id of the new run.
    async fn replay_run(&self, replay: ReplayRequest) -> Result<String, AppError>;
}

/// The backend of the present request.
///
/// # Errors
/// When the server was put together without one, which is a fault in its router.
pub fn backend() -> Result<Arc<dyn Backend>, AppError> {
    use_context::<Arc<dyn Backend>>()
        .ok_or_else(|| AppError::internal(crate::texts::server::made_outside_a_request()))
}
