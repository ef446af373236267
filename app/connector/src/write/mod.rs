//! Writing connectors in the layouts of others: one file per target.

#[cfg(feature = "archive")]
pub mod package;
#[cfg(feature = "archive")]
mod settings;
#[cfg(feature = "yaml")]
pub mod yaml;

#[cfg(feature = "archive")]
pub use settings::settings;
