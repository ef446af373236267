//! Zip files: what is read as a package is written as one that is read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tenon_connector::read::read;
use tenon_connector::write::package::to_zip;

fuzz_target!(|bytes: &[u8]| {
    let zip = [b"PK\x03\x04", bytes].concat();
    if let Ok(imported) = read("fuzz.zip", &zip)
        && let Ok(written) = to_zip(&imported.connector)
    {
        assert!(read("again.zip", &written).is_ok());
    }
});
