//! Operation IDs: of the names of calls, else of method and path.

use std::collections::BTreeSet;

use super::operation::Operation;
use crate::read::naming::{free, operation_id, operation_id_of_name, pascal};

/// The longest operation ID; the platform takes fewer than 128 characters.
const MAX_ID: usize = 110;

/// The ID of each operation, in their order. No two differ in capital letters only.
pub(super) fn operation_ids(operations: &[Operation]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut ids = Vec::new();
    for operation in operations {
        let is_taken = |id: &str| taken.contains(&id.to_ascii_lowercase());
        let wanted = wanted(operation);
        let within = operation.folder.as_deref().and_then(|folder| {
            let folder = pascal(folder.rsplit('/').next().unwrap_or(folder));
            (!folder.is_empty()).then(|| shortened(&format!("{folder}{wanted}")))
        });
        let id = match within {
            Some(within) if is_taken(&wanted) && !is_taken(&within) => within,
            _ if is_taken(&wanted) => free(&spelled_out(&wanted, operation), is_taken),
            _ => wanted,
        };
        taken.insert(id.to_ascii_lowercase());
        ids.push(id);
    }
    ids
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
