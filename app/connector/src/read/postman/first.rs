//! Format 1: all requests in one list, folders and their order beside it. Each request is put into the
//! shape of 2.1.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::items::Reading;
use super::request::Around;
use super::{AFTER, BEFORE, auth, note_script, note_scripts, text};
use crate::ledger::Ledger;

/// The deepest folder whose name is put together with those around it.
const MAX_FOLDERS: usize = 40;

/// Reads a collection of format 1.
pub(super) fn read(collection: &Value, pointer: &str, reading: &mut Reading<'_>) {
    let folders = Folders::of(collection);
    note_scripts(collection, pointer, &mut reading.ledger);
    let list = collection.get("folders").and_then(Value::as_array);
    for (index, folder) in list.into_iter().flatten().enumerate() {
        note_scripts(
            folder,
            &format!("{pointer}/folders/{index}"),
            &mut reading.ledger,
        );
    }
    let whole = Around {
        folder: None,
        sign_in: auth::sign_in(collection.get("auth"), reading.variables),
    };
    let mut known: BTreeMap<&str, Around> = BTreeMap::new();
    let requests = collection.get("requests").and_then(Value::as_array);
    for (index, request) in requests.into_iter().flatten().enumerate() {
        let pointer = format!("{pointer}/requests/{index}");
        let around = match folders.of_request(request) {
            Some(id) => known
                .entry(id)
                .or_insert_with(|| folders.around(id, &whole, reading))
                .clone(),
            None => whole.clone(),
        };
        note_scripts_of(request, &pointer, &mut reading.ledger);
        reading.request(&item(request), &pointer, &around);
    }
}

/// The folders, by their IDs.
struct Folders<'v> {
    all: BTreeMap<&'v str, &'v Value>,
    /// The folder that a request or a folder is in.
    above: BTreeMap<&'v str, &'v str>,
}

impl<'v> Folders<'v> {
    fn of(collection: &'v Value) -> Self {
        let mut all = BTreeMap::new();
        let mut above = BTreeMap::new();
        let list = collection.get("folders").and_then(Value::as_array);
        for folder in list.into_iter().flatten() {
            let Some(id) = folder.get("id").and_then(Value::as_str) else {
                continue;
            };
            all.entry(id).or_insert(folder);
            for key in ["order", "folders_order"] {
                let within = folder.get(key).and_then(Value::as_array);
                for inner in within.into_iter().flatten().filter_map(Value::as_str) {
                    above.entry(inner).or_insert(id);
                }
            }
            if let Some(outer) = folder.get("folder").and_then(Value::as_str) {
                above.entry(id).or_insert(outer);
            }
        }
        Self { all, above }
    }

    /// The folder that a request is in.
    fn of_request(&self, request: &'v Value) -> Option<&'v str> {
        let named = request.get("folder").and_then(Value::as_str);
        let named = named.filter(|id| self.all.contains_key(id));
        let id = || request.get("id").and_then(Value::as_str);
        named.or_else(|| self.above.get(id()?).copied())
    }

    /// What a folder and those around it hand down.
    fn around(&self, id: &str, whole: &Around, reading: &mut Reading<'_>) -> Around {
        let mut chain: Vec<&Value> = Vec::new();
        let mut next = Some(id);
        while let Some(folder) = next.and_then(|id| self.all.get(id)) {
            let is_known = chain.iter().any(|known| std::ptr::eq(*known, *folder));
            if is_known || chain.len() >= MAX_FOLDERS {
                break;
            }
            chain.push(*folder);
            next = next.and_then(|id| self.above.get(id)).copied();
        }
        let within = |around: Around, folder: &&Value| Around {
            folder: Some(reading.enter_folder(folder, &around)),
            sign_in: auth::sign_in(folder.get("auth"), reading.variables).or(around.sign_in),
        };
        chain.iter().rev().fold(whole.clone(), within)
    }
}

/// A request in the shape of 2.1.
fn item(request: &Value) -> Value {
    let mut out = Map::new();
    for key in ["method", "description"] {
        out.extend(
            request
                .get(key)
                .map(|value| (key.to_owned(), value.clone())),
        );
    }
    out.insert("url".to_owned(), url(request));
    let headers = request
        .get("headerData")
        .filter(|list| list.as_array().is_some_and(|l| !l.is_empty()));
    if let Some(headers) = headers.or_else(|| request.get("headers")) {
        out.insert("header".to_owned(), headers.clone());
    }
    out.extend(auth_of(request).map(|auth| ("auth".to_owned(), auth)));
    out.extend(body(request).map(|body| ("body".to_owned(), body)));
    let mut item = json!({ "name": request.get("name"), "request": out });
    let responses = request.get("responses");
    if let (Some(item), Some(responses)) = (item.as_object_mut(), responses) {
        item.insert("responses".to_owned(), responses.clone());
    }
    item
}

fn url(request: &Value) -> Value {
    let mut out = Map::new();
    out.insert("raw".to_owned(), json!(text(request, "url")));
    let variables = match (
        request.get("pathVariableData"),
        request.get("pathVariables"),
    ) {
        (Some(Value::Array(list)), _) if !list.is_empty() => list.clone(),
        (_, Some(Value::Object(values))) => {
            let pairs = values.iter();
            pairs
                .map(|(key, value)| json!({ "key": key, "value": value }))
                .collect()
        }
        _ => Vec::new(),
    };
    out.insert("variable".to_owned(), Value::Array(variables));
    let query = request.get("queryParams").and_then(Value::as_array);
    if let Some(query) = query.filter(|query| !query.is_empty()) {
        out.insert("query".to_owned(), json!(query));
    }
    Value::Object(out)
}

/// The authentication, as newer programs write it, or as a “helper”.
fn auth_of(request: &Value) -> Option<Value> {
    if let Some(auth) = request.get("auth").filter(|auth| auth.is_object()) {
        return Some(auth.clone());
    }
    let kind = match request.get("currentHelper")?.as_str()? {
        "basicAuth" => "basic",
        "bearerAuth" => "bearer",
        "apikeyAuth" => "apikey",
        "digestAuth" => "digest",
        "oAuth1" => "oauth1",
        "oAuth2" => "oauth2",
        "hawkAuth" => "hawk",
        "ntlmAuth" => "ntlm",
        "awsSigV4" => "awsv4",
        _ => return None,
    };
    let settings = match request.get("helperAttributes") {
        Some(Value::String(text)) => serde_json::from_str(text).unwrap_or(Value::Null),
        Some(settings) => settings.clone(),
        None => Value::Null,
    };
    Some(json!({ "type": kind, kind: settings }))
}

fn body(request: &Value) -> Option<Value> {
    let mode = request.get("dataMode").and_then(Value::as_str);
    let raw = request
        .get("rawModeData")
        .filter(|raw| raw.as_str().is_some_and(|raw| !raw.is_empty()));
    match mode {
        Some("params") => Some(json!({ "mode": "formdata", "formdata": request.get("data") })),
        Some("urlencoded") => {
            Some(json!({ "mode": "urlencoded", "urlencoded": request.get("data") }))
        }
        Some("binary") => Some(json!({ "mode": "file" })),
        Some("graphql") => {
            let query = request.get("graphqlModeData").or(raw);
            Some(json!({ "mode": "graphql", "graphql": query }))
        }
        _ => {
            let older = request.get("data").filter(|data| data.is_string());
            let options = request.get("dataOptions");
            let raw = raw.or(older)?;
            Some(json!({ "mode": "raw", "raw": raw, "options": options }))
        }
    }
}

/// Names the scripts, which stand beside the request in format 1.
fn note_scripts_of(request: &Value, pointer: &str, ledger: &mut Ledger) {
    note_scripts(request, pointer, ledger);
    // Newer programs write both; the list is the one that they read.
    if request.get("events").is_some_and(Value::is_array) {
        return;
    }
    for (key, when) in [("preRequestScript", BEFORE), ("tests", AFTER)] {
        if request
            .get(key)
            .and_then(Value::as_str)
            .is_some_and(|script| !script.trim().is_empty())
        {
            note_script(when, format!("{pointer}/{key}"), ledger);
        }
    }
}
