//! Operation IDs of a document, some of which are given.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Conversion, text};
use crate::read::KnownIds;
use crate::read::naming::{free, operation_id, rank};
use crate::swagger::{Method, OperationKey};

impl<'s> Conversion<'s> {
    /// Gives each operation its ID: the one that the document gives it, else the one that it had, else one of method
    /// and path. Which of several keeps a name does not hang on where they stand in the document.
    pub(super) fn name_operations(&mut self, known: &KnownIds) {
        let all = self.operations_to_name();
        let had = |path: &str, method| match path.starts_with('/') {
            true => known.get(path, method),
            false => known.get(&format!("/{path}"), method),
        };
        let given: BTreeSet<&str> = all.iter().filter_map(|(_, _, given)| *given).collect();
        let mut taken: BTreeSet<String> = BTreeSet::new();
        let mut ids = BTreeMap::new();
        // Of several that are given one ID, the one that had it keeps it.
        let (before, after): (Vec<_>, Vec<_>) = all
            .iter()
            .copied()
            .partition(|(path, method, given)| given.is_some() && had(path, *method) == *given);
        for (path, method, given) in before.into_iter().chain(after) {
            if let Some(given) = given.filter(|id| !taken.contains(*id)) {
                taken.insert(given.to_owned());
                ids.insert(OperationKey::new(path, method), given.to_owned());
            }
        }
        for (path, method, _) in &all {
            let key = OperationKey::new(*path, *method);
            if let Some(id) = had(path, *method)
                && !ids.contains_key(&key)
                && !given.contains(id)
                && taken.insert(id.to_owned())
            {
                ids.insert(key, id.to_owned());
            }
        }
        for (path, method, given) in &all {
            ids.entry(OperationKey::new(*path, *method))
                .or_insert_with(|| {
                    let own = operation_id(method.as_str(), path);
                    let wanted = format!("{}{own}", given.unwrap_or_default());
                    let id = free(&wanted, |id| taken.contains(id));
                    taken.insert(id.clone());
                    id
                });
        }
        self.ids = ids;
    }

    /// The operations with the IDs that they are given, in an order that is not that of the document.
    fn operations_to_name(&self) -> Vec<(&'s str, Method, Option<&'s str>)> {
        let paths = self.root.get("paths").and_then(Value::as_object);
        let mut all = Vec::new();
        for (path, item) in paths.into_iter().flatten() {
            let members = self.resolve(item).and_then(Value::as_object);
            for (name, operation) in members.into_iter().flatten() {
                let method = Method::ALL.into_iter().find(|m| m.as_str() == name);
                let given = text(operation, "operationId").filter(|id| !id.is_empty());
                all.extend(method.map(|method| (path.as_str(), method, given)));
            }
        }
        all.sort_by_key(|(path, method, _)| rank(path, *method));
        all
    }

    /// The ID that an operation has.
    pub(super) fn id_of(&self, path: &str, method: &str) -> String {
        let method = Method::ALL.into_iter().find(|m| m.as_str() == method);
        let id = method.and_then(|method| self.ids.get(&OperationKey::new(path, method)));
        id.cloned().unwrap_or_default()
    }
}
