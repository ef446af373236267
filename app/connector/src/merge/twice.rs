//! Members and items that both sides took out under their old name, and that at least one side has under a new one.

use std::collections::{HashMap, HashSet, VecDeque};

use serde_json::{Map, Value};

use crate::document::row::{Name, Row, untold};

/// One thing of `base` that is not there under its name any more on either side.
pub(super) struct Renamed {
    /// Its place in `base`.
    pub(super) base: usize,
    /// Its place in `mine`, under a new name; none: it is gone.
    pub(super) mine: Option<usize>,
    /// Its place in `theirs`, under another new name; none: it is gone.
    pub(super) theirs: Option<usize>,
}

/// What the two sides named differently, or one side named anew and the other deleted.
pub(super) fn renamed_twice<'r>(
    base: &'r Row<'_>,
    mine: &'r Row<'_>,
    theirs: &'r Row<'_>,
) -> Vec<Renamed> {
    let (in_mine, in_theirs) = (names(mine), names(theirs));
    let is_gone = |name: &Name| !in_mine.contains(name) && !in_theirs.contains(name);
    if !base.names.iter().any(is_gone) {
        return Vec::new();
    }
    let (by_mine, by_theirs) = (counterparts(base, mine), counterparts(base, theirs));
    let mut found = Vec::new();
    for (place, gone) in base.names.iter().enumerate() {
        // What the other side has under that name is another thing.
        let of = |side: &HashMap<usize, usize>, row: &Row<'_>, others: &HashSet<&Name>| {
            let at = side.get(&place).copied()?;
            let is_free = row.names.get(at).is_some_and(|name| !others.contains(name));
            is_free.then_some(at)
        };
        let mine_at = of(&by_mine, mine, &in_theirs);
        let theirs_at = of(&by_theirs, theirs, &in_mine);
        let name_in = |side: &HashMap<usize, usize>, row: &'r Row<'_>| {
            side.get(&place).and_then(|at| row.names.get(*at))
        };
        let is_same = || name_in(&by_mine, mine) == name_in(&by_theirs, theirs);
        if is_gone(gone) && (mine_at.is_some() || theirs_at.is_some()) && !is_same() {
            found.push(Renamed {
                base: place,
                mine: mine_at,
                theirs: theirs_at,
            });
        }
    }
    found
}

fn names<'r>(row: &'r Row<'_>) -> HashSet<&'r Name> {
    row.names.iter().collect()
}

/// The places in `side` of what has another name there, by the places in `base`.
fn counterparts(base: &Row<'_>, side: &Row<'_>) -> HashMap<usize, usize> {
    let (known, present) = (names(base), names(side));
    let contents = |row: &Row<'_>, others: &HashSet<&Name>| {
        let missing = row.names.iter().zip(&row.values).enumerate();
        let missing = missing.filter(|(_, (name, _))| !others.contains(name));
        let content = |(place, (_, value)): (usize, (_, &&Value))| {
            Some((place, content(value, row.is_object)?))
        };
        missing.filter_map(content).collect::<Vec<_>>()
    };
    let (gone, new) = (contents(base, &present), contents(side, &known));
    if let ([(was, old)], [(now, new)]) = (&gone[..], &new[..]) {
        let pairs = are_alike(old, new).then_some((*was, *now));
        return pairs.into_iter().collect();
    }
    // What is called the same and says nothing more cannot be told apart.
    let is_told = |(_, content): &(usize, Map<String, Value>)| !content.is_empty();
    let mut by_text: HashMap<String, VecDeque<usize>> = HashMap::new();
    for (place, content) in new.into_iter().filter(is_told) {
        let text = Value::Object(content).to_string();
        by_text.entry(text).or_default().push_back(place);
    }
    let pair = |(was, content): (usize, Map<String, Value>)| {
        let now = by_text.get_mut(&Value::Object(content).to_string())?;
        Some((was, now.pop_front()?))
    };
    gone.into_iter().filter_map(pair).collect()
}

/// What a member or an item says besides its name; none where that is no object.
fn content(value: &Value, is_object: bool) -> Option<Map<String, Value>> {
    if is_object {
        value.as_object().cloned()
    } else {
        untold(value)
    }
}

/// Whether at least half of what the old one says is said by the new one, too.
fn are_alike(old: &Map<String, Value>, new: &Map<String, Value>) -> bool {
    let same = old
        .iter()
        .filter(|(key, value)| new.get(*key) == Some(value));
    same.count() * 2 >= old.len() && old.is_empty() == new.is_empty()
}
