//! A file that is imported, with where it was fetched and what came along with it.

use serde::{Deserialize, Serialize};

use super::{Imported, KnownIds, Loader, ReadError, Reading};

use crate::message::Message;

/// A file that is imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportFile {
    /// Its name.
    pub name: String,
    /// Its bytes, at most [`MAX_FILE_BYTES`](super::MAX_FILE_BYTES).
    pub bytes: Vec<u8>,
    /// The address that it was fetched from, to which its references are relative.
    pub address: Option<String>,
    /// The documents that it refers to, as they were fetched.
    pub referred: Vec<Referred>,
}

/// A document that another one refers to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referred {
    /// Its address, as it is referred to.
    pub address: String,
    /// The document; or why it cannot be had, in words for a person.
    pub found: Result<ReferredText, String>,
}

/// The text of a document that another one refers to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferredText {
    /// Where it came from, after all redirects.
    pub url: String,
    /// The text.
    pub text: String,
}

/// Why a file is not imported, in words for a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// What is wrong and what to do.
    pub message: Message,
    /// The place in the file that is at fault: line and column, counted from 1.
    pub place: Option<(usize, usize)>,
}

impl From<&ReadError> for Refusal {
    fn from(error: &ReadError) -> Self {
        Self {
            message: error.message(),
            place: error.place(),
        }
    }
}

impl ImportFile {
    /// Reads the file with the documents that came along with it. `keep_source`: whether a document of OpenAPI is kept
    /// within the connector; `known`: the IDs that operations without one keep.
    ///
    /// # Errors
    /// Why it cannot be read, with line and column where there are any.
    pub fn read(&self, keep_source: bool, known: KnownIds) -> Result<Imported, Refusal> {
        let mut loader = Fetched(&self.referred);
        let mut reading = Reading {
            address: self.address.clone(),
            keep_source,
            known,
            ..Reading::default()
        };
        // A file that was not fetched says nothing of where its neighbours are.
        if self.address.is_some() {
            reading.loader = Some(&mut loader);
        }
        let read = reading.read(&self.name, &self.bytes);
        read.map_err(|error| Refusal::from(&error))
    }
}

/// Documents that were fetched before, by the addresses by which they are referred to.
struct Fetched<'r>(&'r [Referred]);

impl Fetched<'_> {
    fn find(&self, address: &str) -> Option<&Referred> {
        self.0.iter().find(|other| other.address == address)
    }
}

impl Loader for Fetched<'_> {
    fn load(&mut self, address: &str) -> Result<Vec<u8>, String> {
        match self.find(address).map(|other| &other.found) {
            Some(Ok(found)) => Ok(found.text.clone().into_bytes()),
            Some(Err(reason)) => Err(reason.clone()),
            None => Err(
                "It is referred to, but it was not fetched. Fetch the description again."
                    .to_owned(),
            ),
        }
    }

    fn origin(&self, address: &str) -> String {
        let found = self
            .find(address)
            .and_then(|other| other.found.as_ref().ok());
        found.map_or_else(|| address.to_owned(), |found| found.url.clone())
    }
}
