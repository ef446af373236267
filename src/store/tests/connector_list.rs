//! The list of connectors: searched, sorted and read page by page.

use super::{Engine, ada, engines, version};
use crate::store::{DEFAULT_ENVIRONMENT, ListColumn, ListPage, ListQuery, Person, Store};

const ALL: ListQuery<'_> = ListQuery {
    search: "",
    column: ListColumn::Changed,
    descending: true,
    from: 0,
    count: 50,
};

async fn page(store: &Store, query: ListQuery<'_>) -> ListPage {
    store
        .list_connectors(DEFAULT_ENVIRONMENT, &query)
        .await
        .unwrap()
}

fn titles(page: &ListPage) -> Vec<&str> {
    page.rows.iter().map(|row| row.title.as_str()).collect()
}

/// Four connectors that differ in everything that the list sorts by.
async fn workshop(store: &Store, ada: &Person) {
    let rows = [
        ("saws", 9, "None", "saws.example.com"),
        ("Planes 100%", 3, "API key", "planes.example.com"),
        ("Äxte_2", 40, "OAuth 2.0", "Tools.Example.org"),
        ("chisels", 3, "API key", ""),
    ];
    for (title, operations, authentication, host) in rows {
        let mut new = version(ada, title);
        new.operations = operations;
        new.authentication = authentication.to_owned();
        new.host = host.to_owned();
        store
            .add_connector(DEFAULT_ENVIRONMENT, &new)
            .await
            .unwrap();
    }
}

async fn workshops() -> Vec<(Engine, Person)> {
    let mut workshops = Vec::new();
    for engine in engines().await {
        let ada = ada(&engine.store).await;
        workshop(&engine.store, &ada).await;
        workshops.push((engine, ada));
    }
    workshops
}

#[tokio::test]
async fn a_search_finds_every_word_in_any_case_and_takes_no_sign_for_a_joker() {
    let cases: [(&str, &[&str]); 10] = [
        ("SAWS", &["saws"]),
        ("äxTE", &["Äxte_2"]),
        ("tools.example", &["Äxte_2"]),
        ("example.com", &["Planes 100%", "saws"]),
        ("key  planes", &["Planes 100%"]),
        ("100%", &["Planes 100%"]),
        ("e_2", &["Äxte_2"]),
        ("s_ws", &[]),
        ("%!", &[]),
        ("' OR 1 = 1", &[]),
    ];
    for (engine, _) in workshops().await {
        for (search, expected) in cases {
            let query = ListQuery {
                search,
                column: ListColumn::Title,
                descending: false,
                ..ALL
            };
            let found = page(&engine.store, query).await;
            assert_eq!(titles(&found), expected, "{search} on {}", engine.name);
            assert_eq!(found.found, i64::try_from(expected.len()).unwrap());
            assert_eq!(found.all, 4);
        }
    }
}

#[tokio::test]
async fn the_list_is_sorted_by_each_column_both_ways() {
    use ListColumn::{Authentication, Changed, Operations, Title, Version};
    let cases = [
        (Title, ["chisels", "Planes 100%", "saws", "Äxte_2"]),
        (Operations, ["chisels", "Planes 100%", "saws", "Äxte_2"]),
        (Authentication, ["chisels", "Planes 100%", "saws", "Äxte_2"]),
        (Version, ["Planes 100%", "saws", "Äxte_2", "chisels"]),
        (Changed, ["saws", "Planes 100%", "Äxte_2", "chisels"]),
    ];
    for (engine, ada) in workshops().await {
        let chisels = page(
            &engine.store,
            ListQuery {
                search: "chisels",
                ..ALL
            },
        )
        .await;
        tokio::time::sleep(std::time::Duration::from_millis(3)).await;
        let mut second = version(&ada, "chisels");
        second.host = String::new();
        engine
            .store
            .add_version(&chisels.rows[0].id, 2, &second)
            .await
            .unwrap();
        for (column, expected) in cases {
            let query = ListQuery {
                column,
                descending: false,
                ..ALL
            };
            let up = page(&engine.store, query.clone()).await;
            assert_eq!(titles(&up)[3], expected[3], "{column:?} on {}", engine.name);
            if column != Authentication && column != Changed {
                assert_eq!(titles(&up), expected, "{column:?} on {}", engine.name);
            }
            let down = page(
                &engine.store,
                ListQuery {
                    descending: true,
                    ..query
                },
            )
            .await;
            assert_eq!(
                titles(&down)[0],
                expected[3],
                "{column:?} on {}",
                engine.name
            );
        }
    }
}

#[tokio::test]
async fn the_pages_of_a_list_join_without_a_gap() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        for number in 0..25 {
            let new = version(&ada, &format!("Saw {}", number % 3));
            store
                .add_connector(DEFAULT_ENVIRONMENT, &new)
                .await
                .unwrap();
        }
        for column in [
            ListColumn::Title,
            ListColumn::Operations,
            ListColumn::Changed,
        ] {
            let mut ids = Vec::new();
            for from in [0, 10, 20] {
                let query = ListQuery {
                    search: "saw",
                    column,
                    from,
                    count: 10,
                    ..ALL
                };
                let part = page(store, query).await;
                assert_eq!((part.found, part.all), (25, 25));
                ids.extend(part.rows.into_iter().map(|row| row.id));
            }
            assert_eq!(ids.len(), 25, "{}", engine.name);
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), 25, "{column:?} on {}", engine.name);
        }
        let beyond = page(store, ListQuery { from: 25, ..ALL }).await;
        assert_eq!((beyond.rows.len(), beyond.found), (0, 25));
    }
}

#[tokio::test]
async fn a_connector_from_before_the_list_had_columns_is_found_after_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::in_folder(folder.path()).await.unwrap();
    let ada = ada(&store).await;
    let mut new = version(&ada, "Old Saw");
    new.files.definition = "\u{feff}{\"host\": \"Saws.example.com\"}".to_owned();
    let id = store
        .add_connector(DEFAULT_ENVIRONMENT, &new)
        .await
        .unwrap();
    let before = "UPDATE connectors SET newest_version = 0, folded_title = '', operations = 0, \
                  authentication = '', changed_at = 0, searched = NULL";
    sqlx::query(before).execute(&store.pool).await.unwrap();
    store.close().await;

    let store = Store::in_folder(folder.path()).await.unwrap();
    let found = page(
        &store,
        ListQuery {
            search: "OLD saws.EXAMPLE",
            ..ALL
        },
    )
    .await;
    assert_eq!(found.rows[0].id, id);
    assert_eq!((found.rows[0].version, found.rows[0].operations), (1, 3));
}

#[tokio::test]
async fn many_connectors_are_deleted_at_once_and_only_in_their_environment() {
    for (engine, _) in workshops().await {
        let store = &engine.store;
        let ids: Vec<_> = page(store, ALL)
            .await
            .rows
            .into_iter()
            .map(|row| row.id)
            .collect();
        assert_eq!(store.delete_connectors("elsewhere", &ids).await.unwrap(), 0);
        let [first, second, ..] = ids.as_slice() else {
            panic!("there are four")
        };
        assert!(
            store
                .package_size(DEFAULT_ENVIRONMENT, first)
                .await
                .unwrap()
                > 20
        );
        assert!(store.package_size("elsewhere", first).await.is_err());
        let some = [first.clone(), second.clone(), "gone".to_owned()];
        let deleted = store.delete_connectors(DEFAULT_ENVIRONMENT, &some).await;
        assert_eq!(deleted.unwrap(), 2, "{}", engine.name);
        assert_eq!(page(store, ALL).await.all, 2);
        assert!(store.version(first, None).await.is_err());
    }
}
