//! Where identity providers send people back to: `/oauth/redirect/{connector}`.

use axum::body::to_bytes;
use axum::extract::{Path, Request, State};
use axum::http::Method;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
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

/// Where the addresses begin that providers send people back to.
const PLACE: &str = "/oauth/redirect/";

/// What of an answer is looked at (RFC 6749, section 4.1.2).
const ANSWER: [&str; 4] = ["state", "code", "error", "error_description"];

/// Whether a request brings the answer of a provider as a form: another site makes the browser send it, by design.
pub(super) fn is_form_answer(request: &Request) -> bool {
    let connector = request.uri().path().strip_prefix(PLACE);
    request.method() == Method::POST
        && connector.is_some_and(|id| !id.is_empty() && !id.contains('/'))
}

/// Takes an answer that comes as a form (`response_mode=form_post`) and has the browser ask again with it as a query. The
/// browser sends no session along with what another site posts, but it does as it follows: nothing is done here, and
/// nothing but the answer goes on.
pub(super) async fn form(request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let kind = parts.headers.get(CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return problem(no_answer());
    }
    let Ok(body) = to_bytes(body, MAX_QUERY).await else {
        return problem(too_long());
    };
    let mut query = form_urlencoded::Serializer::new(String::new());
    let known =
        form_urlencoded::parse(&body).filter(|(name, _)| ANSWER.iter().any(|own| name == own));
    let query = query.extend_pairs(known).finish();
    if query.is_empty() {
        return problem(no_answer());
    }
    let mut response = Redirect::to(&format!("{}?{query}", parts.uri.path())).into_response();
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn too_long() -> AppError {
    AppError::invalid(t::provider_sent_too_much())
}

fn no_answer() -> AppError {
    AppError::invalid(t::for_providers_only())
}

/// Takes what the provider sends back, and leads to the Test step of the connector: nowhere else, whatever it says.
pub(super) async fn callback(
    State(state): State<AppState>,
    Path(connector): Path<String>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let query = parts.uri.query().unwrap_or_default();
    if query.len() > MAX_QUERY {
        return problem(too_long());
    }
    let (Some(backend), Some(back)) = (backend_of(&state, &parts), read(connector.clone(), query))
    else {
        return problem(no_answer());
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
