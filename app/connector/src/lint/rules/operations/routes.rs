//! Paths beside one another: what leads to which operation.

use std::collections::{BTreeMap, HashMap};

use crate::document::Path;
use crate::lint::model::OperationNode;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::swagger::Method;

rules! {
    /// Two paths that differ in the names of their variables only lead to one place, and the platform cannot
    /// tell which operation is meant. Let them differ in a fixed segment; the policy “Route request” can send
    /// a path of its own to the same place of the API.
    DUPLICATE_OPERATION_PATH = "DuplicateOperationPath", 9, Error, Always,
        "No two paths of one verb mean the same";

    /// A value for the variable of one path may be the fixed segment of the other, and then the other
    /// operation is called. Let the paths differ in a fixed segment.
    PARTIAL_DUPLICATE_OPERATION_PATH = "PartialDuplicateOperationPath", 61, Warning, Always,
        "No value for a variable makes one path of another";

    /// The platform does not tell capital letters in paths from small ones. Join both paths, or let them differ
    /// in more; the policy “Route request” can send a path of its own to the same place of the API.
    PATH_REDEFINED = "PathRedefined", 66, Error, Always,
        "No two paths differ in capital letters only";
}

/// An operation and the segments of its path, as numbers: the same for what is not told apart, and
/// [`VARIABLE`] for a variable. Each route is compared with many, so comparing must be cheap.
struct Route<'m> {
    operation: &'m OperationNode<'m>,
    segments: Vec<usize>,
}

/// The number of a segment that is a variable.
const VARIABLE: usize = 0;

pub(super) fn check(report: &mut Report<'_>) {
    check_capitals(report);
    let mut groups: BTreeMap<(Method, usize), Vec<Route<'_>>> = BTreeMap::new();
    let mut numbers: HashMap<String, usize> = HashMap::from([("{}".to_owned(), VARIABLE)]);
    for operation in report.model().operations() {
        let segments = operation.key().path.split('/').map(|segment| {
            let next = numbers.len();
            *numbers.entry(with_variables_alike(segment)).or_insert(next)
        });
        let segments: Vec<usize> = segments.collect();
        let group = groups.entry((operation.key().method, segments.len()));
        group.or_default().push(Route {
            operation,
            segments,
        });
    }
    for routes in groups.values() {
        check_group(routes, report);
    }
}

/// The segment in small letters with every variable written `{}`.
fn with_variables_alike(segment: &str) -> String {
    let mut alike = String::new();
    let mut inside = false;
    for character in segment.chars() {
        match character {
            '{' => {
                inside = true;
                alike.push('{');
            }
            '}' => {
                inside = false;
                alike.push('}');
            }
            _ if inside => {}
            _ => alike.extend(character.to_lowercase()),
        }
    }
    alike
}

/// Looks at each pair of routes of one verb and one length.
fn check_group(routes: &[Route<'_>], report: &mut Report<'_>) {
    for (index, route) in routes.iter().enumerate() {
        let mut similar = Vec::new();
        for (other_index, other) in routes.iter().enumerate() {
            if index == other_index || !may_meet(route, other) {
                continue;
            }
            let same = route.segments == other.segments;
            let capitals_only = route
                .operation
                .key()
                .path
                .eq_ignore_ascii_case(&other.operation.key().path);
            if !same {
                similar.push(other.operation.key().path.as_str());
            } else if other_index < index && !capitals_only {
                tell_duplicate(route, other, report);
            }
        }
        // One of two such paths has the variable: that is the one that may be taken for the other.
        if !similar.is_empty() && has_variables(route) {
            tell_similar(route, &similar, report);
        }
    }
}

fn has_variables(route: &Route<'_>) -> bool {
    route.segments.contains(&VARIABLE)
}

/// Whether some address fits both routes.
fn may_meet(a: &Route<'_>, b: &Route<'_>) -> bool {
    let mut pairs = a.segments.iter().zip(&b.segments);
    pairs.all(|(x, y)| x == y || *x == VARIABLE || *y == VARIABLE)
}

fn tell_duplicate(route: &Route<'_>, other: &Route<'_>, report: &mut Report<'_>) {
    let place = route.operation.place();
    report.find(&DUPLICATE_OPERATION_PATH, &place, || {
        format!(
            "“{}” and “{}” (operation {}) cannot be told apart. Let them differ in a fixed segment.",
            route.operation.key().path,
            other.operation.key().path,
            other.operation.name(),
        )
    });
}

fn tell_similar(route: &Route<'_>, similar: &[&str], report: &mut Report<'_>) {
    let place = route.operation.place();
    report.find(&PARTIAL_DUPLICATE_OPERATION_PATH, &place, || {
        let mut names: Vec<String> = similar.iter().take(3).map(|path| format!("“{path}”")).collect();
        if similar.len() > 3 {
            names.push(format!("{} more", similar.len() - 3));
        }
        format!(
            "Some values for the variables of “{}” lead to {} instead. Let the paths differ in a fixed segment.",
            route.operation.key().path,
            names.join(", "),
        )
    });
}

fn check_capitals(report: &mut Report<'_>) {
    let paths = report.model().definition().get("paths");
    let paths = paths.and_then(serde_json::Value::as_object);
    let root = Path::of(["paths"]);
    let root = Place::of(&root);
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    for path in paths.into_iter().flat_map(|paths| paths.keys()) {
        let first = *known.entry(path.to_lowercase()).or_insert(path);
        if first != path {
            report.find(&PATH_REDEFINED, &root.key(path), || {
                format!("“{path}” and “{first}” differ in capital letters only, which are not told apart.")
            });
        }
    }
}
