//! Typed views over `apiProperties.json` (spec section C).

mod authentication;
mod connection_parameter;

pub use authentication::{Authentication, KeyLocation};
pub use connection_parameter::{ConnectionParameter, ParameterKind, connection_parameters};
