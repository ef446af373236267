//! Descriptions that refer to other documents, fetched from an address.

use axum::extract::Path;
use tenon_app::api::imports::Referred;
use tenon_connector::message::Message;

use super::*;

/// A description whose path and schemas stand elsewhere.
fn spread(schemas: &Value) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Joints", "version": "1" },
        "servers": [{ "url": "https://api.example.com/v1" }],
        "paths": { "/joints": { "get": { "operationId": "ListJoints", "responses": { "200": {
            "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/All" } } }
        } } } } },
        "components": { "schemas": { "All": { "type": "object", "properties": schemas } } }
    })
}

fn referring(to: impl IntoIterator<Item = String>) -> Value {
    let to = to.into_iter().enumerate();
    let all = to.map(|(number, to)| (format!("p{number}"), json!({ "$ref": to })));
    spread(&Value::Object(all.collect()))
}

async fn service() -> String {
    let document = |value: Value| get(move || async move { value.to_string() });
    let apart = referring([
        "schemas/wood.yaml#/Wood".to_owned(),
        "moved.json".to_owned(),
        "a.json".to_owned(),
        "nothing.json".to_owned(),
        "http://127.0.0.2/inside.json".to_owned(),
        "inside.json".to_owned(),
        "file:///etc/passwd".to_owned(),
        "large.json".to_owned(),
        "words.json".to_owned(),
    ]);
    let wood = "Wood:\n  type: object\n  properties:\n    from: { $ref: ../openapi.json#/components/schemas/All }\n";
    let many = referring((0..130).map(|number| format!("/chain/far/{number}")));
    let router = Router::new()
        .route("/v1/openapi.json", document(apart))
        .route("/v1/schemas/wood.yaml", get(move || async move { wood }))
        .route(
            "/v1/moved.json",
            get(|| async { Redirect::temporary("/v2/here/nail.json") }),
        )
        .route(
            "/v2/here/nail.json",
            document(
                json!({ "type": "object", "properties": { "head": { "$ref": "head.json" } } }),
            ),
        )
        .route(
            "/v2/here/head.json",
            document(json!({ "type": "string", "maxLength": 7 })),
        )
        .route(
            "/v1/a.json",
            document(json!({ "items": { "$ref": "b.json" } })),
        )
        .route(
            "/v1/b.json",
            document(json!({ "items": { "$ref": "a.json" } })),
        )
        .route(
            "/v1/inside.json",
            get(|| async { Redirect::temporary("http://127.0.0.3/inside.json") }),
        )
        .route(
            "/v1/large.json",
            get(|| async { vec![b' '; 11 * 1024 * 1024] }),
        )
        .route("/v1/words.json", get(|| async { "{ this is no" }))
        .route(
            "/heavy.json",
            document(referring((1..4).map(|number| format!("/heavy/{number}")))),
        )
        .route(
            "/heavy/{number}",
            get(|| async { format!("{{}}{}", " ".repeat(9 * 1024 * 1024)) }),
        )
        .route("/many.json", document(many))
        .route(
            "/chain.json",
            document(referring(["/chain/near/0".to_owned()])),
        )
        .route(
            "/chain/{kind}/{number}",
            get(|Path((kind, number)): Path<(String, usize)>| async move {
                let next = format!("/chain/{kind}/{}", number + 1);
                let next = if kind == "near" {
                    json!({ "$ref": next })
                } else {
                    json!({})
                };
                json!({ "properties": { "next": next } }).to_string()
            }),
        )
        .fallback(|| async { StatusCode::NOT_FOUND });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

/// What a fetch comes to: the file as the page sends it back, and the addresses that were announced.
async fn fetched(ada: &RequestBackend, url: String) -> (ImportFile, Vec<String>) {
    let mut steps = ada.fetch_source(url).await.unwrap();
    let (mut bytes, mut referred, mut announced) = (Vec::new(), Vec::new(), Vec::new());
    while let Some(step) = steps.next().await {
        match step {
            FetchStep::Size(_) => {}
            FetchStep::Data(data) => bytes.extend(data),
            FetchStep::Following(now) => {
                assert_eq!(now.number, announced.len() + 1);
                announced.push(now.address);
            }
            FetchStep::Referred(other) => referred.push(*other),
            FetchStep::Failed(error) => panic!("{error}"),
            FetchStep::Done(fetched) => {
                assert!(steps.next().await.is_none());
                let file = ImportFile {
                    name: fetched.name,
                    bytes,
                    address: Some(fetched.url),
                    referred,
                };
                return (file, announced);
            }
        }
    }
    panic!("the fetch has no end")
}

fn reason<'r>(file: &'r ImportFile, address: &str) -> &'r str {
    let ends = |other: &&Referred| other.address.ends_with(address);
    let found = file.referred.iter().find(ends);
    let found = found.unwrap_or_else(|| panic!("{address} is not named"));
    found.found.as_ref().unwrap_err()
}

#[tokio::test]
async fn what_a_description_refers_to_is_fetched_and_imported_with_it() {
    let data = tempfile::tempdir().unwrap();
    let ada = ada(&server(data.path()).await).await;
    let service = service().await;
    let (file, announced) = fetched(&ada, format!("{service}/v1/openapi.json")).await;
    let had: Vec<&str> = file
        .referred
        .iter()
        .filter(|other| other.found.is_ok())
        .filter_map(|other| other.address.strip_prefix(service.as_str()))
        .collect();
    assert_eq!(
        had,
        [
            "/v1/schemas/wood.yaml",
            "/v1/moved.json",
            "/v1/a.json",
            "/v1/words.json",
            "/v2/here/head.json",
            "/v1/b.json"
        ]
    );
    assert_eq!(announced.len(), file.referred.len(), "{announced:?}");
    for (address, said) in [
        ("nothing.json", "404"),
        ("127.0.0.2/inside.json", "127.0.0.2"),
        ("/v1/inside.json", "127.0.0.3"),
        ("/etc/passwd", "file"),
        ("large.json", "10 MiB"),
    ] {
        let reason = reason(&file, address);
        assert!(reason.contains(said), "{address}: {reason}");
    }

    let preview = ada.preview_import(file.clone()).await.unwrap();
    assert!(preview.can_keep_source);
    for named in [
        "nothing.json",
        "127.0.0.2/inside.json",
        "/v1/inside.json",
        "passwd",
        "large.json",
        "words.json",
    ] {
        let is_named = |finding: &Message| finding.to_string().contains(named);
        assert!(
            preview.findings.iter().any(is_named),
            "{named}: {:?}",
            preview.findings
        );
    }
    let made = ada.create_import(file, wanting(None)).await.unwrap();
    let open = ada.connector(made.id, None).await.unwrap();
    let definition: Value = serde_json::from_str(&open.files.definition).unwrap();
    let text = definition.to_string();
    assert!(
        text.contains("\"maxLength\":7"),
        "what lies beside the moved document is there: {text}"
    );
    let all = &definition["definitions"]["All"]["properties"];
    let wood = all["p0"]["$ref"].as_str().unwrap();
    let wood = definition.pointer(&wood[1..]).unwrap();
    assert_eq!(wood["properties"]["from"]["$ref"], "#/definitions/All");
}

#[tokio::test]
async fn what_is_too_much_or_too_far_is_named_and_left_out() {
    let data = tempfile::tempdir().unwrap();
    let ada = ada(&server(data.path()).await).await;
    let service = service().await;
    let (many, announced) = fetched(&ada, format!("{service}/many.json")).await;
    assert_eq!(announced.len(), 100);
    assert!(reason(&many, "/chain/far/100").contains("100 documents"));
    assert_eq!(many.referred.len(), 120, "the rest is not named one by one");
    ada.preview_import(many).await.unwrap();

    let (chain, announced) = fetched(&ada, format!("{service}/chain.json")).await;
    assert_eq!(announced.len(), 20);
    assert!(reason(&chain, "/chain/near/20").contains("20 documents lie on the way"));
    ada.preview_import(chain).await.unwrap();

    let (heavy, announced) = fetched(&ada, format!("{service}/heavy.json")).await;
    assert_eq!(announced.len(), 2, "after the bound, nothing is fetched");
    for left_out in ["/heavy/2", "/heavy/3"] {
        assert!(reason(&heavy, left_out).contains("16 MiB together"));
    }
    let had = heavy.referred.iter().filter(|other| other.found.is_ok());
    assert_eq!(had.count(), 1);
}

#[tokio::test]
async fn a_file_that_was_chosen_fetches_nothing() {
    let data = tempfile::tempdir().unwrap();
    let ada = ada(&server(data.path()).await).await;
    let preview = ada
        .preview_import(file(&referring(["a.json".to_owned()])))
        .await
        .unwrap();
    assert!(preview.findings.is_empty(), "{:?}", preview.findings);
    let lines = preview.ledger.lines;
    assert!(
        lines
            .iter()
            .any(|line| line.message.to_string().contains("a.json")),
        "{lines:?}"
    );
}

/// A document that was fetched before, with the choice to keep it.
#[tokio::test]
async fn the_source_is_kept_where_the_maker_wants_it_and_stays_with_updates() {
    let data = tempfile::tempdir().unwrap();
    let ada = ada(&server(data.path()).await).await;
    let plain = ada
        .create_import(file(&joints()), wanting(None))
        .await
        .unwrap();
    assert_eq!(field(&ada, &plain.id, "/x-tenon-source").await, Value::Null);
    let mut choice = wanting(None);
    choice.keep_source = true;
    let id = ada.create_import(file(&joints()), choice).await.unwrap().id;
    let kept = |text: Value| -> Value { serde_json::from_str(text.as_str().unwrap()).unwrap() };
    assert_eq!(kept(field(&ada, &id, "/x-tenon-source").await), joints());

    let mut next = joints();
    next["components"]["schemas"]["Wood"]["not"] = json!({ "type": "integer" });
    ada.keep_update(file(&next), update(&id, Some(1), &[]))
        .await
        .unwrap();
    assert_eq!(kept(field(&ada, &id, "/x-tenon-source").await), next);
}
