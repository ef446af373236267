//! What the connector crate adds to the WASM of the app.

use std::fs;

use crate::compress;
use crate::project::{Mode, Project};
use crate::step::{Failure, execute, step};
use crate::{tools, wasm};

/// What wasm-bindgen takes out of the app that is delivered, beside what it does for JavaScript.
const STRIP: [&str; 2] = ["--strip-debug", "--strip-producers"];

/// Builds what the browser has of the crate, and what JSON takes without it, and prints both as the app is
/// delivered: without names and notes for debuggers, made small by wasm-opt, and compressed.
pub(crate) fn run(project: &Project) -> Result<(), Failure> {
    tools::wasm_target(project)?;
    step("compile the connector for the browser", || {
        let mut cargo = project.cargo_build(Mode::Release, "tenon-connector", "wasm-release");
        cargo.args([
            "--example=browser",
            "--example=floor",
            "--target=wasm32-unknown-unknown",
        ]);
        execute(&mut cargo)
    })?;
    let size = |name: &str| {
        let built = format!("wasm32-unknown-unknown/wasm-release/examples/{name}.wasm");
        let small = project.target(&format!("{name}.size.wasm"));
        fs::copy(project.target(&built), &small).map_err(Failure::during("copy the WASM"))?;
        wasm::shrink(project, &small, &STRIP)?;
        let bytes = fs::read(&small).map_err(Failure::during("read the WASM"))?;
        let compressed = compress::brotli(&bytes).map_err(Failure::during("compress the WASM"))?;
        println!(
            "{name:8} {:6.1} KiB, {:6.1} KiB as Brotli",
            kib(bytes.len()),
            kib(compressed.len())
        );
        Ok(compressed.len())
    };
    let (browser, floor) = (size("browser")?, size("floor")?);
    println!(
        "The connector crate adds {:.1} KiB as Brotli.",
        kib(browser.saturating_sub(floor))
    );
    Ok(())
}

fn kib(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1024.0
}
