//! `setproperty`.

use serde_json::json;

use super::bodies::{changed, property};

#[test]
fn properties_are_set() {
    for (parent, sub, value, before, after) in [
        ("@body()", "a", "v1", json!({}), json!({ "a": "v1" })),
        (
            "body()",
            "a",
            " !",
            json!({ "a": 1, "b": 2 }),
            json!({ "a": " !", "b": 2 }),
        ),
        (
            "",
            "['@odata.id']",
            "x",
            json!({}),
            json!({ "@odata.id": "x" }),
        ),
        (
            "@body()",
            "@odata.type",
            "x",
            json!({}),
            json!({ "@odata.type": "x" }),
        ),
        (
            "@body()",
            "a.b",
            "x",
            json!({ "a": { "c": 1 } }),
            json!({ "a": { "c": 1, "b": "x" } }),
        ),
        (
            "@body()",
            "a.b",
            "x",
            json!({ "a": null }),
            json!({ "a": { "b": "x" } }),
        ),
        (
            "@body()",
            "my-name",
            "x",
            json!({}),
            json!({ "my-name": "x" }),
        ),
        (
            "@body().a[0]",
            "b",
            "x",
            json!({ "a": [{}, {}] }),
            json!({ "a": [{ "b": "x" }, {}] }),
        ),
        // Constants that are JSON.
        (
            "@body()",
            "a",
            r#"["x", "y"]"#,
            json!({}),
            json!({ "a": ["x", "y"] }),
        ),
        (
            "@body()",
            "a",
            r#"{"b":1}"#,
            json!({}),
            json!({ "a": { "b": 1 } }),
        ),
        ("@body()", "a", "5", json!({}), json!({ "a": 5 })),
        ("@body()", "a", "true", json!({}), json!({ "a": true })),
        ("@body()", "a", "'5'", json!({}), json!({ "a": "5" })),
        ("@body()", "a", "[x", json!({}), json!({ "a": "[x" })),
        ("@body()", "a", "", json!({}), json!({ "a": "" })),
        // Values of one expression keep their kind.
        (
            "@body()",
            "a",
            "@body().b",
            json!({ "b": [1] }),
            json!({ "b": [1], "a": [1] }),
        ),
        (
            "@body()",
            "a",
            "{@body()['@x']}",
            json!({ "@x": 1.5 }),
            json!({ "@x": 1.5, "a": 1.5 }),
        ),
        (
            "@body()",
            "a",
            "@body().b",
            json!({ "b": null }),
            json!({ "b": null, "a": null }),
        ),
        (
            "@body()",
            "a",
            "@queryParameters('a')",
            json!({}),
            json!({ "a": "1" }),
        ),
        // Values within a text.
        (
            "@body()",
            "a",
            "{@body().f} {@body().l}",
            json!({ "f": "A", "l": 5 }),
            json!({ "f": "A", "l": 5, "a": "A 5" }),
        ),
        (
            "@body()",
            "a",
            "https://x.test/{@body().b}",
            json!({ "b": "é" }),
            json!({ "b": "é", "a": "https://x.test/é" }),
        ),
        // Values within JSON.
        (
            "@body()",
            "a",
            "[{@body().a}]",
            json!({ "a": { "b": "]" } }),
            json!({ "a": [{ "b": "]" }] }),
        ),
        (
            "@body()",
            "a",
            "[{@body().b}]",
            json!({}),
            json!({ "a": [] }),
        ),
        (
            "@body()",
            "a",
            r#"["{@body().b}"]"#,
            json!({ "b": "x\", \"y" }),
            json!({ "b": "x\", \"y", "a": ["x\", \"y"] }),
        ),
        (
            "@body()",
            "a",
            r#"{"c":@body().b,"d":"@headers('X-Region')"}"#,
            json!({ "b": "x" }),
            json!({ "b": "x", "a": { "c": "x", "d": "eu, us" } }),
        ),
        // Collections.
        (
            "@body().a",
            "k",
            "{@item().n}",
            json!({ "a": [{ "n": 1 }, { "n": 2 }] }),
            json!({ "a": [{ "n": 1, "k": 1 }, { "n": 2, "k": 2 }] }),
        ),
        (
            "@body().a",
            "k",
            "'{@item()['n']}-{@body().x}'",
            json!({ "x": 9, "a": [{ "n": 1 }] }),
            json!({ "x": 9, "a": [{ "n": 1, "k": "1-9" }] }),
        ),
        (
            "@body()",
            "k",
            "x",
            json!([{}, { "k": 1 }]),
            json!([{ "k": "x" }, { "k": "x" }]),
        ),
        (
            "@body().a",
            "k",
            "x",
            json!({ "a": { "b": 1 } }),
            json!({ "a": { "b": 1, "k": "x" } }),
        ),
        (
            "@body().a",
            "k",
            "@item().b",
            json!({ "a": { "b": 1 } }),
            json!({ "a": { "b": 1, "k": 1 } }),
        ),
    ] {
        let parameters = property(parent, sub, value);
        assert_eq!(changed("SetProperty", &parameters, &before), after);
    }
}
