//! The command line: one file per command.

mod serve;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::config::{Config, ConfigError};

/// The designer for custom connectors.
#[derive(Debug, Parser)]
#[command(name = "tenon", version)]
pub struct Cli {
    /// The configuration file; `./tenon.toml` if there is one.
    #[arg(long, global = true, env = "TENON_CONFIG")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the designer.
    Serve,
}

/// Does what the command line asks for.
///
/// # Errors
/// What stopped it, in words for the person who typed it.
pub async fn run(cli: Cli) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    match cli.command {
        Command::Serve => serve::serve(configuration(cli.config)?).await,
    }
}

fn configuration(file: Option<PathBuf>) -> Result<Config, ConfigError> {
    let variables = std::env::vars_os()
        .filter_map(|(name, value)| name.into_string().ok().zip(value.into_string().ok()));
    Config::load(file.as_deref(), variables)
}
