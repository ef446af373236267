//! What requests send.

use serde_json::{Value, json};

use super::json::{self as template, Template};
use super::variables::Variables;
use super::{description, is_off, text};
use crate::read::calls::{Body, Field, body_of_text, form_fields};

/// The body of a request with this media type in its headers. The variables in it of which nobody says what they are, are
/// added to `unknown`.
pub(super) fn body(
    body: &Value,
    media: Option<&str>,
    variables: &Variables<'_>,
    unknown: &mut Vec<String>,
) -> Option<Body> {
    if is_off(body) {
        return None;
    }
    let mode = text(body, "mode")?;
    match mode.as_ref() {
        "urlencoded" | "formdata" => form(body, mode.as_ref(), variables),
        "raw" => raw(body, media, variables, unknown),
        "graphql" => graphql(body.get("graphql")?, variables, unknown),
        "file" => {
            let media = media.filter(|media| !media.contains("{{"));
            let media = media.unwrap_or("application/octet-stream");
            Some(Body::File {
                media: media
                    .split(';')
                    .next()
                    .unwrap_or_default()
                    .trim()
                    .to_ascii_lowercase(),
            })
        }
        _ => None,
    }
}

fn form(body: &Value, mode: &str, variables: &Variables<'_>) -> Option<Body> {
    let fields: Vec<Field> = match body.get(mode) {
        Some(Value::Array(list)) => list
            .iter()
            .filter_map(|one| field(one, variables))
            .collect(),
        Some(Value::String(text)) => form_fields(text),
        _ => Vec::new(),
    };
    // A request that sends nothing is often saved as an empty form.
    (!fields.is_empty()).then(|| Body::Form {
        fields,
        in_parts: mode == "formdata",
    })
}

fn field(field: &Value, variables: &Variables<'_>) -> Option<Field> {
    let name = text(field, "key").filter(|name| !name.is_empty())?;
    Some(Field {
        name: variables.resolved(&name),
        value: text(field, "value").map(|value| variables.resolved(&value)),
        description: variables.resolved(&description(field)),
        is_file: field.get("type").is_some_and(|kind| kind == "file") || field.get("src").is_some(),
    })
}

fn raw(
    body: &Value,
    media: Option<&str>,
    variables: &Variables<'_>,
    unknown: &mut Vec<String>,
) -> Option<Body> {
    let raw = text(body, "raw")?;
    let written = variables.resolved(&raw);
    let mut parsed = || {
        let Template {
            sample,
            unknown: own,
        } = template::read(&raw, variables)?;
        unknown.extend(own);
        Some(sample)
    };
    let language = body
        .pointer("/options/raw/language")
        .and_then(Value::as_str);
    let media = media.or(match language {
        Some("json") => Some("application/json"),
        Some("xml") => Some("application/xml"),
        Some("html") => Some("text/html"),
        Some("javascript") => Some("application/javascript"),
        _ => None,
    });
    match body_of_text(media, &written)? {
        Body::Json {
            media,
            sample: None,
        } => Some(Body::Json {
            media,
            sample: parsed(),
        }),
        Body::Text { media }
            if media == "text/plain" && written.trim_start().starts_with(['{', '[']) =>
        {
            Some(match parsed() {
                Some(sample) => Body::Json {
                    media: "application/json".to_owned(),
                    sample: Some(sample),
                },
                None => Body::Text { media },
            })
        }
        body => Some(body),
    }
}

fn graphql(graphql: &Value, variables: &Variables<'_>, unknown: &mut Vec<String>) -> Option<Body> {
    let query = text(graphql, "query")?;
    let given = match graphql.get("variables") {
        Some(Value::String(text)) if text.trim().is_empty() => json!({}),
        Some(Value::String(text)) => match template::read(text, variables) {
            Some(given) => {
                unknown.extend(given.unknown);
                given.sample
            }
            None => json!({}),
        },
        Some(given @ Value::Object(_)) => given.clone(),
        _ => json!({}),
    };
    Some(Body::GraphQl {
        query: query.into_owned(),
        variables: given,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::variables::Variables;
    use super::{Body, body};

    #[test]
    fn each_mode_is_a_kind_of_body() {
        let kind = |value: Value| match body(
            &value,
            None,
            &Variables::of(&Value::Null),
            &mut Vec::new(),
        ) {
            None => "none",
            Some(Body::Json {
                sample: Some(_), ..
            }) => "json",
            Some(Body::Json { sample: None, .. }) => "broken json",
            Some(Body::GraphQl { .. }) => "graphql",
            Some(Body::Form { in_parts: true, .. }) => "parts",
            Some(Body::Form { .. }) => "form",
            Some(Body::Text { .. }) => "text",
            Some(Body::File { .. }) => "file",
        };
        let in_json = json!({ "raw": { "language": "json" } });
        for (value, expected) in [
            (json!({}), "none"),
            (json!({ "mode": "formdata", "formdata": [] }), "none"),
            (
                json!({ "mode": "formdata", "formdata": [{ "key": "a", "type": "file" }] }),
                "parts",
            ),
            (json!({ "mode": "urlencoded", "urlencoded": "a=b" }), "form"),
            (json!({ "mode": "raw", "raw": "{\"a\": {{b}}}" }), "json"),
            (json!({ "mode": "raw", "raw": "hello" }), "text"),
            (
                json!({ "mode": "raw", "raw": "hello", "options": in_json }),
                "broken json",
            ),
            (
                json!({ "mode": "raw", "raw": "hello", "disabled": true }),
                "none",
            ),
            (
                json!({ "mode": "graphql", "graphql": { "query": "{ a }", "variables": "" } }),
                "graphql",
            ),
            (json!({ "mode": "file", "file": {} }), "file"),
        ] {
            assert_eq!(kind(value.clone()), expected, "{value}");
        }
    }
}
