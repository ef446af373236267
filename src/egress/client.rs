//! The HTTP client, and the only place that makes one.

use std::sync::Arc;
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder};

use super::phases::TimedConnector;
use super::resolver::{Directory, GuardedResolver};
use super::rules::EgressRules;
use super::tls::provider;
use super::{EgressError, Limits, Roots};

/// How long a connection is kept for the next call to the same scheme, host and port. Its address was checked when it
/// was made, and the rules stay as they are while the server runs. Services end idle connections from two seconds on
/// (gunicorn; Node.js from five), and a call on one that ends at that moment fails, so it is used no longer than half of
/// that.
const IDLE: Duration = Duration::from_secs(1);

/// The most connections that are kept for one host.
const MOST_IDLE: usize = 128;

/// A client that follows nothing, retries nothing, knows no proxy, keeps connections for a moment and
/// resolves names through the guard.
pub(super) fn client(
    rules: Arc<EgressRules>,
    directory: Arc<dyn Directory>,
    limits: &Limits,
    roots: &Roots,
) -> Result<Client, EgressError> {
    // A second call finds the provider in place, which is as good.
    let _ = provider().install_default();
    let resolver = Arc::new(GuardedResolver { rules, directory });
    let trusting = builder(Arc::clone(&resolver), limits).tls_certs_merge(roots.certificates());
    let built = trusting.build();
    let built = built.or_else(|error| {
        // Without trusted certificates on the machine, http, the sample and what the settings trust still work.
        tracing::warn!(
            cause = %error.without_url(),
            "no trusted certificates found on the machine: https calls will fail but to those of TENON_EGRESS_CA; install ca-certificates"
        );
        builder(resolver, limits)
            .tls_certs_only(roots.certificates())
            .build()
    });
    built.map_err(|error| EgressError::Client(error.without_url().to_string()))
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the client that everything else goes through"
)]
fn builder(resolver: Arc<GuardedResolver>, limits: &Limits) -> ClientBuilder {
    let header_bytes = u32::try_from(limits.headers).unwrap_or(u32::MAX);
    Client::builder()
        .user_agent(super::USER_AGENT)
        .redirect(Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .no_proxy()
        .pool_max_idle_per_host(MOST_IDLE)
        .pool_idle_timeout(IDLE)
        .connect_timeout(limits.connect)
        .http2_max_header_list_size(header_bytes)
        .dns_resolver(resolver)
        .connector_layer(tower::layer::layer_fn(TimedConnector))
}
