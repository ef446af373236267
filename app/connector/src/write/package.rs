//! A connector package as a zip file, in the layout that paconn reads.
//!
//! The same connector gives the same bytes: the order of the files and their date are fixed.

use std::collections::BTreeSet;
use std::io::{Cursor, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use thiserror::Error;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::settings::{mended, settings};
use crate::read::secrets::take_out;
use crate::read::{DEFINITION_FILE, PROPERTIES_FILE};
use crate::source::without_private;
use crate::{Attachment, Connector, Part};

/// The name of the custom code in a package.
const SCRIPT_FILE: &str = "script.csx";
/// The name of the file that names the others.
const SETTINGS_FILE: &str = "settings.json";

/// Why a connector could not be written.
#[derive(Debug, Error)]
pub enum WriteError {
    /// The Base64 of a file is broken.
    #[error("{name} is damaged in the store. Upload it again.")]
    Damaged {
        /// The name of the file.
        name: String,
    },
    /// Two files have one name.
    #[error("Two files of the connector are called {name}. Remove one of them.")]
    Twice {
        /// The name.
        name: String,
    },
    /// The zip file could not be made.
    #[error("The package could not be packed: {0}.")]
    Zip(#[from] zip::result::ZipError),
    /// The zip file could not be made.
    #[error("The package could not be packed: {0}.")]
    Io(#[from] std::io::Error),
}

/// Writes a connector as a package, without secrets.
///
/// # Errors
/// When a kept file is damaged or two files have one name.
pub fn to_zip(connector: &Connector) -> Result<Vec<u8>, WriteError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files(connector)? {
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The files of a package by name, in the order in which they are written, without what is Tenon's own.
///
/// # Errors
/// When a kept file is damaged or two files have one name.
pub fn files(connector: &Connector) -> Result<Vec<(String, Vec<u8>)>, WriteError> {
    files_with_source(&without_private(connector))
}

/// [`files`], with the source that the connector keeps ([`crate::source`]): for Tenon, not for the platform.
///
/// # Errors
/// When a kept file is damaged or two files have one name.
pub fn files_with_source(connector: &Connector) -> Result<Vec<(String, Vec<u8>)>, WriteError> {
    let mut connector = connector.clone();
    take_out(&mut connector);
    let text = |part| connector.part(part).to_text().into_bytes();
    let mut files = vec![
        (DEFINITION_FILE.to_owned(), text(Part::Definition)),
        (PROPERTIES_FILE.to_owned(), text(Part::Properties)),
    ];
    let mut icon_name = None;
    if let Some(base64) = connector.icon_base64() {
        let icon = decoded("The icon", base64)?;
        let name = icon_file(&icon);
        icon_name = Some(name);
        files.push((name.to_owned(), icon));
    }
    let script = connector.script();
    let script_name = script.map(|_| SCRIPT_FILE);
    files.extend(script.map(|text| (SCRIPT_FILE.to_owned(), text.as_bytes().to_vec())));
    let carried = connector.attachments();
    let came_with = carried.iter().find(|file| is_settings(file));
    let settings = match came_with {
        Some(file) => {
            let bytes = decoded(&file.name, &file.content)?;
            mended(&bytes, icon_name, script_name).map_or(bytes, String::into_bytes)
        }
        None => settings(icon_name, script_name).to_text().into_bytes(),
    };
    files.push((SETTINGS_FILE.to_owned(), settings));
    for file in carried.iter().filter(|file| !is_settings(file)) {
        files.push((file.name.clone(), decoded(&file.name, &file.content)?));
    }
    expect_distinct(&files)?;
    Ok(files)
}

/// What the file of an icon is called.
fn icon_file(icon: &[u8]) -> &'static str {
    if icon.starts_with(b"\xff\xd8\xff") {
        "icon.jpg"
    } else {
        "icon.png"
    }
}

/// The `settings.json` that a connector gets which came with none.
pub(crate) fn generated_settings(connector: &Connector) -> Vec<u8> {
    let icon = connector.icon_base64();
    let icon = icon.and_then(|base64| decoded("The icon", base64).ok());
    let icon_name = icon.as_deref().map(icon_file);
    let script_name = connector.script().map(|_| SCRIPT_FILE);
    settings(icon_name, script_name).to_text().into_bytes()
}

fn is_settings(file: &Attachment) -> bool {
    file.name.eq_ignore_ascii_case(SETTINGS_FILE)
}

fn decoded(name: &str, base64: &str) -> Result<Vec<u8>, WriteError> {
    BASE64.decode(base64).map_err(|_| WriteError::Damaged {
        name: name.to_owned(),
    })
}

fn expect_distinct(files: &[(String, Vec<u8>)]) -> Result<(), WriteError> {
    let mut names = BTreeSet::new();
    match files
        .iter()
        .find(|(name, _)| !names.insert(name.to_lowercase()))
    {
        Some((name, _)) => Err(WriteError::Twice { name: name.clone() }),
        None => Ok(()),
    }
}
