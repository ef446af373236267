//! Runs: the kept record of each call, in a list with filters, one by one, and made again.

mod asked;
mod detail;
mod drift;
mod filter;
mod list;
mod moment;
mod replay;
mod wanted;

use crate::api::runs::RunEnding;
use crate::texts::runs as t;

pub use detail::RunPage;
pub use list::RunsPage;

/// How a run ended, in a word, with the class of its badge.
fn told(ending: RunEnding) -> (&'static str, String) {
    match ending {
        RunEnding::Answered(status @ 0..=299) => ("badge badge-good", status.to_string()),
        RunEnding::Answered(status @ 300..=399) => ("badge", status.to_string()),
        RunEnding::Answered(status) => ("badge badge-bad", status.to_string()),
        RunEnding::Spoilt(status) => ("badge badge-bad", t::policy_failed(&status)),
        RunEnding::Failed => ("badge badge-bad", t::no_response().to_owned()),
        RunEnding::Cancelled => ("badge", t::cancelled().to_owned()),
        RunEnding::Stopped => ("badge badge-bad", t::not_sent().to_owned()),
    }
}

/// A version, as a run names it.
fn version_in_words(version: i64, has_unsaved: bool) -> String {
    if has_unsaved {
        t::with_unsaved_changes(&version)
    } else {
        version.to_string()
    }
}
