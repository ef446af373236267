//! Rules of operation IDs and tags.

use serde_json::json;

use super::super::{Case, definition, fires, found, operation, silent};
use super::{named, paths};

pub(super) fn cases() -> Vec<Case> {
    let id = |id: &str| operation(json!({ "operationId": id }));
    let at = "/paths/~1parcels/get/operationId";
    let tags = |names: [&str; 2]| {
        let tags: Vec<_> = names.iter().map(|name| json!({ "name": name })).collect();
        definition(json!({ "tags": tags }))
    };
    vec![
        fires(
            "OperationIdNotUnique",
            paths(json!({ "/a": { "get": named("Same") }, "/b": { "get": named("Same") } })),
            "/paths/~1b/get/operationId",
        ),
        silent(
            "OperationIdNotUnique",
            paths(json!({ "/a": { "get": named("One") }, "/b": { "get": named("Other") } })),
        ),
        fires(
            "OperationIdRequired",
            operation(json!({ "operationId": null })),
            "/paths/~1parcels/get",
        ),
        fires("OperationIdRequired", id(""), "/paths/~1parcels/get"),
        silent("OperationIdRequired", id("ListParcels")),
        fires("OperationIdSanitized", id("list-parcels"), at),
        silent("OperationIdSanitized", id("List_Parcels2")),
        fires(
            "OperationIdTooLong",
            operation(json!({ "operationId": "A".repeat(128) })),
            at,
        ),
        silent(
            "OperationIdTooLong",
            operation(json!({ "operationId": "A".repeat(127) })),
        ),
        fires("TagRedefined", tags(["a", "a"]), "/tags/1"),
        silent("TagRedefined", tags(["a", "b"])),
        fires("G15-operationid-pascal", id("listParcels"), at),
        silent("G15-operationid-pascal", id("ListParcels_V2")),
    ]
}

#[test]
fn an_operation_without_an_id_is_offered_one_that_is_free() {
    let offered = |path: &str, taken: &str| {
        let mut items = json!({ "/others": { "get": named(taken) } });
        items[path] = json!({ "get": { "responses": {} } });
        let finding = found(&paths(items), "OperationIdRequired").remove(0);
        finding.fix.map(|fix| fix.title.to_string())
    };
    assert_eq!(
        offered("/parcels/{id}/parts", "GetParcels").unwrap(),
        "Call the operation “GetParcelsByIdParts”"
    );
    assert_eq!(offered("/parcels", "GetParcels"), None);
}
