//! The files that pages load, embedded in the program by `src/build.rs`.
//!
//! A file of `/assets/` has a name that changes with its content, so browsers may keep it for ever.

use std::env;
use std::path::PathBuf;

use axum::Router;
use axum::extract::Path;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
    HeaderMap, HeaderName, IF_NONE_MATCH, VARY,
};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tenon_app::components::icon::sprite;
use tenon_app::shell::{AppNames, AssetNames};

/// One embedded file.
struct Asset {
    name: &'static str,
    etag: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// How the name of the script begins that a worker of the browser runs.
const READER: &str = "tenon_reader.";

/// A worker is bound by the policy of its own script: it may load its program and run it.
const POLICY_OF_READER: &str = "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'; \
     base-uri 'none'; frame-ancestors 'none'";

const KEEP: &str = "public, max-age=31536000, immutable";
const ASK_DAILY: &str = "public, max-age=86400";
const ASK_AGAIN: &str = "no-cache";

/// The routes that answer with files.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/assets/{name}", get(hashed))
        .route("/pkg/{name}", get(watched))
        .route("/favicon.svg", get(public))
        .route("/icons.svg", get(public))
}

/// Where pages find their files.
#[must_use]
pub fn names() -> AssetNames {
    if watched_folder().is_some() {
        return AssetNames {
            app: Some(AppNames {
                script: "/pkg/tenon.js".to_owned(),
                wasm: "/pkg/tenon.wasm".to_owned(),
                reader: None,
            }),
            style: "/pkg/tenon.css".to_owned(),
        };
    }
    AssetNames {
        app: address("tenon.", ".js")
            .zip(address("tenon_bg.", ".wasm"))
            .map(|(script, wasm)| AppNames {
                script,
                wasm,
                reader: address(READER, ".js"),
            }),
        style: address("tenon.", ".css").unwrap_or_default(),
    }
}

fn address(beginning: &str, ending: &str) -> Option<String> {
    let asset = ASSETS
        .iter()
        .find(|asset| asset.name.starts_with(beginning) && asset.name.ends_with(ending))?;
    Some(format!("/assets/{}", asset.name))
}

/// Whether the name changes with the content: the app's first part, its other parts, the reader, the style sheet.
fn is_hashed(name: &str) -> bool {
    name.starts_with("tenon.") || name.starts_with("tenon_")
}

async fn hashed(Path(name): Path<String>, headers: HeaderMap) -> Response {
    if is_hashed(&name) {
        answer(&name, KEEP, &headers)
    } else {
        StatusCode::NOT_FOUND.into_response()
    }
}

async fn public(uri: Uri, headers: HeaderMap) -> Response {
    // An address that changes with the content, as those of `/assets/` do.
    let is_marked = uri
        .path_and_query()
        .is_some_and(|uri| uri.as_str() == sprite());
    let cache = if is_marked { KEEP } else { ASK_DAILY };
    answer(uri.path().trim_start_matches('/'), cache, &headers)
}

/// What `cargo leptos watch` has just built.
async fn watched(Path(name): Path<String>) -> Response {
    let known = ["tenon.js", "tenon.wasm", "tenon.css"].contains(&name.as_str());
    let Some(folder) = watched_folder().filter(|_| known) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match tokio::fs::read(folder.join(&name)).await {
        Ok(bytes) => {
            let headers = [
                (CONTENT_TYPE, content_type(&name)),
                (CACHE_CONTROL, ASK_AGAIN),
            ];
            (headers, bytes).into_response()
        }
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The folder that `cargo leptos watch` builds into; none when the program serves itself.
fn watched_folder() -> Option<PathBuf> {
    let site = env::var_os("LEPTOS_SITE_ROOT")?;
    Some(PathBuf::from(site).join("pkg"))
}

fn answer(name: &str, cache: &'static str, headers: &HeaderMap) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kept = [
        (ETAG, asset.etag),
        (CACHE_CONTROL, cache),
        (VARY, "accept-encoding"),
    ];
    // With every answer: one without would put the policy of other files in the place of the one that is kept.
    let policy = policy(name);
    if names_it(headers, &IF_NONE_MATCH, asset.etag) {
        return (StatusCode::NOT_MODIFIED, kept, policy, ()).into_response();
    }
    let about = [(CONTENT_TYPE, content_type(name))];
    match asset.compressed(headers) {
        Some((encoding, bytes)) => {
            let about = (kept, policy, about, [(CONTENT_ENCODING, encoding)], bytes);
            about.into_response()
        }
        None => (kept, policy, about, asset.plain).into_response(),
    }
}

/// What a script may do that runs by itself; none for what a page loads, which the policy of the page binds.
fn policy(name: &str) -> Option<[(HeaderName, &'static str); 1]> {
    name.starts_with(READER)
        .then_some([(CONTENT_SECURITY_POLICY, POLICY_OF_READER)])
}

impl Asset {
    /// The smallest copy that the browser takes.
    fn compressed(&self, headers: &HeaderMap) -> Option<(&'static str, &'static [u8])> {
        let copies = [("br", self.brotli), ("gzip", self.gzip)];
        copies
            .into_iter()
            .filter_map(|(encoding, bytes)| Some((encoding, bytes?)))
            .find(|(encoding, _)| names_it(headers, &ACCEPT_ENCODING, encoding))
    }
}

/// Whether a comma-separated header names a value, and not with the weight 0.
fn names_it(headers: &HeaderMap, name: &HeaderName, value: &str) -> bool {
    let lines = headers
        .get_all(name)
        .iter()
        .filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).any(|entry| {
        let (named, weight) = entry.split_once(';').unwrap_or((entry, ""));
        let refused = weight
            .trim()
            .strip_prefix("q=")
            .and_then(|weight| weight.parse::<f32>().ok())
            .is_some_and(|weight| weight <= 0.0);
        named.trim().trim_start_matches("W/") == value && !refused
    })
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use axum::body::{Body, to_bytes};
    use axum::http::{HeaderValue, Request};
    use tower::ServiceExt;

    use super::*;

    async fn get(
        address: &str,
        header: Option<(HeaderName, &str)>,
    ) -> (StatusCode, HeaderMap, Vec<u8>) {
        let mut request = Request::get(address);
        if let Some((name, value)) = header {
            request = request.header(name, value);
        }
        let request = request.body(Body::empty()).unwrap();
        let response = routes::<()>().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        (head.status, head.headers, body.into())
    }

    #[tokio::test]
    async fn the_style_sheet_is_whole_and_kept_for_ever() {
        let (status, headers, body) = get(&names().style, None).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(headers[CONTENT_TYPE], "text/css; charset=utf-8");
        assert_eq!(headers[CACHE_CONTROL], KEEP);
        let sheet = String::from_utf8(body).unwrap();
        assert!(
            sheet.contains(".button") && sheet.contains("--accent:") && !sheet.contains("@import")
        );
    }

    #[tokio::test]
    async fn a_browser_that_has_a_file_is_not_sent_it_again() {
        let (_, headers, _) = get("/favicon.svg", None).await;
        let etag = headers[ETAG].to_str().unwrap();
        let (status, _, body) = get("/favicon.svg", Some((IF_NONE_MATCH, etag))).await;
        assert_eq!((status, body.len()), (StatusCode::NOT_MODIFIED, 0));
        let (status, ..) = get("/favicon.svg", Some((IF_NONE_MATCH, "\"another\""))).await;
        assert_eq!(status, StatusCode::OK);
    }

    #[tokio::test]
    async fn the_icons_are_kept_for_ever_under_the_address_of_their_content() {
        let (status, headers, body) = get(&sprite(), None).await;
        assert_eq!(
            (status, &headers[CACHE_CONTROL]),
            (StatusCode::OK, &HeaderValue::from_static(KEEP))
        );
        assert_eq!(headers[CONTENT_TYPE], "image/svg+xml");
        assert!(
            String::from_utf8(body)
                .unwrap()
                .contains("<symbol id=\"search\"")
        );
        for address in ["/icons.svg", "/icons.svg?v=of-another-build"] {
            assert_eq!(
                get(address, None).await.1[CACHE_CONTROL],
                ASK_DAILY,
                "{address}"
            );
        }
    }

    #[tokio::test]
    async fn what_is_not_there_is_not_found() {
        for address in [
            "/assets/tenon.0.css",
            "/assets/favicon.svg",
            "/assets/..%2Fsrc",
            "/pkg/tenon.js",
        ] {
            assert_eq!(
                get(address, None).await.0,
                StatusCode::NOT_FOUND,
                "{address}"
            );
        }
    }

    #[test]
    fn only_the_script_of_the_worker_may_load_anything() {
        let [(_, policy)] = super::policy("tenon_reader.0.js").unwrap();
        assert!(
            policy.starts_with(
                "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self';"
            )
        );
        assert_eq!(super::policy("tenon.0.js"), None);
    }

    #[test]
    fn a_browser_gets_the_smallest_copy_that_it_takes() {
        let asset = Asset {
            name: "tenon.css",
            etag: "",
            plain: b"plain",
            brotli: Some(b"b"),
            gzip: Some(b"gz"),
        };
        let encoding = |accepted: &'static str| {
            let headers =
                HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(accepted))]);
            asset.compressed(&headers).map(|(encoding, _)| encoding)
        };
        assert_eq!(encoding("gzip, deflate, br, zstd"), Some("br"));
        assert_eq!(encoding("gzip;q=0.8, br;q=0"), Some("gzip"));
        assert_eq!(encoding("brotli, x-gzip"), None);
        assert_eq!(encoding(""), None);
    }
}
