//! Connectors in other formats, and the ledger of what did not come through.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, reads files, and says on the terminal what it left out"
)]

#[cfg(feature = "yaml")]
mod corpus;
mod openapi;
mod postman;
#[cfg(feature = "yaml")]
mod postman_corpus;
#[cfg(feature = "yaml")]
mod postman_published;
#[cfg(feature = "yaml")]
mod published;
#[cfg(feature = "archive")]
mod publisher;
#[path = "../samples/mod.rs"]
mod samples;
#[cfg(all(feature = "yaml", feature = "archive"))]
mod source;
