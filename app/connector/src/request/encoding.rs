//! Percent-encoding (RFC 3986).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but the unreserved characters: a value so encoded is one piece wherever it stands.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What a path that a maker wrote may hold as it is; `%` stays, so that encoded paths stay as they are.
const PATH: &AsciiSet = &VALUE
    .remove(b'/')
    .remove(b':')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b'%');

/// What a query that a maker wrote may hold as it is.
const QUERY: &AsciiSet = &PATH.remove(b'?');

/// A value with every reserved character encoded.
#[must_use]
pub fn percent_encoded(value: &str) -> String {
    utf8_percent_encode(value, VALUE).to_string()
}

/// A path as a maker wrote it, with what no path may hold encoded.
pub(crate) fn written_path(text: &str) -> String {
    with_whole_escapes(utf8_percent_encode(text, PATH).to_string())
}

/// A query as a maker wrote it, with what no query may hold encoded.
pub(crate) fn written_query(text: &str) -> String {
    with_whole_escapes(utf8_percent_encode(text, QUERY).to_string())
}

/// Encodes each `%` that no two hexadecimal digits follow.
fn with_whole_escapes(text: String) -> String {
    let mut pieces = text.split('%');
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let is_escape = piece.len() >= 2 && piece.bytes().take(2).all(|b| b.is_ascii_hexdigit());
        whole.push_str(if is_escape { "%" } else { "%25" });
        whole.push_str(piece);
    }
    whole
}
