//! Why a call did not go out, or did not come back.

use std::error::Error as _;
use std::net::IpAddr;

use thiserror::Error;

use super::address::Closed;
use super::resolver::{Refusal, Unknown};

/// Why there is no answer: what happened and what to do. No message holds a URL's path or query.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EgressError {
    /// The URL is none.
    #[error("The address is not a URL that can be called: {0}.")]
    Url(String),
    /// Neither http nor https.
    #[error("The call would go to a “{0}” address. Calls use https or http.")]
    Scheme(String),
    /// The URL has a user name or password.
    #[error(
        "The address holds a user name or password. Put credentials into a connection instead."
    )]
    UserInfo,
    /// The address is closed.
    #[error(
        "Tenon did not call {host}: its address {address} is {kind}, which is closed to calls. If the service is meant to be there, an administrator can open it with the setting TENON_EGRESS_ALLOW, by host ({host}) or by range ({address})."
    )]
    Refused {
        /// The host.
        host: String,
        /// The address.
        address: IpAddr,
        /// What it is.
        kind: Closed,
    },
    /// The name is unknown.
    #[error(
        "There is no address for {0}. Check the host in the General step, and that the server can reach the network."
    )]
    Unknown(String),
    /// Redirected too often.
    #[error("The service redirected the call more than {0} times. Check the address for a loop.")]
    Redirects(usize),
    /// Redirected to nowhere.
    #[error("The service redirected the call to an address that cannot be read.")]
    Redirect,
    /// Nobody answers there.
    #[error("No connection to {host}: {detail}. Check host and port, and that the service is up.")]
    Connect {
        /// The host.
        host: String,
        /// What the network said.
        detail: String,
    },
    /// The service did not answer in time.
    #[error("The service did not begin to answer within {0} seconds.")]
    Silent(u64),
    /// The answer took too long.
    #[error("The call took longer than {0} seconds and was ended.")]
    Slow(u64),
    /// The answer is too large.
    #[error("The response is larger than {0} MiB, the most that is read.")]
    Large(usize),
    /// The headers are too large.
    #[error("The headers of the response are larger than {0} KiB, the most that is read.")]
    Headers(usize),
    /// The answer broke off or is no HTTP.
    #[error("The exchange with {host} broke off: {detail}.")]
    Broken {
        /// The host.
        host: String,
        /// What happened.
        detail: String,
    },
    /// No secure connection can be made at all.
    #[error("The HTTP client cannot be set up: {0}.")]
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
            let detail = "it did not take the connection in time".to_owned();
            return Self::Connect { host, detail };
        }
        if detail.is_empty() {
            detail = "the connection ended".to_owned();
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
