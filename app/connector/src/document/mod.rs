//! The lossless JSON tree, the paths into it, and the edits that change it.

mod edit;
mod history;
mod merge;
mod path;
mod text;

pub use edit::{Action, Change, Edit, EditError};
pub use history::History;
pub use merge::{Conflict, rebase};
pub use path::{Path, Step};
pub use text::{Document, TextError, TextFinding, TextStyle};
