//! Where identity providers send people back to, as anybody can ask for it.

use axum::http::Method;

use super::*;

/// What another site makes a browser send.
async fn posted(
    client: &mut Client<'_>,
    method: Method,
    path: &str,
    kind: &str,
    body: &str,
) -> Reply {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(CONTENT_TYPE, kind)
        .header("accept", "text/html,*/*;q=0.8")
        .header("sec-fetch-site", "cross-site")
        .header("origin", "https://provider.test")
        .body(Body::from(body.to_owned()))
        .unwrap();
    client.send(request).await
}

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn an_answer_as_a_form_goes_on_as_a_query_and_does_nothing_by_itself() {
    let server = Server::start().await;
    let mut nobody = server.client();
    let body = "state=a%26b&code=c+d&user=%7B%22name%22%3A1%7D&id_token=planted&next=https%3A%2F%2Fevil.test";
    let reply = posted(
        &mut nobody,
        Method::POST,
        "/oauth/redirect/c1",
        "application/x-www-form-urlencoded;charset=UTF-8",
        body,
    )
    .await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert_eq!(
        reply.header("location"),
        "/oauth/redirect/c1?state=a%26b&code=c+d"
    );
    assert_eq!(reply.header("cache-control"), "no-store");
    assert!(nobody.cookie.is_none(), "a session was begun");
    let refusal = "state=s&error=user_cancelled_authorize";
    let reply = posted(
        &mut nobody,
        Method::POST,
        "/oauth/redirect/c1",
        FORM,
        refusal,
    )
    .await;
    assert!(reply.header("location").ends_with(refusal));
    let long = format!("state=s&code={}", "x".repeat(20_000));
    for (kind, body) in [
        (FORM, long.as_str()),
        (FORM, "user=planted"),
        ("text/plain", "state=s&code=planted"),
    ] {
        let reply = posted(&mut nobody, Method::POST, "/oauth/redirect/c1", kind, body).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{kind}");
        assert!(reply.header("content-type").starts_with("text/html"));
        assert!(!reply.text().contains("planted"), "{}", reply.text());
    }
}

#[tokio::test]
async fn nothing_else_is_let_through_from_another_site() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    for (method, path) in [
        (Method::POST, "/oauth/redirect/"),
        (Method::POST, "/oauth/redirect/c1/"),
        (Method::POST, "/oauth/redirect/c1/x"),
        (Method::POST, "/oauth/redirect"),
        (Method::PUT, "/oauth/redirect/c1"),
        (Method::POST, "/api/sign-out"),
    ] {
        let reply = posted(&mut ada, method, path, FORM, "state=s&code=c").await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[tokio::test]
async fn what_a_provider_sends_back_leads_nowhere_without_a_sign_in_of_this_session() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let long = format!("/oauth/redirect/c1?state=s&code={}", "x".repeat(20_000));
    for (path, words) in [
        ("/oauth/redirect/c1", "open the Test step"),
        ("/oauth/redirect/c1?code=planted", "open the Test step"),
        (
            "/oauth/redirect/c1?state=s&code=planted",
            "This sign-in is over",
        ),
        (
            "/oauth/redirect/c1?state=s&error=planted",
            "This sign-in is over",
        ),
        (&long, "more than 16 KiB"),
    ] {
        let reply = ada.get(path).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{path}");
        assert!(reply.text().contains(words), "{}", reply.text());
        assert!(!reply.text().contains("planted"), "{}", reply.text());
    }
}

#[tokio::test]
async fn a_code_does_not_go_on_to_the_sign_in_page() {
    let server = Server::start().await;
    server.administrator().await;
    let mut nobody = server.client();
    let reply = nobody.get("/oauth/redirect/c1?state=s&code=planted").await;
    assert_eq!(reply.status, StatusCode::UNAUTHORIZED);
    assert_eq!(reply.header("location"), "");
    assert_eq!(reply.header("cache-control"), "no-store");
}
