//! Pages by the state of the session: without an account there is only the set-up, without a
//! session only the sign-in.

use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tenon_app::api::people::SessionState;
use tenon_app::backend::Backend;

use super::problem::problem;
use super::router::backend_of;
use crate::state::AppState;

/// Sends a request for a page to where its session stands. Server functions check for themselves.
pub(super) async fn gate(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if request.method() != Method::GET || request.uri().path().starts_with("/api/") {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let session = match backend_of(&state, &parts) {
        Some(backend) => backend.session().await,
        None => Ok(SessionState::SignedOut),
    };
    let target = match session {
        Ok(session) => target(
            &session,
            parts.uri.path(),
            parts.uri.path_and_query().map_or("/", |uri| uri.as_str()),
        ),
        Err(error) => return problem(error),
    };
    match target {
        Some(target) => Redirect::to(&target).into_response(),
        None => next.run(Request::from_parts(parts, body)).await,
    }
}

/// Where to go instead; none: the page may be shown.
fn target(session: &SessionState, path: &str, whole: &str) -> Option<String> {
    match session {
        SessionState::NotSetUp => (path != "/setup").then(|| "/setup".to_owned()),
        SessionState::SignedOut if path == "/sign-in" => None,
        SessionState::SignedOut if path == "/" || path == "/setup" => Some("/sign-in".to_owned()),
        SessionState::SignedOut => Some(format!(
            "/sign-in?next={}",
            utf8_percent_encode(whole, NON_ALPHANUMERIC)
        )),
        SessionState::SignedIn(_) if path == "/" || path == "/setup" || path == "/sign-in" => {
            Some("/connectors".to_owned())
        }
        SessionState::SignedIn(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use tenon_app::api::people::{Account, SessionState};

    use super::target;

    #[test]
    fn every_session_is_sent_where_it_stands() {
        let ada = Account {
            id: "1".into(),
            name: "Ada".into(),
            email: "a@b.c".into(),
            administrator: true,
        };
        let signed_in = SessionState::SignedIn(ada);
        let cases = [
            (&SessionState::NotSetUp, "/connectors", Some("/setup")),
            (&SessionState::NotSetUp, "/setup", None),
            (&SessionState::SignedOut, "/setup", Some("/sign-in")),
            (
                &SessionState::SignedOut,
                "/account",
                Some("/sign-in?next=%2Faccount"),
            ),
            (&SessionState::SignedOut, "/sign-in", None),
            (&signed_in, "/sign-in", Some("/connectors")),
            (&signed_in, "/", Some("/connectors")),
            (&signed_in, "/account", None),
        ];
        for (session, path, expected) in cases {
            assert_eq!(target(session, path, path).as_deref(), expected, "{path}");
        }
    }
}
