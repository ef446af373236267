//! What a form asks for: how a value is filled in, what it begins with, and what a written text stands for (spec
//! section G).

use serde_json::{Map, Value};

use super::skeleton::resolved;
use crate::document::{Path, Step};
use crate::swagger::{
    Additional, Parameter, ParameterError, Property, Schema, Visibility, default_value,
};

/// Deeper than this an object begins empty: cyclic schemas end here.
const MAX_DEPTH: usize = 6;

/// After so many values the rest begins empty: a schema that holds itself in many members would be that many times as
/// large with each step down.
const MAX_VALUES: usize = 2_000;

/// How a value is filled in.
#[derive(Clone, Debug, PartialEq)]
pub enum Filling {
    /// As a text.
    Text,
    /// As a text that is not to be seen: `format: password`.
    Secret,
    /// As a date without a time (RFC 3339, section 5.6).
    Date,
    /// As a date with a time (RFC 3339, section 5.6).
    DateTime,
    /// As a number; the type is `integer` or `number`.
    Number(&'static str),
    /// As one of several values, each with its name.
    Choice(Vec<(Value, String)>),
    /// As a file.
    File,
    /// Member by member: [`asked`] lists them.
    Object,
    /// Item by item.
    List,
    /// As JSON: the schema does not say what it is made of.
    Json,
}

impl Filling {
    /// How a value of this schema is filled in, its references followed.
    #[must_use]
    pub fn of(schema: &Schema<'_>) -> Self {
        let schema = schema.resolved();
        if let Some(choices) = choices(schema.json()) {
            return Self::Choice(choices);
        }
        let has_members = !schema.properties().is_empty();
        match schema.kind() {
            _ if has_members => Self::Object,
            "array" if schema.items().is_some() => Self::List,
            kind => Self::of_kind(kind, schema.format()),
        }
    }

    /// How a parameter outside of the body is filled in. A list is a text with one item in each line.
    #[must_use]
    pub fn of_parameter(parameter: &Parameter<'_>) -> Self {
        match (choices(parameter.json()), parameter.kind()) {
            (Some(choices), _) => Self::Choice(choices),
            (None, "file") => Self::File,
            (None, "array") => Self::List,
            (None, kind) => match Self::of_kind(kind, parameter.format()) {
                Self::Json | Self::File => Self::Text,
                filling => filling,
            },
        }
    }

    fn of_kind(kind: &str, format: &str) -> Self {
        match (kind, format) {
            ("string", "date") => Self::Date,
            ("string", "date-time") => Self::DateTime,
            ("string", "binary") => Self::File,
            ("string", format) if format.eq_ignore_ascii_case("password") => Self::Secret,
            ("string", _) => Self::Text,
            ("integer", _) => Self::Number("integer"),
            ("number", _) => Self::Number("number"),
            ("file", _) => Self::File,
            _ => Self::Json,
        }
    }

    /// The value that a text stands for; none for an empty text.
    ///
    /// # Errors
    /// When it stands for none.
    pub fn value_of(&self, text: &str) -> Result<Option<Value>, ParameterError> {
        match self {
            Self::Number(kind) => default_value(kind, text.trim()),
            Self::Choice(choices) => {
                let chosen = choices.iter().find(|(value, _)| text_of(value) == text);
                Ok(chosen.map(|(value, _)| value.clone()))
            }
            _ => default_value("string", text),
        }
    }
}

/// The values among which one chooses, each with the name that `x-ms-enum-values` gives it; none where any value will do.
fn choices(holder: &Value) -> Option<Vec<(Value, String)>> {
    let is_flag = holder.get("type").is_some_and(|kind| kind == "boolean");
    let listed = holder.get("enum").and_then(Value::as_array);
    let values = match listed.filter(|values| !values.is_empty()) {
        Some(values) => values.clone(),
        None if is_flag => vec![Value::Bool(true), Value::Bool(false)],
        None => return None,
    };
    let named = holder.get("x-ms-enum-values").and_then(Value::as_array);
    let name = |value: &Value| {
        let mut entries = named.into_iter().flatten();
        let entry = entries.find(|entry| entry.get("value") == Some(value))?;
        let name = entry.get("displayName").and_then(Value::as_str)?;
        (!name.is_empty()).then(|| name.to_owned())
    };
    let choice = |value: Value| {
        let name = name(&value).unwrap_or_else(|| text_of(&value));
        (value, name)
    };
    Some(values.into_iter().map(choice).collect())
}

/// A value as a field for one text shows it; a text is shown without its quotes.
#[must_use]
pub fn text_of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

/// The members of an object that a maker is asked for: neither read-only nor internal.
#[must_use]
pub fn asked<'a>(schema: &Schema<'a>) -> Vec<Property<'a>> {
    let is_asked = |property: &Property<'a>| {
        let own = &property.schema;
        let target = own.resolved();
        let is_internal = [own, &target]
            .iter()
            .any(|schema| schema.visibility() == Visibility::Internal);
        !(own.read_only() || target.read_only() || is_internal)
    };
    let all = schema.resolved().properties().into_iter();
    all.filter(is_asked).collect()
}

/// What a form goes on with where a schema comes to be known of a value that is there: the value with the members that
/// it begins with otherwise and does not have. None of it is replaced or taken out.
#[must_use]
pub fn completed(value: Option<&Value>, beginning: &Value) -> Value {
    match (value, beginning) {
        (Some(Value::Object(own)), Value::Object(begun)) => {
            let mut members = own.clone();
            for (name, begun) in begun {
                let member = completed(own.get(name), begun);
                members.insert(name.clone(), member);
            }
            Value::Object(members)
        }
        (Some(Value::Null) | None, begun) => begun.clone(),
        (Some(value), _) => value.clone(),
    }
}

/// The names of the members of a value that a schema does not know, which a form has no fields for.
#[must_use]
pub fn unknown_members(schema: &Schema<'_>, value: &Value) -> Vec<String> {
    let known = schema.resolved().properties();
    let members = value.as_object().into_iter().flatten();
    let unknown = members.filter(|(name, _)| known.iter().all(|own| own.name != name.as_str()));
    unknown.map(|(name, _)| name.clone()).collect()
}

/// What the schema lets an object have beside the members that a form asks for, which only JSON can give.
#[must_use]
pub fn takes_more(schema: &Schema<'_>) -> bool {
    matches!(schema.resolved().additional(), Additional::Schema(_))
}

/// What a form begins with for a schema: its example or default, else of an object the members that it must have or
/// that have an example or a default. None where there is nothing to begin with.
#[must_use]
pub fn beginning(schema: &Schema<'_>) -> Option<Value> {
    let mut values = 0;
    begin(schema, 0, &mut values)
}

fn begin(schema: &Schema<'_>, depth: usize, values: &mut usize) -> Option<Value> {
    *values += 1;
    let target = schema.resolved();
    let given = |schema: &Schema<'_>| {
        let mut keys = ["example", "default"].into_iter();
        keys.find_map(|key| schema.json().get(key).cloned())
    };
    if let Some(value) = given(schema).or_else(|| given(&target)) {
        return Some(value);
    }
    match (Filling::of(&target), target.choices()) {
        (Filling::Object, _) if depth < MAX_DEPTH && *values < MAX_VALUES => {
            let mut members = Map::new();
            for property in asked(&target) {
                match begin(&property.schema, depth + 1, values) {
                    Some(value) if property.required || !is_hollow(&value) => {
                        members.insert(property.name.to_owned(), value);
                    }
                    _ => {}
                }
            }
            Some(Value::Object(members))
        }
        (Filling::Object | Filling::Json, _) if target.kind() == "object" => {
            Some(Value::Object(Map::new()))
        }
        (Filling::List, _) => Some(Value::Array(Vec::new())),
        (Filling::Choice(_), [only]) => Some(only.clone()),
        _ => None,
    }
}

/// Whether there is nothing in a list or an object.
fn is_hollow(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// The places of the members that a value must have and does not: those that a form asks for, without a default.
#[must_use]
pub fn missing(schema: &Schema<'_>, value: &Value) -> Vec<Path> {
    let mut places = Vec::new();
    let mut waiting = vec![(schema.resolved(), value, Path::root())];
    while let Some((schema, value, place)) = waiting.pop() {
        match value {
            Value::Object(members) => {
                for property in asked(&schema) {
                    let target = property.schema.resolved();
                    let place = place.join(property.name);
                    match members.get(property.name) {
                        Some(member) if !member.is_null() => waiting.push((target, member, place)),
                        _ if property.required && target.default_value().is_none() => {
                            places.push(place)
                        }
                        _ => {}
                    }
                }
            }
            Value::Array(items) => {
                let own = schema.items().map(|own| own.resolved());
                let held = own.into_iter().flat_map(|own| {
                    let at = |(index, item)| (own.clone(), item, place.join(index));
                    items.iter().enumerate().map(at).collect::<Vec<_>>()
                });
                waiting.extend(held);
            }
            _ => {}
        }
    }
    places.sort();
    places
}

/// What the field of a parameter outside of the body begins with: its default, else its example.
#[must_use]
pub fn first_text(parameter: &Parameter<'_>) -> String {
    let example = ["example", "x-example"]
        .into_iter()
        .find_map(|key| parameter.json().get(key));
    let value = parameter.default_value().or(example);
    match value {
        Some(Value::Array(items))
            if items
                .iter()
                .all(|item| !item.is_array() && !item.is_object()) =>
        {
            let lines: Vec<String> = items.iter().map(text_of).collect();
            lines.join("\n")
        }
        Some(value) => text_of(value),
        None => String::new(),
    }
}

/// The value that the text of a parameter's field stands for; none for an empty one. A list has one item in each
/// line, or is written as JSON.
///
/// # Errors
/// When it stands for none.
pub fn parameter_value(
    parameter: &Parameter<'_>,
    text: &str,
) -> Result<Option<Value>, ParameterError> {
    match Filling::of_parameter(parameter) {
        Filling::List if text.trim_start().starts_with('[') => default_value("array", text.trim()),
        Filling::List => {
            let kind = parameter
                .json()
                .get("items")
                .and_then(|items| items.get("type"));
            let kind = kind.and_then(Value::as_str).unwrap_or("string");
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            let items: Vec<Value> = lines
                .filter_map(|line| default_value(kind, line).transpose())
                .collect::<Result<_, _>>()?;
            Ok((!items.is_empty()).then_some(Value::Array(items)))
        }
        filling => filling.value_of(text),
    }
}

/// A body with the value at a place replaced, or taken out where there is none any more. Objects and lists on the
/// way are made; what stands in the way of them is replaced.
#[must_use]
pub fn with_value(body: &Value, place: &Path, value: Option<Value>) -> Value {
    put(Some(body), place.steps(), value).unwrap_or(Value::Null)
}

fn put(old: Option<&Value>, steps: &[Step], value: Option<Value>) -> Option<Value> {
    let Some((step, rest)) = steps.split_first() else {
        return value;
    };
    let inner = old.and_then(|old| step.get(old));
    let new = put(inner, rest, value);
    match step {
        Step::Key(key) => {
            let mut members = old.and_then(Value::as_object).cloned().unwrap_or_default();
            match new {
                Some(new) => {
                    members.insert(key.clone(), new);
                }
                None => {
                    members.shift_remove(key);
                }
            }
            Some(Value::Object(members))
        }
        Step::Index(index) => {
            let mut items = old.and_then(Value::as_array).cloned().unwrap_or_default();
            match (new, items.get_mut(*index)) {
                (Some(new), Some(item)) => *item = new,
                (Some(new), None) => items.push(new),
                (None, Some(_)) => {
                    items.remove(*index);
                }
                (None, None) => {}
            }
            Some(Value::Array(items))
        }
        // A body has no parameters.
        Step::Parameter { .. } => old.cloned(),
    }
}

/// Whether a body is one text, as it stands, rather than JSON.
#[must_use]
pub fn is_plain_text(definition: &Value, schema: &Value) -> bool {
    resolved(definition, schema)
        .is_some_and(|schema| schema.get("type").is_some_and(|kind| kind == "string"))
}

#[cfg(test)]
mod tests;
