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
    /// The certificate is of nobody who is trusted.
    #[error("{}", t::untrusted_certificate(host))]
    Untrusted {
        /// The host.
        host: String,
    },
    /// The certificate is for other names.
    #[error("{}", t::certificate_of_another(host))]
    WrongName {
        /// The host.
        host: String,
    },
    /// The certificate does not hold any more, or not yet.
    #[error("{}", t::certificate_out_of_date(host))]
    OutOfDate {
        /// The host.
        host: String,
    },
    /// What answered does not speak TLS.
    #[error("{}", t::no_tls(host))]
    NoTls {
        /// The host.
        host: String,
    },
    /// No secure connection came about, for another reason.
    #[error("{}", t::tls_failed(host, detail))]
    Tls {
        /// The host.
        host: String,
        /// What the two sides said.
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
    /// The body is not packed as its header says.
    #[error("{}", t::not_unpacked(host, detail))]
    Packed {
        /// The host.
        host: String,
        /// What is wrong with it.
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
        // A body that breaks off is also said to be undecodable, but with the error of the connection as its cause.
        let is_packing =
            error.is_decode() && source.is_some_and(|cause| cause.is::<std::io::Error>());
        let mut detail = String::new();
        while let Some(cause) = source {
            if let Some(refusal) = cause.downcast_ref::<Refusal>() {
                return Self::refused(refusal.clone());
            }
            if let Some(unknown) = cause.downcast_ref::<Unknown>() {
                return Self::Unknown(unknown.host.clone());
            }
            if let Some(fault) = of_tls(cause) {
                return Self::of_tls(fault, host);
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
        } else if is_packing {
            Self::Packed { host, detail }
        } else {
            Self::Broken { host, detail }
        }
    }

    pub(super) fn of_tls(fault: &rustls::Error, host: &str) -> Self {
        use rustls::{CertificateError as Certificate, Error as Tls};
        let host = host.to_owned();
        match fault {
            Tls::InvalidCertificate(why) => match why {
                Certificate::NotValidForName | Certificate::NotValidForNameContext { .. } => {
                    Self::WrongName { host }
                }
                Certificate::Expired
                | Certificate::ExpiredContext { .. }
                | Certificate::NotValidYet
                | Certificate::NotValidYetContext { .. } => Self::OutOfDate { host },
                Certificate::UnknownIssuer => Self::Untrusted { host },
                // What signs itself as an authority is no certificate of a service; the verifier has no name for that.
                other if other.to_string().contains("CaUsedAsEndEntity") => {
                    Self::Untrusted { host }
                }
                other => Self::Tls {
                    host,
                    detail: other.to_string(),
                },
            },
            Tls::InvalidMessage(_) => Self::NoTls { host },
            other => Self::Tls {
                host,
                detail: other.to_string(),
            },
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

/// The error of TLS that a cause is, or wraps: errors of input and output do not name theirs as a source, and the client
/// wraps one in another.
fn of_tls<'e>(cause: &'e (dyn std::error::Error + 'static)) -> Option<&'e rustls::Error> {
    let mut cause = cause;
    while let Some(wrapped) = cause
        .downcast_ref::<std::io::Error>()
        .and_then(std::io::Error::get_ref)
    {
        cause = wrapped;
    }
    cause.downcast_ref()
}
