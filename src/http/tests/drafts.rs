//! Drafts as two browsers of one person meet them.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Client, Server, joints};

async fn import(client: &mut Client<'_>) -> String {
    let text = joints().to_string();
    let reply = client
        .upload("/api/create-import", "joints.json", text.as_bytes(), "Ours")
        .await;
    reply.json()["id"].as_str().unwrap().to_owned()
}

fn describe(before: &str, after: &str) -> Value {
    json!({ "label": "Change description", "edits": [{
        "part": "definition",
        "path": ["info", "description"],
        "change": { "put": { "before": json!(before).to_string(), "after": json!(after).to_string() } }
    }] })
}

async fn keep(
    client: &mut Client<'_>,
    id: &str,
    replaces: Option<&str>,
    actions: Vec<Value>,
) -> Value {
    let request = json!({ "id": id, "replaces": replaces, "version": 1, "actions": actions });
    let reply = client
        .json("/api/keep-draft", &json!({ "request": request }))
        .await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    reply.json()
}

async fn draft(client: &mut Client<'_>, id: &str) -> Value {
    client.json("/api/draft", &json!({ "id": id })).await.json()
}

#[tokio::test]
async fn another_browser_finds_the_draft_and_cannot_write_over_it_unseen() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let id = import(&mut ada).await;
    assert_eq!(draft(&mut ada, &id).await, Value::Null);
    let mine = vec![describe("Wood joints.", "Better.")];
    let kept = keep(&mut ada, &id, None, mine.clone()).await;
    let revision = kept["Kept"]["revision"].as_str().unwrap().to_owned();
    let found = draft(&mut ada, &id).await;
    assert_eq!(found["revision"], json!(revision));
    assert_eq!(found["actions"], json!(mine));

    let theirs = vec![describe("Wood joints.", "Worse.")];
    let answer = keep(&mut ada, &id, None, theirs).await;
    assert_eq!(answer["Overtaken"]["present"]["actions"], json!(mine));
    let gone = keep(&mut ada, &id, Some(&revision), Vec::new()).await;
    assert_eq!(gone["Kept"]["revision"], Value::Null);
    assert_eq!(draft(&mut ada, &id).await, Value::Null);
    let late = keep(&mut ada, &id, Some(&revision), mine).await;
    assert_eq!(late["Overtaken"]["present"], Value::Null);
}

#[tokio::test]
async fn the_save_that_holds_a_draft_ends_it() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let id = import(&mut ada).await;
    let mine = vec![describe("Wood joints.", "Better.")];
    let kept = keep(&mut ada, &id, None, mine.clone()).await;
    let request = json!({
        "id": id, "base_version": 1, "actions": mine, "draft": kept["Kept"]["revision"]
    });
    let reply = ada.json("/api/save", &json!({ "request": request })).await;
    assert_eq!(reply.json()["Saved"]["connector"]["version"], 2);
    assert_eq!(draft(&mut ada, &id).await, Value::Null);
}

#[tokio::test]
async fn a_draft_has_its_bounds() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let id = import(&mut ada).await;
    let long = "x".repeat(4 * 1024 * 1024);
    let request = json!({
        "id": id, "replaces": null, "version": 1, "actions": [describe("Wood joints.", &long)]
    });
    let reply = ada
        .json("/api/keep-draft", &json!({ "request": request }))
        .await;
    assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(reply.text().contains("at most 4 MiB"), "{}", reply.text());
    let request = json!({ "id": "none", "replaces": null, "version": 1, "actions": [] });
    let reply = ada
        .json("/api/keep-draft", &json!({ "request": request }))
        .await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
}
