//! What can go wrong between a page and the server, in words for the person at the page.

use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An answer that is not the one that was asked for. The message says what happened and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[error("{message}")]
pub struct AppError {
    /// What kind of failure it is; decides the HTTP status.
    pub kind: ErrorKind,
    /// What happened, where, and what to do.
    pub message: String,
    /// The field of the form that is at fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The place in a file that is at fault: line and column, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<(usize, usize)>,
    /// The id under which the server's log has the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// Kinds of [`AppError`], as HTTP has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ErrorKind {
    /// 400: the input does not fit.
    Invalid,
    /// 401: nobody is signed in.
    SignedOut,
    /// 403: the person may not do this.
    Forbidden,
    /// 404: there is no such thing, or the person may not know of it.
    NotFound,
    /// 409: it clashes with what is there now.
    Conflict,
    /// 413: it is over a size bound.
    TooLarge,
    /// 429: too many attempts.
    TooMany,
    /// 502: the upstream service, or the way to it, failed.
    Upstream,
    /// 500: Tenon's own fault.
    Internal,
    /// The server could not be reached or did not answer in its own language.
    Offline,
}

impl ErrorKind {
    /// What happened, as a heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Invalid => "This was not accepted",
            Self::SignedOut => "You are signed out",
            Self::Forbidden => "You may not do this",
            Self::NotFound => "Not found",
            Self::Conflict => "Something changed meanwhile",
            Self::TooLarge => "Too large",
            Self::TooMany => "Too many attempts",
            Self::Upstream => "The service could not be reached",
            Self::Internal => "Tenon has a fault",
            Self::Offline => "The server does not answer",
        }
    }

    /// The HTTP status code.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            Self::Invalid => 400,
            Self::SignedOut => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::Conflict => 409,
            Self::TooLarge => 413,
            Self::TooMany => 429,
            Self::Internal => 500,
            Self::Upstream => 502,
            Self::Offline => 503,
        }
    }
}

impl AppError {
    /// An error of a kind.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            field: None,
            place: None,
            request_id: None,
        }
    }

    /// Input that does not fit.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Invalid, message)
    }

    /// Something that is not there.
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::NotFound, message)
    }

    /// A fault of Tenon's own.
    pub fn internal(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Internal, message)
    }

    /// This error, for a field of the form.
    #[must_use]
    pub fn on(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// This error, at a line and column of a file.
    #[must_use]
    pub fn at(mut self, line: usize, column: usize) -> Self {
        self.place = Some((line, column));
        self
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) => {
                crate::line::note_silence();
                Self::new(
                    ErrorKind::Offline,
                    "The server cannot be reached. Your work is kept in this browser; try again when the line is back.",
                )
            }
            ServerFnErrorErr::Args(detail) | ServerFnErrorErr::MissingArg(detail) => Self::invalid(
                format!("The server did not understand the request: {detail}. Reload the page."),
            ),
            other => Self::new(
                ErrorKind::Offline,
                format!(
                    "The server's answer could not be read ({other}). Reload the page and try again."
                ),
            ),
        }
    }
}
