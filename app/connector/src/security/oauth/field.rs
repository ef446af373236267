//! The fields of the OAuth settings, by the kind of identity provider (spec section C.3).

use crate::message::{Message, message};

/// How the platform speaks to the identity provider: `identityProvider`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdentityProvider {
    /// `oauth2`: addresses alone.
    Generic,
    /// `oauth2generic`: addresses, queries and bodies as templates.
    Templates,
    /// `oauth2pkce`: addresses, with a proof key (RFC 7636).
    ProofKey,
    /// `aad`: Microsoft Entra ID.
    Entra,
    /// Any other, by its name.
    Other(String),
}

impl IdentityProvider {
    /// Those that the Security step writes.
    pub const WRITTEN: [Self; 4] = [Self::Generic, Self::Templates, Self::ProofKey, Self::Entra];

    /// The provider of this name, in any letter case.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        let known = Self::WRITTEN
            .into_iter()
            .find(|known| known.as_str().eq_ignore_ascii_case(name));
        known.unwrap_or_else(|| Self::Other(name.to_owned()))
    }

    /// The value of `identityProvider`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Generic => "oauth2",
            Self::Templates => "oauth2generic",
            Self::ProofKey => "oauth2pkce",
            Self::Entra => "aad",
            Self::Other(name) => name,
        }
    }

    /// The fields that it has, in the order in which they are filled in.
    #[must_use]
    pub fn fields(&self) -> &'static [OAuthField] {
        use OAuthField as F;
        match self {
            Self::Generic => &[
                F::ClientId,
                F::AuthorizationUrl,
                F::TokenUrl,
                F::RefreshUrl,
                F::Scopes,
            ],
            Self::ProofKey => &[
                F::ClientId,
                F::AuthorizationUrl,
                F::TokenUrl,
                F::RefreshUrl,
                F::Scopes,
                F::IdpHint,
                F::Audience,
            ],
            Self::Templates => &[
                F::ClientId,
                F::AuthorizationUrl,
                F::AuthorizationQuery,
                F::TokenUrl,
                F::TokenQuery,
                F::TokenBody,
                F::RefreshUrl,
                F::RefreshQuery,
                F::RefreshBody,
                F::ScopeDelimiter,
                F::Scopes,
            ],
            Self::Entra => &[
                F::ClientId,
                F::LoginUri,
                F::TenantId,
                F::ResourceUri,
                F::Scopes,
            ],
            Self::Other(_) => &[F::ClientId, F::Scopes],
        }
    }
}

/// A field of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OAuthField {
    /// `clientId`.
    ClientId,
    /// `scopes`, written with spaces between them.
    Scopes,
    /// `authorizationUrl` or `authorizationUrlTemplate`.
    AuthorizationUrl,
    /// `authorizationUrlQueryStringTemplate`.
    AuthorizationQuery,
    /// `tokenUrl` or `tokenUrlTemplate`.
    TokenUrl,
    /// `tokenUrlQueryStringTemplate`.
    TokenQuery,
    /// `tokenBodyTemplate`.
    TokenBody,
    /// `refreshUrl` or `refreshUrlTemplate`.
    RefreshUrl,
    /// `refreshUrlQueryStringTemplate`.
    RefreshQuery,
    /// `refreshBodyTemplate`.
    RefreshBody,
    /// `scopeListDelimiter`.
    ScopeDelimiter,
    /// `loginUri`: where Entra ID is.
    LoginUri,
    /// `tenantId`: a tenant, or `common`.
    TenantId,
    /// `resourceUri`: the API that the token is for.
    ResourceUri,
    /// `idpHint`: which of several providers behind it signs people in.
    IdpHint,
    /// `audience`: the API that the token is for.
    Audience,
    /// `redirectUrl`, which the platform sets itself.
    RedirectUrl,
}

impl OAuthField {
    /// The key under `customParameters`; none for a field of the settings themselves.
    pub(super) fn custom_key(self, provider: &IdentityProvider) -> Option<&'static str> {
        let templates = *provider == IdentityProvider::Templates;
        let either = |plain, template| Some(if templates { template } else { plain });
        match self {
            Self::ClientId | Self::Scopes | Self::RedirectUrl => None,
            Self::AuthorizationUrl => either("authorizationUrl", "authorizationUrlTemplate"),
            Self::TokenUrl => either("tokenUrl", "tokenUrlTemplate"),
            Self::RefreshUrl => either("refreshUrl", "refreshUrlTemplate"),
            Self::AuthorizationQuery => Some("authorizationUrlQueryStringTemplate"),
            Self::TokenQuery => Some("tokenUrlQueryStringTemplate"),
            Self::TokenBody => Some("tokenBodyTemplate"),
            Self::RefreshQuery => Some("refreshUrlQueryStringTemplate"),
            Self::RefreshBody => Some("refreshBodyTemplate"),
            Self::ScopeDelimiter => Some("scopeListDelimiter"),
            Self::LoginUri => Some("loginUri"),
            Self::TenantId => Some("tenantId"),
            Self::ResourceUri => Some("resourceUri"),
            Self::IdpHint => Some("idpHint"),
            Self::Audience => Some("audience"),
        }
    }

    /// Whether it is left out of the file while it says nothing.
    pub(super) fn is_optional(self) -> bool {
        matches!(
            self,
            Self::TokenQuery
                | Self::RefreshQuery
                | Self::ScopeDelimiter
                | Self::IdpHint
                | Self::Audience
        )
    }

    /// What a new setting says.
    pub(in crate::security) fn initial(self) -> &'static str {
        match self {
            Self::AuthorizationQuery => AUTHORIZATION_QUERY,
            Self::TokenBody => {
                "code={Code}&grant_type=authorization_code&redirect_uri={RedirectUrl}\
                 &client_id={ClientId}&client_secret={ClientSecret}"
            }
            Self::RefreshBody => {
                "refresh_token={RefreshToken}&grant_type=refresh_token\
                 &client_id={ClientId}&client_secret={ClientSecret}"
            }
            Self::LoginUri => "https://login.microsoftonline.com",
            Self::TenantId => "common",
            _ => "",
        }
    }

    /// What is wrong with a text for this field, and how to mend it.
    #[must_use]
    pub fn problem(self, text: &str) -> Option<Message> {
        match self {
            Self::AuthorizationUrl | Self::TokenUrl | Self::LoginUri if text.is_empty() => Some(
                message!("Without this address nobody can sign in. Enter it."),
            ),
            Self::ResourceUri if text.is_empty() => Some(message!(
                "Name the API that the token is for, such as https://graph.microsoft.com."
            )),
            Self::AuthorizationUrl | Self::TokenUrl | Self::RefreshUrl | Self::LoginUri => {
                let is_url = text.is_empty()
                    || text.starts_with("https://")
                    || text.starts_with("http://")
                    || text.starts_with('{');
                (!is_url).then(|| message!("Write the whole address, beginning with https://."))
            }
            Self::ClientId if text.is_empty() => Some(message!(
                "Enter the client ID that the provider gave you for this connector."
            )),
            _ => None,
        }
    }
}

/// The query that begins an authorization, as most providers want it.
pub(in crate::security) const AUTHORIZATION_QUERY: &str = "?client_id={ClientId}&response_type=code\
     &redirect_uri={RedirectUrl}&scope={Scopes}&state={State}";
