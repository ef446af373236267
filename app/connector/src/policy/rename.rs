//! Policies follow a connection parameter that gets another name.

use serde_json::{Value, json};

use super::{Source, expressions, instances};
use crate::document::{Edit, Path};
use crate::{Connector, Part};

/// The edits that make every `@connectionParameters('from')` of the policies say `to`. Texts whose
/// expressions cannot be read stay as they are.
#[must_use]
pub fn rename_connection_parameter(connector: &Connector, from: &str, to: &str) -> Vec<Edit> {
    let mut found = Vec::new();
    for instance in instances(connector.properties()) {
        if let Some(parameters) = instance.parameters() {
            for (key, value) in parameters {
                let place = instance.path().join("parameters").join(key.as_str());
                texts(value, &place, &mut found);
            }
        }
    }
    let renamed = found.into_iter().filter_map(|(place, text)| {
        let text = renamed(text, from, to)?;
        connector.set(Part::Properties, &place, Some(json!(text)))
    });
    renamed.collect()
}

fn texts<'v>(value: &'v Value, place: &Path, found: &mut Vec<(Path, &'v str)>) {
    match value {
        Value::String(text) => found.push((place.clone(), text)),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                texts(item, &place.join(index), found);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                texts(member, &place.join(key.as_str()), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn renamed(text: &str, from: &str, to: &str) -> Option<String> {
    let mut result = text.to_owned();
    let found = expressions(text).ok()?;
    let named = found.iter().filter(|expression| {
        expression.source == Source::ConnectionParameters && expression.name == Some(from)
    });
    // From the last to the first, so that the ranges of those before stay true.
    for expression in named.collect::<Vec<_>>().into_iter().rev() {
        let range = expression.range.clone();
        let own = text.get(range.clone())?;
        result.replace_range(range, &own.replacen(from, to, 1));
    }
    (result != text).then_some(result)
}
