//! An answer whose body is still on its way.

use axum::body::{Body, to_bytes};
use reqwest::header::HeaderMap;
use reqwest::{Response, StatusCode};
use tokio::time::{Instant, timeout_at};
use url::Url;

use super::{EgressError, Limits};

/// An answer whose body is read piece by piece, under the limits of the way out. Who drops it ends the exchange.
#[derive(Debug)]
pub struct OpenResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// Where it came from, after all redirects.
    pub url: Url,
    rest: Rest,
    read: usize,
    limits: Limits,
    until: Instant,
}

/// What of the body is still to come.
#[derive(Debug)]
pub(super) enum Rest {
    /// Another service sends it.
    Outside(Response),
    /// Tenon itself sends it.
    Inside(Body),
}

impl OpenResponse {
    pub(super) fn new(
        status: StatusCode,
        headers: HeaderMap,
        rest: Rest,
        url: Url,
        limits: Limits,
    ) -> Self {
        Self {
            status,
            headers,
            url,
            rest,
            read: 0,
            limits,
            until: Instant::now() + limits.whole,
        }
    }

    /// The next piece of the body, decompressed; none at its end. Since it is decompressed piece by piece, a small
    /// file that unfolds into a large one stops at the bound too.
    ///
    /// # Errors
    /// When the exchange breaks off or a bound is passed.
    pub async fn chunk(&mut self) -> Result<Option<Vec<u8>>, EgressError> {
        let seconds = self.limits.whole.as_secs();
        let next = timeout_at(self.until, self.rest.next(&self.url, self.limits.body));
        let chunk = next.await.unwrap_or(Err(EgressError::Slow(seconds)))?;
        self.read += chunk.as_ref().map_or(0, Vec::len);
        if self.read > self.limits.body {
            return Err(too_large(self.limits.body));
        }
        Ok(chunk)
    }

    /// Reads the rest of the body to its end, or as far as it comes.
    pub(super) async fn read_all(&mut self, body: &mut Vec<u8>) -> Result<(), EgressError> {
        while let Some(chunk) = self.chunk().await? {
            body.extend_from_slice(&chunk);
        }
        Ok(())
    }
}

impl Rest {
    async fn next(&mut self, url: &Url, bound: usize) -> Result<Option<Vec<u8>>, EgressError> {
        match self {
            Self::Outside(response) => {
                let host = url.host_str().unwrap_or_default();
                let chunk = response.chunk().await;
                let chunk = chunk.map_err(|error| EgressError::of(&error, host))?;
                Ok(chunk.map(|chunk| chunk.to_vec()))
            }
            Self::Inside(body) => {
                let body = std::mem::replace(body, Body::empty());
                let bytes = to_bytes(body, bound).await.map_err(|_| too_large(bound))?;
                Ok((!bytes.is_empty()).then(|| bytes.to_vec()))
            }
        }
    }
}

fn too_large(bound: usize) -> EgressError {
    EgressError::Large(bound / (1024 * 1024))
}
