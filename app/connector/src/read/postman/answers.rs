//! Responses that were saved with a request.

use serde_json::Value;

use super::request::headers;
use super::text;
use super::variables::Variables;
use crate::ledger::{Fate, Ledger};
use crate::message::message;
use crate::read::calls::{Answer, content_type};

/// The responses of an item.
pub(super) fn answers(
    item: &Value,
    pointer: &str,
    variables: &Variables<'_>,
    ledger: &mut Ledger,
) -> Vec<Answer> {
    let mut answers = Vec::new();
    for key in ["response", "responses"] {
        let list = item.get(key).and_then(Value::as_array);
        for (index, saved) in list.into_iter().flatten().enumerate() {
            let pointer = format!("{pointer}/{key}/{index}");
            match status(saved) {
                Some(status) => answers.push(answer(saved, pointer, status, variables)),
                None => {
                    let message = message!(
                        "It has no status: it is left out. Import a sample in the Definition step."
                    );
                    ledger.enter(pointer, Fate::Dropped, message);
                }
            }
        }
    }
    answers
}

/// The status; format 1 has it one level deeper.
fn status(saved: &Value) -> Option<u16> {
    let found = text(saved, "code").or_else(|| text(saved.get("responseCode")?, "code"))?;
    let status: u16 = found.parse().ok()?;
    (100..=599).contains(&status).then_some(status)
}

fn answer(saved: &Value, pointer: String, status: u16, variables: &Variables<'_>) -> Answer {
    let headers = headers(saved, variables);
    let media = content_type(&headers).map(str::to_owned);
    let body = text(saved, "body").or_else(|| text(saved, "text"));
    Answer {
        pointer,
        status,
        name: text(saved, "name").unwrap_or_default().into_owned(),
        media: media.unwrap_or_default(),
        body: body.unwrap_or_default().into_owned(),
    }
}
