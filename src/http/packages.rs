//! Downloads: a connector as a package or a document of OpenAPI, several in one zip file, and an icon.

use axum::Form;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use tenon_app::error::AppError;
use tenon_connector::Connector;
use tenon_connector::write::bundle::file_stem;
use tenon_connector::write::openapi::to_openapi;
use tenon_connector::write::package::{WriteError, to_zip};

use super::problem::problem;
use super::router::{backend_of, request_id};
use crate::state::AppState;
use crate::texts::requests as t;

/// The newest version as a package.
pub(super) async fn package(
    State(state): State<AppState>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let kind = ("zip", "application/zip");
    download(&state, &id, request, kind, to_zip).await
}

/// The newest version as a document of OpenAPI: that which it was imported from, with what changed since, where the
/// connector keeps it; else as OpenAPI 3.1.
pub(super) async fn openapi(
    State(state): State<AppState>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let kind = ("openapi.json", "application/json");
    let write = |connector: &Connector| {
        let document = to_openapi(connector).document;
        Ok::<_, WriteError>(document.to_text().into_bytes())
    };
    download(&state, &id, request, kind, write).await
}

/// The newest version as a file with this ending and content type. Large connectors take their time, so it is written
/// beside the requests.
async fn download(
    state: &AppState,
    id: &str,
    request: Request,
    (ending, kind): (&str, &'static str),
    write: impl FnOnce(&Connector) -> Result<Vec<u8>, WriteError> + Send + 'static,
) -> Response {
    let (version, connector) = match connector(state, id, request).await {
        Ok(found) => found,
        Err(error) => return problem(error),
    };
    let stem = file_stem(connector.title());
    let name = format!("attachment; filename=\"{stem}-v{version}.{ending}\"");
    let written = tokio::task::spawn_blocking(move || write(&connector)).await;
    match written {
        Ok(Ok(bytes)) => {
            let headers = [
                (CONTENT_TYPE, kind),
                (CONTENT_DISPOSITION, name.as_str()),
                (CACHE_CONTROL, "no-store"),
            ];
            (headers, bytes).into_response()
        }
        Ok(Err(error)) => problem(AppError::internal(error.to_string())),
        Err(error) => problem(AppError::internal(error.to_string())),
    }
}

/// The connectors that a form names, for one download.
#[derive(Deserialize)]
pub(super) struct Selection {
    /// Their ids, with commas between.
    ids: String,
}

/// The newest versions of several connectors as one zip file of packages.
pub(super) async fn packages(
    State(state): State<AppState>,
    parts: Parts,
    Form(selection): Form<Selection>,
) -> Response {
    let ids = selection.ids.split(',').filter(|id| !id.is_empty());
    let ids = ids.map(str::to_owned).collect();
    let Some(backend) = backend_of(&state, &parts) else {
        return problem(no_session());
    };
    match backend.export(ids).await {
        Ok(pieces) => {
            let headers = [
                (CONTENT_TYPE, "application/zip"),
                (
                    CONTENT_DISPOSITION,
                    "attachment; filename=\"connectors.zip\"",
                ),
                (CACHE_CONTROL, "no-store"),
            ];
            (headers, Body::from_stream(pieces)).into_response()
        }
        Err(error) => problem(AppError {
            request_id: Some(request_id(&parts)),
            ..error
        }),
    }
}

fn no_session() -> AppError {
    AppError::internal(t::no_session())
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
        None => problem(AppError::not_found(t::no_icon())),
    }
}

async fn connector(
    state: &AppState,
    id: &str,
    request: Request,
) -> Result<(i64, Connector), AppError> {
    let (parts, _) = request.into_parts();
    let backend = backend_of(state, &parts).ok_or_else(no_session)?;
    backend.download(id).await.map_err(|error| AppError {
        request_id: Some(request_id(&parts)),
        ..error
    })
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
