//! How requests authenticate. Names and addresses are read, secrets are not.

use serde_json::Value;

use super::text;
use super::variables::Variables;
use crate::message::{Message, message};
use crate::read::calls::SignIn;

/// The way that an `auth` tells; none where it leaves that to the folder.
pub(super) fn sign_in(auth: Option<&Value>, variables: &Variables<'_>) -> Option<SignIn> {
    let auth = auth.filter(|auth| auth.is_object())?;
    let kind = text(auth, "type")?;
    let settings = Settings {
        of: auth.get(kind.as_ref()).unwrap_or(&Value::Null),
        variables,
    };
    Some(match kind.as_ref() {
        "noauth" => SignIn::Off,
        "basic" => SignIn::Basic,
        "bearer" => SignIn::Bearer,
        "apikey" => key(&settings),
        "oauth2" => oauth(&settings),
        "oauth1" => SignIn::Foreign(Message::verbatim("OAuth 1.0")),
        "digest" => SignIn::Foreign(message!("HTTP digest")),
        "ntlm" => SignIn::Foreign(message!("a Windows account")),
        "hawk" => SignIn::Foreign(Message::verbatim("Hawk")),
        "awsv4" => SignIn::Foreign(message!("a signature of AWS")),
        "edgegrid" => SignIn::Foreign(Message::verbatim("Akamai EdgeGrid")),
        "jwt" | "asap" => SignIn::Foreign(message!("tokens that the caller signs")),
        kind => SignIn::Foreign(Message::verbatim(&format!("“{kind}”"))),
    })
}

/// The settings of one way: an object, or a list of keys and values.
struct Settings<'s> {
    of: &'s Value,
    variables: &'s Variables<'s>,
}

impl Settings<'_> {
    fn get(&self, name: &str) -> String {
        let found = match self.of {
            Value::Array(list) => {
                let setting = list
                    .iter()
                    .find(|one| text(one, "key").is_some_and(|key| key == name));
                setting.and_then(|setting| text(setting, "value"))
            }
            of => text(of, name),
        };
        self.variables.resolved(&found.unwrap_or_default())
    }

    /// The first of these settings that says something.
    fn any(&self, names: &[&str]) -> String {
        let mut values = names.iter().map(|name| self.get(name));
        values.find(|value| !value.is_empty()).unwrap_or_default()
    }

    /// An address that can stand in a definition: one without open variables.
    fn url(&self, names: &[&str]) -> String {
        Some(self.any(names))
            .filter(|url| !url.contains("{{"))
            .unwrap_or_default()
    }
}

fn key(settings: &Settings<'_>) -> SignIn {
    let name = settings.get("key");
    let is_named = !name.is_empty() && !name.contains("{{");
    SignIn::Key {
        name: if is_named {
            name
        } else {
            "X-API-Key".to_owned()
        },
        in_query: settings.get("in") == "query",
    }
}

fn oauth(settings: &Settings<'_>) -> SignIn {
    let flow = match settings.any(&["grant_type", "grantType"]).as_str() {
        "implicit" => "implicit",
        "client_credentials" => "application",
        "password_credentials" | "password" => "password",
        _ => "accessCode",
    };
    let scopes = settings.any(&["scope", "scopes"]);
    let scopes = scopes
        .split([' ', ','])
        .filter(|scope| !scope.is_empty() && !scope.contains("{{"));
    SignIn::OAuth {
        flow: flow.to_owned(),
        authorization_url: settings.url(&["authUrl", "auth_url"]),
        token_url: settings.url(&["accessTokenUrl", "access_token_url"]),
        refresh_url: settings.url(&["refreshTokenUrl", "refresh_token_url"]),
        scopes: scopes.map(str::to_owned).collect(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::variables::Variables;
    use super::{SignIn, sign_in};
    use crate::message::Message;

    fn read(auth: &Value) -> Option<SignIn> {
        sign_in(Some(auth), &Variables::of(&Value::Null))
    }

    #[test]
    fn each_kind_is_read_in_both_shapes() {
        let key = SignIn::Key {
            name: "k".to_owned(),
            in_query: true,
        };
        for (auth, expected) in [
            (json!(null), None),
            (json!({ "type": "noauth" }), Some(SignIn::Off)),
            (json!({ "type": "basic", "basic": [] }), Some(SignIn::Basic)),
            (
                json!({ "type": "apikey", "apikey": { "key": "k", "in": "query" } }),
                Some(key.clone()),
            ),
            (
                json!({ "type": "apikey", "apikey": [{ "key": "key", "value": "k" }, { "key": "in", "value": "query" }] }),
                Some(key),
            ),
            (
                json!({ "type": "hawk" }),
                Some(SignIn::Foreign(Message::verbatim("Hawk"))),
            ),
        ] {
            assert_eq!(read(&auth), expected, "{auth}");
        }
        let oauth = read(&json!({ "type": "oauth2", "oauth2": [
            { "key": "authUrl", "value": "https://a.example/a" }, { "key": "accessTokenUrl", "value": "{{host}}/t" },
            { "key": "scope", "value": "read write" }, { "key": "clientSecret", "value": "secret" }
        ] }));
        let expected = SignIn::OAuth {
            flow: "accessCode".to_owned(),
            authorization_url: "https://a.example/a".to_owned(),
            token_url: String::new(),
            refresh_url: String::new(),
            scopes: vec!["read".to_owned(), "write".to_owned()],
        };
        assert_eq!(oauth, Some(expected));
    }
}
