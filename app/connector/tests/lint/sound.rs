//! What holds of lint as a whole: fixes settle and can be taken back, and no value is too odd to look at.

use serde_json::{Value, json};
use tenon_connector::diff::diff;
use tenon_connector::document::Path;
use tenon_connector::lint::{Profile, Severity, fix_all, lint};
use tenon_connector::{Connector, Part};

use super::definition;
use super::samples::connectors;

fn errors(connector: &Connector) -> usize {
    let findings = lint(connector, Profile::Certified);
    let errors = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    errors.count()
}

#[test]
fn all_fixes_of_real_connectors_settle_do_no_harm_and_can_be_undone() {
    for (name, before) in connectors() {
        let mut mended = before.clone();
        let done = fix_all(&mut mended, Profile::Certified);
        for finding in lint(&mended, Profile::Certified) {
            let action = finding.fix.as_ref().and_then(|fix| fix.action(&mended));
            assert_eq!(action, None, "{name}: {} is left", finding.message);
        }
        assert!(
            errors(&mended) <= errors(&before),
            "{name} has more errors than before"
        );
        let mut replayed = before.clone();
        let undo: Vec<_> = done
            .iter()
            .map(|action| replayed.apply_action(action).unwrap())
            .collect();
        assert_eq!(replayed.to_files(), mended.to_files(), "{name}");
        for action in undo.iter().rev() {
            replayed.apply_action(action).unwrap();
        }
        assert_eq!(replayed.to_files(), before.to_files(), "{name}");
    }
}

#[test]
fn no_fix_of_a_real_connector_breaks_what_uses_it() {
    let mut told = Vec::new();
    for (name, before) in connectors() {
        for profile in [
            Profile::Custom,
            Profile::Certified,
            Profile::IndependentPublisher,
        ] {
            let mut mended = before.clone();
            fix_all(&mut mended, profile);
            for entry in diff(&before, &mended).breaking() {
                let (rule, place) = (entry.effect.unwrap().id, &entry.path);
                told.push(format!("{name}, {profile:?}, {place}: {rule}"));
            }
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// A connector with something in most places that rules look at.
fn full() -> Connector {
    definition(json!({
        "consumes": ["application/json"],
        "tags": [{ "name": "parcels" }],
        "paths": { "/parcels/{id}": {
            "parameters": [{ "$ref": "#/parameters/Id" }],
            "x-ms-notification-content": { "schema": { "$ref": "#/definitions/Parcel" } },
            "post": {
                "operationId": "SendParcel", "summary": "Send a parcel", "description": "Sends a parcel.",
                "deprecated": true, "x-ms-visibility": "important", "x-ms-trigger": "single",
                "x-ms-notification": { "operationId": "Hook" },
                "x-ms-pageable": { "nextLinkName": "nextLink" },
                "x-ms-api-annotation": {
                    "family": "Parcels", "revision": 2, "status": "Production",
                    "replacement": { "api": "parcels", "operationId": "SendParcelV3" }
                },
                "parameters": [
                    { "name": "state", "in": "query", "type": "array", "collectionFormat": "csv",
                      "items": { "type": "string", "format": "date" }, "x-ms-summary": "State",
                      "x-ms-dynamic-values": { "operationId": "SendParcel", "value-path": "id" } },
                    { "name": "body", "in": "body", "required": true,
                      "schema": { "$ref": "#/definitions/Parcel" } }
                ],
                "responses": {
                    "200": { "$ref": "#/responses/Parcel" },
                    "default": { "description": "", "schema": {}, "headers": { "A": { "type": "string" } } }
                }
            }
        } },
        "definitions": { "Parcel": { "type": "object", "required": ["id"], "properties": {
            "id": { "type": "string", "x-ms-notification-url": true },
            "parts": { "type": "array", "items": { "$ref": "#/definitions/Parcel" } }
        } } },
        "parameters": { "Id": { "name": "id", "in": "path", "required": true, "type": "string" } },
        "responses": { "Parcel": {
            "description": "", "schema": { "$ref": "#/definitions/Parcel" },
            "examples": { "application/json": {} }
        } }
    }))
}

/// The places of all values below `value`.
pub(crate) fn places(value: &Value, here: &Path, all: &mut Vec<Path>) {
    let mut below = Vec::new();
    match value {
        Value::Object(members) => {
            below.extend(members.iter().map(|(key, v)| (here.join(key.as_str()), v)));
        }
        Value::Array(items) => below.extend(
            items
                .iter()
                .enumerate()
                .map(|(index, v)| (here.join(index), v)),
        ),
        _ => {}
    }
    for (place, value) in below {
        places(value, &place, all);
        all.push(place);
    }
}

#[test]
fn no_value_is_too_odd_to_look_at_and_to_mend() {
    let connector = full();
    let mut all = Vec::new();
    places(connector.definition(), &Path::root(), &mut all);
    let odd = [
        json!(null),
        json!(-1.5),
        json!(""),
        json!("#/definitions/Parcel"),
        json!([]),
        json!([{ "$ref": "#/definitions/Parcel" }, 1]),
        json!({}),
        json!({ "$ref": "#/parameters/Id" }),
    ];
    for place in &all {
        for value in &odd {
            let mut odd = connector.clone();
            let Some(edit) = odd.set(Part::Definition, place, Some(value.clone())) else {
                continue;
            };
            odd.apply(&edit).unwrap();
            fix_all(&mut odd, Profile::IndependentPublisher);
        }
    }
}
