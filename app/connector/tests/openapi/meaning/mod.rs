//! Conversions, checked by what they mean: for a sample call of each operation, the request that the converted
//! definition makes is the one that the source describes. The source has a small builder of its own here, by the words
//! of OpenAPI 3 (4.8.12, style values), which shares nothing with Tenon's.

mod calls;
mod described;
mod server;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use tenon_connector::read::{Imported, Reading};
use tenon_connector::request::{InputFile, Inputs, PreparedRequest, prepare};
use tenon_connector::source::kept;
use tenon_connector::swagger::{Location, Method, Operation, OperationKey};

use calls::Calls;
use described::{Sent, Source, content, plain};
use server::compare_url;

use super::samples::{OPENAPI, documents};
/// Why a call is passed over: the source does not say how it is written.
const UNSAID: &str = "it is not said how it is written";
const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

/// One call, as the source describes it and as the definition makes it.
struct Call<'c> {
    source: &'c Source,
    imported: &'c Imported,
    pointer: String,
    operation: Operation<'c>,
    inputs: Inputs,
    /// The members of objects that are sent.
    sent: BTreeSet<(Location, String)>,
}

impl<'c> Call<'c> {
    /// Whether the ledger says that something became of a thing.
    fn is_named(&self, pointer: &str) -> bool {
        let within = |own: &str| {
            own == pointer || own.starts_with(pointer) && own[pointer.len()..].starts_with('/')
        };
        self.imported
            .ledger
            .entries
            .iter()
            .any(|entry| within(&entry.pointer))
    }

    /// The pairs that the source sends, and the inputs for them. What the definition does not send is named.
    fn expect(
        &mut self,
        sent: &Sent<'_>,
        location: Location,
    ) -> Result<Vec<(String, String)>, String> {
        let of_objects = |value: &Value| {
            value
                .as_array()
                .is_some_and(|all| all.iter().any(|item| item.is_object() || item.is_array()))
        };
        let within = sent
            .value
            .as_object()
            .into_iter()
            .flatten()
            .any(|(_, value)| value.is_object() || value.is_array());
        if content(sent.json).is_none() && (of_objects(&sent.value) || within) {
            // How objects within lists and objects are written is not said (4.8.12.2): nothing is sent.
            let is_required = sent.json["required"] == true;
            return if is_required {
                Err(UNSAID.to_owned())
            } else {
                Ok(Vec::new())
            };
        }
        let own = self.operation.parameters();
        let has = |name: &str| {
            let same = |text: &str| {
                if location == Location::Header {
                    text.eq_ignore_ascii_case(name)
                } else {
                    text == name
                }
            };
            own.iter()
                .find(|own| own.location() == Some(location) && same(own.name()))
        };
        let name = sent.text("name");
        if let Some(parameter) = has(name) {
            // An object that is one parameter of the definition is written by the maker.
            let value = match (&sent.value, parameter.kind()) {
                (Value::Array(_), "array") => sent.value.clone(),
                (Value::Array(_) | Value::Object(_), _) => {
                    let written = sent.written();
                    let [(_, text)] = &written[..] else {
                        return if sent.pointers.iter().any(|pointer| self.is_named(pointer)) {
                            Ok(Vec::new())
                        } else {
                            Err(format!("{name} is one text, but is sent as {written:?}"))
                        };
                    };
                    json!(text)
                }
                (value, "string") => json!(plain(value)),
                (value, _) => value.clone(),
            };
            self.sent.insert((location, parameter.name().to_owned()));
            self.inputs = std::mem::take(&mut self.inputs).with(location, parameter.name(), value);
            return Ok(sent.written());
        }
        // An object whose members are parameters of their own.
        let mut found = Vec::new();
        for (name, text) in sent.written() {
            if let (Some(parameter), Value::Object(members)) = (has(&name), &sent.value) {
                let key = name
                    .strip_suffix(']')
                    .and_then(|name| name.split_once('['))
                    .map_or(name.as_str(), |(_, key)| key);
                let value = members.get(key).cloned().unwrap_or_default();
                let value = if parameter.kind() == "string" {
                    json!(plain(&value))
                } else {
                    value
                };
                // Members of two objects may be called alike; Swagger 2.0 has one parameter for them.
                let is_first = self.sent.insert((location, name.clone()));
                if is_first {
                    self.inputs = std::mem::take(&mut self.inputs).with(location, &name, value);
                    found.push((name, text));
                } else if !sent.pointers.iter().any(|pointer| self.is_named(pointer)) {
                    return Err(format!(
                        "{name} is sent once, and the ledger does not say so"
                    ));
                }
            } else if !sent.pointers.iter().any(|pointer| self.is_named(pointer)) {
                return Err(format!(
                    "{name} is not sent, and the ledger does not say so"
                ));
            }
        }
        Ok(found)
    }
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8()
        .unwrap()
        .into_owned()
}

/// The pairs of a query or a form, as a service reads them.
fn pairs(encoded: &str) -> Vec<(String, String)> {
    let pieces = encoded.split('&').filter(|piece| !piece.is_empty());
    let pair = |piece: &str| {
        let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
        (
            decoded(&name.replace('+', " ")),
            decoded(&value.replace('+', " ")),
        )
    };
    let mut found: Vec<_> = pieces.map(pair).collect();
    found.sort();
    found
}

/// The parts of a body in parts, by their names: texts, as far as they are.
fn parts(request: &PreparedRequest) -> Vec<(String, String)> {
    let kind = request.header("content-type").unwrap();
    let boundary = kind.split_once("boundary=").unwrap().1.trim_matches('"');
    let body = String::from_utf8_lossy(request.body.as_deref().unwrap());
    let mut found = Vec::new();
    for part in body.split(&format!("--{boundary}")).skip(1) {
        let Some((head, content)) = part.split_once("\r\n\r\n") else {
            continue;
        };
        let name = head
            .split_once(" name=\"")
            .unwrap()
            .1
            .split('"')
            .next()
            .unwrap();
        found.push((
            name.to_owned(),
            content.strip_suffix("\r\n").unwrap().to_owned(),
        ));
    }
    found.sort();
    found
}

/// The call that the definition makes, where it is as the source says; none where the ledger says that it is not there.
fn call(
    source: &Source,
    imported: &Imported,
    definition: &Value,
    path: &str,
    method: &str,
) -> Result<Option<PreparedRequest>, String> {
    let item = source.resolved(&source.root["paths"][path]);
    let described = &item[method];
    let escaped = path.replace('~', "~0").replace('/', "~1");
    let pointer = format!("/paths/{escaped}/{method}");
    let key = OperationKey::new(path, Method::parse(method).unwrap());
    let Some(operation) = Operation::find(definition, &key) else {
        let entries = &imported.ledger.entries;
        let is_named = entries.iter().any(|entry| {
            pointer.starts_with(&entry.pointer) || entry.pointer.starts_with(&pointer)
        });
        return if is_named {
            Ok(None)
        } else {
            Err("it is not there".to_owned())
        };
    };
    let mut sent = source.parameters(&pointer, item, described);
    // Members of objects come last: where one is called as a parameter is, that stands.
    sent.sort_by_key(|sent| sent.value.is_object());
    let mut call = Call {
        source,
        imported,
        pointer,
        operation,
        inputs: Inputs::default(),
        sent: BTreeSet::new(),
    };
    let (mut query, mut headers, mut whole) = (Vec::new(), BTreeMap::new(), path.to_owned());
    for sent in &sent {
        match sent.text("in") {
            "query" => query.extend(call.expect(sent, Location::Query)?),
            "path" => {
                for (name, text) in call.expect(sent, Location::Path)? {
                    whole = whole.replace(&format!("{{{name}}}"), &text);
                }
            }
            "header" => {
                let passed_over = ["accept", "content-type", "authorization"];
                if !passed_over.contains(&sent.text("name").to_ascii_lowercase().as_str()) {
                    headers.extend(call.expect(sent, Location::Header)?);
                }
            }
            _ => {}
        }
    }
    let body = body(&mut call, described)?;
    let request = prepare(definition, &key, &call.inputs).map_err(|error| error.to_string())?;
    compare_url(&call, &request, item, described, &whole, query)?;
    for (name, text) in headers {
        if request.header(&name) != Some(text.as_str()) {
            return Err(format!(
                "header {name}: {:?} for {text:?}",
                request.header(&name)
            ));
        }
    }
    if !request.method.as_str().eq_ignore_ascii_case(method) {
        return Err(format!("{:?} is no {method}", request.method));
    }
    match body {
        None => {}
        Some(Expected::Json(value)) => {
            let found: Value =
                serde_json::from_slice(request.body.as_deref().unwrap_or(b"\"none\""))
                    .unwrap_or_default();
            if found != value {
                return Err(format!("the body is {found} for {value}"));
            }
        }
        Some(Expected::Text(text)) if request.body.as_deref() != Some(text.as_bytes()) => {
            return Err(format!("the body is not {text}"));
        }
        Some(Expected::Form(mut fields)) => {
            fields.sort();
            let kind = request.header("content-type").unwrap_or_default();
            let found = if kind.starts_with("multipart/") {
                parts(&request)
            } else {
                pairs(&String::from_utf8_lossy(
                    request.body.as_deref().unwrap_or_default(),
                ))
            };
            if found != fields {
                return Err(format!("the form is {found:?} for {fields:?}"));
            }
        }
        Some(Expected::Text(_)) => {}
    }
    Ok(Some(request))
}

enum Expected {
    Json(Value),
    Text(String),
    Form(Vec<(String, String)>),
}

/// The body that the source sends in the first media type that the definition consumes; inputs for it.
fn body(call: &mut Call<'_>, described: &Value) -> Result<Option<Expected>, String> {
    let request = call.source.resolved(&described["requestBody"]);
    let Some(content) = request["content"]
        .as_object()
        .filter(|content| !content.is_empty())
    else {
        return Ok(None);
    };
    let at = format!("{}/requestBody", call.pointer);
    let consumes = call.operation.json()["consumes"][0].as_str();
    let consumes = consumes.or(call.imported.connector.definition()["consumes"][0].as_str());
    let media = consumes.unwrap_or("application/json");
    let own = call.operation.parameters();
    let in_body = own
        .iter()
        .find(|own| own.location() == Some(Location::Body));
    let fields: Vec<_> = own
        .iter()
        .filter(|own| own.location() == Some(Location::FormData))
        .collect();
    let shared = described["requestBody"]["$ref"]
        .as_str()
        .map(|reference| reference[1..].to_owned());
    if in_body.is_none() && fields.is_empty() {
        let is_named = call.is_named(&at) || shared.is_some_and(|shared| call.is_named(&shared));
        return if is_named {
            Ok(None)
        } else {
            Err("no body is sent".to_owned())
        };
    }
    let other = content.values().next().filter(|_| call.is_named(&at));
    let Some(schema) = content
        .get(media)
        .or(other)
        .map(|described| &described["schema"])
    else {
        return Err(format!("the source sends no {media}"));
    };
    if let Some(parameter) = in_body {
        if !media.contains("json") {
            let file = InputFile {
                content: b"Oak".to_vec(),
                ..InputFile::default()
            };
            call.inputs =
                std::mem::take(&mut call.inputs).with_file(Location::Body, parameter.name(), file);
            return Ok(Some(Expected::Text("Oak".to_owned())));
        }
        let value = call.source.sample(schema, 0);
        call.inputs =
            std::mem::take(&mut call.inputs).with(Location::Body, parameter.name(), value.clone());
        return Ok(Some(Expected::Json(value)));
    }
    let mut expected = Vec::new();
    let Value::Object(members) = call.source.sample(schema, 1) else {
        return Ok(None);
    };
    for (name, value) in members {
        let Some(field) = fields.iter().find(|field| field.name() == name) else {
            if call.is_named(&at) || shared.as_ref().is_some_and(|shared| call.is_named(shared)) {
                continue;
            }
            return Err(format!(
                "field {name} is not sent, and the ledger does not say so"
            ));
        };
        if field.kind() == "file" {
            let file = InputFile {
                name: "a.txt".to_owned(),
                content: b"Oak".to_vec(),
                ..InputFile::default()
            };
            call.inputs =
                std::mem::take(&mut call.inputs).with_file(Location::FormData, &name, file);
            expected.push((name, "Oak".to_owned()));
            continue;
        }
        let (value, texts) = match (&value, field.kind()) {
            (Value::Array(items), "array")
                if items
                    .iter()
                    .all(|item| !item.is_object() && !item.is_array()) =>
            {
                let encoding = &content[media]["encoding"][&name];
                let texts: Vec<String> = items.iter().map(plain).collect();
                let texts = if encoding["explode"] == false {
                    vec![texts.join(",")]
                } else {
                    texts
                };
                (value.clone(), texts)
            }
            (Value::Array(_), "array") => continue,
            (Value::Array(_) | Value::Object(_), _) => {
                (json!(value.to_string()), vec![value.to_string()])
            }
            (value, "string") => (json!(plain(value)), vec![plain(value)]),
            (value, _) => ((*value).clone(), vec![plain(value)]),
        };
        call.inputs = std::mem::take(&mut call.inputs).with(Location::FormData, &name, value);
        expected.extend(texts.into_iter().map(|text| (name.clone(), text)));
    }
    Ok(Some(Expected::Form(expected)))
}

#[test]
fn the_converted_definition_sends_what_the_source_describes() {
    let (mut compared, mut wrong) = (0, Vec::new());
    for (name, bytes) in documents(&OPENAPI) {
        let mut reading = Reading {
            keep_source: true,
            ..Reading::default()
        };
        let imported = reading.read(&name, &bytes).unwrap();
        let root = serde_json::from_str(kept(&imported.connector).unwrap()).unwrap();
        let source = Source { root };
        let mut definition = imported.connector.definition().clone();
        if definition.get("host").is_none() {
            // The source is relative to where it was found: any host will do.
            definition["host"] = json!("api.example.com");
        }
        let mut calls = Calls::of(&name);
        for (path, item) in source.root["paths"].as_object().into_iter().flatten() {
            let item = source.resolved(item);
            for method in METHODS.iter().filter(|method| item.get(**method).is_some()) {
                match call(&source, &imported, &definition, path, method) {
                    Ok(Some(request)) => {
                        calls.add(path, &request);
                        compared += 1;
                    }
                    Ok(None) => {}
                    Err(reason) if reason == UNSAID => {}
                    Err(reason) => wrong.push(format!("{name} {method} {path}: {reason}")),
                }
            }
        }
        calls.write(&source.root);
    }
    assert!(
        wrong.is_empty(),
        "{} of {}\n{}",
        wrong.len(),
        compared + wrong.len(),
        wrong.join("\n")
    );
    assert!(
        compared > 1_000 || documents(&OPENAPI).is_empty(),
        "{compared}"
    );
}
