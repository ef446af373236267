//! Where identity providers send people back to: `/oauth/redirect/{connector}`.

use axum::extract::{Path, Request, State};
use axum::http::header::{CACHE_CONTROL, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};
use secrecy::SecretString;
use tenon_app::error::AppError;
use tenon_connector::security::oauth::Refusal;
use url::form_urlencoded;

use super::problem::problem;
use super::router::backend_of;
use crate::service::SignInReturn;
use crate::state::AppState;
use crate::texts::requests as t;

/// The most that a provider may send along, in bytes. Codes of Entra ID have two thousand.
const MAX_QUERY: usize = 16 * 1024;

/// Takes what the provider sends back, and leads to the Test step of the connector: nowhere else, whatever it says.
pub(super) async fn callback(
    State(state): State<AppState>,
    Path(connector): Path<String>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let query = parts.uri.query().unwrap_or_default();
    if query.len() > MAX_QUERY {
        return problem(AppError::invalid(t::provider_sent_too_much()));
    }
    let (Some(backend), Some(back)) = (backend_of(&state, &parts), read(connector.clone(), query))
    else {
        return problem(AppError::invalid(t::for_providers_only()));
    };
    let mut response = match backend.end_sign_in(back).await {
        Ok(connection) => {
            let step = tenon_app::routes::designer(&connector, "test");
            Redirect::to(&format!("{step}?connection={connection}")).into_response()
        }
        Err(error) => problem(error),
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// What a provider sent back (RFC 6749, section 4.1.2); none where it has no state, or neither code nor error.
fn read(connector: String, query: &str) -> Option<SignInReturn> {
    let text = |name: &str| {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        let found = pairs.find(|(own, _)| own == name);
        found.map(|(_, value)| value.into_owned())
    };
    let answer = match (text("error"), text("code")) {
        (Some(error), _) => Err(Refusal {
            error,
            description: text("error_description").unwrap_or_default(),
        }),
        (None, Some(code)) => Ok(SecretString::from(code)),
        (None, None) => return None,
    };
    Some(SignInReturn {
        connector,
        state: SecretString::from(text("state")?),
        answer,
    })
}
