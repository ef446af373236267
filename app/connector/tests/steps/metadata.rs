//! What users read of a connector where they choose it.

use serde_json::json;
use tenon_connector::Connector;
use tenon_connector::general::{CATEGORIES, Metadata, categories, set_category};

use super::{change, connector};

#[test]
fn entries_come_and_go_with_their_list() {
    let mut connector = Connector::blank("Notes");
    for (entry, text) in [
        (Metadata::Website, "https://example.com"),
        (Metadata::PrivacyPolicy, "https://example.com/privacy"),
    ] {
        let edit = entry.set(&connector, text);
        change(&mut connector, edit);
        assert_eq!(entry.text(&connector), text);
        assert_eq!(entry.problem(text), None);
    }
    assert_eq!(
        connector.definition()["x-ms-connector-metadata"],
        json!([
            { "propertyName": "Website", "propertyValue": "https://example.com" },
            { "propertyName": "Privacy policy", "propertyValue": "https://example.com/privacy" }
        ])
    );
    for entry in [Metadata::Website, Metadata::PrivacyPolicy] {
        let edit = entry.set(&connector, "");
        change(&mut connector, edit);
    }
    assert!(
        connector
            .definition()
            .get("x-ms-connector-metadata")
            .is_none()
    );
    assert!(Metadata::Website.problem("example.com").is_some());
    assert!(Metadata::Website.problem("https://").is_some());
}

#[test]
fn odd_entries_stay_and_names_are_known_in_any_case() {
    let own = json!([7, { "propertyName": "PRIVACY POLICY", "propertyValue": "a" }, { "propertyName": "Own" }]);
    let mut connector = connector(&json!({ "x-ms-connector-metadata": own }), &json!({}));
    assert_eq!(Metadata::PrivacyPolicy.text(&connector), "a");
    let edit = Metadata::PrivacyPolicy.set(&connector, "b");
    change(&mut connector, edit);
    let list = &connector.definition()["x-ms-connector-metadata"];
    assert_eq!(list[1]["propertyValue"], "b");
    assert_eq!(
        (&list[0], &list[2]["propertyName"]),
        (&json!(7), &json!("Own"))
    );
}

#[test]
fn categories_are_put_on_and_taken_off() {
    let mut connector = Connector::blank("Notes");
    for category in &CATEGORIES[..2] {
        let edit = set_category(&connector, category, true);
        change(&mut connector, edit);
    }
    assert_eq!(
        Metadata::Categories.text(&connector),
        "AI;Business Management"
    );
    assert!(set_category(&connector, "ai", true).is_none());
    let edit = set_category(&connector, "AI", false);
    change(&mut connector, edit);
    assert_eq!(categories(&connector), ["Business Management"]);
}
