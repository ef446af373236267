//! Drift: what many answers say together.

use proptest::prelude::*;
use serde_json::{Value, json};
use tenon_connector::validate::{Drift, MAX_PLACES, check};

use super::{answer, definition, key};

fn drift_of(status: u16, body: Value) -> Drift {
    let responses = json!({ "200": { "description": "", "schema": { "type": "array", "items": { "$ref": "#/definitions/Joint" } } } });
    let violations = check(&definition(responses), &key(), &answer(status, body));
    Drift::of(status, &violations)
}

fn merged(drifts: &[Drift]) -> Drift {
    let mut all = Drift::default();
    for drift in drifts {
        all.merge(drift);
    }
    all
}

#[test]
fn answers_are_counted_by_what_is_wrong_where() {
    let drift = merged(&[
        drift_of(200, json!([{ "name": "secret" }])),
        drift_of(200, json!([{ "name": 7 }, { "name": 8, "new": 1 }])),
        drift_of(200, json!([{ "name": 9 }])),
        drift_of(503, json!("secret")),
    ]);
    let text = serde_json::to_value(&drift).unwrap();
    assert_eq!(
        text,
        json!({ "answers": 4, "contradicting": 2, "statuses": { "200": 3, "503": 1 }, "others": 0, "counts": [
            { "severity": "error", "status": 200, "place": { "body": "/*/name" }, "kind": "type", "schema": "/definitions/Joint/properties/name", "answers": 2 },
            { "severity": "note", "status": 200, "place": { "body": "/*/new" }, "kind": "undeclaredProperty", "schema": "/definitions/Joint", "answers": 1 },
            { "severity": "note", "status": 503, "place": "status", "kind": "undeclaredStatus", "schema": "/paths/~1joints/get/responses", "answers": 1 }
        ] })
    );
    assert_eq!(
        serde_json::from_value::<Drift>(text.clone()).unwrap(),
        drift
    );
    assert!(!text.to_string().contains("secret"));
    assert!(drift_of(200, json!([])).is_empty());
}

#[test]
fn beyond_the_bound_what_matters_more_stays_and_the_rest_is_counted() {
    let mut drift = drift_of(200, json!([{ "name": 7 }]));
    for n in 0..MAX_PLACES + 20 {
        drift.merge(&drift_of(
            200,
            json!([{ "name": "a", format!("new{n}"): 1 }]),
        ));
    }
    assert_eq!((drift.counts.len(), drift.others), (MAX_PLACES, 21));
    assert_eq!(
        drift.counts[0].place.kind,
        tenon_connector::validate::Kind::Type
    );
}

proptest! {
    #[test]
    fn the_order_of_runs_does_not_matter(
        bodies in prop::collection::vec((prop::sample::select(vec![200_u16, 404]), "[ab]", any::<bool>()), 0..8), at in 0..8_usize
    ) {
        let drift = |(status, name, is): &(u16, String, bool)| {
            let name_value = if *is { json!("x") } else { json!(1) };
            drift_of(*status, json!([{ "name": name_value, name.as_str(): 1 }]))
        };
        let drifts: Vec<Drift> = bodies.iter().map(drift).collect();
        let all = merged(&drifts);
        let (first, second) = drifts.split_at(at.min(drifts.len()));
        let mut parted = merged(second);
        parted.merge(&merged(first));
        prop_assert_eq!(parted, all);
    }
}
