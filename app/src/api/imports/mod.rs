//! Importing a file: look first, keep afterwards. The page keeps the file between, however it came to it: what is
//! kept is what was looked at.

mod fetch;
mod update;
#[cfg(feature = "ssr")]
mod upload;

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::server_fn::codec::{ByteStream, Json, MultipartData, MultipartFormData, Streaming};
use serde::{Deserialize, Serialize};
use tenon_connector::message::Message;

pub use fetch::{FetchStep, Fetched, Following, Referred, ReferredText, StepReader};
pub use update::{
    LastImport, UpdateChoice, UpdateClash, UpdatePreview, UpdateStart, begin_update, keep_update,
    preview_update,
};

use crate::error::AppError;

pub use tenon_connector::read::MAX_FILE_BYTES;

/// A file as it came from the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadedFile {
    /// Its name.
    pub name: String,
    /// Its bytes, at most [`MAX_FILE_BYTES`].
    pub bytes: Vec<u8>,
    /// The address that it was fetched from, to which its references are relative.
    pub address: Option<String>,
    /// The documents that it refers to, as they were fetched.
    pub referred: Vec<Referred>,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportPreview {
    /// What the file is, in words: "Swagger 2.0 (YAML)", "Connector package (zip)".
    pub format: String,
    /// The title that the connector will have unless the maker changes it.
    pub title: String,
    /// Its description.
    pub description: String,
    /// Where calls will go: scheme, host and base path.
    pub base_url: String,
    /// The authentication found, in words.
    pub authentication: String,
    /// The operations.
    pub operations: Vec<PreviewOperation>,
    /// The other things found: "properties", "icon", "custom code", "3 policies", …
    pub parts: Vec<String>,
    /// What was odd in the file and what became of it.
    pub findings: Vec<Message>,
    /// What did not come through as it was.
    pub ledger: LedgerPreview,
    /// Whether the file can be kept within the connector: it is a document of OpenAPI 3.
    pub can_keep_source: bool,
}

/// What of a file did not come through as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerPreview {
    /// The entries, the first of them where there are very many.
    pub lines: Vec<LedgerLine>,
    /// What the definition has at the places that entries came to, by JSON pointer, shortened.
    pub excerpts: BTreeMap<String, String>,
    /// How many entries there are.
    pub total: usize,
    /// How many operations the file has.
    pub operations_in: usize,
    /// How many of them the connector has.
    pub operations_out: usize,
}

/// One thing of a file that did not come through as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// What became of it: "changed", "lowered", "dropped", "added" or "merged".
    pub fate: String,
    /// Its place in the file, as a JSON pointer.
    pub pointer: String,
    /// Its line in the file, counted from 1, where it is known.
    pub line: Option<usize>,
    /// Its column in that line, counted from 1.
    pub column: Option<usize>,
    /// Its place in the definition, as a JSON pointer, where it has one.
    pub landing: Option<String>,
    /// What it was, why it could not stay so, and what can be done.
    pub message: Message,
}

/// An operation that a file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewOperation {
    /// The verb, in capitals.
    pub method: String,
    /// The path.
    pub path: String,
    /// The operation ID.
    pub operation_id: String,
    /// The summary.
    pub summary: String,
    /// Whether it is a trigger.
    pub trigger: bool,
    /// Its tags, or the folder that it was in.
    pub groups: Vec<String>,
}

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
