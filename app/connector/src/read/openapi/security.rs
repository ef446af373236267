//! Security schemes become security definitions (spec section C.7).

use serde_json::{Map, Value, json};

use super::{Conversion, text};
use crate::ledger::{At, Fate};
use crate::message::message;

/// The flows of OAuth 2.0, the best first, with the name in Swagger 2.0.
const FLOWS: [(&str, &str); 4] = [
    ("authorizationCode", "accessCode"),
    ("implicit", "implicit"),
    ("clientCredentials", "application"),
    ("password", "password"),
];

/// What stands for an address that is not known: no host is ever called so (RFC 2606).
const NOWHERE: &str = "https://unknown.invalid";

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
            if let Some(converted) = self.security_scheme(&inner, name, scheme) {
                self.schemes.insert(name.clone());
                out.insert(name.clone(), converted);
            }
        }
        self.ask_for_credentials(&place);
        out
    }

    fn security_scheme(&mut self, at: &At<'_>, name: &str, value: &'s Value) -> Option<Value> {
        let mut out = match text(value, "type").unwrap_or_default() {
            "apiKey" => self.api_key(at, name, value)?,
            "http" => self.http(at, value)?,
            "oauth2" => self.oauth2(at, value)?,
            "openIdConnect" => self.open_id(at, name, value)?,
            other => {
                let message = message!("Swagger 2.0 has no security of type “{other}”.", other);
                self.note(at, Fate::Dropped, message);
                return None;
            }
        };
        if let Some(description) = text(value, "description") {
            out.insert("description".to_owned(), json!(description));
        }
        for (key, value) in value.as_object().into_iter().flatten() {
            match key.as_str() {
                "type" | "description" | "name" | "in" | "scheme" | "flows"
                | "openIdConnectUrl" => {}
                key if key.starts_with("x-") => {
                    out.insert(key.to_owned(), value.clone());
                }
                "deprecated" if *value == json!(false) => {}
                _ => {
                    let message = message!("Security definitions of Swagger 2.0 do not say it.");
                    self.note(&at.key(key), Fate::Dropped, message);
                }
            }
        }
        Some(Value::Object(out))
    }

    /// OpenID Connect is OAuth 2.0 whose addresses stand in another document. A definition must name addresses, so
    /// it names that document until the maker enters them.
    fn open_id(&mut self, at: &At<'_>, name: &str, value: &Value) -> Option<Map<String, Value>> {
        let url = text(value, "openIdConnectUrl").unwrap_or_default();
        if crate::general::split_url(url).is_none() {
            let message = message!(
                "It does not say where its addresses stand. Set up OAuth 2.0 in the Security step."
            );
            self.note(at, Fate::Dropped, message);
            return None;
        }
        let message = message!(
            "Swagger 2.0 has no OpenID Connect: it became OAuth 2.0. Enter the addresses in the Security step; \
             they stand in {url}.",
            url
        );
        self.note(at, Fate::Lowered, message);
        let scopes: Map<String, Value> = self
            .scopes_asked_for(name)
            .into_iter()
            .map(|scope| (scope, json!("")))
            .collect();
        Some(members(json!({
            "type": "oauth2", "flow": "accessCode", "authorizationUrl": url, "tokenUrl": url, "scopes": scopes
        })))
    }

    /// The scopes that the whole API asks for of a scheme; that of OpenID Connect where it names none.
    pub(super) fn scopes_asked_for(&self, name: &str) -> Vec<String> {
        let security = self.root.get("security").and_then(Value::as_array);
        let mut scopes: Vec<String> = Vec::new();
        let all = security
            .into_iter()
            .flatten()
            .filter_map(|requirement| requirement.get(name)?.as_array());
        for scope in all.flatten().filter_map(Value::as_str) {
            if !scopes.iter().any(|known| known == scope) {
                scopes.push(scope.to_owned());
            }
        }
        if scopes.is_empty() {
            scopes.push("openid".to_owned());
        }
        scopes
    }

    fn api_key(&mut self, at: &At<'_>, own: &str, value: &Value) -> Option<Map<String, Value>> {
        let place = text(value, "in").unwrap_or_default();
        if place == "cookie" {
            // What becomes of it is named once it is known whether a policy can send it.
            self.cookies.insert(own.to_owned(), String::new());
            return None;
        }
        if !matches!(place, "header" | "query") {
            let message = message!("Swagger 2.0 has no keys in “{place}”.", place);
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
            // How it is sent is named once it is known who sends it.
            "bearer" => Some(members(
                json!({ "type": "apiKey", "in": "header", "name": "Authorization" }),
            )),
            _ => {
                let message =
                    message!("Swagger 2.0 has no HTTP authentication “{scheme}”.", scheme);
                self.note(at, Fate::Dropped, message);
                None
            }
        }
    }

    fn oauth2(&mut self, at: &At<'_>, value: &'s Value) -> Option<Map<String, Value>> {
        let place = at.key("flows");
        let flows = value.get("flows").and_then(Value::as_object);
        let Some((chosen, flow)) = self.flow(value) else {
            let names: Vec<&str> = flows
                .into_iter()
                .flatten()
                .map(|(name, _)| name.as_str())
                .collect();
            let message = match names.as_slice() {
                [] => message!("It has no flow. Set up OAuth 2.0 in the Security step."),
                names => message!(
                    "Swagger 2.0 knows none of its flows: {names}. Set up another way in the Security step.",
                    names = names.join(", ")
                ),
            };
            self.note(&place, Fate::Dropped, message);
            return None;
        };
        for (other, _) in flows
            .into_iter()
            .flatten()
            .filter(|(name, _)| *name != chosen)
        {
            let message = message!(
                "A security definition has one flow in Swagger 2.0: {chosen}.",
                chosen
            );
            self.note(&place.key(other), Fate::Dropped, message);
        }
        let name = FLOWS
            .iter()
            .find(|(own, _)| *own == chosen)
            .map_or("accessCode", |(_, name)| name);
        let mut out = members(json!({ "type": "oauth2", "flow": name }));
        let flow_place = place.key(chosen);
        if matches!(name, "accessCode" | "implicit") {
            self.flow_address(&flow_place, flow, "authorizationUrl", &mut out);
        }
        if name != "implicit" {
            self.flow_address(&flow_place, flow, "tokenUrl", &mut out);
        }
        out.insert(
            "scopes".to_owned(),
            flow.get("scopes").cloned().unwrap_or_else(|| json!({})),
        );
        Some(out)
    }

    /// The best flow of a scheme, with its name.
    pub(super) fn flow(&self, scheme: &'s Value) -> Option<(&'static str, &'s Value)> {
        let flows = scheme.get("flows")?;
        FLOWS
            .iter()
            .find_map(|(name, _)| Some((*name, flows.get(name)?)))
    }

    /// An address of a flow; empty where it is not known.
    pub(super) fn address(&self, flow: &Value, key: &str) -> String {
        self.absolute(text(flow, key).unwrap_or_default())
            .unwrap_or_default()
    }

    /// Puts an address into a security definition, which must name it.
    fn flow_address(&mut self, at: &At<'_>, flow: &Value, key: &str, out: &mut Map<String, Value>) {
        let mut address = self.address(flow, key);
        if address.is_empty() {
            NOWHERE.clone_into(&mut address);
            let message = message!(
                "It is no whole address, and {nowhere} stands for it. Enter it in the Security step.",
                nowhere = NOWHERE
            );
            self.note(&at.key(key), Fate::Lowered, message);
        }
        out.insert(key.to_owned(), json!(address));
    }

    /// Names scopes that are asked for, but that the flow of the scheme does not list: connections do not ask for them.
    fn note_other_scopes(&mut self, at: &At<'_>, scheme: Option<&'s Value>, asked: &Value) {
        let flow = scheme
            .and_then(|scheme| self.resolve(scheme))
            .and_then(|scheme| self.flow(scheme));
        let Some((_, flow)) = flow else { return };
        let listed = flow.get("scopes").and_then(Value::as_object);
        let asked = asked.as_array().into_iter().flatten();
        for scope in asked.filter_map(Value::as_str) {
            if listed.is_none_or(|listed| !listed.contains_key(scope)) {
                let message = message!(
                    "The flow does not list the scope “{scope}”, so connections do not ask for it. Enter it in the Security step.",
                    scope
                );
                self.note(at, Fate::Lowered, message);
            }
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
                if self.cookies.contains_key(name) {
                    // It has an entry of its own.
                    lost = true;
                    continue;
                }
                if !self.schemes.contains(name) {
                    lost = true;
                    self.note(
                        &place.key(name),
                        Fate::Dropped,
                        message!("The security scheme did not come through."),
                    );
                    continue;
                }
                let scheme = self
                    .component("securitySchemes")
                    .and_then(|all| all.get(name));
                let kind = scheme
                    .and_then(|scheme| self.resolve(scheme))
                    .and_then(|scheme| text(scheme, "type"));
                let is_oauth = matches!(kind, Some("oauth2" | "openIdConnect"));
                let scopes = if is_oauth { scopes.clone() } else { json!([]) };
                self.note_other_scopes(&place.key(name), scheme, &scopes);
                kept.insert(name.clone(), scopes);
            }
            let kept = Value::Object(kept);
            let is_bare = kept == json!({});
            // What is left of one requirement may be what another one says.
            if !out.contains(&kept) && (!is_bare || !lost) {
                out.push(kept);
            }
        }
        Value::Array(out)
    }
}

fn members(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}
