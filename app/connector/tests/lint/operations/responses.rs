//! Rules of responses.

use serde_json::{Value, json};

use super::super::{Case, definition, fires, operation, silent};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = of_operations();
    cases.extend(shared());
    cases
}

fn of_operations() -> Vec<Case> {
    let answers = |responses: Value| operation(json!({ "responses": responses }));
    let plain = || json!({ "description": "The answer." });
    let described = || json!({ "description": "The answer.", "schema": { "type": "object", "properties": { "id": {} } } });
    let at = "/paths/~1parcels/get/responses";
    vec![
        fires(
            "OperationHasManyResponsesWithSchema",
            answers(json!({ "200": described(), "404": described() })),
            at,
        ),
        silent(
            "OperationHasManyResponsesWithSchema",
            answers(json!({ "200": described(), "404": plain() })),
        ),
        fires(
            "OperationMustHaveResponse",
            answers(json!({})),
            "/paths/~1parcels/get",
        ),
        fires(
            "OperationMustHaveResponse",
            answers(json!(null)),
            "/paths/~1parcels/get",
        ),
        silent(
            "OperationMustHaveResponse",
            answers(json!({ "default": plain() })),
        ),
        fires(
            "OperationShouldHaveSuccessfulResponse",
            answers(json!({ "default": plain() })),
            at,
        ),
        silent(
            "OperationShouldHaveSuccessfulResponse",
            answers(json!({ "204": plain() })),
        ),
        fires(
            "DefaultResponseHasSchema",
            answers(json!({ "200": plain(), "default": described() })),
            "/paths/~1parcels/get/responses/default",
        ),
        silent(
            "DefaultResponseHasSchema",
            answers(json!({ "200": described(), "default": plain() })),
        ),
        fires(
            "ResponseExampleMustBeProducedByOperation",
            operation(json!({
                "produces": ["application/json"],
                "responses": { "200": { "description": "", "examples": { "application/xml": "<a/>" } } }
            })),
            "/paths/~1parcels/get/responses/200/examples/application~1xml",
        ),
        silent(
            "ResponseExampleMustBeProducedByOperation",
            operation(json!({
                "produces": ["application/json; charset=utf-8"],
                "responses": { "200": { "description": "", "examples": { "application/json": {} } } }
            })),
        ),
        fires(
            "ResponseHeadersAreNotUnique",
            answers(json!({ "200": { "description": "", "headers": {
                "Location": { "type": "string" }, "location": { "type": "string" }
            } } })),
            "/paths/~1parcels/get/responses/200/headers/location",
        ),
        silent(
            "ResponseHeadersAreNotUnique",
            answers(
                json!({ "200": { "description": "", "headers": { "Location": { "type": "string" } } } }),
            ),
        ),
        fires(
            "ResponseMustBeDefaultOrHttpStatusCode",
            answers(json!({ "2XX": plain() })),
            "/paths/~1parcels/get/responses/2XX",
        ),
        silent(
            "ResponseMustBeDefaultOrHttpStatusCode",
            answers(json!({ "418": plain(), "default": plain() })),
        ),
        fires(
            "SchemaDefinitionSetIncorrectly",
            answers(json!({ "202": described() })),
            at,
        ),
        silent(
            "SchemaDefinitionSetIncorrectly",
            answers(json!({ "201": described() })),
        ),
        fires(
            "G19-empty-schema",
            answers(json!({ "200": { "description": "", "schema": {} } })),
            "/paths/~1parcels/get/responses/200/schema",
        ),
        fires(
            "G19-empty-schema",
            answers(json!({ "200": { "description": "", "schema": {
                "type": "object", "title": "Parcel", "properties": {}
            } } })),
            "/paths/~1parcels/get/responses/200/schema",
        ),
        fires(
            "G19-empty-schema",
            answers(json!({ "200": described() })),
            "/paths/~1parcels/get/responses/200/schema/properties/id",
        ),
        silent(
            "G19-empty-schema",
            answers(json!({ "200": { "description": "", "schema": {
                "type": "object", "x-ms-dynamic-schema": { "operationId": "GetSchema", "parameters": {} }
            } } })),
        ),
        silent(
            "G19-empty-schema",
            answers(json!({ "200": { "description": "", "schema": {
                "type": "object", "additionalProperties": { "type": "string" }
            } } })),
        ),
    ]
}

fn shared() -> Vec<Case> {
    let refers = |target: &str| {
        let operation =
            json!({ "operationId": "List", "responses": { "200": { "$ref": target } } });
        definition(json!({
            "paths": { "/parcels": { "get": operation } },
            "responses": { "Parcels": { "description": "The parcels." } }
        }))
    };
    let at = "/paths/~1parcels/get/responses/200/$ref";
    vec![
        fires(
            "ResponseReferenceNotFound",
            refers("#/responses/Parcel"),
            at,
        ),
        silent("ResponseReferenceNotFound", refers("#/responses/Parcels")),
        fires(
            "ResponseReferenceNotValid",
            refers("#/definitions/Parcels"),
            at,
        ),
        fires("ResponseReferenceNotValid", refers("#/responses/a~2"), at),
        silent("ResponseReferenceNotValid", refers("#/responses/Parcels")),
        fires(
            "ResponseRefLoopNotAllowed",
            definition(
                json!({ "responses": { "A": { "$ref": "#/responses/B" }, "B": { "$ref": "#/responses/A" } } }),
            ),
            "/responses/A/$ref",
        ),
        silent("ResponseRefLoopNotAllowed", refers("#/responses/Parcels")),
    ]
}
