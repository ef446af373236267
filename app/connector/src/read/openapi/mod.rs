//! OpenAPI 3.0, 3.1 and 3.2, made into a Swagger 2.0 definition with properties beside it. What
//! Swagger 2.0 cannot say is lowered or dropped, and named in the ledger.

mod body;
mod combine;
mod content;
mod credentials;
mod effort;
mod encoding;
mod header;
mod identity;
mod keyword;
mod kind;
mod naming;
mod object;
mod operation;
mod parameter;
mod paths;
mod reference;
mod response;
mod schema;
mod security;
mod server;
mod settle;
mod simple;
mod spread;
mod trigger;
mod union;
mod webhook;
mod words;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::properties::NewProperties;
use super::{Converted, KnownIds};
use crate::ledger::{At, Fate, Ledger, escaped};
use crate::message::{Message, message};
use crate::swagger::OperationKey;

/// A version of OpenAPI.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OpenApiVersion {
    /// 3.0.x, whose schemas are a dialect of their own.
    V30,
    /// 3.1.x, whose schemas are JSON Schema 2020-12.
    V31,
    /// 3.2.x.
    V32,
}

impl OpenApiVersion {
    /// The version that a document says it has.
    #[must_use]
    pub fn of(root: &Value) -> Option<Self> {
        let version = match root.get("openapi")? {
            Value::String(version) => version.clone(),
            other => other.to_string(),
        };
        let mut numbers = version.trim().split('.');
        match (numbers.next()?, numbers.next()?) {
            ("3", "0") => Some(Self::V30),
            ("3", "1") => Some(Self::V31),
            ("3", "2") => Some(Self::V32),
            _ => None,
        }
    }
}

/// The document with references to places in the stead of those to addresses that schemas give themselves; none where
/// that changes nothing.
pub(super) fn by_place(root: &Value, version: OpenApiVersion) -> Option<Value> {
    match version {
        // Its schemas have no such word.
        OpenApiVersion::V30 => None,
        OpenApiVersion::V31 | OpenApiVersion::V32 => identity::by_place(root),
    }
}

/// Converts a document of OpenAPI 3.
pub(super) fn convert(root: &Value, version: OpenApiVersion, known: &KnownIds) -> Converted {
    Conversion::new(root, version).run(known)
}

/// The deepest place of the source that is gone into: schemas nested deeper hold nothing that a person
/// could fill in.
const MAX_DEPTH: usize = 160;

/// A conversion under way.
struct Conversion<'s> {
    root: &'s Value,
    version: OpenApiVersion,
    ledger: Ledger,
    definitions: Map<String, Value>,
    /// Schemas that are referred to by another place than their name: pointer and name in the definition.
    hoisted: BTreeMap<String, String>,
    /// Those of them that are not converted yet.
    pending: Vec<(String, String)>,
    /// What each shared parameter became.
    parameters: BTreeMap<String, Vec<Value>>,
    /// The ID of each operation.
    ids: BTreeMap<OperationKey, String>,
    /// Servers of single operations, with the IDs of those.
    hosts: Vec<(String, Vec<String>)>,
    /// Bearer tokens that a policy sends: the scheme, and the connection parameter.
    tokens: Vec<(String, String)>,
    /// Schemes whose cookies a policy sends.
    sent_cookies: Vec<String>,
    /// The schemes that each operation asks for, by its ID.
    secured: Vec<(String, BTreeSet<String>)>,
    /// The ways that connections sign in, each by its schemes.
    ways: Vec<Vec<String>>,
    /// Names of security schemes that came through.
    schemes: BTreeSet<String>,
    /// Keys in cookies, and the connection parameter of each.
    cookies: BTreeMap<String, String>,
    /// The connection parameters and policies that servers and security need.
    properties: NewProperties,
    /// Pointers to the schemas that have a name of their own.
    anchors: OnceCell<BTreeMap<String, String>>,
    /// Whether a form is read, in which what is binary is a file.
    in_form: bool,
    /// What was gone through for alternatives.
    effort: effort::Effort,
}

impl<'s> Conversion<'s> {
    fn new(root: &'s Value, version: OpenApiVersion) -> Self {
        Self {
            root,
            version,
            ledger: Ledger::default(),
            definitions: Map::new(),
            hoisted: BTreeMap::new(),
            pending: Vec::new(),
            parameters: BTreeMap::new(),
            ids: BTreeMap::new(),
            hosts: Vec::new(),
            tokens: Vec::new(),
            sent_cookies: Vec::new(),
            secured: Vec::new(),
            ways: Vec::new(),
            schemes: BTreeSet::new(),
            cookies: BTreeMap::new(),
            properties: NewProperties::blank(),
            anchors: OnceCell::new(),
            in_form: false,
            effort: effort::Effort::default(),
        }
    }

    fn run(mut self, known: &KnownIds) -> Converted {
        let at = At::root();
        let mut out = Map::new();
        out.insert("swagger".to_owned(), json!("2.0"));
        out.insert("info".to_owned(), self.info(&at.key("info")));
        self.servers(&at, &mut out);
        self.name_operations(known);
        self.shared_parameters(&at);
        let schemes = self.security_schemes(&at);
        let mut paths = self.paths(&at);
        self.webhooks(&at.key("webhooks"), &mut paths);
        let responses = self.shared_responses(&at);
        self.shared_schemas(&at);
        self.hoist();
        out.insert("paths".to_owned(), paths);
        put(
            &mut out,
            "definitions",
            std::mem::take(&mut self.definitions),
        );
        let parameters = self.referable_parameters();
        put(&mut out, "parameters", parameters);
        put(&mut out, "responses", responses);
        put(&mut out, "securityDefinitions", schemes);
        self.root_members(&at, &mut out);
        self.left_over_components(&at);
        // What several refer to is gone through for each, and named once.
        self.settle_pointers();
        Converted {
            definition: Value::Object(out),
            properties: self.properties.into_value(),
            ledger: self.ledger,
        }
    }

    fn note(&mut self, at: &At<'_>, fate: Fate, message: Message) {
        self.ledger.note(at, fate, message);
    }

    /// A member of `components`, by its kind.
    fn component(&self, kind: &str) -> Option<&'s Map<String, Value>> {
        self.root.get("components")?.get(kind)?.as_object()
    }

    fn info(&mut self, at: &At<'_>) -> Value {
        let mut out = Map::new();
        let source = self.root.get("info").and_then(Value::as_object);
        for (key, value) in source.into_iter().flatten() {
            match key.as_str() {
                "title" | "version" if !value.is_string() => {
                    let text = value.to_string();
                    self.note(
                        &at.key(key),
                        Fate::Changed,
                        message!("It must be a text, and is written as one."),
                    );
                    out.insert(key.clone(), json!(text));
                }
                "summary" => self.note(
                    &at.key(key),
                    Fate::Dropped,
                    message!(
                        "Swagger 2.0 has no summary of the whole API. Say it in the description."
                    ),
                ),
                "license" => {
                    let license = self.license(&at.key(key), value);
                    out.extend(license.map(|license| (key.clone(), license)));
                }
                "contact" => {
                    let contact = self.contact(&at.key(key), value);
                    out.insert(key.clone(), contact);
                }
                _ => {
                    out.insert(key.clone(), value.clone());
                }
            }
        }
        for (key, text) in [("title", "API"), ("version", "1.0")] {
            if !out.contains_key(key) {
                self.note(
                    at,
                    Fate::Added,
                    message!("The API has no {key}; “{text}” stands for it.", key, text),
                );
                out.insert(key.to_owned(), json!(text));
            }
        }
        Value::Object(out)
    }

    /// What stands beside: requirements, tags, documentation and extensions.
    fn root_members(&mut self, at: &At<'_>, out: &mut Map<String, Value>) {
        let members = self.root.as_object();
        for (key, value) in members.into_iter().flatten() {
            let place = at.key(key);
            match key.as_str() {
                "openapi" | "info" | "servers" | "paths" | "components" | "webhooks" => {}
                "security" => {
                    let security = self.requirements(&place, value);
                    out.insert(key.clone(), security);
                }
                "tags" => {
                    let tags = self.tags(&place, value);
                    out.insert(key.clone(), tags);
                }
                "externalDocs" => {
                    let documentation = self.documentation(&place, value);
                    out.extend(documentation.map(|value| (key.clone(), value)));
                }
                // What lies in it is found where something refers to it.
                crate::read::BUNDLED => {}
                key if key.starts_with("x-") => {
                    out.insert(key.to_owned(), value.clone());
                }
                _ => self.note(
                    &place,
                    Fate::Dropped,
                    message!("Swagger 2.0 does not know it."),
                ),
            }
        }
    }

    fn tags(&mut self, at: &At<'_>, value: &Value) -> Value {
        let mut tags = Vec::new();
        for (index, tag) in value.as_array().into_iter().flatten().enumerate() {
            let number = index.to_string();
            let place = at.key(&number);
            let mut kept = Map::new();
            for (key, value) in tag.as_object().into_iter().flatten() {
                let known = matches!(key.as_str(), "name" | "description");
                if key == "externalDocs" {
                    let documentation = self.documentation(&place.key(key), value);
                    kept.extend(documentation.map(|value| (key.clone(), value)));
                } else if known || key.starts_with("x-") {
                    kept.insert(key.clone(), value.clone());
                } else {
                    let message = message!(
                        "Tags of Swagger 2.0 have a name, a description and documentation only."
                    );
                    self.note(&place.key(key), Fate::Dropped, message);
                }
            }
            tags.push(Value::Object(kept));
        }
        Value::Array(self.distinct(at, &Value::Array(tags)))
    }

    /// Names the shared things of a kind that nothing refers to: they stand nowhere now.
    fn unused(&mut self, at: &At<'_>, kind: &str, members: &Value) {
        let mut used = BTreeSet::new();
        references(self.root, 0, &mut used);
        for (name, _) in members.as_object().into_iter().flatten() {
            let reference = format!("#/components/{kind}/{}", escaped(name));
            let within = format!("{reference}/");
            if !used
                .iter()
                .any(|used| *used == reference || used.starts_with(&within))
            {
                let message = message!("Nothing refers to it, so it stands nowhere.");
                self.note(&at.key(name), Fate::Dropped, message);
            }
        }
    }

    /// Shared things that were used where they are referred to, or that nothing can be made of.
    fn left_over_components(&mut self, at: &At<'_>) {
        let components = at.key("components");
        let all = self.root.get("components").and_then(Value::as_object);
        for (kind, members) in all.into_iter().flatten() {
            let message = match kind.as_str() {
                "schemas" | "parameters" | "responses" | "securitySchemes" | "x-" => continue,
                "requestBodies" | "headers" | "pathItems" | "examples" | "mediaTypes" => {
                    self.unused(&components.key(kind), kind, members);
                    message!(
                        "Swagger 2.0 does not share such things: each stands where it is used."
                    )
                }
                "links" => message!("Swagger 2.0 has no links between operations."),
                "callbacks" => {
                    message!(
                        "Swagger 2.0 has no callbacks: they became triggers where operations name them."
                    )
                }
                kind if kind.starts_with("x-") => {
                    message!("Extensions of the components have no place of their own.")
                }
                _ => message!("Swagger 2.0 does not know it."),
            };
            if members
                .as_object()
                .is_none_or(|members| !members.is_empty())
            {
                self.note(&components.key(kind), Fate::Changed, message);
            }
        }
    }
}

/// All references of a document.
fn references(value: &Value, depth: usize, out: &mut BTreeSet<String>) {
    match value {
        _ if depth > MAX_DEPTH => {}
        Value::Object(members) => {
            out.extend(text(value, "$ref").map(str::to_owned));
            for (_, inner) in members {
                references(inner, depth + 1, out);
            }
        }
        Value::Array(list) => list
            .iter()
            .for_each(|inner| references(inner, depth + 1, out)),
        _ => {}
    }
}

/// Puts a map where it holds something.
fn put(out: &mut Map<String, Value>, key: &str, members: Map<String, Value>) {
    if !members.is_empty() {
        out.insert(key.to_owned(), Value::Object(members));
    }
}

/// The text of a member.
fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(Value::as_str)
}
