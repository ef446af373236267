//! Responses: which there are, and what they say.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::lint::Severity;
use crate::lint::model::{
    Model, OperationNode, RefFault, ResponseNode, SchemaNode, SchemaPosition, Shared,
};
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::suggest::nearest;
use crate::message::message;

rules! {
    /// Later steps of a flow use the schema of one response, so that of another is not seen. Leave the schema
    /// at the successful response, and take it from those of errors.
    MANY_SCHEMAS = "OperationHasManyResponsesWithSchema", 32, Warning, Always,
        "One response of an operation has a schema";

    /// Without a response nobody knows how a call can end. Describe at least the successful one.
    MUST_HAVE_RESPONSE = "OperationMustHaveResponse", 42, Error, Always,
        "Every operation describes a response";

    /// What comes back when a call succeeds is what flows use. Describe the response 200, or the one that the API
    /// answers with.
    SUCCESSFUL_RESPONSE = "OperationShouldHaveSuccessfulResponse", 58, Warning, Always,
        "Every operation describes a successful response";

    /// A shared response is written out, it does not refer to another one. Copy what it refers to.
    REFERENCE_LOOP = "ResponseRefLoopNotAllowed", 89, Error, Always,
        "Shared responses are no references";

    /// The default response stands for everything unexpected, of which the schema is not known. Move the schema
    /// to the status that the API answers with.
    DEFAULT_HAS_SCHEMA = "DefaultResponseHasSchema", 129, Warning, Always,
        "The default response has no schema";

    /// An example is given for a MIME type that the operation does not produce. Name the type in `produces`, or
    /// remove the example.
    EXAMPLE_NOT_PRODUCED = "ResponseExampleMustBeProducedByOperation", 134, Warning, Always,
        "Examples are of MIME types that the operation produces";

    /// Capital letters do not count in the names of headers, so two of these are one. Remove one.
    HEADERS_NOT_UNIQUE = "ResponseHeadersAreNotUnique", 135, Warning, Always,
        "No header of a response stands twice";

    /// A response is named by its status, such as `200`, or `default`. Write the number.
    STATUS = "ResponseMustBeDefaultOrHttpStatusCode", 136, Error, Always,
        "Responses are named by an HTTP status or “default”";

    /// The reference names a shared response that is not there. Correct the name, or add it under `responses`.
    REFERENCE_NOT_FOUND = "ResponseReferenceNotFound", 137, Error, Always,
        "References to responses lead to one";

    /// A response refers to one of the shared responses at the root: `#/responses/` and its name.
    REFERENCE_NOT_VALID = "ResponseReferenceNotValid", 138, Error, Always,
        "References to responses begin with “#/responses/”";

    /// The designer of flows offers the outputs of the response 200 or 201, or of the notification of a
    /// webhook. Describe the output there.
    SCHEMA_SET_INCORRECTLY = "SchemaDefinitionSetIncorrectly", 139, Warning, Always,
        "The schema stands where the designer of flows looks for it";

    /// A response or a property without any description of its content gives later steps nothing to use.
    /// Describe it; of a response that has no content, remove the schema.
    EMPTY_SCHEMA = "G19-empty-schema", -, Warning, Certification,
        "Schemas of responses and properties say something";
}

pub(super) fn check_operation(node: &OperationNode<'_>, report: &mut Report<'_>) {
    let place = node.place();
    let place = place.key("responses");
    let mut responses = 0;
    let mut described = Vec::new();
    let mut succeeds = false;
    for (status, response) in node.responses() {
        responses += 1;
        let here = place.key(status);
        check_status(status, &here, report);
        check_reference(report.model(), response, &here, report);
        let target = report.model().response(response);
        succeeds |= status.starts_with('2');
        if target.is_some_and(|target| target.get("schema").is_some()) {
            described.push(status);
        }
        if let Some(examples) = target.and_then(|target| target.get("examples")) {
            check_examples(node, examples, &here, report);
        }
    }
    if responses == 0 {
        // What a webhook is sent is described elsewhere, so the platform takes one without.
        let severity = match node.notification_content() {
            Some(_) => Severity::Warning,
            None => Severity::Error,
        };
        report.find_as(&MUST_HAVE_RESPONSE, severity, &node.place(), || {
            let message = message!("Operation {operation} describes no response. Describe at least the successful one.", operation = node.name());
            (message, None)
        });
        return;
    }
    if !succeeds {
        report.find(&SUCCESSFUL_RESPONSE, &place, || {
            message!(
                "Operation {operation} describes no successful response. Add one, such as 200.",
                operation = node.name()
            )
        });
    }
    check_described(node, &described, &place, report);
}

fn check_status(status: &str, place: &Place<'_>, report: &mut Report<'_>) {
    let code = status.len() == 3
        && status
            .parse::<u16>()
            .is_ok_and(|code| (100..600).contains(&code));
    if !code && status != "default" {
        report.find(&STATUS, place, || {
            message!(
                "“{status}” is no HTTP status. Write a number such as 200, or “default”.",
                status
            )
        });
    }
}

fn check_described(
    node: &OperationNode<'_>,
    described: &[&str],
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    if described.contains(&"default") {
        let here = place.key("default");
        report.find(&DEFAULT_HAS_SCHEMA, &here, || {
            message!("The default response of operation {operation} has a schema. Move it to the status that is meant.", operation = node.name())
        });
    }
    if described.len() > 1 {
        report.find(&MANY_SCHEMAS, place, || {
            message!("Operation {operation} has schemas at the responses {described}; flows see one of them.", operation = node.name(), described = described.join(", "))
        });
    }
    let seen = ["200", "201"]
        .iter()
        .any(|status| described.contains(status));
    let notifies = node.notification_content().is_some();
    if !described.is_empty() && !seen && !notifies {
        report.find(&SCHEMA_SET_INCORRECTLY, place, || {
            message!("The designer of flows does not see the schema of operation {operation} at {described}. Move it to 200 or 201.", operation = node.name(), described = described.join(", "))
        });
    }
}

fn check_reference(
    model: &Model<'_>,
    response: &Value,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let Some(reference) = response.get("$ref").and_then(Value::as_str) else {
        return;
    };
    let place = place.key("$ref");
    match model.target(Shared::Response, reference) {
        Ok(_) => {}
        Err(RefFault::NotFound) => report.find(&REFERENCE_NOT_FOUND, &place, || {
            let shared = model
                .definition()
                .get("responses")
                .and_then(Value::as_object);
            let names = shared.into_iter().flat_map(|shared| shared.keys());
            let name = reference.rsplit('/').next().unwrap_or_default();
            let near = nearest(name, names.map(String::as_str))
                .map(|near| message!(" Is “#/responses/{near}” meant?", near))
                .unwrap_or_default();
            message!(
                "There is no response “{reference}”. Correct the name, or add the response.{near}",
                reference,
                near
            )
        }),
        Err(RefFault::NotValid) => report.find(&REFERENCE_NOT_VALID, &place, || {
            message!(
                "“{reference}” is no reference to a response. It must begin with “#/responses/”.",
                reference
            )
        }),
    }
}

fn check_examples(
    node: &OperationNode<'_>,
    examples: &Value,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let produces = node
        .json()
        .get("produces")
        .or_else(|| report.model().root("produces"));
    let Some(produced) = produces
        .and_then(Value::as_array)
        .filter(|list| !list.is_empty())
    else {
        return;
    };
    let essence = |text: &str| {
        text.split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_lowercase()
    };
    let produced: Vec<String> = produced
        .iter()
        .filter_map(Value::as_str)
        .map(essence)
        .collect();
    let place = place.key("examples");
    for key in examples
        .as_object()
        .into_iter()
        .flat_map(|examples| examples.keys())
    {
        if !produced.contains(&essence(key)) {
            report.find(&EXAMPLE_NOT_PRODUCED, &place.key(key), || {
                let near = nearest(key, produced.iter().map(String::as_str));
                let near = near
                    .map(|near| message!(" Is “{near}” meant?", near))
                    .unwrap_or_default();
                message!(
                    "Operation {operation} does not produce “{key}”.{near}",
                    operation = node.name(),
                    key,
                    near
                )
            });
        }
    }
}

pub(super) fn check(node: &ResponseNode<'_>, report: &mut Report<'_>) {
    if node.json.contains_key("$ref") {
        // References in operations are followed; this one stands at the root.
        report.find(&REFERENCE_LOOP, &node.place.key("$ref"), || {
            message!(
                "The shared response “{name}” is itself a reference. Write the response here.",
                name = node.name
            )
        });
        return;
    }
    let place = node.place.key("headers");
    let mut names = BTreeSet::new();
    let headers = node.json.get("headers").and_then(Value::as_object);
    for name in headers.into_iter().flat_map(|headers| headers.keys()) {
        if !names.insert(name.to_lowercase()) {
            report.find(&HEADERS_NOT_UNIQUE, &place.key(name), || {
                message!(
                    "The header “{name}” stands twice, in other capital letters. Remove one.",
                    name
                )
            });
        }
    }
    let schema = node.json.get("schema").and_then(Value::as_object);
    if schema.is_some_and(says_nothing) {
        report.find(&EMPTY_SCHEMA, &node.place.key("schema"), || {
            message!("The schema of the response “{name}” says nothing. Describe what comes back, or remove it.", name = node.name)
        });
    }
}

/// Whether the schema is that of any object at all. Dynamic schemas and maps say more.
fn says_nothing(schema: &Map<String, Value>) -> bool {
    schema.iter().all(|(key, value)| match key.as_str() {
        "type" => value == "object",
        "properties" => value.as_object().is_some_and(Map::is_empty),
        "title" | "description" | "x-ms-summary" => true,
        _ => false,
    })
}

pub(super) fn check_schema(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    if let SchemaPosition::Property(name) = node.position
        && node.facets.len == 0
    {
        report.find(&EMPTY_SCHEMA, &node.place, || {
            message!(
                "The property “{name}” says nothing. Give it a type, or remove it.",
                name
            )
        });
    }
}
