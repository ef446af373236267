//! Security: every choice reads back, and takes nothing along that is not its own.

use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::document::Document;
use tenon_connector::general;
use tenon_connector::properties::{Authentication, KeyLocation};
use tenon_connector::security::oauth::IdentityProvider;
use tenon_connector::security::{Security, Way};

use super::{change, connector, keys};

/// The first way to authenticate.
pub(crate) fn way(connector: &Connector) -> Way {
    Way::all(connector)[0]
}

pub(crate) fn choices() -> Vec<Security> {
    vec![
        Security::None,
        Security::basic(),
        Security::Basic {
            user_label: "Account".to_owned(),
            password_label: "Pass phrase".to_owned(),
        },
        Security::api_key(),
        Security::ApiKey {
            label: "Token".to_owned(),
            name: "token".to_owned(),
            location: KeyLocation::Query,
        },
        Security::windows(),
        Security::OAuth2 {
            provider: IdentityProvider::Generic,
        },
        Security::OAuth2 {
            provider: IdentityProvider::Entra,
        },
        Security::OAuth2 {
            provider: IdentityProvider::Templates,
        },
    ]
}

/// Connectors that authenticate in every way that there is, each with a parameter of its own.
fn every_kind() -> Vec<Connector> {
    let host = json!({ "type": "string", "uiDefinition": { "displayName": "Host" } });
    let secret = json!({ "type": "securestring" });
    let oauth =
        json!({ "type": "oauthSetting", "oAuthSettings": { "identityProvider": "oauth2" } });
    let key = json!({ "type": "apiKey", "in": "header", "name": "K" });
    let of = |schemes: Value, parameters: Value, sets: Value| {
        let definition = json!({ "swagger": "2.0", "paths": {}, "securityDefinitions": schemes });
        let mut properties = json!({ "properties": { "connectionParameters": parameters } });
        if !sets.is_null() {
            properties["properties"]["connectionParameterSets"] = sets;
        }
        connector(&definition, &properties)
    };
    vec![
        of(json!({}), json!({ "host": host }), Value::Null),
        of(
            json!({}),
            json!({ "host": host, "odd": secret }),
            Value::Null,
        ),
        of(
            json!({ "b": { "type": "basic" } }),
            json!({ "host": host, "username": { "type": "string" }, "password": secret }),
            Value::Null,
        ),
        of(
            json!({ "k": key }),
            json!({ "host": host, "odd_key": secret, "second": secret }),
            Value::Null,
        ),
        of(
            json!({ "k": key, "l": key }),
            json!({ "host": host, "odd_key": secret }),
            Value::Null,
        ),
        of(
            json!({ "o": { "type": "oauth2" } }),
            json!({ "host": host, "token": oauth, "token:region": { "type": "string" } }),
            Value::Null,
        ),
        of(
            json!({ "k": key }),
            json!({ "host": host }),
            json!({ "values": [] }),
        ),
        of(
            json!({ "n": { "type": "negotiate" } }),
            json!({ "host": host }),
            Value::Null,
        ),
    ]
}

#[test]
fn every_choice_reads_back_as_written_and_keeps_other_parameters() {
    for before in every_kind() {
        for choice in choices() {
            let mut connector = before.clone();
            let edits = choice.set(&connector, way(&connector));
            change(&mut connector, edits);
            assert_eq!(
                Security::of(&connector, way(&connector)),
                choice,
                "from {before:?}"
            );
            assert!(choice.set(&connector, way(&connector)).is_empty());
            let (was, is) = (before.properties(), connector.properties());
            let host = "/properties/connectionParameters/host";
            assert_eq!(is.pointer(host), was.pointer(host));
        }
    }
}

#[test]
fn a_choice_writes_what_the_original_writes() {
    let mut connector = Connector::blank("Notes");
    let edits = Security::api_key().set(&connector, way(&connector));
    change(&mut connector, edits);
    let definition = connector.definition();
    assert_eq!(
        definition["securityDefinitions"].to_string(),
        r#"{"api_key":{"type":"apiKey","in":"header","name":"X-API-Key"}}"#
    );
    assert_eq!(definition["security"], json!([{ "api_key": [] }]));
    let edits = Security::basic().set(&connector, way(&connector));
    change(&mut connector, edits);
    let definition = connector.definition();
    assert_eq!(
        definition["securityDefinitions"],
        json!({ "basic_auth": { "type": "basic" } })
    );
    let parameters = &connector.properties()["properties"]["connectionParameters"];
    assert_eq!(keys(parameters), ["username", "password"]);
    assert_eq!(parameters["password"]["type"], "securestring");
    let edits = Security::None.set(&connector, way(&connector));
    change(&mut connector, edits);
    assert_eq!(
        connector.definition(),
        Connector::blank("Notes").definition()
    );
    assert_eq!(connector.properties(), &Connector::blank_properties());
}

#[test]
fn other_ways_to_authenticate_are_named_and_left_alone() {
    let kinds: Vec<String> = every_kind()
        .iter()
        .filter_map(|connector| {
            let security = Security::of(connector, way(connector));
            assert!(security.set(connector, way(connector)).is_empty());
            match security {
                Security::Other { kind } => Some(kind.to_string()),
                _ => None,
            }
        })
        .collect();
    assert_eq!(
        kinds,
        [
            "Secrets without a security definition",
            "Several security definitions",
            "Several ways to authenticate, of which none is given",
            "Security definition of type “negotiate”",
        ]
    );
}

#[test]
fn a_new_label_touches_the_label_alone() {
    let mut connector = every_kind().remove(3);
    let choice = Security::ApiKey {
        label: "Key from your profile".to_owned(),
        name: "K".to_owned(),
        location: KeyLocation::Header,
    };
    let definition = connector.to_files().definition;
    let edits = choice.set(&connector, way(&connector));
    change(&mut connector, edits);
    assert_eq!(connector.to_files().definition, definition);
    assert_eq!(
        connector.properties()["properties"]["connectionParameters"].to_string(),
        json!({
            "host": { "type": "string", "uiDefinition": { "displayName": "Host" } },
            "odd_key": { "type": "securestring", "uiDefinition": { "displayName": "Key from your profile" } },
            "second": { "type": "securestring" }
        })
        .to_string()
    );
}

#[test]
fn an_odd_name_of_the_user_stays() {
    let mut connector = connector(
        &json!({ "securityDefinitions": { "b": { "type": "basic", "x-own": 1 } } }),
        &json!({ "properties": { "connectionParameters": {
            "account": { "type": "string" }, "phrase": { "type": "SecureString" }
        } } }),
    );
    let basic = |user: &str, password: &str| Security::Basic {
        user_label: user.to_owned(),
        password_label: password.to_owned(),
    };
    assert_eq!(
        Security::of(&connector, way(&connector)),
        basic("account", "phrase")
    );
    let choice = basic("account", "Phrase");
    let edits = choice.set(&connector, way(&connector));
    change(&mut connector, edits);
    assert_eq!(Security::of(&connector, way(&connector)), choice);
    let parameters = &connector.properties()["properties"]["connectionParameters"];
    assert_eq!(keys(parameters), ["account", "phrase"]);
    assert_eq!(parameters["account"], json!({ "type": "string" }));
}

#[test]
fn problems_of_a_key_are_told() {
    let key = |name: &str, location| Security::ApiKey {
        label: String::new(),
        name: name.to_owned(),
        location,
    };
    assert_eq!(key("X-Key", KeyLocation::Header).problem(), None);
    assert_eq!(key("a key", KeyLocation::Query).problem(), None);
    for (name, location) in [
        ("", KeyLocation::Header),
        ("", KeyLocation::Query),
        ("a key", KeyLocation::Header),
        ("a:key", KeyLocation::Header),
        ("clé", KeyLocation::Header),
    ] {
        assert!(key(name, location).problem().is_some(), "{name}");
    }
    assert_eq!(Security::None.problem(), None);
}

/// A connector with these security definitions and connection parameters.
fn secured(schemes: &Value, parameters: &Value) -> Connector {
    let definition = json!({ "swagger": "2.0", "paths": {}, "securityDefinitions": schemes });
    let properties = json!({ "properties": { "connectionParameters": parameters } });
    Connector::new(Document::new(definition), Document::new(properties))
}

#[test]
fn of_several_security_definitions_calls_use_the_one_that_the_connection_parameters_are_for() {
    let schemes = json!({
        "oauth": { "type": "oauth2", "flow": "accessCode" },
        "in_query": { "type": "apiKey", "in": "query", "name": "key" },
        "api_key": { "type": "apiKey", "in": "header", "name": "X-Key" },
        "login": { "type": "basic" }
    });
    let secret = json!({ "type": "securestring" });
    let text = json!({ "type": "string" });
    let key = |parameter: &str, location, name: &str| Authentication::ApiKey {
        parameter: parameter.to_owned(),
        location,
        name: name.to_owned(),
    };
    let cases = [
        (
            json!({ "api_key": secret }),
            key("api_key", KeyLocation::Header, "X-Key"),
        ),
        (
            json!({ "word": secret }),
            key("word", KeyLocation::Query, "key"),
        ),
        (
            json!({ "username": text, "password": secret }),
            Authentication::Basic {
                user: "username".to_owned(),
                password: "password".to_owned(),
            },
        ),
        (
            json!({ "token": { "type": "oauthSetting" }, "api_key": secret }),
            Authentication::OAuth {
                parameter: "token".to_owned(),
            },
        ),
        (json!({ "host": text }), Authentication::None),
    ];
    for (parameters, expected) in cases {
        let connector = secured(&schemes, &parameters);
        assert_eq!(Authentication::of(&connector), expected, "{parameters}");
    }
}

#[test]
fn a_connection_is_needed_where_calls_authenticate_or_a_connection_parameter_is_required() {
    let with = |kind: &str, constraints: Value| {
        let ui = json!({ "constraints": constraints });
        json!({ "p": { "type": kind, "uiDefinition": ui } })
    };
    let cases = [
        (json!({}), false),
        (with("string", json!({})), false),
        (with("string", json!({ "required": "true" })), true),
        (with("securestring", json!({ "required": true })), true),
        (
            with("string", json!({ "required": "true", "hidden": "true" })),
            false,
        ),
        (
            with(
                "string",
                json!({ "required": "true", "capability": ["gateway"] }),
            ),
            false,
        ),
        (with("gatewaySetting", json!({ "required": "true" })), false),
    ];
    for (parameters, expected) in cases {
        let connector = secured(&json!({}), &parameters);
        assert_eq!(
            Authentication::needs_connection(&connector),
            expected,
            "{parameters}"
        );
    }
    let key = json!({ "k": { "type": "apiKey", "in": "header", "name": "X-Key" } });
    assert!(Authentication::needs_connection(&secured(&key, &json!({}))));
}

#[test]
fn the_gateway_goes_with_the_windows_accounts_where_nothing_else_works_through_it() {
    for (next, stays) in [
        (Security::api_key(), false),
        (
            Security::OAuth2 {
                provider: IdentityProvider::Generic,
            },
            false,
        ),
        (Security::basic(), true),
        (Security::None, true),
    ] {
        let mut connector = Connector::blank("Notes");
        let edits = Security::windows().set(&connector, Way::Only);
        change(&mut connector, edits);
        assert!(general::gateway(&connector));
        let edits = next.set(&connector, Way::Only);
        change(&mut connector, edits);
        assert_eq!(Security::of(&connector, Way::Only), next);
        assert_eq!(general::gateway(&connector), stays, "{next:?}");
        let gateway = &connector.properties()["properties"]["connectionParameters"]["gateway"];
        assert_eq!(gateway.is_object(), stays, "{next:?}");
    }
}
