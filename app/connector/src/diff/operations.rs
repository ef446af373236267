//! What happened to operations.

use std::collections::BTreeMap;

use serde_json::Value;

use super::changes::{Changed, changes};
use super::judge::{Direction, Roots, hidden, judge, loses};
use super::rules::*;
use super::{Entry, Kind, Subject, parameters};
use crate::document::{Path, identical};
use crate::message::message;
use crate::sorting::map_of;
use crate::swagger::{Operation, OperationKey, operations};
use crate::{Connector, Part};

/// The changes of all operations: those that are gone, then the others in the newer order.
pub(super) fn entries(before: &Connector, after: &Connector, roots: Roots<'_>) -> Vec<Entry> {
    let (old, new) = (Known::of(before), Known::of(after));
    let mut entries = Vec::new();
    let mut pairs: BTreeMap<&OperationKey, &Operation<'_>> = BTreeMap::new();
    for operation in &old.all {
        match new.counterpart(operation, &old) {
            Some(now) if !pairs.contains_key(now.key()) => {
                pairs.insert(now.key(), operation);
            }
            _ => entries.push(whole(operation, Kind::Removed, Some(&OPERATION_REMOVED))),
        }
    }
    for operation in &new.all {
        match pairs.get(operation.key()) {
            Some(was) => compare(was, operation, roots, &mut entries),
            None => entries.push(whole(operation, Kind::Added, None)),
        }
    }
    entries
}

/// The operations of a version, to be found by ID and by key.
struct Known<'c> {
    all: Vec<Operation<'c>>,
    by_id: BTreeMap<&'c str, usize>,
    by_key: BTreeMap<OperationKey, usize>,
}

impl<'c> Known<'c> {
    fn of(connector: &'c Connector) -> Self {
        let all: Vec<_> = operations(connector.definition()).collect();
        let ids = all.iter().enumerate().map(|(n, o)| (o.operation_id(), n));
        let keys = all.iter().enumerate().map(|(n, o)| (o.key().clone(), n));
        Self {
            by_id: map_of(ids.filter(|(id, _)| !id.is_empty())),
            by_key: map_of(keys),
            all,
        }
    }

    /// What an operation of the other version, `old`, is here: what stands in its place with its ID,
    /// else what has its ID, else what stands in its place, unless the other version knew the ID of that.
    fn counterpart(&self, operation: &Operation<'_>, old: &Known<'_>) -> Option<&Operation<'c>> {
        let here = self
            .by_key
            .get(operation.key())
            .and_then(|index| self.all.get(*index));
        let id = operation.operation_id();
        if let Some(here) = here.filter(|here| here.operation_id() == id) {
            return Some(here);
        }
        let by_id = self.by_id.get(id).and_then(|index| self.all.get(*index));
        by_id.or_else(|| {
            here.filter(|here| {
                here.operation_id().is_empty() || !old.by_id.contains_key(here.operation_id())
            })
        })
    }
}

fn subject(operation: &Operation<'_>) -> Subject {
    Subject::Operation {
        key: operation.key().clone(),
        name: operation.label(),
    }
}

/// An operation that came or went.
fn whole(operation: &Operation<'_>, kind: Kind, effect: Option<&'static EffectRule>) -> Entry {
    let is_new = kind == Kind::Added;
    let name = operation.label();
    Entry {
        subject: subject(operation),
        kind,
        part: Some(Part::Definition),
        path: operation.key().location(),
        message: if is_new {
            message!("The operation “{name}” was added.", name)
        } else {
            message!("The operation “{name}” was removed.", name)
        },
        before: (!is_new).then(|| operation.key().to_string()),
        after: is_new.then(|| operation.key().to_string()),
        effect,
        reaches: Vec::new(),
    }
}

fn compare(was: &Operation<'_>, now: &Operation<'_>, roots: Roots<'_>, entries: &mut Vec<Entry>) {
    let is_moved = was.key() != now.key();
    if !is_moved && identical(was.item(), now.item()) {
        return;
    }
    let subject = subject(now);
    let place = now.key().location();
    if is_moved {
        entries.push(moved(was, now, &subject));
    }
    let of_parameters = parameters::entries(was, now, &subject, roots);
    // An empty list that came or went is no change of a parameter.
    let is_told = !of_parameters.is_empty();
    entries.extend(of_parameters);
    let inside = roots.from(Some(was.json()), Some(now.json()));
    for changed in changes(Some(was.json()), Some(now.json())) {
        let keys = changed.keys();
        if is_told && keys.first() == Some(&"parameters") {
            continue;
        }
        let what = message!("“{place}”", place = changed.place());
        let effect = effect(&keys, &changed, inside);
        let mut entry = changed.entry(&subject, Part::Definition, &place, &what, effect);
        if keys == ["operationId"] && changed.kind() == Kind::Changed {
            entry.kind = Kind::Renamed;
            entry.message = message!("The operation has another ID.");
        }
        entries.push(entry);
    }
    notification(was, now, &subject, roots, entries);
}

fn moved(was: &Operation<'_>, now: &Operation<'_>, subject: &Subject) -> Entry {
    Entry {
        subject: subject.clone(),
        kind: Kind::Moved,
        part: Some(Part::Definition),
        path: now.key().location(),
        message: message!(
            "The operation has another verb or path. Flows name it by its ID and find it."
        ),
        before: Some(was.key().to_string()),
        after: Some(now.key().to_string()),
        effect: Some(&OPERATION_MOVED),
        reaches: Vec::new(),
    }
}

/// What a webhook sends is told by the path item.
fn notification(
    was: &Operation<'_>,
    now: &Operation<'_>,
    subject: &Subject,
    roots: Roots<'_>,
    entries: &mut Vec<Entry>,
) {
    const KEY: &str = "x-ms-notification-content";
    let place = Path::of(["paths", now.key().path.as_str(), KEY]);
    let (old, new) = (was.item().get(KEY), now.item().get(KEY));
    let roots = roots.from(old, new);
    for changed in changes(old, new) {
        let what = if changed.steps.is_empty() {
            message!("What the trigger receives")
        } else {
            let place = changed.place();
            message!("“{place}” of what the trigger receives", place)
        };
        let effect = match changed.keys()[..] {
            [] | ["schema"] if changed.is_gone() => Some(&RESPONSE_REMOVED),
            ["schema", ref rest @ ..] => judge(Direction::Output, rest, &changed, roots),
            _ => None,
        };
        entries.push(changed.entry(subject, Part::Definition, &place, &what, effect));
    }
}

/// The effect of a change inside an operation, its parameters aside.
fn effect(keys: &[&str], changed: &Changed<'_>, roots: Roots<'_>) -> Option<&'static EffectRule> {
    match keys {
        ["operationId"] => Some(&OPERATION_ID_CHANGED),
        ["x-ms-trigger"] => Some(&TRIGGER_CHANGED),
        ["x-ms-visibility"] => hidden(changed),
        [key @ ("consumes" | "produces")] => loses(&roots.in_force(key)).then_some(&MEDIA_NARROWED),
        ["schemes"] => loses(&roots.in_force("schemes")).then_some(&ADDRESS_CHANGED),
        ["security", ..] => {
            let Changed { before, after, .. } = roots.in_force("security");
            (!roots.renamed.ask_the_same(before, after)).then_some(&AUTHENTICATION_CHANGED)
        }
        ["responses", code] => (changed.is_gone() && is_success(code, roots.old("responses")))
            .then_some(&RESPONSE_REMOVED),
        ["responses", code, rest @ ..] if is_success(code, roots.old("responses")) => {
            effect_on_response(rest, changed, roots)
        }
        _ => None,
    }
}

/// Whether a response, one of these, tells what comes back when all goes well. The default is for the codes that
/// nothing else is for (Swagger 2.0, Responses Object): for errors, where a success is described.
pub(super) fn is_success(code: &str, responses: Option<&Value>) -> bool {
    let codes = responses.and_then(Value::as_object).into_iter().flatten();
    let is_described = || codes.into_iter().any(|(code, _)| code.starts_with('2'));
    code.starts_with('2') || (code == "default" && !is_described())
}

/// The effect of a change inside a response that means success.
pub(super) fn effect_on_response(
    keys: &[&str],
    changed: &Changed<'_>,
    roots: Roots<'_>,
) -> Option<&'static EffectRule> {
    match keys {
        ["schema"] if changed.is_gone() => Some(&RESPONSE_REMOVED),
        ["schema", rest @ ..] => judge(Direction::Output, rest, changed, roots),
        ["$ref"] => judge(Direction::Output, keys, changed, roots),
        _ => None,
    }
}
