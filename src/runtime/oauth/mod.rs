//! Signing in with OAuth 2.0: the grants, through the one way out, each step recorded with its secrets masked.

mod exchange;
mod record;
mod tokens;

use std::time::Duration;

use oauth2::basic::BasicClient;
use oauth2::{
    AuthType, AuthUrl, AuthorizationCode, ClientId, ClientSecret, CsrfToken, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, RefreshToken, Scope, TokenResponse, TokenUrl,
};
use reqwest::Method;
use secrecy::{ExposeSecret, SecretString};
use tenon_connector::security::oauth::{
    ClientProof, Explanation, Flow, FlowError, Hop, HopStep, Manner, Trouble,
};
use url::Url;

use crate::egress::{Egress, Limits};
use exchange::Exchange;
use record::Recorder;

pub use record::callback_hop;
pub use tokens::Tokens;

/// How long and how much a provider may answer: tokens are small.
const LIMITS: Limits = Limits {
    connect: Duration::from_secs(5),
    first_byte: Duration::from_secs(20),
    whole: Duration::from_secs(30),
    body: 1024 * 1024,
    headers: 64 * 1024,
    // A redirect would send the secrets on.
    redirects: 0,
};

/// A client at its provider.
#[derive(Clone, Debug)]
pub struct Client {
    /// What the connector says.
    pub flow: Flow,
    /// How the provider is spoken to.
    pub manner: Manner,
    /// The client secret; a public client has none.
    pub secret: Option<SecretString>,
    /// Where the provider sends people back to.
    pub redirect: String,
}

/// What a token is asked for with.
#[derive(Clone, Debug)]
pub enum AskedWith {
    /// A code, and the proof key that it was asked for with.
    Code {
        /// The code.
        code: SecretString,
        /// The verifier of the proof key.
        verifier: SecretString,
    },
    /// A refresh token.
    Refresh(SecretString),
    /// Nothing but what proves the client.
    Client,
    /// A token, for one that lives longer.
    Exchange(SecretString),
    /// The token that is to be renewed itself, where the provider gives no refresh tokens.
    Renewal(SecretString),
}

impl AskedWith {
    /// The method of the request: what turns one token into another is a question with all of it in the query.
    pub(super) fn method(&self) -> Method {
        match self {
            Self::Exchange(_) | Self::Renewal(_) => Method::GET,
            Self::Code { .. } | Self::Refresh(_) | Self::Client => Method::POST,
        }
    }

    pub(super) fn step(&self) -> HopStep {
        match self {
            Self::Refresh(_) | Self::Renewal(_) => HopStep::Refresh,
            Self::Exchange(_) => HopStep::Exchange,
            Self::Code { .. } | Self::Client => HopStep::Token,
        }
    }
}

/// A new verifier of a proof key (RFC 7636, section 4.1).
#[must_use]
pub fn new_verifier() -> SecretString {
    let (_, verifier) = PkceCodeChallenge::new_random_sha256();
    SecretString::from(verifier.into_secret())
}

impl Client {
    /// Where the browser is sent, and the step as it is recorded.
    ///
    /// # Errors
    /// When the settings have no usable address, or a placeholder has no value.
    pub fn authorize(
        &self,
        state: &str,
        verifier: &SecretString,
        now: i64,
    ) -> Result<(Url, Hop), FlowError> {
        const NAME: &str = "authorization URL";
        let endpoint = &self.flow.authorization;
        if endpoint.url.is_empty() {
            return Err(FlowError::NoAddress(NAME));
        }
        let verifier = PkceCodeVerifier::new(verifier.expose_secret().to_owned());
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
        let mut url = match &endpoint.query {
            None => self.plain(state)?,
            Some(template) => {
                let mut url = web(&endpoint.url, NAME)?;
                let scope = self.flow.scope(&self.manner);
                let said = [
                    ("ClientId", self.flow.client_id.as_str()),
                    ("RedirectUrl", self.redirect.as_str()),
                    ("Scopes", scope.as_str()),
                    ("State", state),
                ];
                let query = self.flow.form(template, &said)?;
                append(&mut url, &query);
                url
            }
        };
        for (name, value) in &self.flow.authorize_extra {
            url.query_pairs_mut().append_pair(name, value);
        }
        if self.manner.proof_key {
            url.query_pairs_mut()
                .append_pair("code_challenge", challenge.as_str())
                .append_pair("code_challenge_method", challenge.method().as_str());
        }
        let hop = Recorder::new(self, now).authorize(&url);
        Ok((url, hop))
    }

    /// The address of an authorization as RFC 6749 (section 4.1.1) has it.
    fn plain(&self, state: &str) -> Result<Url, FlowError> {
        const NAME: &str = "authorization URL";
        web(&self.flow.authorization.url, NAME)?;
        let authorization = AuthUrl::new(self.flow.authorization.url.clone());
        let redirect = RedirectUrl::new(self.redirect.clone());
        let client = BasicClient::new(ClientId::new(self.flow.client_id.clone()))
            .set_auth_uri(authorization.map_err(|_| FlowError::Address(NAME))?)
            .set_redirect_uri(redirect.map_err(|_| FlowError::Address("redirect URL"))?);
        let state = CsrfToken::new(state.to_owned());
        let mut asking = client.authorize_url(|| state);
        let scope = self.flow.scope(&self.manner);
        if !scope.is_empty() {
            asking = asking.add_scope(Scope::new(scope));
        }
        let (mut url, _) = asking.url();
        if self.flow.client_id_name != "client_id" {
            let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
            let renamed = pairs.iter().map(|(name, value)| {
                let is_client = name == "client_id";
                let name = if is_client {
                    &self.flow.client_id_name
                } else {
                    name
                };
                (name, value)
            });
            url.query_pairs_mut().clear().extend_pairs(renamed);
        }
        Ok(url)
    }

    /// Asks for a token; the step as it went.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn token(
        &self,
        egress: &Egress,
        with: &AskedWith,
        now: i64,
    ) -> (Result<Tokens, Explanation>, Hop) {
        let egress = egress.within(LIMITS);
        let exchange = Exchange::new(self, &egress, with, now);
        let answer = self.granted(&exchange, with).await;
        let hop = exchange.hop();
        let tokens = match (answer, &hop.finding) {
            (Some(answer), None) => Ok(answer),
            (_, Some(finding)) => Err(finding.clone()),
            (None, None) => Err(Explanation::new(
                Trouble::Answer,
                "The answer of the provider holds no token.",
                "Check the token URL in the Security step.",
            )),
        };
        (tokens, hop)
    }

    async fn granted(&self, exchange: &Exchange<'_>, with: &AskedWith) -> Option<Tokens> {
        let endpoint = exchange.endpoint();
        let url = TokenUrl::new(endpoint.url.clone()).ok()?;
        let is_basic = self.manner.client == ClientProof::Basic
            || (self.flow.refresh_basic && matches!(with, AskedWith::Refresh(_)));
        let mut client = BasicClient::new(ClientId::new(self.flow.client_id.clone()))
            .set_token_uri(url)
            .set_auth_type(if is_basic {
                AuthType::BasicAuth
            } else {
                AuthType::RequestBody
            });
        if let Some(secret) = &self.secret {
            client = client.set_client_secret(ClientSecret::new(secret.expose_secret().to_owned()));
        }
        if matches!(with, AskedWith::Code { .. }) {
            client = client.set_redirect_uri(RedirectUrl::new(self.redirect.clone()).ok()?);
        }
        let answer = match with {
            AskedWith::Code { code, verifier } => {
                let code = AuthorizationCode::new(code.expose_secret().to_owned());
                let mut asking = client.exchange_code(code);
                if self.manner.proof_key {
                    let verifier = verifier.expose_secret().to_owned();
                    asking = asking.set_pkce_verifier(PkceCodeVerifier::new(verifier));
                }
                for (name, value) in &self.flow.token_extra {
                    asking = asking.add_extra_param(name.as_str(), value.as_str());
                }
                asking.request_async(exchange).await
            }
            // What the library writes of the last two is not sent: their templates say it all.
            AskedWith::Refresh(token) | AskedWith::Exchange(token) | AskedWith::Renewal(token) => {
                let token = RefreshToken::new(token.expose_secret().to_owned());
                let mut asking = client.exchange_refresh_token(&token);
                for (name, value) in &self.flow.refresh_extra {
                    asking = asking.add_extra_param(name.as_str(), value.as_str());
                }
                asking.request_async(exchange).await
            }
            AskedWith::Client => {
                let mut asking = client.exchange_client_credentials();
                let scope = self.flow.scope(&self.manner);
                if !scope.is_empty() {
                    asking = asking.add_scope(Scope::new(scope));
                }
                for (name, value) in &self.flow.token_extra {
                    asking = asking.add_extra_param(name.as_str(), value.as_str());
                }
                asking.request_async(exchange).await
            }
        };
        let answer = answer.ok()?;
        Some(tokens_of(self, &answer, exchange.now()))
    }

    /// Asks the provider whose token it is, where it is known how: the step as it went.
    pub async fn whoami(&self, egress: &Egress, tokens: &Tokens, now: i64) -> Option<Hop> {
        let url = Url::parse(self.flow.whoami.as_deref()?).ok()?;
        let recorder = Recorder::new(self, now);
        let carrier = &self.flow.carrier;
        Some(exchange::whoami(&egress.within(LIMITS), url, tokens, carrier, &recorder).await)
    }
}

fn tokens_of(client: &Client, answer: &oauth2::basic::BasicTokenResponse, now: i64) -> Tokens {
    let milliseconds = |lifetime: Duration| i64::try_from(lifetime.as_millis()).unwrap_or(i64::MAX);
    let secret = |text: &str| SecretString::from(text);
    let urls = [&client.flow.token.url, &client.flow.refresh.url];
    Tokens {
        access: secret(answer.access_token().secret()),
        refresh: answer.refresh_token().map(|token| secret(token.secret())),
        issued_at: now,
        expires_at: answer
            .expires_in()
            .map(|lifetime| now.saturating_add(milliseconds(lifetime))),
        origins: urls.map(|url| origin(url)).to_vec(),
        redirect: client.redirect.clone(),
        rest_until: 0,
    }
}

/// Scheme, host and port of an address; empty for what is none.
#[must_use]
pub fn origin(url: &str) -> String {
    Url::parse(url).map_or_else(|_| String::new(), |url| url.origin().ascii_serialization())
}

fn web(url: &str, name: &'static str) -> Result<Url, FlowError> {
    let url = Url::parse(url).map_err(|_| FlowError::Address(name))?;
    if matches!(url.scheme(), "http" | "https") && url.has_host() {
        Ok(url)
    } else {
        Err(FlowError::Address(name))
    }
}

fn append(url: &mut Url, query: &str) {
    let whole = match url.query() {
        Some(own) if !own.is_empty() => format!("{own}&{query}"),
        _ => query.to_owned(),
    };
    url.set_query(Some(&whole));
}
