//! The names that a `settings.json` gives the files of a package (spec section H): the command lines of the original
//! find them by it.

use serde_json::Value;

use super::{Entry, take};
use crate::document::Document;

/// The name of the file.
const SETTINGS_FILE: &str = "settings.json";

/// What the files of a package are called.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) definition: Option<String>,
    pub(super) properties: Option<String>,
    pub(super) icon: Option<String>,
    pub(super) script: Option<String>,
}

impl Names {
    /// The names that settings give; none where they are no JSON, which says nothing of the files.
    fn of(settings: &[u8]) -> Self {
        let Ok((document, _)) = Document::read(settings) else {
            return Self::default();
        };
        let named = |key: &str| safe(document.root().get(key)?);
        Self {
            definition: named("apiDefinition"),
            properties: named("apiProperties"),
            icon: named("icon"),
            script: named("script"),
        }
    }

    /// The names that the settings among these files give, from the root of the package on.
    pub(super) fn among(entries: &[Entry]) -> Self {
        let mut found = entries
            .iter()
            .filter(|entry| entry.is_called(SETTINGS_FILE));
        let (Some(only), None) = (found.next(), found.next()) else {
            return Self::default();
        };
        let folder = only.split().0;
        let names = Self::of(&only.bytes);
        let from_root = |name: Option<String>| Some(format!("{folder}{}", name?));
        Self {
            definition: from_root(names.definition),
            properties: from_root(names.properties),
            icon: from_root(names.icon),
            script: from_root(names.script),
        }
    }

    /// Whether the definition is named, and is there.
    pub(super) fn has_definition(&self, entries: &[Entry]) -> bool {
        let is_it = |entry: &Entry| self.definition.as_ref() == Some(&entry.name);
        entries.iter().any(is_it)
    }
}

/// The name that a package's `settings.json` gives its definition; none where it gives none that stays in the folder.
#[must_use]
pub fn named_definition(settings: &[u8]) -> Option<String> {
    Names::of(settings).definition
}

/// A name that does not lead out of its folder, with `/` between folders.
fn safe(name: &Value) -> Option<String> {
    let name = name.as_str()?.replace('\\', "/");
    let name = name.strip_prefix("./").unwrap_or(&name);
    let leads_out = name.split('/').any(|part| matches!(part, "" | "." | ".."));
    (!leads_out && !name.contains([':', '\0'])).then(|| name.to_owned())
}

/// Takes the file of this name, if one is given and there, else the first of the usual names in the folder.
pub(super) fn take_named(
    entries: &mut Vec<Entry>,
    named: Option<&String>,
    folder: &str,
    usual: &[&str],
) -> Option<Entry> {
    let at = named.and_then(|name| entries.iter().position(|entry| entry.name == *name));
    match at {
        Some(at) => Some(entries.remove(at)),
        None => take(entries, folder, usual),
    }
}
