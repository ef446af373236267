//! Requests that other sites make a browser send are refused.
//!
//! Browsers tell where a request comes from in `Sec-Fetch-Site`, older ones in `Origin`. A request
//! with neither comes from no browser; it is let through unless it brings a session. One kind is let through from
//! anywhere: the answer of an identity provider as a form, which does nothing but lead on.

use axum::extract::{Request, State};
use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderName, Method};
use axum::middleware::Next;
use axum::response::Response;
use tenon_app::error::{AppError, ErrorKind};

use super::oauth;
use super::problem::problem;
use crate::config::Config;
use crate::state::AppState;
use crate::texts::requests as t;

static FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Refuses an unsafe request that another site made.
pub(super) async fn refuse(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let is_safe = [Method::GET, Method::HEAD, Method::OPTIONS].contains(request.method());
    if is_safe || is_own(request.headers(), &state.config) || oauth::is_form_answer(&request) {
        return next.run(request).await;
    }
    problem(AppError::new(ErrorKind::Forbidden, t::of_another_site()))
}

fn is_own(headers: &HeaderMap, config: &Config) -> bool {
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(&FETCH_SITE) {
        return site == "same-origin" || site == "none";
    }
    if let Some(origin) = text(&ORIGIN) {
        let public = config
            .public_url
            .as_ref()
            .map(|url| url.origin().ascii_serialization());
        let host = origin.split_once("://").map(|(_, host)| host);
        return public.is_some_and(|public| public == origin)
            || (host.is_some() && host == text(&HOST));
    }
    !text(&COOKIE).is_some_and(|cookies| {
        cookies
            .split(';')
            .any(|cookie| cookie.trim().starts_with("tenon="))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn a_request_is_judged_by_where_it_comes_from() {
        let config = Config {
            public_url: Some("https://tenon.test".parse().unwrap()),
            ..Config::default()
        };
        let cases: [(&[(&str, &str)], bool); 9] = [
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "none")], true),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("origin", "http://a.test"), ("host", "a.test")], true),
            (
                &[("origin", "https://tenon.test"), ("host", "inside:7300")],
                true,
            ),
            (&[("origin", "http://evil.test"), ("host", "a.test")], false),
            (&[("cookie", "x=1; tenon=abc")], false),
            (&[("cookie", "x=1")], true),
        ];
        for (given, expected) in cases {
            let mut headers = HeaderMap::new();
            for (name, value) in given {
                headers.insert(HeaderName::try_from(*name).unwrap(), value.parse().unwrap());
            }
            assert_eq!(is_own(&headers, &config), expected, "{given:?}");
        }
    }
}
