//! What can still be read of a broken file.

use std::fmt;

use serde_json::Value;

use crate::document::{Document, TextError};
use crate::swagger::operations;

/// How many places are named one by one.
const NAMED: usize = 5;

/// What else is wrong with a broken file, and what can be read of it all the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remains {
    /// What is wrong after the first place.
    pub faults: Vec<TextError>,
    /// The title and the number of operations, where all that is wrong can only mean one thing.
    pub readable: Option<(String, usize)>,
    /// The members of the document that can be read before the first place, where it is YAML.
    pub before: Vec<String>,
}

impl Remains {
    /// What remains of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let tolerant = Document::read_tolerant(bytes);
        let readable = tolerant.document.map(|document| {
            let root = document.root();
            let title = root.pointer("/info/title").and_then(Value::as_str);
            (
                title.unwrap_or_default().to_owned(),
                operations(root).count(),
            )
        });
        Self {
            faults: tolerant.faults.into_iter().skip(1).collect(),
            readable,
            before: Vec::new(),
        }
    }

    #[cfg(feature = "yaml")]
    pub(super) fn before(before: Vec<String>) -> Self {
        Self {
            before,
            ..Self::default()
        }
    }
}

impl fmt::Display for Remains {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in self.faults.iter().take(NAMED) {
            write!(
                out,
                " Line {}, column {}: {}",
                fault.line, fault.column, fault.reason
            )?;
        }
        match self.faults.len().saturating_sub(NAMED) {
            0 => {}
            more => write!(out, " There are {more} more such places.")?,
        }
        if let Some((last, others)) = self.before.split_last() {
            let quoted = |name: &String| format!("“{name}”");
            let others: Vec<String> = others.iter().map(quoted).collect();
            let and = if others.is_empty() { "" } else { " and " };
            let others = others.join(", ");
            write!(
                out,
                " What stands before can be read: {others}{and}“{last}”."
            )?;
        }
        match &self.readable {
            Some((title, operations)) if !title.is_empty() => write!(
                out,
                " All else can be read: “{title}” with {operations} operation{}.",
                if *operations == 1 { "" } else { "s" }
            ),
            Some(_) => write!(out, " All else can be read."),
            None => Ok(()),
        }
    }
}
