//! How much there may be (spec section B, limits), and paging.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::document::Path;
use crate::lint::model::{Model, OperationNode, Shared};
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::swagger::Location;

rules! {
    /// The platform reads the next link of a page from one of these properties only. Name one of them; a
    /// policy can move the link there.
    NEXT_LINK = "InvalidNextLinkNameValue", 21, Warning, Always,
        "The next link of a page is “nextLink” or “@odata.nextLink”";

    /// The platform bounds how many schemas one operation may have. Remove properties that nobody needs.
    OPERATION_SCHEMAS = "OperationSchemaCountExceedsMaxAllowed", 57, Error, Always,
        "An operation has at most 16,384 schemas";

    /// The platform bounds how many operations one connector may have. Make two connectors of it.
    OPERATIONS = "TotalOperationsCountExceedsMaxAllowed", 70, Error, Always,
        "A connector has at most 256 operations";

    /// The platform bounds how many schemas one body may have. Remove properties that nobody needs.
    BODY_SCHEMAS = "BodySchemaCountExceedsMaxAllowed", 128, Error, Always,
        "A body has at most 512 schemas";

    /// The platform bounds how many schemas one connector may have. Remove properties that nobody needs.
    SCHEMAS = "TotalSchemaCountExceedsMaxAllowed", 146, Error, Always,
        "A connector has at most 16,384 schemas for each operation that it may have";
}

const MAX_OPERATIONS: usize = 256;
const MAX_BODY_SCHEMAS: usize = 512;
const MAX_OPERATION_SCHEMAS: usize = 16_384;

/// The names of the property with the address of the next page.
const NEXT_LINKS: &[&str] = &["nextLink", "@odata.nextLink"];

pub(super) fn check_definition(report: &mut Report<'_>) {
    let operations = report.model().operations().len();
    let root = Path::of(["paths"]);
    let place = Place::of(&root);
    if operations > MAX_OPERATIONS {
        report.find(&OPERATIONS, &place, || {
            format!("The connector has {operations} operations, of {MAX_OPERATIONS} that are allowed. Make two connectors of it.")
        });
    }
    let definitions = report.model().definition().get("definitions");
    let definitions = definitions.and_then(Value::as_object);
    // Counting is only worth its time where there could be so many.
    let may_be_many = definitions.is_some_and(|all| all.len() > MAX_OPERATIONS);
    if !may_be_many {
        return;
    }
    let total = definitions
        .into_iter()
        .flatten()
        .map(|(_, schema)| written(schema))
        .sum::<usize>();
    let bound = MAX_OPERATION_SCHEMAS.saturating_mul(operations.max(1));
    if total > bound {
        report.find(&SCHEMAS, &place, || {
            format!("The connector has {total} schemas, of {bound} that are allowed. Remove what nobody needs.")
        });
    }
}

/// The schemas that are written in a schema, itself included; references are not followed.
fn written(schema: &Value) -> usize {
    let mut count = Count::default();
    count.add(schema);
    count.schemas
}

pub(super) fn check(node: &OperationNode<'_>, report: &mut Report<'_>) {
    check_next_link(node, report);
    let model = report.model();
    let mut operation = 0;
    if let Some(body) = node.parameters_in(Location::Body).next()
        && let Some(schema) = body.schema()
    {
        let count = reached(model, schema);
        operation += count;
        if count > MAX_BODY_SCHEMAS {
            report.find(&BODY_SCHEMAS, &Place::of(body.path()), || {
                format!(
                    "The body of operation {} has {count} schemas, of {MAX_BODY_SCHEMAS} that are allowed. Remove properties that nobody needs.",
                    node.name()
                )
            });
        }
    }
    for (_, response) in node.responses() {
        let response = model.response(response);
        if let Some(schema) = response.and_then(|response| response.get("schema")) {
            operation += reached(model, schema);
        }
    }
    if operation > MAX_OPERATION_SCHEMAS {
        report.find(&OPERATION_SCHEMAS, &node.place(), || {
            format!(
                "Operation {} has {operation} schemas, of {MAX_OPERATION_SCHEMAS} that are allowed. Remove properties that nobody needs.",
                node.name()
            )
        });
    }
}

fn check_next_link(node: &OperationNode<'_>, report: &mut Report<'_>) {
    let Some(name) = node
        .json()
        .get("x-ms-pageable")
        .and_then(|paging| paging.get("nextLinkName"))
    else {
        return;
    };
    if let Some(name) = name.as_str().filter(|name| !NEXT_LINKS.contains(name)) {
        let place = node.place();
        let place = place.key("x-ms-pageable");
        report.find(&NEXT_LINK, &place.key("nextLinkName"), || {
            format!(
                "Operation {} names “{name}” as its next link. It must be “nextLink” or “@odata.nextLink”.",
                node.name()
            )
        });
    }
}

/// The schemas that a schema consists of with all that it refers to, each shared one counted once.
fn reached<'a>(model: &Model<'a>, schema: &'a Value) -> usize {
    let mut count = Count::default();
    count.add(schema);
    let mut seen = BTreeSet::new();
    while let Some(reference) = count.references.pop() {
        if count.schemas > MAX_OPERATION_SCHEMAS || !seen.insert(reference) {
            continue;
        }
        if let Ok(target) = model.target(Shared::Definition, reference) {
            count.add(target);
        }
    }
    count.schemas
}

#[derive(Default)]
struct Count<'a> {
    schemas: usize,
    references: Vec<&'a str>,
}

impl<'a> Count<'a> {
    /// Counts a schema and those written in it, and notes what they refer to.
    fn add(&mut self, schema: &'a Value) {
        let mut open: Vec<&'a Map<String, Value>> = schema.as_object().into_iter().collect();
        while let Some(schema) = open.pop() {
            if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
                self.references.push(reference);
                continue;
            }
            self.schemas += 1;
            for (key, value) in schema {
                match (key.as_str(), value) {
                    ("properties", Value::Object(properties)) => {
                        open.extend(properties.values().filter_map(Value::as_object));
                    }
                    ("items" | "additionalProperties", Value::Object(schema)) => open.push(schema),
                    ("allOf" | "items", Value::Array(schemas)) => {
                        open.extend(schemas.iter().filter_map(Value::as_object));
                    }
                    _ => {}
                }
            }
        }
    }
}
