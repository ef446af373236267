//! Requests, answers and fits on real connectors.

use serde_json::{Value, json};
use tenon_connector::document::MAX_DEPTH;
use tenon_connector::infer::Manner;
use tenon_connector::request::{Inputs, curl, prepare, skeleton};
use tenon_connector::swagger::{operations, responses};
use tenon_connector::validate::{Answer, Content, check, fit};

use super::samples::connectors;

/// An answer that no definition expects: the first one, with other types in it.
fn twisted(value: Value, depth: usize) -> Value {
    match value {
        Value::String(_) => json!(7),
        Value::Number(_) => json!("seven"),
        Value::Object(members) if depth < MAX_DEPTH => {
            let mut members = members;
            members
                .values_mut()
                .for_each(|member| *member = twisted(member.take(), depth + 1));
            members.insert("tenon-new".to_owned(), json!([{ "a": 1 }, { "a": null }]));
            Value::Object(members)
        }
        Value::Array(items) => items
            .into_iter()
            .map(|item| twisted(item, depth + 1))
            .collect(),
        other => other,
    }
}

#[test]
fn real_responses_are_made_to_fit_what_comes() {
    let mut fitted = 0_usize;
    for (name, connector) in connectors().into_iter().step_by(4) {
        let definition = connector.definition();
        for operation in operations(definition).take(3) {
            for response in responses(definition, operation.key()) {
                let (Ok(status), Some(schema)) = (response.status().parse(), response.schema())
                else {
                    continue;
                };
                let body = twisted(skeleton(definition, schema.json()), 0);
                let answer = Answer {
                    status,
                    headers: Vec::new(),
                    content: Content::Json(body),
                };
                let fit = fit(definition, operation.key(), &answer, Manner::Original);
                let Ok(fit) = fit else { continue };
                let left: Vec<_> = fit.left.errors().collect();
                assert!(left.is_empty(), "{name} {}: {left:?}", operation.key());
                fitted += 1;
            }
        }
    }
    assert!(fitted == 0 || fitted > 100, "{fitted}");
}

#[test]
fn requests_of_real_operations_are_made_or_refused_with_a_reason() {
    let (mut made, mut refused) = (0_usize, 0_usize);
    for (_, connector) in connectors() {
        let definition = connector.definition();
        for operation in operations(definition) {
            let mut inputs = Inputs::default();
            for parameter in operation.parameters() {
                if let Some(location) = parameter.location() {
                    let schema = parameter.schema().unwrap_or_else(|| parameter.json());
                    let value = match skeleton(definition, schema) {
                        Value::String(text) if text.is_empty() => json!("a"),
                        value => value,
                    };
                    inputs = inputs.with(location, parameter.name(), value);
                }
            }
            match prepare(definition, operation.key(), &inputs) {
                Ok(request) => {
                    assert!(curl(&request).contains("curl "));
                    let answer = Answer {
                        status: 200,
                        headers: Vec::new(),
                        content: Content::Empty,
                    };
                    let _ = check(definition, operation.key(), &answer);
                    made += 1;
                }
                Err(error) => {
                    assert!(error.to_string().ends_with('.'), "{error}");
                    refused += 1;
                }
            }
        }
    }
    assert!(made >= refused * 20, "{made} made, {refused} refused");
}
