//! What the vault keeps, and what it refuses.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use proptest::prelude::*;
use secrecy::{ExposeSecret, SecretString};

use super::{Place, Vault, VaultError};

const PLACE: Place<'_> = Place {
    environment: "default",
    connection: "c1",
    field: "api_key",
};

fn vault(byte: u8) -> Vault {
    let key = SecretString::from(BASE64.encode([byte; 32]));
    Vault::open("/nowhere".as_ref(), Some(&key), None).unwrap()
}

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

#[test]
fn a_sealed_secret_opens_at_its_place_alone() {
    let vault = vault(1);
    let sealed = vault.seal(PLACE, &secret("planted-secret")).unwrap();
    assert_eq!(
        vault.unseal(PLACE, &sealed).unwrap().expose_secret(),
        "planted-secret"
    );
    let elsewhere = [
        Place {
            environment: "other",
            ..PLACE
        },
        Place {
            connection: "c2",
            ..PLACE
        },
        Place {
            field: "password",
            ..PLACE
        },
        // The same letters, divided otherwise.
        Place {
            environment: "defaultc",
            connection: "1",
            ..PLACE
        },
    ];
    for place in elsewhere {
        let error = vault.unseal(place, &sealed).unwrap_err();
        assert!(matches!(error, VaultError::Unreadable), "{place:?}");
    }
}

#[test]
fn sealed_bytes_do_not_hold_the_secret_and_never_repeat() {
    let vault = vault(1);
    let first = vault.seal(PLACE, &secret("planted-secret")).unwrap();
    let second = vault.seal(PLACE, &secret("planted-secret")).unwrap();
    assert_ne!(first, second);
    assert!(!first.windows(7).any(|piece| piece == b"planted"));
}

#[test]
fn another_key_is_told_from_damage() {
    let sealed = vault(1).seal(PLACE, &secret("x")).unwrap();
    let error = vault(2).unseal(PLACE, &sealed).unwrap_err();
    assert!(matches!(error, VaultError::OtherKey { .. }));
    assert!(vault(2).check(&vault(1).key_id()).is_err());
    assert!(vault(1).check(&vault(1).key_id()).is_ok());
}

#[test]
fn the_key_is_made_once_closed_to_others_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let first = Vault::open(&data, None, None).unwrap();
    let file = data.join("secret.key");
    assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600);
    assert_eq!(fs::read_dir(&data).unwrap().count(), 1);
    let second = Vault::open(&data, None, None).unwrap();
    assert_eq!(first.key_id(), second.key_id());
    let sealed = first.seal(PLACE, &secret("x")).unwrap();
    assert_eq!(second.unseal(PLACE, &sealed).unwrap().expose_secret(), "x");
}

#[test]
fn a_key_file_that_others_may_read_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    Vault::open(folder.path(), None, None).unwrap();
    let file = folder.path().join("secret.key");
    for mode in [0o640, 0o604, 0o620, 0o602, 0o644] {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        let error = Vault::open(folder.path(), None, None).unwrap_err();
        assert!(matches!(error, VaultError::Mode { .. }), "{mode:o}");
    }
}

#[test]
fn a_broken_key_is_refused_and_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    Vault::open(folder.path(), None, None).unwrap();
    let file = folder.path().join("secret.key");
    fs::write(&file, "half").unwrap();
    let error = Vault::open(folder.path(), None, None).unwrap_err();
    assert!(matches!(error, VaultError::Broken(_)));
    assert_eq!(fs::read_to_string(&file).unwrap(), "half");
    let short = secret("c2hvcnQ=");
    let error = Vault::open(folder.path(), Some(&short), None).unwrap_err();
    assert!(matches!(error, VaultError::Configured));
}

#[test]
fn nothing_that_is_printed_holds_a_secret() {
    let vault = vault(7);
    let key = BASE64.encode([7; 32]);
    assert!(!format!("{vault:?}").contains(&key));
    assert!(!format!("{:?}", secret("planted-secret")).contains("planted"));
}

proptest! {
    #[test]
    fn a_changed_byte_is_found(text in "\\PC{0,40}", at in 0_usize..200, change in 1_u8..=255) {
        let vault = vault(1);
        let mut sealed = vault.seal(PLACE, &secret(&text)).unwrap();
        let index = at % sealed.len();
        sealed[index] ^= change;
        prop_assert!(vault.unseal(PLACE, &sealed).is_err());
    }

    #[test]
    fn any_bytes_are_refused_without_harm(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
        prop_assert!(vault(1).unseal(PLACE, &bytes).is_err());
    }
}
