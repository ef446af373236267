//! Operations that one side moved to another path or verb. An operation is the same one by its ID, as in a
//! difference: what the other side did to it goes where it has gone.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::swagger::{Method, OperationKey, operations};

/// Moves operations in `base`, `mine` and `theirs` so that all three have them where the one side that moved
/// them put them. Where both moved one to different places, nothing is done: that is a conflict.
pub(super) fn follow(base: &mut Value, mine: &mut Value, theirs: &mut Value) {
    let both = Moves::of(base, mine, theirs, |base, mine, theirs| {
        mine == theirs && mine != base
    });
    both.fitting(&[base]).apply(base, mine);
    let by_mine = Moves::of(base, mine, theirs, |base, mine, theirs| {
        base == theirs && mine != base
    });
    let by_mine = by_mine.fitting(&[base, theirs]);
    by_mine.apply(base, mine);
    by_mine.apply(theirs, mine);
    let by_theirs = Moves::of(base, mine, theirs, |base, mine, theirs| {
        base == mine && theirs != base
    });
    let by_theirs = by_theirs.fitting(&[base, mine]);
    by_theirs.apply(base, theirs);
    by_theirs.apply(mine, theirs);
}

/// Where operations went: the new keys by the old ones.
struct Moves(BTreeMap<OperationKey, OperationKey>);

impl Moves {
    /// The operations that all three have, each under one key, of which `is_moved` says that they were moved.
    fn of(
        base: &Value,
        mine: &Value,
        theirs: &Value,
        is_moved: impl Fn(&OperationKey, &OperationKey, &OperationKey) -> bool,
    ) -> Self {
        let (mine, theirs) = (places(mine), places(theirs));
        let mut moves = BTreeMap::new();
        for (id, place) in places(base) {
            let place_in = |places: &Places| places.get(&id).cloned().flatten();
            if let (Some(was), Some(mine), Some(theirs)) =
                (place, place_in(&mine), place_in(&theirs))
                && is_moved(&was, &mine, &theirs)
            {
                let now = if mine == was { theirs } else { mine };
                moves.insert(was, now);
            }
        }
        Self(moves)
    }

    /// Those that lead to where nothing else stands in these versions.
    fn fitting(mut self, versions: &[&mut Value]) -> Self {
        let sources: BTreeMap<OperationKey, OperationKey> = self
            .0
            .iter()
            .map(|(was, now)| (now.clone(), was.clone()))
            .collect();
        let is_taken = |key: &OperationKey| {
            let location = key.location();
            versions.iter().any(|root| location.get(root).is_some())
        };
        let mut open: Vec<OperationKey> = sources
            .keys()
            .filter(|now| is_taken(now))
            .cloned()
            .collect();
        open.retain(|now| !self.0.contains_key(now));
        // What stays where it is takes the place of what would come.
        while let Some(taken) = open.pop() {
            if let Some(was) = sources.get(&taken)
                && self.0.remove(was).is_some()
            {
                open.push(was.clone());
            }
        }
        self
    }

    /// Makes the moves in a version, as `model` has made them.
    fn apply(&self, version: &mut Value, model: &Value) {
        if self.0.is_empty() {
            return;
        }
        let Some(Value::Object(paths)) = version.get_mut("paths") else {
            return;
        };
        let old = std::mem::take(paths);
        let all: BTreeSet<String> = old.keys().cloned().collect();
        let targets: BTreeSet<&str> = self.0.values().map(|now| now.path.as_str()).collect();
        let mut taken = Vec::new();
        for (path, mut item) in old {
            let moved = self.take(&path, &mut item);
            let goes = self.goes_whole(&path, &moved, model);
            let goes = goes.filter(|to| !all.contains(*to)).map(str::to_owned);
            let is_empty = item.as_object().is_some_and(Map::is_empty) && !moved.is_empty();
            if let Some(to) = goes {
                let shared = without_operations(&item);
                if shared != item {
                    // This side has more operations there, which stay and share the same.
                    paths.insert(path, item);
                }
                paths.insert(to, shared);
            } else if !is_empty || targets.contains(path.as_str()) {
                paths.insert(path, item);
            }
            for (key, operation) in moved {
                if !all.contains(&key.path) && !paths.contains_key(&key.path) {
                    paths.insert(key.path.clone(), Value::Object(Map::new()));
                }
                taken.push((key, operation));
            }
        }
        for (key, operation) in taken {
            let item = paths.get_mut(&key.path).and_then(Value::as_object_mut);
            if let Some(item) = item {
                item.insert(key.method.as_str().to_owned(), operation);
            }
        }
    }

    /// Takes the operations that go elsewhere out of a path item, each with its new key.
    fn take(&self, path: &str, item: &mut Value) -> Vec<(OperationKey, Value)> {
        let Some(members) = item.as_object_mut() else {
            return Vec::new();
        };
        let moved = Method::ALL.into_iter().filter_map(|method| {
            let now = self.0.get(&OperationKey::new(path, method))?;
            let operation = members.shift_remove(method.as_str())?;
            Some((now.clone(), operation))
        });
        moved.collect()
    }

    /// The path that all operations of a path item have gone to, where the model does not have the old path
    /// any more: then what they share has gone with them.
    fn goes_whole<'m>(
        &self,
        path: &str,
        moved: &'m [(OperationKey, Value)],
        model: &Value,
    ) -> Option<&'m str> {
        let (first, _) = moved.first()?;
        let stays = model
            .get("paths")
            .is_some_and(|all| all.get(path).is_some())
            || moved.iter().any(|(key, _)| key.path != first.path);
        (!stays).then_some(first.path.as_str())
    }
}

/// What the operations of a path item share.
fn without_operations(item: &Value) -> Value {
    let mut item = item.clone();
    if let Some(members) = item.as_object_mut() {
        members.retain(|key, _| Method::ALL.iter().all(|method| method.as_str() != key));
    }
    item
}

/// The keys of operations by their IDs; none for an ID that several have.
type Places = BTreeMap<String, Option<OperationKey>>;

fn places(definition: &Value) -> Places {
    let mut places = Places::new();
    for operation in operations(definition).filter(|one| !one.operation_id().is_empty()) {
        places
            .entry(operation.operation_id().to_owned())
            .and_modify(|place| *place = None)
            .or_insert_with(|| Some(operation.key().clone()));
    }
    places
}
