//! Importing a file: say what it holds, or make a connector of it.

mod preview;

use tenon_app::api::imports::{CreatedImport, ImportChoice, ImportPreview, UploadedFile};
use tenon_app::error::AppError;
use tenon_connector::Connector;
use tenon_connector::document::Action;
use tenon_connector::general::Field;
use tenon_connector::read::{Imported, ReadError, read};
use tenon_connector::select::select;

use super::access::Need;
use super::connectors::checked_title;
use super::{RequestBackend, fault};

impl RequestBackend {
    pub(super) async fn look_into(&self, file: UploadedFile) -> Result<ImportPreview, AppError> {
        self.person_who_may(Need::Make, self.environment()).await?;
        beside_requests(move || Ok(preview::preview(&read_file(&file)?))).await
    }

    pub(super) async fn add_import(
        &self,
        file: UploadedFile,
        choice: ImportChoice,
    ) -> Result<CreatedImport, AppError> {
        self.person_who_may(Need::Make, self.environment()).await?;
        let title = checked_title(&choice.title)?.to_owned();
        let work = move || {
            let imported = read_file(&file)?;
            let (connector, needed) = chosen(imported.connector, choice.operations.as_deref())?;
            Ok((titled(connector, &title)?, needed))
        };
        let (connector, needed) = beside_requests(work).await?;
        let id = self.add(&connector).await?;
        Ok(CreatedImport { id, needed })
    }
}

/// Reading takes up to a second for the largest files, so it runs beside the requests.
async fn beside_requests<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AppError> + Send + 'static,
) -> Result<T, AppError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| fault(&error))?
}

fn read_file(file: &UploadedFile) -> Result<Imported, AppError> {
    read(&file.name, &file.bytes).map_err(|error| refused(&error))
}

fn refused(error: &ReadError) -> AppError {
    let refusal = AppError::invalid(error.to_string());
    match error.place() {
        Some((line, column)) => refusal.at(line, column),
        None => refusal,
    }
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

fn titled(mut connector: Connector, title: &str) -> Result<Connector, AppError> {
    if let Some(edit) = Field::Title.set(&connector, title) {
        let action = Action::new("Change name", vec![edit]);
        connector
            .apply_action(&action)
            .map_err(|refused| AppError::invalid(refused.error.to_string()))?;
    }
    Ok(connector)
}
