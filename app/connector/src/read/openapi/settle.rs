//! Where things stand: what was come to through a reference or a part of a schema is named by its own place in the
//! source, and what is not there by the nearest thing around it.

use std::collections::HashSet;

use serde_json::Value;

use super::Conversion;
use crate::ledger::{Fate, LedgerEntry, unescaped};

/// How many references are followed for one pointer.
const MOST_STEPS: usize = 64;

/// How many parts of schemas are gone into, each within the one before.
const MOST_PARTS: usize = 6;

impl<'s> Conversion<'s> {
    /// Makes each entry of the ledger point to a thing of the source, and leaves out what is said twice then.
    pub(super) fn settle_pointers(&mut self) {
        let mut entries = std::mem::take(&mut self.ledger.entries);
        let mut counted = Vec::with_capacity(entries.len());
        for entry in &mut entries {
            // Two paths that refer to one item lose two operations.
            counted.push(is_operation_that_is_gone(entry));
            if let Some(pointer) = self.standing(&entry.pointer) {
                let before = std::mem::replace(&mut entry.pointer, pointer);
                entry.come_to_by = Some(before);
            }
        }
        let mut seen = HashSet::with_capacity(entries.len());
        let stays = entries.iter().zip(counted).map(|(entry, is_counted)| {
            seen.insert((&entry.pointer, entry.fate, &entry.message)) || is_counted
        });
        let mut stays = stays.collect::<Vec<_>>().into_iter();
        entries.retain(|_| stays.next().unwrap_or(true));
        self.ledger.entries = entries;
    }

    /// The pointer to where a thing stands; none where it stands where the pointer says.
    fn standing(&self, pointer: &str) -> Option<String> {
        if self.root.pointer(pointer).is_some() {
            return None;
        }
        let mut at = (String::new(), self.root);
        let mut steps = 0;
        let mut keys = pointer.split('/').skip(1).peekable();
        while let Some(key) = keys.next() {
            let next = keys.peek().copied();
            while child(at.1, key).is_none() {
                steps += 1;
                let around = self
                    .referred(at.1)
                    .or_else(|| self.part_with(&at.0, at.1, key, next, 0));
                match around.filter(|_| steps < MOST_STEPS) {
                    Some(around) => at = around,
                    None => return Some(at.0),
                }
            }
            if let Some(inner) = child(at.1, key) {
                at.0.push('/');
                at.0.push_str(key);
                at.1 = inner;
            }
        }
        Some(at.0)
    }

    /// What a value refers to, and where that stands.
    fn referred(&self, value: &'s Value) -> Option<(String, &'s Value)> {
        self.found(value.get("$ref")?.as_str()?)
    }

    /// The part of a schema that has this member with this one in it.
    fn part_with(
        &self,
        pointer: &str,
        schema: &'s Value,
        key: &str,
        next: Option<&str>,
        depth: usize,
    ) -> Option<(String, &'s Value)> {
        if depth > MOST_PARTS {
            return None;
        }
        for kind in ["allOf", "oneOf", "anyOf"] {
            let parts = schema.get(kind).and_then(Value::as_array);
            for (index, part) in parts.into_iter().flatten().enumerate() {
                let own = || (format!("{pointer}/{kind}/{index}"), part);
                let (at, part) = self.referred(part).unwrap_or_else(own);
                let member = child(part, key);
                if member
                    .is_some_and(|member| next.is_none_or(|next| child(member, next).is_some()))
                {
                    return Some((at, part));
                }
                if let Some(found) = self.part_with(&at, part, key, next, depth + 1) {
                    return Some(found);
                }
            }
        }
        None
    }
}

/// The member or the item that a key of a pointer names.
fn child<'v>(value: &'v Value, key: &str) -> Option<&'v Value> {
    match value {
        Value::Object(members) => members.get(&unescaped(key)),
        Value::Array(items) => items.get(key.parse::<usize>().ok()?),
        _ => None,
    }
}

/// Whether an entry is about an operation that is not there any more, of which there are as many as are left out.
fn is_operation_that_is_gone(entry: &LedgerEntry) -> bool {
    let keys: Vec<&str> = entry.pointer.split('/').collect();
    let is_operation = matches!(
        keys.as_slice(),
        ["", "paths" | "webhooks", _, _] | ["", "paths", _, "additionalOperations", _]
    );
    is_operation && matches!(entry.fate, Fate::Dropped | Fate::Merged)
}
