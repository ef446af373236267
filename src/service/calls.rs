//! Test calls: of the connector as the maker sees it, with one of the maker's own connections.

use tenon_app::api::calls::{
    CallCourse, CallExchange, CallOutcome, CallRequest, CallTranscript, PollReport,
    ReceivedResponse, ResponseBody, SentRequest,
};
use tenon_app::error::{AppError, ErrorKind};
use tenon_connector::Connector;
use tenon_connector::document::{Action, rebase};
use tenon_connector::properties::Authentication;

use super::access::Need;
use super::connectors::read;
use super::{RequestBackend, fault};
use crate::runtime::{
    self, Answer, Content, Course, Credentials, Exchange, Outcome, Poll, Transcript,
};

impl RequestBackend {
    pub(super) async fn call(&self, request: CallRequest) -> Result<CallTranscript, AppError> {
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
        let egress = &self.state.egress;
        let (operation, inputs) = (&request.operation, &request.inputs);
        let called = runtime::call(egress, &connector, operation, inputs, &credentials).await;
        called
            .map(told)
            .map_err(|error| AppError::invalid(error.to_string()))
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

fn told(transcript: Transcript) -> CallTranscript {
    CallTranscript {
        policies: transcript.policies,
        course: match transcript.course {
            Course::Stopped(reason) => CallCourse::Stopped(reason),
            Course::Sent(exchange) => CallCourse::Sent(Box::new(exchanged(*exchange))),
        },
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
