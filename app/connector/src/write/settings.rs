//! `settings.json`, by which the command lines of the original find the files of a package.

use serde_json::{Value, json};

use crate::document::{Change, Document, Path};
use crate::read::{DEFINITION_FILE, PROPERTIES_FILE};

/// A `settings.json` for a package with these files (spec section H).
#[must_use]
pub fn settings(icon: Option<&str>, script: Option<&str>) -> Document {
    Document::new(json!({
        "connectorId": null,
        "environment": null,
        "apiProperties": PROPERTIES_FILE,
        "apiDefinition": DEFINITION_FILE,
        "icon": icon,
        "script": script,
        "powerAppsApiVersion": "2016-11-01",
        "powerAppsUrl": "https://api.powerapps.com"
    }))
}

/// The `settings.json` that came with a package, naming its files as they are written.
pub(super) fn mended(text: &[u8], icon: Option<&str>, script: Option<&str>) -> Option<String> {
    let (mut document, _) = Document::read(text).ok()?;
    let names = [
        ("apiProperties", Some(PROPERTIES_FILE)),
        ("apiDefinition", Some(DEFINITION_FILE)),
        ("icon", icon),
        ("script", script),
    ];
    for (key, name) in names {
        let name = name.map_or(Value::Null, |name| json!(name));
        let present = document.root().get(key).cloned();
        if present.as_ref().unwrap_or(&Value::Null) == &name {
            continue;
        }
        let change = Change::Put {
            before: present,
            after: Some(name),
            at: None,
        };
        document.apply(&Path::of([key]), &change).ok()?;
    }
    Some(document.to_text())
}
