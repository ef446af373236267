//! Fixed sets of values, and defaults.

use serde_json::Value;

use crate::document::Decimal;
use crate::lint::model::{FacetKind, FacetNode, Facets};
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::{Fix, Severity};
use crate::message::{Phrase, message, phrase};

rules! {
    /// A list whose items must differ names one of them twice; the second says nothing new. Remove it.
    ARRAY_DUPLICATE_VALUE = "ArrayDuplicateValue", 4, Warning, Always,
        "No value stands twice in a list of values or names";

    /// The values of a fixed set have the type that the schema gives. Write them in that type,
    /// or change the type.
    INVALID_ENUM_VALUE = "InvalidEnumValue", 18, Error, Always,
        "Every value of “enum” has the type of the schema";

    /// The type of an array's items is part of its type. Describe them in `items`.
    ARRAY_HAS_NO_ITEMS = "ArrayHasNoItems", 73, Error, Always,
        "An array says what its items are";

    /// A default is a value like any other, so it has the type that the schema gives. Write it in that
    /// type, or change the type.
    DEFAULT_VALUE_MUST_MATCH_TYPE = "DefaultValueMustMatchType", 97, Error, Always,
        "A default has the type of its schema or parameter";

    /// A fixed set of no values allows nothing. Name the values, or remove the keyword.
    ENUM_MUST_CONTAIN_AT_LEAST_ONE_ELEMENT = "EnumMustContainAtLeastOneElement", 98, Error, Always,
        "“enum” names at least one value";
}

pub(super) fn check(node: &FacetNode<'_>, report: &mut Report<'_>) {
    let facets = node.facets;
    if let Some(choices) = facets.choices() {
        check_choices(node, choices, report);
    }
    if let Some(default) = facets.default
        && let Some(kind) = facets.kind()
        && !default.is_null()
        && !fits(default, kind)
    {
        check_default(node, default, kind, report);
    }
    if facets.kind() == Some("array") && facets.items.is_none() && facets.reference.is_none() {
        report.find(&ARRAY_HAS_NO_ITEMS, &node.place, || {
            let what = name(node.kind);
            message!(
                "{what} is an array, but does not say of what. Describe its items in “items”.",
                what
            )
        });
    }
    if node.kind == FacetKind::Schema {
        check_required_twice(node, facets, report);
    }
}

fn name(kind: FacetKind) -> Phrase {
    match kind {
        FacetKind::Schema => phrase!("The schema"),
        FacetKind::Parameter => phrase!("The parameter"),
        FacetKind::Items => phrase!("An item"),
        FacetKind::Header => phrase!("The header"),
    }
}

fn check_choices(node: &FacetNode<'_>, choices: &[Value], report: &mut Report<'_>) {
    let place = node.place.key("enum");
    if choices.is_empty() {
        let rule = &ENUM_MUST_CONTAIN_AT_LEAST_ONE_ELEMENT;
        report.find_with_fix(rule, &place, || {
            let message = message!(
                "“enum” names no value, so nothing would be allowed. Name the values, or remove it."
            );
            (
                message,
                Fix::remove(message!("Remove the empty “enum”"), place.path()),
            )
        });
    }
    if let Some(kind) = node.facets.kind() {
        for (index, choice) in choices.iter().enumerate() {
            if !choice.is_null() && !fits(choice, kind) {
                let place = place.item(choices, index);
                report.find_as(&INVALID_ENUM_VALUE, severity(choice, kind), &place, || {
                    let message = message!(
                        "{choice} is not of the type “{kind}”. Write it so, or change the type.",
                        choice,
                        kind
                    );
                    (message, None)
                });
            }
        }
    }
    if let Some(twice) = first_double(choices) {
        tell_double(&node.place, "enum", choices, twice, report);
    }
}

fn check_required_twice(node: &FacetNode<'_>, facets: &Facets<'_>, report: &mut Report<'_>) {
    let names = facets.required.and_then(Value::as_array);
    if let Some(names) = names
        && let Some(twice) = first_double(names)
    {
        tell_double(&node.place, "required", names, twice, report);
    }
}

/// A list of names, or of objects, none of which may stand twice.
pub(in crate::lint::rules) fn check_doubles(
    key: &str,
    list: &Value,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    if let Some(items) = list.as_array()
        && let Some(twice) = first_double(items)
    {
        tell_double(place, key, items, twice, report);
    }
}

fn tell_double(
    above: &Place<'_>,
    key: &str,
    values: &[Value],
    twice: usize,
    report: &mut Report<'_>,
) {
    let place = above.key(key);
    report.find_with_fix(&ARRAY_DUPLICATE_VALUE, &place.item(values, twice), || {
        let value = values.get(twice).unwrap_or(&Value::Null);
        let mut left: Vec<Value> = Vec::with_capacity(values.len());
        for value in values {
            if !left.contains(value) {
                left.push(value.clone());
            }
        }
        let fix = Fix::set(
            message!("Name each value of “{key}” once", key),
            place.path(),
            left,
        );
        (
            message!(
                "{value} stands twice in “{key}”. Remove one of them.",
                value,
                key
            ),
            fix,
        )
    });
}

/// The first value that stood there before.
fn first_double(values: &[Value]) -> Option<usize> {
    if values.len() <= 16 {
        return (1..values.len()).find(|index| {
            let (before, here) = values.split_at(*index);
            here.first().is_some_and(|value| before.contains(value))
        });
    }
    let mut seen = std::collections::HashSet::with_capacity(values.len());
    values
        .iter()
        .position(|value| !seen.insert(value.to_string()))
}

fn check_default(node: &FacetNode<'_>, default: &Value, kind: &str, report: &mut Report<'_>) {
    let place = node.place.key("default");
    let message = || {
        message!(
            "The default {default} is not of the type “{kind}”. Write it so, or change the type.",
            default,
            kind
        )
    };
    let rule = &DEFAULT_VALUE_MUST_MATCH_TYPE;
    report.find_as(rule, severity(default, kind), &place, || {
        let fix = in_type(default, kind).map(|value| {
            let title = message!("Write the default as {value}", value);
            Fix::set(title, place.path(), value)
        });
        (message(), fix)
    });
}

/// The platform takes `"true"` for true and `"1"` for 1, and refuses what it cannot take so.
fn severity(value: &Value, kind: &str) -> Severity {
    if in_type(value, kind).is_some() || value.as_str() == Some("") {
        Severity::Warning
    } else {
        Severity::Error
    }
}

/// Whether a value is of a type of Swagger 2.0.
fn fits(value: &Value, kind: &str) -> bool {
    match kind {
        "string" => value.is_string(),
        "integer" => {
            value.is_i64()
                || value.is_u64()
                || Decimal::of_value(Some(value)).is_some_and(|number| number.is_whole())
        }
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => true,
    }
}

/// The value as one of the type, where it can only mean that one.
fn in_type(value: &Value, kind: &str) -> Option<Value> {
    match (value, kind) {
        (Value::String(text), "boolean") => match text.to_ascii_lowercase().as_str() {
            "true" => Some(Value::Bool(true)),
            "false" => Some(Value::Bool(false)),
            _ => None,
        },
        (Value::String(text), "integer" | "number") => {
            let number: Value = serde_json::from_str(text.trim()).ok()?;
            (number.is_number() && fits(&number, kind)).then_some(number)
        }
        (Value::Number(_) | Value::Bool(_), "string") => Some(Value::String(value.to_string())),
        _ => None,
    }
}
