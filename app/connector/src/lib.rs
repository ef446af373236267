//! The connector document: what a connector is, how it is read, changed and written.
//!
//! Pure: no input or output, no clock, no randomness, no threads; the same code answers in the
//! browser and on the server. The truth is a lossless JSON tree per [`Part`]; typed views
//! ([`swagger`], [`properties`]) look into it and make [`document::Edit`]s, and nothing else
//! changes it.

pub mod diff;
pub mod document;
pub mod general;
pub mod infer;
pub mod lint;
pub mod merge;
pub mod message;
pub mod policy;
pub mod properties;
pub mod read;
pub mod request;
pub mod security;
pub mod select;
pub mod source;
pub mod swagger;
pub mod validate;
pub mod write;

mod connector;
mod landing;
mod ledger;
#[cfg(feature = "reader")]
mod reader;
mod sorting;

pub use connector::{Attachment, Connector, ConnectorFiles, Part};
pub use landing::landing;
