//! Security definitions that only have another name: connections and flows never see the name.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::rules::SECURITY_RENAMED;
use super::{Entry, Kind, Subject};
use crate::Part;
use crate::document::Path;
use crate::message::message;
use crate::sorting::map_of;
use crate::swagger::operations;

const HOLDER: &str = "securityDefinitions";

/// The names of security definitions that say the same under another name in the newer version, and whose
/// requirements follow: the new names by the old ones.
#[derive(Default)]
pub(super) struct Renamed<'v> {
    names: BTreeMap<&'v str, &'v str>,
    new: BTreeSet<&'v str>,
}

impl<'v> Renamed<'v> {
    pub(super) fn between(before: &'v Value, after: &'v Value) -> Self {
        let (gone, new) = (without(before, after), without(after, before));
        if gone.is_empty() || new.is_empty() {
            return Self::default();
        }
        let mut new_by_text: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (name, value) in new.iter().rev() {
            new_by_text.entry(meaning(value)).or_default().push(name);
        }
        // A name that is required where there is no such definition is a mistake and no new name.
        let (was, now) = (required(before), required(after));
        let pairs = gone.into_iter().filter_map(|(old, value)| {
            let new = new_by_text.get_mut(&meaning(value))?.pop()?;
            (!now.contains(old) && !was.contains(new)).then_some((old, new))
        });
        let names: BTreeMap<_, _> = map_of(pairs);
        let new = names.values().copied().collect();
        Self { names, new }
    }

    /// Whether two requirements (the values of `security`) ask for the same.
    pub(super) fn ask_the_same(&self, was: Option<&Value>, now: Option<&Value>) -> bool {
        let is_same = |was: &Value, now: &Value| match (was.as_object(), now.as_object()) {
            (Some(was), Some(now)) => {
                let scopes = |(name, scopes): (&String, &Value)| {
                    now.get(self.now(name)).is_some_and(|now| now == scopes)
                };
                was.len() == now.len() && was.iter().all(scopes)
            }
            _ => was == now,
        };
        match (was, now) {
            (Some(Value::Array(was)), Some(Value::Array(now))) => {
                was.len() == now.len() && was.iter().zip(now).all(|(was, now)| is_same(was, now))
            }
            (was, now) => was == now,
        }
    }

    fn now<'n>(&self, name: &'n str) -> &'n str
    where
        'v: 'n,
    {
        self.names.get(name).copied().unwrap_or(name)
    }

    /// Whether a member of `securityDefinitions` came or went only by name.
    pub(super) fn tells_of(&self, name: &str) -> bool {
        self.names.contains_key(name) || self.new.contains(name)
    }

    /// What is told of the new names.
    pub(super) fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        self.names.iter().map(|(old, new)| Entry {
            subject: Subject::Security,
            kind: Kind::Renamed,
            part: Some(Part::Definition),
            path: Path::of([HOLDER, new]),
            message: message!(
                "The security definition “{old}” has another name and says the same.",
                old
            ),
            before: Some((*old).to_owned()),
            after: Some((*new).to_owned()),
            effect: Some(&SECURITY_RENAMED),
            reaches: Vec::new(),
        })
    }
}

/// The security definitions of one version whose names the other does not have.
fn without<'v>(one: &'v Value, other: &Value) -> Vec<(&'v str, &'v Value)> {
    let of = |definition: &'v Value| definition.get(HOLDER).and_then(Value::as_object);
    let has = |name: &str| other.get(HOLDER).is_some_and(|all| all.get(name).is_some());
    let all = of(one).into_iter().flatten();
    let all = all.map(|(name, value)| (name.as_str(), value));
    all.filter(|(name, _)| !has(name)).collect()
}

/// What a definition says that anybody notices, as text that is the same whatever the order of its members.
fn meaning(definition: &Value) -> String {
    let Some(members) = definition.as_object() else {
        return definition.to_string();
    };
    let is_told = |key: &str| key != "description" && !key.starts_with("x-");
    let members = members.iter().filter(|(key, _)| is_told(key));
    let sorted: BTreeMap<&String, &Value> = map_of(members);
    let text = |(key, value): (&&String, &&Value)| format!("{key}\0{value}\0");
    sorted.iter().map(text).collect()
}

/// The names that are required anywhere.
fn required(definition: &Value) -> BTreeSet<&str> {
    let all = operations(definition).filter_map(|operation| operation.json().get("security"));
    let all = all.chain(definition.get("security"));
    let requirements = all.filter_map(Value::as_array).flatten();
    let names = requirements.filter_map(Value::as_object);
    names
        .flat_map(|names| names.keys().map(String::as_str))
        .collect()
}
