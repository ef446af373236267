//! Sessions, through the trait that the session layer uses.

use serde_json::json;
use time::OffsetDateTime;
use tower_sessions::session::{Id, Record};
use tower_sessions::{ExpiredDeletion, SessionStore};

use super::{ada, engines};
use crate::store::{PERSON_KEY, Sessions, Store};

/// A kept session of a person, which ends in `hours`.
async fn session(store: &Store, person: &str, hours: i64) -> Record {
    let mut record = Record {
        id: Id::default(),
        data: [(PERSON_KEY.to_owned(), json!(person))].into(),
        expiry_date: OffsetDateTime::now_utc() + time::Duration::hours(hours),
    };
    Sessions(store.clone()).create(&mut record).await.unwrap();
    record
}

#[tokio::test]
async fn a_session_is_kept_changed_and_deleted() {
    for engine in engines().await {
        let ada = ada(&engine.store).await;
        let sessions = Sessions(engine.store.clone());
        let mut record = session(&engine.store, &ada.id, 1).await;
        let loaded = sessions.load(&record.id).await.unwrap().unwrap();
        assert_eq!(loaded.data, record.data, "{}", engine.name);
        record.data.insert("seen".to_owned(), json!([1, "ü"]));
        sessions.save(&record).await.unwrap();
        assert_eq!(
            sessions.load(&record.id).await.unwrap().unwrap().data,
            record.data
        );
        sessions.delete(&record.id).await.unwrap();
        assert_eq!(sessions.load(&record.id).await.unwrap(), None);
    }
}

#[tokio::test]
async fn an_id_that_is_taken_is_replaced() {
    for engine in engines().await {
        let ada = ada(&engine.store).await;
        let sessions = Sessions(engine.store.clone());
        let first = session(&engine.store, &ada.id, 1).await;
        let mut second = first.clone();
        sessions.create(&mut second).await.unwrap();
        assert_ne!(first.id, second.id, "{}", engine.name);
    }
}

#[tokio::test]
async fn a_session_that_was_ended_does_not_come_back_by_a_save() {
    for engine in engines().await {
        let ada = ada(&engine.store).await;
        let sessions = Sessions(engine.store.clone());
        let record = session(&engine.store, &ada.id, 1).await;
        sessions.delete(&record.id).await.unwrap();
        sessions.save(&record).await.unwrap();
        assert_eq!(
            sessions.load(&record.id).await.unwrap(),
            None,
            "{}",
            engine.name
        );
    }
}

#[tokio::test]
async fn a_person_ends_all_other_sessions() {
    for engine in engines().await {
        let ada = ada(&engine.store).await;
        let sessions = Sessions(engine.store.clone());
        let here = session(&engine.store, &ada.id, 1).await;
        let there = session(&engine.store, &ada.id, 1).await;
        engine
            .store
            .end_other_sessions(&ada.id, &here.id.to_string())
            .await
            .unwrap();
        assert!(
            sessions.load(&here.id).await.unwrap().is_some(),
            "{}",
            engine.name
        );
        assert_eq!(sessions.load(&there.id).await.unwrap(), None);
    }
}

#[tokio::test]
async fn what_has_expired_is_not_found_and_is_swept_away() {
    for engine in engines().await {
        let ada = ada(&engine.store).await;
        let sessions = Sessions(engine.store.clone());
        let past = session(&engine.store, &ada.id, -1).await;
        let future = session(&engine.store, &ada.id, 1).await;
        assert_eq!(
            sessions.load(&past.id).await.unwrap(),
            None,
            "{}",
            engine.name
        );
        sessions.delete_expired().await.unwrap();
        assert!(sessions.load(&future.id).await.unwrap().is_some());
    }
}
