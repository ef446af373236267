//! Descriptions that are spread over several documents, bundled into one.
//!
//! Each other document stands whole in a private extension of the first, and what referred to it refers there; so
//! nothing of it is lost, and all that is said of references within one document holds. How many documents are
//! loaded, how large they are together and how long the way to one is, is bounded.

mod address;
mod rewrite;

pub(super) use address::joined;

use std::collections::{BTreeMap, VecDeque};

use serde_json::{Map, Value};

use super::{Kind, MAX_FILE_BYTES, ReadError, ReadFinding, read_document};
use crate::document::Document;
use crate::ledger::{Ledger, unescaped};
use crate::message::{Message, message};

/// Where the documents come from that a description refers to.
pub trait Loader {
    /// The bytes of the document at an address: a path relative to the folder of the description, or a URL.
    ///
    /// # Errors
    /// In words for a person, when there is no such document or when it must not be read.
    fn load(&mut self, address: &str) -> Result<Vec<u8>, String>;

    /// Where the document at an address came from in the end: what it refers to is relative to that (RFC 3986, section
    /// 5.1.3). It is asked for after the document was loaded.
    fn origin(&self, address: &str) -> String {
        address.to_owned()
    }
}

/// The addresses of the other documents that a description at an address refers to, in its order and each once; none
/// where it is no document of OpenAPI.
///
/// # Errors
/// When it cannot be read.
pub fn references_of_description(address: &str, bytes: &[u8]) -> Result<Vec<String>, ReadError> {
    let (document, _, _) = read_document(address, bytes, false)?;
    let is_openapi = Kind::of_document(document.root()) == Some(Kind::OpenApi);
    let found = is_openapi.then(|| rewrite::references(address, document.root()));
    Ok(found.unwrap_or_default())
}

/// The addresses of the other documents that a part of a description refers to, in its order and each once.
///
/// # Errors
/// When it cannot be read.
pub fn references(address: &str, bytes: &[u8]) -> Result<Vec<String>, ReadError> {
    let (document, _, _) = read_document(address, bytes, false)?;
    Ok(rewrite::references(address, document.root()))
}

/// The member of the first document that holds the others.
pub(super) const BUNDLED: &str = "x-tenon-bundled";

/// The most documents that are loaded for one description.
const MAX_DOCUMENTS: usize = 500;
/// The most bytes that they have together.
const MAX_BYTES: usize = 2 * MAX_FILE_BYTES;
/// How many documents may lie on the way to one.
const MAX_STEPS: usize = 20;

/// A description with all that it refers to.
pub(super) struct Bundle {
    /// The description, whose references lead to places within it.
    pub(super) root: Value,
    /// Documents that could not be had.
    pub(super) findings: Vec<ReadFinding>,
    /// Each other document, by its name among them.
    others: BTreeMap<String, Other>,
}

/// One of the other documents.
struct Other {
    address: String,
    document: Document,
}

impl Bundle {
    /// Bundles the document at an address; none where it refers to no other.
    pub(super) fn of(address: &str, root: &Value, loader: &mut dyn Loader) -> Option<Self> {
        if !rewrite::leads_out(root) {
            return None;
        }
        let mut bundling = Bundling {
            loader,
            address: address.to_owned(),
            keys: BTreeMap::new(),
            others: BTreeMap::new(),
            waiting: VecDeque::new(),
            loaded: 0,
            bytes: 0,
            findings: Vec::new(),
        };
        let mut root = root.clone();
        bundling.rewrite(&mut root, &Here::root(address));
        let others = bundling.gone_through();
        if let (false, Some(members)) = (others.is_empty(), root.as_object_mut()) {
            members.insert(BUNDLED.to_owned(), Value::Object(others));
        }
        Some(Self {
            root,
            findings: bundling.findings,
            others: bundling.others,
        })
    }

    /// Names the things of other documents by the addresses of those, with their places in them.
    pub(super) fn name_places(&self, ledger: &mut Ledger) {
        let start = format!("/{BUNDLED}/");
        let mut within: BTreeMap<&String, Vec<(usize, String)>> = BTreeMap::new();
        for (index, entry) in ledger.entries.iter().enumerate() {
            let Some(inner) = entry.pointer.strip_prefix(&start) else {
                continue;
            };
            let (key, _) = inner.split_once('/').unwrap_or((inner, ""));
            let rest = inner.get(key.len()..).unwrap_or_default();
            if let Some((key, _)) = self.others.get_key_value(&unescaped(key)) {
                within
                    .entry(key)
                    .or_default()
                    .push((index, rest.to_owned()));
            }
        }
        for (key, found) in within {
            let Some(other) = self.others.get(key) else {
                continue;
            };
            let file = address::name(&other.address);
            let pointers = found.iter().map(|(_, pointer)| pointer.as_str());
            let places = other.document.places_of_pointers(pointers);
            for ((index, pointer), place) in found.iter().zip(places) {
                if let Some(entry) = ledger.entries.get_mut(*index) {
                    entry.pointer = format!("{file}#{pointer}");
                    entry.place = Some((place.line, place.column));
                    entry.file = Some(file.clone());
                }
            }
        }
    }
}

/// The document that is gone through.
struct Here {
    /// Its address.
    address: String,
    /// Its name among the others; none: it is the first.
    key: Option<String>,
    /// How many documents lie on the way to it.
    steps: usize,
}

impl Here {
    fn root(address: &str) -> Self {
        Self {
            address: address.to_owned(),
            key: None,
            steps: 0,
        }
    }
}

struct Bundling<'l> {
    loader: &'l mut dyn Loader,
    /// The address of the first document.
    address: String,
    /// The name of each document by its address; none where it could not be had.
    keys: BTreeMap<String, Option<String>>,
    others: BTreeMap<String, Other>,
    /// Documents that were not gone through yet.
    waiting: VecDeque<(Here, Value)>,
    loaded: usize,
    bytes: usize,
    findings: Vec<ReadFinding>,
}

impl Bundling<'_> {
    /// The other documents, each gone through.
    fn gone_through(&mut self) -> Map<String, Value> {
        let mut others = Map::new();
        while let Some((here, mut value)) = self.waiting.pop_front() {
            self.rewrite(&mut value, &here);
            others.extend(here.key.map(|key| (key, value)));
        }
        others
    }

    /// The name of a document among the others, which is loaded the first time; none where it cannot be had.
    fn key(&mut self, address: &str, steps: usize) -> Option<String> {
        if let Some(known) = self.keys.get(address) {
            return known.clone();
        }
        let key = match self.load(address, steps) {
            Ok(document) => {
                let key = self.free_key(address);
                let value = document.root().clone();
                let other = Other {
                    address: address.to_owned(),
                    document,
                };
                self.others.insert(key.clone(), other);
                let here = Here {
                    address: self.loader.origin(address),
                    key: Some(key.clone()),
                    steps,
                };
                self.waiting.push_back((here, value));
                Some(key)
            }
            Err(reason) => {
                self.findings.push(ReadFinding::of_file(address, reason));
                None
            }
        };
        self.keys.insert(address.to_owned(), key.clone());
        key
    }

    fn load(&mut self, address: &str, steps: usize) -> Result<Document, Message> {
        if self.loaded >= MAX_DOCUMENTS {
            return Err(message!(
                "It is left out: a description has {max_documents} documents at most.",
                max_documents = MAX_DOCUMENTS
            ));
        }
        if steps > MAX_STEPS {
            return Err(message!(
                "It is left out: more than {max_steps} documents lie on the way to it.",
                max_steps = MAX_STEPS
            ));
        }
        self.loaded += 1;
        let bytes = self
            .loader
            .load(address)
            .map_err(|reason| Message::verbatim(&reason))?;
        self.bytes = self.bytes.saturating_add(bytes.len());
        if self.bytes > MAX_BYTES {
            let bound = MAX_BYTES / (1024 * 1024);
            return Err(message!(
                "It is left out: the documents of a description have {bound} MiB at most.",
                bound
            ));
        }
        let read = read_document(address, &bytes, false)
            .map_err(|error| Message::verbatim(&error.to_string()))?;
        self.findings.extend(read.2);
        Ok(read.0)
    }

    fn free_key(&self, address: &str) -> String {
        let base = address::stem(address);
        let numbered = (2..).map(|number| format!("{base}{number}"));
        let mut names = std::iter::once(base.clone()).chain(numbered);
        let free = names.find(|name| !self.others.contains_key(name));
        free.unwrap_or(base)
    }
}
