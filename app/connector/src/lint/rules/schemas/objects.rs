//! Objects: which properties they require, and by which one their kind is told.

use serde_json::Value;

use crate::lint::Fix;
use crate::lint::model::{Facets, SchemaNode};
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::message;

rules! {
    /// A list of required properties that names none says nothing, and JSON Schema forbids it. Name the
    /// properties, or remove the keyword.
    REQUIRED_PROPERTY_ARRAY_EMPTY = "RequiredPropertyArrayEmpty", 74, Error, Always,
        "“required” names at least one property";

    /// A required property that the object does not describe cannot be filled in: it is often a
    /// misspelt name. Describe it in `properties`, or take it out of `required`.
    REQUIRED_PROPERTY_DEFINITION_MISSING = "RequiredPropertyDefinitionMissing", 116, Warning, Always,
        "Required properties are described";

    /// Only objects have properties that can be required. In a property, `required: true` has no effect:
    /// name it in `required` of the object that it belongs to.
    REQUIRED_PROPERTY_NOT_ON_OBJECT = "RequiredPropertyNotOnObject", 118, Warning, Always,
        "“required” stands in schemas of objects only";

    /// The discriminator names the property by whose text the kind of an object is told, so every object
    /// must have it. Describe the property as a string, and require it.
    DISCRIMINATOR = "DiscriminatorMustBeARequiredStringProperty", 156, Error, Always,
        "The discriminator is a required property of type string";
}

pub(super) fn check(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    let facets = node.facets;
    if let Some(required) = facets.required {
        check_required(node, required, report);
    }
    if let Some(name) = facets.discriminator.and_then(Value::as_str) {
        check_discriminator(node, name, report);
    }
}

fn check_required(node: &SchemaNode<'_>, required: &Value, report: &mut Report<'_>) {
    let place = node.place.key("required");
    if required.as_array().is_some_and(Vec::is_empty) {
        report.find_with_fix(&REQUIRED_PROPERTY_ARRAY_EMPTY, &place, || {
            let fix = Fix::remove(message!("Remove the empty “required”"), place.path());
            (
                message!("“required” names no property. Name some, or remove it."),
                fix,
            )
        });
        return;
    }
    // In an object it is a list of names; what is neither a list nor true or false is told by the rules of structure.
    if !is_object(node.facets) || required.is_boolean() {
        report.find_with_fix(&REQUIRED_PROPERTY_NOT_ON_OBJECT, &place, || {
            let message = if required.is_array() {
                message!("“required” has an effect in schemas of objects only. Remove it.")
            } else {
                message!("“required” of a property has no effect. Name the property in “required” of its object instead.")
            };
            (message, Fix::remove(message!("Remove “required”"), place.path()))
        });
        return;
    }
    check_described(node, report);
}

/// Whether the schema is one of an object: by its type, or, where it says none, by what it has.
fn is_object(facets: &Facets<'_>) -> bool {
    match facets.kind() {
        Some(kind) => kind == "object",
        None => {
            let by_members = facets.properties.or(facets.additional_properties);
            // With `allOf` the object is put together from others.
            by_members.or(facets.all_of).is_some()
        }
    }
}

fn check_described(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    let facets = node.facets;
    let may_come_from_elsewhere = facets.all_of.is_some()
        || facets.has_extensions
        || matches!(facets.additional_properties, Some(value) if *value != Value::Bool(false));
    if may_come_from_elsewhere || is_part_of_all(node) {
        return;
    }
    let names = facets
        .required
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    let place = node.place.key("required");
    for (index, name) in names.iter().enumerate() {
        let described = |name: &str| {
            facets
                .properties()
                .is_some_and(|all| all.contains_key(name))
        };
        if let Some(name) = name.as_str().filter(|name| !described(name)) {
            report.find(&REQUIRED_PROPERTY_DEFINITION_MISSING, &place.item(names, index), || {
                message!("The property “{name}” is required, but not described. Add it to “properties”, or remove it here.", name)
            });
        }
    }
}

/// Whether the schema is put together with others by `allOf`: then they may describe the property.
fn is_part_of_all(node: &SchemaNode<'_>) -> bool {
    matches!(node.position, crate::lint::model::SchemaPosition::AllOf)
}

fn check_discriminator(node: &SchemaNode<'_>, name: &str, report: &mut Report<'_>) {
    let facets = node.facets;
    let property = facets.properties().and_then(|all| all.get(name));
    // With `allOf` the others may describe and require it.
    let is_inherited = facets.all_of.is_some();
    let is_text = property.map_or(is_inherited, |property| {
        let kind = property.get("type").and_then(Value::as_str);
        kind == Some("string") || property.get("$ref").is_some()
    });
    let is_required = is_inherited || facets.required_names().any(|required| required == name);
    if is_text && is_required {
        return;
    }
    report.find(&DISCRIMINATOR, &node.place.key("discriminator"), || {
        if property.is_none() {
            message!("The discriminator “{name}” is no property of the object. Describe it as a string, and require it.", name)
        } else if is_text {
            message!("The discriminator “{name}” must be required. Name it in “required”.", name)
        } else {
            message!("The discriminator “{name}” must be a property of type string.", name)
        }
    });
}
