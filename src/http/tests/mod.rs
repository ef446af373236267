//! The server as its clients see it: requests through the real router, on a real database.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod connectors;
mod drafts;
mod guards;
mod language;
mod oauth;
mod people;
mod planted;
mod sharing;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, Request, StatusCode};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::RwLock;
use tower::ServiceExt;
use tower_sessions::Session;

use super::router::router;
use crate::config::Config;
use crate::state::AppState;
use crate::store::tests::add_member;
use crate::store::{PERSON_KEY, Sessions};

/// Held to write while a router is made, to read while it answers.
///
/// Leptos makes the list of addresses of a router with resources that never load, and some of what pages wait for it
/// keeps in one place of the process: a page that was drawn while the router of another test was made hung in one
/// run of four. A server makes its router before it answers anybody.
static ROUTERS: RwLock<()> = RwLock::const_new(());

const PASSWORD: &str = "a long enough password";

/// A server with a data folder of its own.
struct Server {
    state: AppState,
    router: Router,
    _data: TempDir,
}

/// What came back.
struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    bytes: Vec<u8>,
}

/// Somebody at a browser: keeps the session's cookie.
struct Client<'s> {
    server: &'s Server,
    cookie: Option<String>,
}

impl Server {
    async fn start() -> Self {
        Self::with(Config::default()).await
    }

    async fn with(config: Config) -> Self {
        let data = tempfile::tempdir().unwrap();
        let state = AppState::open(Config {
            data: data.path().to_owned(),
            ..config
        })
        .await
        .unwrap();
        let _made = ROUTERS.write().await;
        Self {
            router: router(state.clone()),
            state,
            _data: data,
        }
    }

    fn client(&self) -> Client<'_> {
        Client {
            server: self,
            cookie: None,
        }
    }

    /// A client who has set Tenon up and is signed in.
    async fn administrator(&self) -> Client<'_> {
        let mut client = self.client();
        let reply = client
            .form(
                "/api/set-up",
                &[
                    ("name", "Ada"),
                    ("email", "Ada@Example.com"),
                    ("password", PASSWORD),
                ],
            )
            .await;
        assert!(
            reply.status.is_success() || reply.status.is_redirection(),
            "{}",
            reply.text()
        );
        client
    }
}

impl Server {
    /// Somebody with a role in the Default environment, signed in.
    async fn member(&self, name: &str, role: &str) -> Client<'_> {
        let store = &self.state.store;
        let id = add_member(store, name, role).await;
        let session = Session::new(None, Arc::new(Sessions(store.clone())), None);
        session.insert(PERSON_KEY, id).await.unwrap();
        session.save().await.unwrap();
        Client {
            server: self,
            cookie: Some(format!("tenon={}", session.id().unwrap())),
        }
    }
}

impl Client<'_> {
    async fn send(&mut self, mut request: Request<Body>) -> Reply {
        if let Some(cookie) = &self.cookie {
            request
                .headers_mut()
                .insert(COOKIE, cookie.parse().unwrap());
        }
        let _answers = ROUTERS.read().await;
        let response = self.server.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        if let Some(cookie) = parts.headers.get(SET_COOKIE) {
            self.cookie = cookie
                .to_str()
                .unwrap()
                .split(';')
                .next()
                .map(str::to_owned);
        }
        let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Reply {
            status: parts.status,
            headers: parts.headers,
            bytes,
        }
    }

    async fn get(&mut self, path: &str) -> Reply {
        self.send(Request::get(path).body(Body::empty()).unwrap())
            .await
    }

    /// Calls a server function as the browser's forms do.
    async fn form(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.post(path, "application/x-www-form-urlencoded", body.into())
            .await
    }

    /// Calls a server function that takes JSON.
    async fn json(&mut self, path: &str, body: &Value) -> Reply {
        self.post(path, "application/json", body.to_string().into())
            .await
    }

    /// The list of connectors, newest change first.
    async fn listed(&mut self) -> Value {
        let query = json!({ "search": "", "sort": "Changed", "descending": true });
        let request = json!({ "request": { "query": query, "from": 0, "count": 50 } });
        self.json("/api/list-connectors", &request).await.json()["rows"].take()
    }

    /// Sends a file to a server function, to be taken whole.
    async fn upload(&mut self, path: &str, name: &str, bytes: &[u8], title: &str) -> Reply {
        let choice = json!({ "title": title, "operations": null, "source": name });
        let mut body = format!(
            "--cut\r\nContent-Disposition: form-data; name=\"choice\"\r\n\r\n{choice}\r\n--cut\r\nContent-Disposition: \
             form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--cut--\r\n");
        self.post(path, "multipart/form-data; boundary=cut", body)
            .await
    }

    async fn post(&mut self, path: &str, kind: &str, body: Vec<u8>) -> Reply {
        let request = Request::post(path)
            .header(CONTENT_TYPE, kind)
            .header("accept", "application/json")
            .header(CONTENT_LENGTH, body.len())
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(body.into()).unwrap()).await
    }
}

impl Reply {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map(|value| value.to_str().unwrap())
            .unwrap_or_default()
    }
}

/// A small definition.
fn joints() -> Value {
    json!({
        "swagger": "2.0",
        "info": { "title": "Joints", "description": "Wood joints.", "version": "1.0" },
        "host": "api.example.com",
        "paths": { "/joints": { "get": { "operationId": "ListJoints", "responses": { "200": { "description": "OK" } } } } }
    })
}
