//! The templates that give a property another shape: `convertarraytoobject`, `convertobjecttoarray`, `stringtoarray`, `stringreplace`, `encodepropertyvalue`.

use serde_json::json;

use super::bodies::{changed, of, with};
use super::*;

#[test]
fn arrays_become_objects() {
    let people = || json!({ "p": [{ "id": "x", "age": 3 }, { "id": "y", "age": 4 }] });
    for (retain, target, after) in [
        (
            json!("false"),
            "",
            json!({ "p": { "x": { "age": 3 }, "y": { "age": 4 } } }),
        ),
        (
            json!("TRUE"),
            "@body().p",
            json!({ "p": { "x": { "id": "x", "age": 3 }, "y": { "id": "y", "age": 4 } } }),
        ),
        (
            json!(null),
            "@body().p",
            json!({ "p": { "x": { "id": "x", "age": 3 }, "y": { "id": "y", "age": 4 } } }),
        ),
        (
            json!(false),
            "q",
            json!({ "p": people()["p"], "q": { "x": { "age": 3 }, "y": { "age": 4 } } }),
        ),
    ] {
        let more = json!({ "keyWithinCollectionPath": "id", "retainKey": retain });
        for (parent, sub) in [("@body()", "p"), ("@body().p", "")] {
            // Beside a parent that is the list itself there is nothing.
            if target == "q" && sub.is_empty() {
                continue;
            }
            let parameters = with(of(parent, sub, target), more.clone());
            assert_eq!(
                changed("ConvertArrayToObject", &parameters, &people()),
                after
            );
        }
    }
    let parameters = with(
        of("@body().l", "p", "@item().p"),
        json!({ "keyWithinCollectionPath": "['@k'].v", "retainKey": "false" }),
    );
    let before = json!({ "l": [{ "p": [{ "@k": { "v": 1 } }] }, { "p": [] }] });
    let after = json!({ "l": [{ "p": { "1": { "@k": {} } } }, { "p": {} }] });
    assert_eq!(changed("convertarraytoobject", &parameters, &before), after);
}

#[test]
fn items_without_a_key_are_left_out_and_told_of() {
    let parameters = with(
        of("@body()", "p", ""),
        json!({ "keyWithinCollectionPath": "id" }),
    );
    let ready = send(
        &[policy("convertarraytoobject", &parameters)],
        request(&json!({ "p": [{ "id": 1 }, 5, { "id": null }, { "id": 1, "b": 2 }] })),
    );
    let ready = ready.unwrap();
    assert_eq!(body(&ready), json!({ "p": { "1": { "id": 1, "b": 2 } } }));
    let expected = [
        "Item 1 was left out: it has no value for the key.",
        "Item 2 was left out: it has no value for the key.",
        "Several items have the same key: the last one stands.",
    ];
    assert_eq!(ready.trace[0].notes, expected);
}

#[test]
fn objects_become_arrays() {
    for (names, target, before, after) in [
        (
            json!({}),
            "",
            json!({ "o": { "b": 1, "a": [2] } }),
            json!({ "o": [{ "key": "b", "value": 1 }, { "key": "a", "value": [2] }] }),
        ),
        (
            json!({ "keyName": "id", "valueName": "v" }),
            "@body()._o",
            json!({ "o": { "b": 1 } }),
            json!({ "o": { "b": 1 }, "_o": [{ "id": "b", "v": 1 }] }),
        ),
        (
            json!({ "keyName": "", "valueName": null }),
            "@body().o",
            json!({ "o": {} }),
            json!({ "o": [] }),
        ),
    ] {
        let parameters = with(of("@body()", "o", target), names);
        assert_eq!(changed("convertObjectToArray", &parameters, &before), after);
    }
    let parameters = with(of("@body().value", "o", "@item()._o"), json!({}));
    let before = json!({ "value": [{ "o": { "b": 1 } }, { "x": 1 }] });
    let after =
        json!({ "value": [{ "o": { "b": 1 }, "_o": [{ "key": "b", "value": 1 }] }, { "x": 1 }] });
    assert_eq!(changed("convertobjecttoarray", &parameters, &before), after);
}

#[test]
fn a_key_and_a_value_of_the_same_name_are_refused() {
    for names in [
        json!({ "keyName": "id", "valueName": "id" }),
        json!({ "keyName": "value" }),
    ] {
        let parameters = with(of("@body()", "o", ""), names);
        let policies = json!({ "properties": { "policyTemplateInstances": [
            policy("convertobjecttoarray", &parameters)] } });
        let errors = Plan::of(&policies, "Any").unwrap_err();
        let text = errors[0].to_string();
        assert!(
            text.contains("valueName") && text.contains("overwrite"),
            "{text}"
        );
    }
}

#[test]
fn delimited_texts_become_lists_of_objects() {
    for (delimiters, text, after) in [
        (";", "3;0", json!([{ "n": "3" }, { "n": "0" }])),
        (";", "3", json!([{ "n": "3" }])),
        (";", "3;;0;", json!([{ "n": "3" }, { "n": "0" }])),
        (
            ";,",
            "a,b;c d",
            json!([{ "n": "a" }, { "n": "b" }, { "n": "c d" }]),
        ),
        (" ", "a b", json!([{ "n": "a" }, { "n": "b" }])),
        (";", "", json!([])),
    ] {
        let more = json!({ "delimiterList": delimiters, "childPropertyName": "n" });
        let parameters = with(of("@body()", "t", "@body().list"), more);
        let expected = json!({ "t": text, "list": after });
        assert_eq!(
            changed("StringToArray", &parameters, &json!({ "t": text })),
            expected
        );
    }
}

#[test]
fn texts_are_replaced_and_encoded() {
    for (from, to, before, after) in [
        ("%", "%25", "a%b%", "a%25b%25"),
        (".", "%2E", "a.b", "a%2Eb"),
        ("@", "%40", "a@b", "a%40b"),
        ("https://api.test/v2/", "", "https://api.test/v2/7", "7"),
        ("b", "@headers('X-Region')@body().x", "abc", "aeu, us9c"),
        ("none", "x", "abc", "abc"),
        (" ", "_", "a b", "a_b"),
    ] {
        let more = json!({ "sourceString": from, "replacementString": to });
        let parameters = with(of("@body().l", "t", "@item().u"), more);
        let (before, after) = (
            json!({ "x": 9, "l": [{ "t": before }] }),
            json!({ "x": 9, "l": [{ "t": before, "u": after }] }),
        );
        assert_eq!(changed("StringReplace", &parameters, &before), after);
    }
    let before = json!({ "l": [{ "t": "a/b ü&~" }, { "t": 5 }] });
    let after = json!({ "l": [{ "t": "a%2Fb%20%C3%BC%26~" }, { "t": 5 }] });
    assert_eq!(
        changed("EncodePropertyValue", &of("@body().l", "t", ""), &before),
        after
    );
}
