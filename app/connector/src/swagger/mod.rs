//! Typed views over a Swagger 2.0 definition (spec section D).
//!
//! A view borrows the tree and answers `Option`, never panics on odd input; what it writes it
//! writes as [`crate::document::Edit`]s.

mod change;
mod change_parameter;
mod operation;
mod parameter;

pub use change::{
    Address, AddressError, OperationText, add_operation, delete_operation, free_operation_id,
    move_operation, path_names, set_visibility,
};
pub use change_parameter::{
    PARAMETER_TYPES, ParameterError, ParameterText, add_parameter, default_value, delete_parameter,
    relocate_parameter, rename_parameter,
};

pub use operation::{Method, Operation, OperationKey, operations};
pub use parameter::{Location, Origin, Parameter, Visibility};
