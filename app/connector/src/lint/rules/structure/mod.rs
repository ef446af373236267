//! Structure: which members an object may have, and what their values may be.
//!
//! Swagger 2.0 and the platform's extensions as tables ([`shapes`], [`extension_shapes`]), wider than
//! the schema files that the platform publishes, which refuse much of what it accepts (spec section K).

mod extension_shapes;
pub(super) mod extensions;
pub(super) mod keywords;
mod shape;
mod shapes;
pub(in crate::lint) mod twins;
pub(super) mod values;

use serde_json::Value;

use crate::document::Path;
use crate::lint::model::{
    FacetKind, FacetNode, OperationNode, ParameterNode, PathNode, ResponseNode, SchemaNode,
};
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::message::phrase;
use crate::swagger::Location;
use shape::{Want, check_shape};

pub(super) fn definition(report: &mut Report<'_>) {
    let root = report.model().definition();
    let path = Path::root();
    let place = Place::of(&path);
    let Some(json) = root.as_object() else {
        values::not_an_object(root, phrase!("The definition"), &place, report);
        return;
    };
    check_shape(json, &shapes::ROOT, &place, report);
    let member = |key: &str| json.get(key).and_then(Value::as_object);
    if let Some(info) = member("info") {
        let place = place.key("info");
        check_shape(info, &shapes::INFO, &place, report);
        for (key, shape) in [("contact", &shapes::CONTACT), ("license", &shapes::LICENSE)] {
            if let Some(json) = info.get(key).and_then(Value::as_object) {
                check_shape(json, shape, &place.key(key), report);
            }
        }
    }
    check_docs(json.get("externalDocs"), &place, report);
    check_tags(json.get("tags"), &place.key("tags"), report);
    values::check_sections(json, &place, report);
}

/// `externalDocs` of what stands at a place.
fn check_docs(docs: Option<&Value>, place: &Place<'_>, report: &mut Report<'_>) {
    if let Some(docs) = docs.and_then(Value::as_object) {
        let place = place.key("externalDocs");
        check_shape(docs, &shapes::EXTERNAL_DOCS, &place, report);
    }
}

fn check_tags(tags: Option<&Value>, place: &Place<'_>, report: &mut Report<'_>) {
    let Some(tags) = tags.and_then(Value::as_array) else {
        return;
    };
    for (index, tag) in tags.iter().enumerate() {
        let place = place.item(tags, index);
        match tag.as_object() {
            Some(json) => {
                check_shape(json, &shapes::TAG, &place, report);
                check_docs(json.get("externalDocs"), &place, report);
            }
            None => values::not_an_object(tag, phrase!("A tag"), &place, report),
        }
    }
}

pub(super) fn path(node: &PathNode<'_>, report: &mut Report<'_>) {
    check_shape(node.json, &shapes::PATH_ITEM, &node.place, report);
    let content = node.json.get("x-ms-notification-content");
    if let Some(content) = content.and_then(Value::as_object) {
        let place = node.place.key("x-ms-notification-content");
        check_shape(
            content,
            &extension_shapes::NOTIFICATION_CONTENT,
            &place,
            report,
        );
    }
    values::check_parameter_list(node.json.get("parameters"), &node.place, report);
}

pub(super) fn operation(node: &OperationNode<'_>, report: &mut Report<'_>) {
    let place = node.place();
    check_shape(node.json(), &shapes::OPERATION, &place, report);
    check_docs(node.json().get("externalDocs"), &place, report);
    values::check_parameter_list(node.json().get("parameters"), &place, report);
    values::check_responses(node, report);
}

pub(super) fn parameter(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    // A shared parameter that refers to another one has a rule of its own; it is no parameter to look at.
    if node.facets.reference.is_some_and(Value::is_string) {
        return;
    }
    if node.location() == Some(Location::Body) {
        keywords::check_body(node, report);
        check_shape(node.json, &shapes::BODY_PARAMETER, &node.place, report);
    } else {
        keywords::check_not_body(node, report);
        check_shape(node.json, &shapes::PARAMETER, &node.place, report);
    }
    keywords::check_name(node, report);
}

pub(super) fn response(node: &ResponseNode<'_>, report: &mut Report<'_>) {
    if !node.json.contains_key("$ref") {
        check_shape(node.json, &shapes::RESPONSE, &node.place, report);
        values::check_headers(node, report);
    }
}

pub(super) fn schema(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    if let Some(reference) = node.facets.reference {
        values::check("$ref", reference, Want::Text, &node.place, report);
        keywords::check_beside_reference(node.json, phrase!("schema"), &node.place, report);
        return;
    }
    check_shape(node.json, &shapes::SCHEMA, &node.place, report);
    let facets = node.facets;
    if let Some(xml) = facets.xml.and_then(Value::as_object) {
        check_shape(xml, &shapes::XML, &node.place.key("xml"), report);
    }
    check_docs(facets.external_docs, &node.place, report);
}

pub(super) fn facets(node: &FacetNode<'_>, report: &mut Report<'_>) {
    match node.kind {
        FacetKind::Items => check_shape(node.json, &shapes::ITEMS, &node.place, report),
        FacetKind::Header => check_shape(node.json, &shapes::HEADER, &node.place, report),
        FacetKind::Schema | FacetKind::Parameter => {}
    }
}
