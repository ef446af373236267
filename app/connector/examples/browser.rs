//! What the browser has of this crate, and nothing else: `cargo xtask connector-size` weighs it.
//!
//! A text goes in byte by byte, since this is for the scales only.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tenon_connector::Connector;
use tenon_connector::diff::diff;
use tenon_connector::document::{Action, Document, History, rebase};
use tenon_connector::lint::{Linter, Profile, fix_all};
use tenon_connector::merge::merge;

static TEXT: Mutex<Vec<u8>> = Mutex::new(Vec::new());

fn text() -> MutexGuard<'static, Vec<u8>> {
    TEXT.lock().unwrap_or_else(PoisonError::into_inner)
}

fn connector() -> Option<Connector> {
    let (document, _) = Document::read(&text()).ok()?;
    let properties = Document::new(Connector::blank_properties());
    Some(Connector::new(document, properties))
}

/// Takes one more byte of the text.
#[unsafe(no_mangle)]
pub extern "C" fn take(byte: u8) {
    text().push(byte);
}

/// Reads the text as a definition, lints it, mends it, and says how many findings are left.
#[unsafe(no_mangle)]
pub extern "C" fn lint() -> usize {
    let Some(mut connector) = connector() else {
        return Document::read_tolerant(&text()).faults.len();
    };
    let mended = fix_all(&mut connector, Profile::Custom).len();
    let mut linter = Linter::new(&connector, Profile::Custom);
    linter.update(&connector, []);
    mended + linter.findings().count()
}

/// Reads the text as edits of a blank connector, makes them, takes them back, and compares.
#[unsafe(no_mangle)]
pub extern "C" fn edit() -> usize {
    let blank = Connector::blank("Scales");
    let Ok(action) = serde_json::from_slice::<Action>(&text()) else {
        return 0;
    };
    let (mut mine, mut theirs) = (blank.clone(), blank.clone());
    let conflicts = rebase(&mut theirs, std::slice::from_ref(&action)).len();
    let mut history = History::default();
    let _ = history.apply(&mut mine, action);
    let _ = history.undo(&mut mine);
    let merged = merge(&blank, &mine, &theirs);
    let entries = diff(&blank, &merged.connector).entries.len();
    let files = merged.connector.to_files();
    conflicts + entries + files.definition.len()
}
