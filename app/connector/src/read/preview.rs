//! What a file holds that is imported, in words for a person: before anything of it is kept.

use std::collections::BTreeMap;
use std::io;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Format, Imported, Ledger, LedgerEntry, ReadFinding, summary};
use crate::general::{self, Field};
use crate::message::{Message, message};
use crate::properties::Authentication;
use crate::swagger::{Operation, operations};
use crate::{Connector, landing};

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportPreview {
    /// What the file is, in words: "Swagger 2.0 (YAML)", "Connector package (zip)".
    pub format: Message,
    /// The title that the connector will have unless the maker changes it.
    pub title: String,
    /// Its description.
    pub description: String,
    /// Where calls will go: scheme, host and base path.
    pub base_url: String,
    /// The authentication found, in words.
    pub authentication: Message,
    /// The operations.
    pub operations: Vec<PreviewOperation>,
    /// The other things found: "properties", "icon", "custom code", "3 policies", …
    pub parts: Vec<Message>,
    /// What was odd in the file and what became of it.
    pub findings: Vec<Message>,
    /// What did not come through as it was.
    pub ledger: LedgerPreview,
    /// Whether the file can be kept within the connector: it is a document of OpenAPI 3.
    pub can_keep_source: bool,
}

/// What of a file did not come through as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerPreview {
    /// The entries, the first of them where there are very many.
    pub lines: Vec<LedgerLine>,
    /// What the definition has at the places that entries came to, by JSON pointer, shortened.
    pub excerpts: BTreeMap<String, String>,
    /// How many entries there are.
    pub total: usize,
    /// How many operations the file has.
    pub operations_in: usize,
    /// How many of them the connector has.
    pub operations_out: usize,
}

/// One thing of a file that did not come through as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// What became of it: "changed", "lowered", "dropped", "added" or "merged".
    pub fate: String,
    /// Its place in the file, as a JSON pointer.
    pub pointer: String,
    /// The address of the document that it stands in, where it is not the file itself: one that the file refers to or
    /// holds.
    pub file: Option<String>,
    /// Its line there, counted from 1, where it is known.
    pub line: Option<usize>,
    /// Its column in that line, counted from 1.
    pub column: Option<usize>,
    /// Its place in the definition, as a JSON pointer, where it has one.
    pub landing: Option<String>,
    /// What it was, why it could not stay so, and what can be done.
    pub message: Message,
}

/// An operation that a file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewOperation {
    /// The verb, in capitals.
    pub method: String,
    /// The path.
    pub path: String,
    /// The operation ID.
    pub operation_id: String,
    /// The summary.
    pub summary: String,
    /// Whether it is a trigger.
    pub trigger: bool,
    /// Its tags, or the folder that it was in.
    pub groups: Vec<String>,
}

/// What a file holds.
#[must_use]
pub fn preview(imported: &Imported) -> ImportPreview {
    let connector = &imported.connector;
    let operations = operations(connector.definition()).map(|operation| PreviewOperation {
        method: operation.key().method.verb().to_owned(),
        path: operation.key().path.clone(),
        operation_id: operation.operation_id().to_owned(),
        summary: operation.summary().to_owned(),
        trigger: operation.is_trigger(),
        groups: groups(&operation),
    });
    ImportPreview {
        format: imported.format.label().into(),
        title: connector.title().to_owned(),
        description: Field::Description.text(connector).to_owned(),
        base_url: general::base_url(connector),
        authentication: Authentication::of(connector).message(),
        operations: operations.collect(),
        parts: parts(connector),
        findings: imported.findings.iter().map(ReadFinding::told).collect(),
        ledger: ledger(&imported.ledger, connector.definition()),
        can_keep_source: matches!(imported.format, Format::OpenApi(_)),
    }
}

/// The tags of an operation.
fn groups(operation: &Operation<'_>) -> Vec<String> {
    let tags = operation.json().get("tags").and_then(Value::as_array);
    let tags = tags.into_iter().flatten().filter_map(Value::as_str);
    tags.map(str::to_owned).collect()
}

/// The most entries of a ledger that travel to the page.
const MOST_ENTRIES: usize = 5_000;

fn ledger(ledger: &Ledger, definition: &Value) -> LedgerPreview {
    let mut excerpts = BTreeMap::new();
    let line = |entry: &LedgerEntry| {
        let pointer = entry.come_to_by.as_ref().unwrap_or(&entry.pointer);
        let place = landing(pointer, definition);
        if let Some(place) = &place
            && !excerpts.contains_key(place)
            && let Some(value) = definition.pointer(place)
        {
            excerpts.insert(place.clone(), excerpt(value));
        }
        LedgerLine {
            fate: entry.fate.label().to_owned(),
            pointer: entry.pointer.clone(),
            file: entry.file.clone(),
            line: entry.place.map(|(line, _)| line),
            column: entry.place.map(|(_, column)| column),
            landing: place,
            message: entry.message.clone(),
        }
    };
    let shown = ledger.entries.iter().take(MOST_ENTRIES);
    let lines = shown.map(line).collect();
    LedgerPreview {
        lines,
        excerpts,
        total: ledger.entries.len(),
        operations_in: ledger.operations_in,
        operations_out: ledger.operations_out,
    }
}

/// The most bytes of a value that travel to the page.
const EXCERPT_BYTES: usize = 800;

/// A value as text, cut where it grows long. Printing ends there too, so that a large schema costs no more.
fn excerpt(value: &Value) -> String {
    let mut start = Start(Vec::new());
    let is_whole = serde_json::to_writer_pretty(&mut start, value).is_ok();
    let mut text = String::from_utf8_lossy(&start.0).into_owned();
    if !is_whole {
        // What was cut within a character ends in the mark of the unreadable.
        text = text.trim_end_matches('\u{fffd}').to_owned() + " …";
    }
    text
}

/// Takes what is written until it is full.
struct Start(Vec<u8>);

impl io::Write for Start {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = EXCERPT_BYTES.saturating_sub(self.0.len());
        let taken = bytes.get(..room).unwrap_or(bytes);
        self.0.extend_from_slice(taken);
        // Nothing taken ends the printing.
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What a connector has beside its operations, in words.
fn parts(connector: &Connector) -> Vec<Message> {
    let found = summary(connector);
    let parameters = match found.connection_parameters {
        0 => None,
        1 => Some(message!("1 connection parameter")),
        count => Some(message!("{count} connection parameters", count)),
    };
    let policies = match found.policies {
        0 => None,
        1 => Some(message!("1 policy")),
        count => Some(message!("{count} policies", count)),
    };
    let named = [
        parameters,
        policies,
        connector.icon_base64().map(|_| message!("icon")),
        connector.script().map(|_| message!("custom code")),
    ];
    let files = connector.attachments().into_iter();
    let files = files.map(|file| Message::verbatim(&file.name));
    named.into_iter().flatten().chain(files).collect()
}
