//! How long it takes to list and filter 10,000 runs.

use std::time::{Duration, Instant};

use secrecy::ExposeSecret;
use tenon::store::{
    DEFAULT_ENVIRONMENT, Ending, EndingFilter, NewPerson, NewRun, RunFilter, Store, new_id, now,
};

use crate::place::{databases, version};

const RUNS: usize = 10_000;
/// What a page of the list asks for.
const PAGE: i64 = 51;
/// How far a page counts.
const COUNTED: i64 = 10_001;
/// The slowest that the list may be.
const GOAL: Duration = Duration::from_millis(50);

/// Prints a table with a row for each way to ask.
pub(crate) async fn measure() {
    println!(
        "{:<40} {:>10} {:>10}",
        format!("{RUNS} runs, ms, slowest of 20"),
        "",
        "goal"
    );
    for (name, database) in databases().await {
        let folder = tempfile::tempdir().unwrap();
        let store = match &database {
            Some(url) => Store::open(url.expose_secret()).await.unwrap(),
            None => Store::in_folder(folder.path()).await.unwrap(),
        };
        let (connector, person) = filled(&store).await;
        for (what, filter) in filters(&connector, &person) {
            let mut slowest = Duration::ZERO;
            for _ in 0..20 {
                let begin = Instant::now();
                store.runs(DEFAULT_ENVIRONMENT, &filter).await.unwrap();
                let count = store.count_runs(DEFAULT_ENVIRONMENT, &filter, COUNTED);
                count.await.unwrap();
                slowest = slowest.max(begin.elapsed());
            }
            println!(
                "{:<40} {:>10.2} {:>10}",
                format!("{name}, {what}"),
                slowest.as_secs_f64() * 1000.0,
                GOAL.as_millis()
            );
        }
        let mut slowest = Duration::ZERO;
        for _ in 0..20 {
            let begin = Instant::now();
            let all = RunFilter::default();
            store.run_choices(DEFAULT_ENVIRONMENT, &all).await.unwrap();
            slowest = slowest.max(begin.elapsed());
        }
        println!(
            "{:<40} {:>10.2} {:>10}",
            format!("{name}, what it can be filtered by"),
            slowest.as_secs_f64() * 1000.0,
            GOAL.as_millis()
        );
        store.close().await;
    }
}

fn filters<'a>(connector: &'a str, person: &'a str) -> Vec<(&'static str, RunFilter<'a>)> {
    let all = RunFilter {
        count: PAGE,
        ..RunFilter::default()
    };
    let with = |change: &dyn Fn(&mut RunFilter<'a>)| {
        let mut filter = all.clone();
        change(&mut filter);
        filter
    };
    vec![
        ("all", all.clone()),
        ("of a person", with(&|filter| filter.person = Some(person))),
        (
            "of a connector",
            with(&|filter| filter.connector = Some(connector)),
        ),
        (
            "failed",
            with(&|filter| filter.ending = EndingFilter::Failed),
        ),
        (
            "of a connection, 5xx",
            with(&|filter| {
                filter.connection = Some("c-3");
                filter.ending = EndingFilter::From(500);
            }),
        ),
        (
            "of an operation, a day that none has",
            with(&|filter| {
                filter.operation = Some("get /v1/woods");
                filter.until = Some(1);
            }),
        ),
        (
            "contradicting: none",
            with(&|filter| filter.ending = EndingFilter::Contradicting),
        ),
        (
            "a word that one has",
            with(&|filter| filter.search = "page=17"),
        ),
        (
            "a word that none has",
            with(&|filter| filter.search = "nothing"),
        ),
    ]
}

async fn filled(store: &Store) -> (String, String) {
    let person = store.add_first_person(NewPerson {
        name: "Ada",
        email: "ada@example.com",
        password_hash: "none",
    });
    let person = person.await.unwrap().id;
    let version = version(person.clone(), 1);
    let connector = store
        .add_connector(DEFAULT_ENVIRONMENT, &version)
        .await
        .unwrap();
    let runs: Vec<_> = (0..RUNS)
        .map(|number| NewRun {
            id: new_id(),
            kept_at: now(),
            environment: DEFAULT_ENVIRONMENT.to_owned(),
            connector: connector.clone(),
            person: person.clone(),
            connection: format!("c-{}", number % 7),
            version: 1,
            has_unsaved: false,
            operation: "get /v1/woods".to_owned(),
            label: "List woods".to_owned(),
            ending: Ending::Answered(if number % 500 == 0 { 500 } else { 200 }),
            milliseconds: 5,
            errors: 0,
            url: format!("https://woods.example.com/v1/woods?page={number}"),
            record: "x".repeat(4 * 1024),
            drift: String::new(),
        })
        .collect();
    let begin = Instant::now();
    store.add_runs(&runs).await.unwrap();
    println!(
        "({RUNS} runs of 4 KiB stored in {:.0} ms)",
        begin.elapsed().as_secs_f64() * 1000.0
    );
    (connector, person)
}
