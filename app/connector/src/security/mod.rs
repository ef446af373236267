//! The Security step: how a connector authenticates, written into the definition and the properties
//! alike (spec sections A.2, C.5 and C.7). A connector offers one [`Way`], or several.

mod asked;
mod authentication;
mod destination;
mod gateway;
pub mod oauth;
mod provider;
mod scheme;
mod way;

use serde_json::{Map, Value};

use self::asked::{Asked, Role, is_authentication, is_secret, label_of, labelled};
pub use self::destination::destination;
use self::oauth::{Addresses, IdentityProvider, OAuth};
pub use self::provider::{
    Provider, TokenForToken, TokenRequest, Variable, VariableChoice, choose_provider,
    label_of as label_of_variable,
};
pub use self::way::{Way, WayError, add_way, offer_only, offer_several};
use crate::document::{Edit, Path};
use crate::general::{gateway_parameter, set_gateway_capability};
use crate::message::{Message, message};
use crate::properties::{Authentication, ConnectionParameter, KeyLocation, ParameterKind};
use crate::{Connector, Part};

/// How one way authenticates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Security {
    /// No authentication.
    None,
    /// User name and password.
    Basic {
        /// The label of the user name in the connection dialog.
        user_label: String,
        /// The label of the password.
        password_label: String,
    },
    /// A key in a header or in the query.
    ApiKey {
        /// The label of the key in the connection dialog.
        label: String,
        /// The name of the header or of the query parameter.
        name: String,
        /// Where it is sent.
        location: KeyLocation,
    },
    /// Signing in with OAuth 2.0; [`OAuth`] has the fields.
    OAuth2 {
        /// Who signs people in.
        provider: IdentityProvider,
    },
    /// A Windows account, through a gateway.
    Windows {
        /// The label of the user name in the connection dialog.
        user_label: String,
        /// The label of the password.
        password_label: String,
    },
    /// Something that this step shows and keeps but does not edit.
    Other {
        /// What it is, in words.
        kind: Message,
    },
}

const API_KEY: &str = "api_key";

/// The connection parameter that says how a gateway authenticates.
const GATEWAY_AUTHENTICATION: &str = "authType";

impl Security {
    /// A new choice of basic authentication, with the labels of the original.
    #[must_use]
    pub fn basic() -> Self {
        Self::Basic {
            user_label: "username".to_owned(),
            password_label: "password".to_owned(),
        }
    }

    /// A new choice of an API key.
    #[must_use]
    pub fn api_key() -> Self {
        let name = "X-API-Key".to_owned();
        Self::ApiKey {
            label: "API key".to_owned(),
            name,
            location: KeyLocation::Header,
        }
    }

    /// A new choice of a Windows account.
    #[must_use]
    pub fn windows() -> Self {
        Self::Windows {
            user_label: "User name".to_owned(),
            password_label: "Password".to_owned(),
        }
    }

    /// What the connector says of this way.
    #[must_use]
    pub fn of(connector: &Connector, way: Way) -> Self {
        let parameters = way.parameters(connector);
        if let Some(oauth) = OAuth::of(connector, way) {
            return Self::OAuth2 {
                provider: oauth.provider(),
            };
        }
        let label = |key: &str| {
            let found = parameters.iter().find(|p| p.key() == key);
            found.map_or_else(|| key.to_owned(), |p| p.label().to_owned())
        };
        if parameters.iter().any(asks_for_windows) {
            return Self::Windows {
                user_label: label("username"),
                password_label: label("password"),
            };
        }
        match way {
            Way::Only => Self::of_only(connector, &parameters),
            Way::Set(_) => Self::of_set(connector, way, &parameters),
        }
    }

    fn of_only(connector: &Connector, parameters: &[ConnectionParameter<'_>]) -> Self {
        let other = |kind: Message| Self::Other { kind };
        let sets = Path::of(["properties", "connectionParameterSets"]);
        if connector.get(Part::Properties, &sets).is_some() {
            return other(message!(
                "Several ways to authenticate, of which none is given"
            ));
        }
        match scheme::all(connector).as_slice() {
            [] if parameters.iter().any(is_authentication) => {
                other(message!("Secrets without a security definition"))
            }
            [] => Self::None,
            [(_, scheme)] => Self::of_scheme(connector, parameters, scheme),
            _ => other(message!("Several security definitions")),
        }
    }

    fn of_set(connector: &Connector, way: Way, parameters: &[ConnectionParameter<'_>]) -> Self {
        let has = |key: &str| parameters.iter().any(|p| p.key() == key);
        let label = |key: &str| label_of(parameters, key);
        if has("username") && has("password") && scheme::of_type(connector, way, "basic").is_some()
        {
            return Self::Basic {
                user_label: label("username"),
                password_label: label("password"),
            };
        }
        let key = key_of(parameters);
        match (key, scheme::of_type(connector, way, "apiKey")) {
            (Some(key), Some((_, scheme))) => Self::of_key(scheme, label(key)),
            _ if !parameters.iter().any(is_authentication) => Self::None,
            _ => Self::Other {
                kind: message!("Secrets without a security definition"),
            },
        }
    }

    fn of_key(scheme: &Value, label: String) -> Self {
        let text = |key| scheme.get(key).and_then(Value::as_str).unwrap_or_default();
        Self::ApiKey {
            label,
            name: text("name").to_owned(),
            location: if text("in") == "query" {
                KeyLocation::Query
            } else {
                KeyLocation::Header
            },
        }
    }

    fn of_scheme(
        connector: &Connector,
        parameters: &[ConnectionParameter<'_>],
        scheme: &Value,
    ) -> Self {
        let label = |key: String| label_of(parameters, &key);
        match Authentication::of(connector) {
            Authentication::None => Self::None,
            Authentication::Basic { user, password } => Self::Basic {
                user_label: label(user),
                password_label: label(password),
            },
            Authentication::ApiKey { parameter, .. } => Self::of_key(scheme, label(parameter)),
            Authentication::OAuth { .. }
            | Authentication::Several
            | Authentication::Unsupported { .. } => {
                let kind = scheme.get("type").and_then(Value::as_str);
                Self::Other {
                    kind: match kind.unwrap_or_default() {
                        "oauth2" => message!("OAuth 2.0 without its settings"),
                        kind => message!("Security definition of type “{kind}”", kind),
                    },
                }
            }
        }
    }

    /// `type` of the security definition that it needs.
    fn scheme_type(&self) -> Option<&'static str> {
        match self {
            Self::Basic { .. } => Some("basic"),
            Self::ApiKey { .. } => Some("apiKey"),
            Self::OAuth2 { .. } => Some("oauth2"),
            Self::None | Self::Windows { .. } | Self::Other { .. } => None,
        }
    }

    /// Whether both are the same choice, whatever its labels and names.
    fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// What is wrong with the choice, and how to mend it.
    #[must_use]
    pub fn problem(&self) -> Option<Message> {
        let Self::ApiKey { name, location, .. } = self else {
            return None;
        };
        if name.is_empty() {
            return Some(message!(
                "Enter the name of the header or query parameter that carries the key."
            ));
        }
        let is_token = name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b));
        (*location == KeyLocation::Header && !is_token).then(|| {
            message!(
                "A header's name has letters, digits and - only; spaces and colons cannot be sent."
            )
        })
    }

    /// The edits that make a way authenticate so. Another choice takes out what the present one needs;
    /// connection parameters that authentication does not use stay. A change within the present
    /// choice touches nothing else.
    #[must_use]
    pub fn set(&self, connector: &Connector, way: Way) -> Vec<Edit> {
        if matches!(self, Self::Other { .. }) || *self == Self::of(connector, way) {
            return Vec::new();
        }
        self.write(connector, way, None, &[])
    }

    /// The edits that make a way authenticate so, with these OAuth settings (none: those that are
    /// there, or new ones) and these connection parameters beside its own.
    fn write(
        &self,
        connector: &Connector,
        way: Way,
        settings: Option<Value>,
        beside: &[(String, Value)],
    ) -> Vec<Edit> {
        let was = Self::of(connector, way);
        let present = OAuth::of(connector, way);
        let settings = match self {
            Self::OAuth2 { provider } => settings.or_else(|| Some(settings_of(&present, provider))),
            _ => None,
        };
        let mut asked = self.asked(connector, way, settings.as_ref());
        asked.extend(beside.iter().map(|(key, value)| Asked::Given {
            key: key.clone(),
            parameter: value.clone(),
        }));
        let parameters = parameters(connector, way, self.stays(&was), &asked);
        let addresses = (
            present.map(|oauth| oauth.addresses()),
            settings.as_ref().map(|s| OAuth::of_settings(s).addresses()),
        );
        let mut edits = scheme::edits(connector, &self.served(connector, way, was, addresses));
        edits.extend(way.put(connector, parameters));
        if way == Way::Only {
            let sets = Path::of(["properties", "connectionParameterSets"]);
            edits.extend(connector.set(Part::Properties, &sets, None));
        }
        if matches!(self, Self::Windows { .. }) {
            edits.extend(set_gateway_capability(connector, true));
        }
        edits.extend(gateway::switched_off(connector, &edits));
        edits
    }

    /// All ways, this one as it is to be and the others as they are.
    fn served<'s>(
        &'s self,
        connector: &Connector,
        way: Way,
        was: Self,
        addresses: (Option<Addresses>, Option<Addresses>),
    ) -> Vec<scheme::Served<'s>> {
        let others = Way::all(connector)
            .into_iter()
            .filter(|other| *other != way);
        let others: Vec<(Way, Self)> = others
            .map(|other| (other, Self::of(connector, other)))
            .collect();
        let is_key = |choice: &Self| matches!(choice, Self::ApiKey { .. });
        let own = scheme::Served {
            way,
            was,
            is: scheme::Is::New(self),
            key: self.key_in(connector, way),
            is_only_key: !others.iter().any(|(_, choice)| is_key(choice)),
            addresses,
        };
        let others = others.into_iter().map(|(way, choice)| scheme::Served {
            way,
            key: choice.key_in(connector, way),
            was: choice,
            is: scheme::Is::AsItWas,
            is_only_key: true,
            addresses: (None, None),
        });
        std::iter::once(own).chain(others).collect()
    }

    /// Whether the choice stays so that nothing of what it needed has to go.
    fn stays(&self, was: &Self) -> Stays {
        match (self, was) {
            (Self::OAuth2 { provider: is }, Self::OAuth2 { provider: was }) if is != was => {
                Stays::ButTokens
            }
            _ if self.is_like(was) => Stays::All,
            _ => Stays::Others,
        }
    }

    /// `connectionParameters` of a connector whose only way is this.
    pub(crate) fn parameters(&self, connector: &Connector) -> Value {
        let asked = self.asked(connector, Way::Only, None);
        let stays = self.stays(&Self::of(connector, Way::Only));
        parameters(connector, Way::Only, stays, &asked)
    }

    /// The key of the connection parameter that holds the API key.
    fn key_in(&self, connector: &Connector, way: Way) -> String {
        asked::key_of_role(connector, way, Role::Key)
    }

    fn asked(&self, connector: &Connector, way: Way, settings: Option<&Value>) -> Vec<Asked<'_>> {
        let field = |role: Role, label| Asked::Field {
            key: asked::key_of_role(connector, way, role),
            role,
            label,
        };
        match self {
            Self::Basic {
                user_label,
                password_label,
            } => vec![
                field(Role::User, user_label),
                field(Role::Password, password_label),
            ],
            Self::Windows {
                user_label,
                password_label,
            } => vec![
                asked::windows(),
                field(Role::User, user_label),
                field(Role::Password, password_label),
                Asked::Given {
                    key: "gateway".to_owned(),
                    parameter: present(connector, way, "gateway").unwrap_or_else(gateway_parameter),
                },
            ],
            Self::ApiKey { label, .. } => vec![field(Role::Key, label)],
            Self::OAuth2 { provider } => settings.map_or_else(Vec::new, |settings| {
                asked::token(connector, way, provider, settings)
            }),
            Self::None | Self::Other { .. } => Vec::new(),
        }
    }
}

/// The connection parameters of a way that its authentication does not take care of, in their order.
#[must_use]
pub fn custom_parameters(connector: &Connector, way: Way) -> Vec<ConnectionParameter<'_>> {
    let settings = Value::Null;
    let security = Security::of(connector, way);
    let asked = security.asked(connector, way, Some(&settings));
    let taken = |key: &str| asked.iter().any(|asked| asked.key() == key);
    let all = way.parameters(connector).into_iter();
    all.filter(|p| !taken(p.key()) && p.kind() != ParameterKind::OAuth)
        .collect()
}

/// Which of the connection parameters that are not asked for stay.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stays {
    /// All.
    All,
    /// All but those that OAuth asks for beside its token.
    ButTokens,
    /// Those that are not there for authentication.
    Others,
}

impl Stays {
    fn keeps(self, parameter: &ConnectionParameter<'_>) -> bool {
        match self {
            Self::All => true,
            Self::ButTokens => !parameter.key().starts_with("token:"),
            Self::Others => !is_authentication(parameter),
        }
    }
}

/// `connectionParameters`: those that are asked for, new ones first, and those that stay.
fn parameters(connector: &Connector, way: Way, stays: Stays, asked: &[Asked<'_>]) -> Value {
    let present = way.parameters(connector);
    let mut wanted = Map::new();
    for asked in asked {
        if !present.iter().any(|p| p.key() == asked.key()) {
            wanted.insert(asked.key().to_owned(), asked.parameter());
        }
    }
    for p in &present {
        let key = p.key().to_owned();
        match asked.iter().find(|asked| asked.key() == p.key()) {
            Some(Asked::Field { label, .. }) => {
                wanted.insert(key, labelled(p, label));
            }
            Some(Asked::Given { parameter, .. }) => {
                wanted.insert(key, parameter.clone());
            }
            None if stays.keeps(p) => {
                wanted.insert(key, p.json().clone());
            }
            None => {}
        }
    }
    Value::Object(wanted)
}

fn present(connector: &Connector, way: Way, key: &str) -> Option<Value> {
    let found = way
        .parameters(connector)
        .into_iter()
        .find(|p| p.key() == key);
    found.map(|p| p.json().clone())
}

/// The settings that are there, for this provider; else new ones.
fn settings_of(present: &Option<OAuth<'_>>, provider: &IdentityProvider) -> Value {
    match present {
        Some(oauth) => oauth.settings_for(provider),
        None => oauth::new_settings(provider, &[], |_| String::new()),
    }
}

/// The key of the parameter that holds an API key.
fn key_of<'a>(parameters: &[ConnectionParameter<'a>]) -> Option<&'a str> {
    let known = parameters.iter().find(|p| p.key() == API_KEY);
    let found = known.or_else(|| {
        let mut secrets = parameters.iter();
        secrets.find(|p| is_secret(p) && p.key() != "password")
    });
    found.map(ConnectionParameter::key)
}

fn asks_for_windows(parameter: &ConnectionParameter<'_>) -> bool {
    let choices = parameter.choices();
    parameter.key() == GATEWAY_AUTHENTICATION
        && parameter.kind() == ParameterKind::Text
        && !choices.is_empty()
        && choices
            .iter()
            .all(|(value, _)| value.eq_ignore_ascii_case("windows"))
}
