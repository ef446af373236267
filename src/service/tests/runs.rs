//! Runs as people meet them: kept without secrets, seen by those who may, and made again.

use tenon_app::api::runs::{Replay, ReplayRequest, RunEnding, RunQuery, RunsWanted, Within};
use tenon_connector::request::Checked;
use tenon_connector::swagger::Location;

use super::*;

fn all() -> RunQuery {
    RunQuery::default()
}

/// The call of a run again, as it was.
fn again(run: &str) -> ReplayRequest {
    ReplayRequest {
        id: run.to_owned(),
        connection: None,
    }
}

/// The same with another connection.
fn again_with(run: &str, connection: &str) -> ReplayRequest {
    ReplayRequest {
        connection: Some(connection.to_owned()),
        ..again(run)
    }
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
    assert_eq!((kept.replay, &kept.row), (Replay::Same, row));
    let CallCourse::Sent(exchange) = &kept.transcript.course else {
        panic!("{:?}", kept.transcript);
    };
    let timings = exchange.timings.unwrap();
    assert!(timings.connect > 0 && timings.first_byte > 0, "{timings:?}");
    let whole = timings.lookup + timings.connect + timings.first_byte + timings.body;
    assert!(whole / 1000 <= exchange.milliseconds + 1, "{timings:?}");
    let second = ada.replay_run(again(&row.id)).await.unwrap();
    let newest = ada.runs(all()).await.unwrap().rows;
    assert_eq!((newest.len(), newest[0].id.as_str()), (2, second.as_str()));
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
    let Replay::Impossible(reason) = kept.replay else {
        panic!("{:?}", kept.replay);
    };
    assert!(reason.contains("secret"), "{reason}");
    assert_eq!(kind(ada.replay_run(again(&run)).await), ErrorKind::Invalid);
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
    let bens_connection = made.id.clone();
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
        kind(dan.replay_run(again(&bens)).await),
        ErrorKind::NotFound
    );
    assert_eq!(dan.run_choices(None).await.unwrap().operations, []);
    for who in [&ben, &cleo, &ada] {
        let page = who.runs(all()).await.unwrap();
        assert_eq!(page.rows.len(), 1);
        assert_eq!(who.run(bens.clone()).await.unwrap().row.person, "Ben");
    }
    // It takes Ben's connection, so who else sees the run can make its call with their own alone.
    assert_eq!(
        kind(cleo.replay_run(again(&bens)).await),
        ErrorKind::Invalid
    );
    let Replay::Choose {
        reason,
        connections,
    } = cleo.run(bens.clone()).await.unwrap().replay
    else {
        panic!("Ben's connection is his own");
    };
    assert!(reason.contains("somebody else"), "{reason}");
    assert_eq!(connections, []);
    let taken = cleo.runs(all()).await.unwrap().rows.len();
    let with_bens = again_with(&bens, &bens_connection);
    assert_eq!(kind(cleo.replay_run(with_bens).await), ErrorKind::Forbidden);
    assert_eq!(cleo.runs(all()).await.unwrap().rows.len(), taken);
    let cleos = cleo
        .create_connection(new_connection(&connector, SECRET))
        .await
        .unwrap();
    let made = cleo.replay_run(again_with(&bens, &cleos.id)).await.unwrap();
    assert_eq!(cleo.run(made.clone()).await.unwrap().row.person, "Cleo");
    assert_eq!(kind(ben.run(made).await), ErrorKind::NotFound);
    assert_eq!(
        kind(somebody(&state).runs(all()).await),
        ErrorKind::SignedOut
    );
    assert_eq!(kind(somebody(&state).run(bens).await), ErrorKind::SignedOut);
}

#[tokio::test]
async fn a_call_whose_connection_is_gone_is_made_again_with_another() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let connector = connector(&ada, service().await).await;
    let new = || ada.create_connection(new_connection(&connector, SECRET));
    let first = new().await.unwrap().id;
    let call = echo(&connector, Some(first.clone()));
    let run = ada.test_call(call).await.unwrap().run.unwrap();
    ada.delete_connection(first).await.unwrap();
    let Replay::Choose {
        reason,
        connections,
    } = ada.run(run.clone()).await.unwrap().replay
    else {
        panic!("the connection was deleted");
    };
    assert!(reason.contains("deleted") && connections.is_empty());
    let refused = ada.replay_run(again(&run)).await.unwrap_err();
    assert_eq!(
        (refused.kind, refused.message),
        (ErrorKind::Invalid, reason)
    );

    let second = new().await.unwrap().id;
    let Replay::Choose { connections, .. } = ada.run(run.clone()).await.unwrap().replay else {
        panic!("the connection was deleted");
    };
    let ids: Vec<_> = connections.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, [second.as_str()]);
    let made = ada.replay_run(again_with(&run, &second)).await.unwrap();
    let kept = ada.run(made).await.unwrap();
    assert_eq!(
        (kept.row.ending, kept.replay),
        (RunEnding::Answered(200), Replay::Same)
    );
}

#[tokio::test]
async fn the_list_is_filtered_by_all_that_it_offers() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let connector = connector(&ada, service().await).await;
    let ben = member(&state, "Ben", "user").await;
    let mut connections = Vec::new();
    for who in [&ada, &ben] {
        let made = who.create_connection(new_connection(&connector, SECRET));
        let made = made.await.unwrap().id;
        let call = echo(&connector, Some(made.clone()));
        who.test_call(call).await.unwrap();
        connections.push(made);
    }
    let choices = ada.run_choices(None).await.unwrap();
    assert_eq!(choices.operations[0].label, "Echo");
    let people: Vec<_> = choices
        .people
        .iter()
        .map(|one| one.label.as_str())
        .collect();
    assert_eq!((people, choices.connections.len()), (vec!["Ada", "Ben"], 2));
    assert!(choices.versions.is_empty(), "of which connector?");
    let bens = ben.run_choices(Some(connector.clone())).await.unwrap();
    assert_eq!((bens.people, bens.versions), (Vec::new(), vec![1]));
    assert_eq!(bens.connections.len(), 1);

    let cases = [
        (
            RunQuery {
                person: Some(choices.people[1].value.clone()),
                ..all()
            },
            1,
        ),
        (
            RunQuery {
                connection: Some(connections[0].clone()),
                ..all()
            },
            1,
        ),
        (
            RunQuery {
                operation: Some(choices.operations[0].value.clone()),
                ..all()
            },
            2,
        ),
        (
            RunQuery {
                connector: Some(connector.clone()),
                version: Some(1),
                ..all()
            },
            2,
        ),
        (
            RunQuery {
                version: Some(2),
                ..all()
            },
            0,
        ),
        (
            RunQuery {
                within: Within::Hour,
                ..all()
            },
            2,
        ),
        (
            RunQuery {
                within: Within::Week,
                until: Some(1),
                ..all()
            },
            0,
        ),
        (
            RunQuery {
                from: Some(i64::MAX),
                ..all()
            },
            0,
        ),
        (
            RunQuery {
                wanted: RunsWanted::Of2xx,
                ..all()
            },
            2,
        ),
        (
            RunQuery {
                wanted: RunsWanted::Cancelled,
                ..all()
            },
            0,
        ),
    ];
    for (query, expected) in cases {
        let page = ada.runs(query.clone()).await.unwrap();
        assert_eq!(
            (page.rows.len(), page.found),
            (usize::try_from(expected).unwrap(), expected),
            "{query:?}"
        );
    }
    // Whose runs are seen does not depend on what is asked for.
    let adas = RunQuery {
        person: Some(choices.people[0].value.clone()),
        ..all()
    };
    let page = ben.runs(adas).await.unwrap();
    let seen: Vec<_> = page.rows.iter().map(|row| row.person.as_str()).collect();
    assert_eq!(seen, ["Ben"]);
    assert_eq!(
        kind(somebody(&state).run_choices(None).await),
        ErrorKind::SignedOut
    );
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
    assert_eq!(kept.row.ending, RunEnding::Cancelled);
    let CallOutcome::Cancelled(reason) = &exchange.outcome else {
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

#[tokio::test]
async fn what_is_not_as_the_definition_says_is_sent_only_where_that_is_wanted() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let mut files = files(service().await);
    let mut definition: serde_json::Value = serde_json::from_str(&files.definition).unwrap();
    definition["paths"]["/echo"]["get"]["parameters"] =
        json!([{ "name": "limit", "in": "query", "type": "integer", "maximum": 5 }]);
    files.definition = definition.to_string();
    let connector = ada
        .add(&Connector::from_files(&files).unwrap())
        .await
        .unwrap();
    let made = ada
        .create_connection(new_connection(&connector, SECRET))
        .await
        .unwrap();
    let mut call = echo(&connector, Some(made.id));
    call.inputs = Inputs::default().with(Location::Query, "limit", 6);
    let refused = ada.test_call(call.clone()).await.unwrap_err();
    assert_eq!(refused.kind, ErrorKind::Invalid);
    assert!(refused.message.contains("limit"), "{}", refused.message);
    assert_eq!(ada.runs(all()).await.unwrap().rows, []);

    call.inputs.checked = Checked::Nothing;
    let run = ada.test_call(call).await.unwrap().run.unwrap();
    // What was sent once is sent again.
    let second = ada.replay_run(again(&run)).await.unwrap();
    let kept = ada.run(second).await.unwrap();
    let CallCourse::Sent(exchange) = &kept.transcript.course else {
        panic!("{:?}", kept.transcript);
    };
    assert!(exchange.request.url.ends_with("/echo?limit=6"));
}
