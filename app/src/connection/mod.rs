//! What the Test step and the list of connections show alike: the state of a connection, and the question before one is
//! deleted.

mod removal;

pub(crate) use removal::RemovalDialog;

use crate::api::connections::ConnectionState;
use crate::texts::connections as t;

/// The state of a connection: the class of its badge, the word in it, and why it is so where that is known.
pub(crate) fn told(state: ConnectionState) -> (&'static str, &'static str, Option<String>) {
    match state {
        ConnectionState::Untried => ("badge", t::not_tried_yet(), None),
        ConnectionState::SignedOut => ("badge badge-warn", t::not_signed_in(), None),
        ConnectionState::Good => ("badge badge-good", t::good(), None),
        ConnectionState::Expired(reason) => ("badge badge-bad", t::expired(), Some(reason)),
        ConnectionState::Failing(reason) => ("badge badge-warn", t::failing(), Some(reason)),
    }
}
