//! Whom a change inside a parameter or a schema reaches. That depends on the direction: what is sent must
//! still be accepted, and what comes back must still be there.

use serde_json::Value;

use super::changes::Changed;
use super::effective::{Effective, mean_the_same};
use super::renamed::Renamed;
use super::rules::*;
use crate::document::{Decimal, Path, Step};

/// Which way a value goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// From the flow to the API.
    Input,
    /// From the API to the flow.
    Output,
}

type Judgement = Option<&'static EffectRule>;

/// Both versions of the definition, to follow references in, and the trees that a change lies in.
#[derive(Clone, Copy)]
pub(super) struct Roots<'v> {
    pub(super) before: &'v Value,
    pub(super) after: &'v Value,
    pub(super) renamed: &'v Renamed<'v>,
    was: Option<&'v Value>,
    now: Option<&'v Value>,
}

impl<'v> Roots<'v> {
    pub(super) fn of(before: &'v Value, after: &'v Value, renamed: &'v Renamed<'v>) -> Self {
        Self {
            before,
            after,
            renamed,
            was: Some(before),
            now: Some(after),
        }
    }

    /// The same versions, for changes whose steps go from these trees.
    pub(super) fn from(self, was: Option<&'v Value>, now: Option<&'v Value>) -> Self {
        Self { was, now, ..self }
    }

    /// A member of the older tree.
    pub(super) fn old(self, key: &str) -> Option<&'v Value> {
        self.was.and_then(|was| was.get(key))
    }

    /// What an operation, which the steps go from, takes for `key`: its own value, or that of the whole
    /// definition (Swagger 2.0, Operation Object).
    pub(super) fn in_force(self, key: &str) -> Changed<'v> {
        let own = |tree: Option<&'v Value>| tree.and_then(|tree| tree.get(key));
        Changed::whole(
            own(self.was).or_else(|| self.before.get(key)),
            own(self.now).or_else(|| self.after.get(key)),
        )
    }

    /// The schemas, in both versions, that the spot of a change belongs to.
    fn around(self, spot: &Spot<'_>, steps: &[Step]) -> Option<(&'v Value, &'v Value)> {
        let is_key = |step: &Step, key: &str| step.as_key() == Some(key);
        let mut depth = match spot {
            Spot::Schema { is_field: true } => steps.len().checked_sub(2)?,
            Spot::Keyword(keyword) => steps.iter().rposition(|step| is_key(step, keyword))?,
            _ => return None,
        };
        // An item of `allOf` is a part of the schema that has it.
        while let Some([all_of, item]) = steps.get(..depth)?.last_chunk::<2>()
            && is_key(all_of, "allOf")
            && item.as_key().is_none()
        {
            depth -= 2;
        }
        let above = Path::of(steps.get(..depth)?.iter().cloned());
        Some((above.get(self.was?)?, above.get(self.now?)?))
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
    let spot = spot(keys);
    if let Spot::Keyword("x-ms-visibility") = spot {
        return hidden(changed);
    }
    let around = roots.around(&spot, &changed.steps);
    if let Some((was, now)) = around {
        if mean_the_same(&[was], &[now], roots) {
            return None;
        }
        if matches!(spot, Spot::Keyword("type")) && are_of_one_type(was, now, roots) {
            return None;
        }
        if is_of_all_of(&spot, keys, changed) {
            return put_together(direction, was, now, &spot, changed, roots);
        }
    }
    match (spot, direction) {
        (Spot::Keyword("readOnly"), Direction::Input) => read_only(changed, roots),
        (Spot::Schema { is_field }, _) => whole(direction, is_field, changed),
        (Spot::Keyword(keyword), Direction::Input) => on_input(keyword, changed),
        (Spot::Keyword(keyword), Direction::Output) => on_output(keyword, changed),
        (Spot::Deeper, _) => None,
    }
}

/// Whether a change is one of what a schema is put together from, or of a field that `allOf` may give as well.
fn is_of_all_of(spot: &Spot<'_>, keys: &[&str], changed: &Changed<'_>) -> bool {
    match spot {
        Spot::Keyword("allOf") => true,
        Spot::Keyword("$ref") => matches!(keys, [.., "allOf", "$ref"]),
        Spot::Keyword("properties") | Spot::Schema { is_field: true } => changed.is_gone(),
        _ => false,
    }
}

/// Whether two schemas have the same type, whichever of their parts says so.
fn are_of_one_type<'v>(was: &'v Value, now: &'v Value, roots: Roots<'v>) -> bool {
    let was = Effective::of(roots.before, was);
    let now = Effective::of(roots.after, now);
    matches!((was, now), (Some(was), Some(now)) if was.has_type_of(&now))
}

/// The effect of a change of what a schema is put together from, by what it means before and after.
fn put_together<'v>(
    direction: Direction,
    was: &'v Value,
    now: &'v Value,
    spot: &Spot<'_>,
    changed: &Changed<'_>,
    roots: Roots<'v>,
) -> Judgement {
    let was = Effective::of(roots.before, was);
    let now = Effective::of(roots.after, now);
    let (Some(was), Some(now)) = (was, now) else {
        // Too large to be followed: what is not known to be harmless is told.
        return match direction {
            Direction::Input => Some(&INPUT_TYPE_CHANGED),
            Direction::Output => Some(&OUTPUT_TYPE_CHANGED),
        };
    };
    let name = match spot {
        Spot::Schema { .. } => changed.steps.last().and_then(Step::as_key),
        _ => None,
    };
    let mut fields = was
        .fields
        .iter()
        .filter(|(key, _)| name.is_none_or(|name| name == **key));
    let is_lost = fields.clone().any(|(key, _)| !now.fields.contains_key(key));
    let is_other = fields.any(|(key, was)| {
        let now = now.fields.get(key);
        now.is_some_and(|now| !mean_the_same(was, now, roots))
    }) || (name.is_none() && !was.has_type_of(&now));
    match direction {
        Direction::Input if is_lost => Some(&INPUT_FIELD_REMOVED),
        Direction::Input if !now.required.is_subset(&was.required) => {
            Some(&PARAMETER_MADE_REQUIRED)
        }
        Direction::Input => is_other.then_some(&INPUT_TYPE_CHANGED),
        Direction::Output if is_lost => Some(&OUTPUT_FIELD_REMOVED),
        Direction::Output if is_other => Some(&OUTPUT_TYPE_CHANGED),
        Direction::Output => {
            (!was.required.is_subset(&now.required)).then_some(&OUTPUT_MADE_OPTIONAL)
        }
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

/// The effect of an input that may not be sent any more, or that has to be from now on.
fn read_only(changed: &Changed<'_>, roots: Roots<'_>) -> Judgement {
    let is_on = |value: Option<&Value>| value == Some(&Value::Bool(true));
    if is_on(changed.after) {
        return Some(&INPUT_MADE_READ_ONLY);
    }
    // A required field that is read-only is never asked for.
    let is_required = || {
        let [above @ .., _, name, _] = &changed.steps[..] else {
            return false;
        };
        let schema = Path::of(above.iter().cloned());
        let schema = roots.now.and_then(|now| schema.get(now));
        let required = schema.and_then(|schema| schema.get("required"));
        items(required)
            .iter()
            .any(|field| field.as_str() == name.as_key())
    };
    (is_on(changed.before) && is_required()).then_some(&PARAMETER_MADE_REQUIRED)
}

fn on_input(keyword: &str, changed: &Changed<'_>) -> Judgement {
    match keyword {
        "type" => (!widens(changed.before, changed.after)).then_some(&INPUT_TYPE_CHANGED),
        "format" if admits_more(changed.before, changed.after) => None,
        "format" | "$ref" => (!changed.is_gone()).then_some(&INPUT_TYPE_CHANGED),
        "x-ms-url-encoding" => {
            // Power Platform, x-ms-url-encoding: once, unless something else is said.
            let is_twice = |value: Option<&Value>| value.is_some_and(|value| value == "double");
            (is_twice(changed.before) != is_twice(changed.after)).then_some(&ENCODING_CHANGED)
        }
        "x-ms-notification-url" => Some(&CALLBACK_CHANGED),
        "collectionFormat" => {
            // Swagger 2.0, Parameter Object: a list is joined by commas unless something else is said.
            let joined = |value: Option<&Value>| value.is_none_or(|value| value == "csv");
            (!joined(changed.before) || !joined(changed.after))
                .then_some(&COLLECTION_FORMAT_CHANGED)
        }
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

/// Whether every number of the format `narrow` is one of `wide`.
fn admits_more(narrow: Option<&Value>, wide: Option<&Value>) -> bool {
    let format = |value: Option<&'_ Value>| value.and_then(Value::as_str).map(str::to_owned);
    let (narrow, wide) = (format(narrow), format(wide));
    matches!(
        (narrow.as_deref(), wide.as_deref()),
        (Some("int32"), Some("int64")) | (Some("float"), Some("double"))
    )
}

/// Whether a bound admits less than before.
fn narrows(keyword: &str, changed: &Changed<'_>) -> bool {
    let bounds = || {
        let before = Decimal::of_value(changed.before);
        Decimal::of_value(changed.after).map(|after| (before, after))
    };
    match keyword {
        "minimum" | "minLength" | "minItems" | "minProperties" => {
            bounds().is_some_and(|(before, after)| before.is_none_or(|before| after > before))
        }
        "maximum" | "maxLength" | "maxItems" | "maxProperties" => {
            bounds().is_some_and(|(before, after)| before.is_none_or(|before| after < before))
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
