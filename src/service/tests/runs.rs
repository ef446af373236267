//! Runs as people meet them: kept without secrets, seen by those who may, and made again.

use tenon_app::api::runs::{RunEnding, RunQuery, RunsWanted};
use tenon_connector::swagger::Location;

use super::*;

fn all() -> RunQuery {
    RunQuery::default()
}

#[tokio::test]
async fn a_call_is_kept_without_its_secret_and_made_again() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let connector = connector(&ada, service().await).await;
    let made = ada
        .create_connection(new_connection(&connector, SECRET))
        .await
        .unwrap();
    let call = echo(&connector, Some(made.id.clone()));
    let transcript = ada.test_call(call).await.unwrap();
    let id = transcript.run.clone().unwrap();
    let page = ada.runs(all()).await.unwrap();
    let [row] = &page.rows[..] else {
        panic!("{page:?}");
    };
    assert_eq!(
        (row.id.as_str(), row.ending, row.version),
        (id.as_str(), RunEnding::Answered(200), 1)
    );
    assert_eq!(
        (row.person.as_str(), row.title.as_str(), row.label.as_str()),
        ("Ada", "Echo", "Echo")
    );
    let kept = ada.run(id).await.unwrap();
    assert_eq!((kept.no_replay, &kept.row), (None, row));
    let CallCourse::Sent(exchange) = &kept.transcript.course else {
        panic!("{:?}", kept.transcript);
    };
    let timings = exchange.timings.unwrap();
    assert!(timings.connect > 0 && timings.first_byte > 0, "{timings:?}");
    let whole = timings.lookup + timings.connect + timings.first_byte + timings.body;
    assert!(whole / 1000 <= exchange.milliseconds + 1, "{timings:?}");
    let again = ada.replay_run(row.id.clone()).await.unwrap();
    let newest = ada.runs(all()).await.unwrap().rows;
    assert_eq!((newest.len(), newest[0].id.as_str()), (2, again.as_str()));
    ada.delete_connection(made.id).await.unwrap();
    assert_eq!(kind(ada.replay_run(again).await), ErrorKind::NotFound);
    state.recorder.flush().await;
    state.store.close().await;
    assert_on_disk_is_no_secret(&data);
}

#[tokio::test]
async fn what_was_filled_in_is_not_kept_where_it_holds_the_secret() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let connector = connector(&ada, service().await).await;
    let made = ada
        .create_connection(new_connection(&connector, SECRET))
        .await
        .unwrap();
    let mut call = echo(&connector, Some(made.id));
    call.inputs = Inputs::default().with(Location::Query, "typed", format!("it is {SECRET}"));
    let run = ada.test_call(call).await.unwrap().run.unwrap();
    let kept = ada.run(run.clone()).await.unwrap();
    assert!(kept.no_replay.unwrap().contains("secret"));
    assert_eq!(kind(ada.replay_run(run).await), ErrorKind::Invalid);
    state.recorder.flush().await;
    state.store.close().await;
    assert_on_disk_is_no_secret(&data);
}

#[tokio::test]
async fn a_person_sees_their_own_runs_and_an_administrator_those_of_everybody() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let connector = connector(&ada, service().await).await;
    let (ben, cleo) = (
        member(&state, "Ben", "user").await,
        member(&state, "Cleo", "administrator").await,
    );
    let made = ben
        .create_connection(new_connection(&connector, SECRET))
        .await
        .unwrap();
    let bens = ben
        .test_call(echo(&connector, Some(made.id)))
        .await
        .unwrap()
        .run
        .unwrap();
    let dan = member(&state, "Dan", "maker").await;
    assert_eq!(dan.runs(all()).await.unwrap().rows, []);
    assert_eq!(kind(dan.run(bens.clone()).await), ErrorKind::NotFound);
    assert_eq!(
        kind(dan.replay_run(bens.clone()).await),
        ErrorKind::NotFound
    );
    for who in [&ben, &cleo, &ada] {
        let page = who.runs(all()).await.unwrap();
        assert_eq!(page.rows.len(), 1);
        assert_eq!(who.run(bens.clone()).await.unwrap().row.person, "Ben");
    }
    // It takes Ben's connection, so nobody else can make the call again.
    assert_eq!(
        kind(cleo.replay_run(bens.clone()).await),
        ErrorKind::Invalid
    );
    assert_eq!(
        kind(somebody(&state).runs(all()).await),
        ErrorKind::SignedOut
    );
    assert_eq!(kind(somebody(&state).run(bens).await), ErrorKind::SignedOut);
}

#[tokio::test]
async fn what_services_answer_against_the_definition_adds_up_per_operation() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let connector = connector(&ada, service().await).await;
    let made = ada
        .create_connection(new_connection(&connector, SECRET))
        .await
        .unwrap();
    for _ in 0..3 {
        ada.test_call(echo(&connector, Some(made.id.clone())))
            .await
            .unwrap();
    }
    let query = RunQuery {
        connector: Some(connector.clone()),
        wanted: RunsWanted::Contradicting,
        ..all()
    };
    let page = ada.runs(query).await.unwrap();
    // The operation declares no response at all, which contradicts what came.
    assert_eq!(page.rows.len(), 3);
    let drift = page.connector.unwrap();
    assert_eq!((drift.title.as_str(), drift.version), ("Echo", 1));
    let [operation] = &drift.operations[..] else {
        panic!("{drift:?}");
    };
    let counted = (operation.drift.answers, operation.drift.contradicting);
    assert_eq!(
        (operation.operation.as_str(), counted),
        ("GET /echo", (3, 3))
    );
    assert_eq!(operation.drift.counts[0].answers, 3);
}

#[tokio::test]
async fn a_call_that_nobody_waits_for_ends_and_is_kept() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let connector = connector(&ada, silent.local_addr().unwrap().port()).await;
    let made = ada
        .create_connection(new_connection(&connector, SECRET))
        .await
        .unwrap();
    let call = ada.test_call(echo(&connector, Some(made.id.clone())));
    let mut taken = tokio::select! {
        _ = call => panic!("nobody answered"),
        taken = silent.accept() => taken.unwrap().0,
    };
    // Who asked for the call is gone with it: the way to the service is closed.
    let mut request = Vec::new();
    tokio::io::AsyncReadExt::read_to_end(&mut taken, &mut request)
        .await
        .unwrap();
    let row = loop {
        let page = ada.runs(all()).await.unwrap();
        if let [row] = &page.rows[..] {
            break row.clone();
        }
        tokio::task::yield_now().await;
    };
    let kept = ada.run(row.id).await.unwrap();
    let CallCourse::Sent(exchange) = &kept.transcript.course else {
        panic!("{:?}", kept.transcript);
    };
    let CallOutcome::Failed(reason) = &exchange.outcome else {
        panic!("{exchange:?}");
    };
    assert!(reason.contains("cancelled"), "{reason}");
    let connections = ada.connections(connector).await.unwrap();
    assert_eq!(
        connections[0].status,
        tenon_app::api::connections::ConnectionState::Untried,
        "who leaves says nothing of the connection"
    );
}
