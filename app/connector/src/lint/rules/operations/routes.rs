//! Paths beside one another: what leads to which operation.

use std::collections::{BTreeMap, HashMap};

use crate::document::Path;
use crate::lint::model::OperationNode;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::{Message, message};
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

/// An operation and the segments of its path, as numbers: the same for what is not told apart,
/// [`VARIABLE`] for a variable and [`EMPTY`] for nothing. Each route is compared with many, so comparing must
/// be cheap.
struct Route<'m> {
    operation: &'m OperationNode<'m>,
    segments: Vec<usize>,
}

/// The number of a segment that is a variable. It comes before all others.
const VARIABLE: usize = 0;

/// The number of a segment that is empty, which no value for a variable is.
const EMPTY: usize = 1;

/// Among more paths none are looked for that are similar: the platform refuses far fewer.
const MOST_COMPARED: usize = 4096;

/// How many similar paths are named.
const NAMED: usize = 3;

pub(super) fn check(report: &mut Report<'_>) {
    check_capitals(report);
    let mut groups: BTreeMap<(Method, usize), Vec<Route<'_>>> = BTreeMap::new();
    let mut numbers = Numbers::default();
    for operation in report.model().operations() {
        let segments = operation.key().path.split('/');
        let segments: Vec<usize> = segments.map(|segment| numbers.of(segment)).collect();
        let group = groups.entry((operation.key().method, segments.len()));
        group.or_default().push(Route {
            operation,
            segments,
        });
    }
    for routes in groups.values_mut() {
        routes.sort_by(|a, b| a.segments.cmp(&b.segments));
        check_group(routes, report);
    }
}

/// The numbers of the segments that were met.
struct Numbers<'m> {
    /// As they are written. Most are met often, and are made alike only once.
    written: HashMap<&'m str, usize>,
    alike: HashMap<String, usize>,
}

impl Default for Numbers<'_> {
    fn default() -> Self {
        Self {
            written: HashMap::new(),
            alike: HashMap::from([("{}".to_owned(), VARIABLE), (String::new(), EMPTY)]),
        }
    }
}

impl<'m> Numbers<'m> {
    fn of(&mut self, segment: &'m str) -> usize {
        let alike = &mut self.alike;
        *self.written.entry(segment).or_insert_with(|| {
            let next = alike.len();
            *alike.entry(with_variables_alike(segment)).or_insert(next)
        })
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

/// Looks at the routes of one verb and one length, sorted by their segments.
fn check_group(routes: &[Route<'_>], report: &mut Report<'_>) {
    for same in routes.chunk_by(|a, b| a.segments == b.segments) {
        let Some((first, others)) = same.split_first() else {
            continue;
        };
        let first_path = &first.operation.key().path;
        for route in others {
            if !first_path.eq_ignore_ascii_case(&route.operation.key().path) {
                tell_duplicate(route, first, report);
            }
        }
    }
    if routes.len() > MOST_COMPARED {
        return;
    }
    // One of two similar paths has the variable: that is the one that may be taken for the other.
    for route in routes.iter().filter(|route| has_variables(route)) {
        let similar = similar(route, routes);
        if !similar.is_empty() {
            tell_similar(route, &similar, report);
        }
    }
}

fn has_variables(route: &Route<'_>) -> bool {
    route.segments.contains(&VARIABLE)
}

/// The paths of other segments that some address fits as well; one more than are named, at most.
///
/// It goes from segment to segment and keeps the ranges of routes that fit so far.
fn similar<'r>(route: &Route<'_>, routes: &'r [Route<'r>]) -> Vec<&'r str> {
    let mut found = Vec::new();
    let mut open = vec![(0, routes)];
    while let Some((depth, routes)) = open.pop() {
        let Some(segment) = route.segments.get(depth) else {
            let others = routes
                .iter()
                .filter(|other| other.segments != route.segments);
            found.extend(others.map(|other| other.operation.key().path.as_str()));
            if found.len() > NAMED {
                break;
            }
            continue;
        };
        let at = |other: &Route<'_>| other.segments.get(depth).copied().unwrap_or(EMPTY);
        if *segment == VARIABLE {
            let runs = routes.chunk_by(|a, b| at(a) == at(b));
            let full = runs.filter(|run| run.first().is_some_and(|first| at(first) != EMPTY));
            open.extend(full.map(|run| (depth + 1, run)));
            continue;
        }
        let run = |number: usize| {
            let begin = routes.partition_point(|other| at(other) < number);
            let end = routes.partition_point(|other| at(other) <= number);
            routes.get(begin..end).filter(|run| !run.is_empty())
        };
        let variable = (*segment != EMPTY).then(|| run(VARIABLE)).flatten();
        let fitting = [variable, run(*segment)].into_iter().flatten();
        open.extend(fitting.map(|run| (depth + 1, run)));
    }
    found.truncate(NAMED + 1);
    found
}

fn tell_duplicate(route: &Route<'_>, other: &Route<'_>, report: &mut Report<'_>) {
    let place = route.operation.place();
    report.find(&DUPLICATE_OPERATION_PATH, &place, || {
        message!("“{path}” and “{other}” (operation {operation}) cannot be told apart. Let them differ in a fixed segment.", path = route.operation.key().path, other = other.operation.key().path, operation = other.operation.name())
    });
}

fn tell_similar(route: &Route<'_>, similar: &[&str], report: &mut Report<'_>) {
    let place = route.operation.place();
    report.find(&PARTIAL_DUPLICATE_OPERATION_PATH, &place, || {
        let names = similar.iter().take(NAMED).map(|path| format!("“{path}”"));
        let mut names = Message::verbatim(&names.collect::<Vec<_>>().join(", "));
        if similar.len() > NAMED {
            names = message!("{names} or others", names);
        }
        message!("Some values for the variables of “{path}” lead to {names} instead. Let the paths differ in a fixed segment.", path = route.operation.key().path, names)
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
                message!("“{path}” and “{first}” differ in capital letters only, which are not told apart.", path, first)
            });
        }
    }
}
