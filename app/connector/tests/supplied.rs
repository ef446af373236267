//! What operations supply in real connectors (`x-ms-dynamic-*`): every call can be made, or what is wrong is named, and
//! what the definitions describe as answers is read.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test fails by panicking, and says on the terminal what it left out"
)]

mod samples;

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tenon_connector::document::{Path, Step};
use tenon_connector::request::choices::choices_in;
use tenon_connector::request::form::with_value;
use tenon_connector::request::supplied_schema::schema_in;
use tenon_connector::request::supply::{SupplyError, supply_call};
use tenon_connector::request::tree::{nodes_in, supplied_tree};
use tenon_connector::request::{Inputs, prepare};
use tenon_connector::swagger::{Argument, Dynamic, DynamicKind, DynamicPath, Location, dynamics};

/// Every parameter and schema of a definition that has any of these extensions.
fn holders(definition: &Value) -> Vec<(Path, &Value)> {
    let mut found = Vec::new();
    let mut waiting = vec![(Path::root(), definition)];
    while let Some((path, value)) = waiting.pop() {
        match value {
            Value::Object(members) => {
                if !dynamics(value, &path).is_empty() {
                    found.push((path.clone(), value));
                }
                waiting.extend(
                    members
                        .iter()
                        .map(|(key, own)| (path.join(key.as_str()), own)),
                );
            }
            Value::Array(items) => {
                let own = items.iter().enumerate();
                waiting.extend(own.map(|(n, item)| (path.join(Step::of_item(items, n)), item)));
            }
            _ => {}
        }
    }
    found
}

/// Inputs that have a value wherever a call refers to one.
fn given(dynamic: &Dynamic<'_>) -> Inputs {
    let mut inputs = Inputs::default();
    for (_, argument) in dynamic.arguments() {
        let Argument::Reference(path) = argument else {
            continue;
        };
        let (name, rest) = path.split_once('/').unwrap_or((path, ""));
        let place = Path::of(
            rest.split('/')
                .filter(|step| !step.is_empty())
                .map(Step::from),
        );
        let old = inputs
            .get(Location::Body, name)
            .cloned()
            .unwrap_or(Value::Null);
        inputs = inputs.with(
            Location::Body,
            name,
            with_value(&old, &place, Some(json!("7"))),
        );
    }
    inputs
}

/// An answer with a value at a path.
fn answer(path: &str, value: Value) -> Value {
    let steps = path.split('/').filter(|step| !step.is_empty());
    with_value(&Value::Null, &Path::of(steps.map(Step::from)), Some(value))
}

/// Whether the call can be made and comes to a request; else that what is wrong is said.
fn is_called(definition: &Value, dynamic: &Dynamic<'_>, opened: Option<&Value>) -> bool {
    match supply_call(definition, dynamic, &given(dynamic), opened) {
        Ok((operation, inputs)) => match prepare(definition, &operation, &inputs) {
            Ok(request) => request.url.starts_with("http"),
            Err(error) => !error.to_string().is_empty(),
        },
        // All that it refers to is given.
        Err(SupplyError::Missing(_, path)) => unreachable!("{path} was given: {}", dynamic.json()),
        Err(error) => {
            assert!(
                error.to_string().contains("definition")
                    || matches!(error, SupplyError::OfThePlatform(..))
            );
            false
        }
    }
}

/// Reads an answer that is as the extension says.
fn read(definition: &Value, dynamic: &Dynamic<'_>) {
    let path = |of| dynamic.answer_path(of).unwrap_or_default();
    let item = || {
        let value = match path(DynamicPath::Value) {
            "" => "value",
            path => path,
        };
        let item = answer(value, json!("v"));
        match path(DynamicPath::Title) {
            "" => item,
            title if title == value => item,
            title => with_value(
                &item,
                &Path::of(title.split('/').map(Step::from)),
                Some(json!("t")),
            ),
        }
    };
    match dynamic.kind() {
        DynamicKind::Values | DynamicKind::List => {
            let items = answer(path(DynamicPath::Items), json!([item(), item()]));
            assert_eq!(
                choices_in(dynamic, &items).unwrap().len(),
                2,
                "{}",
                dynamic.json()
            );
        }
        DynamicKind::Schema | DynamicKind::Properties => {
            let schema = json!({ "type": "object", "properties": { "a": { "type": "string" } } });
            let answer = answer(path(DynamicPath::Value), schema.clone());
            let found = schema_in(definition, dynamic, &answer).unwrap().unwrap();
            assert_eq!(found.document(), &schema, "{}", dynamic.json());
        }
        DynamicKind::Tree => {
            let items = answer(path(DynamicPath::Items), json!([item(), item()]));
            assert_eq!(
                nodes_in(dynamic, &items).unwrap().nodes.len(),
                2,
                "{}",
                dynamic.json()
            );
        }
    }
}

#[test]
fn what_real_connectors_have_supplied_is_called_and_read() {
    let connectors = samples::connectors();
    if connectors.is_empty() {
        return;
    }
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (_, connector) in &connectors {
        let definition = connector.definition();
        for (path, holder) in holders(definition) {
            let all = dynamics(holder, &path).into_iter();
            let plain = all.filter(|own| own.kind() != DynamicKind::Tree);
            let mut calls: Vec<(Dynamic<'_>, Option<Value>)> =
                plain.map(|own| (own, None)).collect();
            if let Some(tree) = supplied_tree(holder, &path) {
                let opened = |call: &Dynamic<'_>| {
                    let selected =
                        call.arguments()
                            .into_iter()
                            .find_map(|(_, argument)| match argument {
                                Argument::Selected(path) => Some(answer(path, json!(1))),
                                _ => None,
                            });
                    selected.unwrap_or_else(|| json!({}))
                };
                calls.extend(tree.open().map(|own| (own, None)));
                calls.extend(tree.browse().map(|own| (own.clone(), Some(opened(&own)))));
            }
            for (dynamic, opened) in calls {
                let count = counts.entry(dynamic.kind().key()).or_default();
                count.0 += 1;
                count.1 += usize::from(is_called(definition, &dynamic, opened.as_ref()));
                read(definition, &dynamic);
            }
        }
    }
    eprintln!("{counts:?}");
    for kind in [
        DynamicKind::Schema,
        DynamicKind::Properties,
        DynamicKind::Tree,
    ] {
        let (all, called) = counts.get(kind.key()).copied().unwrap_or_default();
        assert!(all > 0, "no {} in the corpus", kind.key());
        // What cannot be called is broken in the definition itself.
        assert!(called * 10 >= all * 9, "{}: {called} of {all}", kind.key());
    }
}
