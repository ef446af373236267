//! The Security step: one choice, written into the definition and the properties alike
//! (spec sections A.2 and C.7).

use serde_json::{Map, Value, json};

use crate::document::{Edit, Path};
use crate::general::ROOT_ORDER;
use crate::properties::{Authentication, KeyLocation};
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
            [] if parameters.iter().any(|(key, p)| is_authentication(key, p)) => {
                other("Connection parameters without a security definition")
            }
            [] => Self::None,
            [(_, scheme)] => Self::of_scheme(connector, scheme),
            _ => other("Several security definitions"),
        }
    }

    fn of_scheme(connector: &Connector, scheme: &Value) -> Self {
        let label = |key: String| {
            let parameters = parameters(connector);
            let found = parameters.iter().find(|(present, _)| *present == key);
            found.map_or(key.clone(), |(key, parameter)| display_name(key, parameter))
        };
        match Authentication::of(connector) {
            Authentication::None => Self::None,
            Authentication::Basic { user, password } => Self::Basic {
                user_label: label(user),
                password_label: label(password),
            },
            Authentication::ApiKey {
                parameter,
                location,
                name,
            } => Self::ApiKey {
                label: label(parameter),
                name,
                location,
            },
            Authentication::Unsupported { .. } => {
                let kind = scheme.get("type").and_then(Value::as_str);
                Self::Other {
                    kind: match kind.unwrap_or_default() {
                        "oauth2" => "OAuth 2.0".to_owned(),
                        kind => format!("Security definition of type “{kind}”"),
                    },
                }
            }
        }
    }

    /// Whether both are the same choice, whatever its labels and names.
    fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
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

    /// The edits that make the connector authenticate so. Another choice takes out what the present
    /// one needs; connection parameters that authentication does not use stay. A change within the
    /// present choice touches nothing else.
    #[must_use]
    pub fn set(&self, connector: &Connector) -> Vec<Edit> {
        let present = Self::of(connector);
        if matches!(self, Self::Other { .. }) || *self == present {
            return Vec::new();
        }
        let (definitions, requirement) = self.swagger(connector);
        let requirement = requirement.filter(|_| !self.is_like(&present));
        let definition = |key: &str, value: Option<Value>| {
            let value = Some(value?);
            connector.set_in_order(Part::Definition, &Path::of([key]), value, ROOT_ORDER)
        };
        let properties = |key: &str, value| {
            connector.set(Part::Properties, &Path::of(["properties", key]), value)
        };
        let edits = [
            definition("securityDefinitions", definitions),
            definition("security", requirement),
            properties("connectionParameters", Some(self.parameters(connector))),
            properties("connectionParameterSets", None),
        ];
        edits.into_iter().flatten().collect()
    }

    /// `securityDefinitions` and `security`; a scheme of the same type keeps its name and its other
    /// members. No authentication empties those that are there, and makes none.
    fn swagger(&self, connector: &Connector) -> (Option<Value>, Option<Value>) {
        let (kind, name) = match self {
            Self::Basic { .. } => ("basic", "basic_auth"),
            Self::ApiKey { .. } => ("apiKey", API_KEY),
            Self::None | Self::Other { .. } => {
                let emptied =
                    |key: &str, value: Value| connector.definition().get(key).map(|_| value);
                return (
                    emptied("securityDefinitions", json!({})),
                    emptied("security", json!([])),
                );
            }
        };
        let present = schemes(connector);
        let same = present
            .iter()
            .find(|(_, scheme)| scheme.get("type").is_some_and(|t| t == kind));
        let (key, mut scheme) = same.map_or((name, json!({ "type": kind })), |(key, scheme)| {
            (*key, (*scheme).clone())
        });
        if let (Self::ApiKey { name, location, .. }, Some(members)) = (self, scheme.as_object_mut())
        {
            members.insert("in".to_owned(), json!(location.as_str()));
            members.insert("name".to_owned(), json!(name));
        }
        (Some(json!({ key: scheme })), Some(json!([{ key: [] }])))
    }

    /// `connectionParameters`: those that this choice asks for, new ones first, and those that no
    /// authentication uses; with them, as long as the choice stays, all others.
    pub(crate) fn parameters(&self, connector: &Connector) -> Value {
        let present = parameters(connector);
        let stays = self.is_like(&Self::of(connector));
        let asked: Vec<(String, Asked<'_>)> = self
            .asked()
            .into_iter()
            .map(|asked| (asked.key_in(connector, &present), asked))
            .collect();
        let is_present = |key: &str| present.iter().any(|(k, _)| *k == key);
        let mut wanted = Map::new();
        for (key, asked) in asked.iter().filter(|(key, _)| !is_present(key)) {
            wanted.insert(key.clone(), asked.parameter());
        }
        for (key, parameter) in &present {
            match asked.iter().find(|(k, _)| k == key) {
                Some((_, asked)) => {
                    wanted.insert((*key).to_owned(), labelled(key, parameter, asked.label));
                }
                None if stays || !is_authentication(key, parameter) => {
                    wanted.insert((*key).to_owned(), (*parameter).clone());
                }
                None => {}
            }
        }
        Value::Object(wanted)
    }

    fn asked(&self) -> Vec<Asked<'_>> {
        match self {
            Self::Basic {
                user_label,
                password_label,
            } => vec![
                Asked::new(Role::User, user_label),
                Asked::new(Role::Password, password_label),
            ],
            Self::ApiKey { label, .. } => vec![Asked::new(Role::Key, label)],
            Self::None | Self::Other { .. } => Vec::new(),
        }
    }
}

/// What a connection parameter is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    User,
    Password,
    Key,
}

/// A connection parameter that a choice asks for.
struct Asked<'l> {
    role: Role,
    label: &'l str,
}

impl<'l> Asked<'l> {
    fn new(role: Role, label: &'l str) -> Self {
        Self { role, label }
    }

    /// The key of the parameter that plays the role already or, as the choice changes, can play it;
    /// else the key that the original gives it.
    fn key_in(&self, connector: &Connector, present: &[(&str, &Value)]) -> String {
        match (self.role, Authentication::of(connector)) {
            (Role::User, Authentication::Basic { user: key, .. })
            | (Role::Password, Authentication::Basic { password: key, .. })
            | (Role::Key, Authentication::ApiKey { parameter: key, .. }) => key,
            (Role::User, _) => "username".to_owned(),
            (Role::Password, _) => "password".to_owned(),
            (Role::Key, _) => {
                let known = present.iter().find(|(key, _)| *key == API_KEY);
                let secret = |(key, p): &&(&str, &Value)| is_secret(p) && *key != "password";
                known
                    .or_else(|| present.iter().find(secret))
                    .map_or(API_KEY, |(key, _)| *key)
                    .to_owned()
            }
        }
    }

    fn parameter(&self) -> Value {
        let (kind, hint) = match self.role {
            Role::User => ("string", "The user name for this API"),
            Role::Password => ("securestring", "The password for this API"),
            Role::Key => ("securestring", "The key for this API"),
        };
        json!({
            "type": kind,
            "uiDefinition": {
                "displayName": self.label,
                "description": hint,
                "tooltip": hint,
                "constraints": { "clearText": false, "required": "true", "tabIndex": 2 }
            }
        })
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

/// The parameter with this label; one that has it already stays as it is.
fn labelled(key: &str, parameter: &Value, label: &str) -> Value {
    let mut parameter = parameter.clone();
    if display_name(key, &parameter) == label {
        return parameter;
    }
    if let Some(members) = parameter.as_object_mut() {
        let ui = members.entry("uiDefinition").or_insert_with(|| json!({}));
        if !ui.is_object() {
            *ui = json!({});
        }
        if let Some(ui) = ui.as_object_mut() {
            ui.insert("displayName".to_owned(), json!(label));
        }
    }
    parameter
}
