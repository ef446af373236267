//! A part of a connector: chosen operations, and what they reach.
//!
//! An operation reaches the operations that it asks (dynamic values, lists, schemas, properties and trees),
//! those that its notifications name, and the one that tests connections; it reaches the shared
//! parameters, responses and schemas that it refers to, and they what they refer to.

mod reach;

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use thiserror::Error;

use crate::document::{Action, Path, edits_between};
use crate::policy::{OPERATIONS_KEY, instances};
use crate::swagger::{Method, Operation, operations};
use crate::{Connector, Part};
pub(crate) use reach::NAMING;
use reach::Reached;

/// A connector with chosen operations only.
#[derive(Clone, Debug)]
pub struct Selected {
    /// The connector.
    pub connector: Connector,
    /// What makes it of the whole one.
    pub action: Action,
    /// The operations that were kept because a chosen one needs them, by their IDs.
    pub needed: Vec<String>,
    /// What was left out.
    pub dropped: Vec<LeftOut>,
}

/// A thing that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// It in words: “operation ListParcels”.
    pub what: String,
    /// The part of the whole connector that it stood in.
    pub part: Part,
    /// Where it stood there, as a JSON pointer.
    pub pointer: String,
}

impl LeftOut {
    fn new(what: String, part: Part, path: &Path, root: &Value) -> Self {
        Self {
            what,
            part,
            pointer: path.pointer(root),
        }
    }
}

/// Why operations cannot be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SelectError {
    /// There is no operation of this ID.
    #[error("There is no operation “{id}”.{} Choose among the operations of the file.", meant(.near.as_deref()))]
    Unknown {
        /// The ID.
        id: String,
        /// The ID that was probably meant.
        near: Option<String>,
    },
    /// None was chosen.
    #[error("No operation is chosen. Name at least one.")]
    None,
}

fn meant(near: Option<&str>) -> String {
    near.map_or_else(String::new, |near| format!(" Did you mean “{near}”?"))
}

/// The connector with these operations, by their IDs, and what they reach.
///
/// # Errors
/// When none is chosen, or one that is not there.
pub fn select(connector: &Connector, ids: &[String]) -> Result<Selected, SelectError> {
    if ids.is_empty() {
        return Err(SelectError::None);
    }
    let definition = connector.definition();
    let known: Vec<&str> = operations(definition)
        .map(|operation| operation.operation_id())
        .collect();
    if let Some(id) = ids.iter().find(|id| !known.contains(&id.as_str())) {
        let near = crate::lint::nearest(id, known.iter().copied()).map(str::to_owned);
        return Err(SelectError::Unknown {
            id: id.clone(),
            near,
        });
    }
    let reached = Reached::from(definition, ids);
    let mut dropped = Vec::new();
    let pruned = prune_definition(definition, &reached, &mut dropped);
    let mut properties = prune_properties(connector.properties(), &reached, &mut dropped);
    let is_lost = loses_script(connector.properties(), &mut properties);
    let mut edits = edits_between(Part::Definition, definition, &pruned);
    edits.extend(edits_between(
        Part::Properties,
        connector.properties(),
        &properties,
    ));
    if is_lost && connector.script().is_some() {
        let path = Path::root();
        let what = "the custom code".to_owned();
        dropped.push(LeftOut::new(what, Part::Script, &path, &Value::Null));
        edits.extend(connector.set(Part::Script, &Path::root(), Some(Value::Null)));
    }
    let action = Action::new("Choose operations", edits);
    let mut selected = connector.clone();
    // The edits were made for this connector, so they fit.
    let _ = selected.apply_action(&action);
    let needed = reached
        .operations
        .iter()
        .filter(|id| !ids.contains(id))
        .cloned();
    Ok(Selected {
        connector: selected,
        action,
        needed: needed.collect(),
        dropped,
    })
}

fn prune_definition(definition: &Value, reached: &Reached, dropped: &mut Vec<LeftOut>) -> Value {
    let mut root = definition.clone();
    let Some(members) = root.as_object_mut() else {
        return root;
    };
    let kept_paths = paths_kept(definition, reached, dropped);
    if let Some(Value::Object(paths)) = members.get_mut("paths") {
        paths.retain(|path, item| {
            let Some(methods) = kept_paths
                .iter()
                .find(|(kept, _)| kept == path)
                .map(|(_, methods)| methods)
            else {
                return path.starts_with("x-");
            };
            if let Value::Object(item) = item {
                item.retain(|key, _| {
                    Method::ALL.iter().all(|m| m.as_str() != key) || methods.contains(key)
                });
            }
            true
        });
    }
    for (section, what) in [
        ("parameters", "parameter"),
        ("responses", "response"),
        ("definitions", "schema"),
    ] {
        prune_section(members, section, |name| {
            let stays = reached.shared.contains(&(section.to_owned(), name.clone()));
            if !stays {
                let path = Path::of([section, name.as_str()]);
                let what = format!("{what} {name}");
                dropped.push(LeftOut::new(what, Part::Definition, &path, definition));
            }
            stays
        });
    }
    prune_section(members, "securityDefinitions", |name| {
        let stays = !reached.security_lost.contains(name);
        if !stays {
            let path = Path::of(["securityDefinitions", name.as_str()]);
            let what = format!("security definition {name}");
            dropped.push(LeftOut::new(what, Part::Definition, &path, definition));
        }
        stays
    });
    prune_tags(members, reached);
    root
}

/// Takes entries out of a section, and the section when that leaves nothing in it; one that was empty stays.
fn prune_section(
    members: &mut Map<String, Value>,
    section: &str,
    mut stays: impl FnMut(&String) -> bool,
) {
    let Some(Value::Object(entries)) = members.get_mut(section) else {
        return;
    };
    let was_empty = entries.is_empty();
    entries.retain(|name, _| stays(name));
    if entries.is_empty() && !was_empty {
        members.shift_remove(section);
    }
}

/// The paths that keep an operation, with the methods that they keep.
fn paths_kept(
    definition: &Value,
    reached: &Reached,
    dropped: &mut Vec<LeftOut>,
) -> Vec<(String, BTreeSet<String>)> {
    let mut kept: Vec<(String, BTreeSet<String>)> = Vec::new();
    for operation in operations(definition) {
        if !reached.keeps(&operation) {
            let key = operation.key();
            let path = Path::of(["paths", key.path.as_str(), key.method.as_str()]);
            let what = format!("operation {}", name(&operation));
            dropped.push(LeftOut::new(what, Part::Definition, &path, definition));
            continue;
        }
        let key = operation.key();
        let method = key.method.as_str().to_owned();
        match kept.iter_mut().find(|(path, _)| *path == key.path) {
            Some((_, methods)) => drop(methods.insert(method)),
            None => kept.push((key.path.clone(), BTreeSet::from([method]))),
        }
    }
    kept
}

fn name(operation: &Operation<'_>) -> String {
    match operation.operation_id() {
        "" => operation.key().to_string(),
        id => id.to_owned(),
    }
}

/// Takes out the tags that no operation has any more; those that none had before stay.
fn prune_tags(members: &mut Map<String, Value>, reached: &Reached) {
    if let Some(Value::Array(tags)) = members.get_mut("tags") {
        tags.retain(|tag| {
            let name = tag.get("name").and_then(Value::as_str);
            name.is_none_or(|name| !reached.tags_lost.contains(name))
        });
    }
}

/// Takes out policies and code for operations that are gone. A policy that named only such operations
/// goes whole: without any it would be for all operations.
fn prune_properties(properties: &Value, reached: &Reached, dropped: &mut Vec<LeftOut>) -> Value {
    let mut root = properties.clone();
    let gone: BTreeSet<usize> = instances(properties)
        .filter(|policy| {
            let ids = policy.operations();
            let lost = !ids.is_empty() && !ids.iter().any(|id| reached.operations.contains(*id));
            if lost {
                let what = format!("policy {}", policy.title());
                let path = policy.path();
                dropped.push(LeftOut::new(what, Part::Properties, path, properties));
            }
            lost
        })
        .filter_map(|policy| match policy.path().split_last() {
            Some((_, crate::document::Step::Index(index))) => Some(*index),
            _ => None,
        })
        .collect();
    let list = Path::of(["properties", "policyTemplateInstances"]);
    if let Some(Value::Array(policies)) = root.pointer_mut(&list.pointer(properties)) {
        let mut index = 0;
        policies.retain(|_| {
            index += 1;
            !gone.contains(&(index - 1))
        });
        for policy in policies {
            let ids = policy
                .get_mut("parameters")
                .and_then(|all| all.get_mut(OPERATIONS_KEY));
            retain_known(ids, reached);
        }
    }
    retain_known(root.pointer_mut("/properties/scriptOperations"), reached);
    root
}

/// Whether custom code was for operations that are all gone. Then its list goes too: an empty one would
/// stand for all operations.
fn loses_script(before: &Value, after: &mut Value) -> bool {
    let count = |root: &Value| {
        let ids = root.pointer("/properties/scriptOperations")?.as_array()?;
        Some(ids.len())
    };
    let is_lost = count(before).is_some_and(|ids| ids > 0) && count(after) == Some(0);
    if is_lost && let Some(Value::Object(members)) = after.get_mut("properties") {
        members.shift_remove("scriptOperations");
    }
    is_lost
}

fn retain_known(ids: Option<&mut Value>, reached: &Reached) {
    if let Some(Value::Array(ids)) = ids {
        ids.retain(|id| id.as_str().is_none_or(|id| reached.operations.contains(id)));
    }
}
