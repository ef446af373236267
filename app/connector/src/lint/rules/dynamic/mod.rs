//! Extensions that ask another operation: dynamic values, lists, schemas, properties and trees
//! (spec sections D.3 and D.4).

pub(super) mod arguments;
pub(super) mod capabilities;
mod input;
pub(super) mod labels;
pub(super) mod paths;
pub(super) mod targets;

use serde_json::{Map, Value};

use crate::lint::model::{OperationNode, ParameterNode, SchemaNode};
use crate::lint::place::Place;
use crate::lint::report::Report;

/// The extensions that name an operation to ask.
const EXTENSIONS: [&str; 4] = [
    "x-ms-dynamic-values",
    "x-ms-dynamic-list",
    "x-ms-dynamic-schema",
    "x-ms-dynamic-properties",
];

/// An extension that asks an operation, where it stands.
pub(super) struct Dynamic<'n> {
    /// Its name.
    key: &'static str,
    json: &'n Map<String, Value>,
    /// What it stands beside.
    beside: &'n Map<String, Value>,
    /// The operation whose input it is a part of; none in what is shared.
    source: Option<&'n OperationNode<'n>>,
    place: Place<'n>,
}

impl<'n> Dynamic<'n> {
    fn operation_id(&self) -> Option<&'n str> {
        self.json.get("operationId")?.as_str()
    }

    /// A path string of it, where it has one.
    fn path(&self, key: &str) -> Option<&'n str> {
        self.json.get(key)?.as_str()
    }

    /// What is given to the operation: names and values.
    fn arguments(&self) -> impl Iterator<Item = (&'n str, Given<'n>)> + use<'n> {
        let arguments = self.json.get("parameters").and_then(Value::as_object);
        let arguments = arguments.into_iter().flatten();
        arguments.map(|(name, value)| (name.as_str(), Given::of(value)))
    }

    /// Whether the extension that says the same without doubt stands beside it.
    fn has_successor(&self) -> bool {
        let successor = match self.key {
            "x-ms-dynamic-values" => "x-ms-dynamic-list",
            "x-ms-dynamic-schema" => "x-ms-dynamic-properties",
            _ => return true,
        };
        self.beside.contains_key(successor)
    }
}

/// What an operation is given for one of its parameters.
#[derive(Clone, Copy)]
pub(super) enum Given<'n> {
    /// A value.
    Literal(&'n Value),
    /// The value of a parameter, by its name or the path of a property.
    Reference(&'n str),
    /// Something only a picker knows, or nothing that can be read.
    Else,
}

impl<'n> Given<'n> {
    fn of(value: &'n Value) -> Self {
        let Some(members) = value.as_object() else {
            return Self::Literal(value);
        };
        let text = |key: &str| members.get(key).and_then(Value::as_str);
        match text("parameter").or_else(|| text("parameterReference")) {
            Some(name) => Self::Reference(name),
            None => members.get("value").map_or(Self::Else, Self::Literal),
        }
    }
}

pub(super) fn definition(report: &mut Report<'_>) {
    capabilities::check_definition(report);
}

pub(super) fn parameter(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    if !node.facets.has_extensions {
        return;
    }
    if node.location() == Some(crate::swagger::Location::Body) {
        targets::check_body(node, report);
        return;
    }
    labels::check(node.json, node.facets, &node.place, report);
    check_all(node.json, node.operation, &node.place, report);
}

pub(super) fn schema(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    if !node.facets.has_extensions {
        return;
    }
    labels::check(node.json, node.facets, &node.place, report);
    labels::check_editor(node, report);
    capabilities::check_filters(node, report);
    check_all(node.json, node.operation, &node.place, report);
}

fn check_all(
    json: &Map<String, Value>,
    source: Option<&OperationNode<'_>>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    for key in EXTENSIONS {
        if let Some(extension) = json.get(key).and_then(Value::as_object) {
            let dynamic = Dynamic {
                key,
                json: extension,
                beside: json,
                source,
                place: place.key(key),
            };
            targets::check(&dynamic, report);
            paths::check(&dynamic, report);
            arguments::check(&dynamic, report);
        }
    }
    if let Some(tree) = json.get("x-ms-dynamic-tree").and_then(Value::as_object) {
        let place = place.key("x-ms-dynamic-tree");
        targets::check_tree(tree, &place, report);
        for key in ["open", "browse"] {
            let Some(part) = tree.get(key).and_then(Value::as_object) else {
                continue;
            };
            let dynamic = Dynamic {
                // Its operations are asked as those of lists are.
                key: "x-ms-dynamic-list",
                json: part,
                beside: json,
                source,
                place: place.key(key),
            };
            paths::check(&dynamic, report);
            arguments::check(&dynamic, report);
        }
    }
}
