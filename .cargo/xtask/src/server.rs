//! The server: one program that holds everything it serves.

use std::path::PathBuf;
use std::process::Command;

use crate::project::{Mode, Project};
use crate::site;
use crate::step::{Failure, execute, step};

/// Builds the server; the program.
pub(crate) fn build(project: &Project, mode: Mode) -> Result<PathBuf, Failure> {
    let site = site::build(project, mode)?;
    let (profile, folder) = match mode {
        Mode::Dev => ("dev", "debug"),
        Mode::Release => ("release", "release"),
    };
    step("compile the server", || {
        execute(
            project
                .cargo_build(mode, "tenon", profile)
                .env("TENON_SITE", site),
        )
    })?;
    Ok(project.target(folder).join("tenon"))
}

/// Builds the server and runs it in the checkout's own data folder, until it is stopped.
pub(crate) fn run(project: &Project, mode: Mode, arguments: &[&str]) -> Result<(), Failure> {
    let program = build(project, mode)?;
    let mut command = Command::new(program);
    command
        .arg("serve")
        .args(arguments)
        .current_dir(project.root());
    execute(&mut command)
}
