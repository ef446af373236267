//! Findings as lines for people.

use std::fmt::Write;

use tenon_connector::lint::Severity;

use super::Report;
use super::check::{Checked, Placed};
use crate::cli::failure::Failure;
use crate::cli::output::{BOLD, DIM, GREEN, RED, YELLOW, count, styled};

/// The report: the files one after the other, a line per finding, and the sum.
pub(super) fn text(report: &Report) -> String {
    let mut text = String::new();
    for checked in &report.connectors {
        add(&mut text, checked);
    }
    for fault in &report.faults {
        text.push_str(&unreadable(fault));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(&sum(report));
    text
}

fn add(text: &mut String, checked: &Checked) {
    let mut lines = String::new();
    lines.extend(checked.faults.iter().map(unreadable));
    for note in &checked.notes {
        let place = place(&note.file, note.place);
        let _ = writeln!(lines, "{place}  {}  {}", styled(DIM, "note"), note.message);
    }
    for mended in &checked.mended {
        let word = styled(GREEN, "mended");
        let _ = writeln!(lines, "{}  {word}  {}", mended.file, mended.title);
    }
    let mut file = None;
    for finding in &checked.findings {
        if file.is_some_and(|file| file != finding.file.as_str()) {
            lines.push('\n');
        }
        file = Some(&finding.file);
        lines.push_str(&line(finding));
    }
    if !text.is_empty() && !lines.is_empty() {
        text.push('\n');
    }
    text.push_str(&lines);
}

fn line(finding: &Placed) -> String {
    let severity = match finding.severity {
        Severity::Error => styled(RED, "error  "),
        Severity::Warning => styled(YELLOW, "warning"),
    };
    let at = finding.place.map(|place| (place.line, place.column));
    let mut place = place(&finding.file, at);
    if at.is_none() && !finding.pointer.is_empty() {
        let _ = write!(place, " {}", on_one_line(&finding.pointer));
    }
    let rule = styled(DIM, finding.rule.id);
    format!(
        "{place}  {severity}  {rule}  {}\n",
        on_one_line(&finding.message)
    )
}

/// The text with its line breaks as JSON writes them: a name of the document may have some.
fn on_one_line(text: &str) -> String {
    text.replace('\r', "\\r").replace('\n', "\\n")
}

fn unreadable(fault: &Failure) -> String {
    let word = styled(RED, "unreadable");
    match fault.file() {
        Some(file) => {
            let place = place(&file, fault.place());
            format!("{place}  {word}  {}\n", fault.reason())
        }
        None => format!("{word}  {fault}\n"),
    }
}

fn place(file: &str, place: Option<(usize, usize)>) -> String {
    match place {
        Some((line, column)) => format!("{file}:{line}:{column}"),
        None => file.to_owned(),
    }
}

fn sum(report: &Report) -> String {
    let connectors = report.connectors.len();
    let clean = report.connectors.iter();
    let clean = clean.filter(|checked| checked.findings.is_empty() && checked.faults.is_empty());
    let found = connectors - clean.count();
    let errors = count(report.count(Severity::Error), "error");
    let warnings = count(report.count(Severity::Warning), "warning");
    let mut text = styled(BOLD, format!("{errors} and {warnings}"));
    if connectors > 0 {
        let _ = write!(text, " in {found} of {}.", count(connectors, "connector"));
    } else {
        text.push('.');
    }
    let mended: usize = report.connectors.iter().map(|c| c.mended.len()).sum();
    if mended > 0 {
        let _ = write!(text, " {} made.", count(mended, "safe change"));
    }
    let unreadable = report.faults().count();
    if unreadable > 0 {
        let _ = write!(
            text,
            " {} could not be read or written.",
            count(unreadable, "file")
        );
    }
    text.push('\n');
    match report.mendable() {
        0 => {}
        number => {
            let findings = count(number, "finding");
            let _ = writeln!(text, "{findings} can be mended safely with --fix.");
        }
    }
    text
}
