//! Single values that fit their schemas: texts of a format and a length, numbers within bounds.

use serde_json::{Value, json};

const TEXT: &str = "oak & ash/1";

/// What is written in a format.
const FORMATS: [(&str, &str); 14] = [
    ("date", "2026-03-01"),
    ("date-time", "2026-03-01T10:20:30Z"),
    ("time", "10:20:30Z"),
    ("duration", "P1DT2H"),
    ("uuid", "6f0c2f0e-8b1d-4a53-9a53-0d5a1f1f7d10"),
    ("guid", "6f0c2f0e-8b1d-4a53-9a53-0d5a1f1f7d10"),
    ("email", "ada@example.com"),
    ("uri", "https://example.com/oak?ash=1"),
    ("url", "https://example.com/oak?ash=1"),
    ("uri-reference", "/oak/1"),
    ("hostname", "oak.example.com"),
    ("ipv4", "192.0.2.7"),
    ("ipv6", "2001:db8::7"),
    ("byte", "T2Fr"),
];

/// The value that the schema itself gives as an example.
fn given(schema: &Value) -> impl Iterator<Item = &Value> {
    let single = ["example", "default"]
        .iter()
        .filter_map(|key| schema.get(key));
    single.chain(schema["examples"].as_array().into_iter().flatten())
}

/// What fits patterns that real descriptions have.
const OF_PATTERNS: [&str; 6] = ["7", "A", "DE", "12345", "payTo", "GEO:52.506931;13.144558"];

/// A text that fits the schema; where it has a pattern, one that the schema gives, or one of [`OF_PATTERNS`], if any does.
pub(super) fn text(schema: &Value) -> Value {
    if let Some(pattern) = schema.get("pattern") {
        // Some patterns are none.
        let pattern = jsonschema::validator_for(&json!({ "pattern": pattern })).ok();
        let fits = |text: &&Value| {
            pattern
                .as_ref()
                .is_some_and(|pattern| pattern.is_valid(text))
        };
        let known = OF_PATTERNS.map(Value::from);
        let mut all = given(schema).chain(&known).filter(|text| text.is_string());
        if let Some(text) = all.find(fits) {
            return text.clone();
        }
    }
    let format = schema["format"].as_str();
    let known = FORMATS.iter().find(|(name, _)| Some(*name) == format);
    let mut text = known.map_or(TEXT, |(_, text)| text).to_owned();
    let bound = |key: &str| {
        schema[key]
            .as_u64()
            .and_then(|bound| usize::try_from(bound).ok())
    };
    while bound("minLength").is_some_and(|least| text.len() < least.min(10_000)) {
        text.push('x');
    }
    text.truncate(bound("maxLength").unwrap_or(usize::MAX));
    json!(text)
}

/// A number that fits the schema.
pub(super) fn number(schema: &Value, usual: f64) -> Value {
    let number = |key: &str| schema[key].as_f64();
    let fits = |value: f64| {
        let (least, most) = (number("minimum"), number("maximum"));
        let is_within = |bound: Option<f64>, key: &str, beyond: fn(f64, f64) -> bool| {
            let is_exclusive = schema[key] == true;
            bound.is_none_or(|bound| beyond(value, bound) || value == bound && !is_exclusive)
                && number(key).is_none_or(|bound| beyond(value, bound))
        };
        is_within(least, "exclusiveMinimum", |value, bound| value > bound)
            && is_within(most, "exclusiveMaximum", |value, bound| value < bound)
            && number("multipleOf").is_none_or(|step| (value / step).fract() == 0.0)
    };
    let near = [
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
    ];
    let near = near.iter().filter_map(|key| number(key));
    let near = near.flat_map(|bound| [bound, bound + 1.0, bound - 1.0, bound + 0.5]);
    let given = given(schema).filter_map(Value::as_f64);
    let mut fitting = std::iter::once(usual).chain(near).chain(given);
    let chosen = fitting.find(|value| fits(*value)).unwrap_or(usual);
    // A whole number is written without a point.
    format!("{chosen}").parse().unwrap_or(Value::Null)
}

/// A list of what fits its items, as long as the schema asks for.
pub(super) fn list(schema: &Value, item: Value, is_choice: bool) -> Value {
    let other = match &item {
        Value::String(text) if !is_choice && schema["items"].get("format").is_none() => {
            json!(format!("{text}!"))
        }
        item => item.clone(),
    };
    let mut items = vec![item, other];
    let bound = |key: &str| {
        schema[key]
            .as_u64()
            .and_then(|bound| usize::try_from(bound).ok())
    };
    if schema["uniqueItems"] == true && items[0] == items[1] {
        items.truncate(1);
    }
    items.truncate(bound("maxItems").unwrap_or(usize::MAX));
    while bound("minItems").is_some_and(|least| items.len() < least.min(100)) {
        items.push(items[0].clone());
    }
    json!(items)
}
