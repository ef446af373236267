//! Where a service sends a call on to, and what goes along (RFC 9110, section 15.4).

use reqwest::header::{
    AUTHORIZATION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, LOCATION,
};
use reqwest::{Method, StatusCode};
use url::Url;

use super::open::OpenResponse;
use super::{EgressError, OutgoingRequest};

/// A redirect, as it was answered and followed. The last one of a call that failed may not have been followed: the error
/// says why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// The status that said so.
    pub status: StatusCode,
    /// The header `Location` as the service wrote it.
    pub location: String,
    /// The verb that was redirected.
    pub asked: Method,
    /// The verb that the call goes on with.
    pub method: Method,
    /// Where the call goes on to.
    pub url: Url,
    /// What became of the body.
    pub body: Carried,
    /// What became of the headers that carry credentials.
    pub credentials: Carried,
}

/// What becomes of a part of a request at a redirect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    /// There was none.
    Absent,
    /// It goes along.
    Kept,
    /// It stays behind.
    Dropped,
}

/// Turns a request into the one that a response asks for, and tells how; none when the response is the answer.
pub(super) fn follow(
    request: &mut OutgoingRequest,
    response: &OpenResponse,
) -> Result<Option<Hop>, EgressError> {
    if !matches!(response.status.as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let Some(location) = response.headers.get(LOCATION) else {
        return Ok(None);
    };
    let location = location.to_str().map_err(|_| EgressError::Redirect)?;
    let url = response.url.join(location);
    let url = url.map_err(|_| EgressError::Redirect)?;
    let asked = request.method.clone();
    let credentials = credentials(request, &url);
    let body = method_and_body(request, response.status);
    request.url = url.clone();
    Ok(Some(Hop {
        status: response.status,
        location: location.to_owned(),
        asked,
        method: request.method.clone(),
        url,
        body,
        credentials,
    }))
}

/// Another origin gets no credentials.
fn credentials(request: &mut OutgoingRequest, url: &Url) -> Carried {
    let standard = [AUTHORIZATION, COOKIE];
    let names = request.credentials.iter().chain(&standard);
    let names: Vec<_> = names
        .filter(|name| request.headers.contains_key(*name))
        .collect();
    if names.is_empty() {
        return Carried::Absent;
    }
    if request.url.origin() == url.origin() {
        return Carried::Kept;
    }
    for name in names {
        request.headers.remove(name);
    }
    Carried::Dropped
}

fn method_and_body(request: &mut OutgoingRequest, status: StatusCode) -> Carried {
    let becomes_get = match status.as_u16() {
        301 | 302 => request.method == Method::POST,
        303 => request.method != Method::HEAD,
        _ => false,
    };
    let is_there = request.body.is_some();
    if becomes_get {
        request.method = Method::GET;
        request.body = None;
        request.headers.remove(CONTENT_TYPE);
        request.headers.remove(CONTENT_LENGTH);
        request.headers.remove(CONTENT_ENCODING);
    }
    match (is_there, becomes_get) {
        (false, _) => Carried::Absent,
        (true, true) => Carried::Dropped,
        (true, false) => Carried::Kept,
    }
}
