//! Redirects of a call, as the transcript tells them.

use axum::http::Uri;

use super::*;
use crate::egress::Carried;

/// A service that redirects `/to` with the status and to the place in its query.
fn redirecting() -> Router {
    let to = async |uri: Uri| {
        let (status, place) = uri.query().unwrap().split_once('~').unwrap();
        let status = StatusCode::from_u16(status.parse().unwrap()).unwrap();
        (status, [(header::LOCATION, place.to_owned())])
    };
    Router::new()
        .route("/to", any(to))
        .route("/echo", any(echo))
}

/// Posts to an address that redirects, with a key in a header.
async fn posted(port: u16, to: &str) -> Transcript {
    let scheme = json!({ "api_key": { "type": "apiKey", "in": "header", "name": "X-Key" } });
    let parameters = json!({ "api_key": { "type": "securestring" } });
    let mut definition = connector(port, scheme, parameters.clone())
        .definition()
        .clone();
    let path = format!("/to?{to}");
    definition["paths"][&path] = json!({ "post": {
        "parameters": [{ "name": "joint", "in": "body", "schema": {} }] } });
    let properties = json!({ "properties": { "connectionParameters": parameters } });
    let connector = Connector::new(Document::new(definition), Document::new(properties));
    let key = OperationKey::new(&path, Method::Post);
    let inputs = Inputs::default().with(Location::Body, "joint", json!({ "wood": "oak" }));
    let with = credentials(&[("api_key", API_KEY)]);
    let called = call(&to_loopback(), &connector, &key, &inputs, &with).await;
    let transcript = called.unwrap();
    assert!(
        !format!("{transcript:?}").contains(API_KEY),
        "{transcript:?}"
    );
    transcript
}

#[tokio::test]
async fn each_redirect_is_told_with_what_went_along() {
    let (here, there) = (serve(redirecting()).await, serve(redirecting()).await);
    let same = "/echo".to_owned();
    let other = format!("http://127.0.0.1:{there}/echo?sig=signed-for-you");
    for (status, place, method, body, credentials) in [
        (302, &same, "GET", Carried::Dropped, Carried::Kept),
        (303, &other, "GET", Carried::Dropped, Carried::Dropped),
        (307, &same, "POST", Carried::Kept, Carried::Kept),
        (308, &other, "POST", Carried::Kept, Carried::Dropped),
    ] {
        let transcript = posted(here, &format!("{status}~{place}")).await;
        assert_eq!(answered(&transcript).status, 200);
        let exchange = exchange(&transcript);
        assert_eq!(exchange.request.body.as_deref(), Some(r#"{"wood":"oak"}"#));
        let [redirect] = &exchange.redirects[..] else {
            panic!("{exchange:?}");
        };
        assert_eq!((redirect.status, redirect.asked.as_str()), (status, "POST"));
        assert_eq!(redirect.location, place.replace("signed-for-you", "••••••"));
        assert!(redirect.url.ends_with(&redirect.location), "{redirect:?}");
        let carried = (
            redirect.method.as_str(),
            redirect.body,
            redirect.credentials,
        );
        assert_eq!(carried, (method, body, credentials), "{status} {place}");
    }
}

#[tokio::test]
async fn a_redirect_that_may_not_be_followed_is_told_with_the_reason() {
    let port = serve(redirecting()).await;
    let transcript = posted(port, "307~http://127.0.0.2/x").await;
    let exchange = exchange(&transcript);
    let Outcome::Failed(reason) = &exchange.outcome else {
        panic!("{exchange:?}");
    };
    assert!(reason.contains("127.0.0.2"), "{reason}");
    assert_eq!(exchange.redirects[0].location, "http://127.0.0.2/x");
    assert_eq!(exchange.redirects[0].credentials, Carried::Dropped);
}

#[tokio::test]
async fn a_circle_of_redirects_is_told_as_far_as_it_was_followed() {
    let port = serve(redirecting().route(
        "/circle",
        any(async || (StatusCode::FOUND, [(header::LOCATION, "/circle")])),
    ));
    let transcript = posted(port.await, "302~/circle").await;
    let exchange = exchange(&transcript);
    assert!(
        matches!(exchange.outcome, Outcome::Failed(_)),
        "{exchange:?}"
    );
    assert_eq!(exchange.redirects.len(), 6);
}
