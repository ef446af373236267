//! Errors of what is not made by the app: a page for somebody at a browser, problem details (RFC 9457) for
//! everybody else.

use std::any::Any;

use axum::Json;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, HeaderValue, VARY,
};
use axum::http::{Method, Response as HttpResponse, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use leptos::nonce::Nonce;
use serde_json::json;
use tenon_app::error::{AppError, ErrorKind};
use tenon_app::language::Language;
use tenon_app::shell::error_page;
use tower_http::request_id::RequestId;

use super::assets;
use crate::texts::requests as t;

const PROBLEM: HeaderValue = HeaderValue::from_static("application/problem+json");

/// An error as a response. [`describe`] gives it the id of its request.
pub(super) fn problem(error: AppError) -> Response {
    let status = StatusCode::from_u16(error.kind.status());
    let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut body = json!({
        "type": "about:blank",
        "title": status.canonical_reason(),
        "status": status.as_u16(),
        "detail": error.message,
    });
    if let (Some(id), Some(members)) = (&error.request_id, body.as_object_mut()) {
        members.insert("requestId".to_owned(), json!(id));
    }
    let headers = [
        (CONTENT_TYPE, PROBLEM),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    let mut response = (status, headers, Json(body)).into_response();
    response.extensions_mut().insert(error);
    response
}

/// Gives a response that a layer made without words (too large, too slow) its words, and every
/// problem the id of its request.
pub(super) async fn describe(request: Request, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>();
    let id = id
        .and_then(|id| id.header_value().to_str().ok())
        .map(str::to_owned);
    let is_for_browser = wants_page(request.method(), request.uri().path(), request.headers());
    let mut response = next.run(request).await;
    let error = match (
        response.extensions_mut().remove::<AppError>(),
        response.status(),
    ) {
        (Some(error), _) => error,
        (None, StatusCode::PAYLOAD_TOO_LARGE) if !has_own_words(&response) => {
            AppError::new(ErrorKind::TooLarge, t::request_too_large())
        }
        (None, StatusCode::GATEWAY_TIMEOUT) => {
            AppError::new(ErrorKind::Upstream, t::request_too_slow())
        }
        _ => return response,
    };
    let error = AppError {
        request_id: id,
        ..error
    };
    if is_for_browser {
        page(Language::current(), &error)
    } else {
        problem(error)
    }
}

/// Whether somebody at a browser waits for a page.
fn wants_page(method: &Method, path: &str, headers: &HeaderMap) -> bool {
    let accepted = headers
        .get_all(ACCEPT)
        .iter()
        .filter_map(|line| line.to_str().ok());
    // Browsers name HTML, and name it first; who asks for JSON first or takes anything is a program.
    let first = accepted.flat_map(|line| line.split(',')).next();
    let kind = first.and_then(|first| first.split(';').next());
    // What another site posts, as the answer of an identity provider, is looked at by somebody too.
    let is_asked = [Method::GET, Method::POST].contains(method);
    is_asked && !path.starts_with("/api/") && kind.map(str::trim) == Some("text/html")
}

/// An error as a page.
fn page(language: Language, error: &AppError) -> Response {
    let status = StatusCode::from_u16(error.kind.status());
    let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let nonce = Nonce::new();
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self'; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'"
    );
    let html = error_page(language, &assets::names().style, nonce.as_inner(), error);
    let headers = [
        (CACHE_CONTROL, "no-store"),
        (VARY, "accept, accept-language, cookie"),
    ];
    let mut response = (status, headers, Html(html)).into_response();
    // A nonce is Base64, so the policy is a header value.
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response
            .headers_mut()
            .insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

fn has_own_words(response: &Response) -> bool {
    let kind = response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    kind.contains("json") || kind.contains("html")
}

/// The response to a request whose handling panicked.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the signature that the layer asks for"
)]
pub(super) fn of_panic(panic: Box<dyn Any + Send + 'static>) -> HttpResponse<Body> {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("no message");
    tracing::error!(panic = text, "the handling of a request panicked");
    let error = AppError::internal(t::fault_of_tenon());
    problem(error)
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::panic,
        reason = "a test fails by panicking"
    )]

    use axum::Router;
    use axum::body::to_bytes;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use tower::ServiceExt;
    use tower_http::catch_panic::CatchPanicLayer;

    use super::*;

    const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    /// What comes of a request whose handling panics: its kind of content, and its text.
    async fn panicked(path: &str, accept: &str) -> (String, String) {
        let router = Router::new()
            .fallback(get(async || -> StatusCode { panic!("<broken>") }))
            .layer(CatchPanicLayer::custom(of_panic))
            .layer(from_fn(describe));
        let mut request = Request::get(path).header(ACCEPT, accept);
        let id = RequestId::new(HeaderValue::from_static("the-request"));
        request.extensions_mut().unwrap().insert(id);
        let response = router.oneshot(request.body(Body::empty()).unwrap()).await;
        let (head, body) = response.unwrap().into_parts();
        assert_eq!(head.status, StatusCode::INTERNAL_SERVER_ERROR);
        let kind = head.headers[CONTENT_TYPE].to_str().unwrap().to_owned();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        (kind, String::from_utf8(body.into()).unwrap())
    }

    #[tokio::test]
    async fn a_panic_is_a_page_for_a_browser_and_a_problem_for_a_program() {
        let (kind, page) = panicked("/connectors", BROWSER).await;
        assert_eq!(kind, "text/html; charset=utf-8");
        for part in [
            "<h1>Tenon has a fault</h1>",
            "the-request",
            "Go to the connectors",
        ] {
            assert!(page.contains(part), "{part} is not in {page}");
        }
        assert!(!page.contains("broken"), "the log alone has the details");
        for (path, accept) in [
            ("/connectors", "*/*"),
            ("/connectors", "application/json, text/html;q=0.5"),
            ("/api/save", BROWSER),
        ] {
            let (kind, problem) = panicked(path, accept).await;
            assert_eq!(kind, "application/problem+json", "{path} for {accept}");
            assert!(problem.contains("\"requestId\":\"the-request\""));
        }
    }
}
