//! The policies of an operation around its call.

use tenon_connector::Connector;
use tenon_connector::policy::run::{
    Call, Failed, Finished, Page, Plan, PollState, Ready, ResponseMessage,
};
use tenon_connector::swagger::{Operation, OperationKey};

use super::CallError;
use super::mask::Mask;
use super::transcript::Poll;

/// The policies of an operation.
pub(super) fn plan(connector: &Connector, key: &OperationKey) -> Result<Plan, CallError> {
    let operation = Operation::find(connector.definition(), key);
    let id = operation.map_or("", |operation| operation.operation_id());
    Plan::of(connector.properties(), id).map_err(CallError::Policies)
}

/// Runs the policies of a response.
pub(super) fn of_response(
    plan: &Plan,
    call: &Call<'_>,
    sent: &Ready,
    response: ResponseMessage,
) -> Result<Finished, Failed> {
    let length = response.body.len();
    let mut finished = plan.finish(call, sent, response)?;
    let now = finished.response.body.len();
    if now != length {
        let headers = &mut finished.response.headers;
        let named = headers
            .iter_mut()
            .find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
        if let Some((_, value)) = named {
            *value = now.to_string();
        }
    }
    Ok(finished)
}

/// What an answer is to a polling trigger, which was asked for the first time; none for any other operation.
pub(super) fn poll(plan: &Plan, url: &str, answer: &ResponseMessage, mask: &Mask) -> Option<Poll> {
    let polling = plan.polling()?;
    if !(200..300).contains(&answer.status) {
        return None;
    }
    let polled = polling.poll(&PollState::default(), Page::First, &answer.body);
    Some(match polled {
        Ok(polled) => Poll::Found {
            items: polled.items.len(),
            next: mask.hide(&polling.url(url, &polled.state)),
            next_page: polled.next_page.map(|link| mask.hide(&link)),
        },
        Err(error) => Poll::Unreadable(mask.hide(&error.to_string())),
    })
}

/// The answer that a caller gets where the service gave none, or a policy failed: what policies of the section
/// Failure change. *Chosen*, as docs/policies.md says.
pub(super) fn failure(status: u16, reason: &str) -> ResponseMessage {
    let body = serde_json::json!({ "error": { "code": status, "message": reason } });
    let headers = vec![("Content-Type".to_owned(), "application/json".to_owned())];
    ResponseMessage {
        status,
        body: body.to_string().into_bytes(),
        headers,
    }
}
