//! The General step: where each of its fields is kept (spec section A.1), and how a pasted URL fills them.

mod address;
mod colour;
mod metadata;

use std::borrow::Cow;

use serde_json::{Value, json};

pub use self::address::pasted_url;
pub use self::colour::Colour;
pub use self::metadata::{CATEGORIES, Metadata, categories, set_category};
use crate::document::{Edit, Path};
use crate::message::{Message, message};
use crate::security::{Security, Way};
use crate::{Connector, Part};

/// The keys at the root of a definition, in the order in which the original writes them.
pub const ROOT_ORDER: &[&str] = &[
    "swagger",
    "info",
    "host",
    "basePath",
    "schemes",
    "consumes",
    "produces",
    "paths",
    "definitions",
    "parameters",
    "responses",
    "securityDefinitions",
    "security",
    "tags",
    "externalDocs",
    "x-ms-capabilities",
    "x-ms-connector-metadata",
];

/// The keys of `info` and of its contact, in order; no key of the one is a key of the other.
const INFO_ORDER: &[&str] = &[
    "title",
    "description",
    "termsOfService",
    "version",
    "contact",
    "license",
    "name",
    "url",
    "email",
];

/// A text field of the General step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// `info.title`.
    Title,
    /// `info.description`.
    Description,
    /// `info.version`.
    Version,
    /// `host`: a host and perhaps a port.
    Host,
    /// `basePath`.
    BasePath,
    /// `properties.iconBrandColor`: `#rrggbb`.
    BrandColour,
    /// `info.contact.name`.
    ContactName,
    /// `info.contact.url`.
    ContactUrl,
    /// `info.contact.email`.
    ContactEmail,
}

impl Field {
    /// The part and the place that hold the field.
    #[must_use]
    pub fn place(self) -> (Part, Path) {
        let definition = |keys: &[&str]| (Part::Definition, Path::of(keys.iter().copied()));
        match self {
            Self::Title => definition(&["info", "title"]),
            Self::Description => definition(&["info", "description"]),
            Self::Version => definition(&["info", "version"]),
            Self::Host => definition(&["host"]),
            Self::BasePath => definition(&["basePath"]),
            Self::BrandColour => (Part::Properties, Path::of(["properties", "iconBrandColor"])),
            Self::ContactName => definition(&["info", "contact", "name"]),
            Self::ContactUrl => definition(&["info", "contact", "url"]),
            Self::ContactEmail => definition(&["info", "contact", "email"]),
        }
    }

    /// The order of the keys of the object that a new key goes into, which is the root when `info`
    /// is missing too.
    fn order(self, connector: &Connector) -> &'static [&'static str] {
        let has_info = connector.definition().get("info").is_some();
        match self {
            Self::Host | Self::BasePath => ROOT_ORDER,
            Self::BrandColour => &[],
            _ if has_info => INFO_ORDER,
            _ => ROOT_ORDER,
        }
    }

    /// Whether the key stays, empty, when the text is deleted.
    fn stays(self) -> bool {
        matches!(self, Self::Title | Self::Description | Self::Version)
    }

    /// The field's text; empty when it is missing.
    #[must_use]
    pub fn text(self, connector: &Connector) -> &str {
        let (part, path) = self.place();
        connector
            .get(part, &path)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// The edit that makes the field `text`.
    #[must_use]
    pub fn set(self, connector: &Connector, text: &str) -> Option<Edit> {
        let (part, path) = self.place();
        let text = self.as_meant(text);
        let value = (!text.is_empty() || self.stays()).then(|| json!(text));
        connector.set_in_order(part, &path, value, self.order(connector))
    }

    /// The text without what came along as it was pasted: blanks around an address, and the missing # of a colour.
    fn as_meant(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Host | Self::BasePath | Self::ContactUrl | Self::ContactEmail => {
                Cow::Borrowed(text.trim())
            }
            Self::BrandColour => Colour::written(text),
            Self::Title | Self::Description | Self::Version | Self::ContactName => {
                Cow::Borrowed(text)
            }
        }
    }

    /// What is wrong with a text for this field, and how to mend it (rules `HostNameNotValid`,
    /// `BasePathNotValid`, G34; spec section I).
    #[must_use]
    pub fn problem(self, text: &str) -> Option<Message> {
        match self {
            Self::Host | Self::BasePath if is_variable(text) => None,
            Self::Title if text.trim().is_empty() => Some(message!("Give the connector a name.")),
            Self::Host if text.is_empty() => Some(message!(
                "Enter the host that serves the API, such as api.example.com."
            )),
            Self::Host if has_scheme(text) => Some(message!(
                "Enter the host alone; the scheme is chosen above."
            )),
            Self::Host if text.contains(['/', '?', '#', '@', ' ']) => Some(message!(
                "Enter the host alone, such as api.example.com; the path belongs into Base URL."
            )),
            Self::BasePath if !text.is_empty() && !text.starts_with('/') => {
                Some(message!("The base URL begins with a slash."))
            }
            Self::BasePath if text.contains(['?', '#', ' ']) => Some(message!(
                "The base URL is a path alone, without a query, a fragment or spaces."
            )),
            Self::BrandColour if Colour::parse(text).is_none() => Some(message!(
                "Write the colour as # and six hexadecimal digits."
            )),
            _ => None,
        }
    }
}

/// Whether a scheme stands before the host.
fn has_scheme(text: &str) -> bool {
    text.contains("://")
}

/// Whether an environment variable stands for the whole text (spec section A.1).
fn is_variable(text: &str) -> bool {
    text.strip_prefix("@environmentVariables(\"")
        .and_then(|rest| rest.strip_suffix("\")"))
        .is_some_and(|name| !name.is_empty() && !name.contains('"'))
}

/// The scheme that calls use: `https` unless only `http` is declared.
#[must_use]
pub fn scheme(connector: &Connector) -> &'static str {
    let schemes = connector
        .definition()
        .get("schemes")
        .and_then(Value::as_array);
    let has = |name: &str| schemes.is_some_and(|list| list.iter().any(|scheme| scheme == name));
    if has("http") && !has("https") {
        "http"
    } else {
        "https"
    }
}

/// The edit that makes `scheme` the only one.
#[must_use]
pub fn set_scheme(connector: &Connector, scheme: &str) -> Option<Edit> {
    connector.set_in_order(
        Part::Definition,
        &Path::of(["schemes"]),
        Some(json!([scheme])),
        ROOT_ORDER,
    )
}

/// Where calls go: scheme, host and base path.
#[must_use]
pub fn base_url(connector: &Connector) -> String {
    let path = Field::BasePath.text(connector);
    format!(
        "{}://{}{}",
        scheme(connector),
        Field::Host.text(connector),
        path.trim_end_matches('/')
    )
}

/// Scheme, host and base path of a whole URL that was pasted into the host field; none when it is
/// not one. A query and a fragment are left out.
#[must_use]
pub fn split_url(text: &str) -> Option<(&'static str, String, String)> {
    let text = text.trim();
    let (scheme, rest) = match text.split_once("://")? {
        (scheme, rest) if scheme.eq_ignore_ascii_case("https") => ("https", rest),
        (scheme, rest) if scheme.eq_ignore_ascii_case("http") => ("http", rest),
        _ => return None,
    };
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (host, path) = rest
        .find('/')
        .map_or((rest, ""), |slash| rest.split_at(slash));
    let host = host.rsplit('@').next().unwrap_or_default();
    let path = path.trim_end_matches('/');
    (!host.is_empty()).then(|| {
        (
            scheme,
            host.to_owned(),
            if path.is_empty() { "/" } else { path }.to_owned(),
        )
    })
}

/// The edits that take scheme, host and base path from a pasted URL.
#[must_use]
pub fn set_url(
    connector: &Connector,
    (scheme, host, path): &(&'static str, String, String),
) -> Vec<Edit> {
    let edits = [
        set_scheme(connector, scheme),
        Field::Host.set(connector, host),
        Field::BasePath.set(connector, path),
    ];
    edits.into_iter().flatten().collect()
}

/// Whether calls go through an on-premises data gateway: the capability is declared.
#[must_use]
pub fn gateway(connector: &Connector) -> bool {
    capabilities(connector).is_some_and(|list| list.iter().any(|name| name == "gateway"))
}

fn capabilities(connector: &Connector) -> Option<&Vec<Value>> {
    connector
        .get(Part::Properties, &Path::of(["properties", "capabilities"]))?
        .as_array()
}

/// The edits that switch the gateway on or off: the capability, and the connection parameter in
/// which the user of a connection picks the gateway (spec section C.6). Of several ways to
/// authenticate each asks for it that can go through a gateway. A parameter that is there already stays as it is.
#[must_use]
pub fn set_gateway(connector: &Connector, on: bool) -> Vec<Edit> {
    let mut after = connector.clone();
    let mut edits = Vec::new();
    let mut make = |edit: Option<Edit>, after: &mut Connector| {
        let made = edit.filter(|edit| after.apply(edit).is_ok());
        edits.extend(made);
    };
    make(set_gateway_capability(connector, on), &mut after);
    let ways = if on {
        ways_through_gateway(connector)
    } else {
        let mut ways = Way::all(connector);
        ways.push(Way::Only);
        ways
    };
    for way in ways {
        let place = way.place().join("gateway");
        let present = after.get(Part::Properties, &place).cloned();
        let wanted = on.then(|| present.unwrap_or_else(gateway_parameter));
        make(after.set(Part::Properties, &place, wanted), &mut after);
    }
    edits
}

/// The ways to authenticate that work through a gateway, which is neither with OAuth 2.0 nor with an
/// API key; all, where none does.
fn ways_through_gateway(connector: &Connector) -> Vec<Way> {
    let all = Way::all(connector);
    let can = |way: &&Way| {
        !matches!(
            Security::of(connector, **way),
            Security::OAuth2 { .. } | Security::ApiKey { .. }
        )
    };
    let able: Vec<Way> = all.iter().filter(can).copied().collect();
    if able.is_empty() { all } else { able }
}

pub(crate) fn set_gateway_capability(connector: &Connector, on: bool) -> Option<Edit> {
    if gateway(connector) == on {
        return None;
    }
    let mut list = capabilities(connector).cloned().unwrap_or_default();
    list.retain(|name| name != "gateway");
    if on {
        list.push(json!("gateway"));
    }
    let path = Path::of(["properties", "capabilities"]);
    connector.set(Part::Properties, &path, Some(Value::Array(list)))
}

pub(crate) fn gateway_parameter() -> Value {
    json!({
        "type": "gatewaySetting",
        "gatewaySettings": { "dataSourceType": "CustomConnector", "connectionDetails": [] },
        "uiDefinition": { "constraints": { "tabIndex": 4, "required": "true", "capability": ["gateway"] } }
    })
}

/// The largest icon file, in bytes (spec section B).
pub const MAX_ICON_BYTES: usize = 1024 * 1024;

/// The edit that puts this icon (Base64) in place of the present one, or removes it.
#[must_use]
pub fn set_icon(connector: &Connector, base64: Option<String>) -> Option<Edit> {
    let before = connector
        .icon_base64()
        .map(|text| json!(text))
        .unwrap_or_default();
    let after = base64.map_or(Value::Null, Value::String);
    put_root(Part::Icon, before, after)
}

/// The edit that makes the custom code `text`, or removes it.
#[must_use]
pub fn set_script(connector: &Connector, text: Option<String>) -> Option<Edit> {
    let before = connector
        .script()
        .map(|text| json!(text))
        .unwrap_or_default();
    let after = text.map_or(Value::Null, Value::String);
    put_root(Part::Script, before, after)
}

fn put_root(part: Part, before: Value, after: Value) -> Option<Edit> {
    use crate::document::Change;
    let change = Change::Put {
        before: Some(before.clone()),
        after: Some(after.clone()),
        at: None,
    };
    (before != after).then(|| Edit {
        part,
        path: Path::root(),
        change,
    })
}

/// The operation IDs that the custom code applies to; empty means all (spec section F).
#[must_use]
pub fn script_operations(connector: &Connector) -> Vec<&str> {
    let list = connector.get(
        Part::Properties,
        &Path::of(["properties", "scriptOperations"]),
    );
    list.and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}

/// The edit that adds an operation to those that the custom code applies to, or takes it away. The
/// list goes with its last operation.
#[must_use]
pub fn set_script_operation(connector: &Connector, operation_id: &str, on: bool) -> Option<Edit> {
    if script_operations(connector).contains(&operation_id) == on {
        return None;
    }
    let path = Path::of(["properties", "scriptOperations"]);
    let present = connector
        .get(Part::Properties, &path)
        .and_then(Value::as_array)
        .cloned();
    let mut list = present.unwrap_or_default();
    list.retain(|id| id != operation_id);
    if on {
        list.push(json!(operation_id));
    }
    let list = (!list.is_empty()).then_some(Value::Array(list));
    connector.set(Part::Properties, &path, list)
}
