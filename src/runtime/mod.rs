//! Runs a connector: prepares the request of an operation, authenticates it with a connection's
//! credentials, sends it through [`Egress`], and tells how it went with every secret masked.

mod authenticate;
mod caller;
mod content;
mod file_name;
mod indent;
mod mask;
pub mod oauth;
mod policies;
mod redirect;
mod run;
mod transcript;
mod values;
mod verdict;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use tenon_connector::Connector;
use tenon_connector::policy::run::{Call, PolicyError};
use tenon_connector::request::{Inputs, PreparedRequest, RequestError, prepare, secret_inputs};
use tenon_connector::security::Way;
use tenon_connector::swagger::OperationKey;
use thiserror::Error;

use crate::egress::Egress;
use crate::texts::calls as t;

pub use authenticate::Credentials;
pub use caller::{Caller, Waiting};
pub use content::{Content, Handed};
pub use redirect::Redirect;
pub use transcript::{Answer, Course, Exchange, Outcome, Poll, Sent, Standing, Transcript};
pub use verdict::{Mending, Verdict};

use mask::Mask;
use policies::plan;
use run::Run;
use values::Values;

/// Why a call was not made: what is wrong and what to do.
#[derive(Debug, Error)]
pub enum CallError {
    /// No request can be made of the inputs.
    #[error("{}", tenon_app::of_call(&.0.message()))]
    Request(#[from] RequestError),
    /// The connector authenticates in a way that test calls do not.
    #[error("{}", t::unsupported_authentication(.0))]
    Unsupported(String),
    /// The connection has no value for what the connector asks.
    #[error("{}", t::connection_lacks(.0))]
    Lacking(String),
    /// The user name has a colon, which basic authentication cannot send.
    #[error("{}", t::user_name_has_a_colon())]
    Colon,
    /// A value cannot be sent as a header.
    #[error("{}", t::value_cannot_be_sent(.0))]
    Unsendable(String),
    /// The definition names no header or query parameter for the API key.
    #[error("{}", t::not_a_name_of_a_key(.0))]
    KeyName(String),
    /// The URL cannot be read.
    #[error("{}", t::not_a_url(.0))]
    Url(String),
    /// A policy failed where nothing but the request was asked for.
    #[error("{0}")]
    Stopped(String),
    /// The body does not fit a command line.
    #[error("{}", t::too_long_for_a_command())]
    Long,
    /// Policies that are for the operation cannot be read.
    #[error("{}", all(.0))]
    Policies(Vec<PolicyError>),
}

/// Several errors, each a line.
fn all(errors: &[PolicyError]) -> String {
    let lines: Vec<_> = errors.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

/// An operation to run, of a connector, with the credentials of a connection.
#[derive(Clone, Copy, Debug)]
pub struct Operation<'a> {
    /// The connector.
    pub connector: &'a Arc<Connector>,
    /// Which of its operations.
    pub key: &'a OperationKey,
    /// What is filled in for it.
    pub inputs: &'a Inputs,
    /// The way to authenticate that the credentials are for.
    pub way: Way,
    /// The credentials.
    pub credentials: &'a Credentials,
    /// Who waits for it.
    pub caller: &'a Caller,
}

/// Runs an operation.
///
/// # Errors
/// When there is no request to send. A request that was sent and failed is an [`Outcome`]; a policy that failed or cannot
/// be read is in the [`Transcript`].
pub async fn call(egress: &Egress, operation: Operation<'_>) -> Result<Transcript, CallError> {
    let values = Values::new(operation.connector, operation.way, operation.credentials);
    let prepared = operation.prepared()?;
    let call = operation.call(&prepared, &values);
    match operation.run(egress, &call) {
        Err(CallError::Policies(errors)) => Ok(Transcript {
            policies: Vec::new(),
            course: Course::Stopped(all(&errors)),
            standing: None,
            may_keep_inputs: !operation.mask().finds_in(operation.inputs),
        }),
        run => run?.run(prepared).await,
    }
}

/// The request of an operation as a command line of curl, with its secrets: for nobody but the owner of the
/// connection.
///
/// # Errors
/// When there is no request to send, a policy fails, or the body is too long.
pub async fn command_line(egress: &Egress, operation: Operation<'_>) -> Result<String, CallError> {
    let values = Values::new(operation.connector, operation.way, operation.credentials);
    let prepared = operation.prepared()?;
    let call = operation.call(&prepared, &values);
    operation.run(egress, &call)?.command(prepared).await
}

impl<'a> Operation<'a> {
    /// The request with its authentication, before its policies.
    fn prepared(&self) -> Result<PreparedRequest, CallError> {
        let mut prepared = prepare(self.connector.definition(), self.key, self.inputs)?;
        let authentication = self.way.authentication(self.connector);
        authenticate::add(&mut prepared, &authentication, self.credentials)?;
        Ok(prepared)
    }

    fn call<'c>(&self, prepared: &PreparedRequest, values: &'c Values<'_>) -> Call<'c> {
        Call::new(self.connector.definition(), self.key, prepared, values)
    }

    fn run(self, egress: &'a Egress, call: &'a Call<'a>) -> Result<Run<'a>, CallError> {
        Ok(Run {
            egress,
            plan: plan(self.connector, self.key)?,
            call,
            connector: self.connector,
            operation: self.key,
            mask: self.mask(),
            inputs: self.inputs,
            caller: self.caller,
        })
    }

    /// Hides the secrets of the connection, and what is filled in that the definition calls a password.
    fn mask(&self) -> Mask {
        let filled_in = secret_inputs(self.connector.definition(), self.key, self.inputs);
        let authentication = self.way.authentication(self.connector);
        let parameters = self.way.parameters(self.connector);
        Mask::of(&parameters, &authentication, self.credentials)
            .and(filled_in.iter().map(String::as_str))
    }
}
