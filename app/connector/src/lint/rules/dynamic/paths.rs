//! Path strings into what the asked operation answers.

use serde_json::Value;

use super::Dynamic;
use super::input::{Found, along, answer};
use crate::lint::Fix;
use crate::lint::model::Model;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::{Message, message};

rules! {
    /// `x-ms-dynamic-schema` points to the properties of a schema, which is not what newer readers expect.
    /// Add `x-ms-dynamic-properties`, which points to the schema itself.
    PROPERTIES_VALUE_PATH = "DynamicPropertiesExtensionRequiredForPropertiesValuePath", 15, Warning, Always,
        "A dynamic schema that points to properties has its successor beside it";

    /// Both extensions describe the same schema, so the newer one points to the same place, but for the last
    /// `properties`. Correct one of them.
    VALUE_PATH_MISMATCH = "DynamicPropertiesItemValuePathMismatch", 16, Warning, Always,
        "“x-ms-dynamic-properties” points to the same schema as “x-ms-dynamic-schema”";

    /// The values to choose from are the items of an array in the answer of the asked operation. Correct the
    /// path, or describe the array in the response.
    SHOULD_PRODUCE_ARRAY = "InvokedOperationShouldProduceArray", 22, Warning, Always,
        "The asked operation answers with an array at the path";

    /// The value and the title of a choice are properties of the items in the answer of the asked operation.
    /// Correct the path, or describe the property in the response.
    SHOULD_PRODUCE_PROPERTY = "InvokedOperationShouldProduceProperty", 23, Warning, Always,
        "The asked operation answers with the property at the path";

    /// Paths are names of properties with a slash between them; in them `~0` stands for `~` and `~1` for a slash.
    /// Correct the path.
    POINTER_NOT_VALID = "JsonPointerNotValid", 131, Error, Always,
        "Paths into answers can be read";
}

pub(super) fn check(dynamic: &Dynamic<'_>, report: &mut Report<'_>) {
    for (key, path) in dynamic
        .json
        .iter()
        .filter_map(|(key, value)| Some((key, value.as_str()?)))
    {
        if is_path(key) && !is_pointer(path) {
            report.find(&POINTER_NOT_VALID, &dynamic.place.key(key), || {
                message!("“{path}” cannot be read as a path. Write “~0” for “~” and “~1” for a slash in a name.", path)
            });
        }
    }
    match dynamic.key {
        "x-ms-dynamic-values" => {
            check_items(
                dynamic,
                "value-collection",
                ["value-path", "value-title"],
                report,
            );
        }
        "x-ms-dynamic-list" => {
            check_items(
                dynamic,
                "itemsPath",
                ["itemValuePath", "itemTitlePath"],
                report,
            );
        }
        "x-ms-dynamic-schema" => check_schema(dynamic, report),
        _ => {}
    }
}

fn is_path(key: &str) -> bool {
    key.ends_with("Path") || key.starts_with("value-")
}

fn is_pointer(path: &str) -> bool {
    path.split('~')
        .skip(1)
        .all(|rest| rest.starts_with(['0', '1']))
}

fn check_items(
    dynamic: &Dynamic<'_>,
    collection: &str,
    members: [&str; 2],
    report: &mut Report<'_>,
) {
    let model = report.model();
    let Some(operation) = dynamic.operation_id().and_then(|id| model.operation(id)) else {
        return;
    };
    let path = dynamic.path(collection).unwrap_or_default();
    let Some(answer) = answer(model, operation) else {
        report.find(&SHOULD_PRODUCE_ARRAY, &dynamic.place, || {
            message!("Operation {operation} does not say what it answers with. Describe its successful response.", operation = operation.name())
        });
        return;
    };
    let place = dynamic.place.key(collection);
    let here = if dynamic.json.contains_key(collection) {
        &place
    } else {
        &dynamic.place
    };
    let items = match along(model, answer, path) {
        Found::Unknown => return,
        Found::Schema(schema) if path.is_empty() => usual_collection(model, schema),
        Found::Schema(schema) => schema,
        Found::Nothing => {
            report.find(&SHOULD_PRODUCE_ARRAY, here, || {
                message!(
                    "Operation {operation} does not answer with “{path}”. Correct the path.",
                    operation = operation.name(),
                    path
                )
            });
            return;
        }
    };
    let Some(item) = items.get("items") else {
        let kind = items.get("type").and_then(Value::as_str);
        // An object where a list is meant is the usual slip: the collection was left out.
        if kind.is_some_and(|kind| kind != "array") {
            report.find(&SHOULD_PRODUCE_ARRAY, here, || {
                let what = if path.is_empty() { message!("its answer") } else { Message::verbatim(&format!("“{path}”")) };
                message!("Operation {operation} answers with no array: {what} is not one. Correct “{collection}”.", operation = operation.name(), what, collection)
            });
        }
        return;
    };
    for key in members {
        let Some(path) = dynamic.path(key).filter(|path| !path.is_empty()) else {
            continue;
        };
        if matches!(along(model, item, path), Found::Nothing) {
            report.find(&SHOULD_PRODUCE_PROPERTY, &dynamic.place.key(key), || {
                message!("The items that operation {operation} answers with have no property “{path}”. Correct the path.", operation = operation.name(), path)
            });
        }
    }
}

/// Where the choices are when no path says it: the answer itself, or the array in its property `value`.
fn usual_collection<'a>(model: &Model<'a>, answer: &'a Value) -> &'a Value {
    match along(model, answer, "value") {
        Found::Schema(value) if answer.get("items").is_none() && value.get("items").is_some() => {
            value
        }
        _ => answer,
    }
}

fn check_schema(dynamic: &Dynamic<'_>, report: &mut Report<'_>) {
    let Some(path) = dynamic.path("value-path") else {
        return;
    };
    let points_to_properties = path == "properties" || path.ends_with("/properties");
    let whole = path
        .strip_suffix("properties")
        .unwrap_or(path)
        .trim_end_matches('/');
    let successor = dynamic.beside.get("x-ms-dynamic-properties");
    let Some(successor) = successor else {
        if points_to_properties {
            report.find(&PROPERTIES_VALUE_PATH, &dynamic.place.key("value-path"), || {
                message!("“{path}” points to properties. Add “x-ms-dynamic-properties” with the path “{whole}” beside it.", path, whole)
            });
        }
        return;
    };
    let own = successor
        .get("itemValuePath")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if own.trim_end_matches('/') != whole && dynamic.operation_id() == operation_of(successor) {
        let parent = dynamic.place.path();
        let Some((parent, _)) = parent.split_last() else {
            return;
        };
        let place = crate::lint::place::Place::of(&parent);
        let place = place.key("x-ms-dynamic-properties");
        report.find_with_fix(&VALUE_PATH_MISMATCH, &place, || {
            let target = place.key("itemValuePath").path();
            let fix = Fix::set(message!("Point to “{whole}”", whole), target, whole);
            let message = message!("“itemValuePath” is “{own}”, but “x-ms-dynamic-schema” points to “{path}”. It should be “{whole}”.", own, path, whole);
            (message, fix)
        });
    }
}

fn operation_of(extension: &Value) -> Option<&str> {
    extension.get("operationId")?.as_str()
}
