//! What lint finds in real connectors, all of which the platform accepted.
//!
//! `corpus.txt` beside this file has the findings per rule; read what changes in it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path as FilePath;

use tenon_connector::lint::{Profile, lint};

use super::samples::connectors;

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
