//! What a schema must give up, or take up, so that a value fits.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::fault::{Bound, Fault};
use super::value::check_type;
use super::walk::{Detail, walk};
use crate::document::{Path, Step};
use crate::infer::{InferError, Manner, Samples};

/// The most times that a schema is looked at again. Each time the faults of one kind of place are
/// gone, and what they hid is seen.
const MAX_ROUNDS: usize = 64;

/// The most values that an `enum` grows to: what has more is not chosen from a list.
const MAX_CHOICES: usize = 500;

/// Changes the schema at `schema`, and those that it is made of, so that `value` fits; says which
/// schemas changed. Where nothing is to be changed, the definition stays borrowed.
pub(super) fn repair(
    definition: &mut Cow<'_, Value>,
    schema: &Path,
    value: &Value,
    manner: Manner,
) -> Result<Vec<Path>, InferError> {
    let mut changed = Vec::new();
    for _ in 0..MAX_ROUNDS {
        let repairs = repairs(definition, schema, value);
        let mut is_changed = false;
        for (path, repair) in repairs {
            let Some(Value::Object(members)) = at(definition.to_mut(), &path) else {
                continue;
            };
            if repair.apply(members, manner)? {
                if members.is_empty() {
                    // Anything may come. A schema without a word would be filled in by the next answer.
                    members.insert("x-nullable".to_owned(), json!(true));
                }
                is_changed = true;
                changed.push(path);
            }
        }
        if !is_changed {
            break;
        }
    }
    Ok(changed)
}

/// The value at a path, to change it.
pub(super) fn at<'d>(definition: &'d mut Value, path: &Path) -> Option<&'d mut Value> {
    let steps = path.steps().iter();
    steps
        .into_iter()
        .try_fold(definition, |value, step| match step {
            Step::Key(key) => value.as_object_mut()?.get_mut(key),
            Step::Index(n) => value.get_mut(*n),
            Step::Parameter { .. } => None,
        })
}

/// What one schema must change.
enum Repair<'v> {
    Type(&'v Value),
    Nullable,
    Choice(&'v Value),
    Optional(String),
    /// A property, as it was seen; more than once in lists.
    Property(&'v str, Vec<&'v Value>),
    Format(&'v Value),
    Without(&'static str),
    Items(Vec<&'v Value>),
}

/// Repairs as they come in: what one schema is to say of several values is said once.
#[derive(Default)]
struct Repairs<'v> {
    all: Vec<(Path, Repair<'v>)>,
    places: BTreeMap<(Path, &'static str, String), usize>,
}

fn repairs<'v>(definition: &Value, schema: &Path, value: &'v Value) -> Vec<(Path, Repair<'v>)> {
    let mut repairs = Repairs::default();
    let Some(json) = schema.get(definition) else {
        return repairs.all;
    };
    walk(
        definition,
        (schema, json),
        value,
        Detail::Gaps,
        &mut |found| {
            let value = found.value;
            repairs.add(
                found.holder,
                match found.fault {
                    Fault::Type(_) => Repair::Type(value),
                    Fault::Null => Repair::Nullable,
                    Fault::Enum(_) => Repair::Choice(value),
                    Fault::Required(name) => Repair::Optional(name.to_owned()),
                    Fault::Undeclared(name) | Fault::Forbidden(name) => {
                        Repair::Property(name, vec![value])
                    }
                    Fault::Format(_) => Repair::Format(value),
                    Fault::Bound(Bound { keyword, .. }) => Repair::Without(keyword),
                    Fault::Pattern(_) => Repair::Without("pattern"),
                    Fault::Unsaid => Repair::Items(vec![value]),
                    Fault::Discriminator(_) => return,
                },
            );
        },
    );
    repairs.all
}

impl<'v> Repairs<'v> {
    fn add(&mut self, holder: &Path, repair: Repair<'v>) {
        let (word, name) = repair.name();
        let key = (holder.clone(), word, name);
        let known = self.places.get(&key).and_then(|at| self.all.get_mut(*at));
        match (known, repair) {
            (Some((_, Repair::Property(_, seen))), Repair::Property(_, more))
            | (Some((_, Repair::Items(seen))), Repair::Items(more)) => seen.extend(more),
            (Some(_), _) => {}
            (None, repair) => {
                self.places.insert(key, self.all.len());
                self.all.push((holder.clone(), repair));
            }
        }
    }
}

impl Repair<'_> {
    /// What tells it from the other repairs of a schema.
    fn name(&self) -> (&'static str, String) {
        match self {
            Self::Type(value) => ("type", kind_of(value).to_owned()),
            Self::Nullable => ("x-nullable", String::new()),
            Self::Choice(value) => ("enum", value.to_string()),
            Self::Optional(name) => ("required", name.clone()),
            Self::Property(name, _) => ("properties", (*name).to_owned()),
            Self::Format(value) => ("format", value.is_i64().to_string()),
            Self::Without(keyword) => (keyword, String::new()),
            Self::Items(_) => ("items", String::new()),
        }
    }

    /// Whether something changed.
    fn apply(self, schema: &mut Map<String, Value>, manner: Manner) -> Result<bool, InferError> {
        Ok(match self {
            Self::Type(value) => widen_type(schema, value),
            Self::Nullable => put(schema, "x-nullable", json!(true)),
            Self::Choice(value) => add_choice(schema, value),
            Self::Optional(name) => drop_required(schema, &name),
            Self::Property(name, values) => {
                let wrapped = values.into_iter().map(|value| json!({ name: value }));
                let inferred = inferred(wrapped, manner)?;
                let inferred = inferred
                    .pointer("/properties")
                    .and_then(|all| all.get(name));
                add_property(schema, name, inferred.cloned())
            }
            Self::Format(value) => widen_format(schema, value),
            Self::Without(keyword) => drop_bound(schema, keyword),
            Self::Items(lists) => {
                let inferred = inferred(lists.into_iter().cloned(), manner)?;
                let items = inferred.get("items").cloned();
                items.is_some_and(|items| put(schema, "items", items))
            }
        })
    }
}

fn inferred(values: impl Iterator<Item = Value>, manner: Manner) -> Result<Value, InferError> {
    let mut samples = Samples::default();
    for value in values {
        samples.add(&value)?;
    }
    Ok(samples.schema(manner))
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Sets a member; whether that changes something.
fn put(schema: &mut Map<String, Value>, key: &str, value: Value) -> bool {
    let is_new = schema.get(key) != Some(&value);
    if is_new {
        schema.insert(key.to_owned(), value);
    }
    is_new
}

/// A whole number becomes a number; for other types there is no word that holds both, so there is none.
fn widen_type(schema: &mut Map<String, Value>, value: &Value) -> bool {
    if check_type(schema.get("type"), value).is_ok() {
        return false;
    }
    let is_whole = schema.get("type").is_some_and(|kind| kind == "integer");
    if is_whole && value.is_number() {
        if let Some(format) = schema.get("format").and_then(Value::as_str)
            && format.starts_with("int")
        {
            put(schema, "format", json!("double"));
        }
        return put(schema, "type", json!("number"));
    }
    schema.shift_remove("format");
    schema.shift_remove("type").is_some()
}

fn add_choice(schema: &mut Map<String, Value>, value: &Value) -> bool {
    let Some(Value::Array(choices)) = schema.get_mut("enum") else {
        return false;
    };
    if choices.contains(value) {
        return false;
    }
    if choices.len() >= MAX_CHOICES {
        return schema.shift_remove("enum").is_some();
    }
    choices.push(value.clone());
    true
}

fn drop_required(schema: &mut Map<String, Value>, name: &str) -> bool {
    let Some(Value::Array(names)) = schema.get_mut("required") else {
        return false;
    };
    let before = names.len();
    names.retain(|own| own != name);
    let is_changed = names.len() < before;
    if names.is_empty() {
        schema.shift_remove("required");
    }
    is_changed
}

fn add_property(schema: &mut Map<String, Value>, name: &str, property: Option<Value>) -> bool {
    let all = schema.entry("properties").or_insert_with(|| json!({}));
    match (all, property) {
        (Value::Object(all), Some(property)) if !all.contains_key(name) => {
            all.insert(name.to_owned(), property);
            true
        }
        _ => false,
    }
}

fn widen_format(schema: &mut Map<String, Value>, value: &Value) -> bool {
    let is_int32 = schema.get("format").is_some_and(|format| format == "int32");
    if is_int32 && value.is_i64() {
        return put(schema, "format", json!("int64"));
    }
    schema.shift_remove("format").is_some()
}

/// A bound that the service does not keep says nothing: it goes, and the word that sharpens it.
fn drop_bound(schema: &mut Map<String, Value>, keyword: &str) -> bool {
    let words: &[&str] = match keyword {
        "minimum" | "exclusiveMinimum" => &["minimum", "exclusiveMinimum"],
        "maximum" | "exclusiveMaximum" => &["maximum", "exclusiveMaximum"],
        other => &[other],
    };
    let dropped = words
        .iter()
        .map(|word| schema.shift_remove(*word).is_some());
    dropped.fold(false, |any, is| any | is)
}
