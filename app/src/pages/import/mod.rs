//! Importing a file: it is read, looked at, and only then kept.

pub mod desk;
pub mod error;
mod ledger;
pub mod preview;
