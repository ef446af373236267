//! The choices that another operation supplies (`x-ms-dynamic-values`, `x-ms-dynamic-list`): what its answer offers
//! (spec sections D.3 and D.4).

use serde_json::Value;

use super::form::text_of;
use super::supply::at;
use crate::document::Path;
use crate::message::{Message, error_of_message, message};
use crate::swagger::{Dynamic, DynamicKind, DynamicPath, dynamics};

/// The most choices that are offered.
pub const MAX_CHOICES: usize = 1_000;

/// Why an answer offers nothing to choose from: what is wrong, and what to do. Each names the operation that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChoicesError {
    /// There is no list in the answer.
    NoList {
        /// The operation that was asked.
        operation: String,
        /// Where the list should be.
        path: String,
    },
    /// The items of the list have no value.
    NoValue {
        /// The operation that was asked.
        operation: String,
        /// Where in an item the value should be.
        path: String,
    },
}

error_of_message!(ChoicesError);

impl ChoicesError {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoList { operation, path } => message!(
                "The answer of the operation “{operation}” has no list at “{path}”, where the items should be. Compare it with the definition.",
                operation,
                path
            ),
            Self::NoValue { operation, path } => message!(
                "The items that the operation “{operation}” answered have nothing at “{path}”, where their value should be. Compare them with the definition.",
                operation,
                path
            ),
        }
    }
}

impl ChoicesError {
    fn no_list(dynamic: &Dynamic<'_>) -> Self {
        let path = dynamic.answer_path(DynamicPath::Items);
        Self::NoList {
            operation: dynamic.source_name().to_owned(),
            path: path.unwrap_or_default().to_owned(),
        }
    }

    pub(super) fn no_value(dynamic: &Dynamic<'_>) -> Self {
        let path = dynamic.answer_path(DynamicPath::Value);
        Self::NoValue {
            operation: dynamic.source_name().to_owned(),
            path: path.unwrap_or_default().to_owned(),
        }
    }
}

/// Where the choices of a parameter or a schema come from; the newer style goes before the older one.
#[must_use]
pub fn supplied_choices<'a>(holder: &'a Value, path: &Path) -> Option<Dynamic<'a>> {
    first_of(holder, path, &[DynamicKind::List, DynamicKind::Values])
}

/// The first of these kinds that a parameter or a schema has.
pub(super) fn first_of<'a>(
    holder: &'a Value,
    path: &Path,
    kinds: &[DynamicKind],
) -> Option<Dynamic<'a>> {
    let mut found = dynamics(holder, path);
    let place = |kind: &DynamicKind| found.iter().position(|own| own.kind() == *kind);
    let at = kinds.iter().find_map(place)?;
    Some(found.swap_remove(at))
}

/// The list of items in an answer: where the definition says, else in its member `value`.
///
/// # Errors
/// When there is none.
pub(super) fn items_in<'v>(
    dynamic: &Dynamic<'_>,
    answer: &'v Value,
) -> Result<&'v [Value], ChoicesError> {
    let path = dynamic.answer_path(DynamicPath::Items).unwrap_or_default();
    match (at(answer, path), at(answer, "value")) {
        (Some(Value::Array(items)), _) | (_, Some(Value::Array(items))) => Ok(items),
        _ => Err(ChoicesError::no_list(dynamic)),
    }
}

/// The value of an item and its title; none for an item without a plain value.
pub(super) fn valued(dynamic: &Dynamic<'_>, item: &Value) -> Option<(Value, String)> {
    let value_path = dynamic.answer_path(DynamicPath::Value).unwrap_or_default();
    let title_path = dynamic.answer_path(DynamicPath::Title).unwrap_or_default();
    let value = match item {
        Value::Object(_) if value_path.is_empty() => at(item, "value")?,
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
}

/// The choices that an answer offers, each with its title: at most [`MAX_CHOICES`].
///
/// # Errors
/// When there are none at the places that the definition names.
pub fn choices_in(
    dynamic: &Dynamic<'_>,
    answer: &Value,
) -> Result<Vec<(Value, String)>, ChoicesError> {
    let items = items_in(dynamic, answer)?;
    let choices = items.iter().filter_map(|item| valued(dynamic, item));
    let choices: Vec<(Value, String)> = choices.take(MAX_CHOICES).collect();
    if choices.is_empty() && !items.is_empty() {
        return Err(ChoicesError::no_value(dynamic));
    }
    Ok(choices)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use serde_json::{Value, json};

    use super::{ChoicesError, choices_in, supplied_choices};
    use crate::document::Path;
    use crate::swagger::Dynamic;

    fn older() -> Value {
        json!({ "x-ms-dynamic-values": {
            "operationId": "ListWoods",
            "value-collection": "result/items", "value-path": "id", "value-title": "Name"
        } })
    }

    fn dynamic(holder: &Value) -> Dynamic<'_> {
        supplied_choices(holder, &Path::root()).unwrap()
    }

    #[test]
    fn choices_are_found_in_any_letter_case_and_with_what_the_platform_falls_back_to() {
        let holder = older();
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
            Err(ChoicesError::NoList {
                operation: "ListWoods".to_owned(),
                path: "result/items".to_owned()
            })
        );
        assert_eq!(
            choices_in(&dynamic, &json!({ "value": [{ "other": 1 }] })),
            Err(ChoicesError::NoValue {
                operation: "ListWoods".to_owned(),
                path: "id".to_owned()
            })
        );
    }
}
