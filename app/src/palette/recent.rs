//! What the browser remembers: what was chosen last, and whether keys without Ctrl count.

use leptos::prelude::window;

const RECENT: &str = "tenon.recent";
const SINGLE_KEYS: &str = "tenon.keys";

/// How many are remembered.
const MOST: usize = 8;

/// The keys of what was chosen, the last one first. They tell no titles: who uses the browser next may
/// not know of these connectors.
pub(super) fn recent() -> Vec<String> {
    let kept = read(RECENT).unwrap_or_default();
    kept.lines().take(MOST).map(str::to_owned).collect()
}

/// Remembers that something was chosen.
pub(super) fn remember(key: &str) {
    let mut keys = recent();
    keys.retain(|known| known != key);
    keys.insert(0, key.to_owned());
    keys.truncate(MOST);
    write(RECENT, &keys.join("\n"));
}

/// Whether keys without Ctrl count.
pub(super) fn single_keys() -> bool {
    read(SINGLE_KEYS).as_deref() != Some("off")
}

/// Remembers whether they do.
pub(super) fn keep_single_keys(wanted: bool) {
    write(SINGLE_KEYS, if wanted { "on" } else { "off" });
}

fn read(key: &str) -> Option<String> {
    let storage = window().local_storage().ok().flatten()?;
    storage.get_item(key).ok().flatten()
}

fn write(key: &str, value: &str) {
    // A browser that keeps nothing forgets it with the page.
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(key, value);
    }
}
