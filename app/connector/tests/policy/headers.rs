//! `setheader`.

use serde_json::json;
use tenon_connector::policy::run::{Fault, Ready, ResponseMessage};

use super::*;

#[test]
fn a_header_is_set_as_exists_action_says() {
    for (name, value, action, expected) in [
        ("X-New", "1", json!("override"), vec!["1"]),
        ("X-New", "1", json!(null), vec!["1"]),
        ("X-New", "1", json!("Skip"), vec!["1"]),
        ("X-New", "1", json!("APPEND"), vec!["1"]),
        ("x-REGION", "de", json!(""), vec!["de"]),
        ("x-REGION", "de", json!("Override"), vec!["de"]),
        ("X-Region", "de", json!("append"), vec!["eu", "us", "de"]),
        ("X-Empty", "", json!("override"), vec![""]),
        (
            "Authorization",
            "Bearer @headers('authorization')",
            json!("override"),
            vec!["Bearer key-7"],
        ),
        (
            "X-Both",
            "@headers('X-Region') @queryParameters('b') @connectionParameters('HOST')",
            json!("override"),
            vec!["eu, us x y eu.parcels.test"],
        ),
    ] {
        let parameters = json!({ "name": name, "value": value, "existsAction": action });
        let ready = sent("setHeader", &parameters).unwrap();
        let found = values(&ready.request.headers, name);
        assert_eq!(found, expected, "{parameters}");
    }
}

#[test]
fn the_header_keeps_its_place_and_the_trace_shows_both_values() {
    let ready = sent("setheader", &json!({ "name": "X-Region", "value": "de" })).unwrap();
    let names: Vec<_> = ready.request.headers.iter().map(|(n, _)| n).collect();
    assert_eq!(names, ["Authorization", "X-Region", "Content-Type"]);
    let part = json!({ "kind": "header", "name": "X-Region" });
    let expected = [(part, Some("eu, us"), Some("de"))];
    assert_eq!(changes(&ready.trace), expected);
}

#[test]
fn a_trace_goes_to_the_browser_and_comes_out_the_same() {
    let ready = sent(
        "setheader",
        &json!({ "name": "X-Region", "value": "@headers('none')" }),
    );
    let trace = ready.unwrap().trace;
    let written = serde_json::to_value(&trace).unwrap();
    let expected = json!([{
        "policy": { "index": 0, "template": "setheader", "title": "Mine" },
        "outcome": { "kind": "applied" },
        "changes": [{ "part": { "kind": "header", "name": "X-Region" }, "before": "eu, us", "after": "" }],
        "notes": ["“@headers('none')” at character 1 is empty: the request has no header “none”."],
    }]);
    assert_eq!(written, expected);
    let read: Vec<Trace> = serde_json::from_value(written).unwrap();
    assert_eq!(read, trace);
}

#[test]
fn a_header_that_is_there_is_left_when_it_is_to_be_skipped() {
    let parameters = json!({ "name": "x-region", "value": "de", "existsAction": "skip" });
    let ready = sent("setheader", &parameters).unwrap();
    let reason = "The header “x-region” is there already, and existsAction is skip.";
    assert_eq!(skipped(&ready.trace), reason);
    assert_eq!(ready.request, request(&json!({})));
}

#[test]
fn names_and_values_that_break_a_message_are_refused() {
    for (name, value, fault) in [
        ("[[Dummy]]", "x", Fault::HeaderName("[[Dummy]]".to_owned())),
        ("X Y", "x", Fault::HeaderName("X Y".to_owned())),
        (
            "transfer-encoding",
            "chunked",
            Fault::ReservedHeader("transfer-encoding".to_owned()),
        ),
        ("X", "a\r\nY: b", Fault::HeaderValue),
    ] {
        let policy = policy("setheader", &json!({ "name": name, "value": value }));
        assert_eq!(refused(policy).fault, fault);
    }
    let parameters = json!({ "name": "X", "value": "@body().a" });
    let request = request(&json!({ "a": "1\n2" }));
    let failed = send(&[policy("setheader", &parameters)], request).unwrap_err();
    assert_eq!(failed.error.fault, Fault::HeaderValue);
    assert_eq!(failed.error.parameter.as_deref(), Some("value"));
    let said = failed.to_string();
    let begin = "The policy “Mine” (number 1, setheader) cannot run, because of “value”: The value has a line break";
    assert!(said.starts_with(begin), "{said}");
}

#[test]
fn headers_of_responses_and_of_failures_are_set_in_their_sections() {
    let of = |section: &str| {
        let value = "@headers('X-Region')-@body().a";
        let parameters = json!({ "name": "X-Seen", "value": value, "section": section });
        policy("setheader", &parameters)
    };
    let finished = receive(
        &[of("RESPONSE"), of("Failure")],
        response(200, r#"{"a":1}"#),
    );
    let finished = finished.unwrap();
    assert_eq!(values(&finished.response.headers, "x-seen"), ["eu, us-1"]);
    assert_eq!(finished.trace.len(), 1);

    let (plan, connection, request) = (plan(&[of("failure")]), connection(), request(&json!({})));
    let call = call(&request, &connection);
    let ready = Ready {
        request,
        base_url: String::new(),
        trace: Vec::new(),
    };
    let failure = ResponseMessage {
        status: 504,
        body: br#"{"a":"late"}"#.to_vec(),
        ..ResponseMessage::default()
    };
    let finished = plan.fail(&call, &ready, failure).unwrap();
    let expected = [("X-Seen".to_owned(), "eu, us-late".to_owned())];
    assert_eq!(finished.response.headers, expected);
}
