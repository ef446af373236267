//! Accounts, roles, and attempts to sign in.

use super::{ada, engines};
use crate::store::{DEFAULT_ENVIRONMENT, NewPerson, StoreError, now};

#[tokio::test]
async fn there_is_one_first_account_whoever_else_tries() {
    for engine in engines().await {
        let store = &engine.store;
        let new = |email| NewPerson {
            name: "Somebody",
            email,
            password_hash: "hash",
        };
        let (one, other) = tokio::join!(
            store.add_first_person(new("a@b.c")),
            store.add_first_person(new("d@e.f"))
        );
        assert!(one.is_ok() != other.is_ok(), "{}", engine.name);
        let refused = one.err().or(other.err()).unwrap();
        assert!(
            matches!(refused, StoreError::Taken),
            "{}: {refused}",
            engine.name
        );
    }
}

#[tokio::test]
async fn the_first_account_administers_the_default_environment() {
    for engine in engines().await {
        let ada = ada(&engine.store).await;
        assert!(ada.administrator);
        let role = engine
            .store
            .role_in(DEFAULT_ENVIRONMENT, &ada.id)
            .await
            .unwrap();
        assert_eq!(role.as_deref(), Some("administrator"), "{}", engine.name);
        assert_eq!(
            engine
                .store
                .role_in(DEFAULT_ENVIRONMENT, "nobody")
                .await
                .unwrap(),
            None
        );
    }
}

#[tokio::test]
async fn an_account_is_found_by_id_and_by_address() {
    for engine in engines().await {
        let ada = ada(&engine.store).await;
        assert_eq!(engine.store.person(&ada.id).await.unwrap(), ada);
        assert_eq!(
            engine
                .store
                .person_by_email("ada@example.com")
                .await
                .unwrap(),
            ada
        );
        for missing in [
            engine.store.person("x").await,
            engine.store.person_by_email("x").await,
        ] {
            assert!(
                matches!(missing, Err(StoreError::NotFound)),
                "{}",
                engine.name
            );
        }
    }
}

#[tokio::test]
async fn a_password_is_changed_once_from_the_one_that_was_checked() {
    for engine in engines().await {
        let ada = ada(&engine.store).await;
        engine.store.set_password(&ada, "new hash").await.unwrap();
        assert_eq!(
            engine.store.person(&ada.id).await.unwrap().password_hash,
            "new hash"
        );
        let overtaken = engine.store.set_password(&ada, "other hash").await;
        assert!(
            matches!(overtaken, Err(StoreError::NotFound)),
            "{}",
            engine.name
        );
    }
}

#[tokio::test]
async fn attempts_are_counted_by_subject_and_time() {
    for engine in engines().await {
        let store = &engine.store;
        let start = now();
        store.add_attempt("ada").await.unwrap();
        let second = store.add_attempt("ada").await.unwrap();
        store.add_attempt("127.0.0.1").await.unwrap();
        let (count, oldest) = store.attempts("ada", start).await.unwrap();
        assert_eq!(count, 2, "{}", engine.name);
        assert!(oldest.unwrap() >= start);
        assert_eq!(
            store.attempts("ada", now() + 60_000).await.unwrap(),
            (0, None)
        );
        store.forget_attempt(&second).await.unwrap();
        assert_eq!(store.attempts("ada", start).await.unwrap().0, 1);
        store.forget_attempts_of("ada").await.unwrap();
        assert_eq!(store.attempts("ada", start).await.unwrap().0, 0);
        assert_eq!(store.attempts("127.0.0.1", start).await.unwrap().0, 1);
        store.forget_attempts_before(now() + 1).await.unwrap();
        assert_eq!(store.attempts("127.0.0.1", start).await.unwrap().0, 0);
    }
}
