//! The key of the vault: made on first start and kept in the data folder, or given by the
//! configuration.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use secrecy::{ExposeSecret, SecretBox, SecretString};

use super::VaultError;

/// The file in the data folder.
const FILE: &str = "secret.key";

/// 32 random bytes.
pub(super) type Key = SecretBox<[u8; 32]>;

/// The key that the configuration gives, else the one in the data folder, which is made when there
/// is none.
pub(super) fn find(data: &Path, configured: Option<&SecretString>) -> Result<Key, VaultError> {
    if let Some(text) = configured {
        return decode(text.expose_secret()).ok_or(VaultError::Configured);
    }
    let path = data.join(FILE);
    match read(&path) {
        Err(VaultError::File { cause, .. }) if cause.kind() == io::ErrorKind::NotFound => {
            make(data, &path)?;
            read(&path)
        }
        read => read,
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

/// Writes a new key beside its place and links it there: the file appears whole or not at all, and
/// never over another one. Of two servers that start at once, both go on with the same key.
fn make(data: &Path, path: &Path) -> Result<(), VaultError> {
    let failed = |path: &Path, cause| VaultError::File {
        path: path.to_owned(),
        cause,
    };
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(data)
        .map_err(|cause| failed(data, cause))?;
    let mut key = [0; 32];
    getrandom::fill(&mut key).map_err(|_| VaultError::Random)?;
    let text = SecretString::from(BASE64.encode(key));
    let draft: PathBuf = data.join(format!("{FILE}.{}", uuid::Uuid::now_v7()));
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
