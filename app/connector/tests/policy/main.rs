//! What policies do to requests and responses: each template, its expressions, and what happens when something is missing.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, reads files, and says on the terminal what it left out"
)]

mod bodies;
mod corpus;
mod expressions;
mod headers;
mod hosts;
mod links;
mod moving;
mod polling;
mod property;
mod queries;
mod routes;
#[path = "../samples/mod.rs"]
mod samples;
mod scopes;
mod shapes;
mod sound;
mod urls;

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use tenon_connector::policy::run::{
    Call, Failed, Finished, Outcome, Plan, PolicyError, Ready, RequestStep, ResponseMessage, Trace,
};
use tenon_connector::policy::{OPERATIONS_KEY, PARAMETER_PREFIX, SECTION_KEY};
use tenon_connector::request::PreparedRequest;
use tenon_connector::swagger::{Method, OperationKey};

/// A policy with these parameters; `operations` and `section` stand for the reserved ones.
fn policy(template: &str, parameters: &Value) -> Value {
    let mut written = Map::new();
    for (name, value) in parameters.as_object().unwrap() {
        let key = match name.as_str() {
            "operations" => OPERATIONS_KEY.to_owned(),
            "section" => SECTION_KEY.to_owned(),
            name => format!("{PARAMETER_PREFIX}{name}"),
        };
        written.insert(key, value.clone());
    }
    json!({ "templateId": template, "title": "Mine", "parameters": written })
}

/// The properties of a connector with these policies.
fn properties(policies: &[Value]) -> Value {
    json!({ "properties": { "policyTemplateInstances": policies } })
}

/// The plan of the operation `GetParcel`.
fn plan(policies: &[Value]) -> Plan {
    Plan::of(&properties(policies), "GetParcel").unwrap()
}

/// Why the one policy cannot be read.
fn refused(policy: Value) -> PolicyError {
    let mut errors = Plan::of(&properties(&[policy]), "GetParcel").unwrap_err();
    assert_eq!(errors.len(), 1);
    errors.remove(0)
}

/// `PUT https://api.parcels.test/v1/parcels/7%2F8?a=1&b=x%20y` with a JSON body.
fn request(body: &Value) -> PreparedRequest {
    PreparedRequest {
        method: Method::Put,
        url: "https://api.parcels.test/v1/parcels/7%2F8?a=1&b=x%20y".to_owned(),
        headers: [
            ("Authorization", "key-7"),
            ("X-Region", "eu"),
            ("x-region", "us"),
            ("Content-Type", "application/json"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec(),
        body: Some(body.to_string().into_bytes()),
    }
}

fn connection() -> BTreeMap<String, String> {
    [
        ("host", "eu.parcels.test"),
        ("site", "https://own.parcels.test:8443/"),
        ("empty", ""),
        ("token:org", "acme"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into()
}

fn call<'a>(request: &PreparedRequest, connection: &'a BTreeMap<String, String>) -> Call<'a> {
    let definition = json!({ "basePath": "/v1/" });
    let key = OperationKey::new("/parcels/{id}", Method::Put);
    Call::new(&definition, &key, request, connection)
}

/// What the policies make of a request. None of them makes another call.
fn send(policies: &[Value], request: PreparedRequest) -> Result<Ready, Failed> {
    let (plan, connection) = (plan(policies), connection());
    match plan.start(&call(&request, &connection), request) {
        RequestStep::Ready(ready) => Ok(ready),
        RequestStep::Failed(failed) => Err(failed),
        RequestStep::Ask(asking) => panic!("{:?}", asking.request()),
    }
}

/// What one policy makes of the usual request.
fn sent(template: &str, parameters: &Value) -> Result<Ready, Failed> {
    send(&[policy(template, parameters)], request(&json!({})))
}

/// What the policies make of a response.
fn receive(policies: &[Value], response: ResponseMessage) -> Result<Finished, Failed> {
    let (plan, connection, request) = (plan(policies), connection(), request(&json!({})));
    let call = call(&request, &connection).through("https://tenon.test/run/7/");
    let ready = Ready {
        request,
        base_url: "https://api.parcels.test/v1".to_owned(),
        trace: Vec::new(),
    };
    plan.finish(&call, &ready, response)
}

fn response(status: u16, body: &str) -> ResponseMessage {
    ResponseMessage {
        status,
        headers: vec![("Content-Type".to_owned(), "application/json".to_owned())],
        body: body.as_bytes().to_vec(),
    }
}

/// The JSON of a request's body.
fn body(ready: &Ready) -> Value {
    serde_json::from_slice(ready.request.body.as_deref().unwrap()).unwrap()
}

/// Why the only policy did nothing.
fn skipped(trace: &[Trace]) -> &str {
    match &trace[0].outcome {
        Outcome::Skipped { reason } => reason,
        other => panic!("{other:?}"),
    }
}

/// What the only policy changed: part, before, after.
fn changes(trace: &[Trace]) -> Vec<(Value, Option<&str>, Option<&str>)> {
    assert_eq!(trace[0].outcome, Outcome::Applied);
    listed(trace)
}

/// The same, whatever became of it.
fn listed(trace: &[Trace]) -> Vec<(Value, Option<&str>, Option<&str>)> {
    let changes = trace[0].changes.iter();
    changes
        .map(|change| {
            let part = serde_json::to_value(&change.part).unwrap();
            (part, change.before.as_deref(), change.after.as_deref())
        })
        .collect()
}

/// The headers of this name.
fn values<'a>(headers: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    let own = headers
        .iter()
        .filter(|(own, _)| own.eq_ignore_ascii_case(name));
    own.map(|(_, value)| value.as_str()).collect()
}
