//! What the Security step asks of the server: identity providers, client secrets, the redirect URL.

use std::fmt;

use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};
use tenon_connector::security::Provider;

use crate::error::AppError;

/// That a client secret is kept; never the secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptSecret {
    /// What it is for, as the OAuth settings say it: [`tenon_connector::security::oauth::OAuth::secret_place`].
    pub place: String,
    /// When it was kept: milliseconds since 1970, UTC.
    pub kept_at: i64,
}

/// What the server knows of a connector's security that is in no file of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownSecurity {
    /// The address that people open, where one is configured: `https://tenon.example.com`.
    pub origin: Option<String>,
    /// The client secrets that are kept.
    pub secrets: Vec<KeptSecret>,
}

/// A client secret to keep.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientSecret {
    /// The connector.
    pub connector: String,
    /// What it is for, as its OAuth settings say it: [`tenon_connector::security::oauth::OAuth::secret_place`].
    pub place: String,
    /// The secret; empty: forget the one that is kept.
    pub value: String,
}

impl fmt::Debug for ClientSecret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("ClientSecret")
            .field("connector", &self.connector)
            .field("place", &self.place)
            .finish_non_exhaustive()
    }
}

/// The identity providers that a maker can pick.
#[server(endpoint = "providers")]
pub async fn providers() -> Result<Vec<Provider>, AppError> {
    crate::backend::backend()?.providers().await
}

/// What the server knows of a connector's security.
#[server(endpoint = "security-facts")]
pub async fn security_facts(connector: String) -> Result<KnownSecurity, AppError> {
    crate::backend::backend()?.security_facts(connector).await
}

/// Keeps a client secret, or forgets the one that is kept.
#[server(endpoint = "client-secret", input = Json)]
pub async fn keep_client_secret(secret: ClientSecret) -> Result<(), AppError> {
    crate::backend::backend()?.keep_client_secret(secret).await
}
