//! Every route, and every layer around them, in order.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request, State};
use axum::http::header::CONTENT_LENGTH;
use axum::http::request::Parts;
use axum::http::{HeaderName, StatusCode};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use leptos::prelude::{provide_context, use_context};
use leptos_axum::{
    LeptosRoutes, generate_route_list, handle_server_fns_with_context,
    render_app_async_with_context,
};
use tenon_app::api::imports::MAX_FILE_BYTES;
use tenon_app::app::App;
use tenon_app::backend::Backend;
use tenon_app::error::{AppError, ErrorKind};
use tenon_app::shell::shell;
use tower::util::MapRequestLayer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{
    MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer,
};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, Session, SessionManagerLayer};

use super::language::{self, language};
use super::{assets, cross_site, gate, health, oauth, packages, problem, security_headers};
use crate::service::RequestBackend;
use crate::state::AppState;
use crate::store::{Sessions, new_id};
use crate::texts::requests as t;

/// The most that a request may bring: an import, or the edits of a save with an icon in them.
const MAX_BODY_BYTES: usize = MAX_FILE_BYTES + 1024 * 1024;

/// An upload over a slow line takes minutes; nothing may take longer.
const LONGEST: Duration = Duration::from_secs(300);

/// More than any error of a server function has.
const MAX_ERROR_BYTES: usize = 64 * 1024;

static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The whole server as a service.
pub fn router(state: AppState) -> Router {
    let app = pages(state.config.styleguide)
        .route("/connectors/packages", post(packages::packages))
        .route("/connectors/{id}/package", get(packages::package))
        .route("/connectors/{id}/openapi", get(packages::openapi))
        .route("/connectors/{id}/icon", get(packages::icon))
        .route("/api/{*function}", post(server_function))
        .layer(from_fn_with_state(state.clone(), gate::gate))
        // Not behind the gate: what a provider sends back shall not go on to the sign-in page.
        .route(
            "/oauth/redirect/{connector}",
            get(oauth::callback).post(oauth::form),
        )
        .layer(sessions(&state))
        .layer(from_fn_with_state(state.clone(), cross_site::refuse))
        .layer(RequestBodyLimitLayer::new(MAX_BODY_BYTES))
        .layer(DefaultBodyLimit::disable())
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .layer(CompressionLayer::new().compress_when(worth_it()))
        .merge(assets::routes())
        .layer(TimeoutLayer::with_status_code(
            StatusCode::GATEWAY_TIMEOUT,
            LONGEST,
        ))
        .layer(CatchPanicLayer::custom(problem::of_panic))
        .layer(from_fn(problem::describe))
        .layer(from_fn(language::speak))
        .layer(from_fn_with_state(state.clone(), security_headers::add))
        .layer(PropagateRequestIdLayer::new(REQUEST_ID.clone()))
        .layer(TraceLayer::new_for_http().make_span_with(span))
        .layer(SetRequestIdLayer::new(REQUEST_ID.clone(), NewRequestId))
        .layer(MapRequestLayer::new(without_request_id));
    app.with_state(state)
}

/// The pages of the app, and its page for addresses that lead nowhere.
fn pages(styleguide: bool) -> Router<AppState> {
    let (guide, known): (Vec<_>, Vec<_>) = generate_route_list(App)
        .into_iter()
        .partition(|page| page.path() == STYLEGUIDE);
    let router = Router::new().leptos_routes_with_handler(known, page);
    let router = if styleguide {
        router.leptos_routes_with_handler(guide, page)
    } else {
        router.route(STYLEGUIDE, get(no_styleguide))
    };
    router.fallback(not_found)
}

/// The page that shows the components.
const STYLEGUIDE: &str = "/styleguide";

async fn no_styleguide() -> Response {
    problem::problem(AppError::not_found(t::no_styleguide()))
}

async fn page(State(state): State<AppState>, request: Request) -> Response {
    let render = render_app_async_with_context(page_context(state), || shell(assets::names()));
    render(request).await.into_response()
}

async fn not_found(state: State<AppState>, request: Request) -> Response {
    let mut response = page(state, request).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

async fn server_function(State(state): State<AppState>, request: Request<Body>) -> Response {
    let id = request.extensions().get::<RequestId>().cloned();
    let answer = handle_server_fns_with_context(move || provide_backend(&state), request).await;
    refusal(answer.into_response(), id.as_ref()).await
}

/// Gives an error that arose before the backend was asked (a form that does not fit, a file over
/// the bound) the status of its kind and the id of its request; the framework answers 500.
async fn refusal(response: Response, id: Option<&RequestId>) -> Response {
    if response.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let bytes = to_bytes(body, MAX_ERROR_BYTES).await.unwrap_or_default();
    let Ok(mut error) = serde_json::from_slice::<AppError>(&bytes) else {
        return Response::from_parts(parts, Body::from(bytes));
    };
    let id = id
        .and_then(|id| id.header_value().to_str().ok())
        .map(str::to_owned);
    if error.kind == ErrorKind::Offline {
        // What was sent does not fit. The framework's words would repeat it, whatever secret it holds.
        error = AppError::invalid(t::not_understood());
    }
    error.request_id = error.request_id.or(id);
    parts.status = StatusCode::from_u16(error.kind.status()).unwrap_or(parts.status);
    parts.headers.remove(CONTENT_LENGTH);
    let body = serde_json::to_vec(&error).map_or_else(|_| Body::from(bytes), Body::from);
    Response::from_parts(parts, body)
}

/// What a page finds in its context: the backend of its request, and the policy for its scripts.
fn page_context(state: AppState) -> impl Fn() + Clone + Send + Sync + 'static {
    move || {
        provide_backend(&state);
        if let Some(parts) = use_context::<Parts>() {
            provide_context(tenon_app::request::RequestId(request_id(&parts)));
            provide_context(language(&parts.headers));
        }
        security_headers::allow_scripts_of_page();
    }
}

fn provide_backend(state: &AppState) {
    let Some(parts) = use_context::<Parts>() else {
        return;
    };
    let Some(session) = parts.extensions.get::<Session>().cloned() else {
        return;
    };
    let backend = RequestBackend::new(
        state.clone(),
        session,
        client(state, &parts),
        request_id(&parts),
    );
    provide_context::<Arc<dyn Backend>>(Arc::new(backend));
}

/// The backend of a request that is no page.
pub(super) fn backend_of(state: &AppState, parts: &Parts) -> Option<RequestBackend> {
    let session = parts.extensions.get::<Session>().cloned()?;
    Some(RequestBackend::new(
        state.clone(),
        session,
        client(state, parts),
        request_id(parts),
    ))
}

pub(super) fn request_id(parts: &Parts) -> String {
    let id = parts
        .extensions
        .get::<RequestId>()
        .and_then(|id| id.header_value().to_str().ok());
    id.unwrap_or_default().to_owned()
}

/// The address that a request came from. A proxy in front that is trusted appends it last.
fn client(state: &AppState, parts: &Parts) -> String {
    let forwarded = parts
        .headers
        .get("x-forwarded-for")
        .and_then(|value| value.to_str().ok());
    let last = forwarded
        .and_then(|list| list.rsplit(',').next())
        .map(|address| address.trim().to_owned());
    let peer = || {
        parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|peer| peer.0.ip().to_string())
    };
    last.filter(|_| state.config.trust_proxy)
        .or_else(peer)
        .unwrap_or_default()
}

fn sessions(state: &AppState) -> SessionManagerLayer<Sessions> {
    let is_https = state
        .config
        .public_url
        .as_ref()
        .is_some_and(|url| url.scheme() == "https");
    let idle = time::Duration::try_from(state.config.session).unwrap_or(time::Duration::days(14));
    SessionManagerLayer::new(Sessions(state.store.clone()))
        .with_name("tenon")
        .with_secure(is_https)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_expiry(Expiry::OnInactivity(idle))
}

/// Packages are compressed as they are; a file that is fetched is to arrive piece by piece as it comes.
fn worth_it() -> impl Predicate {
    DefaultPredicate::new()
        .and(NotForContentType::const_new("application/zip"))
        .and(NotForContentType::const_new("application/octet-stream"))
}

fn span(request: &Request) -> tracing::Span {
    let id = request
        .headers()
        .get(&REQUEST_ID)
        .and_then(|id| id.to_str().ok())
        .unwrap_or_default();
    tracing::info_span!("request", method = %request.method(), path = request.uri().path(), request_id = id)
}

/// The id of a request is Tenon's to give: a client's could be anything.
fn without_request_id(mut request: Request) -> Request {
    request.headers_mut().remove(&REQUEST_ID);
    request
}

#[derive(Clone, Copy)]
struct NewRequestId;

impl MakeRequestId for NewRequestId {
    fn make_request_id<B>(&mut self, _: &axum::http::Request<B>) -> Option<RequestId> {
        new_id().parse().ok().map(RequestId::new)
    }
}
