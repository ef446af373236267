//! In which language a request is answered.

use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, HeaderName};
use tenon_app::language::Language;

/// The language that the person chose, else the one that the browser asks for.
pub(super) fn language(headers: &HeaderMap) -> Language {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    Language::negotiated(text(COOKIE), text(ACCEPT_LANGUAGE))
}
