//! Operation IDs of a document, some of which are given.

use serde_json::Value;

use super::Conversion;
use crate::read::naming::{free, operation_id};

impl Conversion<'_> {
    /// Takes note of the operation IDs that are given, so that those that are made differ from them.
    pub(super) fn name_operations(&mut self) {
        let paths = self.root.get("paths").and_then(Value::as_object);
        let items = paths
            .into_iter()
            .flatten()
            .filter_map(|(_, item)| item.as_object());
        for (_, operation) in items.flatten() {
            if let Some(id) = super::text(operation, "operationId") {
                self.operation_ids.insert(id.to_owned());
            }
        }
    }

    /// An operation ID of its own for an operation without one.
    pub(super) fn new_operation_id(&mut self, method: &str, path: &str) -> String {
        let id = self.free_operation_id(&operation_id(method, path));
        self.operation_ids.insert(id.clone());
        id
    }

    /// The ID, or one with a number where it is taken.
    pub(super) fn free_operation_id(&self, wanted: &str) -> String {
        free(wanted, |id| self.operation_ids.contains(id))
    }
}
