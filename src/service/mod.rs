//! What pages may ask for: who asks is checked here, and nowhere else, then the rooms below do it.

mod access;
mod calls;
mod client_secrets;
mod connection_values;
mod connections;
mod connector_list;
mod connectors;
mod drafts;
mod environments;
mod exports;
mod imports;
mod oauth;
mod people;
mod read_versions;
mod recorder;
mod run_list;
mod runs;
mod search;
mod sharing;
#[cfg(test)]
pub(crate) mod tests;
mod told;
mod versions;

use async_trait::async_trait;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use tenon_app::api::calls::{CallRequest, CallTranscript};
use tenon_app::api::connection_list::{ConnectionPage, ConnectionQuery, ConnectionSharing};
use tenon_app::api::connections::{Connection, ConnectionEdit, ConnectionTry, NewConnection};
use tenon_app::api::connectors::{ListPage, ListRequest, OpenConnector, SaveOutcome, SaveRequest};
use tenon_app::api::drafts::{Draft, DraftOutcome, DraftRequest};
use tenon_app::api::imports::{
    CreatedImport, ImportChoice, ImportFile, ImportPreview, UpdateChoice, UpdatePreview,
    UpdateStart,
};
use tenon_app::api::people::{Account, Framed, SessionState};
use tenon_app::api::runs::{ReplayRequest, RunChoices, RunDetail, RunPage, RunQuery};
use tenon_app::api::search::{ConnectorSearch, FoundConnector};
use tenon_app::api::security::{ClientSecret, KnownSecurity};
use tenon_app::api::sign_in::{SignInReport, SignInStart, SignInStep};
use tenon_app::api::versions::{CompareRequest, Comparison, RestoreRequest, VersionRow};
use tenon_app::backend::{Backend, FetchSteps};
use tenon_app::error::{AppError, ErrorKind};
use tenon_connector::document::Action;
use tenon_connector::security::Provider;
use tower_sessions::Session;

use crate::keys::KeyError;
use crate::state::AppState;
use crate::store::StoreError;
use crate::texts::services as t;
use crate::vault::VaultError;

pub use oauth::SignInReturn;
pub use read_versions::ReadVersions;
pub use recorder::Recorder;

/// The server as the person behind one request sees it.
#[derive(Clone)]
pub struct RequestBackend {
    state: AppState,
    session: Session,
    client: String,
    request_id: String,
}

impl RequestBackend {
    /// The backend of a request: its session, the address it came from, its id.
    #[must_use]
    pub fn new(state: AppState, session: Session, client: String, request_id: String) -> Self {
        Self {
            state,
            session,
            client,
            request_id,
        }
    }

    /// Completes an answer: an error gets the request's id, sets the status of the response, and
    /// is logged where it is Tenon's own.
    fn answer<T>(&self, result: Result<T, AppError>) -> Result<T, AppError> {
        result.map_err(|mut error| {
            error.request_id = Some(self.request_id.clone());
            if error.kind == ErrorKind::Internal {
                tracing::error!(
                    request_id = self.request_id,
                    error = error.message,
                    "a request failed"
                );
            }
            if is_plain_form() {
                return error;
            }
            if let (Some(options), Ok(status)) = (
                use_context::<ResponseOptions>(),
                StatusCode::from_u16(error.kind.status()),
            ) {
                options.set_status(status);
            }
            error
        })
    }
}

/// Whether a form was sent by a browser in which the app does not run. Its answer leads back to the
/// page, which shows the error: another status would keep the browser from going there.
fn is_plain_form() -> bool {
    use_context::<Parts>().is_some_and(|parts| {
        let accepts = parts.headers.get(header::ACCEPT);
        parts.method == Method::POST
            && accepts.is_some_and(|accepts| accepts.as_bytes().starts_with(b"text/html"))
    })
}

#[async_trait]
impl Backend for RequestBackend {
    async fn session(&self) -> Result<SessionState, AppError> {
        self.answer(self.session_state().await)
    }

    async fn frame_facts(&self) -> Result<Framed, AppError> {
        self.answer(self.framed().await)
    }

    async fn set_up(
        &self,
        name: String,
        email: String,
        password: String,
    ) -> Result<Account, AppError> {
        self.answer(self.make_first_account(&name, &email, password).await)
    }

    async fn sign_in(&self, email: String, password: String) -> Result<Account, AppError> {
        self.answer(self.check_sign_in(&email, password).await)
    }

    async fn sign_out(&self) -> Result<(), AppError> {
        self.answer(self.end_session().await)
    }

    async fn change_password(&self, current: String, new: String) -> Result<(), AppError> {
        self.answer(self.replace_password(current, new).await)
    }

    async fn switch_environment(&self, id: String) -> Result<(), AppError> {
        self.answer(self.enter_environment(&id).await)
    }

    async fn create_environment(&self, name: String) -> Result<(), AppError> {
        self.answer(self.add_environment(&name).await)
    }

    async fn rename_environment(&self, id: String, name: String) -> Result<(), AppError> {
        self.answer(self.name_environment(&id, &name).await)
    }

    async fn list_connectors(&self, request: ListRequest) -> Result<ListPage, AppError> {
        self.answer(self.page_of_list(&request).await)
    }

    async fn find_connectors(
        &self,
        search: ConnectorSearch,
    ) -> Result<Vec<FoundConnector>, AppError> {
        self.answer(self.search_connectors(search).await)
    }

    async fn connector(&self, id: String, version: Option<i64>) -> Result<OpenConnector, AppError> {
        self.answer(self.open_connector(&id, version).await)
    }

    async fn create_blank(&self, title: String) -> Result<String, AppError> {
        self.answer(self.add_blank(&title).await)
    }

    async fn create_sample(&self) -> Result<String, AppError> {
        self.answer(self.add_sample().await)
    }

    async fn save(&self, request: SaveRequest) -> Result<SaveOutcome, AppError> {
        self.answer(self.save_actions(request).await)
    }

    async fn draft(&self, id: String) -> Result<Option<Draft>, AppError> {
        self.answer(self.own_draft(&id).await)
    }

    async fn keep_draft(&self, request: DraftRequest) -> Result<DraftOutcome, AppError> {
        self.answer(self.put_draft(request).await)
    }

    async fn versions(&self, id: String, before: Option<i64>) -> Result<Vec<VersionRow>, AppError> {
        self.answer(self.list_versions(&id, before).await)
    }

    async fn compare(&self, request: CompareRequest) -> Result<Comparison, AppError> {
        self.answer(self.compare_sides(request).await)
    }

    async fn restore(&self, request: RestoreRequest) -> Result<Action, AppError> {
        self.answer(self.way_back(request).await)
    }

    async fn delete_connectors(&self, ids: Vec<String>) -> Result<u32, AppError> {
        self.answer(self.remove_connectors(&ids).await)
    }

    async fn check_export(&self, ids: Vec<String>) -> Result<(), AppError> {
        self.answer(self.checked_export(&ids).await)
    }

    async fn preview_import(&self, file: ImportFile) -> Result<ImportPreview, AppError> {
        self.answer(self.look_into(file).await)
    }

    async fn fetch_source(&self, url: String) -> Result<FetchSteps, AppError> {
        self.answer(self.fetch(&url).await)
    }

    async fn create_import(
        &self,
        file: ImportFile,
        choice: ImportChoice,
    ) -> Result<CreatedImport, AppError> {
        self.answer(self.add_import(file, choice).await)
    }

    async fn update_start(&self, id: String) -> Result<UpdateStart, AppError> {
        self.answer(self.before_update(&id).await)
    }

    async fn preview_update(
        &self,
        file: ImportFile,
        choice: UpdateChoice,
    ) -> Result<UpdatePreview, AppError> {
        self.answer(self.look_at_update(file, choice).await)
    }

    async fn keep_update(&self, file: ImportFile, choice: UpdateChoice) -> Result<i64, AppError> {
        self.answer(self.add_update(file, choice).await)
    }

    async fn connections(&self, connector: String) -> Result<Vec<Connection>, AppError> {
        self.answer(self.list_connections(&connector).await)
    }

    async fn connection_list(&self, query: ConnectionQuery) -> Result<ConnectionPage, AppError> {
        self.answer(self.connections_here(query).await)
    }

    async fn share_connection(&self, sharing: ConnectionSharing) -> Result<Connection, AppError> {
        self.answer(self.share(sharing).await)
    }

    async fn create_connection(&self, new: NewConnection) -> Result<Connection, AppError> {
        self.answer(self.add_connection(new).await)
    }

    async fn change_connection(&self, edit: ConnectionEdit) -> Result<Connection, AppError> {
        self.answer(self.edit_connection(edit).await)
    }

    async fn try_connection(&self, test: ConnectionTry) -> Result<CallTranscript, AppError> {
        self.answer(self.test_connection(test).await)
    }

    async fn begin_sign_in(&self, start: SignInStart) -> Result<SignInStep, AppError> {
        self.answer(self.start_sign_in(start).await)
    }

    async fn last_sign_in(&self, connection: String) -> Result<SignInReport, AppError> {
        self.answer(self.report_of_sign_in(&connection).await)
    }

    async fn delete_connection(&self, id: String) -> Result<(), AppError> {
        self.answer(self.remove_connection(&id).await)
    }

    async fn providers(&self) -> Result<Vec<Provider>, AppError> {
        self.answer(self.known_providers().await)
    }

    async fn security_facts(&self, connector: String) -> Result<KnownSecurity, AppError> {
        self.answer(self.facts_for_security(&connector).await)
    }

    async fn keep_client_secret(&self, secret: ClientSecret) -> Result<(), AppError> {
        self.answer(self.put_client_secret(secret).await)
    }

    async fn test_call(&self, request: CallRequest) -> Result<CallTranscript, AppError> {
        self.answer(self.call(request).await)
    }

    async fn call_command_line(&self, request: CallRequest) -> Result<String, AppError> {
        self.answer(self.command_line(request).await)
    }

    async fn runs(&self, query: RunQuery) -> Result<RunPage, AppError> {
        self.answer(self.list_runs(query).await)
    }

    async fn run(&self, id: String) -> Result<RunDetail, AppError> {
        self.answer(self.open_run(&id).await)
    }

    async fn run_choices(&self, connector: Option<String>) -> Result<RunChoices, AppError> {
        self.answer(self.choices_of_runs(connector).await)
    }

    async fn replay_run(&self, replay: ReplayRequest) -> Result<String, AppError> {
        self.answer(self.run_again(replay).await)
    }
}

/// A failure of the database, in words for the person at the page; the log has the details.
fn store_fault(error: StoreError) -> AppError {
    match error {
        StoreError::NotFound => AppError::not_found(t::not_there()),
        StoreError::Taken => AppError::new(ErrorKind::Conflict, t::is_there_already()),
        error @ StoreError::KeyReplaced => AppError::new(ErrorKind::Conflict, error.to_string()),
        error => fault(&error),
    }
}

/// Why a secret could not be sealed or opened, in words for the person at the page.
fn key_fault(error: KeyError) -> AppError {
    match error {
        KeyError::Vault(error @ VaultError::Random) => fault(&error),
        KeyError::Vault(error) => AppError::new(ErrorKind::Conflict, error.to_string()),
        KeyError::Store(error) => store_fault(error),
        KeyError::Ended => fault(&error),
    }
}

/// A fault of Tenon's own; the log has the details.
fn fault(error: &dyn std::fmt::Display) -> AppError {
    tracing::error!(%error, "a fault");
    AppError::internal(t::could_not_be_done())
}
