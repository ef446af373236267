//! Operation IDs: of the names of calls, else of method and path.

use std::collections::{BTreeMap, BTreeSet};

use super::operation::Operation;
use crate::read::KnownIds;
use crate::read::naming::{free, operation_id, operation_id_of_name, pascal, rank};

/// The longest operation ID; the platform takes fewer than 128 characters.
const MAX_ID: usize = 110;

/// The ID of each operation, in their order: the one that it had, else one of its name, method and path. Which of
/// several keeps a name does not hang on where they stand. No two differ in capital letters only.
pub(super) fn operation_ids(operations: &[Operation], known: &KnownIds) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut ids: BTreeMap<usize, String> = BTreeMap::new();
    let mut order: Vec<(usize, &Operation)> = operations.iter().enumerate().collect();
    order.sort_by_key(|(_, operation)| rank(&operation.path, operation.method));
    for (place, operation) in &order {
        if let Some(id) = known.get(&operation.path, operation.method)
            && taken.insert(id.to_ascii_lowercase())
        {
            ids.insert(*place, id.to_owned());
        }
    }
    for (place, operation) in order {
        ids.entry(place).or_insert_with(|| {
            let id = new_id(operation, |id| taken.contains(&id.to_ascii_lowercase()));
            taken.insert(id.to_ascii_lowercase());
            id
        });
    }
    ids.into_values().collect()
}

/// The ID of an operation that had none: its name, or one that tells it from those that are taken.
fn new_id(operation: &Operation, is_taken: impl Fn(&str) -> bool) -> String {
    let wanted = wanted(operation);
    if !is_taken(&wanted) {
        return wanted;
    }
    let within = operation.folder.as_deref().and_then(|folder| {
        let folder = pascal(folder.rsplit('/').next().unwrap_or(folder));
        (!folder.is_empty()).then(|| shortened(&format!("{folder}{wanted}")))
    });
    within
        .filter(|within| !is_taken(within))
        .unwrap_or_else(|| free(&spelled_out(&wanted, operation), is_taken))
}

fn wanted(operation: &Operation) -> String {
    let named = operation_id_of_name(&operation.name);
    let id = named.unwrap_or_else(|| operation_id(operation.method.as_str(), &operation.path));
    shortened(&id)
}

/// The ID with method and path behind it, which say the same at each import, whatever the order.
fn spelled_out(wanted: &str, operation: &Operation) -> String {
    let suffix = operation_id(operation.method.as_str(), &operation.path);
    match wanted.ends_with(&suffix) {
        true => wanted.to_owned(),
        false => shortened(&format!("{wanted}{suffix}")),
    }
}

/// An ID is of ASCII characters.
fn shortened(id: &str) -> String {
    id.chars().take(MAX_ID).collect()
}
