//! Sign-ins under way, how the last one went, and the lease of who renews a token.

use super::{Engine, ada, engines, mine, planes, sealed};
use crate::store::{ConnectionStatus, SignInRecord, SignInUnderWay, StoreError};

const MINUTE: i64 = 60_000;

async fn connection(engine: &Engine) -> String {
    let store = &engine.store;
    let ada = ada(store).await;
    let connector = planes(store, &ada).await;
    let new = mine(&connector, &ada, ConnectionStatus::SignedOut, Vec::new());
    store.add_connection(&new).await.unwrap();
    let kept = store.connection(&new.id).await.unwrap();
    assert_eq!(kept.status, ConnectionStatus::SignedOut, "{}", engine.name);
    new.id
}

fn under_way(connection: &str, state: &str) -> SignInUnderWay {
    SignInUnderWay {
        state: state.to_owned(),
        connection: connection.to_owned(),
        session: "session".to_owned(),
        sealed: sealed(&[0, 159]),
    }
}

#[tokio::test]
async fn a_sign_in_is_taken_once_and_in_time() {
    for engine in engines().await {
        let (store, id) = (&engine.store, connection(&engine).await);
        let gone = |answer| matches!(answer, Err(StoreError::NotFound));
        let first = under_way(&id, "first");
        store.begin_sign_in(&first, MINUTE).await.unwrap();
        assert_eq!(store.take_sign_in("first", MINUTE).await.unwrap(), first);
        assert!(
            gone(store.take_sign_in("first", MINUTE).await),
            "{}",
            engine.name
        );
        // A new one takes the place of the one before.
        store.begin_sign_in(&first, MINUTE).await.unwrap();
        let second = under_way(&id, "second");
        store.begin_sign_in(&second, MINUTE).await.unwrap();
        assert!(gone(store.take_sign_in("first", MINUTE).await));
        // None waits longer than its time.
        assert!(gone(store.take_sign_in("second", -1).await));
    }
}

#[tokio::test]
async fn what_is_kept_of_a_sign_in_is_replaced_whole() {
    for engine in engines().await {
        let (store, id) = (&engine.store, connection(&engine).await);
        assert_eq!(
            store.sign_in_record(&id).await.unwrap(),
            SignInRecord::default()
        );
        for hops in ["[1]", "[2]"] {
            let record = SignInRecord {
                hops: hops.to_owned(),
                manner: "{}".to_owned(),
                tried: "[]".to_owned(),
            };
            store.keep_sign_in_record(&id, &record).await.unwrap();
            assert_eq!(
                store.sign_in_record(&id).await.unwrap(),
                record,
                "{}",
                engine.name
            );
        }
        for sealed in [sealed(&[1]), sealed(&[2])] {
            store
                .put_connection_value(&id, "oauth/token", &sealed)
                .await
                .unwrap();
            let kept = store.connection_values(&id).await.unwrap();
            assert_eq!(kept, [("oauth/token".to_owned(), sealed)]);
        }
    }
}

#[tokio::test]
async fn a_lease_is_one_holders_until_it_is_given_back_or_ends() {
    for engine in engines().await {
        let (store, id) = (&engine.store, connection(&engine).await);
        assert!(store.take_lease(&id, "a", MINUTE).await.unwrap());
        assert!(
            !store.take_lease(&id, "b", MINUTE).await.unwrap(),
            "{}",
            engine.name
        );
        store.give_lease_back(&id, "b").await.unwrap();
        assert!(!store.take_lease(&id, "b", MINUTE).await.unwrap());
        store.give_lease_back(&id, "a").await.unwrap();
        // One that has ended is anybody's.
        assert!(store.take_lease(&id, "b", -1).await.unwrap());
        assert!(store.take_lease(&id, "a", MINUTE).await.unwrap());
        let many = (0..8).map(|n| {
            let (store, id) = (store.clone(), id.clone());
            tokio::spawn(
                async move { store.take_lease(&id, &n.to_string(), MINUTE).await.unwrap() },
            )
        });
        store.give_lease_back(&id, "a").await.unwrap();
        let mut taken = 0;
        for one in many.collect::<Vec<_>>() {
            taken += usize::from(one.await.unwrap());
        }
        assert_eq!(taken, 1, "{}", engine.name);
    }
}
