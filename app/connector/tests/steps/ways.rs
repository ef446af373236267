//! Several ways to authenticate: each keeps to itself, and the definition serves them all.

use serde_json::{Value, json};
use tenon_connector::Connector;
use tenon_connector::properties::{KeyLocation, parameter_sets};
use tenon_connector::security::oauth::IdentityProvider;
use tenon_connector::security::{Security, Way, add_way, offer_only, offer_several};

use super::security::choices;
use super::{change, keys};

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
