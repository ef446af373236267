//! Rules of paths.

use serde_json::json;

use super::super::{Case, fires, silent};
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
        silent("PartialDuplicateOperationPath", both("/a/{x}", "/a/new/x")),
        fires(
            "PathRedefined",
            both("/parcels", "/Parcels"),
            "/paths/~1Parcels",
        ),
        silent("PathRedefined", both("/parcels", "/parcel")),
    ]
}
