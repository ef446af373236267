//! Postman collections of the formats 1, 2.0 and 2.1.
//!
//! A request of format 1 is put into the shape of 2.1 first; the pointers of the ledger are those of
//! the file.

mod address;
mod answers;
mod auth;
mod body;
mod first;
mod items;
mod json;
mod request;
mod variables;

use std::borrow::Cow;

use serde_json::Value;

use super::calls::{self, Source};
use super::{Converted, KnownIds};
use crate::infer::Manner;
use crate::ledger::{Fate, Ledger};
use crate::message::{Phrase, message, phrase};
use items::Reading;
use variables::Variables;

/// The format of a Postman collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PostmanVersion {
    /// 1, with all requests in one list.
    V1,
    /// 2.0, whose authentication is told by objects.
    V20,
    /// 2.1, whose authentication is told by lists.
    V21,
}

impl PostmanVersion {
    /// The format of the collection that a document is; none where it is none.
    #[must_use]
    pub fn of(root: &Value) -> Option<Self> {
        let (collection, _) = collection(root);
        let has = |key: &str| collection.get(key).is_some();
        let is_list = |key: &str| collection.get(key).is_some_and(Value::is_array);
        let schema = collection.pointer("/info/schema").and_then(Value::as_str);
        let is_marked = schema.is_some_and(|schema| schema.contains("postman"))
            || collection.pointer("/info/_postman_id").is_some();
        if is_list("requests") && (has("id") || has("order")) {
            Some(Self::V1)
        } else if is_marked || is_list("item") && has("info") {
            let is_older = schema.is_some_and(|schema| schema.contains("v2.0"));
            Some(if is_older { Self::V20 } else { Self::V21 })
        } else {
            None
        }
    }
}

/// The collection in a document, and the pointer to it: some are wrapped.
fn collection(root: &Value) -> (&Value, &'static str) {
    match root.get("collection") {
        Some(collection) if collection.is_object() => (collection, "/collection"),
        _ => (root, ""),
    }
}

/// Converts a collection.
pub(super) fn convert(
    root: &Value,
    version: PostmanVersion,
    known: &KnownIds,
    manner: Manner,
) -> Converted {
    let (collection, pointer) = collection(root);
    let variables = Variables::of(collection);
    let mut reading = Reading::new(&variables);
    match version {
        PostmanVersion::V1 => first::read(collection, pointer, &mut reading),
        PostmanVersion::V20 | PostmanVersion::V21 => reading.collection(collection, pointer),
    }
    let Reading {
        calls,
        folders,
        mut ledger,
        ..
    } = reading;
    variables.note(pointer, &mut ledger);
    let of_itself = collection.get("info").unwrap_or(collection);
    let source = Source {
        title: text(of_itself, "name").unwrap_or_default().into_owned(),
        description: description(of_itself),
        version: release(of_itself),
        folders,
        is_recorded: false,
        manner,
    };
    calls::definition(&source, calls, known, ledger)
}

/// The version that a collection says it has: a text, or an object of numbers.
fn release(info: &Value) -> String {
    let Some(version) = info.get("version") else {
        return String::new();
    };
    if version.is_object() {
        let numbers = ["major", "minor", "patch"].map(|key| text(version, key));
        let numbers: Vec<Cow<'_, str>> = numbers.into_iter().flatten().collect();
        return numbers.join(".");
    }
    // Format 1 counts its changes there.
    version.as_str().unwrap_or_default().to_owned()
}

/// The text of a member; a number or a boolean as it is spelled.
fn text<'v>(value: &'v Value, key: &str) -> Option<Cow<'v, str>> {
    match value.get(key)? {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        Value::Bool(yes) => Some(Cow::Owned(yes.to_string())),
        _ => None,
    }
}

/// What is said of a thing: a text, or an object with one.
fn description(value: &Value) -> String {
    let of_object = value.get("description").and_then(|d| text(d, "content"));
    let found = text(value, "description").or(of_object);
    found.unwrap_or_default().trim().to_owned()
}

/// Whether a thing is switched off.
fn is_off(value: &Value) -> bool {
    value.get("disabled") == Some(&Value::Bool(true))
        || value.get("enabled") == Some(&Value::Bool(false))
}

/// When a script runs.
const BEFORE: Phrase = phrase!("before the request");
/// When a script runs.
const AFTER: Phrase = phrase!("after the response");

/// Names the scripts of a thing.
fn note_scripts(thing: &Value, pointer: &str, ledger: &mut Ledger) {
    for key in ["event", "events"] {
        let events = thing.get(key).and_then(Value::as_array);
        let events = events.into_iter().flatten().enumerate();
        for (index, event) in events.filter(|(_, event)| is_script(event)) {
            let is_before = event.get("listen").is_some_and(|when| when == "prerequest");
            let when = if is_before { BEFORE } else { AFTER };
            note_script(when, format!("{pointer}/{key}/{index}"), ledger);
        }
    }
}

fn note_script(when: Phrase, pointer: String, ledger: &mut Ledger) {
    let message = message!(
        "Connectors do not run the script {when}. What it changes in a call can be done by policies or custom code.",
        when
    );
    ledger.enter(pointer, Fate::Dropped, message);
}

/// Whether an event has a script that does something.
fn is_script(event: &Value) -> bool {
    match event
        .get("script")
        .map(|script| script.get("exec").unwrap_or(script))
    {
        Some(Value::String(script)) => !script.trim().is_empty(),
        Some(Value::Array(lines)) => {
            let mut lines = lines.iter().filter_map(Value::as_str);
            lines.any(|line| !line.trim().is_empty())
        }
        _ => false,
    }
}
