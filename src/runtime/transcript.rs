//! How a call went, as people see it: every secret masked.

use std::time::Duration;

use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use tenon_connector::policy::run::{ResponseMessage, Trace};
use tenon_connector::request::{PreparedRequest, curl};

use super::content::{Content, as_sent};
use super::file_name::file_name;
use super::mask::Mask;
use super::redirect::Redirect;
use super::verdict::Verdict;
use crate::egress::Phases;
use crate::texts::calls as t;

/// A call as it went.
#[derive(Clone, Debug)]
pub struct Transcript {
    /// What each policy did, in the order in which they ran.
    pub policies: Vec<Trace>,
    /// How far the call came.
    pub course: Course,
    /// What the call said of the connection; none where it said nothing.
    pub standing: Option<Standing>,
    /// Whether what was filled in may be kept: not where it holds a secret of the connection.
    pub may_keep_inputs: bool,
}

impl Transcript {
    /// The status that the service answered with; none where there was no answer.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match &self.course {
            Course::Stopped(_) => None,
            Course::Sent(exchange) => exchange.outcome.status(),
        }
    }

    /// Whether the service answered that it does not take the credentials.
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.status() == Some(401)
    }
}

/// What a call says of the connection that it was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The service accepted it.
    Good,
    /// The service does not accept it: why.
    Expired(String),
    /// The service did not answer: why.
    Failing(String),
}

impl Standing {
    /// What an answer says. A policy may say that a status means that the credentials do not hold any more.
    pub(super) fn of(
        status: u16,
        headers: &[(String, String)],
        is_unauthenticated: bool,
    ) -> Option<Self> {
        let scheme = unknown_scheme(headers).filter(|_| status == 401);
        if let Some(scheme) = scheme {
            return Some(Self::Expired(t::asks_for_another_scheme(&scheme)));
        }
        match status {
            status if status == 401 || is_unauthenticated => {
                Some(Self::Expired(t::credentials_refused(&status)))
            }
            ..400 => Some(Self::Good),
            _ => None,
        }
    }
}

/// The scheme that a service asks for in `WWW-Authenticate` where it is one that no connector can do; none where it takes
/// another as well.
fn unknown_scheme(headers: &[(String, String)]) -> Option<&'static str> {
    let challenges = headers
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case(WWW_AUTHENTICATE.as_str()));
    let schemes: Vec<_> = challenges
        .filter_map(|(_, value)| value.split_whitespace().next())
        .collect();
    let asks = |scheme: &str| {
        schemes
            .iter()
            .any(|asked| asked.eq_ignore_ascii_case(scheme))
    };
    if asks("Basic") || asks("Bearer") {
        return None;
    }
    ["Digest", "NTLM", "Negotiate"]
        .into_iter()
        .find(|scheme| asks(scheme))
}

/// How far a call came.
#[derive(Clone, Debug)]
pub enum Course {
    /// A policy failed, so that nothing was sent: its error.
    Stopped(String),
    /// The request was sent.
    Sent(Box<Exchange>),
}

/// A request that was sent, and what became of it.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// The request as sent.
    pub request: Sent,
    /// Where the service sent it on to, hop by hop.
    pub redirects: Vec<Redirect>,
    /// What became of it.
    pub outcome: Outcome,
    /// From the first byte sent to the last byte received.
    pub elapsed: Duration,
    /// How long each part took; none where there was no answer.
    pub phases: Option<Phases>,
}

/// A request as sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The verb.
    pub method: &'static str,
    /// The whole URL.
    pub url: String,
    /// The headers in the order sent.
    pub headers: Vec<(String, String)>,
    /// The body as text, as it was sent to the letter but for its secrets, up to 256 KiB.
    pub body: Option<String>,
    /// The same as a command line of curl; none where the body is too long for one.
    pub curl: Option<String>,
}

/// What became of a request.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The service answered: the response after its policies.
    Answered(Answer),
    /// The service answered, and a policy failed on it.
    Spoilt {
        /// The response as the service sent it.
        answer: Answer,
        /// The error of the policy.
        reason: String,
    },
    /// The service answered, and not all of the answer came, or it could not be unpacked.
    Cut {
        /// Status and headers as the service sent them. No body: a secret in it may be cut off, and so not known for one.
        answer: Answer,
        /// What happened and what to do.
        reason: String,
    },
    /// It did not: what happened and what to do.
    Failed(String),
    /// Nobody waited for its answer any more: what that means.
    Cancelled(String),
}

/// A response.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// Its standard phrase; empty when it has none.
    pub reason: &'static str,
    /// The headers in the order received.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub content: Content,
    /// The bytes of the body.
    pub size: usize,
    /// What a file of the body is called.
    pub file_name: String,
    /// What it is to a polling trigger; none for any other operation.
    pub poll: Option<Poll>,
    /// What the definition says of it; none for one on which a policy failed, which no caller gets.
    pub verdict: Option<Verdict>,
}

/// The answer of a polling trigger, which was asked as at its first poll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Poll {
    /// It could be read.
    Found {
        /// How many items it holds.
        items: usize,
        /// The URL of the next poll.
        next: String,
        /// The link to the next page of this one.
        next_page: Option<String>,
    },
    /// It could not: why.
    Unreadable(String),
}

impl Sent {
    pub(super) fn of(request: &PreparedRequest, mask: &Mask) -> Self {
        let content_type = request.header(CONTENT_TYPE.as_str()).unwrap_or_default();
        let body = request.body.as_deref().map(|bytes| {
            as_sent(content_type, bytes, mask)
                .unwrap_or_else(|| format!("({} bytes, not text)", bytes.len()))
        });
        Self {
            method: request.method.verb(),
            url: mask.hide(&request.url),
            headers: shown_headers(&request.headers, mask),
            body,
            curl: command(&hidden(request, mask)),
        }
    }
}

/// A request without its secrets. A body that is no text is left as it is: what is in it cannot be told.
fn hidden(request: &PreparedRequest, mask: &Mask) -> PreparedRequest {
    let body = request.body.as_deref().map(|bytes| {
        std::str::from_utf8(bytes)
            .map_or_else(|_| bytes.to_vec(), |text| mask.hide(text).into_bytes())
    });
    PreparedRequest {
        method: request.method,
        url: mask.hide(&request.url),
        headers: shown_headers(&request.headers, mask),
        body,
    }
}

/// The longest body that a command line holds, in bytes: shells take little more.
const COMMAND_BYTES: usize = 64 * 1024;

/// A request as a command line of curl; none where its body is too long for one.
pub(super) fn command(request: &PreparedRequest) -> Option<String> {
    let length = request.body.as_ref().map_or(0, Vec::len);
    (length <= COMMAND_BYTES).then(|| curl(request))
}

impl Outcome {
    /// The status of the answer.
    pub(super) fn status(&self) -> Option<u16> {
        match self {
            Self::Answered(answer) | Self::Spoilt { answer, .. } | Self::Cut { answer, .. } => {
                Some(answer.status)
            }
            Self::Failed(_) | Self::Cancelled(_) => None,
        }
    }
}

impl Answer {
    pub(super) fn of(response: &ResponseMessage, operation_id: &str, mask: &Mask) -> Self {
        let status = StatusCode::from_u16(response.status);
        let file_name = file_name(&response.headers, operation_id, mask);
        Self {
            status: response.status,
            reason: status
                .ok()
                .and_then(|status| status.canonical_reason())
                .unwrap_or_default(),
            headers: shown_headers(&response.headers, mask),
            content: Content::of(response, mask),
            size: response.body.len(),
            file_name,
            poll: None,
            verdict: None,
        }
    }
}

/// The first header of a name.
pub(super) fn header<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let mut headers = headers.iter();
    let found = headers.find(|(own, _)| own.eq_ignore_ascii_case(name));
    found.map(|(_, value)| value.as_str())
}

fn shown_headers(headers: &[(String, String)], mask: &Mask) -> Vec<(String, String)> {
    let shown = headers
        .iter()
        .map(|(name, value)| (name.clone(), mask.header(name, value)));
    shown.collect()
}
