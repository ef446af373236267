//! The connection parameters that a choice asks for.

use serde_json::{Value, json};

use super::oauth::{IdentityProvider, OAuth, PRINCIPAL, TENANT, tenant_parameter};
use super::{API_KEY, GATEWAY_AUTHENTICATION, Way, key_of, present};
use crate::Connector;
use crate::properties::{Authentication, ConnectionParameter, ParameterKind};

/// The key that the original gives a user name.
pub(super) const USER: &str = "username";
/// The key that the original gives a password.
pub(super) const PASSWORD: &str = "password";

/// What a connection parameter is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    User,
    Password,
    Key,
}

/// A connection parameter that a choice asks for.
pub(super) enum Asked<'l> {
    /// One of which the choice decides the label alone, once it is there.
    Field {
        key: String,
        role: Role,
        label: &'l str,
    },
    /// One that is to be exactly so.
    Given { key: String, parameter: Value },
}

impl Asked<'_> {
    pub(super) fn key(&self) -> &str {
        match self {
            Self::Field { key, .. } | Self::Given { key, .. } => key,
        }
    }

    /// A new one.
    pub(super) fn parameter(&self) -> Value {
        match self {
            Self::Field { role, label, .. } => new_field(*role, label),
            Self::Given { parameter, .. } => parameter.clone(),
        }
    }
}

fn new_field(role: Role, label: &str) -> Value {
    let (kind, hint, is_seen) = match role {
        Role::User => ("string", "The user name for this API", true),
        Role::Password => ("securestring", "The password for this API", false),
        Role::Key => ("securestring", "The key for this API", false),
    };
    json!({
        "type": kind,
        "uiDefinition": {
            "displayName": label,
            "description": hint,
            "tooltip": hint,
            "constraints": { "clearText": is_seen, "required": "true", "tabIndex": 2 }
        }
    })
}

/// The key of the parameter that plays the role already or, as the choice changes, can play it; else
/// the key that the original gives it, with a number where another way has it.
pub(super) fn key_of_role(connector: &Connector, way: Way, role: Role) -> String {
    let parameters = way.parameters(connector);
    let new = |name: &str| name.to_owned();
    if way == Way::Only {
        match (role, Authentication::of(connector)) {
            (Role::User, Authentication::Basic { user: key, .. })
            | (Role::Password, Authentication::Basic { password: key, .. })
            | (Role::Key, Authentication::ApiKey { parameter: key, .. }) => return key,
            _ => {}
        }
    }
    match role {
        Role::User => new(USER),
        Role::Password => new(PASSWORD),
        Role::Key => match key_of(&parameters) {
            Some(key) => key.to_owned(),
            None => free_key(connector, way),
        },
    }
}

fn free_key(connector: &Connector, way: Way) -> String {
    let others = Way::all(connector)
        .into_iter()
        .filter(|other| *other != way);
    let taken: Vec<String> = others
        .flat_map(|other| other.parameters(connector))
        .map(|p| p.key().to_owned())
        .collect();
    let numbered = |n: usize| match n {
        1 => API_KEY.to_owned(),
        n => format!("{API_KEY}{n}"),
    };
    let free = (1..=taken.len() + 1)
        .map(numbered)
        .find(|key| !taken.contains(key));
    free.unwrap_or_else(|| API_KEY.to_owned())
}

/// What tells the gateway to use a Windows account (spec section C.6).
pub(super) fn windows() -> Asked<'static> {
    Asked::Given {
        key: GATEWAY_AUTHENTICATION.to_owned(),
        parameter: json!({
            "type": "string",
            "allowedValues": [{ "value": "windows" }],
            "uiDefinition": {
                "displayName": "Authentication type",
                "description": "Authentication type to connect to your API",
                "tooltip": "Authentication type to connect to your API",
                "constraints": {
                    "tabIndex": 1,
                    "required": "true",
                    "allowedValues": [{ "text": "Windows", "value": "windows" }],
                    "capability": ["gateway"]
                }
            }
        }),
    }
}

/// The token, with these settings, and what the provider asks for beside it.
pub(super) fn token(
    connector: &Connector,
    way: Way,
    provider: &IdentityProvider,
    settings: &Value,
) -> Vec<Asked<'static>> {
    let oauth = OAuth::of(connector, way);
    let key = oauth.as_ref().map_or("token", OAuth::key).to_owned();
    let known = oauth.as_ref().and_then(|_| present(connector, way, &key));
    let mut parameter = known.unwrap_or_else(|| {
        json!({
            "type": "oauthSetting",
            "oAuthSettings": {},
            "uiDefinition": {
                "displayName": "Sign in",
                "description": "Sign in with your credentials",
                "tooltip": "Sign in with your credentials",
                "constraints": { "required": "true" }
            }
        })
    });
    let member = oauth.map_or("oAuthSettings", |oauth| oauth.settings_key());
    if let Some(members) = parameter.as_object_mut() {
        members.insert(member.to_owned(), settings.clone());
    }
    let mut asked = vec![Asked::Given { key, parameter }];
    if *provider == IdentityProvider::Entra {
        let parameter = present(connector, way, TENANT).unwrap_or_else(tenant_parameter);
        let key = TENANT.to_owned();
        asked.push(Asked::Given { key, parameter });
        // What service principals are asked for stays as it is.
        asked.extend(PRINCIPAL.into_iter().filter_map(|key| {
            let parameter = present(connector, way, key)?;
            let key = key.to_owned();
            Some(Asked::Given { key, parameter })
        }));
    }
    asked
}

pub(super) fn is_secret(parameter: &ConnectionParameter<'_>) -> bool {
    parameter.kind() == ParameterKind::Secret
}

/// Whether a connection parameter is there for authentication, and goes with it.
pub(super) fn is_authentication(parameter: &ConnectionParameter<'_>) -> bool {
    let key = parameter.key();
    matches!(
        parameter.kind(),
        ParameterKind::Secret | ParameterKind::OAuth
    ) || matches!(key, "username" | "token" | GATEWAY_AUTHENTICATION)
        || key.starts_with("token:")
}

pub(super) fn label_of(parameters: &[ConnectionParameter<'_>], key: &str) -> String {
    let found = parameters.iter().find(|p| p.key() == key);
    found.map_or_else(|| key.to_owned(), |p| p.label().to_owned())
}

/// The parameter with this label; one that has it already stays as it is.
pub(super) fn labelled(parameter: &ConnectionParameter<'_>, label: &str) -> Value {
    let mut json = parameter.json().clone();
    if parameter.label() == label {
        return json;
    }
    if let Some(members) = json.as_object_mut() {
        let ui = members.entry("uiDefinition").or_insert_with(|| json!({}));
        if !ui.is_object() {
            *ui = json!({});
        }
        if let Some(ui) = ui.as_object_mut() {
            ui.insert("displayName".to_owned(), json!(label));
        }
    }
    json
}
