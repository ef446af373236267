//! One key in place of another: all secrets are sealed anew, some at a time.
//!
//! The steps are in an order in which the work may be cut off anywhere: the new key is on the disk before the database
//! says that it follows, that is said before the first secret is sealed with it, the database calls it the key in use
//! only once no secret needs the one before, and only then does its file take the other's place. Whoever starts the
//! command again goes on where it was cut off.

use std::path::PathBuf;

use secrecy::ExposeSecret;
use thiserror::Error;

use super::{KeyError, KeySource};
use crate::config::Config;
use crate::store::{SealedAt, SealedValue, Store, StoreError};
use crate::vault::{MARK_BYTES, Place, SIGN_IN_FIELD, Vault, VaultError, holder_of_connector};

/// How many secrets are sealed anew in one transaction.
const BATCH: i64 = 200;

/// Why the key could not be replaced.
#[derive(Debug, Error)]
pub enum RotationError {
    /// There is nothing to work on.
    #[error(
        "There is no database in {0}. Run the command with the configuration of the server (TENON_DATA, DATABASE_URL, tenon.toml)."
    )]
    NoDatabase(PathBuf),
    /// The configuration holds the key, so that nobody would know of a new one.
    #[error(
        "TENON_SECRET_KEY gives the key of this server, so the new one must be given, too: set TENON_NEXT_SECRET_KEY to what `openssl rand -base64 32` prints, for the server and for this command."
    )]
    NoNext,
    /// The new key is the old one.
    #[error("The new key is the one that is in use already. Give another one.")]
    SameKey,
    /// Another new key is on its way.
    #[error(
        "The database is being sealed with another new key (id {0}). End that first: run the command with it as TENON_NEXT_SECRET_KEY or as secret.key.next."
    )]
    OtherRotation(String),
    /// A secret cannot be opened.
    #[error(
        "{what} cannot be sealed anew: {cause} What was sealed anew before stays; run the command again then."
    )]
    Secret {
        /// Which one.
        what: String,
        /// Why.
        cause: VaultError,
    },
    /// A key cannot be used.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotated {
    /// How many secrets were sealed anew.
    pub secrets: usize,
    /// The id of the key in use.
    pub key_id: String,
    /// Whether the configuration holds the key, and has to be changed by hand.
    pub is_configured: bool,
}

/// Puts a new key in place of the one that the configuration leads to.
///
/// # Errors
/// When a key or the database cannot be used. What was done before stays, and every secret can be opened with one of
/// the two keys.
pub async fn rotate(config: &Config) -> Result<Rotated, RotationError> {
    if config.database_url.is_none() && !config.data.join("tenon.db").is_file() {
        return Err(RotationError::NoDatabase(config.data.clone()));
    }
    let store = match &config.database_url {
        Some(url) => Store::open(url.expose_secret()).await?,
        None => Store::in_folder(&config.data).await?,
    };
    let rotated = all(&store, config).await;
    store.close().await;
    rotated
}

async fn all(store: &Store, config: &Config) -> Result<Rotated, RotationError> {
    let Some(rotation) = Rotation::begin(store, config).await? else {
        let source = KeySource::of(config);
        return settled(source, 0).await;
    };
    let mut secrets = 0;
    loop {
        match rotation.next_batch(BATCH).await? {
            0 if rotation.end().await? => break,
            done => secrets += done,
        }
    }
    settled(rotation.source, secrets).await
}

/// Puts the file of the new key in its place, where there is one.
async fn settled(source: KeySource, secrets: usize) -> Result<Rotated, RotationError> {
    let is_configured = source.configured.is_some();
    let key_id = source
        .read(move |own| {
            let vault = Vault::open_kept(&own.data, own.configured.as_ref(), own.next.as_ref())?;
            if !is_configured {
                Vault::settle(&own.data)?;
            }
            Ok(vault.next_key_id().unwrap_or_else(|| vault.key_id()))
        })
        .await?;
    Ok(Rotated {
        secrets,
        key_id,
        is_configured,
    })
}

/// A key on its way into the place of another.
pub(super) struct Rotation {
    store: Store,
    source: KeySource,
    vault: Vault,
    next: String,
}

impl Rotation {
    /// Makes sure of both keys, and says in the database that one follows the other. None where the database has the
    /// new key already, and its file alone is to be put in place.
    pub(super) async fn begin(
        store: &Store,
        config: &Config,
    ) -> Result<Option<Self>, RotationError> {
        let source = KeySource::of(config);
        let open = |own: KeySource| {
            Vault::open_kept(&own.data, own.configured.as_ref(), own.next.as_ref())
        };
        let vault = source.read(open).await?;
        if vault.next_key_id() == Some(vault.key_id()) {
            return Err(RotationError::SameKey);
        }
        let in_use = store.vault_key(&vault.key_id()).await?;
        if vault.next_key_id().as_ref() == Some(&in_use) {
            return Ok(None);
        }
        vault.check(&in_use).map_err(KeyError::from)?;
        if source.configured.is_some() && source.next.is_none() {
            return Err(RotationError::NoNext);
        }
        let begin = move |own: KeySource| {
            vault.with_new_key(&own.data, own.configured.is_some(), own.next.as_ref())
        };
        let vault = source.read(begin).await?;
        let next = vault.next_key_id().unwrap_or_default();
        let follows = store.begin_new_key(&next).await?;
        if follows != next {
            return Err(RotationError::OtherRotation(follows));
        }
        Ok(Some(Self {
            store: store.clone(),
            source,
            vault,
            next,
        }))
    }

    /// Seals at most so many secrets anew, all or none; how many.
    pub(super) async fn next_batch(&self, count: i64) -> Result<usize, RotationError> {
        let mark = self.mark()?;
        let values = self.store.sealed_otherwise(&mark, count).await?;
        let anew = values.into_iter().map(|value| {
            let sealed = self.anew(&value)?;
            Ok((value, sealed))
        });
        let anew: Vec<_> = anew.collect::<Result<_, RotationError>>()?;
        self.store.reseal(&anew).await?;
        Ok(anew.len())
    }

    /// Makes the new key the one in use, unless there are secrets that need the other; whether that was done.
    pub(super) async fn end(&self) -> Result<bool, RotationError> {
        Ok(self.store.end_new_key(&self.next, &self.mark()?).await?)
    }

    fn anew(&self, value: &SealedValue) -> Result<Vec<u8>, RotationError> {
        let (holder, field) = match &value.at {
            SealedAt::Value { connection, field } => (connection.clone(), field.as_str()),
            SealedAt::ClientSecret { connector, place } => {
                (holder_of_connector(connector), place.as_str())
            }
            SealedAt::SignIn { connection, .. } => (connection.clone(), SIGN_IN_FIELD),
        };
        let place = Place {
            environment: &value.environment,
            connection: &holder,
            field,
        };
        let opened = self.vault.unseal(place, &value.sealed);
        opened
            .and_then(|secret| self.vault.seal_with(&self.next, place, &secret))
            .map_err(|cause| RotationError::Secret {
                what: named(&value.at),
                cause,
            })
    }

    /// How everything begins that is sealed with the new key.
    fn mark(&self) -> Result<Vec<u8>, RotationError> {
        let place = Place {
            environment: "",
            connection: "",
            field: "",
        };
        let sealed = self.vault.seal_with(&self.next, place, &"".into());
        let mut sealed = sealed.map_err(KeyError::from)?;
        sealed.truncate(MARK_BYTES);
        Ok(sealed)
    }
}

/// A secret in words, without telling it.
fn named(at: &SealedAt) -> String {
    match at {
        SealedAt::Value { connection, field } => {
            format!("The value “{field}” of the connection {connection}")
        }
        SealedAt::ClientSecret { connector, .. } => {
            format!("The client secret of the connector {connector}")
        }
        SealedAt::SignIn { connection, .. } => {
            format!("The sign-in under way of the connection {connection}")
        }
    }
}
