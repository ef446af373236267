//! The security definitions of a connector, and which way to authenticate each of them serves.

use serde_json::{Map, Value, json};

use super::oauth::Addresses;
use super::{Security, Way};
use crate::document::{Edit, Path};
use crate::general::ROOT_ORDER;
use crate::{Connector, Part};

/// All security definitions, by name, in their order.
pub(super) fn all(connector: &Connector) -> Vec<(&str, &Value)> {
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

/// The definition of this type that serves a way: the one that is named as a connection parameter
/// of the way or as its set, or the first.
pub(super) fn of_type<'c>(
    connector: &'c Connector,
    way: Way,
    kind: &str,
) -> Option<(&'c str, &'c Value)> {
    let found = all(connector);
    let mut of_type = found
        .into_iter()
        .filter(|(_, scheme)| scheme.get("type").is_some_and(|t| t == kind));
    let first = of_type.next()?;
    let parameters = way.parameters(connector);
    let set = way.name(connector);
    let named =
        |(name, _): &(&str, &Value)| *name == set || parameters.iter().any(|p| p.key() == *name);
    if named(&first) {
        return Some(first);
    }
    Some(of_type.find(named).unwrap_or(first))
}

/// What a way is to be.
#[derive(Clone, Copy)]
pub(super) enum Is<'a> {
    /// What it was.
    AsItWas,
    /// This.
    New(&'a Security),
}

/// A way to authenticate, as it was and as it is to be.
pub(super) struct Served<'a> {
    /// Which.
    pub(super) way: Way,
    /// What it was.
    pub(super) was: Security,
    /// What it is to be.
    pub(super) is: Is<'a>,
    /// The name of a new definition of a key.
    pub(super) key: String,
    /// Whether no other way has a key of its own.
    pub(super) is_only_key: bool,
    /// The addresses of OAuth, before and after.
    pub(super) addresses: (Option<Addresses>, Option<Addresses>),
}

impl Served<'_> {
    fn is(&self) -> &Security {
        match self.is {
            Is::AsItWas => &self.was,
            Is::New(is) => is,
        }
    }

    fn present<'c>(&self, connector: &'c Connector, of: &Security) -> Option<(&'c str, &'c Value)> {
        of_type(connector, self.way, of.scheme_type()?)
    }

    /// The definition that it needs.
    fn wanted(&self, connector: &Connector) -> Option<(String, Value)> {
        let kind = self.is().scheme_type()?;
        let shared = |key: &str| match self.is() {
            Security::ApiKey { .. } => self.is_only_key || key == self.key,
            _ => true,
        };
        let present = self
            .present(connector, self.is())
            .filter(|(key, _)| shared(key));
        let (name, mut scheme) = match (present, kind) {
            (Some((key, scheme)), _) => (key.to_owned(), scheme.clone()),
            (None, "basic") => ("basic_auth".to_owned(), json!({ "type": kind })),
            (None, "oauth2") => (
                "oauth2_auth".to_owned(),
                json!({ "type": kind, "flow": "accessCode" }),
            ),
            (None, _) => (self.key.clone(), json!({ "type": kind })),
        };
        if let Some(members) = scheme.as_object_mut() {
            self.fill(members, present.is_none());
        }
        Some((name, scheme))
    }

    fn fill(&self, members: &mut Map<String, Value>, is_new: bool) {
        if let Security::ApiKey { name, location, .. } = self.is() {
            members.insert("in".to_owned(), json!(location.as_str()));
            members.insert("name".to_owned(), json!(name));
        }
        let Some(after) = &self.addresses.1 else {
            return;
        };
        let before = self.addresses.0.as_ref().map(Addresses::urls);
        let (authorization, token) = after.urls();
        let said = before.map_or((String::new(), String::new()), |urls| urls);
        let follows = |members: &Map<String, Value>, key: &str, said: &str| {
            let present = members.get(key).and_then(Value::as_str);
            is_new || present.is_none_or(|text| text == said || text.is_empty())
        };
        if follows(members, "authorizationUrl", &said.0) {
            members.insert("authorizationUrl".to_owned(), json!(authorization));
        }
        if follows(members, "tokenUrl", &said.1) {
            members.insert("tokenUrl".to_owned(), json!(token));
        }
        let scopes = after.scopes(members.get("scopes"));
        members.insert("scopes".to_owned(), scopes);
    }
}

/// The edits that make the definition say what these ways need. Definitions that served a way and
/// serve none any more go; those that never did stay, unless there is but one way.
pub(super) fn edits(connector: &Connector, ways: &[Served<'_>]) -> Vec<Edit> {
    let mut names = Vec::new();
    let mut wanted = Map::new();
    for (name, scheme) in ways.iter().filter_map(|way| way.wanted(connector)) {
        names.push(name.clone());
        wanted.insert(name, scheme);
    }
    let served = |name: &str| {
        ways.iter().any(|way| {
            way.way == Way::Only
                || way
                    .present(connector, &way.was)
                    .is_some_and(|(present, _)| present == name)
        })
    };
    let mut definitions = Map::new();
    for (name, scheme) in all(connector) {
        match wanted.shift_remove(name) {
            Some(scheme) => definitions.insert(name.to_owned(), scheme),
            None if served(name) => None,
            None => definitions.insert(name.to_owned(), scheme.clone()),
        };
    }
    definitions.extend(wanted);
    let put = |key: &str, value: Value| {
        let is_empty = value.as_object().is_some_and(Map::is_empty)
            || value.as_array().is_some_and(Vec::is_empty);
        if is_empty && connector.definition().get(key).is_none() {
            return None;
        }
        let place = Path::of([key]);
        connector.set_in_order(Part::Definition, &place, Some(value), ROOT_ORDER)
    };
    let kind_changed = ways.iter().any(|way| !way.is().is_like(&way.was));
    let requirement = requirement(connector, ways, &names, &definitions);
    let required = kind_changed.then(|| put("security", requirement)).flatten();
    let defined = put("securityDefinitions", Value::Object(definitions));
    defined.into_iter().chain(required).collect()
}

/// One alternative for each way; what is required already stays, if it is still defined.
fn requirement(
    connector: &Connector,
    ways: &[Served<'_>],
    names: &[String],
    definitions: &Map<String, Value>,
) -> Value {
    let is_only = ways.iter().any(|way| way.way == Way::Only);
    let present = connector
        .definition()
        .get("security")
        .and_then(Value::as_array);
    let defined = |entry: &&Value| {
        let mut names = entry.as_object().into_iter().flat_map(Map::keys);
        names.all(|name| definitions.contains_key(name))
    };
    let mut list: Vec<Value> = match present {
        Some(list) if !is_only => list.iter().filter(defined).cloned().collect(),
        _ => Vec::new(),
    };
    for name in names {
        if !list.iter().any(|entry| entry.get(name).is_some()) {
            list.push(json!({ name: [] }));
        }
    }
    Value::Array(list)
}
