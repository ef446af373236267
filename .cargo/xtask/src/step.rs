//! A step: one thing done, said in one line with the time that it took.

use std::fmt::{self, Display};
use std::process::Command;
use std::time::Instant;

/// Why a task could not be finished.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// For `map_err`: what was being done, and what the system said.
    pub(crate) fn during<E: Display>(doing: impl Display) -> impl FnOnce(E) -> Self {
        move |error| Self(format!("{doing}: {error}"))
    }
}

impl Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Says what is being done, does it, and says how long it took.
pub(crate) fn step<T>(
    doing: &str,
    work: impl FnOnce() -> Result<T, Failure>,
) -> Result<T, Failure> {
    println!("xtask: {doing} …");
    let start = Instant::now();
    let done = work()?;
    println!("xtask: {doing}: {:.1} s", start.elapsed().as_secs_f64());
    Ok(done)
}

/// Runs a command to its end; an end other than success is a failure.
pub(crate) fn execute(command: &mut Command) -> Result<(), Failure> {
    let name = spelled(command);
    let status = command
        .status()
        .map_err(Failure::during(format!("`{name}` did not start")))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "`{name}` failed ({status}); its output stands above."
        )))
    }
}

/// Runs a command to its end without showing what it prints, unless it fails.
pub(crate) fn execute_quietly(command: &mut Command) -> Result<String, Failure> {
    let name = spelled(command);
    let output = command
        .output()
        .map_err(Failure::during(format!("`{name}` did not start")))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(said);
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(Failure::new(format!(
        "`{name}` failed ({}):\n{said}{complaint}",
        output.status
    )))
}

fn spelled(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
