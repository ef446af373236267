//! Servers: scheme, host and base path, or the URL that a policy makes of connection parameters (spec section
//! E, Set host URL).

use serde_json::{Map, Value, json};

use super::{Export, text, texts};
use crate::general::{base_url, split_url};
use crate::policy::{Expression, Instance, Source, expressions, instances};
use crate::properties::connection_parameters;

/// The policy that sets the host.
const SET_HOST: &str = "dynamichosturl";

impl Export<'_> {
    /// The servers of the whole document.
    pub(super) fn servers(&mut self) -> Vec<Value> {
        let properties = self.properties();
        for policy in instances(properties) {
            if is_set_host(&policy)
                && policy.operations().is_empty()
                && let Some(server) = self.server_of(&policy)
            {
                self.is_said(&policy);
                return vec![server];
            }
        }
        let schemes = texts(self.definition, "schemes").unwrap_or_default();
        self.addresses(&schemes)
    }

    /// The servers of one operation: those of its own schemes, or of a policy that is for it.
    pub(super) fn servers_of(&mut self, operation: &Value) -> Vec<Value> {
        let id = text(operation, "operationId").unwrap_or_default();
        let properties = self.properties();
        for policy in instances(properties) {
            if is_set_host(&policy)
                && policy.operations().contains(&id)
                && let Some(server) = self.server_of(&policy)
            {
                self.is_said(&policy);
                return vec![server];
            }
        }
        match texts(operation, "schemes") {
            Some(schemes) if !schemes.is_empty() => self.addresses(&schemes),
            _ => Vec::new(),
        }
    }

    fn addresses(&self, schemes: &[&str]) -> Vec<Value> {
        let host = text(self.definition, "host").filter(|host| !host.is_empty());
        let base = text(self.definition, "basePath").unwrap_or_default();
        let base = base.trim_end_matches('/');
        let Some(host) = host else {
            let base = text(self.definition, "basePath");
            return base
                .map(|base| json!({ "url": base }))
                .into_iter()
                .collect();
        };
        let schemes = if schemes.is_empty() {
            &["https"][..]
        } else {
            schemes
        };
        let urls = schemes
            .iter()
            .map(|scheme| json!({ "url": format!("{scheme}://{host}{base}") }));
        urls.collect()
    }

    /// The server that a policy sets; none where it takes the URL from something else than the connection.
    fn server_of(&self, policy: &Instance<'_>) -> Option<Value> {
        let template = policy.parameter("urlTemplate")?.as_str()?.trim();
        let found = expressions(template).ok()?;
        let mut url = String::new();
        let mut variables = Map::new();
        let mut end = 0;
        for expression in &found {
            let name = expression
                .name
                .filter(|name| !name.contains(['{', '}', ':']))?;
            if expression.source != Source::ConnectionParameters {
                return None;
            }
            url.push_str(template.get(end..expression.range.start)?);
            url.push_str(&format!("{{{name}}}"));
            // What follows is the rest of the host: a connection parameter has no members.
            let is_braced = template.get(expression.range.clone())?.starts_with("@{");
            end = expression.range.end - if is_braced { 0 } else { expression.path.len() };
            let before = template.get(..expression.range.start)?;
            let after = template.get(end..).filter(|_| found.len() == 1);
            let seen = after.and_then(|after| self.seen(before, after));
            variables.insert(name.to_owned(), self.variable(name, expression, seen));
        }
        url.push_str(template.get(end..)?);
        let url = url.trim_end_matches('/');
        // With the defaults in it, it must be an address.
        let filled = variables
            .iter()
            .fold(url.to_owned(), |url, (name, variable)| {
                url.replace(
                    &format!("{{{name}}}"),
                    text(variable, "default").unwrap_or_default(),
                )
            });
        split_url(&filled)?;
        if variables.is_empty() {
            return Some(json!({ "url": url }));
        }
        Some(json!({ "url": url, "variables": variables }))
    }

    /// What stands in the address of the definition between these parts of a URL.
    fn seen(&self, before: &str, after: &str) -> Option<String> {
        let base = base_url(self.connector);
        let base = base.trim_end_matches('/');
        let rest = base.strip_prefix(before)?;
        let own = rest.strip_suffix(after.trim_end_matches('/'));
        let own = own.filter(|own| before.is_empty() || !own.contains('/'));
        let own = own.or_else(|| rest.split('/').next()?.strip_suffix(after))?;
        (!own.is_empty() && !own.ends_with("//")).then(|| own.to_owned())
    }

    /// A variable as the connection parameter describes it. It must have a default.
    fn variable(&self, name: &str, expression: &Expression<'_>, seen: Option<String>) -> Value {
        let parameters = connection_parameters(self.properties());
        let parameter = parameters.iter().find(|parameter| parameter.key() == name);
        let own = parameter.and_then(|parameter| parameter.default_value());
        let given = own
            .or(expression.default)
            .filter(|default| !default.is_empty());
        let default = given
            .map(str::to_owned)
            .or(seen)
            .unwrap_or_else(|| name.to_owned());
        let mut out = Map::new();
        let choices = parameter
            .map(|parameter| parameter.choices())
            .unwrap_or_default();
        let choices: Vec<String> = choices.into_iter().map(|(value, _)| value).collect();
        if choices.contains(&default) {
            out.insert("enum".to_owned(), json!(choices));
        }
        out.insert("default".to_owned(), json!(default));
        let description = parameter.map(|parameter| parameter.description());
        if let Some(description) = description.filter(|text| !text.is_empty()) {
            out.insert("description".to_owned(), json!(description));
        }
        Value::Object(out)
    }
}

fn is_set_host(policy: &Instance<'_>) -> bool {
    policy.template_id().eq_ignore_ascii_case(SET_HOST)
}
