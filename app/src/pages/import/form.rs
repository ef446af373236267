//! Files and forms as the browser has them.

use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::api::imports::{MAX_FILE_BYTES, Referred};
use crate::error::{AppError, ErrorKind};
use crate::texts::import as t;

/// A file of a text.
pub(super) fn file_of_text(name: &str, text: &str) -> Result<web_sys::File, AppError> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    web_sys::File::new_with_str_sequence(&parts, name).map_err(refused)
}

/// A file of bytes.
pub(super) fn file_of_bytes(name: &str, bytes: &[u8]) -> Result<web_sys::File, AppError> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    web_sys::File::new_with_u8_array_sequence(&parts, name).map_err(refused)
}

/// How many bytes a file has.
pub(super) fn bytes_of(file: &web_sys::File) -> u64 {
    whole(file.size())
}

/// A count of bytes, which the browser has as a number with a fraction.
pub(super) fn whole(bytes: f64) -> u64 {
    format!("{bytes:.0}").parse().unwrap_or_default()
}

/// Why a file need not be sent at all.
pub(super) fn refusal(file: &web_sys::File) -> Option<AppError> {
    let bound = u32::try_from(MAX_FILE_BYTES).map_or(f64::MAX, f64::from);
    if file.size() > bound {
        let mebibytes = MAX_FILE_BYTES / (1024 * 1024);
        let text = t::is_larger_than_mib_the_most_that(&file.name(), &mebibytes);
        return Some(AppError::new(ErrorKind::TooLarge, text));
    }
    (file.size() == 0.0).then(|| AppError::invalid(t::is_empty_choose_another_file(&file.name())))
}

/// Where a file was fetched, and what it refers to; nothing for one that was chosen.
#[derive(Debug, Default)]
pub(super) struct Origin {
    /// The address that it came from.
    pub(super) address: Option<String>,
    /// The documents that it refers to.
    pub(super) referred: Vec<Referred>,
}

impl Origin {
    /// How many bytes the documents have that it refers to.
    pub(super) fn referred_bytes(&self) -> usize {
        let found = self.referred.iter().flat_map(|other| &other.found);
        found.map(|found| found.text.len()).sum()
    }
}

/// The form that carries a file with what it refers to, and what is wanted of it.
pub(super) fn form<C: Serialize>(
    file: &web_sys::File,
    origin: &Origin,
    wanted: Option<&C>,
) -> Result<web_sys::FormData, AppError> {
    let form = web_sys::FormData::new().map_err(refused)?;
    if let Some(wanted) = wanted {
        form.append_with_str("choice", &json(wanted)?)
            .map_err(refused)?;
    }
    if let Some(address) = &origin.address {
        form.append_with_str("address", address).map_err(refused)?;
    }
    for other in &origin.referred {
        form.append_with_str("referred", &json(other)?)
            .map_err(refused)?;
    }
    form.append_with_blob_and_filename("file", file, &file.name())
        .map_err(refused)?;
    Ok(form)
}

pub(super) fn json<T: Serialize>(value: &T) -> Result<String, AppError> {
    serde_json::to_string(value)
        .map_err(|error| AppError::internal(t::the_form_cannot_be_sent(&error)))
}

fn refused(_: JsValue) -> AppError {
    AppError::invalid(t::the_browser_did_not_hand_over_the())
}
