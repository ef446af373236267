//! The providers that Tenon knows, each as a maker picks it.

use std::sync::LazyLock;

use secrecy::SecretString;
use tenon_connector::document::Document;
use tenon_connector::security::oauth::{ClientProof, OAuth};
use tenon_connector::security::{Provider, Variable, VariableChoice, Way, choose_provider};

use super::*;
use crate::runtime::oauth::{Client, new_verifier, origin};

/// A connector that signs in with a provider, whose variables are filled in.
fn chosen(provider: &Provider) -> Connector {
    let mut connector = Connector::new(
        Document::new(json!({ "swagger": "2.0" })),
        Document::new(json!({ "properties": {} })),
    );
    let variables = provider.variables().into_iter().map(|name| Variable {
        name,
        choice: VariableChoice::Filled("acme.example.com".to_owned()),
    });
    let variables: Vec<_> = variables.collect();
    for edit in choose_provider(&connector, Way::Only, provider, &variables) {
        connector.apply(&edit).unwrap();
    }
    let client = DocumentPath::of([
        "properties",
        "connectionParameters",
        "token",
        "oAuthSettings",
        "clientId",
    ]);
    let edit = connector.set(Part::Properties, &client, Some(json!(CLIENT)));
    connector.apply(&edit.unwrap()).unwrap();
    connector
}

static PROVIDERS: LazyLock<Vec<Provider>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../../providers.json")).unwrap());

fn client(connector: &Connector) -> Client {
    let oauth = OAuth::of(connector, Way::Only).unwrap();
    let preset = Provider::find(&PROVIDERS, &oauth);
    let flow = oauth.flow(connector, preset, &|_| None).unwrap();
    Client {
        manner: flow.manner.clone(),
        flow,
        secret: Some(SecretString::from(SECRET)),
        redirect: format!("{ORIGIN}/oauth/redirect/1"),
    }
}

#[test]
fn every_known_provider_can_be_signed_in_with() {
    let all = &*PROVIDERS;
    for provider in all {
        let client = client(&chosen(provider));
        let (url, hop) = client
            .authorize("planted-state", &new_verifier(), 0)
            .unwrap();
        let said: BTreeMap<String, String> = url.query_pairs().into_owned().collect();
        let id = &provider.id;
        assert_eq!(
            said.get("state").map(String::as_str),
            Some("planted-state"),
            "{id}: {url}"
        );
        assert_eq!(
            said.get("response_type").map(String::as_str),
            Some("code"),
            "{id}"
        );
        assert_eq!(said.get("redirect_uri"), Some(&client.redirect), "{id}");
        assert!(said.values().any(|value| value == CLIENT), "{id}: {url}");
        assert_eq!(
            said.contains_key("code_challenge"),
            client.manner.proof_key,
            "{id}"
        );
        assert!(!format!("{hop:?}").contains("planted"), "{id}");
        for (name, value) in &provider.authorize_params {
            // To answer in the query is what they do anyway.
            let is_usual = (name.as_str(), value.as_str()) == ("response_mode", "query");
            assert!(
                is_usual || said.contains_key(name),
                "{id} lacks {name}: {url}"
            );
        }
        assert!(!url.as_str().contains("%7B"), "{id}: {url}");
    }
}

#[test]
fn odd_providers_are_spoken_to_in_their_way() {
    let all = &*PROVIDERS;
    let of = |id: &str| client(&chosen(all.iter().find(|known| known.id == id).unwrap()));
    let notion = of("notion");
    assert!(notion.manner.json && notion.manner.client == ClientProof::Basic);
    assert_eq!(of("tiktok").flow.client_id_name, "client_key");
    assert_eq!(
        of("basecamp").flow.refresh_extra,
        [("type".to_owned(), "refresh".to_owned())]
    );
    assert!(of("keap").flow.refresh_basic);
    assert!(!of("slack").manner.proof_key);
    assert_eq!(
        of("strava")
            .flow
            .scope(&of("strava").manner)
            .matches(' ')
            .count(),
        0
    );
    let figma = of("figma").flow;
    assert_ne!(figma.token.url, figma.refresh.url);
}

#[test]
fn a_provider_is_known_by_the_name_that_the_platform_has_for_it() {
    for (name, url) in [
        ("google", "https://accounts.google.com/"),
        ("SalesforceV2", "https://login.salesforce.com/"),
        ("DocuSign", "https://account.docusign.com/"),
    ] {
        let properties = json!({ "properties": { "connectionParameters": { "token": { "type": "oauthSetting",
            "oAuthSettings": { "identityProvider": name, "clientId": CLIENT } } } } });
        let connector = Connector::new(Document::new(json!({})), Document::new(properties));
        assert!(
            client(&connector).flow.authorization.url.starts_with(url),
            "{name}"
        );
    }
}

#[test]
fn entra_id_is_asked_for_the_resource_in_the_tenant_of_the_connection() {
    let properties = json!({ "properties": { "connectionParameters": {
        "token": { "type": "oauthSetting", "oAuthSettings": { "identityProvider": "aad", "clientId": CLIENT,
            "customParameters": { "loginUri": { "value": "https://login.microsoftonline.com" },
                "tenantId": { "value": "common" }, "resourceUri": { "value": "https://graph.microsoft.com" } } } },
        "token:TenantId": { "type": "string" } } } });
    let connector = Connector::new(Document::new(json!({})), Document::new(properties));
    let oauth = OAuth::of(&connector, Way::Only).unwrap();
    let flow = |tenant: Option<&str>| {
        let tenant = tenant.map(str::to_owned);
        oauth.flow(&connector, None, &|key| {
            tenant.clone().filter(|_| key == "token:TenantId")
        })
    };
    let common = flow(None).unwrap();
    assert_eq!(
        common.token.url,
        "https://login.microsoftonline.com/common/oauth2/token"
    );
    let own = flow(Some("contoso.example.com")).unwrap();
    assert_eq!(
        own.authorization.url,
        "https://login.microsoftonline.com/contoso.example.com/oauth2/authorize"
    );
    let resource = (
        "resource".to_owned(),
        "https://graph.microsoft.com".to_owned(),
    );
    assert_eq!(
        [own.authorize_extra, own.token_extra, own.refresh_extra],
        [(); 3].map(|()| vec![resource.clone()])
    );
    assert!(flow(Some("evil.example/x?")).is_err());
}

#[test]
fn tokens_are_exchanged_and_renewed_at_hosts_that_they_come_from() {
    let mut odd = 0;
    for provider in PROVIDERS.iter() {
        let flow = client(&chosen(provider)).flow;
        let own = [&flow.token.url, &flow.refresh.url].map(|url| origin(url));
        for asked in flow.exchange.iter().chain(&flow.renewal) {
            odd += 1;
            assert!(own.contains(&origin(&asked.url)), "{}", provider.id);
            let query = asked.query.as_deref().unwrap_or_default();
            assert!(query.contains("{AccessToken}"), "{}", provider.id);
        }
    }
    assert_eq!(odd, 5);
}

#[test]
fn tokens_go_in_the_header_that_a_service_wants() {
    let carried = |id: &str| {
        let provider = PROVIDERS.iter().find(|known| known.id == id).unwrap();
        let carrier = client(&chosen(provider)).flow.carrier;
        format!("{}: {}", carrier.header, carrier.value("x"))
    };
    assert_eq!(carried("github"), "Authorization: Bearer x");
    assert_eq!(carried("zoho"), "Authorization: Zoho-oauthtoken x");
    assert_eq!(carried("yandex"), "Authorization: OAuth x");
    assert_eq!(carried("shopify"), "X-Shopify-Access-Token: x");
}
