//! The operation that an extension asks, and whether the extension may stand where it does.

use serde_json::{Map, Value};

use super::{Dynamic, EXTENSIONS};
use crate::lint::model::ParameterNode;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::{Fix, Rule};
use crate::message::{Message, message};

rules! {
    /// What a body offers depends on its schema, so extensions that ask an operation stand there. Move it into
    /// `schema`.
    NOT_IN_BODY_PARAMETER = "DynamicExtensionDefinitionNotAllowedInParameter", 10, Error, Always,
        "Dynamic extensions of a body stand in its schema";

    /// A file picker shows folders only when the tree says how to open them. Add `x-ms-dynamic-tree`.
    TREE_MISSING = "DynamicTreeExtensionMissing", 17, Warning, Always,
        "A file picker has a tree";

    /// An extension names an operation that is not in this connector, so it has nothing to ask. Correct the ID.
    OPERATION_ID_NOT_FOUND = "OperationIdNotFound", 33, Error, Always,
        "Extensions name operations that are there";

    /// What was picked is known when a user browses further, not when a picker opens. Take it out of `open`.
    SELECTED_ITEM = "SelectedItemValuePathNotAllowedInThisPosition", 68, Error, Always,
        "“selectedItemValuePath” stands in “browse” of a tree only";
}

pub(super) fn check_body(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    for key in EXTENSIONS.into_iter().chain(["x-ms-dynamic-tree"]) {
        let Some(extension) = node.json.get(key) else {
            continue;
        };
        let place = node.place.key(key);
        let message = || {
            message!(
                "“{key}” has no effect on a body itself. Move it into its schema.",
                key
            )
        };
        let schema = node.facets.schema.and_then(Value::as_object);
        let is_free =
            schema.is_some_and(|schema| !schema.contains_key("$ref") && !schema.contains_key(key));
        if is_free {
            report.find_with_fix(&NOT_IN_BODY_PARAMETER, &place, || {
                let target = node.place.key("schema");
                let target = target.key(key).path();
                let fix = Fix::set(
                    message!("Move “{key}” into the schema", key),
                    target,
                    extension.clone(),
                );
                let fix = fix.and(Fix::remove(Message::default(), place.path()));
                (message(), fix)
            });
        } else {
            report.find(&NOT_IN_BODY_PARAMETER, &place, message);
        }
    }
}

pub(super) fn check(dynamic: &Dynamic<'_>, report: &mut Report<'_>) {
    if let Some(id) = dynamic.operation_id() {
        expect_operation(id, &dynamic.place, report);
    }
    let capability = dynamic.json.get("capability").and_then(Value::as_str);
    if capability == Some("file-picker") && !dynamic.beside.contains_key("x-ms-dynamic-tree") {
        report.find(&TREE_MISSING, &dynamic.place, || {
            message!("A file picker needs “x-ms-dynamic-tree” beside it to show folders. Add it.")
        });
    }
    check_selected(dynamic.json, &dynamic.place, report);
}

/// Tells when there is no operation of this ID.
pub(in crate::lint::rules) fn expect_operation(
    id: &str,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let model = report.model();
    if model.operation(id).is_some() {
        return;
    }
    let rule: &'static Rule = &OPERATION_ID_NOT_FOUND;
    report.find(rule, &place.key("operationId"), || {
        let near = model.meant_operation(id);
        message!(
            "There is no operation “{id}”.{near} Correct the ID.",
            id,
            near
        )
    });
}

/// Arguments that take the picked item, outside of `browse`.
fn check_selected(json: &Map<String, Value>, place: &Place<'_>, report: &mut Report<'_>) {
    let arguments = json.get("parameters").and_then(Value::as_object);
    let place = place.key("parameters");
    for (name, argument) in arguments.into_iter().flatten() {
        if argument.get("selectedItemValuePath").is_some() {
            let place = place.key(name);
            report.find(&SELECTED_ITEM, &place.key("selectedItemValuePath"), || {
                message!("Nothing is selected yet when “{name}” is asked for. Use it in “browse” of a tree only.", name)
            });
        }
    }
}

pub(super) fn check_tree(tree: &Map<String, Value>, place: &Place<'_>, report: &mut Report<'_>) {
    for key in ["open", "browse"] {
        let Some(part) = tree.get(key).and_then(Value::as_object) else {
            continue;
        };
        let place = place.key(key);
        if let Some(id) = part.get("operationId").and_then(Value::as_str) {
            expect_operation(id, &place, report);
        }
        if key == "open" {
            check_selected(part, &place, report);
        }
    }
}
