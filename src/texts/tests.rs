//! Finds errors for people whose words were written beside the texts, where no translation reaches them.

use std::fs::{read_dir, read_to_string};
use std::path::{Path, PathBuf};

#[test]
fn every_error_for_a_person_is_translated() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    for part in ["http", "service", "runtime"] {
        collect(&root.join(part), &mut files);
    }
    assert!(files.len() > 40, "the sources of the server were not found");
    let mut bare = Vec::new();
    for file in files {
        let source = read_to_string(&file).unwrap();
        let name = file.strip_prefix(&root).unwrap().display().to_string();
        bare.extend(bare_errors(&source).map(|text| format!("{name}: {text}")));
    }
    assert!(bare.is_empty(), "move to src/texts:\n{}", bare.join("\n"));
}

#[test]
fn bare_errors_are_found() {
    let source = "AppError::invalid(\"One.\")\nAppError::new(\n ErrorKind::Conflict,\n format!(\"Two {x}.\"))\nAppError::invalid(t::three())";
    let found: Vec<_> = bare_errors(source).collect();
    assert_eq!(found, ["One.", "Two {x}."]);
}

fn collect(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_test = path.ends_with("tests") || path.ends_with("tests.rs");
        if path.is_dir() && !is_test {
            collect(&path, out);
        } else if path.extension().is_some_and(|kind| kind == "rs") && !is_test {
            out.push(path);
        }
    }
}

/// The literals that errors are made of.
fn bare_errors(source: &str) -> impl Iterator<Item = String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    code.split("AppError::").skip(1).filter_map(|rest| {
        let (_, mut rest) = rest.split_once('(')?;
        rest = rest.trim_start();
        if rest.starts_with("ErrorKind::") {
            rest = rest.split_once(',')?.1.trim_start();
        }
        rest = rest.strip_prefix("format!(").unwrap_or(rest).trim_start();
        let text = rest.strip_prefix('"')?.split('"').next()?;
        Some(text.to_owned())
    })
}
