//! Lists in the query, in headers and in forms, by `collectionFormat`.

use proptest::prelude::*;
use serde_json::{Value, json};
use tenon_connector::request::{Inputs, RequestError};
use tenon_connector::swagger::Location::{self, FormData, Header, Path, Query};

use super::{body_text, pairs, post};

fn list(location: Location, format: &str) -> Value {
    json!({ "parameters": [{ "name": "tags", "in": location, "type": "array",
        "items": { "type": "string" }, "collectionFormat": format }] })
}

#[test]
fn a_list_within_a_list_is_written_as_its_own_items_say() {
    let operation = json!({ "parameters": [{ "name": "boxes", "in": "query", "type": "array", "collectionFormat": "pipes",
        "items": { "type": "array", "items": { "type": "number" } } }] });
    let inputs = Inputs::default().with(Query, "boxes", json!([[1, 2.5], [3]]));
    let request = post(operation.clone(), &inputs).unwrap();
    assert_eq!(
        request.url,
        "https://api.example.com/joints?boxes=1%2C2.5%7C3"
    );
    let wrong = Inputs::default().with(Query, "boxes", json!([[1, "two"]]));
    let error = post(operation, &wrong).unwrap_err();
    assert_eq!(
        error.to_string(),
        "“boxes” in the query must be a number, not “two”. Enter another value."
    );
}

#[test]
fn an_item_that_would_arrive_as_two_is_refused() {
    for (location, format, item, words) in [
        (Query, "ssv", "red oak", "a space"),
        (Query, "tsv", "red\toak", "a tab"),
        (FormData, "pipes", "red|oak", "a “|”"),
        (Header, "csv", "red,oak", "a comma"),
    ] {
        let inputs = Inputs::default().with(location, "tags", json!(["ash", item]));
        let error = post(list(location, format), &inputs).unwrap_err();
        let RequestError::Separator { at, separator, .. } = &error else {
            panic!("{error}");
        };
        assert_eq!(
            (at.name.as_str(), separator.to_string().as_str()),
            ("tags", words)
        );
    }
    let inputs = Inputs::default().with(Query, "tags", json!(["red,oak"]));
    let request = post(list(Query, "csv"), &inputs).unwrap();
    assert!(request.url.ends_with("?tags=red%2Coak"), "{}", request.url);
}

#[test]
fn a_placeholder_in_a_query_that_is_written_in_the_path_gets_its_value() {
    let definition = json!({ "host": "api.example.com", "paths": { "/joints?kind={kind}&v=1": { "get": {
        "parameters": [{ "name": "kind", "in": "path", "type": "string" }] } } } });
    let key = tenon_connector::swagger::OperationKey::new(
        "/joints?kind={kind}&v=1",
        tenon_connector::swagger::Method::Get,
    );
    let inputs = Inputs::default().with(Path, "kind", "a&b");
    let request = tenon_connector::request::prepare(&definition, &key, &inputs).unwrap();
    assert_eq!(request.url, "https://api.example.com/joints?kind=a%26b&v=1");
}

fn decoded(text: &str) -> String {
    let bytes = percent_encoding::percent_decode_str(text);
    bytes.decode_utf8().unwrap().into_owned()
}

proptest! {
    #[test]
    fn the_items_of_a_list_come_out_as_they_went_in(
        items in prop::collection::vec(any::<String>(), 1..5), format in 0..5_usize
    ) {
        let (format, separator) = [("csv", ","), ("ssv", "%20"), ("tsv", "%09"), ("pipes", "%7C"), ("multi", "")][format];
        let inputs = Inputs::default().with(Query, "tags", json!(items)).with(FormData, "tags", json!(items));
        let mut operation = list(Query, format);
        let in_form = list(FormData, format)["parameters"][0].clone();
        operation["parameters"].as_array_mut().unwrap().push(in_form);
        match post(operation, &inputs) {
            Ok(request) => {
                let (_, query) = request.url.split_once('?').unwrap();
                for encoded in [query, body_text(&request)] {
                    let values: Vec<&str> = encoded.split('&').map(|pair| pair.strip_prefix("tags=").unwrap()).collect();
                    let parts: Vec<&str> = match separator {
                        "" => values,
                        separator => {
                            prop_assert_eq!(values.len(), 1);
                            values[0].split(separator).collect()
                        }
                    };
                    let found: Vec<String> = parts.into_iter().map(decoded).collect();
                    prop_assert_eq!(&found, &items);
                }
            }
            Err(RequestError::Separator { .. }) => {
                let plain = decoded(separator);
                prop_assert!(items.iter().any(|item| item.contains(&plain)));
            }
            Err(other) => prop_assert!(false, "{}", other),
        }
    }

    #[test]
    fn fields_of_a_form_come_out_as_they_went_in(wood in any::<String>(), other in "\\PC{1,8}") {
        let operation = json!({ "parameters": [
            { "name": "wood", "in": "formData", "type": "string" },
            { "name": other, "in": "formData", "type": "string" } ] });
        let inputs = Inputs::default().with(FormData, "wood", wood.as_str()).with(FormData, &other, "1");
        prop_assume!(other != "wood");
        let request = post(operation, &inputs).unwrap();
        let expected = vec![("wood".to_owned(), wood), (other, "1".to_owned())];
        prop_assert_eq!(pairs(body_text(&request)), expected);
    }

    #[test]
    fn a_header_comes_out_as_it_went_in_or_is_refused(value in any::<String>()) {
        let operation = json!({ "parameters": [{ "name": "X-Wood", "in": "header", "type": "string" }] });
        match post(operation, &Inputs::default().with(Header, "X-Wood", value.as_str())) {
            Ok(request) => prop_assert_eq!(request.header("x-wood"), Some(value.as_str())),
            Err(RequestError::HeaderValue(_)) => prop_assert!(value.chars().any(char::is_control)),
            Err(other) => prop_assert!(false, "{}", other),
        }
    }

    #[test]
    fn a_value_encoded_twice_comes_out_after_two_decodings(value in "\\PC{1,16}") {
        let definition = json!({ "host": "a.example", "paths": { "/files/{file}": { "get": { "parameters": [
            { "name": "file", "in": "path", "type": "string", "x-ms-url-encoding": "double" }] } } } });
        let key = tenon_connector::swagger::OperationKey::parse("GET /files/{file}").unwrap();
        let inputs = Inputs::default().with(Path, "file", value.as_str());
        if let Ok(request) = tenon_connector::request::prepare(&definition, &key, &inputs) {
            let encoded = request.url.strip_prefix("https://a.example/files/").unwrap();
            prop_assert_eq!(decoded(&decoded(encoded)), value);
        } else {
            prop_assert!(value == "." || value == "..");
        }
    }
}
