//! Lint: no definition stops it, and all safe fixes settle.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tenon_connector::Connector;
use tenon_connector::document::Document;
use tenon_connector::lint::{Linter, Profile, fix_all, lint};

fuzz_target!(|bytes: &[u8]| {
    let Some(definition) = Document::read_tolerant(bytes).document else {
        return;
    };
    // One document stands for both parts, so that both kinds of rules meet it.
    let mut connector = Connector::new(definition.clone(), definition);
    for profile in Profile::ALL {
        let findings = lint(&connector, profile);
        let linter = Linter::new(&connector, profile);
        assert!(linter.findings().eq(&findings));
    }
    fix_all(&mut connector, Profile::Certified);
});
