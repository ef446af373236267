//! From an operation and a maker's inputs to a request, without sending it.

mod address;
mod body;
mod check;
pub mod choices;
mod connection_test;
mod curl;
mod encoding;
mod error;
pub mod form;
mod given;
mod inputs;
mod internal;
mod media;
mod multipart;
mod prepare;
mod secrets;
mod skeleton;
pub mod supplied_schema;
pub mod supply;
mod text;
pub mod tree;
mod xml;

#[cfg(test)]
mod tests;

use crate::swagger::Method;

pub use check::{Fault, InputFault, check_inputs, faults};
pub use connection_test::ConnectionTest;
pub use curl::curl;
pub use encoding::percent_encoded;
pub use error::{At, RequestError};
pub use inputs::{Checked, InputFile, Inputs};
pub use prepare::prepare;
pub use secrets::secret_inputs;
pub use skeleton::skeleton;

pub(crate) use address::check_host;
pub(crate) use encoding::{written_path, written_query};
pub(crate) use media::{covers, is_json, is_xml};
pub(crate) use text::described;

/// A request that is ready to be authenticated and sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparedRequest {
    /// The verb.
    pub method: Method,
    /// The whole URL, percent-encoded: ASCII as RFC 3986 allows it.
    pub url: String,
    /// The headers, in the order in which they are sent. No value holds a control character.
    pub headers: Vec<(String, String)>,
    /// The body. Its `Content-Type` is among the headers.
    pub body: Option<Vec<u8>>,
}

impl PreparedRequest {
    /// The first header of this name, in any letter case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut named = self
            .headers
            .iter()
            .filter(|(own, _)| own.eq_ignore_ascii_case(name));
        named.next().map(|(_, value)| value.as_str())
    }
}
