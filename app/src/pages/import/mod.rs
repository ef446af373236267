//! Importing a file: it is read, looked at, and only then kept.

mod choice;
pub mod desk;
pub mod error;
mod form;
mod ledger;
mod merge;
mod operations;
mod place;
pub mod preview;
mod source;
pub mod underway;
pub mod update;
mod upload;
pub mod ways;
mod worker;
