//! Rules of revisions.

use serde_json::{Value, json};
use tenon_connector::Connector;

use super::super::{Case, definition, fires, operation, silent};
use super::{named, paths};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = alone();
    cases.extend(families());
    cases
}

fn alone() -> Vec<Case> {
    let replaced = |replacement: Value, deprecated: bool| {
        operation(
            json!({ "deprecated": deprecated, "x-ms-api-annotation": { "replacement": replacement } }),
        )
    };
    let whole = || json!({ "api": "parcels", "operationId": "ListParcels_V2" });
    let at = "/paths/~1parcels/get/x-ms-api-annotation/replacement";
    let revision = |id: &str, annotation: Value| {
        operation(json!({ "operationId": id, "x-ms-api-annotation": annotation }))
    };
    vec![
        fires(
            "ApiAnnotationExtensionReplacementInfoForNonDeprecatedOperations",
            replaced(whole(), false),
            at,
        ),
        silent(
            "ApiAnnotationExtensionReplacementInfoForNonDeprecatedOperations",
            replaced(whole(), true),
        ),
        fires(
            "ApiAnnotationExtensionReplacementInfoMissingApiProperty",
            replaced(json!({ "operationId": "ListParcels_V2" }), true),
            at,
        ),
        silent(
            "ApiAnnotationExtensionReplacementInfoMissingApiProperty",
            replaced(whole(), true),
        ),
        fires(
            "ApiAnnotationExtensionReplacementInfoMissingOperationIdProperty",
            replaced(json!({ "api": "parcels" }), true),
            at,
        ),
        silent(
            "ApiAnnotationExtensionReplacementInfoMissingOperationIdProperty",
            replaced(whole(), true),
        ),
        fires(
            "OperationIdShouldEndWithRevision",
            revision(
                "ListParcels",
                json!({ "family": "ListParcels", "revision": 2 }),
            ),
            "/paths/~1parcels/get/operationId",
        ),
        silent(
            "OperationIdShouldEndWithRevision",
            revision(
                "ListParcels_V2",
                json!({ "family": "ListParcels", "revision": 2 }),
            ),
        ),
        fires(
            "OperationRevisionEmpty",
            revision("ListParcels", json!({ "family": "ListParcels" })),
            "/paths/~1parcels/get/x-ms-api-annotation",
        ),
        silent(
            "OperationRevisionEmpty",
            revision(
                "ListParcels",
                json!({ "family": "ListParcels", "revision": 1 }),
            ),
        ),
        fires(
            "OperationStatusAheadOfConnector",
            in_connector("Preview"),
            "/paths/~1parcels/get/x-ms-api-annotation/status",
        ),
        silent(
            "OperationStatusAheadOfConnector",
            in_connector("Production"),
        ),
    ]
}

/// A connector of this status with an operation in production.
fn in_connector(status: &str) -> Connector {
    let mut operation = named("List");
    operation["x-ms-api-annotation"] = json!({ "status": "Production" });
    definition(json!({
        "info": { "title": "Parcels", "version": "1.0", "x-ms-api-annotation": { "status": status } },
        "paths": { "/parcels": { "get": operation } }
    }))
}

fn families() -> Vec<Case> {
    let family = |annotations: &[Value]| {
        let mut items = json!({});
        for (number, annotation) in annotations.iter().enumerate() {
            let mut operation = named(&format!("List_V{number}"));
            operation["x-ms-api-annotation"] = annotation.clone();
            items[format!("/v{number}")] = json!({ "get": operation });
        }
        paths(items)
    };
    let of = |revision: Value, status: &str| json!({ "family": "List", "revision": revision, "status": status });
    let preview = |revision: u32| of(json!(revision), "Preview");
    vec![
        fires(
            "OperationFamilyHasDuplicateRevisions",
            family(&[preview(1), preview(1)]),
            "/paths/~1v1/get/x-ms-api-annotation",
        ),
        silent(
            "OperationFamilyHasDuplicateRevisions",
            family(&[preview(1), preview(2)]),
        ),
        fires(
            "OperationFamilyHasManyActiveOperations",
            family(&[preview(3), preview(1), preview(2)]),
            "/paths/~1v1/get/x-ms-api-annotation",
        ),
        silent(
            "OperationFamilyHasManyActiveOperations",
            family(&[preview(1), preview(2)]),
        ),
        fires(
            "OperationFamilyHasManyActiveProductionOperations",
            family(&[of(json!(1), "Production"), of(json!(2), "Production")]),
            "/paths/~1v0/get/x-ms-api-annotation",
        ),
        silent(
            "OperationFamilyHasManyActiveProductionOperations",
            family(&[of(json!(1), "Production"), preview(2)]),
        ),
        fires(
            "OperationFamilyHasManyEmptyRevisions",
            family(&[json!({ "family": "List" }), json!({ "family": "List" })]),
            "/paths/~1v1/get/x-ms-api-annotation",
        ),
        silent(
            "OperationFamilyHasManyEmptyRevisions",
            family(&[json!({ "family": "List" }), preview(2)]),
        ),
    ]
}
