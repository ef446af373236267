//! A small identity provider on this machine, with the API that its tokens are for.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use url::{Url, form_urlencoded};

pub(super) const CLIENT: &str = "joiner";
pub(super) const SECRET: &str = "planted-client-secret";

/// In what the provider is particular.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rules {
    pub(super) basic: bool,
    pub(super) json: bool,
    pub(super) nested: bool,
    pub(super) no_proof_key: bool,
    pub(super) page: bool,
    pub(super) lifetime: Option<u64>,
}

impl Rules {
    /// Tokens that end at once, so that each call needs a new one.
    pub(super) fn short_lived() -> Self {
        Self {
            lifetime: Some(0),
            ..Self::default()
        }
    }
}

#[derive(Debug, Default)]
struct Seen {
    codes: BTreeMap<String, (Option<String>, String)>,
    access: String,
    refresh: String,
    counter: u32,
    refreshes: u32,
    requests: Vec<BTreeMap<String, String>>,
    revoked: bool,
}

#[derive(Clone)]
pub(super) struct Provider {
    pub(super) origin: String,
    rules: Arc<Mutex<Rules>>,
    seen: Arc<Mutex<Seen>>,
}

impl Provider {
    pub(super) async fn start(rules: Rules) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let provider = Self {
            origin: format!("http://{}", listener.local_addr().unwrap()),
            rules: Arc::new(Mutex::new(rules)),
            seen: Arc::default(),
        };
        let router = Router::new()
            .route("/token", post(token))
            .route("/echo", get(echo).post(echo))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    /// The person agrees: what the provider sends the browser back with.
    pub(super) fn consent(&self, url: &str) -> (String, String) {
        let url = Url::parse(url).unwrap();
        let query: BTreeMap<String, String> = url.query_pairs().into_owned().collect();
        assert_eq!(query["response_type"], "code");
        assert_eq!(query["client_id"], CLIENT);
        let challenge = query.get("code_challenge").cloned();
        if challenge.is_some() {
            assert_eq!(query["code_challenge_method"], "S256");
        }
        let mut seen = self.seen.lock().unwrap();
        seen.counter += 1;
        let code = format!("planted-code-{}", seen.counter);
        let kept = (challenge, query["redirect_uri"].clone());
        seen.codes.insert(code.clone(), kept);
        (query["state"].clone(), code)
    }

    pub(super) fn refreshes(&self) -> u32 {
        self.seen.lock().unwrap().refreshes
    }

    pub(super) fn requests(&self) -> Vec<BTreeMap<String, String>> {
        self.seen.lock().unwrap().requests.clone()
    }

    /// The API takes the present token no more.
    pub(super) fn forget_access(&self) {
        "nothing".clone_into(&mut self.seen.lock().unwrap().access);
    }

    /// Neither does the token URL.
    pub(super) fn revoke(&self) {
        self.seen.lock().unwrap().revoked = true;
    }

    pub(super) fn change(&self, rules: Rules) {
        *self.rules.lock().unwrap() = rules;
    }
}

fn refused(error: &str, description: &str) -> Response {
    let body = json!({ "error": error, "error_description": description });
    (StatusCode::BAD_REQUEST, Json(body)).into_response()
}

async fn token(State(provider): State<Provider>, headers: HeaderMap, body: Bytes) -> Response {
    let rules = *provider.rules.lock().unwrap();
    if rules.page {
        return (
            [(header::CONTENT_TYPE, "text/html")],
            "<!doctype html><title>Sign in</title>",
        )
            .into_response();
    }
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let is_json = kind.is_some_and(|kind| kind.starts_with("application/json"));
    let said: BTreeMap<String, String> = if is_json {
        serde_json::from_slice(&body).unwrap()
    } else {
        form_urlencoded::parse(&body).into_owned().collect()
    };
    provider.seen.lock().unwrap().requests.push(said.clone());
    if rules.json && !is_json {
        return (StatusCode::UNSUPPORTED_MEDIA_TYPE, "no").into_response();
    }
    let basic = format!("Basic {}", STANDARD.encode(format!("{CLIENT}:{SECRET}")));
    let by_header = headers
        .get(header::AUTHORIZATION)
        .is_some_and(|own| *own == *basic);
    let by_body = said.get("client_secret").is_some_and(|own| own == SECRET)
        && said.get("client_id").is_some_and(|own| own == CLIENT);
    if (rules.basic && !by_header) || (!rules.basic && !by_body) {
        return refused("invalid_client", "Client authentication failed");
    }
    if rules.no_proof_key && said.contains_key("code_verifier") {
        return refused("invalid_request", "code_verifier is not supported");
    }
    grant(&provider, rules, &said).await
}

async fn grant(provider: &Provider, rules: Rules, said: &BTreeMap<String, String>) -> Response {
    let text = |name: &str| said.get(name).cloned().unwrap_or_default();
    match text("grant_type").as_str() {
        "authorization_code" => {
            let kept = provider.seen.lock().unwrap().codes.remove(&text("code"));
            let Some((challenge, redirect)) = kept else {
                return refused("invalid_grant", "The code is used up");
            };
            if redirect != text("redirect_uri") {
                return refused("invalid_grant", "redirect_uri does not match");
            }
            let verifier = Sha256::digest(text("code_verifier").as_bytes());
            if challenge.is_some_and(|own| own != URL_SAFE_NO_PAD.encode(verifier)) {
                return refused("invalid_grant", "code_verifier does not match");
            }
        }
        "refresh_token" => {
            // Long enough for another one to come in between.
            tokio::time::sleep(Duration::from_millis(200)).await;
            let mut seen = provider.seen.lock().unwrap();
            seen.refreshes += 1;
            if seen.revoked || text("refresh_token") != seen.refresh {
                return refused("invalid_grant", "The refresh token is revoked");
            }
        }
        "client_credentials" => {}
        _ => return refused("unsupported_grant_type", ""),
    }
    let mut seen = provider.seen.lock().unwrap();
    seen.counter += 1;
    seen.access = format!("planted-access-{}", seen.counter);
    seen.refresh = format!("planted-refresh-{}", seen.counter);
    let mut answer = json!({ "access_token": seen.access, "refresh_token": seen.refresh, "token_type": "bearer" });
    if let Some(lifetime) = rules.lifetime {
        answer["expires_in"] = json!(lifetime);
    }
    let answer: Value = if rules.nested {
        json!({ "ok": true, "data": answer })
    } else {
        answer
    };
    Json(answer).into_response()
}

async fn echo(State(provider): State<Provider>, headers: HeaderMap) -> Response {
    let expected = format!("Bearer {}", provider.seen.lock().unwrap().access);
    match headers.get(header::AUTHORIZATION) {
        Some(own) if *own == *expected => expected.into_response(),
        _ => StatusCode::UNAUTHORIZED.into_response(),
    }
}
