//! What chosen operations reach.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::swagger::{Operation, operations};

/// What is reached.
#[derive(Debug, Default)]
pub(super) struct Reached {
    /// The IDs of operations.
    pub(super) operations: BTreeSet<String>,
    /// Entries of `parameters`, `responses` and `definitions`: section and name.
    pub(super) shared: BTreeSet<(String, String)>,
    /// Tags of operations that are left out and of none that is kept.
    pub(super) tags_lost: BTreeSet<String>,
    /// Security definitions that operations require which are left out, and nothing that is kept.
    pub(super) security_lost: BTreeSet<String>,
}

/// The members that name an operation.
pub(crate) const NAMING: [&str; 9] = [
    "x-ms-dynamic-values",
    "x-ms-dynamic-list",
    "x-ms-dynamic-schema",
    "x-ms-dynamic-properties",
    "x-ms-dynamic-tree",
    "x-ms-notification",
    "x-ms-operation-context",
    "x-ms-capabilities",
    "replacement",
];

impl Reached {
    pub(super) fn from(definition: &Value, ids: &[String]) -> Self {
        let mut walk = Walk {
            definition,
            reached: Self::default(),
            open: Vec::new(),
        };
        for id in ids {
            walk.reach_operation(id);
        }
        if let Some(capabilities) = definition.get("x-ms-capabilities") {
            walk.look(capabilities, true);
        }
        walk.finish();
        let mut reached = walk.reached;
        reached.tags_lost = tags_lost(definition, &reached);
        reached.security_lost = security_lost(definition, &reached);
        reached
    }

    /// Whether an operation is kept. One without an ID cannot be chosen, so it goes.
    pub(super) fn keeps(&self, operation: &Operation<'_>) -> bool {
        self.operations.contains(operation.operation_id())
    }
}

fn tags_lost(definition: &Value, reached: &Reached) -> BTreeSet<String> {
    let tags = |kept: bool| -> BTreeSet<String> {
        let wanted = operations(definition).filter(|operation| reached.keeps(operation) == kept);
        let lists = wanted.filter_map(|operation| operation.json().get("tags")?.as_array());
        lists
            .flatten()
            .filter_map(|tag| tag.as_str().map(str::to_owned))
            .collect()
    };
    &tags(false) - &tags(true)
}

fn security_lost(definition: &Value, reached: &Reached) -> BTreeSet<String> {
    let names = |list: Option<&Value>| -> BTreeSet<String> {
        let requirements = list.and_then(Value::as_array).into_iter().flatten();
        let requirements = requirements.filter_map(Value::as_object);
        requirements.flat_map(|all| all.keys().cloned()).collect()
    };
    let required = |kept: bool| -> BTreeSet<String> {
        let wanted = operations(definition).filter(|operation| reached.keeps(operation) == kept);
        wanted
            .flat_map(|operation| names(operation.json().get("security")))
            .collect()
    };
    let kept = &required(true) | &names(definition.get("security"));
    &required(false) - &kept
}

struct Walk<'v> {
    definition: &'v Value,
    reached: Reached,
    /// What is reached and not looked at yet.
    open: Vec<&'v Value>,
}

impl<'v> Walk<'v> {
    fn reach_operation(&mut self, id: &str) {
        if !self.reached.operations.insert(id.to_owned()) {
            return;
        }
        let definition = self.definition;
        let found = operations(definition).find(|operation| operation.operation_id() == id);
        if let Some(operation) = found {
            self.open.push(operation.json());
            let item = operation.item();
            self.open.extend(item.get("parameters"));
            self.open.extend(item.get("x-ms-notification-content"));
        }
    }

    fn reach_reference(&mut self, reference: &str) {
        let mut steps = reference
            .strip_prefix("#/")
            .unwrap_or_default()
            .splitn(3, '/');
        let (Some(section), Some(name)) = (steps.next(), steps.next()) else {
            return;
        };
        let name = name.replace("~1", "/").replace("~0", "~");
        let target = self
            .definition
            .get(section)
            .and_then(|entries| entries.get(&name));
        if target.is_some() && self.reached.shared.insert((section.to_owned(), name)) {
            self.open.extend(target);
        }
    }

    fn finish(&mut self) {
        while let Some(value) = self.open.pop() {
            self.look(value, false);
        }
    }

    /// Looks at a value for references and for names of operations; `names` says that it is in a member that
    /// names operations.
    fn look(&mut self, value: &'v Value, names: bool) {
        let mut open = vec![(value, names)];
        while let Some((value, names)) = open.pop() {
            match value {
                Value::Array(items) => open.extend(items.iter().map(|item| (item, names))),
                Value::Object(members) => {
                    for (key, value) in members {
                        match value {
                            Value::String(reference) if key == "$ref" => {
                                self.reach_reference(reference)
                            }
                            Value::String(id) if names && key == "operationId" => {
                                self.reach_operation(id)
                            }
                            Value::Object(_) | Value::Array(_) => {
                                open.push((value, names || NAMING.contains(&key.as_str())));
                            }
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
    }
}
