//! Postman collections become connectors, and the ledger names what did not come through.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, reads files, and says on the terminal what it left out"
)]

mod collection;
mod corpus;
mod odd;
#[path = "../samples/mod.rs"]
mod samples;
