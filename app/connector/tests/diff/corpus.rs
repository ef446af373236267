//! Real connectors: whatever differs is told, and nothing that does not.

use serde_json::{Value, json};
use tenon_connector::diff::diff;
use tenon_connector::document::{Change, Edit, Path, Step};
use tenon_connector::{Connector, Part};

use super::samples::connectors;

fn samples() -> Vec<Connector> {
    connectors()
        .into_iter()
        .map(|(_, connector)| connector)
        .collect()
}

/// Every place of a tree, its root aside.
fn places(value: &Value, path: &Path, found: &mut Vec<Path>) {
    let children: Vec<(Step, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(key, value)| (Step::from(key.as_str()), value))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(index, value)| (Step::Index(index), value))
            .collect(),
        _ => return,
    };
    for (step, value) in children {
        let path = path.join(step);
        found.push(path.clone());
        places(value, &path, found);
    }
}

/// A value that stands where something else is expected; or none: what was there is gone.
fn odd(number: usize) -> Option<Value> {
    let values = [
        None,
        Some(Value::Null),
        Some(json!("odd")),
        Some(json!([{"name": 1, "in": {}}, []])),
        Some(json!({"$ref": "#/definitions/odd", "parameters": {}, "properties": [1]})),
        Some(json!(1e3)),
    ];
    values.into_iter().nth(number % 6).unwrap()
}

#[test]
fn whatever_changes_in_a_real_connector_is_told_in_both_directions() {
    for (number, connector) in samples().iter().enumerate() {
        assert!(diff(connector, connector).entries.is_empty());
        for part in [Part::Definition, Part::Properties] {
            let mut found = Vec::new();
            places(connector.part(part).root(), &Path::root(), &mut found);
            let stride = found.len() / 4 + 1;
            for (turn, path) in found
                .iter()
                .skip(number % stride)
                .step_by(stride)
                .enumerate()
            {
                let mut changed = connector.clone();
                let before = connector.get(part, path).cloned();
                let after = odd(number + turn);
                if before == after {
                    continue;
                }
                let change = Change::Put {
                    before,
                    after,
                    at: None,
                };
                let edit = Edit {
                    part,
                    path: path.clone(),
                    change,
                };
                changed.apply(&edit).unwrap();
                let (there, back) = (diff(connector, &changed), diff(&changed, connector));
                assert!(!there.entries.is_empty(), "{}: {path}", connector.title());
                assert!(!back.entries.is_empty(), "{}: {path}", connector.title());
            }
        }
    }
}

#[test]
fn unlike_connectors_are_compared_too() {
    for pair in samples().windows(2) {
        let [one, other] = pair else { continue };
        let difference = diff(one, other);
        let is_told = |title: &str| {
            difference
                .entries
                .iter()
                .any(|e| e.after.as_deref() == Some(title))
        };
        assert!(one.title() == other.title() || is_told(other.title()));
    }
}
