//! Headers, other sites, bounds, addresses that lead nowhere.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;
use tenon_app::api::imports::MAX_FILE_BYTES;

use super::{Server, joints};

#[tokio::test]
async fn a_page_runs_only_the_scripts_that_carry_its_nonce() {
    let server = Server::start().await;
    let (first, second) = (
        server.client().get("/setup").await,
        server.client().get("/setup").await,
    );
    let nonce = |reply: &super::Reply| {
        let policy = reply.header("content-security-policy").to_owned();
        policy
            .split("'nonce-")
            .nth(1)
            .unwrap()
            .split('\'')
            .next()
            .unwrap()
            .to_owned()
    };
    assert_ne!(nonce(&first), nonce(&second));
    let html = first.text();
    let scripts = html.matches("<script").count();
    assert!(scripts > 0);
    let carrying = html
        .matches(&format!("nonce=\"{}\"", nonce(&first)))
        .count();
    assert!(carrying >= scripts, "{html}");
    assert!(
        !html.contains(" style=\""),
        "the policy allows no style attribute"
    );
    assert!(
        first
            .header("content-security-policy")
            .contains("; worker-src 'self'; "),
        "workers run files of Tenon's own, nothing that a script made up"
    );
    assert_eq!(first.header("x-content-type-options"), "nosniff");
}

#[tokio::test]
async fn what_is_no_page_may_load_nothing() {
    let server = Server::start().await;
    let reply = server.client().get("/healthz").await;
    assert_eq!(
        (reply.status, reply.text().as_str()),
        (StatusCode::OK, "ok")
    );
    assert!(
        reply
            .header("content-security-policy")
            .starts_with("default-src 'none'")
    );
    assert_eq!(server.client().get("/readyz").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_request_that_another_site_made_is_refused() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("origin", "https://evil.example"),
    ] {
        let request = Request::post("/api/sign-out")
            .header(name, value)
            .header("host", "tenon.example");
        let reply = ada.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN);
        assert_eq!(reply.header("content-type"), "application/problem+json");
    }
    assert_eq!(
        ada.get("/account").await.status,
        StatusCode::OK,
        "the session goes on"
    );
}

#[tokio::test]
async fn server_functions_are_not_called_by_get() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let reply = ada.get("/api/sign-out").await;
    assert_eq!(reply.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn nothing_is_told_to_somebody_who_is_not_signed_in() {
    let server = Server::start().await;
    server.administrator().await;
    let mut nobody = server.client();
    for (path, body) in [
        ("/api/connector", json!({ "id": "x", "version": null })),
        ("/api/versions", json!({ "id": "x", "before": null })),
        (
            "/api/compare",
            json!({ "request": { "id": "x", "from": { "Saved": 1 }, "to": { "Saved": 2 } } }),
        ),
        (
            "/api/restore",
            json!({ "request": { "id": "x", "from": { "Saved": 1 }, "wanted": 1 } }),
        ),
        (
            "/api/save",
            json!({ "request": { "id": "x", "base_version": 1, "actions": [] } }),
        ),
        ("/api/draft", json!({ "id": "x" })),
        ("/api/delete-connectors", json!({ "ids": ["x"] })),
        ("/api/check-export", json!({ "ids": ["x"] })),
        (
            "/api/list-connectors",
            json!({ "request": {
                "query": { "search": "", "sort": "Title", "descending": false }, "from": 0, "count": 1
            } }),
        ),
        (
            "/api/keep-draft",
            json!({ "request": { "id": "x", "replaces": null, "version": 1, "actions": [] } }),
        ),
    ] {
        assert_eq!(
            nobody.json(path, &body).await.status,
            StatusCode::UNAUTHORIZED,
            "{path}"
        );
    }
    for path in [
        "/api/connections",
        "/api/create-blank",
        "/api/create-sample",
    ] {
        let reply = nobody
            .form(path, &[("id", "x"), ("connector", "x"), ("title", "x")])
            .await;
        assert_eq!(
            reply.status,
            StatusCode::UNAUTHORIZED,
            "{path}: {}",
            reply.text()
        );
    }
    for path in ["/api/preview-import", "/api/create-import"] {
        let reply = nobody.upload(path, "x.json", b"{}", "x").await;
        assert_eq!(
            reply.status,
            StatusCode::UNAUTHORIZED,
            "{path}: {}",
            reply.text()
        );
    }
    let packages = nobody.form("/connectors/packages", &[("ids", "x")]).await;
    assert_eq!(packages.status, StatusCode::UNAUTHORIZED);
    assert_eq!(
        nobody.get("/connectors/x/package").await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn an_address_that_leads_nowhere_is_said_to_be_none() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let reply = ada.get("/no/such/page/at/all").await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    assert!(reply.text().contains("There is no such page"));
    assert!(
        reply.text().contains(reply.header("x-request-id")),
        "the page names its request"
    );
    let reply = ada.get("/connectors/no-such-connector/general").await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    assert!(
        reply.text().contains("There is no such connector"),
        "{}",
        reply.text()
    );
    let id = reply.header("x-request-id").to_owned();
    assert!(
        !id.is_empty() && reply.text().contains(&id),
        "the page shows the id of its request"
    );
}

#[tokio::test]
async fn a_body_over_the_bound_is_refused_in_words() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let huge = vec![b' '; MAX_FILE_BYTES + 2 * 1024 * 1024];
    let reply = ada
        .upload("/api/preview-import", "huge.json", &huge, "")
        .await;
    assert_eq!(
        reply.status,
        StatusCode::PAYLOAD_TOO_LARGE,
        "{}",
        reply.text()
    );
    let over = vec![b' '; MAX_FILE_BYTES + 1];
    let reply = ada
        .upload("/api/preview-import", "over.json", &over, "")
        .await;
    assert_eq!(
        reply.status,
        StatusCode::PAYLOAD_TOO_LARGE,
        "{} {:?}",
        reply.text(),
        reply.headers
    );
    assert!(reply.text().contains("32 MiB"), "{}", reply.text());
}

#[tokio::test]
async fn an_import_over_the_bound_leaves_nothing_behind() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let mut file = joints().to_string().into_bytes();
    file.resize(MAX_FILE_BYTES + 1, b' ');
    let reply = ada
        .upload("/api/create-import", "joints.json", &file, "Joints")
        .await;
    assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(
        reply.text().contains("joints.json is larger than 32 MiB"),
        "{}",
        reply.text()
    );
    assert_eq!(ada.listed().await, json!([]));

    file.truncate(MAX_FILE_BYTES);
    let reply = ada
        .upload("/api/create-import", "joints.json", &file, "Joints")
        .await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    assert_eq!(ada.listed().await[0]["title"], "Joints");
}

#[tokio::test]
async fn the_id_of_a_request_is_never_the_clients() {
    let server = Server::start().await;
    let request = Request::get("/healthz").header("x-request-id", "forged");
    let reply = server
        .client()
        .send(request.body(Body::empty()).unwrap())
        .await;
    assert!(!reply.header("x-request-id").is_empty());
    assert_ne!(reply.header("x-request-id"), "forged");
}
