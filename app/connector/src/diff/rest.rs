//! What happened to everything but operations.

use super::changes::changes_between;
use super::operations::effect_of_output;
use super::rules::*;
use super::{Changed, Entry, Subject};
use crate::{Connector, Part};

/// The changes, part by part.
pub(super) fn entries(before: &Connector, after: &Connector) -> Vec<Entry> {
    let parts = [Part::Definition, Part::Properties, Part::Script, Part::Icon];
    let of_part = |part: Part| {
        let (old, new) = (before.part(part).root(), after.part(part).root());
        let edits = changes_between(part, old, new);
        let entries = edits.iter().filter_map(|edit| told(&Changed::of(edit)));
        entries.collect::<Vec<_>>()
    };
    parts.into_iter().flat_map(of_part).collect()
}

/// A change as an entry; none when it is one of operations, which are told by themselves.
fn told(changed: &Changed<'_>) -> Option<Entry> {
    let keys = changed.keys();
    let (subject, effect) = match changed.edit.part {
        Part::Definition => in_definition(&keys, changed)?,
        Part::Properties => in_properties(&keys, changed),
        Part::Script => (Subject::Code, Some(&CODE_CHANGED)),
        Part::Icon => (Subject::Icon, None),
    };
    let path = changed.edit.path.clone();
    let what = match changed.edit.part {
        Part::Script => "The custom code".to_owned(),
        Part::Icon => "The icon".to_owned(),
        _ => format!("“{path}”"),
    };
    let mut entry = changed.entry(&subject, path, &what, effect);
    if subject == Subject::Icon {
        // Nobody reads Base64.
        (entry.before, entry.after) = (None, None);
    }
    Some(entry)
}

type Judged = (Subject, Option<&'static EffectRule>);

fn in_definition(keys: &[&str], changed: &Changed<'_>) -> Option<Judged> {
    Some(match keys {
        ["paths", ..] => return None,
        ["definitions", name, rest @ ..] => (
            Subject::Schema {
                name: (*name).to_owned(),
            },
            effect_of_output(rest, changed),
        ),
        ["securityDefinitions" | "security", ..] => {
            (Subject::Security, Some(&AUTHENTICATION_CHANGED))
        }
        ["host" | "basePath" | "schemes", ..] => (Subject::General, Some(&ADDRESS_CHANGED)),
        _ => (Subject::General, None),
    })
}

fn in_properties(keys: &[&str], changed: &Changed<'_>) -> Judged {
    match keys {
        ["properties", "policyTemplateInstances", ..] => {
            (Subject::Policies, Some(&POLICIES_CHANGED))
        }
        ["properties", "scriptOperations", ..] => (Subject::Code, Some(&CODE_CHANGED)),
        [
            "properties",
            "connectionParameters" | "connectionParameterSets",
            ..,
            last,
        ] => {
            let whole = keys.len() <= 3 && changed.is_gone();
            let breaks = whole || *last == "type" || *last == "identityProvider";
            (Subject::Security, breaks.then_some(&AUTHENTICATION_CHANGED))
        }
        [
            "properties",
            "connectionParameters" | "connectionParameterSets",
        ] => (Subject::Security, Some(&AUTHENTICATION_CHANGED)),
        _ => (Subject::General, None),
    }
}
