//! Typed views over a Swagger 2.0 definition (spec section D).
//!
//! A view borrows the tree and answers `Option`, never panics on odd input; what it writes it
//! writes as [`crate::document::Edit`]s.

mod operation;
mod parameter;

pub use operation::{Method, Operation, OperationKey, operations};
pub use parameter::{Location, Origin, Parameter, Visibility};
