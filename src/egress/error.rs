//! Why a call did not go out, or did not come back.

use std::error::Error as _;
use std::net::IpAddr;

use thiserror::Error;

use super::address::Closed;
use super::resolver::{Refusal, Unknown};
use crate::texts::egress as t;

/// Why there is no answer: what happened and what to do. No message holds a URL's path or query.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EgressError {
    /// The URL is none.
    #[error("{}", t::not_a_url(.0))]
    Url(String),
    /// Neither http nor https.
    #[error("{}", t::not_a_scheme(.0))]
    Scheme(String),
    /// The URL has a user name or password.
    #[error("{}", t::user_in_address())]
    UserInfo,
    /// The address is closed.
    #[error("{}", t::closed(host, address, kind))]
    Refused {
        /// The host.
        host: String,
        /// The address.
        address: IpAddr,
        /// What it is.
        kind: Closed,
    },
    /// The name is unknown.
    #[error("{}", t::no_address(.0))]
    Unknown(String),
    /// Redirected too often.
    #[error("{}", t::too_many_redirects(.0))]
    Redirects(usize),
    /// Redirected to nowhere.
    #[error("{}", t::unreadable_redirect())]
    Redirect,
    /// Nobody answers there.
    #[error("{}", t::no_connection(host, detail))]
    Connect {
        /// The host.
        host: String,
        /// What the network said.
        detail: String,
    },
    /// The service did not answer in time.
    #[error("{}", t::silent(.0))]
    Silent(u64),
    /// The answer took too long.
    #[error("{}", t::slow(.0))]
    Slow(u64),
    /// The answer is too large.
    #[error("{}", t::too_large(.0))]
    Large(usize),
    /// The headers are too large.
    #[error("{}", t::headers_too_large(.0))]
    Headers(usize),
    /// The answer broke off or is no HTTP.
    #[error("{}", t::broke_off(host, detail))]
    Broken {
        /// The host.
        host: String,
        /// What happened.
        detail: String,
    },
    /// Nobody waits for the answer any more.
    #[error("{}", t::cancelled())]
    Cancelled,
    /// No secure connection can be made at all.
    #[error("{}", t::no_client(.0))]
    Client(String),
}

impl EgressError {
    /// What a failed exchange with `host` means.
    pub(super) fn of(error: &reqwest::Error, host: &str) -> Self {
        let mut source = error.source();
        let mut detail = String::new();
        while let Some(cause) = source {
            if let Some(refusal) = cause.downcast_ref::<Refusal>() {
                return Self::refused(refusal.clone());
            }
            if let Some(unknown) = cause.downcast_ref::<Unknown>() {
                return Self::Unknown(unknown.host.clone());
            }
            detail = cause.to_string();
            source = cause.source();
        }
        let host = host.to_owned();
        if error.is_connect() && error.is_timeout() {
            let detail = t::not_in_time().to_owned();
            return Self::Connect { host, detail };
        }
        if detail.is_empty() {
            detail = t::connection_ended().to_owned();
        }
        if error.is_connect() {
            Self::Connect { host, detail }
        } else {
            Self::Broken { host, detail }
        }
    }

    pub(super) fn refused(refusal: Refusal) -> Self {
        Self::Refused {
            host: refusal.host,
            address: refusal.address,
            kind: refusal.kind,
        }
    }
}
