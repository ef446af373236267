//! Values of the wrong type, or none of those that are allowed.

use serde_json::{Map, Value};

use super::keywords;
use super::shape::Want;
use crate::document::Decimal;
use crate::lint::model::{OperationNode, ResponseNode};
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::rules::schemas::choices;
use crate::lint::suggest::nearest;
use crate::lint::{Fix, Severity};
use crate::message::{Phrase, message, phrase};

rules! {
    /// Swagger 2.0 says of each member whether it is a text, a number, true or false, a list or an
    /// object. A value of another type is refused or ignored. Give it the type that is named.
    JSON_TYPE_INCORRECT = "JsonTypeIncorrect", 108, Error, Always,
        "Every value has the type that Swagger 2.0 gives it";

    /// This member has a fixed set of values, and the value is none of them. Choose one of them.
    JSON_VALUE_NOT_IN_ENUM = "JsonValueNotInEnum", 109, Error, Always,
        "A value from a fixed set is one of that set";
}

/// Looks at the value of a member.
pub(super) fn check(
    key: &str,
    value: &Value,
    want: Want,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    match want {
        Want::Any => {}
        Want::OneOf(known) => check_choice(key, value, known, place, report),
        Want::Texts | Want::Names | Want::FlagOrTexts if value.is_array() => {
            check_texts(key, value, place, report);
            if want == Want::Names {
                choices::check_doubles(key, value, place, report);
            }
        }
        Want::Objects | Want::Schemas | Want::SchemaOrList if value.is_array() => {
            check_objects(key, value, want, place, report);
        }
        Want::SchemaMap if value.is_object() => check_schema_map(value, &place.key(key), report),
        _ if fits(value, want) => {}
        _ => wrong_type(key, value, want, &place.key(key), report),
    }
}

fn fits(value: &Value, want: Want) -> bool {
    let is_texts = || {
        let items = value.as_array();
        items.is_some_and(|items| items.iter().all(Value::is_string))
    };
    match want {
        Want::Any => true,
        Want::Text | Want::OneOf(_) => value.is_string(),
        Want::Flag => value.is_boolean(),
        Want::Number => value.is_number(),
        Want::Whole => is_whole(value),
        Want::List | Want::Objects | Want::Schemas => value.is_array(),
        Want::Texts | Want::Names => is_texts(),
        Want::Object | Want::SchemaMap => value.is_object(),
        Want::FlagOrObject => value.is_boolean() || value.is_object(),
        Want::SchemaOrList => value.is_object() || value.is_array(),
        Want::FlagOrTexts => value.is_boolean() || is_texts(),
    }
}

fn is_whole(value: &Value) -> bool {
    value.is_i64()
        || value.is_u64()
        || Decimal::of_value(Some(value)).is_some_and(|number| number.is_whole())
}

fn wanted(want: Want) -> Phrase {
    match want {
        Want::Any => phrase!("anything"),
        Want::Text | Want::OneOf(_) => phrase!("a text"),
        Want::Flag => phrase!("true or false"),
        Want::Number => phrase!("a number"),
        Want::Whole => phrase!("a whole number"),
        Want::List => phrase!("a list"),
        Want::Texts | Want::Names => phrase!("a list of texts"),
        Want::Objects => phrase!("a list of objects"),
        Want::Schemas => phrase!("a list of schemas"),
        Want::Object | Want::SchemaMap | Want::SchemaOrList => phrase!("an object"),
        Want::FlagOrObject => phrase!("an object, or true or false"),
        Want::FlagOrTexts => phrase!("a list of names"),
    }
}

fn found(value: &Value) -> Phrase {
    match value {
        Value::Null => phrase!("null"),
        Value::Bool(_) => phrase!("true or false"),
        Value::Number(_) => phrase!("a number"),
        Value::String(_) => phrase!("a text"),
        Value::Array(_) => phrase!("a list"),
        Value::Object(_) => phrase!("an object"),
    }
}

fn wrong_type(key: &str, value: &Value, want: Want, place: &Place<'_>, report: &mut Report<'_>) {
    let wanted = wanted(want);
    let message = || {
        message!(
            "“{key}” must be {wanted}, but it is {found}.",
            key,
            wanted,
            found = found(value)
        )
    };
    match mended(value, want) {
        Some(mended) => report.find_with_fix(&JSON_TYPE_INCORRECT, place, || {
            let fix = Fix::set(
                message!("Make “{key}” {wanted}", key, wanted),
                place.path(),
                mended,
            );
            (message(), fix)
        }),
        None => report.find(&JSON_TYPE_INCORRECT, place, message),
    }
}

/// The value in the type that is wanted, where it can only mean that one.
fn mended(value: &Value, want: Want) -> Option<Value> {
    match (value, want) {
        (Value::String(text), Want::Flag) => match text.to_ascii_lowercase().as_str() {
            "true" => Some(Value::Bool(true)),
            "false" => Some(Value::Bool(false)),
            _ => None,
        },
        (Value::String(text), Want::Whole) => text.trim().parse::<i64>().ok().map(Value::from),
        (Value::Number(number), Want::Text | Want::OneOf(_)) => {
            Some(Value::String(number.to_string()))
        }
        _ => None,
    }
}

fn check_texts(key: &str, value: &Value, place: &Place<'_>, report: &mut Report<'_>) {
    let items = value.as_array().map_or(&[][..], Vec::as_slice);
    let place = place.key(key);
    if let Some(index) = items.iter().position(|item| !item.is_string()) {
        let item = items.get(index).map_or(phrase!("null"), found);
        report.find(&JSON_TYPE_INCORRECT, &place.item(items, index), || {
            message!(
                "“{key}” must be a list of texts, but one of its items is {item}.",
                key,
                item
            )
        });
    }
}

/// The items of a list of objects or of schemas, each of which must be an object.
fn check_objects(key: &str, value: &Value, want: Want, above: &Place<'_>, report: &mut Report<'_>) {
    let items = value.as_array().map_or(&[][..], Vec::as_slice);
    let place = above.key(key);
    let are_schemas = want != Want::Objects;
    if are_schemas && items.is_empty() {
        // The platform passes over it.
        report.find_as(&JSON_TYPE_INCORRECT, Severity::Warning, &place, || {
            let message = message!(
                "“{key}” has no schema. Name at least one, or remove “{key}”.",
                key
            );
            (message, None)
        });
    }
    for (index, item) in items.iter().enumerate() {
        if !item.is_object() {
            let what = match key {
                _ if are_schemas => phrase!("A schema"),
                "security" => phrase!("A security requirement"),
                _ => phrase!("An item"),
            };
            not_an_object(item, what, &place.item(items, index), report);
        }
    }
    choices::check_doubles(key, value, above, report);
}

/// The properties of a schema. Connectors that the platform accepted have some that are no objects, so that
/// is no error.
fn check_schema_map(value: &Value, place: &Place<'_>, report: &mut Report<'_>) {
    for (name, schema) in value.as_object().into_iter().flatten() {
        if !schema.is_object() {
            let place = place.key(name);
            report.find_as(&JSON_TYPE_INCORRECT, Severity::Warning, &place, || {
                let message = message!("The property “{name}” must be a schema, which is an object, but it is {found}.", name, found = found(schema));
                (message, None)
            });
        }
    }
}

/// A reference to a `what`, which must be a text, and with nothing beside it.
fn check_reference(what: Phrase, json: &Value, place: &Place<'_>, report: &mut Report<'_>) {
    if let Some(json) = json.as_object()
        && let Some(reference) = json.get("$ref")
    {
        check("$ref", reference, Want::Text, place, report);
        keywords::check_beside_reference(json, what, place, report);
    }
}

fn check_choice(
    key: &str,
    value: &Value,
    known: &'static [&'static str],
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let place = place.key(key);
    let Some(text) = value.as_str() else {
        // A list of types is how newer versions of OpenAPI say that a value may be null.
        wrong_type(key, value, Want::Text, &place, report);
        return;
    };
    if known.contains(&text) {
        return;
    }
    let meant = nearest(text, known.iter().copied().filter(|name| !name.is_empty()));
    let choices = || {
        let names: Vec<_> = known
            .iter()
            .filter(|name| !name.is_empty())
            .map(|name| format!("“{name}”"))
            .collect();
        names.join(", ")
    };
    let message = || {
        message!(
            "“{key}” cannot be “{text}”. Choose one of {choices}.",
            key,
            text,
            choices = choices()
        )
    };
    match meant {
        Some(meant) => report.find_with_fix(&JSON_VALUE_NOT_IN_ENUM, &place, || {
            let fix = Fix::set(
                message!("Make “{key}” “{meant}”", key, meant),
                place.path(),
                meant,
            );
            (message(), fix)
        }),
        None => report.find(&JSON_VALUE_NOT_IN_ENUM, &place, message),
    }
}

/// A value that must be an object and is not.
pub(super) fn not_an_object(
    value: &Value,
    what: Phrase,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    report.find(&JSON_TYPE_INCORRECT, place, || {
        message!(
            "{what} must be an object, but it is {found}.",
            what,
            found = found(value)
        )
    });
}

/// The entries of the root's sections, each of which must be an object.
pub(super) fn check_sections(
    root: &Map<String, Value>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let sections = [
        ("paths", phrase!("A path")),
        ("definitions", phrase!("A schema")),
        ("parameters", phrase!("A parameter")),
        ("responses", phrase!("A response")),
        ("securityDefinitions", phrase!("A security definition")),
    ];
    for (key, what) in sections {
        let place = place.key(key);
        let section = root.get(key).and_then(Value::as_object);
        for (name, value) in section.into_iter().flatten() {
            if !value.is_object() && !name.starts_with("x-") {
                not_an_object(value, what, &place.key(name), report);
            }
        }
    }
}

/// The entries of `parameters`, each of which must be an object.
pub(super) fn check_parameter_list(
    list: Option<&Value>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let items = list
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    let place = place.key("parameters");
    for (index, item) in items.iter().enumerate() {
        let place = place.item(items, index);
        if !item.is_object() {
            not_an_object(item, phrase!("A parameter"), &place, report);
        }
        check_reference(phrase!("parameter"), item, &place, report);
    }
}

/// The entries of `responses`, each of which must be an object.
pub(super) fn check_responses(node: &OperationNode<'_>, report: &mut Report<'_>) {
    let place = node.place();
    let place = place.key("responses");
    for (status, response) in node.responses() {
        let place = place.key(status);
        if !response.is_object() {
            not_an_object(response, phrase!("A response"), &place, report);
        }
        check_reference(phrase!("response"), response, &place, report);
    }
}

/// The headers of a response, each of which must be an object.
pub(super) fn check_headers(node: &ResponseNode<'_>, report: &mut Report<'_>) {
    let place = node.place.key("headers");
    let headers = node.json.get("headers").and_then(Value::as_object);
    for (name, header) in headers.into_iter().flatten() {
        if !header.is_object() && !name.starts_with("x-") {
            not_an_object(header, phrase!("A header"), &place.key(name), report);
        }
    }
}
