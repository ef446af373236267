//! What happened to everything but operations.

use serde_json::Value;

use super::changes::{Changed, changes};
use super::judge::{Roots, judge, loses};
use super::operations::effect_on_response;
use super::parameters;
use super::reach::{Uses, directions};
use super::rules::*;
use super::{Entry, Kind, Subject, settings};
use crate::document::Path;
use crate::message::message;
use crate::swagger::{Method, operations};
use crate::{Attachment, Connector, Part};

/// The changes of the definition, its operations aside.
pub(super) fn definition<'v>(before: &'v Value, after: &'v Value, roots: Roots<'v>) -> Vec<Entry> {
    let mut uses = None;
    let mut entries = Vec::new();
    let (Some(old), Some(new)) = (before.as_object(), after.as_object()) else {
        let changes = changes(Some(before), Some(after));
        return changes
            .iter()
            .map(|changed| general(changed, &[]))
            .collect();
    };
    let gone = old.keys().filter(|key| !new.contains_key(*key));
    for key in new.keys().chain(gone) {
        let (was, now) = (old.get(key), new.get(key));
        match key.as_str() {
            "paths" => entries.extend(paths(was, now)),
            "definitions" | "parameters" | "responses" => {
                for changed in changes(was, now) {
                    let uses = uses.get_or_insert_with(|| Uses::of(before));
                    entries.push(shared(key, &changed, uses, roots));
                }
            }
            "securityDefinitions" => {
                let is_told = |changed: &Changed<'_>| {
                    let name = matches!(changed.keys()[..], [name] if roots.renamed.tells_of(name));
                    name && changed.kind() != Kind::Reordered
                };
                let changes = changes(was, now);
                let changes = changes.iter().filter(|changed| !is_told(changed));
                entries.extend(changes.map(|changed| general(changed, &[key])));
                entries.extend(roots.renamed.entries());
            }
            _ => {
                let is_used = !INHERITED.contains(&key.as_str())
                    || (is_inherited(before, key) && is_inherited(after, key));
                let is_used =
                    is_used && !(key == "security" && roots.renamed.ask_the_same(was, now));
                for changed in changes(was, now) {
                    let mut entry = general(&changed, &[key]);
                    entry.effect = entry.effect.filter(|_| is_used);
                    entries.push(entry);
                }
            }
        }
    }
    entries
}

/// What holds for the operations that do not say it themselves.
const INHERITED: [&str; 4] = ["consumes", "produces", "schemes", "security"];

/// Whether an operation takes this from the whole definition. What one takes in one version only is told there.
fn is_inherited(definition: &Value, key: &str) -> bool {
    operations(definition).any(|operation| operation.json().get(key).is_none())
}

/// The changes of a definition that nothing else has told of: what stands in odd places.
pub(super) fn untold(before: &Value, after: &Value) -> Vec<Entry> {
    let changes = changes(Some(before), Some(after));
    changes
        .iter()
        .map(|changed| general(changed, &[]))
        .collect()
}

/// A change of what operations share.
fn shared(holder: &str, changed: &Changed<'_>, uses: &Uses, roots: Roots<'_>) -> Entry {
    let above = Path::of([holder]);
    let keys = changed.keys();
    let Some((name, rest)) = keys.split_first() else {
        return general(changed, &[holder]);
    };
    let reached = uses.reached(holder, name);
    let name = (*name).to_owned();
    let subject = match holder {
        "parameters" => Subject::Parameter { name: name.clone() },
        "responses" => Subject::Response { name: name.clone() },
        _ => Subject::Schema { name: name.clone() },
    };
    let (old, new) = (roots.before.get(holder), roots.after.get(holder));
    let within = roots.from(old, new);
    let effects = directions(&reached).filter_map(|direction| match (holder, rest) {
        // Where it came or went, the references to it tell whom that reaches.
        (_, []) => None,
        ("parameters", _) => {
            let now = roots.after.get(holder)?.get(&name)?;
            let old = old.and_then(|shared| shared.get(&name));
            parameters::effect(&inner(changed), now, roots.from(old, Some(now)))
        }
        ("responses", rest) => effect_on_response(rest, changed, within),
        (_, rest) => judge(direction, rest, changed, within),
    });
    let effect = effects.max_by_key(|rule| rule.effect == Effect::Breaks);
    let place = Path::of(changed.steps.iter().skip(1).cloned());
    let what = match (holder, rest) {
        ("parameters", []) => message!("The shared parameter “{name}”", name),
        ("responses", []) => message!("The shared response “{name}”", name),
        (_, []) => message!("The shared schema “{name}”", name),
        ("parameters", _) => message!("“{place}” of the shared parameter “{name}”", place, name),
        ("responses", _) => message!("“{place}” of the shared response “{name}”", place, name),
        _ => message!("“{place}” of the shared schema “{name}”", place, name),
    };
    let mut entry = changed.entry(&subject, Part::Definition, &above, &what, effect);
    entry.reaches = reached;
    entry
}

/// A change of a shared thing, as seen from that thing.
fn inner<'v>(changed: &Changed<'v>) -> Changed<'v> {
    let mut inner = Changed::whole(changed.before, changed.after);
    inner.steps = changed.steps.iter().skip(1).cloned().collect();
    inner
}

/// A change of a setting of the whole connector.
fn general(changed: &Changed<'_>, above: &[&str]) -> Entry {
    let keys: Vec<&str> = above.iter().copied().chain(changed.keys()).collect();
    let above = Path::of(above.iter().copied());
    let place = Path::of(above.steps().iter().chain(&changed.steps).cloned());
    let (subject, effect) = match keys.first() {
        Some(&("securityDefinitions" | "security")) => (
            Subject::Security,
            settings::effect_on_security(&keys, changed),
        ),
        Some(&("host" | "basePath")) => (Subject::General, Some(&ADDRESS_CHANGED)),
        Some(&"schemes") => (Subject::General, loses(changed).then_some(&ADDRESS_CHANGED)),
        Some(&("consumes" | "produces")) => {
            (Subject::General, loses(changed).then_some(&MEDIA_NARROWED))
        }
        _ => (Subject::General, None),
    };
    let what = message!("“{place}”", place);
    changed.entry(&subject, Part::Definition, &above, &what, effect)
}

/// What stands among the paths and is told by no operation.
fn paths(before: Option<&Value>, after: Option<&Value>) -> Vec<Entry> {
    let is_told_elsewhere = |steps: &[&str]| match steps {
        [_, key, ..] => {
            Method::parse(key).is_some()
                || matches!(*key, "parameters" | "x-ms-notification-content")
        }
        _ => false,
    };
    let tells_operations = |changed: &Changed<'_>| {
        let item = changed.before.or(changed.after).and_then(Value::as_object);
        let of_item = |item: &serde_json::Map<String, Value>| {
            item.keys().any(|key| Method::parse(key).is_some())
        };
        changed.kind() != Kind::Reordered
            && match changed.keys()[..] {
                [] => item.is_some_and(|items| !items.is_empty()),
                [_] => item.is_some_and(of_item),
                _ => false,
            }
    };
    let changes = changes(before, after);
    let told = changes
        .iter()
        .filter(|c| !is_told_elsewhere(&c.keys()) && !tells_operations(c));
    told.map(|changed| general(changed, &["paths"])).collect()
}

/// The changes of the files beside the definition and the properties.
pub(super) fn files(before: &Connector, after: &Connector) -> Vec<Entry> {
    let parts = [Part::Script, Part::Icon].into_iter();
    let mut entries: Vec<_> = parts.filter_map(|part| file(before, after, part)).collect();
    entries.extend(attachments(before, after));
    entries
}

/// A change of a part that is one file.
fn file(before: &Connector, after: &Connector, part: Part) -> Option<Entry> {
    let changes = changes(
        Some(before.part(part).root()),
        Some(after.part(part).root()),
    );
    let changed = changes.first()?;
    let (subject, what, effect) = match part {
        Part::Icon => (Subject::Icon, message!("The icon"), None),
        _ => (
            Subject::Code,
            message!("The custom code"),
            Some(&CODE_CHANGED),
        ),
    };
    let mut entry = changed.entry(&subject, part, &Path::root(), &what, effect);
    if part == Part::Icon {
        // Nobody reads Base64.
        (entry.before, entry.after) = (None, None);
    }
    Some(entry)
}

/// The changes of the other files of the package, each as a whole.
fn attachments(before: &Connector, after: &Connector) -> Vec<Entry> {
    let find = |files: &'_ [Attachment], name: &str| {
        let file = files.iter().find(|file| file.name == name);
        file.map(|file| Value::String(file.content.clone()))
    };
    let (old, new) = (before.attachments(), after.attachments());
    let gone = old
        .iter()
        .filter(|file| !new.iter().any(|f| f.name == file.name));
    let mut entries = Vec::new();
    for name in gone.chain(&new).map(|file| file.name.as_str()) {
        let (was, now) = (find(&old, name), find(&new, name));
        if was == now {
            continue;
        }
        let subject = Subject::File {
            name: name.to_owned(),
        };
        let what = message!("The file “{name}”", name);
        let changed = Changed::whole(was.as_ref(), now.as_ref());
        let entry = changed.entry(&subject, Part::Definition, &Path::root(), &what, None);
        entries.push(Entry {
            part: None,
            before: None,
            after: None,
            ..entry
        });
    }
    entries
}
