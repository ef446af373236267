//! OpenAPI 3.1: the definition in its words, with the server and the bearer token that the properties tell.
//!
//! Extensions stay as they are, so that a connector that is read again has them. What OpenAPI has no
//! place for is named in the ledger: by a pointer into the definition, or into the properties after
//! `apiProperties.json#`.

mod address;
mod body;
mod fit;
mod names;
mod operation;
mod parameter;
mod response;
mod rest;
mod restore;
mod schema;
mod security;
mod server;
mod upgrade;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::Exported;
use crate::document::Document;
use crate::ledger::{At, Fate, Ledger};
use crate::policy::Instance;
use crate::source::is_private;
use crate::swagger::{operations, target};
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
        names: names::Names::of(connector.definition()),
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
    /// The names of shared things that do not fit, and what they are instead.
    names: names::Names,
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
                "security" => {
                    let requirements = self.requirements(&at.key(key), value);
                    out.extend(requirements.map(|told| (key.clone(), told)));
                }
                "tags" => {
                    let tags = self.tags(&at.key(key), value);
                    out.insert(key.clone(), tags);
                }
                "externalDocs" => {
                    let documentation = self.documentation(&at.key(key), value);
                    out.extend(documentation.map(|told| (key.clone(), told)));
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
        let own = self.definition.get("info").unwrap_or(&Value::Null);
        let mut out = Map::new();
        for (key, value) in own.as_object().into_iter().flatten() {
            let place = at.key(key);
            let told = match key.as_str() {
                "contact" => Some(Value::Object(self.known(
                    &place,
                    value,
                    &["name", "url", "email"],
                ))),
                "license" => self.license(&place, value),
                "termsOfService" => self.address(&place, value),
                "title" | "version" | "description" | "summary" => self.text(&place, value),
                key if key.starts_with("x-") => Some(value.clone()),
                _ => {
                    self.unknown(&place);
                    None
                }
            };
            out.extend(told.map(|told| (key.clone(), told)));
        }
        for (key, text) in [("title", "API"), ("version", "1.0")] {
            if !out.contains_key(key) {
                let message = format!("The API has no {key}; “{text}” stands for it.");
                self.note(at, Fate::Added, message);
                out.insert(key.to_owned(), json!(text));
            }
        }
        Value::Object(out)
    }

    /// `license`; none where it has no name.
    fn license(&mut self, at: &At<'_>, value: &Value) -> Option<Value> {
        let out = self.known(at, value, &["name", "url"]);
        if out.contains_key("name") {
            return Some(Value::Object(out));
        }
        self.note(at, Fate::Dropped, "A licence has a name.");
        None
    }

    /// The tags that have a name.
    fn tags(&mut self, at: &At<'_>, value: &Value) -> Value {
        let mut out = Vec::new();
        for (index, tag) in value.as_array().into_iter().flatten().enumerate() {
            let number = index.to_string();
            let place = at.key(&number);
            let mut own = Map::new();
            for (key, member) in tag.as_object().into_iter().flatten() {
                let told = match key.as_str() {
                    "externalDocs" => self.documentation(&place.key(key), member),
                    "name" | "description" => self.text(&place.key(key), member),
                    key if key.starts_with("x-") => Some(member.clone()),
                    _ => {
                        self.unknown(&place.key(key));
                        None
                    }
                };
                own.extend(told.map(|told| (key.clone(), told)));
            }
            if own.contains_key("name") {
                out.push(Value::Object(own));
            } else {
                self.note(&place, Fate::Dropped, "A tag has a name.");
            }
        }
        Value::Array(out)
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
            let place = place.key(name);
            let converted = convert(self, &place, value);
            let name = self.named(&place, kind, name);
            out.insert(name, converted);
        }
        out
    }

    fn note(&mut self, at: &At<'_>, fate: Fate, message: impl AsRef<str>) {
        self.ledger.note_in_english(at, fate, message);
    }

    fn unknown(&mut self, at: &At<'_>) {
        self.note(at, Fate::Dropped, "OpenAPI 3.1 does not know it here.");
    }

    /// The value that a reference within the definition leads to.
    fn target(&self, reference: &str) -> Option<&'c Value> {
        target(self.definition, reference).map(|(_, target)| target)
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
