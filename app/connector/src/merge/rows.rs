//! Objects and arrays, member by member and item by item.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::twice::renamed_twice;
use super::{Clash, Settled, settle};
use crate::document::Step;
use crate::document::row::{Name, Row};

/// What three objects, or three arrays, come to; none where one of them is something else.
///
/// Where both sides added the same, `base` may be missing: then everything is new.
pub(super) fn settle_rows(base: Option<&Value>, mine: &Value, theirs: &Value) -> Option<Settled> {
    let (mine, theirs) = (Row::of(mine)?, Row::of(theirs)?);
    if mine.is_object != theirs.is_object {
        return None;
    }
    let base = match base {
        Some(base) => Row::of(base).filter(|row| row.is_object == mine.is_object)?,
        None if mine.is_object => empty(),
        None => return None,
    };
    let order = order(&base, &mine, &theirs);
    let (in_base, in_mine, in_theirs) = (base.places(), mine.places(), theirs.places());
    let mut twice = settle_renamed(&base, &mine, &theirs);
    let mut names = Vec::new();
    let mut values = Vec::new();
    let mut clashes = Vec::new();
    for name in order {
        let get = |row: &Row<'_>, place: Option<&usize>| {
            place.and_then(|at| row.values.get(*at).copied().cloned())
        };
        let (b, m, t) = (
            get(&base, in_base.get(name)),
            get(&mine, in_mine.get(name)),
            get(&theirs, in_theirs.get(name)),
        );
        let settled = twice
            .remove(name)
            .unwrap_or_else(|| settle(b.as_ref(), m.as_ref(), t.as_ref()));
        clashes.extend(
            settled
                .conflicts
                .into_iter()
                .map(|clash| (values.len(), name, clash)),
        );
        if let Some(value) = settled.value {
            names.push(name);
            values.push(value);
        }
    }
    let step = |place: usize, name: &Name| {
        if mine.is_object {
            name.key()
        } else {
            Step::of_item(&values, place)
        }
    };
    let conflicts = clashes.into_iter().map(|(place, name, mut clash)| {
        // An item that theirs removed has no place of its own; a parameter still has its name.
        let is_there = names.get(place) == Some(&name);
        let told = clash
            .mine
            .as_ref()
            .filter(|_| clash.steps.is_empty() && !is_there && !mine.is_object);
        let step = match told {
            Some(item) => Step::of_item(std::slice::from_ref(item), 0),
            None => step(place, name),
        };
        let step = match step {
            Step::Index(_) if told.is_some() => Step::Index(values.len()),
            step => step,
        };
        clash.steps.insert(0, step);
        clash
    });
    let conflicts = conflicts.collect();
    let value = if mine.is_object {
        let members = names.iter().filter_map(|name| match name.key() {
            Step::Key(key) => Some(key),
            _ => None,
        });
        Value::Object(members.zip(values).collect::<Map<String, Value>>())
    } else {
        Value::Array(values)
    };
    Some(Settled {
        value: Some(value),
        conflicts,
    })
}

/// What becomes of the new names of what both sides named differently: those of theirs stand.
fn settle_renamed<'r>(
    base: &Row<'_>,
    mine: &'r Row<'_>,
    theirs: &'r Row<'_>,
) -> HashMap<&'r Name, Settled> {
    let mut settled = HashMap::new();
    for renamed in renamed_twice(base, mine, theirs) {
        let new = |row: &'r Row<'_>, place: Option<usize>| {
            let place = place?;
            Some((row.names.get(place)?, (*row.values.get(place)?).clone()))
        };
        let was = base.values.get(renamed.base).copied().cloned();
        let (mine_now, theirs_now) = (new(mine, renamed.mine), new(theirs, renamed.theirs));
        let mut tell = |name: &'r Name, value: Option<&Value>, clash: Option<Clash>| {
            let value = value.cloned();
            let conflicts = clash.into_iter().collect();
            settled.insert(name, Settled { value, conflicts });
        };
        let clash = |base, mine: Option<&Value>, theirs: Option<&Value>| {
            Some(Clash {
                steps: Vec::new(),
                base,
                mine: mine.cloned(),
                theirs: theirs.cloned(),
            })
        };
        match (&mine_now, &theirs_now) {
            // An item is one place, whatever it is called.
            (Some((own, mine)), Some((other, theirs))) if !base.is_object => {
                tell(own, None, None);
                tell(other, Some(theirs), clash(was, Some(mine), Some(theirs)));
            }
            (mine, theirs) => {
                let was = was.filter(|_| !base.is_object);
                if let Some((name, mine)) = mine {
                    tell(name, None, clash(was.clone(), Some(mine), None));
                }
                if let Some((name, theirs)) = theirs {
                    tell(name, Some(theirs), clash(was, None, Some(theirs)));
                }
            }
        }
    }
    settled
}

fn empty<'v>() -> Row<'v> {
    Row {
        names: Vec::new(),
        values: Vec::new(),
        is_object: true,
    }
}

/// All names in the order of the merge: that of the side that changed it, with what the other side added
/// after the neighbour that it has there.
fn order<'r>(base: &'r Row<'_>, mine: &'r Row<'_>, theirs: &'r Row<'_>) -> Vec<&'r Name> {
    let reordered = |row: &Row<'_>| {
        let places = row.places();
        let common = base
            .names
            .iter()
            .filter_map(|name| places.get(name).copied());
        !common.collect::<Vec<_>>().is_sorted()
    };
    // Theirs is what stands; mine leads only where it alone put things into another order.
    let (lead, other) = if reordered(mine) && !reordered(theirs) {
        (mine, theirs)
    } else {
        (theirs, mine)
    };
    let leading: HashSet<&Name> = lead.names.iter().collect();
    let mut order: Vec<&Name> = lead.names.iter().collect();
    for (place, name) in other.names.iter().enumerate() {
        if leading.contains(name) {
            continue;
        }
        let before = other.names.iter().take(place).rev();
        let at = before
            .filter_map(|neighbour| order.iter().position(|known| *known == neighbour))
            .next()
            .map_or(0, |at| at + 1);
        order.insert(at, name);
    }
    order
}
