//! One key in place of another: whole, cut off anywhere, and refused.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use secrecy::{ExposeSecret, SecretString};
use tempfile::TempDir;

use super::rotation::Rotation;
use super::{KeyError, Keys, RotationError, rotate};
use crate::config::Config;
use crate::store::tests::{Engine, ada, bare_engines, version};
use crate::store::{
    ConnectionStatus, DEFAULT_ENVIRONMENT, NewConnection, SignInUnderWay, Store, new_id,
};
use crate::vault::{Place, SIGN_IN_FIELD, VaultError, holder_of_connector};

/// A database with a secret of each kind, and the folder of its key.
struct Bench {
    engine: Engine,
    data: TempDir,
    config: Config,
    connector: String,
    connection: String,
}

fn key(byte: u8) -> SecretString {
    SecretString::from(BASE64.encode([byte; 32]))
}

impl Bench {
    async fn new(engine: Engine, secret_key: Option<SecretString>) -> Self {
        let data = tempfile::tempdir().unwrap();
        let config = Config {
            data: data.path().to_owned(),
            database_url: Some(SecretString::from(engine.url.clone())),
            secret_key,
            ..Config::default()
        };
        let ada = ada(&engine.store).await;
        let planes = version(&ada, "Planes");
        let connector = engine.store.add_connector(DEFAULT_ENVIRONMENT, &planes);
        let bench = Self {
            connector: connector.await.unwrap(),
            connection: new_id(),
            engine,
            data,
            config,
        };
        bench.fill(ada.id).await;
        bench
    }

    /// Where each secret belongs, and what it is.
    fn secrets(&self) -> [(String, &'static str, &'static str); 4] {
        let holder = holder_of_connector(&self.connector);
        [
            (self.connection.clone(), "api_key", "first"),
            (self.connection.clone(), "oauth/token", "second"),
            (holder, "/token", "third"),
            (self.connection.clone(), SIGN_IN_FIELD, "fourth"),
        ]
    }

    async fn fill(&self, person: String) {
        let store = &self.engine.store;
        let keys = Keys::open(store, &self.config).await.unwrap();
        let mut sealed = Vec::new();
        for (holder, field, secret) in self.secrets() {
            let place = place(&holder, field);
            sealed.push(keys.seal(place, &SecretString::from(secret)).await.unwrap());
        }
        let [first, second, third, fourth] = sealed.try_into().unwrap();
        let new = NewConnection {
            id: self.connection.clone(),
            connector: self.connector.clone(),
            person,
            name: "Mine".to_owned(),
            set: String::new(),
            status: ConnectionStatus::Good,
            values: vec![
                ("api_key".to_owned(), first),
                ("oauth/token".to_owned(), second),
            ],
        };
        store.add_connection(&new).await.unwrap();
        let kept = store.keep_client_secret(&self.connector, "/token", &third);
        kept.await.unwrap();
        let under_way = SignInUnderWay {
            state: "state".to_owned(),
            connection: self.connection.clone(),
            session: "session".to_owned(),
            sealed: fourth,
        };
        store.begin_sign_in(&under_way, 60_000).await.unwrap();
    }

    /// Every secret is what it was, for these keys.
    async fn expect_all(&self, keys: &Keys) {
        let all = self.engine.store.sealed_otherwise(b"", 10).await.unwrap();
        let client = self.engine.store.client_secret(&self.connector, "/token");
        let mut found = all
            .into_iter()
            .map(|value| value.sealed)
            .collect::<Vec<_>>();
        found.push(client.await.unwrap());
        assert_eq!(found.len(), 3);
        for (sealed, (holder, field, secret)) in found.iter().zip(self.secrets()) {
            let opened = keys.unseal(place(&holder, field), sealed).await.unwrap();
            assert_eq!(opened.expose_secret(), secret, "{}", self.engine.name);
        }
    }

    async fn keys(&self) -> Result<Keys, KeyError> {
        Keys::open(&self.engine.store, &self.config).await
    }

    fn files(&self) -> Vec<String> {
        let names = fs::read_dir(self.data.path()).unwrap();
        let mut names: Vec<_> = names
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn place<'a>(holder: &'a str, field: &'a str) -> Place<'a> {
    Place {
        environment: DEFAULT_ENVIRONMENT,
        connection: holder,
        field,
    }
}

/// The configuration with the key of another folder.
fn with_key_of(config: &Config, folder: &Path) -> Config {
    let text = fs::read_to_string(folder.join("secret.key")).unwrap();
    Config {
        data: folder.join("elsewhere"),
        secret_key: Some(SecretString::from(text)),
        ..config.clone()
    }
}

#[tokio::test]
async fn every_secret_opens_with_the_new_key_and_the_old_one_is_refused() {
    for engine in bare_engines().await {
        let bench = Bench::new(engine, None).await;
        let old = with_key_of(&bench.config, bench.data.path());
        let running = bench.keys().await.unwrap();
        let rotated = rotate(&bench.config).await.unwrap();
        assert_eq!((rotated.secrets, rotated.is_configured), (4, false));
        assert_eq!(bench.files(), ["secret.key"]);
        let file = bench.data.path().join("secret.key");
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600);
        bench.expect_all(&bench.keys().await.unwrap()).await;
        // A server that has been running all along finds the new key by itself.
        bench.expect_all(&running).await;
        let place = place(&bench.connection, "api_key");
        let late = running
            .seal(place, &SecretString::from("first"))
            .await
            .unwrap();
        let put = bench
            .engine
            .store
            .put_connection_value(&bench.connection, "api_key", &late);
        put.await.unwrap();
        let refused = Keys::open(&bench.engine.store, &old).await.unwrap_err();
        assert!(
            matches!(&refused, KeyError::Vault(VaultError::OtherKey { sealed_with, .. })
                if *sealed_with == rotated.key_id),
            "{refused}"
        );
        let again = rotate(&bench.config).await.unwrap();
        assert_ne!(again.key_id, rotated.key_id);
        bench.expect_all(&bench.keys().await.unwrap()).await;
    }
}

#[tokio::test]
async fn wherever_it_is_cut_off_the_database_opens_and_the_next_one_ends_it() {
    for cut in 0..6 {
        for engine in bare_engines().await {
            let bench = Bench::new(engine, None).await;
            let old = with_key_of(&bench.config, bench.data.path());
            let running = bench.keys().await.unwrap();
            let store = &bench.engine.store;
            {
                let rotation = Rotation::begin(store, &bench.config)
                    .await
                    .unwrap()
                    .unwrap();
                for _batch in 0..cut.min(4) {
                    assert_eq!(rotation.next_batch(1).await.unwrap(), 1);
                }
                if cut == 5 {
                    assert!(rotation.end().await.unwrap());
                }
            }
            assert_eq!(bench.files(), ["secret.key", "secret.key.next"]);
            let keys = bench.keys().await.unwrap();
            bench.expect_all(&keys).await;
            bench.expect_all(&running).await;
            let place = place(&bench.connection, "api_key");
            let sealed = keys
                .seal(place, &SecretString::from("first"))
                .await
                .unwrap();
            let put = store.put_connection_value(&bench.connection, "api_key", &sealed);
            put.await.unwrap();
            match (cut, Keys::open(store, &old).await) {
                (5, Err(KeyError::Vault(VaultError::OtherKey { .. }))) => {}
                (0..5, Err(KeyError::Vault(VaultError::HalfReplaced { .. }))) => {}
                (_, other) => panic!("{cut}: {other:?}"),
            }
            rotate(&bench.config).await.unwrap();
            assert_eq!(bench.files(), ["secret.key"]);
            let keys = bench.keys().await.unwrap();
            bench.expect_all(&keys).await;
            assert_eq!(store.sealing_marks().await.unwrap().len(), 1);
            assert!(store.keys().await.unwrap().next.is_none());
        }
    }
}

#[tokio::test]
async fn a_wrong_key_changes_nothing() {
    for engine in bare_engines().await {
        let bench = Bench::new(engine, None).await;
        let before = bench.engine.store.sealed_otherwise(b"", 10).await.unwrap();
        let wrong = Config {
            secret_key: Some(key(1)),
            next_secret_key: Some(key(2)),
            ..bench.config.clone()
        };
        let refused = rotate(&wrong).await.unwrap_err();
        let is_other = matches!(
            refused,
            RotationError::Key(KeyError::Vault(VaultError::OtherKey { .. }))
        );
        assert!(is_other, "{refused}");
        let lost = tempfile::tempdir().unwrap();
        let without = Config {
            data: lost.path().to_owned(),
            ..bench.config.clone()
        };
        let refused = rotate(&without).await.unwrap_err();
        let is_missing = matches!(
            refused,
            RotationError::Key(KeyError::Vault(VaultError::File { .. }))
        );
        assert!(is_missing, "{refused}");
        assert_eq!(
            fs::read_dir(lost.path()).unwrap().count(),
            0,
            "no key was made"
        );
        let after = bench.engine.store.sealed_otherwise(b"", 10).await.unwrap();
        assert_eq!(before, after);
        assert!(bench.engine.store.keys().await.unwrap().next.is_none());
        assert_eq!(bench.files(), ["secret.key"]);
    }
}

#[tokio::test]
async fn a_database_without_secrets_gets_a_new_key_too() {
    let data = tempfile::tempdir().unwrap();
    let config = Config {
        data: data.path().to_owned(),
        ..Config::default()
    };
    let refused = rotate(&config).await.unwrap_err();
    assert!(matches!(refused, RotationError::NoDatabase(_)), "{refused}");
    assert_eq!(
        fs::read_dir(data.path()).unwrap().count(),
        0,
        "nothing was made"
    );
    let store = Store::in_folder(data.path()).await.unwrap();
    let keys = Keys::open(&store, &config).await.unwrap();
    let before = store.keys().await.unwrap();
    drop(keys);
    let rotated = rotate(&config).await.unwrap();
    assert_eq!(rotated.secrets, 0);
    let after = store.keys().await.unwrap();
    assert_ne!(before.own, after.own);
    assert_eq!(after.own, Some(rotated.key_id));
    assert!(Keys::open(&store, &config).await.is_ok());
}

#[tokio::test]
async fn keys_of_the_configuration_follow_each_other_without_files() {
    for engine in bare_engines().await {
        let bench = Bench::new(engine, Some(key(1))).await;
        let refused = rotate(&bench.config).await.unwrap_err();
        assert!(matches!(refused, RotationError::NoNext), "{refused}");
        let given = |own: u8, next: Option<u8>| Config {
            secret_key: Some(key(own)),
            next_secret_key: next.map(key),
            ..bench.config.clone()
        };
        let refused = rotate(&given(1, Some(1))).await.unwrap_err();
        assert!(matches!(refused, RotationError::SameKey), "{refused}");
        let store = &bench.engine.store;
        let running = Keys::open(store, &given(1, Some(2))).await.unwrap();
        let cut_off = Rotation::begin(store, &given(1, Some(2)))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(cut_off.next_batch(1).await.unwrap(), 1);
        let refused = rotate(&given(1, Some(3))).await.unwrap_err();
        assert!(
            matches!(refused, RotationError::OtherRotation(_)),
            "{refused}"
        );
        let rotated = rotate(&given(1, Some(2))).await.unwrap();
        assert_eq!((rotated.secrets, rotated.is_configured), (3, true));
        bench.expect_all(&running).await;
        let keys = Keys::open(store, &given(2, None)).await.unwrap();
        bench.expect_all(&keys).await;
        assert!(Keys::open(store, &given(1, None)).await.is_err());
        assert!(bench.files().is_empty(), "{:?}", bench.files());
        let done = rotate(&given(1, Some(2))).await.unwrap();
        assert_eq!((done.secrets, done.key_id), (0, rotated.key_id));
    }
}

#[tokio::test]
async fn a_secret_that_cannot_be_opened_is_named() {
    for engine in bare_engines().await {
        let bench = Bench::new(engine, None).await;
        let store = &bench.engine.store;
        let values = store.connection_values(&bench.connection).await.unwrap();
        let mut damaged = values[1].1.clone();
        *damaged.last_mut().unwrap() ^= 1;
        let put = store.put_connection_value(&bench.connection, "oauth/token", &damaged);
        put.await.unwrap();
        let refused = rotate(&bench.config).await.unwrap_err().to_string();
        assert!(
            refused.contains("“oauth/token”") && refused.contains(&bench.connection),
            "{refused}"
        );
        assert!(bench.keys().await.is_ok(), "the server starts all the same");
        store.delete_connection(&bench.connection).await.unwrap();
        assert_eq!(rotate(&bench.config).await.unwrap().secrets, 1);
    }
}
