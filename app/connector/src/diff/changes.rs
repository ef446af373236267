//! What differs between two trees, as coarse as people think of it: a list of choices is one value.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::Part;
use crate::document::{Change, Edit, Path, Step, identical};

/// What differs between two values, down to members and parameters. What else is reordered, and any
/// other array, is one change as a whole.
pub(super) fn changes_between(part: Part, before: &Value, after: &Value) -> Vec<Edit> {
    let mut walk = Walk {
        part,
        steps: Vec::new(),
        edits: Vec::new(),
    };
    walk.value(before, after);
    walk.edits
}

/// The way through both trees at once.
struct Walk {
    part: Part,
    steps: Vec<Step>,
    edits: Vec<Edit>,
}

/// The values in a container, by the steps that lead to them.
type Children<'v> = Vec<(Step, &'v Value)>;

impl Walk {
    fn value(&mut self, before: &Value, after: &Value) {
        if identical(before, after) {
            return;
        }
        let pair = match (before, after) {
            (Value::Array(old), Value::Array(new)) => items(old).zip(items(new)),
            _ => members(before).zip(members(after)),
        };
        match pair {
            Some((old, new)) if keeps_order(&old, &new) => self.children(&old, &new),
            _ => self.put(Some(before), Some(after), None),
        }
    }

    fn children(&mut self, old: &Children<'_>, new: &Children<'_>) {
        for (step, value) in old {
            if find(new, step).is_none() {
                self.at(step, |walk| walk.put(Some(value), None, None));
            }
        }
        for (place, (step, value)) in new.iter().enumerate() {
            // What stands before it in `new` is in its place by now.
            self.at(step, |walk| match find(old, step) {
                Some(before) => walk.value(before, value),
                None => walk.put(None, Some(value), Some(place)),
            });
        }
    }

    fn at(&mut self, step: &Step, go: impl FnOnce(&mut Self)) {
        self.steps.push(step.clone());
        go(self);
        self.steps.pop();
    }

    fn put(&mut self, before: Option<&Value>, after: Option<&Value>, at: Option<usize>) {
        self.edits.push(Edit {
            part: self.part,
            path: Path::of(self.steps.iter().cloned()),
            change: Change::Put {
                before: before.cloned(),
                after: after.cloned(),
                at,
            },
        });
    }
}

fn members(value: &Value) -> Option<Children<'_>> {
    let members = value.as_object()?.iter();
    Some(
        members
            .map(|(key, value)| (Step::from(key.as_str()), value))
            .collect(),
    )
}

/// The items of an array, if all are parameters that their names tell apart.
fn items(items: &[Value]) -> Option<Children<'_>> {
    let named = items.iter().enumerate().map(|(index, item)| {
        let step = Step::of_item(items, index);
        matches!(step, Step::Parameter { .. }).then_some((step, item))
    });
    named.collect()
}

/// Whether what both have comes in the same order in both.
fn keeps_order(old: &Children<'_>, new: &Children<'_>) -> bool {
    let both: BTreeSet<&Step> = {
        let known: BTreeSet<&Step> = old.iter().map(|(step, _)| step).collect();
        let steps = new.iter().map(|(step, _)| step);
        steps.filter(|step| known.contains(step)).collect()
    };
    let of = |children: &Children<'_>| {
        let steps = children.iter().map(|(step, _)| step.clone());
        steps.filter(|step| both.contains(step)).collect::<Vec<_>>()
    };
    of(old) == of(new)
}

fn find<'v>(children: &Children<'v>, step: &Step) -> Option<&'v Value> {
    let found = children.iter().find(|(own, _)| own == step);
    found.map(|(_, value)| *value)
}
