//! Reading files: what a file is, is told by its content; what is odd in it is named.
//!
//! One file per format. A file that Tenon does not read is refused by its name for what it is.

mod bundle;
mod calls;
mod curl;
mod error;
mod file;
mod har;
mod kind;
mod letters;
mod naming;
mod openapi;
#[cfg(feature = "archive")]
mod package;
mod postman;
mod preview;
mod properties;
mod reading;
mod recognise;
mod remains;
#[cfg(feature = "archive")]
pub(crate) mod secrets;
mod security;
mod summary;
#[cfg(feature = "yaml")]
mod yaml;

use std::fmt;

pub use crate::ledger::{Fate, Ledger, LedgerEntry};
use bundle::BUNDLED;
pub use bundle::{Loader, references, references_of_description};
pub use error::ReadError;
pub use file::{ImportFile, Referred, ReferredText, Refusal};
pub use kind::Kind;
pub use naming::KnownIds;
pub(crate) use naming::free;
pub use openapi::OpenApiVersion;
#[cfg(feature = "archive")]
pub use package::named_definition;
pub use postman::PostmanVersion;
pub use preview::{ImportPreview, LedgerLine, LedgerPreview, PreviewOperation, preview};
pub use reading::Reading;
pub use recognise::is_meant_as_swagger;
pub use remains::Remains;
pub use summary::{Summary, summary};

use serde_json::Value;

use crate::Connector;
use crate::document::{Document, TextFinding, decode};
use crate::infer::Manner;
use crate::message::{Message, Phrase, message, phrase};

/// The name of the definition in a package.
pub const DEFINITION_FILE: &str = "apiDefinition.swagger.json";

/// How the names of definitions end in packages, in any letter case; those first that are taken first.
pub const DEFINITION_ENDS: [&str; 4] = [
    "swagger.json",
    "_openapidefinition.json",
    "swagger.yaml",
    "swagger.yml",
];

/// Whether a file of a package is a definition by its name.
#[must_use]
pub fn is_definition_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    DEFINITION_ENDS.iter().any(|end| name.ends_with(end))
}

/// The name of the properties in a package.
pub const PROPERTIES_FILE: &str = "apiProperties.json";

/// The largest file that is read, in bytes.
pub const MAX_FILE_BYTES: usize = 32 * 1024 * 1024;

/// What a file was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A Swagger 2.0 document in JSON.
    SwaggerJson,
    /// A Swagger 2.0 document in YAML.
    SwaggerYaml,
    /// A connector package as a zip file.
    Package,
    /// A document of OpenAPI 3, in JSON or YAML.
    OpenApi(OpenApiVersion),
    /// A Postman collection.
    Postman(PostmanVersion),
    /// Command lines of curl.
    Curl,
    /// A recording of a browser.
    Har,
}

impl Format {
    /// The format in words.
    #[must_use]
    pub fn label(self) -> Phrase {
        match self {
            Self::SwaggerJson => phrase!("Swagger 2.0 (JSON)"),
            Self::SwaggerYaml => phrase!("Swagger 2.0 (YAML)"),
            Self::Package => phrase!("Connector package (zip)"),
            Self::OpenApi(OpenApiVersion::V30) => phrase!("OpenAPI 3.0"),
            Self::OpenApi(OpenApiVersion::V31) => phrase!("OpenAPI 3.1"),
            Self::OpenApi(OpenApiVersion::V32) => phrase!("OpenAPI 3.2"),
            Self::Postman(PostmanVersion::V1) => phrase!("Postman collection 1"),
            Self::Postman(PostmanVersion::V20) => phrase!("Postman collection 2.0"),
            Self::Postman(PostmanVersion::V21) => phrase!("Postman collection 2.1"),
            Self::Curl => phrase!("Command lines of curl"),
            Self::Har => phrase!("Recording of a browser (HAR)"),
        }
    }
}

/// What a source of another kind became.
struct Converted {
    /// The definition.
    definition: Value,
    /// The properties.
    properties: Value,
    /// What did not come through as it was.
    ledger: Ledger,
}

impl Converted {
    fn imported(self, format: Format, findings: Vec<ReadFinding>) -> Imported {
        let definition = Document::new(self.definition);
        let properties = Document::new(self.properties);
        Imported {
            connector: Connector::new(definition, properties),
            format,
            findings,
            ledger: self.ledger,
        }
    }
}

/// A connector read from a file.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The connector.
    pub connector: Connector,
    /// What the file was.
    pub format: Format,
    /// What was odd in it and what became of it.
    pub findings: Vec<ReadFinding>,
    /// What of the source did not come through as it was.
    pub ledger: Ledger,
}

/// Something odd in a file that could be read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadFinding {
    /// The name of the file.
    pub file: String,
    /// Line and column, counted from 1, where there is a place in a text.
    pub place: Option<(usize, usize)>,
    /// What was found and what became of it.
    pub message: Message,
}

impl ReadFinding {
    fn of_file(file: &str, message: Message) -> Self {
        Self {
            file: file.to_owned(),
            place: None,
            message,
        }
    }

    fn of_text(file: &str, finding: TextFinding) -> Self {
        Self {
            file: file.to_owned(),
            place: Some((finding.line, finding.column)),
            message: finding.message,
        }
    }
}

impl ReadFinding {
    /// File, place and message together.
    #[must_use]
    pub fn told(&self) -> Message {
        let (file, message) = (&self.file, &self.message);
        match self.place {
            Some((line, column)) => message!(
                "{file}, line {line}, column {column}: {message}",
                file,
                line,
                column,
                message
            ),
            None => message!("{file}: {message}", file, message),
        }
    }
}

impl fmt::Display for ReadFinding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.told().fmt(out)
    }
}

/// Reads a connector from a file: a Swagger 2.0 or OpenAPI 3 document (JSON or YAML), a Postman collection, a
/// recording of a browser (HAR), command lines of curl, or a connector package (zip).
///
/// # Errors
/// When the file is empty, too large, broken, or something that Tenon does not read.
pub fn read(name: &str, bytes: &[u8]) -> Result<Imported, ReadError> {
    Reading::default().read(name, bytes)
}

/// Refuses a file that is too large or empty.
fn expect_content(name: &str, bytes: &[u8]) -> Result<(), ReadError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ReadError::too_large(name, MAX_FILE_BYTES));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty {
            file: name.to_owned(),
        });
    }
    Ok(())
}

fn of_swagger(
    name: &str,
    definition: Document,
    format: Format,
    mut findings: Vec<ReadFinding>,
) -> Imported {
    let blank = Document::new(Connector::blank_properties());
    let mut connector = Connector::new(definition, blank);
    security::derive_parameters(&mut connector, name, &mut findings);
    let ledger = Ledger::untouched(&connector);
    Imported {
        connector,
        format,
        findings,
        ledger,
    }
}

/// The connector that a document of OpenAPI becomes.
pub(crate) fn connector_of_openapi(root: &Value, version: OpenApiVersion) -> Connector {
    let by_place = openapi::by_place(root, version);
    let root = by_place.as_ref().unwrap_or(root);
    let Converted {
        definition,
        properties,
        ..
    } = openapi::convert(root, version, &KnownIds::default());
    Connector::new(Document::new(definition), Document::new(properties))
}

fn read_commands(
    name: &str,
    bytes: &[u8],
    known: &KnownIds,
    manner: Manner,
) -> Result<Imported, ReadError> {
    let (text, odd) = decode(bytes).map_err(|error| ReadError::text(name, error))?;
    let odd = odd.map(|finding| ReadFinding::of_text(name, finding));
    let converted = curl::convert(&text, known, manner);
    Ok(converted.imported(Format::Curl, odd.into_iter().collect()))
}

/// A file of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path from the folder on, with `/` between folders.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Reads a connector from the files of a folder that is a connector package.
///
/// # Errors
/// When one of its files is too large or broken, or when they are no package of one connector.
#[cfg(feature = "archive")]
pub fn folder(name: &str, files: Vec<SourceFile>) -> Result<Imported, ReadError> {
    folder_with(name, files, &Reading::default())
}

/// Reads a connector from the files of a folder that is a connector package, in the way that the caller says.
///
/// # Errors
/// When one of its files is too large or broken, or when they are no package of one connector.
#[cfg(feature = "archive")]
pub fn folder_with(
    name: &str,
    files: Vec<SourceFile>,
    reading: &Reading<'_>,
) -> Result<Imported, ReadError> {
    if let Some(large) = files.iter().find(|file| file.bytes.len() > MAX_FILE_BYTES) {
        return Err(ReadError::too_large(&large.path, MAX_FILE_BYTES));
    }
    package::read_folder(name, files, reading.lenient)
}

#[cfg(feature = "archive")]
fn read_package(name: &str, bytes: &[u8], reading: &Reading<'_>) -> Result<Imported, ReadError> {
    package::read(name, bytes, reading)
}

#[cfg(not(feature = "archive"))]
fn read_package(name: &str, _bytes: &[u8], _reading: &Reading<'_>) -> Result<Imported, ReadError> {
    Err(ReadError::foreign(
        name,
        phrase!("a zip file"),
        phrase!("This build of Tenon reads single documents only."),
    ))
}

/// Reads a Swagger 2.0 document.
#[cfg(feature = "archive")]
fn read_definition(
    name: &str,
    bytes: &[u8],
    lenient: bool,
) -> Result<(Document, Format, Vec<ReadFinding>), ReadError> {
    let (document, format, mut findings) = read_document(name, bytes, lenient)?;
    findings.extend(recognise::expect_swagger(name, document.root())?);
    Ok((document, format, findings))
}

/// Reads JSON, or what can be read of it.
fn read_json(
    name: &str,
    bytes: &[u8],
    lenient: bool,
) -> Result<(Document, Vec<ReadFinding>), ReadError> {
    let read = if lenient {
        Document::read_lenient
    } else {
        Document::read
    };
    let (document, findings) =
        read(bytes).map_err(|error| ReadError::text(name, error).with_remains(bytes))?;
    let findings = findings.into_iter();
    let findings = findings.map(|f| ReadFinding::of_text(name, f)).collect();
    Ok((document, findings))
}

/// Reads a document of any kind, in JSON or YAML.
fn read_document(
    name: &str,
    bytes: &[u8],
    lenient: bool,
) -> Result<(Document, Format, Vec<ReadFinding>), ReadError> {
    let of_text = |error| ReadError::text(name, error);
    if let Some(refusal) = recognise::not_text(name, bytes) {
        return Err(refusal);
    }
    let (text, _) = decode(bytes).map_err(of_text)?;
    let (document, format, findings) = if recognise::looks_like_json(&text) {
        let (document, findings) = read_json(name, bytes, lenient)?;
        (document, Format::SwaggerJson, findings)
    } else {
        let (document, findings) = read_yaml(name, bytes, &text)?;
        (document, Format::SwaggerYaml, findings)
    };
    Ok((document, format, findings))
}

#[cfg(feature = "yaml")]
fn read_yaml(
    name: &str,
    bytes: &[u8],
    text: &str,
) -> Result<(Document, Vec<ReadFinding>), ReadError> {
    let (_, odd) = decode(bytes).map_err(|error| ReadError::text(name, error))?;
    let (document, mut findings) = yaml::read(name, text)?;
    findings.splice(0..0, odd.map(|f| ReadFinding::of_text(name, f)));
    Ok((document, findings))
}

#[cfg(not(feature = "yaml"))]
fn read_yaml(
    name: &str,
    _bytes: &[u8],
    _text: &str,
) -> Result<(Document, Vec<ReadFinding>), ReadError> {
    Err(ReadError::foreign(
        name,
        phrase!("not JSON"),
        phrase!("This build of Tenon reads JSON only."),
    ))
}
