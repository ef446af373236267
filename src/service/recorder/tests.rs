//! Runs come to be stored whatever happens to writer, database and server, on both engines.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use super::*;
use crate::store::tests::{Engine, ada, engines, hide_runs, version};
use crate::store::{DEFAULT_ENVIRONMENT, Ending, RunFilter, new_id, now};

/// A database with a connector, and who calls it.
struct Place {
    engine: Engine,
    connector: String,
    person: String,
}

async fn places() -> Vec<Place> {
    let mut places = Vec::new();
    for engine in engines().await {
        let ada = ada(&engine.store).await;
        let version = version(&ada, "Saws");
        let added = engine.store.add_connector(DEFAULT_ENVIRONMENT, &version);
        places.push(Place {
            connector: added.await.unwrap(),
            person: ada.id,
            engine,
        });
    }
    places
}

impl Place {
    fn run(&self) -> NewRun {
        NewRun {
            id: new_id(),
            kept_at: now(),
            environment: DEFAULT_ENVIRONMENT.to_owned(),
            connector: self.connector.clone(),
            person: self.person.clone(),
            connection: String::new(),
            version: 1,
            has_unsaved: false,
            operation: "get /saws".to_owned(),
            label: "List saws".to_owned(),
            ending: Ending::Answered(200),
            milliseconds: 5,
            errors: 0,
            url: "https://saws.example.com/v1/saws".to_owned(),
            record: "{}".to_owned(),
            drift: String::new(),
        }
    }

    /// The ids of the stored runs, oldest first.
    async fn stored(&self) -> Vec<String> {
        let filter = RunFilter {
            count: 10_000,
            ..RunFilter::default()
        };
        let listed = self.engine.store.runs(DEFAULT_ENVIRONMENT, &filter).await;
        listed
            .unwrap()
            .into_iter()
            .rev()
            .map(|run| run.id)
            .collect()
    }

    /// Runs that were put into the queue; their ids.
    async fn kept(&self, recorder: &Recorder, count: usize) -> Vec<String> {
        let mut ids = Vec::new();
        for _ in 0..count {
            let run = self.run();
            ids.push(run.id.clone());
            recorder.keep(run).await.unwrap();
        }
        ids
    }
}

#[tokio::test]
async fn runs_are_stored_many_at_once_and_one_that_is_refused_takes_no_other_with_it() {
    for place in places().await {
        let recorder = Recorder::start(place.engine.store.clone());
        let mut ids = place.kept(&recorder, 300).await;
        let orphan = NewRun {
            connector: "gone".to_owned(),
            ..place.run()
        };
        let unwritable = NewRun {
            label: "a\0b".to_owned(),
            ..place.run()
        };
        recorder.keep(orphan).await.unwrap();
        let takes_zeros = place.engine.name == "SQLite";
        ids.extend(takes_zeros.then(|| unwritable.id.clone()));
        recorder.keep(unwritable).await.unwrap();
        ids.extend(place.kept(&recorder, 300).await);
        recorder.flush().await;
        assert_eq!(place.stored().await, ids, "{}", place.engine.name);
        let room = recorder.queue.room.available_permits();
        assert_eq!(u32::try_from(room).unwrap(), ROOM, "all room is given back");
    }
}

#[tokio::test]
async fn a_writer_that_breaks_off_loses_nothing_and_stores_nothing_twice() {
    for place in places().await {
        let recorder = Recorder::with_room(place.engine.store.clone(), ROOM);
        let ids = place.kept(&recorder, 2_000).await;
        let mut broken_off = 0;
        // Each is ended at another point of its work.
        for millis in [0, 1, 2, 3, 5, 8] {
            let writer = tokio::spawn(recorder.clone().write());
            sleep(Duration::from_millis(millis)).await;
            writer.abort();
            broken_off += usize::from(writer.await.is_err());
        }
        assert_eq!(broken_off, 6);
        let last = tokio::spawn(recorder.clone().write());
        recorder.flush().await;
        assert_eq!(place.stored().await, ids, "{}", place.engine.name);
        last.abort();
    }
}

#[tokio::test]
async fn the_writer_begins_anew_where_it_broke_off_until_it_is_done() {
    let begun = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&begun);
    again(move || {
        let times = counted.fetch_add(1, Ordering::Relaxed);
        async move { assert!(times >= 2, "broken off") }
    })
    .await;
    assert_eq!(begun.load(Ordering::Relaxed), 3);
}

#[tokio::test]
async fn where_there_is_no_room_a_call_waits_and_stores_its_run_itself() {
    for place in places().await {
        let recorder = Recorder::with_room(place.engine.store.clone(), 3);
        place.kept(&recorder, 3).await;
        assert_eq!(place.stored().await, [] as [&str; 0], "nothing writes");
        let begin = Instant::now();
        let alone = place.kept(&recorder, 1).await;
        assert!(begin.elapsed() >= WAIT, "it waits for room first");
        assert_eq!(place.stored().await, alone, "{}", place.engine.name);
        let large = NewRun {
            record: "x".repeat(4 * 1024),
            ..place.run()
        };
        recorder.keep(large).await.unwrap();
        assert_eq!(place.stored().await.len(), 2, "larger than the queue");
        let orphan = NewRun {
            connector: "gone".to_owned(),
            ..place.run()
        };
        let refused = recorder.keep(orphan).await;
        assert!(refused.is_err_and(|error| error.is_refusal()));
    }
}

#[tokio::test]
async fn what_a_database_does_not_take_now_is_stored_when_it_does() {
    for place in places().await {
        let recorder = Recorder::start(place.engine.store.clone());
        hide_runs(&place.engine.store, true).await;
        let ids = place.kept(&recorder, 10).await;
        sleep(PAUSE / 2).await;
        assert_eq!(recorder.queue.first().len(), 10, "they wait");
        hide_runs(&place.engine.store, false).await;
        recorder.flush().await;
        assert_eq!(place.stored().await, ids, "{}", place.engine.name);
    }
}

#[tokio::test]
async fn the_end_of_the_server_waits_for_the_runs_and_no_longer_than_it_may() {
    for place in places().await {
        let recorder = Recorder::start(place.engine.store.clone());
        let mut ids = place.kept(&recorder, 1_000).await;
        recorder.close(Duration::from_secs(10)).await;
        assert_eq!(place.stored().await, ids, "{}", place.engine.name);
        ids.extend(place.kept(&recorder, 1).await);
        assert_eq!(place.stored().await, ids, "a late one is stored at once");

        let recorder = Recorder::start(place.engine.store.clone());
        hide_runs(&place.engine.store, true).await;
        place.kept(&recorder, 1).await;
        let begin = Instant::now();
        recorder.close(Duration::from_millis(300)).await;
        let waited = begin.elapsed();
        assert!(waited >= Duration::from_millis(300) && waited < Duration::from_secs(3));
        assert_eq!(recorder.queue.first().len(), 1);
    }
}
