//! Expressions: where they find their values, and what happens where there is none.

use serde_json::json;

use super::*;

#[test]
fn expressions_find_their_values() {
    for (text, expected) in [
        ("plain", "plain"),
        ("somebody@parcels.test", "somebody@parcels.test"),
        ("@connectionParameters('host')", "eu.parcels.test"),
        ("@connectionParameters('HOST')", "eu.parcels.test"),
        ("@connectionParameters(\"token:org\")", "acme"),
        ("@connectionParameters('none', 'd')", "d"),
        ("@connectionParameters('none','')", ""),
        ("@connectionParameters('empty','d')", "d"),
        ("@connectionParameters('empty')", ""),
        ("@headers('x-REGION')", "eu, us"),
        ("@headers('none')", ""),
        ("@headers('none','d')", "d"),
        ("@queryParameters('b')", "x y"),
        ("@queryParameters('B')", ""),
        ("@queryParameters('none','d')", "d"),
        ("@Request.OriginalHTTPMethod", "PUT"),
        ("@{request.originalhttpmethod}!", "PUT!"),
        ("@body().text", "é"),
        ("@body()['odd.name']['@odata.x']", "7"),
        ("@body()[\"text\"]", "é"),
        ("@body().list[1].n", "2.5"),
        ("@body()?.list[0]", r#"{"n":1}"#),
        ("@body().list[9].n", ""),
        ("@body().text.deeper", ""),
        ("@body().nothing", ""),
        ("@body().yes", "true"),
        ("a@{body().text}b@{headers('none')}c", "aébc"),
        ("{@body().text}{@body().yes}", "étrue"),
        ("x.@connectionParameters('token:org').y", "x.acme.y"),
        (
            "Key @connectionParameters('token:org');@queryParameters('a')",
            "Key acme;1",
        ),
    ] {
        let value = policy("setheader", &json!({ "name": "X", "value": text }));
        let body = json!({
            "text": "é", "nothing": null, "yes": true, "list": [{ "n": 1 }, { "n": 2.5 }],
            "odd.name": { "@odata.x": 7 },
        });
        let ready = send(&[value], request(&body)).unwrap();
        assert_eq!(values(&ready.request.headers, "X"), [expected], "{text}");
    }
}

#[test]
fn what_is_empty_is_noted() {
    for (text, note) in [
        (
            "é @headers('none')",
            "“@headers('none')” at character 3 is empty: the request has no header “none”.",
        ),
        (
            "@queryParameters('c')",
            "“@queryParameters('c')” at character 1 is empty: the query has no “c”.",
        ),
        (
            "@body().a['b c'][0]",
            "“@body().a['b c'][0]” at character 1 is empty: there is no @body().a['b c'][0].",
        ),
        (
            "@connectionParameters('empty')",
            "The connection’s “empty” is empty, and so is its place.",
        ),
    ] {
        let ready = sent("setheader", &json!({ "name": "X", "value": text })).unwrap();
        assert_eq!(ready.trace[0].notes, [note]);
    }
}

#[test]
fn expressions_that_cannot_stand_in_a_policy_are_refused_with_their_place() {
    for (text, at, said) in [
        (
            "é @environmentVariables('x')",
            3,
            "“@environmentVariables('x')” at character 3 cannot stand in a policy",
        ),
        (
            "@triggerBody().x",
            1,
            "“@triggerBody().x” at character 1 is for polling triggers only.",
        ),
        (
            "ab @Request.Url",
            4,
            "“@Request.Url” at character 4 is nothing that the request has.",
        ),
        (
            "@{Request.OriginalHTTPMethod.x}",
            1,
            "“@{Request.OriginalHTTPMethod.x}” at character 1 is nothing",
        ),
        (
            "ä @queryParamters('x')",
            3,
            "“@queryParamters” at character 3 is no expression.",
        ),
        (
            "x @headers",
            3,
            "“@headers” at character 3 must be followed by “(”.",
        ),
        (
            "@body()[x]",
            1,
            "“@body()[x]” at character 1 is followed by no path",
        ),
        (
            "@body()['a'b]",
            1,
            "“@body()['a'b]” at character 1 is followed by no path",
        ),
    ] {
        let error = refused(policy("setheader", &json!({ "name": "X", "value": text })));
        assert_eq!(error.parameter.as_deref(), Some("value"), "{text}");
        assert_eq!(error.fault.at(), Some(at), "{text}");
        let found = error.fault.to_string();
        assert!(found.starts_with(said), "{found}");
    }
}

#[test]
fn expressions_without_a_value_fail_with_policy_parameter_and_place() {
    let not_json = PreparedRequest {
        body: Some(b"<a/>".to_vec()),
        headers: vec![("content-type".to_owned(), "text/xml".to_owned())],
        ..request(&json!({}))
    };
    let no_body = PreparedRequest {
        body: None,
        ..request(&json!({}))
    };
    for (text, request, at, said) in [
        (
            "é @connectionParameters('none')",
            request(&json!({})),
            3,
            "has no value: the connection has no such parameter.",
        ),
        (
            "@item().a",
            request(&json!({})),
            1,
            "has no value: no collection is gone through here.",
        ),
        (
            "- @body().a",
            not_json,
            3,
            "The body is not JSON but text/xml: expected value at line 1 column 1.",
        ),
        ("@body().a", no_body, 1, "There is no body."),
    ] {
        let fine = policy("setheader", &json!({ "name": "Y", "value": "1" }));
        let value = policy("setheader", &json!({ "name": "X", "value": text }));
        let failed = send(&[fine, value.clone(), value], request).unwrap_err();
        let error = &failed.error;
        assert_eq!(error.policy.index, 1);
        assert_eq!(error.parameter.as_deref(), Some("value"));
        let expression = text.split_once('@').map(|(_, rest)| format!("@{rest}"));
        assert_eq!(error.fault.expression(), expression.as_deref());
        assert_eq!(error.fault.at(), Some(at));
        let told = error.to_string();
        assert!(
            told.starts_with(
                "The policy “Mine” (number 2, setheader) cannot run, because of “value”: “@"
            ),
            "{told}"
        );
        assert!(told.contains(said), "{told}");
        // The trace ends with the policy that failed.
        assert_eq!(failed.trace.len(), 2);
        let outcome = Outcome::Failed { error: told };
        assert_eq!(failed.trace[1].outcome, outcome);
    }
}

#[test]
fn the_values_of_a_connection_are_not_shown_by_debug() {
    let (request, connection) = (request(&json!({})), connection());
    let shown = format!("{:?}", call(&request, &connection));
    assert!(!shown.contains("acme"), "{shown}");
}
