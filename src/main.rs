//! `tenon`: parse the command line, start.

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use tenon::cli::{Cli, run};

#[tokio::main]
async fn main() -> ExitCode {
    match run(Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell when standard error is closed.
            let _ = writeln!(std::io::stderr(), "tenon: {error}");
            ExitCode::FAILURE
        }
    }
}
