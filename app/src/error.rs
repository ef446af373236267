//! What can go wrong between a page and the server, in words for the person at the page.

use crate::texts::frame as t;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};
use tenon_connector::read::Refusal;
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
            Self::Invalid => t::this_was_not_accepted(),
            Self::SignedOut => t::you_are_signed_out(),
            Self::Forbidden => t::you_may_not_do_this(),
            Self::NotFound => t::not_found(),
            Self::Conflict => t::something_changed_meanwhile(),
            Self::TooLarge => t::too_large(),
            Self::TooMany => t::too_many_attempts(),
            Self::Upstream => t::the_service_could_not_be_reached(),
            Self::Internal => t::tenon_has_a_fault(),
            Self::Offline => t::the_server_does_not_answer(),
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

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        Self {
            place: refusal.place,
            ..Self::invalid(crate::texts::findings::of_import(&refusal.message))
        }
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
                    t::the_server_cannot_be_reached_your_work(),
                )
            }
            ServerFnErrorErr::Args(detail) | ServerFnErrorErr::MissingArg(detail) => {
                Self::invalid(t::the_server_did_not_understand_the_request(&detail))
            }
            other => Self::new(
                ErrorKind::Offline,
                t::the_servers_answer_could_not_be_read(&other),
            ),
        }
    }
}
