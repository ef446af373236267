//! Names of values, and editors: `x-ms-enum-values` and `x-ms-editor`.

use serde_json::{Map, Value};

use crate::lint::model::{Facets, SchemaNode};
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::message;

rules! {
    /// A value has one name. Remove one of the entries.
    DUPLICATE_VALUES = "DuplicateEnumValuesInExtension", 8, Warning, Always,
        "No value has two names";

    /// The name belongs to a value that `enum` does not allow, so nobody sees it. Add the value to `enum`, or remove the
    /// entry.
    VALUE_NOT_IN_ENUM = "InvalidEnumValuesExtensionValue", 19, Error, Always,
        "Named values are values of “enum”";

    /// Users choose by the name. Say it in `displayName`.
    DISPLAY_NAME_MISSING = "MissingEnumValuesDisplayName", 111, Error, Always,
        "Named values have a name";

    /// A dictionary is an object that may have any properties. Use it with the type `object` and with
    /// `additionalProperties`.
    EDITOR = "InvalidCustomEditorExtensionDictionaryValue", 130, Error, Always,
        "The editor “dictionary” stands on objects with any properties";
}

pub(super) fn check(
    json: &Map<String, Value>,
    facets: &Facets<'_>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let Some(entries) = json.get("x-ms-enum-values").and_then(Value::as_array) else {
        return;
    };
    let place = place.key("x-ms-enum-values");
    let value = |entry: &Value| entry.get("value").cloned();
    for (index, entry) in entries.iter().enumerate() {
        let place = place.item(entries, index);
        if entry.get("displayName").is_none() {
            report.find(&DISPLAY_NAME_MISSING, &place, || {
                let value = entry.get("value").unwrap_or(&Value::Null);
                message!(
                    "The value {value} has no name. Say it in “displayName”.",
                    value
                )
            });
        }
        let Some(own) = value(entry) else { continue };
        let mut before = entries.iter().take(index).filter_map(value);
        if before.any(|other| other == own) {
            report.find(&DUPLICATE_VALUES, &place.key("value"), || {
                message!(
                    "The value {own} is named twice. Remove one of the entries.",
                    own
                )
            });
        }
        if facets
            .choices()
            .is_some_and(|choices| !choices.contains(&own))
        {
            report.find(&VALUE_NOT_IN_ENUM, &place.key("value"), || {
                message!(
                    "The value {own} is not in “enum”. Add it there, or remove this entry.",
                    own
                )
            });
        }
    }
}

pub(super) fn check_editor(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    if node.json.get("x-ms-editor").and_then(Value::as_str) != Some("dictionary") {
        return;
    }
    let facets = node.facets;
    let is_object = facets.kind() == Some("object");
    let is_open = facets
        .additional_properties
        .is_some_and(|more| *more != Value::Bool(false));
    if !is_object || !is_open {
        report.find(&EDITOR, &node.place.key("x-ms-editor"), || {
            message!("The editor “dictionary” needs the type “object” and “additionalProperties”.")
        });
    }
}
