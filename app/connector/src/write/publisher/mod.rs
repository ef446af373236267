//! The layout of independent publishers: definition, properties and a readme with the headings that are asked for.
//!
//! It follows the rules of spec section I: the title says who publishes, all connectors have one colour
//! and none has an icon of its own.

mod readme;

use serde_json::{Value, json};

use super::package::{WriteError, files};
use crate::document::Path;
use crate::ledger::{Fate, Ledger};
use crate::read::{DEFINITION_FILE, PROPERTIES_FILE};
use crate::swagger::operations;
use crate::{Connector, Part};

/// The colour of all connectors of independent publishers (rule G09).
const COLOUR: &str = "#da3b01";
/// What their titles end with (rule G04).
const SUFFIX: &str = "(Independent Publisher)";
/// The name of the readme.
const README_FILE: &str = "readme.md";
/// The name of the custom code.
const SCRIPT_FILE: &str = "script.csx";

/// The files of a connector for an independent publisher, and what became of the rest.
#[derive(Clone, Debug)]
pub struct Published {
    /// The files by name, in the order in which they are written.
    pub files: Vec<(String, Vec<u8>)>,
    /// What of the connector did not come through as it was.
    pub ledger: Ledger,
}

/// Writes a connector in the layout of independent publishers, without secrets. The same connector gives the same bytes.
///
/// # Errors
/// When a kept file is damaged or two files have one name.
pub fn to_publisher(connector: &Connector) -> Result<Published, WriteError> {
    let mut ledger = Ledger::untouched(connector);
    let mut published = connector.clone();
    title(&mut published, &mut ledger);
    properties(&mut published, &mut ledger);
    let mut out = Vec::new();
    let mut readme = None;
    for (name, bytes) in files(&published)? {
        if name.eq_ignore_ascii_case(README_FILE) {
            readme = Some(bytes);
        } else if [DEFINITION_FILE, PROPERTIES_FILE, SCRIPT_FILE].contains(&name.as_str()) {
            out.push((name, bytes));
        } else if name.eq_ignore_ascii_case("settings.json") {
            // It is made for a package and says nothing of the connector.
        } else {
            let message = if name.starts_with("icon.") {
                "Connectors of independent publishers have the icon of all: this one is left out."
            } else {
                "The layout has no place for this file."
            };
            ledger.enter_in_english(name, Fate::Dropped, message);
        }
    }
    let text = readme::readme(&published, readme.as_deref(), &mut ledger);
    out.push((README_FILE.to_owned(), text.into_bytes()));
    ledger.operations_out = operations(published.definition()).count();
    Ok(Published { files: out, ledger })
}

fn title(connector: &mut Connector, ledger: &mut Ledger) {
    let title = connector.title().trim();
    if title.ends_with(SUFFIX) {
        return;
    }
    let title = format!("{title} {SUFFIX}");
    let message = format!("The title must end with “{SUFFIX}”.");
    let path = Path::of(["info", "title"]);
    put(connector, Part::Definition, &path, json!(title.trim()));
    ledger.enter_in_english("/info/title", Fate::Changed, message);
}

fn properties(connector: &mut Connector, ledger: &mut Ledger) {
    let person = publisher(connector);
    let owner = connector.title().replace(SUFFIX, "").trim().to_owned();
    let wanted = [
        (
            "iconBrandColor",
            COLOUR,
            true,
            "The colour of all connectors of independent publishers.",
        ),
        (
            "publisher",
            &person,
            false,
            "Who publishes the connector; put your name there.",
        ),
        (
            "stackOwner",
            &owner,
            false,
            "Who owns the service; put the name of its company there.",
        ),
    ];
    for (key, value, is_fixed, message) in wanted {
        let path = Path::of(["properties", key]);
        let present = path.get(connector.properties());
        let is_right = match present.and_then(Value::as_str) {
            Some(text) if is_fixed => text.eq_ignore_ascii_case(value),
            Some(text) => !text.trim().is_empty(),
            None => false,
        };
        if is_right {
            continue;
        }
        let fate = if present.is_some() {
            Fate::Changed
        } else {
            Fate::Added
        };
        put(connector, Part::Properties, &path, json!(value));
        ledger.enter_in_english(
            format!("{PROPERTIES_FILE}#/properties/{key}"),
            fate,
            message,
        );
    }
}

/// The name of who publishes: that of the contact, as far as it is known.
fn publisher(connector: &Connector) -> String {
    let of_properties = Path::of(["properties", "publisher"]).get(connector.properties());
    let of_contact = Path::of(["info", "contact", "name"]).get(connector.definition());
    let mut names = [of_properties, of_contact].into_iter().flatten();
    let name = names.find_map(|name| name.as_str().filter(|name| !name.trim().is_empty()));
    name.unwrap_or("Independent Publisher").to_owned()
}

/// Puts a value where there may be one; a document of another shape stays as it is.
fn put(connector: &mut Connector, part: Part, path: &Path, value: Value) {
    if let Some(edit) = connector.set(part, path, Some(value)) {
        // An edit that `set` made of this connector fits it.
        let _ = connector.apply(&edit);
    }
}
