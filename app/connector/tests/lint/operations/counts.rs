//! Rules of how much there may be.

use serde_json::{Map, Value, json};
use tenon_connector::Connector;

use super::super::{Case, definition, fires, operation, silent};
use super::{named, paths};

pub(super) fn cases() -> Vec<Case> {
    let paged = |name: &str| operation(json!({ "x-ms-pageable": { "nextLinkName": name } }));
    vec![
        fires(
            "InvalidNextLinkNameValue",
            paged("next"),
            "/paths/~1parcels/get/x-ms-pageable/nextLinkName",
        ),
        fires(
            "InvalidNextLinkNameValue",
            paged("nextlink"),
            "/paths/~1parcels/get/x-ms-pageable/nextLinkName",
        ),
        silent("InvalidNextLinkNameValue", paged("@odata.nextLink")),
        fires(
            "OperationSchemaCountExceedsMaxAllowed",
            answers(16_384),
            "/paths/~1parcels/get",
        ),
        silent("OperationSchemaCountExceedsMaxAllowed", answers(16_383)),
        fires(
            "TotalOperationsCountExceedsMaxAllowed",
            operations(257),
            "/paths",
        ),
        silent("TotalOperationsCountExceedsMaxAllowed", operations(256)),
        fires(
            "BodySchemaCountExceedsMaxAllowed",
            sends(512),
            "/paths/~1parcels/get/parameters/0",
        ),
        silent("BodySchemaCountExceedsMaxAllowed", sends(511)),
        fires(
            "SchemaTooDeep",
            nested(51),
            "/paths/~1parcels/get/parameters/0",
        ),
        silent("SchemaTooDeep", nested(50)),
        fires(
            "TotalSchemaCountExceedsMaxAllowed",
            shares(300, 60),
            "/paths",
        ),
        silent("TotalSchemaCountExceedsMaxAllowed", shares(300, 50)),
        fires(
            "TotalSchemaCountExceedsMaxAllowed",
            answers(16_384),
            "/paths",
        ),
        silent("TotalSchemaCountExceedsMaxAllowed", answers(16_383)),
    ]
}

/// An object schema with this many properties.
fn object(properties: usize) -> Value {
    let properties: Map<String, Value> = (0..properties)
        .map(|number| (format!("p{number}"), json!({ "type": "string" })))
        .collect();
    json!({ "type": "object", "properties": properties })
}

fn answers(properties: usize) -> Connector {
    operation(
        json!({ "responses": { "200": { "description": "", "schema": object(properties) } } }),
    )
}

fn sends(properties: usize) -> Connector {
    operation(
        json!({ "parameters": [{ "name": "body", "in": "body", "schema": object(properties) }] }),
    )
}

fn operations(count: usize) -> Connector {
    let mut items = json!({});
    for number in 0..count {
        items[format!("/p{number}")] = json!({ "get": named(&format!("Get{number}")) });
    }
    paths(items)
}

fn shares(schemas: usize, properties: usize) -> Connector {
    let schemas: Map<String, Value> = (0..schemas)
        .map(|number| (format!("S{number}"), object(properties)))
        .collect();
    definition(json!({ "definitions": schemas }))
}

/// A connector with a body of this many levels, by references.
fn nested(levels: usize) -> Connector {
    let level = |number: usize| {
        let next = format!("#/definitions/L{}", number + 1);
        let below = if number == levels {
            json!({ "type": "string" })
        } else {
            json!({ "$ref": next })
        };
        (
            format!("L{number}"),
            json!({ "type": "array", "items": below }),
        )
    };
    let schemas: Map<String, Value> = (2..=levels).map(level).collect();
    let mut last = schemas;
    last[&format!("L{levels}")] = json!({ "type": "string" });
    let mut send = named("Send");
    send["parameters"] = json!([{ "name": "body", "in": "body", "schema": {
        "type": "array", "items": { "$ref": "#/definitions/L2" }
    } }]);
    definition(json!({ "paths": { "/parcels": { "get": send } }, "definitions": last }))
}
