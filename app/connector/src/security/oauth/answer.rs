//! What a token URL answers, in whatever shape: JSON, a form, nested, with other names, or an error with status 200.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

/// How deep tokens and errors are looked for.
const DEPTH: usize = 4;

/// An answer as it was understood.
#[derive(Clone, PartialEq, Eq)]
pub enum TokenAnswer {
    /// A token, as RFC 6749 (section 5.1) would write it.
    Granted(Value),
    /// A refusal.
    Refused(Refusal),
    /// Neither: what it was.
    Unreadable(Unreadable),
}

/// A refusal (RFC 6749, section 5.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// The code of the error, such as `invalid_client`; empty where the provider has none.
    pub error: String,
    /// What the provider says of it.
    pub description: String,
}

/// What an answer was that could not be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A page.
    Html,
    /// Nothing.
    Empty,
    /// Another text.
    Text,
    /// JSON or a form, without a token and without an error.
    NoToken,
}

/// Understands an answer.
#[must_use]
pub fn token_answer(status: u16, content_type: &str, body: &[u8]) -> TokenAnswer {
    let text = String::from_utf8_lossy(body);
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return TokenAnswer::Unreadable(Unreadable::Empty);
    }
    let Some(value) = parsed(text) else {
        let is_page = content_type.contains("html") || text.starts_with('<');
        return TokenAnswer::Unreadable(if is_page {
            Unreadable::Html
        } else {
            Unreadable::Text
        });
    };
    if status < 400
        && let Some(granted) = granted(&value)
    {
        return TokenAnswer::Granted(granted);
    }
    match refusal(&value) {
        Some(refusal) => TokenAnswer::Refused(refusal),
        None => TokenAnswer::Unreadable(Unreadable::NoToken),
    }
}

/// JSON, else a form that has at least one name known from OAuth.
fn parsed(text: &str) -> Option<Value> {
    if let Ok(value @ (Value::Object(_) | Value::Array(_))) = serde_json::from_str(text) {
        return Some(value);
    }
    let pairs = text.split('&').map(|pair| pair.split_once('='));
    let pairs: BTreeMap<String, String> = pairs
        .collect::<Option<Vec<_>>>()?
        .into_iter()
        .map(|(name, value)| (decoded(name), decoded(value)))
        .collect();
    let known = ["access_token", "error"];
    let is_known = known.iter().any(|name| pairs.contains_key(*name));
    is_known.then(|| json!(pairs))
}

fn decoded(text: &str) -> String {
    let text = text.replace('+', " ");
    percent_decode_str(&text).decode_utf8_lossy().into_owned()
}

/// The first object, from the outside in, that holds an access token, with the names of RFC 6749.
fn granted(value: &Value) -> Option<Value> {
    let mut level = vec![value];
    for _ in 0..DEPTH {
        if let Some(found) = level.iter().find_map(|value| token_of(value)) {
            return Some(found);
        }
        level = level.into_iter().flat_map(children).collect();
    }
    None
}

fn children(value: &Value) -> Vec<&Value> {
    match value {
        Value::Object(members) => members.values().collect(),
        Value::Array(items) => items.iter().collect(),
        _ => Vec::new(),
    }
}

fn token_of(value: &Value) -> Option<Value> {
    let members = value.as_object()?;
    let token = text(members, &["access_token", "accessToken"])?;
    let mut answer = Map::new();
    answer.insert("access_token".to_owned(), json!(token));
    // Many leave it out, and those that have it mean it.
    let kind = text(members, &["token_type", "tokenType"]);
    let kind = kind.unwrap_or_else(|| "bearer".to_owned());
    answer.insert("token_type".to_owned(), json!(kind));
    if let Some(token) = text(members, &["refresh_token", "refreshToken"]) {
        answer.insert("refresh_token".to_owned(), json!(token));
    }
    let seconds = ["expires_in", "expiresIn", "expires"];
    if let Some(seconds) = seconds.iter().find_map(|name| number(members.get(*name)?)) {
        answer.insert("expires_in".to_owned(), json!(seconds));
    }
    match members.get("scope") {
        Some(Value::String(scope)) => {
            answer.insert("scope".to_owned(), json!(scope.replace(',', " ")));
        }
        Some(Value::Array(scopes)) => {
            let scopes: Vec<_> = scopes.iter().filter_map(Value::as_str).collect();
            answer.insert("scope".to_owned(), json!(scopes.join(" ")));
        }
        _ => {}
    }
    Some(Value::Object(answer))
}

fn text(members: &Map<String, Value>, names: &[&str]) -> Option<String> {
    let found = names.iter().find_map(|name| members.get(*name)?.as_str());
    found.filter(|text| !text.is_empty()).map(str::to_owned)
}

/// A number of seconds, which some write as a text or with a point.
fn number(value: &Value) -> Option<u64> {
    let text = match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => return None,
    };
    text.split('.').next()?.trim().parse().ok()
}

/// What an answer says of an error, wherever it says it.
fn refusal(value: &Value) -> Option<Refusal> {
    const CODES: [&str; 5] = ["error", "error_code", "errorCode", "code", "status"];
    const WORDS: [&str; 8] = [
        "error_description",
        "errorDescription",
        "error_message",
        "errorMessage",
        "error_msg",
        "message",
        "detail",
        "title",
    ];
    let mut level = vec![value];
    for _ in 0..DEPTH {
        for members in level.iter().filter_map(|value| value.as_object()) {
            let word = |names: &[&str]| text(members, names).unwrap_or_default();
            let refusal = Refusal {
                error: word(&CODES),
                description: word(&WORDS),
            };
            let names_error = members.get("error").is_some_and(Value::is_string);
            if names_error || !refusal.description.is_empty() {
                return Some(refusal);
            }
        }
        level = level.into_iter().flat_map(children).collect();
    }
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic, reason = "a test fails by panicking")]

    use serde_json::{Value, json};

    use super::{Refusal, TokenAnswer, Unreadable, token_answer};

    fn granted(body: &str) -> Value {
        match token_answer(200, "", body.as_bytes()) {
            TokenAnswer::Granted(value) => value,
            _ => panic!("no token in {body}"),
        }
    }

    #[test]
    fn a_token_is_found_in_every_shape_in_which_providers_wrap_it() {
        let plain = json!({ "access_token": "t", "token_type": "bearer" });
        let full = json!({ "access_token": "t", "token_type": "Bearer", "refresh_token": "r", "expires_in": 60,
            "scope": "a b" });
        let cases = [
            (r#"{"access_token":"t"}"#, &plain),
            (
                "access_token=t&scope=",
                &json!({ "access_token": "t", "token_type": "bearer", "scope": "" }),
            ),
            (
                r#"{"ok":true,"authed_user":{"id":"U1","access_token":"t"}}"#,
                &plain,
            ),
            (r#"{"data":[{"accessToken":"t"}]}"#, &plain),
            (
                r#"{"status":0,"body":{"access_token":"t","token_type":"Bearer","refresh_token":"r","expires_in":"60","scope":"a,b"}}"#,
                &full,
            ),
            (
                r#"{"access_token":"t","token_type":"Bearer","refresh_token":"r","expires_in":60.0,"scope":["a","b"]}"#,
                &full,
            ),
        ];
        for (body, expected) in cases {
            assert_eq!(&granted(body), expected, "{body}");
        }
    }

    #[test]
    fn an_error_is_found_whatever_the_status() {
        let cases = [
            (400, r#"{"error":"invalid_client"}"#, "invalid_client", ""),
            (
                200,
                r#"{"ok":false,"error":"bad_client_secret"}"#,
                "bad_client_secret",
                "",
            ),
            (
                200,
                "error=bad_verification_code&error_description=It+is+old",
                "bad_verification_code",
                "It is old",
            ),
            (
                400,
                r#"{"error":{"message":"No such app","code":"x"}}"#,
                "x",
                "No such app",
            ),
            (
                401,
                r#"{"errors":[{"title":"Unauthorized"}]}"#,
                "",
                "Unauthorized",
            ),
        ];
        for (status, body, error, description) in cases {
            let expected = Refusal {
                error: error.to_owned(),
                description: description.to_owned(),
            };
            let answer = token_answer(status, "application/json", body.as_bytes());
            assert!(answer == TokenAnswer::Refused(expected), "{body}");
        }
    }

    #[test]
    fn what_is_neither_is_named() {
        let cases = [
            ("<!doctype html>", Unreadable::Html),
            ("", Unreadable::Empty),
            ("nope", Unreadable::Text),
            ("{\"a\":1}", Unreadable::NoToken),
        ];
        for (body, expected) in cases {
            let answer = token_answer(200, "", body.as_bytes());
            assert!(answer == TokenAnswer::Unreadable(expected), "{body}");
        }
    }
}
