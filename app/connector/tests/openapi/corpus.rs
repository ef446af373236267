//! Every OpenAPI document of the corpus, which nobody here wrote.

use serde_json::Value;
use tenon_connector::lint::{Profile, Severity, lint};
use tenon_connector::read::{Fate, Imported, LedgerEntry, read};
use tenon_connector::swagger::operations;

use super::samples::{OPENAPI, documents};

/// Rules by which the platform refuses what is good Swagger 2.0, and the source says so itself.
pub(super) const OF_THE_PLATFORM: [&str; 8] = [
    "BodySchemaCountExceedsMaxAllowed",
    "CollectionFormatValueNotSupported",
    "ConnectionIdParameterNotAllowed",
    "DefaultValueMustMatchType",
    "MimeTypeNotSupported",
    "OperationPathMayNotContainQueryOrFragment",
    "PathParameterNotDefinedInTemplate",
    "TotalOperationsCountExceedsMaxAllowed",
];

fn imported() -> impl Iterator<Item = (String, Imported)> {
    documents(&OPENAPI).into_iter().map(|(name, bytes)| {
        let imported = read(&name, &bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, imported)
    })
}

#[test]
fn every_document_is_imported_without_a_structural_error() {
    let mut wrong = Vec::new();
    for (name, imported) in imported() {
        for finding in lint(&imported.connector, Profile::Custom) {
            let platform = OF_THE_PLATFORM.contains(&finding.rule.id);
            if finding.severity == Severity::Error && !platform {
                wrong.push(format!(
                    "{name}: {} {} {}",
                    finding.rule.id, finding.path, finding.message
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} findings\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// How many operations a document describes, told without the importer.
fn operations_of(root: &Value) -> usize {
    let count = |item: &Value| {
        let target = item["$ref"].as_str().and_then(|r| root.pointer(&r[1..]));
        let item = target.unwrap_or(item).as_object();
        let members = item.into_iter().flatten();
        members
            .map(|(key, member)| match key.as_str() {
                "additionalOperations" => member.as_object().map_or(0, serde_json::Map::len),
                "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace"
                | "query" => 1,
                _ => 0,
            })
            .sum::<usize>()
    };
    ["paths", "webhooks"]
        .iter()
        .filter_map(|key| root.get(key)?.as_object())
        .flatten()
        .filter(|(path, _)| !path.starts_with("x-"))
        .map(|(_, item)| count(item))
        .sum()
}

/// Whether an entry of the ledger is about a whole operation that is not there any more.
fn is_left_out(entry: &LedgerEntry) -> bool {
    let parts: Vec<&str> = entry.pointer.split('/').collect();
    let is_operation = match parts.as_slice() {
        ["", "paths", _, method] => *method != "parameters" && *method != "servers",
        ["", "paths", _, "additionalOperations", _] => true,
        ["", "webhooks", _, _] => true,
        _ => false,
    };
    let is_gone = matches!(entry.fate, Fate::Dropped | Fate::Merged);
    is_operation && is_gone && entry.message.to_string().contains("operation")
}

#[test]
fn every_operation_is_in_the_connector_or_in_the_ledger() {
    for (name, bytes) in documents(&OPENAPI) {
        let imported = read(&name, &bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        let ledger = &imported.ledger;
        let out = operations(imported.connector.definition()).count();
        assert_eq!(ledger.operations_out, out, "{name}");
        let gone = ledger.entries.iter().filter(|entry| is_left_out(entry));
        assert_eq!(ledger.operations_in, out + gone.count(), "{name}");
        if let Ok(root) = serde_json::from_slice::<Value>(&bytes) {
            assert_eq!(ledger.operations_in, operations_of(&root), "{name}");
        }
    }
}

#[test]
fn every_entry_points_to_a_thing_of_the_source() {
    let mut count = 0;
    for (name, bytes) in documents(&OPENAPI) {
        let Ok(root) = serde_json::from_slice::<Value>(&bytes) else {
            continue;
        };
        for entry in read(&name, &bytes).unwrap().ledger.entries {
            let found = root.pointer(&entry.pointer);
            assert!(
                found.is_some(),
                "{name} {}: {}",
                entry.pointer,
                entry.message
            );
            count += 1;
        }
    }
    assert!(count > 3_000 || documents(&OPENAPI).is_empty(), "{count}");
}

/// What stands in a text from a line and a column on.
fn rest<'t>(lines: &[&'t str], (line, column): (usize, usize)) -> &'t str {
    let line = lines[line - 1];
    let at = line.char_indices().nth(column - 1).unwrap().0;
    &line[at..]
}

/// How the thing at a pointer begins, or the nearest above it that is there: a member by its key.
fn beginning(pointer: &str, root: &Value) -> String {
    let Some((above, last)) = pointer.rsplit_once('/') else {
        return String::new();
    };
    match (root.pointer(pointer), root.pointer(above)) {
        (None, _) => beginning(above, root),
        (_, Some(Value::Object(_))) => {
            let key = last.replace("~1", "/").replace("~0", "~");
            serde_json::to_string(&key).unwrap()
        }
        (Some(Value::Object(_)), _) => "{".to_owned(),
        (Some(Value::Array(_)), _) => "[".to_owned(),
        (Some(value), _) => value.to_string(),
    }
}

#[test]
fn every_entry_of_a_json_document_has_the_place_of_its_thing() {
    let mut count = 0;
    for (name, bytes) in documents(&OPENAPI) {
        let (Ok(root), Ok(text)) = (
            serde_json::from_slice::<Value>(&bytes),
            std::str::from_utf8(&bytes),
        ) else {
            continue;
        };
        let lines: Vec<&str> = text.lines().collect();
        // In a line of megabytes, it takes minutes to count to each of a thousand columns.
        if lines.iter().any(|line| line.len() > 20_000) {
            continue;
        }
        for entry in read(&name, &bytes).unwrap().ledger.entries {
            let place = entry
                .place
                .unwrap_or_else(|| panic!("{name}: {}", entry.pointer));
            let expected = beginning(&entry.pointer, &root);
            let found = rest(&lines, place);
            assert!(
                found.starts_with(&expected),
                "{name} {}: {found:.60}",
                entry.pointer
            );
            count += 1;
        }
    }
    assert!(count > 3_000 || documents(&OPENAPI).is_empty(), "{count}");
}
