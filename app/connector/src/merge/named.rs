//! What a definition names and needs: shared things, security definitions, and operations.

use std::collections::BTreeSet;

use serde_json::Value;

use super::whole::{Known, value};
use crate::document::Step;
use crate::select::NAMING;
use crate::swagger::operations;

/// Something that is named elsewhere in the definition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    /// What stands under this name in this member of the root.
    Shared(&'static str, String),
    /// The operation of this ID.
    Operation(String),
}

impl Named {
    /// All that a definition names.
    pub(super) fn in_definition(definition: &Value) -> BTreeSet<Self> {
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

    /// Where a definition, whose operations are `known`, has it.
    pub(super) fn place(&self, definition: &Value, known: &Known) -> Option<Vec<Step>> {
        match self {
            Self::Shared(holder, name) => {
                let steps = vec![Step::Key((*holder).to_owned()), Step::Key(name.clone())];
                value(definition, &steps).is_some().then_some(steps)
            }
            Self::Operation(id) => {
                let key = known.get(id)?.first()?;
                Some(key.location().steps().to_vec())
            }
        }
    }
}
