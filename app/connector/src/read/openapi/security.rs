//! Security schemes: security definitions, and the connection parameters that they need (spec section C.7).

use serde_json::{Map, Value, json};

use super::{Conversion, text};
use crate::ledger::{At, Fate};
use crate::read::properties;
use crate::security::oauth::OAuthField;

/// The flows of OAuth 2.0, the best first, with the name in Swagger 2.0.
const FLOWS: [(&str, &str); 4] = [
    ("authorizationCode", "accessCode"),
    ("implicit", "implicit"),
    ("clientCredentials", "application"),
    ("password", "password"),
];

impl<'s> Conversion<'s> {
    /// `securityDefinitions`; what users are asked for goes into the properties.
    pub(super) fn security_schemes(&mut self, at: &At<'_>) -> Map<String, Value> {
        let components = at.key("components");
        let place = components.key("securitySchemes");
        let mut out = Map::new();
        let all = self.component("securitySchemes");
        for (name, scheme) in all.into_iter().flatten() {
            let inner = place.key(name);
            let Some(scheme) = self.followed(&inner, scheme) else {
                continue;
            };
            if let Some(converted) = self.security_scheme(&inner, scheme) {
                self.schemes.insert(name.clone());
                out.insert(name.clone(), converted);
            }
        }
        self.ask_for_credentials();
        out
    }

    fn security_scheme(&mut self, at: &At<'_>, value: &'s Value) -> Option<Value> {
        let mut out = match text(value, "type").unwrap_or_default() {
            "apiKey" => self.api_key(at, value)?,
            "http" => self.http(at, value)?,
            "oauth2" => self.oauth2(at, value)?,
            "openIdConnect" => {
                let url = text(value, "openIdConnectUrl").unwrap_or_default();
                let message = format!(
                    "Swagger 2.0 has no OpenID Connect. Choose OAuth 2.0 in the Security step; its addresses stand in {url}."
                );
                self.note(at, Fate::Dropped, message);
                return None;
            }
            other => {
                let message = format!("Swagger 2.0 has no security of type “{other}”.");
                self.note(at, Fate::Dropped, message);
                return None;
            }
        };
        if let Some(description) = text(value, "description") {
            out.insert("description".to_owned(), json!(description));
        }
        for (key, value) in value.as_object().into_iter().flatten() {
            if key.starts_with("x-") {
                out.insert(key.clone(), value.clone());
            }
        }
        Some(Value::Object(out))
    }

    fn api_key(&mut self, at: &At<'_>, value: &Value) -> Option<Map<String, Value>> {
        let place = text(value, "in").unwrap_or_default();
        if !matches!(place, "header" | "query") {
            let message = format!(
                "Swagger 2.0 has no keys in “{place}”. Send it as a header “Cookie” by a policy."
            );
            self.note(at, Fate::Dropped, message);
            return None;
        }
        let name = text(value, "name").unwrap_or_default();
        Some(members(
            json!({ "type": "apiKey", "in": place, "name": name }),
        ))
    }

    fn http(&mut self, at: &At<'_>, value: &Value) -> Option<Map<String, Value>> {
        let scheme = text(value, "scheme").unwrap_or_default();
        match scheme.to_ascii_lowercase().as_str() {
            "basic" => Some(members(json!({ "type": "basic" }))),
            "bearer" => {
                let message = "Swagger 2.0 has no bearer tokens: it is a key in the header Authorization, and a policy \
                               writes “Bearer” before it.";
                self.note(at, Fate::Changed, message);
                Some(members(
                    json!({ "type": "apiKey", "in": "header", "name": "Authorization" }),
                ))
            }
            _ => {
                let message = format!("Swagger 2.0 has no HTTP authentication “{scheme}”.");
                self.note(at, Fate::Dropped, message);
                None
            }
        }
    }

    fn oauth2(&mut self, at: &At<'_>, value: &'s Value) -> Option<Map<String, Value>> {
        let place = at.key("flows");
        let flows = value.get("flows").and_then(Value::as_object);
        let (chosen, flow) = self.flow(value)?;
        for (other, _) in flows
            .into_iter()
            .flatten()
            .filter(|(name, _)| *name != chosen)
        {
            let message = format!("A security definition has one flow in Swagger 2.0: {chosen}.");
            self.note(&place.key(other), Fate::Dropped, message);
        }
        let name = FLOWS
            .iter()
            .find(|(own, _)| *own == chosen)
            .map_or("accessCode", |(_, name)| name);
        let mut out = members(json!({ "type": "oauth2", "flow": name }));
        if matches!(name, "accessCode" | "implicit") {
            out.insert(
                "authorizationUrl".to_owned(),
                json!(self.address(flow, "authorizationUrl")),
            );
        }
        if name != "implicit" {
            out.insert("tokenUrl".to_owned(), json!(self.address(flow, "tokenUrl")));
        }
        out.insert(
            "scopes".to_owned(),
            flow.get("scopes").cloned().unwrap_or_else(|| json!({})),
        );
        Some(out)
    }

    /// The best flow of a scheme, with its name.
    fn flow(&self, scheme: &'s Value) -> Option<(&'static str, &'s Value)> {
        let flows = scheme.get("flows")?;
        FLOWS
            .iter()
            .find_map(|(name, _)| Some((*name, flows.get(name)?)))
    }

    /// An address of a flow; one that is relative is relative to the server.
    fn address(&self, flow: &Value, key: &str) -> String {
        let url = text(flow, key).unwrap_or_default();
        let server = self.root.get("servers").and_then(|servers| servers.get(0));
        let server = server
            .and_then(|server| text(server, "url"))
            .unwrap_or_default();
        match crate::general::split_url(server) {
            Some((scheme, host, _)) if url.starts_with('/') => format!("{scheme}://{host}{url}"),
            _ => url.to_owned(),
        }
    }

    /// `security`, without what did not come through.
    pub(super) fn requirements(&mut self, at: &At<'_>, value: &Value) -> Value {
        let mut out = Vec::new();
        for (index, requirement) in value.as_array().into_iter().flatten().enumerate() {
            let number = index.to_string();
            let place = at.key(&number);
            let mut kept = Map::new();
            let mut lost = false;
            for (name, scopes) in requirement.as_object().into_iter().flatten() {
                if !self.schemes.contains(name) {
                    lost = true;
                    self.note(
                        &place.key(name),
                        Fate::Dropped,
                        "The security scheme did not come through.",
                    );
                    continue;
                }
                let scheme = self
                    .component("securitySchemes")
                    .and_then(|all| all.get(name));
                let is_oauth = scheme.is_some_and(|scheme| text(scheme, "type") == Some("oauth2"));
                let scopes = if is_oauth { scopes.clone() } else { json!([]) };
                kept.insert(name.clone(), scopes);
            }
            if !kept.is_empty() || !lost {
                out.push(Value::Object(kept));
            }
        }
        Value::Array(out)
    }

    /// The alternatives of the whole API, each by the names of its schemes; else the first scheme.
    fn alternatives_of_security(&self) -> Vec<Vec<String>> {
        let names = |requirement: &Value| -> Vec<String> {
            let names = requirement
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, _)| name.clone());
            names.filter(|name| self.schemes.contains(name)).collect()
        };
        let of = |holder: &Value| -> Vec<Vec<String>> {
            let list = holder.get("security").and_then(Value::as_array);
            let mut all: Vec<Vec<String>> = Vec::new();
            for own in list.into_iter().flatten().map(names) {
                if !own.is_empty() && !all.contains(&own) {
                    all.push(own);
                }
            }
            all
        };
        let whole = of(self.root);
        if !whole.is_empty() {
            return whole;
        }
        let paths = self.root.get("paths").and_then(Value::as_object);
        let items = paths
            .into_iter()
            .flatten()
            .filter_map(|(_, item)| item.as_object());
        let first = items
            .flatten()
            .map(|(_, operation)| of(operation))
            .find(|all| !all.is_empty());
        first.unwrap_or_else(|| {
            self.schemes
                .iter()
                .take(1)
                .map(|name| vec![name.clone()])
                .collect()
        })
    }

    /// Puts what users are asked for into the properties: in one way, or in several.
    fn ask_for_credentials(&mut self) {
        let ways = self.alternatives_of_security();
        let mut sets = Vec::new();
        for names in &ways {
            let mut parameters = Map::new();
            for name in names {
                self.credentials(name, names.len() > 1, &mut parameters);
            }
            if let [_] = ways.as_slice() {
                for (key, parameter) in parameters {
                    self.properties.connection_parameter(&key, parameter);
                }
                return;
            }
            sets.push(json!({
                "name": names.join("-"),
                "uiDefinition": { "displayName": names.join(" and "), "description": "" },
                "parameters": parameters,
                "metadata": { "allowSharing": false }
            }));
        }
        if !sets.is_empty() {
            self.properties.parameter_sets(sets);
        }
    }

    /// The connection parameters of a scheme.
    fn credentials(&mut self, name: &str, beside: bool, out: &mut Map<String, Value>) {
        let scheme = self
            .component("securitySchemes")
            .and_then(|all| all.get(name));
        let Some(scheme) = scheme.and_then(|scheme| self.resolve(scheme)) else {
            return;
        };
        let key = |known: &str| {
            if beside {
                format!("{}_{known}", properties::key_of(name))
            } else {
                known.to_owned()
            }
        };
        match (
            text(scheme, "type").unwrap_or_default(),
            text(scheme, "scheme").unwrap_or_default(),
        ) {
            ("http", "basic" | "Basic") => {
                out.insert(key("username"), properties::user_name());
                out.insert(key("password"), properties::password());
            }
            ("http", _) => {
                let key = key("api_key");
                out.insert(key.clone(), properties::bearer_token());
                self.properties.send_bearer_token(&key);
            }
            ("apiKey", _) => {
                let label = text(scheme, "name").unwrap_or("API key");
                out.insert(key("api_key"), properties::key(label));
            }
            ("oauth2", _) => {
                out.insert(key("token"), self.token(scheme));
            }
            _ => {}
        }
    }

    fn token(&self, scheme: &'s Value) -> Value {
        let flow = self.flow(scheme).map(|(_, flow)| flow);
        let scopes: Vec<String> = flow
            .and_then(|flow| flow.get("scopes"))
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .map(|(scope, _)| scope.clone())
            .collect();
        let address = |key: &str| flow.map(|flow| self.address(flow, key)).unwrap_or_default();
        properties::sign_in(&scopes, |field| match field {
            OAuthField::AuthorizationUrl => address("authorizationUrl"),
            OAuthField::TokenUrl => address("tokenUrl"),
            OAuthField::RefreshUrl => address("refreshUrl"),
            _ => String::new(),
        })
    }
}

fn members(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}
