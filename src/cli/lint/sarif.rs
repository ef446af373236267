//! Findings as a SARIF 2.1.0 log.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};
use tenon_connector::document::TextPlace;
use tenon_connector::lint::{Rule, Severity, rules};
use tenon_connector::read::ReadFinding;

use super::Report;
use super::check::Placed;
use super::replacement::Replacement;
use crate::cli::failure::Failure;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// What stands in the path of a URI as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

pub(super) fn sarif(report: &Report) -> Value {
    let rules: Vec<&Rule> = rules().collect();
    let results = report
        .connectors
        .iter()
        .flat_map(|checked| &checked.findings);
    let results: Vec<Value> = results.map(|finding| result(finding, &rules)).collect();
    let faults = report.faults().map(fault);
    let notes = report.connectors.iter().flat_map(|checked| &checked.notes);
    let notifications: Vec<Value> = faults.chain(notes.map(note)).collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Tenon",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
            } },
            "invocations": [{
                "executionSuccessful": report.faults().next().is_none(),
                "toolExecutionNotifications": notifications,
            }],
            "columnKind": "unicodeCodePoints",
            "properties": { "profile": report.profile.as_str() },
            "results": results,
        }],
    })
}

fn descriptor(rule: &Rule) -> Value {
    let mut properties = Map::new();
    properties.insert("scope".to_owned(), json!(rule.scope));
    if let Some(number) = rule.number {
        properties.insert("number".to_owned(), number.into());
    }
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.title },
        "fullDescription": { "text": rule.why.trim() },
        "help": { "text": rule.why.trim() },
        "defaultConfiguration": { "level": rule.severity.as_str() },
        "properties": properties,
    })
}

fn result(finding: &Placed, rules: &[&Rule]) -> Value {
    let mut result = json!({
        "ruleId": finding.rule.id,
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [location(finding)],
    });
    if let Some(result) = result.as_object_mut() {
        if let Some(index) = rules.iter().position(|rule| rule.id == finding.rule.id) {
            result.insert("ruleIndex".to_owned(), index.into());
        }
        if let (Some(fix), Some(replacement)) = (&finding.fix, &finding.replacement) {
            let fix = json!([{
                "description": { "text": fix.title.to_string() },
                "artifactChanges": [change(&finding.file, replacement)],
            }]);
            result.insert("fixes".to_owned(), fix);
        }
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn location(finding: &Placed) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(&finding.file) } });
    if let (Some(physical), Some(place)) = (physical.as_object_mut(), finding.place) {
        physical.insert("region".to_owned(), start(place));
    }
    json!({
        "physicalLocation": physical,
        "logicalLocations": [{ "fullyQualifiedName": finding.pointer }],
    })
}

fn start(place: TextPlace) -> Value {
    json!({ "startLine": place.line, "startColumn": place.column })
}

fn change(file: &str, replacement: &Replacement) -> Value {
    json!({
        "artifactLocation": { "uri": uri(file) },
        "replacements": [{
            "deletedRegion": {
                "startLine": replacement.start.line,
                "startColumn": replacement.start.column,
                "endLine": replacement.end.line,
                "endColumn": replacement.end.column,
            },
            "insertedContent": { "text": replacement.text },
        }],
    })
}

/// A file that could not be read, as what went wrong in this run.
fn fault(fault: &Failure) -> Value {
    let mut notification = json!({ "level": "error", "message": { "text": fault.to_string() } });
    if let (Some(notification), Some(file)) = (notification.as_object_mut(), fault.file()) {
        let locations = json!([place(&file, fault.place())]);
        notification.insert("locations".to_owned(), locations);
    }
    notification
}

fn note(note: &ReadFinding) -> Value {
    json!({
        "level": "note",
        "message": { "text": note.message.to_string() },
        "locations": [place(&note.file, note.place)],
    })
}

fn place(file: &str, place: Option<(usize, usize)>) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(file) } });
    if let (Some(physical), Some((line, column))) = (physical.as_object_mut(), place) {
        physical.insert("region".to_owned(), start(TextPlace { line, column }));
    }
    json!({ "physicalLocation": physical })
}

/// A path as a URI: relative as it is, absolute as `file:`.
fn uri(path: &str) -> String {
    let encoded = utf8_percent_encode(path, PLAIN).to_string();
    let relative = encoded.strip_prefix("./").unwrap_or(&encoded);
    if relative.starts_with('/') {
        return format!("file://{relative}");
    }
    relative.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_uris() {
        assert_eq!(uri("./a b/ä.json"), "a%20b/%C3%A4.json");
        assert_eq!(uri("/a:b/c#.json"), "file:///a%3Ab/c%23.json");
    }
}
