//! What a connector has, and a collection of requests has no place for.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Export;
use crate::ledger::{At, Fate};
use crate::policy::instances;
use crate::source::is_private;

/// The deepest place that is gone into, as in reading.
const MAX_DEPTH: usize = 160;

/// What pointers into the properties begin with.
const FILE: &str = "apiProperties.json#";

impl Export<'_> {
    /// Names what is left.
    pub(super) fn rest(&mut self) {
        let has_schemas = self
            .definition
            .get("definitions")
            .and_then(Value::as_object);
        if has_schemas.is_some_and(|all| !all.is_empty()) {
            let message =
                "Postman keeps no schemas: requests and answers have an example of each instead.";
            self.ledger
                .enter_in_english("/definitions", Fate::Lowered, message);
        }
        let mut found = BTreeMap::new();
        extensions(&At::root(), self.definition, &mut found);
        for (name, (pointer, count)) in found {
            let places = if count == 1 { "place" } else { "places" };
            let message =
                format!("Postman does not know “{name}”: it is left out at {count} {places}.");
            self.ledger
                .enter_in_english(pointer, Fate::Dropped, message);
        }
        let properties = self.connector.properties();
        for policy in instances(properties) {
            let pointer = format!("{FILE}{}", policy.path().pointer(properties));
            let message = format!("Postman has no policies: “{}” is left out.", policy.title());
            self.ledger
                .enter_in_english(pointer, Fate::Dropped, message);
        }
        if self.connector.script().is_some() {
            let message = "The custom code of the connector has no place in a collection.";
            self.ledger
                .enter_in_english("script.csx", Fate::Dropped, message);
        }
    }
}

/// Each extension by its name, with the first place where it stands and how many there are.
fn extensions(at: &At<'_>, value: &Value, found: &mut BTreeMap<String, (String, usize)>) {
    if at.depth() > MAX_DEPTH {
        return;
    }
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                let place = at.key(key);
                if is_private(key) {
                    continue;
                }
                if key.starts_with("x-") {
                    let entry = found.entry(key.clone());
                    entry.or_insert_with(|| (place.pointer(), 0)).1 += 1;
                } else {
                    extensions(&place, member, found);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                extensions(&at.key(&index.to_string()), item, found);
            }
        }
        _ => {}
    }
}
