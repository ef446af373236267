//! Recordings of browsers (HAR 1.2): the calls of one API among all that went by.

mod asset;
mod body;

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::Value;

use super::calls::{self, Answer, Call, Field, SignIn, Source, Url, path_as_seen};
use super::naming::counted;
use super::{Converted, KnownIds};
use crate::infer::Manner;
use crate::ledger::{Fate, Ledger};
use crate::message::message;
use asset::Asset;

/// Whether a document is a recording.
pub(super) fn is_recording(root: &Value) -> bool {
    root.pointer("/log/entries").is_some_and(Value::is_array)
}

/// Converts a recording.
pub(super) fn convert(root: &Value, known: &KnownIds, manner: Manner) -> Converted {
    let mut ledger = Ledger::default();
    let mut calls = Vec::new();
    let mut assets: BTreeMap<Asset, (usize, String)> = BTreeMap::new();
    let entries = root.pointer("/log/entries").and_then(Value::as_array);
    for (index, entry) in entries.into_iter().flatten().enumerate() {
        let pointer = format!("/log/entries/{index}");
        match Asset::of(entry) {
            Some(asset) => assets.entry(asset).or_insert_with(|| (0, pointer)).0 += 1,
            None => calls.push(call(entry, pointer)),
        }
    }
    for (asset, (count, pointer)) in assets {
        let message = message!(
            "What a page is made of is no call of an API: {counted} left out.",
            counted = counted(count, asset.noun())
        );
        ledger.enter(pointer, Fate::Dropped, message);
    }
    let source = Source {
        is_recorded: true,
        manner,
        ..Source::default()
    };
    calls::definition(&source, calls, known, ledger)
}

fn call(entry: &Value, pointer: String) -> Call {
    let request = entry.get("request").unwrap_or(&Value::Null);
    let url = Url::of(text(request, "url"));
    let listed = fields(request, "queryString");
    let query = if listed.is_empty() {
        url.parameters()
    } else {
        listed
    };
    let user = url.has_user.then_some(SignIn::Basic);
    Call {
        name: String::new(),
        description: String::new(),
        folder: None,
        method: text(request, "method").to_owned(),
        address: url.address(path_as_seen(&url)),
        query,
        headers: headers(request),
        body: request.get("postData").and_then(body::body),
        sign_in: user.unwrap_or_default(),
        answers: answer(entry, &pointer).into_iter().collect(),
        pointer,
    }
}

/// The headers; cookies that are told apart from them are one, too.
fn headers(request: &Value) -> Vec<Field> {
    let mut headers = fields(request, "headers");
    let is_cookie = |field: &Field| field.name.eq_ignore_ascii_case("cookie");
    if !fields(request, "cookies").is_empty() && !headers.iter().any(is_cookie) {
        headers.push(Field {
            name: "Cookie".to_owned(),
            ..Field::default()
        });
    }
    headers
}

/// Names with values. Those that begin with a colon are of the protocol.
fn fields(request: &Value, key: &str) -> Vec<Field> {
    let list = request.get(key).and_then(Value::as_array);
    let named = list
        .into_iter()
        .flatten()
        .filter(|one| !text(one, "name").starts_with(':'));
    let field = |one: &Value| Field {
        name: text(one, "name").to_owned(),
        value: one.get("value").and_then(Value::as_str).map(str::to_owned),
        ..Field::default()
    };
    named.map(field).collect()
}

/// What came back, unless nothing did or it was known already.
fn answer(entry: &Value, pointer: &str) -> Option<Answer> {
    let response = entry.get("response")?;
    let status = u16::try_from(response.get("status")?.as_u64()?).ok()?;
    if !(200..=599).contains(&status) || status == 304 {
        return None;
    }
    let content = response.get("content").unwrap_or(&Value::Null);
    Some(Answer {
        pointer: format!("{pointer}/response"),
        status,
        name: String::new(),
        media: text(content, "mimeType").to_owned(),
        body: content_text(content),
    })
}

/// The text of an answer; Base64 that is no text stays as it is, for its media type says what it is.
fn content_text(content: &Value) -> String {
    let written = text(content, "text");
    let is_packed = text(content, "encoding") == "base64";
    let unpacked = is_packed.then(|| BASE64.decode(written).ok()).flatten();
    let unpacked = unpacked.and_then(|bytes| String::from_utf8(bytes).ok());
    unpacked.unwrap_or_else(|| written.to_owned())
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}
