//! Runs a connector: prepares the request of an operation, authenticates it with a connection's
//! credentials, sends it through [`Egress`], and tells how it went with every secret masked.

mod authenticate;
mod indent;
mod mask;
mod policies;
mod run;
mod transcript;
mod values;

#[cfg(test)]
mod tests;

use tenon_connector::Connector;
use tenon_connector::policy::run::{Call, PolicyError};
use tenon_connector::properties::Authentication;
use tenon_connector::request::{Inputs, RequestError, prepare};
use tenon_connector::swagger::OperationKey;
use thiserror::Error;

use crate::egress::Egress;

pub use authenticate::Credentials;
pub use transcript::{Answer, Content, Course, Exchange, Outcome, Poll, Sent, Transcript};

use mask::Mask;
use policies::plan;
use run::Run;
use values::Values;

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
    /// Policies that are for the operation cannot be read.
    #[error("{}", all(.0))]
    Policies(Vec<PolicyError>),
}

/// Several errors, each a line.
fn all(errors: &[PolicyError]) -> String {
    let lines: Vec<_> = errors.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

/// Runs an operation of a connector.
///
/// # Errors
/// When there is no request to send, or its policies cannot be read. A request that was sent and failed is an
/// [`Outcome`], a policy that failed is in the [`Transcript`].
pub async fn call(
    egress: &Egress,
    connector: &Connector,
    operation: &OperationKey,
    inputs: &Inputs,
    credentials: &Credentials,
) -> Result<Transcript, CallError> {
    let mut prepared = prepare(connector.definition(), operation, inputs)?;
    let authentication = Authentication::of(connector);
    authenticate::add(&mut prepared, &authentication, credentials)?;
    let mask = Mask::of(connector, &authentication, credentials);
    let values = Values::new(connector, credentials);
    let definition = connector.definition();
    Run {
        egress,
        plan: plan(connector, operation)?,
        call: &Call::new(definition, operation, &prepared, &values),
        mask,
    }
    .run(prepared)
    .await
}
