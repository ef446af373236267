//! Several ways to authenticate: each keeps to itself, and the definition serves them all.

use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::properties::{
    Authentication, KeyLocation, parameter_sets, rename_parameter_set,
};
use tenon_connector::security::oauth::{Grant, IdentityProvider, OAuth};
use tenon_connector::security::{Security, Way, WayError, add_way, offer_only, offer_several};

use super::security::choices;
use super::{change, connector, keys};

fn with_two_ways() -> Connector {
    let mut connector = Connector::blank("Notes");
    let edits = Security::api_key().set(&connector, Way::Only);
    change(&mut connector, edits);
    let edits = offer_several(&connector);
    change(&mut connector, edits);
    connector
}

#[test]
fn the_only_way_becomes_the_first_of_several_and_back() {
    let mut connector = with_two_ways();
    assert_eq!(Way::all(&connector), [Way::Set(0), Way::Set(1)]);
    assert_eq!(Security::of(&connector, Way::Set(0)), Security::api_key());
    assert_eq!(Security::of(&connector, Way::Set(1)), Security::None);
    assert!(offer_several(&connector).is_empty());
    let edits = offer_only(&connector, Way::Set(0));
    change(&mut connector, edits);
    assert_eq!(Way::all(&connector), [Way::Only]);
    assert_eq!(Security::of(&connector, Way::Only), Security::api_key());
    assert!(
        connector.properties()["properties"]
            .get("connectionParameterSets")
            .is_none()
    );
}

#[test]
fn every_pair_of_ways_reads_back() {
    for first in choices() {
        for second in choices() {
            let mut connector = with_two_ways();
            let edits = first.set(&connector, Way::Set(0));
            change(&mut connector, edits);
            let edits = second.set(&connector, Way::Set(1));
            change(&mut connector, edits);
            assert_eq!(
                Security::of(&connector, Way::Set(1)),
                second,
                "beside {first:?}"
            );
            assert_eq!(
                Security::of(&connector, Way::Set(0)),
                first,
                "beside {second:?}"
            );
        }
    }
}

#[test]
fn the_definition_serves_each_way_and_forgets_the_one_that_goes() {
    let mut connector = with_two_ways();
    let oauth = Security::OAuth2 {
        provider: IdentityProvider::Generic,
    };
    let edits = oauth.set(&connector, Way::Set(1));
    change(&mut connector, edits);
    let definition = connector.definition();
    assert_eq!(
        keys(&definition["securityDefinitions"]),
        ["api_key", "oauth2_auth"]
    );
    assert_eq!(
        definition["security"],
        json!([{ "api_key": [] }, { "oauth2_auth": [] }])
    );
    let edits = Security::basic().set(&connector, Way::Set(0));
    change(&mut connector, edits);
    let definition = connector.definition();
    assert_eq!(
        keys(&definition["securityDefinitions"]),
        ["oauth2_auth", "basic_auth"]
    );
    assert_eq!(
        definition["security"],
        json!([{ "oauth2_auth": [] }, { "basic_auth": [] }])
    );
}

#[test]
fn two_keys_are_sent_under_names_of_their_own() {
    let mut connector = with_two_ways();
    let second = Security::ApiKey {
        label: "Site key".to_owned(),
        name: "site".to_owned(),
        location: KeyLocation::Query,
    };
    let edits = second.set(&connector, Way::Set(1));
    change(&mut connector, edits);
    let schemes = &connector.definition()["securityDefinitions"];
    assert_eq!(keys(schemes), ["api_key", "api_key2"]);
    assert_eq!(
        schemes["api_key2"],
        json!({ "type": "apiKey", "in": "query", "name": "site" })
    );
    assert_eq!(Security::of(&connector, Way::Set(0)), Security::api_key());
}

#[test]
fn a_new_way_has_a_name_of_its_own() {
    let mut connector = with_two_ways();
    let edits = add_way(&connector);
    change(&mut connector, edits);
    let names: Vec<String> = parameter_sets(connector.properties())
        .iter()
        .map(|set| set.name().to_owned())
        .collect();
    assert_eq!(names, ["way1", "way2", "way3"]);
    assert_eq!(
        connector.properties()["properties"]["connectionParameterSets"]["values"][2]["parameters"],
        Value::Object(serde_json::Map::new())
    );
}

#[test]
fn calls_authenticate_by_the_set_of_their_connection() {
    let oauth = Security::OAuth2 {
        provider: IdentityProvider::Generic,
    };
    let mut connector = with_two_ways();
    for (n, choice) in [
        Security::api_key(),
        Security::basic(),
        oauth,
        Security::None,
    ]
    .iter()
    .enumerate()
    {
        if n > 1 {
            let edits = add_way(&connector);
            change(&mut connector, edits);
        }
        let edits = choice.set(&connector, Way::Set(n));
        change(&mut connector, edits);
    }
    assert_eq!(Authentication::of(&connector), Authentication::Several);
    let found = [0, 1, 2, 3].map(|n| Way::Set(n).authentication(&connector));
    let expected = [
        Authentication::ApiKey {
            parameter: "api_key".to_owned(),
            location: KeyLocation::Header,
            name: "X-API-Key".to_owned(),
        },
        Authentication::Basic {
            user: "username".to_owned(),
            password: "password".to_owned(),
        },
        Authentication::OAuth {
            parameter: "token".to_owned(),
        },
        Authentication::None,
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_connection_names_its_way_by_the_set_and_one_that_names_none_or_a_lost_one_has_none() {
    let mut connector = with_two_ways();
    let of = |connector: &Connector, set: &str| Way::of_connection(connector, set);
    assert_eq!(of(&connector, "way2"), Ok(Way::Set(1)));
    assert_eq!(of(&connector, ""), Err(WayError::NotChosen));
    let edits = rename_parameter_set(&connector, "way2", "other").unwrap();
    change(&mut connector, edits);
    let gone = WayError::Gone {
        name: "way2".to_owned(),
    };
    assert_eq!(of(&connector, "way2"), Err(gone));
    let edits = offer_only(&connector, Way::Set(1));
    change(&mut connector, edits);
    assert_eq!(of(&connector, ""), Ok(Way::Only));
    assert!(of(&connector, "other").is_err());
}

#[test]
fn people_sign_in_beside_a_client_as_its_security_definition_says() {
    let settings = json!({ "identityProvider": "oauth2", "clientId": "joiner", "scopes": [], "customParameters": {
        "authorizationUrl": { "value": "https://a.test/authorize" }, "tokenUrl": { "value": "https://a.test/token" } } });
    let set = |name: &str| {
        let token = json!({ "type": "oauthSetting", "oAuthSettings": settings });
        json!({ "name": name, "parameters": { "token": token } })
    };
    let scheme = |flow: &str| json!({ "type": "oauth2", "flow": flow });
    let connector = connector(
        &json!({ "swagger": "2.0", "securityDefinitions": {
            "people": scheme("accessCode"), "service": scheme("application") } }),
        &json!({ "properties": { "connectionParameterSets": {
            "values": [set("service"), set("people"), set("others")] } } }),
    );
    let grants = Way::all(&connector).into_iter().map(|way| {
        OAuth::of(&connector, way)
            .unwrap()
            .grant_of(&connector, &|_| None)
    });
    assert_eq!(
        grants.collect::<Vec<_>>(),
        [Grant::ClientCredentials, Grant::Code, Grant::Code]
    );
}
