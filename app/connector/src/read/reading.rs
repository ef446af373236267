//! Reading one file: as what its content or the caller says it is, with what it refers to.

use serde_json::Value;

use super::bundle::{Bundle, Loader};
use super::{
    Converted, Format, Imported, Kind, KnownIds, OpenApiVersion, PostmanVersion, ReadError,
    ReadFinding, curl, expect_content, har, of_swagger, openapi, postman, read_commands,
    read_document, read_package, recognise,
};
use crate::document::{Document, decode};
use crate::infer::Manner;
use crate::message::phrase;
use crate::source;

/// How a file is read.
#[derive(Default)]
pub struct Reading<'l> {
    /// What the file is, even where its content does not say so: an OpenAPI document of an unknown version is read as
    /// 3.1, a collection without a schema as 2.1. None: its content tells.
    pub kind: Option<Kind>,
    /// Where other documents come from that a document of OpenAPI refers to. None: such references are named in the
    /// ledger, and lead nowhere.
    pub loader: Option<&'l mut dyn Loader>,
    /// The address of the file, to which references to other documents are relative. None: its name.
    pub address: Option<String>,
    /// Whether a document of OpenAPI is kept within the connector ([`crate::source`]).
    pub keep_source: bool,
    /// The operation IDs of an earlier import of the same file.
    pub known: KnownIds,
    /// Whether JSON that is broken is mended where that can only mean one thing; each repair is a finding.
    pub lenient: bool,
    /// How schemas are made of the samples in calls.
    pub manner: Manner,
}

impl Reading<'_> {
    /// Reads a connector from a file.
    ///
    /// # Errors
    /// When the file is empty, too large, broken, something that Tenon does not read, or not what it is said to be.
    pub fn read(&mut self, name: &str, bytes: &[u8]) -> Result<Imported, ReadError> {
        expect_content(name, bytes)?;
        let is_zip = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06");
        match self.kind {
            Some(Kind::Package) => read_package(name, bytes, self),
            None if is_zip => read_package(name, bytes, self),
            Some(Kind::Curl) => {
                let (text, _) = decode(bytes).map_err(|error| ReadError::text(name, error))?;
                if curl::convert(&text, &self.known, self.manner)
                    .ledger
                    .operations_in
                    == 0
                {
                    return Err(not(Kind::Curl, name));
                }
                read_commands(name, bytes, &self.known, self.manner)
            }
            None if recognise::looks_like_commands(bytes) => {
                read_commands(name, bytes, &self.known, self.manner)
            }
            _ => self.document(name, bytes),
        }
    }

    fn document(&mut self, name: &str, bytes: &[u8]) -> Result<Imported, ReadError> {
        let (document, syntax, mut findings) = read_document(name, bytes, self.lenient)?;
        let root = document.root();
        let kind = match self.kind {
            Some(kind) if kind.fits(root) => Some(kind),
            Some(kind) => return Err(not(kind, name)),
            None => Kind::of_document(root),
        };
        let (format, mut converted) = match kind {
            Some(Kind::OpenApi) => return Ok(self.openapi(name, &document, findings)),
            Some(Kind::Postman) => {
                let version = PostmanVersion::of(root).unwrap_or(PostmanVersion::V21);
                (
                    Format::Postman(version),
                    postman::convert(root, version, &self.known, self.manner),
                )
            }
            Some(Kind::Har) => (Format::Har, har::convert(root, &self.known, self.manner)),
            _ => {
                findings.extend(recognise::expect_swagger(name, root)?);
                return Ok(of_swagger(name, document, syntax, findings));
            }
        };
        converted.ledger.find_places(&document);
        Ok(converted.imported(format, findings))
    }

    fn openapi(
        &mut self,
        name: &str,
        document: &Document,
        mut findings: Vec<ReadFinding>,
    ) -> Imported {
        let version = OpenApiVersion::of(document.root()).unwrap_or(OpenApiVersion::V31);
        let format = Format::OpenApi(version);
        let loader = self.loader.as_deref_mut();
        let address = self.address.as_deref().unwrap_or(name);
        let by_place = openapi::by_place(document.root(), version);
        let own = by_place.as_ref().unwrap_or(document.root());
        let mut bundle = loader.and_then(|loader| Bundle::of(address, own, loader));
        let root = bundle.as_ref().map_or(own, |bundle| &bundle.root);
        let mut converted: Converted = openapi::convert(root, version, &self.known);
        converted.ledger.find_places(document);
        if let Some(bundle) = &mut bundle {
            bundle.name_places(&mut converted.ledger);
            findings.append(&mut bundle.findings);
        }
        let mut imported = converted.imported(format, findings);
        if self.keep_source {
            let root: &Value = bundle
                .as_ref()
                .map_or(document.root(), |bundle| &bundle.root);
            source::keep(&mut imported.connector, root);
        }
        imported
    }
}

fn not(kind: Kind, name: &str) -> ReadError {
    let advice = phrase!("Leave the format out, and Tenon tells it by the content.");
    ReadError::foreign(name, kind.missed(), advice)
}
