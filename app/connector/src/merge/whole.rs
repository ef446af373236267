//! What each side may do alone and both together may not: give two operations one ID, send two bodies, or name what the
//! other side deleted or renamed. As with every conflict, what *theirs* has stands.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::Clash;
use super::named::Named;
use crate::document::Step;
use crate::swagger::{OperationKey, operations};
use crate::{Connector, Part};

/// The two documents of a version.
#[derive(Clone, Debug)]
pub(super) struct Version {
    pub(super) definition: Value,
    pub(super) properties: Value,
}

impl Version {
    pub(super) fn of(connector: &Connector) -> Self {
        Self {
            definition: connector.definition().clone(),
            properties: connector.properties().clone(),
        }
    }

    /// The document of a part; what is no part of the definition is in the properties.
    pub(super) fn root(&self, part: Part) -> &Value {
        match part {
            Part::Definition => &self.definition,
            _ => &self.properties,
        }
    }

    fn root_mut(&mut self, part: Part) -> &mut Value {
        match part {
            Part::Definition => &mut self.definition,
            _ => &mut self.properties,
        }
    }
}

/// The three versions.
pub(super) struct Sides<'v> {
    pub(super) base: &'v Version,
    pub(super) mine: &'v Version,
    pub(super) theirs: &'v Version,
}

impl Sides<'_> {
    /// Mends `merged` to what theirs has where the two sides do not fit together, and tells of each place.
    pub(super) fn fit(&self, merged: &mut Version) -> Vec<(Part, Clash)> {
        let mut clashes = self.ids(&mut merged.definition);
        clashes.extend(self.bodies(&mut merged.definition));
        let of_definition = clashes.into_iter().map(|clash| (Part::Definition, clash));
        of_definition.chain(self.targets(merged)).collect()
    }

    /// Takes back what this side did to an operation whose ID another one of the other side has.
    fn ids(&self, merged: &mut Value) -> Vec<Clash> {
        let (mine, theirs) = (known(&self.mine.definition), known(&self.theirs.definition));
        let mut clashes = Vec::new();
        for (id, keys) in known(merged) {
            let is_alone = |ids: &Known| ids.get(&id).is_some_and(|keys| keys.len() == 1);
            if keys.len() < 2 || !is_alone(&mine) || !is_alone(&theirs) {
                continue;
            }
            let own = mine.get(&id).into_iter().flatten();
            for key in own.filter(|key| keys.contains(key)) {
                clashes.push(self.take_back(merged, key));
            }
        }
        clashes
    }

    /// Takes the parameters of theirs where both together would send two bodies.
    fn bodies(&self, merged: &mut Value) -> Vec<Clash> {
        let twice: Vec<Vec<Step>> = operations(merged)
            .map(|operation| operation.key().location().join("parameters"))
            .map(|list| list.steps().to_vec())
            .filter(|list| {
                let count = |root: &Value| value(root, list).map_or(0, count_bodies);
                count(merged) > 1
                    && count(&self.mine.definition) < 2
                    && count(&self.theirs.definition) < 2
            })
            .collect();
        let clashes = twice.into_iter().map(|list| {
            put(merged, &list, value(&self.theirs.definition, &list));
            self.clash(Part::Definition, list)
        });
        clashes.collect()
    }

    fn take_back(&self, merged: &mut Value, key: &OperationKey) -> Clash {
        let steps: Vec<Step> = key.location().steps().to_vec();
        let id = [Step::Key("operationId".to_owned())];
        // The largest thing that theirs does not have: the path, the operation, else only its ID is another.
        let depth = (2..=steps.len()).find(|depth| {
            let steps = steps.get(..*depth).unwrap_or_default();
            value(&self.theirs.definition, steps).is_none()
        });
        let steps = match depth {
            Some(depth) => steps.into_iter().take(depth).collect(),
            None => steps.into_iter().chain(id).collect::<Vec<_>>(),
        };
        put(merged, &steps, value(&self.theirs.definition, &steps));
        self.clash(Part::Definition, steps)
    }

    /// Keeps what one side deleted and the other names, or tells that it is gone.
    fn targets(&self, merged: &mut Version) -> Vec<(Part, Clash)> {
        let mut clashes: Vec<(Part, Clash)> = Vec::new();
        let (mine, theirs) = (Side::of(self.mine), Side::of(self.theirs));
        // What is kept may name more that was deleted.
        loop {
            let known = known(&merged.definition);
            let is_missing = |named: &Named| {
                let (in_mine, in_theirs) = (mine.place(named), theirs.place(named));
                // Where a side lacks what it names itself, that is no matter of the merge.
                let is_deleted = (in_mine.is_none() && !mine.named.contains(named))
                    || (in_theirs.is_none() && !theirs.named.contains(named));
                let is_between = in_mine.is_some() != in_theirs.is_some() && is_deleted;
                (is_between && named.place(merged, &known).is_none())
                    .then_some((in_mine, in_theirs))
            };
            let all = Named::in_version(merged);
            let missing = all
                .iter()
                .filter_map(|named| Some((named, is_missing(named)?)));
            let missing: Vec<_> = missing.collect();
            let told = clashes.len();
            for (named, (in_mine, in_theirs)) in missing {
                let is_kept = in_theirs.is_some();
                let Some((part, mut steps)) = in_theirs.or(in_mine) else {
                    continue;
                };
                // What is told of a whole operation holds for what is in it.
                let is_told = |clashes: &[(Part, Clash)], steps: &[Step]| {
                    let mut clashes = clashes.iter();
                    clashes.any(|(told, clash)| *told == part && steps.starts_with(&clash.steps))
                };
                if is_told(&clashes, &steps) {
                    continue;
                }
                let is_operation = matches!(named, Named::Operation(_));
                if is_operation && value(&merged.definition, &steps).is_some() {
                    // The operation is there, under another ID.
                    steps.push(Step::Key("operationId".to_owned()));
                }
                if is_kept {
                    let kept = value(self.theirs.root(part), &steps);
                    put(merged.root_mut(part), &steps, kept);
                }
                if !is_told(&clashes, &steps) {
                    clashes.push((part, self.clash(part, steps)));
                }
            }
            if clashes.len() == told {
                return clashes;
            }
        }
    }

    fn clash(&self, part: Part, steps: Vec<Step>) -> Clash {
        let of = |version: &Version| value(version.root(part), &steps).cloned();
        Clash {
            base: of(self.base),
            mine: of(self.mine),
            theirs: of(self.theirs),
            steps,
        }
    }
}

/// What a side has and names.
struct Side<'v> {
    version: &'v Version,
    known: Known,
    named: BTreeSet<Named>,
}

impl<'v> Side<'v> {
    fn of(version: &'v Version) -> Self {
        Self {
            version,
            known: known(&version.definition),
            named: Named::in_version(version),
        }
    }

    fn place(&self, named: &Named) -> Option<(Part, Vec<Step>)> {
        named.place(self.version, &self.known)
    }
}

pub(super) type Known = BTreeMap<String, BTreeSet<OperationKey>>;

/// The operations of a definition by their IDs.
fn known(definition: &Value) -> Known {
    let mut known = Known::new();
    for operation in operations(definition).filter(|one| !one.operation_id().is_empty()) {
        let keys = known.entry(operation.operation_id().to_owned());
        keys.or_default().insert(operation.key().clone());
    }
    known
}

/// How many bodies are in a list of parameters.
fn count_bodies(list: &Value) -> usize {
    let items = list.as_array().into_iter().flatten();
    let is_body = |item: &&Value| item.get("in").and_then(Value::as_str) == Some("body");
    items.filter(is_body).count()
}

/// What stands at these steps.
pub(super) fn value<'v>(root: &'v Value, steps: &[Step]) -> Option<&'v Value> {
    steps.iter().try_fold(root, |value, step| step.get(value))
}

/// Puts a member at these steps, or takes it away; the object that it belongs into is made where it is missing.
pub(super) fn put(root: &mut Value, steps: &[Step], member: Option<&Value>) {
    let Some((last, above)) = steps.split_last() else {
        return;
    };
    let mut place = root;
    for key in above.iter().filter_map(Step::as_key) {
        let Some(members) = place.as_object_mut() else {
            return;
        };
        place = members
            .entry(key)
            .or_insert_with(|| Value::Object(Map::new()));
    }
    let (Some(members), Some(key)) = (place.as_object_mut(), last.as_key()) else {
        return;
    };
    match member {
        Some(member) => {
            members.insert(key.to_owned(), member.clone());
        }
        None => {
            members.shift_remove(key);
        }
    }
}
