//! Which shared schemas are sent and which are received.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

use super::{Role, Shared};
use crate::lint::unit::Unit;

/// The schemas under `definitions` that a unit refers to, and in which role.
pub(in crate::lint) type References<Name> = BTreeSet<(Name, Role)>;

/// The schemas that a unit refers to. Of the references in a schema the role is not known: it
/// is that of the schema.
pub(in crate::lint) fn references<'v>(unit: &Unit, json: &'v Value) -> References<&'v str> {
    let mut found = References::new();
    let mut open: Vec<(&'v Value, Option<Role>)> = match (unit, json) {
        // Parameters are sent, in a path as in each of its operations; the rest is received.
        (Unit::Path(_), Value::Object(item)) => {
            let operations = item.values().filter_map(Value::as_object).flatten();
            let members = item
                .iter()
                .filter(|(_, value)| value.is_array())
                .chain(operations);
            let content = item.get("x-ms-notification-content");
            members
                .map(|(key, value)| (value, unit.role_of(key)))
                .chain(content.map(|content| (content, Some(Role::OUTPUT))))
                .collect()
        }
        _ => vec![(json, unit.role_of(""))],
    };
    while let Some((value, role)) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items.iter().map(|item| (item, role))),
            Value::Object(members) => {
                for (key, value) in members {
                    match value {
                        Value::String(reference) if key == "$ref" => {
                            if let Some(name) = reference.strip_prefix("#/definitions/") {
                                found.insert((name, role.unwrap_or_default()));
                            }
                        }
                        Value::Object(_) | Value::Array(_) => open.push((value, role)),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    found
}

/// The roles of the schemas under `definitions`.
#[derive(Clone, Debug, Default)]
pub(in crate::lint) struct Uses(HashMap<String, Role>);

impl Uses {
    /// What the references of all units come to.
    pub(in crate::lint) fn of<'u, Name: AsRef<str> + 'u>(
        units: impl Iterator<Item = (&'u Unit, &'u References<Name>)>,
    ) -> Self {
        let mut schemas: HashMap<&str, &References<Name>> = HashMap::new();
        let mut open: Vec<(&str, Role)> = Vec::new();
        for (unit, references) in units {
            match unit {
                Unit::Shared(Shared::Definition, name) => {
                    schemas.insert(name, references);
                }
                _ => open.extend(references.iter().map(|(name, role)| (name.as_ref(), *role))),
            }
        }
        let mut roles: HashMap<String, Role> = HashMap::new();
        while let Some((name, role)) = open.pop() {
            let known = roles.entry(name.to_owned()).or_default();
            let fresh = Role {
                input: role.input && !known.input,
                output: role.output && !known.output,
            };
            if fresh == Role::default() {
                continue;
            }
            known.input |= fresh.input;
            known.output |= fresh.output;
            let below = schemas.get(name).copied().into_iter().flatten();
            open.extend(below.map(|(name, _)| (name.as_ref(), fresh)));
        }
        Self(roles)
    }

    pub(in crate::lint) fn role(&self, name: &str) -> Role {
        self.0.get(name).copied().unwrap_or_default()
    }
}
