//! A request of a collection, as a call.

use serde_json::Value;

use super::address::target;
use super::variables::Variables;
use super::{answers, auth, body, description, is_off, text};
use crate::ledger::{Fate, Ledger};
use crate::message::{Message, message};
use crate::read::calls::{Call, Field, SignIn, content_type};

/// What a folder hands down to the requests in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Around {
    /// Its name, after those of the folders around it.
    pub(super) folder: Option<String>,
    /// How its requests authenticate.
    pub(super) sign_in: Option<SignIn>,
}

/// The call that an item makes.
pub(super) fn call(
    item: &Value,
    pointer: &str,
    around: &Around,
    variables: &Variables<'_>,
    ledger: &mut Ledger,
) -> Call {
    let request = item.get("request").unwrap_or(&Value::Null);
    let url = if request.is_string() {
        Some(request)
    } else {
        request.get("url")
    };
    let target = target(url, variables);
    if target.is_empty {
        let message = message!(
            "The request has no URL: its operation stands at the path “/”. Enter the path."
        );
        ledger.enter(pointer, Fate::Added, message);
    }
    let headers = headers(request, variables);
    let media = content_type(&headers).map(str::to_owned);
    let sent = request.get("body").or_else(|| request.get("data"));
    let own = auth::sign_in(request.get("auth"), variables);
    let of_url = target.has_user.then_some(SignIn::Basic);
    note(item, request, pointer, ledger);
    let mut unknown = Vec::new();
    let body = sent.and_then(|sent| body::body(sent, media.as_deref(), variables, &mut unknown));
    note_unknown(&unknown, pointer, ledger);
    Call {
        pointer: pointer.to_owned(),
        name: name(item, request),
        description: said(item, request),
        folder: around.folder.clone(),
        method: text(request, "method").map_or_else(|| "GET".to_owned(), |m| m.trim().to_owned()),
        address: target.address,
        query: target.query,
        headers,
        body,
        sign_in: own
            .or(of_url)
            .or_else(|| around.sign_in.clone())
            .unwrap_or_default(),
        answers: answers::answers(item, pointer, variables, ledger),
    }
}

/// Names the variables of a body of which nobody says what they are.
fn note_unknown(unknown: &[String], pointer: &str, ledger: &mut Ledger) {
    if !unknown.is_empty() {
        let message = message!(
            "Nobody says what stands for {names} in the body: a number here, since a text would stand in quotation marks. \
             Correct it in the Definition step.",
            names = Message::listed(unknown)
        );
        ledger.enter(pointer, Fate::Lowered, message);
    }
}

fn name(item: &Value, request: &Value) -> String {
    let name = text(item, "name").or_else(|| text(request, "name"));
    name.unwrap_or_default().into_owned()
}

fn said(item: &Value, request: &Value) -> String {
    match description(request) {
        said if said.is_empty() => description(item),
        said => said,
    }
}

/// Names what Postman does by itself and connectors do not.
fn note(item: &Value, request: &Value, pointer: &str, ledger: &mut Ledger) {
    let settings = item
        .get("protocolProfileBehavior")
        .and_then(Value::as_object);
    if settings.is_some_and(|settings| !settings.is_empty()) {
        let message = message!("How Postman itself sends the request has no place in a connector.");
        ledger.enter(
            format!("{pointer}/protocolProfileBehavior"),
            Fate::Dropped,
            message,
        );
    }
    for key in ["proxy", "certificate"] {
        if request.get(key).is_some_and(|value| !value.is_null()) {
            let message =
                message!("Connectors call without a proxy and without a certificate of their own.");
            ledger.enter(format!("{pointer}/request/{key}"), Fate::Dropped, message);
        }
    }
}

/// The headers of a request or of a response: a list, or one text with a line for each.
pub(super) fn headers(of: &Value, variables: &Variables<'_>) -> Vec<Field> {
    match of.get("header").or_else(|| of.get("headers")) {
        Some(Value::Array(list)) => list
            .iter()
            .filter_map(|one| header(one, variables))
            .collect(),
        Some(Value::String(text)) => text
            .lines()
            .filter_map(|line| written(line, variables))
            .collect(),
        _ => Vec::new(),
    }
}

fn header(header: &Value, variables: &Variables<'_>) -> Option<Field> {
    if let Some(line) = header.as_str() {
        return written(line, variables);
    }
    let name = text(header, "key")?;
    // A header that is switched off is one that the API knows: only its value says nothing.
    let value = text(header, "value").filter(|_| !is_off(header));
    Some(Field {
        name: variables.resolved(name.trim()),
        value: value.map(|value| variables.resolved(&value)),
        description: variables.resolved(&description(header)),
        is_file: false,
    })
}

/// A header as one line; two slashes before it switch it off.
fn written(line: &str, variables: &Variables<'_>) -> Option<Field> {
    let on = line.trim().strip_prefix("//");
    let (name, value) = on.unwrap_or(line).split_once(':')?;
    Some(Field {
        name: variables.resolved(name.trim()),
        value: on.is_none().then(|| variables.resolved(value.trim())),
        ..Field::default()
    })
}
