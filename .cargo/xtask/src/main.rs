//! What `cargo xtask` does: build Tenon, run it, and test it, from a bare Debian machine on.
//!
//! Each step installs what it lacks and says in one line what it did and how long it took.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line speaks on its standard streams"
)]

mod bench_calls;
mod browser;
mod compress;
mod connector_size;
mod httpbin;
mod judge;
mod lint;
mod lint_beside;
mod postgres;
mod project;
mod rust_tests;
mod server;
mod site;
mod step;
mod style;
mod tools;
mod wasm;

use std::process::ExitCode;

use project::{Mode, Project};
use step::Failure;

const USAGE: &str = "\
cargo xtask run [--dev] [ARGUMENTS]  build Tenon and run it, with its data in data/
cargo xtask build [--dev]            build the server with everything that it serves
cargo xtask site [--dev]             build only what the browser loads, into target/site
cargo xtask lint                     formatting, and clippy on every feature set
cargo xtask test                     lint and all tests
cargo xtask test rust                the tests of the crates, with PostgreSQL and httpbin
cargo xtask test browser [--dev] [WORDS]
                                     what makers do, in Chromium; words choose among the tests
cargo xtask perf [--dev]             the figures of the browser, goal and measured side by side
cargo xtask judge                    Prism takes the calls of the connectors made of the corpus
cargo xtask bench-calls              what a call through Tenon costs, beside nginx as a proxy
cargo xtask lint-beside FOLDER       what lint takes on the connectors of a folder, beside other linters
cargo xtask connector-size           what the connector crate adds to the WASM

--dev builds fast and large; without it the build is small and slow.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<(), Failure> {
    let project = Project::find()?;
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["run", "--dev", rest @ ..] => server::run(&project, Mode::Dev, rest),
        ["run", rest @ ..] => server::run(&project, Mode::Release, rest),
        ["build", "--dev"] => server::build(&project, Mode::Dev).map(drop),
        ["build"] => server::build(&project, Mode::Release).map(drop),
        ["site", "--dev"] => site::build(&project, Mode::Dev).map(drop),
        ["site"] => site::build(&project, Mode::Release).map(drop),
        ["lint"] => lint::run(&project),
        ["test", "rust"] => rust_tests::run(&project),
        ["test", "browser", "--dev", rest @ ..] => browser::run(&project, Mode::Dev, rest),
        ["test", "browser", rest @ ..] => browser::run(&project, Mode::Release, rest),
        ["perf", "--dev"] => browser::run(&project, Mode::Dev, &browser::FIGURES),
        ["perf"] => browser::run(&project, Mode::Release, &browser::FIGURES),
        ["test"] => test(&project),
        ["judge"] => judge::run(&project),
        ["bench-calls"] => bench_calls::run(&project),
        ["lint-beside", corpus] => lint_beside::run(&project, corpus.as_ref()),
        ["connector-size"] => connector_size::run(&project),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(Failure::new(format!(
            "`{}` is no task.\n\n{USAGE}",
            words.join(" ")
        ))),
    }
}

fn test(project: &Project) -> Result<(), Failure> {
    lint::run(project)?;
    rust_tests::run(project)?;
    browser::run(project, Mode::Release, &[])
}
