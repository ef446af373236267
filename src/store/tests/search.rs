//! Connectors by what somebody writes to find them.

use super::{ada, engines, version};
use crate::store::DEFAULT_ENVIRONMENT;

#[tokio::test]
async fn a_connector_is_found_by_letters_of_its_title() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let titles = [
            "Joints",
            "Wood joints",
            "Jigs of 100%",
            "Über saws",
            "Renamed",
        ];
        let mut ids = Vec::new();
        for title in titles {
            let version = version(&ada, title);
            let added = store.add_connector(DEFAULT_ENVIRONMENT, &version).await;
            ids.push(added.unwrap());
        }
        store
            .add_version(&ids[4], 2, &version(&ada, "Planes"))
            .await
            .unwrap();
        let cases: [(&str, &[usize], &[&str]); 9] = [
            ("joints", &[], &["Joints", "Wood joints"]),
            ("joints", &[1], &["Wood joints", "Joints"]),
            ("WOOD", &[], &["Wood joints"]),
            ("joi wd", &[], &["Wood joints"]),
            ("0%", &[], &["Jigs of 100%"]),
            ("ÜB", &[], &["Über saws"]),
            ("renamed", &[], &[]),
            ("j", &[], &["Jigs of 100%", "Joints", "Wood joints"]),
            ("a_b", &[], &[]),
        ];
        for (words, recent, expected) in cases {
            let recent: Vec<String> = recent.iter().map(|at| ids[*at].clone()).collect();
            let found = store.find_connectors(DEFAULT_ENVIRONMENT, words, &recent, 10);
            let found: Vec<String> = found.await.unwrap().into_iter().map(|c| c.title).collect();
            assert_eq!(found, expected, "{words} on {}", engine.name);
        }
        let all = store.find_connectors(DEFAULT_ENVIRONMENT, " ", &[], 3);
        assert_eq!(all.await.unwrap().len(), 3, "the answer is bounded");
        let elsewhere = store.find_connectors("elsewhere", "", &[], 3);
        assert!(elsewhere.await.unwrap().is_empty());
    }
}
