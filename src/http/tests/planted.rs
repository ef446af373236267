//! Planted secrets, looked for everywhere: of each kind there is one, and each is used once. Then nothing that the server
//! says to anybody, logs or writes to the disk may hold one, in whatever form it travels.

use std::collections::BTreeSet;
use std::path::Path;

use axum::extract::{RawQuery, State};
use axum::http::HeaderMap as Headers;
use axum::response::IntoResponse;
use axum::routing::{any, post};
use axum::{Json, Router as Service};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use tenon_connector::{Connector, ConnectorFiles};
use url::form_urlencoded;

use super::*;
use crate::service::tests::Log;
use crate::store::tests::version;
use crate::store::{DEFAULT_ENVIRONMENT, NewVersion};

const KEY: &str = "planted-key/7+\"q\" ü";
const PASSWORD_OF_SERVICE: &str = "planted-pass/8+\"q\" ü";
const PARAMETER: &str = "planted-param/9+\"q\" ü";
const CLIENT_SECRET: &str = "planted-client/1+\"q\" ü";
const ACCESS: &str = "planted-access.2_token-ABC";
const REFRESH: &str = "planted-refresh/3+\"q\" ü";
const CODE: &str = "planted-code.4-xyz";

const PLANTED: [&str; 7] = [
    KEY,
    PASSWORD_OF_SERVICE,
    PARAMETER,
    CLIENT_SECRET,
    ACCESS,
    REFRESH,
    CODE,
];

/// The server functions that hand a secret to whoever gave it, on their wish.
const MAY_TELL: [&str; 1] = ["call-command-line"];

/// How a secret may look where somebody let it slip.
fn forms(secret: &str) -> Vec<String> {
    let in_json = Value::from(secret).to_string();
    let percent: String = form_urlencoded::byte_serialize(secret.as_bytes()).collect();
    let in_html = secret.replace('&', "&amp;").replace('"', "&quot;");
    let mut texts = vec![
        secret.to_owned(),
        in_json.trim_matches('"').to_owned(),
        Value::from(in_json.trim_matches('"'))
            .to_string()
            .trim_matches('"')
            .to_owned(),
        format!("{secret:?}").trim_matches('"').to_owned(),
        percent.replace('+', "%20"),
        percent.to_lowercase(),
        percent,
        in_html,
    ];
    // Inside of Base64 a text looks different at each of three places; its ends depend on what stands beside it.
    for engine in [STANDARD, URL_SAFE] {
        for before in 0..3 {
            let bytes = [&b"xx"[..before], secret.as_bytes()].concat();
            let whole = engine.encode(&bytes);
            let inner = whole.get(4..whole.len() - 4).unwrap();
            texts.push(inner.to_owned());
        }
    }
    texts
}

/// What was said, with where it was said.
#[derive(Default)]
struct Seen(Vec<(String, String)>);

impl Seen {
    fn add(&mut self, place: impl Into<String>, bytes: impl AsRef<[u8]>) {
        let text = String::from_utf8_lossy(bytes.as_ref()).into_owned();
        self.0.push((place.into(), text));
    }

    fn expect_no_secret(&self) {
        let mut found = BTreeSet::new();
        for secret in PLANTED {
            for form in forms(secret) {
                for (place, text) in &self.0 {
                    if let Some(at) = text.find(&form) {
                        let from = text.floor_char_boundary(at.saturating_sub(60));
                        let around = text.get(from..at + form.len()).unwrap();
                        found.insert(format!("{place}: {around}"));
                    }
                }
            }
        }
        let found: Vec<_> = found.into_iter().collect();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

#[test]
fn a_secret_that_slipped_is_found() {
    let basic = STANDARD.encode(format!("joiner:{PASSWORD_OF_SERVICE}"));
    let query: String = form_urlencoded::byte_serialize(KEY.as_bytes()).collect();
    for slip in [
        format!("Basic {basic}"),
        format!("GET /echo?key={query}"),
        json!({ "value": PARAMETER }).to_string(),
        json!({ "nested": json!({ "value": REFRESH }).to_string() }).to_string(),
        format!("<input value=\"{}\">", CLIENT_SECRET.replace('"', "&quot;")),
    ] {
        let mut seen = Seen::default();
        seen.add("a slip", slip.clone());
        let looked = std::panic::catch_unwind(move || seen.expect_no_secret());
        assert!(looked.is_err(), "{slip}");
    }
}

/// A service that says back all that it hears, as well as it can, and an identity provider that does the same with its
/// first request. They run on a thread of their own, whose log is not Tenon's; the port.
fn service() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            let first = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
            let service = Service::new()
                .route("/echo", any(echo))
                .route("/token", post(token))
                .with_state(first);
            axum::serve(listener, service).await.unwrap();
        });
    });
    port
}

async fn echo(RawQuery(query): RawQuery, headers: Headers, body: String) -> impl IntoResponse {
    let header = |name: &str| {
        let value = headers.get(name).map(|value| value.as_bytes());
        String::from_utf8_lossy(value.unwrap_or_default()).into_owned()
    };
    let secret = header("x-secret");
    let answer = json!({ "query": query, "authorization": header("authorization"), "secret": secret,
        "encoded": STANDARD.encode(&secret), "body": body });
    ([("x-said", header("authorization"))], Json(answer))
}

type First = std::sync::Arc<std::sync::atomic::AtomicBool>;

async fn token(State(first): State<First>, headers: Headers, body: String) -> impl IntoResponse {
    if first.swap(false, std::sync::atomic::Ordering::SeqCst) {
        let said = format!("{body} {headers:?}");
        let refused = json!({ "error": "invalid_client", "error_description": said });
        return (StatusCode::BAD_REQUEST, Json(refused));
    }
    let tokens = json!({ "access_token": ACCESS, "refresh_token": REFRESH, "token_type": "Bearer",
        "expires_in": 3600, "said": body });
    (StatusCode::OK, Json(tokens))
}

/// A connector with this security.
fn files(port: u16, title: &str, security: Value, parameters: Value) -> ConnectorFiles {
    let definition = json!({
        "swagger": "2.0", "info": { "title": title, "version": "1.0" },
        "host": format!("127.0.0.1:{port}"), "schemes": ["http"],
        "paths": { "/echo": { "get": { "operationId": "Echo", "responses": {
            "200": { "description": "OK", "schema": { "type": "object", "properties": { "query": { "type": "integer" } } } } } } } },
        "x-ms-capabilities": { "testConnection": { "operationId": "Echo", "parameters": {} } },
        "securityDefinitions": { "way": security }
    });
    let policies = json!([{ "templateId": "setheader", "title": "Secret", "parameters": {
        "x-ms-apimTemplateParameter.name": "x-secret", "x-ms-apimTemplateParameter.existsAction": "override",
        "x-ms-apimTemplateParameter.value": "@connectionParameters('extra')",
        "x-ms-apimTemplate-policySection": "Request" } }]);
    let properties = json!({ "properties": { "connectionParameters": parameters, "policyTemplateInstances": policies } });
    ConnectorFiles {
        definition: definition.to_string(),
        properties: properties.to_string(),
        ..ConnectorFiles::default()
    }
}

/// Ada with three connectors: by key, by password and by OAuth 2.0.
struct Bench<'s> {
    ada: Client<'s>,
    seen: Seen,
    asked: BTreeSet<String>,
}

impl Bench<'_> {
    /// Calls a server function; what it answered.
    async fn ask(&mut self, name: &str, body: &Value) -> Reply {
        let reply = self.ada.json(&format!("/api/{name}"), body).await;
        self.said(name, reply)
    }

    /// The same for one that takes a form.
    async fn form(&mut self, name: &str, fields: &[(&str, &str)]) -> Reply {
        let reply = self.ada.form(&format!("/api/{name}"), fields).await;
        self.said(name, reply)
    }

    fn said(&mut self, name: &str, reply: Reply) -> Reply {
        self.asked.insert(name.to_owned());
        let headers = format!("{:?}", reply.headers);
        self.seen.add(format!("headers of {name}"), headers);
        if !MAY_TELL.contains(&name) {
            self.seen.add(
                format!("answer of {name} ({})", reply.status),
                reply.bytes.clone(),
            );
        }
        reply
    }

    async fn open(&mut self, path: &str) -> Reply {
        let reply = self.ada.get(path).await;
        self.seen.add(format!("page {path}"), reply.bytes.clone());
        self.seen
            .add(format!("headers of {path}"), format!("{:?}", reply.headers));
        reply
    }

    /// Makes a connection, signs in where that is how it is done, and calls with it.
    async fn use_of(&mut self, connector: &str, values: Value) {
        let new = json!({ "new": { "connector": connector, "version": 1, "actions": [], "name": "Planted", "set": "", "values": values } });
        let made = self.ask("create-connection", &new).await.json();
        let id = made["id"].as_str().unwrap().to_owned();
        if made["status"] == "SignedOut" {
            // The provider refuses the first, with all that it heard.
            for _attempt in 0..2 {
                self.sign_in(connector, &id).await;
            }
        }
        let edit = json!({ "edit": { "id": id, "version": 1, "actions": [], "name": "Planted still", "set": "", "values": {} } });
        self.ask("change-connection", &edit).await;
        let call = json!({ "request": { "connector": connector, "version": 1, "actions": [], "connection": id,
            "operation": { "path": "/echo", "method": "get" }, "inputs": { "values": {} } } });
        let called = self.ask("test-call", &call).await;
        assert!(called.text().contains("••••••"), "{}", called.text());
        let told = self.ask("call-command-line", &call).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text());
        let test = json!({ "test": { "id": id, "version": 1, "actions": [] } });
        self.ask("try-connection", &test).await;
        self.ask(
            "share-connection",
            &json!({ "sharing": { "id": id, "shared": true } }),
        )
        .await;
        self.form("last-sign-in", &[("connection", &id)]).await;
        self.open(&format!("/connectors/{connector}/test?connection={id}"))
            .await;
        let run = called.json()["run"].as_str().unwrap().to_owned();
        self.form("run", &[("id", &run)]).await;
        let again = json!({ "replay": { "id": run, "connection": null } });
        self.ask("replay-run", &again).await;
        self.ask("choices-of-runs", &json!({ "connector": connector }))
            .await;
        self.open(&format!("/runs/{run}")).await;
    }

    async fn sign_in(&mut self, connector: &str, connection: &str) {
        let start = json!({ "start": { "connection": connection, "version": 1, "actions": [], "origin": "http://tenon.test",
            "variants": false } });
        let step = self.ask("begin-sign-in", &start).await.json();
        let url: url::Url = step["Go"].as_str().unwrap().parse().unwrap();
        let state = url
            .query_pairs()
            .find(|(name, _)| name == "state")
            .unwrap()
            .1;
        let back = format!("/oauth/redirect/{connector}?state={state}&code={CODE}");
        let reply = self.ada.get(&back).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        self.seen.add("way back", reply.bytes.clone());
        self.seen
            .add("headers of the way back", format!("{:?}", reply.headers));
    }

    /// Everything that can be asked of a connector.
    async fn all_of(&mut self, connector: &str) {
        for step in [
            "general",
            "security",
            "definition",
            "code",
            "test",
            "versions",
            "update",
        ] {
            self.open(&format!("/connectors/{connector}/{step}")).await;
        }
        let package = self.open(&format!("/connectors/{connector}/package")).await;
        let read = tenon_connector::read::read("package.zip", &package.bytes).unwrap();
        self.seen.add("package", format!("{read:?}"));
        self.open(&format!("/connectors/{connector}/openapi")).await;
        self.open(&format!("/connectors/{connector}/icon")).await;
        let id = json!({ "id": connector });
        for name in ["draft", "begin-update"] {
            self.ask(name, &id).await;
        }
        self.ask("connector", &json!({ "id": connector, "version": null }))
            .await;
        self.ask("versions", &json!({ "id": connector, "before": null }))
            .await;
        let sides =
            json!({ "request": { "id": connector, "from": { "Saved": 1 }, "to": { "Saved": 1 } } });
        self.ask("compare", &sides).await;
        let back = json!({ "request": { "id": connector, "from": { "Saved": 1 }, "wanted": 1 } });
        self.ask("restore", &back).await;
        let save = json!({ "request": { "id": connector, "base_version": 1, "actions": [] } });
        self.ask("save", &save).await;
        let draft = json!({ "request": { "id": connector, "replaces": null, "version": 1, "actions": [] } });
        self.ask("keep-draft", &draft).await;
        self.form("connections", &[("connector", connector)]).await;
        self.form("security-facts", &[("connector", connector)])
            .await;
        self.ask("check-export", &json!({ "ids": [connector] }))
            .await;
    }

    /// What is of no connector.
    async fn rest(&mut self) {
        for page in [
            "/connectors",
            "/connectors/new",
            "/connections",
            "/runs",
            "/account",
            "/nowhere",
        ] {
            self.open(page).await;
        }
        self.ask("runs", &json!({ "query": { "connector": null, "wanted": "Any", "search": "", "before": null } })).await;
        self.ask(
            "connection-list",
            &json!({ "query": { "wanted": "Any", "search": "", "before": null } }),
        )
        .await;
        let query = json!({ "search": "", "sort": "Changed", "descending": true });
        let list = json!({ "request": { "query": query, "from": 0, "count": 50 } });
        self.ask("list-connectors", &list).await;
        self.ask(
            "find-connectors",
            &json!({ "search": { "words": "", "recent": [] } }),
        )
        .await;
        for name in ["session", "frame-facts", "providers"] {
            self.form(name, &[]).await;
        }
    }

    /// Requests that are refused, each with a secret in it.
    async fn mistakes(&mut self, connector: &str) {
        let new = |values: Value| json!({ "new": { "connector": connector, "version": 1, "actions": [], "name": "Wrong", "set": "", "values": values } });
        for body in [
            new(json!({ "other": KEY, "extra": PARAMETER })),
            new(json!({ "port": PARAMETER })),
            new(json!(KEY)),
            new(json!({ "key": [PARAMETER] })),
            json!({ "new": KEY }),
            json!(KEY),
        ] {
            let reply = self.ask("create-connection", &body).await;
            assert!(
                reply.status.is_client_error(),
                "{body}: {} {}",
                reply.status,
                reply.text()
            );
        }
        let secret = |place: Value| json!({ "secret": { "connector": connector, "place": place, "value": CLIENT_SECRET } });
        for place in [json!("x".repeat(2000)), json!([CLIENT_SECRET])] {
            let reply = self.ask("client-secret", &secret(place)).await;
            assert!(reply.status.is_client_error(), "{}", reply.text());
        }
    }
}

/// Every server function that there is.
fn server_functions(folder: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            names.extend(server_functions(&path));
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let named = text.split("#[server(endpoint = \"").skip(1);
        names.extend(named.map(|rest| rest.split('"').next().unwrap().to_owned()));
    }
    names
}

/// Those that this suite leaves out: they know no connection, and change what the others look at.
const LEFT_OUT: [&str; 16] = [
    "change-password",
    "create-blank",
    "create-environment",
    "create-import",
    "create-sample",
    "delete-connection",
    "delete-connectors",
    "fetch-source",
    "keep-update",
    "preview-import",
    "preview-update",
    "rename-environment",
    "set-up",
    "sign-in",
    "sign-out",
    "switch-environment",
];

#[tokio::test]
async fn no_planted_secret_is_found_anywhere() {
    let (log, _listening) = Log::listen();
    let port = service();
    let server = Server::with(Config {
        egress_allow: vec!["127.0.0.1/32".to_owned()],
        ..Config::default()
    })
    .await;
    let ada = server.administrator().await;
    let person = server
        .state
        .store
        .person_by_email("ada@example.com")
        .await
        .unwrap();
    let secret = json!({ "type": "securestring" });
    let oauth = json!({ "type": "oauthSetting", "oAuthSettings": {
        "identityProvider": "oauth2", "clientId": "joiner", "scopes": ["read"], "redirectMode": "GlobalPerConnector",
        "customParameters": {
            "authorizationUrl": { "value": format!("http://127.0.0.1:{port}/authorize") },
            "tokenUrl": { "value": format!("http://127.0.0.1:{port}/token") },
            "refreshUrl": { "value": format!("http://127.0.0.1:{port}/token") } } } });
    let ways = [
        (
            "Key",
            json!({ "type": "apiKey", "in": "query", "name": "key" }),
            json!({ "key": secret, "extra": secret, "port": { "type": "int" } }),
            json!({ "key": KEY, "extra": PARAMETER }),
        ),
        (
            "Password",
            json!({ "type": "basic" }),
            json!({ "username": { "type": "string" }, "password": secret, "extra": secret }),
            json!({ "username": "joiner", "password": PASSWORD_OF_SERVICE, "extra": PARAMETER }),
        ),
        (
            "OAuth",
            json!({ "type": "oauth2", "flow": "accessCode", "scopes": {},
                "authorizationUrl": format!("http://127.0.0.1:{port}/authorize"),
                "tokenUrl": format!("http://127.0.0.1:{port}/token") }),
            json!({ "token": oauth, "extra": secret }),
            json!({ "extra": PARAMETER }),
        ),
    ];
    let mut bench = Bench {
        ada,
        seen: Seen::default(),
        asked: BTreeSet::new(),
    };
    for (title, security, parameters, values) in ways {
        let files = files(port, title, security, parameters);
        Connector::from_files(&files).unwrap();
        let new = NewVersion {
            files,
            ..version(&person, title)
        };
        let added = server
            .state
            .store
            .add_connector(DEFAULT_ENVIRONMENT, &new)
            .await;
        let id = added.unwrap();
        if title == "OAuth" {
            let secret = json!({ "secret": { "connector": id,
                "place": "/properties/connectionParameters/token", "value": CLIENT_SECRET } });
            let kept = bench.ask("client-secret", &secret).await;
            assert_eq!(kept.status, StatusCode::OK, "{}", kept.text());
        }
        bench.use_of(&id, values).await;
        bench.all_of(&id).await;
        if title == "Key" {
            bench.mistakes(&id).await;
        }
    }
    bench.rest().await;

    let functions = server_functions(&Path::new(env!("CARGO_MANIFEST_DIR")).join("app/src/api"));
    let left_out: BTreeSet<_> = LEFT_OUT.iter().map(|name| (*name).to_owned()).collect();
    let covered: BTreeSet<_> = bench.asked.union(&left_out).cloned().collect();
    assert_eq!(
        functions, covered,
        "a new server function is to be asked here, too"
    );

    let Bench { mut seen, .. } = bench;
    let logged = log.written();
    seen.add("the log", logged);
    let (_, heard) = seen.0.last().unwrap();
    assert!(heard.contains("test call"), "the log was heard");
    for entry in std::fs::read_dir(server._data.path()).unwrap() {
        let path = entry.unwrap().path();
        seen.add(format!("{}", path.display()), std::fs::read(&path).unwrap());
    }
    let is_wal = |(place, text): &(String, String)| place.ends_with("-wal") && !text.is_empty();
    assert!(
        seen.0.iter().any(is_wal),
        "the database was looked at as it stands"
    );
    seen.expect_no_secret();
}
