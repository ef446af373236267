//! What a path may look like, and its variables.

use serde_json::{Value, json};

use crate::document::Step;
use crate::lint::model::{OperationNode, PathNode};
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::{Fix, Severity};
use crate::message::{Message, message};
use crate::swagger::Location;

rules! {
    /// An operation cannot be called without a value for each variable of its path. Add a path parameter of
    /// that name, or take the variable out of the path.
    OPERATION_MISSING_PATH_PARAMETER = "OperationMissingPathParameter", 39, Error, Always,
        "Each variable of a path has a path parameter";

    /// The platform does not route by wildcards. Write the path out, with a variable in braces where a
    /// value goes.
    UNSUPPORTED_CHARACTERS = "OperationPathContainsUnsupportedCharacters", 51, Error, Always,
        "No path has the wildcard “*”";

    /// What follows `?` or `#` is no part of the path. Make query parameters of it, or write the character
    /// as `%3F` or `%23`.
    QUERY_OR_FRAGMENT = "OperationPathMayNotContainQueryOrFragment", 52, Error, Always,
        "No path has a query or a fragment";

    /// Paths are added to the base URL, which ends without a slash. Begin the path with one.
    MUST_START_WITH_SLASH = "OperationPathMustStartWithSlash", 53, Error, Always,
        "Every path begins with a slash";

    /// A variable stands in braces within one segment: `/parcels/{id}`. Close each brace, or write one that
    /// is meant as itself as `%7B` or `%7D`.
    TEMPLATE_NOT_VALID = "OperationPathTemplateNotValid", 54, Error, Always,
        "Braces in paths enclose variables";

    /// A variable in a path has no default there. Give its parameter a default instead.
    VARIABLES_CONTAIN_DEFAULTS = "OperationPathVariablesContainDefaults", 55, Error, Always,
        "No variable of a path has a default in the path";

    /// A path parameter whose name is not in the path is never sent. Write `{name}` where its value goes,
    /// or remove the parameter.
    NOT_DEFINED_IN_TEMPLATE = "PathParameterNotDefinedInTemplate", 63, Error, Always,
        "Each path parameter stands in its path";

    /// The platform does not follow a reference in place of a path. Write the operations here.
    PATH_ITEM_REF = "PathItemRefNotSuppored", 78, Error, Always,
        "No path is a reference";
}

pub(super) fn check(node: &PathNode<'_>, report: &mut Report<'_>) {
    let path = node.path;
    if !path.starts_with('/') {
        report.find_with_fix(&MUST_START_WITH_SLASH, &node.place, || {
            let title = message!("Begin the path “{path}” with a slash", path);
            let message = message!("The path “{path}” must begin with “/”.", path);
            (
                message,
                Fix::rename(title, node.place.path(), format!("/{path}")),
            )
        });
    }
    if path.contains('*') {
        report.find(&UNSUPPORTED_CHARACTERS, &node.place, || {
            message!(
                "The path “{path}” has a “*”, which is no wildcard here. Use a variable in braces.",
                path
            )
        });
    }
    if path.contains(['?', '#']) {
        report.find(&QUERY_OR_FRAGMENT, &node.place, || {
            message!(
                "The path “{path}” has a “?” or “#”. Make query parameters of what follows it.",
                path
            )
        });
    }
    if node.json.contains_key("$ref") {
        report.find(&PATH_ITEM_REF, &node.place.key("$ref"), || {
            message!("A path cannot be a reference. Write its operations here.")
        });
    }
    check_template(node, report);
}

fn check_template(node: &PathNode<'_>, report: &mut Report<'_>) {
    let path = node.path;
    if !path.split('/').all(is_template) {
        report.find(&TEMPLATE_NOT_VALID, &node.place, || {
            message!("The braces in “{path}” do not pair up within the segments. A variable is written “{{name}}”.", path)
        });
    }
    if variables(path).iter().any(|name| name.contains('=')) {
        report.find(&VARIABLES_CONTAIN_DEFAULTS, &node.place, || {
            message!(
                "A variable of “{path}” has a default. Write it as the default of its parameter.",
                path
            )
        });
    }
}

/// Whether the braces in a segment pair up, and enclose something.
fn is_template(segment: &str) -> bool {
    let mut open: Option<usize> = None;
    for (at, character) in segment.char_indices() {
        match (character, open) {
            ('{', None) => open = Some(at),
            ('}', Some(begin)) if at > begin + 1 => open = None,
            ('{' | '}', _) => return false,
            _ => {}
        }
    }
    open.is_none()
}

/// What stands in braces in a path.
fn variables(path: &str) -> Vec<&str> {
    let pieces = path.split('{').skip(1);
    pieces
        .filter_map(|piece| Some(piece.split_once('}')?.0))
        .collect()
}

pub(super) fn check_variables(node: &OperationNode<'_>, report: &mut Report<'_>) {
    let path = &node.key().path;
    let names = variables(path);
    let known: Vec<&str> = node
        .parameters_in(Location::Path)
        .map(|p| p.name())
        .collect();
    let unused: Vec<&str> = known
        .iter()
        .copied()
        .filter(|name| !names.contains(name))
        .collect();
    // A default within the braces has a rule of its own.
    let missing = names
        .iter()
        .filter(|name| !known.contains(name) && !name.contains('='));
    for name in missing {
        tell_missing(node, name, &unused, report);
    }
    for parameter in node.parameters_in(Location::Path) {
        let name = parameter.name();
        if unused.contains(&name) {
            let place = Place::of(parameter.path());
            report.find(&NOT_DEFINED_IN_TEMPLATE, &place, || {
                message!("The path “{path}” has no variable “{{{name}}}”. Write it where the value goes, or remove the parameter.", path, name)
            });
        }
    }
}

fn tell_missing(node: &OperationNode<'_>, name: &str, unused: &[&str], report: &mut Report<'_>) {
    let place = node.place();
    report.find_as(
        &OPERATION_MISSING_PATH_PARAMETER,
        Severity::Error,
        &place,
        || {
            let meant = unused.iter().map(|name| format!("“{name}”"));
            let near = (!unused.is_empty())
                .then(|| message!(" Is {unused} meant?", unused = Message::any_of(meant)));
            let message = message!("Operation {operation} has no path parameter “{name}”, which its path needs. Add it.{near}", operation = node.name(), name, near);
            // Where a parameter is left over, the names are what is wrong.
            let fix = unused.is_empty().then(|| add_parameter(node, name));
            (message, fix)
        },
    );
}

fn add_parameter(node: &OperationNode<'_>, name: &str) -> Fix {
    let parameter = json!({
        "name": name, "in": "path", "required": true, "type": "string", "x-ms-url-encoding": "single"
    });
    let list = node.path().join("parameters");
    let title = message!("Add the path parameter “{name}”", name);
    match node.json().get("parameters").and_then(Value::as_array) {
        Some(items) => Fix::set(title, list.join(Step::Index(items.len())), parameter),
        None => Fix::set(title, list, json!([parameter])),
    }
}
