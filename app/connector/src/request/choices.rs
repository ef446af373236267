//! The choices that another operation supplies (`x-ms-dynamic-values`, `x-ms-dynamic-list`): the call that fetches
//! them, and what its answer offers (spec sections D.3 and D.4).

use serde_json::Value;
use thiserror::Error;

use super::Inputs;
use super::form::{text_of, with_value};
use crate::document::{Path, Step};
use crate::swagger::{
    Argument, Dynamic, DynamicKind, DynamicPath, Location, Operation, OperationKey, Source,
    dynamics, operations,
};

/// The most choices that are offered.
pub const MAX_CHOICES: usize = 1_000;

/// Why there are no choices: what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ChoicesError {
    /// The definition has no operation of this id.
    #[error(
        "The choices come from the operation “{0}”, which the definition does not have. Enter a value by hand, or mend the definition."
    )]
    NoOperation(String),
    /// What supplies them is the platform's own.
    #[error(
        "The choices come from “{0}” of the platform, which a test call does not have. Enter a value by hand."
    )]
    OfThePlatform(String),
    /// The operation has no parameter of this name.
    #[error("The operation that supplies the choices has no parameter “{0}”. Mend the definition.")]
    NoParameter(String),
    /// They depend on a value that is not filled in.
    #[error("The choices depend on “{0}”. Fill it in first.")]
    Missing(String),
    /// There is no list in the answer.
    #[error(
        "The answer has no list at “{0}”, where the choices should be. Compare it with the definition."
    )]
    NoList(String),
    /// The items of the list have no value.
    #[error(
        "The items of the answer have nothing at “{0}”, where the value of a choice should be. Compare them with the definition."
    )]
    NoValue(String),
}

/// Where the choices of a parameter or a schema come from; the newer style goes before the older one.
#[must_use]
pub fn supplied_choices<'a>(holder: &'a Value, path: &Path) -> Option<Dynamic<'a>> {
    let mut found = dynamics(holder, path);
    let mut take = |kind| {
        let at = found.iter().position(|dynamic| dynamic.kind() == kind)?;
        Some(found.swap_remove(at))
    };
    take(DynamicKind::List).or_else(|| take(DynamicKind::Values))
}

/// The call that fetches choices, with what is filled in so far.
///
/// # Errors
/// When it cannot be made (yet).
pub fn choices_call(
    definition: &Value,
    dynamic: &Dynamic<'_>,
    given: &Inputs,
) -> Result<(OperationKey, Inputs), ChoicesError> {
    let id = match dynamic.source() {
        Some(Source::Operation(id)) => id,
        Some(Source::Capability(name) | Source::BuiltIn(name)) => {
            return Err(ChoicesError::OfThePlatform(name.to_owned()));
        }
        None => return Err(ChoicesError::NoOperation(String::new())),
    };
    let mut all = operations(definition);
    let operation = all
        .find(|operation| operation.operation_id() == id)
        .ok_or_else(|| ChoicesError::NoOperation(id.to_owned()))?;
    let mut inputs = Inputs::default();
    for (name, argument) in dynamic.arguments() {
        let value = match argument {
            Argument::Literal(value) => value.clone(),
            Argument::Reference(path) | Argument::Selected(path) => {
                given_at(given, path).ok_or_else(|| ChoicesError::Missing(path.to_owned()))?
            }
        };
        put(&operation, &mut inputs, name, value)?;
    }
    Ok((operation.key().clone(), inputs))
}

/// The value that is filled in for a parameter, or for what a path in its body leads to.
fn given_at(given: &Inputs, path: &str) -> Option<Value> {
    let named = |name: &str| {
        let mut places = given.values.values();
        places.find_map(|place| place.get(name).filter(|value| !value.is_null()))
    };
    // A name may hold a slash itself.
    if let Some(value) = named(path) {
        return Some(value.clone());
    }
    let (name, rest) = path.split_once('/')?;
    let mut value = named(name)?;
    for step in rest.split('/') {
        value = value.get(step)?;
    }
    (!value.is_null()).then(|| value.clone())
}

fn put(
    operation: &Operation<'_>,
    inputs: &mut Inputs,
    name: &str,
    value: Value,
) -> Result<(), ChoicesError> {
    let parameters = operation.parameters();
    let place = |name: &str| -> Option<Location> {
        parameters.iter().find(|own| own.name() == name)?.location()
    };
    let (name, rest) = match (place(name), name.split_once('/')) {
        (None, Some((first, rest))) => (first, Some(rest)),
        _ => (name, None),
    };
    let location = place(name).ok_or_else(|| ChoicesError::NoParameter(name.to_owned()))?;
    let named = inputs.values.entry(location).or_default();
    let value = match rest {
        None => value,
        Some(rest) => {
            let old = named.get(name).cloned().unwrap_or(Value::Null);
            with_value(
                &old,
                &Path::of(rest.split('/').map(Step::from)),
                Some(value),
            )
        }
    };
    named.insert(name.to_owned(), value);
    Ok(())
}

/// The choices that an answer offers, each with its title: at most [`MAX_CHOICES`].
///
/// # Errors
/// When there are none at the places that the definition names.
pub fn choices_in(
    dynamic: &Dynamic<'_>,
    answer: &Value,
) -> Result<Vec<(Value, String)>, ChoicesError> {
    let path = dynamic.answer_path(DynamicPath::Items).unwrap_or_default();
    let items = match at(answer, path) {
        Some(Value::Array(items)) => items,
        _ => match at(answer, "value") {
            Some(Value::Array(items)) => items,
            _ => return Err(ChoicesError::NoList(path.to_owned())),
        },
    };
    let value_path = dynamic.answer_path(DynamicPath::Value).unwrap_or_default();
    let title_path = dynamic.answer_path(DynamicPath::Title).unwrap_or_default();
    let choice = |item: &Value| {
        let value = match item {
            Value::Object(_) => at(item, value_path).or_else(|| at(item, "value"))?,
            plain => plain,
        };
        let title = match item {
            Value::Object(_) if title_path.is_empty() => at(item, "displayName"),
            Value::Object(_) => at(item, title_path),
            _ => None,
        };
        let is_plain = !value.is_object() && !value.is_array() && !value.is_null();
        is_plain.then(|| (value.clone(), text_of(title.unwrap_or(value))))
    };
    let choices: Vec<(Value, String)> = items.iter().filter_map(choice).take(MAX_CHOICES).collect();
    if choices.is_empty() && !items.is_empty() {
        return Err(ChoicesError::NoValue(value_path.to_owned()));
    }
    Ok(choices)
}

/// What a path string leads to: steps between slashes, in any letter case; itself for an empty one.
fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    let mut found = value;
    for step in path.split('/').filter(|step| !step.is_empty()) {
        found = match found {
            Value::Object(members) => members.get(step).or_else(|| {
                let mut named = members.iter();
                named
                    .find(|(name, _)| name.eq_ignore_ascii_case(step))
                    .map(|(_, member)| member)
            })?,
            Value::Array(items) => items.get(step.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use serde_json::{Value, json};

    use super::{ChoicesError, choices_call, choices_in, supplied_choices};
    use crate::document::Path;
    use crate::request::Inputs;
    use crate::swagger::{Dynamic, Location};

    fn definition() -> Value {
        json!({ "paths": {
            "/woods": { "get": { "operationId": "ListWoods", "parameters": [
                { "name": "shop", "in": "query", "type": "string" }
            ] } },
            "/grains": { "post": { "operationId": "ListGrains", "parameters": [
                { "name": "body", "in": "body", "schema": {} }
            ] } }
        } })
    }

    fn older(arguments: Value) -> Value {
        json!({ "x-ms-dynamic-values": {
            "operationId": "ListWoods", "parameters": arguments,
            "value-collection": "result/items", "value-path": "id", "value-title": "Name"
        } })
    }

    fn dynamic(holder: &Value) -> Dynamic<'_> {
        supplied_choices(holder, &Path::root()).unwrap()
    }

    #[test]
    fn the_call_takes_what_is_filled_in() {
        let definition = definition();
        let holder = older(json!({ "shop": { "parameter": "store" } }));
        let missing = choices_call(&definition, &dynamic(&holder), &Inputs::default());
        assert_eq!(missing, Err(ChoicesError::Missing("store".to_owned())));
        let given = Inputs::default().with(Location::Header, "store", "north");
        let (operation, inputs) = choices_call(&definition, &dynamic(&holder), &given).unwrap();
        assert_eq!(operation.to_string(), "GET /woods");
        assert_eq!(
            inputs,
            Inputs::default().with(Location::Query, "shop", "north")
        );
    }

    #[test]
    fn the_newer_style_reaches_into_bodies_and_goes_first() {
        let definition = definition();
        let mut holder = older(json!({}));
        holder["x-ms-dynamic-list"] = json!({
            "operationId": "ListGrains", "itemValuePath": "id", "parameters": {
                "body/filter/wood": { "parameterReference": "body/wood" },
                "body/limit": { "value": 5 }
            }
        });
        let given = Inputs::default().with(Location::Body, "body", json!({ "wood": "oak" }));
        let (operation, inputs) = choices_call(&definition, &dynamic(&holder), &given).unwrap();
        assert_eq!(operation.to_string(), "POST /grains");
        let body = json!({ "filter": { "wood": "oak" }, "limit": 5 });
        assert_eq!(inputs.get(Location::Body, "body"), Some(&body));
    }

    #[test]
    fn what_cannot_be_called_is_said() {
        let definition = definition();
        let call = |holder: Value| choices_call(&definition, &dynamic(&holder), &Inputs::default());
        let of = |dynamic: Value| json!({ "x-ms-dynamic-values": dynamic });
        assert_eq!(
            call(of(json!({ "operationId": "Gone" }))),
            Err(ChoicesError::NoOperation("Gone".to_owned()))
        );
        assert_eq!(
            call(of(json!({ "capability": "file-picker" }))),
            Err(ChoicesError::OfThePlatform("file-picker".to_owned()))
        );
        assert_eq!(
            call(older(json!({ "city": "Ulm" }))),
            Err(ChoicesError::NoParameter("city".to_owned()))
        );
    }

    #[test]
    fn choices_are_found_in_any_letter_case_and_with_what_the_platform_falls_back_to() {
        let holder = older(json!({}));
        let dynamic = dynamic(&holder);
        let answer = json!({ "Result": { "items": [{ "ID": 7, "name": "Oak" }, { "id": "a" }, { "name": "no id" }] } });
        let choices = choices_in(&dynamic, &answer).unwrap();
        assert_eq!(
            choices,
            [(json!(7), "Oak".to_owned()), (json!("a"), "a".to_owned())]
        );
        let fallback = json!({ "value": [{ "value": "x" }, "plain"] });
        let choices = choices_in(&dynamic, &fallback).unwrap();
        assert_eq!(
            choices,
            [
                (json!("x"), "x".to_owned()),
                (json!("plain"), "plain".to_owned())
            ]
        );
        assert_eq!(
            choices_in(&dynamic, &json!({ "result": {} })),
            Err(ChoicesError::NoList("result/items".to_owned()))
        );
        assert_eq!(
            choices_in(&dynamic, &json!({ "value": [{ "other": 1 }] })),
            Err(ChoicesError::NoValue("id".to_owned()))
        );
    }
}
