//! How calls carry a token, where a service wants it otherwise than RFC 6750 says.

use serde::{Deserialize, Serialize};

/// The header that holds a token, and what stands before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TokenCarrier {
    /// The name of the header.
    pub header: String,
    /// What stands before the token, parted from it by a space; empty for nothing.
    pub prefix: String,
}

impl Default for TokenCarrier {
    /// As RFC 6750 (section 2.1) has it.
    fn default() -> Self {
        Self {
            header: "Authorization".to_owned(),
            prefix: "Bearer".to_owned(),
        }
    }
}

impl TokenCarrier {
    /// The value of the header for a token.
    #[must_use]
    pub fn value(&self, token: &str) -> String {
        match self.prefix.as_str() {
            "" => token.to_owned(),
            prefix => format!("{prefix} {token}"),
        }
    }
}
