//! How much there may be (spec section B, limits), and paging.

use serde_json::{Map, Value};

use crate::document::Path;
use crate::lint::Severity;
use crate::lint::model::{Model, OperationNode, Reached, below};
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::message;
use crate::swagger::Location;

rules! {
    /// The platform reads the next link of a page from one of these properties only. Name one of them; a
    /// policy can move the link there. A name in other capital letters is a warning: the platform has accepted
    /// such connectors, though their pages end after the first.
    NEXT_LINK = "InvalidNextLinkNameValue", 21, Error, Always,
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

    /// A schema of so many levels cannot be shown, nor filled in. Flatten it.
    TOO_DEEP = "SchemaTooDeep", 143, Error, Always,
        "Schemas have at most 50 levels, references included";

    /// The platform bounds how many schemas one connector may have. Remove properties that nobody needs.
    SCHEMAS = "TotalSchemaCountExceedsMaxAllowed", 146, Error, Always,
        "A connector has at most 16,384 schemas for each of its operations";
}

type Object = Map<String, Value>;

const MAX_OPERATIONS: usize = 256;
const MAX_BODY_SCHEMAS: usize = 512;
const MAX_OPERATION_SCHEMAS: usize = 16_384;
/// In a file of 1 MB there is no room for too many schemas for more operations than these.
const MOST_WITH_TOO_MANY_SCHEMAS: usize = 16;
/// More levels than any of the public connectors has.
const MAX_LEVELS: usize = 50;

/// The names of the property with the address of the next page.
const NEXT_LINKS: &[&str] = &["nextLink", "@odata.nextLink"];

pub(super) fn check_definition(report: &mut Report<'_>) {
    let operations = report.model().operations().len();
    let root = Path::of(["paths"]);
    let place = Place::of(&root);
    if operations > MAX_OPERATIONS {
        report.find(&OPERATIONS, &place, || {
            message!("The connector has {operations} operations, of {max_operations} that are allowed. Make two connectors of it.", operations, max_operations = MAX_OPERATIONS)
        });
    }
    // More would not fit in a file of the size that the platform takes.
    if operations > MOST_WITH_TOO_MANY_SCHEMAS {
        return;
    }
    let total = all_written(report.model());
    let bound = MAX_OPERATION_SCHEMAS.saturating_mul(operations.max(1));
    if total > bound {
        report.find(&SCHEMAS, &place, || {
            message!("The connector has {total} schemas, of {bound} that are allowed. Remove what nobody needs.", total, bound)
        });
    }
}

/// The schemas that are written under `definitions`, in bodies and in responses.
fn all_written(model: &Model<'_>) -> usize {
    let definitions = model.definition().get("definitions");
    let definitions = definitions.and_then(Value::as_object);
    let shared = definitions.into_iter().flat_map(|all| all.values());
    let operations = model.operations().iter().flat_map(|operation| {
        let responses = operation.responses();
        let responses = responses.filter_map(|(_, response)| response.get("schema"));
        operation.body().into_iter().chain(responses)
    });
    shared.chain(operations).map(written).sum()
}

/// The schemas that are written in a schema, itself included; references are not followed.
fn written(schema: &Value) -> usize {
    let mut count = 0;
    let mut open: Vec<&Object> = schema.as_object().into_iter().collect();
    while let Some(schema) = open.pop() {
        count += 1;
        open.extend(below(schema));
    }
    count
}

pub(super) fn check(node: &OperationNode<'_>, report: &mut Report<'_>) {
    check_next_link(node, report);
    let model = report.model();
    let mut reached = Vec::new();
    if let Some(body) = node.parameters_in(Location::Body).next()
        && let Some(body_reached) = body.schema().and_then(|schema| model.reach(schema))
    {
        check_levels(body_reached, &Place::of(body.path()), report);
        if model.has_more_schemas(&[body_reached], MAX_BODY_SCHEMAS) {
            report.find(&BODY_SCHEMAS, &Place::of(body.path()), || {
                message!("The body of operation {operation} has more schemas than the {max_body_schemas} that are allowed. Remove properties that nobody needs.", operation = node.name(), max_body_schemas = MAX_BODY_SCHEMAS)
            });
        }
        reached.push(body_reached);
    }
    let place = node.place();
    let place = place.key("responses");
    for (status, response) in node.responses() {
        let schema = model
            .response(response)
            .and_then(|response| response.get("schema"));
        if let Some(answer) = schema.and_then(|schema| model.reach(schema)) {
            check_levels(answer, &place.key(status), report);
            reached.push(answer);
        }
    }
    if model.has_more_schemas(&reached, MAX_OPERATION_SCHEMAS) {
        report.find(&OPERATION_SCHEMAS, &node.place(), || {
            message!("Operation {operation} has more schemas than the {max_operation_schemas} that are allowed. Remove properties that nobody needs.", operation = node.name(), max_operation_schemas = MAX_OPERATION_SCHEMAS)
        });
    }
}

fn check_levels(reached: Reached, place: &Place<'_>, report: &mut Report<'_>) {
    if report.model().has_more_levels(reached, MAX_LEVELS) {
        report.find(&TOO_DEEP, place, || {
            message!("The schema has more levels, with those that it refers to, than the {max_levels} that are allowed. Flatten it.", max_levels = MAX_LEVELS)
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
    // What is no text, and that the name is missing, is told by the rules of structure.
    if let Some(name) = name.as_str().filter(|name| !NEXT_LINKS.contains(name)) {
        let place = node.place();
        let place = place.key("x-ms-pageable");
        // Names in other capital letters are accepted, but do not work.
        let nearly = NEXT_LINKS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(name));
        let severity = if nearly {
            Severity::Warning
        } else {
            Severity::Error
        };
        report.find_as(&NEXT_LINK, severity, &place.key("nextLinkName"), || {
            let message = message!("Operation {operation} names “{name}” as its next link. It must be “nextLink” or “@odata.nextLink”.", operation = node.name(), name);
            (message, None)
        });
    }
}
