//! What users of a connection are asked for by the security schemes (spec sections C.5, C.7), and the
//! policies that send what a security definition cannot.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Conversion, text};
use crate::ledger::{At, Fate};
use crate::message::{Message, message};
use crate::read::properties;
use crate::security::oauth::OAuthField;

impl<'s> Conversion<'s> {
    /// Whether users are asked for what a scheme needs.
    fn is_asked_for(&self, name: &str) -> bool {
        self.schemes.contains(name) || self.cookies.contains_key(name)
    }

    /// The alternatives of the whole API, each by the names of its schemes; else the first scheme.
    fn alternatives_of_security(&self) -> Vec<Vec<String>> {
        let names = |requirement: &Value| -> Vec<String> {
            let names = requirement
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, _)| name.clone());
            names.filter(|name| self.is_asked_for(name)).collect()
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
    pub(super) fn ask_for_credentials(&mut self, at: &At<'_>) {
        let mut ways = self.alternatives_of_security();
        if ways.len() > 1 {
            // A policy is for all connections: it would send an empty cookie for those of other ways.
            ways.retain(|names| !names.iter().any(|name| self.cookies.contains_key(name)));
        }
        match ways.as_slice() {
            [names] => self.ask_in_one_way(at, names),
            several => {
                let sets: Vec<Value> = several.iter().map(|way| self.set(at, way)).collect();
                if !sets.is_empty() {
                    self.properties.parameter_sets(sets);
                }
            }
        }
        self.note_cookies(at, ways.first().filter(|_| ways.len() == 1));
        self.note_other_bearers(at, &ways);
        self.ways = ways;
    }

    /// Names what an operation asks for that no connection has: it is called without.
    pub(super) fn note_unmet(&mut self, at: &At<'_>, security: &Value) {
        let requirements: Vec<Vec<String>> = security
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_object)
            .map(|requirement| requirement.iter().map(|(name, _)| name.clone()).collect())
            .collect();
        // What did not come through has an entry of its own.
        let is_known = |name: &String| self.schemes.contains(name);
        let is_met = |names: &Vec<String>| {
            let is_in = |way: &Vec<String>| names.iter().all(|name| way.contains(name));
            names.is_empty() || self.ways.iter().any(is_in) || !names.iter().all(is_known)
        };
        let Some(first) = requirements.first() else {
            return;
        };
        if requirements.iter().any(is_met) {
            return;
        }
        let message = message!(
            "Connections do not ask for all that this operation needs ({names}), so it is called without. Offer another way in the Security step, or make a connector of its own for such operations.",
            names = Message::listed(first)
        );
        self.note(at, Fate::Lowered, message);
    }

    /// Bearer tokens that the whole API does not ask for are keys that users are not asked for.
    fn note_other_bearers(&mut self, at: &At<'_>, ways: &[Vec<String>]) {
        let asked: BTreeSet<&String> = ways.iter().flatten().collect();
        let schemes: Vec<String> = self.schemes.iter().cloned().collect();
        for name in schemes {
            if self.is_bearer(&name) && !asked.contains(&name) {
                let message = message!(
                    "Swagger 2.0 has no bearer tokens: it is a key in the header Authorization, with “Bearer” \
                               before it. Connections do not ask for it."
                );
                self.note(&at.key(&name), Fate::Lowered, message);
            }
        }
    }

    fn ask_in_one_way(&mut self, at: &At<'_>, names: &[String]) {
        let mut parameters = Map::new();
        for name in names {
            let key = self.credentials(name, names.len() > 1, &mut parameters);
            if let Some(key) = key.filter(|_| self.is_bearer(name)) {
                self.tokens.push((name.clone(), key));
                let message = message!(
                    "Swagger 2.0 has no bearer tokens: it is a key in the header Authorization, and a \
                               policy writes “Bearer” before it."
                );
                self.note(&at.key(name), Fate::Changed, message);
            }
        }
        for (key, parameter) in parameters {
            self.properties.connection_parameter(&key, parameter);
        }
        self.sent_cookies = names.to_vec();
    }

    /// Remembers which schemes an operation asks for.
    pub(super) fn remember_security(&mut self, id: &str, operation: &Value) {
        let own = operation.get("security");
        let list = own.or_else(|| self.root.get("security"));
        let requirements = list.and_then(Value::as_array).into_iter().flatten();
        let names = requirements.filter_map(Value::as_object).flatten();
        let names = names.map(|(name, _)| name.clone()).collect();
        self.secured.push((id.to_owned(), names));
    }

    /// The policies that send what users enter, to the operations that ask for it.
    pub(super) fn credential_policies(&mut self) {
        for (name, key) in std::mem::take(&mut self.tokens) {
            let only = self.only_for(|schemes| schemes.contains(&name));
            self.properties.send_bearer_token(&key, only.as_deref());
        }
        let names = std::mem::take(&mut self.sent_cookies);
        self.send_cookies(&names);
    }

    /// The IDs of the operations that ask for one of these schemes; none where all do. Where none does, users are
    /// asked for the first scheme that there is, which may be for any.
    fn only_for(&self, asks: impl Fn(&BTreeSet<String>) -> bool) -> Option<Vec<String>> {
        let ids = self.secured.iter().filter(|(_, schemes)| asks(schemes));
        let ids: Vec<String> = ids.map(|(id, _)| id.clone()).collect();
        (!ids.is_empty() && ids.len() < self.secured.len()).then_some(ids)
    }

    /// A set of connection parameters, whose keys no other set has.
    fn set(&mut self, at: &At<'_>, names: &[String]) -> Value {
        let mut parameters = Map::new();
        for name in names {
            let key = self.credentials(name, true, &mut parameters);
            if let Some(key) = key.filter(|_| self.is_bearer(name)) {
                // A policy would write “Bearer” for those who sign in otherwise, too.
                parameters.insert(key, properties::whole_bearer_token());
                let message = message!(
                    "Swagger 2.0 has no bearer tokens: it is a key in the header Authorization. There are \
                               other ways to sign in, so no policy writes “Bearer” before it: users enter it."
                );
                self.note(&at.key(name), Fate::Lowered, message);
            }
        }
        json!({
            "name": names.join("-"),
            "uiDefinition": { "displayName": names.join(" and "), "description": "" },
            "parameters": parameters,
            "metadata": { "allowSharing": false }
        })
    }

    fn scheme(&self, name: &str) -> Option<&'s Value> {
        self.resolve(self.component("securitySchemes")?.get(name)?)
    }

    fn is_bearer(&self, name: &str) -> bool {
        let scheme = self.scheme(name).and_then(|scheme| text(scheme, "scheme"));
        scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("bearer"))
    }

    /// The connection parameters of a scheme; the key of the one that is sent as it is.
    fn credentials(
        &mut self,
        name: &str,
        beside: bool,
        out: &mut Map<String, Value>,
    ) -> Option<String> {
        let scheme = self.scheme(name)?;
        let own = properties::key_of(name);
        let key = |known: &str| match beside && own != known {
            true => format!("{own}_{known}"),
            false => known.to_owned(),
        };
        let http = text(scheme, "scheme").unwrap_or_default();
        match text(scheme, "type").unwrap_or_default() {
            "http" if http.eq_ignore_ascii_case("basic") => {
                out.insert(key("username"), properties::user_name());
                out.insert(key("password"), properties::password());
                None
            }
            "http" => {
                out.insert(key("api_key"), properties::bearer_token());
                Some(key("api_key"))
            }
            "apiKey" => {
                let label = text(scheme, "name").unwrap_or("API key");
                let key = key("api_key");
                out.insert(key.clone(), properties::key(label));
                if let Some(known) = self.cookies.get_mut(name) {
                    known.clone_from(&key);
                }
                Some(key)
            }
            "oauth2" | "openIdConnect" => {
                out.insert(key("token"), self.token(name, scheme));
                None
            }
            _ => None,
        }
    }

    /// The policy that sends the cookies among these schemes.
    fn send_cookies(&mut self, names: &[String]) {
        let cookies: Vec<String> = names
            .iter()
            .filter_map(|name| {
                let key = self.cookies.get(name)?;
                let sent = text(self.scheme(name)?, "name")?;
                Some(format!("{sent}=@connectionParameters('{key}')"))
            })
            .collect();
        if !cookies.is_empty() {
            let is_one =
                |scheme: &String| names.contains(scheme) && self.cookies.contains_key(scheme);
            let only = self.only_for(|schemes| schemes.iter().any(is_one));
            self.properties
                .send_cookies(&cookies.join("; "), only.as_deref());
        }
    }

    fn note_cookies(&mut self, at: &At<'_>, way: Option<&Vec<String>>) {
        let cookies: Vec<String> = self.cookies.keys().cloned().collect();
        for name in cookies {
            let is_sent = way.is_some_and(|names| names.contains(&name));
            let (fate, message) = if is_sent {
                let message = message!(
                    "Swagger 2.0 has no keys in cookies: a policy sends it in the header Cookie."
                );
                (Fate::Changed, message)
            } else {
                let message = message!(
                    "Swagger 2.0 has no keys in cookies, and a policy would send this one for those who sign in \
                               otherwise, too. Make a connector of its own for it, or send it by a policy."
                );
                (Fate::Dropped, message)
            };
            self.note(&at.key(&name), fate, message);
        }
    }

    fn token(&self, name: &str, scheme: &'s Value) -> Value {
        let flow = self.flow(scheme).map(|(_, flow)| flow);
        let scopes: Vec<String> = flow
            .and_then(|flow| flow.get("scopes"))
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .map(|(scope, _)| scope.clone())
            .collect();
        let scopes = if text(scheme, "type") == Some("openIdConnect") {
            self.scopes_asked_for(name)
        } else {
            scopes
        };
        let address = |key: &str| flow.map(|flow| self.address(flow, key)).unwrap_or_default();
        properties::sign_in(&scopes, |field| match field {
            OAuthField::AuthorizationUrl => address("authorizationUrl"),
            OAuthField::TokenUrl => address("tokenUrl"),
            OAuthField::RefreshUrl => address("refreshUrl"),
            _ => String::new(),
        })
    }
}
