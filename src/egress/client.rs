//! The HTTP client, and the only place that makes one.

use std::sync::Arc;

use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder};

use super::phases::TimedConnector;
use super::resolver::{Directory, GuardedResolver};
use super::rules::EgressRules;
use super::{EgressError, Limits};

/// A client that follows nothing, retries nothing, knows no proxy, keeps no connection and resolves
/// names through the guard.
pub(super) fn client(
    rules: Arc<EgressRules>,
    directory: Arc<dyn Directory>,
    limits: &Limits,
) -> Result<Client, EgressError> {
    // A second call finds the provider in place, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let resolver = Arc::new(GuardedResolver { rules, directory });
    let built = builder(Arc::clone(&resolver), limits).build();
    let built = built.or_else(|error| {
        // Without trusted certificates on the machine, http and the sample still work.
        tracing::warn!(
            cause = %error.without_url(),
            "no trusted certificates found: https calls will fail; install ca-certificates"
        );
        builder(resolver, limits).tls_certs_only([]).build()
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
        .pool_max_idle_per_host(0)
        .connect_timeout(limits.connect)
        .http2_max_header_list_size(header_bytes)
        .dns_resolver(resolver)
        .connector_layer(tower::layer::layer_fn(TimedConnector))
}
