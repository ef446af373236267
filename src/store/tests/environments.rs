//! Environments and who sees them.

use super::{ada, add_member, engines};
use crate::store::StoreError;

#[tokio::test]
async fn an_environment_is_seen_by_its_members_and_by_the_administrator_of_the_server() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let bob = store
            .person(&add_member(store, "bob", "maker").await)
            .await
            .unwrap();
        let made = store.add_environment("Production", &bob).await.unwrap();
        let taken = store.add_environment("production", &ada).await;
        assert!(
            matches!(taken, Err(StoreError::Taken)),
            "on {}",
            engine.name
        );
        let other = store.add_environment("archive", &ada).await.unwrap();

        let seen = store.environments_of(&bob).await.unwrap();
        let seen: Vec<_> = seen
            .iter()
            .map(|one| (one.name.as_str(), one.role.as_deref()))
            .collect();
        assert_eq!(
            seen,
            [
                ("Default", Some("maker")),
                ("Production", Some("administrator"))
            ]
        );
        let all = store.environments_of(&ada).await.unwrap();
        let all: Vec<_> = all
            .iter()
            .map(|one| (one.name.as_str(), one.role.as_deref()))
            .collect();
        assert_eq!(
            all,
            [
                ("archive", Some("administrator")),
                ("Default", Some("administrator")),
                ("Production", None)
            ]
        );

        let taken = store.rename_environment(&made, "ARCHIVE").await;
        assert!(matches!(taken, Err(StoreError::Taken)));
        store.rename_environment(&other, "Archive").await.unwrap();
        let missing = store.rename_environment("gone", "Gone").await;
        assert!(matches!(missing, Err(StoreError::NotFound)));
    }
}
