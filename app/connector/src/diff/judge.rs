//! Whom a change inside a parameter or a schema reaches. That depends on the direction: what is sent must
//! still be accepted, and what comes back must still be there.

use serde_json::Value;

use super::changes::Changed;
use super::rules::*;

/// Which way a value goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// From the flow to the API.
    Input,
    /// From the API to the flow.
    Output,
}

type Judgement = Option<&'static EffectRule>;

/// Both versions of the definition, to follow references in.
#[derive(Clone, Copy)]
pub(super) struct Roots<'v> {
    pub(super) before: &'v Value,
    pub(super) after: &'v Value,
}

impl Roots<'_> {
    /// Whether a reference that is another now leads to the same as before.
    fn lead_to_the_same(self, changed: &Changed<'_>) -> bool {
        let target = |root: &'_ Value, reference: Option<&Value>| {
            let pointer = reference?.as_str()?.strip_prefix('#')?;
            root.pointer(pointer).cloned()
        };
        let before = target(self.before, changed.before);
        before.is_some() && before == target(self.after, changed.after)
    }
}

/// What `keys`, from a schema on, lead to.
enum Spot<'k> {
    /// A field, or the schema itself.
    Schema { is_field: bool },
    /// A keyword of a schema.
    Keyword(&'k str),
    /// Something below a keyword.
    Deeper,
}

/// Walks through fields and items, so that a field named `type` is not taken for the keyword.
fn spot<'k>(mut keys: &[&'k str]) -> Spot<'k> {
    let mut is_field = false;
    loop {
        (keys, is_field) = match keys {
            [] => return Spot::Schema { is_field },
            ["properties", _, rest @ ..] => (rest, true),
            [
                "items" | "additionalProperties" | "allOf" | "schema",
                rest @ ..,
            ] if !rest.is_empty() => (rest, false),
            [keyword] => return Spot::Keyword(keyword),
            _ => return Spot::Deeper,
        };
    }
}

/// The effect of a change at `keys` of a parameter or a schema.
pub(super) fn judge(
    direction: Direction,
    keys: &[&str],
    changed: &Changed<'_>,
    roots: Roots<'_>,
) -> Judgement {
    match (spot(keys), direction) {
        (Spot::Schema { is_field }, _) => whole(direction, is_field, changed),
        (Spot::Keyword("$ref"), _) if roots.lead_to_the_same(changed) => None,
        (Spot::Keyword("x-ms-visibility"), _) => hidden(changed),
        (Spot::Keyword(keyword), Direction::Input) => on_input(keyword, changed),
        (Spot::Keyword(keyword), Direction::Output) => on_output(keyword, changed),
        (Spot::Deeper, _) => None,
    }
}

/// A field or a schema that came, went, or is another.
fn whole(direction: Direction, is_field: bool, changed: &Changed<'_>) -> Judgement {
    match direction {
        _ if changed.is_new() => None,
        Direction::Input if is_field && changed.is_gone() => Some(&INPUT_FIELD_REMOVED),
        Direction::Input => Some(&INPUT_TYPE_CHANGED),
        Direction::Output if changed.is_gone() => Some(&OUTPUT_FIELD_REMOVED),
        Direction::Output => Some(&OUTPUT_TYPE_CHANGED),
    }
}

fn on_input(keyword: &str, changed: &Changed<'_>) -> Judgement {
    match keyword {
        "type" => (!widens(changed.before, changed.after)).then_some(&INPUT_TYPE_CHANGED),
        "format" | "$ref" => (!changed.is_gone()).then_some(&INPUT_TYPE_CHANGED),
        "collectionFormat" => Some(&COLLECTION_FORMAT_CHANGED),
        "enum" if changed.is_new() => Some(&CHOICES_ADDED),
        "enum" => loses(changed).then_some(&CHOICES_REMOVED),
        "default" => Some(&DEFAULT_CHANGED),
        "required" => (changed.after == Some(&Value::Bool(true)) || gains(changed))
            .then_some(&PARAMETER_MADE_REQUIRED),
        "additionalProperties" => {
            (changed.after == Some(&Value::Bool(false))).then_some(&INPUT_CLOSED)
        }
        "properties" if changed.is_gone() => Some(&INPUT_FIELD_REMOVED),
        keyword => narrows(keyword, changed).then_some(&BOUNDS_NARROWED),
    }
}

fn on_output(keyword: &str, changed: &Changed<'_>) -> Judgement {
    match keyword {
        "type" => (!widens(changed.after, changed.before)).then_some(&OUTPUT_TYPE_CHANGED),
        "format" => Some(&OUTPUT_FORMAT_CHANGED),
        "$ref" | "items" => Some(&OUTPUT_TYPE_CHANGED),
        "enum" if changed.is_new() => None,
        "enum" => (changed.is_gone() || gains(changed)).then_some(&OUTPUT_CHOICES_ADDED),
        "required" => loses(changed).then_some(&OUTPUT_MADE_OPTIONAL),
        "properties" if changed.is_gone() => Some(&OUTPUT_FIELD_REMOVED),
        _ => None,
    }
}

/// The effect of another visibility.
pub(super) fn hidden(changed: &Changed<'_>) -> Judgement {
    (changed.after.and_then(Value::as_str) == Some("internal")).then_some(&HIDDEN)
}

/// Whether every value of the type `narrow` is one of `wide`.
fn widens(narrow: Option<&Value>, wide: Option<&Value>) -> bool {
    let text = |value: Option<&'_ Value>| value.and_then(Value::as_str).map(str::to_owned);
    let (narrow, wide) = (text(narrow), text(wide));
    narrow.as_deref() == Some("integer") && wide.as_deref() == Some("number")
}

/// Whether a bound admits less than before.
fn narrows(keyword: &str, changed: &Changed<'_>) -> bool {
    let number = |value: Option<&Value>| value.and_then(Value::as_f64);
    let (before, after) = (number(changed.before), number(changed.after));
    match keyword {
        "minimum" | "minLength" | "minItems" | "minProperties" => {
            after.is_some_and(|after| before.is_none_or(|before| after > before))
        }
        "maximum" | "maxLength" | "maxItems" | "maxProperties" => {
            after.is_some_and(|after| before.is_none_or(|before| after < before))
        }
        "exclusiveMinimum" | "exclusiveMaximum" | "uniqueItems" => {
            changed.after == Some(&Value::Bool(true))
        }
        "pattern" | "multipleOf" => changed.after.is_some(),
        _ => false,
    }
}

fn items(value: Option<&Value>) -> &[Value] {
    value
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice)
}

/// Whether an item of an array is gone.
pub(super) fn loses(changed: &Changed<'_>) -> bool {
    let (before, after) = (items(changed.before), items(changed.after));
    before.iter().any(|value| !after.contains(value))
}

/// Whether an array has an item that it had not.
pub(super) fn gains(changed: &Changed<'_>) -> bool {
    let (before, after) = (items(changed.before), items(changed.after));
    after.iter().any(|value| !before.contains(value))
}
