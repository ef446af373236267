//! Signing in with OAuth 2.0, against a provider on this machine.

mod known;
mod long_lived;
mod provider;
mod sets;

use secrecy::SecretString;
use serde_json::Value;
use tenon_app::api::connections::{Connection, ConnectionEdit, ConnectionState};
use tenon_app::api::sign_in::{SignInStart, SignInStep};
use tenon_connector::security::oauth::{ClientProof, HopStep, Refusal, Trouble};

use self::provider::{CLIENT, Provider, Rules, SECRET};
use super::*;
use crate::service::SignInReturn;

const ORIGIN: &str = "http://tenon.test";
const PLACE: &str = "/properties/connectionParameters/token";

/// A connector that signs in at the provider.
fn files(provider: &Provider, settings: Value, more: Value) -> ConnectorFiles {
    files_at(&provider.origin, settings, more)
}

/// A connector whose provider and API are at this address.
fn files_at(origin: &str, settings: Value, more: Value) -> ConnectorFiles {
    let host = origin.trim_start_matches("http://");
    let definition = json!({
        "swagger": "2.0", "info": { "title": "Echo", "version": "1.0" }, "host": host, "schemes": ["http"],
        "paths": { "/echo": { "get": { "operationId": "Echo", "responses": {} } } },
        "securityDefinitions": { "oauth2_auth": { "type": "oauth2", "flow": "accessCode",
            "authorizationUrl": format!("{origin}/authorize"),
            "tokenUrl": format!("{origin}/token"), "scopes": {} } }
    });
    let mut parameters = json!({ "token": { "type": "oauthSetting", "oAuthSettings": settings } });
    for (key, parameter) in more.as_object().unwrap() {
        parameters[key] = parameter.clone();
    }
    ConnectorFiles {
        definition: definition.to_string(),
        properties: json!({ "properties": { "connectionParameters": parameters } }).to_string(),
        ..ConnectorFiles::default()
    }
}

fn generic(origin: &str) -> Value {
    json!({ "identityProvider": "oauth2", "clientId": CLIENT, "scopes": ["read", "write"],
        "redirectMode": "GlobalPerConnector", "customParameters": {
            "authorizationUrl": { "value": format!("{origin}/authorize") },
            "tokenUrl": { "value": format!("{origin}/token") },
            "refreshUrl": { "value": format!("{origin}/token") } } })
}

/// A connector whose client secret is kept; its id.
async fn connector_of(ada: &RequestBackend, files: &ConnectorFiles, secret: &str) -> String {
    let id = ada
        .add(&Connector::from_files(files).unwrap())
        .await
        .unwrap();
    let secret = ClientSecret {
        connector: id.clone(),
        place: PLACE.to_owned(),
        value: secret.to_owned(),
    };
    ada.keep_client_secret(secret).await.unwrap();
    id
}

async fn new(ada: &RequestBackend, connector: &str, values: &[(&str, &str)]) -> Connection {
    let pair = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    let new = NewConnection {
        values: values.iter().map(pair).collect(),
        ..new_connection(connector, "")
    };
    ada.create_connection(new).await.unwrap()
}

fn start(connection: &str, variants: bool) -> SignInStart {
    SignInStart {
        connection: connection.to_owned(),
        version: 1,
        actions: Vec::new(),
        origin: ORIGIN.to_owned(),
        variants,
    }
}

async fn begun(ada: &RequestBackend, connection: &str, variants: bool) -> String {
    match ada
        .begin_sign_in(start(connection, variants))
        .await
        .unwrap()
    {
        SignInStep::Go(url) => url,
        SignInStep::Done(_) => panic!("the client signed in"),
    }
}

fn back(connector: &str, state: &str, code: &str) -> SignInReturn {
    SignInReturn {
        connector: connector.to_owned(),
        state: SecretString::from(state),
        answer: Ok(SecretString::from(code)),
    }
}

/// Signs in, there and back.
async fn signed_in(
    ada: &RequestBackend,
    provider: &Provider,
    connection: &Connection,
    variants: bool,
) {
    let (state, code) = provider.consent(&begun(ada, &connection.id, variants).await);
    let back = back(&connection.connector, &state, &code);
    assert_eq!(ada.end_sign_in(back).await.unwrap(), connection.id);
}

async fn status(ada: &RequestBackend, connector: &str) -> ConnectionState {
    let listed = ada.connections(connector.to_owned()).await.unwrap();
    listed[0].status.clone()
}

struct Bench {
    state: AppState,
    ada: RequestBackend,
    provider: Provider,
    connection: Connection,
    data: TempDir,
}

impl Bench {
    /// A connector of generic OAuth 2.0 with a connection, with which nobody has signed in yet.
    async fn new(rules: Rules, secret: &str) -> Self {
        let data = tempfile::tempdir().unwrap();
        let state = server(data.path()).await;
        let ada = ada(&state).await;
        let provider = Provider::start(rules).await;
        let files = files(&provider, generic(&provider.origin), json!({}));
        let connector = connector_of(&ada, &files, secret).await;
        let connection = new(&ada, &connector, &[]).await;
        Self {
            state,
            ada,
            provider,
            connection,
            data,
        }
    }

    fn call(&self) -> CallRequest {
        echo(&self.connection.connector, Some(self.connection.id.clone()))
    }

    async fn sign_in(&self, variants: bool) {
        signed_in(&self.ada, &self.provider, &self.connection, variants).await;
    }

    async fn status(&self) -> ConnectionState {
        status(&self.ada, &self.connection.connector).await
    }
}

#[tokio::test]
async fn a_maker_signs_in_and_calls_and_no_secret_shows() {
    let (log, _listening) = Log::listen();
    let bench = Bench::new(Rules::default(), SECRET).await;
    let Bench {
        ada,
        provider,
        connection,
        ..
    } = &bench;
    assert_eq!(connection.status, ConnectionState::SignedOut);
    let early = ada.test_call(bench.call()).await.unwrap_err();
    assert!(early.message.contains("Sign in first"), "{}", early.message);
    let url = begun(ada, &connection.id, false).await;
    let redirect = format!("{ORIGIN}/oauth/redirect/{}", connection.connector);
    let encoded: String = url::form_urlencoded::byte_serialize(redirect.as_bytes()).collect();
    assert!(url.contains(&format!("redirect_uri={encoded}")), "{url}");
    assert!(url.contains("scope=read+write"), "{url}");
    bench.sign_in(false).await;
    assert_eq!(bench.status().await, ConnectionState::Good);
    let transcript = ada.test_call(bench.call()).await.unwrap();
    assert!(!transcript.renewed);
    let report = ada.last_sign_in(connection.id.clone()).await.unwrap();
    let steps: Vec<_> = report.hops.iter().map(|hop| hop.step).collect();
    assert_eq!(
        steps,
        [HopStep::Authorize, HopStep::Callback, HopStep::Token]
    );
    assert!(report.hops.iter().all(|hop| hop.finding.is_none()));
    let shown = format!("{transcript:?} {report:?}");
    assert_eq!(answered(transcript).status, 200);
    let logged = log.written();
    let database = std::fs::read(bench.data.path().join("tenon.db")).unwrap();
    for secret in ["planted-access", "planted-refresh", "planted-code", SECRET] {
        assert!(!shown.contains(secret), "{secret} is shown");
        assert!(!holds(&logged, secret), "{secret} is logged");
        assert!(!holds(&database, secret), "{secret} is in the database");
    }
    let verifier = provider.requests()[0]["code_verifier"].clone();
    assert!(!shown.contains(&verifier) && !holds(&logged, &verifier));
}

#[tokio::test]
async fn a_sign_in_ends_once_and_in_its_own_session() {
    let bench = Bench::new(Rules::default(), SECRET).await;
    let Bench {
        ada,
        provider,
        connection,
        ..
    } = &bench;
    let connector = &connection.connector;
    let (state, code) = provider.consent(&begun(ada, &connection.id, false).await);
    let other = somebody(&bench.state);
    other
        .sign_in(
            "ada@example.com".to_owned(),
            "a long enough password".to_owned(),
        )
        .await
        .unwrap();
    let foreign = other.end_sign_in(back(connector, &state, &code)).await;
    assert_eq!(kind(foreign), ErrorKind::Invalid);
    // Whoever tried it spent it.
    let spent = ada.end_sign_in(back(connector, &state, &code)).await;
    assert_eq!(kind(spent), ErrorKind::Invalid);
    let (state, code) = provider.consent(&begun(ada, &connection.id, false).await);
    let elsewhere = ada.end_sign_in(back("another", &state, &code)).await;
    assert_eq!(kind(elsewhere), ErrorKind::Invalid);
    let (state, code) = provider.consent(&begun(ada, &connection.id, false).await);
    ada.end_sign_in(back(connector, &state, &code))
        .await
        .unwrap();
    let twice = ada.end_sign_in(back(connector, &state, &code)).await;
    assert_eq!(kind(twice), ErrorKind::Invalid);
    let nobody = somebody(&bench.state)
        .end_sign_in(back(connector, &state, &code))
        .await;
    assert_eq!(kind(nobody), ErrorKind::SignedOut);
    assert_eq!(provider.requests().len(), 1);
    let nobody = somebody(&bench.state)
        .begin_sign_in(start(&connection.id, false))
        .await;
    assert_eq!(kind(nobody), ErrorKind::SignedOut);
}

#[tokio::test]
async fn two_servers_that_need_a_token_at_once_refresh_it_once() {
    let bench = Bench::new(Rules::short_lived(), SECRET).await;
    bench.sign_in(false).await;
    bench.provider.change(Rules {
        lifetime: Some(3600),
        ..Rules::default()
    });
    let second = server(bench.data.path()).await;
    let other = somebody(&second);
    other
        .sign_in(
            "ada@example.com".to_owned(),
            "a long enough password".to_owned(),
        )
        .await
        .unwrap();
    let (a, b, c) = tokio::join!(
        bench.ada.test_call(bench.call()),
        other.test_call(bench.call()),
        bench.ada.test_call(bench.call())
    );
    for transcript in [a, b, c] {
        assert_eq!(answered(transcript.unwrap()).status, 200);
    }
    assert_eq!(bench.provider.refreshes(), 1);
    let report = bench
        .ada
        .last_sign_in(bench.connection.id.clone())
        .await
        .unwrap();
    assert_eq!(report.hops.last().unwrap().step, HopStep::Refresh);
}

#[tokio::test]
async fn a_token_that_the_service_refuses_is_renewed_and_the_call_made_again() {
    let bench = Bench::new(Rules::default(), SECRET).await;
    bench.sign_in(false).await;
    bench.provider.forget_access();
    let transcript = bench.ada.test_call(bench.call()).await.unwrap();
    assert!(transcript.renewed);
    assert_eq!(answered(transcript).status, 200);
    assert_eq!(bench.status().await, ConnectionState::Good);
    assert_eq!(bench.provider.refreshes(), 1);
}

#[tokio::test]
async fn a_refresh_token_that_is_revoked_ends_the_connection_until_its_owner_signs_in_again() {
    let bench = Bench::new(Rules::short_lived(), SECRET).await;
    bench.sign_in(false).await;
    bench.provider.revoke();
    let error = bench.ada.test_call(bench.call()).await.unwrap_err();
    assert!(error.message.contains("Sign in again"), "{}", error.message);
    let ConnectionState::Expired(reason) = bench.status().await else {
        panic!("it holds");
    };
    assert!(reason.contains("invalid_grant"), "{reason}");
    bench.provider.change(Rules {
        lifetime: Some(3600),
        ..Rules::default()
    });
    bench.sign_in(false).await;
    assert_eq!(bench.status().await, ConnectionState::Good);
}

#[tokio::test]
async fn a_wrong_secret_is_explained_and_kept_out_of_the_explanation() {
    let bench = Bench::new(Rules::default(), "planted-wrong").await;
    bench.sign_in(false).await;
    let ConnectionState::Failing(reason) = bench.status().await else {
        panic!("it holds");
    };
    assert!(reason.contains("client secret"), "{reason}");
    let id = bench.connection.id.clone();
    let report = bench.ada.last_sign_in(id).await.unwrap();
    let hop = report.hops.last().unwrap();
    assert_eq!(hop.finding.as_ref().unwrap().trouble, Trouble::Client);
    assert!(report.next.is_some());
    assert!(!format!("{report:?}").contains("planted"));
}

#[tokio::test]
async fn with_consent_the_manner_that_works_is_found_and_kept() {
    let rules = Rules {
        basic: true,
        ..Rules::short_lived()
    };
    let bench = Bench::new(rules, SECRET).await;
    bench.sign_in(false).await;
    assert_eq!(
        bench.provider.requests().len(),
        1,
        "nothing is tried unasked"
    );
    bench.sign_in(true).await;
    assert_eq!(bench.status().await, ConnectionState::Good);
    let id = bench.connection.id.clone();
    let report = bench.ada.last_sign_in(id).await.unwrap();
    assert_eq!(report.manner.unwrap().client, ClientProof::Basic);
    // The refresh that this call needs speaks so too.
    let transcript = bench.ada.test_call(bench.call()).await.unwrap();
    assert_eq!(answered(transcript).status, 200);
}

#[tokio::test]
async fn several_manners_are_tried_with_one_code_and_those_that_need_another_in_turn() {
    let rules = Rules {
        basic: true,
        json: true,
        ..Rules::default()
    };
    let bench = Bench::new(rules, SECRET).await;
    bench.sign_in(false).await;
    bench.sign_in(true).await;
    assert_eq!(bench.status().await, ConnectionState::Good);
    let found = bench
        .ada
        .last_sign_in(bench.connection.id.clone())
        .await
        .unwrap()
        .manner
        .unwrap();
    assert!(
        found.json && found.client == ClientProof::Basic,
        "{found:?}"
    );
    let bench = Bench::new(
        Rules {
            no_proof_key: true,
            ..Rules::default()
        },
        SECRET,
    )
    .await;
    bench.sign_in(false).await;
    assert!(matches!(bench.status().await, ConnectionState::Failing(_)));
    bench.sign_in(true).await;
    assert_eq!(bench.status().await, ConnectionState::Good);
    let found = bench
        .ada
        .last_sign_in(bench.connection.id.clone())
        .await
        .unwrap()
        .manner
        .unwrap();
    assert!(!found.proof_key, "{found:?}");
}

#[tokio::test]
async fn a_page_in_place_of_a_token_and_a_refusal_are_explained() {
    let bench = Bench::new(
        Rules {
            page: true,
            ..Rules::default()
        },
        SECRET,
    )
    .await;
    bench.sign_in(false).await;
    let ConnectionState::Failing(reason) = bench.status().await else {
        panic!("it holds");
    };
    assert!(reason.contains("a page in place of a token"), "{reason}");
    let (state, _) = bench
        .provider
        .consent(&begun(&bench.ada, &bench.connection.id, false).await);
    let denied = SignInReturn {
        answer: Err(Refusal {
            error: "access_denied".to_owned(),
            description: String::new(),
        }),
        ..back(&bench.connection.connector, &state, "")
    };
    bench.ada.end_sign_in(denied).await.unwrap();
    let ConnectionState::Failing(reason) = bench.status().await else {
        panic!("it holds");
    };
    assert!(reason.contains("not agreed to"), "{reason}");
}

#[tokio::test]
async fn templates_shape_requests_and_nested_answers_are_read() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let rules = Rules {
        json: true,
        nested: true,
        ..Rules::default()
    };
    let provider = Provider::start(rules).await;
    let settings = json!({ "identityProvider": "oauth2generic", "clientId": CLIENT, "scopes": ["a", "b"],
        "customParameters": {
            "authorizationUrlTemplate": { "value": "{origin}/authorize" },
            "authorizationUrlQueryStringTemplate": { "value": "?client_id={ClientId}&response_type=code&redirect_uri={RedirectUrl}&scope={Scopes}&state={State}&region={region}" },
            "tokenUrlTemplate": { "value": "{origin}/token" },
            "tokenBodyTemplate": { "value": "{\"grant_type\":\"authorization_code\",\"code\":\"{Code}\",\"redirect_uri\":\"{RedirectUrl}\",\"client_id\":\"{ClientId}\",\"client_secret\":\"{ClientSecret}\"}" },
            "scopeListDelimiter": { "value": "," },
            "origin": { "value": provider.origin } } });
    let more = json!({ "token:region": { "type": "string", "uiDefinition": { "constraints": { "required": "true" } } } });
    let files = files(&provider, settings, more);
    let connector = connector_of(&ada, &files, SECRET).await;
    let connection = new(&ada, &connector, &[("token:region", "north & south")]).await;
    let url = begun(&ada, &connection.id, false).await;
    assert!(
        url.contains("scope=a%2Cb") && url.contains("region=north%20%26%20south"),
        "{url}"
    );
    signed_in(&ada, &provider, &connection, false).await;
    assert_eq!(status(&ada, &connector).await, ConnectionState::Good);
    let transcript = ada
        .test_call(echo(&connector, Some(connection.id)))
        .await
        .unwrap();
    assert_eq!(answered(transcript).status, 200);
}

#[tokio::test]
async fn a_client_signs_in_as_itself_where_the_connection_says_so() {
    let data = tempfile::tempdir().unwrap();
    let state = server(data.path()).await;
    let ada = ada(&state).await;
    let provider = Provider::start(Rules::default()).await;
    let hidden = json!({ "type": "string", "allowedValues": [{ "value": "code" }, { "value": "client_credentials" }],
        "uiDefinition": { "constraints": { "hidden": "true" } } });
    let more =
        json!({ "token:grantType": hidden, "token:clientSecret": { "type": "securestring" } });
    let files = files(&provider, generic(&provider.origin), more);
    let connector = connector_of(&ada, &files, "not this one").await;
    let values = [
        ("token:grantType", "client_credentials"),
        ("token:clientSecret", SECRET),
    ];
    let connection = new(&ada, &connector, &values).await;
    assert_eq!(connection.status, ConnectionState::Untried);
    let call = echo(&connector, Some(connection.id.clone()));
    let transcript = ada.test_call(call.clone()).await.unwrap();
    assert_eq!(answered(transcript).status, 200);
    // One that is refused is asked for anew.
    provider.forget_access();
    let transcript = ada.test_call(call).await.unwrap();
    assert!(transcript.renewed);
    assert_eq!(answered(transcript).status, 200);
    let step = ada
        .begin_sign_in(start(&connection.id, false))
        .await
        .unwrap();
    assert!(matches!(step, SignInStep::Done(_)));
    assert!(
        provider
            .requests()
            .iter()
            .all(|said| said["scope"] == "read write")
    );
}

#[tokio::test]
async fn tokens_and_browsers_go_nowhere_else() {
    let bench = Bench::new(Rules::short_lived(), SECRET).await;
    bench.sign_in(false).await;
    let other = Provider::start(Rules::default()).await;
    let kept = Connector::from_files(&files(
        &bench.provider,
        generic(&bench.provider.origin),
        json!({}),
    ))
    .unwrap();
    let custom = DocumentPath::of([
        "properties",
        "connectionParameters",
        "token",
        "oAuthSettings",
        "customParameters",
    ]);
    let changed = |key: &'static str, value: String| {
        let path = custom.join(key).join("value");
        let edit = kept
            .set(Part::Properties, &path, Some(json!(value)))
            .unwrap();
        vec![Action::new("Lead elsewhere", vec![edit])]
    };
    let mut call = bench.call();
    call.actions = changed("refreshUrl", format!("{}/token", other.origin));
    let error = bench.ada.test_call(call).await.unwrap_err();
    assert!(
        error.message.contains("another provider"),
        "{}",
        error.message
    );
    assert!(other.requests().is_empty());
    for url in ["javascript:alert(1)", "data:text/html,x", "ftp://a.test/"] {
        let mut begin = start(&bench.connection.id, false);
        begin.actions = changed("authorizationUrl", url.to_owned());
        let refused = bench.ada.begin_sign_in(begin).await;
        assert_eq!(kind(refused), ErrorKind::Invalid, "{url}");
    }
    // A token is the provider's to give.
    let given = ConnectionEdit {
        id: bench.connection.id.clone(),
        version: 1,
        actions: Vec::new(),
        name: "Mine".to_owned(),
        set: String::new(),
        values: BTreeMap::from([("token".to_owned(), "x".to_owned())]),
    };
    assert_eq!(
        kind(bench.ada.change_connection(given).await),
        ErrorKind::Invalid
    );
}
