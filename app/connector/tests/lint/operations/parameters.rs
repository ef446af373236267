//! Rules of parameters, alone and beside one another.

use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::lint::{Profile, Severity, lint};

use super::super::{Case, definition, fires, found, operation, parameter, pointer, silent};
use super::{named, paths};

const AT: &str = "/paths/~1parcels/get/parameters/0";

pub(super) fn cases() -> Vec<Case> {
    let mut cases = alone();
    cases.extend(lists());
    cases.extend(references());
    cases
}

/// A path parameter with `more` in it.
fn in_path(more: Value) -> Connector {
    let mut id = json!({ "name": "id", "in": "path", "type": "string" });
    id.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    paths(json!({ "/parcels/{id}": { "get": named("Get"), "parameters": [id] } }))
}

fn alone() -> Vec<Case> {
    vec![
        fires(
            "ConnectionIdParameterNotAllowed",
            parameter(json!({ "name": "connectionId" })),
            "/paths/~1parcels/get/parameters/0/name",
        ),
        silent(
            "ConnectionIdParameterNotAllowed",
            parameter(json!({ "name": "connection" })),
        ),
        fires(
            "InvalidFormDataParameterName",
            parameter(json!({ "name": "größe", "in": "formData" })),
            "/paths/~1parcels/get/parameters/0/name",
        ),
        silent(
            "InvalidFormDataParameterName",
            parameter(json!({ "name": "size", "in": "formData" })),
        ),
        fires(
            "PathParameterMustBeRequired",
            in_path(json!({})),
            "/paths/~1parcels~1{id}/parameters/0",
        ),
        fires(
            "PathParameterMustBeRequired",
            in_path(json!({ "required": false })),
            "/paths/~1parcels~1{id}/parameters/0/required",
        ),
        silent(
            "PathParameterMustBeRequired",
            in_path(json!({ "required": true })),
        ),
        fires(
            "CollectionFormatValueNotSupported",
            parameter(
                json!({ "type": "array", "items": { "type": "string" }, "collectionFormat": "multi" }),
            ),
            "/paths/~1parcels/get/parameters/0/collectionFormat",
        ),
        silent(
            "CollectionFormatValueNotSupported",
            parameter(
                json!({ "type": "array", "items": { "type": "string" }, "collectionFormat": "csv" }),
            ),
        ),
        fires(
            "FileParameterMustBeInFormData",
            parameter(json!({ "type": "file" })),
            "/paths/~1parcels/get/parameters/0/type",
        ),
        silent(
            "FileParameterMustBeInFormData",
            parameter(json!({ "type": "file", "in": "formData" })),
        ),
        fires(
            "PathParameterMissingEncoding",
            in_path(json!({})),
            "/paths/~1parcels~1{id}/parameters/0",
        ),
        silent(
            "PathParameterMissingEncoding",
            in_path(json!({ "x-ms-url-encoding": "double" })),
        ),
        fires(
            "QueryParameterEncodingNotSupported",
            parameter(json!({ "x-ms-url-encoding": "single" })),
            "/paths/~1parcels/get/parameters/0/x-ms-url-encoding",
        ),
        silent(
            "QueryParameterEncodingNotSupported",
            in_path(json!({ "x-ms-url-encoding": "single" })),
        ),
        fires(
            "ReservedParameterIsUsed",
            parameter(json!({ "name": "Host", "in": "header" })),
            "/paths/~1parcels/get/parameters/0/name",
        ),
        silent(
            "ReservedParameterIsUsed",
            parameter(json!({ "name": "Host", "in": "query" })),
        ),
    ]
}

fn lists() -> Vec<Case> {
    let of_operation = |list: Value| operation(json!({ "parameters": list }));
    let of_path =
        |list: Value| paths(json!({ "/parcels": { "get": named("List"), "parameters": list } }));
    let state = |kind: &str| json!({ "name": "state", "in": "query", "type": kind });
    let body = |name: &str| json!({ "name": name, "in": "body", "schema": { "type": "object" } });
    let field = json!({ "name": "file", "in": "formData", "type": "file" });
    vec![
        fires(
            "BodyOrFormDataParameterInFetchOperationNotAllowed",
            operation(
                json!({ "x-ms-notification": { "operationId": "Hook" }, "parameters": [body("body")] }),
            ),
            AT,
        ),
        silent(
            "BodyOrFormDataParameterInFetchOperationNotAllowed",
            operation(
                json!({ "x-ms-notification": { "operationId": "Hook" }, "parameters": [state("string")] }),
            ),
        ),
        fires(
            "OperationParametersAreNotUnique",
            of_operation(json!([state("string"), state("string")])),
            "/paths/~1parcels/get/parameters/1",
        ),
        silent(
            "OperationParametersAreNotUnique",
            of_operation(json!([state("string"), state("integer")])),
        ),
        fires(
            "OperationParametersContainDuplicateParameter",
            of_operation(json!([state("string"), state("integer")])),
            "/paths/~1parcels/get/parameters/1",
        ),
        silent(
            "OperationParametersContainDuplicateParameter",
            of_operation(json!([state("string"), field])),
        ),
        fires(
            "OperationParametersContainMultipleBodyParameters",
            of_operation(json!([body("one"), body("other")])),
            "/paths/~1parcels/get/parameters/1",
        ),
        silent(
            "OperationParametersContainMultipleBodyParameters",
            of_operation(json!([body("one")])),
        ),
        fires(
            "PathParametersContainDuplicateParameter",
            of_path(json!([state("string"), state("integer")])),
            "/paths/~1parcels/parameters/1",
        ),
        silent(
            "PathParametersContainDuplicateParameter",
            of_path(json!([state("string")])),
        ),
        fires(
            "PathParametersContainMultipleBodyParameters",
            of_path(json!([body("one"), body("other")])),
            "/paths/~1parcels/parameters/1",
        ),
        silent(
            "PathParametersContainMultipleBodyParameters",
            of_path(json!([body("one"), state("string")])),
        ),
        fires(
            "ParameterListContainsFormDataAndBody",
            of_operation(json!([body("body"), field])),
            "/paths/~1parcels/get/parameters/1",
        ),
        silent(
            "ParameterListContainsFormDataAndBody",
            of_operation(json!([state("string"), field])),
        ),
        fires(
            "G20-ref-params",
            paths(json!({
                "/a": { "get": { "operationId": "A", "parameters": [state("string")], "responses": {} } },
                "/b": { "get": { "operationId": "B", "parameters": [state("string")], "responses": {} } }
            })),
            "/paths/~1b/get/parameters/0",
        ),
        silent(
            "G20-ref-params",
            paths(json!({
                "/a": { "get": { "operationId": "A", "parameters": [state("string")], "responses": {} } },
                "/b": { "get": { "operationId": "B", "parameters": [state("integer")], "responses": {} } }
            })),
        ),
    ]
}

fn references() -> Vec<Case> {
    let refers = |target: &str| {
        let mut operation = named("List");
        operation["parameters"] = json!([{ "$ref": target }]);
        definition(json!({
            "paths": { "/parcels": { "get": operation } },
            "parameters": {
                "State": { "name": "state", "in": "query", "type": "string" },
                "a/b": { "name": "other", "in": "query", "type": "string" }
            }
        }))
    };
    let at = "/paths/~1parcels/get/parameters/0/$ref";
    vec![
        fires(
            "ParameterReferenceNotFound",
            refers("#/parameters/Sate"),
            at,
        ),
        silent("ParameterReferenceNotFound", refers("#/parameters/a~1b")),
        fires(
            "ParameterReferenceNotValid",
            refers("#/definitions/State"),
            at,
        ),
        fires("ParameterReferenceNotValid", refers("State"), at),
        silent("ParameterReferenceNotValid", refers("#/parameters/State")),
        fires(
            "ParameterRefLoopNotAllowed",
            definition(json!({ "parameters": { "A": { "$ref": "#/parameters/A" } } })),
            "/parameters/A/$ref",
        ),
        silent("ParameterRefLoopNotAllowed", refers("#/parameters/State")),
    ]
}

#[test]
fn a_reference_that_leads_nowhere_is_told_what_was_meant() {
    let mut operation = named("List");
    operation["parameters"] = json!([{ "$ref": "#/parameters/Sate" }]);
    operation["responses"] = json!({ "200": { "$ref": "#/responses/Parcel" } });
    let connector = definition(json!({
        "paths": { "/parcels": { "get": operation } },
        "parameters": { "State": { "name": "state", "in": "query", "type": "string" } },
        "responses": { "Parcels": { "description": "The parcels." } }
    }));
    let message = |rule| found(&connector, rule).remove(0).message.to_string();
    assert!(message("ParameterReferenceNotFound").ends_with("Is “#/parameters/State” meant?"));
    assert!(message("ResponseReferenceNotFound").ends_with("Is “#/responses/Parcels” meant?"));
}

#[test]
fn a_parameter_that_stands_there_many_times_is_found_each_time_but_the_first() {
    let list = vec![json!({ "name": "state", "in": "query", "type": "string" }); 5000];
    let connector = operation(json!({ "parameters": list }));
    assert_eq!(
        found(&connector, "OperationParametersAreNotUnique").len(),
        4999
    );
}

#[test]
fn a_parameter_that_refers_to_itself_has_one_error() {
    let connector = definition(json!({
        "paths": { "/parcels": { "get": {
            "operationId": "ListParcels", "summary": "List parcels", "description": "Lists parcels.",
            "parameters": [{ "$ref": "#/parameters/Loop" }],
            "responses": { "200": { "description": "OK" } }
        } } },
        "parameters": { "Loop": { "$ref": "#/parameters/Loop" } }
    }));
    let findings = lint(&connector, Profile::Custom);
    let errors = findings
        .iter()
        .filter(|one| one.severity == Severity::Error);
    let told: Vec<_> = errors
        .map(|one| (one.rule.id, pointer(&connector, one), &one.message))
        .collect();
    assert_eq!(told.len(), 1, "{told:#?}");
}
