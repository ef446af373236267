//! Test calls: of the connector as the maker sees it, with one of the maker's own connections.

use std::time::Duration;

use tenon_app::api::calls::{
    CallCourse, CallExchange, CallOutcome, CallRequest, CallTimings, CallTranscript, PollReport,
    ReceivedResponse, ResponseBody, ResponseCheck, SchemaFit, SentRequest,
};
use tenon_app::error::{AppError, ErrorKind};
use tenon_connector::Connector;
use tenon_connector::document::{Action, rebase};
use tenon_connector::properties::Authentication;

use super::access::Need;
use super::connectors::read;
use super::runs::CallKept;
use super::{RequestBackend, fault};
use crate::egress::Phases;
use crate::runtime::{
    self, Answer, CallError, Content, Course, Credentials, Exchange, Mending, Operation, Outcome,
    Poll, Transcript, Verdict,
};
use crate::store::Person;

impl RequestBackend {
    pub(super) async fn call(&self, request: CallRequest) -> Result<CallTranscript, AppError> {
        let (person, connector, credentials) = self.before_call(&request).await?;
        let operation = operation(&request, &connector, &credentials);
        let called = runtime::call(&self.state.egress, operation).await;
        let called = called.map_err(|error| refused(&error))?;
        let kept = CallKept {
            person: &person,
            request: &request,
            connector: &connector,
            may_keep_inputs: called.may_keep_inputs,
        };
        if let (Some(connection), Some(standing)) = (&request.connection, &called.standing) {
            self.note_standing(connection, standing).await;
        }
        let mut transcript = told(called);
        transcript.run = self.keep_run(kept, &transcript).await;
        Ok(transcript)
    }

    /// The request of a call with its secrets. The credentials of a connection are for its owner alone, so nobody
    /// else comes as far as this.
    pub(super) async fn command_line(&self, request: CallRequest) -> Result<String, AppError> {
        let (_, connector, credentials) = self.before_call(&request).await?;
        let operation = operation(&request, &connector, &credentials);
        let made = runtime::command_line(&self.state.egress, operation).await;
        made.map_err(|error| refused(&error))
    }

    /// What a call is made of, for somebody who may make it.
    async fn before_call(
        &self,
        request: &CallRequest,
    ) -> Result<(Person, Connector, Credentials), AppError> {
        let person = self.person_for(Need::Use, &request.connector).await?;
        let connector = self
            .as_seen(&request.connector, request.version, &request.actions)
            .await?;
        let needs_connection = Authentication::of(&connector) != Authentication::None;
        let credentials = match &request.connection {
            Some(connection) => {
                self.credentials(&person.id, &request.connector, connection)
                    .await?
            }
            None if needs_connection => {
                return Err(AppError::invalid(
                    "The connector authenticates its calls. Choose a connection or make one.",
                ));
            }
            None => Credentials::default(),
        };
        Ok((person, connector, credentials))
    }

    /// The connector as a maker sees it: a version with the unsaved actions on top.
    pub(super) async fn as_seen(
        &self,
        id: &str,
        version: i64,
        actions: &[Action],
    ) -> Result<Connector, AppError> {
        let mut connector = read(&self.kept(id, Some(version)).await?)?;
        let actions = actions.to_vec();
        // Much may have been done since the last save, and each step of it takes time.
        let (connector, conflicts) = tokio::task::spawn_blocking(move || {
            let conflicts = rebase(&mut connector, &actions);
            (connector, conflicts)
        })
        .await
        .map_err(|error| fault(&error))?;
        if conflicts.is_empty() {
            return Ok(connector);
        }
        Err(AppError::new(
            ErrorKind::Conflict,
            format!("The unsaved changes do not fit version {version}. Save them, then try again."),
        ))
    }
}

fn operation<'a>(
    request: &'a CallRequest,
    connector: &'a Connector,
    credentials: &'a Credentials,
) -> Operation<'a> {
    Operation {
        connector,
        key: &request.operation,
        inputs: &request.inputs,
        credentials,
    }
}

fn refused(error: &CallError) -> AppError {
    AppError::invalid(error.to_string())
}

fn told(transcript: Transcript) -> CallTranscript {
    CallTranscript {
        policies: transcript.policies,
        course: match transcript.course {
            Course::Stopped(reason) => CallCourse::Stopped(reason),
            Course::Sent(exchange) => CallCourse::Sent(Box::new(exchanged(*exchange))),
        },
        run: None,
    }
}

fn exchanged(exchange: Exchange) -> CallExchange {
    let sent = exchange.request;
    CallExchange {
        request: SentRequest {
            method: sent.method.to_owned(),
            url: sent.url,
            headers: sent.headers,
            body: sent.body,
            curl: sent.curl,
        },
        outcome: match exchange.outcome {
            Outcome::Answered(answer) => CallOutcome::Answered(received(answer)),
            Outcome::Spoilt { answer, reason } => CallOutcome::Spoilt {
                response: received(answer),
                reason,
            },
            Outcome::Failed(reason) => CallOutcome::Failed(reason),
        },
        milliseconds: u64::try_from(exchange.elapsed.as_millis()).unwrap_or(u64::MAX),
        timings: exchange.phases.map(timed),
    }
}

fn timed(phases: Phases) -> CallTimings {
    let micros = |part: Duration| u64::try_from(part.as_micros()).unwrap_or(u64::MAX);
    CallTimings {
        lookup: micros(phases.lookup),
        connect: micros(phases.connect),
        first_byte: micros(phases.first_byte),
        body: micros(phases.body),
    }
}

fn received(answer: Answer) -> ReceivedResponse {
    ReceivedResponse {
        status: answer.status,
        reason: answer.reason.to_owned(),
        headers: answer.headers,
        body: match answer.content {
            Content::Empty => ResponseBody::Empty,
            Content::Text { text, truncated } => ResponseBody::Text { text, truncated },
            Content::Binary { content_type } => ResponseBody::Binary { content_type },
        },
        size: u64::try_from(answer.size).unwrap_or(u64::MAX),
        poll: answer.poll.map(polled),
        check: answer.verdict.map(checked),
    }
}

fn polled(poll: Poll) -> PollReport {
    match poll {
        Poll::Found {
            items,
            next,
            next_page,
        } => PollReport::Found {
            items,
            next,
            next_page,
        },
        Poll::Unreadable(reason) => PollReport::Unreadable(reason),
    }
}

fn checked(verdict: Verdict) -> ResponseCheck {
    ResponseCheck {
        violations: verdict.violations,
        fit: match verdict.fit {
            Mending::NotNeeded => SchemaFit::NotNeeded,
            Mending::Edits {
                edits,
                shared,
                left,
            } => SchemaFit::Edits {
                edits,
                shared,
                left,
            },
            Mending::Impossible(reason) => SchemaFit::Impossible(reason),
        },
    }
}
