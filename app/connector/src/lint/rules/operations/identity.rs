//! Operation IDs and tags.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::document::Path;
use crate::lint::Fix;
use crate::lint::model::OperationNode;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::message;

rules! {
    /// Flows and apps name an operation by its ID, so no two operations can have the same. Change one of them.
    OPERATION_ID_NOT_UNIQUE = "OperationIdNotUnique", 34, Error, Always,
        "No two operations have the same ID";

    /// Flows and apps name an operation by its ID, so one without it cannot be used. Give it one, such as
    /// `ListParcels`.
    OPERATION_ID_REQUIRED = "OperationIdRequired", 35, Error, Always,
        "Every operation has an ID";

    /// The platform takes everything but letters, digits and “_” out of an ID, so users meet another ID than the one
    /// written here. Use letters and digits only. Flows that name the old ID must be changed.
    OPERATION_ID_SANITIZED = "OperationIdSanitized", 36, Warning, Always,
        "Operation IDs have letters, digits and “_” only";

    /// A long ID cannot be read where flows show it, and the platform bounds it. Shorten it.
    OPERATION_ID_TOO_LONG = "OperationIdTooLong", 38, Error, Always,
        "Operation IDs have fewer than 128 characters";

    /// A tag describes a group of operations; two of one name contradict each other. Remove one.
    TAG_REDEFINED = "TagRedefined", 124, Warning, Always,
        "No two tags have the same name";

    /// The rest of the platform writes operation IDs as words without spaces, each with a capital:
    /// `ListParcels`. In a connector that is in use the ID must stay as it is: flows name it.
    OPERATION_ID_PASCAL = "G15-operationid-pascal", -, Warning, Certification,
        "Operation IDs are written in Pascal case";
}

/// An ID must be shorter than this; the longest of the public connectors has half as many.
const MAX_LENGTH: usize = 128;

pub(super) fn check(node: &OperationNode<'_>, report: &mut Report<'_>) {
    let Some(id) = node.id() else {
        let model = report.model();
        let severity = OPERATION_ID_REQUIRED.severity;
        report.find_as(&OPERATION_ID_REQUIRED, severity, &node.place(), || {
            let id = speaking_id(node);
            let message = message!(
                "{operation} has no operation ID. Give it one.",
                operation = node.key()
            );
            let is_free = model.operation(&id).is_none();
            let title = message!("Call the operation “{id}”", id);
            let fix = is_free.then(|| Fix::set(title, node.path().join("operationId"), id));
            (message, fix)
        });
        return;
    };
    let place = node.place();
    let place = place.key("operationId");
    if id.chars().count() >= MAX_LENGTH {
        report.find(&OPERATION_ID_TOO_LONG, &place, || {
            message!(
                "The operation ID “{id}” has {max_length} characters or more. Shorten it.",
                id,
                max_length = MAX_LENGTH
            )
        });
    }
    let sanitized: String = id
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '_')
        .collect();
    if sanitized != id {
        report.find(&OPERATION_ID_SANITIZED, &place, || {
            message!("The platform turns the operation ID “{id}” into “{sanitized}”. Use letters and digits only.", id, sanitized)
        });
    } else if !is_pascal(id) {
        report.find(&OPERATION_ID_PASCAL, &place, || {
            message!(
                "The operation ID “{id}” is not in Pascal case, such as “ListParcels”.",
                id
            )
        });
    }
}

/// An ID made of method and path, which no two operations share: `GetParcelsById`.
fn speaking_id(node: &OperationNode<'_>) -> String {
    let key = node.key();
    let text = format!("{} {}", key.method.as_str(), key.path.replace('{', " by "));
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let letters = words.flat_map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters)
    });
    letters.take(MAX_LENGTH - 1).collect()
}

/// Letters and digits in words that begin with a capital; a revision (`_V2`) may end it.
fn is_pascal(id: &str) -> bool {
    let name = id.rsplit_once("_V").map_or(id, |(name, revision)| {
        if revision.parse::<u32>().is_ok() {
            name
        } else {
            id
        }
    });
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric())
}

pub(super) fn check_definition(report: &mut Report<'_>) {
    let mut known: BTreeMap<&str, &OperationNode<'_>> = BTreeMap::new();
    for operation in report.model().operations() {
        let Some(id) = operation.id() else { continue };
        let first = *known.entry(id).or_insert(operation);
        if first.key() != operation.key() {
            let place = operation.place();
            report.find(&OPERATION_ID_NOT_UNIQUE, &place.key("operationId"), || {
                message!(
                    "{operation} has the operation ID “{id}” already. Change one of them.",
                    operation = first.key(),
                    id
                )
            });
        }
    }
    check_tags(report);
}

fn check_tags(report: &mut Report<'_>) {
    let tags = report.model().root("tags").and_then(Value::as_array);
    let tags = tags.map_or(&[][..], Vec::as_slice);
    let root = Path::of(["tags"]);
    let root = Place::of(&root);
    let mut known: BTreeMap<&str, &Value> = BTreeMap::new();
    for (index, tag) in tags.iter().enumerate() {
        let Some(name) = tag.get("name").and_then(Value::as_str) else {
            continue;
        };
        let first = *known.entry(name).or_insert(tag);
        if std::ptr::eq(first, tag) {
            continue;
        }
        let place = root.item(tags, index);
        report.find_as(&TAG_REDEFINED, TAG_REDEFINED.severity, &place, || {
            let message = message!("The tag “{name}” is described twice. Remove one.", name);
            let title = message!("Remove the second tag “{name}”", name);
            let fix = (first == tag).then(|| Fix::remove(title, place.path()));
            (message, fix)
        });
    }
}
