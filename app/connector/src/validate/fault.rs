//! What can be wrong with a value, and how it is told.

use serde_json::Value;

use super::violation::{Kind, Severity};
use crate::request::described;

/// What is wrong with a value; `'d` is the definition, `'v` the value.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fault<'d, 'v> {
    /// It is of another type than this.
    Type(&'d str),
    Null,
    Enum(&'d [Value]),
    Required(&'d str),
    Undeclared(&'v str),
    Forbidden(&'v str),
    Format(&'d str),
    Bound(Bound<'d>),
    Pattern(&'d str),
    /// The discriminator names no schema.
    Discriminator(&'v str),
    /// The schema says nothing of the items of a list: nothing is wrong, but there is more to say.
    Unsaid,
}

/// A bound that a value does not keep.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bound<'d> {
    pub(super) keyword: &'static str,
    pub(super) limit: &'d Value,
}

impl Fault<'_, '_> {
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Type(_) => Kind::Type,
            Self::Null => Kind::Null,
            Self::Enum(_) => Kind::Enum,
            Self::Required(_) => Kind::Required,
            Self::Undeclared(_) | Self::Unsaid => Kind::UndeclaredProperty,
            Self::Forbidden(_) => Kind::ForbiddenProperty,
            Self::Format(_) => Kind::Format,
            Self::Bound(_) => Kind::Bound,
            Self::Pattern(_) => Kind::Pattern,
            Self::Discriminator(_) => Kind::Discriminator,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::Undeclared(_) | Self::Discriminator(_) | Self::Unsaid => Severity::Note,
            _ => Severity::Error,
        }
    }

    /// What is wrong with this value, as a sentence.
    pub(super) fn message(&self, value: &Value) -> String {
        let found = described(value);
        match self {
            Self::Type(expected) => format!(
                "This is {}, but the definition says {}.",
                with_kind(value),
                type_words(expected)
            ),
            Self::Null => {
                "This is null, but the definition does not say that it may be (x-nullable)."
                    .to_owned()
            }
            Self::Enum(choices) => format!(
                "{found} is not among the values that the definition lists: {}.",
                listed(choices)
            ),
            Self::Required(name) => {
                format!("“{name}” is missing, but the definition says that it is always there.")
            }
            Self::Undeclared(name) => format!(
                "The definition does not have “{name}”, so nobody can choose it in a later step."
            ),
            Self::Forbidden(name) => format!(
                "The definition allows no properties but its own, and “{name}” is none of them."
            ),
            Self::Format(format) => format!("{found} is not of the format {format}."),
            Self::Bound(bound) => bound.message(value),
            Self::Pattern(pattern) => format!("{found} does not match the pattern {pattern}."),
            Self::Discriminator(name) => {
                format!("This says that it is “{name}”, but the definition has no such schema.")
            }
            Self::Unsaid => "The definition does not say what the items are.".to_owned(),
        }
    }
}

impl Bound<'_> {
    fn message(&self, value: &Value) -> String {
        let (found, limit) = (described(value), self.limit);
        let length = || match value {
            Value::String(text) => text.chars().count(),
            Value::Array(items) => items.len(),
            Value::Object(members) => members.len(),
            _ => 0,
        };
        match self.keyword {
            "minimum" => {
                format!("{found} is less than {limit}, the least that the definition allows.")
            }
            "maximum" => {
                format!("{found} is more than {limit}, the most that the definition allows.")
            }
            "exclusiveMinimum" => {
                format!("{found} is not more than {limit}, as the definition says.")
            }
            "exclusiveMaximum" => {
                format!("{found} is not less than {limit}, as the definition says.")
            }
            "multipleOf" => {
                format!("{found} is not a multiple of {limit}, as the definition says.")
            }
            "uniqueItems" => {
                "The list has an item twice, which the definition does not allow.".to_owned()
            }
            "minLength" | "maxLength" => format!(
                "{found} has {} letters, but the definition says {} {limit}.",
                length(),
                self.side()
            ),
            "minItems" | "maxItems" => format!(
                "The list has {} items, but the definition says {} {limit}.",
                length(),
                self.side()
            ),
            _ => format!(
                "The object has {} properties, but the definition says {} {limit}.",
                length(),
                self.side()
            ),
        }
    }

    fn side(&self) -> &'static str {
        if self.keyword.starts_with("min") {
            "at least"
        } else {
            "at most"
        }
    }
}

/// What a value is, with its type where the value alone does not tell it.
fn with_kind(value: &Value) -> String {
    match value {
        Value::String(_) => format!("the text {}", described(value)),
        Value::Number(_) => format!("the number {value}"),
        _ => described(value),
    }
}

/// A type in words.
fn type_words(kind: &str) -> &str {
    match kind {
        "string" => "a text",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        "array" => "a list",
        "object" => "an object",
        other => other,
    }
}

/// The first of several values.
fn listed(choices: &[Value]) -> String {
    let first: Vec<String> = choices.iter().take(5).map(described).collect();
    match choices.len().checked_sub(5) {
        Some(more) if more > 0 => format!("{} and {more} more", first.join(", ")),
        _ => first.join(", "),
    }
}
