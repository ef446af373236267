//! What happened to operations.

use std::collections::BTreeMap;

use serde_json::Value;

use super::changes::changes_between;
use super::rules::*;
use super::{Changed, Entry, Kind, Subject};
use crate::document::Path;
use crate::swagger::{Operation, OperationKey, Parameter, operations};
use crate::{Connector, Part};

/// The changes of all operations: those that are gone, then the others in the newer order.
pub(super) fn entries(before: &Connector, after: &Connector) -> Vec<Entry> {
    let (old, new) = (Known::of(before), Known::of(after));
    let mut entries = Vec::new();
    let mut pairs: BTreeMap<OperationKey, &Operation<'_>> = BTreeMap::new();
    for operation in &old.all {
        match new.counterpart(operation, &old) {
            Some(now) => {
                pairs.insert(now.key().clone(), operation);
            }
            None => entries.push(whole(operation, Kind::Removed, Some(&OPERATION_REMOVED))),
        }
    }
    for operation in &new.all {
        match pairs.get(operation.key()) {
            Some(was) => compare(was, operation, &mut entries),
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
            by_id: ids.filter(|(id, _)| !id.is_empty()).collect(),
            by_key: keys.collect(),
            all,
        }
    }

    /// What an operation of the other version, `old`, is here: by its ID, else by its place, unless
    /// what stands there now has an ID that the other version knew.
    fn counterpart(&self, operation: &Operation<'_>, old: &Known<'_>) -> Option<&Operation<'c>> {
        let by_id = self.by_id.get(operation.operation_id());
        let by_key = || {
            let index = self.by_key.get(operation.key())?;
            let id = self.all.get(*index)?.operation_id();
            (id.is_empty() || !old.by_id.contains_key(id)).then_some(index)
        };
        self.all.get(*by_id.or_else(by_key)?)
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
    let verb = if kind == Kind::Added {
        "added"
    } else {
        "removed"
    };
    Entry {
        subject: subject(operation),
        kind,
        part: Part::Definition,
        path: operation.key().location(),
        message: format!("The operation “{}” was {verb}.", operation.label()),
        before: (kind == Kind::Removed).then(|| operation.key().to_string()),
        after: (kind == Kind::Added).then(|| operation.key().to_string()),
        effect,
    }
}

fn compare(was: &Operation<'_>, now: &Operation<'_>, entries: &mut Vec<Entry>) {
    let subject = subject(now);
    let place = now.key().location();
    if was.key() != now.key() {
        entries.push(Entry {
            subject: subject.clone(),
            kind: Kind::Changed,
            part: Part::Definition,
            path: place.clone(),
            message: "The operation has another verb or path. Flows name it by its ID and find it."
                .to_owned(),
            before: Some(was.key().to_string()),
            after: Some(now.key().to_string()),
            effect: None,
        });
    }
    parameters(was, now, &subject, entries);
    for edit in changes_between(Part::Definition, was.json(), now.json()) {
        let changed = Changed::of(&edit);
        let keys = changed.keys();
        if keys.first() == Some(&"parameters") {
            continue;
        }
        let what = format!("“{}”", edit.path);
        let effect = effect_of_member(&keys, &changed);
        entries.push(changed.entry(&subject, joined(&place, &edit.path), &what, effect));
    }
}

/// The effect of a change inside an operation, its parameters aside.
fn effect_of_member(keys: &[&str], changed: &Changed<'_>) -> Option<&'static EffectRule> {
    match keys {
        ["operationId"] => Some(&OPERATION_ID_CHANGED),
        ["x-ms-trigger"] => Some(&TRIGGER_CHANGED),
        ["responses", code] if changed.is_gone() && code.starts_with('2') => {
            Some(&RESPONSE_REMOVED)
        }
        ["responses", code, "schema"] if changed.is_gone() && code.starts_with('2') => {
            Some(&RESPONSE_REMOVED)
        }
        ["responses", _, "schema", rest @ ..] => effect_of_output(rest, changed),
        _ => None,
    }
}

/// The effect of a change inside the schema of a response.
pub(super) fn effect_of_output(
    keys: &[&str],
    changed: &Changed<'_>,
) -> Option<&'static EffectRule> {
    match keys {
        [.., "properties", _] if changed.is_gone() => Some(&OUTPUT_FIELD_REMOVED),
        [.., "properties", _] => None,
        [.., "type" | "format" | "$ref"] => Some(&OUTPUT_TYPE_CHANGED),
        [] if changed.kind() == Kind::Changed => Some(&OUTPUT_TYPE_CHANGED),
        _ => None,
    }
}

fn parameters(
    was: &Operation<'_>,
    now: &Operation<'_>,
    subject: &Subject,
    entries: &mut Vec<Entry>,
) {
    let (old, new) = (was.parameters(), now.parameters());
    let same =
        |a: &Parameter<'_>, b: &Parameter<'_>| a.location() == b.location() && a.name() == b.name();
    for gone in old.iter().filter(|p| !new.iter().any(|q| same(p, q))) {
        entries.push(parameter(
            gone,
            Kind::Removed,
            subject,
            Some(&PARAMETER_REMOVED),
        ));
    }
    for now in &new {
        let Some(was) = old.iter().find(|p| same(p, now)) else {
            let is_asked = now.required() && now.default_value().is_none();
            let effect = is_asked.then_some(&REQUIRED_PARAMETER_ADDED);
            entries.push(parameter(now, Kind::Added, subject, effect));
            continue;
        };
        for edit in changes_between(Part::Definition, was.json(), now.json()) {
            let changed = Changed::of(&edit);
            let what = format!("“{}” of the parameter “{}”", edit.path, now.name());
            let effect = effect_on_parameter(&changed.keys(), &changed, now);
            entries.push(changed.entry(subject, joined(now.path(), &edit.path), &what, effect));
        }
    }
}

/// A parameter that came or went.
fn parameter(
    parameter: &Parameter<'_>,
    kind: Kind,
    subject: &Subject,
    effect: Option<&'static EffectRule>,
) -> Entry {
    let verb = if kind == Kind::Added {
        "added"
    } else {
        "removed"
    };
    let required = if parameter.required() {
        "required "
    } else {
        ""
    };
    Entry {
        subject: subject.clone(),
        kind,
        part: Part::Definition,
        path: parameter.path().clone(),
        message: format!("The {required}parameter “{}” was {verb}.", parameter.name()),
        before: None,
        after: None,
        effect,
    }
}

/// The effect of a change inside a parameter.
fn effect_on_parameter(
    keys: &[&str],
    changed: &Changed<'_>,
    now: &Parameter<'_>,
) -> Option<&'static EffectRule> {
    match keys {
        ["required"] if now.required() && now.default_value().is_none() => {
            Some(&PARAMETER_MADE_REQUIRED)
        }
        ["default"] => Some(&DEFAULT_CHANGED),
        ["schema", rest @ ..] => effect_on_input(rest, changed),
        keys => effect_on_input(keys, changed),
    }
}

/// The effect of a change inside the schema of something that is sent.
fn effect_on_input(keys: &[&str], changed: &Changed<'_>) -> Option<&'static EffectRule> {
    match keys {
        [.., "properties", _] if changed.is_gone() => Some(&INPUT_FIELD_REMOVED),
        [.., "properties", _] => None,
        [.., "type" | "format" | "$ref" | "collectionFormat"] => Some(&INPUT_TYPE_CHANGED),
        [.., "enum"] if loses_choices(changed) => Some(&CHOICES_CHANGED),
        [.., "required"] if gains_names(changed) => Some(&PARAMETER_MADE_REQUIRED),
        [.., "default"] => Some(&DEFAULT_CHANGED),
        _ => None,
    }
}

fn items(value: Option<&Value>) -> Option<&Vec<Value>> {
    value.and_then(Value::as_array)
}

/// Whether a value that was allowed is not any more.
fn loses_choices(changed: &Changed<'_>) -> bool {
    match (items(changed.before), items(changed.after)) {
        (Some(before), Some(after)) => before.iter().any(|value| !after.contains(value)),
        (None, Some(_)) => true,
        _ => false,
    }
}

/// Whether a field is required now that was not.
fn gains_names(changed: &Changed<'_>) -> bool {
    let before = items(changed.before).map_or(&[][..], Vec::as_slice);
    let after = items(changed.after).map_or(&[][..], Vec::as_slice);
    after.iter().any(|name| !before.contains(name))
}

fn joined(above: &Path, below: &Path) -> Path {
    Path::of(above.steps().iter().chain(below.steps()).cloned())
}
