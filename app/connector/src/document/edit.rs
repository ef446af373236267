//! Edits: the only way in which a document changes.
//!
//! An edit says what it found and what it leaves, so that it can be inverted, and so that one made
//! on an older version is refused, not misapplied, where somebody else changed the same thing.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use thiserror::Error;

use super::print::identical;
use super::{MAX_DEPTH, Path, Step};
use crate::Part;

/// One change at one place of one part of a connector.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// The part of the connector that changes.
    pub part: Part,
    /// The place that changes.
    pub path: Path,
    /// What happens there.
    pub change: Change,
}

/// What an [`Edit`] does at its path.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Change {
    /// Insert (`before` is none), replace, or remove (`after` is none) a value.
    Put {
        /// The value that must be there now.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "some_value")]
        before: Option<Value>,
        /// The value that is there afterwards.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "some_value")]
        after: Option<Value>,
        /// Where a new member or a new parameter goes among its siblings; none: last.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<usize>,
    },
    /// Give a member of an object another key, in its place.
    Rename {
        /// The new key.
        to: String,
    },
    /// Give a member or an item another place among its siblings.
    Move {
        /// Its place afterwards, counted from 0.
        to: usize,
    },
}

/// What a [`Change::Put`] says.
#[derive(Clone, Copy)]
pub(crate) struct Put<'c> {
    pub(crate) before: Option<&'c Value>,
    pub(crate) after: Option<&'c Value>,
    pub(crate) at: Option<usize>,
}

impl Change {
    pub(crate) fn put(&self) -> Option<Put<'_>> {
        let Self::Put { before, after, at } = self else {
            return None;
        };
        Some(Put {
            before: before.as_ref(),
            after: after.as_ref(),
            at: *at,
        })
    }

    /// Whether it leaves everything as it is, the order of members included.
    pub(crate) fn is_nothing(&self) -> bool {
        self.put().is_some_and(|put| match (put.before, put.after) {
            (Some(before), Some(after)) => identical(before, after),
            (before, after) => before.is_none() && after.is_none(),
        })
    }
}

/// Values travel as JSON text within the edit. So they arrive as they are, whatever reads the rest:
/// `null` is a value and not the lack of one, and numbers keep their spelling (the reader of the
/// envelope may write `1E3` as `1e+3`).
mod some_value {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};
    use serde_json::Value;

    pub(super) fn serialize<S: Serializer>(
        value: &Option<Value>,
        out: S,
    ) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => out.collect_str(value),
            None => out.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        input: D,
    ) -> Result<Option<Value>, D::Error> {
        let text = String::deserialize(input)?;
        match crate::document::parse::parse(&text) {
            Ok(parsed) => Ok(Some(parsed.root)),
            Err(fault) => Err(D::Error::custom(fault.words)),
        }
    }
}

/// One user action: a name for Undo and the edits that it makes, all or none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Action {
    /// What the maker did, as the Undo button names it: "Change summary".
    pub label: String,
    /// The edits, in order.
    pub edits: Vec<Edit>,
}

impl Action {
    /// An action of these edits.
    #[must_use]
    pub fn new(label: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self {
            label: label.into(),
            edits,
        }
    }
}

/// Why an edit could not be applied. The document is then as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EditError {
    /// There is nothing to change at the place, or nothing to put it into.
    #[error("{path} is not there any more. Reload to see the connector as it is now.")]
    Missing {
        /// The place.
        path: Path,
    },
    /// The value is not the one that the edit was made on.
    #[error(
        "{path} was changed by somebody else meanwhile. Choose which of the two values to keep."
    )]
    Changed {
        /// The place.
        path: Path,
    },
    /// A member of that name exists already.
    #[error("{path} exists already. Choose another name.")]
    Exists {
        /// The place.
        path: Path,
    },
    /// The document would be nested deeper than documents may be.
    #[error(
        "The value at {path} would nest the document more than {MAX_DEPTH} levels deep, the most that Tenon reads. Make it flatter."
    )]
    TooDeep {
        /// The place.
        path: Path,
    },
}

/// Applies one change to a tree and returns the edit's inverse: its path and its change.
pub(crate) fn apply(
    root: &mut Value,
    path: &Path,
    change: &Change,
) -> Result<(Path, Change), EditError> {
    let missing = || EditError::Missing { path: path.clone() };
    if let Change::Put {
        after: Some(value), ..
    } = change
        && !fits(value, MAX_DEPTH.saturating_sub(path.steps().len()))
    {
        return Err(EditError::TooDeep { path: path.clone() });
    }
    let Some((parent_path, last)) = path.split_last() else {
        return replace_root(root, change);
    };
    let places = concrete(root, &parent_path).ok_or_else(missing)?;
    let parent = descend(root, &places).ok_or_else(missing)?;
    let (step, inverse) = match (parent, last) {
        (Value::Object(members), Step::Key(key)) => change_member(members, key, change, path)?,
        (Value::Array(items), step) => change_item(items, step, change, path)?,
        _ => return Err(missing()),
    };
    Ok((renamed(root, &parent_path, &places).join(step), inverse))
}

/// Whether a value is nested at most `levels` deep.
fn fits(value: &Value, levels: usize) -> bool {
    let below = levels.checked_sub(1);
    match value {
        Value::Object(members) => {
            below.is_some_and(|levels| members.values().all(|value| fits(value, levels)))
        }
        Value::Array(items) => {
            below.is_some_and(|levels| items.iter().all(|value| fits(value, levels)))
        }
        _ => true,
    }
}

fn replace_root(root: &mut Value, change: &Change) -> Result<(Path, Change), EditError> {
    let Change::Put { before, after, at } = change else {
        return Err(EditError::Missing { path: Path::root() });
    };
    if before.as_ref().unwrap_or(&Value::Null) != root {
        return Err(EditError::Changed { path: Path::root() });
    }
    let old = std::mem::replace(root, after.clone().unwrap_or(Value::Null));
    Ok((
        Path::root(),
        Change::Put {
            before: after.clone(),
            after: before.is_some().then_some(old),
            at: *at,
        },
    ))
}

fn change_member(
    members: &mut Map<String, Value>,
    key: &str,
    change: &Change,
    path: &Path,
) -> Result<(Step, Change), EditError> {
    let missing = || EditError::Missing { path: path.clone() };
    let position = members.keys().position(|k| k == key);
    match change {
        Change::Put { before, after, at } => {
            if members.get(key) != before.as_ref() {
                return Err(EditError::Changed { path: path.clone() });
            }
            let old = match after {
                Some(value) if position.is_some() => members.insert(key.to_owned(), value.clone()),
                Some(value) => {
                    let at = at.unwrap_or(members.len()).min(members.len());
                    members.shift_insert(at, key.to_owned(), value.clone())
                }
                None => members.shift_remove(key),
            };
            // What stood there, not `before`: they are equal, but the order of members may differ.
            let inverse = Change::Put {
                before: after.clone(),
                after: old,
                at: position,
            };
            Ok((Step::from(key), inverse))
        }
        Change::Rename { to } => {
            let at = position.ok_or_else(missing)?;
            if members.contains_key(to) {
                return Err(EditError::Exists { path: path.clone() });
            }
            let value = members.shift_remove(key).ok_or_else(missing)?;
            members.shift_insert(at, to.clone(), value);
            Ok((
                Step::from(to.as_str()),
                Change::Rename { to: key.to_owned() },
            ))
        }
        Change::Move { to } => {
            let at = position.ok_or_else(missing)?;
            let value = members.shift_remove(key).ok_or_else(missing)?;
            members.shift_insert((*to).min(members.len()), key.to_owned(), value);
            Ok((Step::from(key), Change::Move { to: at }))
        }
    }
}

fn change_item(
    items: &mut Vec<Value>,
    step: &Step,
    change: &Change,
    path: &Path,
) -> Result<(Step, Change), EditError> {
    let missing = || EditError::Missing { path: path.clone() };
    let position = match step {
        Step::Index(index) => (*index < items.len()).then_some(*index),
        Step::Parameter { .. } => step.position_in(items),
        Step::Key(_) => return Err(missing()),
    };
    match change {
        Change::Put {
            before: None,
            after: Some(value),
            at,
        } => {
            let place = match step {
                Step::Index(index) if *index <= items.len() => *index,
                Step::Parameter { .. } if position.is_none() => {
                    at.unwrap_or(items.len()).min(items.len())
                }
                Step::Parameter { .. } => return Err(EditError::Exists { path: path.clone() }),
                _ => return Err(missing()),
            };
            items.insert(place, value.clone());
            let step = same_kind(step, items, place);
            Ok((
                step,
                Change::Put {
                    before: Some(value.clone()),
                    after: None,
                    at: None,
                },
            ))
        }
        Change::Put { before, after, .. } => {
            let place = position.ok_or_else(missing)?;
            if items.get(place) != before.as_ref() {
                return Err(EditError::Changed { path: path.clone() });
            }
            let Some(value) = after else {
                let old = items.remove(place);
                let inverse = Change::Put {
                    before: None,
                    after: Some(old),
                    at: Some(place),
                };
                // A twin of the removed item would be taken for it.
                let twin = step.position_in(items).is_some();
                let step = if twin {
                    Step::Index(place)
                } else {
                    step.clone()
                };
                return Ok((step, inverse));
            };
            let old = std::mem::replace(&mut items[place], value.clone());
            let inverse = Change::Put {
                before: after.clone(),
                after: Some(old),
                at: None,
            };
            Ok((same_kind(step, items, place), inverse))
        }
        Change::Move { to } => {
            let place = position.ok_or_else(missing)?;
            let value = items.remove(place);
            let to = (*to).min(items.len());
            items.insert(to, value);
            Ok((same_kind(step, items, to), Change::Move { to: place }))
        }
        Change::Rename { .. } => Err(missing()),
    }
}

/// The step that finds the item at `place` again, named as `step` names it where it can be.
fn same_kind(step: &Step, items: &[Value], place: usize) -> Step {
    match step {
        Step::Parameter { .. } => Step::of_item(items, place),
        _ => Step::Index(place),
    }
}

/// The path with every parameter replaced by its place.
fn concrete(root: &Value, path: &Path) -> Option<Vec<Step>> {
    let mut value = root;
    let mut places = Vec::with_capacity(path.steps().len());
    for step in path.steps() {
        places.push(match step {
            Step::Parameter { .. } => Step::Index(step.position(value)?),
            step => step.clone(),
        });
        value = step.get(value)?;
    }
    Some(places)
}

fn descend<'v>(root: &'v mut Value, places: &[Step]) -> Option<&'v mut Value> {
    places
        .iter()
        .try_fold(root, |value, step| step.get_mut(value))
}

/// The path that leads to `places` now: an edit inside a parameter may have changed its name.
fn renamed(root: &Value, path: &Path, places: &[Step]) -> Path {
    let mut value = Some(root);
    let steps = path.steps().iter().zip(places).map(|(step, place)| {
        let named = match (step, place, value) {
            (Step::Parameter { .. }, Step::Index(index), Some(Value::Array(items))) => {
                Step::of_item(items, *index)
            }
            _ => step.clone(),
        };
        value = value.and_then(|v| place.get(v));
        named
    });
    Path::of(steps.collect::<Vec<_>>())
}
