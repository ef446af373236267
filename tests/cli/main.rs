//! The command line: the program itself, called as people and scripts call it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod diff;
mod import;
mod lint;
mod merge;
mod output;
mod rotate_key;
mod sample;
mod sarif;
mod terminal;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// How a call ended, and what it said.
struct Called {
    code: i32,
    out: String,
    errors: String,
    bytes: Vec<u8>,
}

impl Called {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().expect("the program ends by itself"),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            errors: String::from_utf8_lossy(&output.stderr).into_owned(),
            bytes: output.stdout,
        }
    }

    #[track_caller]
    fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}\n{}", self.out, self.errors);
        self
    }

    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}:\n{}", self.out))
    }
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tenon"));
    command.current_dir(folder).args(arguments);
    command
}

/// Calls the program in a folder.
fn tenon(folder: &Path, arguments: &[&str]) -> Called {
    Called::of(command(folder, arguments).output().unwrap())
}

/// Calls the program in a folder with something on standard input.
fn tenon_with_input(folder: &Path, arguments: &[&str], input: &[u8]) -> Called {
    let mut child = command(folder, arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    Called::of(child.wait_with_output().unwrap())
}

#[test]
fn a_wrong_call_ends_with_2_and_says_how_to_call() {
    let folder = tempfile::tempdir().unwrap();
    for wrong in [
        &["lint"][..],
        &["lint", ".", "--profile", "strict"],
        &["export", ".", "-o", "x"],
        &["import", "missing.json", "-o", "x"],
        &["unknown"],
    ] {
        let called = tenon(folder.path(), wrong).expect(2);
        assert!(!called.errors.is_empty(), "{wrong:?}");
        assert!(called.out.is_empty(), "{wrong:?}");
    }
}

#[test]
fn nothing_is_coloured_where_no_terminal_listens() {
    let folder = tempfile::tempdir().unwrap();
    sample::package(folder.path(), "faulty", &sample::faulty());
    let called = tenon(folder.path(), &["lint", "faulty"]).expect(1);
    assert!(!called.out.contains('\u{1b}'));
    let forced = command(folder.path(), &["lint", "faulty"])
        .env("CLICOLOR_FORCE", "1")
        .output()
        .unwrap();
    assert!(Called::of(forced).out.contains('\u{1b}'));
}
