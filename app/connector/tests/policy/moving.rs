//! `moveproperties`.

use serde_json::json;

use super::bodies::changed;
use super::*;

#[test]
fn properties_are_moved() {
    let parameters = |sub: &str, only: Value| {
        json!({
            "srcParentPath": "@body()", "srcSubPath": "extra", "dstParentPath": "@body()",
            "dstSubPath": sub, "copyOnlySubProperties": only,
        })
    };
    let before = || json!({ "a": 1, "extra": { "b": 2, "a": 3 }, "c": { "d": 4 } });
    for (sub, only, after) in [
        (
            "null",
            json!("true"),
            json!({ "a": 3, "c": { "d": 4 }, "b": 2 }),
        ),
        ("", json!(true), json!({ "a": 3, "c": { "d": 4 }, "b": 2 })),
        (
            "c",
            json!("True"),
            json!({ "a": 1, "c": { "d": 4, "b": 2, "a": 3 } }),
        ),
        (
            "new",
            json!("true"),
            json!({ "a": 1, "c": { "d": 4 }, "new": { "b": 2, "a": 3 } }),
        ),
        (
            "new",
            json!("false"),
            json!({ "a": 1, "c": { "d": 4 }, "new": { "b": 2, "a": 3 } }),
        ),
        (
            "c.e",
            json!(null),
            json!({ "a": 1, "c": { "d": 4, "e": { "b": 2, "a": 3 } } }),
        ),
    ] {
        assert_eq!(
            changed("MoveProperties", &parameters(sub, only), &before()),
            after
        );
    }
    let named_alike = json!({ "extra": { "extra": 1, "b": 2 } });
    let moved = changed("moveproperties", &parameters("", json!(true)), &named_alike);
    assert_eq!(moved, json!({ "extra": 1, "b": 2 }));
    let within = json!({
        "srcParentPath": "@body().l", "srcSubPath": "extra", "dstParentPath": "@item()", "copyOnlySubProperties": "true",
    });
    let before = json!({ "l": [{ "extra": { "b": 1 } }, { "extra": 5 }, {}] });
    let after = json!({ "l": [{ "b": 1 }, { "extra": 5 }, {}] });
    assert_eq!(changed("moveproperties", &within, &before), after);
}
