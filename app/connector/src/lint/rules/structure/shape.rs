//! What an object may hold: its members, what their values are, and which it must have.

use serde_json::{Map, Value};

use super::{extensions, keywords, values};
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::message::Phrase;

/// What an object of one kind may hold.
pub(super) struct Shape {
    /// What the object is, as messages call it: “an operation”.
    pub(super) what: Phrase,
    /// Its members.
    pub(super) keys: &'static [(&'static str, Want)],
    /// The members that it must have.
    pub(super) required: &'static [&'static str],
    /// Of these it must have at least one; empty: of none.
    pub(super) one_of: &'static [&'static str],
    /// Whether it may have members that begin with `x-`.
    pub(super) extensions: bool,
}

/// What the value of a member must be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Want {
    Any,
    Text,
    Flag,
    Number,
    Whole,
    List,
    Texts,
    /// A list of texts, each once.
    Names,
    Object,
    /// A list of objects.
    Objects,
    /// An object, or true or false.
    FlagOrObject,
    /// A schema, or a list of at least one.
    SchemaOrList,
    /// A list of at least one schema.
    Schemas,
    /// An object whose members are schemas.
    SchemaMap,
    /// A list of names, or (in a parameter) true or false.
    FlagOrTexts,
    /// One of these texts.
    OneOf(&'static [&'static str]),
}

/// Looks at every member of an object.
pub(super) fn check_shape(
    json: &Map<String, Value>,
    shape: &Shape,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    for (key, value) in json {
        match shape.keys.iter().find(|(known, _)| known == key) {
            Some((_, want)) => values::check(key, value, *want, place, report),
            None if key.starts_with("x-") && shape.extensions => {
                extensions::check(key, value, place, report);
            }
            None => keywords::unknown(json, key, shape, place, report),
        }
    }
    for key in shape.required {
        if !json.contains_key(*key) {
            keywords::missing(key, shape, place, report);
        }
    }
    if !shape.one_of.is_empty() && !shape.one_of.iter().any(|key| json.contains_key(*key)) {
        keywords::none_of(shape, place, report);
    }
}
