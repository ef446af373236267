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

use self::key::Key;

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
    /// The key that is to follow is none.
    #[error(
        "TENON_NEXT_SECRET_KEY is not a key: it must be 32 random bytes in Base64, as `openssl rand -base64 32` prints them."
    )]
    Next,
    /// The key that is to follow is another one than that of the file.
    #[error(
        "TENON_NEXT_SECRET_KEY is another key than that of {0}, with which an earlier `tenon rotate-key` began. Leave the variable out to end that one first."
    )]
    OtherNext(PathBuf),
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
    /// The key is being replaced, and one of the two is not there.
    #[error(
        "The key of this database is being replaced, and secrets in it are sealed with a key (id {missing}) that is not here. End it with `tenon rotate-key`, or start with both keys: secret.key and secret.key.next, or TENON_SECRET_KEY and TENON_NEXT_SECRET_KEY."
    )]
    HalfReplaced {
        /// The id of the key that is missing.
        missing: String,
    },
    /// Changed, or sealed for another place.
    #[error(
        "A kept secret cannot be read: it was changed, or it belongs to another connection. Delete the connection and make it anew."
    )]
    Unreadable,
}

/// The field of what is kept of a sign-in that is under way.
pub const SIGN_IN_FIELD: &str = "oauth sign-in";

/// What stands for the connection where a secret belongs to a whole connector.
#[must_use]
pub fn holder_of_connector(connector: &str) -> String {
    format!("connector {connector}")
}

/// How many of the first bytes of a sealed secret tell which key it was sealed with.
pub const MARK_BYTES: usize = 1 + KEY_ID_BYTES;

/// The id of the key that a secret was sealed with; none where the bytes are no sealed secret.
#[must_use]
pub fn key_of(sealed: &[u8]) -> Option<String> {
    let (key_id, _) = sealed
        .strip_prefix(&[VERSION])?
        .split_at_checked(KEY_ID_BYTES)?;
    Some(hexadecimal(key_id))
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

/// Seals and opens secrets. It has one key, and a second one while that follows the first.
#[derive(Clone)]
pub struct Vault {
    own: Keyed,
    next: Option<Keyed>,
}

/// A key, ready for use.
#[derive(Clone)]
struct Keyed {
    cipher: XChaCha20Poly1305,
    id: [u8; KEY_ID_BYTES],
}

impl fmt::Debug for Vault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Vault")
            .field("key_id", &self.key_id())
            .field("next_key_id", &self.next_key_id())
            .finish_non_exhaustive()
    }
}

impl Vault {
    /// The vault of a data folder. The key is `configured` (Base64) where it is given, else that of
    /// the folder's `secret.key`, made when there is none; the key that follows is `next`, else that of
    /// `secret.key.next`, if there is one. Reads and writes files: for start-up.
    ///
    /// # Errors
    /// When there is no usable key.
    pub fn open(
        data: &Path,
        configured: Option<&SecretString>,
        next: Option<&SecretString>,
    ) -> Result<Self, VaultError> {
        let own = key::find(data, configured)?;
        Self::of(own, data, next)
    }

    /// The same, but never with a new key: for what works on secrets that are there.
    ///
    /// # Errors
    /// When there is no usable key.
    pub fn open_kept(
        data: &Path,
        configured: Option<&SecretString>,
        next: Option<&SecretString>,
    ) -> Result<Self, VaultError> {
        let own = key::kept(data, configured)?;
        Self::of(own, data, next)
    }

    fn of(own: Key, data: &Path, next: Option<&SecretString>) -> Result<Self, VaultError> {
        let next = key::next(data, next)?;
        Ok(Self {
            own: Keyed::of(&own),
            next: next.as_ref().map(Keyed::of),
        })
    }

    /// Makes the key that is to follow, or takes `given`, and keeps it as `secret.key.next` where the folder holds the
    /// key in use.
    ///
    /// # Errors
    /// When the system gives no random bytes, or the file cannot be written.
    pub fn with_new_key(
        &self,
        data: &Path,
        configured: bool,
        given: Option<&SecretString>,
    ) -> Result<Self, VaultError> {
        let next = key::begin(data, configured, given)?;
        Ok(Self {
            own: self.own.clone(),
            next: Some(Keyed::of(&next)),
        })
    }

    /// Puts the key that followed in the place of the one before, once nothing needs that any more.
    ///
    /// # Errors
    /// When the file cannot be put in its place.
    pub fn settle(data: &Path) -> Result<(), VaultError> {
        key::settle(data)
    }

    /// What tells this key from others, without telling the key.
    #[must_use]
    pub fn key_id(&self) -> String {
        hexadecimal(&self.own.id)
    }

    /// The same of the key that follows, where there is one.
    #[must_use]
    pub fn next_key_id(&self) -> Option<String> {
        self.next.as_ref().map(|next| hexadecimal(&next.id))
    }

    /// Whether it has the key of an id.
    #[must_use]
    pub fn knows(&self, key_id: &str) -> bool {
        self.keyed(key_id).is_some()
    }

    /// Checks the id of the key that a database's secrets were sealed with.
    ///
    /// # Errors
    /// When it is none of its keys.
    pub fn check(&self, sealed_with: &str) -> Result<(), VaultError> {
        self.key(sealed_with).map(drop)
    }

    /// Seals a secret for a place with the key in use.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn seal(&self, place: Place<'_>, secret: &SecretString) -> Result<Vec<u8>, VaultError> {
        self.own.seal(place, secret)
    }

    /// Seals a secret for a place with the key of an id.
    ///
    /// # Errors
    /// When it has no such key, or the system gives no random bytes.
    pub fn seal_with(
        &self,
        key_id: &str,
        place: Place<'_>,
        secret: &SecretString,
    ) -> Result<Vec<u8>, VaultError> {
        self.key(key_id)?.seal(place, secret)
    }

    /// Opens what was sealed for a place.
    ///
    /// # Errors
    /// When it was sealed with another key or for another place, or was changed.
    pub fn unseal(&self, place: Place<'_>, sealed: &[u8]) -> Result<SecretString, VaultError> {
        let key_id = key_of(sealed).ok_or(VaultError::Unreadable)?;
        self.key(&key_id)?.unseal(place, sealed)
    }

    fn keyed(&self, key_id: &str) -> Option<&Keyed> {
        let mut keys = std::iter::once(&self.own).chain(&self.next);
        keys.find(|key| hexadecimal(&key.id) == key_id)
    }

    fn key(&self, key_id: &str) -> Result<&Keyed, VaultError> {
        self.keyed(key_id).ok_or_else(|| VaultError::OtherKey {
            sealed_with: key_id.to_owned(),
            in_use: self.key_id(),
        })
    }
}

impl Keyed {
    fn of(key: &Key) -> Self {
        let bytes = key.expose_secret();
        let digest = Sha256::new()
            .chain_update(b"tenon vault key id\0")
            .chain_update(bytes)
            .finalize();
        let mut id = [0; KEY_ID_BYTES];
        id.iter_mut()
            .zip(digest.iter())
            .for_each(|(own, byte)| *own = *byte);
        Self {
            cipher: XChaCha20Poly1305::new(bytes.into()),
            id,
        }
    }

    fn seal(&self, place: Place<'_>, secret: &SecretString) -> Result<Vec<u8>, VaultError> {
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
        Ok([&[VERSION], self.id.as_slice(), &nonce, &sealed].concat())
    }

    fn unseal(&self, place: Place<'_>, sealed: &[u8]) -> Result<SecretString, VaultError> {
        let (nonce, ciphertext) = sealed
            .get(MARK_BYTES..)
            .and_then(|rest| rest.split_first_chunk::<NONCE_BYTES>())
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
        bytes.extend_from_slice(&self.id);
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
