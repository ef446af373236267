//! The host that a connector calls, its base path, and the policies for what goes elsewhere (spec section E,
//! Set host URL).

use serde_json::{Map, Value, json};

use super::gather::Gathered;
use super::template::{Template, is_version};
use super::{Address, Call};
use crate::ledger::{Fate, Ledger};
use crate::message::message;
use crate::read::naming::sentence;
use crate::read::properties::{NewProperties, key_of};

/// The host of a connector whose host is not known.
const UNKNOWN_HOST: &str = "api.example.com";

/// The host that most calls go to.
#[derive(Clone, Debug, Default)]
pub(super) struct MainHost {
    scheme: String,
    host: String,
    /// The segments that all paths begin with.
    base: Vec<String>,
    pointer: String,
}

impl MainHost {
    /// Whether a call goes to it. One that does not say where goes there too.
    pub(super) fn is_host_of(&self, address: &Address) -> bool {
        address.host.is_empty() || address.host.eq_ignore_ascii_case(&self.host)
    }

    /// The path of a call as it stands in the definition.
    pub(super) fn path_of(&self, address: &Address, is_main: bool) -> String {
        let path = address.path.text();
        if !is_main {
            return path.to_owned();
        }
        let base: usize = self.base.iter().map(|segment| segment.len() + 1).sum();
        let has_base = address
            .path
            .segments()
            .zip(&self.base)
            .all(|(one, other)| one == other);
        match path.get(base..) {
            Some(rest) if has_base && rest.starts_with('/') => rest.to_owned(),
            _ => path.to_owned(),
        }
    }

    /// A title for an API that has none: the name of whom the host belongs to.
    pub(super) fn title(&self) -> String {
        let host = self.host.split(':').next().unwrap_or_default();
        let labels: Vec<&str> = host.split('.').collect();
        let names = labels
            .get(..labels.len().saturating_sub(1))
            .unwrap_or_default();
        // Of “co.uk” the first part, too, is no name.
        let name = names
            .iter()
            .rev()
            .find(|name| name.len() > 3)
            .or(names.last());
        let is_name = |name: &&&str| name.starts_with(|c: char| c.is_ascii_alphabetic());
        match name.filter(is_name) {
            Some(name) => sentence(name),
            None => "API".to_owned(),
        }
    }

    fn base_path(&self) -> String {
        format!("/{}", self.base.join("/"))
    }
}

/// The host that most calls go to; of several, the one that came first.
pub(super) fn main_host(calls: &[Call]) -> MainHost {
    let mut hosts: Vec<(&Call, usize)> = Vec::new();
    for call in calls.iter().filter(|call| !call.address.host.is_empty()) {
        let is_json = call
            .answers
            .iter()
            .any(|answer| answer.media.contains("json"));
        // Of what was recorded, calls that answer with data are those of the API.
        let weight = if is_json { 3 } else { 1 };
        let host = &call.address.host;
        let known = hosts
            .iter_mut()
            .find(|(known, _)| known.address.host.eq_ignore_ascii_case(host));
        match known {
            Some((_, count)) => *count += weight,
            None => hosts.push((call, weight)),
        }
    }
    let most = hosts.iter().map(|(_, count)| *count).max();
    let first = hosts.iter().find(|(_, count)| Some(*count) == most);
    let mut main = MainHost::default();
    if let Some((call, _)) = first {
        main.scheme = call.address.scheme.clone();
        main.host = call.address.host.clone();
        main.pointer = call.pointer.clone();
    }
    let own = calls.iter().filter(|call| main.is_host_of(&call.address));
    main.base = base(own.map(|call| &call.address.path));
    main
}

/// The segments that all paths have before the rest, up to the last that says a version: what else
/// they have in common may be chance.
fn base<'t>(paths: impl Iterator<Item = &'t Template>) -> Vec<String> {
    let mut common: Option<Vec<String>> = None;
    for path in paths {
        let segments: Vec<&str> = path.segments().collect();
        let before_last = segments.len().saturating_sub(1);
        let own = segments.get(..before_last).unwrap_or_default();
        common = Some(match common {
            None => own.iter().map(|segment| (*segment).to_owned()).collect(),
            Some(common) => {
                let alike = common
                    .iter()
                    .zip(own)
                    .take_while(|(one, other)| one == *other);
                alike.map(|(one, _)| one.clone()).collect()
            }
        });
    }
    let mut common = common.unwrap_or_default();
    let end = common
        .iter()
        .take_while(|segment| !segment.contains('{'))
        .collect::<Vec<_>>()
        .into_iter()
        .rposition(|segment| is_version(segment));
    common.truncate(end.map_or(0, |end| end + 1));
    common
}

/// Writes host, base path and schemes, and the policies for hosts that are asked for or differ.
pub(super) fn write(
    main: &MainHost,
    gathered: &Gathered,
    ids: &[String],
    properties: &mut NewProperties,
    out: &mut Map<String, Value>,
    ledger: &mut Ledger,
) {
    if main.host.is_empty() {
        let message = message!(
            "The source does not say which host is called. Enter the host in the General step."
        );
        ledger.enter("", Fate::Added, message);
        out.insert("host".to_owned(), json!(UNKNOWN_HOST));
    } else {
        out.insert("host".to_owned(), json!(plain(&main.host)));
    }
    out.insert("basePath".to_owned(), json!(main.base_path()));
    let scheme = if main.scheme.is_empty() {
        "https"
    } else {
        &main.scheme
    };
    out.insert("schemes".to_owned(), json!([scheme]));
    if main.host.contains('{') {
        let host = asked(&main.host, &main.pointer, properties, ledger);
        let base = main.base_path();
        let url = format!("{scheme}://{host}{}", base.trim_end_matches('/'));
        let parameters = json!({ "x-ms-apimTemplateParameter.urlTemplate": url });
        properties.policy("dynamichosturl", "Set host", parameters);
    }
    elsewhere(gathered, ids, properties, ledger);
}

/// The policies for operations that are sent to another host.
fn elsewhere(
    gathered: &Gathered,
    ids: &[String],
    properties: &mut NewProperties,
    ledger: &mut Ledger,
) {
    let mut hosts: Vec<(&(String, String), Vec<&str>)> = Vec::new();
    for (operation, id) in gathered.operations.iter().zip(ids) {
        let Some(host) = &operation.elsewhere else {
            continue;
        };
        match hosts.iter_mut().find(|(known, _)| *known == host) {
            Some((_, ids)) => ids.push(id),
            None => hosts.push((host, vec![id])),
        }
        let (scheme, host) = (scheme_of(host), &host.1);
        let message = message!(
            "A connector calls one host: a policy sends this operation to {scheme}://{host}.",
            scheme,
            host
        );
        ledger.enter(operation.pointer.clone(), Fate::Changed, message);
    }
    for (place, ids) in hosts {
        let (scheme, host) = (scheme_of(place), &place.1);
        let host = asked(host, "", properties, ledger);
        let parameters = json!({
            "x-ms-apimTemplateParameter.urlTemplate": format!("{scheme}://{host}"),
            "x-ms-apimTemplate-operationName": ids
        });
        properties.policy("dynamichosturl", "Set host of some operations", parameters);
    }
}

/// The scheme of a host: that of secure calls where the source says none.
fn scheme_of((scheme, _): &(String, String)) -> &str {
    if scheme.is_empty() { "https" } else { scheme }
}

/// The host with a connection parameter for each of its variables.
fn asked(host: &str, pointer: &str, properties: &mut NewProperties, ledger: &mut Ledger) -> String {
    let mut template = host.to_owned();
    for name in Template::names(host) {
        let key = key_of(name);
        let value = format!("@connectionParameters('{key}')");
        template = template.replace(&format!("{{{name}}}"), &value);
        let hint = "Part of the address of the service, without “https://”";
        let parameter = json!({
            "type": "string",
            "uiDefinition": {
                "displayName": sentence(name),
                "description": hint,
                "tooltip": hint,
                "constraints": { "required": "true", "tabIndex": 1 }
            }
        });
        properties.connection_parameter(&key, parameter);
        let message = message!(
            "“{name}” has no value here: it became the connection parameter “{key}”.",
            name,
            key
        );
        ledger.enter(pointer, Fate::Changed, message);
    }
    template
}

/// A host that can stand in a definition for one with variables.
fn plain(host: &str) -> String {
    if host.starts_with('{') && host.ends_with('}') && host.matches('{').count() == 1 {
        return UNKNOWN_HOST.to_owned();
    }
    host.chars()
        .filter(|c| c.is_alphanumeric() || ".-:[]".contains(*c))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::MainHost;

    #[test]
    fn the_host_names_an_api_without_a_title() {
        for (host, expected) in [
            ("api.example.com", "Example"),
            ("timber-orders.co.uk:8443", "Timber orders"),
            ("ibm.com", "Ibm"),
            ("localhost:8080", "API"),
            ("127.0.0.1", "API"),
            ("{host}", "API"),
            ("", "API"),
        ] {
            let main = MainHost {
                host: host.to_owned(),
                ..MainHost::default()
            };
            assert_eq!(main.title(), expected, "{host}");
        }
    }
}
