//! Where two trees differ: the smallest places that have a meaning of their own.

use std::collections::HashMap;

use serde_json::Value;

use super::{Entry, Kind, Subject, in_words, shortened};
use crate::Part;
use crate::document::row::{Name, Row};
use crate::document::{Path, Step, identical};
use crate::message::{Message, message};

use super::rules::EffectRule;

/// A place that differs.
pub(super) struct Changed<'v> {
    /// The steps from the trees that were compared.
    pub(super) steps: Vec<Step>,
    pub(super) before: Option<&'v Value>,
    pub(super) after: Option<&'v Value>,
    is_reordered: bool,
}

/// The places where two trees differ. An array of plain values (choices, names) is one place; the items
/// of other arrays are told apart by their names.
pub(super) fn changes<'v>(before: Option<&'v Value>, after: Option<&'v Value>) -> Vec<Changed<'v>> {
    let mut walk = Walk::default();
    walk.compare(before, after);
    // Not by recursion: trees may be deep.
    while let Some(pair) = walk.open.pop() {
        walk.steps.truncate(pair.depth);
        walk.steps.push(pair.step);
        walk.compare(pair.before, pair.after);
    }
    walk.found
}

/// Two values to be compared.
struct Pair<'v> {
    depth: usize,
    step: Step,
    before: Option<&'v Value>,
    after: Option<&'v Value>,
}

#[derive(Default)]
struct Walk<'v> {
    steps: Vec<Step>,
    /// What is still to be compared, the next at the end.
    open: Vec<Pair<'v>>,
    found: Vec<Changed<'v>>,
}

impl<'v> Walk<'v> {
    fn compare(&mut self, before: Option<&'v Value>, after: Option<&'v Value>) {
        match (before, after) {
            (None, None) => {}
            (Some(old), Some(new)) if identical(old, new) => {}
            (Some(old), Some(new)) => match (rows(old), rows(new)) {
                (Some(was), Some(now)) if was.is_object == now.is_object => {
                    self.open_rows(old, new, &was, &now);
                }
                _ => self.tell(before, after, same_items(old, new)),
            },
            _ => self.tell(before, after, false),
        }
    }

    fn open_rows(&mut self, old: &'v Value, new: &'v Value, was: &Row<'v>, now: &Row<'v>) {
        let (in_old, in_new) = (was.places(), now.places());
        let common = now.names.iter().filter_map(|name| in_old.get(name));
        if !common.is_sorted() {
            self.tell(Some(old), Some(new), true);
        }
        let first = self.open.len();
        // Items that nothing names are the same ones where they stand in the same place.
        let is_loose = |name: &Name, others: &HashMap<&Name, usize>| {
            !was.is_object && name.is_whole_item() && !others.contains_key(name)
        };
        let stays = |place: usize| {
            let loose = |row: &Row<'_>, others| {
                let name = row.names.get(place);
                name.is_some_and(|name| is_loose(name, others))
            };
            loose(was, &in_new) && loose(now, &in_old)
        };
        for (place, (name, value)) in was.names.iter().zip(&was.values).enumerate() {
            if !in_new.contains_key(name) && !stays(place) {
                self.open_pair(step(old, name, place), Some(value), None);
            }
        }
        for (place, (name, value)) in now.names.iter().zip(&now.values).enumerate() {
            let at = in_old.get(name).copied();
            let at = at.or_else(|| stays(place).then_some(place));
            let before = at.and_then(|at| was.values.get(at).copied());
            if before.is_none_or(|before| !identical(before, value)) {
                self.open_pair(step(new, name, place), before, Some(value));
            }
        }
        if let Some(opened) = self.open.get_mut(first..) {
            opened.reverse();
        }
    }

    fn open_pair(&mut self, step: Step, before: Option<&'v Value>, after: Option<&'v Value>) {
        self.open.push(Pair {
            depth: self.steps.len(),
            step,
            before,
            after,
        });
    }

    fn tell(&mut self, before: Option<&'v Value>, after: Option<&'v Value>, is_reordered: bool) {
        self.found.push(Changed {
            steps: self.steps.clone(),
            before,
            after,
            is_reordered,
        });
    }
}

/// The row of an object, or of an array that holds objects or arrays.
fn rows(value: &Value) -> Option<Row<'_>> {
    let is_plain = |items: &Vec<Value>| !items.iter().any(|v| v.is_object() || v.is_array());
    if value.as_array().is_some_and(is_plain) {
        return None;
    }
    Row::of(value)
}

fn step(container: &Value, name: &Name, place: usize) -> Step {
    match container {
        Value::Array(items) => Step::of_item(items, place),
        _ => name.key(),
    }
}

/// Whether two arrays hold the same values.
fn same_items(one: &Value, other: &Value) -> bool {
    let sorted = |value: &Value| {
        let mut texts: Vec<String> = value.as_array()?.iter().map(Value::to_string).collect();
        texts.sort_unstable();
        Some(texts)
    };
    sorted(one).is_some_and(|items| sorted(other) == Some(items))
}

impl<'v> Changed<'v> {
    /// A whole that came, went or is another.
    pub(super) fn whole(before: Option<&'v Value>, after: Option<&'v Value>) -> Self {
        Self {
            steps: Vec::new(),
            before,
            after,
            is_reordered: false,
        }
    }

    pub(super) fn kind(&self) -> Kind {
        match (self.before, self.after) {
            _ if self.is_reordered => Kind::Reordered,
            (None | Some(Value::Null), _) => Kind::Added,
            (_, None | Some(Value::Null)) => Kind::Removed,
            _ => Kind::Changed,
        }
    }

    /// The keys on the way to it; items of arrays have none.
    pub(super) fn keys(&self) -> Vec<&str> {
        self.steps.iter().filter_map(Step::as_key).collect()
    }

    pub(super) fn is_gone(&self) -> bool {
        self.kind() == Kind::Removed
    }

    pub(super) fn is_new(&self) -> bool {
        self.kind() == Kind::Added
    }

    /// The change as an entry about `subject`, where `above` is the place of what was compared and
    /// `what` names the value.
    pub(super) fn entry(
        &self,
        subject: &Subject,
        part: Part,
        above: &Path,
        what: &Message,
        effect: Option<&'static EffectRule>,
    ) -> Entry {
        let kind = self.kind();
        let message = match kind {
            Kind::Added => message!("{what} was added.", what),
            Kind::Removed => message!("{what} was removed.", what),
            Kind::Reordered => {
                message!("{what} stands in another order and means the same.", what)
            }
            Kind::Changed | Kind::Moved | Kind::Renamed => message!("{what} was changed.", what),
        };
        let told = |value: Option<&Value>| {
            let value = value.filter(|_| kind != Kind::Reordered);
            value.and_then(in_words)
        };
        let (mut before, mut after) = (told(self.before), told(self.after));
        if before.is_some() && before == after {
            // The text "true" and the value true read the same, unless their spelling is told.
            let spelled = |value: Option<&Value>| value.map(|value| shortened(&value.to_string()));
            (before, after) = (spelled(self.before), spelled(self.after));
        }
        Entry {
            subject: subject.clone(),
            kind,
            part: Some(part),
            path: Path::of(above.steps().iter().chain(&self.steps).cloned()),
            message,
            before,
            after,
            effect: effect.filter(|_| kind != Kind::Reordered),
            reaches: Vec::new(),
        }
    }

    /// The place below what was compared, in words.
    pub(super) fn place(&self) -> Path {
        Path::of(self.steps.iter().cloned())
    }
}
