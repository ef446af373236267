//! An entry of the ledger of an import, as it is written and told.

use serde::Serialize;
use tenon_connector::Part;
use tenon_connector::read::{Fate, Format, Imported, LedgerEntry, PROPERTIES_FILE, ReadFinding};
use tenon_connector::select::LeftOut;

use super::find::Source;
use super::output::{DIM, styled};

/// What was odd in a file, and what became of it.
#[derive(Serialize)]
pub(super) struct Entry {
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    /// The place in the file, of a thing that did not come through as it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<String>,
    /// What became of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) fate: Option<Fate>,
    message: String,
    /// Whether it is told on the terminal; all are in the ledger.
    #[serde(skip)]
    pub(super) is_told: bool,
}

impl Entry {
    pub(super) fn of_ledger(source: &Source, entry: LedgerEntry) -> Self {
        Self {
            file: entry.file.unwrap_or_else(|| source.name()),
            line: entry.place.map(|(line, _)| line),
            column: entry.place.map(|(_, column)| column),
            pointer: Some(entry.pointer),
            fate: Some(entry.fate),
            message: entry.message.to_string(),
            is_told: false,
        }
    }

    pub(super) fn of(finding: ReadFinding) -> Self {
        Self {
            line: finding.place.map(|(line, _)| line),
            column: finding.place.map(|(_, column)| column),
            file: finding.file,
            pointer: None,
            fate: None,
            message: finding.message.to_string(),
            is_told: true,
        }
    }

    /// What the chosen operations do not need, with its place where the source has it where the connector had it.
    pub(super) fn of_left_out(source: &Source, imported: &Imported, left: &LeftOut) -> Self {
        let is_same = match imported.format {
            Format::SwaggerJson | Format::SwaggerYaml | Format::Package => true,
            // The other sections have other names and other members there.
            Format::OpenApi(_) => left.pointer.starts_with("/paths/"),
            _ => false,
        };
        let is_text = matches!(imported.format, Format::SwaggerJson | Format::SwaggerYaml);
        let place = (is_text && left.part == Part::Definition).then(|| {
            let definition = imported.connector.part(Part::Definition);
            let places = definition.places_of_pointers([left.pointer.as_str()]);
            places.into_iter().next()
        });
        let place = place.flatten();
        Self {
            file: match left.part {
                Part::Properties => PROPERTIES_FILE.to_owned(),
                _ => source.name(),
            },
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            pointer: is_same.then(|| left.pointer.clone()),
            fate: Some(Fate::Dropped),
            message: format!("Left out: {}.", left.what),
            is_told: true,
        }
    }

    pub(super) fn text(&self) -> String {
        let place = match (self.line, self.column) {
            (Some(line), Some(column)) => format!("{}:{line}:{column}", self.file),
            _ => self.file.clone(),
        };
        format!("  {}  {}\n", styled(DIM, place), self.message)
    }
}
