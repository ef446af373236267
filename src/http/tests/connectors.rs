//! Importing, saving, exporting and deleting connectors.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Client, Server, joints};

async fn import(client: &mut Client<'_>, text: &str, title: &str) -> String {
    let reply = client
        .upload("/api/create-import", "joints.json", text.as_bytes(), title)
        .await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    reply.json()["id"].as_str().unwrap().to_owned()
}

/// A save of one change of the description. The values of an edit travel as JSON text.
fn describe(id: &str, base: i64, before: &str, after: &str) -> Value {
    let edit = json!({
        "part": "definition",
        "path": ["info", "description"],
        "change": { "put": { "before": json!(before).to_string(), "after": json!(after).to_string() } }
    });
    save(id, base, edit)
}

fn save(id: &str, base: i64, edit: Value) -> Value {
    json!({ "request": { "id": id, "base_version": base, "actions": [{ "label": "Change", "edits": [edit] }] } })
}

#[tokio::test]
async fn a_file_is_looked_into_and_nothing_is_kept() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let reply = ada
        .upload(
            "/api/preview-import",
            "joints.json",
            joints().to_string().as_bytes(),
            "",
        )
        .await;
    let preview = reply.json();
    assert_eq!(preview["title"], "Joints");
    assert_eq!(preview["format"]["template"], "Swagger 2.0 (JSON)");
    assert_eq!(preview["base_url"], "https://api.example.com");
    assert_eq!(preview["operations"][0]["operation_id"], "ListJoints");
    assert_eq!(ada.listed().await, json!([]));
}

#[tokio::test]
async fn a_broken_file_is_refused_with_its_place() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let reply = ada
        .upload(
            "/api/preview-import",
            "broken.json",
            b"{\n \"swagger\": \"2.0\",,\n}",
            "",
        )
        .await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST);
    assert_eq!(reply.json()["place"][0], 2, "{}", reply.text());
}

#[tokio::test]
async fn an_import_is_listed_opened_exported_and_deleted() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let id = import(&mut ada, &joints().to_string(), "Joints of ours").await;
    let listed = ada.listed().await;
    assert_eq!(
        (&listed[0]["title"], &listed[0]["operations"]),
        (&json!("Joints of ours"), &json!(1))
    );
    let opened = ada
        .json("/api/connector", &json!({ "id": id, "version": null }))
        .await
        .json();
    assert_eq!(
        (&opened["version"], &opened["newest"]),
        (&json!(1), &json!(1))
    );

    let package = ada.get(&format!("/connectors/{id}/package")).await;
    assert_eq!(package.header("content-type"), "application/zip");
    assert_eq!(
        package.header("content-disposition"),
        "attachment; filename=\"Joints-of-ours-v1.zip\""
    );
    let read = tenon_connector::read::read("joints.zip", &package.bytes).unwrap();
    let mut expected = joints();
    expected["info"]["title"] = json!("Joints of ours");
    assert_eq!(read.connector.definition(), &expected);
    let openapi = ada.get(&format!("/connectors/{id}/openapi")).await;
    assert_eq!(openapi.header("content-type"), "application/json");
    assert_eq!(
        openapi.header("content-disposition"),
        "attachment; filename=\"Joints-of-ours-v1.openapi.json\""
    );
    let written = openapi.json();
    assert_eq!(written["openapi"], "3.1.0");
    assert_eq!(written["info"]["title"], "Joints of ours");
    assert_eq!(
        ada.get(&format!("/connectors/{id}/icon")).await.status,
        StatusCode::NOT_FOUND
    );

    let page = ada.get(&format!("/connectors/{id}/definition")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.text().contains("ListJoints"),
        "the designer can be read without its script"
    );

    assert!(
        ada.json("/api/delete-connectors", &json!({ "ids": [id] }))
            .await
            .status
            .is_success()
    );
    assert_eq!(
        ada.get(&format!("/connectors/{id}/package")).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn several_connectors_are_exported_in_one_file() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let first = import(&mut ada, &joints().to_string(), "Joints").await;
    let second = import(&mut ada, &joints().to_string(), "Joints").await;
    let ids = format!("{first},{second}");
    let reply = ada
        .form("/connectors/packages", &[("ids", ids.as_str())])
        .await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    assert_eq!(reply.header("content-type"), "application/zip");
    assert_eq!(
        reply.header("content-disposition"),
        "attachment; filename=\"connectors.zip\""
    );
    let single = ada.get(&format!("/connectors/{first}/package")).await;
    for name in ["Joints-v1.zip", "Joints-v1-2.zip"] {
        let at = reply
            .bytes
            .windows(name.len())
            .position(|window| window == name.as_bytes());
        assert!(at.is_some(), "{name} is in the file");
    }
    assert!(reply.bytes.len() > single.bytes.len());
}

#[tokio::test]
async fn what_cannot_be_exported_or_deleted_together_is_refused_in_words() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let id = import(&mut ada, &joints().to_string(), "Joints").await;
    let many = vec![id.clone(); 1_001];
    for (path, ids, status, words) in [
        ("check-export", json!(many), 413, "Select 1000 at most"),
        ("delete-connectors", json!(many), 413, "Select 1000 at most"),
        ("check-export", json!([id, "x"]), 404, "deleted meanwhile"),
        ("check-export", json!([]), 400, "Select the connectors"),
    ] {
        let reply = ada
            .json(&format!("/api/{path}"), &json!({ "ids": ids }))
            .await;
        assert_eq!(reply.status.as_u16(), status, "{path}: {}", reply.text());
        let message = reply.json()["message"].as_str().unwrap().to_owned();
        assert!(message.contains(words), "{message}");
    }
    let many = many.join(",");
    let reply = ada
        .form("/connectors/packages", &[("ids", many.as_str())])
        .await;
    assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(reply.text().contains("Select 1000 at most"));
    assert_eq!(ada.listed().await[0]["id"], json!(id));
}

#[tokio::test]
async fn the_page_of_a_long_list_holds_its_first_rows_alone() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    for number in 0..210 {
        let title = format!("Saw {number:03}");
        let reply = ada.form("/api/create-blank", &[("title", &title)]).await;
        assert!(!reply.status.is_server_error(), "{}", reply.text());
    }
    let page = ada.get("/connectors?search=saw&sort=title").await.text();
    assert!(page.contains("Saw 000") && page.contains("210 connectors"));
    assert!(!page.contains("Saw 150"));
    let further = ada.get("/connectors?sort=title&row=180").await.text();
    assert!(further.contains("Saw 180") && !further.contains("Saw 000"));
    let request = json!({ "request": {
        "query": { "search": "SAW 20", "sort": "Title", "descending": true }, "from": 8, "count": 50
    } });
    let part = ada.json("/api/list-connectors", &request).await.json();
    assert_eq!((&part["found"], &part["all"]), (&json!(12), &json!(210)));
    assert_eq!(part["rows"][0]["title"], "Saw 201");
}

#[tokio::test]
async fn a_save_is_a_new_version_and_the_old_one_stays() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let id = import(&mut ada, &joints().to_string(), "Joints").await;
    let reply = ada
        .json("/api/save", &describe(&id, 1, "Wood joints.", "Better."))
        .await;
    let saved = reply.json();
    assert_eq!(
        saved["Saved"]["connector"]["version"],
        2,
        "{}",
        reply.text()
    );
    assert_eq!(saved["Saved"]["merged"], false);
    let old = ada
        .json("/api/connector", &json!({ "id": id, "version": 1 }))
        .await
        .json();
    assert!(
        old["files"]["definition"]
            .as_str()
            .unwrap()
            .contains("Wood joints.")
    );
    assert_eq!(old["newest"], 2);
}

#[tokio::test]
async fn versions_are_listed_compared_and_restored() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let id = import(&mut ada, &joints().to_string(), "Joints").await;
    let changed = describe(&id, 1, "Wood joints.", "Better.");
    ada.json("/api/save", &changed).await;
    let listed = ada
        .json("/api/versions", &json!({ "id": id, "before": null }))
        .await
        .json();
    let numbers = [&listed[0]["number"], &listed[1]["number"]];
    assert_eq!(numbers, [&json!(2), &json!(1)]);
    assert_eq!(listed[0]["author"], "Ada");
    assert_eq!(listed[0]["actions"], json!(["Change"]));

    let unsaved = json!({ "Unsaved": { "version": 1, "actions": changed["request"]["actions"] } });
    for to in [json!({ "Saved": 2 }), unsaved] {
        let request = json!({ "request": { "id": id, "from": { "Saved": 1 }, "to": to } });
        let compared = ada.json("/api/compare", &request).await.json();
        let change = &compared["groups"][0]["changes"][0];
        assert_eq!(change["before"], "Wood joints.");
        assert_eq!(change["after"], "Better.");
    }
    let request = json!({ "request": { "id": id, "from": { "Saved": 2 }, "wanted": 1 } });
    let action = ada.json("/api/restore", &request).await.json();
    assert_eq!(action["label"], "Restore version 1");
    let back = &describe(&id, 2, "Better.", "Wood joints.")["request"]["actions"][0]["edits"];
    assert_eq!(&action["edits"], back);

    let mut stranger = server.client();
    let reply = stranger.json("/api/restore", &request).await;
    assert_eq!(reply.status, StatusCode::UNAUTHORIZED);
    let missing = json!({ "request": { "id": id, "from": { "Saved": 9 }, "wanted": 1 } });
    let reply = ada.json("/api/restore", &missing).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn two_who_change_different_things_both_keep_their_work() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let id = import(&mut ada, &joints().to_string(), "Joints").await;
    ada.json("/api/save", &describe(&id, 1, "Wood joints.", "Mine."))
        .await;
    let host = json!({ "part": "definition", "path": ["host"],
        "change": { "put": { "before": "\"api.example.com\"", "after": "\"theirs.example.com\"" } } });
    let reply = ada.json("/api/save", &save(&id, 1, host)).await.json();
    assert_eq!(reply["Saved"]["merged"], true);
    let text = reply["Saved"]["connector"]["files"]["definition"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(text.contains("Mine.") && text.contains("theirs.example.com"));
}

#[tokio::test]
async fn who_changes_the_same_thing_is_told_and_nothing_is_kept() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let id = import(&mut ada, &joints().to_string(), "Joints").await;
    ada.json("/api/save", &describe(&id, 1, "Wood joints.", "First."))
        .await;
    let reply = ada
        .json("/api/save", &describe(&id, 1, "Wood joints.", "Second."))
        .await
        .json();
    let clash = &reply["Conflicts"];
    assert_eq!(clash["changed_by"], "Ada");
    assert_eq!(clash["conflicts"].as_array().unwrap().len(), 1);
    let newest = ada
        .json("/api/connector", &json!({ "id": id, "version": null }))
        .await
        .json();
    assert_eq!(newest["version"], 2);
}

#[tokio::test]
async fn the_sample_answers_a_call_though_the_guard_is_closed() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let made = ada.form("/api/create-sample", &[]).await;
    assert!(
        made.status.is_success() || made.status.is_redirection(),
        "{}",
        made.text()
    );
    let listed = ada.listed().await;
    let id = listed[0]["id"].as_str().unwrap().to_owned();
    let opened = ada
        .json("/api/connector", &json!({ "id": id, "version": null }))
        .await
        .json();
    let definition: Value =
        serde_json::from_str(opened["files"]["definition"].as_str().unwrap()).unwrap();
    let (path, item) = definition["paths"]
        .as_object()
        .unwrap()
        .iter()
        .next()
        .unwrap();
    assert!(
        item.get("get").is_some(),
        "the first operation of the sample is one that reads"
    );
    let call = json!({ "request": {
        "connector": id, "version": 1, "actions": [], "operation": { "path": path, "method": "get" },
        "connection": null, "inputs": { "values": {} }
    } });
    let reply = ada.json("/api/test-call", &call).await;
    assert_eq!(
        reply.json()["course"]["Sent"]["outcome"]["Answered"]["status"],
        200,
        "{}",
        reply.text()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_step_is_drawn_however_often_it_is_asked_for() {
    let server = Server::start().await;
    let mut ada = server.administrator().await;
    let id = import(&mut ada, &joints().to_string(), "Joints").await;
    for step in [
        "general",
        "security",
        "definition",
        "code",
        "test",
        "versions",
    ] {
        for _ in 0..20 {
            let page = ada.get(&format!("/connectors/{id}/{step}")).await;
            assert_eq!(page.status, StatusCode::OK, "{step}: {}", page.text());
        }
    }
}
