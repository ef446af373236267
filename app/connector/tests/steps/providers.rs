//! Every identity provider can be picked, and writes what the platform needs to sign in with it.

use serde_json::Value;
use tenon_connector::Connector;
use tenon_connector::security::oauth::{IdentityProvider, OAuth, OAuthField};
use tenon_connector::security::{
    Provider, Security, Variable, VariableChoice, Way, choose_provider, label_of_variable,
};

use super::{change, keys};

/// The providers that Tenon knows.
fn providers() -> Vec<Provider> {
    serde_json::from_str(include_str!("../../../../src/providers.json")).unwrap()
}

fn chosen(provider: &Provider, choice: &VariableChoice) -> Connector {
    let variables: Vec<Variable> = provider
        .variables()
        .into_iter()
        .map(|name| Variable {
            name,
            choice: choice.clone(),
        })
        .collect();
    let mut connector = Connector::blank("Notes");
    let edits = choose_provider(&connector, Way::Only, provider, &variables);
    change(&mut connector, edits);
    connector
}

#[test]
fn each_of_the_165_providers_is_picked_and_its_addresses_are_written() {
    let providers = providers();
    assert_eq!(providers.len(), 165);
    let acme = VariableChoice::Filled("acme".to_owned());
    for provider in &providers {
        let connector = chosen(provider, &acme);
        let oauth = OAuth::of(&connector, Way::Only).unwrap();
        let fill = |text: &str| {
            provider
                .variables()
                .iter()
                .fold(text.to_owned(), |text, name| {
                    text.replace(&format!("{{{name}}}"), "acme")
                })
        };
        let id = &provider.id;
        for (field, expected) in [
            (OAuthField::AuthorizationUrl, &provider.authorization_url),
            (OAuthField::TokenUrl, &provider.token_url),
            (OAuthField::RefreshUrl, &provider.refresh_url),
        ] {
            let text = oauth.text(field);
            assert_eq!(text, fill(expected), "{id} {field:?}");
            assert_eq!(field.problem(&text), None, "{id}: {text}");
        }
        assert!(provider.is_of(&oauth), "{id}");
        let scheme = &connector.definition()["securityDefinitions"]["oauth2_auth"];
        assert_eq!(scheme["tokenUrl"], fill(&provider.token_url), "{id}");
        assert!(
            matches!(Security::of(&connector, Way::Only), Security::OAuth2 { .. }),
            "{id}"
        );
    }
}

#[test]
fn what_an_authorization_says_beside_is_in_the_template() {
    let providers = providers();
    let find = |id: &str| providers.iter().find(|p| p.id == id).unwrap();
    let query = |id: &str| {
        let connector = chosen(find(id), &VariableChoice::Asked);
        let oauth = OAuth::of(&connector, Way::Only).unwrap();
        assert_eq!(oauth.provider(), IdentityProvider::Templates, "{id}");
        oauth.text(OAuthField::AuthorizationQuery)
    };
    assert!(
        query("google")
            .ends_with("&access_type=offline&include_granted_scopes=true&prompt=consent")
    );
    assert!(query("lever").contains("&audience=https%3A%2F%2Fapi.lever.co%2Fv1%2F&"));
    assert!(query("hubstaff").ends_with("&nonce={State}"));
    assert!(query("bigcommerce").contains("&context=stores%2F{storeHash}"));
}

#[test]
fn the_kind_follows_from_what_the_provider_needs() {
    let kind = |id: &str| {
        let providers = providers();
        let provider = providers.iter().find(|p| p.id == id).unwrap();
        let acme = VariableChoice::Filled("acme".to_owned());
        let connector = chosen(provider, &acme);
        OAuth::of(&connector, Way::Only).unwrap().provider()
    };
    assert_eq!(kind("github"), IdentityProvider::Generic);
    assert_eq!(
        kind("okta"),
        IdentityProvider::Generic,
        "to answer in the query is usual"
    );
    assert_eq!(kind("x-twitter"), IdentityProvider::ProofKey);
    assert_eq!(
        kind("linear"),
        IdentityProvider::Templates,
        "commas between scopes"
    );
}

#[test]
fn a_variable_is_asked_of_the_user_or_filled_in() {
    let providers = providers();
    let zendesk = providers.iter().find(|p| p.id == "zendesk").unwrap();
    assert_eq!(zendesk.variables(), ["subdomain"]);
    let asked = chosen(zendesk, &VariableChoice::Asked);
    let parameters = &asked.properties()["properties"]["connectionParameters"];
    assert_eq!(keys(parameters), ["token", "token:subdomain"]);
    assert_eq!(
        parameters["token:subdomain"]["uiDefinition"]["displayName"],
        "Subdomain"
    );
    let oauth = OAuth::of(&asked, Way::Only).unwrap();
    assert_eq!(oauth.provider(), IdentityProvider::Templates);
    assert!(
        oauth
            .text(OAuthField::TokenUrl)
            .starts_with("https://{subdomain}.")
    );

    let filled = chosen(zendesk, &VariableChoice::Filled(" acme ".to_owned()));
    let parameters = &filled.properties()["properties"]["connectionParameters"];
    assert_eq!(keys(parameters), ["token"]);
    assert_eq!(
        label_of_variable("snowflake_account_url"),
        "Snowflake account url"
    );
    assert_eq!(label_of_variable("accountId"), "Account id");
}

#[test]
fn another_provider_keeps_the_client_and_forgets_the_last_ones_questions() {
    let providers = providers();
    let find = |id: &str| providers.iter().find(|p| p.id == id).unwrap();
    let mut connector = chosen(find("zendesk"), &VariableChoice::Asked);
    let oauth = OAuth::of(&connector, Way::Only).unwrap();
    let edits = oauth.set(&connector, OAuthField::ClientId, "mine");
    change(&mut connector, edits);
    let edits = choose_provider(&connector, Way::Only, find("github"), &[]);
    change(&mut connector, edits);
    let parameters = &connector.properties()["properties"]["connectionParameters"];
    assert_eq!(keys(parameters), ["token"]);
    let settings = &parameters["token"]["oAuthSettings"];
    assert_eq!(settings["clientId"], "mine");
    assert_eq!(settings["redirectMode"], "GlobalPerConnector");
    let redirects = settings
        .as_object()
        .map(|s| s.keys().filter(|k| k.starts_with("redirect")).count());
    assert_eq!(redirects, Some(2));
    assert_ne!(settings["customParameters"], Value::Null);
}
