//! How calls of a connector authenticate: what its definition demands, met by its connection
//! parameters (spec section C.7).

use serde_json::Value;

use super::{ConnectionParameter, ParameterKind, connection_parameters, parameter_sets};
use crate::Connector;
use crate::document::Path;
use crate::message::{Message, Phrase, phrase};
use crate::security::Way;

/// Where an API key is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyLocation {
    /// As a header.
    Header,
    /// In the query string.
    Query,
}

impl KeyLocation {
    /// The value of `in`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Query => "query",
        }
    }
}

/// How calls authenticate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Authentication {
    /// Not at all.
    None,
    /// With a user name and a password (RFC 7617).
    Basic {
        /// The key of the connection parameter that holds the user name.
        user: String,
        /// The key of the one that holds the password.
        password: String,
    },
    /// With a key, sent as it is.
    ApiKey {
        /// The key of the connection parameter that holds it.
        parameter: String,
        /// Where it is sent.
        location: KeyLocation,
        /// The name of the header or of the query parameter.
        name: String,
    },
    /// With a token of OAuth 2.0, in the header `Authorization` (RFC 6750).
    OAuth {
        /// The key of the connection parameter that stands for the token.
        parameter: String,
    },
    /// In one of several ways, which each connection chooses: [`crate::security::Way::authentication`] says how in one.
    Several,
    /// In a way that test calls do not do.
    Unsupported {
        /// Which, in words.
        kind: String,
    },
}

impl Authentication {
    /// How calls of this connector authenticate.
    #[must_use]
    pub fn of(connector: &Connector) -> Self {
        let unsupported = |kind: &str| Self::Unsupported {
            kind: kind.to_owned(),
        };
        let properties = connector.properties();
        let parameters = connection_parameters(properties);
        if !parameter_sets(properties).is_empty() {
            return Self::Several;
        }
        if Path::of(["properties", "connectionParameterSets"])
            .get(properties)
            .is_some()
        {
            return unsupported("Several ways to authenticate, of which none is given");
        }
        if let Some(token) = parameters.iter().find(|p| p.kind() == ParameterKind::OAuth) {
            return Self::OAuth {
                parameter: token.key().to_owned(),
            };
        }
        let schemes = connector
            .definition()
            .get("securityDefinitions")
            .and_then(Value::as_object);
        let mut schemes = schemes.into_iter().flatten().map(|(_, scheme)| scheme);
        match (schemes.next(), schemes.next()) {
            (None, _) => Self::None,
            (Some(scheme), None) => Self::of_scheme(scheme, &parameters),
            (Some(_), Some(_)) => Way::Only.by_parameters(connector),
        }
    }

    fn of_scheme(scheme: &Value, parameters: &[ConnectionParameter<'_>]) -> Self {
        let text = |key| scheme.get(key).and_then(Value::as_str).unwrap_or_default();
        let find = |wanted: &str, kind: ParameterKind| {
            let by_key = parameters.iter().find(|p| p.key() == wanted);
            let found = by_key.or_else(|| parameters.iter().find(|p| p.kind() == kind));
            found.map_or_else(|| wanted.to_owned(), |p| p.key().to_owned())
        };
        match text("type") {
            "basic" => Self::Basic {
                user: find("username", ParameterKind::Text),
                password: find("password", ParameterKind::Secret),
            },
            "apiKey" => Self::ApiKey {
                parameter: find("api_key", ParameterKind::Secret),
                location: if text("in") == "query" {
                    KeyLocation::Query
                } else {
                    KeyLocation::Header
                },
                name: text("name").to_owned(),
            },
            "oauth2" => Self::Unsupported {
                kind: "OAuth 2.0".to_owned(),
            },
            other => Self::Unsupported {
                kind: format!("Security of type “{other}”"),
            },
        }
    }

    /// Whether calls of a connector need a connection: because they authenticate, or because a connection parameter that
    /// it asks for is required (spec section G.1).
    #[must_use]
    pub fn needs_connection(connector: &Connector) -> bool {
        let asks = |parameter: &ConnectionParameter<'_>| {
            let is_typed = matches!(
                parameter.kind(),
                ParameterKind::Text
                    | ParameterKind::Secret
                    | ParameterKind::Integer
                    | ParameterKind::Boolean
            );
            is_typed && parameter.required() && parameter.is_asked(false, |_| None)
        };
        Self::of(connector) != Self::None
            || connection_parameters(connector.properties())
                .iter()
                .any(asks)
    }

    /// The way to authenticate, in words.
    #[must_use]
    pub fn label(&self) -> &str {
        match self.words() {
            Ok(words) => words.english(),
            Err(kind) => kind,
        }
    }

    /// The same, to be translated.
    #[must_use]
    pub fn message(&self) -> Message {
        self.words().map_or_else(Message::verbatim, Message::from)
    }

    /// Words for it, or the name of what Tenon does not know.
    fn words(&self) -> Result<Phrase, &str> {
        Ok(match self {
            Self::None => phrase!("No authentication"),
            Self::Basic { .. } => phrase!("Basic authentication"),
            Self::ApiKey { .. } => phrase!("API key"),
            Self::OAuth { .. } => phrase!("OAuth 2.0"),
            Self::Several => phrase!("Several ways to authenticate"),
            Self::Unsupported { kind } => return Err(kind),
        })
    }
}
