//! Running the policies of the response, or those of a call that failed.

use super::address::Address;
use super::body::Body;
use super::call::Call;
use super::error::{PolicyName, Stop};
use super::plan::{Plan, ResponseAction};
use super::request::{Ready, scope};
use super::scope::Scope;
use super::trace::{Failed, Record, Trace};

/// A response, its body decoded: neither compressed nor chunked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResponseMessage {
    /// The status.
    pub status: u16,
    /// The headers, in order. A `Content-Length` among them is that of the body before policies ran.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// What policies ask for besides changing messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// The connection's credentials no longer hold: mark it, and tell its owner.
    pub unauthenticated: bool,
}

/// A response that its policies have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// The response.
    pub response: ResponseMessage,
    /// What else the policies ask for.
    pub effects: Effects,
    /// What each policy did.
    pub trace: Vec<Trace>,
}

/// The run of the policies of one response.
struct Run<'r> {
    call: &'r Call<'r>,
    sent: &'r Ready,
    query: Option<String>,
    status: u16,
    headers: Vec<(String, String)>,
    body: Body,
    effects: Effects,
    trace: Vec<Trace>,
}

impl Plan {
    /// Runs the policies of the response. In expressions, `@headers` and `@queryParameters` are those of the request
    /// that was sent, and `@body()` is that of the response.
    ///
    /// # Errors
    /// When a policy fails.
    pub fn finish(
        &self,
        call: &Call<'_>,
        sent: &Ready,
        response: ResponseMessage,
    ) -> Result<Finished, Failed> {
        let mut run = Run::new(call, sent, response);
        for policy in &self.response {
            run.step(&policy.name, |run, record| run.act(&policy.action, record))?;
        }
        Ok(run.finished())
    }

    /// Runs the policies of a call that failed on the response that tells of it.
    ///
    /// # Errors
    /// When a policy fails as well.
    pub fn fail(
        &self,
        call: &Call<'_>,
        sent: &Ready,
        response: ResponseMessage,
    ) -> Result<Finished, Failed> {
        let mut run = Run::new(call, sent, response);
        for policy in &self.failure {
            run.step(&policy.name, |run, record| {
                run.headers = policy.action.run(&run.headers, &run.scope(), record)?;
                Ok(())
            })?;
        }
        Ok(run.finished())
    }
}

impl<'r> Run<'r> {
    fn new(call: &'r Call<'r>, sent: &'r Ready, response: ResponseMessage) -> Self {
        let ResponseMessage {
            status,
            headers,
            body,
        } = response;
        Self {
            call,
            sent,
            query: Address::split(&sent.request.url, "").query,
            status,
            body: Body::new(Some(body), &headers),
            headers,
            effects: Effects::default(),
            trace: Vec::new(),
        }
    }

    fn step(
        &mut self,
        name: &PolicyName,
        act: impl FnOnce(&mut Self, &mut Record) -> Result<(), Stop>,
    ) -> Result<(), Failed> {
        let mut record = Record::default();
        let ended = act(self, &mut record);
        let (trace, error) = record.end(name, ended);
        self.trace.push(trace);
        match error {
            None => Ok(()),
            Some(error) => Err(Failed {
                error,
                trace: std::mem::take(&mut self.trace),
            }),
        }
    }

    fn scope(&self) -> Scope<'_> {
        let sent = &self.sent.request.headers;
        Scope {
            body: self.body.json(),
            ..scope(self.call, sent, self.query.as_deref())
        }
    }

    fn act(&mut self, action: &ResponseAction, record: &mut Record) -> Result<(), Stop> {
        match action {
            ResponseAction::Header(action) => {
                self.headers = action.run(&self.headers, &self.scope(), record)?;
                Ok(())
            }
            ResponseAction::Body(action) => {
                let sent = &self.sent.request.headers;
                let scope = scope(self.call, sent, self.query.as_deref());
                action.run(&mut self.body, &scope, record)
            }
            ResponseAction::NextLink(action) => {
                let gateway = self.call.gateway.as_deref();
                action.run(&mut self.body, &self.sent.base_url, gateway, record)
            }
            ResponseAction::Unauthenticated(action) => {
                action.run(self.status, record)?;
                self.effects.unauthenticated = true;
                Ok(())
            }
        }
    }

    fn finished(self) -> Finished {
        Finished {
            response: ResponseMessage {
                status: self.status,
                headers: self.headers,
                body: self.body.into_bytes().unwrap_or_default(),
            },
            effects: self.effects,
            trace: self.trace,
        }
    }
}
