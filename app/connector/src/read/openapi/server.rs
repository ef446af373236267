//! Servers: scheme, host and base path; variables become connection parameters, and servers of single
//! operations policies (spec section E, Set host URL).

use serde_json::{Map, Value, json};

use super::{Conversion, text};
use crate::general::split_url;
use crate::ledger::{At, Fate};
use crate::message::message;
use crate::read::naming::sentence;
use crate::read::properties::key_of;

impl<'s> Conversion<'s> {
    /// `host`, `basePath` and `schemes` of the first server.
    pub(super) fn servers(&mut self, at: &At<'_>, out: &mut Map<String, Value>) {
        let place = at.key("servers");
        let servers = self.root.get("servers").and_then(Value::as_array);
        let Some(first) = servers.and_then(|servers| servers.first()) else {
            return self.note(
                at,
                Fate::Added,
                message!("The document names no server. Enter the host in the General step."),
            );
        };
        let url = text(first, "url").unwrap_or_default();
        self.server_words(&place.key("0"), first);
        let first_place = place.key("0");
        let filled = self.filled(first, url);
        self.server(&first_place, &filled, out);
        if url.contains('{') {
            self.ask_for_variables(&first_place, first, url);
        }
        for (index, other) in servers.into_iter().flatten().enumerate().skip(1) {
            let number = index.to_string();
            let url = text(other, "url").unwrap_or_default();
            let message = message!(
                "A connector calls one host: the first server, not {url}. Another can be set by a policy.",
                url
            );
            self.note(&place.key(&number), Fate::Dropped, message);
        }
    }

    fn server(&mut self, at: &At<'_>, url: &str, out: &mut Map<String, Value>) {
        match split_url(url) {
            Some((scheme, host, path)) => {
                out.insert("host".to_owned(), json!(host));
                out.insert("basePath".to_owned(), json!(path));
                out.insert("schemes".to_owned(), json!([scheme]));
            }
            None => {
                let message = message!(
                    "The server is told relative to where the document was. Enter the host in the General step."
                );
                self.note(at, Fate::Lowered, message);
                let path = url
                    .split(['?', '#'])
                    .next()
                    .unwrap_or_default()
                    .trim_end_matches('/');
                let path = if path.starts_with('/') {
                    path.to_owned()
                } else {
                    format!("/{path}")
                };
                out.insert("basePath".to_owned(), json!(path));
            }
        }
    }

    /// The URL with the default of each variable in its place.
    pub(super) fn filled(&self, server: &Value, url: &str) -> String {
        let mut url = url.to_owned();
        let variables = server.get("variables").and_then(Value::as_object);
        for (name, variable) in variables.into_iter().flatten() {
            let default = match variable.get("default") {
                Some(Value::String(text)) => text.clone(),
                Some(other) => other.to_string(),
                None => String::new(),
            };
            url = url.replace(&format!("{{{name}}}"), &default);
        }
        undeclared(&url).into_iter().fold(url.clone(), |url, name| {
            url.replace(&format!("{{{name}}}"), &placeholder(&name))
        })
    }

    /// What else a server says.
    fn server_words(&mut self, at: &At<'_>, server: &Value) {
        for (key, _) in server.as_object().into_iter().flatten() {
            if !matches!(key.as_str(), "url" | "variables") {
                let message = message!("Swagger 2.0 names a host and says nothing of it.");
                self.note(&at.key(key), Fate::Dropped, message);
            }
        }
    }

    /// Asks the user of a connection for each variable, and sets the host by a policy.
    fn ask_for_variables(&mut self, at: &At<'_>, server: &'s Value, url: &str) {
        if split_url(&self.filled(server, url)).is_none() {
            let message = message!(
                "A policy sets whole addresses alone, and this server is told relative to another one: the default of each variable stands for it."
            );
            return self.note(&at.key("url"), Fate::Lowered, message);
        }
        let place = at.key("variables");
        let mut template = url.to_owned();
        let variables = server.get("variables").and_then(Value::as_object);
        for (name, variable) in variables.into_iter().flatten() {
            if !url.contains(&format!("{{{name}}}")) {
                let message = message!("The address of the server does not use it.");
                self.note(&place.key(name), Fate::Dropped, message);
                continue;
            }
            let key = key_of(name);
            template = template.replace(
                &format!("{{{name}}}"),
                &format!("@connectionParameters('{key}')"),
            );
            let parameter = question(name, variable);
            self.properties.connection_parameter(&key, parameter);
            let message = message!("It became the connection parameter “{key}”.", key);
            self.note(&place.key(name), Fate::Changed, message);
        }
        for name in undeclared(&template) {
            let key = key_of(&name);
            let asked = format!("@connectionParameters('{key}')");
            template = template.replace(&format!("{{{name}}}"), &asked);
            let parameter = question(&name, &json!({}));
            self.properties.connection_parameter(&key, parameter);
            let message = message!(
                "The server does not describe its variable “{name}”: it became the connection parameter “{key}”, and \
                 “{placeholder}” stands for it in the host.",
                name,
                key,
                placeholder = placeholder(&name)
            );
            self.note(&at.key("url"), Fate::Changed, message);
        }
        self.properties.policy(
            "dynamichosturl",
            "Set host",
            json!({ "x-ms-apimTemplateParameter.urlTemplate": template }),
        );
    }

    /// Remembers that an operation has a server of its own.
    pub(super) fn operation_server(&mut self, place: &At<'_>, id: &str, servers: &Value) {
        let Some(server) = servers.get(0) else {
            return;
        };
        let url = self.filled(server, text(server, "url").unwrap_or_default());
        if split_url(&url).is_none() {
            let message = message!(
                "The server is told relative to another one, which a connector cannot do."
            );
            return self.note(place, Fate::Dropped, message);
        }
        let message = message!(
            "A connector calls one host: a policy sends this operation to {url}.",
            url
        );
        self.note(place, Fate::Changed, message);
        self.note_other_servers(place, server, servers);
        match self.hosts.iter_mut().find(|(known, _)| *known == url) {
            Some((_, ids)) => ids.push(id.to_owned()),
            None => self.hosts.push((url, vec![id.to_owned()])),
        }
    }

    /// The variables of an operation's server, and the servers after the first.
    fn note_other_servers(&mut self, at: &At<'_>, first: &Value, all: &Value) {
        if text(first, "url").is_some_and(|url| url.contains('{')) {
            let message =
                message!("The policy of a single operation has the default of each variable.");
            self.note(&at.key("0").key("variables"), Fate::Lowered, message);
        }
        let others = all.as_array().into_iter().flatten();
        for (index, other) in others.enumerate().skip(1) {
            let url = text(other, "url").unwrap_or_default();
            let message = message!(
                "An operation is sent to one host: its first server, not {url}.",
                url
            );
            self.note(&at.key(&index.to_string()), Fate::Dropped, message);
        }
    }

    /// The policies for operations with a server of their own.
    pub(super) fn host_policies(&mut self) {
        for (url, ids) in std::mem::take(&mut self.hosts) {
            let parameters = json!({
                "x-ms-apimTemplateParameter.urlTemplate": url,
                "x-ms-apimTemplate-operationName": ids
            });
            self.properties
                .policy("dynamichosturl", "Set host of some operations", parameters);
        }
    }
}

/// The variables of a URL that are not filled yet.
fn undeclared(url: &str) -> Vec<String> {
    let names = url.split('{').skip(1);
    let names = names.filter_map(|rest| rest.split_once('}'));
    names
        .map(|(name, _)| name)
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What stands for a variable without a default, as a part of a host or of a path.
fn placeholder(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    let plain: String = letters.collect();
    match plain.is_empty() {
        true => "variable".to_owned(),
        false => plain,
    }
}

fn question(name: &str, variable: &Value) -> Value {
    let description = text(variable, "description").unwrap_or("Part of the address of the service");
    let choices: Vec<Value> = variable
        .get("enum")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(|choice| json!({ "text": choice, "value": choice }))
        .collect();
    let mut constraints = json!({ "required": "true", "tabIndex": 1 });
    if let (false, Some(members)) = (choices.is_empty(), constraints.as_object_mut()) {
        members.insert("allowedValues".to_owned(), Value::Array(choices));
    }
    let mut parameter = json!({
        "type": "string",
        "uiDefinition": {
            "displayName": sentence(name),
            "description": description,
            "tooltip": description,
            "constraints": constraints
        }
    });
    if let (Some(default), Some(members)) = (text(variable, "default"), parameter.as_object_mut()) {
        members.insert("defaultValue".to_owned(), json!(default));
    }
    parameter
}
