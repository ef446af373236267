//! Formatting, and clippy on every feature set that is built.

use crate::project::Project;
use crate::step::{Failure, execute, step};
use crate::tools;

/// One feature set: what it is called, and how cargo is told.
const FEATURE_SETS: [(&str, &[&str]); 5] = [
    (
        "the server and the app on it",
        &[
            "--package=tenon",
            "--package=tenon-app",
            "--features=tenon-app/ssr",
        ],
    ),
    (
        "the app in the browser",
        &[
            "--package=tenon-app",
            "--features=hydrate",
            "--target=wasm32-unknown-unknown",
        ],
    ),
    (
        "the connector document, bare",
        &["--package=tenon-connector", "--no-default-features"],
    ),
    (
        "the connector document, with everything",
        &["--package=tenon-connector", "--all-features"],
    ),
    ("xtask", &["--package=xtask"]),
];

/// Runs them all; the first complaint ends it.
pub(crate) fn run(project: &Project) -> Result<(), Failure> {
    tools::wasm_target(project)?;
    step("check the formatting", || {
        execute(&mut project.cargo(&["fmt", "--all", "--check"]))
    })?;
    for (name, selection) in FEATURE_SETS {
        let in_browser = selection.contains(&"--target=wasm32-unknown-unknown");
        let mut arguments = vec!["clippy", "--quiet"];
        arguments.extend(selection);
        if !in_browser {
            arguments.push("--all-targets");
        }
        arguments.extend(["--", "-D", "warnings"]);
        step(&format!("clippy on {name}"), || {
            execute(&mut project.cargo(&arguments))
        })?;
    }
    Ok(())
}
