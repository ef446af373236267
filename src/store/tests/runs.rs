//! Runs: kept, filtered, read page by page, and deleted when they are old.

use std::time::{Duration, Instant};

use super::{ada, delete, engines, version};
use crate::store::{
    DEFAULT_ENVIRONMENT, Ending, EndingFilter, ListedRun, NewRun, RunChoice, RunChoices, RunFilter,
    Store, StoreError, new_id, now,
};

fn run(connector: &str, person: &str, label: &str, ending: Ending, errors: i64) -> NewRun {
    NewRun {
        id: new_id(),
        kept_at: now(),
        environment: DEFAULT_ENVIRONMENT.to_owned(),
        connector: connector.to_owned(),
        person: person.to_owned(),
        connection: String::new(),
        version: 1,
        has_unsaved: false,
        operation: "get /joints".to_owned(),
        label: label.to_owned(),
        ending,
        milliseconds: 7,
        errors,
        url: "https://wood.example.com/Joints?a=100%25".to_owned(),
        record: format!("{{\"of\":\"{label}\"}}"),
        drift: if errors > 0 { "{\"d\":1}" } else { "" }.to_owned(),
    }
}

async fn listed(store: &Store, filter: RunFilter<'_>) -> Vec<ListedRun> {
    let filter = RunFilter {
        count: 50,
        ..filter
    };
    store.runs(DEFAULT_ENVIRONMENT, &filter).await.unwrap()
}

fn labels(rows: &[ListedRun]) -> Vec<&str> {
    rows.iter().map(|row| row.label.as_str()).collect()
}

#[tokio::test]
async fn runs_are_listed_newest_first_and_filtered() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let first = store
            .add_connector(DEFAULT_ENVIRONMENT, &version(&ada, "Saws"))
            .await
            .unwrap();
        let second = store
            .add_connector(DEFAULT_ENVIRONMENT, &version(&ada, "Planes"))
            .await
            .unwrap();
        let kept = [
            run(&first, &ada.id, "List saws", Ending::Answered(200), 0),
            run(&first, &ada.id, "Get saw", Ending::Answered(404), 0),
            run(&second, &ada.id, "List planes", Ending::Answered(200), 2),
            run(&second, &ada.id, "Add plane", Ending::Stopped, 0),
            run(&second, &ada.id, "Mend plane", Ending::Spoilt(200), 0),
            run(&second, &ada.id, "Lend plane", Ending::Failed, 0),
            run(&second, &ada.id, "Wait for plane", Ending::Cancelled, 0),
        ];
        store.add_runs(&kept).await.unwrap();
        let all = listed(store, RunFilter::default()).await;
        let newest_first: Vec<_> = kept.iter().rev().map(|run| run.label.as_str()).collect();
        assert_eq!(labels(&all), newest_first, "{}", engine.name);
        let endings: Vec<_> = all.iter().map(|row| row.ending).collect();
        let expected: Vec<_> = kept.iter().rev().map(|run| run.ending).collect();
        assert_eq!(endings, expected);
        assert_eq!(
            (all[6].title.as_str(), all[6].person_name.as_str()),
            ("Saws", "Ada")
        );
        let all_of = RunFilter::default();
        let cases = [
            (
                RunFilter {
                    connector: Some(&first),
                    ..all_of
                },
                vec!["Get saw", "List saws"],
            ),
            (
                RunFilter {
                    ending: EndingFilter::Succeeded,
                    ..all_of
                },
                vec!["List planes", "List saws"],
            ),
            (
                RunFilter {
                    ending: EndingFilter::Failed,
                    ..all_of
                },
                vec![
                    "Wait for plane",
                    "Lend plane",
                    "Mend plane",
                    "Add plane",
                    "Get saw",
                ],
            ),
            (
                RunFilter {
                    ending: EndingFilter::Contradicting,
                    ..all_of
                },
                vec!["List planes"],
            ),
            (
                RunFilter {
                    search: "PLANE list",
                    ..all_of
                },
                vec!["List planes"],
            ),
            (
                RunFilter {
                    search: "100%25 saws",
                    ..all_of
                },
                vec!["List saws"],
            ),
            (
                RunFilter {
                    search: "' OR 1 = 1",
                    ..all_of
                },
                vec![],
            ),
            (
                RunFilter {
                    person: Some("somebody else"),
                    ..all_of
                },
                vec![],
            ),
            (
                RunFilter {
                    before: Some(&kept[2].id),
                    ..all_of
                },
                vec!["Get saw", "List saws"],
            ),
        ];
        for (filter, expected) in cases {
            let found = listed(store, filter.clone()).await;
            assert_eq!(labels(&found), expected, "{filter:?} on {}", engine.name);
        }
        let one = store.run(&kept[2].id).await.unwrap();
        assert_eq!(
            (one.record.as_str(), one.listed.errors),
            ("{\"of\":\"List planes\"}", 2)
        );
        let drifts = store.drifts(&second, 1).await.unwrap();
        assert_eq!(drifts, [("get /joints".to_owned(), "{\"d\":1}".to_owned())]);
        assert_eq!(store.drifts(&second, 2).await.unwrap(), []);
    }
}

#[tokio::test]
async fn runs_are_filtered_by_all_that_a_page_asks_for_and_counted() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let id = store
            .add_connector(DEFAULT_ENVIRONMENT, &version(&ada, "Saws"))
            .await
            .unwrap();
        let with = |label: &str, ending, change: &dyn Fn(&mut NewRun)| {
            let mut run = run(&id, &ada.id, label, ending, 0);
            change(&mut run);
            run
        };
        let kept = [
            with("Redirected", Ending::Answered(304), &|run| {
                run.kept_at = 1_000
            }),
            with("Refused", Ending::Answered(404), &|run| run.kept_at = 2_000),
            with("Broken", Ending::Answered(503), &|run| run.kept_at = 3_000),
            with("Spoilt", Ending::Spoilt(200), &|run| run.kept_at = 4_000),
            with("Failed", Ending::Failed, &|run| run.version = 2),
            with("Cancelled", Ending::Cancelled, &|run| {
                run.connection = "k-1".to_owned();
            }),
            with("Stopped", Ending::Stopped, &|run| {
                run.operation = "post /saws".to_owned();
            }),
        ];
        store.add_runs(&kept).await.unwrap();
        let all = RunFilter::default();
        let ending = |ending| RunFilter {
            ending,
            ..RunFilter::default()
        };
        let cases = [
            (ending(EndingFilter::From(200)), vec!["Spoilt"]),
            (ending(EndingFilter::From(300)), vec!["Redirected"]),
            (ending(EndingFilter::From(400)), vec!["Refused"]),
            (ending(EndingFilter::From(500)), vec!["Broken"]),
            (ending(EndingFilter::Spoilt), vec!["Spoilt"]),
            (ending(EndingFilter::Unanswered), vec!["Failed"]),
            (ending(EndingFilter::Cancelled), vec!["Cancelled"]),
            (ending(EndingFilter::Stopped), vec!["Stopped"]),
            (
                RunFilter {
                    operation: Some("post /saws"),
                    ..all.clone()
                },
                vec!["Stopped"],
            ),
            (
                RunFilter {
                    connection: Some("k-1"),
                    ..all.clone()
                },
                vec!["Cancelled"],
            ),
            (
                RunFilter {
                    version: Some(2),
                    ..all.clone()
                },
                vec!["Failed"],
            ),
            (
                RunFilter {
                    from: Some(2_000),
                    until: Some(4_000),
                    ..all.clone()
                },
                vec!["Broken", "Refused"],
            ),
            (
                RunFilter {
                    until: Some(4_000),
                    search: "refused",
                    ending: EndingFilter::Failed,
                    ..all.clone()
                },
                vec!["Refused"],
            ),
        ];
        for (filter, expected) in cases {
            let found = listed(store, filter.clone()).await;
            assert_eq!(labels(&found), expected, "{filter:?} on {}", engine.name);
            let count = store.count_runs(DEFAULT_ENVIRONMENT, &filter, 100);
            let expected = i64::try_from(expected.len()).unwrap();
            assert_eq!(count.await.unwrap(), expected, "{filter:?}");
        }
        // A page tells how many there are on all of them, up to a bound.
        let page = RunFilter {
            before: Some(&kept[1].id),
            count: 1,
            ..all
        };
        for (most, expected) in [(100, 7), (5, 5)] {
            let count = store.count_runs(DEFAULT_ENVIRONMENT, &page, most).await;
            assert_eq!(count.unwrap(), expected);
        }
    }
}

#[tokio::test]
async fn what_runs_can_be_filtered_by_is_what_occurs_among_them() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let mut ids = Vec::new();
        for title in ["Saws", "Planes"] {
            let version = version(&ada, title);
            let added = store.add_connector(DEFAULT_ENVIRONMENT, &version).await;
            ids.push(added.unwrap());
        }
        let mut kept = [
            run(&ids[0], &ada.id, "List saws", Ending::Failed, 0),
            run(&ids[0], &ada.id, "List saws", Ending::Failed, 0),
            run(&ids[1], &ada.id, "Add plane", Ending::Failed, 0),
        ];
        kept[1].version = 2;
        kept[1].connection = "gone".to_owned();
        kept[2].operation = "post /planes".to_owned();
        store.add_runs(&kept).await.unwrap();
        let every = RunFilter::default();
        let all = store
            .run_choices(DEFAULT_ENVIRONMENT, &every)
            .await
            .unwrap();
        let pair = |value: &str, label: &str| RunChoice {
            value: value.to_owned(),
            label: label.to_owned(),
        };
        let expected = RunChoices {
            connectors: vec![pair(&ids[1], "Planes"), pair(&ids[0], "Saws")],
            operations: vec![
                pair("post /planes", "Add plane"),
                pair("get /joints", "List saws"),
            ],
            people: vec![pair(&ada.id, "Ada")],
            connections: vec![pair("gone", "")],
            versions: vec![2, 1],
        };
        assert_eq!(all, expected, "{}", engine.name);
        let of_planes = RunFilter {
            connector: Some(&ids[1]),
            ..RunFilter::default()
        };
        let some = store.run_choices(DEFAULT_ENVIRONMENT, &of_planes).await;
        let some = some.unwrap();
        assert_eq!((some.operations.len(), some.versions), (1, vec![1]));
        assert_eq!(some.connections, []);
        let nobodys = RunFilter {
            person: Some("somebody else"),
            ..RunFilter::default()
        };
        let none = store.run_choices(DEFAULT_ENVIRONMENT, &nobodys).await;
        assert_eq!(none.unwrap(), RunChoices::default());
    }
}

#[tokio::test]
async fn runs_go_when_they_are_old_and_with_their_connector() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let id = store
            .add_connector(DEFAULT_ENVIRONMENT, &version(&ada, "Saws"))
            .await
            .unwrap();
        let old = run(&id, &ada.id, "Old", Ending::Failed, 0);
        store.add_runs([&old]).await.unwrap();
        tokio::time::sleep(Duration::from_millis(5)).await;
        let moment = now();
        store
            .add_runs([&run(&id, &ada.id, "New", Ending::Failed, 0)])
            .await
            .unwrap();
        assert_eq!(store.delete_runs_before(moment).await.unwrap(), 1);
        assert!(
            matches!(store.run(&old.id).await, Err(StoreError::NotFound)),
            "{}",
            engine.name
        );
        assert_eq!(labels(&listed(store, RunFilter::default()).await), ["New"]);
        delete(store, &id).await;
        assert_eq!(listed(store, RunFilter::default()).await, []);
        let late = store
            .add_runs([&run(&id, &ada.id, "Late", Ending::Failed, 0)])
            .await;
        assert!(
            late.is_err_and(|error| error.is_refusal()),
            "{}: a run without a connector",
            engine.name
        );
    }
}

/// The median of some tries.
async fn time_of(store: &Store, filter: &RunFilter<'_>) -> (usize, Duration) {
    let mut times = Vec::new();
    let mut found = 0;
    for _ in 0..5 {
        let begin = Instant::now();
        found = store.runs(DEFAULT_ENVIRONMENT, filter).await.unwrap().len();
        let count = store.count_runs(DEFAULT_ENVIRONMENT, filter, 10_001).await;
        assert!(usize::try_from(count.unwrap()).unwrap() >= found);
        times.push(begin.elapsed());
    }
    times.sort();
    (found, times[2])
}

#[tokio::test]
async fn ten_thousand_runs_are_listed_and_filtered_quickly() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let id = store
            .add_connector(DEFAULT_ENVIRONMENT, &version(&ada, "Saws"))
            .await
            .unwrap();
        let text = "INSERT INTO runs (id, environment, connector, person, kept_at, version, has_unsaved, operation, \
                    label, ending, status, milliseconds, errors, searched) \
                    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) \
                    SELECT CAST(1000000 + i AS TEXT), 'default', $1, $2, i, 1, 0, 'get /saws', 'List saws', 'answered', \
                    CASE WHEN i % 100 = 0 THEN 500 ELSE 200 END, 5, 0, \
                    'list saws' || CAST(i AS TEXT) || ' https://saws.example.com/v1/saws?page=' || CAST(i AS TEXT) FROM n";
        sqlx::query(text)
            .bind(&id)
            .bind(&ada.id)
            .execute(&store.pool)
            .await
            .unwrap();
        let all = RunFilter {
            count: 51,
            ..RunFilter::default()
        };
        let cases = [
            (all.clone(), 51),
            (
                RunFilter {
                    before: Some("1000100"),
                    ..all.clone()
                },
                51,
            ),
            (
                RunFilter {
                    ending: EndingFilter::Failed,
                    ..all.clone()
                },
                51,
            ),
            (
                RunFilter {
                    ending: EndingFilter::Contradicting,
                    ..all.clone()
                },
                0,
            ),
            (
                RunFilter {
                    search: "page=9999",
                    ..all.clone()
                },
                1,
            ),
            (
                RunFilter {
                    search: "nothing",
                    person: Some(&ada.id),
                    ..all.clone()
                },
                0,
            ),
            (
                RunFilter {
                    operation: Some("get /saws"),
                    connection: Some("none"),
                    ..all.clone()
                },
                0,
            ),
            (
                RunFilter {
                    ending: EndingFilter::From(500),
                    from: Some(1),
                    until: Some(150),
                    ..all.clone()
                },
                1,
            ),
            (
                RunFilter {
                    connector: Some(&id),
                    search: "saws",
                    ..all.clone()
                },
                51,
            ),
        ];
        for (filter, expected) in cases {
            let (found, time) = time_of(store, &filter).await;
            eprintln!("{}: {time:?} for {filter:?}", engine.name);
            assert_eq!(found, expected, "{filter:?}");
            // What is not optimised takes ten times as long, and longer beside other tests.
            assert!(
                cfg!(debug_assertions) || time < Duration::from_millis(50),
                "{}: {time:?} for {filter:?}",
                engine.name
            );
        }
    }
}
