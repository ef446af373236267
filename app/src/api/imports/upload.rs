//! Reading the form of an import, and stopping at its bounds.

use leptos::server_fn::codec::MultipartData;
use serde::de::DeserializeOwned;

use super::{ImportFile, MAX_FILE_BYTES};
use crate::error::{AppError, ErrorKind};
use crate::texts::server as t;

/// The longest choice, in bytes: that of 20,000 operations.
const MAX_CHOICE_BYTES: usize = 768 * 1024;

/// The fields of an import form.
pub(super) struct ImportForm {
    /// The file.
    pub(super) file: ImportFile,
    choice: Vec<u8>,
}

impl ImportForm {
    /// What is wanted of the file.
    pub(super) fn choice<T: DeserializeOwned>(&self) -> Result<T, AppError> {
        serde_json::from_slice(&self.choice)
            .map_err(|error| AppError::invalid(t::choice_unreadable(&error)))
    }
}

/// The address of the file, and the most documents that come with it.
const MAX_ADDRESS_BYTES: usize = 8 * 1024;
const MAX_REFERRED: usize = 1_000;

/// Reads the form.
pub(super) async fn read(data: MultipartData) -> Result<ImportForm, AppError> {
    let mut parts = data
        .into_inner()
        .ok_or_else(|| AppError::invalid(t::no_file_came()))?;
    let (mut file, mut choice) = (None, Vec::new());
    let (mut address, mut referred) = (None, Vec::new());
    while let Some(mut part) = parts.next_field().await.map_err(broken_off)? {
        let field = part.name().unwrap_or_default().to_owned();
        let is_file = field == "file" || field == "referred";
        let name = part.file_name().unwrap_or("file").to_owned();
        let bound = match field.as_str() {
            "file" | "referred" => MAX_FILE_BYTES,
            "address" => MAX_ADDRESS_BYTES,
            _ => MAX_CHOICE_BYTES,
        };
        let mut bytes = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(broken_off)? {
            if bytes.len() + chunk.len() > bound {
                return Err(too_large(is_file, &name));
            }
            bytes.extend_from_slice(&chunk);
        }
        match field.as_str() {
            "file" => file = Some((name, bytes)),
            "choice" => choice = bytes,
            "address" => address = Some(String::from_utf8_lossy(&bytes).into_owned()),
            "referred" if referred.len() < MAX_REFERRED => {
                let other = serde_json::from_slice(&bytes).map_err(broken_off)?;
                referred.push(other);
            }
            _ => {}
        }
    }
    let (name, bytes) = file.ok_or_else(|| AppError::invalid(t::no_file_came()))?;
    let file = ImportFile {
        name,
        bytes,
        address,
        referred,
    };
    Ok(ImportForm { file, choice })
}

fn broken_off(error: impl std::fmt::Display) -> AppError {
    AppError::invalid(t::upload_broke_off(&error))
}

fn too_large(is_file: bool, name: &str) -> AppError {
    let message = if is_file {
        let bound = MAX_FILE_BYTES / (1024 * 1024);
        t::file_too_large(&name, &bound)
    } else {
        t::too_many_chosen().to_owned()
    };
    AppError::new(ErrorKind::TooLarge, message)
}
