//! Secrets at rest: sealed with a key that the database does not hold.
//!
//! Each secret is sealed for one place (environment, connection, field): moved elsewhere it does not
//! open. Nothing here prints a secret or a key.

mod key;

#[cfg(test)]
mod tests;

use std::fmt;
use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use thiserror::Error;

/// The form of sealed bytes: this byte, key id, nonce, ciphertext with its tag.
const VERSION: u8 = 1;
const KEY_ID_BYTES: usize = 8;
const NONCE_BYTES: usize = 24;

/// Why a secret cannot be kept or read: what happened, where, and what to do.
#[derive(Debug, Error)]
pub enum VaultError {
    /// The configured key is none.
    #[error(
        "TENON_SECRET_KEY is not a key: it must be 32 random bytes in Base64, as `openssl rand -base64 32` prints them."
    )]
    Configured,
    /// The key file cannot be used.
    #[error(
        "The key file {path} cannot be used: {cause}. Make its folder writable for the account that runs Tenon, or set TENON_SECRET_KEY."
    )]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// Others than its owner may read the key file.
    #[error(
        "The key file {path} is open to others (mode {mode:o}). Close it with `chmod 600 {path}` and start again; if others may have read it, replace the secrets."
    )]
    Mode {
        /// The file.
        path: PathBuf,
        /// Its mode.
        mode: u32,
    },
    /// The key file holds no key.
    #[error(
        "The key file {0} holds no key. Restore it from a backup: without it, kept secrets cannot be read."
    )]
    Broken(PathBuf),
    /// The system gives no random bytes.
    #[error(
        "The system gives no random bytes, so nothing can be sealed. Check that the system's random device works."
    )]
    Random,
    /// Sealed with another key.
    #[error(
        "The secrets in the database were sealed with another key (id {sealed_with}) than the one in use (id {in_use}). Start with the secret.key or TENON_SECRET_KEY that belongs to this database."
    )]
    OtherKey {
        /// The id of the key that it was sealed with.
        sealed_with: String,
        /// The id of the key in use.
        in_use: String,
    },
    /// Changed, or sealed for another place.
    #[error(
        "A kept secret cannot be read: it was changed, or it belongs to another connection. Delete the connection and make it anew."
    )]
    Unreadable,
}

/// Where a secret belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The environment's id.
    pub environment: &'a str,
    /// The connection's id.
    pub connection: &'a str,
    /// The key of the connection parameter.
    pub field: &'a str,
}

/// Seals and opens secrets.
#[derive(Clone)]
pub struct Vault {
    cipher: XChaCha20Poly1305,
    key_id: [u8; KEY_ID_BYTES],
}

impl fmt::Debug for Vault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Vault")
            .field("key_id", &self.key_id())
            .finish_non_exhaustive()
    }
}

impl Vault {
    /// The vault of a data folder. The key is `configured` (Base64) where it is given, else that of
    /// the folder's `secret.key`, made when there is none. Reads and writes files: for start-up.
    ///
    /// # Errors
    /// When there is no usable key.
    pub fn open(data: &Path, configured: Option<&SecretString>) -> Result<Self, VaultError> {
        let key = key::find(data, configured)?;
        let bytes = key.expose_secret();
        let digest = Sha256::new()
            .chain_update(b"tenon vault key id\0")
            .chain_update(bytes)
            .finalize();
        let mut key_id = [0; KEY_ID_BYTES];
        key_id
            .iter_mut()
            .zip(digest.iter())
            .for_each(|(own, byte)| *own = *byte);
        Ok(Self {
            cipher: XChaCha20Poly1305::new(bytes.into()),
            key_id,
        })
    }

    /// What tells this key from others, without telling the key.
    #[must_use]
    pub fn key_id(&self) -> String {
        hexadecimal(&self.key_id)
    }

    /// Checks the id of the key that a database's secrets were sealed with.
    ///
    /// # Errors
    /// When it is another key than this one.
    pub fn check(&self, sealed_with: &str) -> Result<(), VaultError> {
        if sealed_with == self.key_id() {
            return Ok(());
        }
        Err(VaultError::OtherKey {
            sealed_with: sealed_with.to_owned(),
            in_use: self.key_id(),
        })
    }

    /// Seals a secret for a place.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn seal(&self, place: Place<'_>, secret: &SecretString) -> Result<Vec<u8>, VaultError> {
        let mut nonce = [0; NONCE_BYTES];
        getrandom::fill(&mut nonce).map_err(|_| VaultError::Random)?;
        let payload = Payload {
            msg: secret.expose_secret().as_bytes(),
            aad: &self.bound_to(place),
        };
        let sealed = self
            .cipher
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| VaultError::Unreadable)?;
        Ok([&[VERSION], self.key_id.as_slice(), &nonce, &sealed].concat())
    }

    /// Opens what was sealed for a place.
    ///
    /// # Errors
    /// When it was sealed with another key or for another place, or was changed.
    pub fn unseal(&self, place: Place<'_>, sealed: &[u8]) -> Result<SecretString, VaultError> {
        let (key_id, rest) = sealed
            .strip_prefix(&[VERSION])
            .and_then(|rest| rest.split_at_checked(KEY_ID_BYTES))
            .ok_or(VaultError::Unreadable)?;
        self.check(&hexadecimal(key_id))?;
        let (nonce, ciphertext) = rest
            .split_first_chunk::<NONCE_BYTES>()
            .ok_or(VaultError::Unreadable)?;
        let payload = Payload {
            msg: ciphertext,
            aad: &self.bound_to(place),
        };
        let plain = self
            .cipher
            .decrypt(&XNonce::from(*nonce), payload)
            .map_err(|_| VaultError::Unreadable)?;
        let text = String::from_utf8(plain).map_err(|_| VaultError::Unreadable)?;
        Ok(SecretString::from(text))
    }

    /// The associated data: each part with its length, so that no two places share it.
    fn bound_to(&self, place: Place<'_>) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        bytes.extend_from_slice(&self.key_id);
        for part in [place.environment, place.connection, place.field] {
            bytes.extend_from_slice(&part.len().to_be_bytes());
            bytes.extend_from_slice(part.as_bytes());
        }
        bytes
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
