//! A zip file with a description that is spread over several documents, instead of a connector package.

use percent_encoding::percent_decode_str;

use super::{Entry, Opened};
use crate::message::message;
use crate::read::{Kind, Loader, ReadError, read_document};

/// How much of a file tells that it may be a description, in bytes.
const START: usize = 4096;

/// The files of a zip file, to which a description refers by their paths.
pub(super) struct Packed<'e>(pub(super) &'e [Entry]);

impl Loader for Packed<'_> {
    fn load(&mut self, address: &str) -> Result<Vec<u8>, String> {
        let path = percent_decode_str(address).decode_utf8_lossy();
        let found = self.0.iter().find(|entry| entry.name == path);
        found.map(|entry| entry.bytes.clone()).ok_or_else(|| {
            "It is referred to, but it is not in the zip file. Put it there, under this path."
                .to_owned()
        })
    }
}

impl Opened<'_> {
    /// The document of OpenAPI that lies least deep; none where there is none.
    pub(super) fn description<'e>(
        &self,
        entries: &'e [Entry],
    ) -> Result<Option<&'e Entry>, ReadError> {
        let depth = |entry: &Entry| entry.name.matches('/').count();
        let mut found: Vec<&Entry> = entries.iter().filter(|entry| is_openapi(entry)).collect();
        let least = found.iter().map(|entry| depth(entry)).min();
        found.retain(|entry| Some(depth(entry)) == least);
        match found.as_slice() {
            [] => Ok(None),
            [only] => Ok(Some(*only)),
            several => {
                let names: Vec<&str> = several.iter().map(|entry| entry.name.as_str()).collect();
                let names = names.join(", ");
                Err(self.refuse(message!(
                    "There are several descriptions in it: {names}. Pack one of them with what it refers to.",
                    names
                )))
            }
        }
    }
}

fn is_openapi(entry: &Entry) -> bool {
    let is_document = [".json", ".yaml", ".yml"]
        .iter()
        .any(|end| entry.ends_with(end));
    let start = entry.bytes.get(..START).unwrap_or(&entry.bytes);
    if !is_document || !String::from_utf8_lossy(start).contains("openapi") {
        return false;
    }
    let read = read_document(&entry.name, &entry.bytes, false);
    read.is_ok_and(|(document, _, _)| Kind::of_document(document.root()) == Some(Kind::OpenApi))
}
