//! Identity providers as data: what is known of each, and what choosing one writes (spec section C.3).

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::oauth::{
    AUTHORIZATION_QUERY, ClientProof, IdentityProvider, Manner, OAuth, OAuthField, TokenCarrier,
    fit_properties, new_settings,
};
use super::{Security, Way};
use crate::Connector;
use crate::document::Edit;

/// What is known of a provider of OAuth 2.0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provider {
    /// Its name among the providers, such as `github`.
    pub id: String,
    /// Its name for people.
    pub display_name: String,
    /// Where people sign in; may hold variables, such as `{subdomain}`.
    pub authorization_url: String,
    /// Where a code becomes a token.
    pub token_url: String,
    /// Where a token is renewed.
    pub refresh_url: String,
    /// What stands between scopes.
    pub scope_separator: String,
    /// What it says of proof keys (RFC 7636): `required`, `supported`, `tolerated` …
    pub pkce_level: String,
    /// How the client proves itself at the token URL: `body`, `basic`, `body_or_basic` …
    pub token_endpoint_auth: String,
    /// What an authorization says beside what OAuth asks for.
    pub authorize_params: BTreeMap<String, String>,
    /// Scopes to begin with.
    pub scopes_example: Vec<String>,
    /// Whom a token belongs to, as an address that tells.
    pub whoami_url: Option<String>,
    /// Where its documentation is.
    pub docs_url: String,
    /// What else to know.
    pub notes: Option<String>,
    /// In what its token requests are odd.
    #[serde(default)]
    pub token_request: TokenRequest,
    /// How calls carry its tokens.
    #[serde(default)]
    pub token_carrier: TokenCarrier,
}

/// In what the token requests of a provider differ from RFC 6749.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TokenRequest {
    /// Whether the body is JSON rather than a form.
    pub json: bool,
    /// The name of the client ID, where it is another one.
    pub client_id_name: Option<String>,
    /// What a request with a code says besides.
    pub token: BTreeMap<String, String>,
    /// What a refresh says besides.
    pub refresh: BTreeMap<String, String>,
    /// Whether a refresh proves the client by basic authentication, however codes are redeemed.
    pub refresh_basic: bool,
    /// The exchange of a new token for one that lives longer, which follows a sign-in.
    pub exchange: Option<TokenForToken>,
    /// How a token is renewed by itself, where the provider gives no refresh tokens.
    pub renewal: Option<TokenForToken>,
}

/// A request that is answered with a token for a token: by GET, with all that it says in the query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenForToken {
    /// Where; the token URL for an exchange and the refresh URL for a renewal unless said.
    pub url: Option<String>,
    /// The template of the query: `{AccessToken}` is the token that there is.
    pub query: String,
}

/// A part of a provider's addresses that differs from tenant to tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name, as it stands between braces.
    pub name: String,
    /// What is known of it.
    pub choice: VariableChoice,
}

/// Who says what a variable is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VariableChoice {
    /// The maker, for all connections.
    Filled(String),
    /// The user of each connection.
    Asked,
}

/// The placeholders that mean something to the platform (spec section C.3, template placeholders).
const PLACEHOLDERS: [&str; 7] = [
    "ClientId",
    "ClientSecret",
    "RedirectUrl",
    "Scopes",
    "State",
    "Code",
    "RefreshToken",
];

/// Stands for anything that is new each time, as the state is.
const RANDOM: &str = "random";

const QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'{')
    .remove(b'}');

impl Provider {
    /// The variables of its addresses and of what an authorization says, each once.
    #[must_use]
    pub fn variables(&self) -> Vec<String> {
        let texts = [&self.authorization_url, &self.token_url, &self.refresh_url];
        let texts = texts.into_iter().chain(self.authorize_params.values());
        let mut names: Vec<String> = Vec::new();
        for name in texts.flat_map(|text| braced(text)) {
            let known = PLACEHOLDERS.iter().any(|p| p.eq_ignore_ascii_case(name));
            if !known && name != RANDOM && !names.iter().any(|n| n == name) {
                names.push(name.to_owned());
            }
        }
        names
    }

    /// Whether OAuth settings lead to it: its addresses, whatever its variables are.
    #[must_use]
    pub fn is_of(&self, oauth: &OAuth<'_>) -> bool {
        fits(
            &self.authorization_url,
            &oauth.text(OAuthField::AuthorizationUrl),
        ) && fits(&self.token_url, &oauth.text(OAuthField::TokenUrl))
    }

    /// The provider that OAuth settings lead to: by its addresses, else by the name that stands for it.
    #[must_use]
    pub fn find<'p>(providers: &'p [Self], oauth: &OAuth<'_>) -> Option<&'p Self> {
        let kind = oauth.provider();
        if let IdentityProvider::Other(name) = &kind {
            // `SalesforceV2` is Salesforce.
            let name = name.to_ascii_lowercase();
            let name = name.strip_suffix("v2").unwrap_or(&name);
            return providers.iter().find(|known| {
                let plain = known.id.replace('-', "");
                known.id == name || plain == name
            });
        }
        providers.iter().find(|known| known.is_of(oauth))
    }

    /// How it is spoken to.
    #[must_use]
    pub fn manner(&self) -> Manner {
        let proof_key = !matches!(
            self.pkce_level.as_str(),
            "not_sent_by_registries" | "not_for_web_apps" | "unknown"
        );
        Manner {
            client: match self.token_endpoint_auth.as_str() {
                "basic" => ClientProof::Basic,
                _ => ClientProof::Body,
            },
            proof_key,
            delimiter: self.scope_separator.clone(),
            json: self.token_request.json,
        }
    }

    /// How the platform speaks to it, with these variables.
    fn kind(&self, variables: &[Variable]) -> IdentityProvider {
        let asked = variables.iter().any(|v| v.choice == VariableChoice::Asked);
        if asked || !self.query().is_empty() || self.scope_separator != " " {
            IdentityProvider::Templates
        } else if self.pkce_level == "required" {
            IdentityProvider::ProofKey
        } else {
            IdentityProvider::Generic
        }
    }

    /// What an authorization says beside what every one says: scopes are told elsewhere, and to
    /// answer in the query is what a provider does anyway.
    pub(super) fn query(&self) -> Vec<(&str, &str)> {
        let all = self.authorize_params.iter();
        all.map(|(name, value)| (name.as_str(), value.as_str()))
            .filter(|(name, value)| {
                *name != "scope" && (*name, *value) != ("response_mode", "query")
            })
            .collect()
    }

    fn scopes(&self) -> Vec<String> {
        let fixed = self.authorize_params.get("scope").into_iter();
        let fixed = fixed.flat_map(|scopes| scopes.split_whitespace());
        let examples = self.scopes_example.iter().map(String::as_str);
        let mut scopes: Vec<String> = Vec::new();
        for scope in fixed.chain(examples).filter(|scope| !scope.contains('{')) {
            if !scopes.iter().any(|known| known == scope) {
                scopes.push(scope.to_owned());
            }
        }
        scopes
    }

    /// A template in which the client ID has the name that the provider gives it.
    fn with_own_name(&self, template: &str) -> String {
        match &self.token_request.client_id_name {
            Some(name) => template.replace("client_id=", &format!("{name}=")),
            None => template.to_owned(),
        }
    }

    /// The template of a body, where it is another one than that of most providers.
    fn body(&self, field: OAuthField, extra: &BTreeMap<String, String>) -> String {
        if self.token_request.client_id_name.is_none() && extra.is_empty() {
            return String::new();
        }
        let mut body = self.with_own_name(field.initial());
        for (name, value) in extra {
            body.push_str(&format!("&{name}={}", utf8_percent_encode(value, QUERY)));
        }
        body
    }

    fn text(&self, field: OAuthField, variables: &[Variable]) -> String {
        match field {
            OAuthField::AuthorizationUrl => filled(&self.authorization_url, variables),
            OAuthField::TokenUrl => filled(&self.token_url, variables),
            OAuthField::RefreshUrl => filled(&self.refresh_url, variables),
            OAuthField::AuthorizationQuery => {
                let mut query = self.with_own_name(AUTHORIZATION_QUERY);
                for (name, value) in self.query() {
                    let value = filled(value, variables).replace("{random}", "{State}");
                    let value = utf8_percent_encode(&value, QUERY);
                    query.push_str(&format!("&{}={value}", utf8_percent_encode(name, QUERY)));
                }
                query
            }
            OAuthField::TokenBody => self.body(field, &self.token_request.token),
            OAuthField::RefreshBody => self.body(field, &self.token_request.refresh),
            OAuthField::ScopeDelimiter if self.scope_separator != " " => {
                self.scope_separator.clone()
            }
            _ => String::new(),
        }
    }
}

/// The edits that make people sign in with a provider. What the connector knows already and the
/// provider does not decide stays: client ID, scopes, redirect.
#[must_use]
pub fn choose_provider(
    connector: &Connector,
    way: Way,
    provider: &Provider,
    variables: &[Variable],
) -> Vec<Edit> {
    let kind = provider.kind(variables);
    let text = |field| provider.text(field, variables);
    let fresh = new_settings(&kind, &provider.scopes(), text);
    let settings = match OAuth::of(connector, way) {
        Some(present) => over(&present, fresh, &kind),
        None => fresh,
    };
    let asked: Vec<(String, Value)> = variables
        .iter()
        .filter(|variable| variable.choice == VariableChoice::Asked)
        .map(|variable| (format!("token:{}", variable.name), question(&variable.name)))
        .collect();
    let choice = Security::OAuth2 { provider: kind };
    choice.write(connector, way, Some(settings), &asked)
}

/// The new settings, with what the present ones say beside the provider.
fn over(present: &OAuth<'_>, mut fresh: Value, kind: &IdentityProvider) -> Value {
    let client = present.text(OAuthField::ClientId);
    let scopes = present.text(OAuthField::Scopes);
    let Some(members) = fresh.as_object_mut() else {
        return fresh;
    };
    members.insert("clientId".to_owned(), json!(client));
    if !scopes.is_empty() {
        let scopes: Vec<&str> = scopes.split_whitespace().collect();
        members.insert("scopes".to_owned(), json!(scopes));
    }
    for (key, value) in present.members() {
        let decided = members.iter().any(|(own, _)| own.eq_ignore_ascii_case(key));
        let redirects = key.to_ascii_lowercase().starts_with("redirect");
        if !decided || redirects || key.eq_ignore_ascii_case("properties") {
            members.retain(|own, _| !own.eq_ignore_ascii_case(key));
            members.insert(key.to_owned(), value.clone());
        }
    }
    fit_properties(members, kind);
    fresh
}

/// The connection parameter that asks for a variable.
fn question(name: &str) -> Value {
    let label = label_of(name);
    json!({
        "type": "string",
        "uiDefinition": {
            "displayName": label,
            "description": format!("{label} of your account"),
            "tooltip": format!("{label} of your account"),
            "constraints": { "required": "true", "tabIndex": 2 }
        }
    })
}

/// `accountId` and `snowflake_account_url` as people write them.
#[must_use]
pub fn label_of(name: &str) -> String {
    let mut label = String::new();
    for (n, c) in name.chars().enumerate() {
        match c {
            '_' | '-' => label.push(' '),
            c if n == 0 => label.extend(c.to_uppercase()),
            c if c.is_uppercase() => {
                label.push(' ');
                label.extend(c.to_lowercase());
            }
            c => label.push(c),
        }
    }
    label
}

/// The names that stand between braces.
fn braced(text: &str) -> Vec<&str> {
    let pieces = text.split('{').skip(1);
    pieces
        .filter_map(|piece| piece.split_once('}').map(|(name, _)| name))
        .collect()
}

/// Whether a text is the pattern with something in place of each of its variables.
fn fits(pattern: &str, text: &str) -> bool {
    let mut pieces = pattern
        .split('{')
        .map(|piece| piece.split_once('}').map_or(piece, |(_, after)| after));
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let pieces: Vec<&str> = pieces.collect();
    let Some((last, middle)) = pieces.split_last() else {
        return rest.is_empty();
    };
    for piece in middle {
        match rest.find(piece).filter(|at| *at > 0) {
            Some(at) => rest = rest.get(at + piece.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    rest.len() > last.len() && rest.ends_with(last)
}

fn filled(text: &str, variables: &[Variable]) -> String {
    let mut text = text.to_owned();
    for variable in variables {
        if let VariableChoice::Filled(value) = &variable.choice {
            text = text.replace(&format!("{{{}}}", variable.name), value.trim());
        }
    }
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use serde_json::json;

    use super::{OAuthField, Provider};

    #[test]
    fn templates_name_what_a_provider_wants_in_its_words() {
        let mut provider = json!({ "id": "odd", "display_name": "Odd", "authorization_url": "https://a.test/a",
            "token_url": "https://a.test/t", "refresh_url": "https://a.test/t", "scope_separator": ",",
            "pkce_level": "tolerated", "token_endpoint_auth": "body", "authorize_params": {}, "scopes_example": [],
            "whoami_url": null, "docs_url": "", "notes": null });
        let text = |provider: &serde_json::Value, field| {
            let provider: Provider = serde_json::from_value(provider.clone()).unwrap();
            provider.text(field, &[])
        };
        assert_eq!(text(&provider, OAuthField::TokenBody), "");
        provider["token_request"] =
            json!({ "client_id_name": "client_key", "token": { "action": "ask" } });
        assert!(
            text(&provider, OAuthField::AuthorizationQuery).starts_with("?client_key={ClientId}&")
        );
        let body = text(&provider, OAuthField::TokenBody);
        assert!(
            body.contains("&client_key={ClientId}&") && body.ends_with("&action=ask"),
            "{body}"
        );
        assert!(text(&provider, OAuthField::RefreshBody).contains("client_key={ClientId}"));
    }
}
