//! The Security step: one choice, written into the definition and the properties alike
//! (spec sections A.2 and C.7).

use serde_json::{Map, Value, json};

use crate::document::{Edit, Path};
use crate::general::ROOT_ORDER;
use crate::properties::KeyLocation;
use crate::{Connector, Part};

/// How a connector authenticates, as far as the Security step edits it.
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
    /// Something that this step shows and keeps but does not edit.
    Other {
        /// What it is, in words.
        kind: String,
    },
}

const BASIC: &str = "basic_auth";
const API_KEY: &str = "api_key";

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

    /// What the connector says.
    #[must_use]
    pub fn of(connector: &Connector) -> Self {
        let schemes = schemes(connector);
        let parameters = parameters(connector);
        let other = |kind: &str| Self::Other {
            kind: kind.to_owned(),
        };
        if connector
            .get(
                Part::Properties,
                &Path::of(["properties", "connectionParameterSets"]),
            )
            .is_some()
        {
            return other("Several ways to authenticate (connection parameter sets)");
        }
        let mut of_type = parameters
            .iter()
            .filter_map(|(_, p)| p.get("type").and_then(Value::as_str));
        if of_type.any(|kind| kind.eq_ignore_ascii_case("oauthSetting")) {
            return other("OAuth 2.0");
        }
        match schemes.as_slice() {
            [] if parameters.iter().all(|(key, _)| *key == "gateway") => Self::None,
            [] => other("Connection parameters without a security definition"),
            [(_, scheme)] => Self::of_scheme(scheme, &parameters),
            _ => other("Several security definitions"),
        }
    }

    fn of_scheme(scheme: &Value, parameters: &[(&str, &Value)]) -> Self {
        let text = |key| scheme.get(key).and_then(Value::as_str).unwrap_or_default();
        let label = |wanted: &str, secret: bool| {
            let by_key = parameters.iter().find(|(key, _)| *key == wanted);
            let found = by_key.or_else(|| parameters.iter().find(|(_, p)| is_secret(p) == secret));
            found.map_or_else(
                || wanted.to_owned(),
                |(key, parameter)| display_name(key, parameter),
            )
        };
        match text("type") {
            "basic" => Self::Basic {
                user_label: label("username", false),
                password_label: label("password", true),
            },
            "apiKey" => Self::ApiKey {
                label: label(API_KEY, true),
                name: text("name").to_owned(),
                location: if text("in") == "query" {
                    KeyLocation::Query
                } else {
                    KeyLocation::Header
                },
            },
            "oauth2" => Self::Other {
                kind: "OAuth 2.0".to_owned(),
            },
            kind => Self::Other {
                kind: format!("Security definition of type “{kind}”"),
            },
        }
    }

    /// What is wrong with the choice, and how to mend it.
    #[must_use]
    pub fn problem(&self) -> Option<&'static str> {
        let Self::ApiKey { name, location, .. } = self else {
            return None;
        };
        if name.is_empty() {
            return Some("Enter the name of the header or query parameter that carries the key.");
        }
        let is_token = name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b));
        (*location == KeyLocation::Header && !is_token).then_some(
            "A header's name has letters, digits and - only; spaces and colons cannot be sent.",
        )
    }

    /// The edits that make the connector authenticate so. What other kinds of authentication need
    /// is taken out; connection parameters that authentication does not use stay.
    #[must_use]
    pub fn set(&self, connector: &Connector) -> Vec<Edit> {
        if matches!(self, Self::Other { .. }) || *self == Self::of(connector) {
            return Vec::new();
        }
        let (definitions, requirement) = self.swagger(connector);
        let definition = |key: &str, value: Value| {
            connector.set_in_order(Part::Definition, &Path::of([key]), Some(value), ROOT_ORDER)
        };
        let parameters = Path::of(["properties", "connectionParameters"]);
        let sets = Path::of(["properties", "connectionParameterSets"]);
        let edits = [
            definition("securityDefinitions", definitions),
            definition("security", requirement),
            connector.set(
                Part::Properties,
                &parameters,
                Some(self.parameters(connector)),
            ),
            connector.set(Part::Properties, &sets, None),
        ];
        edits.into_iter().flatten().collect()
    }

    /// `securityDefinitions` and `security`; a scheme of the same type keeps its name and its other members.
    fn swagger(&self, connector: &Connector) -> (Value, Value) {
        let present = schemes(connector);
        let same = |kind: &str| {
            present
                .iter()
                .find(|(_, scheme)| scheme.get("type").is_some_and(|t| t == kind))
        };
        let (kind, name) = match self {
            Self::Basic { .. } => ("basic", BASIC),
            Self::ApiKey { .. } => ("apiKey", API_KEY),
            Self::None | Self::Other { .. } => return (json!({}), json!([])),
        };
        let (key, mut scheme) = same(kind).map_or((name, json!({ "type": kind })), |(key, s)| {
            (*key, (*s).clone())
        });
        if let (Self::ApiKey { name, location, .. }, Some(members)) = (self, scheme.as_object_mut())
        {
            members.insert("in".to_owned(), json!(location.as_str()));
            members.insert("name".to_owned(), json!(name));
        }
        (json!({ key: scheme }), json!([{ key: [] }]))
    }

    /// `connectionParameters`: those that this choice asks for first, then those that no
    /// authentication uses.
    pub(crate) fn parameters(&self, connector: &Connector) -> Value {
        let present = parameters(connector);
        let mut wanted = Map::new();
        let mut ask = |keys: &[&str], key: &str, kind: &str, label: &str, hint: &str| {
            let found = keys
                .iter()
                .find_map(|k| present.iter().find(|(p, _)| p == k));
            let (key, parameter) = found.map_or_else(
                || (key.to_owned(), parameter(kind, label, hint)),
                |(key, parameter)| ((*key).to_owned(), labelled(parameter, label)),
            );
            wanted.insert(key, parameter);
        };
        match self {
            Self::Basic {
                user_label,
                password_label,
            } => {
                ask(
                    &["username"],
                    "username",
                    "string",
                    user_label,
                    "The user name for this API",
                );
                ask(
                    &["password"],
                    "password",
                    "securestring",
                    password_label,
                    "The password for this API",
                );
            }
            Self::ApiKey { label, .. } => {
                let secret = present
                    .iter()
                    .find(|(key, p)| is_secret(p) && *key != "password")
                    .map(|(key, _)| *key);
                let known: Vec<&str> = [API_KEY].into_iter().chain(secret).collect();
                ask(
                    &known,
                    API_KEY,
                    "securestring",
                    label,
                    "The key for this API",
                );
            }
            Self::None | Self::Other { .. } => {}
        }
        for (key, parameter) in present {
            if !is_authentication(key, parameter) && !wanted.contains_key(key) {
                wanted.insert(key.to_owned(), parameter.clone());
            }
        }
        Value::Object(wanted)
    }
}

fn schemes(connector: &Connector) -> Vec<(&str, &Value)> {
    let members = connector
        .definition()
        .get("securityDefinitions")
        .and_then(Value::as_object);
    members
        .into_iter()
        .flatten()
        .map(|(key, value)| (key.as_str(), value))
        .collect()
}

fn parameters(connector: &Connector) -> Vec<(&str, &Value)> {
    let members = connector.get(
        Part::Properties,
        &Path::of(["properties", "connectionParameters"]),
    );
    members
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .map(|(key, value)| (key.as_str(), value))
        .collect()
}

fn is_secret(parameter: &Value) -> bool {
    parameter
        .get("type")
        .and_then(Value::as_str)
        .is_some_and(|kind| kind.eq_ignore_ascii_case("securestring"))
}

/// Whether a connection parameter is there for authentication, and goes with it.
fn is_authentication(key: &str, parameter: &Value) -> bool {
    let kind = parameter
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default();
    is_secret(parameter)
        || kind.eq_ignore_ascii_case("oauthSetting")
        || key == "username"
        || key == "token"
        || key.starts_with("token:")
}

fn display_name(key: &str, parameter: &Value) -> String {
    let name = Path::of(["uiDefinition", "displayName"])
        .get(parameter)
        .and_then(Value::as_str);
    name.unwrap_or(key).to_owned()
}

fn parameter(kind: &str, label: &str, hint: &str) -> Value {
    json!({
        "type": kind,
        "uiDefinition": {
            "displayName": label,
            "description": hint,
            "tooltip": hint,
            "constraints": { "clearText": false, "required": "true", "tabIndex": 2 }
        }
    })
}

fn labelled(parameter: &Value, label: &str) -> Value {
    let mut parameter = parameter.clone();
    if let Some(members) = parameter.as_object_mut() {
        let ui = members.entry("uiDefinition").or_insert_with(|| json!({}));
        if let Some(ui) = ui.as_object_mut() {
            ui.insert("displayName".to_owned(), json!(label));
        }
    }
    parameter
}
