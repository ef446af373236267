//! Schemas from samples: what they say, and that each sample fits its schema.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use tenon_connector::infer::{InferError, MAX_DEPTH, Manner, Samples, infer};

fn exact(samples: &[Value]) -> Value {
    of(samples, Manner::Exact)
}

fn of(samples: &[Value], manner: Manner) -> Value {
    let mut all = Samples::default();
    for sample in samples {
        all.add(sample).unwrap();
    }
    all.schema(manner)
}

#[test]
fn the_original_describes_by_name_and_keeps_texts_plain() {
    let sample = json!({
        "id": 7, "price": 1.5, "when": "2024-01-01T00:00:00Z", "open": true, "none": null,
        "tags": ["a"], "owner": { "mail": "ann@example.com" }
    });
    assert_eq!(
        infer(&sample, Manner::default()).unwrap(),
        json!({ "type": "object", "properties": {
            "id": { "type": "integer", "format": "int32", "description": "id" },
            "price": { "type": "number", "format": "float", "description": "price" },
            "when": { "type": "string", "description": "when" },
            "open": { "type": "boolean", "description": "open" },
            "none": { "type": "string", "x-nullable": true, "description": "none" },
            "tags": { "type": "array", "items": { "type": "string" }, "description": "tags" },
            "owner": {
                "type": "object",
                "properties": { "mail": { "type": "string", "description": "mail" } },
                "description": "owner"
            }
        } })
    );
}

#[test]
fn values_have_types_and_formats() {
    for (sample, expected) in [
        (
            json!(2_147_483_647),
            json!({ "type": "integer", "format": "int32" }),
        ),
        (
            json!(2_147_483_648_i64),
            json!({ "type": "integer", "format": "int64" }),
        ),
        (json!(u64::MAX), json!({ "type": "integer" })),
        (json!(0.5), json!({ "type": "number", "format": "double" })),
        (
            json!("2024-05-01"),
            json!({ "type": "string", "format": "date" }),
        ),
        (
            json!("https://example.com/"),
            json!({ "type": "string", "format": "uri" }),
        ),
        (json!("plain"), json!({ "type": "string" })),
        (json!([]), json!({ "type": "array", "items": {} })),
        (json!({}), json!({ "type": "object" })),
    ] {
        assert_eq!(exact(std::slice::from_ref(&sample)), expected, "{sample}");
    }
}

#[test]
fn what_every_sample_has_is_required() {
    let schema = exact(&[
        json!({ "id": 1, "name": "a" }),
        json!({ "id": 3_000_000_000_i64, "note": null }),
    ]);
    assert_eq!(schema["required"], json!(["id"]));
    assert_eq!(schema["properties"]["id"]["format"], "int64");
    let names: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
    assert_eq!(names, ["id", "name", "note"]);
}

#[test]
fn items_of_several_kinds_are_as_wide_as_all_of_them() {
    for (sample, expected) in [
        (
            json!([1, 2.5]),
            json!({ "type": "number", "format": "double" }),
        ),
        (json!([1, "a"]), json!({})),
        (
            json!([null, 1]),
            json!({ "type": "integer", "format": "int32", "x-nullable": true }),
        ),
        (json!([null, 1, "a"]), json!({ "x-nullable": true })),
        (json!(["2024-05-01", "soon"]), json!({ "type": "string" })),
        (
            json!([{ "a": 1, "b": 1 }, { "a": 2 }]),
            json!({
                "type": "object", "required": ["a"],
                "properties": {
                    "a": { "type": "integer", "format": "int32" },
                    "b": { "type": "integer", "format": "int32" }
                }
            }),
        ),
    ] {
        assert_eq!(
            exact(std::slice::from_ref(&sample))["items"],
            expected,
            "{sample}"
        );
    }
}

#[test]
fn without_a_sample_everything_fits() {
    assert_eq!(Samples::default().schema(Manner::default()), json!({}));
}

#[test]
fn samples_beyond_the_bounds_are_refused_and_the_others_stay() {
    let mut deep = json!(1);
    for _ in 0..=MAX_DEPTH {
        deep = json!([deep]);
    }
    let mut samples = Samples::default();
    samples.add(&json!("a")).unwrap();
    assert_eq!(samples.add(&deep), Err(InferError::TooDeep));
    let wide: Map<String, Value> = (0..6000).map(|n| (format!("key{n}"), json!(n))).collect();
    let refused = samples.add(&Value::Object(wide));
    assert_eq!(refused, Err(InferError::TooManyProperties));
    let long = Value::Array(vec![json!(1); 500_001]);
    assert_eq!(samples.add(&long), Err(InferError::TooManyValues));
    assert_eq!(
        samples.schema(Manner::default()),
        json!({ "type": "string" })
    );
}

/// Whether a value fits a schema of Swagger 2.0, by the words that inference writes.
fn fits(value: &Value, schema: &Value) -> bool {
    if value.is_null() && schema["x-nullable"] == json!(true) {
        return true;
    }
    let is_type = match schema["type"].as_str() {
        None => true,
        Some("boolean") => value.is_boolean(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("number") => value.is_number(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        Some(_) => false,
    };
    let items = value.as_array().into_iter().flatten();
    let required = schema["required"].as_array().into_iter().flatten();
    is_type
        && fits_format(value, schema["format"].as_str())
        && items.into_iter().all(|item| fits(item, &schema["items"]))
        && required
            .into_iter()
            .all(|name| value.get(name.as_str().unwrap()).is_some())
        && value
            .as_object()
            .into_iter()
            .flatten()
            .all(|(name, member)| {
                schema["type"].is_null() || fits(member, &schema["properties"][name])
            })
}

fn fits_format(value: &Value, format: Option<&str>) -> bool {
    let text = value.as_str().unwrap_or_default();
    match format {
        None | Some("float" | "double") => true,
        Some("int32") => value
            .as_i64()
            .is_some_and(|number| i32::try_from(number).is_ok()),
        Some("int64") => value.is_i64(),
        Some("date") => text.len() == 10 && text.matches('-').count() == 2,
        Some("date-time") => text.len() >= 20 && text.contains(['T', 't']),
        Some("uuid") => text.len() == 36 && text.matches('-').count() == 4,
        Some("uri") => text.contains("://"),
        Some("email") => text.matches('@').count() == 1,
        Some(_) => false,
    }
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-1e300..1e300).prop_map(Value::from),
        ".{0,6}".prop_map(Value::from),
        "20[0-9]{2}-[01][0-9]-[0-3][0-9](T[0-2][0-9]:[0-5][0-9]:00Z)?".prop_map(Value::from),
        "[a-c.]{1,4}@[a-c]{1,3}(\\.com)?".prop_map(Value::from),
        "(https?|ftp)://[a-z/? ]{0,6}".prop_map(Value::from),
        "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        let name = "[ab$/~é]{1,2}";
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((name, inner), 0..5)
                .prop_map(|members| members.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
}

proptest! {
    #[test]
    fn each_sample_fits_the_schema_that_was_inferred_from_it(
        samples in prop::collection::vec(value(), 1..5)
    ) {
        for manner in [Manner::Original, Manner::Exact] {
            let schema = of(&samples, manner);
            for sample in &samples {
                prop_assert!(fits(sample, &schema), "{sample} {schema}");
            }
        }
    }

    #[test]
    fn the_order_of_samples_does_not_matter(samples in prop::collection::vec(value(), 2..5)) {
        let sorted = |mut schema: Value| { sort(&mut schema); schema };
        let backwards: Vec<Value> = samples.iter().rev().cloned().collect();
        prop_assert_eq!(sorted(exact(&samples)), sorted(exact(&backwards)));
    }
}

/// Puts what is required, and the members of objects, in the order of their names.
fn sort(value: &mut Value) {
    match value {
        Value::Array(items) => items.sort_by_key(Value::to_string),
        Value::Object(members) => {
            members.sort_keys();
            members.values_mut().for_each(sort);
        }
        _ => {}
    }
}
