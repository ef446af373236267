//! Whole answers: status, content type, headers and body.

use serde_json::{Value, json};
use tenon_connector::swagger::{Method, OperationKey};
use tenon_connector::validate::{Answer, Content, Kind, Place, Severity, check};

use super::{answer, definition, key};

fn kinds(responses: Value, answer: &Answer) -> Vec<(Kind, Severity)> {
    let violations = check(&definition(responses), &key(), answer);
    violations
        .found
        .iter()
        .map(|v| (v.kind, v.severity))
        .collect()
}

fn with(content_type: &str, body: &[u8]) -> Answer {
    Answer {
        status: 200,
        headers: vec![("content-type".to_owned(), content_type.to_owned())],
        content: Content::of(content_type, body),
    }
}

#[test]
fn the_response_is_that_of_the_status_or_its_hundred_or_the_default() {
    let text = |kind: &str| json!({ "description": "", "schema": { "type": kind } });
    let responses =
        json!({ "200": text("string"), "4xx": text("boolean"), "default": text("integer") });
    for (status, body) in [
        (200, json!("a")),
        (404, json!(true)),
        (500, json!(1)),
        (201, json!(1)),
    ] {
        assert_eq!(
            kinds(responses.clone(), &answer(status, body)),
            [],
            "{status}"
        );
    }
    let only = json!({ "200": text("string") });
    let undeclared = Kind::UndeclaredStatus;
    assert_eq!(
        kinds(only.clone(), &answer(201, json!(1))),
        [(undeclared, Severity::Error)]
    );
    assert_eq!(
        kinds(only, &answer(500, json!(1))),
        [(undeclared, Severity::Note)]
    );
}

#[test]
fn a_body_is_there_as_declared_and_is_what_its_content_type_says() {
    let responses = |schema: Value| json!({ "200": { "description": "", "schema": schema } });
    let object = json!({ "type": "object" });
    let (error, note) = (Severity::Error, Severity::Note);
    for (schema, content_type, body, expected) in [
        (object.clone(), "application/json", &b"{}"[..], vec![]),
        (object.clone(), "", b" [1]", vec![(Kind::Type, error)]),
        (
            object.clone(),
            "application/json",
            b"",
            vec![(Kind::MissingBody, error)],
        ),
        (
            object.clone(),
            "application/json",
            b"{",
            vec![(Kind::NotJson, error)],
        ),
        (
            object.clone(),
            "text/plain",
            b"{}",
            vec![(Kind::ContentType, note), (Kind::NotJson, error)],
        ),
        (
            object.clone(),
            "application/xml",
            b"<a/>",
            vec![(Kind::ContentType, note)],
        ),
        (
            object.clone(),
            "image/png",
            &[0, 255],
            vec![(Kind::ContentType, note), (Kind::NotJson, error)],
        ),
        (
            json!({ "type": "string", "maxLength": 1 }),
            "application/json",
            b"\"ab\"",
            vec![(Kind::Bound, error)],
        ),
        (
            json!({ "type": "string", "maxLength": 1 }),
            "text/csv",
            b"ab",
            vec![(Kind::ContentType, note), (Kind::Bound, error)],
        ),
        (
            json!({ "type": "string", "format": "binary" }),
            "application/json",
            b"{}",
            vec![],
        ),
        (
            json!({ "type": "file" }),
            "application/json",
            &[0, 255],
            vec![],
        ),
    ] {
        let found = kinds(responses(schema.clone()), &with(content_type, body));
        assert_eq!(found, expected, "{schema} {content_type}");
    }
    let bare = json!({ "200": { "description": "" } });
    assert_eq!(
        kinds(bare, &with("application/json", b"1")),
        [(Kind::UndeclaredBody, note)]
    );
}

#[test]
fn an_answer_to_head_has_no_body() {
    let definition = json!({ "paths": { "/a": { "head": { "responses": { "200": { "schema": { "type": "object" } } } } } } });
    let empty = Answer {
        status: 200,
        headers: Vec::new(),
        content: Content::Empty,
    };
    let key = OperationKey::new("/a", Method::Head);
    assert!(check(&definition, &key, &empty).is_empty());
}

#[test]
fn headers_are_read_by_their_types() {
    let responses = json!({ "200": { "description": "", "headers": {
        "X-Rest": { "type": "integer", "minimum": 0 }, "X-Tags": { "type": "array", "collectionFormat": "pipes", "items": { "type": "boolean" } },
        "X-None": { "type": "string" } } } });
    let mut right = answer(200, json!(null));
    right.content = Content::Empty;
    right.headers.extend([
        ("x-rest".to_owned(), "7".to_owned()),
        ("X-Tags".to_owned(), "true|false".to_owned()),
    ]);
    assert_eq!(kinds(responses.clone(), &right), []);
    let mut wrong = right.clone();
    wrong.headers[1].1 = "many".to_owned();
    wrong.headers[2].1 = "true|maybe".to_owned();
    let definition = definition(responses);
    let violations = check(&definition, &key(), &wrong);
    let found: Vec<(&Place, Kind, &str)> = violations
        .found
        .iter()
        .map(|v| (&v.place, v.kind, v.schema.as_str()))
        .collect();
    let headers = "/paths/~1joints/get/responses/200/headers";
    assert_eq!(
        found,
        [
            (
                &Place::Header("X-Rest".to_owned()),
                Kind::Type,
                format!("{headers}/X-Rest").as_str()
            ),
            (
                &Place::Header("X-Tags".to_owned()),
                Kind::Type,
                format!("{headers}/X-Tags/items").as_str()
            ),
        ]
    );
}

#[test]
fn a_body_that_is_packed_still_is_named_by_its_encoding() {
    let responses = json!({ "200": { "description": "", "schema": { "type": "object" } } });
    let packed = [0x78, 0x9c, 0xab, 0x56];
    for content_type in ["application/json", "application/octet-stream", ""] {
        let mut answer = with(content_type, &packed);
        let encoding = ("Content-Encoding".to_owned(), "deflate".to_owned());
        let message = |answer: &Answer| {
            let found = check(&definition(responses.clone()), &key(), answer).found;
            found
                .into_iter()
                .find(|v| v.kind == Kind::NotJson)
                .unwrap()
                .message
                .to_string()
        };
        assert!(!message(&answer).contains("packed"), "{}", message(&answer));
        answer.headers.push(encoding);
        assert!(
            message(&answer).contains("Content-Encoding: deflate"),
            "{}",
            message(&answer)
        );
    }
}
