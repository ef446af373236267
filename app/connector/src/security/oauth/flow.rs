//! What a sign-in needs: the OAuth settings with the values of a connection filled in (spec section C.3).

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::manner::{ClientProof, Manner};
use super::template::{self, TemplateError};
use super::{IdentityProvider, OAuth, OAuthField, TokenCarrier, member};
use crate::Connector;
use crate::properties::Authentication;
use crate::security::{Provider, TokenForToken, Way, scheme};

/// How a token is obtained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Grant {
    /// A person signs in (RFC 6749, section 4.1).
    Code,
    /// The client signs in as itself (section 4.4).
    ClientCredentials,
}

/// An address with what a template says of its query and body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endpoint {
    /// The address.
    pub url: String,
    /// The template of its query.
    pub query: Option<String>,
    /// The template of the body.
    pub body: Option<String>,
}

/// What a sign-in needs besides the client secret. Its values may hold secrets of the connection, so they are not
/// printed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    /// How a token is obtained.
    pub grant: Grant,
    /// The client ID.
    pub client_id: String,
    /// Under which name the client ID is sent.
    pub client_id_name: String,
    /// Where people sign in.
    pub authorization: Endpoint,
    /// Where a code becomes a token.
    pub token: Endpoint,
    /// Where a token is renewed.
    pub refresh: Endpoint,
    /// The scopes.
    pub scopes: Vec<String>,
    /// How the connector speaks to its provider, as far as its settings and what is known of the provider say.
    pub manner: Manner,
    /// Whether a refresh proves the client by basic authentication, however codes are redeemed.
    pub refresh_basic: bool,
    /// What an authorization says besides.
    pub authorize_extra: Vec<(String, String)>,
    /// What a token request with a code says besides.
    pub token_extra: Vec<(String, String)>,
    /// What a refresh says besides.
    pub refresh_extra: Vec<(String, String)>,
    /// Where a new token is exchanged for one that lives longer, by GET.
    pub exchange: Option<Endpoint>,
    /// Where a token is renewed by itself, by GET.
    pub renewal: Option<Endpoint>,
    /// How calls carry a token.
    pub carrier: TokenCarrier,
    /// An address that tells whose a token is.
    pub whoami: Option<String>,
    values: BTreeMap<String, String>,
}

impl fmt::Debug for Flow {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Flow")
            .field("grant", &self.grant)
            .field("token", &self.token.url)
            .field("manner", &self.manner)
            .finish_non_exhaustive()
    }
}

/// Why nobody can sign in: what is missing and where.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FlowError {
    /// There is no client ID.
    #[error(
        "The connector has no client ID. Enter the one that the provider gave you in the Security step."
    )]
    NoClient,
    /// An address is missing.
    #[error("The connector has no {0}. Enter it in the Security step.")]
    NoAddress(&'static str),
    /// An address is none.
    #[error("The {0} is no http or https address. Correct it in the Security step.")]
    Address(&'static str),
    /// What is to be filled in is missing or does not fit.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// The provider has no addresses in the file and is none that Tenon knows.
    #[error(
        "Tenon does not know the identity provider “{0}”. Choose Generic OAuth 2 in the Security step and enter its addresses to sign in here."
    )]
    Provider(String),
}

/// What one request says in place of the placeholders.
pub type Said<'a> = [(&'a str, &'a str)];

impl Flow {
    /// The value of a placeholder, in any letter case: what is said now, else what is set.
    fn value(&self, said: &Said<'_>, name: &str) -> Option<String> {
        let now = said.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
        now.map(|(_, value)| (*value).to_owned())
            .or_else(|| self.values.get(&name.to_ascii_lowercase()).cloned())
    }

    /// The scopes as one text.
    #[must_use]
    pub fn scope(&self, manner: &Manner) -> String {
        // A plus is how a query writes a space.
        let delimiter = match manner.delimiter.as_str() {
            "+" => " ",
            other => other,
        };
        self.scopes.join(delimiter)
    }

    /// A template as a query or a form.
    ///
    /// # Errors
    /// When a placeholder has no value.
    pub fn form(&self, template: &str, said: &Said<'_>) -> Result<String, TemplateError> {
        let text = template.trim_start_matches('?');
        template::form(text, &|name| self.value(said, name))
    }

    /// A template as a body, with its content type.
    ///
    /// # Errors
    /// When a placeholder has no value.
    pub fn body(
        &self,
        template: &str,
        said: &Said<'_>,
    ) -> Result<(&'static str, String), TemplateError> {
        if template::is_json(template) {
            let body = template::json(template, &|name| self.value(said, name))?;
            return Ok(("application/json", body));
        }
        Ok((
            "application/x-www-form-urlencoded",
            self.form(template, said)?,
        ))
    }
}

impl OAuth<'_> {
    /// What a sign-in needs. `preset` is what is known of the provider, `given` the values of the connection by the
    /// keys of their connection parameters.
    ///
    /// # Errors
    /// When the settings lack something, or a value does not fit.
    pub fn flow(
        &self,
        connector: &Connector,
        preset: Option<&Provider>,
        given: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Flow, FlowError> {
        let own =
            |name: &str| given(&format!("{}:{name}", self.key())).filter(|text| !text.is_empty());
        let client_id = own("clientId").unwrap_or_else(|| self.setting("clientId").to_owned());
        if client_id.trim().is_empty() {
            return Err(FlowError::NoClient);
        }
        let provider = self.provider();
        if let IdentityProvider::Other(name) = &provider
            && preset.is_none()
        {
            return Err(FlowError::Provider(name.clone()));
        }
        let values = self.values(connector, given);
        let [authorization, token, refresh] = self.endpoints(&provider, preset, &values)?;
        let mut flow = Flow {
            grant: self.grant(connector, own("grantType").as_deref()),
            client_id: client_id.trim().to_owned(),
            client_id_name: "client_id".to_owned(),
            authorization,
            token,
            refresh,
            scopes: self.scopes().into_iter().map(str::to_owned).collect(),
            manner: self.manner(&provider, preset),
            refresh_basic: false,
            authorize_extra: Vec::new(),
            token_extra: Vec::new(),
            refresh_extra: Vec::new(),
            exchange: None,
            renewal: None,
            carrier: TokenCarrier::default(),
            whoami: None,
            values,
        };
        self.add_own(&mut flow, &provider, own("resourceUri"));
        if let Some(preset) = preset {
            add_preset(&mut flow, &provider, preset);
        }
        Ok(flow)
    }

    /// How a connection with these values obtains its token.
    #[must_use]
    pub fn grant_of(&self, connector: &Connector, given: &dyn Fn(&str) -> Option<String>) -> Grant {
        let named = given(&format!("{}:grantType", self.key()));
        self.grant(connector, named.filter(|text| !text.is_empty()).as_deref())
    }

    /// A grant that the connection names counts, then one of the settings, else the flow of the definition.
    fn grant(&self, connector: &Connector, named: Option<&str>) -> Grant {
        let set = Some(self.custom_text("grantType")).filter(|text| !text.is_empty());
        let named = named.or(set);
        let flow = scheme::of_type(connector, self.way, "oauth2")
            .and_then(|(_, scheme)| scheme.get("flow")?.as_str());
        match (named, flow) {
            (Some(named), _) if named.eq_ignore_ascii_case("client_credentials") => {
                Grant::ClientCredentials
            }
            (None, Some("application")) => Grant::ClientCredentials,
            _ => Grant::Code,
        }
    }

    /// What placeholders can name: custom parameters, and the values of the connection; in small letters.
    fn values(
        &self,
        connector: &Connector,
        given: &dyn Fn(&str) -> Option<String>,
    ) -> BTreeMap<String, String> {
        let custom = self.custom().and_then(|(_, custom)| custom.as_object());
        let mut values: BTreeMap<String, String> = custom
            .into_iter()
            .flatten()
            .filter_map(|(name, parameter)| {
                let value = member(parameter, "value")?.1.as_str()?;
                (!value.is_empty()).then(|| (name.to_ascii_lowercase(), value.to_owned()))
            })
            .collect();
        let prefix = format!("{}:", self.key());
        for parameter in self.way.parameters(connector) {
            let Some(value) = given(parameter.key()).filter(|_| parameter.key() != self.key())
            else {
                continue;
            };
            let key = parameter.key();
            if let Some(short) = key.strip_prefix(&prefix) {
                values.insert(short.to_ascii_lowercase(), value.clone());
            }
            values.insert(key.to_ascii_lowercase(), value);
        }
        values
    }

    fn endpoints(
        &self,
        provider: &IdentityProvider,
        preset: Option<&Provider>,
        values: &BTreeMap<String, String>,
    ) -> Result<[Endpoint; 3], FlowError> {
        let mut urls = match (provider, preset) {
            (IdentityProvider::Entra, _) => self.entra_urls(),
            (IdentityProvider::Other(_), Some(preset)) => [
                preset.authorization_url.clone(),
                preset.token_url.clone(),
                preset.refresh_url.clone(),
            ],
            _ => [
                OAuthField::AuthorizationUrl,
                OAuthField::TokenUrl,
                OAuthField::RefreshUrl,
            ]
            .map(|field| self.text(field).trim().to_owned()),
        };
        if urls[2].is_empty() {
            urls[2] = urls[1].clone();
        }
        let lookup = |name: &str| values.get(&name.to_ascii_lowercase()).cloned();
        let names = ["authorization URL", "token URL", "refresh URL"];
        let mut endpoints = [
            Endpoint::default(),
            Endpoint::default(),
            Endpoint::default(),
        ];
        for ((endpoint, url), name) in endpoints.iter_mut().zip(&urls).zip(names) {
            // The client alone needs no address where people sign in; it is looked at where it is used.
            if url.is_empty() && name != "authorization URL" {
                return Err(FlowError::NoAddress(name));
            }
            endpoint.url = template::address(url, &lookup)?;
            let is_web =
                endpoint.url.starts_with("https://") || endpoint.url.starts_with("http://");
            if !url.is_empty() && !is_web {
                return Err(FlowError::Address(name));
            }
        }
        if *provider == IdentityProvider::Templates {
            let text = |field| Some(self.text(field)).filter(|text: &String| !text.is_empty());
            endpoints[0].query = text(OAuthField::AuthorizationQuery);
            endpoints[1].query = text(OAuthField::TokenQuery);
            endpoints[1].body = text(OAuthField::TokenBody);
            endpoints[2].query = text(OAuthField::RefreshQuery);
            endpoints[2].body = text(OAuthField::RefreshBody);
        }
        Ok(endpoints)
    }

    /// The addresses of Entra ID, the same as the definition repeats.
    fn entra_urls(&self) -> [String; 3] {
        let login = match self.custom_text("loginUri").trim_end_matches('/') {
            "" => "https://login.windows.net",
            login => login,
        };
        let at = |last: &str| format!("{login}/{{tenantId}}/oauth2/{last}");
        [at("authorize"), at("token"), at("token")]
    }

    fn manner(&self, provider: &IdentityProvider, preset: Option<&Provider>) -> Manner {
        let mut manner = preset.map_or_else(Manner::default, Provider::manner);
        match provider {
            IdentityProvider::ProofKey => {
                manner.client = ClientProof::Body;
                manner.proof_key = true;
            }
            IdentityProvider::Templates => {
                let delimiter = self.text(OAuthField::ScopeDelimiter);
                manner.delimiter = if delimiter.is_empty() {
                    " ".to_owned()
                } else {
                    delimiter
                };
            }
            _ => {}
        }
        manner
    }

    /// What the kind of provider says besides.
    fn add_own(&self, flow: &mut Flow, provider: &IdentityProvider, resource: Option<String>) {
        match provider {
            IdentityProvider::Entra => {
                let resource = resource.unwrap_or_else(|| self.text(OAuthField::ResourceUri));
                if !resource.is_empty() {
                    let pair = ("resource".to_owned(), resource);
                    flow.authorize_extra.push(pair.clone());
                    flow.token_extra.push(pair.clone());
                    flow.refresh_extra.push(pair);
                }
            }
            IdentityProvider::ProofKey => {
                for (name, field) in [
                    ("idpHint", OAuthField::IdpHint),
                    ("audience", OAuthField::Audience),
                ] {
                    let text = self.text(field);
                    if !text.is_empty() {
                        flow.authorize_extra.push((name.to_owned(), text));
                    }
                }
            }
            _ => {}
        }
    }
}

fn add_preset(flow: &mut Flow, provider: &IdentityProvider, preset: &Provider) {
    let request = &preset.token_request;
    if let Some(name) = &request.client_id_name {
        flow.client_id_name.clone_from(name);
    }
    let pairs = |map: &BTreeMap<String, String>| {
        let pairs = map
            .iter()
            .map(|(name, value)| (name.clone(), value.clone()));
        pairs.collect::<Vec<_>>()
    };
    flow.token_extra.extend(pairs(&request.token));
    flow.refresh_extra.extend(pairs(&request.refresh));
    flow.refresh_basic = request.refresh_basic;
    let by_get = |asked: &TokenForToken, usual: &Endpoint| Endpoint {
        url: asked.url.clone().unwrap_or_else(|| usual.url.clone()),
        query: Some(asked.query.clone()),
        body: None,
    };
    let exchange = request.exchange.as_ref();
    flow.exchange = exchange.map(|asked| by_get(asked, &flow.token));
    let renewal = request.renewal.as_ref();
    flow.renewal = renewal.map(|asked| by_get(asked, &flow.refresh));
    flow.carrier = preset.token_carrier.clone();
    let whoami = preset.whoami_url.as_ref().filter(|url| !url.contains('{'));
    flow.whoami = whoami.cloned();
    // A template says all of it itself.
    if *provider != IdentityProvider::Templates {
        let params = preset.query().into_iter();
        let plain = params.filter(|(_, value)| !value.contains('{'));
        let plain = plain.map(|(name, value)| (name.to_owned(), value.to_owned()));
        flow.authorize_extra.extend(plain);
    }
}

/// Whether signing in is how calls of a way authenticate; the key of the parameter that holds the token.
#[must_use]
pub fn token_parameter(connector: &Connector, way: Way) -> Option<String> {
    match way.authentication(connector) {
        Authentication::OAuth { parameter } => Some(parameter),
        _ => None,
    }
}

/// Whether a connection of a way may choose to sign in as the client itself: `token:grantType` offers it.
#[must_use]
pub fn offers_client_credentials(connector: &Connector, way: Way) -> bool {
    let Some(oauth) = OAuth::of(connector, way) else {
        return false;
    };
    let key = format!("{}:grantType", oauth.key());
    let mut parameters = way.parameters(connector).into_iter();
    let found = parameters.find(|parameter| parameter.key().eq_ignore_ascii_case(&key));
    let choices = found
        .map(|parameter| parameter.choices())
        .unwrap_or_default();
    choices
        .iter()
        .any(|(value, _)| value.eq_ignore_ascii_case("client_credentials"))
}
