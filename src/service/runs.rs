//! Runs: what is kept of a call, one run, and the same call again.

use serde::{Deserialize, Serialize};
use tenon_app::api::calls::{
    BinaryBody, CallCourse, CallOutcome, CallRequest, CallTranscript, ReceivedResponse,
    ResponseBody, SchemaFit,
};
use tenon_app::api::runs::{Replay, ReplayRequest, RunDetail, RunEnding, RunRow};
use tenon_app::error::{AppError, ErrorKind};
use tenon_connector::Connector;
use tenon_connector::request::Inputs;
use tenon_connector::swagger::{Operation, OperationKey};
use tenon_connector::validate::Drift;

use super::access::{Deed, Member};
use super::calls::Purpose;
use super::{RequestBackend, fault, store_fault};
use crate::store::{Ending, KeptRun, ListedRun, NewRun, new_id, now};
use crate::texts::calls as t;

/// The bytes of a body that are kept.
const BODY_BYTES: usize = 64 * 1024;
/// The bytes of one value that a policy changed.
const CHANGE_BYTES: usize = 4 * 1024;
/// The bytes of what was filled in, in JSON.
const INPUT_BYTES: usize = 64 * 1024;

/// What is kept of a call besides what the list shows.
#[derive(Debug, Serialize, Deserialize)]
struct Record {
    transcript: CallTranscript,
    connection: Option<String>,
    /// What was filled in; none where it was too long, or held a secret of the connection.
    inputs: Option<Inputs>,
}

/// A call that is to be kept, besides how it went.
#[derive(Clone, Copy)]
pub(super) struct CallKept<'a> {
    /// Who made it, in the environment of the connector.
    pub(super) member: &'a Member,
    /// What was asked for.
    pub(super) request: &'a CallRequest,
    /// The connector that was called.
    pub(super) connector: &'a Connector,
    /// Whether what was filled in holds no secret.
    pub(super) may_keep_inputs: bool,
}

impl RequestBackend {
    /// Keeps a call; its id. It is stored beside this, see [`super::Recorder`]. A call that cannot be kept was made all
    /// the same, so that the maker still gets to see it.
    pub(super) async fn keep_run(
        &self,
        call: CallKept<'_>,
        transcript: &CallTranscript,
    ) -> Option<String> {
        let kept = async {
            let run = self.new_run(call, transcript).await?;
            let id = run.id.clone();
            self.state.recorder.keep(run).await.map_err(store_fault)?;
            Ok::<_, AppError>(id)
        };
        match kept.await {
            Ok(id) => Some(id),
            Err(error) => {
                tracing::error!(error = error.message, "a run could not be kept");
                None
            }
        }
    }

    async fn new_run(
        &self,
        call: CallKept<'_>,
        transcript: &CallTranscript,
    ) -> Result<NewRun, AppError> {
        let CallKept {
            member,
            request,
            connector,
            may_keep_inputs,
        } = call;
        let operation = Operation::find(connector.definition(), &request.operation);
        let inputs = may_keep_inputs.then(|| request.inputs.clone());
        let fits = |inputs: &Inputs| {
            serde_json::to_string(inputs).is_ok_and(|text| text.len() <= INPUT_BYTES)
        };
        let record = Record {
            transcript: bounded(transcript.clone()),
            connection: request.connection.clone(),
            inputs: inputs.filter(fits),
        };
        let (errors, drift) = drift(transcript)?;
        let (url, milliseconds) = match &transcript.course {
            CallCourse::Stopped(_) => (String::new(), 0),
            CallCourse::Sent(exchange) => (exchange.request.url.clone(), exchange.milliseconds),
        };
        Ok(NewRun {
            id: new_id(),
            kept_at: now(),
            environment: member.environment.clone(),
            connector: request.connector.clone(),
            person: member.person.id.clone(),
            connection: request.connection.clone().unwrap_or_default(),
            version: request.version,
            has_unsaved: !request.actions.is_empty(),
            operation: request.operation.to_string(),
            label: operation.map_or_else(String::new, |operation| operation.label()),
            ending: ending(transcript),
            milliseconds: i64::try_from(milliseconds).unwrap_or(i64::MAX),
            errors,
            url,
            record: serde_json::to_string(&record).map_err(|error| fault(&error))?,
            drift,
        })
    }

    pub(super) async fn open_run(&self, id: &str) -> Result<RunDetail, AppError> {
        let run = self.run_of(id).await?;
        let record = record(&run)?;
        Ok(RunDetail {
            replay: self.replay_of(&run, &record).await?,
            transcript: record.transcript,
            row: row(run.listed),
        })
    }

    pub(super) async fn run_again(&self, replay: ReplayRequest) -> Result<String, AppError> {
        let run = self.run_of(&replay.id).await?;
        let record = record(&run)?;
        let connection = match self.replay_of(&run, &record).await? {
            Replay::Impossible(reason) => return Err(AppError::invalid(reason)),
            Replay::Choose { reason, .. } if replay.connection.is_none() => {
                return Err(AppError::invalid(reason));
            }
            // A call with it is refused where the person may not use it.
            Replay::Choose { .. } => replay.connection,
            Replay::Same => replay.connection.or(record.connection),
        };
        let newest = self.kept(&run.listed.connector, None).await?;
        let operation = OperationKey::parse(&run.listed.operation)
            .ok_or_else(|| fault(&"a run names no operation"))?;
        let request = CallRequest {
            connector: run.listed.connector,
            version: newest.number,
            actions: Vec::new(),
            operation,
            connection,
            inputs: record.inputs.unwrap_or_default(),
        };
        let made = self.call_for(Purpose::Again, request).await?;
        made.run
            .ok_or_else(|| AppError::internal(t::run_not_kept()))
    }

    /// How the person who asks can make the call of a run again.
    async fn replay_of(&self, run: &KeptRun, record: &Record) -> Result<Replay, AppError> {
        if record.inputs.is_none() {
            return Ok(Replay::Impossible(t::inputs_not_kept().to_owned()));
        }
        let Some(connection) = &record.connection else {
            return Ok(Replay::Same);
        };
        let reason = match self.connection_for(Deed::Use, connection).await {
            Ok(_) => return Ok(Replay::Same),
            Err(error) if error.kind == ErrorKind::NotFound => t::connection_is_gone().to_owned(),
            Err(error) if error.kind == ErrorKind::Forbidden => {
                t::connection_of_somebody_else().to_owned()
            }
            Err(error) => return Err(error),
        };
        let known = self.list_connections(&run.listed.connector).await?;
        let usable = known.into_iter().filter(|connection| connection.may_use);
        Ok(Replay::Choose {
            reason,
            connections: usable.collect(),
        })
    }

    /// A run that the person who asks may see.
    async fn run_of(&self, id: &str) -> Result<KeptRun, AppError> {
        self.person().await?;
        // The page of a run opens right after its call.
        self.state.recorder.flush().await;
        let run = self.state.store.run(id).await.map_err(store_fault)?;
        self.person_for_run(&run).await?;
        Ok(run)
    }
}

fn record(run: &KeptRun) -> Result<Record, AppError> {
    serde_json::from_str(&run.record).map_err(|error| fault(&error))
}

pub(super) fn row(listed: ListedRun) -> RunRow {
    RunRow {
        id: listed.id,
        connector: listed.connector,
        title: listed.title,
        person: listed.person_name,
        at: listed.kept_at,
        version: listed.version,
        has_unsaved: listed.has_unsaved,
        operation: listed.operation,
        label: listed.label,
        ending: match listed.ending {
            Ending::Answered(status) => RunEnding::Answered(status),
            Ending::Spoilt(status) => RunEnding::Spoilt(status),
            Ending::Failed => RunEnding::Failed,
            Ending::Cancelled => RunEnding::Cancelled,
            Ending::Stopped => RunEnding::Stopped,
        },
        milliseconds: listed.milliseconds,
        errors: listed.errors,
    }
}

fn ending(transcript: &CallTranscript) -> Ending {
    match &transcript.course {
        CallCourse::Stopped(_) => Ending::Stopped,
        CallCourse::Sent(exchange) => match &exchange.outcome {
            CallOutcome::Answered(response) => Ending::Answered(response.status),
            CallOutcome::Spoilt { response, .. } => Ending::Spoilt(response.status),
            CallOutcome::Cut { .. } | CallOutcome::Failed(_) => Ending::Failed,
            CallOutcome::Cancelled(_) => Ending::Cancelled,
        },
    }
}

/// How much in an answer contradicts the definition, and its drift as JSON; empty where there was no answer to hold
/// against it.
fn drift(transcript: &CallTranscript) -> Result<(i64, String), AppError> {
    let CallCourse::Sent(exchange) = &transcript.course else {
        return Ok((0, String::new()));
    };
    let CallOutcome::Answered(ReceivedResponse {
        status,
        check: Some(check),
        ..
    }) = &exchange.outcome
    else {
        return Ok((0, String::new()));
    };
    let errors = i64::try_from(check.violations.errors().count()).unwrap_or(i64::MAX);
    let drift = Drift::of(*status, &check.violations);
    let text = serde_json::to_string(&drift).map_err(|error| fault(&error))?;
    Ok((errors, text))
}

/// A call without what is long or only serves the designer.
fn bounded(mut transcript: CallTranscript) -> CallTranscript {
    for trace in &mut transcript.policies {
        for change in &mut trace.changes {
            for text in [&mut change.before, &mut change.after]
                .into_iter()
                .flatten()
            {
                cut(text, CHANGE_BYTES);
            }
        }
    }
    if let CallCourse::Sent(exchange) = &mut transcript.course {
        if let Some(body) = &mut exchange.request.body {
            cut(body, BODY_BYTES);
        }
        match &mut exchange.outcome {
            CallOutcome::Answered(response) | CallOutcome::Spoilt { response, .. } => {
                bound_response(response);
            }
            // None of them has a body.
            CallOutcome::Cut { .. } | CallOutcome::Failed(_) | CallOutcome::Cancelled(_) => {}
        }
    }
    transcript
}

fn bound_response(response: &mut ReceivedResponse) {
    match &mut response.body {
        ResponseBody::Empty => {}
        ResponseBody::Text { text, truncated } => *truncated |= cut(text, BODY_BYTES),
        ResponseBody::Binary { bytes, .. } => {
            // A part of such a body is of no use.
            let is_long = usize::try_from(response.size).is_ok_and(|size| size > BODY_BYTES);
            if is_long && matches!(bytes, BinaryBody::Base64(_)) {
                *bytes = BinaryBody::NotKept;
            }
        }
    }
    if let Some(check) = &mut response.check {
        check.fit = SchemaFit::NotNeeded;
    }
}

/// Cuts a text to so many bytes; whether it was longer.
fn cut(text: &mut String, bytes: usize) -> bool {
    let end = text.floor_char_boundary(bytes);
    let is_longer = end < text.len();
    if is_longer {
        text.truncate(end);
        text.push('…');
    }
    is_longer
}

#[cfg(test)]
mod tests {
    use super::{BinaryBody, ReceivedResponse, ResponseBody, bound_response};

    /// What a run keeps of a body of so many bytes that is no text.
    fn kept(size: u64) -> BinaryBody {
        let mut response = ReceivedResponse {
            status: 200,
            reason: String::new(),
            headers: Vec::new(),
            body: ResponseBody::Binary {
                content_type: "image/png".to_owned(),
                bytes: BinaryBody::Base64("AP8=".to_owned()),
            },
            size,
            file_name: String::new(),
            poll: None,
            check: None,
        };
        bound_response(&mut response);
        match response.body {
            ResponseBody::Binary { bytes, .. } => bytes,
            ResponseBody::Empty | ResponseBody::Text { .. } => BinaryBody::TooLong,
        }
    }

    #[test]
    fn a_run_keeps_a_body_that_is_no_text_whole_or_not_at_all() {
        assert_eq!(kept(64 * 1024), BinaryBody::Base64("AP8=".to_owned()));
        assert_eq!(kept(64 * 1024 + 1), BinaryBody::NotKept);
    }
}
