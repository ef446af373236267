//! Connectors and their versions.

use tenon_connector::Attachment;
use tenon_connector::document::Action;

use super::{ada, delete, engines, version};
use crate::store::{
    DEFAULT_ENVIRONMENT, ListColumn, ListQuery, ListedConnector, Store, StoreError,
};

async fn listed(store: &Store, environment: &str) -> Vec<ListedConnector> {
    let newest_first = ListQuery {
        search: "",
        column: ListColumn::Changed,
        descending: true,
        from: 0,
        count: 50,
    };
    let page = store.list_connectors(environment, &newest_first).await;
    page.unwrap().rows
}

#[tokio::test]
async fn a_connector_is_listed_as_its_newest_version_says() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let first = store
            .add_connector(DEFAULT_ENVIRONMENT, &version(&ada, "Planes"))
            .await
            .unwrap();
        let second = store
            .add_connector(DEFAULT_ENVIRONMENT, &version(&ada, "Saws"))
            .await
            .unwrap();
        let mut renamed = version(&ada, "Planes and chisels");
        renamed.files.icon = Some("aWNvbg==".to_owned());
        store.add_version(&first, 2, &renamed).await.unwrap();

        let listed = listed(store, DEFAULT_ENVIRONMENT).await;
        let planes = listed.iter().find(|row| row.id == first).unwrap();
        assert_eq!(
            (planes.title.as_str(), planes.version),
            ("Planes and chisels", 2),
            "{}",
            engine.name
        );
        assert!(planes.has_icon);
        assert_eq!(
            (planes.operations, planes.authentication.as_str()),
            (3, "API key")
        );
        assert_eq!(
            (planes.changed_by.as_str(), planes.brand_colour.as_str()),
            ("Ada", "#8a4b1f")
        );
        let saws = listed.iter().find(|row| row.id == second).unwrap();
        assert!(!saws.has_icon);
        assert!(
            listed.is_sorted_by(|a, b| a.changed_at >= b.changed_at),
            "newest change first"
        );
        assert!(self::listed(store, "elsewhere").await.is_empty());
        assert_eq!(
            store.person_at(&ada.id, &first).await.unwrap().1,
            Some((
                DEFAULT_ENVIRONMENT.to_owned(),
                Some("administrator".to_owned())
            ))
        );
        assert!(matches!(
            store.person_at("nobody", &first).await,
            Err(StoreError::NotFound)
        ));
    }
}

#[tokio::test]
async fn every_version_stays_as_it_was_saved() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let mut whole = version(&ada, "With everything");
        whole.files.icon = Some("aWNvbg==".to_owned());
        whole.files.script = Some("public class Script {}\r\n\u{feff}ü".to_owned());
        whole.files.attachments = vec![Attachment {
            name: "readme.md".into(),
            content: "IyBIaQ==".into(),
        }];
        whole.actions = vec![Action::new("Change name", Vec::new())];
        let id = store
            .add_connector(DEFAULT_ENVIRONMENT, &whole)
            .await
            .unwrap();
        let second = version(&ada, "Changed");
        store.add_version(&id, 2, &second).await.unwrap();

        assert_eq!(
            store.version(&id, Some(1)).await.unwrap().files,
            whole.files,
            "{}",
            engine.name
        );
        let newest = store.version(&id, None).await.unwrap();
        assert_eq!((newest.number, newest.author.as_str()), (2, "Ada"));
        assert_eq!(newest.files, second.files);
        assert_eq!(store.newest_version(&id).await.unwrap(), 2);
        assert!(matches!(
            store.version(&id, Some(3)).await,
            Err(StoreError::NotFound)
        ));
        assert!(matches!(
            store.newest_version("x").await,
            Err(StoreError::NotFound)
        ));
    }
}

#[tokio::test]
async fn versions_are_listed_newest_first_and_page_by_page() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let first = version(&ada, "Planes");
        let id = store
            .add_connector(DEFAULT_ENVIRONMENT, &first)
            .await
            .unwrap();
        for number in 2..=4 {
            let mut next = version(&ada, "Planes");
            let name = format!("Change {number}");
            next.actions = vec![Action::new(name, Vec::new()), Action::new("x", Vec::new())];
            store.add_version(&id, number, &next).await.unwrap();
        }
        let page = store.versions(&id, None, 2).await.unwrap();
        let numbers: Vec<_> = page.iter().map(|version| version.number).collect();
        assert_eq!(numbers, [4, 3], "{}", engine.name);
        let newest = page.first().unwrap();
        assert_eq!(newest.author, "Ada");
        assert_eq!(newest.labels, ["Change 4", "x"]);
        assert!(newest.saved_at > 0);
        let older = store.versions(&id, Some(3), 50).await.unwrap();
        let numbers: Vec<_> = older.iter().map(|version| version.number).collect();
        assert_eq!(numbers, [2, 1]);
        assert!(older.last().unwrap().labels.is_empty());
        assert!(store.versions("x", None, 50).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn of_two_who_save_the_same_number_one_is_told() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let id = store
            .add_connector(DEFAULT_ENVIRONMENT, &version(&ada, "Planes"))
            .await
            .unwrap();
        let (mine, theirs) = (version(&ada, "Mine"), version(&ada, "Theirs"));
        let (one, other) = tokio::join!(
            store.add_version(&id, 2, &mine),
            store.add_version(&id, 2, &theirs)
        );
        assert!(one.is_ok() != other.is_ok(), "{}", engine.name);
        assert!(
            matches!(one.err().or(other.err()), Some(StoreError::Taken)),
            "{}",
            engine.name
        );
    }
}

#[tokio::test]
async fn a_deleted_connector_is_gone_with_its_versions() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let id = store
            .add_connector(DEFAULT_ENVIRONMENT, &version(&ada, "Planes"))
            .await
            .unwrap();
        delete(store, &id).await;
        assert!(
            matches!(store.version(&id, None).await, Err(StoreError::NotFound)),
            "{}",
            engine.name
        );
        assert_eq!(store.person_at(&ada.id, &id).await.unwrap().1, None);
        assert!(listed(store, DEFAULT_ENVIRONMENT).await.is_empty());
    }
}

#[tokio::test]
async fn a_version_without_its_connector_or_author_is_refused() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let refused = store
            .add_version("no such connector", 1, &version(&ada, "Planes"))
            .await;
        assert!(
            matches!(refused, Err(StoreError::Failed(_))),
            "{}",
            engine.name
        );
    }
}
