//! The store as its users see it: one suite, run against SQLite and against PostgreSQL.
//!
//! PostgreSQL is the one that `TEST_DATABASE_URL` names; each test gets a database of its own in
//! it. Without the variable the suite runs against SQLite alone and says so.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test fails by panicking"
)]

mod connection_list;
mod connections;
mod connector_list;
mod connectors;
mod drafts;
mod environments;
mod imports;
mod oauth;
mod people;
mod runs;
mod sealed;
mod search;
mod sessions;

use sqlx::Connection;
use tempfile::TempDir;
use tenon_connector::ConnectorFiles;

use super::{
    ConnectionStatus, DEFAULT_ENVIRONMENT, NewConnection, NewPerson, NewVersion, Person, Store,
    new_id,
};

/// A database of its own on one engine. A SQLite file goes with the test, a PostgreSQL database with its
/// server, which is made for the tests alone.
pub(crate) struct Engine {
    pub(crate) name: &'static str,
    pub(crate) store: Store,
    pub(crate) url: String,
    _folder: Option<TempDir>,
}

/// A fresh, migrated database on each engine that there is.
///
/// Their key is the one of [`sealed`], as if something were sealed already.
pub(crate) async fn engines() -> Vec<Engine> {
    let engines = bare_engines().await;
    for engine in &engines {
        engine.store.vault_key(KEY).await.unwrap();
    }
    engines
}

/// The id of the key in the databases of these tests.
const KEY: &str = "0707070707070707";

/// Bytes as the vault seals them, as far as the store looks.
fn sealed(bytes: &[u8]) -> Vec<u8> {
    [&[1, 7, 7, 7, 7, 7, 7, 7, 7], bytes].concat()
}

/// The same databases before anything is sealed.
pub(crate) async fn bare_engines() -> Vec<Engine> {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::in_folder(folder.path()).await.unwrap();
    let mut engines = vec![Engine {
        name: "SQLite",
        store,
        url: format!("sqlite:{}", folder.path().join("tenon.db").display()),
        _folder: Some(folder),
    }];
    match std::env::var("TEST_DATABASE_URL") {
        Ok(url) => engines.push(postgres(&url).await),
        Err(_) => eprintln!("PostgreSQL was LEFT OUT: TEST_DATABASE_URL names none"),
    }
    engines
}

async fn postgres(server: &str) -> Engine {
    sqlx::any::install_default_drivers();
    let name = format!("tenon_{}", new_id().replace('-', "_"));
    let mut admin = sqlx::AnyConnection::connect(server).await.unwrap();
    let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
    sqlx::query(create).execute(&mut admin).await.unwrap();
    let mut url: url::Url = server.parse().unwrap();
    url.set_path(&name);
    let store = Store::open(url.as_str()).await.unwrap();
    Engine {
        name: "PostgreSQL",
        store,
        url: url.into(),
        _folder: None,
    }
}

/// The first account.
pub(crate) async fn ada(store: &Store) -> Person {
    let new = NewPerson {
        name: "Ada",
        email: "ada@example.com",
        password_hash: "hash",
    };
    store.add_first_person(new).await.unwrap()
}

/// Another account, with a role in the environment that there is from the start; its id.
pub(crate) async fn add_member(store: &Store, name: &str, role: &str) -> String {
    let id = new_id();
    sqlx::query(
        "INSERT INTO people (id, name, email, password_hash, administrator, created_at) VALUES ($1, $2, $3, '', 0, 0)",
    )
    .bind(&id)
    .bind(name)
    .bind(format!("{name}@example.com"))
    .execute(&store.pool)
    .await
    .unwrap();
    sqlx::query("INSERT INTO environment_members (environment, person, role) VALUES ($1, $2, $3)")
        .bind(DEFAULT_ENVIRONMENT)
        .bind(&id)
        .bind(role)
        .execute(&store.pool)
        .await
        .unwrap();
    id
}

/// A connector in the environment that there is from the start; its id.
pub(crate) async fn planes(store: &Store, by: &Person) -> String {
    let new = version(by, "Planes");
    let added = store.add_connector(DEFAULT_ENVIRONMENT, &new).await;
    added.unwrap()
}

/// A connection called Mine, not added yet.
pub(crate) fn mine(
    connector: &str,
    person: &Person,
    status: ConnectionStatus,
    values: Vec<(String, Vec<u8>)>,
) -> NewConnection {
    NewConnection {
        id: new_id(),
        connector: connector.to_owned(),
        person: person.id.clone(),
        name: "Mine".to_owned(),
        set: String::new(),
        status,
        values,
    }
}

/// Makes somebody a maker of an environment.
pub(crate) async fn join(store: &Store, environment: &str, email: &str) {
    let sql = "INSERT INTO environment_members (environment, person, role) \
               SELECT $1, id, 'maker' FROM people WHERE email = $2";
    change_members(store, sql, environment, email).await;
}

/// Ends somebody's membership of an environment.
pub(crate) async fn leave(store: &Store, environment: &str, email: &str) {
    let sql = "DELETE FROM environment_members WHERE environment = $1 \
               AND person = (SELECT id FROM people WHERE email = $2)";
    change_members(store, sql, environment, email).await;
}

async fn change_members(store: &Store, sql: &'static str, environment: &str, email: &str) {
    let query = sqlx::query(sql).bind(environment).bind(email);
    assert_eq!(query.execute(&store.pool).await.unwrap().rows_affected(), 1);
}

/// A version by somebody, told apart by its title.
pub(crate) fn version(author: &Person, title: &str) -> NewVersion {
    NewVersion {
        author: author.id.clone(),
        title: title.to_owned(),
        description: "Wood joints".to_owned(),
        brand_colour: "#8a4b1f".to_owned(),
        operations: 3,
        authentication: "API key".to_owned(),
        host: "wood.example.com".to_owned(),
        files: ConnectorFiles {
            definition: format!("{{\"info\":{{\"title\":\"{title}\"}}}}\r\n"),
            properties: "{}".to_owned(),
            ..ConnectorFiles::default()
        },
        actions: Vec::new(),
        draft: None,
    }
}

/// Takes the table of runs away, as a database that does not take them for a while, or brings it back.
pub(crate) async fn hide_runs(store: &Store, is_hidden: bool) {
    let sql = if is_hidden {
        "ALTER TABLE runs RENAME TO hidden_runs"
    } else {
        "ALTER TABLE hidden_runs RENAME TO runs"
    };
    sqlx::query(sql).execute(&store.pool).await.unwrap();
}

/// Deletes a connector of the environment that there is from the start.
async fn delete(store: &Store, connector: &str) {
    let ids = [connector.to_owned()];
    let deleted = store.delete_connectors(DEFAULT_ENVIRONMENT, &ids).await;
    assert_eq!(deleted.unwrap(), 1);
}

#[tokio::test]
async fn a_database_is_opened_again_as_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::in_folder(folder.path()).await.unwrap();
    assert!(!store.has_people().await.unwrap());
    ada(&store).await;
    store.close().await;
    let store = Store::in_folder(folder.path()).await.unwrap();
    assert!(store.has_people().await.unwrap());
    assert_eq!(
        store.person_by_email("ada@example.com").await.unwrap().name,
        "Ada"
    );
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_can_read_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    Store::in_folder(folder.path()).await.unwrap();
    let mode = std::fs::metadata(folder.path().join("tenon.db"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[tokio::test]
async fn a_database_that_cannot_be_reached_is_named_without_its_password() {
    let error = Store::open("postgres://joiner:planted@127.0.0.1:1/tenon")
        .await
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("127.0.0.1:1") && !error.contains("planted"),
        "{error}"
    );
}

#[tokio::test]
async fn every_engine_answers_a_ping() {
    for engine in engines().await {
        engine.store.ping().await.unwrap();
        engine.store.close().await;
        assert!(engine.store.ping().await.is_err(), "{}", engine.name);
    }
}

#[tokio::test]
async fn a_url_that_is_none_is_not_shown() {
    let error = Store::open("postgres://joiner:planted@[::1:bad/tenon")
        .await
        .unwrap_err();
    assert!(!error.to_string().contains("joiner:planted"), "{error}");
}

#[test]
fn there_is_no_sql_outside_this_room() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && path != root.join("store") {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                read += 1;
                let text = std::fs::read_to_string(&path).unwrap();
                assert!(!text.contains("sqlx::"), "{} speaks SQL", path.display());
            }
        }
    }
    assert!(read > 30, "the sources were found");
}
