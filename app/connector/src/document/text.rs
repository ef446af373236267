//! A document as text: read strictly, printed in the style that it was found in.

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::Value;
use thiserror::Error;

use super::decode::decode;
use super::edit::apply;
use super::parse::{Parsed, Place, parse, parse_tree};
use super::places::Spot;
use super::print::{identical, print, reprint};
use super::twins::{Twin, twins};
use super::{Change, EditError, Path};
use crate::message::{Message, message};
use crate::sorting::by_number;

/// The most findings that are listed for one text.
const MAX_FINDINGS: usize = 100;

/// A JSON tree, the style of its text, and the text that it was read from.
#[derive(Clone, Debug)]
pub struct Document {
    root: Value,
    style: TextStyle,
    source: Option<Arc<str>>,
    foreign: Option<Arc<Spot>>,
    twins: Arc<[Twin]>,
    touched: bool,
}

/// How a text is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextStyle {
    /// The indentation of one level; none: the whole document stands in one line.
    pub indent: Option<String>,
    /// What stands between the name of a member and its value.
    pub colon: String,
    /// The line end.
    pub newline: &'static str,
    /// Whether the text begins with a byte order mark.
    pub byte_order_mark: bool,
    /// Whether a line end closes the text.
    pub trailing_newline: bool,
    /// Whether characters beyond ASCII are written as `\u` escapes.
    pub ascii: bool,
}

impl Default for TextStyle {
    fn default() -> Self {
        Self {
            indent: Some("  ".to_owned()),
            colon: ": ".to_owned(),
            newline: "\n",
            byte_order_mark: false,
            trailing_newline: true,
            ascii: false,
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
    pub reason: Message,
}

/// Something odd in a text that could be read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFinding {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What was found and what became of it.
    pub message: Message,
    /// Whether lint tells it too.
    pub is_linted: bool,
}

/// Documents are equal when their trees are, whatever the order of members and the layout.
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
            foreign: None,
            twins: Arc::default(),
            touched: false,
        }
    }

    /// A document that was read from a text that is not JSON, with the places of its values in it.
    #[cfg(feature = "yaml")]
    pub(crate) fn of_foreign_text(root: Value, spot: Spot) -> Self {
        Self {
            foreign: Some(Arc::new(spot)),
            ..Self::new(root)
        }
    }

    /// Whether its places are those of the text of another kind (YAML) that it was read from. An edit
    /// ends that.
    #[must_use]
    pub fn has_foreign_text(&self) -> bool {
        self.foreign().is_some()
    }

    pub(super) fn known_twins(&self) -> &[Twin] {
        &self.twins
    }

    pub(super) fn foreign(&self) -> Option<&Spot> {
        self.foreign.as_deref().filter(|_| !self.touched)
    }

    /// Reads JSON.
    ///
    /// # Errors
    /// The first place where the text is not JSON.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        Self::of_text(text).map(|(document, _)| document)
    }

    /// Reads a file of JSON, and what is odd in it: keys that stand twice, halves of characters,
    /// bytes that are not UTF-8.
    ///
    /// # Errors
    /// The first place where the file is not JSON.
    pub fn read(bytes: &[u8]) -> Result<(Self, Vec<TextFinding>), TextError> {
        let (text, oddity) = decode(bytes)?;
        let (document, mut findings) = Self::of_text(&text)?;
        findings.splice(0..0, oddity);
        Ok((document, findings))
    }

    fn of_text(text: &str) -> Result<(Self, Vec<TextFinding>), TextError> {
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let parsed = parse_tree(body).map_err(|fault| {
            let (line, column) = Walk::new(body).to(fault.at);
            TextError {
                line,
                column,
                reason: fault.words,
            }
        })?;
        let style = TextStyle::of(text, &parsed);
        let findings = findings(body, parsed.oddities);
        let twins = twins(&parsed.root, &parsed.twins).into();
        let document = Self {
            root: parsed.root,
            style,
            source: Some(text.into()),
            foreign: None,
            twins,
            touched: false,
        };
        Ok((document, findings))
    }

    /// The tree.
    #[must_use]
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// How its text is laid out.
    #[must_use]
    pub fn style(&self) -> &TextStyle {
        &self.style
    }

    /// Whether both trees are the same in every detail, the order of members included.
    #[must_use]
    pub fn is_identical(&self, other: &Self) -> bool {
        identical(&self.root, &other.root)
    }

    /// How many bytes the text has that it was read from; 0 where it was not read from one.
    #[must_use]
    pub fn source_len(&self) -> usize {
        self.source.as_deref().map_or(0, str::len)
    }

    /// The text: what was read, with what has changed printed anew in its style.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.text().into_owned()
    }

    /// The text, not copied where it is what was read.
    pub(super) fn text(&self) -> Cow<'_, str> {
        let Some(source) = &self.source else {
            return Cow::Owned(print(&self.root, &self.style));
        };
        if !self.touched {
            return Cow::Borrowed(source);
        }
        let body = source.strip_prefix('\u{feff}').unwrap_or(source);
        let mark = source.get(..source.len() - body.len()).unwrap_or_default();
        Cow::Owned(match parse(body) {
            Ok(before) => mark.to_owned() + &reprint(&self.root, &before, body, &self.style),
            Err(_) => print(&self.root, &self.style),
        })
    }

    pub(crate) fn apply(
        &mut self,
        path: &Path,
        change: &Change,
    ) -> Result<(Path, Change), EditError> {
        let inverse = apply(&mut self.root, path, change)?;
        self.touched = true;
        Ok(inverse)
    }
}

impl TextStyle {
    /// The style of a text that was read.
    fn of(text: &str, parsed: &Parsed) -> Self {
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let inner = body
            .get(parsed.span.start..parsed.span.end)
            .unwrap_or_default();
        Self {
            indent: indent_of(inner),
            colon: colon_of(body, parsed).unwrap_or_else(|| ": ".to_owned()),
            newline: if body.contains("\r\n") { "\r\n" } else { "\n" },
            byte_order_mark: body.len() < text.len(),
            trailing_newline: body.ends_with('\n'),
            ascii: body.is_ascii() && has_escaped_letter(body),
        }
    }

    /// What stands between two values in one line.
    pub(super) fn comma(&self) -> &'static str {
        if self.colon.ends_with(' ') { ", " } else { "," }
    }
}

/// The indentation of the first line that has one; none where all stands in one line.
fn indent_of(text: &str) -> Option<String> {
    let mut lines = text.lines().skip(1).peekable();
    if lines.peek().is_none() {
        // An empty document in one line says nothing about its style.
        return (text.len() <= 2).then(|| "  ".to_owned());
    }
    let blanks = lines
        .filter(|line| !line.trim().is_empty())
        .map(|line| &line[..line.len() - line.trim_start().len()]);
    Some(
        blanks
            .into_iter()
            .find(|blank| !blank.is_empty())
            .unwrap_or_default()
            .to_owned(),
    )
}

/// What stands between the first key and its value.
fn colon_of(body: &str, parsed: &Parsed) -> Option<String> {
    let first = parsed.span.children.first()?;
    let member = body.get(first.key..first.start)?;
    let colon = member.get(member.rfind('"')? + 1..)?;
    (!colon.is_empty() && !colon.contains('\n')).then(|| colon.to_owned())
}

/// Whether a character beyond ASCII is written as an escape.
fn has_escaped_letter(text: &str) -> bool {
    text.match_indices('\\').any(|(at, _)| {
        text.get(at + 1..at + 6)
            .and_then(|escape| escape.strip_prefix('u'))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .is_some_and(|code| code >= 0x80)
    })
}

fn findings(text: &str, oddities: Vec<Place>) -> Vec<TextFinding> {
    let oddities = by_number(oddities, |oddity| oddity.at);
    let more = oddities.len().saturating_sub(MAX_FINDINGS);
    let mut walk = Walk::new(text);
    let mut findings: Vec<TextFinding> = oddities
        .into_iter()
        .take(MAX_FINDINGS)
        .map(|oddity| {
            let (line, column) = walk.to(oddity.at);
            TextFinding {
                line,
                column,
                message: oddity.words,
                is_linted: oddity.is_twin,
            }
        })
        .collect();
    if let (1.., Some(last)) = (more, findings.last_mut()) {
        last.message = message!(
            "{message} There are {more} more such places after this one.",
            message = last.message,
            more
        );
    }
    findings
}

/// A walk through a text, from place to place, that counts lines and columns.
pub(super) struct Walk<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'t> Walk<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
            column: 1,
        }
    }

    /// The line and the column of a place that does not lie before the last one.
    pub(super) fn to(&mut self, at: usize) -> (usize, usize) {
        let passed = self.text.get(self.at..at).unwrap_or_default();
        let last_line = match passed.rfind('\n') {
            Some(end) => {
                self.line += passed.bytes().filter(|byte| *byte == b'\n').count();
                self.column = 1;
                passed.get(end + 1..).unwrap_or_default()
            }
            None => passed,
        };
        self.column += last_line.chars().count();
        self.at = at;
        (self.line, self.column)
    }
}
