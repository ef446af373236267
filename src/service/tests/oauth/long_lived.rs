//! Tokens that are exchanged for longer-lived ones and renew themselves, as some providers do by GET, and that calls carry in
//! a header of their own.

use std::sync::Mutex;

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::{Method as Verb, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use url::form_urlencoded;

use super::*;
use crate::runtime::oauth::Tokens;
use crate::store::now;
use crate::vault::Place;

const DAY: i64 = 24 * 60 * 60_000;
const FIELD: &str = "oauth/token";

type Said = BTreeMap<String, String>;

/// Such a provider, with the API that its tokens are for.
#[derive(Clone, Default)]
struct LongLived {
    /// Method, path and what was said of each request for a token.
    seen: Arc<Mutex<Vec<(String, Said)>>>,
    refuses: Arc<Mutex<bool>>,
}

impl LongLived {
    async fn start(&self) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let router = Router::new()
            .route("/echo", get(echoed))
            .fallback(answer)
            .with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        origin
    }

    fn last(&self) -> (String, Said) {
        self.seen.lock().unwrap().last().unwrap().clone()
    }

    fn count(&self) -> usize {
        self.seen.lock().unwrap().len()
    }
}

async fn echoed(headers: HeaderMap) -> Response {
    let own = headers.get("x-xy-token");
    let own = own.and_then(|own| own.to_str().ok()).unwrap_or_default();
    if headers.contains_key(header::AUTHORIZATION) {
        return StatusCode::BAD_REQUEST.into_response();
    }
    match own.strip_prefix("XY planted-") {
        Some(_) => own.to_owned().into_response(),
        None => StatusCode::UNAUTHORIZED.into_response(),
    }
}

async fn answer(
    State(provider): State<LongLived>,
    verb: Verb,
    uri: Uri,
    RawQuery(query): RawQuery,
    body: String,
) -> Response {
    let text = if verb == Verb::GET {
        query.unwrap_or_default()
    } else {
        body
    };
    let said: Said = form_urlencoded::parse(text.as_bytes())
        .into_owned()
        .collect();
    let line = format!("{verb} {}", uri.path());
    provider
        .seen
        .lock()
        .unwrap()
        .push((line.clone(), said.clone()));
    if *provider.refuses.lock().unwrap() {
        let error =
            json!({ "error": { "message": "Session has expired for planted-long", "code": 190 } });
        return (StatusCode::BAD_REQUEST, Json(error)).into_response();
    }
    let text = |name: &str| said.get(name).map(String::as_str).unwrap_or_default();
    let token = match (line.as_str(), text("grant_type"), text("access_token")) {
        ("POST /token", "authorization_code", _) => "planted-short",
        ("GET /long", "xy_exchange_token", "planted-short") if text("client_secret") == SECRET => {
            "planted-long"
        }
        ("GET /renew", "xy_refresh_token", "planted-long") => "planted-renewed",
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    Json(json!({ "access_token": token, "token_type": "bearer", "expires_in": 5_183_944 }))
        .into_response()
}

struct Bench {
    state: AppState,
    ada: RequestBackend,
    provider: LongLived,
    connection: Connection,
    origin: String,
    _data: TempDir,
}

impl Bench {
    async fn new() -> Self {
        let data = tempfile::tempdir().unwrap();
        let provider = LongLived::default();
        let origin = provider.start().await;
        let known = json!([{ "id": "xy", "display_name": "XY", "authorization_url": format!("{origin}/authorize"),
            "token_url": format!("{origin}/token"), "refresh_url": format!("{origin}/renew"), "scope_separator": " ",
            "pkce_level": "tolerated", "token_endpoint_auth": "body", "authorize_params": {}, "scopes_example": [],
            "whoami_url": null, "docs_url": "", "notes": null,
            "token_carrier": { "header": "X-XY-Token", "prefix": "XY" }, "token_request": {
                "exchange": { "url": format!("{origin}/long"),
                    "query": "grant_type=xy_exchange_token&client_secret={ClientSecret}&access_token={AccessToken}" },
                "renewal": { "query": "grant_type=xy_refresh_token&access_token={AccessToken}" } } }]);
        let known: Vec<tenon_connector::security::Provider> =
            serde_json::from_value(known).unwrap();
        let mut state = server(data.path()).await;
        state.providers = known.into();
        let ada = ada(&state).await;
        let mut settings = generic(&origin);
        settings["customParameters"]["refreshUrl"]["value"] = json!(format!("{origin}/renew"));
        let files = files_at(&origin, settings, json!({}));
        let connector = connector_of(&ada, &files, SECRET).await;
        let connection = new(&ada, &connector, &[]).await;
        let bench = Self {
            state,
            ada,
            provider,
            connection,
            origin,
            _data: data,
        };
        bench.sign_in().await;
        bench
    }

    async fn sign_in(&self) {
        let url = begun(&self.ada, &self.connection.id, false).await;
        let url = url::Url::parse(&url).unwrap();
        let mut query = url.query_pairs();
        let (_, state) = query.find(|(name, _)| name == "state").unwrap();
        let back = back(&self.connection.connector, &state, "planted-code");
        self.ada.end_sign_in(back).await.unwrap();
    }

    /// Makes the token so old, with so much left of its life.
    async fn age(&self, old: i64, left: i64) {
        let tokens = Tokens {
            access: SecretString::from("planted-long"),
            refresh: None,
            issued_at: now() - old,
            expires_at: Some(now() + left),
            origins: vec![self.origin.clone()],
            redirect: String::new(),
            rest_until: 0,
        };
        let (store, text) = (&self.state.store, tokens.to_text());
        let kept = store.connection(&self.connection.id).await.unwrap();
        let place = Place {
            environment: &kept.environment,
            connection: &kept.id,
            field: FIELD,
        };
        let sealed = self.state.keys.seal(place, &text).await.unwrap();
        let put = store.put_connection_value(&kept.id, FIELD, &sealed);
        put.await.unwrap();
    }

    async fn call(&self) -> Result<ReceivedResponse, AppError> {
        let call = echo(&self.connection.connector, Some(self.connection.id.clone()));
        self.ada.test_call(call).await.map(answered)
    }
}

#[tokio::test]
async fn a_new_token_is_exchanged_and_no_secret_shows() {
    let (log, _listening) = Log::listen();
    let bench = Bench::new().await;
    let (line, said) = bench.provider.last();
    assert_eq!(line, "GET /long");
    assert_eq!(said["access_token"], "planted-short");
    let response = bench.call().await.unwrap();
    assert_eq!(response.status, 200);
    assert_eq!(bench.provider.count(), 2, "a young token is left alone");
    let report = bench
        .ada
        .last_sign_in(bench.connection.id.clone())
        .await
        .unwrap();
    let last = report.hops.last().unwrap();
    assert_eq!(last.step, HopStep::Exchange);
    assert_eq!(last.request, format!("GET {}/long", bench.origin));
    assert!(last.finding.is_none(), "{last:?}");
    assert!(
        last.sent
            .contains(&("grant_type".to_owned(), "xy_exchange_token".to_owned()))
    );
    let shown = format!("{report:?} {response:?}");
    let logged = log.written();
    for secret in ["planted-short", "planted-long", "planted-code", SECRET] {
        assert!(!shown.contains(secret), "{secret} is shown");
        assert!(!holds(&logged, secret), "{secret} is logged");
    }
}

#[tokio::test]
async fn a_token_renews_itself_while_it_is_good() {
    let bench = Bench::new().await;
    bench.age(40 * DAY, 20 * DAY).await;
    assert_eq!(bench.call().await.unwrap().status, 200);
    let (line, said) = bench.provider.last();
    assert_eq!(line, "GET /renew");
    let expected = [
        ("access_token", "planted-long"),
        ("grant_type", "xy_refresh_token"),
    ];
    assert!(
        said.iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .eq(expected)
    );
    let before = bench.provider.count();
    assert_eq!(bench.call().await.unwrap().status, 200);
    assert_eq!(bench.provider.count(), before, "it is renewed already");
}

#[tokio::test]
async fn a_renewal_that_fails_costs_nothing_until_the_token_ends() {
    let bench = Bench::new().await;
    bench.age(40 * DAY, 20 * DAY).await;
    *bench.provider.refuses.lock().unwrap() = true;
    let before = bench.provider.count();
    assert_eq!(bench.call().await.unwrap().status, 200);
    assert_eq!(bench.call().await.unwrap().status, 200);
    assert_eq!(
        bench.provider.count(),
        before + 1,
        "it rests after a failure"
    );
    assert_eq!(
        status(&bench.ada, &bench.connection.connector).await,
        ConnectionState::Good
    );
    bench.age(60 * DAY, -DAY).await;
    let error = bench.call().await.unwrap_err();
    assert!(error.message.contains("Sign in again"), "{}", error.message);
    assert!(!error.message.contains("planted"), "{}", error.message);
    let status = status(&bench.ada, &bench.connection.connector).await;
    assert!(matches!(status, ConnectionState::Expired(_)), "{status:?}");
}

#[tokio::test]
async fn a_token_that_cannot_be_exchanged_serves_as_it_is() {
    let bench = Bench::new().await;
    let secret = ClientSecret {
        connector: bench.connection.connector.clone(),
        place: PLACE.to_owned(),
        value: "not this one".to_owned(),
    };
    bench.ada.keep_client_secret(secret).await.unwrap();
    bench.sign_in().await;
    assert_eq!(bench.call().await.unwrap().status, 200);
    let report = bench
        .ada
        .last_sign_in(bench.connection.id.clone())
        .await
        .unwrap();
    let last = report.hops.last().unwrap();
    assert_eq!(last.step, HopStep::Exchange);
    assert!(last.finding.is_some());
}
