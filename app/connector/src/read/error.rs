//! Why a file could not be read.

use super::Remains;
use crate::document::TextError;
use crate::message::{Message, Phrase, message, told_by_message};

/// Why a file could not be read: what, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// There is nothing in it.
    Empty {
        /// The name of the file.
        file: String,
    },
    /// It is over a size bound.
    TooLarge {
        /// The name of the file.
        file: String,
        /// The bound in MiB.
        bound: usize,
    },
    /// Its text is broken.
    Text {
        /// The name of the file.
        file: String,
        /// Where and why.
        source: TextError,
        /// What else is wrong, and what can be read all the same.
        remains: Box<Remains>,
    },
    /// It is something that Tenon does not read.
    Foreign {
        /// The name of the file.
        file: String,
        /// What it is: "an OpenAPI 3.1 document".
        what: Message,
        /// What to do.
        advice: Message,
    },
    /// It is a zip file, but not a connector package that can be taken in.
    Package {
        /// The name of the file.
        file: String,
        /// What is wrong with it and what to do.
        reason: Message,
    },
}

told_by_message!(ReadError);

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Text { source, .. } => Some(source),
            _ => None,
        }
    }
}

impl ReadError {
    /// What is wrong, where, and what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty { file } => message!(
                "{file} is empty. Choose a Swagger 2.0 document or a connector package.",
                file
            ),
            Self::TooLarge { file, bound } => message!(
                "{file} is larger than {bound} MiB, the most that can be imported.",
                file,
                bound
            ),
            Self::Text {
                file,
                source,
                remains,
            } => message!(
                "{file}, line {line}, column {column}: {reason}{remains}",
                file,
                line = source.line,
                column = source.column,
                reason = source.reason,
                remains = **remains
            ),
            Self::Foreign { file, what, advice } => {
                message!("{file} is {what}. {advice}", file, what, advice)
            }
            Self::Package { file, reason } => message!("{file}: {reason}", file, reason),
        }
    }

    /// The name of the file at fault.
    #[must_use]
    pub fn file(&self) -> &str {
        match self {
            Self::Empty { file }
            | Self::TooLarge { file, .. }
            | Self::Text { file, .. }
            | Self::Foreign { file, .. }
            | Self::Package { file, .. } => file,
        }
    }

    /// This error of a file in a folder, with the folder before its name. What is said of the folder itself
    /// stays as it is.
    #[must_use]
    pub fn within(mut self, folder: &str) -> Self {
        match &mut self {
            Self::Empty { file }
            | Self::TooLarge { file, .. }
            | Self::Text { file, .. }
            | Self::Foreign { file, .. } => {
                *file = format!("{}/{file}", folder.trim_end_matches('/'));
            }
            Self::Package { .. } => {}
        }
        self
    }

    /// The line and the column at fault, counted from 1.
    #[must_use]
    pub fn place(&self) -> Option<(usize, usize)> {
        match self {
            Self::Text { source, .. } => Some((source.line, source.column)),
            _ => None,
        }
    }

    pub(super) fn too_large(file: &str, bytes: usize) -> Self {
        Self::TooLarge {
            file: file.to_owned(),
            bound: bytes / (1024 * 1024),
        }
    }

    pub(super) fn text(file: &str, source: TextError) -> Self {
        Self::Text {
            file: file.to_owned(),
            source,
            remains: Box::default(),
        }
    }

    /// This error of a file of JSON, with what is to be said of the rest of its bytes.
    pub(super) fn with_remains(self, bytes: &[u8]) -> Self {
        match self {
            Self::Text { file, source, .. } => Self::Text {
                file,
                source,
                remains: Box::new(Remains::of(bytes)),
            },
            other => other,
        }
    }

    pub(super) fn foreign(file: &str, what: impl Into<Message>, advice: Phrase) -> Self {
        Self::Foreign {
            file: file.to_owned(),
            what: what.into(),
            advice: advice.into(),
        }
    }
}
