//! What is shown on a terminal alone: colours, and a bar on long work.
#![cfg(target_os = "linux")]

use std::path::Path;
use std::process::{Command, Stdio};

use super::sample::{mendable, package};
use super::{Called, tenon};

/// So many connectors take long enough for a bar.
const MANY: usize = 30;

fn many(folder: &Path) {
    for number in 0..MANY {
        package(folder, &format!("connector-{number}"), &mendable());
    }
}

/// Calls the program with a terminal (of `script`, which every Debian has) for its output and its errors.
fn on_terminal(folder: &Path, arguments: &str) -> Called {
    let line = format!("stty cols 100; {} {arguments}", env!("CARGO_BIN_EXE_tenon"));
    let output = Command::new("script")
        .args(["--quiet", "--return", "--command", &line, "/dev/null"])
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .env("TERM", "xterm")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Called::of(output)
}

#[test]
fn long_work_shows_a_bar_on_a_terminal_alone() {
    let folder = tempfile::tempdir().unwrap();
    many(folder.path());
    let shown = on_terminal(folder.path(), "lint .").expect(1);
    assert!(shown.out.contains("linting"), "{}", shown.out);
    let piped = tenon(folder.path(), &["lint", "."]).expect(1);
    let said = format!("{}{}", piped.out, piped.errors);
    assert!(!said.contains("linting"), "{said}");
}

#[test]
fn colours_are_for_a_terminal_alone() {
    let folder = tempfile::tempdir().unwrap();
    package(folder.path(), "one", &mendable());
    let shown = on_terminal(folder.path(), "lint .").expect(1);
    assert!(shown.out.contains("\u{1b}["), "{}", shown.out);
    let piped = tenon(folder.path(), &["lint", "."]).expect(1);
    assert!(!piped.out.contains('\u{1b}') && !piped.errors.contains('\u{1b}'));
}
