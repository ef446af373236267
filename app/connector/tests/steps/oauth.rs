//! OAuth 2.0: each field reads back, and the definition follows what it repeated.

use serde_json::json;
use tenon_connector::Connector;
use tenon_connector::security::oauth::{IdentityProvider, OAuth, OAuthField};
use tenon_connector::security::{Security, Way};

use super::{change, connector, keys};

fn signed_in_by(provider: IdentityProvider) -> Connector {
    let mut connector = Connector::blank("Notes");
    let edits = Security::OAuth2 { provider }.set(&connector, Way::Only);
    change(&mut connector, edits);
    connector
}

fn put(connector: &mut Connector, field: OAuthField, text: &str) {
    let oauth = OAuth::of(connector, Way::Only).unwrap();
    let edits = oauth.set(connector, field, text);
    change(connector, edits);
}

#[test]
fn every_field_of_every_provider_reads_back_and_stays_alone() {
    for provider in IdentityProvider::WRITTEN {
        for field in provider.fields() {
            let mut connector = signed_in_by(provider.clone());
            put(&mut connector, *field, "https://example.com/x");
            let oauth = OAuth::of(&connector, Way::Only).unwrap();
            assert_eq!(oauth.provider(), provider);
            assert_eq!(
                oauth.text(*field),
                "https://example.com/x",
                "{provider:?} {field:?}"
            );
            let fresh = signed_in_by(provider.clone());
            let fresh = OAuth::of(&fresh, Way::Only).unwrap();
            for other in provider.fields().iter().filter(|other| *other != field) {
                assert_eq!(
                    oauth.text(*other),
                    fresh.text(*other),
                    "{field:?} changed {other:?}"
                );
            }
        }
    }
}

#[test]
fn the_generic_choice_writes_what_the_original_writes() {
    let mut connector = signed_in_by(IdentityProvider::Generic);
    for (field, text) in [
        (OAuthField::ClientId, "notes"),
        (
            OAuthField::AuthorizationUrl,
            "https://id.example.com/authorize",
        ),
        (OAuthField::TokenUrl, "https://id.example.com/token"),
        (OAuthField::RefreshUrl, "https://id.example.com/token"),
        (OAuthField::Scopes, " read  write "),
    ] {
        put(&mut connector, field, text);
    }
    assert_eq!(
        connector.definition()["securityDefinitions"],
        json!({ "oauth2_auth": {
            "type": "oauth2",
            "flow": "accessCode",
            "authorizationUrl": "https://id.example.com/authorize",
            "tokenUrl": "https://id.example.com/token",
            "scopes": { "read": "read", "write": "write" }
        } })
    );
    assert_eq!(
        connector.definition()["security"],
        json!([{ "oauth2_auth": [] }])
    );
    let token = &connector.properties()["properties"]["connectionParameters"]["token"];
    assert_eq!(token["type"], "oauthSetting");
    assert_eq!(
        token["oAuthSettings"],
        json!({
            "identityProvider": "oauth2",
            "clientId": "notes",
            "scopes": ["read", "write"],
            "redirectMode": "GlobalPerConnector",
            "redirectUrl": "https://global.consent.azure-apim.net/redirect",
            "properties": { "IsFirstParty": "False", "IsOnbehalfofLoginSupported": false },
            "customParameters": {
                "authorizationUrl": { "value": "https://id.example.com/authorize" },
                "tokenUrl": { "value": "https://id.example.com/token" },
                "refreshUrl": { "value": "https://id.example.com/token" }
            }
        })
    );
}

#[test]
fn entra_asks_for_the_tenant_and_addresses_it() {
    let mut connector = signed_in_by(IdentityProvider::Entra);
    put(&mut connector, OAuthField::TenantId, "contoso");
    put(
        &mut connector,
        OAuthField::ResourceUri,
        "https://graph.microsoft.com",
    );
    let oauth = OAuth::of(&connector, Way::Only).unwrap();
    assert!(!oauth.on_behalf_of());
    let edits = oauth.set_on_behalf_of(&connector, true);
    change(&mut connector, edits);
    let parameters = &connector.properties()["properties"]["connectionParameters"];
    assert_eq!(keys(parameters), ["token", "token:TenantId"]);
    assert_eq!(
        parameters["token"]["oAuthSettings"]["customParameters"],
        json!({
            "loginUri": { "value": "https://login.microsoftonline.com" },
            "tenantId": { "value": "contoso" },
            "resourceUri": { "value": "https://graph.microsoft.com" },
            "enableOnbehalfOfLogin": { "value": "true" }
        })
    );
    let scheme = &connector.definition()["securityDefinitions"]["oauth2_auth"];
    assert_eq!(
        scheme["authorizationUrl"],
        "https://login.microsoftonline.com/contoso/oauth2/authorize"
    );
    assert_eq!(
        scheme["tokenUrl"],
        "https://login.microsoftonline.com/contoso/oauth2/token"
    );
}

#[test]
fn another_provider_keeps_what_both_know() {
    let mut connector = signed_in_by(IdentityProvider::Generic);
    put(&mut connector, OAuthField::ClientId, "notes");
    put(
        &mut connector,
        OAuthField::TokenUrl,
        "https://id.example.com/token",
    );
    let choice = Security::OAuth2 {
        provider: IdentityProvider::Templates,
    };
    let edits = choice.set(&connector, Way::Only);
    change(&mut connector, edits);
    let oauth = OAuth::of(&connector, Way::Only).unwrap();
    assert_eq!(oauth.text(OAuthField::ClientId), "notes");
    assert_eq!(
        oauth.text(OAuthField::TokenUrl),
        "https://id.example.com/token"
    );
    assert!(oauth.text(OAuthField::TokenBody).contains("{ClientSecret}"));
    let custom = "/properties/connectionParameters/token/oAuthSettings/customParameters";
    let custom = connector.properties().pointer(custom).unwrap();
    assert!(custom.get("tokenUrl").is_none() && custom.get("tokenUrlTemplate").is_some());
}

#[test]
fn odd_letter_case_is_read_and_kept() {
    let mut connector = connector(
        &json!({ "securityDefinitions": { "o": {
            "type": "oauth2", "flow": "accessCode", "tokenUrl": "https://other.example.com", "scopes": { "a": "All" }
        } } }),
        &json!({ "properties": { "connectionParameters": { "login": {
            "type": "oauthSetting",
            "oauthSettings": {
                "IdentityProvider": "OAuth2",
                "ClientID": "c",
                "Scopes": ["a"],
                "customParameters": { "AuthorizationUrl": { "Value": "https://a.example.com" },
                                      "TokenUrl": { "value": "https://t.example.com" } }
            }
        } } } }),
    );
    let oauth = OAuth::of(&connector, Way::Only).unwrap();
    assert_eq!(oauth.provider(), IdentityProvider::Generic);
    assert_eq!(
        oauth.text(OAuthField::AuthorizationUrl),
        "https://a.example.com"
    );
    put(
        &mut connector,
        OAuthField::AuthorizationUrl,
        "https://b.example.com",
    );
    put(
        &mut connector,
        OAuthField::TokenUrl,
        "https://u.example.com",
    );
    put(&mut connector, OAuthField::Scopes, "a b");
    let settings =
        &connector.properties()["properties"]["connectionParameters"]["login"]["oauthSettings"];
    assert_eq!(
        keys(settings),
        ["IdentityProvider", "ClientID", "Scopes", "customParameters"]
    );
    assert_eq!(
        settings["customParameters"]["AuthorizationUrl"]["Value"],
        "https://b.example.com"
    );
    let scheme = &connector.definition()["securityDefinitions"]["o"];
    assert_eq!(
        scheme["tokenUrl"], "https://other.example.com",
        "it never said the same"
    );
    assert_eq!(scheme["scopes"], json!({ "a": "All", "b": "b" }));
}
