//! Which operations use what is shared, and which way. References may lead in circles.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use super::judge::Direction;
use super::operations::is_success;
use crate::swagger::{OperationKey, operations};

/// An operation that uses something shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reached {
    /// The operation.
    pub operation: OperationKey,
    /// Its name, as makers see it.
    pub name: String,
    /// Whether it sends it.
    pub input: bool,
    /// Whether it gets it back when all goes well; where it neither sends it nor gets it back, an error tells it.
    pub output: bool,
}

/// What is shared, by the member of the root that holds it and its name.
type Shared = (String, String);

/// The uses of a definition: which shared thing names which, and what operations name themselves.
pub(super) struct Uses {
    users: BTreeMap<Shared, BTreeSet<Shared>>,
    operations: Vec<Named>,
}

struct Named {
    key: OperationKey,
    name: String,
    input: BTreeSet<Shared>,
    output: BTreeSet<Shared>,
    /// What responses name that tell of errors: no flow reads them.
    errors: BTreeSet<Shared>,
}

impl Uses {
    pub(super) fn of(definition: &Value) -> Self {
        let mut users: BTreeMap<Shared, BTreeSet<Shared>> = BTreeMap::new();
        for holder in ["definitions", "parameters", "responses"] {
            let members = definition.get(holder).and_then(Value::as_object);
            for (name, value) in members.into_iter().flatten() {
                for used in references([Some(value)]) {
                    let user = (holder.to_owned(), name.clone());
                    users.entry(used).or_default().insert(user);
                }
            }
        }
        let named = operations(definition).map(|operation| {
            let responses = operation.json().get("responses");
            let of = |wanted: bool| {
                let all = responses.and_then(Value::as_object).into_iter().flatten();
                let some = all.filter(move |(code, _)| is_success(code, responses) == wanted);
                some.map(|(_, response)| Some(response))
            };
            let received = operation.item().get("x-ms-notification-content");
            let sent = [operation.json(), operation.item()].map(|v| v.get("parameters"));
            Named {
                key: operation.key().clone(),
                name: operation.label(),
                input: references(sent),
                output: references(of(true).chain([received])),
                errors: references(of(false)),
            }
        });
        Self {
            operations: named.collect(),
            users,
        }
    }

    /// The operations that use this, on whatever way.
    pub(super) fn reached(&self, holder: &str, name: &str) -> Vec<Reached> {
        let mut found = BTreeSet::new();
        let mut open = vec![(holder.to_owned(), name.to_owned())];
        while let Some(shared) = open.pop() {
            if found.insert(shared.clone()) {
                open.extend(self.users.get(&shared).into_iter().flatten().cloned());
            }
        }
        let names = |named: &&Named| {
            [&named.input, &named.output, &named.errors]
                .into_iter()
                .any(|all| !all.is_disjoint(&found))
        };
        let reached = self.operations.iter().filter(names).map(|named| Reached {
            operation: named.key.clone(),
            name: named.name.clone(),
            input: !named.input.is_disjoint(&found),
            output: !named.output.is_disjoint(&found),
        });
        reached.collect()
    }
}

/// The directions in which something is used.
pub(super) fn directions(reached: &[Reached]) -> impl Iterator<Item = Direction> {
    let input = reached.iter().any(|one| one.input);
    let output = reached.iter().any(|one| one.output);
    [(input, Direction::Input), (output, Direction::Output)]
        .into_iter()
        .filter_map(|(is_used, direction)| is_used.then_some(direction))
}

/// What the references in these values lead to.
fn references<'v>(values: impl IntoIterator<Item = Option<&'v Value>>) -> BTreeSet<Shared> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&Value> = values.into_iter().flatten().collect();
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                let reference = members.get("$ref").and_then(Value::as_str);
                found.extend(reference.and_then(shared));
                open.extend(members.values());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    found
}

/// What a reference leads to, or into.
fn shared(reference: &str) -> Option<Shared> {
    let mut steps = reference.strip_prefix("#/")?.split('/');
    let mut step = || Some(steps.next()?.replace("~1", "/").replace("~0", "~"));
    Some((step()?, step()?))
}
