//! What a worker of the browser loads to read a file that is imported, and nothing else: a program of its own
//! (`cargo rustc --crate-type cdylib --features reader`), so that the pages are not cut into smaller parts for its sake,
//! and it can be made fast where they are made small.
//!
//! `reader.js` is the other side: it puts in what is known of the file ([`Head`], as JSON) and then its bytes, and takes
//! out the answer, a `Result<ImportPreview, Refusal>` as JSON.

use std::mem;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Deserialize;

use crate::read::{ImportFile, ImportPreview, KnownIds, Referred, Refusal, preview};

/// What is known of a file beside its bytes.
#[derive(Debug, Deserialize)]
struct Head {
    name: String,
    address: Option<String>,
    referred: Vec<Referred>,
}

static PIECES: Mutex<Vec<Vec<u8>>> = Mutex::new(Vec::new());
static ANSWER: Mutex<Vec<u8>> = Mutex::new(Vec::new());

fn held<T>(what: &'static Mutex<T>) -> MutexGuard<'static, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes room for so many bytes, which are written there before anything else is called.
#[unsafe(no_mangle)]
extern "C" fn tenon_room(size: usize) -> *mut u8 {
    let mut piece = vec![0; size];
    let start = piece.as_mut_ptr();
    held(&PIECES).push(piece);
    start
}

/// Reads the file whose head and bytes were written; how many bytes the answer has, none where the head cannot be read.
#[unsafe(no_mangle)]
extern "C" fn tenon_read() -> usize {
    let mut pieces = mem::take(&mut *held(&PIECES)).into_iter();
    let (head, bytes) = (pieces.next(), pieces.next());
    let answer = answer(&head.unwrap_or_default(), bytes.unwrap_or_default());
    let mut kept = held(&ANSWER);
    *kept = answer.unwrap_or_default();
    kept.len()
}

/// Where the answer begins.
#[unsafe(no_mangle)]
extern "C" fn tenon_answer() -> *const u8 {
    held(&ANSWER).as_ptr()
}

fn answer(head: &[u8], bytes: Vec<u8>) -> serde_json::Result<Vec<u8>> {
    let Head {
        name,
        address,
        referred,
    } = serde_json::from_slice(head)?;
    let file = ImportFile {
        name,
        bytes,
        address,
        referred,
    };
    serde_json::to_vec(&looked_into(file))
}

fn looked_into(file: ImportFile) -> Result<ImportPreview, Refusal> {
    let imported = file.read(false, KnownIds::default())?;
    let shown = preview(&imported);
    // The worker ends after this, and its memory with it: to take a large tree apart first would only take time.
    mem::forget((file, imported));
    Ok(shown)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use super::answer;
    use crate::read::{ImportFile, ImportPreview, KnownIds, Refusal, preview};

    fn answered(head: &str, bytes: &str) -> Result<ImportPreview, Refusal> {
        let text = answer(head.as_bytes(), bytes.as_bytes().to_vec()).unwrap();
        serde_json::from_slice(&text).unwrap()
    }

    #[test]
    fn a_file_is_said_to_hold_what_the_server_says() {
        let bytes = r#"{ "openapi": "3.1.0", "info": { "title": "Woods", "version": "1" }, "paths": { "/woods": {
            "get": { "operationId": "ListWoods", "callbacks": {}, "responses": { "200": { "$ref": "more.json#/answer" } } } } } }"#;
        let referred = r#"[{ "address": "https://example.com/more.json", "found": { "Ok": {
            "url": "https://example.com/more.json", "text": "{ \"answer\": { \"description\": \"OK\" } }" } } }]"#;
        let address = "https://example.com/woods.json";
        let head = format!(
            r#"{{ "name": "woods.json", "address": "{address}", "referred": {referred} }}"#
        );
        let file = ImportFile {
            name: "woods.json".to_owned(),
            bytes: bytes.as_bytes().to_vec(),
            address: Some(address.to_owned()),
            referred: serde_json::from_str(referred).unwrap(),
        };
        let shown = answered(&head, bytes).unwrap();
        assert_eq!(
            shown,
            preview(&file.read(false, KnownIds::default()).unwrap())
        );
        assert_eq!(shown.operations.len(), 1);
        assert!(shown.findings.is_empty(), "{:?}", shown.findings);
    }

    #[test]
    fn a_broken_file_is_refused_with_its_place() {
        let head = r#"{ "name": "broken.json", "address": null, "referred": [] }"#;
        let refusal = answered(head, "{\n  \"swagger\": 2.0.0\n}").unwrap_err();
        assert_eq!(refusal.place.map(|(line, _)| line), Some(2));
        assert!(refusal.message.to_string().contains("broken.json, line 2"));
    }

    #[test]
    fn a_head_that_cannot_be_read_has_no_answer() {
        assert!(answer(b"{}", Vec::new()).is_err());
    }
}
