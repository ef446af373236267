//! OAuth 2.0: each field reads back, and the definition follows what it repeated.

use serde_json::json;
use tenon_connector::Connector;
use tenon_connector::security::oauth::{Credential, IdentityProvider, OAuth, OAuthField};
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

fn entra() -> Connector {
    let mut connector = signed_in_by(IdentityProvider::Entra);
    put(&mut connector, OAuthField::TenantId, "contoso");
    put(
        &mut connector,
        OAuthField::ResourceUri,
        "https://graph.microsoft.com",
    );
    connector
}

fn settings(connector: &Connector) -> serde_json::Value {
    connector.properties()["properties"]["connectionParameters"]["token"]["oAuthSettings"].clone()
}

#[test]
fn entra_names_the_resource_twice_as_real_connectors_do() {
    let mut connector = entra();
    let properties = |connector: &Connector| settings(connector)["properties"].clone();
    assert_eq!(
        properties(&connector),
        json!({ "IsFirstParty": "False", "IsOnbehalfofLoginSupported": true,
            "AzureActiveDirectoryResourceId": "https://graph.microsoft.com" })
    );
    put(&mut connector, OAuthField::ResourceUri, "api://mine");
    assert_eq!(
        properties(&connector)["AzureActiveDirectoryResourceId"],
        "api://mine"
    );
    let generic = Security::OAuth2 {
        provider: IdentityProvider::Generic,
    };
    let edits = generic.set(&connector, Way::Only);
    change(&mut connector, edits);
    assert_eq!(
        properties(&connector),
        json!({ "IsFirstParty": "False", "IsOnbehalfofLoginSupported": false })
    );
}

#[test]
fn a_resource_that_is_named_otherwise_stays_and_a_missing_one_is_added() {
    let token = |properties: serde_json::Value| {
        connector(
            &json!({ "swagger": "2.0", "paths": {} }),
            &json!({ "properties": { "connectionParameters": { "token": { "type": "oauthSetting",
                "oAuthSettings": { "identityProvider": "aad", "properties": properties,
                    "customParameters": { "ResourceUri": { "value": "api://old" } } } } } } }),
        )
    };
    let table = [
        (
            json!({ "AzureActiveDirectoryResourceId": "other" }),
            "other",
        ),
        (
            json!({ "azureActiveDirectoryResourceId": "api://old" }),
            "api://new",
        ),
        (json!({}), "api://new"),
    ];
    for (properties, expected) in table {
        let mut connector = token(properties);
        put(&mut connector, OAuthField::ResourceUri, "api://new");
        let oauth = OAuth::of(&connector, Way::Only).unwrap();
        assert_eq!(oauth.resource_id(), Some(expected));
    }
}

#[test]
fn service_principals_are_asked_as_the_platform_asks_them() {
    let mut connector = entra();
    let before = connector.properties().clone();
    let oauth = OAuth::of(&connector, Way::Only).unwrap();
    assert!(!oauth.service_principal(&connector));
    let edits = oauth.set_service_principal(&connector, true);
    change(&mut connector, edits);
    let parameters = &connector.properties()["properties"]["connectionParameters"];
    assert_eq!(
        keys(parameters),
        [
            "token",
            "token:TenantId",
            "token:clientId",
            "token:clientSecret",
            "token:resourceUri",
            "token:grantType"
        ]
    );
    let hidden = json!({ "required": "false", "hidden": "true" });
    for key in [
        "token:TenantId",
        "token:clientId",
        "token:clientSecret",
        "token:resourceUri",
    ] {
        assert_eq!(
            parameters[key]["uiDefinition"]["constraints"], hidden,
            "{key}"
        );
        assert_ne!(
            parameters[key]["uiDefinition"]["displayName"],
            json!(null),
            "{key}"
        );
    }
    assert_eq!(parameters["token:clientSecret"]["type"], "securestring");
    assert_eq!(
        parameters["token:grantType"]["allowedValues"],
        json!([{ "value": "code" }, { "value": "client_credentials" }])
    );
    let custom = tenon_connector::security::custom_parameters(&connector, Way::Only);
    assert!(custom.is_empty(), "the step takes care of them");

    let oauth = OAuth::of(&connector, Way::Only).unwrap();
    assert!(oauth.service_principal(&connector));
    let edits = oauth.set_service_principal(&connector, false);
    change(&mut connector, edits);
    assert_eq!(connector.properties(), &before);
}

#[test]
fn a_federated_credential_is_written_whole_and_goes_without_a_trace() {
    let mut connector = entra();
    let before = connector.properties().clone();
    let oauth = OAuth::of(&connector, Way::Only).unwrap();
    let edits = oauth.set_credential(&connector, Credential::Federated);
    change(&mut connector, edits);
    let written = settings(&connector);
    assert_eq!(
        written["clientAssertionType"],
        "GenericFederatedIdentityCredential"
    );
    assert_eq!(
        written["properties"]["FederatedIdentityCredentials"],
        json!({ "Issuer": "https://login.microsoftonline.com/contoso/v2.0", "Subject": "",
            "Audience": "api://AzureADTokenExchange" })
    );
    assert_eq!(
        written["customParameters"]["grantType"],
        json!({ "value": "authorization_code_with_federated_identity_credentials" })
    );
    put(&mut connector, OAuthField::TenantId, "fabrikam");
    let oauth = OAuth::of(&connector, Way::Only).unwrap();
    assert_eq!(
        oauth.federated(),
        Some(("https://login.microsoftonline.com/fabrikam/v2.0", ""))
    );
    put(&mut connector, OAuthField::TenantId, "contoso");
    let oauth = OAuth::of(&connector, Way::Only).unwrap();
    assert_eq!(oauth.credential(), Credential::Federated);
    let edits = oauth.set_credential(&connector, Credential::Secret);
    change(&mut connector, edits);
    assert_eq!(connector.properties(), &before);
}

#[test]
fn a_shared_redirect_url_becomes_the_connectors_own() {
    let mut connector = connector(
        &json!({ "swagger": "2.0", "paths": {} }),
        &json!({ "properties": { "connectionParameters": { "token": { "type": "oauthSetting",
            "oAuthSettings": { "identityProvider": "oauth2", "RedirectMode": "Global" } } } } }),
    );
    let oauth = OAuth::of(&connector, Way::Only).unwrap();
    assert!(oauth.shares_redirect());
    let edits = oauth.set_own_redirect(&connector);
    change(&mut connector, edits);
    assert_eq!(settings(&connector)["RedirectMode"], "GlobalPerConnector");
    assert!(!OAuth::of(&connector, Way::Only).unwrap().shares_redirect());
}

#[test]
fn what_a_proof_key_may_say_is_left_out_while_it_is_empty() {
    let mut connector = signed_in_by(IdentityProvider::ProofKey);
    let custom = |connector: &Connector| settings(connector)["customParameters"].clone();
    let bare = custom(&connector);
    assert_eq!(keys(&bare), ["authorizationUrl", "tokenUrl", "refreshUrl"]);
    for (field, key) in [
        (OAuthField::IdpHint, "idpHint"),
        (OAuthField::Audience, "audience"),
    ] {
        put(&mut connector, field, "mine");
        assert_eq!(custom(&connector)[key], json!({ "value": "mine" }));
        put(&mut connector, field, "");
        assert_eq!(custom(&connector), bare);
    }
}
