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
    let mut response = (status, [(CONTENT_TYPE, PROBLEM)], Json(body)).into_response();
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
    let mut response = next.run(request).await;
    let error = match (
        response.extensions_mut().remove::<AppError>(),
        response.status(),
    ) {
        (Some(error), _) => error,
        (None, StatusCode::PAYLOAD_TOO_LARGE) if !has_own_words(&response) => AppError::new(
            ErrorKind::TooLarge,
            "The request is larger than the server accepts. Send less at once.",
        ),
        (None, StatusCode::GATEWAY_TIMEOUT) => AppError::new(
            ErrorKind::Upstream,
            "The request took longer than five minutes, so it was ended. Try again with less at once.",
        ),
        _ => return response,
    };
    problem(AppError {
        request_id: id,
        ..error
    })
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
    problem(error)
}
