//! What all templates for JSON bodies have in common: what they skip, what they trace, and how they build on each other.

use serde_json::json;

use super::*;

/// Runs one template on a body, as a request and as a response, and answers with what it becomes.
pub(crate) fn changed(template: &str, parameters: &Value, before: &Value) -> Value {
    let mut parameters = parameters.clone();
    parameters["section"] = json!("request");
    let of_request = policy(template, &parameters);
    let ready = send(&[of_request], request(before)).unwrap();
    parameters["section"] = json!("RESPONSE");
    let of_response = policy(template, &parameters);
    let finished = receive(&[of_response], response(200, &before.to_string())).unwrap();
    assert_eq!(ready.trace, finished.trace);
    let after: Value = serde_json::from_slice(&finished.response.body).unwrap();
    assert_eq!(body(&ready), after, "{parameters}");
    after
}

pub(crate) fn property(parent: &str, sub: &str, value: &str) -> Value {
    json!({
        "newPropertyParentPathTemplate": parent,
        "newPropertySubPathTemplate": sub,
        "propertyValuePathTemplate": value,
    })
}

pub(crate) fn of(parent: &str, sub: &str, target: &str) -> Value {
    json!({ "propertyParentPath": parent, "propertySubPath": sub, "newPropertyPath": target })
}

pub(crate) fn with(mut parameters: Value, more: Value) -> Value {
    let more = more.as_object().unwrap().clone();
    parameters.as_object_mut().unwrap().extend(more);
    parameters
}

#[test]
fn what_has_nothing_to_do_is_skipped_with_the_reason_and_the_bytes_stay() {
    let set = |parent: &str| ("setproperty", property(parent, "k", "@item().n"));
    let key = json!({ "keyWithinCollectionPath": "id" });
    let pieces = json!({ "delimiterList": ";", "childPropertyName": "n" });
    let moving = json!({ "srcParentPath": "@body()", "srcSubPath": "a", "dstParentPath": "@body().a.b", "copyOnlySubProperties": "true" });
    for ((template, parameters), body, reason) in [
        (
            set("@body().a.b"),
            r#"{ "a": {} }"#,
            "There is no @body().a.b.",
        ),
        (
            set("@body().a"),
            r#"{ "a": [] }"#,
            "@body().a is an empty list.",
        ),
        (
            set("@body().a"),
            r#"{ "a": "x" }"#,
            "@body().a is a text, neither an object nor a list.",
        ),
        (
            set("@body().a"),
            r#"{ "a": [1, {}] }"#,
            "@body().a[0] is a number, not an object.",
        ),
        (
            set("@body()"),
            "{ }",
            "There is no value to set @body().k to.",
        ),
        (
            set("@body()"),
            "7.0",
            "@body() is a number, neither an object nor a list.",
        ),
        (set("@body()"), "", "There is no body."),
        (
            set("@body()"),
            "<a/>",
            "The body is not JSON but application/json: expected value at line 1 column 1.",
        ),
        (
            ("setproperty", property("@body()", "a.b", "x")),
            r#"{ "a": 1 }"#,
            "@body().a is a number and cannot hold @body().a.b.",
        ),
        (
            ("convertarraytoobject", with(of("@body()", "a", ""), key)),
            r#"{ "a": {} }"#,
            "@body().a is an object, not a list.",
        ),
        (
            ("convertobjecttoarray", of("@body()", "a", "")),
            r#"{ "a": [] }"#,
            "@body().a is a list, not an object.",
        ),
        (
            ("convertobjecttoarray", of("@body().a", "", "")),
            r#"{ "b": [] }"#,
            "There is no @body().a.",
        ),
        (
            ("stringtoarray", with(of("@body()", "a", ""), pieces)),
            r#"{ "a": 1 }"#,
            "@body().a is a number, not a text.",
        ),
        (
            ("encodepropertyvalue", of("@body()", "a", "")),
            r#"{ "b": "x" }"#,
            "There is no @body().a.",
        ),
        (
            (
                "stringreplace",
                with(
                    of("@body()", "a", ""),
                    json!({ "sourceString": "@headers('none')" }),
                ),
            ),
            r#"{ "a": "x" }"#,
            "“sourceString” came out empty, so there is nothing to replace.",
        ),
        (
            ("moveproperties", moving.clone()),
            r#"{ "b": 1 }"#,
            "There is no @body().a.",
        ),
        (
            ("moveproperties", moving.clone()),
            r#"{ "a": [] }"#,
            "@body().a is a list, not an object.",
        ),
        (
            ("moveproperties", moving),
            r#"{ "a": { "x": 1 } }"#,
            "@body().a.b.x lies within what is moved.",
        ),
    ] {
        let policy = policy(
            template,
            &with(parameters, json!({ "section": "Response" })),
        );
        let finished = receive(&[policy], response(200, body)).unwrap();
        assert_eq!(skipped(&finished.trace), reason);
        assert_eq!(finished.response.body, body.as_bytes());
        assert!(finished.trace[0].changes.is_empty());
    }
}

#[test]
fn json_is_changed_whatever_its_content_type_says() {
    let set = policy(
        "setproperty",
        &with(
            property("@body()", "a", "x"),
            json!({ "section": "Response" }),
        ),
    );
    let message = ResponseMessage {
        headers: vec![("content-type".to_owned(), "text/plain".to_owned())],
        ..response(500, "\u{feff} {} ")
    };
    let finished = receive(&[set], message).unwrap();
    assert_eq!(finished.response.body, br#"{"a":"x"}"#);
    assert_eq!(finished.response.status, 500);
}

#[test]
fn each_place_that_changed_is_traced() {
    let set = policy(
        "setproperty",
        &property("@body().a", "['@k']", "{@item().n}"),
    );
    let before = json!({ "a": [{ "n": 1, "@k": "old" }, { "n": 2 }, { "n": 3, "@k": 3 }, {}] });
    let ready = send(&[set], request(&before)).unwrap();
    let part = |path: &str| json!({ "kind": "body", "path": path });
    let expected = [
        (part("@body().a[0]['@k']"), Some("\"old\""), Some("1")),
        (part("@body().a[1]['@k']"), None, Some("2")),
    ];
    assert_eq!(changes(&ready.trace), expected);
    let notes = &ready.trace[0].notes;
    assert!(
        notes.contains(
            &"1 of 4 items stayed as they were: There is no value to set @body().a[3]['@k'] to."
                .to_owned()
        ),
        "{notes:?}"
    );
}

#[test]
fn numbers_of_a_body_that_is_changed_keep_their_digits() {
    let numbers = [
        "12345678901234567890123",
        "0.12345678901234567890",
        "18446744073709551615",
        "-9223372036854775808",
        "1.50",
        "-0.0",
        "100",
    ];
    for number in numbers {
        let set = policy("setproperty", &property("@body()", "k", "x"));
        let request = PreparedRequest {
            body: Some(format!(r#"{{"a":{number}}}"#).into_bytes()),
            ..request(&json!({}))
        };
        let ready = send(&[set], request).unwrap();
        let sent = String::from_utf8(ready.request.body.unwrap()).unwrap();
        assert_eq!(sent, format!(r#"{{"a":{number},"k":"x"}}"#));
    }
}

#[test]
fn a_long_collection_is_traced_within_bounds() {
    let items: Vec<Value> = (0..1000).map(|n| json!({ "n": n })).collect();
    let set = policy("setproperty", &property("@body()", "k", "@item().n"));
    let ready = send(&[set], request(&Value::Array(items))).unwrap();
    assert_eq!(ready.trace[0].changes.len(), 100);
    assert_eq!(ready.trace[0].notes, ["It made 900 further changes."]);
    assert_eq!(body(&ready)[999]["k"], json!(999));
}

#[test]
fn policies_build_on_each_other() {
    let list = [
        policy(
            "stringtoarray",
            &with(
                of("@body()", "who", "@body().who"),
                json!({ "delimiterList": ";", "childPropertyName": "id" }),
            ),
        ),
        policy(
            "setproperty",
            &property("@body().who", "['@odata.type']", "#assignment"),
        ),
        policy(
            "encodepropertyvalue",
            &of("@body().who", "id", "@item().id"),
        ),
        policy(
            "convertarraytoobject",
            &with(
                of("@body()", "who", "@body().who"),
                json!({ "keyWithinCollectionPath": "id", "retainKey": "false" }),
            ),
        ),
    ];
    let ready = send(&list, request(&json!({ "who": "a b;c", "x": 1 }))).unwrap();
    let one = json!({ "@odata.type": "#assignment" });
    assert_eq!(
        body(&ready),
        json!({ "who": { "a%20b": one, "c": one }, "x": 1 })
    );
    assert!(
        ready
            .trace
            .iter()
            .all(|trace| trace.outcome == Outcome::Applied)
    );
}
