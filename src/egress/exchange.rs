//! One call from its first request to its last answer.

use std::time::Duration;

use axum::body::Body;
use reqwest::header::HeaderMap;
use tower::ServiceExt;

use super::open::{OpenResponse, Rest};
use super::redirect::{Hop, follow};
use super::{Egress, EgressError, OutgoingRequest};

/// Sends a request and follows where it is redirected to, each hop checked as the first. The hops are added to a list, so
/// that they are known of a call that fails, too.
pub(super) async fn open(
    egress: &Egress,
    mut request: OutgoingRequest,
    hops: &mut Vec<Hop>,
) -> Result<OpenResponse, EgressError> {
    for _ in 0..=egress.limits.redirects {
        egress.check(&request.url)?;
        let response = if egress.is_internal(&request.url) {
            inside(egress, &request).await?
        } else {
            outside(egress, &request).await?
        };
        if egress.limits.redirects == 0 {
            return Ok(response);
        }
        match follow(&mut request, &response)? {
            Some(hop) => hops.push(hop),
            None => return Ok(response),
        }
    }
    Err(EgressError::Redirects(egress.limits.redirects))
}

/// Asks another service.
async fn outside(egress: &Egress, request: &OutgoingRequest) -> Result<OpenResponse, EgressError> {
    let host = request.url.host_str().unwrap_or_default();
    let mut sending = egress
        .client
        .request(request.method.clone(), request.url.clone())
        .headers(request.headers.clone());
    if let Some(body) = &request.body {
        sending = sending.body(body.clone());
    }
    let response = in_time(egress.limits.first_byte, sending.send())
        .await?
        .map_err(|error| EgressError::of(&error, host))?;
    let status = response.status();
    let headers = response.headers().clone();
    check_headers(egress, &headers)?;
    let (rest, url) = (Rest::Outside(response), request.url.clone());
    Ok(OpenResponse::new(status, headers, rest, url, egress.limits))
}

async fn in_time<T>(limit: Duration, work: impl Future<Output = T>) -> Result<T, EgressError> {
    let silent = |_| EgressError::Silent(limit.as_secs());
    tokio::time::timeout(limit, work).await.map_err(silent)
}

fn check_headers(egress: &Egress, headers: &HeaderMap) -> Result<(), EgressError> {
    let sizes = headers
        .iter()
        .map(|(name, value)| name.as_str().len() + value.len());
    if sizes.sum::<usize>() > egress.limits.headers {
        return Err(EgressError::Headers(egress.limits.headers / 1024));
    }
    Ok(())
}

/// Asks Tenon's own sample service: no name is looked up and no socket is opened.
async fn inside(egress: &Egress, request: &OutgoingRequest) -> Result<OpenResponse, EgressError> {
    let broken = |detail: String| EgressError::Broken {
        host: super::INTERNAL_HOST.to_owned(),
        detail,
    };
    let body = request.body.clone().map_or_else(Body::empty, Body::from);
    let path = &request.url[url::Position::BeforePath..url::Position::AfterQuery];
    let mut asked = axum::http::Request::builder()
        .method(request.method.clone())
        .uri(path)
        .body(body)
        .map_err(|error| broken(error.to_string()))?;
    *asked.headers_mut() = request.headers.clone();
    let router = egress.internal.clone().unwrap_or_default();
    let Ok(response) = router.oneshot(asked).await;
    let (parts, body) = response.into_parts();
    let (status, headers) = (parts.status, parts.headers);
    let (rest, url) = (Rest::Inside(body), request.url.clone());
    Ok(OpenResponse::new(status, headers, rest, url, egress.limits))
}
