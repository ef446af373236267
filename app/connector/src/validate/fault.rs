//! What can be wrong with a value, and how it is told.

use serde_json::Value;

use super::violation::{Kind, Severity};
use crate::message::{Message, Phrase, message, phrase};
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
    pub(super) fn message(&self, value: &Value) -> Message {
        let found = described(value);
        match self {
            Self::Type(expected) => message!(
                "This is {found}, but the definition says {expected}.",
                found = with_kind(value),
                expected = type_words(expected)
            ),
            Self::Null => message!(
                "This is null, but the definition does not say that it may be (x-nullable)."
            ),
            Self::Enum(choices) => message!(
                "{found} is not among the values that the definition lists: {choices}.",
                found,
                choices = listed(choices)
            ),
            Self::Required(name) => message!(
                "“{name}” is missing, but the definition says that it is always there.",
                name
            ),
            Self::Undeclared(name) => message!(
                "The definition does not have “{name}”, so nobody can choose it in a later step.",
                name
            ),
            Self::Forbidden(name) => message!(
                "The definition allows no properties but its own, and “{name}” is none of them.",
                name
            ),
            Self::Format(format) => {
                message!("{found} is not of the format {format}.", found, format)
            }
            Self::Bound(bound) => bound.message(value),
            Self::Pattern(pattern) => {
                message!(
                    "{found} does not match the pattern {pattern}.",
                    found,
                    pattern
                )
            }
            Self::Discriminator(name) => message!(
                "This says that it is “{name}”, but the definition has no such schema.",
                name
            ),
            Self::Unsaid => message!("The definition does not say what the items are."),
        }
    }
}

impl Bound<'_> {
    fn message(&self, value: &Value) -> Message {
        let (found, limit) = (described(value), self.limit);
        let length = match value {
            Value::String(text) => text.chars().count(),
            Value::Array(items) => items.len(),
            Value::Object(members) => members.len(),
            _ => 0,
        };
        match self.keyword {
            "minimum" => message!(
                "{found} is less than {limit}, the least that the definition allows.",
                found,
                limit
            ),
            "maximum" => message!(
                "{found} is more than {limit}, the most that the definition allows.",
                found,
                limit
            ),
            "exclusiveMinimum" => message!(
                "{found} is not more than {limit}, as the definition says.",
                found,
                limit
            ),
            "exclusiveMaximum" => message!(
                "{found} is not less than {limit}, as the definition says.",
                found,
                limit
            ),
            "multipleOf" => message!(
                "{found} is not a multiple of {limit}, as the definition says.",
                found,
                limit
            ),
            "uniqueItems" => {
                message!("The list has an item twice, which the definition does not allow.")
            }
            "minLength" | "maxLength" => message!(
                "{found} has {length} letters, but the definition says {side} {limit}.",
                found,
                length,
                side = self.side(),
                limit
            ),
            "minItems" | "maxItems" => message!(
                "The list has {length} items, but the definition says {side} {limit}.",
                length,
                side = self.side(),
                limit
            ),
            _ => message!(
                "The object has {length} properties, but the definition says {side} {limit}.",
                length,
                side = self.side(),
                limit
            ),
        }
    }

    fn side(&self) -> Phrase {
        if self.keyword.starts_with("min") {
            phrase!("at least")
        } else {
            phrase!("at most")
        }
    }
}

/// What a value is, with its type where the value alone does not tell it.
fn with_kind(value: &Value) -> Message {
    match value {
        Value::String(_) => message!("the text {text}", text = described(value)),
        Value::Number(number) => message!("the number {number}", number = number.to_string()),
        _ => described(value),
    }
}

/// A type in words.
fn type_words(kind: &str) -> Message {
    match kind {
        "string" => message!("a text"),
        "integer" => message!("a whole number"),
        "number" => message!("a number"),
        "boolean" => message!("true or false"),
        "array" => message!("a list"),
        "object" => message!("an object"),
        other => Message::verbatim(other),
    }
}

/// The first of several values.
fn listed(choices: &[Value]) -> Message {
    let first = Message::listed(choices.iter().take(5).map(described));
    match choices.len().checked_sub(5) {
        Some(more) if more > 0 => message!("{first} and {more} more", first, more),
        _ => first,
    }
}
