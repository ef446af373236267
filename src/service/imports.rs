//! Importing a file: say what it holds, or make a connector of it.

use tenon_app::api::imports::{
    ImportPreview, LedgerLine, LedgerPreview, PreviewOperation, UploadedFile,
};
use tenon_app::error::AppError;
use tenon_connector::Connector;
use tenon_connector::document::Action;
use tenon_connector::general::Field;
use tenon_connector::properties::Authentication;
use tenon_connector::read::{Imported, Ledger, LedgerEntry, ReadError, read, summary};
use tenon_connector::swagger::operations;

use super::access::Need;
use super::connectors::checked_title;
use super::{RequestBackend, fault};

impl RequestBackend {
    pub(super) async fn look_into(&self, file: UploadedFile) -> Result<ImportPreview, AppError> {
        self.person_who_may(Need::Make, self.environment()).await?;
        Ok(preview(&read_file(file).await?))
    }

    pub(super) async fn add_import(
        &self,
        file: UploadedFile,
        title: &str,
    ) -> Result<String, AppError> {
        self.person_who_may(Need::Make, self.environment()).await?;
        let title = checked_title(title)?;
        let mut connector = read_file(file).await?.connector;
        if let Some(edit) = Field::Title.set(&connector, title) {
            let action = Action::new("Change name", vec![edit]);
            connector
                .apply_action(&action)
                .map_err(|refused| AppError::invalid(refused.error.to_string()))?;
        }
        self.add(&connector).await
    }
}

/// Reading takes up to a second for the largest files, so it runs beside the requests.
async fn read_file(file: UploadedFile) -> Result<Imported, AppError> {
    let work = move || read(&file.name, &file.bytes);
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| fault(&error))?
        .map_err(|error| refused(&error))
}

fn refused(error: &ReadError) -> AppError {
    let refusal = AppError::invalid(error.to_string());
    match error.place() {
        Some((line, column)) => refusal.at(line, column),
        None => refusal,
    }
}

fn preview(imported: &Imported) -> ImportPreview {
    let connector = &imported.connector;
    let operations = operations(connector.definition()).map(|operation| PreviewOperation {
        method: operation.key().method.verb().to_owned(),
        path: operation.key().path.clone(),
        operation_id: operation.operation_id().to_owned(),
        summary: operation.summary().to_owned(),
        trigger: operation.is_trigger(),
    });
    ImportPreview {
        format: imported.format.label().to_owned(),
        title: connector.title().to_owned(),
        description: Field::Description.text(connector).to_owned(),
        base_url: tenon_connector::general::base_url(connector),
        authentication: Authentication::of(connector).label().to_owned(),
        operations: operations.collect(),
        parts: parts(connector),
        findings: imported.findings.iter().map(ToString::to_string).collect(),
        ledger: ledger(&imported.ledger),
    }
}

/// The most entries of a ledger that travel to the page.
const MOST_ENTRIES: usize = 5_000;

fn ledger(ledger: &Ledger) -> LedgerPreview {
    let line = |entry: &LedgerEntry| LedgerLine {
        fate: entry.fate.label().to_owned(),
        pointer: entry.pointer.clone(),
        line: entry.place.map(|(line, _)| line),
        message: entry.message.clone(),
    };
    LedgerPreview {
        lines: ledger.entries.iter().take(MOST_ENTRIES).map(line).collect(),
        total: ledger.entries.len(),
        operations_in: ledger.operations_in,
        operations_out: ledger.operations_out,
    }
}

/// What a connector has beside its operations, in words.
fn parts(connector: &Connector) -> Vec<String> {
    let found = summary(connector);
    let counted = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {many}")),
    };
    let named = [
        counted(
            found.connection_parameters,
            "connection parameter",
            "connection parameters",
        ),
        counted(found.policies, "policy", "policies"),
        connector.icon_base64().map(|_| "icon".to_owned()),
        connector.script().map(|_| "custom code".to_owned()),
    ];
    let files = connector.attachments().into_iter().map(|file| file.name);
    named.into_iter().flatten().chain(files).collect()
}
