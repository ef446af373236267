//! An operation as a request.

use serde_json::{Map, Value, json};

use super::{BASE_URL, Export, plain};
use crate::ledger::Fate;
use crate::swagger::{Location, Operation, Parameter};

impl<'c> Export<'c> {
    /// The item of an operation.
    pub(super) fn item(&mut self, operation: &Operation<'c>) -> Value {
        let parameters = operation.parameters();
        let body = self.body(operation, &parameters);
        let media = body.as_ref().and_then(|(_, media)| media.clone());
        let mut request = Map::new();
        let method = operation.key().method.verb();
        request.insert("method".to_owned(), json!(method));
        request.extend(
            self.auth_of(operation)
                .map(|auth| ("auth".to_owned(), auth)),
        );
        let headers = headers(&parameters, media.as_deref());
        request.insert("header".to_owned(), Value::Array(headers));
        request.extend(body.map(|(body, _)| ("body".to_owned(), body)));
        request.insert("url".to_owned(), self.url(operation, &parameters));
        let said = operation.description();
        if !said.is_empty() {
            request.insert("description".to_owned(), json!(said));
        }
        let names = [operation.summary(), operation.operation_id()];
        let name = names.into_iter().find(|name| !name.is_empty());
        let name = name.map_or_else(
            || format!("{method} {}", operation.path_name()),
            str::to_owned,
        );
        let answers = self.answers(operation);
        json!({ "name": name, "request": request, "response": answers })
    }

    fn url(&mut self, operation: &Operation<'c>, parameters: &[Parameter<'c>]) -> Value {
        let path = operation.path_name().trim_start_matches('/');
        let segments: Vec<String> = path.split('/').map(segment).collect();
        if segments.iter().any(|segment| segment.contains("{{")) {
            let pointer = operation.key().location().pointer(self.definition);
            let message =
                "Postman has no parameter for a part of a segment: a variable stands there.";
            self.ledger
                .enter_in_english(pointer, Fate::Changed, message);
        }
        let query: Vec<Value> = parameters
            .iter()
            .filter(|parameter| parameter.location() == Some(Location::Query))
            .map(field)
            .collect();
        let mut raw = format!("{{{{{BASE_URL}}}}}/{}", segments.join("/"));
        for (index, pair) in query.iter().filter(|pair| !is_off(pair)).enumerate() {
            let said = |key| pair.get(key).and_then(Value::as_str).unwrap_or_default();
            raw.push(if index == 0 { '?' } else { '&' });
            raw.push_str(&format!("{}={}", said("key"), said("value")));
        }
        let base = format!("{{{{{BASE_URL}}}}}");
        let mut url = json!({ "raw": raw, "host": [base], "path": segments });
        let variables: Vec<Value> = parameters
            .iter()
            .filter(|parameter| parameter.location() == Some(Location::Path))
            .filter(|parameter| segments.contains(&format!(":{}", parameter.name())))
            .map(field)
            .collect();
        if let Some(members) = url.as_object_mut() {
            for (key, list) in [("query", query), ("variable", variables)] {
                if !list.is_empty() {
                    members.insert(key.to_owned(), Value::Array(list));
                }
            }
        }
        url
    }
}

/// A segment of a path: a parameter alone in it is a path variable, others are variables in braces.
fn segment(segment: &str) -> String {
    let inner = segment
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'));
    match inner.filter(|name| !name.contains(['{', '}'])) {
        Some(name) => format!(":{name}"),
        None => segment.replace('{', "{{").replace('}', "}}"),
    }
}

fn headers(parameters: &[Parameter<'_>], media: Option<&str>) -> Vec<Value> {
    let of_media = media.map(|media| json!({ "key": "Content-Type", "value": media }));
    let own = parameters
        .iter()
        .filter(|parameter| parameter.location() == Some(Location::Header));
    let own = own.map(field);
    of_media.into_iter().chain(own).collect()
}

/// A parameter as a key and a value; one that may be left out is switched off.
pub(super) fn field(parameter: &Parameter<'_>) -> Value {
    let mut out = Map::new();
    out.insert("key".to_owned(), json!(parameter.name()));
    out.insert("value".to_owned(), json!(sample(parameter)));
    let said = [parameter.description(), parameter.summary()];
    let said = said.into_iter().find(|said| !said.is_empty());
    out.extend(said.map(|said| ("description".to_owned(), json!(said))));
    if !parameter.required() && parameter.location() != Some(Location::Path) {
        out.insert("disabled".to_owned(), json!(true));
    }
    Value::Object(out)
}

/// A value that a parameter can have: its default, an example, or the first of its choices.
fn sample(parameter: &Parameter<'_>) -> String {
    let given = ["default", "x-example", "example"];
    let mut given = given.iter().filter_map(|key| parameter.json().get(*key));
    let value = given.next().or_else(|| parameter.choices().first());
    value.map(plain).unwrap_or_default()
}

fn is_off(field: &Value) -> bool {
    field.get("disabled") == Some(&Value::Bool(true))
}
