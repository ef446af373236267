//! The key of the vault: made on first start and kept in the data folder, or given by the
//! configuration.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use secrecy::{ExposeSecret, ExposeSecretMut, SecretBox, SecretString};

use super::VaultError;

/// The file in the data folder.
const FILE: &str = "secret.key";
/// The file of the key that follows, as long as secrets are sealed with either.
const NEXT: &str = "secret.key.next";

/// 32 random bytes.
pub(super) type Key = SecretBox<[u8; 32]>;

/// The key that the configuration gives, else the one in the data folder, which is made when there
/// is none.
pub(super) fn find(data: &Path, configured: Option<&SecretString>) -> Result<Key, VaultError> {
    if let Some(text) = configured {
        return decode(text.expose_secret()).ok_or(VaultError::Configured);
    }
    let path = data.join(FILE);
    match read_if_there(&path)? {
        Some(key) => Ok(key),
        None => {
            make(data, FILE, &random()?)?;
            read(&path)
        }
    }
}

/// The same, but never a new one.
pub(super) fn kept(data: &Path, configured: Option<&SecretString>) -> Result<Key, VaultError> {
    match configured {
        Some(_) => find(data, configured),
        None => read(&data.join(FILE)),
    }
}

/// The key that follows, where there is one: the one given, else that of the folder.
pub(super) fn next(data: &Path, given: Option<&SecretString>) -> Result<Option<Key>, VaultError> {
    match given {
        Some(text) => decode(text.expose_secret())
            .map(Some)
            .ok_or(VaultError::Next),
        None => read_if_there(&data.join(NEXT)),
    }
}

/// The key that is to follow: the one given, else that with which it was begun before, else a new one. It is on the
/// disk before anything is sealed with it, unless the configuration holds the keys.
pub(super) fn begin(
    data: &Path,
    configured: bool,
    given: Option<&SecretString>,
) -> Result<Key, VaultError> {
    let path = data.join(NEXT);
    let begun = read_if_there(&path)?;
    let key = match (next(data, given)?, begun) {
        (Some(given), Some(begun)) if given.expose_secret() != begun.expose_secret() => {
            return Err(VaultError::OtherNext(path));
        }
        (_, Some(begun)) => return Ok(begun),
        (Some(given), None) => given,
        (None, None) => random()?,
    };
    if configured {
        return Ok(key);
    }
    make(data, NEXT, &key)?;
    // Of two that begin at once, both go on with the key that is there.
    let kept = read(&path)?;
    match given {
        Some(_) if kept.expose_secret() != key.expose_secret() => Err(VaultError::OtherNext(path)),
        _ => Ok(kept),
    }
}

/// Puts the key that followed in the place of the one before: one step, which a cut of the power leaves undone or done.
pub(super) fn settle(data: &Path) -> Result<(), VaultError> {
    let (from, to) = (data.join(NEXT), data.join(FILE));
    let moved = fs::rename(&from, &to).and_then(|()| File::open(data)?.sync_all());
    moved.map_err(|cause| VaultError::File { path: from, cause })
}

fn random() -> Result<Key, VaultError> {
    let mut key = SecretBox::new(Box::new([0; 32]));
    getrandom::fill(key.expose_secret_mut()).map_err(|_| VaultError::Random)?;
    Ok(key)
}

fn read_if_there(path: &Path) -> Result<Option<Key>, VaultError> {
    match read(path) {
        Err(VaultError::File { cause, .. }) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        read => read.map(Some),
    }
}

fn decode(text: &str) -> Option<Key> {
    let bytes = BASE64.decode(text.trim()).ok()?;
    let key: [u8; 32] = bytes.try_into().ok()?;
    Some(SecretBox::new(Box::new(key)))
}

fn read(path: &Path) -> Result<Key, VaultError> {
    let failed = |cause| VaultError::File {
        path: path.to_owned(),
        cause,
    };
    let mode = fs::metadata(path).map_err(failed)?.mode();
    if mode & 0o077 != 0 {
        return Err(VaultError::Mode {
            path: path.to_owned(),
            mode: mode & 0o777,
        });
    }
    let text = fs::read_to_string(path).map_err(failed)?;
    decode(&text).ok_or_else(|| VaultError::Broken(path.to_owned()))
}

/// Writes a key beside its place and links it there: the file appears whole or not at all, and
/// never over another one. Of two servers that start at once, both go on with the same key.
fn make(data: &Path, file: &str, key: &Key) -> Result<(), VaultError> {
    let path = &data.join(file);
    let failed = |path: &Path, cause| VaultError::File {
        path: path.to_owned(),
        cause,
    };
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(data)
        .map_err(|cause| failed(data, cause))?;
    let text = SecretString::from(BASE64.encode(key.expose_secret()));
    let draft: PathBuf = data.join(format!("{file}.{}", uuid::Uuid::now_v7()));
    let written = write(&draft, text.expose_secret()).and_then(|()| fs::hard_link(&draft, path));
    let tidied = fs::remove_file(&draft);
    match written {
        Err(cause) if cause.kind() != io::ErrorKind::AlreadyExists => Err(failed(path, cause)),
        _ => tidied
            .and_then(|()| File::open(data)?.sync_all())
            .map_err(|cause| failed(&draft, cause)),
    }
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    writeln!(file, "{text}")?;
    file.sync_all()
}
