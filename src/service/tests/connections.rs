//! Connections after they were made: what calls say of them, changed, tested.

use axum::http::StatusCode;
use axum::response::IntoResponse;
use tenon_app::api::connections::{ConnectionEdit, ConnectionState, ConnectionTry};

use super::*;

/// A service that accepts one key.
async fn strict(key: &'static str) -> u16 {
    let answer = move |headers: HeaderMap| async move {
        match headers.get("x-key") {
            Some(own) if own == key => StatusCode::OK.into_response(),
            _ => StatusCode::UNAUTHORIZED.into_response(),
        }
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let router = Router::new().route("/echo", get(answer));
    tokio::spawn(async move { axum::serve(listener, router).await });
    port
}

fn edit(id: &str, name: &str, values: &[(&str, &str)]) -> ConnectionEdit {
    let pair = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    ConnectionEdit {
        id: id.to_owned(),
        version: 1,
        actions: Vec::new(),
        name: name.to_owned(),
        set: String::new(),
        values: values.iter().map(pair).collect(),
    }
}

async fn status(ada: &RequestBackend, connector: &str) -> ConnectionState {
    let listed = ada.connections(connector.to_owned()).await.unwrap();
    listed[0].status.clone()
}

#[tokio::test]
async fn a_call_says_whether_the_connection_holds_and_new_values_mend_it() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let connector = connector(&ada, strict("right").await).await;
    let made = ada
        .create_connection(new_connection(&connector, "wrong"))
        .await
        .unwrap();
    assert_eq!(made.status, ConnectionState::Untried);
    ada.test_call(echo(&connector, Some(made.id.clone())))
        .await
        .unwrap();
    let ConnectionState::Expired(reason) = status(&ada, &connector).await else {
        panic!("it holds");
    };
    assert!(reason.contains("401"), "{reason}");
    let renamed = ada
        .change_connection(edit(&made.id, "Mine too", &[("api_key", "")]))
        .await
        .unwrap();
    assert_eq!(renamed.name, "Mine too");
    assert!(
        matches!(renamed.status, ConnectionState::Expired(_)),
        "a name mends nothing"
    );
    let mended = ada
        .change_connection(edit(&made.id, "Mine", &[("api_key", "right")]))
        .await
        .unwrap();
    assert_eq!(
        (mended.status, mended.status_at),
        (ConnectionState::Untried, 0)
    );
    ada.test_call(echo(&connector, Some(made.id.clone())))
        .await
        .unwrap();
    assert_eq!(status(&ada, &connector).await, ConnectionState::Good);
    let odd = ada
        .change_connection(edit(&made.id, "Mine", &[("other", "x")]))
        .await;
    assert_eq!(kind(odd), ErrorKind::Invalid);
    let foreign = somebody(&state)
        .change_connection(edit(&made.id, "Mine", &[]))
        .await;
    assert_eq!(kind(foreign), ErrorKind::SignedOut);
    let gone = ada.change_connection(edit("gone", "Mine", &[])).await;
    assert_eq!(kind(gone), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_connection_to_nobody_is_failing_and_says_why() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let connector = connector(&ada, 1).await;
    let made = ada
        .create_connection(new_connection(&connector, SECRET))
        .await
        .unwrap();
    ada.test_call(echo(&connector, Some(made.id)))
        .await
        .unwrap();
    let ConnectionState::Failing(reason) = status(&ada, &connector).await else {
        panic!("it holds");
    };
    assert!(reason.contains("No connection to 127.0.0.1"), "{reason}");
}

#[tokio::test]
async fn a_policy_marks_the_connection_at_another_status() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let connector = connector(&ada, service().await).await;
    let made = ada
        .create_connection(new_connection(&connector, SECRET))
        .await
        .unwrap();
    let policy = json!([{ "templateId": "setconnectionstatustounauthenticated", "title": "Mark",
        "parameters": { "x-ms-apimTemplateParameter.statusCode": 200 } }]);
    let kept = Connector::from_files(&files(1)).unwrap();
    let path = DocumentPath::of(["properties", "policyTemplateInstances"]);
    let edit = kept.set(Part::Properties, &path, Some(policy)).unwrap();
    let mut call = echo(&connector, Some(made.id));
    call.actions = vec![Action::new("Add policy", vec![edit])];
    ada.test_call(call).await.unwrap();
    assert!(matches!(
        status(&ada, &connector).await,
        ConnectionState::Expired(_)
    ));
}

#[tokio::test]
async fn a_connection_is_tested_by_the_operation_that_the_connector_names() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let connector = connector(&ada, strict("right").await).await;
    let made = ada
        .create_connection(new_connection(&connector, "right"))
        .await
        .unwrap();
    let mut test = ConnectionTry {
        id: made.id,
        version: 1,
        actions: Vec::new(),
    };
    assert_eq!(
        kind(ada.try_connection(test.clone()).await),
        ErrorKind::Invalid
    );
    let kept = Connector::from_files(&files(1)).unwrap();
    let path = DocumentPath::of(["x-ms-capabilities"]);
    let named = json!({ "testConnection": { "operationId": "Echo", "parameters": {} } });
    let edit = kept.set(Part::Definition, &path, Some(named)).unwrap();
    test.actions = vec![Action::new("Name the test", vec![edit])];
    let tried = ada.try_connection(test).await.unwrap();
    assert_eq!(answered(tried).status, 200);
    assert_eq!(status(&ada, &connector).await, ConnectionState::Good);
}

#[tokio::test]
async fn a_test_that_gets_no_2xx_says_so_of_its_connection_and_other_calls_do_not() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    for (answer, after_call, works) in [
        (StatusCode::NO_CONTENT, ConnectionState::Good, true),
        (StatusCode::NOT_FOUND, ConnectionState::Untried, false),
        (
            StatusCode::SERVICE_UNAVAILABLE,
            ConnectionState::Untried,
            false,
        ),
        (StatusCode::NOT_MODIFIED, ConnectionState::Good, false),
    ] {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut files = files(listener.local_addr().unwrap().port());
        let router = Router::new().route("/echo", get(move || async move { answer }));
        tokio::spawn(async move { axum::serve(listener, router).await });
        let mut definition: serde_json::Value = serde_json::from_str(&files.definition).unwrap();
        definition["x-ms-capabilities"] = json!({ "testConnection": { "operationId": "Echo" } });
        files.definition = definition.to_string();
        let connector = Connector::from_files(&files).unwrap();
        let connector = ada.add(&connector).await.unwrap();
        let made = ada.create_connection(new_connection(&connector, SECRET));
        let made = made.await.unwrap();
        // The connector names its test, so the connection was tested when it was made.
        assert_eq!(made.status == ConnectionState::Good, works, "{answer}");
        let untried = ConnectionStatus::Untried;
        let noted = state.store.note_connection_status(&made.id, &untried);
        noted.await.unwrap();
        ada.test_call(echo(&connector, Some(made.id.clone())))
            .await
            .unwrap();
        assert_eq!(status(&ada, &connector).await, after_call, "{answer}");
        let test = ConnectionTry {
            id: made.id,
            version: 1,
            actions: Vec::new(),
        };
        ada.try_connection(test).await.unwrap();
        match status(&ada, &connector).await {
            ConnectionState::Good => assert!(works, "{answer}"),
            ConnectionState::Failing(reason) => {
                assert!(
                    !works && reason.contains(answer.as_str()),
                    "{answer}: {reason}"
                );
            }
            other => panic!("{answer}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn a_call_without_the_connection_that_required_parameters_need_is_refused() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let mut files = files(1);
    let mut definition: serde_json::Value = serde_json::from_str(&files.definition).unwrap();
    definition
        .as_object_mut()
        .unwrap()
        .shift_remove("securityDefinitions");
    files.definition = definition.to_string();
    let connector = Connector::from_files(&files).unwrap();
    let connector = ada.add(&connector).await.unwrap();
    let refused = ada.test_call(echo(&connector, None)).await;
    assert_eq!(kind(refused), ErrorKind::Invalid);
    let made = ada.create_connection(new_connection(&connector, SECRET));
    let made = made.await.unwrap();
    let called = ada.test_call(echo(&connector, Some(made.id))).await;
    assert!(matches!(called.unwrap().course, CallCourse::Sent(_)));
}

#[tokio::test]
async fn a_call_whose_policy_cannot_be_read_is_kept_as_a_run() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let connector = connector(&ada, 1).await;
    let made = ada.create_connection(new_connection(&connector, SECRET));
    let made = made.await.unwrap();
    let policy = json!([{ "templateId": "setheader", "title": "Broken", "parameters": {
        "x-ms-apimTemplateParameter.name": "X-A", "x-ms-apimTemplateParameter.value": "Bearer@queryParamters('a')" } }]);
    let kept = Connector::from_files(&files(1)).unwrap();
    let path = DocumentPath::of(["properties", "policyTemplateInstances"]);
    let edit = kept.set(Part::Properties, &path, Some(policy)).unwrap();
    let mut call = echo(&connector, Some(made.id));
    call.actions = vec![Action::new("Add policy", vec![edit])];
    let transcript = ada.test_call(call).await.unwrap();
    let CallCourse::Stopped(reason) = &transcript.course else {
        panic!("it was sent");
    };
    assert!(
        reason.contains("“@queryParamters” at character 7"),
        "{reason}"
    );
    let run = ada.run(transcript.run.unwrap()).await.unwrap();
    assert_eq!(run.transcript.course, transcript.course);
}
