//! Whole calls: against a service of the test's own on 127.0.0.1, and against the sample.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where it fails"
)]

mod bodies;
mod cut;
mod httpbin;
mod policies;
mod redirects;
mod secrets;
mod verdicts;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, Method as Verb, StatusCode, Uri, header};
use axum::response::IntoResponse;
use axum::routing::{any, get};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use secrecy::SecretString;
use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::document::Document;
use tenon_connector::request::Inputs;
use tenon_connector::security::Way;
use tenon_connector::swagger::{Location, Method, OperationKey};

use super::{
    Answer, CallError, Caller, Content, Course, Credentials, Exchange, Handed, Operation, Outcome,
    Poll, Standing, Transcript,
};
use crate::egress::{Egress, EgressRules};
use crate::sample;

const SECRET: &str = "pl@nted/secret \"7\"+ü";

/// Answers with what arrived: line, headers, body.
async fn echo(verb: Verb, uri: Uri, headers: HeaderMap, body: Bytes) -> impl IntoResponse {
    let lines: BTreeMap<_, _> = headers
        .iter()
        .map(|(name, value)| (name.as_str(), String::from_utf8_lossy(value.as_bytes())))
        .collect();
    let text = String::from_utf8_lossy(&body);
    let whole = json!({ "line": format!("{verb} {uri}"), "headers": lines, "body": text });
    (
        [
            ("x-echo", uri.to_string()),
            ("set-cookie", "session=abc".to_owned()),
        ],
        axum::Json(whole),
    )
}

fn upstream() -> Router {
    let binary = || async { ([(header::CONTENT_TYPE, "image/png")], vec![0_u8, 159, 146]) };
    let long = || async { "é".repeat(200_000) };
    Router::new()
        .route("/echo", any(echo))
        .route("/binary", get(binary))
        .route("/long", get(long))
        .route("/empty", get(|| async { StatusCode::NO_CONTENT }))
        .route(
            "/page",
            get(|| async { ([(header::CONTENT_TYPE, "text/html")], "<b>x</b>") }),
        )
}

async fn serve(router: Router) -> u16 {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move { axum::serve(listener, router).await });
    port
}

fn to_loopback() -> Egress {
    Egress::new(EgressRules::parse("127.0.0.1/32").unwrap(), None).unwrap()
}

/// A connector of the service at a port, secured by `scheme`.
fn connector(port: u16, scheme: Value, parameters: Value) -> Connector {
    let item = json!({ "parameters": [
        { "name": "q", "in": "query", "type": "string" },
        { "name": "X-Note", "in": "header", "type": "string" },
        { "name": "joint", "in": "body", "schema": {} }
    ] });
    let definition = json!({
        "swagger": "2.0", "host": format!("127.0.0.1:{port}"), "schemes": ["http"],
        "paths": { "/echo": { "get": item, "post": item }, "/binary": { "get": {} }, "/long": { "get": {} },
            "/empty": { "get": {} }, "/page": { "get": {} } },
        "securityDefinitions": scheme
    });
    let properties = json!({ "properties": { "connectionParameters": parameters } });
    Connector::new(Document::new(definition), Document::new(properties))
}

fn credentials(values: &[(&str, &str)]) -> Credentials {
    let pair = |(key, value): &(&str, &str)| ((*key).to_owned(), SecretString::from(*value));
    Credentials::new(values.iter().map(pair).collect())
}

async fn call(
    egress: &Egress,
    connector: &Connector,
    key: &OperationKey,
    inputs: &Inputs,
    credentials: &Credentials,
) -> Result<Transcript, CallError> {
    let operation = Operation {
        connector: &Arc::new(connector.clone()),
        key,
        inputs,
        way: Way::Only,
        credentials,
        caller: &Caller::new().1,
    };
    super::call(egress, operation).await
}

async fn run(connector: &Connector, path: &str, inputs: &Inputs, with: &Credentials) -> Transcript {
    let key = OperationKey::new(path, Method::Get);
    call(&to_loopback(), connector, &key, inputs, with)
        .await
        .unwrap()
}

fn exchange(transcript: &Transcript) -> &Exchange {
    match &transcript.course {
        Course::Sent(exchange) => exchange,
        Course::Stopped(reason) => panic!("{reason}"),
    }
}

fn answered(transcript: &Transcript) -> &Answer {
    match &exchange(transcript).outcome {
        Outcome::Answered(answer) => answer,
        other => panic!("{other:?}"),
    }
}

fn text(transcript: &Transcript) -> &str {
    match &answered(transcript).content {
        Content::Text { text, .. } => text,
        other => panic!("{other:?}"),
    }
}

/// The secret in the forms in which it may travel.
fn forms(user: &str) -> Vec<String> {
    let encoded = tenon_connector::request::percent_encoded(SECRET);
    vec![
        SECRET.to_owned(),
        encoded.to_lowercase(),
        encoded,
        BASE64.encode(SECRET),
        BASE64.encode(format!("{user}:{SECRET}")),
        json!(SECRET).to_string().trim_matches('"').to_owned(),
    ]
}

fn assert_nothing_leaks(transcript: &Transcript, user: &str) {
    let whole = format!("{transcript:?}\n{:#?}", answered(transcript).headers);
    let plain = whole.replace("\\\"", "\"").replace("\\\\", "\\");
    for form in forms(user) {
        assert!(
            !whole.contains(&form) && !plain.contains(&form),
            "{form} shows in {whole}"
        );
    }
    assert!(whole.contains("••••••"));
}

/// A key that travels in a header may hold only what headers may.
const API_KEY: &str = "pl@nted/secret \"7\"+";

#[tokio::test]
async fn an_api_key_travels_in_its_header_and_is_shown_nowhere() {
    let port = serve(upstream()).await;
    let scheme = json!({ "api_key": { "type": "apiKey", "in": "header", "name": "X-Key" } });
    let parameters = json!({ "api_key": { "type": "securestring" } });
    let connector = connector(port, scheme, parameters);
    let inputs = Inputs::default()
        .with(Location::Query, "q", format!("echoed {SECRET}"))
        .with(Location::Header, "X-Note", format!("echoed {SECRET}"))
        .with(Location::Body, "joint", json!({ "note": SECRET }));
    let with = credentials(&[("api_key", SECRET)]);
    let transcript = run(&connector, "/echo", &inputs, &with).await;
    assert_eq!(answered(&transcript).status, 200);
    assert!(text(&transcript).contains("\"x-key\": \"••••••\""));
    assert_nothing_leaks(&transcript, "");
    let sent = &exchange(&transcript).request.headers;
    assert!(sent.contains(&("X-Key".to_owned(), "••••••".to_owned())));
    let cookie = ("set-cookie".to_owned(), "••••••".to_owned());
    assert!(answered(&transcript).headers.contains(&cookie));
}

#[tokio::test]
async fn the_service_gets_the_key_as_it_is() {
    let seen = Arc::new(std::sync::Mutex::new(Vec::<String>::new()));
    let kept = Arc::clone(&seen);
    let router = Router::new().route(
        "/echo",
        any(move |uri: Uri, headers: HeaderMap| async move {
            let value = |name: &str| {
                headers
                    .get(name)
                    .map(|v| String::from_utf8_lossy(v.as_bytes()).into_owned())
            };
            let line = value("x-key")
                .or_else(|| value("authorization"))
                .unwrap_or(uri.to_string());
            kept.lock().unwrap().push(line);
        }),
    );
    let port = serve(router).await;
    let key_in = |place: &str| json!({ "k": { "type": "apiKey", "in": place, "name": "X-Key" } });
    let parameters = json!({ "api_key": { "type": "securestring" }, "username": { "type": "string" }, "password": { "type": "securestring" } });
    for scheme in [
        key_in("header"),
        key_in("query"),
        json!({ "b": { "type": "basic" } }),
    ] {
        let connector = connector(port, scheme, parameters.clone());
        let with = credentials(&[
            ("api_key", API_KEY),
            ("username", "ada"),
            ("password", API_KEY),
        ]);
        run(&connector, "/echo", &Inputs::default(), &with).await;
    }
    let expected = [
        API_KEY.to_owned(),
        "/echo?X-Key=pl%40nted%2Fsecret%20%227%22%2B".to_owned(),
        format!("Basic {}", BASE64.encode(format!("ada:{API_KEY}"))),
    ];
    assert_eq!(*seen.lock().unwrap(), expected);
}

#[tokio::test]
async fn an_api_key_in_the_query_and_a_password_are_shown_nowhere() {
    let port = serve(upstream()).await;
    let key = json!({ "k": { "type": "apiKey", "in": "query", "name": "key" } });
    let basic = json!({ "b": { "type": "basic" } });
    let parameters = json!({ "api_key": { "type": "securestring" }, "username": { "type": "string" }, "password": { "type": "securestring" } });
    for (scheme, values) in [
        (key, credentials(&[("api_key", SECRET)])),
        (
            basic,
            credentials(&[("username", "ada"), ("password", SECRET)]),
        ),
    ] {
        let connector = connector(port, scheme, parameters.clone());
        let transcript = run(&connector, "/echo", &Inputs::default(), &values).await;
        assert_nothing_leaks(&transcript, "ada");
    }
}

#[tokio::test]
async fn a_failure_tells_no_secret() {
    let scheme = json!({ "k": { "type": "apiKey", "in": "query", "name": "key" } });
    let connector = connector(1, scheme, json!({ "api_key": { "type": "securestring" } }));
    let with = credentials(&[("api_key", "planted")]);
    let transcript = run(&connector, "/echo", &Inputs::default(), &with).await;
    let Outcome::Failed(reason) = &exchange(&transcript).outcome else {
        panic!("{transcript:?}");
    };
    assert!(reason.contains("No connection to 127.0.0.1"), "{reason}");
    assert!(!format!("{transcript:?}").contains("planted"));
}

#[tokio::test]
async fn a_connection_that_does_not_fit_is_refused_before_anything_is_sent() {
    let parameters = json!({ "username": { "type": "string" }, "password": { "type": "securestring" }, "api_key": { "type": "securestring" } });
    let basic = json!({ "b": { "type": "basic" } });
    let key = |name: &str| json!({ "k": { "type": "apiKey", "in": "header", "name": name } });
    let cases: [(Value, Credentials, &str); 6] = [
        (basic.clone(), credentials(&[]), "no value for “username”"),
        (
            basic,
            credentials(&[("username", "a:b"), ("password", "x")]),
            "colon",
        ),
        (
            key("X-Key"),
            credentials(&[("api_key", "a\r\nX-Other: 1")]),
            "line break",
        ),
        (key(""), credentials(&[("api_key", "a")]), "Security step"),
        (
            key("X Key"),
            credentials(&[("api_key", "a")]),
            "Security step",
        ),
        (
            json!({ "o": { "type": "oauth2" } }),
            credentials(&[]),
            "OAuth 2.0",
        ),
    ];
    for (scheme, with, words) in cases {
        let connector = connector(1, scheme, parameters.clone());
        let operation = OperationKey::new("/echo", Method::Get);
        let made = call(
            &to_loopback(),
            &connector,
            &operation,
            &Inputs::default(),
            &with,
        )
        .await;
        let message = made.unwrap_err().to_string();
        assert!(message.contains(words), "{message}");
    }
}

#[tokio::test]
async fn bodies_are_told_by_what_they_are() {
    let port = serve(upstream()).await;
    let connector = connector(port, json!({}), json!({}));
    let none = credentials(&[]);
    let content = async |path: &str| {
        let transcript = run(&connector, path, &Inputs::default(), &none).await;
        answered(&transcript).content.clone()
    };
    assert_eq!(content("/empty").await, Content::Empty);
    let picture = Content::Binary {
        content_type: "image/png".to_owned(),
        handed: Handed::Bytes(vec![0, 159, 146]),
    };
    assert_eq!(content("/binary").await, picture);
    let page = Content::Text {
        text: "<b>x</b>".to_owned(),
        truncated: false,
    };
    assert_eq!(content("/page").await, page);
    let Content::Text { text, truncated } = content("/long").await else {
        panic!("a long text is a text");
    };
    assert!(truncated && text.len() == 256 * 1024);
}

#[tokio::test]
async fn a_closed_address_is_told_with_the_setting_that_opens_it() {
    let connector = connector(80, json!({}), json!({}));
    let egress = Egress::new(EgressRules::default(), None).unwrap();
    let key = OperationKey::new("/echo", Method::Get);
    let made = call(
        &egress,
        &connector,
        &key,
        &Inputs::default(),
        &credentials(&[]),
    )
    .await;
    let Outcome::Failed(reason) = exchange(&made.unwrap()).outcome.clone() else {
        panic!("a closed address answered");
    };
    assert!(reason.contains("TENON_EGRESS_ALLOW"), "{reason}");
}

#[tokio::test]
async fn an_operation_that_is_not_there_is_named() {
    let connector = connector(80, json!({}), json!({}));
    let key = OperationKey::new("/gone", Method::Get);
    let made = call(
        &to_loopback(),
        &connector,
        &key,
        &Inputs::default(),
        &credentials(&[]),
    )
    .await;
    assert!(matches!(made, Err(CallError::Request(_))));
}

#[tokio::test]
async fn every_operation_of_the_sample_answers_under_the_default_rules() {
    let connector = Connector::from_files(&sample::connector_files()).unwrap();
    let egress = Egress::new(EgressRules::default(), Some(sample::router())).unwrap();
    let cases = [
        (
            "/joints",
            Method::Get,
            Inputs::default(),
            200,
            "\"Dovetail\"",
        ),
        (
            "/joints",
            Method::Get,
            Inputs::default()
                .with(Location::Query, "search", "drawer")
                .with(Location::Query, "limit", 1),
            200,
            "\"total\": 1",
        ),
        (
            "/joints",
            Method::Get,
            Inputs::default().with(Location::Query, "limit", 0),
            400,
            "from 1 to 50",
        ),
        (
            "/joints/{id}",
            Method::Get,
            Inputs::default().with(Location::Path, "id", "dovetail"),
            200,
            "\"Dovetail\"",
        ),
        (
            "/joints/{id}",
            Method::Get,
            Inputs::default().with(Location::Path, "id", "a/b"),
            404,
            "no such joint",
        ),
        (
            "/joints",
            Method::Post,
            Inputs::default().with(Location::Body, "joint", json!({ "name": "Bridle Joint" })),
            201,
            "\"bridle-joint\"",
        ),
        (
            "/joints",
            Method::Post,
            Inputs::default().with(Location::Body, "joint", json!({ "name": 7 })),
            400,
            "message",
        ),
    ];
    for (path, method, inputs, status, words) in cases {
        let key = OperationKey::new(path, method);
        let transcript = call(&egress, &connector, &key, &inputs, &credentials(&[]))
            .await
            .unwrap();
        assert_eq!(answered(&transcript).status, status, "{key}");
        assert!(
            text(&transcript).contains(words),
            "{key}: {}",
            text(&transcript)
        );
    }
}
