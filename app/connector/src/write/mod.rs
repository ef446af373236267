//! Writing connectors in the layouts of others: one file per target.

#[cfg(feature = "archive")]
pub mod bundle;
pub mod openapi;
#[cfg(feature = "archive")]
pub mod package;
pub mod postman;
#[cfg(feature = "archive")]
pub mod publisher;
#[cfg(feature = "archive")]
mod settings;
#[cfg(feature = "yaml")]
pub mod yaml;

#[cfg(feature = "archive")]
pub use settings::settings;

use crate::document::Document;
use crate::ledger::Ledger;

/// A connector in another format.
#[derive(Clone, Debug)]
pub struct Exported {
    /// The document.
    pub document: Document,
    /// What of the connector did not come through as it was.
    pub ledger: Ledger,
}
