//! One value against the words of one schema; its items and members are another's business.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use serde_json::{Number, Value};

use super::fault::{Bound, Fault};
use super::format::{number_fits, text_fits};

/// The most items that are compared with one another.
const MAX_UNIQUE: usize = 10_000;

/// Whole numbers beyond this are kept as floating-point numbers, which tell no fraction any more.
const BEYOND_64_BITS: f64 = 9_223_372_036_854_775_808.0;

/// Whether a value is of the type that a schema says in `type`; else the type.
pub(super) fn check_type<'d>(kind: Option<&'d Value>, value: &Value) -> Result<(), &'d str> {
    match kind {
        Some(Value::String(kind)) if !is_type(kind, value) => Err(kind),
        // The dialects of later versions have several types in a list.
        Some(Value::Array(kinds)) => {
            let mut known = kinds.iter().filter_map(Value::as_str);
            let first = known.clone().next();
            match first {
                Some(first) if !known.any(|kind| is_type(kind, value)) => Err(first),
                _ => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

fn is_type(kind: &str, value: &Value) -> bool {
    match kind {
        "string" => value.is_string(),
        "integer" => value.as_number().is_some_and(is_whole),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        // A file, or a word that lint tells of.
        _ => true,
    }
}

fn is_whole(number: &Number) -> bool {
    number.is_i64() || number.is_u64() || number.as_f64().is_some_and(|n| n.abs() >= BEYOND_64_BITS)
}

/// What a schema says of a value of its type, other than the pattern.
pub(super) fn check<'d>(
    schema: &'d Value,
    value: &Value,
    found: &mut impl FnMut(Fault<'d, 'static>),
) {
    let choices = schema.get("enum").and_then(Value::as_array);
    if let Some(choices) = choices.filter(|choices| !choices.is_empty() && !choices.contains(value))
    {
        found(Fault::Enum(choices));
    }
    let format = schema.get("format").and_then(Value::as_str);
    match value {
        Value::String(text) => {
            if let Some(format) = format.filter(|format| !text_fits(format, text)) {
                found(Fault::Format(format));
            }
            lengths(
                schema,
                ("minLength", "maxLength"),
                || text.chars().count(),
                found,
            );
        }
        Value::Number(number) => {
            if let Some(format) = format.filter(|format| !number_fits(format, number)) {
                found(Fault::Format(format));
            }
            bounds(schema, number, found);
        }
        Value::Array(items) => {
            lengths(schema, ("minItems", "maxItems"), || items.len(), found);
            unique(schema, items, found);
        }
        Value::Object(members) => {
            let counts = ("minProperties", "maxProperties");
            lengths(schema, counts, || members.len(), found);
        }
        Value::Null | Value::Bool(_) => {}
    }
}

fn lengths<'d>(
    schema: &'d Value,
    (least, most): (&'static str, &'static str),
    length: impl Fn() -> usize,
    found: &mut impl FnMut(Fault<'d, 'static>),
) {
    for (keyword, wrong) in [(least, Ordering::Less), (most, Ordering::Greater)] {
        let Some(limit) = schema.get(keyword) else {
            continue;
        };
        let bound = limit
            .as_u64()
            .map(|bound| usize::try_from(bound).unwrap_or(usize::MAX));
        if bound.is_some_and(|bound| length().cmp(&bound) == wrong) {
            found(Fault::Bound(Bound { keyword, limit }));
        }
    }
}

fn bounds<'d>(schema: &'d Value, number: &Number, found: &mut impl FnMut(Fault<'d, 'static>)) {
    let sides = [
        ("minimum", "exclusiveMinimum", Ordering::Less),
        ("maximum", "exclusiveMaximum", Ordering::Greater),
    ];
    for (keyword, exclusive, wrong) in sides {
        let is_exclusive = schema.get(exclusive) == Some(&Value::Bool(true));
        // In later dialects the exclusive bound is a number of its own.
        let numbers = [(keyword, is_exclusive), (exclusive, true)];
        for (own, is_exclusive) in numbers {
            let limit = schema.get(own).filter(|limit| limit.is_number());
            let order = limit
                .and_then(Value::as_number)
                .and_then(|l| compared(number, l));
            let is_out = order
                .is_some_and(|order| order == wrong || is_exclusive && order == Ordering::Equal);
            if let Some(limit) = limit.filter(|_| is_out) {
                let keyword = if is_exclusive { exclusive } else { keyword };
                found(Fault::Bound(Bound { keyword, limit }));
            }
        }
    }
    let step = schema.get("multipleOf");
    let divisor = step.and_then(Value::as_number);
    if let (Some(limit), Some(divisor)) = (step, divisor)
        && !is_multiple(number, divisor)
    {
        let keyword = "multipleOf";
        found(Fault::Bound(Bound { keyword, limit }));
    }
}

fn compared(one: &Number, other: &Number) -> Option<Ordering> {
    match (whole(one), whole(other)) {
        (Some(one), Some(other)) => Some(one.cmp(&other)),
        _ => one.as_f64()?.partial_cmp(&other.as_f64()?),
    }
}

fn whole(number: &Number) -> Option<i128> {
    let signed = number.as_i64().map(i128::from);
    signed.or_else(|| number.as_u64().map(i128::from))
}

/// Whether a number is a multiple, as near as floating-point numbers can tell.
fn is_multiple(number: &Number, divisor: &Number) -> bool {
    if let (Some(number), Some(divisor)) = (whole(number), whole(divisor)) {
        return divisor == 0 || number % divisor == 0;
    }
    let (Some(number), Some(divisor)) = (number.as_f64(), divisor.as_f64()) else {
        return true;
    };
    if divisor == 0.0 {
        return true;
    }
    let times = number / divisor;
    !times.is_finite() || (times - times.round()).abs() <= 1e-9 * times.abs().max(1.0)
}

fn unique<'d>(schema: &'d Value, items: &[Value], found: &mut impl FnMut(Fault<'d, 'static>)) {
    let limit = schema.get("uniqueItems");
    let Some(limit) = limit.filter(|limit| **limit == Value::Bool(true)) else {
        return;
    };
    let mut seen = BTreeSet::new();
    let mut items = items.iter().take(MAX_UNIQUE);
    if !items.all(|item| seen.insert(item.to_string())) {
        let keyword = "uniqueItems";
        found(Fault::Bound(Bound { keyword, limit }));
    }
}
