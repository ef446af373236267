//! Lint beside two linters of API descriptions: what each takes of the processor and of memory.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::project::Project;
use crate::step::{Failure, execute, execute_quietly, step};
use crate::tools;

/// The npm packages and their versions.
const REDOCLY: (&str, &str) = ("@redocly/cli", "2.77.0");
const SPECTRAL: (&str, &str) = ("@stoplight/spectral-cli", "6.16.3");

/// What a program took.
struct Taken {
    program: String,
    /// Seconds on the clock, of the processor in the program, and in the system.
    seconds: [f64; 3],
    /// The most memory at a time, in KiB.
    memory: f64,
    status: String,
}

/// Measures the three on the definitions of a folder that can be read, and prints a table.
pub(crate) fn run(project: &Project, corpus: &Path) -> Result<(), Failure> {
    tools::time()?;
    step("build tenon", || {
        execute(&mut project.cargo(&["build", "--release", "--package", "tenon"]))
    })?;
    let tenon = project.target("release/tenon");
    let redocly = tools::npm_package(project, REDOCLY)?.join("node_modules/.bin/redocly");
    let spectral = tools::npm_package(project, SPECTRAL)?.join("node_modules/.bin/spectral");
    let folder = project.target("lint-beside");
    fs::create_dir_all(&folder).map_err(Failure::during("make the folder of the figures"))?;
    let ruleset = folder.join("ruleset.yaml");
    fs::write(&ruleset, "extends: spectral:oas\n").map_err(Failure::during("write the ruleset"))?;

    let files = definitions(corpus)?;
    let (readable, broken) = readable(&tenon, &files)?;
    println!(
        "{} definitions under {}; {broken} of them are broken: tenon names their lines, and nobody else is given them.\n",
        files.len(),
        corpus.display()
    );
    let version = |program: &Path| execute_quietly(Command::new(program).arg("--version"));
    let mut table = Vec::new();
    let mut lint = Command::new(&tenon);
    lint.arg("lint").args(&readable);
    table.push(measured(&folder, version(&tenon)?.trim(), &lint)?);
    let mut lint = Command::new(&redocly);
    lint.args(["lint", "--extends=recommended", "--max-problems=100000"]);
    lint.args(&readable)
        .env("REDOCLY_TELEMETRY", "off")
        .env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    table.push(measured(&folder, &named(REDOCLY), &lint)?);
    let mut lint = Command::new(&spectral);
    lint.args(["lint", "--quiet", "--ruleset"]).arg(&ruleset);
    lint.args(&readable);
    table.push(measured(&folder, &named(SPECTRAL), &lint)?);
    print(&table);
    Ok(())
}

fn named((package, version): (&str, &str)) -> String {
    format!("{package} {version}")
}

/// The definitions of connectors below a folder, sorted.
fn definitions(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let reading = || format!("read {}", folder.display());
        for entry in fs::read_dir(&folder).map_err(Failure::during(reading()))? {
            let entry = entry.map_err(Failure::during(reading()))?;
            let name = entry.file_name().to_string_lossy().to_lowercase();
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else if name == "apidefinition.swagger.json" {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    if found.is_empty() {
        return Err(Failure::new(format!(
            "There is no apiDefinition.swagger.json under {}.",
            folder.display()
        )));
    }
    Ok(found)
}

/// The files that are JSON, and how many are not.
fn readable(tenon: &Path, files: &[PathBuf]) -> Result<(Vec<PathBuf>, usize), Failure> {
    let mut readable = Vec::new();
    for file in files {
        let ended = Command::new(tenon)
            .arg("lint")
            .arg(file)
            .stdout(Stdio::null())
            .status()
            .map_err(Failure::during("start tenon"))?;
        if ended.code() != Some(2) {
            readable.push(file.clone());
        }
    }
    let broken = files.len() - readable.len();
    Ok((readable, broken))
}

/// Runs a program under `time`.
fn measured(folder: &Path, name: &str, program: &Command) -> Result<Taken, Failure> {
    let figures = folder.join("figures.txt");
    let mut timed = Command::new("/usr/bin/time");
    timed.args(["--quiet", "--format=%e %U %S %M", "--output"]);
    timed.arg(&figures);
    timed.arg(program.get_program()).args(program.get_args());
    let set = program.get_envs();
    timed.envs(set.filter_map(|(key, value)| Some((key, value?))));
    timed.stdout(Stdio::null()).stderr(Stdio::null());
    let status = step(name, || {
        timed.status().map_err(Failure::during("start time"))
    })?;
    let text = fs::read_to_string(&figures).map_err(Failure::during("read the figures"))?;
    let numbers: Vec<f64> = text
        .split_whitespace()
        .filter_map(|number| number.parse().ok())
        .collect();
    let [elapsed, user, system, memory] = numbers.as_slice() else {
        return Err(Failure::new(format!("`time` said “{text}”.")));
    };
    Ok(Taken {
        program: name.to_owned(),
        seconds: [*elapsed, *user, *system],
        memory: *memory,
        status: status.code().map_or("none".to_owned(), |c| c.to_string()),
    })
}

fn print(table: &[Taken]) {
    println!("\n| program | elapsed s | CPU s | peak MiB | exit |");
    println!("| --- | --- | --- | --- | --- |");
    for taken in table {
        let [elapsed, user, system] = taken.seconds;
        println!(
            "| {} | {elapsed:.2} | {:.2} | {:.0} | {} |",
            taken.program,
            user + system,
            taken.memory / 1024.0,
            taken.status
        );
    }
}
