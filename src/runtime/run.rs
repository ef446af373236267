//! One run: request, policies, authentication, exchange, policies, and what is told of each.

use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::header::{HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use tenon_connector::Connector;
use tenon_connector::policy::run::{
    Call, Failed, Plan, Ready, RequestStep, ResponseMessage, Trace,
};
use tenon_connector::request::{Inputs, PreparedRequest};
use tenon_connector::swagger::{Operation, OperationKey};
use url::Url;

use super::mask::{Mask, is_credential};
use super::policies::{failure, of_response, poll};
use super::redirect::Redirect;
use super::transcript::{Answer, Course, Exchange, Outcome, Sent, Standing, Transcript, command};
use super::verdict::{Verdict, verdict};
use super::{CallError, Caller};
use crate::egress::{self, Egress, EgressError, Hop, IncomingResponse, OutgoingRequest, Received};

/// The bytes of a response that is held against the definition at once: to hand it to another thread takes longer.
const AT_ONCE: usize = 16 * 1024;

/// What a run needs besides the request.
pub(super) struct Run<'a> {
    pub(super) egress: &'a Egress,
    pub(super) plan: Plan,
    pub(super) call: &'a Call<'a>,
    pub(super) connector: &'a Arc<Connector>,
    pub(super) operation: &'a OperationKey,
    pub(super) mask: Mask,
    pub(super) inputs: &'a Inputs,
    pub(super) caller: &'a Caller,
}

impl Run<'_> {
    /// Runs a request that is authenticated already.
    pub(super) async fn run(mut self, prepared: PreparedRequest) -> Result<Transcript, CallError> {
        self.mask.learn(&prepared.headers);
        let mut ready = match self.ready(prepared).await {
            Ok(ready) => ready,
            Err(failed) => {
                self.mask.learn_fetched(&failed.trace);
                return Ok(self.stopped(failed));
            }
        };
        self.mask.learn(&ready.request.headers);
        self.mask.learn_fetched(&ready.trace);
        let request = outgoing(&mut ready.request, &self.mask)?;
        let host = request.url.host_str().map(|host| self.mask.hide(host));
        let begin = Instant::now();
        let mut hops = Vec::new();
        let answer = self.sent(request, &mut hops).await;
        let elapsed = begin.elapsed();
        hops.iter()
            .for_each(|hop| self.mask.learn_address(&hop.url));
        let redirects = hops.iter().map(|hop| Redirect::of(hop, &self.mask));
        let redirects = redirects.collect();
        let transcript = self.told(ready, redirects, answer, elapsed).await;
        if let Course::Sent(exchange) = &transcript.course {
            let (elapsed, answered) = (exchange.elapsed, exchange.outcome.status());
            tracing::info!(
                host = host.unwrap_or_default(),
                ?elapsed,
                answered,
                "test call"
            );
        }
        Ok(transcript)
    }

    /// The request as it would be sent, with its secrets, as a command line of curl. What its policies ask for is asked.
    pub(super) async fn command(self, prepared: PreparedRequest) -> Result<String, CallError> {
        let ready = self.ready(prepared).await;
        let mut ready = ready
            .map_err(|failed| CallError::Stopped(self.mask.hide(&failed.error.to_string())))?;
        outgoing(&mut ready.request, &self.mask)?;
        command(&ready.request).ok_or(CallError::Long)
    }

    /// Runs the policies of the request, and makes the calls whose answers they need.
    async fn ready(&self, prepared: PreparedRequest) -> Result<Ready, Failed> {
        let mut step = self.plan.start(self.call, prepared);
        loop {
            step = match step {
                RequestStep::Ready(ready) => return Ok(ready),
                RequestStep::Failed(failed) => return Err(failed),
                RequestStep::Ask(asking) => {
                    let answer = self.ask(asking.request().clone()).await;
                    asking.answer(answer)
                }
            };
        }
    }

    /// Makes a call that a policy asks for.
    async fn ask(&self, mut request: PreparedRequest) -> Result<ResponseMessage, String> {
        // An earlier policy may have fetched what proves this call.
        let mut mask = self.mask.clone();
        mask.learn_named(&request.headers);
        let request = outgoing(&mut request, &mask).map_err(|error| error.to_string())?;
        let answer = self.sent(request, &mut Vec::new()).await;
        let answer = answer.and_then(Received::whole);
        answer.map(message).map_err(|error| error.to_string())
    }

    /// Sends a request, as long as somebody waits for the answer.
    async fn sent(
        &self,
        request: OutgoingRequest,
        hops: &mut Vec<Hop>,
    ) -> Result<Received, EgressError> {
        tokio::select! {
            biased;
            () = self.caller.leaves() => Err(EgressError::Cancelled),
            answer = self.egress.receive(request, hops) => answer,
        }
    }

    fn stopped(&self, failed: Failed) -> Transcript {
        let reason = self.mask.hide(&failed.error.to_string());
        Transcript {
            policies: self.traces(failed.trace),
            course: Course::Stopped(reason),
            standing: None,
            may_keep_inputs: !self.mask.finds_in(self.inputs),
        }
    }

    fn traces(&self, traces: Vec<Trace>) -> Vec<Trace> {
        let masked = traces.into_iter().map(|trace| self.mask.trace(trace));
        masked.collect()
    }

    async fn told(
        &self,
        mut ready: Ready,
        redirects: Vec<Redirect>,
        answer: Result<Received, EgressError>,
        elapsed: Duration,
    ) -> Transcript {
        let mut policies = self.traces(std::mem::take(&mut ready.trace));
        let phases = answer.as_ref().ok().map(|answer| answer.response.phases);
        let (outcome, traces, standing) = match answer {
            Ok(Received {
                response,
                cut: None,
            }) => self.answered(&ready, message(response)).await,
            Ok(Received {
                mut response,
                cut: Some(error),
            }) => {
                response.body = Vec::new();
                let answer = self.answer(&message(response)).await;
                let (reason, traces, standing) = self.not_answered(&ready, &error);
                (Outcome::Cut { answer, reason }, traces, Some(standing))
            }
            Err(error) => {
                let (reason, traces, standing) = self.not_answered(&ready, &error);
                match error {
                    // Who leaves says nothing of the service.
                    EgressError::Cancelled => (Outcome::Cancelled(reason), traces, None),
                    _ => (Outcome::Failed(reason), traces, Some(standing)),
                }
            }
        };
        policies.extend(self.traces(traces));
        let request = Sent::of(&ready.request, &self.mask);
        Transcript {
            policies,
            course: Course::Sent(Box::new(Exchange {
                request,
                redirects,
                outcome,
                elapsed,
                phases,
            })),
            standing,
            may_keep_inputs: !self.mask.finds_in(self.inputs),
        }
    }

    /// What is told of a call without a whole answer.
    fn not_answered(&self, ready: &Ready, error: &EgressError) -> (String, Vec<Trace>, Standing) {
        let reason = self.mask.hide(&error.to_string());
        let traces = self.failed(ready, 502, &reason);
        (reason.clone(), traces, Standing::Failing(reason))
    }

    async fn answered(
        &self,
        ready: &Ready,
        response: ResponseMessage,
    ) -> (Outcome, Vec<Trace>, Option<Standing>) {
        match of_response(&self.plan, self.call, ready, response.clone()) {
            Ok(finished) => {
                let (url, mask) = (&ready.request.url, &self.mask);
                let answer = Answer {
                    poll: poll(&self.plan, url, &finished.response, mask),
                    verdict: self.verdict(&finished.response).await,
                    ..self.answer(&finished.response).await
                };
                let is_unauthenticated = finished.effects.unauthenticated;
                let headers = &finished.response.headers;
                let standing = Standing::of(answer.status, headers, is_unauthenticated);
                (Outcome::Answered(answer), finished.trace, standing)
            }
            Err(Failed { error, mut trace }) => {
                let reason = self.mask.hide(&error.to_string());
                trace.extend(self.failed(ready, 500, &reason));
                let answer = self.answer(&response).await;
                let standing = Standing::of(answer.status, &response.headers, false);
                (Outcome::Spoilt { answer, reason }, trace, standing)
            }
        }
    }

    /// A response as people see it.
    async fn answer(&self, response: &ResponseMessage) -> Answer {
        let operation = Operation::find(self.connector.definition(), self.operation);
        let id =
            operation.map_or_else(String::new, |operation| operation.operation_id().to_owned());
        if response.body.len() <= AT_ONCE {
            return Answer::of(response, &id, &self.mask);
        }
        let (owned, name, mask) = (response.clone(), id.clone(), self.mask.clone());
        // To look for secrets in a large body takes longer than other requests can wait.
        let work = move || Answer::of(&owned, &name, &mask);
        let told = tokio::task::spawn_blocking(work).await;
        // A server that is about to end begins no more such work.
        told.unwrap_or_else(|_| Answer::of(response, &id, &self.mask))
    }

    /// What the definition says of a response; none when the server is about to end.
    async fn verdict(&self, response: &ResponseMessage) -> Option<Verdict> {
        if response.body.len() <= AT_ONCE {
            let definition = self.connector.definition();
            return Some(verdict(definition, self.operation, response, &self.mask));
        }
        let connector = Arc::clone(self.connector);
        let (key, mask, response) = (self.operation.clone(), self.mask.clone(), response.clone());
        // A large body takes longer than other requests can wait.
        let work = move || verdict(connector.definition(), &key, &response, &mask);
        tokio::task::spawn_blocking(work).await.ok()
    }

    /// What the policies of a call that failed did to the answer that tells of it.
    fn failed(&self, ready: &Ready, status: u16, reason: &str) -> Vec<Trace> {
        let told = failure(status, reason);
        match self.plan.fail(self.call, ready, told) {
            Ok(finished) => finished.trace,
            Err(failed) => failed.trace,
        }
    }
}

/// A response as policies take it.
fn message(response: IncomingResponse) -> ResponseMessage {
    let header = |(name, value): (&HeaderName, &HeaderValue)| {
        let text = String::from_utf8_lossy(value.as_bytes()).into_owned();
        (name.to_string(), text)
    };
    ResponseMessage {
        status: response.status.as_u16(),
        headers: response.headers.iter().map(header).collect(),
        body: response.body,
    }
}

/// The request as egress takes it. What egress would add by itself is added here, so that the
/// transcript tells it. A header that holds a secret stays behind when a redirect leads elsewhere.
fn outgoing(prepared: &mut PreparedRequest, mask: &Mask) -> Result<OutgoingRequest, CallError> {
    if prepared.header(USER_AGENT.as_str()).is_none() {
        let agent = ("User-Agent".to_owned(), egress::USER_AGENT.to_owned());
        prepared.headers.insert(0, agent);
    }
    let url = Url::parse(&prepared.url).map_err(|error| CallError::Url(error.to_string()))?;
    let (mut headers, mut credentials) = (HeaderMap::new(), Vec::new());
    for (name, text) in &prepared.headers {
        let unsendable = || CallError::Unsendable(name.clone());
        let key = HeaderName::from_bytes(name.as_bytes()).map_err(|_| unsendable())?;
        let value = HeaderValue::from_bytes(text.as_bytes()).map_err(|_| unsendable())?;
        if is_credential(name) || mask.finds(text) {
            credentials.push(key.clone());
        }
        headers.append(key, value);
    }
    let method = reqwest::Method::from_bytes(prepared.method.verb().as_bytes())
        .map_err(|error| CallError::Url(error.to_string()))?;
    Ok(OutgoingRequest {
        method,
        url,
        headers,
        body: prepared.body.clone(),
        credentials,
    })
}
