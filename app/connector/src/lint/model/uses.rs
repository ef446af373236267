//! Which shared schemas are sent and which are received.

use std::collections::HashMap;

use serde_json::Value;

use super::{OperationNode, Role};
use crate::swagger::Location;

/// The roles of the schemas under `definitions`.
pub(super) struct Uses<'a>(HashMap<&'a str, Role>);

impl<'a> Uses<'a> {
    pub(super) fn of(definition: &'a Value, operations: &[OperationNode<'a>]) -> Self {
        let mut spread = Spread {
            definition,
            roles: HashMap::new(),
            open: Vec::new(),
        };
        for operation in operations {
            for body in operation.parameters_in(Location::Body) {
                spread.mark(body.json(), Role::INPUT);
            }
            for (_, response) in operation.responses() {
                spread.mark_response(response);
            }
            if let Some(content) = operation.notification_content() {
                spread.mark(content, Role::OUTPUT);
            }
        }
        spread.finish();
        Self(spread.roles)
    }

    pub(super) fn role(&self, name: &str) -> Role {
        self.0.get(name).copied().unwrap_or_default()
    }
}

struct Spread<'a> {
    definition: &'a Value,
    roles: HashMap<&'a str, Role>,
    /// Schemas whose own references are still to be marked.
    open: Vec<(&'a str, Role)>,
}

impl<'a> Spread<'a> {
    fn mark_response(&mut self, response: &'a Value) {
        let reference = response.get("$ref").and_then(Value::as_str);
        let shared = reference.and_then(|reference| {
            let name = reference.strip_prefix("#/responses/")?;
            self.definition.get("responses")?.get(name)
        });
        self.mark(shared.unwrap_or(response), Role::OUTPUT);
    }

    /// Marks every definition that something in `value` refers to.
    fn mark(&mut self, value: &'a Value, role: Role) {
        let mut values = vec![value];
        while let Some(value) = values.pop() {
            match value {
                Value::Array(items) => values.extend(items),
                Value::Object(members) => {
                    for (key, value) in members {
                        match value {
                            Value::String(reference) if key == "$ref" => {
                                self.mark_reference(reference, role);
                            }
                            Value::Object(_) | Value::Array(_) => values.push(value),
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn mark_reference(&mut self, reference: &'a str, role: Role) {
        let Some(name) = reference.strip_prefix("#/definitions/") else {
            return;
        };
        let known = self.roles.entry(name).or_default();
        let fresh = Role {
            input: role.input && !known.input,
            output: role.output && !known.output,
        };
        if fresh != Role::default() {
            known.input |= fresh.input;
            known.output |= fresh.output;
            self.open.push((name, fresh));
        }
    }

    fn finish(&mut self) {
        let definitions = self.definition.get("definitions");
        while let Some((name, role)) = self.open.pop() {
            if let Some(schema) = definitions.and_then(|all| all.get(name)) {
                self.mark(schema, role);
            }
        }
    }
}
