//! Where identity providers send people back to, as anybody can ask for it.

use super::*;

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
