//! Importing a file: say what it holds, or make a connector of it.

mod fetch;
mod references;
#[cfg(test)]
mod tests;
mod update;

use std::collections::BTreeSet;

use tenon_app::api::imports::{CreatedImport, ImportChoice, ImportFile, ImportPreview};
use tenon_app::error::AppError;
use tenon_app::language::Language;
use tenon_connector::Connector;
use tenon_connector::document::Action;
use tenon_connector::general::Field;
use tenon_connector::read::{KnownIds, preview};
use tenon_connector::select::select;
use tenon_connector::swagger::operations;

use super::access::Need;
use super::connectors::checked_title;
use super::{RequestBackend, fault, store_fault};
use crate::store::NewImport;

impl RequestBackend {
    pub(super) async fn look_into(&self, file: ImportFile) -> Result<ImportPreview, AppError> {
        self.person_here(Need::Make).await?;
        beside_requests(move || Ok(preview(&file.read(false, KnownIds::default())?))).await
    }

    pub(super) async fn add_import(
        &self,
        file: ImportFile,
        choice: ImportChoice,
    ) -> Result<CreatedImport, AppError> {
        self.person_here(Need::Make).await?;
        let title = checked_title(&choice.title)?.to_owned();
        let work = move || {
            let imported = file
                .read(choice.keep_source, KnownIds::default())?
                .connector;
            let left_out = left_out(&imported, choice.operations.as_deref());
            let (connector, needed) = chosen(imported, choice.operations.as_deref())?;
            let import = NewImport {
                source: choice.source,
                left_out,
                files: connector.to_files(),
            };
            Ok((titled(connector, &title)?, needed, import))
        };
        let (connector, needed, import) = beside_requests(work).await?;
        let id = self.add(&connector).await?;
        let kept = self.state.store.keep_import(&id, &import).await;
        kept.map_err(store_fault)?;
        Ok(CreatedImport { id, needed })
    }
}

/// Reading takes up to a second for the largest files, so it runs beside the requests.
async fn beside_requests<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AppError> + Send + 'static,
) -> Result<T, AppError> {
    // What is wrong with a file is said in the language of who sent it.
    let language = Language::current();
    tokio::task::spawn_blocking(move || language.speak_beside(work))
        .await
        .map_err(|error| fault(&error))?
}

/// The connector with the chosen operations (none: all), and the IDs of those that came along.
fn chosen(
    connector: Connector,
    operations: Option<&[String]>,
) -> Result<(Connector, Vec<String>), AppError> {
    let Some(operations) = operations else {
        return Ok((connector, Vec::new()));
    };
    let selected = select(&connector, operations)
        .map_err(|error| AppError::invalid(error.to_string()).on("operations"))?;
    Ok((selected.connector, selected.needed))
}

/// The IDs of the operations that are not among the chosen ones (none: all are chosen).
fn left_out(connector: &Connector, chosen: Option<&[String]>) -> Vec<String> {
    let Some(chosen) = chosen else {
        return Vec::new();
    };
    let chosen: BTreeSet<&str> = chosen.iter().map(String::as_str).collect();
    operations(connector.definition())
        .map(|operation| operation.operation_id())
        .filter(|id| !chosen.contains(id))
        .map(str::to_owned)
        .collect()
}

fn titled(mut connector: Connector, title: &str) -> Result<Connector, AppError> {
    if let Some(edit) = Field::Title.set(&connector, title) {
        let action = Action::new("Change name", vec![edit]);
        connector
            .apply_action(&action)
            .map_err(|refused| AppError::invalid(refused.error.to_string()))?;
    }
    Ok(connector)
}
