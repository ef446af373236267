//! Importing a file: it is read, looked at, and only then kept.

mod choice;
pub mod desk;
pub mod error;
mod ledger;
mod operations;
mod place;
pub mod preview;
mod source;
