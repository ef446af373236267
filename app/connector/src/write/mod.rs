//! Writing connectors in the layouts of others: one file per target.

#[cfg(feature = "archive")]
pub mod package;
mod settings;

pub use settings::settings;
