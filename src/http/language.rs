//! In which language a request is answered.

use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, HeaderName};
use axum::middleware::Next;
use axum::response::Response;
use tenon_app::language::Language;

/// The language that the person chose, else the one that the browser asks for.
pub(super) fn language(headers: &HeaderMap) -> Language {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    Language::negotiated(text(COOKIE), text(ACCEPT_LANGUAGE))
}

/// Answers a request in that language.
pub(super) async fn speak(request: Request, next: Next) -> Response {
    let language = language(request.headers());
    language.speak(next.run(request)).await
}
