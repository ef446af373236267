//! How requests sign in. Secrets are variables without a value.

use serde_json::{Value, json};

use super::{Export, text};
use crate::ledger::Fate;
use crate::swagger::Operation;

impl Export<'_> {
    /// How all requests sign in that do not say otherwise.
    pub(super) fn auth_of_all(&mut self) -> Option<Value> {
        self.auth(self.definition.get("security"), "/security")
    }

    /// How a request signs in; none where it does as all do.
    pub(super) fn auth_of(&mut self, operation: &Operation<'_>) -> Option<Value> {
        let own = operation.json().get("security")?;
        let pointer = operation.key().location().pointer(self.definition) + "/security";
        if own.as_array().is_some_and(Vec::is_empty) {
            return Some(json!({ "type": "noauth" }));
        }
        self.auth(Some(own), &pointer)
    }

    /// The first of the ways that are offered; a request of a collection has one.
    fn auth(&mut self, security: Option<&Value>, pointer: &str) -> Option<Value> {
        let ways = security?.as_array()?;
        let schemes = ways.first()?.as_object()?;
        if ways.len() > 1 {
            let message = "A request of Postman signs in one way: the first of these is taken.";
            self.ledger
                .enter_in_english(pointer, Fate::Lowered, message);
        }
        if schemes.len() > 1 {
            let message =
                "A request of Postman signs in with one scheme: the first of these is taken.";
            self.ledger
                .enter_in_english(format!("{pointer}/0"), Fate::Lowered, message);
        }
        let Some((name, scopes)) = schemes.iter().next() else {
            return Some(json!({ "type": "noauth" }));
        };
        let schemes = self.definition.get("securityDefinitions");
        let scheme = schemes.and_then(|all| all.get(name));
        let Some(scheme) = scheme else {
            let message =
                format!("There is no security definition “{name}”: requests do not sign in.");
            self.ledger
                .enter_in_english(pointer, Fate::Dropped, message);
            return None;
        };
        match text(scheme, "type").unwrap_or_default() {
            "basic" => Some(self.settings("basic", &[], &["username", "password"])),
            "apiKey" => {
                let of_key = [
                    ("key", text(scheme, "name").unwrap_or_default().to_owned()),
                    ("in", text(scheme, "in").unwrap_or("header").to_owned()),
                    ("value", "{{apiKey}}".to_owned()),
                ];
                self.ask_for("apiKey");
                Some(self.settings("apikey", &of_key, &[]))
            }
            "oauth2" => Some(self.oauth(scheme, scopes)),
            other => {
                let message = format!("Postman has no authentication of type “{other}”.");
                self.ledger
                    .enter_in_english(pointer, Fate::Dropped, message);
                None
            }
        }
    }

    fn oauth(&mut self, scheme: &Value, scopes: &Value) -> Value {
        let grant = match text(scheme, "flow") {
            Some("implicit") => "implicit",
            Some("application") => "client_credentials",
            Some("password") => "password_credentials",
            _ => "authorization_code",
        };
        let scopes = scopes.as_array().into_iter().flatten();
        let scopes: Vec<&str> = scopes.filter_map(Value::as_str).collect();
        let mut settings = vec![
            ("addTokenTo", "header".to_owned()),
            ("grant_type", grant.to_owned()),
        ];
        for (key, member) in [
            ("authUrl", "authorizationUrl"),
            ("accessTokenUrl", "tokenUrl"),
        ] {
            settings.extend(text(scheme, member).map(|url| (key, url.to_owned())));
        }
        settings.push(("scope", scopes.join(" ")));
        self.settings("oauth2", &settings, &["clientId", "clientSecret"])
    }

    /// Settings of one kind, with a variable for each thing that a person supplies.
    fn settings(&mut self, kind: &str, said: &[(&str, String)], asked: &[&'static str]) -> Value {
        let entry =
            |key: &str, value: &str| json!({ "key": key, "value": value, "type": "string" });
        let mut list: Vec<Value> = said.iter().map(|(key, value)| entry(key, value)).collect();
        for key in asked {
            self.ask_for(key);
            list.push(entry(key, &format!("{{{{{key}}}}}")));
        }
        json!({ "type": kind, kind: list })
    }

    fn ask_for(&mut self, variable: &'static str) {
        if !self.secrets.contains(&variable) {
            self.secrets.push(variable);
        }
    }
}
