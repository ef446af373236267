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
        _ => wrong_type(key, value, wanted(want), &place.key(key), report),
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

fn wanted(want: Want) -> &'static str {
    match want {
        Want::Any => "anything",
        Want::Text | Want::OneOf(_) => "a text",
        Want::Flag => "true or false",
        Want::Number => "a number",
        Want::Whole => "a whole number",
        Want::List => "a list",
        Want::Texts | Want::Names => "a list of texts",
        Want::Objects => "a list of objects",
        Want::Schemas => "a list of schemas",
        Want::Object | Want::SchemaMap | Want::SchemaOrList => "an object",
        Want::FlagOrObject => "an object, or true or false",
        Want::FlagOrTexts => "a list of names",
    }
}

fn found(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

fn wrong_type(key: &str, value: &Value, wanted: &str, place: &Place<'_>, report: &mut Report<'_>) {
    let message = || format!("“{key}” must be {wanted}, but it is {}.", found(value));
    match mended(value, wanted) {
        Some(mended) => report.find_with_fix(&JSON_TYPE_INCORRECT, place, || {
            let fix = Fix::set(format!("Make “{key}” {wanted}"), place.path(), mended);
            (message(), fix)
        }),
        None => report.find(&JSON_TYPE_INCORRECT, place, message),
    }
}

/// The value in the type that is wanted, where it can only mean that one.
fn mended(value: &Value, wanted: &str) -> Option<Value> {
    match (value, wanted) {
        (Value::String(text), "true or false") => match text.to_ascii_lowercase().as_str() {
            "true" => Some(Value::Bool(true)),
            "false" => Some(Value::Bool(false)),
            _ => None,
        },
        (Value::String(text), "a whole number") => text.trim().parse::<i64>().ok().map(Value::from),
        (Value::Number(number), "a text") => Some(Value::String(number.to_string())),
        _ => None,
    }
}

fn check_texts(key: &str, value: &Value, place: &Place<'_>, report: &mut Report<'_>) {
    let items = value.as_array().map_or(&[][..], Vec::as_slice);
    let place = place.key(key);
    if let Some(index) = items.iter().position(|item| !item.is_string()) {
        let item = items.get(index).map_or("null", found);
        report.find(&JSON_TYPE_INCORRECT, &place.item(items, index), || {
            format!("“{key}” must be a list of texts, but one of its items is {item}.")
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
            let message = format!("“{key}” has no schema. Name at least one, or remove “{key}”.");
            (message, None)
        });
    }
    for (index, item) in items.iter().enumerate() {
        if !item.is_object() {
            let what = match key {
                _ if are_schemas => "A schema",
                "security" => "A security requirement",
                _ => "An item",
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
                let message = format!(
                    "The property “{name}” must be a schema, which is an object, but it is {}.",
                    found(schema)
                );
                (message, None)
            });
        }
    }
}

/// A reference to a `what`, which must be a text, and with nothing beside it.
fn check_reference(what: &str, json: &Value, place: &Place<'_>, report: &mut Report<'_>) {
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
        wrong_type(key, value, "a text", &place, report);
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
    let message = || format!("“{key}” cannot be “{text}”. Choose one of {}.", choices());
    match meant {
        Some(meant) => report.find_with_fix(&JSON_VALUE_NOT_IN_ENUM, &place, || {
            let fix = Fix::set(format!("Make “{key}” “{meant}”"), place.path(), meant);
            (message(), fix)
        }),
        None => report.find(&JSON_VALUE_NOT_IN_ENUM, &place, message),
    }
}

/// A value that must be an object and is not.
pub(super) fn not_an_object(value: &Value, what: &str, place: &Place<'_>, report: &mut Report<'_>) {
    report.find(&JSON_TYPE_INCORRECT, place, || {
        format!("{what} must be an object, but it is {}.", found(value))
    });
}

/// The entries of the root's sections, each of which must be an object.
pub(super) fn check_sections(
    root: &Map<String, Value>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let sections = [
        ("paths", "A path"),
        ("definitions", "A schema"),
        ("parameters", "A parameter"),
        ("responses", "A response"),
        ("securityDefinitions", "A security definition"),
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
            not_an_object(item, "A parameter", &place, report);
        }
        check_reference("parameter", item, &place, report);
    }
}

/// The entries of `responses`, each of which must be an object.
pub(super) fn check_responses(node: &OperationNode<'_>, report: &mut Report<'_>) {
    let place = node.place();
    let place = place.key("responses");
    for (status, response) in node.responses() {
        let place = place.key(status);
        if !response.is_object() {
            not_an_object(response, "A response", &place, report);
        }
        check_reference("response", response, &place, report);
    }
}

/// The headers of a response, each of which must be an object.
pub(super) fn check_headers(node: &ResponseNode<'_>, report: &mut Report<'_>) {
    let place = node.place.key("headers");
    let headers = node.json.get("headers").and_then(Value::as_object);
    for (name, header) in headers.into_iter().flatten() {
        if !header.is_object() && !name.starts_with("x-") {
            not_an_object(header, "A header", &place.key(name), report);
        }
    }
}
