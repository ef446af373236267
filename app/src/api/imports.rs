//! Importing a file: look first, keep afterwards. The file is sent twice and kept nowhere between.

use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};
use serde::{Deserialize, Serialize};

use crate::error::AppError;

pub use tenon_connector::read::MAX_FILE_BYTES;

/// A file as it came from the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadedFile {
    /// Its name.
    pub name: String,
    /// Its bytes, at most [`MAX_FILE_BYTES`].
    pub bytes: Vec<u8>,
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
    pub findings: Vec<String>,
    /// What did not come through as it was.
    pub ledger: LedgerPreview,
}

/// What of a file did not come through as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerPreview {
    /// The entries, the first of them where there are very many.
    pub lines: Vec<LedgerLine>,
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
    /// What became of it: "changed", "lowered", "dropped" or "added".
    pub fate: String,
    /// Its place in the file, as a JSON pointer.
    pub pointer: String,
    /// Its line in the file, counted from 1, where it is known.
    pub line: Option<usize>,
    /// What it was, why it could not stay so, and what can be done.
    pub message: String,
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
}

/// Says what the file of the form (field `file`) holds.
#[server(endpoint = "preview-import", input = MultipartFormData)]
pub async fn preview_import(data: MultipartData) -> Result<ImportPreview, AppError> {
    let form = upload::read(data).await?;
    crate::backend::backend()?.preview_import(form.file).await
}

/// Makes a connector of the file of the form (fields `file` and `title`); its id.
#[server(endpoint = "create-import", input = MultipartFormData)]
pub async fn create_import(data: MultipartData) -> Result<String, AppError> {
    let form = upload::read(data).await?;
    crate::backend::backend()?
        .create_import(form.file, form.title)
        .await
}

#[cfg(feature = "ssr")]
mod upload {
    use leptos::server_fn::codec::MultipartData;

    use super::{MAX_FILE_BYTES, UploadedFile};
    use crate::error::{AppError, ErrorKind};

    /// The fields of an import form.
    pub(super) struct ImportForm {
        pub(super) file: UploadedFile,
        pub(super) title: String,
    }

    /// Reads the form and stops at the bounds: a file of [`MAX_FILE_BYTES`], a title of 1,000 bytes.
    pub(super) async fn read(data: MultipartData) -> Result<ImportForm, AppError> {
        let unreadable = |error: &dyn std::fmt::Display| {
            AppError::invalid(format!(
                "The upload broke off: {error}. Choose the file again."
            ))
        };
        let mut parts = data
            .into_inner()
            .ok_or_else(|| AppError::invalid("No file came with the form."))?;
        let (mut file, mut title) = (None, String::new());
        while let Some(mut part) = parts
            .next_field()
            .await
            .map_err(|error| unreadable(&error))?
        {
            let is_file = part.name() == Some("file");
            let name = part.file_name().unwrap_or("file").to_owned();
            let bound = if is_file { MAX_FILE_BYTES } else { 1_000 };
            let mut bytes = Vec::new();
            while let Some(chunk) = part.chunk().await.map_err(|error| unreadable(&error))? {
                if bytes.len() + chunk.len() > bound {
                    return Err(too_large(&name));
                }
                bytes.extend_from_slice(&chunk);
            }
            if is_file {
                file = Some(UploadedFile { name, bytes });
            } else if part.name() == Some("title") {
                title = String::from_utf8_lossy(&bytes).into_owned();
            }
        }
        let file =
            file.ok_or_else(|| AppError::invalid("No file came with the form. Choose one."))?;
        Ok(ImportForm { file, title })
    }

    fn too_large(name: &str) -> AppError {
        let bound = MAX_FILE_BYTES / (1024 * 1024);
        AppError::new(
            ErrorKind::TooLarge,
            format!("{name} is larger than {bound} MiB, the most that can be imported."),
        )
    }
}
