//! What a schema means once its references and its `allOf` are followed (JSON Schema draft 4 as Swagger 2.0
//! takes it), so that two ways to write the same are the same.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::judge::Roots;
use crate::document::identical;
use crate::swagger::target;

/// The most schemas that one schema may be put together from. Beyond it nothing is said to be the same.
const MAX_PARTS: usize = 256;

/// The most pairs of schemas that are compared to judge one change. Beyond it they count as different.
const MAX_PAIRS: usize = 2_000;

/// Keywords that only describe.
const WORDS: [&str; 7] = [
    "description",
    "title",
    "example",
    "externalDocs",
    "x-ms-summary",
    "x-ms-visibility",
    "xml",
];

/// A schema with all that `allOf` and references add to it.
#[derive(Default)]
pub(super) struct Effective<'v> {
    /// The fields, each with all that is said of it.
    pub(super) fields: BTreeMap<&'v str, Vec<&'v Value>>,
    /// The names of the fields that must be there.
    pub(super) required: BTreeSet<&'v str>,
    /// The other keywords that have a meaning.
    rest: BTreeMap<&'v str, Vec<&'v Value>>,
}

impl<'v> Effective<'v> {
    /// What `schema`, which stands in the definition `root`, means; none when it has too many parts.
    pub(super) fn of(root: &'v Value, schema: &'v Value) -> Option<Self> {
        let mut whole = Self::default();
        let mut seen = BTreeSet::new();
        // Not by recursion: schemas may be deep, and lead in circles.
        let mut open = vec![schema];
        while let Some(part) = open.pop() {
            if !seen.insert(std::ptr::from_ref(part)) {
                continue;
            }
            if seen.len() > MAX_PARTS {
                return None;
            }
            let reference = part.get("$ref").and_then(Value::as_str);
            // What stands beside a reference has no meaning.
            match reference.and_then(|reference| target(root, reference)) {
                Some((_, value)) => open.push(value),
                None => {
                    whole.add(part);
                    let parts = part.get("allOf").and_then(Value::as_array);
                    open.extend(parts.into_iter().flatten().rev());
                }
            }
        }
        if !whole.fields.is_empty() && whole.is_object() {
            whole.rest.remove("type");
        }
        Some(whole)
    }

    fn is_object(&self) -> bool {
        let types = self.rest.get("type");
        types.is_some_and(|types| types.iter().all(|value| value.as_str() == Some("object")))
    }

    fn add(&mut self, part: &'v Value) {
        for (key, value) in part.as_object().into_iter().flatten() {
            match (key.as_str(), value) {
                ("allOf", Value::Array(_)) => {}
                ("properties", Value::Object(fields)) => {
                    for (name, field) in fields {
                        note(self.fields.entry(name).or_default(), field);
                    }
                }
                ("required", Value::Array(names)) => {
                    self.required.extend(names.iter().filter_map(Value::as_str));
                }
                (word, _) if WORDS.contains(&word) => {}
                (key, value) => note(self.rest.entry(key).or_default(), value),
            }
        }
    }

    /// Whether the two say the same of the type of the whole. What has fields is an object, said or not.
    pub(super) fn has_type_of(&self, other: &Effective<'_>) -> bool {
        self.types() == other.types()
    }

    fn types(&self) -> Vec<String> {
        match self.rest.get("type") {
            Some(types) => types.iter().map(ToString::to_string).collect(),
            None if self.fields.is_empty() => Vec::new(),
            None => vec![Value::from("object").to_string()],
        }
    }
}

/// Adds what is not yet said.
fn note<'v>(list: &mut Vec<&'v Value>, value: &'v Value) {
    if !list.iter().any(|known| identical(known, value)) {
        list.push(value);
    }
}

type Pairs<'v> = Vec<(&'v Value, &'v Value)>;

/// Whether schemas of the older version mean what those of the newer one mean, pair by pair. What both
/// versions write alike counts as the same: where a thing that it refers to has changed, that is told there.
pub(super) fn mean_the_same<'v>(was: &[&'v Value], now: &[&'v Value], roots: Roots<'v>) -> bool {
    let mut open = Vec::new();
    let mut seen = BTreeSet::new();
    if !open_pairs(was, now, &mut open) {
        return false;
    }
    while let Some((was, now)) = open.pop() {
        // A pair that is being compared already may be taken to be the same: so circles end.
        let is_new = seen.insert((std::ptr::from_ref(was), std::ptr::from_ref(now)));
        if !is_new || identical(was, now) {
            continue;
        }
        if seen.len() > MAX_PAIRS || !is_the_same(was, now, roots, &mut open) {
            return false;
        }
    }
    true
}

/// Whether two schemas are alike, but for those inside them, which are left to be compared.
fn is_the_same<'v>(was: &'v Value, now: &'v Value, roots: Roots<'v>, open: &mut Pairs<'v>) -> bool {
    if !was.is_object() || !now.is_object() {
        return false;
    }
    let was = Effective::of(roots.before, was);
    let now = Effective::of(roots.after, now);
    let (Some(was), Some(now)) = (was, now) else {
        return false;
    };
    was.required == now.required
        && was.fields.keys().eq(now.fields.keys())
        && was.rest.keys().eq(now.rest.keys())
        && was
            .fields
            .values()
            .zip(now.fields.values())
            .all(|(was, now)| open_pairs(was, now, open))
        && was
            .rest
            .iter()
            .zip(now.rest.values())
            .all(|((key, was), now)| match *key {
                "items" | "additionalProperties" | "schema" => open_pairs(was, now, open),
                _ => was.len() == now.len() && was.iter().zip(now).all(|(a, b)| identical(a, b)),
            })
}

/// Leaves pairs to be compared; false when there are not as many of the one as of the other.
fn open_pairs<'v>(was: &[&'v Value], now: &[&'v Value], open: &mut Pairs<'v>) -> bool {
    open.extend(was.iter().copied().zip(now.iter().copied()));
    was.len() == now.len()
}
