//! OpenAPI 3 documents become connectors, and the ledger names what did not come through.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, reads files, and says on the terminal what it left out"
)]
#![cfg(feature = "yaml")]

mod corpus;
mod hostile;
mod lowering;
#[path = "../samples/mod.rs"]
mod samples;
