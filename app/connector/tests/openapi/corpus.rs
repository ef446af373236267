//! Every OpenAPI document of the corpus, which nobody here wrote.

use tenon_connector::lint::{Profile, Severity, lint};
use tenon_connector::read::{Fate, Imported, read};
use tenon_connector::swagger::operations;

use super::samples::{OPENAPI, documents};

/// Rules by which the platform refuses what is good Swagger 2.0, and the source says so itself.
const OF_THE_PLATFORM: [&str; 8] = [
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

#[test]
fn every_operation_is_in_the_connector_or_in_the_ledger() {
    for (name, imported) in imported() {
        let ledger = &imported.ledger;
        let out = operations(imported.connector.definition()).count();
        assert_eq!(ledger.operations_out, out, "{name}");
        let dropped = ledger
            .entries
            .iter()
            .filter(|entry| entry.fate == Fate::Dropped);
        let missing = ledger.operations_in - ledger.operations_out;
        assert!(dropped.count() >= missing, "{name}");
    }
}

#[test]
fn every_entry_of_a_json_document_has_its_line() {
    for (name, imported) in imported().filter(|(name, _)| name.ends_with(".json")) {
        for entry in &imported.ledger.entries {
            assert!(entry.place.is_some(), "{name}: {}", entry.pointer);
        }
    }
}
