//! Running the policies of the request.

use super::address::Address;
use super::body::{Body, NoJson};
use super::call::Call;
use super::error::Stop;
use super::header;
use super::plan::{Plan, RequestAction, Transform};
use super::query;
use super::response::ResponseMessage;
use super::scope::{Scope, header as header_of};
use super::trace::{Failed, Part, Record, Trace};
use super::value_from_url::{Destination, SetValueFromUrl};
use crate::request::PreparedRequest;
use crate::swagger::Method;

/// The most bytes of an answer to a policy's own call that are told.
const TOLD: usize = 8 * 1024;

/// A request that its policies have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// The request to send.
    pub request: PreparedRequest,
    /// Scheme, host and base path of the API as the policies left them: what links to next pages are compared with.
    pub base_url: String,
    /// What each policy did.
    pub trace: Vec<Trace>,
}

/// How far the policies of a request have come.
#[derive(Debug)]
pub enum RequestStep<'p> {
    /// All have run.
    Ready(Ready),
    /// One needs the answer of another call.
    Ask(Box<Asking<'p>>),
    /// One failed, and so does the call.
    Failed(Failed),
}

/// A run that waits for the answer of another call.
#[derive(Debug)]
pub struct Asking<'p> {
    run: Run<'p>,
    policy: &'p SetValueFromUrl,
    request: PreparedRequest,
    record: Record,
}

/// The run of the policies of one request.
#[derive(Debug)]
struct Run<'p> {
    plan: &'p Plan,
    call: &'p Call<'p>,
    next: usize,
    message: Message,
    trace: Vec<Trace>,
}

/// A request in the parts that policies change.
#[derive(Debug)]
struct Message {
    method: Method,
    address: Address,
    headers: Vec<(String, String)>,
    body: Body,
}

impl Plan {
    /// Runs the policies of the request. The request must have its authentication already, because policies build on
    /// it: `Bearer @headers('Authorization')`.
    #[must_use]
    pub fn start<'p>(&'p self, call: &'p Call<'p>, request: PreparedRequest) -> RequestStep<'p> {
        let run = Run {
            plan: self,
            call,
            next: 0,
            message: Message {
                method: request.method,
                address: Address::split(&request.url, &call.base_path),
                body: Body::new(request.body, &request.headers),
                headers: request.headers,
            },
            trace: Vec::new(),
        };
        run.go_on()
    }
}

impl<'p> Asking<'p> {
    /// The call to make.
    #[must_use]
    pub fn request(&self) -> &PreparedRequest {
        &self.request
    }

    /// Goes on with the answer, or with the reason for which there is none.
    #[must_use]
    pub fn answer(self, answer: Result<ResponseMessage, String>) -> RequestStep<'p> {
        let Self {
            mut run,
            policy,
            request,
            mut record,
        } = self;
        if let Ok(answer) = &answer {
            record.note(format!(
                "It called {} {}, which answered with {}.",
                request.method.verb(),
                request.url,
                answer.status
            ));
        }
        if let Ok(answer) = &answer {
            let part = Part::Answer {
                method: request.method.verb().to_owned(),
                url: request.url.clone(),
            };
            record.change(part, None, Some(told(answer)));
        }
        let value = policy.value(&request.url, answer);
        let ended = value.map(|value| run.message.take(&policy.destination, &value, &mut record));
        match run.end(record, ended) {
            Ok(run) => run.go_on(),
            Err(failed) => RequestStep::Failed(failed),
        }
    }
}

/// What an answer held: JSON up to a bound as it is, anything else by its status and size. A secret is found in JSON by its
/// name, and in a piece of it, or in another format, by nothing.
fn told(answer: &ResponseMessage) -> String {
    let json = std::str::from_utf8(&answer.body).ok();
    let json = json.filter(|text| {
        text.len() <= TOLD && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
    });
    match json {
        Some(json) => json.to_owned(),
        None => format!("({} bytes, not shown)", answer.body.len()),
    }
}

impl<'p> Run<'p> {
    fn go_on(mut self) -> RequestStep<'p> {
        while let Some(policy) = self.plan.request.get(self.next) {
            let mut record = Record::default();
            let ended = match &policy.action {
                RequestAction::Value(action) => {
                    match self.message.ask(action, self.call, &mut record) {
                        Ok(request) => {
                            let policy = action;
                            return RequestStep::Ask(Box::new(Asking {
                                run: self,
                                policy,
                                request,
                                record,
                            }));
                        }
                        Err(stop) => Err(stop),
                    }
                }
                action => self.message.run(action, self.call, &mut record),
            };
            self = match self.end(record, ended) {
                Ok(run) => run,
                Err(failed) => return RequestStep::Failed(failed),
            };
        }
        let Message {
            method,
            address,
            headers,
            body,
        } = self.message;
        RequestStep::Ready(Ready {
            base_url: address.url_of(""),
            request: PreparedRequest {
                method,
                url: address.url(),
                headers,
                body: body.into_bytes(),
            },
            trace: self.trace,
        })
    }

    /// Takes down how the policy that ran ended, and turns to the next.
    fn end(mut self, record: Record, ended: Result<(), Stop>) -> Result<Self, Failed> {
        let Some(policy) = self.plan.request.get(self.next) else {
            return Ok(self);
        };
        let (trace, error) = record.end(&policy.name, ended);
        self.trace.push(trace);
        self.next += 1;
        match error {
            None => Ok(self),
            Some(error) => Err(Failed {
                error,
                trace: self.trace,
            }),
        }
    }
}

impl Message {
    fn scope<'a>(&'a self, call: &Call<'a>) -> Scope<'a> {
        Scope {
            body: self.body.json(),
            ..scope(call, &self.headers, self.address.query.as_deref())
        }
    }

    fn run(
        &mut self,
        action: &RequestAction,
        call: &Call<'_>,
        record: &mut Record,
    ) -> Result<(), Stop> {
        match action {
            RequestAction::Header(action) => {
                self.headers = action.run(&self.headers, &self.scope(call), record)?;
            }
            RequestAction::Query(action) => {
                let query = action.run(&self.scope(call), record)?;
                let address = Address {
                    query: Some(query),
                    ..self.address.clone()
                };
                self.go_to(address, record);
            }
            RequestAction::Host(action) => {
                let mut address = self.address.clone();
                action.run(&mut address, &self.scope(call), record)?;
                self.go_to(address, record);
            }
            RequestAction::Route(action) => {
                let mut address = self.address.clone();
                let method = action.run(&mut address, call, &self.scope(call), record)?;
                let verb = |method: Method| Some(method.verb().to_owned());
                record.change(Part::Method, verb(self.method), verb(method));
                self.method = method;
                self.go_to(address, record);
            }
            RequestAction::Body(action) => {
                let scope = scope(call, &self.headers, self.address.query.as_deref());
                action.run(&mut self.body, &scope, record)?;
            }
            // It asks first: see `ask` and `take`.
            RequestAction::Value(_) => {}
        }
        Ok(())
    }

    fn go_to(&mut self, address: Address, record: &mut Record) {
        let (before, after) = (self.address.url(), address.url());
        record.change(Part::Url, Some(before), Some(after));
        self.address = address;
    }

    fn ask(
        &self,
        action: &SetValueFromUrl,
        call: &Call<'_>,
        record: &mut Record,
    ) -> Result<PreparedRequest, Stop> {
        action.request(&self.address, call, &self.scope(call), record)
    }

    /// Puts the value that another call answered with where it belongs.
    fn take(&mut self, destination: &Destination, value: &str, record: &mut Record) {
        match destination {
            Destination::Header(name) => {
                let before = header_of(&self.headers, name);
                self.headers = header::with(&self.headers, name, value);
                let (name, after) = (name.clone(), Some(value.to_owned()));
                record.change(Part::Header { name }, before, after);
            }
            Destination::Query(name) => {
                let query = self.address.query.as_deref().unwrap_or_default();
                let address = Address {
                    query: Some(query::with(query, name, value)),
                    ..self.address.clone()
                };
                self.go_to(address, record);
            }
        }
    }
}

impl Transform {
    /// Changes a body, of a request or of a response.
    pub(super) fn run(
        &self,
        body: &mut Body,
        scope: &Scope<'_>,
        record: &mut Record,
    ) -> Result<(), Stop> {
        match self {
            Self::Property(action) => action.run(body, scope, record),
            Self::Convert(action) => action.run(body, scope, record),
            Self::Move(action) => action.run(body, record),
        }
    }
}

/// What expressions see of the request; the body is added where it can be looked at.
pub(super) fn scope<'a>(
    call: &Call<'a>,
    headers: &'a [(String, String)],
    query: Option<&'a str>,
) -> Scope<'a> {
    Scope {
        connection: call.connection,
        method: call.method,
        headers,
        query: query.unwrap_or_default(),
        body: Err(&NoJson::Empty),
        item: None,
    }
}
