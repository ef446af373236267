//! The only way out: every request that Tenon makes of other services goes through [`Egress`].
//!
//! It refuses addresses that are not the public internet unless an administrator allowed them,
//! follows redirects itself and checks each hop, and bounds time and size.

mod address;
mod client;
mod error;
mod exchange;
mod open;
mod phases;
mod redirect;
mod resolver;
mod roots;
mod rules;
mod tls;

#[cfg(test)]
mod tests;

use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use reqwest::header::{HeaderMap, HeaderName};
use reqwest::{Client, Method, StatusCode};
use url::{Host, Url};

pub use address::Closed;
pub use error::EgressError;
pub use open::OpenResponse;
pub use phases::Phases;
pub use redirect::{Carried, Hop};
pub use resolver::{Addresses, Directory};
pub use roots::{Roots, RootsError};
pub use rules::{EgressRules, RuleError};

use phases::Clock;
use resolver::{Refusal, SystemDirectory};

/// A host that Tenon answers itself, without a socket. Its name ends in `.invalid`, which RFC 2606
/// keeps from ever being anybody's.
pub const INTERNAL_HOST: &str = "sample.tenon.invalid";

/// How Tenon names itself to services.
pub const USER_AGENT: &str = concat!("Tenon/", env!("CARGO_PKG_VERSION"));

/// How long and how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For a connection to be made.
    pub connect: Duration,
    /// For the first byte of the answer.
    pub first_byte: Duration,
    /// For everything, redirects included.
    pub whole: Duration,
    /// The bytes of the body, decompressed.
    pub body: usize,
    /// The bytes of the headers.
    pub headers: usize,
    /// How many redirects are followed.
    pub redirects: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            first_byte: Duration::from_secs(30),
            whole: Duration::from_secs(60),
            body: 10 * 1024 * 1024,
            headers: 64 * 1024,
            redirects: 5,
        }
    }
}

/// A request to send.
#[derive(Clone, Debug)]
pub struct OutgoingRequest {
    /// The verb.
    pub method: Method,
    /// Where to.
    pub url: Url,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Option<Vec<u8>>,
    /// Headers that carry credentials: they are not sent on when a redirect leads to another origin.
    pub credentials: Vec<HeaderName>,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct IncomingResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, decompressed.
    pub body: Vec<u8>,
    /// How long each part of the exchange took.
    pub phases: Phases,
}

/// What came back, and what kept the rest of it.
#[derive(Clone, Debug)]
pub struct Received {
    /// What came; of the body, what there is before the fault.
    pub response: IncomingResponse,
    /// Why the body is not whole; none where it is.
    pub cut: Option<EgressError>,
}

impl Received {
    /// The response, if its body is whole.
    ///
    /// # Errors
    /// What kept the rest of the body.
    pub fn whole(self) -> Result<IncomingResponse, EgressError> {
        self.cut.map_or(Ok(self.response), Err)
    }
}

/// The way out.
#[derive(Clone)]
pub struct Egress {
    rules: Arc<EgressRules>,
    client: Client,
    internal: Option<Router>,
    limits: Limits,
}

impl Egress {
    /// The way out under these rules. `internal` answers for [`INTERNAL_HOST`].
    ///
    /// # Errors
    /// When the HTTP client cannot be set up.
    pub fn new(rules: EgressRules, internal: Option<Router>) -> Result<Self, EgressError> {
        Self::trusting(rules, internal, &Roots::default())
    }

    /// [`Egress::new`], which trusts more certification authorities than the machine does.
    ///
    /// # Errors
    /// When the HTTP client cannot be set up.
    pub fn trusting(
        rules: EgressRules,
        internal: Option<Router>,
        roots: &Roots,
    ) -> Result<Self, EgressError> {
        let directory = Arc::new(SystemDirectory);
        Self::made(rules, internal, Limits::default(), directory, roots)
    }

    /// [`Egress::new`] with other limits and another directory of names.
    ///
    /// # Errors
    /// When the HTTP client cannot be set up.
    pub fn with_directory(
        rules: EgressRules,
        internal: Option<Router>,
        limits: Limits,
        directory: Arc<dyn Directory>,
    ) -> Result<Self, EgressError> {
        Self::made(rules, internal, limits, directory, &Roots::default())
    }

    fn made(
        rules: EgressRules,
        internal: Option<Router>,
        limits: Limits,
        directory: Arc<dyn Directory>,
        roots: &Roots,
    ) -> Result<Self, EgressError> {
        let rules = Arc::new(rules);
        let client = client::client(Arc::clone(&rules), directory, &limits, roots)?;
        Ok(Self {
            rules,
            client,
            internal,
            limits,
        })
    }

    /// The same way out with other limits. With no redirects, one that leads elsewhere is the answer.
    #[must_use]
    pub fn within(&self, limits: Limits) -> Self {
        Self {
            limits,
            ..self.clone()
        }
    }

    /// Sends a request, follows redirects, and reads the answer to its end.
    ///
    /// # Errors
    /// When an address is closed, nobody answers, or a bound is passed.
    pub async fn send(&self, request: OutgoingRequest) -> Result<IncomingResponse, EgressError> {
        let received = self.receive(request, &mut Vec::new()).await;
        received.and_then(Received::whole)
    }

    /// [`Egress::send`], which also tells status and headers of an answer whose body does not come to its end. Each
    /// redirect is added to `hops`, whatever comes of the call: one more than are followed at most.
    ///
    /// # Errors
    /// When an address is closed, nobody answers, or a bound is passed before the body.
    pub async fn receive(
        &self,
        request: OutgoingRequest,
        hops: &mut Vec<Hop>,
    ) -> Result<Received, EgressError> {
        let clock = Arc::new(Clock::default());
        let begin = Instant::now();
        let opening = self.in_time(exchange::open(self, request, hops));
        let mut response = clock.over(opening).await?;
        let opened = begin.elapsed();
        let left = self.limits.whole.saturating_sub(opened);
        let mut body = Vec::new();
        let read = tokio::time::timeout(left, response.read_all(&mut body)).await;
        let read = read.unwrap_or(Err(EgressError::Slow(self.limits.whole.as_secs())));
        Ok(Received {
            response: IncomingResponse {
                status: response.status,
                headers: response.headers,
                body,
                phases: clock.phases(opened, begin.elapsed().saturating_sub(opened)),
            },
            cut: read.err(),
        })
    }

    /// Sends a request and follows redirects; the body of the answer is read by whoever asked.
    ///
    /// # Errors
    /// When an address is closed, nobody answers, or a bound is passed.
    pub async fn open(&self, request: OutgoingRequest) -> Result<OpenResponse, EgressError> {
        let mut hops = Vec::new();
        self.in_time(exchange::open(self, request, &mut hops)).await
    }

    async fn in_time<T>(
        &self,
        work: impl Future<Output = Result<T, EgressError>>,
    ) -> Result<T, EgressError> {
        let seconds = self.limits.whole.as_secs();
        let done = tokio::time::timeout(self.limits.whole, work).await;
        done.unwrap_or(Err(EgressError::Slow(seconds)))
    }

    /// Whether Tenon itself answers at a URL.
    fn is_internal(&self, url: &Url) -> bool {
        self.internal.is_some() && url.host_str() == Some(INTERNAL_HOST)
    }

    /// Checks what can be checked before a name is looked up. Literal addresses never reach the
    /// resolver, so they are checked here.
    fn check(&self, url: &Url) -> Result<(), EgressError> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(EgressError::Scheme(url.scheme().to_owned()));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(EgressError::UserInfo);
        }
        let address = match url.host() {
            Some(Host::Ipv4(address)) => IpAddr::V4(address),
            Some(Host::Ipv6(address)) => IpAddr::V6(address),
            Some(Host::Domain(_)) => return Ok(()),
            None => return Err(EgressError::Url("it has no host".to_owned())),
        };
        let host = address.to_string();
        self.rules.check(&host, address).map_err(|kind| {
            EgressError::refused(Refusal {
                host,
                address,
                kind,
            })
        })
    }
}
