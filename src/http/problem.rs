//! Errors of what is not a page, as problem details (RFC 9457).

use std::any::Any;

use axum::Json;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::http::{Response as HttpResponse, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use tenon_app::error::{AppError, ErrorKind};
use tower_http::request_id::RequestId;

const PROBLEM: HeaderValue = HeaderValue::from_static("application/problem+json");

/// An error as a response.
pub(super) fn problem(error: &AppError) -> impl IntoResponse + use<> {
    let status =
        StatusCode::from_u16(error.kind.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut body = json!({
        "type": "about:blank",
        "title": status.canonical_reason(),
        "status": status.as_u16(),
        "detail": error.message,
    });
    if let (Some(id), Some(members)) = (&error.request_id, body.as_object_mut()) {
        members.insert("requestId".to_owned(), json!(id));
    }
    (status, [(CONTENT_TYPE, PROBLEM)], Json(body))
}

/// Gives a response that layers made without a body (too large, too slow) its words, and every
/// problem the id of its request.
pub(super) async fn describe(request: Request, next: Next) -> Response {
    let id = request
        .extensions()
        .get::<RequestId>()
        .and_then(|id| id.header_value().to_str().ok())
        .map(str::to_owned);
    let response = next.run(request).await;
    let (kind, message) = match response.status() {
        StatusCode::PAYLOAD_TOO_LARGE if !has_own_words(&response) => (
            ErrorKind::TooLarge,
            "The request is larger than the server accepts. Send less at once.",
        ),
        _ => return response,
    };
    let error = AppError {
        request_id: id,
        ..AppError::new(kind, message)
    };
    problem(&error).into_response()
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
    let error = AppError::internal(
        "Tenon has a fault here. Report it with the request id of this response.",
    );
    problem(&error).into_response()
}
