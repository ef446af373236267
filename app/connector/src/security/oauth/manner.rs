//! The ways in which providers differ though they all speak OAuth 2.0: what RFC 6749 leaves open, and what some
//! do against it.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::explain::Trouble;
use super::{IdentityProvider, OAuth};
use crate::document::Edit;
use crate::{Connector, Part};

/// How the client proves itself at the token URL (RFC 6749, section 2.3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClientProof {
    /// `client_id` and `client_secret` in the body.
    Body,
    /// In the header `Authorization`, as basic authentication.
    Basic,
}

/// How a connector speaks to its provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manner {
    /// How the client proves itself.
    pub client: ClientProof,
    /// Whether a proof key is sent (RFC 7636, S256).
    pub proof_key: bool,
    /// What stands between scopes.
    pub delimiter: String,
    /// Whether bodies of token requests are JSON rather than forms.
    pub json: bool,
}

impl Default for Manner {
    fn default() -> Self {
        Self {
            client: ClientProof::Body,
            proof_key: true,
            delimiter: " ".to_owned(),
            json: false,
        }
    }
}

impl Manner {
    /// The manner in words.
    #[must_use]
    pub fn words(&self) -> String {
        let client = match self.client {
            ClientProof::Body => "client ID and secret in the body",
            ClientProof::Basic => "client ID and secret as basic authentication",
        };
        let key = if self.proof_key { "with" } else { "without" };
        let scopes = match self.delimiter.as_str() {
            " " => "spaces".to_owned(),
            "," => "commas".to_owned(),
            other => format!("“{other}”"),
        };
        let body = if self.json { ", the body as JSON" } else { "" };
        format!("{client}, {key} a proof key (PKCE), {scopes} between scopes{body}")
    }

    /// The other manners, the likeliest to help against a trouble first. Not all 16: those that differ in one thing,
    /// or in how the client proves itself besides.
    #[must_use]
    pub fn others(&self, trouble: Trouble) -> Vec<Self> {
        let client = match self.client {
            ClientProof::Body => ClientProof::Basic,
            ClientProof::Basic => ClientProof::Body,
        };
        let by_client = Self {
            client,
            ..self.clone()
        };
        let by_key = Self {
            proof_key: !self.proof_key,
            ..self.clone()
        };
        let delimiter = if self.delimiter == " " { "," } else { " " };
        let by_scopes = Self {
            delimiter: delimiter.to_owned(),
            ..self.clone()
        };
        let by_body = Self {
            json: !self.json,
            ..self.clone()
        };
        let by_client_and_key = Self {
            client,
            ..by_key.clone()
        };
        let by_client_and_body = Self {
            client,
            ..by_body.clone()
        };
        match trouble {
            Trouble::ProofKey => vec![by_key, by_client_and_key],
            Trouble::Scope => vec![by_scopes],
            Trouble::Media => vec![by_body, by_client_and_body],
            _ => vec![
                by_client,
                by_body,
                by_client_and_body,
                by_key,
                by_client_and_key,
                by_scopes,
            ],
        }
    }

    /// Whether both authorize alike, so that a code obtained in one manner can be redeemed in the other.
    #[must_use]
    pub fn authorizes_like(&self, other: &Self) -> bool {
        self.proof_key == other.proof_key && self.delimiter == other.delimiter
    }
}

/// The body of a token request as JSON.
const JSON_BODY: &str = r#"{"grant_type":"authorization_code","code":"{Code}","redirect_uri":"{RedirectUrl}","client_id":"{ClientId}","client_secret":"{ClientSecret}"}"#;
const JSON_REFRESH: &str = r#"{"grant_type":"refresh_token","refresh_token":"{RefreshToken}","client_id":"{ClientId}","client_secret":"{ClientSecret}"}"#;

impl OAuth<'_> {
    /// The edits that let the connector itself speak in a manner; none where its format has no place for it, such as
    /// for basic authentication, or where it says so already.
    #[must_use]
    pub fn set_manner(&self, connector: &Connector, manner: &Manner) -> Option<Vec<Edit>> {
        let is_plain = matches!(
            self.provider(),
            IdentityProvider::Generic | IdentityProvider::ProofKey
        );
        if manner.client == ClientProof::Basic || !is_plain {
            return None;
        }
        let is_simple = manner.delimiter == " " && !manner.json;
        let provider = match (is_simple, manner.proof_key) {
            (true, true) => IdentityProvider::ProofKey,
            (true, false) => IdentityProvider::Generic,
            (false, _) => IdentityProvider::Templates,
        };
        let mut settings = self.settings_for(&provider);
        let custom = settings
            .as_object_mut()?
            .iter_mut()
            .find(|(key, _)| key.eq_ignore_ascii_case("customParameters"))
            .and_then(|(_, custom)| custom.as_object_mut())?;
        let mut put =
            |key: &str, value: &str| custom.insert(key.to_owned(), json!({ "value": value }));
        if manner.delimiter != " " {
            put("scopeListDelimiter", &manner.delimiter);
        }
        if manner.json {
            put("tokenBodyTemplate", JSON_BODY);
            put("refreshBodyTemplate", JSON_REFRESH);
        }
        let edit = connector.set(Part::Properties, &self.place(), Some(settings))?;
        Some(vec![edit])
    }
}

#[cfg(test)]
mod tests {
    use super::{ClientProof, Manner, Trouble};

    #[test]
    fn what_is_tried_first_depends_on_the_trouble() {
        let manner = Manner::default();
        let first = |trouble| manner.others(trouble).into_iter().next();
        let client = first(Trouble::Client).map(|m| m.client);
        assert_eq!(client, Some(ClientProof::Basic));
        assert_eq!(first(Trouble::ProofKey).map(|m| m.proof_key), Some(false));
        let scopes = first(Trouble::Scope).map(|m| m.delimiter);
        assert_eq!(scopes.as_deref(), Some(","));
        assert_eq!(first(Trouble::Media).map(|m| m.json), Some(true));
        for trouble in [Trouble::Client, Trouble::Scope, Trouble::Unknown] {
            assert!(!manner.others(trouble).contains(&manner));
        }
    }
}
