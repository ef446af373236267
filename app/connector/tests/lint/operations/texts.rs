//! Rules of what users read.

use serde_json::{Value, json};

use super::super::{Case, fires, operation, parameter, silent};

pub(super) fn cases() -> Vec<Case> {
    let summary = |text: &str| operation(json!({ "summary": text }));
    let at = "/paths/~1parcels/get/summary";
    let described = |text: &str| operation(json!({ "description": text }));
    let deprecated = |summary: Value, description: Value| {
        operation(json!({ "deprecated": true, "summary": summary, "description": description }))
    };
    let trigger = |text: &str| operation(json!({ "x-ms-trigger": "batch", "summary": text }));
    vec![
        fires("OperationSummaryTooLong", summary(&"a ".repeat(60)), at),
        silent("OperationSummaryTooLong", summary(&"a".repeat(119))),
        fires(
            "RestrictedCharactersInSummary",
            summary("List {parcels}"),
            at,
        ),
        silent(
            "RestrictedCharactersInSummary",
            summary("List parcels (all)"),
        ),
        fires("G10-summary-length", summary(&"a".repeat(81)), at),
        silent("G10-summary-length", summary(&"a".repeat(80))),
        fires("G11-summary-chars", summary("List parcels/letters"), at),
        fires(
            "G11-summary-chars",
            parameter(json!({ "x-ms-summary": "State?" })),
            "/paths/~1parcels/get/parameters/0/x-ms-summary",
        ),
        silent("G11-summary-chars", summary("List parcels (all)")),
        fires("G12-summary-case", summary("list parcels"), at),
        silent("G12-summary-case", summary("List parcels")),
        fires(
            "G13-description-sentence",
            described("Lists the parcels"),
            "/paths/~1parcels/get/description",
        ),
        silent("G13-description-sentence", described("Lists the parcels.")),
        fires(
            "G14-summary-eq-description",
            described("List parcels."),
            "/paths/~1parcels/get/description",
        ),
        silent(
            "G14-summary-eq-description",
            described("Lists the parcels."),
        ),
        fires("G16-trigger-summary", trigger("Parcel arrives"), at),
        silent("G16-trigger-summary", trigger("When a parcel arrives")),
        fires(
            "G28-deprecation",
            deprecated(json!("List"), json!("Lists (deprecated).")),
            at,
        ),
        silent(
            "G28-deprecation",
            deprecated(json!("List (deprecated)"), json!("Lists (deprecated).")),
        ),
        fires(
            "G11-summary-missing",
            operation(json!({ "summary": null })),
            "/paths/~1parcels/get",
        ),
        silent(
            "G11-summary-missing",
            operation(json!({ "summary": null, "x-ms-visibility": "internal" })),
        ),
        fires(
            "G13-description-missing",
            operation(json!({ "description": null })),
            "/paths/~1parcels/get",
        ),
        silent("G13-description-missing", described("Lists the parcels.")),
    ]
}
