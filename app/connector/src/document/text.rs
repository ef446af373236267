//! A document as text: read strictly, printed in the style that it was found in.

use serde_json::Value;
use thiserror::Error;

use super::edit::apply;
use super::{Change, EditError, Path};

/// A JSON tree, the style of its text, and the text itself until the first edit.
#[derive(Clone, Debug)]
pub struct Document {
    root: Value,
    style: TextStyle,
    source: Option<String>,
}

/// How a text is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextStyle {
    /// The indentation of one level.
    pub indent: String,
    /// The line end.
    pub newline: &'static str,
    /// Whether the text begins with a byte order mark.
    pub byte_order_mark: bool,
    /// Whether a line end closes the text.
    pub trailing_newline: bool,
}

impl Default for TextStyle {
    fn default() -> Self {
        Self {
            indent: "  ".to_owned(),
            newline: "\n",
            byte_order_mark: false,
            trailing_newline: true,
        }
    }
}

/// Why a text could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}, column {column}: {reason}")]
pub struct TextError {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What is wrong there and what was expected.
    pub reason: String,
}

/// Something odd in a text that could be read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFinding {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What was found and what became of it.
    pub message: String,
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.root == other.root
    }
}

impl Document {
    /// A document that was not read from a text.
    #[must_use]
    pub fn new(root: Value) -> Self {
        Self {
            root,
            style: TextStyle::default(),
            source: None,
        }
    }

    /// Reads JSON.
    ///
    /// # Errors
    /// The first place where the text is not JSON.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let root = serde_json::from_str(body).map_err(|error| TextError {
            line: error.line(),
            column: error.column().max(1),
            reason: error.to_string(),
        })?;
        Ok(Self {
            root,
            style: TextStyle::default(),
            source: Some(text.to_owned()),
        })
    }

    /// The tree.
    #[must_use]
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// The text: the one that was read while nothing has changed, else printed in its style.
    #[must_use]
    pub fn to_text(&self) -> String {
        match &self.source {
            Some(source) => source.clone(),
            None => serde_json::to_string_pretty(&self.root).unwrap_or_default(),
        }
    }

    pub(crate) fn apply(
        &mut self,
        path: &Path,
        change: &Change,
    ) -> Result<(Path, Change), EditError> {
        let inverse = apply(&mut self.root, path, change)?;
        self.source = None;
        Ok(inverse)
    }
}
