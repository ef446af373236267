//! Policies in whole calls: what the service gets, what the caller gets, and what is told of it.

use std::sync::{Arc, Mutex};

use axum::response::Redirect;
use axum::routing::post;
use tenon_connector::policy::run::{Outcome as PolicyOutcome, Part, Trace};

use super::*;

const KEY: &str = "planted-key-7";

/// A policy of a template, with its parameters.
pub(super) fn policy(template: &str, title: &str, parameters: &Value) -> Value {
    let members = parameters.as_object().unwrap().iter();
    let parameters: serde_json::Map<_, _> = members
        .map(|(name, value)| (format!("x-ms-apimTemplateParameter.{name}"), value.clone()))
        .collect();
    json!({ "templateId": template, "title": title, "parameters": parameters })
}

fn in_response(template: &str, title: &str, parameters: &Value) -> Value {
    let mut policy = policy(template, title, parameters);
    policy["parameters"]["x-ms-apimTemplate-policySection"] = json!("Response");
    policy
}

/// A connector of the service at a port, with an API key, a host that its users choose, and these policies.
pub(super) fn connector_with(port: u16, policies: Value) -> Connector {
    let definition = json!({
        "swagger": "2.0", "host": format!("127.0.0.1:{port}"), "basePath": "/v1", "schemes": ["http"],
        "paths": {
            "/echo": { "get": { "operationId": "Echo" }, "post": { "operationId": "Add", "parameters": [
                { "name": "joint", "in": "body", "schema": {} } ] } },
            "/joints/{id}": { "get": { "operationId": "GetJoint", "parameters": [
                { "name": "id", "in": "path", "type": "string", "required": true } ] } },
            "/away": { "get": { "operationId": "Away" } },
            "/news": { "get": { "operationId": "News", "x-ms-trigger": "batch" } },
            "/page": { "get": { "operationId": "Page" } }
        },
        "securityDefinitions": { "k": { "type": "apiKey", "in": "header", "name": "Authorization" } }
    });
    let properties = json!({ "properties": {
        "connectionParameters": { "api_key": { "type": "securestring" }, "host": { "type": "string" } },
        "policyTemplateInstances": policies
    } });
    Connector::new(Document::new(definition), Document::new(properties))
}

/// A service that remembers what it was asked.
pub(super) async fn service() -> (u16, Arc<Mutex<Vec<String>>>) {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&seen);
    let router = Router::new()
        .route("/v1/echo", any(echo))
        .route("/v2/places/{id}", any(echo))
        .route(
            "/v1/token",
            post(|| async { axum::Json(json!({ "access_token": "fetched-token-9", "refresh_token": "fetched-token-8", "wood": "northern-oak" })) }),
        )
        .route(
            "/v1/away",
            get(async |uri: Uri, headers: HeaderMap| {
                let own = headers.get("host").unwrap().to_str().unwrap().to_owned();
                Redirect::temporary(&format!(
                    "http://{}/v1/echo?{}",
                    own.replace("127.0.0.1", "127.0.0.2"),
                    uri.query().unwrap_or_default()
                ))
            }),
        )
        .route(
            "/v1/news",
            get(|| async { axum::Json(json!({ "items": [{ "at": 4 }, { "at": 7 }], "last": 7 })) }),
        )
        .route(
            "/v1/page",
            get(|| async { ([(header::CONTENT_TYPE, "text/html")], "<b>x</b>") }),
        )
        .layer(axum::middleware::from_fn(
            move |request: axum::extract::Request, next: axum::middleware::Next| {
                let headers = request.headers();
                let value = |name: &str| headers.get(name).map_or("-", |v| v.to_str().unwrap());
                let line = format!(
                    "{} {} {} {}",
                    request.method(),
                    request.uri(),
                    value("authorization"),
                    value("x-token")
                );
                kept.lock().unwrap().push(line);
                next.run(request)
            },
        ));
    (serve(router).await, seen)
}

async fn made(connector: &Connector, path: &str, method: Method, inputs: &Inputs) -> Transcript {
    let key = OperationKey::new(path, method);
    let with = credentials(&[("api_key", KEY), ("host", "127.0.0.1")]);
    let transcript = call(&to_loopback(), connector, &key, inputs, &with)
        .await
        .unwrap();
    assert!(!format!("{transcript:?}").contains(KEY), "{transcript:?}");
    transcript
}

/// What a policy changed, a line each.
fn changes(trace: &Trace) -> Vec<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    let changes = trace.changes.iter().map(|change| {
        let part = match &change.part {
            Part::Header { name } => name.clone(),
            Part::Body { path } => path.clone(),
            other => format!("{other:?}"),
        };
        format!("{part}: {} > {}", text(&change.before), text(&change.after))
    });
    changes.collect()
}

#[tokio::test]
async fn policies_change_the_request_and_the_response_in_their_order() {
    let (port, seen) = service().await;
    let connector = connector_with(
        port,
        json!([
            policy(
                "setheader",
                "Scheme",
                &json!({ "name": "Authorization", "value": "Bearer @headers('Authorization')" })
            ),
            policy(
                "setqueryparameter",
                "Limit",
                &json!({ "name": "top", "value": "5 & more" })
            ),
            policy(
                "routerequesttoendpoint",
                "Route",
                &json!({ "newPath": "/places/{id}", "httpMethod": "PUT" })
            ),
            policy(
                "dynamichosturl",
                "Host",
                &json!({ "urlTemplate": format!("http://@connectionParameters('host'):{port}/v2") })
            ),
            in_response(
                "setheader",
                "Answer",
                &json!({ "name": "X-Echo", "value": "@body().line" })
            ),
            in_response(
                "setproperty",
                "Body",
                &json!({ "newPropertyParentPathTemplate": "@body()",
            "newPropertySubPathTemplate": "kind", "propertyValuePathTemplate": "joint" })
            ),
        ]),
    );
    let inputs = Inputs::default().with(Location::Path, "id", "a b");
    let transcript = made(&connector, "/joints/{id}", Method::Get, &inputs).await;
    let line = "PUT /v2/places/a%20b?top=5%20%26%20more";
    assert_eq!(*seen.lock().unwrap(), [format!("{line} Bearer {KEY} -")]);
    let titles: Vec<_> = transcript
        .policies
        .iter()
        .map(|trace| trace.policy.title.as_str())
        .collect();
    assert_eq!(
        titles,
        ["Scheme", "Limit", "Route", "Host", "Answer", "Body"]
    );
    let at = |place: usize| changes(&transcript.policies[place]);
    assert_eq!(at(0), ["Authorization: •••••• > Bearer ••••••"]);
    let base = format!("http://127.0.0.1:{port}");
    assert_eq!(
        at(2),
        [
            "Method: GET > PUT".to_owned(),
            format!(
                "Url: {base}/v1/joints/a%20b?top=5%20%26%20more > {base}/v1/places/a%20b?top=5%20%26%20more"
            ),
        ]
    );
    assert_eq!(
        at(3),
        [format!(
            "Url: {base}/v1/places/a%20b?top=5%20%26%20more > {base}/v2/places/a%20b?top=5%20%26%20more"
        )]
    );
    assert_eq!(
        at(4),
        [format!(
            "X-Echo: /v2/places/a%20b?top=5%20%26%20more > {line}"
        )]
    );
    assert_eq!(at(5), ["@body().kind: - > \"joint\""]);
    let answer = answered(&transcript);
    assert!(
        answer
            .headers
            .contains(&("X-Echo".to_owned(), line.to_owned()))
    );
    let body: Value = serde_json::from_str(text(&transcript)).unwrap();
    assert_eq!(body["kind"], "joint");
    let length = &answer
        .headers
        .iter()
        .find(|(name, _)| name == "content-length")
        .unwrap()
        .1;
    assert_eq!(*length, answer.size.to_string());
}

#[tokio::test]
async fn the_body_of_a_request_is_changed_before_it_is_sent() {
    let (port, _) = service().await;
    let connector = connector_with(
        port,
        json!([
            policy(
                "stringtoarray",
                "Split",
                &json!({ "propertyParentPath": "@body()", "propertySubPath": "ids",
            "delimiterList": ";", "childPropertyName": "id", "newPropertyPath": "" })
            ),
            policy(
                "stringreplace",
                "Replace",
                &json!({ "propertyParentPath": "@body()", "propertySubPath": "gone",
            "sourceString": "a", "replacementString": "b", "newPropertyPath": "" })
            ),
        ]),
    );
    let inputs = Inputs::default().with(Location::Body, "joint", json!({ "ids": "3;4" }));
    let transcript = made(&connector, "/echo", Method::Post, &inputs).await;
    let echoed: Value = serde_json::from_str(text(&transcript)).unwrap();
    assert_eq!(echoed["body"], r#"{"ids":[{"id":"3"},{"id":"4"}]}"#);
    let sent = exchange(&transcript).request.body.clone().unwrap();
    assert_eq!(sent, r#"{"ids":[{"id":"3"},{"id":"4"}]}"#);
    let PolicyOutcome::Skipped { reason } = &transcript.policies[1].outcome else {
        panic!("{:?}", transcript.policies[1]);
    };
    assert_eq!(reason, "There is no @body().gone.");
}

#[tokio::test]
async fn a_policy_asks_another_path_of_the_api_and_what_it_fetched_is_hidden_too() {
    let (port, seen) = service().await;
    let connector = connector_with(
        port,
        json!([policy(
            "setvaluefromurl",
            "Token",
            &json!({ "parameterTemplate": "@headers('Authorization')", "httpMethod": "POST",
            "parameterValueUrl": "/token", "parameterValuePathTemplate": "@body().access_token" })
        ),]),
    );
    let transcript = made(&connector, "/echo", Method::Get, &Inputs::default()).await;
    let asked = [
        format!("POST /v1/token {KEY} -"),
        "GET /v1/echo fetched-token-9 -".to_owned(),
    ];
    assert_eq!(*seen.lock().unwrap(), asked);
    let trace = &transcript.policies[0];
    let answer = r#"{"access_token":"••••••","refresh_token":"••••••","wood":"northern-oak"}"#;
    let url = format!("http://127.0.0.1:{port}/v1/token");
    let asked = format!("Answer {{ method: \"POST\", url: {url:?} }}: - > {answer}");
    let told = [asked, "Authorization: •••••• > ••••••".to_owned()];
    assert_eq!(changes(trace), told);
    assert_eq!(
        trace.notes,
        [format!(
            "It called POST http://127.0.0.1:{port}/v1/token, which answered with 200."
        )]
    );
    assert!(text(&transcript).contains("\"authorization\": \"••••••\""));
    assert!(!format!("{transcript:?}").contains("fetched-token"));
}

#[tokio::test]
async fn an_expression_that_has_no_value_stops_the_call_and_is_named_with_its_place() {
    let (port, seen) = service().await;
    let connector = connector_with(
        port,
        json!([
            policy(
                "setheader",
                "Fine",
                &json!({ "name": "X-Fine", "value": "yes" })
            ),
            policy(
                "setheader",
                "Region",
                &json!({ "name": "X-Region", "value": "eu-@connectionParameters('region')" })
            ),
        ]),
    );
    let transcript = made(&connector, "/echo", Method::Get, &Inputs::default()).await;
    let Course::Stopped(reason) = &transcript.course else {
        panic!("{transcript:?}");
    };
    for words in [
        "“Region” (number 2, setheader)",
        "because of “value”",
        "“@connectionParameters('region')” at character 4",
    ] {
        assert!(reason.contains(words), "{words}: {reason}");
    }
    assert_eq!(transcript.policies.len(), 2);
    assert!(
        matches!(&transcript.policies[1].outcome, PolicyOutcome::Failed { error } if error == reason)
    );
    assert!(seen.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_policy_that_cannot_be_read_stops_its_operations_and_no_others() {
    let (port, seen) = service().await;
    let mut broken = policy(
        "setheader",
        "Broken",
        &json!({ "name": "X-A", "value": "@headers('a'" }),
    );
    broken["parameters"]["x-ms-apimTemplate-operationName"] = json!(["Add"]);
    let connector = connector_with(port, json!([broken]));
    let key = OperationKey::new("/echo", Method::Post);
    let with = credentials(&[("api_key", KEY)]);
    let refused = call(&to_loopback(), &connector, &key, &Inputs::default(), &with).await;
    let Course::Stopped(error) = refused.unwrap().course else {
        panic!("it was sent");
    };
    assert!(error.contains("“Broken” (number 1, setheader)"), "{error}");
    assert!(seen.lock().unwrap().is_empty());
    let other = made(&connector, "/echo", Method::Get, &Inputs::default()).await;
    assert_eq!(answered(&other).status, 200);
}

#[tokio::test]
async fn a_policy_that_fails_on_the_response_shows_the_response_as_it_came() {
    let (port, _) = service().await;
    let mut failure = policy(
        "setheader",
        "Told",
        &json!({ "name": "X-Failed", "value": "yes" }),
    );
    failure["parameters"]["x-ms-apimTemplate-policySection"] = json!("Failure");
    let connector = connector_with(
        port,
        json!([
            in_response(
                "setheader",
                "Total",
                &json!({ "name": "X-Total", "value": "@body().total" })
            ),
            failure,
        ]),
    );
    let transcript = made(&connector, "/page", Method::Get, &Inputs::default()).await;
    let Outcome::Spoilt { answer, reason } = &exchange(&transcript).outcome else {
        panic!("{transcript:?}");
    };
    assert!(
        reason.contains("“Total”") && reason.contains("“@body().total” at character 1"),
        "{reason}"
    );
    assert_eq!(
        answer.content,
        Content::Text {
            text: "<b>x</b>".to_owned(),
            truncated: false
        }
    );
    assert_eq!(changes(&transcript.policies[1]), ["X-Failed: - > yes"]);
    let fine = made(&connector, "/echo", Method::Get, &Inputs::default()).await;
    assert_eq!(
        fine.policies.len(),
        1,
        "the section Failure runs for failures alone"
    );
}

#[tokio::test]
async fn a_secret_that_a_policy_put_into_a_header_stays_behind_at_a_redirect_elsewhere() {
    let (port, seen) = service().await;
    let connector = connector_with(
        port,
        json!([policy(
            "setheader",
            "Copy",
            &json!({ "name": "X-Token", "value": "key @connectionParameters('api_key')" })
        ),]),
    );
    let rules = EgressRules::parse("127.0.0.0/8").unwrap();
    let egress = Egress::new(rules, None).unwrap();
    let key = OperationKey::new("/away", Method::Get);
    let with = credentials(&[("api_key", KEY)]);
    // Nobody listens at 127.0.0.2, or the same service does: what would be sent there is what counts.
    let listener = tokio::net::TcpListener::bind(("127.0.0.2", port))
        .await
        .unwrap();
    let heard = Arc::clone(&seen);
    let other = Router::new().route(
        "/v1/echo",
        get(move |headers: HeaderMap| async move {
            let names = ["authorization", "x-token"].map(|name| headers.contains_key(name));
            heard.lock().unwrap().push(format!("elsewhere {names:?}"));
        }),
    );
    tokio::spawn(async move { axum::serve(listener, other).await });
    let transcript = call(&egress, &connector, &key, &Inputs::default(), &with)
        .await
        .unwrap();
    assert_eq!(answered(&transcript).status, 200);
    let lines = [
        format!("GET /v1/away {KEY} key {KEY}"),
        "elsewhere [false, false]".to_owned(),
    ];
    assert_eq!(*seen.lock().unwrap(), lines);
}

#[tokio::test]
async fn a_polling_trigger_tells_what_it_found_and_what_it_asks_next() {
    let (port, _) = service().await;
    let connector = connector_with(
        port,
        json!([policy(
            "pollingtrigger",
            "Poll",
            &json!({ "triggerConfig": { "since": "@{triggerBody().last}" },
            "triggerDataPath": "@triggerBody().items" })
        ),]),
    );
    let transcript = made(&connector, "/news", Method::Get, &Inputs::default()).await;
    let found = Poll::Found {
        items: 2,
        next: format!("http://127.0.0.1:{port}/v1/news?since=7"),
        next_page: None,
    };
    assert_eq!(answered(&transcript).poll, Some(found));
    assert_eq!(transcript.policies, []);
}
