//! What a connector names and needs: shared things, security definitions, operations, and connection parameters.

use std::collections::BTreeSet;

use serde_json::Value;

use super::whole::{Known, Version, value};
use crate::Part;
use crate::document::{Path, Step};
use crate::policy::{Source, expressions, instances};
use crate::select::NAMING;
use crate::swagger::{Operation, OperationKey, operations};

/// Something that is named elsewhere in the connector.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    /// What stands under this name in this member of the root.
    Shared(&'static str, String),
    /// The operation of this ID.
    Operation(String),
    /// The parameter of this name of the operation of this ID.
    Parameter(String, String),
    /// The parameter of the connection of this name.
    Connection(String),
}

impl Named {
    /// All that a connector names.
    pub(super) fn in_version(version: &Version) -> BTreeSet<Self> {
        let mut found = Self::in_definition(&version.definition);
        found.extend(operations(&version.definition).flat_map(|one| Self::in_operation(&one)));
        found.extend(Self::in_properties(&version.properties));
        found
    }

    /// The parameters that an operation gives to others from which it takes values, and its own that it gives them.
    fn in_operation(operation: &Operation<'_>) -> BTreeSet<Self> {
        let mut found = BTreeSet::new();
        let parameter = |id: &str, name: &str| Self::Parameter(id.to_owned(), name.to_owned());
        let mut open = vec![(operation.json(), false)];
        while let Some((value, names_operations)) = open.pop() {
            match value {
                Value::Object(members) => {
                    let called = members.get("operationId").and_then(Value::as_str);
                    let given = members.get("parameters").and_then(Value::as_object);
                    if let (true, Some(called), Some(given)) = (names_operations, called, given) {
                        found.extend(given.keys().map(|name| parameter(called, name)));
                        let own = given.values().filter_map(|value| {
                            let name = value.get("parameter").or(value.get("parameterReference"));
                            name?.as_str()
                        });
                        found.extend(own.map(|name| parameter(operation.operation_id(), name)));
                    }
                    open.extend(members.iter().map(|(key, value)| {
                        (value, names_operations || NAMING.contains(&key.as_str()))
                    }));
                }
                Value::Array(items) => {
                    open.extend(items.iter().map(|item| (item, names_operations)));
                }
                _ => {}
            }
        }
        found
    }

    /// What policies and the list of the custom code name.
    fn in_properties(properties: &Value) -> BTreeSet<Self> {
        let mut found = BTreeSet::new();
        let operation = |id: &str| Self::Operation(id.to_owned());
        for policy in instances(properties) {
            found.extend(policy.operations().into_iter().map(operation));
            let parameters = policy.parameters().into_iter().flatten();
            let mut open: Vec<&Value> = parameters.map(|(_, value)| value).collect();
            while let Some(value) = open.pop() {
                match value {
                    Value::String(text) => found.extend(Self::in_text(text, properties)),
                    Value::Array(items) => open.extend(items),
                    Value::Object(members) => open.extend(members.values()),
                    _ => {}
                }
            }
        }
        let ids = properties.pointer("/properties/scriptOperations");
        let ids = ids.and_then(Value::as_array).into_iter().flatten();
        found.extend(ids.filter_map(Value::as_str).map(operation));
        found
    }

    /// The connection parameters that a text of a policy asks for; those that the sets of connection parameters have are
    /// no matter here, as each set has its own.
    fn in_text(text: &str, properties: &Value) -> Vec<Self> {
        let sets = properties.pointer("/properties/connectionParameterSets/values");
        let sets = sets
            .and_then(Value::as_array)
            .map_or(&[][..], Vec::as_slice);
        let is_in_set = |name: &str| {
            let in_set = |set: &Value| {
                set.get("parameters")
                    .and_then(|all| all.get(name))
                    .is_some()
            };
            sets.iter().any(in_set)
        };
        let found = expressions(text).unwrap_or_default().into_iter();
        let names = found.filter(|one| one.source == Source::ConnectionParameters);
        let names = names.filter_map(|one| one.name);
        let names = names.filter(|name| !is_in_set(name));
        names
            .map(|name| Self::Connection(name.to_owned()))
            .collect()
    }

    fn in_definition(definition: &Value) -> BTreeSet<Self> {
        let mut found = BTreeSet::new();
        let mut open = vec![(definition, false)];
        while let Some((value, names_operations)) = open.pop() {
            match value {
                Value::Object(members) => {
                    for (key, value) in members {
                        let text = value.as_str();
                        match key.as_str() {
                            "$ref" => found.extend(text.and_then(Self::of_reference)),
                            "operationId" if names_operations => {
                                found.extend(text.map(|id| Self::Operation(id.to_owned())));
                            }
                            key => open.push((value, names_operations || NAMING.contains(&key))),
                        }
                    }
                }
                Value::Array(items) => {
                    open.extend(items.iter().map(|item| (item, names_operations)));
                }
                _ => {}
            }
        }
        let required = operations(definition).filter_map(|one| one.json().get("security"));
        let required = required.chain(definition.get("security"));
        let required = required.filter_map(Value::as_array).flatten();
        let names = required.filter_map(Value::as_object).flatten();
        found.extend(names.map(|(name, _)| Self::Shared("securityDefinitions", name.clone())));
        found
    }

    fn of_reference(reference: &str) -> Option<Self> {
        let (holder, name) = reference.strip_prefix("#/")?.split_once('/')?;
        let holders = ["definitions", "parameters", "responses"];
        let holder = holders.into_iter().find(|known| *known == holder)?;
        let name = name.replace("~1", "/").replace("~0", "~");
        Some(Self::Shared(holder, name))
    }

    /// Where a version, whose operations are `known`, has it.
    pub(super) fn place(&self, version: &Version, known: &Known) -> Option<(Part, Vec<Step>)> {
        let steps = |keys: &[&str]| -> Vec<Step> {
            keys.iter()
                .map(|key| Step::Key((*key).to_owned()))
                .collect()
        };
        let (part, steps) = match self {
            Self::Shared(holder, name) => (Part::Definition, steps(&[holder, name])),
            Self::Connection(name) => (
                Part::Properties,
                steps(&["properties", "connectionParameters", name]),
            ),
            Self::Operation(id) => {
                let key = known.get(id)?.first()?;
                (Part::Definition, key.location().steps().to_vec())
            }
            Self::Parameter(id, name) => {
                let key = known.get(id)?.first()?;
                return Some((Part::Definition, list_with(name, &version.definition, key)?));
            }
        };
        let is_there = value(version.root(part), &steps).is_some();
        is_there.then_some((part, steps))
    }
}

/// The list of parameters that an operation has one of this name from: its own, or that of its path.
fn list_with(name: &str, definition: &Value, key: &OperationKey) -> Option<Vec<Step>> {
    let operation = Operation::find(definition, key)?;
    let parameters = operation.parameters();
    let parameter = parameters.iter().find(|one| one.name() == name)?;
    let own = key.location().join("parameters");
    let of_path = Path::of(["paths", key.path.as_str(), "parameters"]);
    let list = if parameter.path().starts_with(&of_path) {
        of_path
    } else {
        own
    };
    Some(list.steps().to_vec())
}
