//! Problems: what lint finds in the open connector, as a panel under the steps and beside the fields.
//!
//! Lint runs in the browser, a moment after an edit is on screen, and looks again only at what the
//! edit concerns. It blocks nothing: a connector with problems can be saved.

mod found;
mod goto;
mod panel;
mod place;
mod row;
mod toggle;

pub(super) use found::{Problems, use_problems};
pub(super) use goto::reveal_what_is_undone;
pub(super) use panel::ProblemsPanel;
pub(super) use place::Place;
pub(super) use toggle::ProblemsToggle;
