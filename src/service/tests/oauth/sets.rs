//! Connection parameter sets: each connection goes by the set that it was made with, and nothing of it comes to another.

use tenon_app::api::connection_list::{ConnectionQuery, ConnectionSharing};
use tenon_connector::properties::{move_parameter_set, rename_parameter_set};

use super::*;

const FIRST: &str = "/properties/connectionParameterSets/first/token";
const SECOND: &str = "/properties/connectionParameterSets/second/token";

/// A connector that signs in at one provider or at another, by a key, or as itself; its API is that of the first.
struct Bench {
    state: AppState,
    ada: RequestBackend,
    first: Provider,
    second: Provider,
    files: ConnectorFiles,
    connector: String,
    _data: TempDir,
}

fn set(name: &str, parameters: Value, may_be_shared: bool) -> Value {
    json!({ "name": name, "uiDefinition": { "displayName": name.to_uppercase() }, "parameters": parameters,
        "metadata": { "allowSharing": may_be_shared } })
}

fn token(settings: Value) -> Value {
    json!({ "token": { "type": "oauthSetting", "oAuthSettings": settings } })
}

impl Bench {
    async fn new(rules: Rules) -> Self {
        let data = tempfile::tempdir().unwrap();
        let state = server(data.path()).await;
        let ada = ada(&state).await;
        let (first, second) = (Provider::start(rules).await, Provider::start(rules).await);
        let mut itself = generic(&first.origin);
        itself["customParameters"]["grantType"] = json!({ "value": "client_credentials" });
        let mut as_itself = token(itself);
        as_itself["token:clientSecret"] = json!({ "type": "securestring" });
        let sets = json!([
            set("first", token(generic(&first.origin)), true),
            set("second", token(generic(&second.origin)), true),
            set(
                "key",
                json!({ "api_key": { "type": "securestring" } }),
                false
            ),
            set("itself", as_itself, true),
        ]);
        let mut files = files(&first, json!({}), json!({}));
        let mut definition: Value = serde_json::from_str(&files.definition).unwrap();
        definition["securityDefinitions"]["key"] =
            json!({ "type": "apiKey", "in": "header", "name": "Authorization" });
        files.definition = definition.to_string();
        let properties = json!({ "properties": { "connectionParameters": {},
            "connectionParameterSets": { "uiDefinition": { "displayName": "Sign in by" }, "values": sets } } });
        files.properties = properties.to_string();
        let connector = ada.add(&Connector::from_files(&files).unwrap()).await;
        let bench = Self {
            connector: connector.unwrap(),
            state,
            ada,
            first,
            second,
            files,
            _data: data,
        };
        bench.keep_secret(FIRST, SECRET).await;
        bench.keep_secret(SECOND, "planted-second").await;
        bench
    }

    async fn keep_secret(&self, place: &str, value: &str) {
        let secret = ClientSecret {
            connector: self.connector.clone(),
            place: place.to_owned(),
            value: value.to_owned(),
        };
        self.ada.keep_client_secret(secret).await.unwrap();
    }

    async fn try_new(&self, set: &str, values: &[(&str, &str)]) -> Result<Connection, AppError> {
        let pair = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
        let new = NewConnection {
            set: set.to_owned(),
            values: values.iter().map(pair).collect(),
            ..new_connection(&self.connector, "")
        };
        self.ada.create_connection(new).await
    }

    async fn change(&self, connection: &str, set: &str) -> Result<Connection, AppError> {
        let edit = ConnectionEdit {
            id: connection.to_owned(),
            version: 1,
            actions: Vec::new(),
            name: "Mine".to_owned(),
            set: set.to_owned(),
            values: BTreeMap::new(),
        };
        self.ada.change_connection(edit).await
    }

    fn call(&self, connection: &str) -> CallRequest {
        echo(&self.connector, Some(connection.to_owned()))
    }

    fn kept(&self) -> Connector {
        Connector::from_files(&self.files).unwrap()
    }
}

#[tokio::test]
async fn each_set_signs_in_by_its_own_settings_with_its_own_secret() {
    let bench = Bench::new(Rules::short_lived()).await;
    let unnamed = bench.try_new("", &[]).await.unwrap_err();
    assert!(
        unnamed.message.contains("several ways"),
        "{}",
        unnamed.message
    );
    let unknown = bench.try_new("third", &[]).await.unwrap_err();
    assert!(unknown.message.contains("“third”"), "{}", unknown.message);
    let first = bench.try_new("first", &[]).await.unwrap();
    assert_eq!(
        (first.set.as_str(), &first.status),
        ("first", &ConnectionState::SignedOut)
    );
    signed_in(&bench.ada, &bench.first, &first, false).await;
    // The token is spent: the call renews it, at the provider of the set alone.
    let transcript = bench.ada.test_call(bench.call(&first.id)).await.unwrap();
    assert_eq!(answered(transcript).status, 200);
    assert!(bench.first.refreshes() > 0);
    assert!(bench.second.requests().is_empty());
    let second = bench.try_new("second", &[]).await.unwrap();
    signed_in(&bench.ada, &bench.second, &second, false).await;
    assert_eq!(
        bench.second.requests()[0]["client_secret"],
        "planted-second"
    );
    assert!(
        bench
            .first
            .requests()
            .iter()
            .all(|said| said["client_secret"] == SECRET)
    );
}

#[tokio::test]
async fn a_key_is_sent_as_one_and_a_client_signs_in_as_itself() {
    let bench = Bench::new(Rules::default()).await;
    // Makes the provider have a token that its API takes.
    let signed = bench.try_new("first", &[]).await.unwrap();
    signed_in(&bench.ada, &bench.first, &signed, false).await;
    let keyed = bench
        .try_new("key", &[("api_key", "Bearer planted-access-2")])
        .await
        .unwrap();
    assert_eq!(keyed.status, ConnectionState::Untried);
    let transcript = bench.ada.test_call(bench.call(&keyed.id)).await.unwrap();
    assert!(!format!("{transcript:?}").contains("planted"));
    assert_eq!(answered(transcript).status, 200);
    let refused = bench.ada.begin_sign_in(start(&keyed.id, false)).await;
    assert_eq!(kind(refused), ErrorKind::Invalid);
    let itself = bench
        .try_new("itself", &[("token:clientSecret", SECRET)])
        .await
        .unwrap();
    assert_eq!(itself.status, ConnectionState::Untried);
    let transcript = bench.ada.test_call(bench.call(&itself.id)).await.unwrap();
    assert_eq!(answered(transcript).status, 200);
    let page = bench
        .ada
        .connection_list(ConnectionQuery::default())
        .await
        .unwrap();
    let signs_in = |id: &str| {
        let mut rows = page.rows.iter();
        rows.find(|row| row.connection.id == id).unwrap().signs_in
    };
    assert!(signs_in(&signed.id) && signs_in(&itself.id));
    assert!(!signs_in(&keyed.id));
}

#[tokio::test]
async fn another_set_drops_tokens_values_and_sign_ins_of_the_one_before() {
    let bench = Bench::new(Rules::default()).await;
    let connection = bench.try_new("first", &[]).await.unwrap();
    signed_in(&bench.ada, &bench.first, &connection, false).await;
    let (state, code) = bench
        .first
        .consent(&begun(&bench.ada, &connection.id, false).await);
    let moved = bench.change(&connection.id, "second").await.unwrap();
    assert_eq!(
        (moved.set.as_str(), moved.status),
        ("second", ConnectionState::SignedOut)
    );
    let early = bench.ada.test_call(bench.call(&connection.id)).await;
    let early = early.unwrap_err();
    assert!(early.message.contains("Sign in first"), "{}", early.message);
    let late = back(&bench.connector, &state, &code);
    assert_eq!(kind(bench.ada.end_sign_in(late).await), ErrorKind::Invalid);
    let report = bench.ada.last_sign_in(connection.id.clone()).await.unwrap();
    assert!(report.hops.iter().all(|hop| hop.step != HopStep::Token));
    assert!(bench.second.requests().is_empty());
    // The way back does not bring the tokens back.
    bench.change(&connection.id, "first").await.unwrap();
    let early = bench.ada.test_call(bench.call(&connection.id)).await;
    assert_eq!(kind(early), ErrorKind::Invalid);
    // What is entered for a set is asked for anew, and what it does not ask for is refused.
    let keyed = bench.try_new("key", &[("api_key", SECRET)]).await.unwrap();
    bench.change(&keyed.id, "itself").await.unwrap();
    bench.change(&keyed.id, "key").await.unwrap();
    let error = bench.ada.test_call(bench.call(&keyed.id)).await;
    let error = error.unwrap_err();
    assert!(error.message.contains("api_key"), "{}", error.message);
}

#[tokio::test]
async fn a_set_is_known_by_its_name_wherever_it_stands() {
    let bench = Bench::new(Rules::short_lived()).await;
    let connection = bench.try_new("first", &[]).await.unwrap();
    signed_in(&bench.ada, &bench.first, &connection, false).await;
    let kept = bench.kept();
    let moved = move_parameter_set(&kept, "first", 1).unwrap();
    let mut call = bench.call(&connection.id);
    call.actions = vec![Action::new("Move the set", moved)];
    let transcript = bench.ada.test_call(call.clone()).await.unwrap();
    assert_eq!(answered(transcript).status, 200);
    assert!(bench.second.requests().is_empty());
    let renamed = rename_parameter_set(&kept, "first", "other").unwrap();
    call.actions = vec![Action::new("Rename the set", renamed)];
    let gone = bench.ada.test_call(call.clone()).await.unwrap_err();
    assert!(gone.message.contains("“first”"), "{}", gone.message);
    // The refresh token goes to no other host, though the set is called as it was.
    let custom = DocumentPath::of(["properties", "connectionParameterSets", "values"])
        .join(0)
        .join("parameters")
        .join("token")
        .join("oAuthSettings")
        .join("customParameters")
        .join("refreshUrl")
        .join("value");
    let elsewhere = format!("{}/token", bench.second.origin);
    let edit = kept.set(Part::Properties, &custom, Some(json!(elsewhere)));
    call.actions = vec![Action::new("Lead elsewhere", vec![edit.unwrap()])];
    let refused = bench.ada.test_call(call).await.unwrap_err();
    assert!(
        refused.message.contains("another provider"),
        "{}",
        refused.message
    );
    assert!(bench.second.requests().is_empty());
}

#[tokio::test]
async fn others_use_a_shared_connection_by_the_set_that_its_owner_shared_it_with() {
    let bench = Bench::new(Rules::default()).await;
    let user = member(&bench.state, "Una", "user").await;
    let share = async |id: &str| {
        let id = id.to_owned();
        let sharing = ConnectionSharing { id, shared: true };
        bench.ada.share_connection(sharing).await
    };
    let connection = bench.try_new("first", &[]).await.unwrap();
    signed_in(&bench.ada, &bench.first, &connection, false).await;
    share(&connection.id).await.unwrap();
    let call = bench.call(&connection.id);
    let transcript = user.test_call(call.clone()).await.unwrap();
    assert_eq!(answered(transcript).status, 200);
    bench.change(&connection.id, "itself").await.unwrap();
    assert_eq!(kind(user.test_call(call).await), ErrorKind::Forbidden);
    let keyed = bench.try_new("key", &[("api_key", SECRET)]).await.unwrap();
    let refused = share(&keyed.id).await.unwrap_err();
    assert!(refused.message.contains("“KEY”"), "{}", refused.message);
}
