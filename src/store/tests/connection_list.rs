//! Connections that are shared, and the list of those of an environment.

use super::{ada, add_member, engines, planes, sealed};
use crate::store::{
    ConnectionFilter, ConnectionStatus, DEFAULT_ENVIRONMENT, ListedConnection, NewConnection,
    StatusFilter, Store, StoreError, new_id, now,
};

async fn add(store: &Store, connector: &str, person: &str, name: &str) -> String {
    let new = NewConnection {
        id: new_id(),
        connector: connector.to_owned(),
        person: person.to_owned(),
        name: name.to_owned(),
        set: String::new(),
        status: ConnectionStatus::Untried,
        values: vec![("api_key".to_owned(), sealed(&[1]))],
    };
    store.add_connection(&new).await.unwrap();
    new.id
}

fn names(listed: &[ListedConnection]) -> Vec<&str> {
    listed.iter().map(|one| one.kept.name.as_str()).collect()
}

#[tokio::test]
async fn a_shared_connection_is_listed_for_others_after_their_own() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let ben = add_member(store, "Ben", "user").await;
        let connector = planes(store, &ada).await;
        let bens = add(store, &connector, &ben, "Of Ben").await;
        let adas = add(store, &connector, &ada.id, "Of Ada").await;
        let seen = async || {
            let listed = store.connections(&connector, &ben).await.unwrap();
            listed.into_iter().map(|one| one.id).collect::<Vec<_>>()
        };
        assert_eq!(seen().await, [bens.as_str()]);
        store.share_connection(&adas, Some("mark")).await.unwrap();
        assert_eq!(seen().await, [bens.as_str(), &adas], "{}", engine.name);
        let kept = store.connection(&adas).await.unwrap();
        assert_eq!(
            (
                kept.shared_for.as_deref(),
                kept.owner.as_str(),
                kept.used_at
            ),
            (Some("mark"), "Ada", 0)
        );
        let before = now();
        store.note_connection_use(&adas).await.unwrap();
        assert!(store.connection(&adas).await.unwrap().used_at >= before);
        store.share_connection(&adas, None).await.unwrap();
        assert_eq!(seen().await, [bens]);
        let gone = store.share_connection("gone", None).await;
        assert!(matches!(gone, Err(StoreError::NotFound)));
    }
}

#[tokio::test]
async fn the_list_is_filtered_and_goes_on_page_by_page() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let ben = add_member(store, "Ben", "user").await;
        let connector = planes(store, &ada).await;
        let mut ids = Vec::new();
        for name in ["Oak", "Ash_1", "Elm"] {
            ids.push(add(store, &connector, &ada.id, name).await);
        }
        let [oak, ash, elm] = ids.as_slice() else {
            panic!("{ids:?}")
        };
        let good = ConnectionStatus::Good;
        store.note_connection_status(oak, &good).await.unwrap();
        let expired = ConnectionStatus::Expired("It ended.".to_owned());
        let expired = store.note_connection_status(ash, &expired);
        expired.await.unwrap();
        let all = ConnectionFilter {
            count: 10,
            ..ConnectionFilter::default()
        };
        let list = async |filter: ConnectionFilter<'_>| {
            let listed = store.connections_in(DEFAULT_ENVIRONMENT, &filter).await;
            listed.unwrap()
        };
        let listed = list(all.clone()).await;
        assert_eq!(names(&listed), ["Elm", "Ash_1", "Oak"], "{}", engine.name);
        assert_eq!(
            (listed[0].title.as_str(), listed[0].authentication.as_str()),
            ("Planes", "API key")
        );
        for (status, wanted) in [
            (StatusFilter::Good, "Oak"),
            (StatusFilter::Troubled, "Ash_1"),
        ] {
            let found = list(ConnectionFilter {
                status,
                ..all.clone()
            })
            .await;
            assert_eq!(names(&found), [wanted]);
        }
        for (search, wanted) in [("h_", 1), ("PLANE elm", 1), ("planes", 3), ("%", 0)] {
            let found = list(ConnectionFilter {
                search,
                ..all.clone()
            })
            .await;
            assert_eq!(found.len(), wanted, "{search}");
        }
        let first = list(ConnectionFilter {
            count: 2,
            ..all.clone()
        })
        .await;
        let before = Some(first[1].kept.id.as_str());
        let rest = list(ConnectionFilter {
            before,
            ..all.clone()
        })
        .await;
        assert_eq!(names(&rest), ["Oak"]);
        let bens = ConnectionFilter {
            person: Some(&ben),
            ..all.clone()
        };
        assert!(list(bens.clone()).await.is_empty());
        store.share_connection(elm, Some("mark")).await.unwrap();
        assert_eq!(names(&list(bens).await), ["Elm"]);
        let elsewhere = store.connections_in("elsewhere", &all).await.unwrap();
        assert!(elsewhere.is_empty());
    }
}
