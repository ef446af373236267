//! Requests as command lines of curl, read back by a shell and by the reader of command lines.

use std::process::Command;

use proptest::prelude::*;
use serde_json::{Value, json};
use tenon_connector::infer::{Manner, infer};
use tenon_connector::read::{Format, read};
use tenon_connector::request::{InputFile, Inputs, PreparedRequest, curl};
use tenon_connector::swagger::Location::{FormData, Header, Query};
use tenon_connector::swagger::{Location, Method, Operation, OperationKey};

use super::post;

fn request(
    method: Method,
    url: &str,
    headers: &[(&str, &str)],
    body: Option<&[u8]>,
) -> PreparedRequest {
    let header = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    PreparedRequest {
        method,
        url: url.to_owned(),
        headers: headers.iter().map(header).collect(),
        body: body.map(<[u8]>::to_vec),
    }
}

#[test]
fn a_request_is_written_option_by_option() {
    let json = [
        ("Accept", "application/json"),
        ("Content-Type", "application/json"),
    ];
    for (request, expected) in [
        (
            request(
                Method::Get,
                "https://a.example/b?c=d",
                &[("Accept", "*/*"), ("X-None", "")],
                None,
            ),
            "curl 'https://a.example/b?c=d' \\\n  --header 'Accept: */*' \\\n  --header 'X-None;'",
        ),
        (
            request(
                Method::Post,
                "https://a.example/",
                &json,
                Some(b"{\"a\":\"it's\"}"),
            ),
            "curl 'https://a.example/' \\\n  --header 'Accept: application/json' \\\n  --header 'Content-Type: application/json' \\\n  --data-binary '{\"a\":\"it'\\''s\"}'",
        ),
        (
            request(Method::Delete, "https://[::1]/a/../b", &[], None),
            "curl --request DELETE \\\n  'https://[::1]/a/../b' \\\n  --globoff \\\n  --path-as-is",
        ),
        (
            request(Method::Head, "https://a.example/", &[], None),
            "curl --head \\\n  'https://a.example/'",
        ),
        (
            request(Method::Get, "https://a.example/", &[], Some(b"@home")),
            "curl --request GET \\\n  'https://a.example/' \\\n  --header 'Content-Type:' \\\n  --data-raw '@home'",
        ),
        (
            request(
                Method::Put,
                "https://a.example/",
                &[("Content-Type", "image/png")],
                Some(&[0, 255]),
            ),
            "# The body is 2 bytes that are no text: save them as body.bin.\ncurl --request PUT \\\n  'https://a.example/' \\\n  --header 'Content-Type: image/png' \\\n  --data-binary '@body.bin'",
        ),
    ] {
        assert_eq!(curl(&request), expected);
    }
}

fn form() -> Value {
    json!({ "consumes": ["multipart/form-data"], "parameters": [
        { "name": "note", "in": "formData", "type": "string" },
        { "name": "plan", "in": "formData", "type": "file" }] })
}

#[test]
fn a_form_in_parts_is_written_part_by_part() {
    let file = InputFile {
        name: "the plan.pdf".to_owned(),
        content_type: "application/pdf".to_owned(),
        content: vec![0, 1, 2],
    };
    let inputs = Inputs::default()
        .with(FormData, "note", "@oak; it's=1")
        .with_file(FormData, "plan", file.clone());
    assert_eq!(
        curl(&post(form(), &inputs).unwrap()),
        "# The command reads the file the plan.pdf (3 bytes).\ncurl 'https://api.example.com/joints' \\\n  \
         --header 'Accept: application/json, */*;q=0.5' \\\n  --form-string 'note=@oak; it'\\''s=1' \\\n  \
         --form 'plan=@\"the plan.pdf\";type=application/pdf'"
    );
    // A file in another folder, and text that no option can say: the body goes as it is.
    let elsewhere = InputFile {
        name: "../secret".to_owned(),
        ..file
    };
    let request = post(form(), &inputs.with_file(FormData, "plan", elsewhere)).unwrap();
    let text = curl(&request);
    assert!(text.contains("--data-binary '@body.bin'"), "{text}");
    assert!(text.contains("boundary=tenon-form-0"), "{text}");
}

/// The words after `curl` as bash understands them; none where there is no bash.
fn words_of_bash(text: &str) -> Option<Vec<String>> {
    let script = format!("curl() {{ printf '%s\\0' \"$@\"; }}\n{text}\n");
    let output = Command::new("bash")
        .args(["--norc", "-c", &script])
        .env("LC_ALL", "C.UTF-8")
        .output()
        .ok()?;
    assert!(output.status.success(), "{text}");
    let text = String::from_utf8(output.stdout).unwrap();
    Some(text.split_terminator('\0').map(str::to_owned).collect())
}

/// The schemas and samples of what the reader of command lines made of one.
fn read_back(text: &str, path: &str, method: Method) -> Value {
    let imported = read("command.sh", text.as_bytes()).unwrap();
    assert_eq!(imported.format, Format::Curl);
    let definition = imported.connector.definition();
    assert_eq!(definition["host"], "api.example.com", "{text}");
    let operation = Operation::find(definition, &OperationKey::new(path, method));
    operation
        .unwrap_or_else(|| panic!("{text}\n{definition}"))
        .json()
        .clone()
}

fn names(operation: &Value, location: Location) -> Vec<&str> {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let here = parameters.filter(|parameter| parameter["in"] == json!(location));
    here.filter_map(|parameter| parameter["name"].as_str())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn bash_reads_what_was_written(
        value in "[^\\x00]{0,24}", header in "[ -~é]{0,12}", body in prop::collection::vec(any::<u8>(), 0..24)
    ) {
        let body = String::from_utf8(body).unwrap_or(value);
        prop_assume!(!body.contains('\0'));
        let headers = [("X-Wood", header.as_str()), ("Content-Type", "text/plain")];
        let request = request(Method::Patch, "https://a.example/b?c='d'", &headers, Some(body.as_bytes()));
        let Some(words) = words_of_bash(&curl(&request)) else { return Ok(()) };
        let wood = match header.trim() {
            "" => "X-Wood;".to_owned(),
            header => format!("X-Wood: {header}"),
        };
        let data = if body.starts_with('@') { "--data-raw" } else { "--data-binary" };
        let expected = ["--request", "PATCH", "https://a.example/b?c='d'", "--header", &wood, "--header", "Content-Type: text/plain", data, &body];
        prop_assert_eq!(words, expected);
    }

    #[test]
    fn the_reader_of_command_lines_makes_the_same_request_of_it(
        // A caret before a quotation mark is how the other shell is told from this one.
        wood in "[a-z'\"\\\\$`!#& é\\n]{1,12}", size in any::<i32>(), query in "[a-z'\"$& é]{1,8}"
    ) {
        let operation = json!({ "parameters": [
            { "name": "q", "in": "query", "type": "string" },
            { "name": "X-Size", "in": "header", "type": "integer" },
            { "name": "joint", "in": "body", "schema": {} }] });
        let body = json!({ "wood": wood, "sizes": [size], "none": null });
        let inputs = Inputs::default()
            .with(Query, "q", query.as_str())
            .with(Header, "X-Size", size)
            .with(Location::Body, "joint", body.clone());
        let request = post(operation, &inputs).unwrap();
        let found = read_back(&curl(&request), "/joints", Method::Post);
        prop_assert_eq!(names(&found, Query), ["q"]);
        prop_assert_eq!(names(&found, Header), ["X-Size"]);
        let sent = found["parameters"].as_array().unwrap().iter().find(|p| p["in"] == "body").unwrap();
        prop_assert_eq!(&sent["schema"], &infer(&body, Manner::Original).unwrap());
    }

    #[test]
    fn the_reader_of_command_lines_finds_each_part_of_a_form(note in "[a-z'\"@;= é\\n]{0,12}", name in "[a-z '.;=]{1,8}") {
        let file = InputFile { name, content_type: "image/png".to_owned(), content: vec![0] };
        let inputs = Inputs::default().with(FormData, "note", note.as_str()).with_file(FormData, "plan", file);
        let found = read_back(&curl(&post(form(), &inputs).unwrap()), "/joints", Method::Post);
        let parameters = found["parameters"].as_array().unwrap();
        let kinds: Vec<(&str, bool)> = parameters.iter().map(|p| (p["name"].as_str().unwrap(), p["type"] == "file")).collect();
        prop_assert_eq!(kinds, [("note", false), ("plan", true)]);
    }
}
