//! Why a command could not do its work.

use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tenon_connector::read::ReadError;
use tenon_connector::select::SelectError;
use tenon_connector::write::package::WriteError;
use thiserror::Error;

use super::files::shown;

/// Why a command could not do its work: what, where, and what to do.
#[derive(Debug, Error)]
pub(super) enum Failure {
    /// A file is no connector that can be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A file of JSON is broken, and can be mended.
    #[error("{0} {LENIENT}")]
    Mendable(ReadError),
    /// The operations that are to be taken cannot be.
    #[error(transparent)]
    Select(#[from] SelectError),
    /// A connector could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The disk refuses.
    #[error("{}: {source}", path.display())]
    Disk {
        /// The file or the folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A path that cannot be taken as it is.
    #[error("{}: {reason}", path.display())]
    Refused {
        /// The file or the folder.
        path: PathBuf,
        /// Why, and what to do.
        reason: String,
    },
    /// The command was called wrongly.
    #[error("{0}")]
    Usage(String),
}

/// How a file that can be mended is taken.
const LENIENT: &str = "Import it with --lenient to have it mended.";

impl Failure {
    /// This failure, with the option that would take the file, where what is wrong in it can be mended.
    pub(super) fn or_lenient(self) -> Self {
        match self {
            Self::Read(ReadError::Text {
                file,
                source,
                remains,
            }) if remains.readable.is_some() => Self::Mendable(ReadError::Text {
                file,
                source,
                remains,
            }),
            other => other,
        }
    }

    /// The disk refuses what was to be done with this path.
    pub(super) fn disk(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        |source| Self::Disk { path, source }
    }

    pub(super) fn refused(path: &Path, reason: impl Into<String>) -> Self {
        Self::Refused {
            path: path.to_owned(),
            reason: reason.into(),
        }
    }

    /// The line and the column at fault, counted from 1.
    pub(super) fn place(&self) -> Option<(usize, usize)> {
        match self {
            Self::Read(error) | Self::Mendable(error) => error.place(),
            _ => None,
        }
    }

    /// What is wrong, without the name of the file and the place in it.
    pub(super) fn reason(&self) -> String {
        match self {
            Self::Read(ReadError::Text {
                source, remains, ..
            }) => {
                format!("{}{remains}", source.reason)
            }
            Self::Mendable(ReadError::Text {
                source, remains, ..
            }) => {
                format!("{}{remains} {LENIENT}", source.reason)
            }
            Self::Read(ReadError::Package { reason, .. }) => reason.to_string(),
            Self::Refused { reason, .. } => reason.clone(),
            Self::Disk { source, .. } => source.to_string(),
            other => other.to_string(),
        }
    }

    /// The file at fault.
    pub(super) fn file(&self) -> Option<String> {
        match self {
            Self::Read(error) | Self::Mendable(error) => Some(error.file().to_owned()),
            Self::Disk { path, .. } | Self::Refused { path, .. } => Some(shown(path)),
            Self::Select(_) | Self::Write(_) | Self::Usage(_) => None,
        }
    }

    /// The failure as JSON.
    pub(super) fn json(&self) -> Value {
        let (line, column) = self.place().unzip();
        json!({ "file": self.file(), "line": line, "column": column, "message": self.reason() })
    }
}
