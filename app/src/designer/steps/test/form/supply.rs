//! Calls of operations that supply something while a call is filled in, through the server as any other call.

use leptos::prelude::*;
use serde_json::Value;
use tenon_connector::request::Inputs;
use tenon_connector::request::supply::supply_call;
use tenon_connector::swagger::{Dynamic, Operation, OperationKey};

use super::at::{Find, SchemaAt};
use super::state::FormState;
use crate::api::calls::{
    CallCourse, CallOutcome, CallRequest, CallTranscript, ResponseBody, test_call,
};
use crate::designer::state::Designer;
use crate::texts::{findings, test as t};

/// A call of an operation that supplies something.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    operation: OperationKey,
    inputs: Inputs,
}

/// What an operation is to supply, and for which value.
#[derive(Clone)]
pub(super) struct Supplier {
    pub(super) designer: Designer,
    pub(super) form: FormState,
    /// The operation whose call is filled in.
    pub(super) operation: OperationKey,
    /// The parameter or the schema that says so.
    pub(super) holder: SchemaAt,
    /// What of it is looked for.
    pub(super) find: Find,
}

/// One call of those that a [`Dynamic`] describes: itself, or a part of it.
pub(super) type Part = for<'a> fn(&Dynamic<'a>) -> Option<Dynamic<'a>>;

impl Supplier {
    /// The call with what is filled in so far; none where nothing supplies the value any more.
    pub(super) fn call(&self, part: Part, opened: Option<&Value>) -> Option<Result<Asked, String>> {
        self.designer.now(|connector| {
            let given = self.form.given(connector, &self.operation);
            self.holder
                .with_dynamic(connector, self.find, |dynamic| {
                    let dynamic = part(dynamic)?;
                    let call = supply_call(connector.definition(), &dynamic, &given, opened);
                    let asked = call.map(|(operation, inputs)| Asked { operation, inputs });
                    Some(asked.map_err(|error| findings::of_call(&error.message())))
                })
                .flatten()
        })
    }

    /// Does something with what describes the call, if anything does (any more).
    pub(super) fn read<T>(
        &self,
        part: Part,
        act: impl FnOnce(&Value, &Dynamic<'_>) -> T,
    ) -> Option<T> {
        self.designer.now(|connector| {
            self.holder
                .with_dynamic(connector, self.find, |dynamic| {
                    let dynamic = part(dynamic)?;
                    Some(act(connector.definition(), &dynamic))
                })
                .flatten()
        })
    }

    /// Whether a call would be another one with what is filled in now; follows what is filled in.
    pub(super) fn is_outdated(&self, part: Part, asked: &Asked) -> bool {
        self.form.follow();
        self.designer.open.track();
        self.call(part, None)
            .is_some_and(|now| now.as_ref() != Ok(asked))
    }

    /// Makes a call: what the service answered, as JSON.
    pub(super) async fn answer(&self, asked: Asked) -> Result<Value, String> {
        let name = self.designer.now(|connector| {
            let found = Operation::find(connector.definition(), &asked.operation);
            let id = found.map(|operation| operation.operation_id().to_owned());
            let id = id.filter(|id| !id.is_empty());
            id.unwrap_or_else(|| asked.operation.to_string())
        });
        let (version, actions) = self.designer.unsaved();
        let request = CallRequest {
            connector: self.designer.id(),
            version,
            actions,
            operation: asked.operation,
            connection: self.form.connection.get_untracked(),
            inputs: asked.inputs,
        };
        let transcript = test_call(request).await;
        let transcript =
            transcript.map_err(|error| t::operation_was_not_called(&name, &error.message))?;
        answer_of(&name, transcript)
    }
}

/// The whole of a [`Dynamic`].
pub(super) fn whole<'a>(dynamic: &Dynamic<'a>) -> Option<Dynamic<'a>> {
    Some(dynamic.clone())
}

/// What a service answered, as JSON.
fn answer_of(name: &str, transcript: CallTranscript) -> Result<Value, String> {
    let failed = |reason: String| t::operation_was_not_called(&name, &reason);
    let exchange = match transcript.course {
        CallCourse::Stopped(reason) => return Err(failed(reason)),
        CallCourse::Sent(exchange) => exchange,
    };
    let response = match exchange.outcome {
        CallOutcome::Answered(response) => response,
        CallOutcome::Spoilt { reason, .. }
        | CallOutcome::Cut { reason, .. }
        | CallOutcome::Failed(reason)
        | CallOutcome::Cancelled(reason) => {
            return Err(failed(reason));
        }
    };
    if !(200..300).contains(&response.status) {
        return Err(t::it_answered(&name, &response.status, &response.reason));
    }
    match response.body {
        ResponseBody::Text {
            text,
            truncated: false,
        } => serde_json::from_str(&text).map_err(|_| t::answer_is_no_json(&name)),
        ResponseBody::Text { .. } => Err(t::answer_is_too_long(&name)),
        _ => Err(t::answer_is_no_json(&name)),
    }
}
