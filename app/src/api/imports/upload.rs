//! Reading the form of an import, and stopping at its bounds.

use leptos::server_fn::codec::MultipartData;
use serde::de::DeserializeOwned;

use super::{MAX_FILE_BYTES, UploadedFile};
use crate::error::{AppError, ErrorKind};

/// The longest choice, in bytes: that of 20,000 operations.
const MAX_CHOICE_BYTES: usize = 768 * 1024;

/// The fields of an import form.
pub(super) struct ImportForm {
    /// The file.
    pub(super) file: UploadedFile,
    choice: Vec<u8>,
}

impl ImportForm {
    /// What is wanted of the file.
    pub(super) fn choice<T: DeserializeOwned>(&self) -> Result<T, AppError> {
        serde_json::from_slice(&self.choice).map_err(|error| {
            AppError::invalid(format!(
                "What was chosen cannot be read: {error}. Choose again."
            ))
        })
    }
}

/// Reads the form.
pub(super) async fn read(data: MultipartData) -> Result<ImportForm, AppError> {
    let mut parts = data
        .into_inner()
        .ok_or_else(|| AppError::invalid("No file came with the form."))?;
    let (mut file, mut choice) = (None, Vec::new());
    while let Some(mut part) = parts.next_field().await.map_err(broken_off)? {
        let is_file = part.name() == Some("file");
        let name = part.file_name().unwrap_or("file").to_owned();
        let bound = if is_file {
            MAX_FILE_BYTES
        } else {
            MAX_CHOICE_BYTES
        };
        let mut bytes = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(broken_off)? {
            if bytes.len() + chunk.len() > bound {
                return Err(too_large(is_file, &name));
            }
            bytes.extend_from_slice(&chunk);
        }
        if is_file {
            file = Some(UploadedFile { name, bytes });
        } else if part.name() == Some("choice") {
            choice = bytes;
        }
    }
    let file = file.ok_or_else(|| AppError::invalid("No file came with the form. Choose one."))?;
    Ok(ImportForm { file, choice })
}

fn broken_off(error: impl std::fmt::Display) -> AppError {
    AppError::invalid(format!(
        "The upload broke off: {error}. Choose the file again."
    ))
}

fn too_large(is_file: bool, name: &str) -> AppError {
    let message = if is_file {
        let bound = MAX_FILE_BYTES / (1024 * 1024);
        format!("{name} is larger than {bound} MiB, the most that can be imported.")
    } else {
        "More operations are chosen than can be named at once. Choose all of them, or fewer."
            .to_owned()
    };
    AppError::new(ErrorKind::TooLarge, message)
}
