//! Collections that are odd in every place: they are read all the same, and every request is counted.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use tenon_connector::read::read;

/// Members of collections of all formats.
const KEYS: [&str; 30] = [
    "name",
    "item",
    "request",
    "url",
    "raw",
    "host",
    "path",
    "query",
    "variable",
    "key",
    "value",
    "header",
    "body",
    "mode",
    "formdata",
    "urlencoded",
    "graphql",
    "auth",
    "type",
    "oauth2",
    "response",
    "code",
    "event",
    "script",
    "exec",
    "method",
    "requests",
    "folders",
    "order",
    "description",
];

const TEXTS: [&str; 16] = [
    "",
    "raw",
    "formdata",
    "graphql",
    "GET",
    "post",
    "oauth2",
    "{{a}}",
    "https://{{b}}.example/:id/{x}?a=1&a=2#z",
    "a.example//b/{{$c}}.json",
    "{\"a\": {{b}}}",
    "7",
    "é {{",
    "}}{{a}}",
    "//X-Off: 1\nX-On: {{a}}",
    "test",
];

fn odd() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        prop::sample::select(&TEXTS[..]).prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 5, |inner| {
        let member = (prop::sample::select(&KEYS[..]), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(Value::from),
            prop::collection::vec(member, 0..6).prop_map(|members| {
                let members = members
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value));
                Value::Object(members.collect::<Map<String, Value>>())
            }),
        ]
    })
}

fn request() -> impl Strategy<Value = Value> {
    (odd(), odd(), odd()).prop_map(|(url, body, auth)| {
        json!({ "url": url, "body": body, "auth": auth, "header": body, "data": url, "dataMode": "params" })
    })
}

/// A tree around which an item or a request of format 1 stands, so that much of it is gone into.
fn collection() -> impl Strategy<Value = Value> {
    let of_second = (prop::collection::vec(request(), 0..4), odd()).prop_map(|(requests, odd)| {
        let items: Vec<Value> = requests
            .into_iter()
            .map(|request| json!({ "name": odd, "request": request, "response": [odd], "event": [odd] }))
            .collect();
        json!({ "info": { "_postman_id": "1" }, "item": [{ "item": items, "auth": odd }, odd], "variable": [odd] })
    });
    let of_first = (prop::collection::vec(request(), 0..4), odd())
        .prop_map(|(requests, odd)| json!({ "id": "1", "requests": requests, "folders": [odd], "variables": [odd] }));
    prop_oneof![of_second, of_first]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_collection_is_read_and_read_alike_again(collection in collection()) {
        let bytes = collection.to_string();
        let once = read("odd.json", bytes.as_bytes()).unwrap();
        let again = read("odd.json", bytes.as_bytes()).unwrap();
        prop_assert_eq!(once.connector.definition(), again.connector.definition());
        prop_assert!(once.ledger.operations_in >= once.ledger.operations_out);
        let missing = once.ledger.operations_in - once.ledger.operations_out;
        let gone = once.ledger.entries.iter().filter(|entry| {
            entry.message.to_string().contains("one operation") || entry.message.to_string().contains("left out")
        });
        prop_assert!(gone.count() >= missing);
    }
}
