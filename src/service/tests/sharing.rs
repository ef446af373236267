//! Shared connections: who may do what with one, and where its secrets do not go.

use tenon_app::api::connection_list::{ConnectionQuery, ConnectionSharing, ConnectionsWanted};
use tenon_app::api::connections::{Connection, ConnectionEdit, ConnectionTry};
use tenon_app::api::connectors::SaveRequest;
use tenon_app::api::runs::{ReplayRequest, RunQuery};
use tenon_app::api::sign_in::SignInStart;

use super::*;

/// A connector of Ada's, with a connection of a maker who is no administrator.
struct Bench {
    state: AppState,
    ada: RequestBackend,
    owner: RequestBackend,
    connector: String,
    connection: Connection,
    _data: TempDir,
}

impl Bench {
    async fn new() -> Self {
        let data = tempfile::tempdir().unwrap();
        let state = server(data.path()).await;
        let ada = ada(&state).await;
        let connector = connector(&ada, service().await).await;
        let owner = member(&state, "Olga", "maker").await;
        let made = owner.create_connection(new_connection(&connector, SECRET));
        let connection = made.await.unwrap();
        Self {
            state,
            ada,
            owner,
            connector,
            connection,
            _data: data,
        }
    }

    fn call(&self) -> CallRequest {
        echo(&self.connector, Some(self.connection.id.clone()))
    }

    async fn share(&self, by: &RequestBackend, shared: bool) -> Result<Connection, AppError> {
        let id = self.connection.id.clone();
        by.share_connection(ConnectionSharing { id, shared }).await
    }

    fn edit(&self, values: &[(&str, &str)]) -> ConnectionEdit {
        let pair = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
        ConnectionEdit {
            id: self.connection.id.clone(),
            version: 1,
            actions: Vec::new(),
            name: "Ours".to_owned(),
            set: String::new(),
            values: values.iter().map(pair).collect(),
        }
    }

    /// How it is refused, or that it is done: use, test, see the secrets, change, sign in, how that went, share, stop
    /// sharing, delete. What would end the sharing comes last, and is asked for of a connection of its own.
    async fn deeds(&self, who: &RequestBackend) -> Vec<Option<ErrorKind>> {
        let kind = |error: AppError| error.kind;
        let id = self.connection.id.clone();
        let test = ConnectionTry {
            id: id.clone(),
            version: 1,
            actions: vec![named_test()],
        };
        let start = SignInStart {
            connection: id.clone(),
            version: 1,
            actions: Vec::new(),
            origin: "http://tenon.test".to_owned(),
            variants: false,
        };
        vec![
            who.test_call(self.call()).await.err().map(kind),
            who.try_connection(test).await.err().map(kind),
            who.call_command_line(self.call()).await.err().map(kind),
            who.change_connection(self.edit(&[])).await.err().map(kind),
            who.begin_sign_in(start).await.err().map(kind),
            who.last_sign_in(id).await.err().map(kind),
            self.share(who, true).await.err().map(kind),
        ]
    }
}

/// Names the operation that tests a connection.
/// The call of a run again, with the same connection.
fn same(id: String) -> ReplayRequest {
    ReplayRequest {
        id,
        connection: None,
    }
}

fn named_test() -> Action {
    let kept = Connector::from_files(&files(1)).unwrap();
    let path = DocumentPath::of(["x-ms-capabilities"]);
    let named = json!({ "testConnection": { "operationId": "Echo", "parameters": {} } });
    let edit = kept.set(Part::Definition, &path, Some(named)).unwrap();
    Action::new("Name the test", vec![edit])
}

const FORBIDDEN: Option<ErrorKind> = Some(ErrorKind::Forbidden);
const MISSING: Option<ErrorKind> = Some(ErrorKind::NotFound);
/// Nobody signs in with an API key: whoever is told so was let through.
const NO_OAUTH: Option<ErrorKind> = Some(ErrorKind::Invalid);

#[tokio::test]
async fn who_may_do_what_with_a_connection_that_is_shared_or_not() {
    let bench = Bench::new().await;
    let user = member(&bench.state, "Una", "user").await;
    let maker = member(&bench.state, "Max", "maker").await;
    let owners = [None, None, None, None, NO_OAUTH, None, None];

    assert_eq!(
        bench.deeds(&user).await,
        vec![MISSING; 7],
        "it is not known"
    );
    assert_eq!(bench.deeds(&maker).await, vec![MISSING; 7]);
    assert_eq!(
        bench.deeds(&bench.ada).await,
        vec![FORBIDDEN; 7],
        "seen, and no more"
    );
    assert_eq!(bench.deeds(&bench.owner).await, owners);

    // The last of the owner's deeds shared it.
    let users = [
        None, FORBIDDEN, // it came with changes that are not saved
        FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN,
    ];
    assert_eq!(bench.deeds(&user).await, users);
    let makers = [
        None, None, FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN,
    ];
    assert_eq!(bench.deeds(&maker).await, makers);
    let administrators = [None, None, FORBIDDEN, None, NO_OAUTH, None, FORBIDDEN];
    assert_eq!(bench.deeds(&bench.ada).await, administrators);
    let stopped = bench.share(&maker, false).await;
    assert_eq!(kind(stopped), ErrorKind::Forbidden);
    let deleted = user.delete_connection(bench.connection.id.clone()).await;
    assert_eq!(kind(deleted), ErrorKind::Forbidden);

    let elsewhere = member(&bench.state, "Eli", "maker").await;
    crate::store::tests::leave(&bench.state.store, "default", "Eli@example.com").await;
    assert_eq!(bench.deeds(&elsewhere).await, vec![MISSING; 7]);
    let nobody = somebody(&bench.state);
    let signed_out = vec![Some(ErrorKind::SignedOut); 7];
    assert_eq!(bench.deeds(&nobody).await, signed_out);

    let stopped = bench.share(&bench.ada, false).await.unwrap();
    assert!(!stopped.is_shared && !stopped.may_use && stopped.may_remove);
    assert_eq!(
        kind(user.test_call(bench.call()).await),
        ErrorKind::NotFound
    );
    let deleted = bench.ada.delete_connection(bench.connection.id.clone());
    deleted.await.unwrap();
    assert_eq!(
        kind(bench.owner.test_call(bench.call()).await),
        ErrorKind::NotFound
    );
}

#[tokio::test]
async fn whoever_uses_a_shared_connection_sees_whose_it_is_and_no_secret() {
    let bench = Bench::new().await;
    let user = member(&bench.state, "Una", "user").await;
    assert!(
        user.connections(bench.connector.clone())
            .await
            .unwrap()
            .is_empty()
    );
    bench.share(&bench.owner, true).await.unwrap();
    let listed = user.connections(bench.connector.clone()).await.unwrap();
    let [seen] = listed.as_slice() else {
        panic!("{listed:?}")
    };
    assert_eq!(
        (
            seen.owner.as_str(),
            seen.is_own,
            seen.is_shared,
            seen.may_use,
            seen.may_change
        ),
        ("Olga", false, true, true, false)
    );
    let transcript = user.test_call(bench.call()).await.unwrap();
    let shown = format!("{transcript:?}");
    assert!(!shown.contains(SECRET), "{shown}");
    let shared = transcript.shared.clone().unwrap();
    assert_eq!(
        (shared.name.as_str(), shared.owner.as_str()),
        ("Mine", "Olga")
    );
    let run = user.run(transcript.run.unwrap()).await.unwrap();
    assert_eq!(run.transcript.shared.unwrap().owner, "Olga");
    assert_eq!(run.row.person, "Una");
    let again = user.replay_run(same(run.row.id)).await.unwrap();
    let again = bench.ada.run(again).await.unwrap();
    assert_eq!(again.transcript.shared.unwrap().owner, "Olga");
    let own = bench.owner.test_call(bench.call()).await.unwrap();
    assert!(own.shared.is_none());
    let owners = bench.owner.runs(RunQuery::default()).await.unwrap();
    assert_eq!(owners.rows.len(), 1, "runs belong to who made them");

    bench.share(&bench.owner, false).await.unwrap();
    let run = user.runs(RunQuery::default()).await.unwrap().rows[0]
        .id
        .clone();
    assert_eq!(kind(user.replay_run(same(run)).await), ErrorKind::Invalid);
}

#[tokio::test]
async fn a_shared_secret_goes_nowhere_that_its_owner_did_not_agree_to() {
    let bench = Bench::new().await;
    bench.share(&bench.owner, true).await.unwrap();
    let maker = member(&bench.state, "Max", "maker").await;
    let user = member(&bench.state, "Una", "user").await;
    let other = json!(format!("127.0.0.1:{}", service().await));
    let opened = bench.ada.connector(bench.connector.clone(), None).await;
    let kept = Connector::from_files(&opened.unwrap().files).unwrap();
    let change = |part, keys: &[&str], value| {
        let path = DocumentPath::of(keys.iter().copied());
        let edit = kept.set(part, &path, Some(value)).unwrap();
        Action::new("Change", vec![edit])
    };
    let policy = json!([{ "templateId": "dynamichosturl", "title": "Elsewhere",
        "parameters": { "x-ms-apimTemplateParameter.urlTemplate": "http://127.0.0.1:1" } }]);
    let elsewhere = change(Part::Definition, &["host"], other);
    let led = change(
        Part::Properties,
        &["properties", "policyTemplateInstances"],
        policy,
    );
    for action in [&elsewhere, &led] {
        let mut call = bench.call();
        call.actions = vec![action.clone()];
        let refused = maker.test_call(call).await.unwrap_err();
        assert_eq!(refused.kind, ErrorKind::Forbidden);
        assert!(
            refused.message.contains("Ask Olga to share"),
            "{}",
            refused.message
        );
    }
    let described = change(Part::Definition, &["info", "title"], json!("Echo again"));
    let mut call = bench.call();
    call.actions = vec![described];
    maker.test_call(call.clone()).await.unwrap();
    assert_eq!(
        kind(user.test_call(call).await),
        ErrorKind::Forbidden,
        "changes that are not saved are for those who may save them"
    );

    let save = SaveRequest {
        id: bench.connector.clone(),
        base_version: 1,
        actions: vec![elsewhere],
        draft: None,
    };
    bench.ada.save(save).await.unwrap();
    let newest = CallRequest {
        version: 2,
        ..bench.call()
    };
    assert_eq!(
        kind(maker.test_call(newest.clone()).await),
        ErrorKind::Forbidden
    );
    maker.test_call(bench.call()).await.unwrap();
    bench.owner.test_call(newest.clone()).await.unwrap();
    bench.share(&bench.owner, true).await.unwrap();
    maker.test_call(newest).await.unwrap();
    assert_eq!(
        kind(maker.test_call(bench.call()).await),
        ErrorKind::Forbidden
    );
}

#[tokio::test]
async fn an_administrator_fills_a_shared_connection_anew_or_not_at_all() {
    let bench = Bench::new().await;
    let properties = json!({ "properties": { "connectionParameters": {
        "api_key": { "type": "securestring" }, "region": { "type": "string" } } } });
    let files = ConnectorFiles {
        properties: properties.to_string(),
        ..files(service().await)
    };
    let connector = Connector::from_files(&files).unwrap();
    let connector = bench.ada.add(&connector).await.unwrap();
    let mut new = new_connection(&connector, SECRET);
    new.values.insert("region".to_owned(), "eu".to_owned());
    let made = bench.owner.create_connection(new).await.unwrap();
    let id = made.id.clone();
    let share = ConnectionSharing {
        id: id.clone(),
        shared: true,
    };
    bench.owner.share_connection(share).await.unwrap();
    let edit = |values: &[(&str, &str)]| ConnectionEdit {
        id: id.clone(),
        ..bench.edit(values)
    };
    let part = bench.ada.change_connection(edit(&[("region", "us")])).await;
    let refused = part.unwrap_err();
    assert_eq!(
        refused.field.as_deref(),
        Some("api_key"),
        "{}",
        refused.message
    );
    let all = edit(&[("region", "us"), ("api_key", "another")]);
    bench.ada.change_connection(all).await.unwrap();
    let own = bench.owner.change_connection(edit(&[("region", "eu")]));
    own.await.unwrap();
}

#[tokio::test]
async fn the_list_shows_what_one_may_use_and_administrators_all_of_it() {
    let bench = Bench::new().await;
    let user = member(&bench.state, "Una", "user").await;
    let list = async |who: &RequestBackend, query: ConnectionQuery| {
        let page = who.connection_list(query).await.unwrap();
        assert!(page.older.is_none());
        (page.rows, page.of_everybody)
    };
    let all = ConnectionQuery::default;
    assert!(list(&user, all()).await.0.is_empty());
    let (rows, of_everybody) = list(&bench.ada, all()).await;
    assert!(of_everybody);
    let row = &rows[0];
    assert_eq!(
        (
            row.title.as_str(),
            row.signs_in,
            row.connection.used_at,
            row.connection.may_use
        ),
        ("Echo", false, 0, false)
    );
    assert!(row.connection.may_remove && !row.connection.may_change && !row.connection.is_own);
    bench.share(&bench.owner, true).await.unwrap();
    user.test_call(bench.call()).await.unwrap();
    let (rows, of_everybody) = list(&user, all()).await;
    assert!(!of_everybody && rows[0].connection.may_use && rows[0].connection.used_at > 0);
    let wanted = |wanted| ConnectionQuery { wanted, ..all() };
    assert_eq!(
        list(&user, wanted(ConnectionsWanted::Good)).await.0.len(),
        1
    );
    assert!(
        list(&user, wanted(ConnectionsWanted::Troubled))
            .await
            .0
            .is_empty()
    );

    bench
        .ada
        .create_environment("Elsewhere".to_owned())
        .await
        .unwrap();
    assert!(list(&bench.ada, all()).await.0.is_empty());
    let nobody = somebody(&bench.state).connection_list(all()).await;
    assert_eq!(kind(nobody), ErrorKind::SignedOut);
}

#[tokio::test]
async fn many_connections_come_page_by_page() {
    let bench = Bench::new().await;
    for _more in 0..50 {
        let new = new_connection(&bench.connector, "x");
        bench.owner.create_connection(new).await.unwrap();
    }
    let first = bench.owner.connection_list(ConnectionQuery::default());
    let first = first.await.unwrap();
    assert_eq!(first.rows.len(), 50);
    let rest = bench.owner.connection_list(ConnectionQuery {
        before: first.older,
        ..ConnectionQuery::default()
    });
    let rest = rest.await.unwrap();
    let ids: Vec<_> = rest.rows.iter().map(|row| &row.connection.id).collect();
    assert_eq!(ids, [&bench.connection.id]);
    assert!(rest.older.is_none());
}
