//! Findings as one JSON document.

use serde_json::{Value, json};
use tenon_connector::lint::Severity;

use super::Report;
use super::check::{Checked, Placed};
use crate::cli::failure::Failure;

pub(super) fn json(report: &Report) -> Value {
    json!({
        "profile": report.profile.as_str(),
        "connectors": report.connectors.iter().map(connector).collect::<Vec<_>>(),
        "faults": report.faults.iter().map(Failure::json).collect::<Vec<_>>(),
        "summary": {
            "connectors": report.connectors.len(),
            "errors": report.count(Severity::Error),
            "warnings": report.count(Severity::Warning),
            "mendable": report.mendable(),
            "unreadable": report.faults().count(),
        },
    })
}

fn connector(checked: &Checked) -> Value {
    let notes = checked.notes.iter().map(|note| {
        let (line, column) = note.place.unzip();
        json!({ "file": note.file, "line": line, "column": column, "message": note.message.to_string() })
    });
    let mended = checked.mended.iter();
    let mended = mended.map(|mended| json!({ "file": mended.file, "title": mended.title }));
    json!({
        "name": checked.name,
        "findings": checked.findings.iter().map(finding).collect::<Vec<_>>(),
        "notes": notes.collect::<Vec<_>>(),
        "mended": mended.collect::<Vec<_>>(),
        "faults": checked.faults.iter().map(Failure::json).collect::<Vec<_>>(),
    })
}

fn finding(finding: &Placed) -> Value {
    json!({
        "file": finding.file,
        "line": finding.place.map(|place| place.line),
        "column": finding.place.map(|place| place.column),
        "pointer": finding.pointer,
        "severity": finding.severity.as_str(),
        "rule": finding.rule.id,
        "message": finding.message,
        "fix": finding.fix,
        "mendable": finding.mendable,
    })
}
