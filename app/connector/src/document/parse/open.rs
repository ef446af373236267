//! Objects and arrays of which the end is not read yet.

use serde_json::{Map, Value};

use super::Span;
use crate::document::Step;

/// An object or an array that is not closed yet.
pub(super) struct Open {
    start: usize,
    pub(super) spans: Vec<Span>,
    pub(super) held: Held,
}

/// What it holds so far.
pub(super) enum Held {
    Object {
        members: Map<String, Value>,
        /// The key of the member whose value is read, and where it begins.
        key: String,
        key_at: usize,
    },
    Array(Vec<Value>),
}

impl Open {
    pub(super) fn of(byte: u8, start: usize) -> Self {
        let held = match byte {
            b'{' => Held::Object {
                members: Map::new(),
                key: String::new(),
                key_at: start,
            },
            _ => Held::Array(Vec::new()),
        };
        Self {
            start,
            spans: Vec::new(),
            held,
        }
    }

    /// The character that closes it.
    pub(super) fn close(&self) -> u8 {
        match self.held {
            Held::Object { .. } => b'}',
            Held::Array(_) => b']',
        }
    }

    /// The step from it to what is read in it.
    pub(super) fn step(&self) -> Step {
        match &self.held {
            Held::Object { key, .. } => Step::Key(key.clone()),
            Held::Array(items) => Step::Index(items.len()),
        }
    }

    /// The value, now that it is closed.
    pub(super) fn closed(self, end: usize) -> (Value, Span) {
        let value = match self.held {
            Held::Object { members, .. } => Value::Object(members),
            Held::Array(items) => Value::Array(items),
        };
        (value, Span::of(self.start, end, self.spans))
    }
}
