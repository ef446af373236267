//! The app for the browser: cargo's WASM, split where routes are loaded lazily, given its JavaScript,
//! then made small.

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, available_parallelism};

use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};

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
        Mode::Dev => "split 0.2.4, bindgen 0.2.130".to_owned(),
        Mode::Release => {
            format!(
                "split 0.2.4, bindgen 0.2.130, wasm-opt {} -Oz {}",
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
        let mut cargo = project.cargo_rustc(mode, "tenon-app", profile);
        cargo.args([
            "--lib",
            "--features=hydrate",
            "--target=wasm32-unknown-unknown",
            "--",
            // Where the WASM may be cut is read from its relocations.
            "-Clink-args=--emit-relocs",
        ]);
        execute(&mut cargo)
    })?;
    Ok(project.target(&format!("wasm32-unknown-unknown/{folder}/tenon_app.wasm")))
}

/// Compiles the program that a worker of the browser reads large files with; the file that cargo wrote.
pub(crate) fn compile_reader(project: &Project, mode: Mode) -> Result<PathBuf, Failure> {
    let (profile, folder) = match mode {
        Mode::Dev => ("dev", "debug"),
        Mode::Release => ("wasm-reader", "wasm-reader"),
    };
    step("compile the reader for the browser", || {
        let mut cargo = project.cargo_rustc(mode, "tenon-connector", profile);
        cargo.args([
            "--lib",
            "--crate-type=cdylib",
            "--features=reader",
            "--target=wasm32-unknown-unknown",
        ]);
        execute(&mut cargo)
    })?;
    Ok(project.target(&format!(
        "wasm32-unknown-unknown/{folder}/tenon_connector.wasm"
    )))
}

/// The names under which the files of the app find each other.
pub(crate) struct Names {
    /// The JavaScript of the first part, from wasm-bindgen.
    pub(crate) script: String,
    /// The first part of the WASM.
    pub(crate) wasm: String,
    /// The JavaScript that loads the other parts.
    pub(crate) loader: String,
}

/// Writes `tenon.js`, `tenon_bg.wasm`, `parts.js`, which loads the other parts, and these parts into a
/// folder; the names of the parts in it.
pub(crate) fn bind(
    project: &Project,
    mode: Mode,
    compiled: &Path,
    folder: &Path,
    names: &Names,
) -> Result<Vec<String>, Failure> {
    let first = folder.join("tenon.wasm");
    let parts = step("split the WASM", || split(compiled, folder, &first, names))?;
    step("give the WASM its JavaScript", || {
        let bound = Bindgen::new()
            .input_path(&first)
            .web(true)
            .and_then(|bindgen| {
                bindgen
                    .out_name("tenon")
                    .typescript(false)
                    .omit_default_module_path(true)
                    // The parts find each other by the linker's names.
                    .keep_lld_exports(true)
                    .demangle(false)
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
    if mode == Mode::Release {
        // The first part is by far the largest, and begun first.
        let all = ["tenon_bg.wasm"].into_iter();
        let all: Vec<_> = all.chain(parts.iter().map(String::as_str)).collect();
        step("make the WASM small", || shrink_all(project, folder, &all))?;
    }
    Ok(parts)
}

/// Cuts the WASM at its lazy routes; the names of the parts after the first.
fn split(
    compiled: &Path,
    folder: &Path,
    first: &Path,
    names: &Names,
) -> Result<Vec<String>, Failure> {
    let input = fs::read(compiled).map_err(Failure::during("read the compiled app"))?;
    let (loader, script) = (format!("./{}", names.loader), format!("./{}", names.script));
    let mut options = Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = first;
    options.link_name = &loader;
    options.main_module = &script;
    let split = transform(options)
        .map_err(|error| Failure::new(format!("The WASM could not be split: {error:#}")))?;
    let name = |part: PathBuf| Some(part.file_name()?.to_str()?.to_owned());
    let mut parts: Vec<_> = split.split_modules.into_iter().filter_map(name).collect();
    parts.sort();
    Ok(parts)
}

/// Makes files of a folder small, as many at a time as the machine has processors.
fn shrink_all(project: &Project, folder: &Path, names: &[&str]) -> Result<(), Failure> {
    // Two at once would both install it.
    tools::wasm_opt(project)?;
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(name) = names.get(next.fetch_add(1, Ordering::Relaxed)) {
            shrink(project, &folder.join(name), &[])?;
        }
        Ok(())
    };
    let many = available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..many).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| {
            let ended = worker.join();
            ended.unwrap_or_else(|_| Err(Failure::new("Making the WASM small broke off.")))
        })
    })
}

/// Makes a file of WASM small, in its place.
pub(crate) fn shrink(project: &Project, wasm: &Path, more: &[&str]) -> Result<(), Failure> {
    let wasm_opt = tools::wasm_opt(project)?;
    let shrunk = wasm.with_extension("small");
    let mut command = Command::new("node");
    command
        .arg(wasm_opt)
        .arg("-Oz")
        .args(FEATURES)
        .args(more)
        .arg(wasm)
        .arg("-o")
        .arg(&shrunk);
    execute(&mut command)?;
    fs::rename(&shrunk, wasm).map_err(Failure::during("replace the WASM"))
}
