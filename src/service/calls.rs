//! Test calls: of the connector as the maker sees it, with a connection that the maker may use.

use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};
use tenon_app::api::calls::{CallRequest, CallTranscript, SharedConnection};
use tenon_app::error::{AppError, ErrorKind};
use tenon_app::language::Language;
use tenon_app::of_call;
use tenon_connector::Connector;
use tenon_connector::document::{Action, rebase};
use tenon_connector::properties::Authentication;
use tenon_connector::request::{Fault, check_inputs};
use tenon_connector::security::Way;
use tenon_connector::security::oauth::token_parameter;
use tracing::Instrument;

use super::access::{Deed, Member, Need};
use super::connections::way_of;
use super::oauth::Values;
use super::runs::CallKept;
use super::sharing::expect_as_shared;
use super::told::told;
use super::{RequestBackend, fault};
use crate::runtime::{self, CallError, Caller, Credentials, Operation, Standing, Transcript};
use crate::store::{ConnectionStatus, KeptConnection, now};
use crate::texts::calls as t;

impl RequestBackend {
    /// Makes a call and keeps it. Where who asked for it leaves, it is cancelled, and kept as well.
    pub(super) async fn call(&self, request: CallRequest) -> Result<CallTranscript, AppError> {
        self.call_for(Purpose::Call, request).await
    }

    /// The same for a purpose.
    pub(super) async fn call_for(
        &self,
        purpose: Purpose,
        request: CallRequest,
    ) -> Result<CallTranscript, AppError> {
        let (waiting, caller) = Caller::new();
        let own = self.clone();
        let work = async move { own.call_of(&caller, purpose, request).await };
        // A task of its own lives on when this is dropped, for as long as it takes to keep what was done.
        let work = Language::current().speak(work).in_current_span();
        let done = tokio::spawn(work).await;
        drop(waiting);
        done.map_err(|error| fault(&error))?
    }

    /// Makes a call, keeps it as a run, and notes what it said of its connection.
    async fn call_of(
        &self,
        caller: &Caller,
        purpose: Purpose,
        request: CallRequest,
    ) -> Result<CallTranscript, AppError> {
        let ready = self.before_call(&request).await?;
        if purpose == Purpose::Call {
            expect_fit(&ready.connector, &request)?;
        }
        let (mut called, mut renewed) = (ready.call(self, &request, caller).await?, false);
        let mut standing = called.standing.clone();
        if called.is_unauthorized() && ready.token.is_some() {
            // The status that a refresh in vain leaves behind says more than that of the call.
            standing = None;
            if let Ok(again) = self.with_new_token(&request, &ready).await {
                called = again.call(self, &request, caller).await?;
                (standing, renewed) = (called.standing.clone(), true);
            }
        }
        if purpose == Purpose::Test {
            standing = of_test(standing, called.status());
        }
        let kept = CallKept {
            member: &ready.member,
            request: &request,
            connector: &ready.connector,
            may_keep_inputs: called.may_keep_inputs,
        };
        if let (Some(connection), Some(standing)) = (&request.connection, &standing)
            && !ready.knows(standing)
        {
            self.note_standing(connection, standing).await;
        }
        let mut transcript = told(called);
        transcript.renewed = renewed;
        transcript.shared = ready.shared.clone();
        transcript.run = self.keep_run(kept, &transcript).await;
        Ok(transcript)
    }

    /// The request of a call with its secrets, for the owner of the connection alone.
    pub(super) async fn command_line(&self, request: CallRequest) -> Result<String, AppError> {
        if let Some(connection) = &request.connection {
            self.connection_for(Deed::Own, connection).await?;
        }
        let ready = self.before_call(&request).await?;
        let (_waiting, caller) = Caller::new();
        let operation = ready.operation(&request, &caller);
        let made = runtime::command_line(&self.state.egress, operation).await;
        made.map_err(|error| refused(&error))
    }

    /// What a call is made of, for somebody who may make it.
    async fn before_call(&self, request: &CallRequest) -> Result<Ready, AppError> {
        let Some(connection) = &request.connection else {
            return self.before_open_call(request).await;
        };
        let (member, kept, sealed) = self
            .member_with_connection(&request.connector, connection)
            .await?;
        let connector = self
            .as_seen(&request.connector, request.version, &request.actions)
            .await?;
        if kept.connector != request.connector {
            return Err(AppError::not_found(t::connection_of_another_connector()));
        }
        expect_as_shared(&member.person, &kept, &connector)?;
        let way = way_of(&connector, &kept.set)?;
        let values = self.unsealed(&kept, sealed).await?;
        self.note_use(&kept).await;
        let accepted_at = (kept.status == ConnectionStatus::Good).then_some(kept.status_at);
        let shared = (kept.person != member.person.id).then(|| SharedConnection {
            name: kept.name.clone(),
            owner: kept.owner.clone(),
        });
        let mut token = None;
        let mut credentials = Credentials::new(values.clone());
        if let Some(parameter) = token_parameter(&connector, way) {
            let fresh = self.fresh_token(&kept, &connector, &values, None).await?;
            token = Some((kept, values, fresh.token.clone()));
            credentials = credentials.with_token(parameter, fresh.token, fresh.carrier);
        }
        Ok(Ready {
            member,
            connector,
            way,
            credentials,
            token,
            accepted_at,
            shared,
        })
    }

    /// What a call without a connection is made of, for somebody who may make it.
    async fn before_open_call(&self, request: &CallRequest) -> Result<Ready, AppError> {
        let member = self.member_for(Need::Use, &request.connector).await?;
        let connector = self
            .as_seen(&request.connector, request.version, &request.actions)
            .await?;
        if Authentication::needs_connection(&connector) {
            return Err(AppError::invalid(t::choose_a_connection()));
        }
        Ok(Ready {
            member,
            connector,
            way: Way::Only,
            credentials: Credentials::default(),
            token: None,
            accepted_at: None,
            shared: None,
        })
    }

    /// The same with another token, in place of the one that the service did not take.
    async fn with_new_token(
        &self,
        request: &CallRequest,
        ready: &Ready,
    ) -> Result<Ready, AppError> {
        let Some((kept, values, refused)) = &ready.token else {
            return self.before_call(request).await;
        };
        let refused = Some(refused.expose_secret());
        self.fresh_token(kept, &ready.connector, values, refused)
            .await?;
        self.before_call(request).await
    }

    /// The connector as a maker sees it: a version with the unsaved actions on top.
    pub(super) async fn as_seen(
        &self,
        id: &str,
        version: i64,
        actions: &[Action],
    ) -> Result<Arc<Connector>, AppError> {
        let kept = self.read_version(id, version).await?;
        if actions.is_empty() {
            return Ok(kept);
        }
        // Who may not save a change shall not lead secrets of the connector elsewhere by one that is not saved.
        self.person_for(Need::Make, id).await?;
        let (mut connector, actions) = (Connector::clone(&kept), actions.to_vec());
        // Much may have been done since the last save, and each step of it takes time.
        let (connector, conflicts) = tokio::task::spawn_blocking(move || {
            let conflicts = rebase(&mut connector, &actions);
            (connector, conflicts)
        })
        .await
        .map_err(|error| fault(&error))?;
        if conflicts.is_empty() {
            return Ok(Arc::new(connector));
        }
        Err(AppError::new(
            ErrorKind::Conflict,
            t::unsaved_changes_do_not_fit(&version),
        ))
    }
}

/// What a call is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To see what comes.
    Call,
    /// To make the call of a run again: what was sent then is sent now.
    Again,
    /// To test its connection.
    Test,
}

/// What a test says of its connection: it works where the answer is of the 200s (spec section G.6). What the call said by
/// itself of why it does not says more, and so does the refresh in vain that a 401 leaves behind.
fn of_test(standing: Option<Standing>, status: Option<u16>) -> Option<Standing> {
    match (&standing, status) {
        (Some(Standing::Expired(_) | Standing::Failing(_)), _)
        | (_, None | Some(200..=299 | 401)) => standing,
        (_, Some(status)) => Some(Standing::Failing(t::test_failed(&status))),
    }
}

/// What a call is made of.
struct Ready {
    /// Who makes the call, in the environment of the connector.
    member: Member,
    connector: Arc<Connector>,
    /// The way to authenticate that the credentials are for.
    way: Way,
    credentials: Credentials,
    /// The connection with what was entered for it, and the token that the call carries, where it signs in.
    token: Option<(KeptConnection, Values, SecretString)>,
    /// When it was noted that the service accepts the connection; none where another thing was noted last.
    accepted_at: Option<i64>,
    /// The connection, where it is somebody else's.
    shared: Option<SharedConnection>,
}

/// How long it is not noted again that a service accepts a connection, in milliseconds.
const ACCEPTED_FOR: i64 = 60 * 1000;

impl Ready {
    /// Whether what a call said of its connection was noted a moment ago: to write it down at each call would hold
    /// calls up.
    fn knows(&self, standing: &Standing) -> bool {
        let fresh = self
            .accepted_at
            .is_some_and(|at| at > now().saturating_sub(ACCEPTED_FOR));
        // A token may have been renewed for the call, which the person is to see.
        fresh && self.token.is_none() && *standing == Standing::Good
    }

    async fn call(
        &self,
        backend: &RequestBackend,
        request: &CallRequest,
        caller: &Caller,
    ) -> Result<Transcript, AppError> {
        let operation = self.operation(request, caller);
        let called = runtime::call(&backend.state.egress, operation).await;
        called.map_err(|error| refused(&error))
    }

    fn operation<'a>(&'a self, request: &'a CallRequest, caller: &'a Caller) -> Operation<'a> {
        Operation {
            connector: &self.connector,
            key: &request.operation,
            inputs: &request.inputs,
            way: self.way,
            credentials: &self.credentials,
            caller,
        }
    }
}

/// Refuses inputs that are not as the definition says, where the person did not want them sent all the same.
fn expect_fit(connector: &Connector, request: &CallRequest) -> Result<(), AppError> {
    let (definition, key) = (connector.definition(), &request.operation);
    let Some(found) = check_inputs(definition, key, &request.inputs)
        .into_iter()
        .next()
    else {
        return Ok(());
    };
    let at = format!("{}{}", found.at.name, found.place);
    Err(AppError::invalid(match found.fault {
        Fault::Missing => t::input_is_missing(&at),
        Fault::Unfit(reason) => t::input_does_not_fit(&at, &of_call(&reason)),
        Fault::Hidden(kind) => t::input_does_not_fit(&at, &of_call(&kind.label().into())),
    }))
}

fn refused(error: &CallError) -> AppError {
    AppError::invalid(error.to_string())
}
