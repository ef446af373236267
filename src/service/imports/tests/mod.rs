//! Imports as a signed-in maker meets them: chosen operations, and documents that are fetched.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where it fails"
)]

mod references;

use axum::Router;
use axum::http::StatusCode;
use axum::response::Redirect;
use axum::routing::get;
use futures_util::StreamExt;
use serde_json::{Value, json};
use tenon_app::api::connectors::{SaveOutcome, SaveRequest};
use tenon_app::api::imports::{FetchStep, ImportChoice, ImportFile, UpdateChoice};
use tenon_app::backend::Backend;
use tenon_app::error::ErrorKind;
use tenon_app::language::Language;
use tenon_connector::document::{Action, Path};
use tenon_connector::{Connector, Part};

use crate::service::RequestBackend;
use crate::service::tests::{ada, server};

/// A document of OpenAPI 3 with a callback, which goes to the ledger.
fn joints() -> Value {
    let operation = |id: &str, tag: &str| json!({ "operationId": id, "summary": id, "tags": [tag], "responses": { "200": { "description": "OK" } } });
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Joints", "version": "1" },
        "servers": [{ "url": "https://api.example.com/v1" }],
        "paths": {
            "/joints": { "get": operation("ListJoints", "Joints"), "post": operation("CreateJoint", "Joints") },
            "/woods": { "get": operation("ListWoods", "Woods") },
        },
        "components": { "schemas": { "Wood": { "type": "object", "not": { "type": "string" } } } }
    })
}

fn file(content: &Value) -> ImportFile {
    ImportFile {
        name: "joints.json".to_owned(),
        bytes: serde_json::to_vec_pretty(content).unwrap(),
        address: None,
        referred: Vec::new(),
    }
}

fn wanting(operations: Option<&[&str]>) -> ImportChoice {
    ImportChoice {
        title: "Joints".to_owned(),
        operations: operations.map(|ids| ids.iter().map(|id| (*id).to_owned()).collect()),
        source: "joints.json".to_owned(),
        keep_source: false,
    }
}

async fn ids(backend: &RequestBackend, connector: &str) -> Vec<String> {
    let open = backend.connector(connector.to_owned(), None).await.unwrap();
    let definition: Value = serde_json::from_str(&open.files.definition).unwrap();
    let items = definition["paths"].as_object().unwrap().values();
    let operations = items.flat_map(|item| item.as_object().unwrap().values());
    operations
        .map(|operation| operation["operationId"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn a_preview_names_groups_and_the_places_of_what_changed() {
    let data = tempfile::tempdir().unwrap();
    let ada = ada(&server(data.path()).await).await;
    let preview = ada.preview_import(file(&joints())).await.unwrap();
    let groups = preview
        .operations
        .iter()
        .map(|operation| operation.groups.concat());
    assert_eq!(groups.collect::<Vec<_>>(), ["Joints", "Joints", "Woods"]);
    let lines = &preview.ledger.lines;
    let not = lines
        .iter()
        .find(|line| line.pointer == "/components/schemas/Wood/not");
    let not = not.unwrap_or_else(|| panic!("{lines:?}"));
    assert!(not.line.is_some() && not.column.is_some());
    assert_eq!(not.landing.as_deref(), Some("/definitions/Wood"));
    assert!(preview.ledger.excerpts["/definitions/Wood"].contains("object"));
}

#[tokio::test]
async fn a_refusal_is_said_in_the_language_of_the_maker() {
    let data = tempfile::tempdir().unwrap();
    let ada = ada(&server(data.path()).await).await;
    let mut broken = file(&joints());
    broken.bytes.truncate(40);
    let refused = async || {
        ada.preview_import(broken.clone())
            .await
            .unwrap_err()
            .message
    };
    let english = refused().await;
    assert!(english.contains("The file ends inside"), "{english}");
    let german = Language::German.speak(refused()).await;
    assert!(german.contains("Die Datei endet in"), "{german}");
}

#[tokio::test]
async fn only_chosen_operations_are_kept() {
    let data = tempfile::tempdir().unwrap();
    let ada = ada(&server(data.path()).await).await;
    let made = ada.create_import(file(&joints()), wanting(Some(&["ListWoods"])));
    let made = made.await.unwrap();
    assert_eq!(ids(&ada, &made.id).await, ["ListWoods"]);
    assert!(made.needed.is_empty());
    let whole = ada.create_import(file(&joints()), wanting(None)).await;
    assert_eq!(ids(&ada, &whole.unwrap().id).await.len(), 3);
    for wrong in [&[][..], &["ListNails"]] {
        let refused = ada.create_import(file(&joints()), wanting(Some(wrong)));
        assert_eq!(refused.await.unwrap_err().kind, ErrorKind::Invalid);
    }
}

/// A service with a document, a redirect to it, a redirect to a closed address, and nothing else; its address.
async fn service() -> String {
    let document = get(|| async { joints().to_string() });
    let moved = get(|| async { Redirect::temporary("/openapi.json") });
    let inside = get(|| async { Redirect::temporary("http://127.0.0.2/openapi.json") });
    let large = get(|| async { vec![b' '; 11 * 1024 * 1024] });
    let router = Router::new()
        .route("/openapi.json", document)
        .route("/moved", moved)
        .route("/inside", inside)
        .route("/large", large)
        .fallback(|| async { StatusCode::NOT_FOUND });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

#[tokio::test]
async fn a_document_is_fetched_through_the_guard() {
    let data = tempfile::tempdir().unwrap();
    let ada = ada(&server(data.path()).await).await;
    let service = service().await;
    let steps: Vec<_> = ada
        .fetch_source(format!("{service}/moved"))
        .await
        .unwrap()
        .collect()
        .await;
    let mut bytes = Vec::new();
    for step in &steps {
        if let FetchStep::Data(data) = step {
            bytes.extend_from_slice(data);
        }
    }
    assert_eq!(bytes, joints().to_string().into_bytes());
    let Some(FetchStep::Done(fetched)) = steps.last() else {
        panic!("{steps:?}")
    };
    assert_eq!(fetched.name, "openapi.json");
    assert_eq!(fetched.url, format!("{service}/openapi.json"));
}

#[tokio::test]
async fn what_cannot_be_fetched_is_refused_with_its_reason() {
    let data = tempfile::tempdir().unwrap();
    let ada = ada(&server(data.path()).await).await;
    let service = service().await;
    let cases = [
        (
            "http://10.0.0.7/openapi.json".to_owned(),
            ErrorKind::Forbidden,
            "10.0.0.7",
        ),
        (
            format!("{service}/inside"),
            ErrorKind::Forbidden,
            "127.0.0.2",
        ),
        (format!("{service}/nothing"), ErrorKind::Upstream, "404"),
        (
            "ftp://api.example.com/a".to_owned(),
            ErrorKind::Invalid,
            "ftp",
        ),
        (String::new(), ErrorKind::Invalid, "address"),
    ];
    for (url, kind, said) in cases {
        let Err(error) = ada.fetch_source(url.clone()).await else {
            panic!("{url} was fetched")
        };
        assert_eq!(error.kind, kind, "{url}: {error}");
        assert!(error.message.contains(said), "{url}: {error}");
    }
    let steps = ada.fetch_source(format!("{service}/large")).await.unwrap();
    let Some(FetchStep::Failed(error)) = steps.collect::<Vec<_>>().await.pop() else {
        panic!("a document over the bound came through")
    };
    assert_eq!(error.kind, ErrorKind::TooLarge);
}

/// Keeps an edit of the maker: a field of an operation.
async fn edit(backend: &RequestBackend, connector: &str, path: [&str; 4], value: &str) {
    let open = backend.connector(connector.to_owned(), None).await.unwrap();
    let kept = Connector::from_files(&open.files).unwrap();
    let edit = kept.set(Part::Definition, &Path::of(path), Some(json!(value)));
    let request = SaveRequest {
        id: connector.to_owned(),
        base_version: open.version,
        actions: vec![Action::new("Change", edit.into_iter().collect())],
        draft: None,
    };
    let saved = backend.save(request).await.unwrap();
    assert!(matches!(saved, SaveOutcome::Saved { .. }));
}

async fn field(backend: &RequestBackend, connector: &str, pointer: &str) -> Value {
    let open = backend.connector(connector.to_owned(), None).await.unwrap();
    let definition: Value = serde_json::from_str(&open.files.definition).unwrap();
    definition.pointer(pointer).cloned().unwrap_or_default()
}

fn update(connector: &str, version: Option<i64>, mine: &[bool]) -> UpdateChoice {
    UpdateChoice {
        connector: connector.to_owned(),
        version,
        operations: None,
        mine: mine.to_vec(),
        source: "joints-2.json".to_owned(),
    }
}

#[tokio::test]
async fn an_update_keeps_what_the_maker_changed_and_asks_where_both_did() {
    let data = tempfile::tempdir().unwrap();
    let ada = ada(&server(data.path()).await).await;
    let made = ada.create_import(file(&joints()), wanting(None)).await;
    let id = made.unwrap().id;
    edit(
        &ada,
        &id,
        ["paths", "/joints", "get", "summary"],
        "All joints",
    )
    .await;
    edit(&ada, &id, ["paths", "/woods", "get", "summary"], "My woods").await;

    let mut next = joints();
    next["paths"]["/woods"]["get"]["summary"] = json!("Their woods");
    next["paths"]["/joints"]["post"]["summary"] = json!("Make a joint");
    next["paths"]["/nails"] = json!({ "get": { "operationId": "ListNails", "responses": { "200": { "description": "OK" } } } });

    let start = ada.update_start(id.clone()).await.unwrap();
    assert_eq!(
        start.last.map(|last| last.source),
        Some("joints.json".to_owned())
    );
    let looked = ada.preview_update(file(&next), update(&id, None, &[]));
    let looked = looked.await.unwrap();
    assert!(looked.has_base);
    let [clash] = &looked.clashes[..] else {
        panic!("{:?}", looked.clashes)
    };
    assert_eq!(
        (clash.mine.as_str(), clash.theirs.as_str()),
        ("My woods", "Their woods")
    );
    assert!(clash.place.ends_with("Summary"), "{}", clash.place);
    let versions = ada.versions(id.clone(), None).await.unwrap();
    assert_eq!(versions.len(), 3, "looking keeps nothing");

    let stale = ada.keep_update(file(&next), update(&id, Some(2), &[true]));
    assert_eq!(stale.await.unwrap_err().kind, ErrorKind::Conflict);
    let kept = ada.keep_update(file(&next), update(&id, Some(looked.version), &[true]));
    assert_eq!(kept.await.unwrap(), 4);
    assert_eq!(field(&ada, &id, "/info/title").await, "Joints");
    assert_eq!(
        field(&ada, &id, "/paths/~1joints/get/summary").await,
        "All joints"
    );
    assert_eq!(
        field(&ada, &id, "/paths/~1joints/post/summary").await,
        "Make a joint"
    );
    assert_eq!(
        field(&ada, &id, "/paths/~1woods/get/summary").await,
        "My woods"
    );
    assert!(ids(&ada, &id).await.contains(&"ListNails".to_owned()));
    let versions = ada.versions(id.clone(), None).await.unwrap();
    assert_eq!(versions[0].actions, ["Update from joints-2.json"]);

    let again = ada.preview_update(file(&next), update(&id, None, &[]));
    let again = again.await.unwrap();
    assert!(
        again.clashes.is_empty(),
        "the choice is not asked for again: {:?}",
        again.clashes
    );
    assert!(again.changes.groups.is_empty());
}

#[tokio::test]
async fn the_source_is_taken_where_the_maker_chooses_it() {
    let data = tempfile::tempdir().unwrap();
    let ada = ada(&server(data.path()).await).await;
    let made = ada.create_import(file(&joints()), wanting(None)).await;
    let id = made.unwrap().id;
    edit(&ada, &id, ["paths", "/woods", "get", "summary"], "My woods").await;
    let mut next = joints();
    next["paths"]["/woods"]["get"]["summary"] = json!("Their woods");
    let kept = ada.keep_update(file(&next), update(&id, Some(2), &[false]));
    kept.await.unwrap();
    assert_eq!(
        field(&ada, &id, "/paths/~1woods/get/summary").await,
        "Their woods"
    );
}

#[tokio::test]
async fn operations_that_were_left_out_stay_away() {
    let data = tempfile::tempdir().unwrap();
    let ada = ada(&server(data.path()).await).await;
    let made = ada.create_import(file(&joints()), wanting(Some(&["ListWoods"])));
    let id = made.await.unwrap().id;
    let start = ada.update_start(id.clone()).await.unwrap();
    assert_eq!(start.last.unwrap().left_out, ["ListJoints", "CreateJoint"]);
    let mut choice = update(&id, None, &[]);
    choice.operations = Some(vec!["ListWoods".to_owned()]);
    ada.keep_update(file(&joints()), choice).await.unwrap();
    assert_eq!(ids(&ada, &id).await, ["ListWoods"]);
}

#[tokio::test]
async fn a_connector_without_an_import_is_asked_about_all_that_differs() {
    let data = tempfile::tempdir().unwrap();
    let ada = ada(&server(data.path()).await).await;
    let id = ada.create_blank("Own joints".to_owned()).await.unwrap();
    let looked = ada.preview_update(file(&joints()), update(&id, None, &[]));
    let looked = looked.await.unwrap();
    assert!(!looked.has_base);
    let title = looked
        .clashes
        .iter()
        .find(|clash| clash.mine == "Own joints");
    assert_eq!(title.unwrap().theirs, "Joints");
    let kept = ada.keep_update(file(&joints()), update(&id, Some(1), &[]));
    kept.await.unwrap();
    assert_eq!(field(&ada, &id, "/info/title").await, "Own joints");
    assert_eq!(ids(&ada, &id).await.len(), 3);
}

#[tokio::test]
async fn operations_without_an_id_keep_theirs_at_an_update() {
    let data = tempfile::tempdir().unwrap();
    let ada = ada(&server(data.path()).await).await;
    let source = |paths: &[&str]| {
        let mut source = joints();
        let operation = json!({ "get": { "responses": { "200": { "description": "OK" } } } });
        let paths = paths
            .iter()
            .map(|path| ((*path).to_owned(), operation.clone()));
        source["paths"] = Value::Object(paths.collect());
        source
    };
    let made = ada.create_import(file(&source(&["/woods/by-id"])), wanting(None));
    let id = made.await.unwrap().id;
    let pointer = "/paths/~1woods~1by-id/get/operationId";
    assert_eq!(field(&ada, &id, pointer).await, "GetWoodsById");
    // By itself the file gives the ID to the other operation, and the choice names it so.
    let next = source(&["/woods/{id}", "/woods/by-id"]);
    let mut choice = update(&id, None, &[]);
    choice.operations = Some(vec!["GetWoodsById2".to_owned()]);
    ada.keep_update(file(&next), choice).await.unwrap();
    assert_eq!(ids(&ada, &id).await, ["GetWoodsById"]);
    assert_eq!(field(&ada, &id, pointer).await, "GetWoodsById");
    let all = update(&id, None, &[]);
    ada.keep_update(file(&next), all).await.unwrap();
    let other = field(&ada, &id, "/paths/~1woods~1{id}/get/operationId").await;
    assert_eq!(
        (field(&ada, &id, pointer).await, other),
        (json!("GetWoodsById"), json!("GetWoodsById2"))
    );
}
