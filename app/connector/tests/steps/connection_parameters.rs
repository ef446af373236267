//! Connection parameters: each change reads back, stays alone, and policies follow a new name.

use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::general::gateway;
use tenon_connector::properties::{
    ConnectionParameter, ConstraintError, Dependency, ParameterError, ParameterFlag, ParameterKind,
    ParameterText, add_parameter, delete_parameter, free_name, rename_parameter, shift_parameter,
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

/// A parameter of a text that says all that a text can say.
fn with_everything() -> Connector {
    connector(
        &json!({ "swagger": "2.0", "paths": {} }),
        &json!({ "properties": { "connectionParameters": { "p": {
            "type": "string",
            "defaultValue": "eu",
            "allowedValues": [{ "value": "eu" }, { "value": "us" }],
            "uiDefinition": {
                "displayName": "Region",
                "description": "",
                "tooltip": "",
                "constraints": { "required": "true", "clearText": true, "x-own": 1,
                    "allowedValues": [{ "text": "Europe", "value": "eu" }, { "text": "America", "value": "us" }] }
            }
        } } } }),
    )
}

fn into_kind(connector: &mut Connector, kind: ParameterKind) {
    let edits = found(connector, "p").set_kind(connector, Way::Only, kind);
    change(connector, edits);
}

#[test]
fn a_parameter_of_another_kind_says_what_that_kind_can_say_and_nothing_else() {
    let ui = |constraints: Value| json!({ "displayName": "Region", "description": "", "tooltip": "", "constraints": constraints });
    let table = [
        (
            ParameterKind::Secret,
            json!({ "type": "securestring",
                "uiDefinition": ui(json!({ "required": "true", "clearText": false, "x-own": 1 })) }),
        ),
        (
            ParameterKind::Integer,
            json!({ "type": "int", "uiDefinition": ui(json!({ "required": "true", "x-own": 1 })) }),
        ),
        (
            ParameterKind::Boolean,
            json!({ "type": "bool", "uiDefinition": ui(json!({ "required": "true", "x-own": 1 })) }),
        ),
        (
            ParameterKind::Gateway,
            json!({ "type": "gatewaySetting",
                "uiDefinition": ui(json!({ "required": "true", "x-own": 1, "tabIndex": 4, "capability": ["gateway"] })),
                "gatewaySettings": { "dataSourceType": "CustomConnector", "connectionDetails": [] } }),
        ),
    ];
    for (kind, expected) in table {
        let mut connector = with_everything();
        into_kind(&mut connector, kind);
        assert_eq!(parameters(&connector)["p"], expected, "{kind:?}");
        assert_eq!(gateway(&connector), kind == ParameterKind::Gateway);
        assert!(found(&connector, "p").choices().is_empty());
        assert_eq!(
            found(&connector, "p").clear_text(),
            kind != ParameterKind::Secret
        );
        into_kind(&mut connector, ParameterKind::Text);
        let back = &parameters(&connector)["p"];
        assert_eq!(back["type"], "string", "{kind:?}");
        assert_eq!(back["uiDefinition"]["constraints"]["clearText"], true);
        assert_eq!(back.get("gatewaySettings"), None, "{kind:?}");
        assert_eq!(back["uiDefinition"]["constraints"].get("capability"), None);
    }
}

#[test]
fn what_a_number_can_say_stays_with_it() {
    let mut connector = connector(
        &json!({ "swagger": "2.0", "paths": {} }),
        &json!({ "properties": { "connectionParameters": { "p": {
            "type": "string",
            "defaultValue": "2",
            "constraints": { "clearText": true, "allowedValues": [{ "text": "Two", "value": "2" }] }
        } } } }),
    );
    into_kind(&mut connector, ParameterKind::Integer);
    assert_eq!(
        parameters(&connector)["p"],
        json!({ "type": "int", "defaultValue": "2",
            "constraints": { "allowedValues": [{ "text": "Two", "value": "2" }] } })
    );
    into_kind(&mut connector, ParameterKind::Secret);
    assert_eq!(
        parameters(&connector)["p"],
        json!({ "type": "securestring", "constraints": { "clearText": false } }),
        "constraints stay beside"
    );
}

#[test]
fn a_new_parameter_of_each_kind_is_written_as_the_format_wants_it() {
    let ui = |constraints: Value| json!({ "displayName": "Own", "description": "", "tooltip": "", "constraints": constraints });
    let table = [
        (
            ParameterKind::Text,
            json!({ "type": "string", "uiDefinition": ui(json!({ "required": "true", "clearText": true })) }),
        ),
        (
            ParameterKind::Secret,
            json!({ "type": "securestring", "uiDefinition": ui(json!({ "required": "true", "clearText": false })) }),
        ),
        (
            ParameterKind::Integer,
            json!({ "type": "int", "uiDefinition": ui(json!({ "required": "true" })) }),
        ),
        (
            ParameterKind::Boolean,
            json!({ "type": "bool", "uiDefinition": ui(json!({ "required": "true" })) }),
        ),
        (
            ParameterKind::Gateway,
            json!({ "type": "gatewaySetting",
                "uiDefinition": { "displayName": "Own", "constraints": { "required": "true", "tabIndex": 4, "capability": ["gateway"] } },
                "gatewaySettings": { "dataSourceType": "CustomConnector", "connectionDetails": [] } }),
        ),
    ];
    for (kind, expected) in table {
        let mut connector = Connector::blank("Notes");
        let edits = add_parameter(&connector, Way::Only, "p", kind, "Own").unwrap();
        change(&mut connector, edits);
        assert_eq!(parameters(&connector)["p"], expected, "{kind:?}");
        assert_eq!(gateway(&connector), kind == ParameterKind::Gateway);
    }
}

#[test]
fn place_capability_and_conditions_are_written_under_the_constraints() {
    let mut connector = with_host();
    let edits = add_parameter(&connector, Way::Only, "mode", ParameterKind::Text, "Mode").unwrap();
    change(&mut connector, edits);
    let host = |connector: &Connector| {
        parameters(connector)["host"]["uiDefinition"]["constraints"].clone()
    };

    let edits = found(&connector, "host").set_tab_index(&connector, Way::Only, " 7 ");
    change(&mut connector, edits.unwrap());
    let edits = found(&connector, "host").set_capabilities(&connector, Way::Only, &["gateway"]);
    change(&mut connector, edits);
    let wanted = Dependency::parse_all("mode = own, other\n\n").unwrap();
    let edits = found(&connector, "host").set_dependencies(&connector, Way::Only, &wanted);
    change(&mut connector, edits.unwrap());
    assert_eq!(
        host(&connector),
        json!({ "required": "true", "tabIndex": 7, "capability": ["gateway"],
            "dependencies": { "mode": { "values": ["own", "other"] } } })
    );
    assert_eq!(found(&connector, "host").dependencies(), wanted);
    assert_eq!(Dependency::written(&wanted), "mode = own, other");

    let asked = |gateway: bool, mode: &str| {
        found(&connector, "host").is_asked(gateway, |key| (key == "mode").then_some(mode))
    };
    assert!(asked(true, "own"));
    assert!(!asked(true, "third"));
    assert!(!asked(false, "own"));

    let edits = rename_parameter(&connector, Way::Only, "mode", "kind").unwrap();
    change(&mut connector, edits);
    assert_eq!(
        host(&connector)["dependencies"],
        json!({ "kind": { "values": ["own", "other"] } })
    );

    let edits = found(&connector, "host").set_tab_index(&connector, Way::Only, "");
    change(&mut connector, edits.unwrap());
    let edits = found(&connector, "host").set_capabilities(&connector, Way::Only, &[]);
    change(&mut connector, edits);
    let edits = found(&connector, "host").set_dependencies(&connector, Way::Only, &[]);
    change(&mut connector, edits.unwrap());
    assert_eq!(host(&connector), json!({ "required": "true" }));
}

#[test]
fn a_place_or_a_condition_that_cannot_be_is_refused_in_words() {
    let connector = with_host();
    let host = found(&connector, "host");
    assert_eq!(
        host.set_tab_index(&connector, Way::Only, "first"),
        Err(ConstraintError::NoNumber)
    );
    let conditions = |text: &str| {
        let parsed = Dependency::parse_all(text)?;
        host.set_dependencies(&connector, Way::Only, &parsed)
    };
    for text in ["odd", "odd =", "= a", "odd = ,"] {
        let error = conditions(text).unwrap_err();
        assert!(
            matches!(error, ConstraintError::NoCondition { .. }),
            "{text}"
        );
    }
    assert_eq!(conditions("host = a"), Err(ConstraintError::Itself));
    assert!(matches!(
        conditions("none = a"),
        Err(ConstraintError::Unknown { .. })
    ));
    assert!(conditions("odd = a").is_ok());
}

#[test]
fn what_the_dialog_must_not_show_is_a_secret() {
    let with = |kind: &str, ui: Value| json!({ "type": kind, "uiDefinition": ui });
    let clear = |is_clear: Value| json!({ "constraints": { "clearText": is_clear } });
    let schema = json!({ "schema": { "type": "securestring" } });
    // The parameter, whether it is a secret, and whether the dialog shows what is typed.
    let cases = [
        (with("string", json!({})), false, true),
        (with("string", clear(json!(true))), false, true),
        (with("string", clear(json!(false))), true, false),
        (with("string", clear(json!("false"))), true, false),
        (with("string", schema), true, false),
        (with("securestring", json!({})), true, false),
        (with("securestring", clear(json!(true))), true, true),
    ];
    for (parameter, is_secret, is_shown) in cases {
        let connector = connector(
            &json!({ "swagger": "2.0", "paths": {} }),
            &json!({ "properties": { "connectionParameters": { "p": parameter } } }),
        );
        let found = found(&connector, "p");
        let said = (found.is_secret(), found.clear_text());
        assert_eq!(said, (is_secret, is_shown), "{parameter}");
    }
}
