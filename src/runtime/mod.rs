//! Runs a connector: prepares the request of an operation, authenticates it with a connection's
//! credentials, sends it through [`Egress`], and tells how it went with every secret masked.

mod authenticate;
mod indent;
mod mask;
mod transcript;

#[cfg(test)]
mod tests;

use std::time::Instant;

use reqwest::header::{HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use tenon_connector::Connector;
use tenon_connector::properties::Authentication;
use tenon_connector::request::{Inputs, PreparedRequest, RequestError, prepare};
use tenon_connector::swagger::OperationKey;
use thiserror::Error;
use url::Url;

use crate::egress::{self, Egress, OutgoingRequest};

pub use authenticate::Credentials;
pub use transcript::{Answer, Content, Outcome, Sent, Transcript};

use mask::Mask;

/// Why a call was not made: what is wrong and what to do.
#[derive(Debug, Error)]
pub enum CallError {
    /// No request can be made of the inputs.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// The connector authenticates in a way that test calls do not.
    #[error(
        "The connector authenticates by “{0}”, which test calls cannot do. Choose no authentication, basic authentication or an API key in the Security step."
    )]
    Unsupported(String),
    /// The connection has no value for what the connector asks.
    #[error("The connection has no value for “{0}”. Make a new connection with one.")]
    Lacking(String),
    /// The user name has a colon, which basic authentication cannot send.
    #[error(
        "The user name of the connection has a colon, which basic authentication cannot send. Make a new connection."
    )]
    Colon,
    /// A value cannot be sent as a header.
    #[error(
        "The value of “{0}” in the connection has a line break or another character that no header can hold. Make a new connection."
    )]
    Unsendable(String),
    /// The definition names no header or query parameter for the API key.
    #[error(
        "“{0}” cannot be the name under which the API key is sent. Correct it in the Security step."
    )]
    KeyName(String),
    /// The URL cannot be read.
    #[error(
        "The address that the definition makes is not a URL: {0}. Correct host, base URL or path."
    )]
    Url(String),
}

/// Runs an operation of a connector.
///
/// # Errors
/// When there is no request to send. A request that was sent and failed is an [`Outcome`].
pub async fn call(
    egress: &Egress,
    connector: &Connector,
    operation: &OperationKey,
    inputs: &Inputs,
    credentials: &Credentials,
) -> Result<Transcript, CallError> {
    let mut prepared = prepare(connector.definition(), operation, inputs)?;
    let authentication = Authentication::of(connector);
    let carrier = authenticate::add(&mut prepared, &authentication, credentials)?;
    let mask = Mask::of(connector, &authentication, credentials);
    let request = outgoing(&mut prepared, carrier)?;
    let sent = Sent::of(&prepared, &mask);
    let host = request.url.host_str().unwrap_or_default().to_owned();
    let begin = Instant::now();
    let answer = egress.send(request).await;
    let elapsed = begin.elapsed();
    let outcome = Outcome::of(answer, &mask);
    tracing::info!(host, ?elapsed, answered = outcome.status(), "test call");
    Ok(Transcript {
        request: sent,
        outcome,
        elapsed,
    })
}

/// The request as egress takes it. What egress would add by itself is added here, so that the
/// transcript tells it.
fn outgoing(
    prepared: &mut PreparedRequest,
    carrier: Option<HeaderName>,
) -> Result<OutgoingRequest, CallError> {
    if prepared.header(USER_AGENT.as_str()).is_none() {
        let agent = ("User-Agent".to_owned(), egress::USER_AGENT.to_owned());
        prepared.headers.insert(0, agent);
    }
    let url = Url::parse(&prepared.url).map_err(|error| CallError::Url(error.to_string()))?;
    let mut headers = HeaderMap::new();
    for (name, value) in &prepared.headers {
        let unsendable = || CallError::Unsendable(name.clone());
        let key = HeaderName::from_bytes(name.as_bytes()).map_err(|_| unsendable())?;
        let value = HeaderValue::from_bytes(value.as_bytes()).map_err(|_| unsendable())?;
        headers.append(key, value);
    }
    let method = reqwest::Method::from_bytes(prepared.method.verb().as_bytes())
        .map_err(|error| CallError::Url(error.to_string()))?;
    Ok(OutgoingRequest {
        method,
        url,
        headers,
        body: prepared.body.clone(),
        credentials: carrier.into_iter().collect(),
    })
}
