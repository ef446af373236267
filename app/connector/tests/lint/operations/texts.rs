//! Rules of what users read.

use serde_json::{Value, json};
use tenon_connector::Connector;

use super::super::{Case, fires, found, operation, parameter, silent};

pub(super) fn cases() -> Vec<Case> {
    let summary = |text: &str| operation(json!({ "summary": text }));
    let at = "/paths/~1parcels/get/summary";
    let described = |text: &str| operation(json!({ "description": text }));
    let deprecated = |summary: Value, description: Value| {
        operation(json!({ "deprecated": true, "summary": summary, "description": description }))
    };
    let trigger = |summary: &str, description: &str| {
        operation(
            json!({ "x-ms-trigger": "batch", "summary": summary, "description": description }),
        )
    };
    let label = |text: &str| parameter(json!({ "x-ms-summary": text }));
    let hidden = json!({
        "x-ms-visibility": "internal",
        "parameters": [{ "name": "state", "in": "query", "type": "string" }]
    });
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
        fires(
            "G10-summary-length",
            label(&"A".repeat(120)),
            "/paths/~1parcels/get/parameters/0/x-ms-summary",
        ),
        silent("G10-summary-length", summary(&"a".repeat(80))),
        silent("G10-summary-length", summary(&"A".repeat(120))),
        fires(
            "RestrictedCharactersInSummary",
            label("Parcel | State"),
            "/paths/~1parcels/get/parameters/0/x-ms-summary",
        ),
        fires("G11-summary-chars", summary("List parcels/letters"), at),
        fires("G11-summary-chars", summary("List parcels."), at),
        silent("G11-summary-chars", summary("List {parcels}")),
        fires(
            "G11-summary-chars",
            parameter(json!({ "x-ms-summary": "State?" })),
            "/paths/~1parcels/get/parameters/0/x-ms-summary",
        ),
        silent("G11-summary-chars", summary("List parcels (all)")),
        fires("G12-summary-case", summary("list parcels"), at),
        silent("G12-summary-case", summary("List parcels")),
        silent("G12-summary-case", summary("iMIS contacts")),
        fires(
            "G12-summary-case",
            label("Weight of the parcel"),
            "/paths/~1parcels/get/parameters/0/x-ms-summary",
        ),
        silent("G12-summary-case", label("Weight of the Parcel (kg_net)")),
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
        fires(
            "G16-trigger-summary",
            trigger("Parcel arrives", "When a parcel arrives."),
            at,
        ),
        fires(
            "G16-trigger-summary",
            trigger("When a parcel arrives", "Reads the parcels."),
            "/paths/~1parcels/get/description",
        ),
        silent(
            "G16-trigger-summary",
            trigger("When a parcel arrives", "Triggers when a parcel arrives."),
        ),
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
        fires(
            "G13-description-missing",
            parameter(json!({ "description": " " })),
            "/paths/~1parcels/get/parameters/0",
        ),
        silent("G13-description-missing", parameter(json!({}))),
        silent("G13-description-missing", operation(hidden)),
    ]
}

#[test]
fn a_summary_is_offered_in_the_letter_case_that_is_wanted() {
    let offered = |connector: Connector| {
        let finding = found(&connector, "G12-summary-case").remove(0);
        let action = finding.fix.unwrap().action(&connector).unwrap();
        let mut mended = connector;
        mended.apply_action(&action).unwrap();
        let text = mended.get(finding.part, &finding.path);
        text.unwrap().as_str().unwrap().to_owned()
    };
    let summary = |text: &str| offered(operation(json!({ "summary": text })));
    let label = |text: &str| offered(parameter(json!({ "x-ms-summary": text })));
    assert_eq!(summary("list parcels of iMIS"), "List parcels of iMIS");
    assert_eq!(label("the id of the parcel."), "The ID of the Parcel.");
    assert_eq!(label("state of max_count"), "State of max_count");
}
