//! Places within a JSON value: `.a['@odata.x'][0]`.

use std::fmt;

use serde_json::{Map, Value};

/// One step into a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// To a member of an object.
    Name(String),
    /// To an item of a list.
    Index(usize),
}

/// The steps that a text names: names after dots, names in quotes or numbers in brackets. The error is how many
/// bytes of the text could be read.
pub(super) fn steps(text: &str) -> Result<Vec<Step>, usize> {
    let (mut steps, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let read = match rest.strip_prefix('[') {
            Some(inner) => bracket(inner),
            None => dotted(rest),
        };
        let (step, after) = read.ok_or(text.len() - rest.len())?;
        steps.push(step);
        rest = after;
    }
    Ok(steps)
}

fn dotted(text: &str) -> Option<(Step, &str)> {
    let inner = text.strip_prefix("?.").or_else(|| text.strip_prefix('.'))?;
    let end = inner.find(['.', '[', '?']).unwrap_or(inner.len());
    let (name, after) = inner.split_at(end);
    (!name.is_empty()).then(|| (Step::Name(name.to_owned()), after))
}

/// The step in a bracket, after its `[`.
fn bracket(inner: &str) -> Option<(Step, &str)> {
    for quote in ['\'', '"'] {
        if let Some(quoted) = inner.strip_prefix(quote) {
            let (name, after) = quoted.split_once(quote)?;
            return Some((Step::Name(name.to_owned()), after.strip_prefix(']')?));
        }
    }
    let (number, after) = inner.split_once(']')?;
    Some((Step::Index(number.parse().ok()?), after))
}

/// Steps as an expression has them.
pub(super) struct Written<'s>(pub(super) &'s [Step]);

impl fmt::Display for Written<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("@body()")?;
        self.0.iter().try_for_each(|step| match step {
            Step::Index(index) => write!(out, "[{index}]"),
            Step::Name(name) if is_plain(name) => write!(out, ".{name}"),
            Step::Name(name) => write!(out, "['{name}']"),
        })
    }
}

fn is_plain(name: &str) -> bool {
    let is_of_name = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    !name.is_empty() && name.chars().all(is_of_name)
}

/// What stands at a place.
pub(super) fn get<'v>(value: &'v Value, steps: &[Step]) -> Option<&'v Value> {
    steps.iter().try_fold(value, |value, step| match step {
        Step::Name(name) => value.as_object()?.get(name),
        Step::Index(index) => value.as_array()?.get(*index),
    })
}

fn get_mut<'v>(value: &'v mut Value, steps: &[Step]) -> Option<&'v mut Value> {
    steps.iter().try_fold(value, |value, step| match step {
        Step::Name(name) => value.as_object_mut()?.get_mut(name),
        Step::Index(index) => value.as_array_mut()?.get_mut(*index),
    })
}

/// Puts a value at a place, and objects on the way where there is nothing yet; answers with what stood there. The
/// error is the first place that cannot hold the next step; then nothing has changed.
pub(super) fn put(
    value: &mut Value,
    steps: &[Step],
    new: Value,
) -> Result<Option<Value>, Vec<Step>> {
    if let Some(place) = obstacle(value, steps) {
        return Err(place);
    }
    let before = get(value, steps).is_some();
    let mut place = value;
    for step in steps {
        if place.is_null() && matches!(step, Step::Name(_)) {
            *place = Value::Object(Map::new());
        }
        let next = match (step, place) {
            (Step::Name(name), Value::Object(members)) => {
                Some(members.entry(name.as_str()).or_insert(Value::Null))
            }
            (Step::Index(index), Value::Array(items)) => items.get_mut(*index),
            _ => None,
        };
        place = next.ok_or_else(|| steps.to_vec())?;
    }
    let old = std::mem::replace(place, new);
    Ok(before.then_some(old))
}

/// The first place that cannot hold the next step. Where there is nothing, or null, an object can be made.
fn obstacle(value: &Value, steps: &[Step]) -> Option<Vec<Step>> {
    let mut place = Some(value);
    for (index, step) in steps.iter().enumerate() {
        let fits = match (place, step) {
            (None | Some(Value::Null | Value::Object(_)), Step::Name(_)) => true,
            (Some(Value::Array(items)), Step::Index(index)) => *index < items.len(),
            _ => false,
        };
        if !fits {
            return Some(steps.get(..index).unwrap_or_default().to_vec());
        }
        place = place.and_then(|place| get(place, std::slice::from_ref(step)));
    }
    None
}

/// Takes out what stands at a place; the others keep their order.
pub(super) fn take(value: &mut Value, steps: &[Step]) -> Option<Value> {
    let (last, above) = steps.split_last()?;
    match (last, get_mut(value, above)?) {
        (Step::Name(name), Value::Object(members)) => members.shift_remove(name),
        (Step::Index(index), Value::Array(items)) => {
            (*index < items.len()).then(|| items.remove(*index))
        }
        _ => None,
    }
}

/// What a value is called in a message.
pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// A value within a text: texts as they are, nothing for null, all else as JSON.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
