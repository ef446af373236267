//! From an operation and a maker's inputs to a request, without sending it.

mod address;
mod body;
mod encoding;
mod error;
mod internal;
mod prepare;
mod skeleton;
mod text;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::swagger::{Location, Method};

pub use encoding::percent_encoded;
pub use error::{At, RequestError};
pub use prepare::prepare;
pub use skeleton::skeleton;

pub(crate) use address::check_host;
pub(crate) use encoding::{written_path, written_query};

/// What a maker filled in for an operation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Inputs {
    /// The values, by location and name. A parameter that is not named here is not sent, unless
    /// it is required or internal and has a default.
    pub values: BTreeMap<Location, BTreeMap<String, Value>>,
}

impl Inputs {
    /// The value for a parameter; none where it is missing or `null`.
    #[must_use]
    pub fn get(&self, location: Location, name: &str) -> Option<&Value> {
        let value = self.values.get(&location)?.get(name)?;
        (!value.is_null()).then_some(value)
    }

    /// These inputs with one more.
    #[must_use]
    pub fn with(mut self, location: Location, name: &str, value: impl Into<Value>) -> Self {
        let named = self.values.entry(location).or_default();
        named.insert(name.to_owned(), value.into());
        self
    }
}

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
