//! YAML: a definition that is read is written and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tenon_connector::read::read;

fuzz_target!(|bytes: &[u8]| {
    // A first line that no JSON has.
    let text = [b"swagger: '2.0'\n", bytes].concat();
    if let Ok(imported) = read("fuzz.yaml", &text) {
        let text = tenon_connector::Part::Definition;
        let text = imported.connector.part(text).to_text();
        assert!(read("fuzz.json", text.as_bytes()).is_ok());
    }
});
