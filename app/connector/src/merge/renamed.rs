//! Operations to which one side gave another ID: what the other side names by the old ID goes along.

use std::collections::BTreeMap;

use serde_json::Value;

use super::whole::Version;
use crate::policy::OPERATIONS_KEY;
use crate::select::NAMING;
use crate::swagger::{OperationKey, operations};

/// Gives operations of `base`, `mine` and `theirs` the new ID that one side gave them, wherever the other two name them.
/// Where both gave one a new ID, or one side deleted it, nothing is done: that is a conflict.
pub(super) fn follow(base: &mut Version, mine: &mut Version, theirs: &mut Version) {
    let by_mine = renamed(base, mine, theirs);
    let by_theirs = renamed(base, theirs, mine);
    for (old, new) in by_mine {
        rename(base, &old, &new);
        rename(theirs, &old, &new);
    }
    for (old, new) in by_theirs {
        rename(base, &old, &new);
        rename(mine, &old, &new);
    }
}

/// The new IDs, by the old ones, of the operations that `side` has in their old place under an ID of which neither of the
/// others knows, and that `other` has under the old ID.
fn renamed(base: &Version, side: &Version, other: &Version) -> Vec<(String, String)> {
    let ids = |version: &Version| -> BTreeMap<String, Vec<OperationKey>> {
        let mut ids: BTreeMap<String, Vec<OperationKey>> = BTreeMap::new();
        for operation in operations(&version.definition) {
            let keys = ids.entry(operation.operation_id().to_owned());
            keys.or_default().push(operation.key().clone());
        }
        ids
    };
    let (in_base, in_side, in_other) = (ids(base), ids(side), ids(other));
    let by_key: BTreeMap<&OperationKey, &String> = in_side
        .iter()
        .flat_map(|(id, keys)| keys.iter().map(move |key| (key, id)))
        .collect();
    let is_one = |ids: &BTreeMap<String, Vec<OperationKey>>, id: &String| {
        !id.is_empty() && ids.get(id).is_some_and(|keys| keys.len() == 1)
    };
    let mut found = Vec::new();
    for (old, keys) in &in_base {
        let new = keys.first().and_then(|key| by_key.get(key).copied());
        if let Some(new) = new
            && is_one(&in_base, old)
            && is_one(&in_other, old)
            && is_one(&in_side, new)
            && !in_side.contains_key(old)
            && !in_base.contains_key(new)
            && !in_other.contains_key(new)
        {
            found.push((old.clone(), new.clone()));
        }
    }
    found
}

/// Gives an operation another ID, and whatever names it.
fn rename(version: &mut Version, old: &str, new: &str) {
    let key = operations(&version.definition)
        .find(|operation| operation.operation_id() == old)
        .map(|operation| operation.key().clone());
    let operation = key.and_then(|key| {
        let item = version.definition.get_mut("paths")?.get_mut(&key.path)?;
        item.get_mut(key.method.as_str())
    });
    set(
        operation.and_then(|one| one.get_mut("operationId")),
        old,
        new,
    );
    in_definition(&mut version.definition, false, old, new);
    let properties = version.properties.get_mut("properties");
    let Some(properties) = properties.and_then(Value::as_object_mut) else {
        return;
    };
    set_each(properties.get_mut("scriptOperations"), old, new);
    let policies = properties.get_mut("policyTemplateInstances");
    for policy in policies.and_then(Value::as_array_mut).into_iter().flatten() {
        let parameters = policy.get_mut("parameters");
        set_each(
            parameters.and_then(|all| all.get_mut(OPERATIONS_KEY)),
            old,
            new,
        );
    }
}

/// Renames the operation wherever something asks it for values.
fn in_definition(value: &mut Value, names_operations: bool, old: &str, new: &str) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                if names_operations && key == "operationId" {
                    set(Some(member), old, new);
                } else {
                    let names_operations = names_operations || NAMING.contains(&key.as_str());
                    in_definition(member, names_operations, old, new);
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                in_definition(item, names_operations, old, new);
            }
        }
        _ => {}
    }
}

/// A list of IDs, or one ID.
fn set_each(ids: Option<&mut Value>, old: &str, new: &str) {
    match ids {
        Some(Value::Array(ids)) => {
            for id in ids {
                set(Some(id), old, new);
            }
        }
        id => set(id, old, new),
    }
}

fn set(id: Option<&mut Value>, old: &str, new: &str) {
    if let Some(id) = id
        && id.as_str() == Some(old)
    {
        *id = Value::String(new.to_owned());
    }
}
