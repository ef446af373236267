//! Connection parameters: what a user must supply to connect (spec section C.2).

use serde_json::Value;

use crate::document::Path;

/// What kind of value a connection parameter takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// `string`.
    Text,
    /// `securestring`: never shown again.
    Secret,
    /// `int`.
    Integer,
    /// `bool`.
    Boolean,
    /// `oauthSetting`: obtained by signing in.
    OAuth,
    /// `gatewaySetting`: a gateway is picked.
    Gateway,
    /// Anything else.
    Other,
}

impl ParameterKind {
    /// The kinds that a maker can choose.
    pub const CHOICES: [Self; 5] = [
        Self::Text,
        Self::Secret,
        Self::Integer,
        Self::Boolean,
        Self::Gateway,
    ];

    /// The value of `type`; empty for what is not known.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Secret => "securestring",
            Self::Integer => "int",
            Self::Boolean => "bool",
            Self::OAuth => "oauthSetting",
            Self::Gateway => "gatewaySetting",
            Self::Other => "",
        }
    }
}

/// One connection parameter.
#[derive(Clone, Copy, Debug)]
pub struct ConnectionParameter<'a> {
    key: &'a str,
    json: &'a Value,
}

/// The connection parameters of a properties document, in its order.
#[must_use]
pub fn connection_parameters(properties: &Value) -> Vec<ConnectionParameter<'_>> {
    listed(Path::of(["properties", "connectionParameters"]).get(properties))
}

/// The connection parameters that an object holds, in its order.
pub(super) fn listed(holder: Option<&Value>) -> Vec<ConnectionParameter<'_>> {
    let members = holder.and_then(Value::as_object);
    members
        .into_iter()
        .flatten()
        .map(|(key, json)| ConnectionParameter { key, json })
        .collect()
}

impl<'a> ConnectionParameter<'a> {
    const KINDS: [ParameterKind; 6] = [
        ParameterKind::Text,
        ParameterKind::Secret,
        ParameterKind::Integer,
        ParameterKind::Boolean,
        ParameterKind::OAuth,
        ParameterKind::Gateway,
    ];

    fn at(&self, keys: &[&str]) -> Option<&'a Value> {
        keys.iter().try_fold(self.json, |value, key| value.get(key))
    }

    fn text(&self, keys: &[&str]) -> &'a str {
        self.at(keys).and_then(Value::as_str).unwrap_or_default()
    }

    /// A constraint; written under `uiDefinition` or beside it.
    pub(super) fn constraint(&self, key: &str) -> Option<&'a Value> {
        self.at(&["uiDefinition", "constraints", key])
            .or_else(|| self.at(&["constraints", key]))
    }

    /// The parameter object.
    #[must_use]
    pub fn json(&self) -> &'a Value {
        self.json
    }

    /// The name that policies and connections know it by.
    #[must_use]
    pub fn key(&self) -> &'a str {
        self.key
    }

    /// The label in the connection dialog: `uiDefinition.displayName`, or the key.
    #[must_use]
    pub fn label(&self) -> &'a str {
        match self.text(&["uiDefinition", "displayName"]) {
            "" => self.key,
            label => label,
        }
    }

    /// The help text in the connection dialog.
    #[must_use]
    pub fn description(&self) -> &'a str {
        match self.text(&["uiDefinition", "description"]) {
            "" => self.text(&["uiDefinition", "schema", "description"]),
            text => text,
        }
    }

    /// What kind of value it takes.
    #[must_use]
    pub fn kind(&self) -> ParameterKind {
        let name = self.text(&["type"]);
        let found = Self::KINDS
            .into_iter()
            .find(|kind| kind.as_str().eq_ignore_ascii_case(name));
        found.unwrap_or(ParameterKind::Other)
    }

    /// Whether a connection needs it; the format writes `"true"`, some write `true`.
    #[must_use]
    pub fn required(&self) -> bool {
        is_true(self.constraint("required"))
    }

    /// Whether the dialog leaves it out.
    #[must_use]
    pub fn hidden(&self) -> bool {
        is_true(self.constraint("hidden"))
    }

    /// Whether what is typed can be seen: as it says, else unless it is a secret.
    #[must_use]
    pub fn clear_text(&self) -> bool {
        match self.constraint("clearText") {
            None => self.kind() != ParameterKind::Secret && !self.shows_as_secret(),
            said => is_true(said),
        }
    }

    /// Whether its value is a secret: by its kind, or because the dialog must not show what is typed.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        let hides = self
            .constraint("clearText")
            .is_some_and(|said| !is_true(Some(said)));
        self.kind() == ParameterKind::Secret || hides || self.shows_as_secret()
    }

    /// Whether `uiDefinition.schema` says that the dialog takes a secret.
    fn shows_as_secret(&self) -> bool {
        let kind = self.text(&["uiDefinition", "schema", "type"]);
        kind.eq_ignore_ascii_case(ParameterKind::Secret.as_str())
    }

    /// `defaultValue`.
    #[must_use]
    pub fn default_value(&self) -> Option<&'a str> {
        self.at(&["defaultValue"]).and_then(Value::as_str)
    }

    /// The values to choose from, each with its label: `allowedValues`, under the parameter or
    /// under its constraints.
    #[must_use]
    pub fn choices(&self) -> Vec<(String, String)> {
        let list = self
            .at(&["allowedValues"])
            .or_else(|| self.constraint("allowedValues"));
        let items = list.and_then(Value::as_array).into_iter().flatten();
        items.filter_map(choice).collect()
    }
}

fn choice(item: &Value) -> Option<(String, String)> {
    let value = item.get("value").unwrap_or(item);
    let value = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    let label = Path::of(["uiDefinition", "displayName"])
        .get(item)
        .or_else(|| item.get("text"));
    let label = label.and_then(Value::as_str).unwrap_or(&value).to_owned();
    (!value.is_empty()).then_some((value, label))
}

fn is_true(value: Option<&Value>) -> bool {
    match value {
        Some(Value::Bool(on)) => *on,
        Some(Value::String(text)) => text.eq_ignore_ascii_case("true"),
        _ => false,
    }
}
