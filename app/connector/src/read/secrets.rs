//! Client secrets in properties. A connector is shared, listed and exported, so it holds none.

use serde_json::Value;

use super::ReadFinding;
use crate::document::{Change, Edit, Path, Step};
use crate::message::message;
use crate::{Connector, Part};

/// Takes the client secrets out, and names each.
pub(super) fn leave_out(connector: &mut Connector, file: &str, findings: &mut Vec<ReadFinding>) {
    for place in take_out(connector) {
        findings.push(ReadFinding::of_file(
            file,
            message!("{place} was left out: a connector holds no secrets. Enter it again where the connector is used.", place),
        ));
    }
}

/// Takes the client secrets out; where they were.
pub(crate) fn take_out(connector: &mut Connector) -> Vec<Path> {
    let places = places(connector.properties());
    for path in &places {
        let edit = Edit {
            part: Part::Properties,
            path: path.clone(),
            change: Change::Put {
                before: connector.get(Part::Properties, path).cloned(),
                after: None,
                at: None,
            },
        };
        // The member has just been found there, so this cannot fail.
        let _ = connector.apply(&edit);
    }
    places
}

fn places(properties: &Value) -> Vec<Path> {
    let properties_path = Path::of(["properties"]);
    let mut lists = vec![properties_path.join("connectionParameters")];
    let sets = properties_path
        .join("connectionParameterSets")
        .join("values");
    let count = sets
        .get(properties)
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    lists.extend((0..count).map(|set| sets.join(Step::Index(set)).join("parameters")));
    lists
        .iter()
        .flat_map(|list| {
            let parameters = list.get(properties).and_then(Value::as_object);
            let keys = parameters.into_iter().flat_map(|p| p.keys());
            keys.map(|key| {
                list.join(key.as_str())
                    .join("oAuthSettings")
                    .join("clientSecret")
            })
        })
        .filter(|path| path.get(properties).is_some_and(|secret| !is_blank(secret)))
        .collect()
}

fn is_blank(secret: &Value) -> bool {
    secret.is_null() || secret.as_str().is_some_and(|text| text.trim().is_empty())
}
