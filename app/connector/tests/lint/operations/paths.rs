//! Rules of paths.

use serde_json::json;
use tenon_connector::Connector;

use super::super::{Case, fires, found, silent};
use super::{named, paths};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = alone();
    cases.extend(beside());
    cases
}

fn alone() -> Vec<Case> {
    let with = |path: &str| {
        let mut item = json!({});
        item[path] = json!({ "get": named("Get") });
        paths(item)
    };
    let id = json!([{ "name": "id", "in": "path", "type": "string", "required": true }]);
    let parcel = |path: &str| {
        let mut item = json!({});
        item[path] = json!({ "get": named("Get"), "parameters": id });
        paths(item)
    };
    vec![
        fires(
            "OperationMissingPathParameter",
            with("/parcels/{id}"),
            "/paths/~1parcels~1{id}/get",
        ),
        fires(
            "OperationMissingPathParameter",
            parcel("/parcels/{ID}"),
            "/paths/~1parcels~1{ID}/get",
        ),
        fires(
            "OperationMissingPathParameter",
            paths(json!({ "/parcels/{id}": { "get": {
                "operationId": "Get",
                "parameters": [{ "name": "state", "in": "query", "type": "string" }],
                "responses": { "200": { "description": "The answer." } }
            } } })),
            "/paths/~1parcels~1{id}/get",
        ),
        silent("OperationMissingPathParameter", parcel("/parcels/{id}")),
        fires(
            "OperationPathContainsUnsupportedCharacters",
            with("/parcels/*"),
            "/paths/~1parcels~1*",
        ),
        silent(
            "OperationPathContainsUnsupportedCharacters",
            with("/parcels"),
        ),
        fires(
            "OperationPathMayNotContainQueryOrFragment",
            with("/parcels?open=1"),
            "/paths/~1parcels?open=1",
        ),
        silent(
            "OperationPathMayNotContainQueryOrFragment",
            with("/parcels%3Fopen"),
        ),
        fires(
            "OperationPathMustStartWithSlash",
            with("parcels"),
            "/paths/parcels",
        ),
        silent("OperationPathMustStartWithSlash", with("/parcels")),
        fires(
            "OperationPathTemplateNotValid",
            with("/parcels/{id/x}"),
            "/paths/~1parcels~1{id~1x}",
        ),
        fires(
            "OperationPathTemplateNotValid",
            with("/parcels/{}"),
            "/paths/~1parcels~1{}",
        ),
        silent(
            "OperationPathTemplateNotValid",
            parcel("/parcels('{id}')/{id}"),
        ),
        fires(
            "OperationPathVariablesContainDefaults",
            with("/parcels/{id=1}"),
            "/paths/~1parcels~1{id=1}",
        ),
        silent(
            "OperationPathVariablesContainDefaults",
            parcel("/parcels/{id}"),
        ),
        fires(
            "PathParameterNotDefinedInTemplate",
            parcel("/parcels"),
            "/paths/~1parcels/parameters/0",
        ),
        silent("PathParameterNotDefinedInTemplate", parcel("/parcels/{id}")),
        fires(
            "PathItemRefNotSuppored",
            paths(json!({ "/parcels": { "$ref": "#/x-paths/parcels" } })),
            "/paths/~1parcels/$ref",
        ),
        silent("PathItemRefNotSuppored", with("/parcels")),
    ]
}

fn beside() -> Vec<Case> {
    let both = |one: &str, other: &str| {
        let mut items = json!({});
        items[one] = json!({ "get": named("One") });
        items[other] = json!({ "get": named("Other") });
        paths(items)
    };
    vec![
        fires(
            "DuplicateOperationPath",
            both("/a/{x}", "/a/{y}"),
            "/paths/~1a~1{y}/get",
        ),
        silent("DuplicateOperationPath", both("/a/{x}", "/b/{y}")),
        fires(
            "PartialDuplicateOperationPath",
            both("/a/{x}", "/a/new"),
            "/paths/~1a~1{x}/get",
        ),
        fires(
            "PartialDuplicateOperationPath",
            both("/a/{x}/c", "/a/b/{y}"),
            "/paths/~1a~1b~1{y}/get",
        ),
        silent("PartialDuplicateOperationPath", both("/a/{x}", "/a/new/x")),
        silent("PartialDuplicateOperationPath", both("/a/{x}/c", "/a/b/d")),
        silent("PartialDuplicateOperationPath", both("/a/{x}", "/a/")),
        silent("PartialDuplicateOperationPath", both("/a/{x}", "/a/{y}")),
        fires(
            "PathRedefined",
            both("/parcels", "/Parcels"),
            "/paths/~1Parcels",
        ),
        silent("PathRedefined", both("/parcels", "/parcel")),
    ]
}

#[test]
fn a_path_parameter_that_is_missing_is_added_unless_another_is_left_over() {
    let with = |parameter: &str| {
        let mut get = named("Get");
        get["parameters"] =
            json!([{ "name": parameter, "in": "path", "type": "string", "required": true }]);
        paths(json!({ "/parcels/{parcel}/{part}": { "get": get } }))
    };
    let fix = |connector: &Connector| {
        let finding = found(connector, "OperationMissingPathParameter").remove(0);
        finding.fix.map(|fix| fix.action(connector).unwrap())
    };
    let mut connector = with("parcel");
    let action = fix(&connector).unwrap();
    connector.apply_action(&action).unwrap();
    assert!(found(&connector, "OperationMissingPathParameter").is_empty());
    assert_eq!(fix(&with("parcelId")), None);
}

#[test]
fn many_similar_paths_are_compared_quickly() {
    let mut items = json!({});
    for number in 0..2000 {
        items[format!("/a{number}/{{x}}/{{y}}")] = json!({ "get": named(&format!("Get{number}")) });
    }
    items["/{z}/b/c"] = json!({ "get": named("Other") });
    assert_eq!(
        found(&paths(items), "PartialDuplicateOperationPath").len(),
        2001
    );
}
