//! Policies of real connectors: each one can run, or says why not.

use std::collections::BTreeMap as Table;
use std::fs;

use tenon_connector::document::Document;
use tenon_connector::policy::instances;
use tenon_connector::policy::run::ConnectionValues;
use tenon_connector::swagger::operations;

use super::samples::{connectors, folders};
use super::*;

/// The policies of real connectors that cannot be read, and why.
const REFUSED: &[(&str, &str)] = &[(
    "c-assently-e-sign",
    "The policy “[[Dummy]]” (number 1, setheader) cannot run, because of “name”: “[[Dummy]]” is not a header's name: only letters, digits and hyphens are. Correct it.",
)];

#[test]
fn policies_of_real_connectors_can_run_or_say_why_not() {
    let folders = folders();
    if folders.is_empty() {
        return;
    }
    let (mut counts, mut refused): (Table<String, [usize; 2]>, _) = (Table::new(), Vec::new());
    for folder in &folders {
        let Ok(bytes) = fs::read(folder.join("apiProperties.json")) else {
            continue;
        };
        let Ok((document, _)) = Document::read(&bytes) else {
            continue;
        };
        for instance in instances(document.root()) {
            let alone = properties(&[Value::Object(instance.json().clone())]);
            let id = instance.operations().first().copied().unwrap_or("Any");
            let template = instance.template_id().to_lowercase();
            let count = counts.entry(template).or_default();
            count[0] += 1;
            match Plan::of(&alone, id) {
                Ok(plan) => assert!(!plan.is_empty() || plan.polling().is_some(), "{folder:?}"),
                Err(errors) => {
                    count[1] += 1;
                    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
                    let told = errors.iter().map(|error| (name.clone(), error.to_string()));
                    refused.extend(told);
                }
            }
        }
    }
    eprintln!("{:40} {:>5} {:>7}", "template", "runs", "refused");
    for (template, [all, refused]) in &counts {
        eprintln!("{template:40} {:>5} {refused:>7}", all - refused);
    }
    let refused: Vec<_> = refused
        .iter()
        .map(|(name, error)| (name.as_str(), error.as_str()))
        .collect();
    assert_eq!(refused, REFUSED);
    assert_eq!(counts.len(), 16);
}

/// A connection that has every parameter.
struct Any;

impl ConnectionValues for Any {
    fn get(&self, _: &str) -> Option<&str> {
        Some("any.test")
    }
}

/// A request of an operation, with 7 for each placeholder of its path.
fn request_of(definition: &Value, key: &OperationKey) -> PreparedRequest {
    let base = definition.get("basePath").and_then(Value::as_str);
    let base = base.unwrap_or_default().trim_matches('/');
    let mut path = String::new();
    let mut rest = key.path.trim_start_matches('/');
    while let Some((before, (_, after))) = rest
        .split_once('{')
        .and_then(|(before, inner)| Some((before, inner.split_once('}')?)))
    {
        path.push_str(before);
        path.push('7');
        rest = after;
    }
    path.push_str(rest);
    let base = format!("https://api.test/{base}");
    PreparedRequest {
        method: key.method,
        url: format!("{}/{path}", base.trim_end_matches('/')),
        headers: Vec::new(),
        body: Some(b"{}".to_vec()),
    }
}

#[test]
fn every_operation_of_a_real_connector_can_be_called() {
    let mut unfilled = Vec::new();
    for (name, connector) in connectors() {
        let definition = connector.definition();
        for operation in operations(definition) {
            let id = operation.operation_id();
            let Ok(plan) = Plan::of(connector.properties(), id) else {
                continue;
            };
            let request = request_of(definition, operation.key());
            let call = Call::new(definition, operation.key(), &request, &Any);
            let answer = response(200, r#"{"access_token":"t","@odata.etag":"e"}"#);
            let mut step = plan.start(&call, request);
            let ready = loop {
                step = match step {
                    RequestStep::Ask(asking) => asking.answer(Ok(answer.clone())),
                    RequestStep::Ready(ready) => break Ok(ready),
                    RequestStep::Failed(failed) => break Err(failed.error),
                };
            };
            match ready {
                Ok(ready) => {
                    let url = &ready.request.url;
                    assert!(!url.contains(['{', '}']), "{name}: {url}");
                    plan.finish(&call, &ready, answer).unwrap();
                }
                Err(error) => {
                    assert_eq!(error.parameter.as_deref(), Some("urlTemplate"), "{error}");
                    unfilled.push(name.clone());
                }
            }
        }
    }
    // Their hosts are in headers or in the query, which are not filled in here.
    unfilled.dedup();
    if !unfilled.is_empty() {
        let expected = ["c-asite-hong-kong", "c-cascade", "c-rainbird", "i-payspace"];
        assert_eq!(unfilled, expected);
    }
}
