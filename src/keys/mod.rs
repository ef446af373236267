//! The keys of the vault, and the database that knows which of them is in use.
//!
//! While `tenon rotate-key` puts one key in place of another, values are sealed with either, and servers that run
//! meanwhile go on: they open with both, and look for a key that they do not know where keys are kept.

mod rotation;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;

use secrecy::SecretString;
use thiserror::Error;
use tokio::sync::RwLock;

use crate::config::Config;
use crate::store::{Store, StoreError};
use crate::vault::{Place, Vault, VaultError, key_of};

pub use rotation::{Rotated, RotationError, rotate};

/// Why a secret cannot be sealed or opened.
#[derive(Debug, Error)]
pub enum KeyError {
    /// The vault refuses.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Reading the keys was ended from outside.
    #[error("The server ends before the keys were read. Start it again.")]
    Ended,
}

/// Where the keys are kept.
#[derive(Clone, Debug)]
pub(crate) struct KeySource {
    data: PathBuf,
    configured: Option<SecretString>,
    next: Option<SecretString>,
}

impl KeySource {
    pub(crate) fn of(config: &Config) -> Self {
        Self {
            data: config.data.clone(),
            configured: config.secret_key.clone(),
            next: config.next_secret_key.clone(),
        }
    }

    /// Reads the keys, in a thread that may wait for the disk.
    async fn read<T: Send + 'static>(
        &self,
        with: impl FnOnce(Self) -> Result<T, VaultError> + Send + 'static,
    ) -> Result<T, KeyError> {
        let own = self.clone();
        let read = tokio::task::spawn_blocking(move || with(own)).await;
        Ok(read.map_err(|_| KeyError::Ended)??)
    }

    async fn vault(&self) -> Result<Vault, KeyError> {
        let open = |own: Self| Vault::open(&own.data, own.configured.as_ref(), own.next.as_ref());
        self.read(open).await
    }
}

/// Seals and opens secrets with the keys of the database.
#[derive(Clone, Debug)]
pub struct Keys {
    store: Store,
    source: KeySource,
    vault: Arc<RwLock<Vault>>,
}

impl Keys {
    /// Opens the keys of a database. The first key that comes to one becomes its key.
    ///
    /// # Errors
    /// When a key is missing that secrets of the database are sealed with.
    pub async fn open(store: &Store, config: &Config) -> Result<Self, KeyError> {
        let source = KeySource::of(config);
        let vault = source.vault().await?;
        vault.check(&store.vault_key(&vault.key_id()).await?)?;
        expect_keys(store, &vault).await?;
        Ok(Self {
            store: store.clone(),
            source,
            vault: Arc::new(RwLock::new(vault)),
        })
    }

    /// Seals a secret for a place, with the key in use, or with the one that follows it as soon as that is known.
    ///
    /// # Errors
    /// When the server has no key of the database, or the database fails.
    pub async fn seal(&self, place: Place<'_>, secret: &SecretString) -> Result<Vec<u8>, KeyError> {
        let keys = self.store.keys().await?;
        let mut vault = self.vault.read().await.clone();
        let known = |vault: &Vault| {
            let mut ids = keys.next.iter().chain(&keys.own);
            ids.find(|id| vault.knows(id)).cloned()
        };
        if known(&vault).is_none() {
            vault = self.read_again().await?;
        }
        let key_id = known(&vault).or(keys.own).unwrap_or_else(|| vault.key_id());
        Ok(vault.seal_with(&key_id, place, secret)?)
    }

    /// Opens what was sealed for a place.
    ///
    /// # Errors
    /// When it was sealed with a key that the server has not or for another place, or was changed.
    pub async fn unseal(&self, place: Place<'_>, sealed: &[u8]) -> Result<SecretString, KeyError> {
        let opened = self.vault.read().await.unseal(place, sealed);
        match opened {
            Err(VaultError::OtherKey { .. }) => {
                Ok(self.read_again().await?.unseal(place, sealed)?)
            }
            opened => Ok(opened?),
        }
    }

    /// Looks for keys that were put in place since.
    async fn read_again(&self) -> Result<Vault, KeyError> {
        let vault = self.source.vault().await?;
        *self.vault.write().await = vault.clone();
        Ok(vault)
    }
}

/// Checks that all secrets of a database can be opened.
async fn expect_keys(store: &Store, vault: &Vault) -> Result<(), KeyError> {
    let is_half_replaced = store.keys().await?.next.is_some();
    for mark in store.sealing_marks().await? {
        // What is no sealed secret at all is said where it is opened, and keeps nobody from the rest.
        let Some(key_id) = key_of(&mark) else {
            continue;
        };
        if vault.knows(&key_id) {
            continue;
        }
        if is_half_replaced {
            return Err(VaultError::HalfReplaced { missing: key_id }.into());
        }
        vault.check(&key_id)?;
    }
    Ok(())
}
