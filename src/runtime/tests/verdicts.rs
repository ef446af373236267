//! Responses against the definition, and calls as command lines: what is told, and what is not.

use std::sync::Arc;

use tenon_connector::document::Action;
use tenon_connector::validate::Kind;

use super::*;
use crate::runtime::{Mending, Verdict, command_line};

/// A connector whose operation declares what `schema` says, and the service that answers with `answer`.
async fn connector_of(schema: Value, answer: Value) -> Connector {
    let router = Router::new().route("/joint", get(async move || axum::Json(answer)));
    let port = serve(router).await;
    let definition = json!({
        "swagger": "2.0", "host": format!("127.0.0.1:{port}"), "schemes": ["http"],
        "paths": { "/joint": { "get": { "operationId": "Joint", "parameters": [
            { "name": "q", "in": "query", "type": "string" } ],
            "responses": { "200": { "description": "OK", "schema": schema } } } } },
        "securityDefinitions": { "k": { "type": "apiKey", "in": "header", "name": "X-Key" } }
    });
    let parameters = json!({ "api_key": { "type": "securestring" } });
    let properties = json!({ "properties": { "connectionParameters": parameters } });
    Connector::new(Document::new(definition), Document::new(properties))
}

async fn verdict_of(connector: &Connector, secret: &str) -> Verdict {
    let with = credentials(&[("api_key", secret)]);
    let transcript = run(connector, "/joint", &Inputs::default(), &with).await;
    let told = format!("{transcript:?}");
    assert!(!told.contains(secret), "{told}");
    answered(&transcript).verdict.clone().unwrap()
}

fn lines(verdict: &Verdict) -> Vec<String> {
    let found = verdict.violations.found.iter();
    found
        .map(|violation| format!("{:?} {:?}", violation.place, violation.kind))
        .collect()
}

#[tokio::test]
async fn what_is_not_as_declared_is_told_with_its_path_and_mended_by_one_action() {
    let schema = json!({ "type": "object", "required": ["gone"], "properties": {
        "depth": { "type": "integer", "description": "In millimetres" },
        "woods": { "type": "array", "items": { "type": "object", "properties": { "name": { "type": "string" } } } } } });
    let answer =
        json!({ "depth": 1.5, "woods": [{ "name": "oak" }, { "name": null, "hard": true }] });
    let mut connector = connector_of(schema, answer).await;
    let verdict = verdict_of(&connector, "planted-key").await;
    let mut told = lines(&verdict);
    told.sort();
    let expected = [
        "Body(\"\") Required",
        "Body(\"/depth\") Type",
        "Body(\"/woods/1/hard\") UndeclaredProperty",
        "Body(\"/woods/1/name\") Null",
    ];
    assert_eq!(told, expected);
    let Mending::Edits {
        edits,
        shared,
        left,
    } = verdict.fit
    else {
        panic!("{:?}", verdict.fit);
    };
    assert_eq!((shared, left), (Vec::<String>::new(), 0));
    let before = connector.definition().clone();
    let undo = connector
        .apply_action(&Action::new("Make the schema fit", edits))
        .unwrap();
    let schema = &connector.definition()["paths"]["/joint"]["get"]["responses"]["200"]["schema"];
    assert_eq!(
        schema["properties"]["depth"]["description"],
        "In millimetres"
    );
    assert_eq!(schema["properties"]["depth"]["type"], "number");
    let again = verdict_of(&connector, "planted-key").await;
    assert_eq!((lines(&again), again.fit), (Vec::new(), Mending::NotNeeded));
    connector.apply_action(&undo).unwrap();
    assert_eq!(*connector.definition(), before);
}

#[tokio::test]
async fn a_secret_in_a_response_is_hidden_in_what_is_told_and_never_gets_into_the_definition() {
    let secret = "planted-key-0123456789";
    let texts = json!({ "type": "object", "properties": {
        "key": { "type": "string", "pattern": "^[a-z0-9-]+$" }, "state": { "type": "string", "enum": ["on"] } } });
    // The key is as its pattern says: only what hides it is not.
    let fine = connector_of(texts.clone(), json!({ "key": secret, "state": "on" })).await;
    assert_eq!(lines(&verdict_of(&fine, secret).await), [""; 0]);
    let cases = [
        (texts, json!({ "key": "a", "state": secret }), Kind::Enum),
        (
            json!({ "type": "object", "properties": { "key": { "type": "integer" } } }),
            json!({ "key": secret }),
            Kind::Type,
        ),
    ];
    for (schema, answer, kind) in cases {
        let connector = connector_of(schema, answer).await;
        let verdict = verdict_of(&connector, secret).await;
        let [violation] = &verdict.violations.found[..] else {
            panic!("{verdict:?}");
        };
        assert_eq!(violation.kind, kind);
        assert!(!format!("{verdict:?}").contains(secret));
        assert!(
            kind != Kind::Enum || matches!(verdict.fit, Mending::Impossible(_)),
            "{verdict:?}"
        );
    }
}

#[tokio::test]
async fn a_secret_that_is_a_number_is_not_quoted() {
    let schema = json!({ "type": "object", "properties": { "key": { "type": "string" } } });
    let connector = connector_of(schema, json!({ "key": 9_876_543_210_u64 })).await;
    let verdict = verdict_of(&connector, "9876543210").await;
    assert_eq!(
        verdict.violations.found[0].message.to_string(),
        "Another type."
    );
    assert!(matches!(verdict.fit, Mending::Impossible(_)));
}

#[tokio::test]
async fn a_command_line_has_secrets_only_where_the_owner_asks_for_them() {
    let connector = connector_of(json!({ "type": "object" }), json!({})).await;
    let with = credentials(&[("api_key", "planted-key")]);
    let inputs = Inputs::default().with(Location::Query, "q", "it's planted-key");
    let transcript = run(&connector, "/joint", &inputs, &with).await;
    let shown = exchange(&transcript).request.curl.clone().unwrap();
    assert!(
        shown.contains("--header 'X-Key: ••••••'") && shown.contains("?q=it%27s%20••••••"),
        "{shown}"
    );
    let operation = Operation {
        connector: &Arc::new(connector),
        key: &OperationKey::new("/joint", Method::Get),
        inputs: &inputs,
        way: Way::Only,
        credentials: &with,
        caller: &Caller::new().1,
    };
    let whole = command_line(&to_loopback(), operation).await.unwrap();
    assert!(
        whole.contains("--header 'X-Key: planted-key'")
            && whole.contains("?q=it%27s%20planted-key"),
        "{whole}"
    );
}
