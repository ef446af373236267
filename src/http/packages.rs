//! Downloads: a connector as a package, and its icon.

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::response::{IntoResponse, Response};
use tenon_app::error::AppError;
use tenon_connector::Connector;
use tenon_connector::write::package::to_zip;

use super::problem::problem;
use super::router::{backend_of, request_id};
use crate::state::AppState;

/// The newest version as a package.
pub(super) async fn package(
    State(state): State<AppState>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let (version, connector) = match connector(&state, &id, request).await {
        Ok(found) => found,
        Err(error) => return problem(error),
    };
    let name = format!(
        "attachment; filename=\"{}-v{version}.zip\"",
        file_name(connector.title())
    );
    let packed = tokio::task::spawn_blocking(move || to_zip(&connector)).await;
    match packed {
        Ok(Ok(zip)) => {
            let headers = [
                (CONTENT_TYPE, "application/zip"),
                (CONTENT_DISPOSITION, name.as_str()),
                (CACHE_CONTROL, "no-store"),
            ];
            (headers, zip).into_response()
        }
        Ok(Err(error)) => problem(AppError::internal(error.to_string())),
        Err(error) => problem(AppError::internal(error.to_string())),
    }
}

/// The icon, if it is an image that a browser shows.
pub(super) async fn icon(
    State(state): State<AppState>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let known = request.headers().get(IF_NONE_MATCH).cloned();
    let (version, connector) = match connector(&state, &id, request).await {
        Ok(found) => found,
        Err(error) => return problem(error),
    };
    let etag = format!("\"v{version}\"");
    if known.is_some_and(|known| known == etag.as_str()) {
        return StatusCode::NOT_MODIFIED.into_response();
    }
    let image = connector
        .icon()
        .and_then(|bytes| Some((image_type(&bytes)?, bytes)));
    match image {
        Some((kind, bytes)) => (
            [
                (CONTENT_TYPE, kind),
                (CACHE_CONTROL, "private, no-cache"),
                (ETAG, etag.as_str()),
            ],
            bytes,
        )
            .into_response(),
        None => problem(AppError::not_found("The connector has no icon.")),
    }
}

async fn connector(
    state: &AppState,
    id: &str,
    request: Request,
) -> Result<(i64, Connector), AppError> {
    let (parts, _) = request.into_parts();
    let missing = || AppError::internal("The request has no session.");
    let backend = backend_of(state, &parts).ok_or_else(missing)?;
    backend.download(id).await.map_err(|error| AppError {
        request_id: Some(request_id(&parts)),
        ..error
    })
}

/// A title as a file's name: letters, digits and hyphens.
fn file_name(title: &str) -> String {
    let words = title
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let name: String = words
        .collect::<Vec<_>>()
        .join("-")
        .chars()
        .take(80)
        .collect();
    if name.is_empty() {
        "connector".to_owned()
    } else {
        name
    }
}

fn image_type(bytes: &[u8]) -> Option<&'static str> {
    let known: [(&[u8], &str); 3] = [
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"GIF8", "image/gif"),
    ];
    known
        .into_iter()
        .find(|(magic, _)| bytes.starts_with(magic))
        .map(|(_, kind)| kind)
}
