//! Drafts: one for each person and connector, and nobody writes over what they have not seen.

use tenon_connector::document::Action;

use super::{Engine, ada, delete, engines, version};
use crate::store::{DEFAULT_ENVIRONMENT, DraftOf, Person, StoreError};

const ONE: &str = r#"[{"label":"Change name","edits":[]}]"#;
const TWO: &str =
    r#"[{"label":"Change name","edits":[]},{"label":"Change description","edits":[]}]"#;

async fn planes(engine: &Engine, ada: &Person) -> String {
    let first = version(ada, "Planes");
    let added = engine.store.add_connector(DEFAULT_ENVIRONMENT, &first);
    added.await.unwrap()
}

#[tokio::test]
async fn a_draft_is_found_again_as_it_was_kept() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let id = planes(&engine, &ada).await;
        let of = DraftOf {
            connector: &id,
            person: &ada.id,
        };
        assert_eq!(store.draft(of).await.unwrap(), None, "{}", engine.name);
        let (revision, kept_at) = store.keep_draft(of, None, 1, ONE).await.unwrap();
        let draft = store.draft(of).await.unwrap().unwrap();
        assert_eq!((draft.revision, draft.version), (revision.clone(), 1));
        assert_eq!(draft.kept_at, kept_at);
        assert_eq!(draft.actions, [Action::new("Change name", Vec::new())]);

        let kept = store.keep_draft(of, Some(&revision), 2, TWO).await;
        let (next, _) = kept.unwrap();
        assert_ne!(next, revision, "each time another revision");
        let draft = store.draft(of).await.unwrap().unwrap();
        assert_eq!((draft.version, draft.actions.len()), (2, 2));
        store.forget_draft(of, &next).await.unwrap();
        assert_eq!(store.draft(of).await.unwrap(), None);
    }
}

#[tokio::test]
async fn who_does_not_know_the_present_draft_cannot_replace_it() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let id = planes(&engine, &ada).await;
        let of = DraftOf {
            connector: &id,
            person: &ada.id,
        };
        let (first, _) = store.keep_draft(of, None, 1, ONE).await.unwrap();
        let blind = store.keep_draft(of, None, 1, TWO).await;
        assert!(matches!(blind, Err(StoreError::Taken)), "{}", engine.name);
        let kept = store.keep_draft(of, Some(&first), 1, TWO).await;
        kept.unwrap();
        let late = store.keep_draft(of, Some(&first), 1, ONE).await;
        assert!(matches!(late, Err(StoreError::Taken)));
        let late = store.forget_draft(of, &first).await;
        assert!(matches!(late, Err(StoreError::Taken)));
        assert_eq!(store.draft(of).await.unwrap().unwrap().actions.len(), 2);
    }
}

#[tokio::test]
async fn a_draft_goes_with_the_save_that_holds_it_and_with_its_connector() {
    for engine in engines().await {
        let store = &engine.store;
        let ada = ada(store).await;
        let id = planes(&engine, &ada).await;
        let of = DraftOf {
            connector: &id,
            person: &ada.id,
        };
        let (first, _) = store.keep_draft(of, None, 1, ONE).await.unwrap();
        let (second, _) = store.keep_draft(of, Some(&first), 1, TWO).await.unwrap();

        let mut saved = version(&ada, "Planes");
        saved.draft = Some(first);
        store.add_version(&id, 2, &saved).await.unwrap();
        assert!(
            store.draft(of).await.unwrap().is_some(),
            "{}: a later draft holds more than the save",
            engine.name
        );
        saved.draft = Some(second.clone());
        let overtaken = store.add_version(&id, 2, &saved).await;
        assert!(matches!(overtaken, Err(StoreError::Taken)));
        assert!(
            store.draft(of).await.unwrap().is_some(),
            "no save, no draft lost"
        );
        store.add_version(&id, 3, &saved).await.unwrap();
        assert_eq!(store.draft(of).await.unwrap(), None);

        store.keep_draft(of, None, 3, ONE).await.unwrap();
        delete(store, &id).await;
        assert_eq!(store.draft(of).await.unwrap(), None);
    }
}
