//! The edits that lead from one tree to another.

use std::collections::HashMap;

use serde_json::Value;

use super::print::identical;
use super::row::{Name, Row, staying};
use super::{Action, Change, Edit, Path, Step};
use crate::sorting::by_number;
use crate::{Connector, Part};

/// The edits that make of `before` exactly `after`, the order of members included, and leave alone what
/// is the same in both. Parameters are told by name and location, other items of arrays by what they are.
#[must_use]
pub fn edits_between(part: Part, before: &Value, after: &Value) -> Vec<Edit> {
    let mut collected = Collected {
        part,
        edits: Vec::new(),
    };
    collected.compare(&Path::root(), before, after);
    collected.edits
}

impl Connector {
    /// The action that makes of this connector `other`, its icon, code and other files included.
    #[must_use]
    pub fn action_to(&self, other: &Self, label: impl Into<String>) -> Action {
        let edits = Part::ALL
            .into_iter()
            .flat_map(|part| edits_between(part, self.part(part).root(), other.part(part).root()));
        Action::new(label, edits.collect())
    }
}

struct Collected {
    part: Part,
    edits: Vec<Edit>,
}

impl Collected {
    fn add(&mut self, path: Path, change: Change) {
        self.edits.push(Edit {
            part: self.part,
            path,
            change,
        });
    }

    fn compare(&mut self, path: &Path, before: &Value, after: &Value) {
        if identical(before, after) {
            return;
        }
        match (Row::of(before), Row::of(after)) {
            (Some(old), Some(new)) if old.is_object == new.is_object => {
                self.compare_rows(path, &old, &new);
            }
            _ => {
                let change = Change::Put {
                    before: Some(before.clone()),
                    after: Some(after.clone()),
                    at: None,
                };
                self.add(path.clone(), change);
            }
        }
    }

    fn compare_rows<'v>(&mut self, path: &Path, old: &Row<'v>, new: &Row<'v>) {
        let wanted = new.places();
        let mut present = Present {
            names: old.names.clone(),
            values: old.values.clone(),
            is_object: old.is_object,
        };
        for (place, name) in old.names.iter().enumerate().rev() {
            if !wanted.contains_key(name) {
                let step = present.step(place);
                let change = Change::Put {
                    before: old.values.get(place).copied().cloned(),
                    after: None,
                    at: None,
                };
                present.remove(place);
                self.add(path.join(step), change);
            }
        }
        for place in 0..present.names.len() {
            let pair = present
                .names
                .get(place)
                .and_then(|name| wanted.get(name))
                .and_then(|index| Some((present.values.get(place)?, new.values.get(*index)?)));
            if let Some((before, after)) = pair {
                self.compare(&path.join(present.step(place)), before, after);
            }
        }
        // From here on the items are what they shall be; only their places are not.
        present.take_values(&wanted, new);
        self.arrange(path, &mut present, new, &wanted);
    }

    /// Puts in what is new, and moves what stands elsewhere.
    fn arrange<'v>(
        &mut self,
        path: &Path,
        present: &mut Present<'v>,
        new: &Row<'v>,
        wanted: &HashMap<&Name, usize>,
    ) {
        let places: Vec<usize> = present
            .names
            .iter()
            .filter_map(|name| wanted.get(name).copied())
            .collect();
        let stays = staying(&places);
        let mut movers: Vec<Name> = Vec::new();
        for (name, stays) in present.names.iter().zip(&stays) {
            if !stays {
                movers.push(name.clone());
            }
        }
        let movers = by_number(movers, |name| wanted.get(name).copied().unwrap_or_default());
        for name in &movers {
            let last = present.names.len().saturating_sub(1);
            self.move_to(path, present, name, last);
        }
        for (index, (name, value)) in new.names.iter().zip(&new.values).enumerate() {
            if present.names.get(index) == Some(name) {
                continue;
            }
            if present
                .names
                .get(index..)
                .is_some_and(|rest| rest.contains(name))
            {
                self.move_to(path, present, name, index);
                continue;
            }
            present.insert(index, name.clone(), value);
            let step = present.step(index);
            let change = Change::Put {
                before: None,
                after: Some((*value).clone()),
                at: Some(index),
            };
            self.add(path.join(step), change);
        }
    }

    fn move_to(&mut self, path: &Path, present: &mut Present<'_>, name: &Name, to: usize) {
        let Some(from) = present
            .names
            .iter()
            .position(|other| other == name)
            .filter(|from| *from != to)
        else {
            return;
        };
        let step = present.step(from);
        if let Some((name, value)) = present.remove(from) {
            present.insert(to, name, value);
        }
        self.add(path.join(step), Change::Move { to });
    }
}

/// A row as it is after the edits so far.
struct Present<'v> {
    names: Vec<Name>,
    values: Vec<&'v Value>,
    is_object: bool,
}

impl<'v> Present<'v> {
    /// The step to the value at a place.
    fn step(&self, place: usize) -> Step {
        if self.is_object {
            return self.names.get(place).map_or(Step::Index(place), Name::key);
        }
        let is_it = |value: &&Value, name: &str, location: &str| {
            value.get("name").and_then(Value::as_str) == Some(name)
                && value.get("in").and_then(Value::as_str) == Some(location)
        };
        let text = |key: &str| self.values.get(place)?.get(key)?.as_str();
        match (text("name"), text("in")) {
            (Some(name), Some(location))
                if self
                    .values
                    .iter()
                    .filter(|value| is_it(value, name, location))
                    .count()
                    == 1 =>
            {
                Step::Parameter {
                    name: name.to_owned(),
                    location: location.to_owned(),
                }
            }
            _ => Step::Index(place),
        }
    }

    fn remove(&mut self, place: usize) -> Option<(Name, &'v Value)> {
        (place < self.names.len()).then(|| (self.names.remove(place), self.values.remove(place)))
    }

    fn insert(&mut self, place: usize, name: Name, value: &'v Value) {
        let place = place.min(self.names.len());
        self.names.insert(place, name);
        self.values.insert(place, value);
    }

    fn take_values(&mut self, wanted: &HashMap<&Name, usize>, new: &Row<'v>) {
        for (name, value) in self.names.iter().zip(&mut self.values) {
            if let Some(after) = wanted.get(name).and_then(|index| new.values.get(*index)) {
                *value = after;
            }
        }
    }
}
