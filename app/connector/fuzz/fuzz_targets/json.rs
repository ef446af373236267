//! JSON, strict and tolerant: what is read comes back byte for byte.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tenon_connector::document::Document;

fuzz_target!(|bytes: &[u8]| {
    let tolerant = Document::read_tolerant(bytes);
    match Document::read(bytes) {
        Ok((document, _)) => {
            let text = document.to_text();
            let again = Document::parse(&text).expect("what was read is JSON");
            assert!(document.is_identical(&again));
            assert!(tolerant.faults.is_empty());
        }
        Err(_) => assert!(!tolerant.faults.is_empty()),
    }
});
