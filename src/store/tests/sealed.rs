//! Sealed values wherever they lie, and one key in place of another.

use super::{KEY, ada, engines, mine, planes, sealed};
use crate::store::{
    ConnectionStatus, DEFAULT_ENVIRONMENT, DatabaseKeys, SealedAt, SignInUnderWay, StoreError,
};

const NEXT: &str = "0808080808080808";
const MARK: [u8; 9] = [1, 8, 8, 8, 8, 8, 8, 8, 8];

fn anew(bytes: &[u8]) -> Vec<u8> {
    [&MARK, bytes].concat()
}

#[tokio::test]
async fn a_key_follows_another_once_no_value_needs_that_any_more() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let connector = planes(store, &ada).await;
        let new = mine(
            &connector,
            &ada,
            ConnectionStatus::Untried,
            vec![
                ("a".to_owned(), sealed(&[1])),
                ("b".to_owned(), sealed(&[2])),
            ],
        );
        store.add_connection(&new).await.unwrap();
        let secret = sealed(&[3]);
        let kept = store.keep_client_secret(&connector, "/token", &secret);
        kept.await.unwrap();
        let under_way = SignInUnderWay {
            state: "state".to_owned(),
            connection: new.id.clone(),
            session: "session".to_owned(),
            sealed: sealed(&[4]),
        };
        store.begin_sign_in(&under_way, 60_000).await.unwrap();

        assert_eq!(store.begin_new_key(NEXT).await.unwrap(), NEXT);
        let other = store.begin_new_key("another").await.unwrap();
        assert_eq!(other, NEXT, "{}: one follows at a time", engine.name);
        let both = DatabaseKeys {
            own: Some(KEY.to_owned()),
            next: Some(NEXT.to_owned()),
        };
        assert_eq!(store.keys().await.unwrap(), both);
        assert!(!store.end_new_key(NEXT, &MARK).await.unwrap());
        assert_eq!(store.keys().await.unwrap(), both, "nothing was changed");

        let mut places = Vec::new();
        loop {
            let batch = store.sealed_otherwise(&MARK, 1).await.unwrap();
            let Some(value) = batch.into_iter().next() else {
                break;
            };
            assert_eq!(value.environment, DEFAULT_ENVIRONMENT);
            let last = *value.sealed.last().unwrap();
            places.push((value.at.clone(), last));
            store.reseal(&[(value, anew(&[last]))]).await.unwrap();
        }
        let value = |field: &str| SealedAt::Value {
            connection: new.id.clone(),
            field: field.to_owned(),
        };
        let secret = SealedAt::ClientSecret {
            connector: connector.clone(),
            place: "/token".to_owned(),
        };
        let sign_in = SealedAt::SignIn {
            state: "state".to_owned(),
            connection: new.id.clone(),
        };
        let all = [(value("a"), 1), (value("b"), 2), (secret, 3), (sign_in, 4)];
        assert_eq!(places, all, "{}", engine.name);
        assert_eq!(store.sealing_marks().await.unwrap(), [MARK.to_vec()]);

        // Until the end of it either key is taken.
        let value = sealed(&[5]);
        let put = store.put_connection_value(&new.id, "a", &value);
        put.await.unwrap();
        assert!(!store.end_new_key(NEXT, &MARK).await.unwrap());
        let value = anew(&[5]);
        let put = store.put_connection_value(&new.id, "a", &value);
        put.await.unwrap();
        assert!(store.end_new_key(NEXT, &MARK).await.unwrap());
        let keys = DatabaseKeys {
            own: Some(NEXT.to_owned()),
            next: None,
        };
        assert_eq!(store.keys().await.unwrap(), keys);
        for late in [
            store
                .put_connection_value(&new.id, "a", &sealed(&[6]))
                .await,
            store
                .keep_client_secret(&connector, "/token", &sealed(&[6]))
                .await,
            store.begin_sign_in(&under_way, 60_000).await,
            store.add_connection(&new).await.map(drop),
        ] {
            assert!(matches!(late, Err(StoreError::KeyReplaced)), "{late:?}");
        }
    }
}

#[tokio::test]
async fn a_value_that_was_changed_meanwhile_stays_as_it_is() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let connector = planes(store, &ada).await;
        let (before, after) = (sealed(&[1]), sealed(&[2]));
        let keep = store.keep_client_secret(&connector, "/token", &before);
        keep.await.unwrap();
        let read = store.sealed_otherwise(&MARK, 10).await.unwrap();
        let keep = store.keep_client_secret(&connector, "/token", &after);
        keep.await.unwrap();
        let stale: Vec<_> = read.into_iter().map(|one| (one, anew(&[1]))).collect();
        assert_eq!(stale.len(), 1);
        store.reseal(&stale).await.unwrap();
        let kept = store.client_secret(&connector, "/token").await.unwrap();
        assert_eq!(kept, after, "{}", engine.name);
    }
}
