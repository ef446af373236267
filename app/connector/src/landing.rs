//! Where in the definition a thing of an imported source is now.

use serde_json::Value;

use crate::ledger::{escaped, unescaped};

/// The sections of OpenAPI 3 and those that hold the same in a Swagger 2.0 document.
const SECTIONS: [(&[&str], &str); 4] = [
    (&["components", "schemas"], "definitions"),
    (&["components", "parameters"], "parameters"),
    (&["components", "responses"], "responses"),
    (&["components", "securitySchemes"], "securityDefinitions"),
];

/// The place in the definition, as a JSON pointer, that a thing of the source came to: its own, or the closest
/// around it, at most as wide as one operation or one shared schema. None where the definition has nothing of it.
#[must_use]
pub fn landing(pointer: &str, definition: &Value) -> Option<String> {
    let steps: Vec<String> = pointer.split('/').skip(1).map(unescaped).collect();
    let (mut steps, least) = renamed(steps)?;
    steps = without_media(steps, definition);
    let mut value = definition;
    let mut reached = String::new();
    let mut count = 0;
    for step in &steps {
        let next = match value {
            Value::Object(members) => members.get(step),
            Value::Array(items) => step.parse().ok().and_then(|place: usize| items.get(place)),
            _ => None,
        };
        let Some(next) = next else { break };
        value = next;
        count += 1;
        reached.push('/');
        reached.push_str(&escaped(step));
    }
    (count >= least).then_some(reached)
}

/// The steps as Swagger 2.0 has them, and how many of them must be found at least.
fn renamed(steps: Vec<String>) -> Option<(Vec<String>, usize)> {
    for (old, new) in SECTIONS {
        if let Some(rest) = steps.get(old.len()..)
            && steps.iter().zip(old).all(|(step, old)| step == old)
        {
            let head = std::iter::once((*new).to_owned());
            return Some((head.chain(rest.iter().cloned()).collect(), 2));
        }
    }
    let first = steps.first()?.as_str();
    match first {
        "servers" => Some((vec!["host".to_owned()], 1)),
        "paths" => Some((steps, 2)),
        "info" | "tags" | "security" | "externalDocs" => Some((steps, 1)),
        _ if first.starts_with("x-") => Some((steps, 1)),
        _ => None,
    }
}

/// The steps without the media types that Swagger 2.0 names elsewhere: the schema of a response stands in the
/// response, that of a request in the parameter of its body. Parameters may have another place in their list, so
/// they come to their operation.
fn without_media(mut steps: Vec<String>, definition: &Value) -> Vec<String> {
    if steps.first().is_none_or(|first| first != "paths") {
        return steps;
    }
    if let Some(list) = steps.iter().position(|step| step == "parameters")
        && list <= 3
    {
        steps.truncate(list);
        return steps;
    }
    if let Some(content) = steps.iter().position(|step| step == "content")
        && content <= 6
    {
        steps.drain(content..(content + 2).min(steps.len()));
    }
    if steps.get(3).is_some_and(|step| step == "requestBody") {
        let Some(place) = body_parameter(&steps, definition) else {
            steps.truncate(3);
            return steps;
        };
        steps.splice(3..4, ["parameters".to_owned(), place.to_string()]);
    }
    steps
}

fn body_parameter(steps: &[String], definition: &Value) -> Option<usize> {
    let mut operation = steps.iter().take(3);
    let operation = operation.try_fold(definition, |value, step| value.get(step))?;
    let parameters = operation.get("parameters")?.as_array()?;
    parameters
        .iter()
        .position(|parameter| parameter.get("in").and_then(Value::as_str) == Some("body"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::landing;

    #[test]
    fn a_thing_is_found_where_the_definition_has_it_or_around_it() {
        let definition = json!({
            "host": "api.example.com",
            "info": { "title": "Joints" },
            "paths": { "/joints/{id}": { "post": {
                "parameters": [
                    { "name": "id", "in": "path" },
                    { "name": "body", "in": "body", "schema": { "type": "object", "properties": { "wood": {} } } }
                ],
                "responses": { "200": { "schema": { "type": "string" } } }
            } } },
            "definitions": { "Joint": { "properties": { "depth": { "type": "integer" } } } }
        });
        let operation = "/paths/~1joints~1{id}/post";
        let cases = [
            ("/servers/1", Some("/host")),
            ("/info/summary", Some("/info")),
            (
                "/components/schemas/Joint/properties/depth/const",
                Some("/definitions/Joint/properties/depth"),
            ),
            ("/components/schemas/Gone/type", None),
            ("/paths/~1joints~1{id}/post/callbacks/done", Some(operation)),
            ("/paths/~1joints~1{id}/post/parameters/3", Some(operation)),
            (
                "/paths/~1joints~1{id}/post/requestBody/content/application~1json/schema/properties/wood/not",
                Some("/paths/~1joints~1{id}/post/parameters/1/schema/properties/wood"),
            ),
            (
                "/paths/~1joints~1{id}/post/responses/200/content/text~1plain/schema/const",
                Some("/paths/~1joints~1{id}/post/responses/200/schema"),
            ),
            ("/paths/~1gone/get", None),
            ("/webhooks/made", None),
            ("/item/0/event", None),
            ("", None),
        ];
        for (pointer, place) in cases {
            assert_eq!(landing(pointer, &definition).as_deref(), place, "{pointer}");
        }
    }
}
