//! The walk through a unit of a connector, which shows each node to the rules where it is written.
//!
//! References are not followed, so each node is met once: what is shared is a unit of its own.

use serde_json::{Map, Value};

use super::model::{
    FacetKind, FacetNode, Facets, OperationNode, ParameterNode, PathNode, ResponseNode, Role,
    SchemaNode, SchemaPosition, Shared,
};
use super::place::Place;
use super::report::Report;
use super::rules;
use super::unit::Unit;
use crate::document::Path;
use crate::swagger::Location;
use crate::{Connector, Part};

/// The deepest nesting of schemas in one another that is walked; the rule `SchemaTooDeep` speaks
/// of what lies deeper.
pub(in crate::lint) const MAX_DEPTH: usize = 60;

type Object = Map<String, Value>;

/// Shows every node of a unit to the rules.
pub(in crate::lint) fn walk(unit: &Unit, connector: &Connector, report: &mut Report<'_>) {
    let json = unit.json(connector).and_then(Value::as_object);
    rules::text(unit, connector, report);
    report.about(Part::Definition);
    match (unit, json) {
        (Unit::Definition, _) => rules::definition(report),
        (Unit::Path(path), Some(json)) => walk_path(path, json, report),
        (Unit::Shared(shared, name), Some(json)) => walk_shared(*shared, name, json, report),
        // What is no object is told where the definition is looked at as a whole.
        (Unit::Path(_) | Unit::Shared(..), None) => {}
        (Unit::Properties, _) => {
            report.about(Part::Properties);
            rules::properties(report);
        }
        (Unit::Script, _) => {
            report.about(Part::Script);
            rules::script(report);
        }
        (Unit::Icon, _) => {
            report.about(Part::Icon);
            rules::icon(report);
        }
    }
}

fn walk_path(path: &str, json: &Object, report: &mut Report<'_>) {
    let root = Path::of(["paths"]);
    let root = Place::of(&root);
    let node = PathNode {
        path,
        json,
        place: root.key(path),
    };
    rules::path(&node, report);
    let parameters = json.get("parameters");
    walk_parameters(parameters, &node.place, None, report);
    if let Some(content) = json.get("x-ms-notification-content") {
        let place = node.place.key("x-ms-notification-content");
        walk_notification(content, &place, report);
    }
    for operation in report.model().operations_at(path) {
        walk_operation(operation, report);
    }
}

fn walk_shared(shared: Shared, name: &str, json: &Object, report: &mut Report<'_>) {
    let root = Path::of([shared.key()]);
    let root = Place::of(&root);
    let place = root.key(name);
    match shared {
        Shared::Parameter => {
            walk_parameter(json, place, None, report);
        }
        Shared::Response => {
            let node = ResponseNode {
                name,
                json,
                operation: None,
                place,
            };
            walk_response(&node, report);
        }
        Shared::Definition => {
            let top = Top {
                position: SchemaPosition::Definition(name),
                role: report.model().role_of_definition(name),
                operation: None,
            };
            walk_top(json, top, place, report);
        }
    }
}

fn walk_operation(operation: &OperationNode<'_>, report: &mut Report<'_>) {
    rules::operation(operation, report);
    let place = operation.place();
    let parameters = operation.json().get("parameters");
    walk_parameters(parameters, &place, Some(operation), report);
    let responses = place.key("responses");
    for (status, json) in operation.responses() {
        let Some(json) = json.as_object() else {
            continue;
        };
        if json.contains_key("$ref") {
            continue;
        }
        let node = ResponseNode {
            name: status,
            json,
            operation: Some(operation),
            place: responses.key(status),
        };
        walk_response(&node, report);
    }
}

fn walk_parameters(
    list: Option<&Value>,
    above: &Place<'_>,
    operation: Option<&OperationNode<'_>>,
    report: &mut Report<'_>,
) {
    let Some(items) = list.and_then(Value::as_array) else {
        return;
    };
    let place = above.key("parameters");
    for (index, item) in items.iter().enumerate() {
        if let Some(json) = item.as_object().filter(|json| !json.contains_key("$ref")) {
            let place = place.item(items, index);
            walk_parameter(json, place, operation, report);
        }
    }
}

fn walk_parameter(
    json: &Object,
    place: Place<'_>,
    operation: Option<&OperationNode<'_>>,
    report: &mut Report<'_>,
) {
    let facets = Facets::of(json);
    let node = ParameterNode {
        json,
        facets: &facets,
        operation,
        place,
    };
    rules::parameter(&node, report);
    show_facets(FacetKind::Parameter, json, &facets, place, report);
    walk_items(&facets, &place, 0, report);
    if node.location() == Some(Location::Body)
        && let Some(schema) = facets.schema.and_then(Value::as_object)
    {
        let top = Top {
            position: SchemaPosition::Body,
            role: Role::INPUT,
            operation,
        };
        walk_top(schema, top, place.key("schema"), report);
    }
}

/// The `items` of a parameter or a header, which are no schemas.
fn walk_items(facets: &Facets<'_>, above: &Place<'_>, depth: usize, report: &mut Report<'_>) {
    let Some(json) = facets.items.and_then(Value::as_object) else {
        return;
    };
    if depth == MAX_DEPTH {
        return;
    }
    let place = above.key("items");
    let facets = Facets::of(json);
    show_facets(FacetKind::Items, json, &facets, place, report);
    walk_items(&facets, &place, depth + 1, report);
}

fn show_facets(
    kind: FacetKind,
    json: &Object,
    facets: &Facets<'_>,
    place: Place<'_>,
    report: &mut Report<'_>,
) {
    let node = FacetNode {
        kind,
        json,
        facets,
        place,
    };
    rules::facets(&node, report);
}

fn walk_response(node: &ResponseNode<'_>, report: &mut Report<'_>) {
    rules::response(node, report);
    if let Some(schema) = node.json.get("schema").and_then(Value::as_object) {
        let top = Top {
            position: SchemaPosition::Response,
            role: Role::OUTPUT,
            operation: node.operation,
        };
        walk_top(schema, top, node.place.key("schema"), report);
    }
    let headers = node.json.get("headers").and_then(Value::as_object);
    let place = node.place.key("headers");
    for (name, json) in headers.into_iter().flatten() {
        if let Some(json) = json.as_object() {
            let place = place.key(name);
            let facets = Facets::of(json);
            show_facets(FacetKind::Header, json, &facets, place, report);
            walk_items(&facets, &place, 0, report);
        }
    }
}

fn walk_notification(content: &Value, place: &Place<'_>, report: &mut Report<'_>) {
    if let Some(schema) = content.get("schema").and_then(Value::as_object) {
        let top = Top {
            position: SchemaPosition::Notification,
            role: Role::OUTPUT,
            operation: None,
        };
        walk_top(schema, top, place.key("schema"), report);
    }
}

/// What the walk knows of a schema before it looks at it.
struct Top<'n> {
    position: SchemaPosition<'n>,
    role: Role,
    operation: Option<&'n OperationNode<'n>>,
}

fn walk_top(json: &Object, top: Top<'_>, place: Place<'_>, report: &mut Report<'_>) {
    let facets = Facets::of(json);
    let node = SchemaNode {
        json,
        facets: &facets,
        position: top.position,
        role: top.role,
        above: None,
        depth: 0,
        operation: top.operation,
        place,
    };
    walk_schema(&node, report);
}

fn walk_schema(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    rules::schema(node, report);
    show_facets(
        FacetKind::Schema,
        node.json,
        node.facets,
        node.place,
        report,
    );
    if node.depth == MAX_DEPTH {
        return;
    }
    let place = node.place.key("properties");
    for (name, schema) in node.facets.properties().into_iter().flatten() {
        walk_below(
            node,
            schema,
            SchemaPosition::Property(name),
            place.key(name),
            report,
        );
    }
    match node.facets.items {
        Some(Value::Array(schemas)) => {
            let place = node.place.key("items");
            for (index, schema) in schemas.iter().enumerate() {
                let place = place.item(schemas, index);
                walk_below(node, schema, SchemaPosition::Items, place, report);
            }
        }
        Some(schema) => {
            walk_below(
                node,
                schema,
                SchemaPosition::Items,
                node.place.key("items"),
                report,
            );
        }
        None => {}
    }
    if let Some(schema) = node.facets.additional_properties {
        let place = node.place.key("additionalProperties");
        walk_below(
            node,
            schema,
            SchemaPosition::AdditionalProperties,
            place,
            report,
        );
    }
    if let Some(schemas) = node.facets.all_of.and_then(Value::as_array) {
        let place = node.place.key("allOf");
        for (index, schema) in schemas.iter().enumerate() {
            let place = place.item(schemas, index);
            walk_below(node, schema, SchemaPosition::AllOf, place, report);
        }
    }
}

fn walk_below(
    above: &SchemaNode<'_>,
    schema: &Value,
    position: SchemaPosition<'_>,
    place: Place<'_>,
    report: &mut Report<'_>,
) {
    let Some(json) = schema.as_object() else {
        return;
    };
    let facets = Facets::of(json);
    let node = SchemaNode {
        json,
        facets: &facets,
        position,
        role: above.role,
        above: Some(above),
        depth: above.depth + 1,
        operation: above.operation,
        place,
    };
    walk_schema(&node, report);
}
