//! `setvaluefromurl`, which needs the answer of another call.

use serde_json::json;
use tenon_connector::policy::run::Fault;

use super::*;

fn from_url(destination: &str, url: &str, value: &str, method: Value) -> Value {
    let parameters = json!({
        "parameterTemplate": destination, "parameterValueUrl": url,
        "parameterValuePathTemplate": value, "httpMethod": method,
    });
    policy("SetValueFromUrl", &parameters)
}

/// Runs the policies, answering each call that they make, and tells the calls too.
fn answered(
    policies: &[Value],
    answer: &Result<ResponseMessage, String>,
) -> (Result<Ready, Failed>, Vec<PreparedRequest>) {
    let (plan, connection, request) = (plan(policies), connection(), request(&json!({ "x": 1 })));
    let call = call(&request, &connection);
    let (mut step, mut asked) = (plan.start(&call, request), Vec::new());
    loop {
        step = match step {
            RequestStep::Ready(ready) => return (Ok(ready), asked),
            RequestStep::Failed(failed) => return (Err(failed), asked),
            RequestStep::Ask(asking) => {
                asked.push(asking.request().clone());
                asking.answer(answer.clone())
            }
        };
    }
}

#[test]
fn a_value_of_another_answer_is_put_into_a_header_or_the_query() {
    for (destination, value, answer, header, query) in [
        (
            "@headers('If-Match')",
            "@body()['@odata.etag']",
            json!({ "@odata.etag": "W/\"1\"" }),
            vec!["W/\"1\""],
            "a=1&b=x%20y",
        ),
        (
            "@headers('IF-match')",
            "@body().a[1].b",
            json!({ "a": [0, { "b": 7 }] }),
            vec!["7"],
            "a=1&b=x%20y",
        ),
        (
            "@queryParameters('a')",
            "@body().t",
            json!({ "t": "x&y" }),
            vec![],
            "a=x%26y&b=x%20y",
        ),
        (
            "@queryParameters('k')",
            "@body().t",
            json!({ "t": { "z": 1 } }),
            vec![],
            "a=1&b=x%20y&k=%7B%22z%22%3A1%7D",
        ),
    ] {
        let policy = from_url(destination, "/other/{id}?c=d e", value, json!(null));
        let (ready, asked) = answered(&[policy], &Ok(response(200, &answer.to_string())));
        let ready = ready.unwrap();
        assert_eq!(values(&ready.request.headers, "If-Match"), header);
        let url = format!("https://api.parcels.test/v1/parcels/7%2F8?{query}");
        assert_eq!(ready.request.url, url);
        assert_eq!(asked.len(), 1);
        assert_eq!(asked[0].method.verb(), "GET");
        assert_eq!(
            asked[0].url,
            "https://api.parcels.test/v1/other/7%2F8?c=d%20e"
        );
        assert_eq!(asked[0].body, None);
        let [(part, None, Some(told)), (_, _, Some(_))] = &changes(&ready.trace)[..] else {
            panic!("{:?}", ready.trace);
        };
        let expected = json!({ "kind": "answer", "method": "GET", "url": asked[0].url });
        assert_eq!((part, *told), (&expected, answer.to_string().as_str()));
    }
}

#[test]
fn a_token_is_fetched_at_another_host_and_used_at_the_first() {
    let header =
        |name: &str, value: &str| policy("setheader", &json!({ "name": name, "value": value }));
    let host = |url: &str| policy("dynamichosturl", &json!({ "urlTemplate": url }));
    let list = [
        header("Authorization", "Basic @connectionParameters('token:org')"),
        host("https://sign-in.parcels.test"),
        from_url(
            "@headers('Authorization')",
            "/token?grant_type=client_credentials",
            "@body().access_token",
            json!("post"),
        ),
        header("Authorization", "Bearer @headers('Authorization')"),
        host("https://api.parcels.test/v1"),
    ];
    let (ready, asked) = answered(&list, &Ok(response(201, r#"{"access_token":"t-1"}"#)));
    let ready = ready.unwrap();
    assert_eq!(asked[0].method.verb(), "POST");
    assert_eq!(
        asked[0].url,
        "https://sign-in.parcels.test/token?grant_type=client_credentials"
    );
    assert_eq!(values(&asked[0].headers, "authorization"), ["Basic acme"]);
    assert_eq!(
        values(&ready.request.headers, "authorization"),
        ["Bearer t-1"]
    );
    let own = request(&json!({ "x": 1 }));
    assert_eq!((ready.request.url, ready.request.body), (own.url, own.body));
    assert_eq!(ready.trace.len(), 5);
    assert!(
        ready
            .trace
            .iter()
            .all(|trace| trace.outcome == Outcome::Applied)
    );
}

#[test]
fn a_run_that_waits_can_go_to_another_thread() {
    fn is_send<T: Send>(_: &T) {}
    let plan = plan(&[from_url("@headers('A')", "/a", "@body().v", json!("GET"))]);
    let (connection, request) = (connection(), request(&json!({})));
    let call = call(&request, &connection);
    let step = plan.start(&call, request);
    is_send(&step);
    assert!(matches!(step, RequestStep::Ask(_)));
}

#[test]
fn several_calls_follow_each_other() {
    let list = [
        from_url("@headers('A')", "/a", "@body().v", json!("GET")),
        from_url(
            "@headers('B')",
            "/b/@headers('A')",
            "@body().v",
            json!("PUT"),
        ),
    ];
    let (ready, asked) = answered(&list, &Ok(response(200, r#"{"v":"x/y"}"#)));
    let urls: Vec<_> = asked.iter().map(|request| request.url.as_str()).collect();
    assert_eq!(
        urls,
        [
            "https://api.parcels.test/v1/a",
            "https://api.parcels.test/v1/b/x%2Fy"
        ]
    );
    assert_eq!(values(&ready.unwrap().request.headers, "B"), ["x/y"]);
}

#[test]
fn a_value_that_cannot_be_had_fails_the_call() {
    let url = "https://api.parcels.test/v1/x".to_owned();
    for (answer, parameter, said) in [
        (
            Err("timed out.".to_owned()),
            "parameterValueUrl",
            format!("The call to {url} failed: timed out."),
        ),
        (
            Ok(response(404, r#"{"v":1}"#)),
            "parameterValueUrl",
            format!("{url} answered with status 404, so there is no value to take."),
        ),
        (
            Ok(response(200, r#"{"w":1}"#)),
            "parameterValuePathTemplate",
            "“@body().v” at character 1 has no value in the answer. There is no @body().v."
                .to_owned(),
        ),
        (
            Ok(response(200, r#"{"v":null}"#)),
            "parameterValuePathTemplate",
            "“@body().v” at character 1 has no value in the answer. It is null.".to_owned(),
        ),
        (
            Ok(response(200, "")),
            "parameterValuePathTemplate",
            "“@body().v” at character 1 has no value in the answer: There is no body.".to_owned(),
        ),
        (
            Ok(response(200, r#"{"v":"a\nb"}"#)),
            "parameterValuePathTemplate",
            Fault::HeaderValue.to_string(),
        ),
    ] {
        let policy = from_url("@headers('If-Match')", "/x", "@body().v", json!("GET"));
        let (failed, _) = answered(&[policy], &answer);
        let error = failed.unwrap_err().error;
        assert_eq!(error.parameter.as_deref(), Some(parameter));
        assert_eq!(error.fault.to_string(), said);
    }
}

#[test]
fn an_answer_to_a_policy_is_told_where_it_fails_too_and_never_in_part() {
    let long = json!({ "pad": "x".repeat(9000) }).to_string();
    let cases = [
        (
            404,
            r#"{"error":"no such path"}"#,
            r#"{"error":"no such path"}"#,
        ),
        (200, "token=t-1", "(9 bytes, not shown)"),
        (200, long.as_str(), "(9010 bytes, not shown)"),
    ];
    for (status, body, expected) in cases {
        let policy = from_url("@headers('X-T')", "/token", "@body().t", json!(null));
        let (ready, _) = answered(&[policy], &Ok(response(status, body)));
        let failed = ready.unwrap_err();
        let [(_, None, told)] = &listed(&failed.trace)[..] else {
            panic!("{failed:?}");
        };
        assert_eq!(*told, Some(expected));
    }
}
