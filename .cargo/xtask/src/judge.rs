//! A judge from outside: Prism serves the descriptions of the corpus, and checks the calls that Tenon makes from the
//! connectors that it made of them. What Prism brings is too large to be a part of every test run.

use std::fs;
use std::process::Command;

use crate::project::Project;
use crate::step::{Failure, execute, step};
use crate::tools;

/// The test that compares the calls, and writes them down.
const TEST: &str = "the_converted_definition_sends_what_the_source_describes";

/// Writes the calls down, and lets Prism judge them.
pub(crate) fn run(project: &Project) -> Result<(), Failure> {
    let calls = project.target("judge");
    if calls.exists() {
        fs::remove_dir_all(&calls).map_err(Failure::during("remove the calls of before"))?;
    }
    fs::create_dir_all(&calls).map_err(Failure::during("make the folder of the calls"))?;
    step("write down the calls of the corpus", || {
        let test = [
            "test",
            "--package=tenon-connector",
            "--all-features",
            "--test=openapi",
            TEST,
        ];
        execute(project.cargo(&test).env("TENON_CALLS", &calls))
    })?;
    let folder = project.path("end2end/judges");
    tools::npm_ci(&folder, "Prism")?;
    step("let Prism judge the calls", || {
        let mut node = Command::new("node");
        execute(node.arg("prism.mjs").arg(&calls).current_dir(&folder))
    })
}
