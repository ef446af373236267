//! The lossless JSON tree, the paths into it, and the edits that change it.

mod decimal;
mod decode;
mod difference;
mod edit;
mod history;
mod merge;
mod parse;
mod path;
mod places;
mod print;
mod repair;
pub(crate) mod row;
mod text;
mod twins;
mod wanted;

pub(crate) use decimal::Decimal;
pub(crate) use print::identical;

pub use decode::decode;
pub use difference::edits_between;
pub use edit::{Action, Change, Edit, EditError};
pub use history::{Happening, History};
pub use merge::{Conflict, rebase};
pub use parse::MAX_DEPTH;
pub use path::{Path, Step};
#[cfg(feature = "yaml")]
pub(crate) use places::Spot;
pub use places::TextPlace;
pub use repair::Tolerant;
pub use text::{Document, TextError, TextFinding, TextStyle};
