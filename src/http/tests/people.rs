//! Setting up, signing in and out, changing the password.

use axum::http::StatusCode;

use super::{PASSWORD, Server};

#[tokio::test]
async fn every_page_leads_to_the_set_up_until_there_is_an_account() {
    let server = Server::start().await;
    let reply = server.client().get("/connectors").await;
    assert_eq!(
        (reply.status, reply.header("location")),
        (StatusCode::SEE_OTHER, "/setup")
    );
    let page = server.client().get("/setup").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("Set up Tenon"));
}

#[tokio::test]
async fn the_first_account_is_made_once() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let page = ada.get("/connectors").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let again = [
        ("name", "Eve"),
        ("email", "eve@example.com"),
        ("password", PASSWORD),
    ];
    let reply = server.client().form("/api/set-up", &again).await;
    assert_eq!(reply.status, StatusCode::CONFLICT, "{}", reply.text());
}

#[tokio::test]
async fn a_set_up_that_does_not_fit_names_its_field() {
    let server = Server::start().await;
    for (field, name, email, password) in [
        ("name", " ", "ada@example.com", PASSWORD),
        ("email", "Ada", "ada at example", PASSWORD),
        ("password", "Ada", "ada@example.com", "too short"),
    ] {
        let fields = [("name", name), ("email", email), ("password", password)];
        let reply = server.client().form("/api/set-up", &fields).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST);
        assert_eq!(
            reply.json().get("field").and_then(|f| f.as_str()),
            Some(field)
        );
    }
}

#[tokio::test]
async fn signing_in_needs_the_right_password_and_gives_a_new_session() {
    let server = Server::start().await;
    server.administrator().await;
    let mut client = server.client();
    let wrong = client
        .form(
            "/api/sign-in",
            &[
                ("email", "ada@example.com"),
                ("password", "wrong wrong wrong"),
            ],
        )
        .await;
    let nobody = client
        .form(
            "/api/sign-in",
            &[("email", "eve@example.com"), ("password", PASSWORD)],
        )
        .await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        wrong.json().get("message"),
        nobody.json().get("message"),
        "which was wrong is not told"
    );
    assert!(!wrong.header("x-request-id").is_empty());
    assert_eq!(
        wrong.json().get("request_id").and_then(|id| id.as_str()),
        Some(wrong.header("x-request-id"))
    );

    let right = client
        .form(
            "/api/sign-in",
            &[("email", " ADA@example.com"), ("password", PASSWORD)],
        )
        .await;
    assert!(
        right.status.is_success() || right.status.is_redirection(),
        "{}",
        right.text()
    );
    let cookie = right.header("set-cookie");
    assert!(
        cookie.contains("HttpOnly")
            && cookie.contains("SameSite=Lax")
            && !cookie.contains("Secure"),
        "{cookie}"
    );
    assert_eq!(client.get("/connectors").await.status, StatusCode::OK);
    client.form("/api/sign-out", &[]).await;
    let gone = client.get("/account").await;
    assert_eq!(gone.header("location"), "/sign-in?next=%2Faccount");
}

#[tokio::test]
async fn behind_https_the_cookie_is_secure() {
    let config = crate::config::Config {
        public_url: Some("https://tenon.example.com".parse().unwrap()),
        ..crate::config::Config::default()
    };
    let server = Server::with(config).await;
    let mut client = server.client();
    let fields = [
        ("name", "Ada"),
        ("email", "ada@example.com"),
        ("password", PASSWORD),
    ];
    let reply = client.form("/api/set-up", &fields).await;
    assert!(reply.header("set-cookie").contains("Secure"));
    assert!(
        reply
            .header("strict-transport-security")
            .contains("max-age")
    );
}

#[tokio::test]
async fn too_many_failed_attempts_are_stopped_even_with_the_right_password() {
    let server = Server::start().await;
    server.administrator().await;
    let mut client = server.client();
    for _ in 0..10 {
        let reply = client
            .form(
                "/api/sign-in",
                &[
                    ("email", "ada@example.com"),
                    ("password", "wrong wrong wrong"),
                ],
            )
            .await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST);
    }
    let stopped = client
        .form(
            "/api/sign-in",
            &[("email", "ada@example.com"), ("password", PASSWORD)],
        )
        .await;
    assert_eq!(stopped.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(stopped.text().contains("minutes"));
}

#[tokio::test]
async fn only_what_failed_counts_against_an_address_that_many_share() {
    let server = Server::start().await;
    server.administrator().await;
    for password in ["wrong wrong wrong", PASSWORD, PASSWORD] {
        let fields = [("email", "ada@example.com"), ("password", password)];
        server.client().form("/api/sign-in", &fields).await;
    }
    // The requests of tests come from no address.
    let (made, _) = server.state.store.attempts("client ", 0).await.unwrap();
    assert_eq!(made, 1);
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    let server = Server::start().await;
    let mut here = server.administrator().await;
    let mut there = server.client();
    there
        .form(
            "/api/sign-in",
            &[("email", "ada@example.com"), ("password", PASSWORD)],
        )
        .await;
    assert_eq!(there.get("/account").await.status, StatusCode::OK);

    let wrong = here
        .form(
            "/api/change-password",
            &[
                ("current", "wrong wrong wrong"),
                ("new", "another password"),
            ],
        )
        .await;
    assert_eq!(
        (wrong.status, wrong.json()["field"].as_str()),
        (StatusCode::BAD_REQUEST, Some("current"))
    );
    let short = here
        .form(
            "/api/change-password",
            &[("current", PASSWORD), ("new", "short")],
        )
        .await;
    assert_eq!(short.json()["field"].as_str(), Some("new"));
    let done = here
        .form(
            "/api/change-password",
            &[("current", PASSWORD), ("new", "another password")],
        )
        .await;
    assert!(done.status.is_success(), "{}", done.text());

    assert_eq!(here.get("/account").await.status, StatusCode::OK);
    assert_eq!(there.get("/account").await.status, StatusCode::SEE_OTHER);
    let old = server
        .client()
        .form(
            "/api/sign-in",
            &[("email", "ada@example.com"), ("password", PASSWORD)],
        )
        .await;
    assert_eq!(old.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn guesses_made_all_at_once_do_not_outrun_the_bound() {
    let server = Server::start().await;
    server.administrator().await;
    let guess = async || {
        let fields = [
            ("email", "ada@example.com"),
            ("password", "wrong wrong wrong"),
        ];
        server.client().form("/api/sign-in", &fields).await.status
    };
    let guesses = futures_util::future::join_all((0..25).map(|_| guess())).await;
    let tried = guesses
        .iter()
        .filter(|status| **status == StatusCode::BAD_REQUEST)
        .count();
    assert!(tried <= 10, "{tried} guesses were tried");
}
