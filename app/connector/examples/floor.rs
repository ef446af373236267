//! What any use of JSON brings along, for the other pan of the scales of `cargo xtask connector-size`.

use std::sync::{Mutex, PoisonError};

use serde_json::Value;

static TEXT: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Takes one more byte of the text.
#[unsafe(no_mangle)]
pub extern "C" fn take(byte: u8) {
    let mut text = TEXT.lock().unwrap_or_else(PoisonError::into_inner);
    text.push(byte);
}

/// Reads the text and prints it.
#[unsafe(no_mangle)]
pub extern "C" fn print() -> usize {
    let text = TEXT.lock().unwrap_or_else(PoisonError::into_inner);
    let read: Option<Value> = serde_json::from_slice(&text).ok();
    read.map_or(0, |value| value.to_string().len())
}
