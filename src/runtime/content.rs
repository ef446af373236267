//! The body of a response as people see it: text without its secrets, or bytes that hold none.

use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE};
use tenon_connector::policy::run::ResponseMessage;

use super::indent::indented;
use super::mask::Mask;
use super::transcript::header;

/// The bytes of a text that are shown.
const SHOWN_BYTES: usize = 256 * 1024;
/// The bytes of a body that is no text, above which nothing of it is handed out.
const HANDED_BYTES: usize = 4 * 1024 * 1024;

/// A body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// There was none.
    Empty,
    /// Text.
    Text {
        /// The text, JSON indented.
        text: String,
        /// Whether the rest was left out.
        truncated: bool,
    },
    /// Not text.
    Binary {
        /// The `Content-Type` given.
        content_type: String,
        /// What of it is handed out.
        handed: Handed,
    },
}

/// What is handed out of a body that is no text: all of it, or nothing, since nothing can be hidden in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handed {
    /// All of it.
    Bytes(Vec<u8>),
    /// Nothing: it is longer than 4 MiB.
    TooLong,
    /// Nothing: a secret stands in it.
    HoldsSecret,
    /// Nothing: it is packed, so that a secret in it would not be found.
    Packed,
}

impl Content {
    /// The body of a response.
    pub(super) fn of(response: &ResponseMessage, mask: &Mask) -> Self {
        let content_type = header(&response.headers, CONTENT_TYPE.as_str()).unwrap_or_default();
        if response.body.is_empty() {
            return Self::Empty;
        }
        if let Some(coding) = coding(response) {
            return Self::Binary {
                content_type: mask.hide(&format!("{content_type}, {coding}")),
                handed: Handed::Packed,
            };
        }
        match text(content_type, &response.body, mask) {
            Some((text, truncated)) => Self::Text { text, truncated },
            None => Self::Binary {
                content_type: mask.hide(content_type),
                handed: Handed::of(&response.body, mask),
            },
        }
    }
}

impl Handed {
    fn of(bytes: &[u8], mask: &Mask) -> Self {
        if bytes.len() > HANDED_BYTES {
            return Self::TooLong;
        }
        if holds_secret(bytes, mask) {
            return Self::HoldsSecret;
        }
        Self::Bytes(bytes.to_vec())
    }
}

/// Whether a secret stands in bytes: in UTF-8, in ISO 8859-1, or in UTF-16 where that has the same letters.
fn holds_secret(bytes: &[u8], mask: &Mask) -> bool {
    // Without its zeros, UTF-16 reads as ISO 8859-1. No secret has a zero in it.
    let bytes: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    if mask.finds(&String::from_utf8_lossy(&bytes)) {
        return true;
    }
    let latin: String = bytes.into_iter().map(char::from).collect();
    mask.finds(&latin)
}

/// The encoding in which a body came that was not asked for, so that it is no text whatever it says it is; none for any
/// other.
fn coding(response: &ResponseMessage) -> Option<&str> {
    // Those that were asked for are undone, and their header is gone.
    let coding = header(&response.headers, CONTENT_ENCODING.as_str())?;
    let is_none = coding.trim().eq_ignore_ascii_case("identity");
    (!is_none && std::str::from_utf8(&response.body).is_err()).then_some(coding)
}

/// The text of a body as people see it, and whether the rest of it was left out; none where it is not text. Secrets are
/// hidden before the text is cut, so that no half of one stays at the end.
pub(super) fn text(content_type: &str, bytes: &[u8], mask: &Mask) -> Option<(String, bool)> {
    let text = text_of(content_type, bytes)?;
    let may_be_json = is_json(content_type) || content_type.is_empty();
    let text = may_be_json
        .then(|| indented(&text))
        .flatten()
        .unwrap_or(text);
    Some(shown(&text, mask))
}

/// The text of a body as it was sent, not made readable; none where it is not text.
pub(super) fn as_sent(content_type: &str, bytes: &[u8], mask: &Mask) -> Option<String> {
    let text = text_of(content_type, bytes)?;
    Some(shown(&text, mask).0)
}

fn shown(text: &str, mask: &Mask) -> (String, bool) {
    let mut text = mask.hide(text);
    let end = text.floor_char_boundary(SHOWN_BYTES);
    let truncated = end < text.len();
    text.truncate(end);
    (text, truncated)
}

/// A `Content-Type` without its parameters, in lower case.
pub(super) fn essence(content_type: &str) -> String {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

fn is_json(content_type: &str) -> bool {
    let essence = essence(content_type);
    essence.ends_with("/json") || essence.ends_with("+json")
}

/// The text of a body; none when it is not text, or in a character set that is not read.
fn text_of(content_type: &str, bytes: &[u8]) -> Option<String> {
    if bytes.contains(&0) {
        // Also text in UTF-16 whose type does not say so: a secret in it would not be found as one.
        return None;
    }
    let charset = content_type
        .to_ascii_lowercase()
        .split_once("charset=")
        .map(|(_, rest)| {
            rest.split(';')
                .next()
                .unwrap_or_default()
                .trim_matches([' ', '"'])
                .to_owned()
        });
    if !is_text(&essence(content_type)) {
        return std::str::from_utf8(bytes).ok().map(str::to_owned);
    }
    match charset.as_deref() {
        None | Some("" | "utf-8" | "utf8" | "us-ascii") => {
            let text = String::from_utf8_lossy(bytes);
            Some(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
        }
        Some("iso-8859-1" | "latin1" | "windows-1252") => {
            Some(bytes.iter().copied().map(char::from).collect())
        }
        Some(_) => None,
    }
}

fn is_text(essence: &str) -> bool {
    let (kind, subtype) = essence.split_once('/').unwrap_or((essence, ""));
    let named = [
        "json",
        "xml",
        "javascript",
        "x-www-form-urlencoded",
        "yaml",
        "x-yaml",
        "graphql",
        "sql",
    ];
    kind == "text"
        || named.contains(&subtype)
        || subtype.ends_with("+json")
        || subtype.ends_with("+xml")
}
