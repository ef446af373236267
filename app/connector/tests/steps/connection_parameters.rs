//! Connection parameters: each change reads back, stays alone, and policies follow a new name.

use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::properties::{
    ConnectionParameter, ParameterError, ParameterFlag, ParameterKind, ParameterText,
    add_parameter, delete_parameter, free_name, rename_parameter, shift_parameter,
};
use tenon_connector::security::Way;

use super::{change, connector, keys};

fn with_host() -> Connector {
    let policy = |value: &str| {
        json!({ "templateId": "dynamichosturl", "title": "Host", "parameters": {
        "x-ms-apimTemplateParameter.urlTemplate": value } })
    };
    connector(
        &json!({ "swagger": "2.0", "paths": {} }),
        &json!({ "properties": {
            "connectionParameters": {
                "host": { "type": "string", "x-own": 1, "uiDefinition": { "displayName": "Host", "constraints": { "required": "true", "tabIndex": 2 } } },
                "odd": { "type": "STRING", "constraints": { "required": true } }
            },
            "policyTemplateInstances": [
                policy("https://@connectionParameters('host')/@{connectionParameters('host', 'x')}"),
                policy("https://@connectionParameters('hostname')")
            ]
        } }),
    )
}

fn found<'a>(connector: &'a Connector, key: &str) -> ConnectionParameter<'a> {
    let mut all = Way::Only.parameters(connector).into_iter();
    all.find(|p| p.key() == key).unwrap()
}

fn parameters(connector: &Connector) -> &Value {
    &connector.properties()["properties"]["connectionParameters"]
}

#[test]
fn every_kind_is_added_and_reads_back() {
    for kind in ParameterKind::CHOICES {
        let mut connector = with_host();
        let name = free_name(&connector, Way::Only);
        let edits = add_parameter(&connector, Way::Only, &name, kind, "Region").unwrap();
        change(&mut connector, edits);
        let added = found(&connector, &name);
        assert_eq!(added.kind(), kind);
        assert!(added.required());
        assert_eq!(keys(parameters(&connector)).last(), Some(&name.as_str()));
    }
}

#[test]
fn texts_flags_and_choices_are_written_where_the_format_wants_them() {
    let mut connector = with_host();
    for text in [
        ParameterText::Label,
        ParameterText::Description,
        ParameterText::Tooltip,
        ParameterText::Default,
    ] {
        let edits = found(&connector, "host").set_text(&connector, Way::Only, text, "New");
        change(&mut connector, edits);
        assert_eq!(found(&connector, "host").written(text), "New");
    }
    for flag in [
        ParameterFlag::Required,
        ParameterFlag::Hidden,
        ParameterFlag::ClearText,
    ] {
        let on = !found(&connector, "host").flag(flag);
        let edits = found(&connector, "host").set_flag(&connector, Way::Only, flag, on);
        change(&mut connector, edits);
        assert_eq!(found(&connector, "host").flag(flag), on);
    }
    let choices = vec![
        ("eu".to_owned(), "Europe".to_owned()),
        ("us".to_owned(), "America".to_owned()),
    ];
    let edits = found(&connector, "host").set_choices(&connector, Way::Only, &choices);
    change(&mut connector, edits);
    assert_eq!(found(&connector, "host").choices(), choices);
    assert_eq!(
        parameters(&connector)["host"],
        json!({ "type": "string", "x-own": 1, "uiDefinition": {
            "displayName": "New",
            "constraints": { "required": "false", "tabIndex": 2, "hidden": "true", "clearText": false,
                "allowedValues": [{ "text": "Europe", "value": "eu" }, { "text": "America", "value": "us" }] },
            "description": "New", "tooltip": "New" }, "defaultValue": "New" })
    );
}

#[test]
fn constraints_stay_where_they_are() {
    let mut connector = with_host();
    let edits =
        found(&connector, "odd").set_flag(&connector, Way::Only, ParameterFlag::Required, false);
    change(&mut connector, edits);
    assert_eq!(
        parameters(&connector)["odd"],
        json!({ "type": "STRING", "constraints": { "required": "false" } })
    );
}

#[test]
fn policies_follow_a_new_name() {
    let mut connector = with_host();
    let edits = rename_parameter(&connector, Way::Only, "host", "server").unwrap();
    change(&mut connector, edits);
    assert_eq!(keys(parameters(&connector)), ["server", "odd"]);
    let url = |n: usize| {
        let policies = &connector.properties()["properties"]["policyTemplateInstances"];
        policies[n]["parameters"]["x-ms-apimTemplateParameter.urlTemplate"].clone()
    };
    assert_eq!(
        url(0),
        "https://@connectionParameters('server')/@{connectionParameters('server', 'x')}"
    );
    assert_eq!(url(1), "https://@connectionParameters('hostname')");
}

#[test]
fn a_name_must_be_one_and_free() {
    let connector = with_host();
    let rename = |to: &str| rename_parameter(&connector, Way::Only, "host", to);
    assert_eq!(rename(""), Err(ParameterError::NoName));
    assert!(matches!(rename("odd"), Err(ParameterError::Taken { .. })));
    for name in ["a b", "a-b", "ä", ":a", "a:", "a:b:c"] {
        assert!(
            matches!(rename(name), Err(ParameterError::Characters { .. })),
            "{name}"
        );
    }
    assert!(rename("token:Region").is_ok());
    assert_eq!(rename("host"), Ok(Vec::new()));
}

#[test]
fn a_parameter_is_moved_and_deleted() {
    let mut connector = with_host();
    let edits = shift_parameter(&connector, Way::Only, "host", 5);
    change(&mut connector, edits);
    assert_eq!(keys(parameters(&connector)), ["odd", "host"]);
    assert!(shift_parameter(&connector, Way::Only, "odd", -1).is_empty());
    let edits = delete_parameter(&connector, Way::Only, "odd");
    change(&mut connector, edits);
    assert_eq!(keys(parameters(&connector)), ["host"]);
}
