//! Calls that were saved or seen, whatever the source, and the definition that they make together.
//!
//! Calls of one method and path are one operation: what each sends and gets is put together. Values
//! that look like secrets are never kept.

mod answer;
mod body;
mod gather;
mod header;
mod host;
mod name;
mod operation;
mod parameter;
mod path;
mod sign_in;
mod template;
mod url;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

pub(super) use answer::Answer;
pub(super) use body::{Body, body_of_text, form_fields};
pub(super) use header::{content_type, is_secret};
pub(super) use path::{is_identifier, path_as_seen};
pub(super) use sign_in::SignIn;
pub(super) use template::{Template, is_version};
pub(super) use url::{Piece, Url, pieces};

use super::Converted;
use super::properties::NewProperties;
use crate::infer::Manner;
use crate::ledger::{Fate, Ledger};
use crate::message::message;
use crate::read::KnownIds;
use gather::Gathered;

/// One call.
#[derive(Clone, Debug)]
pub(super) struct Call {
    /// Where it is in the source, as a JSON pointer.
    pub(super) pointer: String,
    /// What it is called; empty where it has no name.
    pub(super) name: String,
    /// What it does.
    pub(super) description: String,
    /// The folder that it is in.
    pub(super) folder: Option<String>,
    /// The method, as it is written in the source.
    pub(super) method: String,
    /// Where it goes.
    pub(super) address: Address,
    /// The query.
    pub(super) query: Vec<Field>,
    /// The headers.
    pub(super) headers: Vec<Field>,
    /// What it sends.
    pub(super) body: Option<Body>,
    /// How it authenticates.
    pub(super) sign_in: SignIn,
    /// What came back.
    pub(super) answers: Vec<Answer>,
}

/// Where a call goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Address {
    /// `https` or `http`.
    pub(super) scheme: String,
    /// The host, perhaps with a port; `{name}` where a variable stands. Empty where it is not known.
    pub(super) host: String,
    /// The path.
    pub(super) path: Template,
}

/// A name with a value: a parameter, a header, a field of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) name: String,
    /// The value, where one is known.
    pub(super) value: Option<String>,
    pub(super) description: String,
    /// Whether the value is a file.
    pub(super) is_file: bool,
}

/// What a source says of itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Source {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) version: String,
    /// The folders with what is said of each.
    pub(super) folders: Vec<(String, String)>,
    /// Whether somebody saved the calls one by one, or a program recorded all that went by.
    pub(super) is_recorded: bool,
    /// How schemas are made of what was sent and what came back.
    pub(super) manner: Manner,
}

/// The most calls that one definition is made of.
pub(super) const MAX_CALLS: usize = 20_000;

/// The definition that calls make. Operations keep the IDs that are known. Those that were left out before are counted in the ledger already.
pub(super) fn definition(
    source: &Source,
    mut calls: Vec<Call>,
    known: &KnownIds,
    mut ledger: Ledger,
) -> Converted {
    let count = calls.len();
    if count > MAX_CALLS {
        calls.truncate(MAX_CALLS);
        ledger.operations_in += if source.is_recorded {
            0
        } else {
            count - MAX_CALLS
        };
        let message = message!(
            "It has {count} calls; the first {max_calls} are read. Split it.",
            count,
            max_calls = MAX_CALLS
        );
        ledger.enter("", Fate::Dropped, message);
    }
    let mut properties = NewProperties::blank();
    let host = host::main_host(&calls);
    let gathered = Gathered::of(source, &host, calls, &mut ledger);
    let ids = name::operation_ids(&gathered.operations, known);
    let mut out = Map::new();
    out.insert("swagger".to_owned(), json!("2.0"));
    out.insert("info".to_owned(), info(source, &host.title()));
    host::write(
        &host,
        &gathered,
        &ids,
        &mut properties,
        &mut out,
        &mut ledger,
    );
    let security = sign_in::write(&gathered, &ids, &mut properties, &mut ledger);
    out.insert("paths".to_owned(), paths(&gathered, &ids));
    if let Some((definition, requirement)) = security {
        out.insert("securityDefinitions".to_owned(), definition);
        out.insert("security".to_owned(), requirement);
    }
    let tags = tags(source, &gathered);
    if !tags.is_empty() {
        out.insert("tags".to_owned(), json!(tags));
    }
    without_answer(&gathered, &mut ledger);
    Converted {
        definition: Value::Object(out),
        properties: properties.into_value(),
        ledger,
    }
}

fn info(source: &Source, host_title: &str) -> Value {
    let or = |text: &str, other: &str| {
        let text = text.trim();
        if text.is_empty() {
            other.to_owned()
        } else {
            text.to_owned()
        }
    };
    json!({
        "title": or(&source.title, host_title),
        "description": source.description,
        "version": or(&source.version, "1.0")
    })
}

fn paths(gathered: &Gathered, ids: &[String]) -> Value {
    let main = sign_in::main(&gathered.operations);
    let mut paths = Map::new();
    for (operation, id) in gathered.operations.iter().zip(ids) {
        let item = paths
            .entry(operation.path.as_str())
            .or_insert_with(|| json!({}));
        if let Some(item) = item.as_object_mut() {
            let method = operation.method.as_str().to_owned();
            let is_open = main.is_some_and(|main| main.leaves_open(operation));
            item.insert(method, operation::write(operation, id, is_open));
        }
    }
    Value::Object(paths)
}

/// The folders of the operations that are there.
fn tags(source: &Source, gathered: &Gathered) -> Vec<Value> {
    let operations = gathered.operations.iter();
    let used: BTreeSet<&str> = operations.filter_map(|o| o.folder.as_deref()).collect();
    let mut seen = BTreeSet::new();
    let folders = source.folders.iter();
    folders
        .filter(|(name, _)| used.contains(name.as_str()) && seen.insert(name.as_str()))
        .map(|(name, description)| match description.as_str() {
            "" => json!({ "name": name }),
            description => json!({ "name": name, "description": description }),
        })
        .collect()
}

fn without_answer(gathered: &Gathered, ledger: &mut Ledger) {
    let operations = gathered.operations.iter();
    let count = operations.filter(|o| o.answers.is_empty()).count();
    if count > 0 {
        let message = message!(
            "The source does not say what {count} of the operations answer, and an operation must describe a \
             response: “default” stands for all. Import a sample in the Definition step.",
            count
        );
        ledger.enter("", Fate::Added, message);
    }
}
