//! The properties of a connector that is made from a source of another kind, and what users of a
//! connection are asked for (spec section C.7).

use serde_json::{Map, Value, json};

use crate::Connector;
use crate::policy::OPERATIONS_KEY;
use crate::security::oauth::{IdentityProvider, OAuthField, new_settings};

/// Properties in the making.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NewProperties(Value);

impl NewProperties {
    /// Properties that ask for nothing yet.
    pub(super) fn blank() -> Self {
        Self(Connector::blank_properties())
    }

    /// The properties document.
    pub(super) fn into_value(self) -> Value {
        self.0
    }

    fn members(&mut self) -> Option<&mut Map<String, Value>> {
        self.0.get_mut("properties")?.as_object_mut()
    }

    /// Adds a connection parameter.
    pub(super) fn connection_parameter(&mut self, key: &str, parameter: Value) {
        let Some(members) = self.members() else {
            return;
        };
        let all = members
            .entry("connectionParameters")
            .or_insert_with(|| json!({}));
        if let Some(all) = all.as_object_mut() {
            all.insert(key.to_owned(), parameter);
        }
    }

    /// Adds a policy.
    pub(super) fn policy(&mut self, template: &str, title: &str, parameters: Value) {
        let Some(members) = self.members() else {
            return;
        };
        let all = members
            .entry("policyTemplateInstances")
            .or_insert_with(|| json!([]));
        if let Some(all) = all.as_array_mut() {
            all.push(json!({ "templateId": template, "title": title, "parameters": parameters }));
        }
    }

    /// The policy that writes “Bearer” before a token that a connection parameter holds, for these operations or all.
    pub(super) fn send_bearer_token(&mut self, key: &str, only: Option<&[String]>) {
        let token = format!("Bearer @connectionParameters('{key}')");
        self.send_header("Send the token", "Authorization", &token, only);
    }

    /// The policy that sends these cookies, in which connection parameters stand, for these operations or all.
    pub(super) fn send_cookies(&mut self, cookies: &str, only: Option<&[String]>) {
        self.send_header("Send the cookies", "Cookie", cookies, only);
    }

    fn send_header(&mut self, title: &str, name: &str, value: &str, only: Option<&[String]>) {
        let mut parameters = json!({
            "x-ms-apimTemplateParameter.name": name,
            "x-ms-apimTemplateParameter.value": value,
            "x-ms-apimTemplateParameter.existsAction": "override",
            "x-ms-apimTemplate-policySection": "Request"
        });
        if let (Some(only), Some(members)) = (only, parameters.as_object_mut()) {
            members.insert(OPERATIONS_KEY.to_owned(), json!(only));
        }
        self.policy("setheader", title, parameters);
    }

    /// Lets users choose among these sets of connection parameters.
    pub(super) fn parameter_sets(&mut self, sets: Vec<Value>) {
        let value = json!({
            "uiDefinition": { "displayName": "Authentication type", "description": "How to sign in" },
            "values": sets
        });
        if let Some(members) = self.members() {
            members.insert("connectionParameterSets".to_owned(), value);
        }
    }
}

/// A user name.
pub(super) fn user_name() -> Value {
    field("string", "User name", "The user name for this API")
}

/// A password.
pub(super) fn password() -> Value {
    field("securestring", "Password", "The password for this API")
}

/// A token that is sent with “Bearer” before it.
pub(super) fn bearer_token() -> Value {
    field(
        "securestring",
        "Token",
        "The token for this API, without “Bearer”",
    )
}

/// A token that is sent as it is entered.
pub(super) fn whole_bearer_token() -> Value {
    field(
        "securestring",
        "Token",
        "The token for this API: “Bearer”, a space and the token",
    )
}

/// A key that is sent under this name.
pub(super) fn key(name: &str) -> Value {
    field("securestring", name, "The key for this API")
}

/// Signing in with OAuth 2.0 (spec section C.5).
pub(super) fn sign_in(scopes: &[String], address: impl Fn(OAuthField) -> String) -> Value {
    let settings = new_settings(&IdentityProvider::Generic, scopes, |field| match field {
        OAuthField::RefreshUrl => match address(OAuthField::RefreshUrl) {
            url if url.is_empty() => address(OAuthField::TokenUrl),
            url => url,
        },
        other => address(other),
    });
    json!({
        "type": "oauthSetting",
        "oAuthSettings": settings,
        "uiDefinition": {
            "displayName": "Sign in",
            "description": "Sign in with your credentials",
            "tooltip": "Sign in with your credentials",
            "constraints": { "required": "true" }
        }
    })
}

fn field(kind: &str, label: &str, hint: &str) -> Value {
    json!({
        "type": kind,
        "uiDefinition": {
            "displayName": label,
            "description": hint,
            "tooltip": hint,
            "constraints": { "clearText": kind == "string", "required": "true", "tabIndex": 2 }
        }
    })
}

/// A key for a connection parameter: letters, digits and `_`.
pub(super) fn key_of(name: &str) -> String {
    name.chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect()
}
