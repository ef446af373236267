//! The type of what a schema lets through.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Conversion;
use crate::ledger::At;

impl<'s> Conversion<'s> {
    /// The type of what a schema lets through, as far as it says.
    pub(super) fn kind<'v>(&mut self, at: &At<'_>, schema: &'v Value) -> Option<&'v str>
    where
        's: 'v,
    {
        self.kind_within(at, schema, &mut BTreeSet::new(), 0)
    }

    /// Each reference is followed once: what it says the second time is known.
    fn kind_within<'v>(
        &mut self,
        at: &At<'_>,
        schema: &'v Value,
        followed: &mut BTreeSet<&'v str>,
        steps: usize,
    ) -> Option<&'v str>
    where
        's: 'v,
    {
        if steps > 16 || !self.spend(at) {
            return None;
        }
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            if !followed.insert(reference) {
                return None;
            }
            return self.kind_within(at, self.target(reference)?, followed, steps + 1);
        }
        match schema.get("type") {
            Some(Value::String(kind)) => return Some(kind),
            Some(Value::Array(kinds)) => return one_kind(kinds),
            _ => {}
        }
        if schema.get("properties").is_some() {
            return Some("object");
        }
        let parts = ["allOf", "oneOf", "anyOf"]
            .iter()
            .find_map(|key| schema.get(key));
        let mut common = None;
        for part in parts?.as_array()? {
            match (common, self.kind_within(at, part, followed, steps + 1)) {
                (None, kind) => common = kind,
                (Some(one), Some(other)) if one != other => return None,
                _ => {}
            }
        }
        common
    }
}

/// The one type that is not null.
fn one_kind(kinds: &[Value]) -> Option<&str> {
    let mut kinds = kinds
        .iter()
        .filter_map(Value::as_str)
        .filter(|kind| *kind != "null");
    match (kinds.next(), kinds.next()) {
        (Some(kind), None) => Some(kind),
        _ => None,
    }
}
