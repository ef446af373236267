//! Reading the form of an import, and stopping at its bounds.

use leptos::server_fn::codec::MultipartData;

use super::{ImportChoice, MAX_FILE_BYTES, UploadedFile};
use crate::error::{AppError, ErrorKind};

/// The longest title, in bytes.
const MAX_TITLE_BYTES: usize = 4_000;

/// The longest list of operations, in bytes: that of 20,000 operations.
const MAX_CHOICE_BYTES: usize = 768 * 1024;

/// The fields of an import form.
pub(super) struct ImportForm {
    /// The file.
    pub(super) file: UploadedFile,
    /// What is wanted of it.
    pub(super) choice: ImportChoice,
}

/// Reads the form.
pub(super) async fn read(data: MultipartData) -> Result<ImportForm, AppError> {
    let mut parts = data
        .into_inner()
        .ok_or_else(|| AppError::invalid("No file came with the form."))?;
    let (mut file, mut choice) = (None, ImportChoice::default());
    while let Some(mut part) = parts.next_field().await.map_err(broken_off)? {
        let field = part.name().unwrap_or_default().to_owned();
        let name = part.file_name().unwrap_or("file").to_owned();
        let bound = match field.as_str() {
            "file" => MAX_FILE_BYTES,
            "operations" => MAX_CHOICE_BYTES,
            _ => MAX_TITLE_BYTES,
        };
        let mut bytes = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(broken_off)? {
            if bytes.len() + chunk.len() > bound {
                return Err(too_large(&field, &name));
            }
            bytes.extend_from_slice(&chunk);
        }
        match field.as_str() {
            "file" => file = Some(UploadedFile { name, bytes }),
            "title" => choice.title = String::from_utf8_lossy(&bytes).into_owned(),
            "operations" => choice.operations = Some(operations(&bytes)?),
            _ => {}
        }
    }
    let file = file.ok_or_else(|| AppError::invalid("No file came with the form. Choose one."))?;
    Ok(ImportForm { file, choice })
}

fn operations(bytes: &[u8]) -> Result<Vec<String>, AppError> {
    serde_json::from_slice(bytes).map_err(|error| {
        AppError::invalid(format!(
            "The chosen operations cannot be read: {error}. Choose them again."
        ))
    })
}

fn broken_off(error: impl std::fmt::Display) -> AppError {
    AppError::invalid(format!(
        "The upload broke off: {error}. Choose the file again."
    ))
}

fn too_large(field: &str, name: &str) -> AppError {
    let message = match field {
        "file" => {
            let bound = MAX_FILE_BYTES / (1024 * 1024);
            format!("{name} is larger than {bound} MiB, the most that can be imported.")
        }
        "operations" => {
            "More operations are chosen than can be named at once. Choose all of them, or fewer."
                .to_owned()
        }
        _ => "The title is too long. Give the connector a shorter one.".to_owned(),
    };
    AppError::new(ErrorKind::TooLarge, message)
}
