//! Forms in parts, with files.

use proptest::prelude::*;
use serde_json::{Value, json};
use tenon_connector::request::{InputFile, Inputs, PreparedRequest, RequestError};
use tenon_connector::swagger::Location::{FormData, Header, Query};

use super::post;

/// A part as a service reads it.
#[derive(Debug, PartialEq)]
struct Part {
    name: String,
    file: Option<String>,
    content_type: Option<String>,
    content: Vec<u8>,
}

/// A small reader of RFC 7578: whatever stands between two lines of the boundary is a part.
fn parts(request: &PreparedRequest) -> Vec<Part> {
    let content_type = request.header("content-type").unwrap();
    let boundary = content_type
        .strip_prefix("multipart/form-data; boundary=")
        .unwrap();
    let line = format!("\r\n--{boundary}");
    let body = [b"\r\n", request.body.as_deref().unwrap()].concat();
    let starts: Vec<usize> = (0..body.len())
        .filter(|at| body[*at..].starts_with(line.as_bytes()))
        .collect();
    let end = *starts.last().unwrap();
    assert_eq!(&body[end + line.len()..], b"--\r\n");
    let between = starts.windows(2);
    between
        .map(|pair| part(&body[pair[0] + line.len() + 2..pair[1]]))
        .collect()
}

fn part(bytes: &[u8]) -> Part {
    let end = (0..bytes.len())
        .find(|at| bytes[*at..].starts_with(b"\r\n\r\n"))
        .unwrap();
    let mut part = Part {
        name: String::new(),
        file: None,
        content_type: None,
        content: bytes[end + 4..].to_vec(),
    };
    for header in std::str::from_utf8(&bytes[..end]).unwrap().split("\r\n") {
        let (name, value) = header.split_once(": ").unwrap();
        if name == "Content-Type" {
            part.content_type = Some(value.to_owned());
            continue;
        }
        assert_eq!(name, "Content-Disposition");
        let named = |key: &str| {
            let text = value.split_once(&format!("; {key}=\""))?.1;
            let text = &text[..text.find('"').unwrap()];
            let text = text.replace("%22", "\"").replace("%0D", "\r");
            Some(text.replace("%0A", "\n"))
        };
        part.name = named("name").unwrap();
        part.file = named("filename");
    }
    part
}

fn file(name: &str, content_type: &str, content: &[u8]) -> InputFile {
    InputFile {
        name: name.to_owned(),
        content_type: content_type.to_owned(),
        content: content.to_vec(),
    }
}

fn form() -> Value {
    json!({ "consumes": ["multipart/form-data"], "parameters": [
        { "name": "note", "in": "formData", "type": "string" },
        { "name": "plan", "in": "formData", "type": "file" },
        { "name": "photos", "in": "formData", "type": "array", "items": { "type": "file" } }
    ] })
}

#[test]
fn files_are_parts_with_the_name_and_the_type_that_the_maker_gave() {
    let inputs = Inputs::default()
        .with(FormData, "note", "two photos")
        .with_file(
            FormData,
            "plan",
            file("plan.pdf", "application/pdf", b"%PDF"),
        )
        .with_file(
            FormData,
            "photos",
            file("é \"1\".png", "image/png", &[0, 255]),
        )
        .with_file(FormData, "photos", file("", "", b""));
    let text = |text: &str| Some(text.to_owned());
    let part = |name: &str, file, content_type, content: &[u8]| Part {
        name: name.to_owned(),
        file,
        content_type,
        content: content.to_vec(),
    };
    assert_eq!(
        parts(&post(form(), &inputs).unwrap()),
        [
            part("note", None, None, b"two photos"),
            part("plan", text("plan.pdf"), text("application/pdf"), b"%PDF"),
            part("photos", text("é \"1\".png"), text("image/png"), &[0, 255]),
            part(
                "photos",
                text("photos"),
                text("application/octet-stream"),
                b""
            ),
        ]
    );
}

#[test]
fn inputs_with_files_travel_as_json_and_those_of_before_are_still_read() {
    let inputs =
        Inputs::default().with_file(FormData, "plan", file("a.bin", "application/x", &[1, 2]));
    let text = serde_json::to_value(&inputs).unwrap();
    assert_eq!(
        text,
        json!({ "values": {}, "files": { "formData": { "plan": [
            { "name": "a.bin", "contentType": "application/x", "base64": "AQI=" }] } } })
    );
    assert_eq!(serde_json::from_value::<Inputs>(text).unwrap(), inputs);
    let before = json!({ "values": { "query": { "q": 1 } } });
    let read: Inputs = serde_json::from_value(before.clone()).unwrap();
    assert_eq!(read, Inputs::default().with(Query, "q", 1));
    assert_eq!(serde_json::to_value(&read).unwrap(), before);
}

#[test]
fn a_file_is_not_listed_byte_by_byte_in_logs() {
    let shown = format!("{:?}", file("a.bin", "", &[7; 900]));
    assert!(shown.contains("900") && shown.len() < 100, "{shown}");
}

#[test]
fn a_file_in_the_wrong_place_is_named() {
    let operation = json!({ "parameters": [
        { "name": "q", "in": "query", "type": "string" },
        { "name": "X-Sum", "in": "header", "type": "string", "format": "byte" },
        { "name": "plan", "in": "formData", "type": "file" }] });
    let inputs = Inputs::default().with_file(Query, "q", file("a", "", b"a"));
    let error = post(operation.clone(), &inputs).unwrap_err();
    assert_eq!(
        error.to_string(),
        "“q” in the query cannot be a file: only a form or a body can. Enter a value."
    );
    let inputs = Inputs::default().with_file(Header, "X-Sum", file("a", "", &[1, 2]));
    let request = post(operation.clone(), &inputs).unwrap();
    assert_eq!(request.header("X-Sum"), Some("AQI="));
    let inputs = Inputs::default().with_file(FormData, "plan", file("a", "pdf\r\nX: y", b""));
    let error = post(operation.clone(), &inputs).unwrap_err();
    assert!(matches!(error, RequestError::FileType { at, .. } if at.name == "plan"));
    let inputs = Inputs::default().with(FormData, "plan", 7);
    let error = post(operation, &inputs).unwrap_err();
    assert_eq!(
        error.to_string(),
        "“plan” in the form is a file. Choose one, or enter its content in Base64."
    );
}

#[test]
fn a_file_of_nothing_but_boundaries_is_no_trouble() {
    let content = "tenon-form-0 tenon-form-12 \r\n--tenon-form-2\r\n".repeat(20_000);
    let inputs = Inputs::default().with_file(FormData, "plan", file("a", "", content.as_bytes()));
    let request = post(form(), &inputs).unwrap();
    assert!(
        request
            .header("content-type")
            .unwrap()
            .ends_with("=tenon-form-3")
    );
    assert_eq!(parts(&request)[0].content, content.as_bytes());
}

proptest! {
    #[test]
    fn parts_come_out_as_they_went_in(
        note in "([\\r\\n-]|tenon-form-|[0-3]|\\PC){0,20}",
        name in "\\PC{1,8}",
        content in prop::collection::vec(any::<u8>(), 0..40),
        boundaries in prop::collection::vec("(\r\n)?(--)?tenon-form-[0-3]{0,2}", 0..6)
    ) {
        // What a form cannot tell from an escape of its own.
        prop_assume!(!name.contains('%'));
        let content = [content, boundaries.concat().into_bytes()].concat();
        let inputs = Inputs::default()
            .with(FormData, "note", note.as_str())
            .with_file(FormData, "plan", file(&name, "text/plain", &content));
        let request = post(form(), &inputs).unwrap();
        prop_assert_eq!(&request, &post(form(), &inputs).unwrap());
        let found = parts(&request);
        prop_assert_eq!(found.len(), 2);
        prop_assert_eq!(&found[0].content, note.as_bytes());
        prop_assert_eq!(found[1].file.as_deref(), Some(name.as_str()));
        prop_assert_eq!(&found[1].content, &content);
    }
}
