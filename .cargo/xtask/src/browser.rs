//! The browser tests: what makers do, in Debian's Chromium, on the server as it is built.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::project::{Mode, Project};
use crate::step::{Failure, execute, execute_quietly, step};
use crate::{server, tools};

/// What Playwright is told to measure instead of test.
pub(crate) const FIGURES: [&str; 2] = ["--config", "perf/playwright.config.ts"];

/// Builds the server and walks through it; more words go to Playwright.
pub(crate) fn run(project: &Project, mode: Mode, arguments: &[&str]) -> Result<(), Failure> {
    let program = server::build(project, mode)?;
    let chromium = tools::chromium()?;
    let folder = project.path("end2end");
    install(&folder)?;
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

/// Installs what package-lock.json names, unless it is there.
fn install(folder: &Path) -> Result<(), Failure> {
    let wanted = fs::read(folder.join("package-lock.json"))
        .map_err(Failure::during("read end2end/package-lock.json"))?;
    let mark = folder.join("node_modules/.installed-from");
    if fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    step("install Playwright from npm", || {
        execute_quietly(
            tools::npm()?
                .args(["ci", "--no-audit", "--no-fund"])
                .current_dir(folder)
                .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
        )?;
        fs::write(&mark, &wanted).map_err(Failure::during("note what was installed"))
    })
}
