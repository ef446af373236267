//! The command line: one file per command.
//!
//! The commands on connectors read and write files and ask the connector crate for all else. None of
//! them starts the server's runtime, so that they answer at once.

mod diff;
mod entry;
mod export;
mod failure;
mod files;
mod find;
mod import;
mod lint;
mod merge;
mod output;
mod referred;
mod rotate_key;
mod serve;
mod target;
mod together;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::{Config, ConfigError};
use failure::Failure;
use output::complain;

/// The designer for custom connectors, and its tools.
#[derive(Debug, Parser)]
#[command(
    name = "tenon",
    version,
    after_help = "The commands on connectors end with 0 when all is well, with 1 when they found errors, \
breaking changes or conflicts, and with 2 when they were called wrongly or could not read a file."
)]
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
    /// Seal all kept secrets with a new key, while servers run or not.
    RotateKey,
    /// Read connectors and write them as package folders.
    Import(import::Import),
    /// Write a connector as a package folder, a zip file or a Swagger 2.0 document.
    Export(export::Export),
    /// Say what is wrong with connectors, and mend what can be mended safely.
    Lint(lint::Lint),
    /// Say how two versions of a connector differ, and what that breaks.
    Diff(diff::Diff),
    /// Bring together what two sides made of one connector.
    Merge(merge::Merge),
}

/// How a command ended when it could do its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// All is well.
    Fine,
    /// There are errors, breaking changes or conflicts.
    Found,
    /// Something could not be read.
    Unreadable,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => Self::SUCCESS,
            Outcome::Found => Self::from(1),
            Outcome::Unreadable => Self::from(2),
        }
    }
}

/// Does what the command line asks for.
#[must_use]
pub fn run(cli: Cli) -> ExitCode {
    let done = match cli.command {
        Command::Serve => return with_server(cli.config, serve::serve),
        Command::RotateKey => return with_server(cli.config, rotate_key::rotate_key),
        Command::Import(import) => import.run(),
        Command::Export(export) => export.run(),
        Command::Lint(lint) => lint.run(),
        Command::Diff(diff) => diff.run(),
        Command::Merge(merge) => merge.run(),
    };
    let outcome = done.unwrap_or_else(|failure: Failure| {
        complain(&failure);
        Outcome::Unreadable
    });
    outcome.into()
}

/// Does what takes the configuration of a server.
fn with_server(
    config: Option<PathBuf>,
    work: fn(Config) -> Result<(), Box<dyn std::error::Error + Send + Sync>>,
) -> ExitCode {
    let done = configuration(config).map_err(Into::into).and_then(work);
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

fn configuration(file: Option<PathBuf>) -> Result<Config, ConfigError> {
    let variables = std::env::vars_os()
        .filter_map(|(name, value)| name.into_string().ok().zip(value.into_string().ok()));
    Config::load(file.as_deref(), variables)
}
