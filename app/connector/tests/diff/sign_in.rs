//! Who has to sign in again, and whom a change of the sign-in leaves alone.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tenon_connector::diff::{Effect, Kind, diff};
use tenon_connector::{Connector, Part};

use super::{changed, definition, effects, of};

const SETTINGS: &str = "/properties/connectionParameters/login/oAuthSettings";

/// The connector with these settings of OAuth.
fn settings(settings: Value) -> Connector {
    changed(Part::Properties, SETTINGS, Some(settings))
}

/// The settings with these URLs.
fn urls(urls: &Value) -> Connector {
    settings(json!({"identityProvider": "oauth2", "customParameters": urls}))
}

#[test]
fn another_server_that_renews_access_makes_everybody_sign_in_again() {
    let (here, other) = ("https://id.example.com/a", "https://other.example.com/a");
    let renewal = BTreeSet::from(["RenewalChanged"]);
    let sign_in = BTreeSet::from(["SignInChanged"]);
    for (was, now, told) in [
        // Without a refresh URL, the token URL is the one.
        (
            json!({"tokenUrl": {"value": here}}),
            json!({"tokenUrl": {"value": other}}),
            renewal.clone(),
        ),
        (
            json!({"tokenUrl": {"value": here}}),
            json!({"tokenUrl": {"value": "https://ID.example.com/b"}}),
            sign_in.clone(),
        ),
        (
            json!({"tokenUrl": {"value": here}}),
            json!({"tokenUrl": {"value": here}, "refreshUrl": {"value": here}}),
            BTreeSet::new(),
        ),
        (
            json!({"tokenUrl": {"value": here}, "refreshUrl": {"value": other}}),
            json!({"tokenUrl": {"value": here}}),
            renewal.clone(),
        ),
        (
            json!({"authorizationUrl": {"value": here}, "tokenUrl": {"value": here}}),
            json!({"authorizationUrl": {"value": other}, "tokenUrl": {"value": here}}),
            sign_in.clone(),
        ),
        (
            json!({"tenantId": {"value": "common"}}),
            json!({"tenantId": {"value": "a"}}),
            renewal,
        ),
        // Names are read in any letters.
        (
            json!({"AuthorizationUrl": {"value": here}}),
            json!({"authorizationUrl": {"value": here}}),
            BTreeSet::new(),
        ),
        (
            json!({"resourceUri": {"value": here}}),
            json!({"resourceUri": {"value": other}}),
            BTreeSet::from(["AuthenticationChanged"]),
        ),
    ] {
        let difference = diff(&urls(&was), &urls(&now));
        assert!(!difference.entries.is_empty());
        assert_eq!(effects(&difference), told, "{was} {now}");
    }
}

#[test]
fn the_addresses_of_a_security_definition_are_judged_alike() {
    let with = |key: &str, url: &str| {
        let place = format!("/securityDefinitions/signIn/{key}");
        changed(Part::Definition, &place, Some(json!(url)))
    };
    let told = |key: &str, was: &str, now: &str| effects(&diff(&with(key, was), &with(key, now)));
    let (here, other) = ("https://id.example.com/a", "https://other.example.com/a");
    assert_eq!(
        told("tokenUrl", here, other),
        BTreeSet::from(["RenewalChanged"])
    );
    assert_eq!(
        told("tokenUrl", here, "https://id.example.com/b"),
        BTreeSet::from(["SignInChanged"])
    );
    assert_eq!(
        told("authorizationUrl", here, other),
        BTreeSet::from(["SignInChanged"])
    );
}

#[test]
fn no_redirect_mode_is_the_old_one() {
    let mode = |mode: Option<&str>| {
        let mut all = json!({"identityProvider": "oauth2"});
        if let Some(mode) = mode {
            all["redirectMode"] = json!(mode);
        }
        settings(all)
    };
    let told = |was, now| effects(&diff(&mode(was), &mode(now)));
    assert_eq!(told(None, Some("Global")), BTreeSet::new());
    assert_eq!(told(Some("Global"), None), BTreeSet::new());
    let redirect = BTreeSet::from(["RedirectChanged"]);
    assert_eq!(told(None, Some("GlobalPerConnector")), redirect);
}

#[test]
fn a_required_field_that_is_read_only_no_more_has_to_be_sent() {
    let body = |read_only: bool, required: &[&str]| {
        let schema = json!({"type": "object", "required": required, "properties": {
            "note": {"type": "string", "readOnly": read_only}
        }});
        let place = "/paths/~1joints/post/parameters/0/schema";
        changed(Part::Definition, place, Some(schema))
    };
    let told = |required: &[&str]| effects(&diff(&body(true, required), &body(false, required)));
    assert_eq!(told(&["note"]), BTreeSet::from(["ParameterMadeRequired"]));
    assert_eq!(told(&[]), BTreeSet::new());
}

/// The connector whose security definition has this name, which the connector and an operation require.
fn named(name: &str, required: &str) -> Connector {
    let mut definition = definition();
    let signing_in = definition["securityDefinitions"]["signIn"].clone();
    definition["securityDefinitions"] = json!({name: signing_in, "key": {"type": "basic"}});
    definition["security"] = json!([{required: ["read"]}]);
    definition["paths"]["/joints"]["post"]["security"] = json!([{required: [], "key": []}]);
    of(definition)
}

#[test]
fn a_security_definition_under_another_name_reaches_nobody() {
    let difference = diff(
        &named("signIn", "signIn"),
        &named("oauth2_auth", "oauth2_auth"),
    );
    assert_eq!(
        effects(&difference),
        BTreeSet::from(["SecurityRenamed"]),
        "{difference:#?}"
    );
    let renamed = difference
        .entries
        .iter()
        .find(|entry| entry.effect.is_some());
    let renamed = renamed.unwrap();
    assert_eq!(renamed.kind, Kind::Renamed);
    assert_eq!(renamed.effect.unwrap().effect, Effect::Spares);
    assert_eq!(renamed.before.as_deref(), Some("signIn"));
    assert_eq!(renamed.after.as_deref(), Some("oauth2_auth"));
}

#[test]
fn a_security_definition_is_only_renamed_where_all_that_requires_it_follows() {
    // The requirements still name the old one, which is gone.
    let left = diff(&named("signIn", "signIn"), &named("oauth2_auth", "signIn"));
    assert_eq!(effects(&left), BTreeSet::from(["AuthenticationChanged"]));
    // Another definition stands where the old one stood.
    let mut other = named("oauth2_auth", "oauth2_auth").definition().clone();
    other["securityDefinitions"]["oauth2_auth"]["flow"] = json!("implicit");
    let other = diff(&named("signIn", "signIn"), &of(other));
    assert!(effects(&other).contains("AuthenticationChanged"));
    // One operation asks for something else besides.
    let mut less = named("oauth2_auth", "oauth2_auth").definition().clone();
    less["paths"]["/joints"]["post"]["security"] = json!([{"oauth2_auth": []}]);
    let less = diff(&named("signIn", "signIn"), &of(less));
    assert!(effects(&less).contains("AuthenticationChanged"));
}
