//! Tenon with a connector, a connection and somebody signed in, as a process of its own.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use clap::Parser;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use sqlx::Connection;
use tempfile::TempDir;
use tenon::cli::{Cli, run};
use tenon::config::Config;
use tenon::service::RequestBackend;
use tenon::state::AppState;
use tenon::store::{DEFAULT_ENVIRONMENT, NewVersion, Sessions, new_id};
use tenon_app::api::calls::CallRequest;
use tenon_app::api::connections::NewConnection;
use tenon_app::backend::Backend;
use tenon_connector::ConnectorFiles;
use tenon_connector::request::Inputs;
use tenon_connector::swagger::{Location, Method, OperationKey};
use tower_sessions::Session;

use crate::load::Target;
use crate::nginx::{answers, free_port};

/// The word by which this program is called as the server.
pub(crate) const SERVE: &str = "--serve-for-the-measurement";

/// What the server makes of the environment that [`Place::start`] gave it.
pub(crate) fn serve() -> ! {
    let code = run(Cli::parse_from(["tenon", "serve"]));
    std::process::exit(i32::from(code != std::process::ExitCode::SUCCESS));
}

/// A running server.
pub(crate) struct Place {
    port: u16,
    server: Child,
    session: String,
    body: String,
    _data: TempDir,
}

/// The databases that there are: what they are called, and their URL where it is not the file in the data folder.
pub(crate) async fn databases() -> Vec<(&'static str, Option<SecretString>)> {
    let mut databases = vec![("SQLite", None)];
    if let Ok(server) = std::env::var("TEST_DATABASE_URL") {
        let name = format!("tenon_{}", new_id().replace('-', "_"));
        sqlx::any::install_default_drivers();
        let mut admin = sqlx::AnyConnection::connect(&server).await.unwrap();
        let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
        sqlx::query(create).execute(&mut admin).await.unwrap();
        let mut url: url::Url = server.parse().unwrap();
        url.set_path(&name);
        databases.push(("PostgreSQL", Some(SecretString::from(url.to_string()))));
    }
    databases
}

impl Place {
    pub(crate) async fn start(database: Option<SecretString>, service: u16) -> Self {
        let data = tempfile::tempdir().unwrap();
        let config = Config {
            data: data.path().to_owned(),
            database_url: database.clone(),
            ..Config::default()
        };
        let state = AppState::open(config).await.unwrap();
        let (session, body) = furnished(&state, service).await;
        state.store.close().await;
        let port = free_port();
        let mut command = Command::new(std::env::current_exe().unwrap());
        command
            .arg(SERVE)
            .current_dir(data.path())
            .env("TENON_DATA", data.path())
            .env("TENON_LISTEN", format!("127.0.0.1:{port}"))
            .env("TENON_EGRESS_ALLOW", "127.0.0.1/32")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log(data.path()));
        if let Some(url) = &database {
            command.env("DATABASE_URL", url.expose_secret());
        }
        let server = command.spawn().unwrap();
        answers(port).await;
        Self {
            port,
            server,
            session,
            body,
            _data: data,
        }
    }

    /// The call that the Test step makes.
    pub(crate) fn call(&self) -> Target {
        let (port, session, body) = (self.port, &self.session, &self.body);
        let request = format!(
            "POST /api/test-call HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: tenon={session}\r\n\
             Sec-Fetch-Site: same-origin\r\nAccept: application/json\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        );
        Target {
            port,
            request: request.into_bytes(),
            expected: "oak",
        }
    }

    /// The most memory that the server had at one time, in MiB.
    pub(crate) fn memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.server.id())).ok()?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kib: u64 = line.trim().trim_end_matches(" kB").parse().ok()?;
        Some(kib / 1024)
    }

    /// Ends the server as an administrator does.
    pub(crate) fn stop(mut self) {
        let asked = Command::new("kill")
            .arg(self.server.id().to_string())
            .status();
        assert!(asked.unwrap().success());
        assert!(self.server.wait().unwrap().success());
    }
}

impl Drop for Place {
    /// Ends the server where the measurement broke off; one that has ended already is left alone.
    fn drop(&mut self) {
        if let Ok(None) = self.server.try_wait() {
            let _ = self.server.kill();
            let _ = self.server.wait();
        }
    }
}

/// The server's log, which is written as it always is.
fn log(folder: &Path) -> std::fs::File {
    std::fs::File::create(folder.join("log")).unwrap()
}

/// Somebody signed in, a connector and a connection: the id of the session, and the body of a call.
async fn furnished(state: &AppState, service: u16) -> (String, String) {
    let session = Session::new(None, Arc::new(Sessions(state.store.clone())), None);
    let backend = RequestBackend::new(
        state.clone(),
        session.clone(),
        "127.0.0.1".to_owned(),
        "r1".to_owned(),
    );
    let password = "a long enough password".to_owned();
    let ada = backend.set_up("Ada".to_owned(), "ada@example.com".to_owned(), password);
    let ada = ada.await.unwrap();
    session.save().await.unwrap();
    let id = session.id().unwrap().to_string();
    let version = version(ada.id, service);
    let connector = state
        .store
        .add_connector(DEFAULT_ENVIRONMENT, &version)
        .await
        .unwrap();
    let connection = backend.create_connection(NewConnection {
        connector: connector.clone(),
        version: 1,
        actions: Vec::new(),
        name: "Mine".to_owned(),
        set: String::new(),
        values: BTreeMap::from([("api_key".to_owned(), "a-key-of-the-measurement".to_owned())]),
    });
    let request = CallRequest {
        connector,
        version: 1,
        actions: Vec::new(),
        operation: OperationKey::new("/v1/woods", Method::Get),
        connection: Some(connection.await.unwrap().id),
        inputs: Inputs::default().with(Location::Query, "kind", "hard"),
    };
    (id, json!({ "request": request }).to_string())
}

pub(crate) fn version(author: String, service: u16) -> NewVersion {
    NewVersion {
        author,
        title: "Woods".to_owned(),
        description: String::new(),
        brand_colour: "#8a4b1f".to_owned(),
        operations: 1,
        authentication: "API key".to_owned(),
        host: format!("127.0.0.1:{service}"),
        files: ConnectorFiles {
            definition: definition(service).to_string(),
            properties: properties().to_string(),
            ..ConnectorFiles::default()
        },
        actions: Vec::new(),
        draft: None,
    }
}

fn definition(service: u16) -> Value {
    let wood = json!({ "type": "object", "properties": {
        "name": { "type": "string" }, "density": { "type": "number", "format": "double" } } });
    let answer = json!({ "type": "object", "properties": {
        "woods": { "type": "array", "items": wood }, "next": { "type": "string" } } });
    json!({
        "swagger": "2.0", "info": { "title": "Woods", "version": "1.0" },
        "host": format!("127.0.0.1:{service}"), "basePath": "/", "schemes": ["http"],
        "paths": { "/v1/woods": { "get": {
            "operationId": "ListWoods", "produces": ["application/json"],
            "parameters": [{ "name": "kind", "in": "query", "type": "string" }],
            "responses": { "200": { "description": "Woods", "schema": answer } } } } },
        "securityDefinitions": { "api_key": { "type": "apiKey", "in": "header", "name": "X-Key" } }
    })
}

/// Authentication by an API key, and five policies.
fn properties() -> Value {
    let policy = |id: &str, section: &str, parameters: &[(&str, &str)]| {
        let mut all = json!({ "x-ms-apimTemplate-policySection": section });
        for (name, value) in parameters {
            all[format!("x-ms-apimTemplateParameter.{name}")] = json!(value);
        }
        json!({ "templateId": id, "title": id, "parameters": all })
    };
    let to_set = |name, value| {
        [
            ("name", name),
            ("value", value),
            ("existsAction", "override"),
        ]
    };
    json!({ "properties": {
        "connectionParameters": { "api_key": {
            "type": "securestring", "uiDefinition": { "constraints": { "required": "true" } } } },
        "policyTemplateInstances": [
            policy("setheader", "Request", &to_set("X-Workshop", "bench")),
            policy("setheader", "Request", &to_set("X-Kind", "@queryParameters('kind')")),
            policy("setqueryparameter", "Request", &to_set("page", "1")),
            policy("setheader", "Response", &to_set("X-From", "tenon")),
            policy("setproperty", "Response", &[
                ("newPropertyParentPathTemplate", "@body()"),
                ("newPropertySubPathTemplate", "seen"),
                ("propertyValuePathTemplate", "yes"),
            ]),
        ]
    } })
}
