//! Fetching a document for import: through the way out, piece by piece, so that the page can show how far it is; what it refers to
//! follows.

use axum::http::{HeaderMap, HeaderValue, Method, header};
use futures_util::stream;
use tenon_app::api::imports::{FetchStep, Fetched};
use tenon_app::backend::FetchSteps;
use tenon_app::error::{AppError, ErrorKind};
use url::Url;

use super::references::Followed;
use crate::egress::{Egress, EgressError, OpenResponse, OutgoingRequest};
use crate::service::RequestBackend;
use crate::service::access::Need;
use crate::texts::services as t;

/// The longest address.
const MAX_URL: usize = 2_000;

/// What Tenon would like to have. Some services show a page to people and give the document to programs.
const ACCEPT: &str =
    "application/json, application/yaml, application/zip, text/plain;q=0.9, */*;q=0.5";

impl RequestBackend {
    pub(in crate::service) async fn fetch(&self, url: &str) -> Result<FetchSteps, AppError> {
        self.person_here(Need::Make).await?;
        let url = address(url)?;
        let response = opened(&self.state.egress, url).await?;
        Ok(steps(self.state.egress.clone(), response))
    }
}

/// The answer at an address, which has a document.
pub(super) async fn opened(egress: &Egress, url: Url) -> Result<OpenResponse, AppError> {
    let headers = HeaderMap::from_iter([(header::ACCEPT, HeaderValue::from_static(ACCEPT))]);
    let request = OutgoingRequest {
        method: Method::GET,
        url,
        headers,
        body: None,
        credentials: Vec::new(),
    };
    let response = egress.open(request).await;
    let response = response.map_err(|error| failed(&error))?;
    expect_document(&response)?;
    Ok(response)
}

/// The address that was meant: one without a scheme is https.
fn address(text: &str) -> Result<Url, AppError> {
    let text = text.trim();
    let refused = |reason: String| AppError::invalid(reason).on("url");
    if text.is_empty() {
        return Err(refused(t::give_the_address().to_owned()));
    }
    if text.len() > MAX_URL {
        return Err(refused(t::address_too_long(&MAX_URL)));
    }
    let whole = if text.contains("://") {
        text.to_owned()
    } else {
        format!("https://{text}")
    };
    Url::parse(&whole).map_err(|error| refused(t::address_unreadable(&error)))
}

pub(super) fn failed(error: &EgressError) -> AppError {
    let message = match error {
        EgressError::Unknown(host) => t::no_address_for_document(host),
        error => error.to_string(),
    };
    let kind = match error {
        EgressError::Url(_) | EgressError::Scheme(_) | EgressError::UserInfo => ErrorKind::Invalid,
        EgressError::Refused { .. } => ErrorKind::Forbidden,
        EgressError::Large(_) => ErrorKind::TooLarge,
        _ => ErrorKind::Upstream,
    };
    AppError::new(kind, message)
}

fn expect_document(response: &OpenResponse) -> Result<(), AppError> {
    if response.status.is_success() {
        return Ok(());
    }
    let host = response.url.host_str().unwrap_or_default();
    let advice = match response.status.as_u16() {
        401 | 403 => t::document_is_not_for_everybody(),
        404 | 410 => t::check_the_address(),
        _ => t::try_later_or_download(),
    };
    Err(AppError::new(
        ErrorKind::Upstream,
        t::document_answered(&host, &response.status, &advice),
    ))
}

/// How far a fetch is.
enum Stage {
    /// The document is on its way, and has these bytes so far.
    Reading(Box<OpenResponse>, Vec<u8>),
    /// It is there; what it refers to follows.
    Following(Followed, Fetched),
}

/// The steps of reading an answer to its end, and what it refers to.
fn steps(egress: Egress, response: OpenResponse) -> FetchSteps {
    let size = response.headers.get(header::CONTENT_LENGTH);
    let size = size.and_then(|size| size.to_str().ok()?.parse().ok());
    let first = size.map(FetchStep::Size);
    let begin = Some(Stage::Reading(Box::new(response), Vec::new()));
    let rest = stream::unfold((egress, begin), |(egress, stage)| async move {
        let (step, next) = step(&egress, stage?).await;
        Some((step, (egress, next)))
    });
    Box::pin(futures_util::StreamExt::chain(stream::iter(first), rest))
}

async fn step(egress: &Egress, stage: Stage) -> (FetchStep, Option<Stage>) {
    let (mut followed, fetched) = match stage {
        Stage::Reading(mut response, mut bytes) => match response.chunk().await {
            Ok(Some(chunk)) => {
                bytes.extend_from_slice(&chunk);
                return (
                    FetchStep::Data(chunk),
                    Some(Stage::Reading(response, bytes)),
                );
            }
            Ok(None) => {
                let fetched = fetched(&response.url);
                (Followed::of(&response.url, bytes).await, fetched)
            }
            Err(error) => return (FetchStep::Failed(failed(&error)), None),
        },
        Stage::Following(followed, fetched) => (followed, fetched),
    };
    match followed.next(egress).await {
        Some(step) => (step, Some(Stage::Following(followed, fetched))),
        None => (FetchStep::Done(fetched), None),
    }
}

fn fetched(url: &Url) -> Fetched {
    let last = url.path_segments().and_then(|mut all| all.next_back());
    let name = last.filter(|name| !name.is_empty());
    let host = url.host_str().unwrap_or("document");
    Fetched {
        name: name.unwrap_or(host).to_owned(),
        url: url.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use super::{address, fetched};

    #[test]
    fn an_address_without_a_scheme_is_https() {
        let read = |text| address(text).map(|url| url.to_string()).ok();
        let cases = [
            (
                " api.example.com/openapi.json ",
                Some("https://api.example.com/openapi.json"),
            ),
            (
                "http://api.example.com:8080/",
                Some("http://api.example.com:8080/"),
            ),
            ("", None),
            ("https://", None),
        ];
        for (text, url) in cases {
            assert_eq!(read(text).as_deref(), url, "{text}");
        }
        assert!(address(&"a".repeat(3_000)).is_err());
    }

    #[test]
    fn a_document_is_named_by_the_end_of_its_address() {
        let name = |url: &str| fetched(&url.parse().unwrap()).name;
        assert_eq!(
            name("https://api.example.com/v1/openapi.yaml?key=1"),
            "openapi.yaml"
        );
        assert_eq!(name("https://api.example.com/"), "api.example.com");
    }
}
