//! Imports: the last one of each connector is found again, and goes with it.

use tenon_connector::ConnectorFiles;

use super::{ada, delete, engines, version};
use crate::store::{DEFAULT_ENVIRONMENT, NewImport};

fn import(source: &str, definition: &str) -> NewImport {
    NewImport {
        source: source.to_owned(),
        left_out: vec!["ListWoods".to_owned()],
        files: ConnectorFiles {
            definition: definition.to_owned(),
            properties: "{}".to_owned(),
            ..ConnectorFiles::default()
        },
    }
}

#[tokio::test]
async fn the_last_import_stands_for_its_connector_and_goes_with_it() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let first = version(&ada, "Planes");
        let id = store.add_connector(DEFAULT_ENVIRONMENT, &first).await;
        let id = id.unwrap();
        assert!(
            store.last_import(&id).await.unwrap().is_none(),
            "{}",
            engine.name
        );

        let old = import("planes.json", "{\r\n \"a\": \"ü\" }");
        store.keep_import(&id, &old).await.unwrap();
        let kept = store.last_import(&id).await.unwrap().unwrap();
        assert_eq!(kept.import.source, "planes.json");
        assert_eq!(kept.import.left_out, ["ListWoods"]);
        assert_eq!(kept.import.files, old.files, "{}", engine.name);
        assert!(kept.imported_at > 0);

        let new = import("https://api.example.com/planes.json", "{}");
        store.keep_import(&id, &new).await.unwrap();
        let kept = store.last_import(&id).await.unwrap().unwrap();
        assert_eq!(
            (kept.import.source, kept.import.files),
            (new.source, new.files)
        );

        delete(store, &id).await;
        assert!(store.last_import(&id).await.unwrap().is_none());
        let gone = store.keep_import(&id, &old).await;
        assert!(
            gone.is_err(),
            "{}: an import without a connector",
            engine.name
        );
    }
}
