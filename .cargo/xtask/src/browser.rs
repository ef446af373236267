//! The browser tests: what makers do, in Debian's Chromium, on the server as it is built.

use std::process::Command;

use crate::project::{Mode, Project};
use crate::step::{Failure, execute, step};
use crate::{server, tools};

/// What Playwright is told to measure instead of test.
pub(crate) const FIGURES: [&str; 2] = ["--config", "perf/playwright.config.ts"];

/// Builds the server and walks through it; more words go to Playwright.
pub(crate) fn run(project: &Project, mode: Mode, arguments: &[&str]) -> Result<(), Failure> {
    let program = server::build(project, mode)?;
    let chromium = tools::chromium()?;
    let folder = project.path("end2end");
    tools::npm_ci(&folder, "Playwright")?;
    step("check the types of the browser tests", || {
        execute(
            tools::npm()?
                .args(["run", "--silent", "check"])
                .current_dir(&folder),
        )
    })?;
    step("run the browser tests", || {
        let mut playwright = Command::new("npx");
        playwright
            .args(["--no-install", "playwright", "test"])
            .args(arguments)
            .current_dir(&folder)
            .env("TENON_BIN", program)
            .env("TENON_CHROMIUM", chromium);
        execute(&mut playwright)
    })
}
