//! What is shared at the root (`definitions`, `parameters`, `responses`), and the `$ref`s to it
//! (spec section A.3, "References").

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::document::{Path, Step};

/// What a definition shares at its root.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shared {
    /// A schema, in `definitions`.
    Definition,
    /// A parameter, in `parameters`.
    Parameter,
    /// A response, in `responses`.
    Response,
}

/// The most references that are followed one after another: more lead in a circle or are a prank.
const MAX_HOPS: usize = 64;

/// Members whose values are data: a `$ref` in there refers to nothing.
const DATA: [&str; 5] = ["default", "enum", "example", "examples", "x-ms-test-value"];

/// Members whose own members are named by the maker, not by the format.
const NAMED: [&str; 6] = [
    "properties",
    "patternProperties",
    "definitions",
    "parameters",
    "responses",
    "paths",
];

impl Shared {
    /// Every kind, in the order in which a definition has them.
    pub const ALL: [Self; 3] = [Self::Definition, Self::Parameter, Self::Response];

    /// The member of the root that holds them.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Definition => "definitions",
            Self::Parameter => "parameters",
            Self::Response => "responses",
        }
    }

    /// Where the one of this name is, or would be.
    #[must_use]
    pub fn location(self, name: &str) -> Path {
        Path::of([self.key(), name])
    }

    /// The `$ref` that leads to the one of this name.
    #[must_use]
    pub fn reference(self, name: &str) -> String {
        format!("#/{}/{}", self.key(), escaped(name))
    }

    /// Those that a definition has, by name, in its order.
    pub fn list(self, definition: &Value) -> impl Iterator<Item = (&str, &Value)> {
        let members = definition.get(self.key()).and_then(Value::as_object);
        let members = members.into_iter().flatten();
        members.map(|(name, json)| (name.as_str(), json))
    }
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The name that a part of a JSON pointer stands for. Some generators percent-encode it, as RFC 6901
/// section 6 asks of fragments; the plain reading goes first, as names may have a percent sign.
fn names(part: &str) -> [String; 2] {
    let plain = part.replace("~1", "/").replace("~0", "~");
    let decoded = percent_encoding::percent_decode_str(part).decode_utf8_lossy();
    let decoded = decoded.replace("~1", "/").replace("~0", "~");
    [plain, decoded]
}

/// The place that a `$ref` names and what is there, not followed further; none where it leads
/// out of the definition or nowhere.
#[must_use]
pub fn target<'a>(definition: &'a Value, reference: &str) -> Option<(Path, &'a Value)> {
    let mut path = Path::root();
    let mut value = definition;
    for part in reference.strip_prefix("#/")?.split('/') {
        let names = names(part);
        let step = names
            .into_iter()
            .map(|name| step_to(value, name))
            .find(|step| step.get(value).is_some())?;
        value = step.get(value)?;
        path = path.join(step);
    }
    Some((path, value))
}

fn step_to(value: &Value, name: String) -> Step {
    match (value, name.parse::<usize>()) {
        (Value::Array(items), Ok(index)) => Step::of_item(items, index),
        _ => Step::Key(name),
    }
}

/// The value that `value` at `path` stands for: itself, or what its references lead to in the end;
/// none where they lead nowhere or in a circle.
#[must_use]
pub fn follow<'a>(
    definition: &'a Value,
    value: &'a Value,
    path: &Path,
) -> Option<(Path, &'a Value)> {
    let (mut path, mut value) = (path.clone(), value);
    for _ in 0..MAX_HOPS {
        match value.get("$ref").and_then(Value::as_str) {
            Some(reference) => (path, value) = target(definition, reference)?,
            None => return Some((path, value)),
        }
    }
    None
}

/// A `$ref` in a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// The object that has the `$ref`.
    pub path: Path,
    /// What the `$ref` says.
    pub reference: String,
    /// What kind it refers to.
    pub shared: Shared,
    /// The name that it refers to.
    pub name: String,
    /// The pointer below the name (`/properties/b` of `#/definitions/A/properties/b`); else empty.
    pub below: String,
}

impl Usage {
    fn of(definition: &Value, path: Path, reference: &str) -> Option<Self> {
        let pointer = reference.strip_prefix("#/")?;
        let (key, rest) = pointer.split_once('/')?;
        let shared = Shared::ALL.into_iter().find(|shared| shared.key() == key)?;
        let end = rest.find('/').unwrap_or(rest.len());
        let [plain, decoded] = names(&rest[..end]);
        let is_there = |name: &str| shared.location(name).get(definition).is_some();
        Some(Self {
            path,
            reference: reference.to_owned(),
            shared,
            name: if is_there(&decoded) && !is_there(&plain) {
                decoded
            } else {
                plain
            },
            below: rest[end..].to_owned(),
        })
    }
}

/// What the `$ref`s in a schema say, each once, in the order of the text. Values that are data hold none.
#[must_use]
pub(crate) fn references(schema: &Value) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut waiting = vec![(Path::root(), schema, false)];
    while let Some((path, value, named)) = waiting.pop() {
        match value {
            Value::Object(members) => {
                let own = members.get("$ref").and_then(Value::as_str);
                found.extend(own.filter(|reference| seen.insert(*reference)));
                waiting.extend(children(&path, members, named));
            }
            Value::Array(items) => {
                waiting.extend(items.iter().rev().map(|item| (Path::root(), item, false)));
            }
            _ => {}
        }
    }
    found
}

/// Every `$ref` of a definition that leads to something shared, or would if it were there, in the
/// order of the document.
#[must_use]
pub fn usages(definition: &Value) -> Vec<Usage> {
    let mut found = Vec::new();
    let mut waiting = vec![(Path::root(), definition, false)];
    while let Some((path, value, named)) = waiting.pop() {
        match value {
            Value::Object(members) => {
                if let Some(Value::String(reference)) = members.get("$ref") {
                    found.extend(Usage::of(definition, path.clone(), reference));
                }
                waiting.extend(children(&path, members, named));
            }
            Value::Array(items) => {
                let child = |(n, item)| (path.join(Step::of_item(items, n)), item, false);
                waiting.extend(items.iter().enumerate().rev().map(child));
            }
            _ => {}
        }
    }
    found
}

/// The members in which references may be, last first.
fn children<'a>(
    path: &Path,
    members: &'a Map<String, Value>,
    named: bool,
) -> impl Iterator<Item = (Path, &'a Value, bool)> {
    let members = members.iter().rev();
    members
        .filter(move |(key, value)| {
            (value.is_object() || value.is_array()) && (named || !DATA.contains(&key.as_str()))
        })
        .map(move |(key, value)| {
            let names = !named && NAMED.contains(&key.as_str());
            (path.join(key.as_str()), value, names)
        })
}

/// The `$ref`s that lead to the one of this kind and name.
#[must_use]
pub fn usages_of(definition: &Value, shared: Shared, name: &str) -> Vec<Usage> {
    let mut all = usages(definition);
    all.retain(|usage| usage.shared == shared && usage.name == name);
    all
}
