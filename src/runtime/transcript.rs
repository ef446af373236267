//! How a call went, as people see it: every secret masked.

use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, HeaderMap};
use tenon_connector::request::PreparedRequest;

use super::indent::indented;
use super::mask::{HIDDEN, Mask};
use crate::egress::{EgressError, IncomingResponse};

/// The bytes of a body that are shown.
const SHOWN_BYTES: usize = 256 * 1024;

/// A call as it went.
#[derive(Clone, Debug)]
pub struct Transcript {
    /// The request as sent.
    pub request: Sent,
    /// What became of it.
    pub outcome: Outcome,
    /// From the first byte sent to the last byte received.
    pub elapsed: Duration,
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
    /// The body as text.
    pub body: Option<String>,
}

/// What became of a request.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The service answered.
    Answered(Answer),
    /// It did not: what happened and what to do.
    Failed(String),
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
}

/// A body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// There was none.
    Empty,
    /// Text.
    Text {
        /// The text, JSON indented.
        text: String,
        /// Whether the rest was left out.
        truncated: bool,
    },
    /// Not text.
    Binary {
        /// The `Content-Type` given.
        content_type: String,
    },
}

impl Sent {
    pub(super) fn of(request: &PreparedRequest, mask: &Mask) -> Self {
        let header = |(name, value): &(String, String)| {
            let shown = if is_credential(name) {
                hidden_credential(value)
            } else {
                mask.hide(value)
            };
            (name.clone(), shown)
        };
        let content_type = request.header(CONTENT_TYPE.as_str()).unwrap_or_default();
        let body =
            request
                .body
                .as_deref()
                .map(|bytes| match Content::of(content_type, bytes, mask) {
                    Content::Text { text, .. } => text,
                    Content::Empty => String::new(),
                    Content::Binary { .. } => format!("({} bytes, not text)", bytes.len()),
                });
        Self {
            method: request.method.verb(),
            url: mask.hide(&request.url),
            headers: request.headers.iter().map(header).collect(),
            body,
        }
    }
}

fn is_credential(name: &str) -> bool {
    [
        "authorization",
        "proxy-authorization",
        "cookie",
        "set-cookie",
    ]
    .iter()
    .any(|known| known.eq_ignore_ascii_case(name))
}

/// The scheme of the credentials may be seen (`Basic`), they may not.
fn hidden_credential(value: &str) -> String {
    match value.split_once(' ') {
        Some((scheme, _))
            if scheme.bytes().all(|b| b.is_ascii_alphabetic()) && scheme.len() <= 10 =>
        {
            format!("{scheme} {HIDDEN}")
        }
        _ => HIDDEN.to_owned(),
    }
}

impl Outcome {
    pub(super) fn of(answer: Result<IncomingResponse, EgressError>, mask: &Mask) -> Self {
        match answer {
            Ok(response) => Self::Answered(Answer::of(&response, mask)),
            Err(error) => Self::Failed(mask.hide(&error.to_string())),
        }
    }

    /// The status of the answer.
    pub(super) fn status(&self) -> Option<u16> {
        match self {
            Self::Answered(answer) => Some(answer.status),
            Self::Failed(_) => None,
        }
    }
}

impl Answer {
    fn of(response: &IncomingResponse, mask: &Mask) -> Self {
        let content_type = response
            .headers
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        Self {
            status: response.status.as_u16(),
            reason: response.status.canonical_reason().unwrap_or_default(),
            headers: shown_headers(&response.headers, mask),
            content: Content::of(content_type, &response.body, mask),
            size: response.body.len(),
        }
    }
}

fn shown_headers(headers: &HeaderMap, mask: &Mask) -> Vec<(String, String)> {
    let shown = headers.iter().map(|(name, value)| {
        let text = if is_credential(name.as_str()) {
            HIDDEN.to_owned()
        } else {
            mask.hide(&String::from_utf8_lossy(value.as_bytes()))
        };
        (name.to_string(), text)
    });
    shown.collect()
}

impl Content {
    /// A body as people see it. Secrets are hidden before the text is cut, so that no half of one
    /// stays at the end.
    fn of(content_type: &str, bytes: &[u8], mask: &Mask) -> Self {
        if bytes.is_empty() {
            return Self::Empty;
        }
        let Some(text) = text_of(content_type, bytes) else {
            return Self::Binary {
                content_type: mask.hide(content_type),
            };
        };
        let may_be_json = is_json(content_type) || content_type.is_empty();
        let text = may_be_json
            .then(|| indented(&text))
            .flatten()
            .unwrap_or(text);
        let mut text = mask.hide(&text);
        let end = text.floor_char_boundary(SHOWN_BYTES);
        let truncated = end < text.len();
        text.truncate(end);
        Self::Text { text, truncated }
    }
}

fn essence(content_type: &str) -> String {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

fn is_json(content_type: &str) -> bool {
    let essence = essence(content_type);
    essence.ends_with("/json") || essence.ends_with("+json")
}

/// The text of a body; none when it is not text, or in a character set that is not read.
fn text_of(content_type: &str, bytes: &[u8]) -> Option<String> {
    let charset = content_type
        .to_ascii_lowercase()
        .split_once("charset=")
        .map(|(_, rest)| {
            rest.split(';')
                .next()
                .unwrap_or_default()
                .trim_matches([' ', '"'])
                .to_owned()
        });
    let strictly = || {
        let text = std::str::from_utf8(bytes).ok()?;
        (!text.contains('\0')).then(|| text.to_owned())
    };
    if !is_text(&essence(content_type)) {
        return strictly();
    }
    match charset.as_deref() {
        None | Some("" | "utf-8" | "utf8" | "us-ascii") => {
            let text = String::from_utf8_lossy(bytes);
            Some(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
        }
        Some("iso-8859-1" | "latin1" | "windows-1252") => {
            Some(bytes.iter().copied().map(char::from).collect())
        }
        Some(_) => None,
    }
}

fn is_text(essence: &str) -> bool {
    let (kind, subtype) = essence.split_once('/').unwrap_or((essence, ""));
    let named = [
        "json",
        "xml",
        "javascript",
        "x-www-form-urlencoded",
        "yaml",
        "x-yaml",
        "graphql",
        "sql",
    ];
    kind == "text"
        || named.contains(&subtype)
        || subtype.ends_with("+json")
        || subtype.ends_with("+xml")
}
