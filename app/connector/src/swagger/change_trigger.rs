//! Changes of triggers, as edits (spec sections A.3 and D.1).

use serde_json::{Value, json};
use thiserror::Error;

use super::change::{OPERATION_ORDER, some_text};
use super::trigger::{Callback, Firing, callbacks, is_marked};
use super::{Operation, OperationKey, operations};
use crate::document::{Edit, Path};
use crate::{Connector, Part};

/// What an operation has because it is a trigger.
const TRIGGER_MEMBERS: [&str; 4] = [
    "x-ms-trigger",
    "x-ms-trigger-hint",
    "x-ms-trigger-metadata",
    "x-ms-notification",
];

const MARK: &str = "x-ms-notification-url";
const CONTENT: &str = "x-ms-notification-content";

/// Why a trigger cannot be changed so.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TriggerError {
    /// The body has no such property.
    #[error("The body of {key} has no property “{}”. Choose one that it has.", names.join("/"))]
    NoProperty {
        /// The operation.
        key: OperationKey,
        /// The names from the body to the property.
        names: Vec<String>,
    },
}

fn set(connector: &Connector, path: &Path, value: Option<Value>) -> Option<Edit> {
    connector.set_in_order(Part::Definition, path, value, OPERATION_ORDER)
}

/// The edits that make an operation a trigger that fires so.
#[must_use]
pub fn make_trigger(connector: &Connector, key: &OperationKey, firing: Firing) -> Vec<Edit> {
    if Operation::find(connector.definition(), key).is_none() {
        return Vec::new();
    }
    let place = key.location().join("x-ms-trigger");
    let edit = set(connector, &place, Some(json!(firing.as_str())));
    edit.into_iter().collect()
}

/// The edits that make a trigger an action: what only a trigger has goes, also from its own body
/// and, where no other trigger is on it, from its path. What is shared stays as it is.
#[must_use]
pub fn make_action(connector: &Connector, key: &OperationKey) -> Vec<Edit> {
    let place = key.location();
    let members = TRIGGER_MEMBERS.into_iter();
    let mut edits: Vec<Edit> = members
        .filter_map(|member| set(connector, &place.join(member), None))
        .collect();
    let own = callbacks(connector.definition(), key).into_iter();
    let own = own.filter(|c| c.schema.path().starts_with(&place) && is_marked(c.schema.json()));
    edits.extend(own.filter_map(|c| set(connector, &c.schema.path().join(MARK), None)));
    let mut all = operations(connector.definition());
    let is_other = |o: &Operation<'_>| o.is_trigger() && o.key().path == key.path && o.key() != key;
    if !all.any(|operation| is_other(&operation)) {
        edits.extend(set(connector, &content(key), None));
    }
    edits
}

fn content(key: &OperationKey) -> Path {
    Path::of(["paths", key.path.as_str(), CONTENT])
}

/// The edits that make the hint of a trigger `text`; an empty one takes it out.
#[must_use]
pub fn set_hint(connector: &Connector, key: &OperationKey, text: &str) -> Vec<Edit> {
    let place = key.location().join("x-ms-trigger-hint");
    set(connector, &place, some_text(text))
        .into_iter()
        .collect()
}

/// The edits that make the property at `names` of the body the one that takes the address to call:
/// marked, hidden and required; no other property of the body is marked then.
///
/// # Errors
/// When the body has no such property.
pub fn set_callback(
    connector: &Connector,
    key: &OperationKey,
    names: &[&str],
) -> Result<Vec<Edit>, TriggerError> {
    let all = callbacks(connector.definition(), key);
    let chosen = all.iter().find(|callback| callback.names == names);
    let chosen = chosen.filter(|callback| callback.holder.is_some());
    let chosen = chosen.ok_or_else(|| TriggerError::NoProperty {
        key: key.clone(),
        names: names.iter().map(ToString::to_string).collect(),
    })?;
    let is_other =
        |c: &&Callback<'_>| is_marked(c.schema.json()) && c.schema.path() != chosen.schema.path();
    let others = all.iter().filter(is_other);
    let mut places: Vec<Path> = others.map(|c| c.schema.path().join(MARK)).collect();
    places.sort();
    places.dedup();
    let mut edits: Vec<Edit> = places
        .iter()
        .filter_map(|place| set(connector, place, None))
        .collect();
    edits.extend(
        chosen
            .schema
            .set_keyword(connector, MARK, Some(json!(true))),
    );
    let hidden = Some(json!("internal"));
    edits.extend(
        chosen
            .schema
            .set_keyword(connector, "x-ms-visibility", hidden),
    );
    if let (Some(holder), Some(name)) = (&chosen.holder, chosen.names.last()) {
        edits.extend(holder.set_required(connector, name, true));
    }
    Ok(edits)
}

/// The edits that describe what the service sends, and its schema, in `x-ms-notification-content` of
/// the path; with neither it goes.
#[must_use]
pub fn set_notification_content(
    connector: &Connector,
    key: &OperationKey,
    description: &str,
    schema: Option<Value>,
) -> Vec<Edit> {
    let place = content(key);
    if Operation::find(connector.definition(), key).is_none() {
        return Vec::new();
    }
    let mut members = match connector.get(Part::Definition, &place) {
        Some(Value::Object(members)) => members.clone(),
        _ => serde_json::Map::new(),
    };
    for (member, value) in [("description", some_text(description)), ("schema", schema)] {
        match value {
            Some(value) => drop(members.insert(member.to_owned(), value)),
            None => drop(members.shift_remove(member)),
        }
    }
    let value = (!members.is_empty()).then_some(Value::Object(members));
    set(connector, &place, value).into_iter().collect()
}
