//! Bodies: which content type is sent, and how.

use serde_json::{Value, json};
use tenon_connector::request::{InputFile, Inputs, RequestError};
use tenon_connector::swagger::Location::Body;

use super::{body_text, pairs, post};

fn operation(consumes: &[&str], schema: Value) -> Value {
    json!({ "consumes": consumes, "parameters": [{ "name": "joint", "in": "body", "schema": schema }] })
}

#[test]
fn the_content_type_is_one_that_can_hold_the_value() {
    let object = json!({ "wood": "red oak" });
    for (consumes, value, content_type, sent) in [
        (
            &[][..],
            object.clone(),
            "application/json",
            r#"{"wood":"red oak"}"#,
        ),
        (
            &["text/plain", "application/vnd.a+json"],
            object.clone(),
            "application/vnd.a+json",
            r#"{"wood":"red oak"}"#,
        ),
        (
            &["text/plain", "application/x-www-form-urlencoded"],
            object.clone(),
            "application/x-www-form-urlencoded",
            "wood=red%20oak",
        ),
        (
            &["application/x-www-form-urlencoded", "text/plain"],
            json!("red oak"),
            "text/plain",
            "red oak",
        ),
        (
            &["multipart/form-data", "text/csv"],
            json!("a,b"),
            "text/csv",
            "a,b",
        ),
        (
            &["*/*"],
            json!("red oak"),
            "text/plain; charset=utf-8",
            "red oak",
        ),
        (
            &["*/*"],
            object.clone(),
            "application/json",
            r#"{"wood":"red oak"}"#,
        ),
        (&["text/plain"], json!(7), "text/plain", "7"),
    ] {
        let inputs = Inputs::default().with(Body, "joint", value);
        let request = post(operation(consumes, json!({})), &inputs).unwrap();
        assert_eq!(
            request.header("content-type"),
            Some(content_type),
            "{consumes:?}"
        );
        assert_eq!(body_text(&request), sent, "{consumes:?}");
    }
}

#[test]
fn the_maker_may_choose_another_content_type() {
    let both = ["application/json", "application/x-www-form-urlencoded"];
    let inputs = Inputs::default().with(
        Body,
        "joint",
        json!({ "wood": "red oak", "none": null, "size": 2 }),
    );
    let chosen = inputs.clone().with_content_type(both[1]);
    let request = post(operation(&both, json!({})), &chosen).unwrap();
    let expected = [("wood", "red oak"), ("size", "2")];
    let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(pairs(body_text(&request)), expected);
    for none in ["json", "a/b\r\nX: y", "/"] {
        let error = post(
            operation(&both, json!({})),
            &inputs.clone().with_content_type(none),
        );
        assert_eq!(error, Err(RequestError::ContentType(none.to_owned())));
    }
}

#[test]
fn a_body_that_is_a_file_is_sent_byte_by_byte() {
    let file = |content_type: &str| InputFile {
        name: "joint.png".to_owned(),
        content_type: content_type.to_owned(),
        content: vec![0, 159, 255],
    };
    let binary = json!({ "type": "string", "format": "binary" });
    for (consumes, own, sent) in [
        (&[][..], "image/png", "image/png"),
        (&["image/*"], "image/png", "image/png"),
        (
            &["application/octet-stream"],
            "image/png",
            "application/octet-stream",
        ),
        (&["application/json"], "image/png", "image/png"),
        (&["application/pdf"], "", "application/pdf"),
        (&[], "", "application/octet-stream"),
    ] {
        let inputs = Inputs::default().with_file(Body, "joint", file(own));
        let request = post(operation(consumes, binary.clone()), &inputs).unwrap();
        assert_eq!(request.header("content-type"), Some(sent), "{consumes:?}");
        assert_eq!(request.body.as_deref(), Some(&[0, 159, 255][..]));
    }
    let inputs = Inputs::default().with_file(Body, "joint", file("image/png"));
    let byte = json!({ "type": "string", "format": "byte" });
    let request = post(operation(&["application/json"], byte), &inputs).unwrap();
    assert_eq!(body_text(&request), r#""AJ//""#);
    let two = inputs.with_file(Body, "joint", file(""));
    let error = post(operation(&[], binary), &two).unwrap_err();
    assert_eq!(
        error.to_string(),
        "“joint” in the body is one file. Choose one only."
    );
}
