//! What can still be read of a broken file.

use serde_json::Value;

use crate::document::{Document, TextError};
use crate::message::{Message, message, told_by_message};
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

told_by_message!(Remains);

impl Remains {
    /// What is to be said of it, after what is said of the first place.
    fn message(&self) -> Message {
        let mut told = Message::default();
        for TextError {
            line,
            column,
            reason,
        } in self.faults.iter().take(NAMED)
        {
            told = message!(
                "{told} Line {line}, column {column}: {reason}",
                told,
                line,
                column,
                reason
            );
        }
        let more = self.faults.len().saturating_sub(NAMED);
        if more > 0 {
            told = message!("{told} There are {more} more such places.", told, more);
        }
        if !self.before.is_empty() {
            let names = together(&self.before);
            told = message!(
                "{told} What stands before can be read: {names}.",
                told,
                names
            );
        }
        match &self.readable {
            Some((title, 1)) if !title.is_empty() => message!(
                "{told} All else can be read: “{title}” with 1 operation.",
                told,
                title
            ),
            Some((title, operations)) if !title.is_empty() => message!(
                "{told} All else can be read: “{title}” with {operations} operations.",
                told,
                title,
                operations
            ),
            Some(_) => message!("{told} All else can be read.", told),
            None => told,
        }
    }
}

/// Names in quotation marks that all count: "“a”, “b” and “c”".
fn together(names: &[String]) -> Message {
    let quoted = |name: &String| format!("“{name}”");
    let mut names: Vec<String> = names.iter().map(quoted).collect();
    let next = names.pop().unwrap_or_default();
    if names.is_empty() {
        return Message::verbatim(&next);
    }
    let before = Message::listed(names);
    message!("{before} and {next}", before, next)
}
