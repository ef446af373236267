//! The parameters of an operation or a path beside one another, and references to shared ones.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::Value;

use crate::document::Path;
use crate::lint::model::{Model, OperationNode, PathNode, RefFault, Shared};
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::suggest::nearest;
use crate::lint::{Fix, Rule};
use crate::message::{Message, message};
use crate::swagger::Location;

rules! {
    /// A trigger with `x-ms-notification` asks the API for what is new when its webhook is called, and the
    /// platform sends no body then. Send what the API needs in the query, the path or headers.
    BODY_IN_FETCH = "BodyOrFormDataParameterInFetchOperationNotAllowed", 5, Error, Always,
        "A trigger that is woken by a webhook sends no body";

    /// The list has the very same parameter, or the same reference, twice. Remove one.
    NOT_UNIQUE = "OperationParametersAreNotUnique", 46, Error, Always,
        "No parameter stands in the list twice";

    /// Two parameters of one name and place contradict each other. Rename or remove one.
    DUPLICATE_IN_OPERATION = "OperationParametersContainDuplicateParameter", 47, Error, Always,
        "No two parameters of an operation have the same name and place";

    /// A request has one body. Make one schema of both, with a property for each.
    BODIES_IN_OPERATION = "OperationParametersContainMultipleBodyParameters", 48, Error, Always,
        "An operation has at most one body";

    /// Two parameters of one name and place contradict each other. Rename or remove one.
    DUPLICATE_IN_PATH = "PathParametersContainDuplicateParameter", 64, Error, Always,
        "No two parameters of a path have the same name and place";

    /// A request has one body. Make one schema of both, with a property for each.
    BODIES_IN_PATH = "PathParametersContainMultipleBodyParameters", 65, Error, Always,
        "A path has at most one body";

    /// A request is a form or has a body, not both. Make fields of the body's properties, or properties of the
    /// fields.
    FORM_AND_BODY = "ParameterListContainsFormDataAndBody", 81, Error, Always,
        "An operation has a body or form fields, not both";

    /// The reference names a shared parameter that is not there. Correct the name, or add it under `parameters`.
    REFERENCE_NOT_FOUND = "ParameterReferenceNotFound", 82, Error, Always,
        "References to parameters lead to one";

    /// A parameter refers to one of the shared parameters at the root: `#/parameters/` and its name.
    REFERENCE_NOT_VALID = "ParameterReferenceNotValid", 83, Error, Always,
        "References to parameters begin with “#/parameters/”";

    /// A shared parameter is written out, it does not refer to another one. Copy what it refers to.
    REFERENCE_LOOP = "ParameterRefLoopNotAllowed", 84, Error, Always,
        "Shared parameters are no references";

    /// A parameter that several operations have in the same words is changed in one place when it stands under
    /// `parameters` at the root and they refer to it.
    SHARED_PARAMETERS = "G20-ref-params", -, Warning, Certification,
        "A parameter that several operations have is shared";
}

pub(super) fn check_path(node: &PathNode<'_>, report: &mut Report<'_>) {
    let list = List {
        parameters: node.json.get("parameters"),
        above: node.place,
        what: message!("The path “{path}”", path = node.path),
    };
    list.check(&DUPLICATE_IN_PATH, &BODIES_IN_PATH, report);
}

pub(super) fn check(node: &OperationNode<'_>, report: &mut Report<'_>) {
    if node.parameters().is_empty() {
        return;
    }
    let list = List {
        parameters: node.json().get("parameters"),
        above: node.place(),
        what: message!("Operation {operation}", operation = node.name()),
    };
    list.check(&DUPLICATE_IN_OPERATION, &BODIES_IN_OPERATION, report);
    let body = node.parameters_in(Location::Body).next();
    let field = node.parameters_in(Location::FormData).next();
    if let (Some(body), Some(field)) = (body, field) {
        report.find(&FORM_AND_BODY, &Place::of(field.path()), || {
            message!("Operation {operation} has the body “{body}” and the form field “{field}”. A request has one or the other.", operation = node.name(), body = body.name(), field = field.name())
        });
    }
    if node.json().contains_key("x-ms-notification")
        && let Some(sent) = body.or(field)
    {
        report.find(&BODY_IN_FETCH, &Place::of(sent.path()), || {
            message!(
                "Operation {operation} asks for news, so it cannot send “{sent}” as a body.",
                operation = node.name(),
                sent = sent.name()
            )
        });
    }
}

/// A list of parameters where it is written.
struct List<'n> {
    parameters: Option<&'n Value>,
    above: Place<'n>,
    what: Message,
}

impl List<'_> {
    fn check(&self, duplicate: &'static Rule, bodies: &'static Rule, report: &mut Report<'_>) {
        let items = self
            .parameters
            .and_then(Value::as_array)
            .map_or(&[][..], Vec::as_slice);
        let place = self.above.key("parameters");
        let model = report.model();
        let mut seen = Seen::default();
        for (index, item) in items.iter().enumerate() {
            let place = place.item(items, index);
            check_reference(model, item, &place, report);
            match seen.meet(item, named(model, item)) {
                Meeting::Same => self.tell_same(&place, report),
                Meeting::Body => report.find(bodies, &place, || {
                    message!(
                        "{what} has more than one body. Join them in one schema.",
                        what = self.what
                    )
                }),
                Meeting::Name(name, location) => report.find(duplicate, &place, || {
                    message!(
                        "{what} has two parameters “{name}” in “{location}”. Rename or remove one.",
                        what = self.what,
                        name,
                        location
                    )
                }),
                Meeting::New => {}
            }
        }
    }

    fn tell_same(&self, place: &Place<'_>, report: &mut Report<'_>) {
        report.find_with_fix(&NOT_UNIQUE, place, || {
            let message = message!(
                "{what} has the same parameter twice. Remove one.",
                what = self.what
            );
            let fix = Fix::remove(
                message!("Remove the parameter that stands twice"),
                place.path(),
            );
            (message, fix)
        });
    }
}

/// The parameters of a list so far.
#[derive(Default)]
struct Seen<'a> {
    references: HashSet<&'a str>,
    named: HashMap<(&'a str, &'a str), &'a Value>,
    has_body: bool,
}

/// What a parameter has in common with one before it.
enum Meeting<'a> {
    /// Nothing.
    New,
    /// Everything.
    Same,
    /// Both are bodies.
    Body,
    /// Name and location.
    Name(&'a str, &'a str),
}

impl<'a> Seen<'a> {
    fn meet(&mut self, item: &'a Value, named: Option<(&'a str, &'a str)>) -> Meeting<'a> {
        let reference = item.get("$ref").and_then(Value::as_str);
        if reference.is_some_and(|reference| !self.references.insert(reference)) {
            return Meeting::Same;
        }
        let Some((name, location)) = named else {
            return Meeting::New;
        };
        let first = *self.named.entry((name, location)).or_insert(item);
        let is_new = std::ptr::eq(first, item);
        if !is_new && first == item {
            return Meeting::Same;
        }
        if location == "body" {
            let again = std::mem::replace(&mut self.has_body, true);
            return if again { Meeting::Body } else { Meeting::New };
        }
        if is_new {
            Meeting::New
        } else {
            Meeting::Name(name, location)
        }
    }
}

/// Name and place of a parameter, its reference followed.
fn named<'a>(model: &Model<'a>, item: &'a Value) -> Option<(&'a str, &'a str)> {
    let parameter = match item.get("$ref").and_then(Value::as_str) {
        Some(reference) => model.target(Shared::Parameter, reference).ok()?,
        None => item,
    };
    Some((
        parameter.get("name")?.as_str()?,
        parameter.get("in")?.as_str()?,
    ))
}

fn check_reference(model: &Model<'_>, item: &Value, place: &Place<'_>, report: &mut Report<'_>) {
    let Some(reference) = item.get("$ref").and_then(Value::as_str) else {
        return;
    };
    let place = place.key("$ref");
    match model.target(Shared::Parameter, reference) {
        Ok(_) => {}
        Err(RefFault::NotFound) => report.find(&REFERENCE_NOT_FOUND, &place, || {
            let shared = model
                .definition()
                .get("parameters")
                .and_then(Value::as_object);
            let names = shared.into_iter().flat_map(|shared| shared.keys());
            let name = reference.rsplit('/').next().unwrap_or_default();
            let near = nearest(name, names.map(String::as_str))
                .map(|near| message!(" Is “#/parameters/{near}” meant?", near))
                .unwrap_or_default();
            message!("There is no parameter “{reference}”. Correct the name, or add the parameter.{near}", reference, near)
        }),
        Err(RefFault::NotValid) => report.find(&REFERENCE_NOT_VALID, &place, || {
            message!("“{reference}” is no reference to a parameter. It must begin with “#/parameters/”.", reference)
        }),
    }
}

pub(super) fn check_definition(report: &mut Report<'_>) {
    let root = report.model().definition();
    let shared = root.get("parameters").and_then(Value::as_object);
    let path = Path::of(["parameters"]);
    let place = Place::of(&path);
    for (name, parameter) in shared.into_iter().flatten() {
        if parameter.get("$ref").is_some() {
            let place = place.key(name);
            report.find(&REFERENCE_LOOP, &place.key("$ref"), || {
                message!("The shared parameter “{name}” is itself a reference. Write the parameter here.", name)
            });
        }
    }
    if report.asks(&SHARED_PARAMETERS) {
        check_repeated(report);
    }
}

/// Tells of each parameter that operations repeat, once.
fn check_repeated(report: &mut Report<'_>) {
    let mut seen: HashMap<u64, usize> = HashMap::new();
    for operation in report.model().operations() {
        let items = operation.json().get("parameters").and_then(Value::as_array);
        let items = items.map_or(&[][..], Vec::as_slice);
        for (index, item) in items.iter().enumerate() {
            let Some(name) = item.get("name").and_then(Value::as_str) else {
                continue;
            };
            // A body is nobody's but the operation's; those are large, too.
            if item.get("in").and_then(Value::as_str) == Some("body") {
                continue;
            }
            let count = seen.entry(fingerprint(item)).or_default();
            *count += 1;
            if *count == 2 {
                let place = operation.place();
                let place = place.key("parameters");
                report.find(&SHARED_PARAMETERS, &place.item(items, index), || {
                    message!("Several operations have the parameter “{name}” in the same words. Share it under “parameters” at the root.", name)
                });
            }
        }
    }
}

/// A number that two values share only if they are the same, but for a chance of one in many billions.
fn fingerprint(value: &Value) -> u64 {
    let mut hasher = DefaultHasher::new();
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                members.len().hash(&mut hasher);
                for (key, value) in members {
                    key.hash(&mut hasher);
                    open.push(value);
                }
            }
            Value::Array(items) => {
                items.len().hash(&mut hasher);
                open.extend(items);
            }
            Value::String(text) => text.hash(&mut hasher),
            simple => simple.hash(&mut hasher),
        }
    }
    hasher.finish()
}
