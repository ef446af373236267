//! Connections and their sealed values, and the key that they are sealed with.

use super::{KEY, ada, delete, engines, mine, planes, sealed, version};
use crate::store::{
    ChangedConnection, ConnectionStatus, DEFAULT_ENVIRONMENT, NewConnection, OtherSet,
    SignInRecord, SignInUnderWay, StoreError, new_id,
};

#[tokio::test]
async fn a_connection_that_is_not_shared_is_listed_for_its_owner_alone_and_goes_with_its_connector()
{
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let connector = planes(store, &ada).await;
        let new = mine(
            &connector,
            &ada,
            ConnectionStatus::Untried,
            vec![
                ("api_key".to_owned(), sealed(&[0, 159, 255])),
                ("region".to_owned(), sealed(&[])),
            ],
        );
        let created_at = store.add_connection(&new).await.unwrap();

        let listed = store.connections(&connector, &ada.id).await.unwrap();
        let [kept] = listed.as_slice() else {
            panic!("{}: {listed:?}", engine.name)
        };
        assert_eq!((kept.name.as_str(), kept.created_at), ("Mine", created_at));
        assert_eq!(kept.environment, DEFAULT_ENVIRONMENT);
        assert_eq!(store.connection_values(&new.id).await.unwrap(), new.values);
        assert!(
            store
                .connections(&connector, "somebody else")
                .await
                .unwrap()
                .is_empty()
        );
        assert_eq!(
            (kept.person.as_str(), kept.owner.as_str()),
            (ada.id.as_str(), "Ada")
        );

        delete(store, &connector).await;
        assert!(
            matches!(store.connection(&new.id).await, Err(StoreError::NotFound)),
            "{}",
            engine.name
        );
        assert!(store.connection_values(&new.id).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_deleted_connection_takes_its_values_along() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let connector = planes(store, &ada).await;
        let values = vec![("api_key".to_owned(), sealed(&[1]))];
        let new = NewConnection {
            id: new_id(),
            connector,
            person: ada.id.clone(),
            name: "Mine".to_owned(),
            set: String::new(),
            status: ConnectionStatus::Untried,
            values,
        };
        store.add_connection(&new).await.unwrap();
        assert_eq!(store.connection(&new.id).await.unwrap().id, new.id);
        store.delete_connection(&new.id).await.unwrap();
        assert!(
            store.connection_values(&new.id).await.unwrap().is_empty(),
            "{}",
            engine.name
        );
    }
}

#[tokio::test]
async fn a_connection_keeps_its_status_until_a_value_is_another_one() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let planes = version(&ada, "Planes");
        let new = NewConnection {
            id: new_id(),
            connector: store
                .add_connector(DEFAULT_ENVIRONMENT, &planes)
                .await
                .unwrap(),
            person: ada.id.clone(),
            name: "Mine".to_owned(),
            set: String::new(),
            status: ConnectionStatus::Untried,
            values: vec![
                ("a".to_owned(), sealed(&[1])),
                ("b".to_owned(), sealed(&[2])),
            ],
        };
        store.add_connection(&new).await.unwrap();
        let kept = async || store.connection(&new.id).await.unwrap();
        assert_eq!(
            (kept().await.status, kept().await.status_at),
            (ConnectionStatus::Untried, 0)
        );
        for status in [
            ConnectionStatus::Good,
            ConnectionStatus::Failing("Nobody is there.".to_owned()),
            ConnectionStatus::Expired("It was refused.".to_owned()),
        ] {
            store
                .note_connection_status(&new.id, &status)
                .await
                .unwrap();
            assert_eq!(kept().await.status, status, "{}", engine.name);
        }
        let mut changed = ChangedConnection {
            id: &new.id,
            name: "Ours",
            set: "",
            moves_to: None,
            forgets_tokens: false,
            values: Vec::new(),
        };
        store.change_connection(&changed).await.unwrap();
        assert_eq!(kept().await.name, "Ours");
        assert!(matches!(kept().await.status, ConnectionStatus::Expired(_)));
        changed.values = vec![
            ("b".to_owned(), sealed(&[3])),
            ("c".to_owned(), sealed(&[4])),
        ];
        store.change_connection(&changed).await.unwrap();
        assert_eq!(kept().await.status, ConnectionStatus::Untried);
        let values =
            [("a", 1), ("b", 3), ("c", 4)].map(|(key, byte)| (key.to_owned(), sealed(&[byte])));
        assert_eq!(store.connection_values(&new.id).await.unwrap(), values);
        changed.id = "gone";
        let foreign = store.change_connection(&changed).await;
        assert!(
            matches!(foreign, Err(StoreError::NotFound)),
            "{}",
            engine.name
        );
    }
}

#[tokio::test]
async fn a_database_remembers_the_first_key() {
    for engine in engines().await {
        assert_eq!(
            engine.store.vault_key("second").await.unwrap(),
            KEY,
            "{}",
            engine.name
        );
    }
}

#[tokio::test]
async fn a_client_secret_is_replaced_forgotten_and_goes_with_its_connector() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let connector = store
            .add_connector(DEFAULT_ENVIRONMENT, &version(&ada, "Chisels"))
            .await
            .unwrap();
        for sealed in [sealed(&[1, 2]), sealed(&[3, 255])] {
            store
                .keep_client_secret(&connector, "/token", &sealed)
                .await
                .unwrap();
            let kept = store.client_secret(&connector, "/token").await.unwrap();
            assert_eq!(kept, sealed, "{}", engine.name);
        }
        let listed = store.client_secrets(&connector).await.unwrap();
        assert_eq!(listed.len(), 1);
        store
            .forget_client_secret(&connector, "/token")
            .await
            .unwrap();
        assert!(store.client_secrets(&connector).await.unwrap().is_empty());

        store
            .keep_client_secret(&connector, "/token", &sealed(&[4]))
            .await
            .unwrap();
        delete(store, &connector).await;
        assert!(matches!(
            store.client_secret(&connector, "/token").await,
            Err(StoreError::NotFound)
        ));
    }
}

#[tokio::test]
async fn tokens_of_somebody_else_go_when_values_are_given() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let connector = planes(store, &ada).await;
        let new = mine(
            &connector,
            &ada,
            ConnectionStatus::Good,
            vec![
                ("host".to_owned(), sealed(&[1])),
                ("oauth/token".to_owned(), sealed(&[2])),
            ],
        );
        store.add_connection(&new).await.unwrap();
        let changed = ChangedConnection {
            id: &new.id,
            name: "Mine",
            set: "",
            moves_to: None,
            forgets_tokens: true,
            values: vec![("host".to_owned(), sealed(&[3]))],
        };
        store.change_connection(&changed).await.unwrap();
        let kept = store.connection(&new.id).await.unwrap();
        assert_eq!(kept.status, ConnectionStatus::SignedOut, "{}", engine.name);
        let values = store.connection_values(&new.id).await.unwrap();
        assert_eq!(values, [("host".to_owned(), sealed(&[3]))]);
    }
}

#[tokio::test]
async fn a_connection_that_goes_over_to_another_set_leaves_nothing_of_the_one_before() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let connector = planes(store, &ada).await;
        let new = NewConnection {
            set: "first".to_owned(),
            ..mine(
                &connector,
                &ada,
                ConnectionStatus::Good,
                vec![
                    ("api_key".to_owned(), sealed(&[1])),
                    ("oauth/first/token".to_owned(), sealed(&[2])),
                ],
            )
        };
        store.add_connection(&new).await.unwrap();
        let under_way = SignInUnderWay {
            state: "state".to_owned(),
            connection: new.id.clone(),
            session: "session".to_owned(),
            sealed: sealed(&[3]),
        };
        store.begin_sign_in(&under_way, 60_000).await.unwrap();
        let record = SignInRecord {
            hops: "[1]".to_owned(),
            ..SignInRecord::default()
        };
        store.keep_sign_in_record(&new.id, &record).await.unwrap();
        let changed = ChangedConnection {
            id: &new.id,
            name: "Mine",
            set: "first",
            moves_to: Some(OtherSet {
                name: "second",
                status: ConnectionStatus::SignedOut,
            }),
            forgets_tokens: false,
            values: vec![("region".to_owned(), sealed(&[4]))],
        };
        store.change_connection(&changed).await.unwrap();
        let kept = store.connection(&new.id).await.unwrap();
        assert_eq!(
            (kept.set.as_str(), kept.status),
            ("second", ConnectionStatus::SignedOut),
            "{}",
            engine.name
        );
        assert_eq!(
            store.connection_values(&new.id).await.unwrap(),
            changed.values
        );
        assert!(matches!(
            store.take_sign_in("state", 60_000).await,
            Err(StoreError::NotFound)
        ));
        let record = store.sign_in_record(&new.id).await.unwrap();
        assert_eq!(record, SignInRecord::default());
        // Values that were entered for the set before come too late.
        let late = ChangedConnection {
            moves_to: None,
            values: vec![("api_key".to_owned(), sealed(&[5]))],
            ..changed
        };
        assert!(matches!(
            store.change_connection(&late).await,
            Err(StoreError::NotFound)
        ));
    }
}
