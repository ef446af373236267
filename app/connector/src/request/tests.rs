//! Requests, as makers and services see them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where it fails"
)]

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Inputs, PreparedRequest, RequestError, prepare, secret_inputs};
use crate::swagger::{Location, Method, OperationKey};

use Location::{Body, FormData, Header, Path, Query};

/// A definition with one operation at `path`.
fn definition(path: &str, operation: Value) -> Value {
    json!({
        "swagger": "2.0", "host": "api.example.com", "basePath": "/v1/", "schemes": ["http", "https"],
        "paths": { path: { "post": operation } }
    })
}

fn made(path: &str, operation: Value, inputs: &Inputs) -> Result<PreparedRequest, RequestError> {
    let key = OperationKey::new(path, Method::Post);
    prepare(&definition(path, operation), &key, inputs)
}

fn with_parameter(parameter: Value, inputs: &Inputs) -> Result<PreparedRequest, RequestError> {
    made("/joints", json!({ "parameters": [parameter] }), inputs)
}

fn url_of(path: &str, parameters: Value, inputs: &Inputs) -> String {
    made(path, json!({ "parameters": parameters }), inputs)
        .unwrap()
        .url
}

fn body_text(request: &PreparedRequest) -> &str {
    std::str::from_utf8(request.body.as_deref().unwrap()).unwrap()
}

#[test]
fn https_is_preferred_and_base_path_and_path_are_joined_by_one_slash() {
    let request = made("/joints", json!({}), &Inputs::default()).unwrap();
    assert_eq!(request.url, "https://api.example.com/v1/joints");
    assert_eq!(request.method, Method::Post);
    assert_eq!(
        request.header("accept"),
        Some("application/json, */*;q=0.5")
    );
    assert_eq!(request.body, None);
}

#[test]
fn a_definition_without_base_path_or_schemes_is_called_by_https() {
    let mut bare = definition("/joints", json!({}));
    bare.as_object_mut()
        .unwrap()
        .retain(|key, _| !matches!(key.as_str(), "basePath" | "schemes"));
    let key = OperationKey::new("/joints", Method::Post);
    let request = prepare(&bare, &key, &Inputs::default()).unwrap();
    assert_eq!(request.url, "https://api.example.com/joints");
}

#[test]
fn hosts_that_are_none_are_named() {
    for host in [
        "api.example.com/v1",
        "user@api.example.com",
        "api example.com",
        "api.example.com:",
        "api.example.com:70000",
        "api.example.com#",
        "https://api.example.com",
        "[::1",
        "bücher.example",
    ] {
        let mut odd = definition("/joints", json!({}));
        odd["host"] = json!(host);
        let key = OperationKey::new("/joints", Method::Post);
        let error = prepare(&odd, &key, &Inputs::default()).unwrap_err();
        assert_eq!(error, RequestError::Host(host.to_owned()));
        odd["host"] = json!("");
        assert_eq!(
            prepare(&odd, &key, &Inputs::default()),
            Err(RequestError::NoHost)
        );
    }
}

#[test]
fn a_value_in_the_path_stays_in_its_segment() {
    let parameters = json!([{ "name": "id", "in": "path", "type": "string" }]);
    let cases = [
        ("a/b", "a%2Fb"),
        ("a b", "a%20b"),
        ("50%", "50%25"),
        ("x?y#z", "x%3Fy%23z"),
        ("naïve", "na%C3%AFve"),
        ("%2e%2e", "%252e%252e"),
        ("...", "..."),
    ];
    for (value, encoded) in cases {
        let inputs = Inputs::default().with(Path, "id", value);
        let url = url_of("/joints/{id}/cuts", parameters.clone(), &inputs);
        assert_eq!(
            url,
            format!("https://api.example.com/v1/joints/{encoded}/cuts")
        );
    }
}

#[test]
fn dots_alone_are_refused_in_the_path_because_they_lead_elsewhere() {
    for (path, value) in [
        ("/a/{id}/b", ".."),
        ("/a/{id}", "."),
        ("/a/.{id}", "."),
        ("/a/%2e{id}", "."),
    ] {
        let parameters = json!([{ "name": "id", "in": "path", "type": "string" }]);
        let inputs = Inputs::default().with(Path, "id", value);
        let error = made(path, json!({ "parameters": parameters }), &inputs).unwrap_err();
        assert!(
            matches!(&error, RequestError::Dots(at) if at.name == "id"),
            "{path}: {error}"
        );
    }
}

#[test]
fn double_encoding_encodes_what_single_encoding_made() {
    let parameters =
        json!([{ "name": "file", "in": "path", "type": "string", "x-ms-url-encoding": "double" }]);
    let inputs = Inputs::default().with(Path, "file", "/my file");
    let url = url_of("/files/{file}", parameters, &inputs);
    assert_eq!(url, "https://api.example.com/v1/files/%252Fmy%2520file");
}

#[test]
fn a_placeholder_inside_quotes_keeps_them() {
    let parameters = json!([{ "name": "id", "in": "path", "type": "integer" }]);
    let inputs = Inputs::default().with(Path, "id", 7);
    let url = url_of("/Items('{id}')/$value", parameters, &inputs);
    assert_eq!(url, "https://api.example.com/v1/Items('7')/$value");
}

#[test]
fn a_query_written_in_the_path_comes_first() {
    let parameters = json!([{ "name": "q", "in": "query", "type": "string" }]);
    let inputs = Inputs::default().with(Query, "q", "a&b=c+d");
    let url = url_of("/joints?api-version=2024-01-01", parameters, &inputs);
    assert_eq!(
        url,
        "https://api.example.com/v1/joints?api-version=2024-01-01&q=a%26b%3Dc%2Bd"
    );
}

#[test]
fn lists_are_written_as_the_parameter_says() {
    let cases = [
        (json!(null), "tags=a,b%2Cc"),
        (json!("csv"), "tags=a,b%2Cc"),
        (json!("ssv"), "tags=a%20b%2Cc"),
        (json!("tsv"), "tags=a%09b%2Cc"),
        (json!("pipes"), "tags=a%7Cb%2Cc"),
        (json!("multi"), "tags=a&tags=b%2Cc"),
    ];
    for (format, query) in cases {
        let parameters = json!([{ "name": "tags", "in": "query", "type": "array",
            "items": { "type": "string" }, "collectionFormat": format }]);
        let inputs = Inputs::default().with(Query, "tags", json!(["a", "b,c"]));
        let url = url_of("/joints", parameters, &inputs);
        assert_eq!(url, format!("https://api.example.com/v1/joints?{query}"));
    }
}

#[test]
fn a_value_of_another_type_is_refused_with_the_parameter_named() {
    let cases = [
        (
            "integer",
            json!("seven"),
            "“size” in the query must be a whole number, not “seven”. Enter another value.",
        ),
        (
            "integer",
            json!(1.5),
            "“size” in the query must be a whole number, not 1.5. Enter another value.",
        ),
        (
            "number",
            json!(true),
            "“size” in the query must be a number, not true. Enter another value.",
        ),
        (
            "boolean",
            json!(1),
            "“size” in the query must be true or false, not 1. Enter another value.",
        ),
        (
            "string",
            json!(["a"]),
            "“size” in the query must be one value, not a list. Enter another value.",
        ),
    ];
    for (kind, value, message) in cases {
        let parameter = json!({ "name": "size", "in": "query", "type": kind });
        let inputs = Inputs::default().with(Query, "size", value);
        let error = with_parameter(parameter, &inputs).unwrap_err();
        assert_eq!(error.to_string(), message);
        assert_eq!(error.parameter().unwrap().name, "size");
    }
}

#[test]
fn items_of_a_list_are_checked_too() {
    let parameter =
        json!({ "name": "ids", "in": "query", "type": "array", "items": { "type": "integer" } });
    let inputs = Inputs::default().with(Query, "ids", json!([1, "two"]));
    let error = with_parameter(parameter, &inputs).unwrap_err();
    assert!(matches!(error, RequestError::Kind { .. }));
}

#[test]
fn defaults_stand_in_for_required_parameters_only() {
    let parameters = json!([
        { "name": "a", "in": "query", "type": "string", "default": "1", "required": true },
        { "name": "b", "in": "query", "type": "string", "default": "2", "x-ms-visibility": "internal" },
        { "name": "c", "in": "query", "type": "string", "default": "3" },
        { "name": "d", "in": "query", "type": "string" },
        { "name": "e", "in": "query", "type": "string", "default": "5", "x-ms-visibility": "internal", "required": true }
    ]);
    let url = url_of("/joints", parameters, &Inputs::default());
    assert_eq!(url, "https://api.example.com/v1/joints?a=1&e=5");
}

#[test]
fn what_is_required_and_missing_is_named() {
    for (location, words) in [
        ("query", "the query"),
        ("header", "the headers"),
        ("formData", "the form"),
        ("body", "the body"),
    ] {
        let parameter =
            json!({ "name": "wood", "in": location, "type": "string", "required": true });
        let error = with_parameter(parameter, &Inputs::default()).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("“wood” in {words} is required. Enter a value.")
        );
    }
    let empty = Inputs::default().with(Path, "id", "");
    let parameters = json!({ "parameters": [{ "name": "id", "in": "path", "type": "string" }] });
    let error = made("/joints/{id}", parameters, &empty).unwrap_err();
    assert!(matches!(error, RequestError::Missing(at) if at.name == "id"));
}

#[test]
fn a_placeholder_without_a_parameter_is_named() {
    let error = made("/joints/{id}", json!({}), &Inputs::default()).unwrap_err();
    assert_eq!(error, RequestError::Placeholder("id".to_owned()));
}

#[test]
fn no_value_can_begin_another_header() {
    let parameter = json!({ "name": "X-Wood", "in": "header", "type": "string" });
    for value in ["oak\r\nX-Other: 1", "oak\n", "oak\u{0}", "oak\u{7f}"] {
        let inputs = Inputs::default().with(Header, "X-Wood", value);
        let error = with_parameter(parameter.clone(), &inputs).unwrap_err();
        assert!(matches!(error, RequestError::HeaderValue(at) if at.name == "X-Wood"));
    }
}

#[test]
fn headers_that_frame_the_message_cannot_be_parameters() {
    for name in ["Host", "content-length", "Transfer-Encoding", "Connection"] {
        let parameter = json!({ "name": name, "in": "header", "type": "string" });
        let inputs = Inputs::default().with(Header, name, "x");
        let error = with_parameter(parameter, &inputs).unwrap_err();
        assert!(matches!(error, RequestError::ReservedHeader(_)), "{name}");
    }
}

#[test]
fn a_body_is_json_in_the_type_that_the_operation_consumes() {
    let operation = |consumes: Value| json!({ "consumes": consumes, "parameters": [{ "name": "joint", "in": "body", "schema": {} }] });
    let inputs = Inputs::default().with(Body, "joint", json!({ "b": 1, "a": "x" }));
    let cases = [
        (json!([]), "application/json"),
        (
            json!(["application/xml", "application/vnd.joint+json"]),
            "application/vnd.joint+json",
        ),
        (json!(["*/*"]), "application/json"),
    ];
    for (consumes, content_type) in cases {
        let request = made("/joints", operation(consumes), &inputs).unwrap();
        assert_eq!(request.header("content-type"), Some(content_type));
        assert_eq!(body_text(&request), r#"{"b":1,"a":"x"}"#);
    }
    let error = made("/joints", operation(json!(["text/csv"])), &inputs).unwrap_err();
    assert_eq!(
        error.to_string(),
        "“joint” in the body is sent as text/csv, so it must be a text, not an object. Enter another value, or choose another content type."
    );
}

#[test]
fn a_text_body_is_sent_as_it_is_and_a_json_text_is_quoted() {
    let operation = |kind: &str| json!({ "consumes": [kind], "parameters": [{ "name": "note", "in": "body", "schema": { "type": "string" } }] });
    let inputs = Inputs::default().with(Body, "note", "say \"oak\"");
    let plain = made("/notes", operation("text/plain"), &inputs).unwrap();
    assert_eq!(body_text(&plain), "say \"oak\"");
    let quoted = made("/notes", operation("application/json"), &inputs).unwrap();
    assert_eq!(body_text(&quoted), r#""say \"oak\"""#);
}

#[test]
fn internal_members_of_a_body_are_sent_with_their_defaults_where_they_are_required() {
    let definition_part = json!({ "parameters": [{ "name": "joint", "in": "body", "required": true, "schema": {
        "type": "object", "required": ["source", "meta", "part"], "properties": {
            "name": { "type": "string" },
            "source": { "type": "string", "default": "tenon", "x-ms-visibility": "internal" },
            "kept": { "type": "string", "default": "dropped", "x-ms-visibility": "internal" },
            "meta": { "type": "object", "x-ms-visibility": "internal", "required": ["version", "deep"], "properties": {
                "version": { "type": "integer", "default": 2 },
                "note": { "type": "string", "default": "dropped" },
                "deep": { "type": "object", "required": ["at"], "properties": { "at": { "default": 1 } } } } },
            "more": { "type": "object", "x-ms-visibility": "internal", "required": ["version"], "properties": {
                "version": { "type": "integer", "default": 3, "x-ms-visibility": "internal" } } }
        },
        "allOf": [{ "properties": { "part": { "default": "p", "x-ms-visibility": "internal" } } }]
    } }] });
    let inputs = Inputs::default().with(Body, "joint", json!({ "name": "bridle" }));
    let request = made("/joints", definition_part.clone(), &inputs).unwrap();
    assert_eq!(
        body_text(&request),
        r#"{"name":"bridle","part":"p","source":"tenon","meta":{"version":2,"deep":{"at":1}}}"#
    );
    let request = made("/joints", definition_part, &Inputs::default()).unwrap();
    assert_eq!(
        body_text(&request),
        r#"{"part":"p","source":"tenon","meta":{"version":2,"deep":{"at":1}}}"#
    );
}

#[test]
fn values_in_the_format_of_passwords_are_known() {
    let definition = json!({ "swagger": "2.0", "host": "api.example.com", "paths": { "/joints": { "post": { "parameters": [
        { "name": "pin", "in": "query", "type": "string", "format": "password" },
        { "name": "q", "in": "query", "type": "string" },
        { "name": "set", "in": "header", "type": "string", "format": "password", "required": true, "default": "preset" },
        { "name": "joint", "in": "body", "schema": { "properties": {
            "list": { "type": "array", "items": { "$ref": "#/definitions/Word" } },
            "name": { "type": "string" } } } }
    ] } } }, "definitions": { "Word": { "type": "string", "format": "Password" } } });
    let inputs = Inputs::default()
        .with(Query, "pin", "1234")
        .with(Query, "q", "shown")
        .with(
            Body,
            "joint",
            json!({ "list": ["one", ""], "name": "shown" }),
        );
    let key = OperationKey::new("/joints", Method::Post);
    let found = secret_inputs(&definition, &key, &inputs);
    let found: Vec<_> = found.iter().map(String::as_str).collect();
    assert_eq!(found, ["1234", "one", "preset"]);
}

#[test]
fn a_form_is_urlencoded() {
    let parameters = json!({ "parameters": [
        { "name": "wood", "in": "formData", "type": "string" },
        { "name": "sizes", "in": "formData", "type": "array", "items": { "type": "integer" }, "collectionFormat": "multi" }
    ] });
    let inputs = Inputs::default()
        .with(FormData, "wood", "red oak & ash")
        .with(FormData, "sizes", json!([1, 2]));
    let request = made("/joints", parameters, &inputs).unwrap();
    assert_eq!(
        request.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    assert_eq!(
        body_text(&request),
        "wood=red%20oak%20%26%20ash&sizes=1&sizes=2"
    );
}

#[test]
fn a_form_with_a_file_is_multipart_and_no_part_holds_its_boundary() {
    let parameters = json!({ "parameters": [
        { "name": "note", "in": "formData", "type": "string" },
        { "name": "plan", "in": "formData", "type": "file" }
    ] });
    let inputs = Inputs::default()
        .with(FormData, "note", "tenon-form-0")
        .with(FormData, "plan", "AAEC");
    let request = made("/joints", parameters.clone(), &inputs).unwrap();
    assert_eq!(
        request.header("content-type"),
        Some("multipart/form-data; boundary=tenon-form-1")
    );
    let expected = b"--tenon-form-1\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\ntenon-form-0\r\n--tenon-form-1\r\nContent-Disposition: form-data; name=\"plan\"; filename=\"plan\"\r\nContent-Type: application/octet-stream\r\n\r\n\x00\x01\x02\r\n--tenon-form-1--\r\n";
    assert_eq!(request.body.as_deref().unwrap(), expected);
    let broken = Inputs::default().with(FormData, "plan", "not base64!");
    let error = made("/joints", parameters, &broken).unwrap_err();
    assert!(matches!(error, RequestError::File(at) if at.name == "plan"));
}

#[test]
fn parameters_of_the_path_item_and_shared_ones_count() {
    let shared = json!({
        "host": "api.example.com",
        "parameters": { "v": { "name": "v", "in": "query", "type": "string", "default": "2", "required": true } },
        "paths": { "/joints/{id}": {
            "parameters": [{ "name": "id", "in": "path", "type": "string" }, { "$ref": "#/parameters/v" }, { "$ref": "#/parameters/none" }],
            "get": {}
        } }
    });
    let key = OperationKey::new("/joints/{id}", Method::Get);
    let inputs = Inputs::default().with(Path, "id", "x");
    let request = prepare(&shared, &key, &inputs).unwrap();
    assert_eq!(request.url, "https://api.example.com/joints/x?v=2");
}

fn is_uri_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte)
}

proptest! {
    #[test]
    fn a_url_holds_only_what_a_url_may(path in "/?\\PC{0,12}", name in "\\PC{1,8}", value in "\\PC{0,16}") {
        let path = path.replace(['{', '}'], "");
        let parameters = json!({ "parameters": [{ "name": name, "in": "query", "type": "string" }] });
        let inputs = Inputs::default().with(Query, &name, value);
        let request = made(&path, parameters, &inputs).unwrap();
        prop_assert!(request.url.bytes().all(is_uri_byte), "{}", request.url);
        prop_assert!(!request.url.contains('#'));
        let escapes = request.url.split('%').skip(1);
        prop_assert!(escapes.into_iter().all(|e| e.len() >= 2 && e.bytes().take(2).all(|b| b.is_ascii_hexdigit())));
    }

    #[test]
    fn a_path_value_never_leaves_its_segment(value in "\\PC{1,24}|[./\\\\%2eE]{1,6}") {
        let parameters = json!({ "parameters": [{ "name": "id", "in": "path", "type": "string" }] });
        let inputs = Inputs::default().with(Path, "id", value.as_str());
        match made("/a/{id}/z", parameters, &inputs) {
            Ok(request) => {
                let path = request.url.strip_prefix("https://api.example.com").unwrap();
                let segments: Vec<_> = path.split('/').collect();
                prop_assert_eq!(segments.len(), 5);
                prop_assert_eq!((segments[1], segments[2], segments[4]), ("v1", "a", "z"));
                prop_assert!(!path.contains(['?', '#']));
                let plain = segments[3].to_ascii_lowercase().replace("%2e", ".");
                prop_assert!(plain != "." && plain != "..");
            }
            Err(RequestError::Dots(_)) => prop_assert!(matches!(value.as_str(), "." | "..")),
            Err(other) => prop_assert!(false, "{}", other),
        }
    }

    #[test]
    fn a_query_value_is_one_value(value in "\\PC{0,24}") {
        let parameters = json!({ "parameters": [{ "name": "q", "in": "query", "type": "string" }, { "name": "r", "in": "query", "type": "string" }] });
        let inputs = Inputs::default().with(Query, "q", value.as_str()).with(Query, "r", "1");
        let request = made("/a", parameters, &inputs).unwrap();
        let (_, query) = request.url.split_once('?').unwrap();
        let pieces: Vec<_> = query.split('&').collect();
        prop_assert_eq!(pieces.len(), 2);
        let encoded = pieces[0].strip_prefix("q=").unwrap();
        let decoded = percent_encoding::percent_decode_str(encoded).decode_utf8().unwrap();
        prop_assert_eq!(decoded.as_ref(), value.as_str());
    }
}
