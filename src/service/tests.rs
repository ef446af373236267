//! Connections and test calls as a signed-in person meets them, with a planted secret that must
//! show nowhere.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where it fails"
)]

mod connections;
mod environments;
mod oauth;
mod runs;
mod sharing;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::HeaderMap;
use axum::routing::get;
use serde_json::json;
use tempfile::TempDir;
use tenon_app::api::calls::{
    CallCourse, CallOutcome, CallRequest, CallTranscript, ReceivedResponse, ResponseBody,
};
use tenon_app::api::connections::NewConnection;
use tenon_app::api::security::ClientSecret;
use tenon_app::backend::Backend;
use tenon_app::error::{AppError, ErrorKind};
use tenon_connector::document::{Action, Path as DocumentPath};
use tenon_connector::request::Inputs;
use tenon_connector::swagger::{Method, OperationKey};
use tenon_connector::{Connector, ConnectorFiles, Part};
use tower_sessions::Session;
use tracing::Dispatch;
use tracing::subscriber::{DefaultGuard, NoSubscriber};

use super::RequestBackend;
use crate::config::Config;
use crate::keys::KeyError;
use crate::state::{AppState, StartError};
use crate::store::tests::add_member;
use crate::store::{ConnectionStatus, PERSON_KEY, Sessions};
use crate::vault::VaultError;

const SECRET: &str = "planted-secret/7+";

/// A server with a data folder of its own, which may call 127.0.0.1.
pub(super) async fn server(data: &Path) -> AppState {
    AppState::open(configuration(data)).await.unwrap()
}

fn configuration(data: &Path) -> Config {
    Config {
        data: data.to_owned(),
        egress_allow: vec!["127.0.0.1/32".to_owned()],
        ..Config::default()
    }
}

fn somebody(state: &AppState) -> RequestBackend {
    let session = Session::new(None, Arc::new(Sessions(state.store.clone())), None);
    RequestBackend::new(
        state.clone(),
        session,
        "127.0.0.1".to_owned(),
        "r1".to_owned(),
    )
}

/// The administrator, signed in.
pub(super) async fn ada(state: &AppState) -> RequestBackend {
    let backend = somebody(state);
    let password = "a long enough password".to_owned();
    let made = backend.set_up("Ada".to_owned(), "ada@example.com".to_owned(), password);
    made.await.unwrap();
    backend
}

/// Somebody with a role, signed in.
async fn member(state: &AppState, name: &str, role: &str) -> RequestBackend {
    let id = add_member(&state.store, name, role).await;
    let session = Session::new(None, Arc::new(Sessions(state.store.clone())), None);
    session.insert(PERSON_KEY, id).await.unwrap();
    RequestBackend::new(
        state.clone(),
        session,
        "127.0.0.1".to_owned(),
        "r2".to_owned(),
    )
}

/// A service that answers with the key that it was called with; its port.
async fn service() -> u16 {
    let echo = |headers: HeaderMap| async move {
        let key = headers.get("x-key").map(|key| key.as_bytes().to_vec());
        String::from_utf8(key.unwrap_or_default()).unwrap()
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let router = Router::new().route("/echo", get(echo));
    tokio::spawn(async move { axum::serve(listener, router).await });
    port
}

fn files(port: u16) -> ConnectorFiles {
    let definition = json!({
        "swagger": "2.0", "info": { "title": "Echo", "version": "1.0" },
        "host": format!("127.0.0.1:{port}"), "schemes": ["http"],
        "paths": { "/echo": { "get": { "operationId": "Echo", "responses": {} } } },
        "securityDefinitions": { "api_key": { "type": "apiKey", "in": "header", "name": "X-Key" } }
    });
    let properties = json!({ "properties": { "connectionParameters": { "api_key": {
        "type": "securestring", "uiDefinition": { "constraints": { "required": "true" } } } } } });
    ConnectorFiles {
        definition: definition.to_string(),
        properties: properties.to_string(),
        ..ConnectorFiles::default()
    }
}

async fn connector(backend: &RequestBackend, port: u16) -> String {
    let connector = Connector::from_files(&files(port)).unwrap();
    backend.add(&connector).await.unwrap()
}

fn new_connection(connector: &str, value: &str) -> NewConnection {
    NewConnection {
        connector: connector.to_owned(),
        version: 1,
        actions: Vec::new(),
        name: "Mine".to_owned(),
        set: String::new(),
        values: BTreeMap::from([("api_key".to_owned(), value.to_owned())]),
    }
}

fn echo(connector: &str, connection: Option<String>) -> CallRequest {
    CallRequest {
        connector: connector.to_owned(),
        version: 1,
        actions: Vec::new(),
        operation: OperationKey::new("/echo", Method::Get),
        connection,
        inputs: Inputs::default(),
    }
}

fn answered(transcript: CallTranscript) -> ReceivedResponse {
    match transcript.course {
        CallCourse::Sent(exchange) => match exchange.outcome {
            CallOutcome::Answered(response) => response,
            other => panic!("{other:?}"),
        },
        CallCourse::Stopped(reason) => panic!("{reason}"),
    }
}

fn kind<T>(result: Result<T, AppError>) -> ErrorKind {
    match result {
        Ok(_) => panic!("it was not refused"),
        Err(error) => error.kind,
    }
}

/// Everything that the server logs on this thread.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// A log that hears all of this thread as long as what comes with it lives.
    pub(crate) fn listen() -> (Self, (DefaultGuard, Dispatch)) {
        let log = Self::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_writer(move || writer.clone())
            .finish();
        // As long as there is but one, `tracing` asks the subscriber of whichever thread comes first whether a line
        // is wanted at all, and the threads of other tests have none.
        let second = Dispatch::new(NoSubscriber::default());
        (log, (tracing::subscriber::set_default(subscriber), second))
    }

    /// What was logged until now.
    pub(crate) fn written(&self) -> Vec<u8> {
        self.0.lock().unwrap().clone()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|piece| piece == text.as_bytes())
}

#[tokio::test]
async fn a_call_with_a_connection_succeeds_and_its_secret_shows_nowhere() {
    let (log, _listening) = Log::listen();
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let connector = connector(&ada, service().await).await;
    let made = ada
        .create_connection(new_connection(&connector, SECRET))
        .await
        .unwrap();
    let listed = ada.connections(connector.clone()).await.unwrap();
    assert_eq!(listed, std::slice::from_ref(&made));
    let transcript = ada
        .test_call(echo(&connector, Some(made.id)))
        .await
        .unwrap();
    let shown = format!("{transcript:?} {listed:?}");
    assert!(!shown.contains(SECRET), "{shown}");
    let response = answered(transcript);
    assert_eq!((response.status, response.size), (200, 17));
    let hidden = ResponseBody::Text {
        text: "••••••".to_owned(),
        truncated: false,
    };
    assert_eq!(response.body, hidden);
    let logged = log.written();
    assert!(holds(&logged, "test call"));
    assert!(!holds(&logged, SECRET));
    state.recorder.flush().await;
    state.store.close().await;
    assert_on_disk_is_no_secret(&data);
}

fn assert_on_disk_is_no_secret(data: &TempDir) {
    for entry in std::fs::read_dir(data.path()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        assert!(
            !holds(&bytes, SECRET),
            "{} holds the secret",
            path.display()
        );
    }
}

#[tokio::test]
async fn a_connection_serves_its_own_connector_and_goes_with_it() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let port = service().await;
    let (first, second) = (connector(&ada, port).await, connector(&ada, port).await);
    let made = ada
        .create_connection(new_connection(&first, SECRET))
        .await
        .unwrap();
    let elsewhere = ada.test_call(echo(&second, Some(made.id.clone()))).await;
    assert_eq!(kind(elsewhere), ErrorKind::NotFound);
    assert_eq!(
        kind(ada.test_call(echo(&first, None)).await),
        ErrorKind::Invalid
    );
    ada.delete_connection(made.id.clone()).await.unwrap();
    assert_eq!(
        kind(ada.delete_connection(made.id).await),
        ErrorKind::NotFound
    );
    let made = ada
        .create_connection(new_connection(&first, SECRET))
        .await
        .unwrap();
    ada.delete_connectors(vec![first.clone()]).await.unwrap();
    assert_eq!(kind(ada.connections(first).await), ErrorKind::NotFound);
    assert_eq!(
        kind(ada.delete_connection(made.id).await),
        ErrorKind::NotFound
    );
}

#[tokio::test]
async fn who_is_not_signed_in_has_no_connections_and_makes_no_calls() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let connector = connector(&ada(&state).await, 1).await;
    let nobody = somebody(&state);
    let refused = [
        kind(nobody.connections(connector.clone()).await),
        kind(
            nobody
                .create_connection(new_connection(&connector, "x"))
                .await,
        ),
        kind(nobody.delete_connection("any".to_owned()).await),
        kind(nobody.test_call(echo(&connector, None)).await),
    ];
    assert!(
        refused.iter().all(|kind| *kind == ErrorKind::SignedOut),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_call_runs_the_connector_with_its_unsaved_changes() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let id = connector(&ada, 1).await;
    let kept = Connector::from_files(&files(1)).unwrap();
    let set = |keys: &[&str], value| {
        let path = DocumentPath::of(keys.iter().copied());
        kept.set(Part::Definition, &path, value).unwrap()
    };
    let host = json!(format!("127.0.0.1:{}", service().await));
    let edits = vec![
        set(&["host"], Some(host)),
        set(&["securityDefinitions"], Some(json!({}))),
        kept.set(
            Part::Properties,
            &DocumentPath::of(["properties", "connectionParameters"]),
            Some(json!({})),
        )
        .unwrap(),
    ];
    let mut request = echo(&id, None);
    request.actions = vec![Action::new("Change", edits)];
    let transcript = ada.test_call(request.clone()).await.unwrap();
    assert_eq!(answered(transcript).status, 200);
    let newest = ada.connector(id, None).await.unwrap();
    assert_eq!(
        (newest.newest, newest.files),
        (1, kept.to_files()),
        "nothing was saved"
    );
    request.version = 2;
    assert_eq!(kind(ada.test_call(request).await), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_client_secret_is_kept_replaced_and_forgotten_and_shows_nowhere() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let connector = connector(&ada, 1).await;
    let secret = |value: &str| ClientSecret {
        connector: connector.clone(),
        place: "/properties/connectionParameters/token".to_owned(),
        value: value.to_owned(),
    };
    ada.keep_client_secret(secret("first")).await.unwrap();
    ada.keep_client_secret(secret(SECRET)).await.unwrap();
    let facts = ada.security_facts(connector.clone()).await.unwrap();
    assert_eq!(facts.secrets.len(), 1);
    let shown = format!("{facts:?} {:?}", secret(SECRET));
    assert!(!shown.contains(SECRET), "{shown}");

    let long = "x".repeat(16 * 1024 + 1);
    let refused = ada.keep_client_secret(secret(&long)).await;
    assert_eq!(kind(refused), ErrorKind::Invalid);
    let nobody = somebody(&state);
    let refused = nobody.keep_client_secret(secret("x")).await;
    assert_eq!(kind(refused), ErrorKind::SignedOut);
    let refused = nobody.security_facts(connector.clone()).await;
    assert_eq!(kind(refused), ErrorKind::SignedOut);

    ada.keep_client_secret(secret(" ")).await.unwrap();
    let facts = ada.security_facts(connector.clone()).await.unwrap();
    assert!(facts.secrets.is_empty());
    ada.keep_client_secret(secret(SECRET)).await.unwrap();
    state.recorder.flush().await;
    state.store.close().await;
    assert_on_disk_is_no_secret(&data);
}

#[tokio::test]
async fn the_providers_are_there_for_those_who_are_signed_in() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    assert_eq!(ada(&state).await.providers().await.unwrap().len(), 165);
    assert_eq!(
        kind(somebody(&state).providers().await),
        ErrorKind::SignedOut
    );
}

#[tokio::test]
async fn the_sample_answers_its_first_call_at_once() {
    let data = tempfile::tempdir().unwrap();
    let state = AppState::open(Config {
        egress_allow: Vec::new(),
        ..configuration(data.path())
    });
    let ada = ada(&state.await.unwrap()).await;
    let id = ada.create_sample().await.unwrap();
    let mut request = echo(&id, None);
    request.operation = OperationKey::new("/joints", Method::Get);
    let response = answered(ada.test_call(request).await.unwrap());
    assert_eq!((response.status, response.reason.as_str()), (200, "OK"));
}

#[tokio::test]
async fn a_server_does_not_start_with_a_key_that_is_not_its_databases() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    state.store.close().await;
    let other = secrecy::SecretString::from("MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=");
    let opened = AppState::open(Config {
        secret_key: Some(other),
        ..configuration(data.path())
    });
    let error = opened.await.err().unwrap();
    assert!(
        matches!(
            error,
            StartError::Key(KeyError::Vault(VaultError::OtherKey { .. }))
        ),
        "{error}"
    );
    assert!(AppState::open(configuration(data.path())).await.is_ok());
}
