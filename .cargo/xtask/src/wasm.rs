//! The app for the browser: cargo's WASM, given its JavaScript, then made small.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::project::{Mode, Project};
use crate::step::{Failure, execute, step};
use crate::tools;

/// What the browsers of today know and rustc's output uses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What happens to the WASM after cargo, in words that change when it does.
pub(crate) fn recipe(mode: Mode) -> String {
    match mode {
        Mode::Dev => "bindgen 0.2.130".to_owned(),
        Mode::Release => {
            format!(
                "bindgen 0.2.130, wasm-opt {} -Oz {}",
                tools::BINARYEN,
                FEATURES.join(" ")
            )
        }
    }
}

/// Compiles the app for the browser; the file that cargo wrote.
pub(crate) fn compile(project: &Project, mode: Mode) -> Result<PathBuf, Failure> {
    tools::wasm_target(project)?;
    let (profile, folder) = match mode {
        Mode::Dev => ("dev", "debug"),
        Mode::Release => ("wasm-release", "wasm-release"),
    };
    step("compile the app for the browser", || {
        let mut cargo = project.cargo_build(mode, "tenon-app", profile);
        cargo.args([
            "--lib",
            "--features=hydrate",
            "--target=wasm32-unknown-unknown",
        ]);
        execute(&mut cargo)
    })?;
    Ok(project.target(&format!("wasm32-unknown-unknown/{folder}/tenon_app.wasm")))
}

/// Writes `tenon.js` and `tenon_bg.wasm` into a folder.
pub(crate) fn bind(
    project: &Project,
    mode: Mode,
    compiled: &Path,
    folder: &Path,
) -> Result<(), Failure> {
    step("give the WASM its JavaScript", || {
        let bound = Bindgen::new()
            .input_path(compiled)
            .web(true)
            .and_then(|bindgen| {
                bindgen
                    .out_name("tenon")
                    .typescript(false)
                    .omit_default_module_path(true)
                    .remove_name_section(mode == Mode::Release)
                    .remove_producers_section(mode == Mode::Release)
                    .generate(folder)
            });
        bound.map_err(Failure::during("wasm-bindgen"))
    })?;
    if folder.join("snippets").exists() {
        return Err(Failure::new(
            "A dependency of the app brings JavaScript files of its own (wasm-bindgen snippets), \
             which the server does not serve. Leave it out, or serve them.",
        ));
    }
    match mode {
        Mode::Dev => Ok(()),
        Mode::Release => shrink(project, &folder.join("tenon_bg.wasm")),
    }
}

fn shrink(project: &Project, wasm: &Path) -> Result<(), Failure> {
    let wasm_opt = tools::wasm_opt(project)?;
    let shrunk = wasm.with_extension("small");
    step("make the WASM small", || {
        let mut command = Command::new("node");
        command
            .arg(wasm_opt)
            .arg("-Oz")
            .args(FEATURES)
            .arg(wasm)
            .arg("-o")
            .arg(&shrunk);
        execute(&mut command)?;
        fs::rename(&shrunk, wasm).map_err(Failure::during("replace the WASM"))
    })
}
