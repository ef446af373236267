//! Test calls.

use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};
use tenon_connector::document::{Action, Edit};
use tenon_connector::message::{Message, kept};
use tenon_connector::policy::run::Trace;
use tenon_connector::request::Inputs;
use tenon_connector::swagger::OperationKey;
use tenon_connector::validate::Violations;

use crate::error::AppError;

/// A call to make: of the connector as the maker sees it, saved or not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CallRequest {
    /// The connector's id.
    pub connector: String,
    /// The version that the designer has open.
    pub version: i64,
    /// The unsaved actions on top of it.
    pub actions: Vec<Action>,
    /// The operation to call.
    pub operation: OperationKey,
    /// The connection to call with; none where the connector needs none.
    pub connection: Option<String>,
    /// What the maker filled in.
    pub inputs: Inputs,
}

/// A call as it went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CallTranscript {
    /// What each policy did, in the order in which they ran, secrets masked.
    pub policies: Vec<Trace>,
    /// How far the call came.
    pub course: CallCourse,
    /// The id of the run that it was kept as; none where it could not be kept.
    pub run: Option<String>,
    /// Whether the token was renewed and the call made a second time, since the service did not take the first one.
    #[serde(default)]
    pub renewed: bool,
    /// The name and the owner of the connection that the call was made with, where somebody else shares it.
    #[serde(default)]
    pub shared: Option<SharedConnection>,
}

/// A connection that somebody else shares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedConnection {
    /// Its name.
    pub name: String,
    /// The name of its owner.
    pub owner: String,
}

/// How far a call came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CallCourse {
    /// A policy failed, so that nothing was sent: its error.
    Stopped(String),
    /// The request was sent.
    Sent(Box<CallExchange>),
}

/// A request that was sent, and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CallExchange {
    /// The request as sent, secrets masked.
    pub request: SentRequest,
    /// Where the service sent it on to, hop by hop; none for a run from before they were kept.
    #[serde(default)]
    pub redirects: Vec<CallRedirect>,
    /// What came back, or why nothing did.
    pub outcome: CallOutcome,
    /// From the first byte sent to the last byte received, in milliseconds.
    pub milliseconds: u64,
    /// How long each part took; none where there was no response.
    pub timings: Option<CallTimings>,
}

/// How long each part of an exchange took, in microseconds, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallTimings {
    /// Until the name had an address.
    pub lookup: u64,
    /// Until the connection stood; 0 for one that was kept from a call before.
    pub connect: u64,
    /// Until it was encrypted; 0 where it is not, and for runs from before this was counted apart from `connect`.
    #[serde(default)]
    pub encrypt: u64,
    /// Until the response began.
    pub first_byte: u64,
    /// Until the response was whole.
    pub body: u64,
}

/// A redirect of a call, secrets masked. The last one of a call that failed may not have been followed: the outcome says
/// why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallRedirect {
    /// The status that said so.
    pub status: u16,
    /// Its standard phrase; empty when it has none.
    pub reason: String,
    /// The header `Location` as the service wrote it.
    pub location: String,
    /// The verb that was redirected.
    pub asked: String,
    /// The verb that the call goes on with.
    pub method: String,
    /// Where the call goes on to.
    pub url: String,
    /// What became of the body.
    pub body: Carried,
    /// What became of the headers that carry credentials.
    pub credentials: Carried,
}

/// What becomes of a part of a request at a redirect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Carried {
    /// There was none.
    Absent,
    /// It goes along.
    Kept,
    /// It stays behind.
    Dropped,
}

/// A request as sent, secrets masked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentRequest {
    /// The verb, in capitals.
    pub method: String,
    /// The whole URL.
    pub url: String,
    /// The headers in the order sent.
    pub headers: Vec<(String, String)>,
    /// The body as text, as it was sent to the letter but for its secrets, up to 256 KiB.
    pub body: Option<String>,
    /// The same as a command line of curl; none where the body is too long for one.
    pub curl: Option<String>,
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CallOutcome {
    /// The service answered: the response after its policies.
    Answered(ReceivedResponse),
    /// The service answered, and a policy failed on it.
    Spoilt {
        /// The response as the service sent it.
        response: ReceivedResponse,
        /// The error of the policy.
        reason: String,
    },
    /// The service answered, and not all of the answer came, or it could not be unpacked.
    Cut {
        /// Status and headers as the service sent them, without a body.
        response: ReceivedResponse,
        /// What happened and what to do.
        reason: String,
    },
    /// It did not: what happened and what to do.
    Failed(String),
    /// Nobody waited for its answer any more: what that means.
    Cancelled(String),
}

/// A response.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReceivedResponse {
    /// The status code.
    pub status: u16,
    /// Its standard phrase; empty when it has none.
    pub reason: String,
    /// The headers in the order received.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: ResponseBody,
    /// The size of the body in bytes, as received.
    pub size: u64,
    /// What a file of the body is called; empty for a run from before it was kept.
    #[serde(default)]
    pub file_name: String,
    /// What it is to a polling trigger; none for any other operation.
    pub poll: Option<PollReport>,
    /// What the definition says of it; none for one on which a policy failed, which no caller gets.
    pub check: Option<ResponseCheck>,
}

/// A response against what the definition declares for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ResponseCheck {
    /// What is not as the definition says, secrets masked.
    pub violations: Violations,
    /// What would make the definition fit.
    pub fit: SchemaFit,
}

/// What would make a definition fit a response.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum SchemaFit {
    /// Nothing: it fits, and the response shows nothing new.
    NotNeeded,
    /// These edits.
    Edits {
        /// The edits, as one action.
        edits: Vec<Edit>,
        /// The names of shared schemas and responses that change for all that refer to them.
        shared: Vec<String>,
        /// How much contradicts the definition even then.
        left: usize,
    },
    /// It cannot be done: why, and what to do.
    Impossible(#[serde(deserialize_with = "kept")] Message),
}

/// What the answer of a polling trigger holds. A test call is always the first poll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PollReport {
    /// It could be read.
    Found {
        /// How many items it holds.
        items: usize,
        /// The URL that the next poll asks, secrets masked.
        next: String,
        /// The link to the next page of this poll.
        next_page: Option<String>,
    },
    /// It could not: why.
    Unreadable(String),
}

/// The body of a response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ResponseBody {
    /// There was none.
    Empty,
    /// Text; `truncated` when it is longer than what is shown.
    Text {
        /// The text, JSON re-indented.
        text: String,
        /// Whether the rest was left out.
        truncated: bool,
    },
    /// Not text.
    Binary {
        /// The `Content-Type` given.
        content_type: String,
        /// What of it is handed out.
        #[serde(default)]
        bytes: BinaryBody,
    },
}

/// What is handed out of a body that is not text: all of it, or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum BinaryBody {
    /// All of it, in Base64 (RFC 4648, section 4).
    Base64(String),
    /// Nothing: it is longer than 4 MiB.
    TooLong,
    /// Nothing: a secret of the connection stands in it.
    HoldsSecret,
    /// Nothing: it is packed, so that a secret in it would not be found.
    Packed,
    /// Nothing: its run did not keep it.
    #[default]
    NotKept,
}

/// Makes a test call.
#[server(endpoint = "test-call", input = Json)]
pub async fn test_call(request: CallRequest) -> Result<CallTranscript, AppError> {
    crate::backend::backend()?.test_call(request).await
}

/// The request of a call as a command line of curl, with the secrets of a connection that is the person's own.
#[server(endpoint = "call-command-line", input = Json)]
pub async fn call_command_line(request: CallRequest) -> Result<String, AppError> {
    crate::backend::backend()?.call_command_line(request).await
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use serde_json::json;

    use super::{Message, ResponseCheck, SchemaFit};

    #[test]
    fn a_check_of_a_run_from_before_messages_were_kept_is_read() {
        let kept = json!({
            "violations": { "found": [{
                "severity": "error", "kind": "type", "schema": "/definitions/Joint",
                "place": { "body": "/size" }, "general": { "body": "/size" },
                "message": "This is a list, but the definition says {a} number."
            }] },
            "fit": { "Impossible": "The response holds a secret." }
        });
        let check: ResponseCheck = serde_json::from_value(kept).unwrap();
        let told = check.violations.found.first().unwrap().message.to_string();
        assert_eq!(told, "This is a list, but the definition says {a} number.");
        let said = |reason: &Message| reason.to_string() == "The response holds a secret.";
        assert!(matches!(&check.fit, SchemaFit::Impossible(reason) if said(reason)));
        let again = serde_json::to_value(&check).unwrap();
        let again: ResponseCheck = serde_json::from_value(again).unwrap();
        assert_eq!(again, check);
    }
}
