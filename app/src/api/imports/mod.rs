//! Importing a file: look first, keep afterwards. The page keeps the file between, however it came to it: what is
//! kept is what was looked at.

mod fetch;
mod update;
#[cfg(feature = "ssr")]
mod upload;

use leptos::prelude::*;
use leptos::server_fn::codec::{ByteStream, Json, MultipartData, MultipartFormData, Streaming};
use serde::{Deserialize, Serialize};

pub use fetch::{FetchStep, Fetched, Following, StepReader};
pub use update::{
    KeepUpdate, LastImport, PreviewUpdate, UpdateChoice, UpdateClash, UpdatePreview, UpdateStart,
    begin_update,
};

use crate::error::AppError;

pub use tenon_connector::read::{
    ImportFile, ImportPreview, LedgerLine, LedgerPreview, MAX_FILE_BYTES, PreviewOperation,
    Referred, ReferredText,
};

/// A connector that was made of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreatedImport {
    /// Its id.
    pub id: String,
    /// The operations that were not chosen and came along because a chosen one needs them, by their IDs.
    pub needed: Vec<String>,
}

/// What a maker wants of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportChoice {
    /// The title of the connector.
    pub title: String,
    /// The IDs of the operations that it takes; none: the whole file.
    pub operations: Option<Vec<String>>,
    /// Where the file came from: its name, an address, or that it was pasted.
    pub source: String,
    /// Whether a document of OpenAPI is kept within the connector, so that an export to OpenAPI gives it back.
    #[serde(default)]
    pub keep_source: bool,
}

/// Says what the file of the form (field `file`) holds.
#[server(endpoint = "preview-import", input = MultipartFormData)]
pub async fn preview_import(data: MultipartData) -> Result<ImportPreview, AppError> {
    let form = upload::read(data).await?;
    crate::backend::backend()?.preview_import(form.file).await
}

/// Makes a connector of the form: its `file` and the `choice` (an [`ImportChoice`] in JSON).
#[server(endpoint = "create-import", input = MultipartFormData)]
pub async fn create_import(data: MultipartData) -> Result<CreatedImport, AppError> {
    let form = upload::read(data).await?;
    let choice = form.choice()?;
    crate::backend::backend()?
        .create_import(form.file, choice)
        .await
}

/// Fetches a document from an address: the steps of the fetch, as [`StepReader`] reads them.
#[server(endpoint = "fetch-source", input = Json, output = Streaming)]
pub async fn fetch_source(url: String) -> Result<ByteStream<AppError>, AppError> {
    use futures_util::StreamExt;
    let steps = crate::backend::backend()?.fetch_source(url).await?;
    Ok(ByteStream::from(steps.map(FetchStep::encode)))
}
