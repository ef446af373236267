//! `tenon`: parse the command line, start.

use std::process::ExitCode;

use clap::Parser;
use tenon::cli::{Cli, run};

fn main() -> ExitCode {
    run(Cli::parse())
}
