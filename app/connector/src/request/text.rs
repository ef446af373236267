//! The values of parameters as text, checked against their types.

use serde_json::Value;

use super::{At, RequestError};
use crate::swagger::{Location, Parameter};

/// How a list is written (`collectionFormat`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListFormat {
    Commas,
    Spaces,
    Tabs,
    Pipes,
    /// The parameter once for each item; in a query or a form only.
    Repeated,
}

impl ListFormat {
    fn of(parameter: &Value, location: Option<Location>) -> Self {
        let repeats = matches!(location, Some(Location::Query | Location::FormData));
        match parameter.get("collectionFormat").and_then(Value::as_str) {
            Some("ssv") => Self::Spaces,
            Some("tsv") => Self::Tabs,
            Some("pipes") => Self::Pipes,
            Some("multi") if repeats => Self::Repeated,
            _ => Self::Commas,
        }
    }

    /// What stands between items, as it is.
    pub(super) fn separator(self) -> char {
        match self {
            Self::Commas | Self::Repeated => ',',
            Self::Spaces => ' ',
            Self::Tabs => '\t',
            Self::Pipes => '|',
        }
    }
}

/// A value as text: one, or one for each item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Text {
    One(String),
    List(Vec<String>, ListFormat),
}

impl Text {
    /// The text of a value, where the value is what the parameter takes.
    pub(super) fn of(parameter: &Parameter<'_>, value: &Value) -> Result<Self, RequestError> {
        let Value::Array(items) = value else {
            return scalar(parameter, parameter.json(), value).map(Self::One);
        };
        if !matches!(parameter.kind(), "array" | "") {
            return Err(wrong(parameter, expected(parameter.kind()), value));
        }
        let item_type = parameter.json().get("items").unwrap_or(&Value::Null);
        let texts = items.iter().map(|item| scalar(parameter, item_type, item));
        let format = ListFormat::of(parameter.json(), parameter.location());
        Ok(Self::List(texts.collect::<Result<_, _>>()?, format))
    }

    /// The texts to send under the parameter's name, each item by `encode`, the separators too.
    pub(super) fn encoded(&self, encode: impl Fn(&str) -> String) -> Vec<String> {
        match self {
            Self::One(text) => vec![encode(text)],
            Self::List(items, ListFormat::Repeated) => items.iter().map(|i| encode(i)).collect(),
            Self::List(items, ListFormat::Commas) => {
                vec![
                    items
                        .iter()
                        .map(|i| encode(i))
                        .collect::<Vec<_>>()
                        .join(","),
                ]
            }
            Self::List(items, format) => {
                let separator = encode(&format.separator().to_string());
                let items: Vec<_> = items.iter().map(|i| encode(i)).collect();
                vec![items.join(&separator)]
            }
        }
    }

    /// The one text, lists joined.
    pub(super) fn joined(&self) -> String {
        self.encoded(str::to_owned).join(",")
    }
}

/// Names a parameter for a message.
pub(super) fn at(parameter: &Parameter<'_>) -> At {
    At {
        location: parameter.location().unwrap_or(Location::Query),
        name: parameter.name().to_owned(),
    }
}

/// What a value is, in words.
pub(super) fn described(value: &Value) -> String {
    let short = |text: &str| {
        let start: String = text.chars().take(40).collect();
        if start.len() < text.len() {
            format!("“{start}…”")
        } else {
            format!("“{start}”")
        }
    };
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        Value::String(text) => short(text),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

fn wrong(parameter: &Parameter<'_>, expected: &'static str, value: &Value) -> RequestError {
    RequestError::Kind {
        at: at(parameter),
        expected,
        found: described(value),
    }
}

fn expected(kind: &str) -> &'static str {
    match kind {
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        "array" => "a list",
        _ => "one value",
    }
}

/// The text of a value that is no list, where it is of the type that `schema` names. A text that
/// reads as the type counts as it; defaults in definitions are often written so.
fn scalar(
    parameter: &Parameter<'_>,
    schema: &Value,
    value: &Value,
) -> Result<String, RequestError> {
    let kind = schema
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::Object(_) if matches!(kind, "object" | "") => value.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => {
            return Err(wrong(parameter, expected(kind), value));
        }
    };
    let fits = match kind {
        "integer" => is_whole_number(&text),
        "number" => serde_json::from_str::<serde_json::Number>(&text).is_ok(),
        "boolean" => matches!(text.as_str(), "true" | "false"),
        _ => true,
    };
    if fits {
        Ok(text)
    } else {
        Err(wrong(parameter, expected(kind), value))
    }
}

fn is_whole_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}
