//! What happened to the parameters of an operation.

use std::collections::BTreeMap;

use serde_json::Value;

use super::changes::{Changed, changes};
use super::judge::{Direction, Roots, judge};
use super::rules::*;
use super::{Entry, Kind, Subject};
use crate::Part;
use crate::document::Path;
use crate::message::message;
use crate::sorting::map_of;
use crate::swagger::{Operation, Origin, Parameter};

/// The changes of the parameters of an operation. Shared ones are told at their own place.
pub(super) fn entries(
    was: &Operation<'_>,
    now: &Operation<'_>,
    subject: &Subject,
    roots: Roots<'_>,
) -> Vec<Entry> {
    let operations = (was, now);
    let (old, mut new) = (was.parameters(), now.parameters());
    let mut entries = Vec::new();
    let mut left = Vec::new();
    for was in old {
        match take(&mut new, |now| is_same(&was, now)) {
            Some(now) => entries.extend(compare(&was, &now, subject, roots)),
            None => left.push(was),
        }
    }
    for was in left {
        let relocated = take(&mut new, |now| now.name() == was.name());
        let is_it = |then: &Parameter<'_>| {
            is_renamed(&was, then) || stand_in_one_place(operations, (&was, then))
        };
        let counterpart = relocated.or_else(|| take(&mut new, is_it));
        match counterpart {
            Some(now) => {
                entries.push(given_anew(&was, &now, subject));
                entries.extend(compare(&was, &now, subject, roots));
            }
            None => entries.push(whole(&was, Kind::Removed, subject)),
        }
    }
    entries.extend(new.iter().map(|now| whole(now, Kind::Added, subject)));
    entries.extend(reordered(was, now, subject));
    entries
}

fn take<'a>(
    list: &mut Vec<Parameter<'a>>,
    is_it: impl Fn(&Parameter<'a>) -> bool,
) -> Option<Parameter<'a>> {
    let at = list.iter().position(is_it)?;
    Some(list.remove(at))
}

/// There is only one body, whatever its name: nobody sees that.
fn is_same(was: &Parameter<'_>, now: &Parameter<'_>) -> bool {
    let is_body = |parameter: &Parameter<'_>| text(parameter, "in") == "body";
    text(was, "in") == text(now, "in")
        && (was.name() == now.name() || (is_body(was) && is_body(now)))
}

fn text<'a>(parameter: &Parameter<'a>, key: &str) -> &'a str {
    let value = parameter.json().get(key).and_then(Value::as_str);
    value.unwrap_or_default()
}

/// What is said of a parameter, but its name.
fn all_but_the_name<'a>(parameter: &Parameter<'a>) -> Option<BTreeMap<&'a str, &'a Value>> {
    let members = parameter.json().as_object()?.iter();
    let members = members.map(|(key, value)| (key.as_str(), value));
    Some(map_of(
        members.filter(|(key, _)| !matches!(*key, "name" | "x-ms-summary")),
    ))
}

/// Whether all but the name is the same.
fn is_renamed(was: &Parameter<'_>, now: &Parameter<'_>) -> bool {
    let is_told = text(was, "description").len() + text(was, "x-ms-summary").len() > 0;
    is_told && all_but_the_name(was) == all_but_the_name(now)
}

/// Whether two parameters of a path are for the same segment of it.
fn stand_in_one_place(
    (old, new): (&Operation<'_>, &Operation<'_>),
    (was, now): (&Parameter<'_>, &Parameter<'_>),
) -> bool {
    let segment = |operation: &Operation<'_>, parameter: &Parameter<'_>| {
        let variable = format!("{{{}}}", parameter.name());
        let mut segments = operation.key().path.split('/');
        segments.position(|segment| segment.contains(&variable))
    };
    let place =
        segment(old, was).filter(|_| text(was, "in") == "path" && text(now, "in") == "path");
    place.is_some() && place == segment(new, now)
}

/// The same parameter under another name or in another part of the request.
fn given_anew(was: &Parameter<'_>, now: &Parameter<'_>, subject: &Subject) -> Entry {
    let is_renamed = was.name() != now.name();
    let (key, kind, effect) = if is_renamed {
        ("name", Kind::Renamed, &PARAMETER_RENAMED)
    } else {
        ("in", Kind::Moved, &PARAMETER_RELOCATED)
    };
    let name = was.name();
    let message = if is_renamed {
        message!("The parameter “{name}” has another name.", name)
    } else {
        message!(
            "The parameter “{name}” is sent in another part of the request.",
            name
        )
    };
    Entry {
        subject: subject.clone(),
        kind,
        part: Some(Part::Definition),
        path: now.path().clone(),
        message,
        before: Some(text(was, key).to_owned()),
        after: Some(text(now, key).to_owned()),
        effect: Some(effect),
        reaches: Vec::new(),
    }
}

/// A parameter that came or went.
fn whole(parameter: &Parameter<'_>, kind: Kind, subject: &Subject) -> Entry {
    let asked = parameter.required() && parameter.default_value().is_none();
    let effect = match kind {
        Kind::Added => asked.then_some(&REQUIRED_PARAMETER_ADDED),
        _ => Some(&PARAMETER_REMOVED),
    };
    let name = parameter.name();
    let message = match (kind, parameter.required()) {
        (Kind::Added, true) => message!("The required parameter “{name}” was added.", name),
        (Kind::Added, false) => message!("The parameter “{name}” was added.", name),
        (_, true) => message!("The required parameter “{name}” was removed.", name),
        (_, false) => message!("The parameter “{name}” was removed.", name),
    };
    Entry {
        subject: subject.clone(),
        kind,
        part: Some(Part::Definition),
        path: parameter.path().clone(),
        message,
        before: None,
        after: None,
        effect,
        reaches: Vec::new(),
    }
}

fn compare(
    was: &Parameter<'_>,
    now: &Parameter<'_>,
    subject: &Subject,
    roots: Roots<'_>,
) -> Vec<Entry> {
    if let (Origin::Shared(old), Origin::Shared(new)) = (was.origin(), now.origin())
        && old == new
    {
        return Vec::new();
    }
    let roots = roots.from(Some(was.json()), Some(now.json()));
    let changes = changes(Some(was.json()), Some(now.json()));
    let is_told = |changed: &&Changed<'_>| !matches!(changed.keys()[..], ["name" | "in"]);
    let entry = |changed: &Changed<'_>| {
        let (place, name) = (changed.place(), now.name());
        let what = message!("“{place}” of the parameter “{name}”", place, name);
        let effect = effect(changed, now.json(), roots);
        changed.entry(subject, Part::Definition, now.path(), &what, effect)
    };
    changes.iter().filter(is_told).map(entry).collect()
}

/// The effect of a change inside a parameter that is `now` this.
pub(super) fn effect(
    changed: &Changed<'_>,
    now: &Value,
    roots: Roots<'_>,
) -> Option<&'static EffectRule> {
    match changed.keys()[..] {
        ["required"] if now.get("default").is_some() => None,
        // Flows that left it out sent the default, and fail now.
        ["default"] if changed.is_gone() && now.get("required") == Some(&Value::Bool(true)) => {
            Some(&PARAMETER_MADE_REQUIRED)
        }
        ref keys => judge(Direction::Input, keys, changed, roots),
    }
}

/// An entry when the parameters that both have stand in another order.
fn reordered(was: &Operation<'_>, now: &Operation<'_>, subject: &Subject) -> Option<Entry> {
    let lists = (was.json().get("parameters"), now.json().get("parameters"));
    let changes = changes(lists.0, lists.1);
    let changed = changes
        .iter()
        .find(|changed| changed.steps.is_empty() && changed.kind() == Kind::Reordered)?;
    let above: Path = now.key().location().join("parameters");
    Some(changed.entry(
        subject,
        Part::Definition,
        &above,
        &message!("The list of parameters"),
        None,
    ))
}
