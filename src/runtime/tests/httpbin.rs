//! Calls as somebody else's server sees them: httpbin tells what arrived, and answers in every way that services do.
//!
//! `TEST_HTTPBIN` names its address; `cargo xtask test` starts one. Without it these tests say that they were left out.
#![allow(clippy::print_stderr, reason = "what is left out is said")]

mod answers;

use percent_encoding::percent_decode_str;
use proptest::prelude::{Just, Strategy, TestCaseError, any, prop, prop_assert_eq, prop_oneof};
use proptest::test_runner::{Config, TestRunner};
use tenon_connector::request::InputFile;

use super::*;

/// The port of httpbin; none where there is none.
fn httpbin() -> Option<u16> {
    let Ok(url) = std::env::var("TEST_HTTPBIN") else {
        eprintln!("httpbin was LEFT OUT: TEST_HTTPBIN names none");
        return None;
    };
    url.parse::<url::Url>().unwrap().port()
}

/// A connector of one path, with these parameters in each of its operations.
fn of(port: u16, path: &str, consumes: &str, parameters: Value) -> Connector {
    let operation = json!({ "consumes": [consumes], "parameters": parameters });
    let verbs = ["get", "post", "put", "patch", "delete"];
    let item: serde_json::Map<_, _> = verbs
        .map(|verb| (verb.to_owned(), operation.clone()))
        .into_iter()
        .collect();
    secured(port, json!({ path: item }), json!({}), json!({}))
}

fn secured(port: u16, paths: Value, scheme: Value, parameters: Value) -> Connector {
    let definition = json!({
        "swagger": "2.0", "host": format!("127.0.0.1:{port}"), "schemes": ["http"],
        "paths": paths, "securityDefinitions": scheme
    });
    let properties = json!({ "properties": { "connectionParameters": parameters } });
    Connector::new(Document::new(definition), Document::new(properties))
}

/// What httpbin tells as JSON.
async fn asked(
    egress: &Egress,
    connector: &Connector,
    (path, verb): (&str, Method),
    inputs: &Inputs,
) -> Value {
    let key = OperationKey::new(path, verb);
    let none = Credentials::default();
    let called = call(egress, connector, &key, inputs, &none).await;
    let answer = answer_of(&called.unwrap());
    let Content::Text { text, .. } = &answer.content else {
        panic!("{answer:?}");
    };
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn answer_of(transcript: &Transcript) -> Answer {
    match &exchange(transcript).outcome {
        Outcome::Answered(answer) => answer.clone(),
        other => panic!("{other:?}"),
    }
}

/// Texts with what is reserved in URLs, forms and headers, and letters of all the world.
fn text() -> impl Strategy<Value = String> {
    let reserved = "[ -~]{1,24}";
    let of_the_world = "[a-z%&+=#?/ äßµ漢字🙂é\u{202e}]{1,16}";
    prop_oneof![reserved, of_the_world, "\\PC{1,12}"]
}

/// Texts that a segment of a path can hold: a server takes two slashes for one, and dots for a way.
fn segment() -> impl Strategy<Value = String> {
    let can_be = |text: &String| {
        let ways = text.split('/').any(|part| matches!(part, "" | "." | ".."));
        // In the address that it tells, httpbin has undone what looks like an escape once more than it should.
        let escapes = text.split('%').skip(1).any(|rest| {
            let mut digits = rest.bytes().take(2);
            digits.len() == 2 && digits.all(|digit| digit.is_ascii_hexdigit())
        });
        // A backslash is a slash to those who read URLs as browsers do.
        !ways && !escapes && !text.contains('\\')
    };
    text().prop_filter("a way or an empty segment", can_be)
}

/// Items of a list in which the character between them does not occur.
fn items() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[a-z%&+=#?/äß漢🙂]{1,6}", 1..4)
}

/// Holds what httpbin saw against what was given, many times over.
fn always<S: Strategy>(given: S, holds: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config {
        cases: 48,
        failure_persistence: None,
        ..Config::default()
    };
    let done = TestRunner::new(config).run(&given, holds);
    done.unwrap_or_else(|error| panic!("{error}"));
}

fn runtime() -> tokio::runtime::Runtime {
    let builder = &mut tokio::runtime::Builder::new_current_thread();
    builder.enable_all().build().unwrap()
}

#[test]
fn path_query_and_header_arrive_as_they_were_filled_in() {
    let Some(port) = httpbin() else { return };
    let list = |name: &str| {
        json!({ "name": name, "in": "query", "type": "array", "items": { "type": "string" },
            "collectionFormat": name })
    };
    let parameters = json!([
        { "name": "part", "in": "path", "type": "string", "required": true },
        { "name": "q", "in": "query", "type": "string" },
        { "name": "X-Note", "in": "header", "type": "string" },
        list("csv"), list("ssv"), list("tsv"), list("pipes"), list("multi")
    ]);
    let connector = of(port, "/anything/{part}", "application/json", parameters);
    let (egress, runtime) = (to_loopback(), runtime());
    let header = "[!-~]([ -~]{0,20}[!-~])?";
    always(
        (segment(), text(), header, items()),
        |(part, q, note, items)| {
            let mut inputs = Inputs::default()
                .with(Location::Path, "part", part.clone())
                .with(Location::Query, "q", q.clone())
                .with(Location::Header, "X-Note", note.clone());
            for format in ["csv", "ssv", "tsv", "pipes", "multi"] {
                inputs = inputs.with(Location::Query, format, items.clone());
            }
            let seen = runtime.block_on(asked(
                &egress,
                &connector,
                ("/anything/{part}", Method::Get),
                &inputs,
            ));
            let url = seen["url"].as_str().unwrap();
            let path = url.split_once("/anything/").unwrap().1;
            let path = path.split('?').next().unwrap_or_default();
            let path = percent_decode_str(path).decode_utf8().unwrap();
            prop_assert_eq!(path, part, "{}", url);
            prop_assert_eq!(&seen["args"]["q"], &json!(q));
            prop_assert_eq!(&seen["headers"]["X-Note"], &json!(note));
            for (format, between) in [("csv", ","), ("ssv", " "), ("tsv", "\t"), ("pipes", "|")] {
                prop_assert_eq!(&seen["args"][format], &json!(items.join(between)));
            }
            // httpbin makes no list of one.
            let multi = match &items[..] {
                [one] => json!(one),
                _ => json!(items),
            };
            prop_assert_eq!(&seen["args"]["multi"], &multi);
            Ok(())
        },
    );
}

#[test]
fn forms_and_files_arrive_as_they_were_filled_in() {
    let Some(port) = httpbin() else { return };
    let field = |name: &str| json!({ "name": name, "in": "formData", "type": "string" });
    let fields = json!([field("first"), field("second field")]);
    let form = of(
        port,
        "/anything",
        "application/x-www-form-urlencoded",
        fields,
    );
    let parts = json!([field("first"), { "name": "file", "in": "formData", "type": "file" }]);
    let multipart = of(port, "/anything", "multipart/form-data", parts);
    let (egress, runtime) = (to_loopback(), runtime());
    let bytes = prop::collection::vec(any::<u8>(), 1..600);
    // httpbin takes a backslash in the name of a file for an escape, as browsers do not.
    let name = text().prop_map(|name| name.replace('\\', "_"));
    always(
        (text(), text(), name, bytes),
        |(first, second, name, content)| {
            let inputs = Inputs::default()
                .with(Location::FormData, "first", first.clone())
                .with(Location::FormData, "second field", second.clone());
            let seen =
                runtime.block_on(asked(&egress, &form, ("/anything", Method::Post), &inputs));
            prop_assert_eq!(
                &seen["form"],
                &json!({ "first": first, "second field": second })
            );

            let file = InputFile {
                name,
                content_type: "application/octet-stream".to_owned(),
                content: content.clone(),
            };
            let inputs = Inputs::default()
                .with(Location::FormData, "first", first.clone())
                .with_file(Location::FormData, "file", file);
            let seen = runtime.block_on(asked(
                &egress,
                &multipart,
                ("/anything", Method::Post),
                &inputs,
            ));
            prop_assert_eq!(&seen["form"], &json!({ "first": first }));
            prop_assert_eq!(bytes_of(&seen["files"]["file"]), content);
            Ok(())
        },
    );
}

/// The bytes that httpbin tells as text, or as a `data:` URL where they are none.
fn bytes_of(told: &Value) -> Vec<u8> {
    let text = told.as_str().unwrap();
    match text.split_once(";base64,") {
        Some((kind, coded)) if kind.starts_with("data:") => BASE64.decode(coded).unwrap(),
        _ => text.as_bytes().to_vec(),
    }
}

/// JSON whose numbers every reader writes alike.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(true)),
        any::<i64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from)
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let list = prop::collection::vec(inner.clone(), 1..4).prop_map(Value::from);
        let members = prop::collection::vec(("\\PC{1,8}", inner), 1..4);
        let object = members.prop_map(|members| Value::Object(members.into_iter().collect()));
        prop_oneof![list, object]
    })
}

#[test]
fn bodies_arrive_as_they_were_filled_in_with_every_method() {
    let Some(port) = httpbin() else { return };
    let body = json!([{ "name": "body", "in": "body", "schema": {} }]);
    let connector = of(port, "/anything", "application/json", body);
    let body = json!([{ "name": "body", "in": "body", "schema": { "type": "string" } }]);
    let texts = of(port, "/anything", "text/plain", body);
    let (egress, runtime) = (to_loopback(), runtime());
    let methods = [Method::Post, Method::Put, Method::Patch, Method::Delete];
    always((any_json(), text(), 0..4_usize), |(body, text, method)| {
        let method = methods[method];
        let inputs = Inputs::default().with(Location::Body, "body", body.clone());
        let seen = runtime.block_on(asked(&egress, &connector, ("/anything", method), &inputs));
        prop_assert_eq!(&seen["json"], &body, "{}", seen);
        prop_assert_eq!(&seen["method"], &json!(method.verb()));
        let inputs = Inputs::default().with(Location::Body, "body", text.clone());
        let seen = runtime.block_on(asked(&egress, &texts, ("/anything", method), &inputs));
        prop_assert_eq!(&seen["data"], &json!(text));
        Ok(())
    });
}
