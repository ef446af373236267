//! Environments as people meet them: what is in one is not seen from another, and who may see which.

use tenon_app::api::connectors::{ListQuery, ListRequest};
use tenon_app::api::environments::KnownEnvironments;

use super::*;

async fn titles(backend: &RequestBackend) -> Vec<String> {
    let request = ListRequest {
        query: ListQuery::default(),
        from: 0,
        count: 10,
    };
    let page = backend.list_connectors(request).await.unwrap();
    page.rows.into_iter().map(|row| row.title).collect()
}

async fn known(backend: &RequestBackend) -> KnownEnvironments {
    backend.frame_facts().await.unwrap().environments
}

fn names(known: &KnownEnvironments) -> Vec<&str> {
    known.all.iter().map(|one| one.name.as_str()).collect()
}

async fn current(backend: &RequestBackend) -> String {
    known(backend).await.current().unwrap().name.clone()
}

#[tokio::test]
async fn what_is_made_lands_in_the_environment_that_one_works_in() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    assert_eq!(current(&ada).await, "Default");
    ada.create_blank("Saws".to_owned()).await.unwrap();

    ada.create_environment(" Production ".to_owned())
        .await
        .unwrap();
    assert_eq!(current(&ada).await, "Production", "one is there at once");
    assert!(titles(&ada).await.is_empty());
    let planes = ada.create_blank("Planes".to_owned()).await.unwrap();
    assert_eq!(titles(&ada).await, ["Planes"]);

    let default = known(&ada).await.all.first().unwrap().id.clone();
    ada.switch_environment(default).await.unwrap();
    assert_eq!(titles(&ada).await, ["Saws"]);
    let elsewhere = ada.delete_connectors(vec![planes.clone()]).await.unwrap();
    assert_eq!(elsewhere, 0, "nothing of another environment is deleted");
    let opened = ada.connector(planes, None).await.unwrap();
    assert_eq!(
        opened.version, 1,
        "a link leads to a connector of any environment that one may see"
    );
}

#[tokio::test]
async fn members_see_their_environments_alone() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    ada.create_environment("Production".to_owned())
        .await
        .unwrap();
    let hidden = known(&ada).await.current;
    let planes = ada.create_blank("Planes".to_owned()).await.unwrap();

    let bob = member(&state, "bob", "maker").await;
    let seen = known(&bob).await;
    assert_eq!(names(&seen), ["Default"]);
    assert!(!seen.may_add && !seen.all.iter().any(|one| one.may_rename));
    let refused = [
        kind(bob.switch_environment(hidden.clone()).await),
        kind(bob.create_environment("Mine".to_owned()).await),
        kind(bob.rename_environment(hidden, "Mine".to_owned()).await),
        kind(bob.connector(planes, None).await),
        kind(somebody(&state).frame_facts().await),
    ];
    assert_eq!(
        refused,
        [
            ErrorKind::NotFound,
            ErrorKind::Forbidden,
            ErrorKind::Forbidden,
            ErrorKind::NotFound,
            ErrorKind::SignedOut
        ]
    );
}

#[tokio::test]
async fn names_are_one_line_of_bounded_length_and_no_two_are_equal() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    for name in [" ", "a\nb", &"a".repeat(101), "default"] {
        let refused = ada.create_environment(name.to_owned()).await.unwrap_err();
        assert_eq!(refused.field.as_deref(), Some("name"), "{name}");
    }
    ada.create_environment("Test".to_owned()).await.unwrap();
    let own = known(&ada).await.current;
    let taken = ada
        .rename_environment(own.clone(), "DEFAULT".to_owned())
        .await;
    assert_eq!(kind(taken), ErrorKind::Conflict);
    ada.rename_environment(own, "test".to_owned())
        .await
        .unwrap();
    assert_eq!(names(&known(&ada).await), ["Default", "test"]);
}

#[tokio::test]
async fn whoever_loses_an_environment_works_in_another() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let bob = member(&state, "bob", "maker").await;
    ada.create_environment("Production".to_owned())
        .await
        .unwrap();
    let production = known(&ada).await.current;
    crate::store::tests::join(&state.store, &production, "bob@example.com").await;
    bob.switch_environment(production.clone()).await.unwrap();
    assert_eq!(current(&bob).await, "Production");
    crate::store::tests::leave(&state.store, &production, "bob@example.com").await;
    assert_eq!(current(&bob).await, "Default");
}
