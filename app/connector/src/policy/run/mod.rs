//! Policies, executed: what they do to a request on its way out and to a response on its way back (spec section E).
//!
//! A [`Plan`] holds the policies of one operation, read into types that can only hold what can run. The caller puts
//! authentication on a prepared request, since `Bearer @headers('Authorization')` builds on it, and gives it to
//! [`Plan::start`]; where a policy needs the answer of another call, the run pauses with [`RequestStep::Ask`] and the
//! caller makes that call. [`Plan::finish`] takes the response. Both tell in [`Trace`]s what each policy did. Neither
//! masks secrets: traces and errors hold what was sent.

mod address;
mod body;
mod call;
mod convert;
mod error;
mod header;
mod host;
mod json;
mod moving;
mod next_link;
mod plan;
mod polling;
mod property;
mod query;
mod read;
mod request;
mod response;
mod route;
mod scope;
mod status;
mod subject;
mod text;
mod trace;
mod value_from_url;

pub use call::{Call, ConnectionValues};
pub use error::{Fault, PolicyError, PolicyName};
pub use plan::Plan;
pub use polling::{Page, PollState, Polled, Polling};
pub use request::{Asking, Ready, RequestStep};
pub use response::{Effects, Finished, ResponseMessage};
pub use trace::{Change, Failed, Outcome, Part, Trace};
