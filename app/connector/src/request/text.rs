//! The values of parameters as text, checked against their types.

use serde_json::Value;

use super::{At, RequestError};
use crate::message::{Message, Phrase, message, phrase};
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

    /// What stands between items, in words.
    fn word(self) -> Phrase {
        match self {
            Self::Commas | Self::Repeated => phrase!("a comma"),
            Self::Spaces => phrase!("a space"),
            Self::Tabs => phrase!("a tab"),
            Self::Pipes => phrase!("a “|”"),
        }
    }

    /// What stands between items, as it is.
    fn separator(self) -> char {
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
    /// The text of a value, where the value is what the parameter takes; of any that a text can be made of, where it is
    /// free.
    pub(super) fn of(
        parameter: &Parameter<'_>,
        value: &Value,
        is_free: bool,
    ) -> Result<Self, RequestError> {
        let Value::Array(items) = value else {
            return match scalar(parameter, parameter.json(), value) {
                Err(_) if is_free => Ok(Self::One(plain_text(value))),
                text => text.map(Self::One),
            };
        };
        if is_free {
            let texts = items.iter().map(plain_text).collect();
            return Ok(Self::List(
                texts,
                ListFormat::of(parameter.json(), parameter.location()),
            ));
        }
        if !matches!(parameter.kind(), "array" | "") {
            return Err(wrong(parameter, expected(parameter.kind()), value));
        }
        let format = ListFormat::of(parameter.json(), parameter.location());
        let texts = items
            .iter()
            .map(|item| item_text(parameter, parameter.json(), item));
        Ok(Self::List(texts.collect::<Result<_, _>>()?, format))
    }

    /// Whether nothing would be sent.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::One(text) => text.is_empty(),
            Self::List(items, _) => items.iter().all(String::is_empty),
        }
    }

    /// The texts to send under the parameter's name, each item by `encode`, the separators too but
    /// for the comma, which so stays unlike one in an item.
    pub(super) fn encoded(
        &self,
        parameter: &Parameter<'_>,
        encode: impl Fn(&str) -> String,
    ) -> Result<Vec<String>, RequestError> {
        let separator = match self {
            Self::One(text) => return Ok(vec![encode(text)]),
            Self::List(items, ListFormat::Repeated) => {
                return Ok(items.iter().map(|item| encode(item)).collect());
            }
            Self::List(_, ListFormat::Commas) => ",".to_owned(),
            Self::List(items, format) => {
                check_items(parameter, items, *format)?;
                encode(&format.separator().to_string())
            }
        };
        Ok(vec![self.joined(&separator, encode)])
    }

    /// The texts to send as they are, where nothing can be encoded: in headers and in parts of forms.
    pub(super) fn plain(&self, parameter: &Parameter<'_>) -> Result<Vec<String>, RequestError> {
        let (items, format) = match self {
            Self::One(text) => return Ok(vec![text.clone()]),
            Self::List(items, ListFormat::Repeated) => return Ok(items.clone()),
            Self::List(items, format) => (items, *format),
        };
        check_items(parameter, items, format)?;
        Ok(vec![items.join(&format.separator().to_string())])
    }

    fn joined(&self, separator: &str, encode: impl Fn(&str) -> String) -> String {
        let items = match self {
            Self::One(text) => std::slice::from_ref(text),
            Self::List(items, _) => items,
        };
        let items: Vec<String> = items.iter().map(|item| encode(item)).collect();
        items.join(separator)
    }
}

/// A value as it is, a text without its quotes.
fn plain_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

/// An item of a list; one that is a list itself is written as its own `items` say.
fn item_text(
    parameter: &Parameter<'_>,
    list: &Value,
    item: &Value,
) -> Result<String, RequestError> {
    let described = list.get("items").unwrap_or(&Value::Null);
    let (Value::Array(inner), Some("array")) =
        (item, described.get("type").and_then(Value::as_str))
    else {
        return scalar(parameter, described, item);
    };
    let format = ListFormat::of(described, None);
    let texts = inner
        .iter()
        .map(|item| item_text(parameter, described, item));
    let texts = texts.collect::<Result<Vec<_>, _>>()?;
    check_items(parameter, &texts, format)?;
    Ok(texts.join(&format.separator().to_string()))
}

/// Refuses an item that holds what stands between items: it would arrive as two.
fn check_items(
    parameter: &Parameter<'_>,
    items: &[String],
    format: ListFormat,
) -> Result<(), RequestError> {
    let separator = format.separator();
    match items.iter().find(|item| item.contains(separator)) {
        Some(item) => Err(RequestError::Separator {
            at: at(parameter),
            separator: format.word(),
            item: described(&Value::String(item.clone())),
        }),
        None => Ok(()),
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
pub(crate) fn described(value: &Value) -> Message {
    let short = |text: &str| {
        let start: String = text.chars().take(40).collect();
        if start.len() < text.len() {
            format!("“{start}…”")
        } else {
            format!("“{start}”")
        }
    };
    match value {
        Value::Null => message!("nothing"),
        Value::Array(_) => message!("a list"),
        Value::Object(_) => message!("an object"),
        Value::String(text) => Message::verbatim(&short(text)),
        Value::Bool(_) | Value::Number(_) => Message::verbatim(&value.to_string()),
    }
}

fn wrong(parameter: &Parameter<'_>, expected: Phrase, value: &Value) -> RequestError {
    RequestError::Kind {
        at: at(parameter),
        expected,
        found: described(value),
    }
}

fn expected(kind: &str) -> Phrase {
    match kind {
        "integer" => phrase!("a whole number"),
        "number" => phrase!("a number"),
        "boolean" => phrase!("true or false"),
        "array" => phrase!("a list"),
        _ => phrase!("one value"),
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
