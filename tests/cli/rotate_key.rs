//! `tenon rotate-key` as it is called: to its end, and killed on the way.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use tenon::config::Config;
use tenon::keys::Keys;
use tenon::store::{
    ConnectionStatus, DEFAULT_ENVIRONMENT, NewConnection, NewPerson, NewVersion, Store,
};
use tenon::vault::Place;
use tenon_connector::ConnectorFiles;

use super::{command, tenon};

const CONNECTION: &str = "c-1";

fn config(folder: &Path) -> Config {
    Config {
        data: folder.join("data"),
        ..Config::default()
    }
}

fn place(field: &str) -> Place<'_> {
    Place {
        environment: DEFAULT_ENVIRONMENT,
        connection: CONNECTION,
        field,
    }
}

/// Keeps a connection with so many secrets, each of them the name of its field.
async fn fill(folder: &Path, secrets: usize) {
    std::fs::create_dir(folder.join("data")).unwrap();
    let store = Store::in_folder(&folder.join("data")).await.unwrap();
    let person = NewPerson {
        name: "Ada",
        email: "ada@example.com",
        password_hash: "hash",
    };
    let person = store.add_first_person(person).await.unwrap();
    let version = NewVersion {
        author: person.id.clone(),
        title: "Planes".to_owned(),
        description: String::new(),
        brand_colour: String::new(),
        operations: 0,
        authentication: String::new(),
        host: String::new(),
        files: ConnectorFiles::default(),
        actions: Vec::new(),
        draft: None,
    };
    let connector = store.add_connector(DEFAULT_ENVIRONMENT, &version).await;
    let keys = Keys::open(&store, &config(folder)).await.unwrap();
    let mut values = Vec::new();
    for number in 0..secrets {
        let field = format!("field-{number:05}");
        let secret = SecretString::from(field.clone());
        let sealed = keys.seal(place(&field), &secret).await.unwrap();
        values.push((field, sealed));
    }
    let new = NewConnection {
        id: CONNECTION.to_owned(),
        connector: connector.unwrap(),
        person: person.id,
        name: "Mine".to_owned(),
        set: String::new(),
        status: ConnectionStatus::Untried,
        values,
    };
    store.add_connection(&new).await.unwrap();
    store.close().await;
}

/// Opens the database as a server does, and every secret in it; how many keys they are sealed with.
async fn expect_all(folder: &Path, secrets: usize) -> usize {
    let store = Store::in_folder(&folder.join("data")).await.unwrap();
    let keys = Keys::open(&store, &config(folder)).await.unwrap();
    let values = store.connection_values(CONNECTION).await.unwrap();
    assert_eq!(values.len(), secrets);
    for (field, sealed) in values {
        let opened = keys.unseal(place(&field), &sealed).await.unwrap();
        assert_eq!(opened.expose_secret(), field);
    }
    let marks = store.sealing_marks().await.unwrap().len();
    store.close().await;
    marks
}

#[tokio::test]
async fn a_command_that_is_killed_leaves_a_database_that_opens_and_ends_when_called_again() {
    const SECRETS: usize = 3000;
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path(), SECRETS).await;
    let mut was_halfway = false;
    for milliseconds in [5, 20, 40, 60, 90, 120, 160, 200] {
        let mut child = command(folder.path(), &["rotate-key"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
        // Refused where it has ended by itself.
        let _ = child.kill();
        child.wait().unwrap();
        was_halfway |= expect_all(folder.path(), SECRETS).await == 2;
    }
    assert!(
        was_halfway,
        "no kill came between the first secret and the last"
    );
    let ended = tenon(folder.path(), &["rotate-key"]).expect(0);
    assert!(ended.out.contains("secret.key holds it"), "{}", ended.out);
    assert_eq!(expect_all(folder.path(), SECRETS).await, 1);
    assert!(!folder.path().join("data/secret.key.next").exists());
}

#[test]
fn in_a_folder_without_a_database_it_makes_none() {
    let folder = tempfile::tempdir().unwrap();
    let refused = tenon(folder.path(), &["rotate-key"]).expect(1);
    assert!(
        refused.errors.contains("There is no database in data"),
        "{}",
        refused.errors
    );
    assert!(!folder.path().join("data").exists());
}
