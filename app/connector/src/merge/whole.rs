//! What each side may do alone and both together may not: give two operations one ID, or refer to what the
//! other side deleted. As with every conflict, what *theirs* has stands.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::Clash;
use crate::document::Step;
use crate::swagger::{OperationKey, operations};

/// The three versions of the definition.
pub(super) struct Sides<'v> {
    pub(super) base: &'v Value,
    pub(super) mine: &'v Value,
    pub(super) theirs: &'v Value,
}

impl Sides<'_> {
    /// Mends `merged` to what theirs has where the two sides do not fit together, and tells of each place.
    pub(super) fn fit(&self, merged: &mut Value) -> Vec<Clash> {
        let mut clashes = self.ids(merged);
        clashes.extend(self.targets(merged));
        clashes
    }

    /// Takes back what this side did to an operation whose ID another one of the other side has.
    fn ids(&self, merged: &mut Value) -> Vec<Clash> {
        let (mine, theirs) = (known(self.mine), known(self.theirs));
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

    fn take_back(&self, merged: &mut Value, key: &OperationKey) -> Clash {
        let steps: Vec<Step> = key.location().steps().to_vec();
        let id = [Step::Key("operationId".to_owned())];
        // The largest thing that theirs does not have: the path, the operation, else only its ID is another.
        let depth = (2..=steps.len()).find(|depth| {
            let steps = steps.get(..*depth).unwrap_or_default();
            value(self.theirs, steps).is_none()
        });
        let steps = match depth {
            Some(depth) => steps.into_iter().take(depth).collect(),
            None => steps.into_iter().chain(id).collect::<Vec<_>>(),
        };
        put(merged, &steps, value(self.theirs, &steps));
        self.clash(steps)
    }

    /// Keeps what one side deleted and the other refers to, or tells that it is gone.
    fn targets(&self, merged: &mut Value) -> Vec<Clash> {
        let mut clashes: Vec<Clash> = Vec::new();
        let (in_mine, in_theirs) = (references(self.mine), references(self.theirs));
        // What is kept may refer to more that was deleted.
        loop {
            let is_missing = |reference: &String| {
                let steps = shared(reference)?;
                let (mine, theirs) = (value(self.mine, &steps), value(self.theirs, &steps));
                // Where a side lacks what it refers to itself, that is no matter of the merge.
                let is_deleted = (mine.is_none() && !in_mine.contains(reference))
                    || (theirs.is_none() && !in_theirs.contains(reference));
                let is_between = mine.is_some() != theirs.is_some() && is_deleted;
                (is_between && value(merged, &steps).is_none()).then_some(steps)
            };
            let told = clashes.len();
            let missing: Vec<_> = references(merged).iter().filter_map(is_missing).collect();
            for steps in missing {
                if clashes.iter().any(|clash| clash.steps == steps) {
                    continue;
                }
                if let Some(kept) = value(self.theirs, &steps) {
                    put(merged, &steps, Some(kept));
                }
                clashes.push(self.clash(steps));
            }
            if clashes.len() == told {
                return clashes;
            }
        }
    }

    fn clash(&self, steps: Vec<Step>) -> Clash {
        let of = |root| value(root, &steps).cloned();
        Clash {
            base: of(self.base),
            mine: of(self.mine),
            theirs: of(self.theirs),
            steps,
        }
    }
}

type Known = BTreeMap<String, BTreeSet<OperationKey>>;

/// The operations of a definition by their IDs.
fn known(definition: &Value) -> Known {
    let mut known = Known::new();
    for operation in operations(definition).filter(|one| !one.operation_id().is_empty()) {
        let keys = known.entry(operation.operation_id().to_owned());
        keys.or_default().insert(operation.key().clone());
    }
    known
}

/// What stands at these steps.
fn value<'v>(root: &'v Value, steps: &[Step]) -> Option<&'v Value> {
    steps.iter().try_fold(root, |value, step| step.get(value))
}

/// Puts a member at these steps, or takes it away; the object that it belongs into is made where it is missing.
fn put(root: &mut Value, steps: &[Step], member: Option<&Value>) {
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

/// The references of a definition to what operations share.
fn references(definition: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![definition];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                let reference = members.get("$ref").and_then(Value::as_str);
                found.extend(reference.map(str::to_owned));
                open.extend(members.values());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    found
}

/// The steps to the shared thing that a reference names.
fn shared(reference: &str) -> Option<Vec<Step>> {
    let (holder, name) = reference.strip_prefix("#/")?.split_once('/')?;
    let is_shared = matches!(holder, "definitions" | "parameters" | "responses");
    let name = name.replace("~1", "/").replace("~0", "~");
    is_shared.then(|| vec![Step::Key(holder.to_owned()), Step::Key(name)])
}
