//! What lint finds in real connectors, all of which the platform accepted.
//!
//! `corpus.txt` beside this file has the findings per rule; read what changes in it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path as FilePath, PathBuf};

use tenon_connector::Connector;
use tenon_connector::document::Document;
use tenon_connector::lint::{Profile, lint};

/// Compares a file of the repository with what it should be, or writes it (`TENON_BLESS`).
pub(crate) fn expect_file(path: &str, wanted: &str) {
    let path = FilePath::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("TENON_BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, wanted).unwrap();
        return;
    }
    let present = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        present == wanted,
        "{} is not what it should be; run the test with TENON_BLESS=1 and read the difference",
        path.display()
    );
}

fn folder() -> Option<PathBuf> {
    let above = FilePath::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let named = std::env::var_os("TENON_CORPUS").map(PathBuf::from);
    let found = named
        .into_iter()
        .chain(above.map(|folder| folder.join("shared/corpus")))
        .find(|folder| folder.join("manifest.json").is_file());
    if found.is_none() {
        eprintln!("LEFT OUT: the corpus is missing; set TENON_CORPUS to its folder");
    }
    found
}

/// The connectors of the corpus that can be read, by the names of their folders.
pub(crate) fn connectors() -> Vec<(String, Connector)> {
    let Some(folder) = folder() else {
        return Vec::new();
    };
    let mut folders: Vec<_> = fs::read_dir(folder.join("connectors"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    let read = |folder: PathBuf| {
        let document = |name| {
            let bytes = fs::read(folder.join(name)).ok()?;
            Some(Document::read(&bytes).ok()?.0)
        };
        let definition = document("apiDefinition.swagger.json")?;
        let properties = document("apiProperties.json")?;
        let name = folder.file_name()?.to_string_lossy().into_owned();
        Some((name, Connector::new(definition, properties)))
    };
    folders.into_iter().filter_map(read).collect()
}

#[test]
fn accepted_connectors_are_not_flooded() {
    let connectors = connectors();
    if connectors.is_empty() {
        return;
    }
    let mut table = format!(
        "{} connectors that the platform accepted; findings, and in how many connectors, per rule.\n\n",
        connectors.len()
    );
    for profile in Profile::ALL {
        let mut counts: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
        let mut with_errors = 0;
        for (name, connector) in &connectors {
            let mut own: BTreeMap<(&str, &str), usize> = BTreeMap::new();
            for finding in lint(connector, profile) {
                *own.entry((finding.severity.as_str(), finding.rule.id))
                    .or_default() += 1;
                if std::env::var("TENON_SHOW").is_ok_and(|id| id == finding.rule.id) {
                    let at = finding.path.pointer(connector.part(finding.part).root());
                    eprintln!("{name} {at}: {}", finding.message);
                }
            }
            with_errors += usize::from(own.keys().any(|(severity, _)| *severity == "error"));
            for (key, hits) in own {
                let count = counts.entry(key).or_default();
                *count = (count.0 + hits, count.1 + 1);
            }
        }
        writeln!(
            table,
            "## {} ({with_errors} connectors with errors)\n",
            profile.as_str()
        )
        .unwrap();
        for ((severity, rule), (hits, files)) in counts {
            writeln!(table, "{severity:8} {rule:60} {hits:6} in {files:3}").unwrap();
        }
        table.push('\n');
    }
    expect_file("tests/lint/corpus.txt", &table);
}
