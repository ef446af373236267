//! OpenAPI 3.1: the definition in its words, with the server and the bearer token that the properties tell.
//!
//! Extensions stay as they are, so that a connector that is read again has them. What OpenAPI has no
//! place for is named in the ledger: by a pointer into the definition, or into the properties after
//! `apiProperties.json#`.

mod body;
mod operation;
mod parameter;
mod response;
mod rest;
mod restore;
mod schema;
mod security;
mod server;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::Exported;
use crate::document::Document;
use crate::ledger::{At, Fate, Ledger};
use crate::policy::Instance;
use crate::source::is_private;
use crate::swagger::operations;
use crate::{Connector, Part};

/// The version that is written.
const VERSION: &str = "3.1.0";

/// The deepest place that is gone into, as in reading.
const MAX_DEPTH: usize = 160;

/// Writes a connector as a document of OpenAPI 3.1. The same connector gives the same bytes.
///
/// Where the connector keeps the document of OpenAPI that it was imported from ([`crate::source`]), what the import
/// could not say is put back, and the version is that of the source.
#[must_use]
pub fn to_openapi(connector: &Connector) -> Exported {
    let exported = convert(connector);
    restore::restored(connector, &exported).unwrap_or(exported)
}

/// The connector in the words of OpenAPI 3.1, whatever it was made of.
fn convert(connector: &Connector) -> Exported {
    let mut export = Export {
        connector,
        definition: connector.definition(),
        ledger: Ledger::default(),
        media: BTreeMap::new(),
        said: BTreeSet::new(),
    };
    let count = operations(export.definition).count();
    export.ledger.operations_in = count;
    export.ledger.operations_out = count;
    let document = export.run();
    Exported {
        document: Document::new(document),
        ledger: export.ledger,
    }
}

/// An export under way.
struct Export<'c> {
    connector: &'c Connector,
    definition: &'c Value,
    ledger: Ledger,
    /// The media types of shared responses, by their names: those that all operations that refer to them have.
    media: BTreeMap<String, Vec<&'c str>>,
    /// The policies that the document says in its own words, by their pointers.
    said: BTreeSet<String>,
}

impl<'c> Export<'c> {
    fn run(&mut self) -> Value {
        let at = At::root();
        self.gather_media();
        let servers = self.servers();
        let mut out = Map::new();
        out.insert("openapi".to_owned(), json!(VERSION));
        out.insert("info".to_owned(), self.info(&at.key("info")));
        if !servers.is_empty() {
            out.insert("servers".to_owned(), Value::Array(servers));
        }
        let members = self.definition.as_object();
        for (key, value) in members.into_iter().flatten() {
            match key.as_str() {
                "swagger"
                | "info"
                | "host"
                | "basePath"
                | "schemes"
                | "consumes"
                | "produces"
                | "definitions"
                | "parameters"
                | "responses"
                | "securityDefinitions" => {}
                "paths" => {
                    let paths = self.paths(&at.key("paths"), value);
                    out.insert(key.clone(), paths);
                }
                "security" | "tags" | "externalDocs" => {
                    out.insert(key.clone(), value.clone());
                }
                key if is_private(key) => {}
                key if key.starts_with("x-") => {
                    out.insert(key.to_owned(), value.clone());
                }
                _ => self.unknown(&at.key(key)),
            }
        }
        let components = self.components(&at);
        if !components.is_empty() {
            out.insert("components".to_owned(), Value::Object(components));
        }
        self.rest();
        Value::Object(out)
    }

    fn info(&mut self, at: &At<'_>) -> Value {
        let mut out = match self.definition.get("info") {
            Some(Value::Object(members)) => members.clone(),
            _ => Map::new(),
        };
        for (key, text) in [("title", "API"), ("version", "1.0")] {
            if !out.contains_key(key) {
                let message = format!("The API has no {key}; “{text}” stands for it.");
                self.note(at, Fate::Added, message);
                out.insert(key.to_owned(), json!(text));
            }
        }
        Value::Object(out)
    }

    fn components(&mut self, at: &At<'_>) -> Map<String, Value> {
        let schemas = self.shared(at, "definitions", Self::schema);
        let parameters = self.shared_parameters(&at.key("parameters"));
        let responses = self.shared_responses(&at.key("responses"));
        let schemes = self.security_schemes(&at.key("securityDefinitions"));
        let kinds = [
            ("schemas", schemas),
            ("parameters", parameters),
            ("responses", responses),
            ("securitySchemes", schemes),
        ];
        let mut out = Map::new();
        for (kind, members) in kinds.into_iter().filter(|(_, members)| !members.is_empty()) {
            out.insert(kind.to_owned(), Value::Object(members));
        }
        out
    }

    /// The shared things of one kind, each converted.
    fn shared(
        &mut self,
        at: &At<'_>,
        kind: &str,
        convert: impl Fn(&mut Self, &At<'_>, &Value) -> Value,
    ) -> Map<String, Value> {
        let place = at.key(kind);
        let all = self.definition.get(kind).and_then(Value::as_object);
        let mut out = Map::new();
        for (name, value) in all.into_iter().flatten() {
            let converted = convert(self, &place.key(name), value);
            out.insert(name.clone(), converted);
        }
        out
    }

    fn note(&mut self, at: &At<'_>, fate: Fate, message: impl Into<String>) {
        self.ledger.note(at, fate, message);
    }

    fn unknown(&mut self, at: &At<'_>) {
        self.note(at, Fate::Dropped, "OpenAPI 3.1 does not know it here.");
    }

    /// The value that a reference within the definition leads to.
    fn target(&self, reference: &str) -> Option<&'c Value> {
        self.definition.pointer(reference.strip_prefix('#')?)
    }

    /// Takes note that the document says a policy in its own words.
    fn is_said(&mut self, policy: &Instance<'_>) {
        let pointer = policy.path().pointer(self.properties());
        self.said.insert(pointer);
    }

    /// The properties of the connector.
    fn properties(&self) -> &'c Value {
        self.connector.part(Part::Properties).root()
    }
}

/// The text of a member.
fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(Value::as_str)
}

/// The texts in a list.
fn texts<'v>(value: &'v Value, key: &str) -> Option<Vec<&'v str>> {
    let list = value.get(key)?.as_array()?;
    Some(list.iter().filter_map(Value::as_str).collect())
}
