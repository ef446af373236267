//! How httpbin answers: credentials, redirects, encodings, statuses and delays.

use std::time::Duration;

use super::*;
use crate::egress::{Limits, Phases};

/// A connector of a path without parameters.
fn plain(port: u16, path: &str) -> Connector {
    secured(port, json!({ path: { "get": {} } }), json!({}), json!({}))
}

/// What came back, redirects followed.
async fn got(egress: &Egress, port: u16, path: &str) -> Exchange {
    let key = OperationKey::new(path, Method::Get);
    let (inputs, none) = (Inputs::default(), Credentials::default());
    let called = call(egress, &plain(port, path), &key, &inputs, &none).await;
    exchange(&called.unwrap()).clone()
}

fn answer(exchange: Exchange) -> Answer {
    match exchange.outcome {
        Outcome::Answered(answer) => answer,
        other => panic!("{other:?}"),
    }
}

fn failure_of(exchange: Exchange) -> String {
    match exchange.outcome {
        Outcome::Failed(reason) | Outcome::Cut { reason, .. } => reason,
        other => panic!("{other:?}"),
    }
}

/// A call of a path with these credentials; how it was authenticated.
async fn authenticated(
    port: u16,
    path: &str,
    scheme: Value,
    parameters: Value,
    values: &[(&str, &str)],
) -> Transcript {
    let paths = json!({ path: { "get": {} } });
    let connector = secured(port, paths, json!({ "auth": scheme }), parameters);
    run(&connector, path, &Inputs::default(), &credentials(values)).await
}

#[tokio::test]
async fn credentials_are_taken_as_services_take_them() {
    let Some(port) = httpbin() else { return };
    let basic = json!({ "type": "basic" });
    let asked = json!({ "username": { "type": "string" }, "password": { "type": "securestring" } });
    let right = [("username", "ada"), ("password", "oak")];
    let wrong = [("username", "ada"), ("password", "ash")];
    for (path, values, status) in [
        ("/basic-auth/ada/oak", right, 200),
        ("/basic-auth/ada/oak", wrong, 401),
        ("/hidden-basic-auth/ada/oak", right, 200),
        ("/hidden-basic-auth/ada/oak", wrong, 404),
    ] {
        let told = authenticated(port, path, basic.clone(), asked.clone(), &values).await;
        assert_eq!(answer_of(&told).status, status, "{path} {values:?}");
    }
    let header = json!({ "type": "apiKey", "in": "header", "name": "Authorization" });
    let key = json!({ "auth": { "type": "securestring" } });
    let with = [("auth", "Bearer a-token-of-ada")];
    let told = authenticated(port, "/bearer", header.clone(), key.clone(), &with).await;
    assert_eq!(answer_of(&told).status, 200);
    let told = authenticated(port, "/bearer", header, key, &[("auth", "a-token-of-ada")]).await;
    assert_eq!(answer_of(&told).status, 401);
}

#[tokio::test]
async fn a_service_that_wants_digest_authentication_is_named_as_one() {
    let Some(port) = httpbin() else { return };
    let asked = json!({ "username": { "type": "string" }, "password": { "type": "securestring" } });
    let values = [("username", "ada"), ("password", "oak")];
    let basic = json!({ "type": "basic" });
    let told = authenticated(port, "/digest-auth/auth/ada/oak", basic, asked, &values).await;
    assert_eq!(answer_of(&told).status, 401);
    let Some(Standing::Expired(reason)) = &told.standing else {
        panic!("{:?}", told.standing);
    };
    assert!(
        reason.contains("asks for Digest authentication"),
        "{reason}"
    );
}

#[tokio::test]
async fn redirects_are_followed_as_far_as_five() {
    let Some(port) = httpbin() else { return };
    let egress = to_loopback();
    for path in [
        "/redirect/5",
        "/relative-redirect/3",
        "/absolute-redirect/3",
    ] {
        assert_eq!(answer(got(&egress, port, path).await).status, 200, "{path}");
    }
    let reason = failure_of(got(&egress, port, "/redirect/6").await);
    assert!(reason.contains("more than 5 times"), "{reason}");
    let to = json!([
        { "name": "url", "in": "query", "type": "string" },
        { "name": "status_code", "in": "query", "type": "integer" },
        { "name": "body", "in": "body", "schema": {} },
    ]);
    let connector = of(port, "/redirect-to", "application/json", to);
    for (status, method, body) in [
        (302, "GET", Value::Null),
        (303, "GET", Value::Null),
        (307, "POST", json!({ "wood": "oak" })),
        (308, "POST", json!({ "wood": "oak" })),
    ] {
        let inputs = Inputs::default()
            .with(Location::Query, "url", "/anything")
            .with(Location::Query, "status_code", status)
            .with(Location::Body, "body", json!({ "wood": "oak" }));
        let seen = asked(&egress, &connector, ("/redirect-to", Method::Post), &inputs).await;
        assert_eq!(
            (&seen["method"], &seen["json"]),
            (&json!(method), &body),
            "{status}"
        );
    }
}

#[tokio::test]
async fn answers_are_read_however_they_are_packed() {
    let Some(port) = httpbin() else { return };
    let egress = to_loopback();
    for (path, member) in [("/gzip", "gzipped"), ("/brotli", "brotli")] {
        let inputs = Inputs::default();
        let seen = asked(&egress, &plain(port, path), (path, Method::Get), &inputs).await;
        assert_eq!(seen[member], json!(true), "{seen}");
    }
    // It is not asked for, and comes all the same: what is no text is not shown as one.
    let packed = answer(got(&egress, port, "/deflate").await);
    let deflated = Content::Binary {
        content_type: "application/json, deflate".to_owned(),
        handed: Handed::Packed,
    };
    assert_eq!(packed.content, deflated);
    let bytes = answer(got(&egress, port, "/range/2048").await);
    assert_eq!(bytes.size, 2048);
    let streamed = answer(got(&egress, port, "/stream/20").await);
    let Content::Text { text, .. } = &streamed.content else {
        panic!("{streamed:?}");
    };
    assert_eq!(text.lines().count(), 20);
    let binary = answer(got(&egress, port, "/stream-bytes/5000").await);
    assert_eq!(binary.size, 5000);
    let image = answer(got(&egress, port, "/image/png").await);
    let Content::Binary {
        content_type,
        handed: Handed::Bytes(bytes),
    } = &image.content
    else {
        panic!("{image:?}");
    };
    assert_eq!(content_type, "image/png");
    assert!(bytes.starts_with(b"\x89PNG") && bytes.len() == image.size);
    let page = answer(got(&egress, port, "/encoding/utf8").await);
    assert!(matches!(&page.content, Content::Text { text, .. } if text.contains("STARGΛ̊TE")));
}

#[tokio::test]
async fn every_status_is_told_as_it_came() {
    let Some(port) = httpbin() else { return };
    let egress = to_loopback();
    for status in [200, 201, 204, 304, 400, 403, 404, 409, 418, 429, 500, 503] {
        let path = format!("/status/{status}");
        assert_eq!(answer(got(&egress, port, &path).await).status, status);
    }
}

#[tokio::test]
async fn a_service_that_takes_too_long_is_left() {
    let Some(port) = httpbin() else { return };
    let hasty = to_loopback().within(Limits {
        first_byte: Duration::from_secs(1),
        ..Limits::default()
    });
    let reason = failure_of(got(&hasty, port, "/delay/3").await);
    assert!(
        reason.contains("did not begin to answer within 1 seconds"),
        "{reason}"
    );
    let hasty = to_loopback().within(Limits {
        whole: Duration::from_secs(1),
        ..Limits::default()
    });
    let parameters = json!([
        { "name": "numbytes", "in": "query", "type": "integer" },
        { "name": "duration", "in": "query", "type": "integer" }
    ]);
    let dripping = of(port, "/drip", "application/json", parameters);
    let inputs =
        Inputs::default()
            .with(Location::Query, "numbytes", 4)
            .with(Location::Query, "duration", 4);
    let key = OperationKey::new("/drip", Method::Get);
    let called = call(&hasty, &dripping, &key, &inputs, &Credentials::default()).await;
    let reason = failure_of(exchange(&called.unwrap()).clone());
    assert!(reason.contains("longer than 1 seconds"), "{reason}");
}

#[tokio::test]
async fn a_second_call_uses_the_connection_of_the_first_and_says_so() {
    let Some(port) = httpbin() else { return };
    let egress = to_loopback();
    let first = got(&egress, port, "/uuid").await.phases.unwrap();
    let second = got(&egress, port, "/uuid").await.phases.unwrap();
    assert!(first.connect > Duration::ZERO, "{first:?}");
    let expected = Phases {
        lookup: Duration::ZERO,
        connect: Duration::ZERO,
        encrypt: Duration::ZERO,
        ..second
    };
    assert_eq!(second, expected);
}
