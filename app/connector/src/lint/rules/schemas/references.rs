//! References between schemas: whether they lead anywhere, and whether they ever end.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::lint::model::{Model, RefFault, SchemaNode, SchemaPosition, Shared};
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::suggest::nearest;
use crate::message::message;

rules! {
    /// An object that must have a property that must be the same kind of object never ends, so it cannot be sent. Make
    /// one of the properties optional.
    REQUIRED_LOOP = "RequiredLoopInSchemaNotAllowed", 133, Error, Always,
        "No schema requires itself";

    /// The reference names a schema that is not there. Correct the name, or add it under `definitions`.
    REFERENCE_NOT_FOUND = "SchemaReferenceNotFound", 140, Error, Always,
        "References to schemas lead to one";

    /// A schema refers to one of the shared schemas at the root: `#/definitions/` and its name. References into other
    /// files are not followed.
    REFERENCE_NOT_VALID = "SchemaReferenceNotValid", 141, Error, Always,
        "References to schemas begin with “#/definitions/”";

    /// A shared schema is written out, it does not stand for another one. Copy what it refers to, or refer to that.
    REFERENCE_LOOP = "SchemaRefLoopNotAllowed", 142, Error, Always,
        "Shared schemas are no references";
}

pub(super) fn check(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    if let Some(reference) = node.facets.reference() {
        check_reference(node, reference, report);
    } else if node.above.is_none() {
        check_required_loop(node, report);
    }
}

fn check_reference(node: &SchemaNode<'_>, reference: &str, report: &mut Report<'_>) {
    let place = node.place.key("$ref");
    let model = report.model();
    match model.target(Shared::Definition, reference) {
        Ok(_) => {}
        Err(RefFault::NotFound) => report.find(&REFERENCE_NOT_FOUND, &place, || {
            let name = reference
                .strip_prefix("#/definitions/")
                .unwrap_or(reference);
            let all = model
                .definition()
                .get("definitions")
                .and_then(Value::as_object);
            let names = all
                .into_iter()
                .flat_map(|all| all.keys())
                .map(String::as_str);
            let near = nearest(name, names).map(|near| message!(" Did you mean “{near}”?", near));
            let near = near.unwrap_or_default();
            message!(
                "There is no schema “{reference}”.{near} Correct the name, or add the schema.",
                reference,
                near
            )
        }),
        Err(RefFault::NotValid) => report.find(&REFERENCE_NOT_VALID, &place, || {
            message!(
                "“{reference}” is no reference to a schema. It must begin with “#/definitions/”.",
                reference
            )
        }),
    }
    if matches!(node.position, SchemaPosition::Definition(_)) {
        report.find(&REFERENCE_LOOP, &place, || {
            message!("This shared schema only stands for “{reference}”. Write the schema here, or refer to that one.", reference)
        });
    }
}

fn check_required_loop(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    let SchemaPosition::Definition(name) = node.position else {
        return;
    };
    if node.facets.required.is_none() {
        return;
    }
    let model = report.model();
    let mut seen = BTreeSet::new();
    let mut open = required_references(node.json.get("properties"), node.json.get("required"));
    while let Some(reference) = open.pop() {
        let is_itself = reference.strip_prefix("#/definitions/") == Some(name);
        if is_itself {
            report.find(&REQUIRED_LOOP, &node.place.key("required"), || {
                message!("“{name}” requires itself, so it never ends. Make one of the properties on the way optional.", name)
            });
            return;
        }
        if seen.insert(reference) {
            open.extend(required_of(model, reference));
        }
    }
}

/// What the schema of a reference requires in turn.
fn required_of<'a>(model: &Model<'a>, reference: &str) -> Vec<&'a str> {
    match model.target(Shared::Definition, reference) {
        Ok(schema) => required_references(schema.get("properties"), schema.get("required")),
        Err(_) => Vec::new(),
    }
}

/// The references of required properties. Through an array nothing is required: it may be empty.
fn required_references<'a>(
    properties: Option<&'a Value>,
    required: Option<&'a Value>,
) -> Vec<&'a str> {
    let names = required.and_then(Value::as_array).into_iter().flatten();
    names
        .filter_map(Value::as_str)
        .filter_map(|name| properties?.get(name)?.get("$ref")?.as_str())
        .collect()
}
