//! Extensions of the platform: their names, and the members of those with a fixed shape.

use serde_json::Value;

use super::extension_shapes::{self, Kind};
use super::shape::{Shape, Want, check_shape};
use super::values;
use crate::lint::Fix;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::suggest::nearest;
use crate::message::message;

rules! {
    /// The platform ignores extensions that it does not know, so a misspelt one has no effect and nobody
    /// says so. Correct the name.
    EXTENSION_TYPO = "G40-ext-typo", -, Warning, Always,
        "The names of “x-ms-” extensions are spelt as the platform knows them";
}

/// Looks at a member whose name begins with `x-`.
pub(super) fn check(key: &str, value: &Value, place: &Place<'_>, report: &mut Report<'_>) {
    if key == "x-ms-summary" || key == "x-ms-visibility" {
        return;
    }
    if let Some((_, kind)) = extension_shapes::FIXED
        .iter()
        .find(|(name, _)| *name == key)
    {
        check_kind(key, value, kind, place, report);
    } else if key.starts_with("x-ms") && !extension_shapes::OTHERS.contains(&key) {
        check_name(key, place, report);
    }
}

fn check_name(key: &str, place: &Place<'_>, report: &mut Report<'_>) {
    let here = place.key(key);
    let compact: String = key
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let known = extension_shapes::names();
    match nearest(&compact, known).filter(|meant| *meant != key) {
        Some(meant) => report.find_with_fix(&EXTENSION_TYPO, &here, || {
            let fix = Fix::rename(
                message!("Rename “{key}” to “{meant}”", key, meant),
                here.path(),
                meant,
            );
            let message = message!(
                "The platform does not know “{key}” and ignores it. Did you mean “{meant}”?",
                key,
                meant
            );
            (message, fix)
        }),
        None => report.find(&EXTENSION_TYPO, &here, || {
            message!(
                "The platform does not know “{key}” and ignores it. Check its name, or remove it.",
                key
            )
        }),
    }
}

fn check_kind(key: &str, value: &Value, kind: &Kind, above: &Place<'_>, report: &mut Report<'_>) {
    let place = above.key(key);
    match kind {
        Kind::Value(want) => values::check(key, value, *want, above, report),
        Kind::Object(shape) => check_object(value, shape, &place, report),
        Kind::List(shape) => match value.as_array() {
            Some(items) => {
                for (index, item) in items.iter().enumerate() {
                    check_object(item, shape, &place.item(items, index), report);
                }
            }
            None => values::check(key, value, Want::List, above, report),
        },
    }
}

fn check_object(value: &Value, shape: &Shape, place: &Place<'_>, report: &mut Report<'_>) {
    let Some(json) = value.as_object() else {
        values::not_an_object(value, shape.what, place, report);
        return;
    };
    check_shape(json, shape, place, report);
    for (key, kind) in extension_shapes::INNER {
        let known = || shape.keys.iter().any(|(name, _)| name == key);
        if let Some(inner) = json.get(*key).filter(|_| known()) {
            check_kind(key, inner, kind, place, report);
        }
    }
}
