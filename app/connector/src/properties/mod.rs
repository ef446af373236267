//! Typed views over `apiProperties.json` (spec section C).

mod authentication;
mod change_parameter;
mod connection_parameter;
mod constraint;
mod kind;
mod parameter_set;

pub use authentication::{Authentication, KeyLocation};
pub use change_parameter::{
    ParameterError, ParameterFlag, ParameterText, add_parameter, delete_parameter, free_name,
    rename_parameter, shift_parameter,
};
pub use connection_parameter::{ConnectionParameter, ParameterKind, connection_parameters};
pub use constraint::{ConstraintError, Dependency};
pub use parameter_set::{
    ParameterSet, SetError, SetText, add_parameter_set, delete_parameter_set, move_parameter_set,
    parameter_sets, rename_parameter_set,
};
