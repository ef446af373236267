//! Typed views over a Swagger 2.0 definition (spec section D).
//!
//! A view borrows the tree and answers `Option`, never panics on odd input; what it writes it
//! writes as [`crate::document::Edit`]s.

mod change;
mod change_dynamic;
mod change_parameter;
mod change_reference;
mod change_schema;
mod change_trigger;
mod dynamic;
mod extension;
mod operation;
mod parameter;
mod reference;
mod response;
mod schema;
mod trigger;

pub use change::{
    Address, AddressError, OperationText, add_operation, delete_operation, free_operation_id,
    move_operation, path_names, set_visibility,
};
pub use change_dynamic::{DynamicError, NewerError, add_dynamic};
pub use change_parameter::{
    PARAMETER_TYPES, ParameterError, ParameterText, add_parameter, default_value, delete_parameter,
    relocate_parameter, rename_parameter,
};
pub use change_reference::{SharedError, add_shared, delete_shared, rename_shared};
pub use change_schema::{SCHEMA_TYPES, SchemaError};
pub use change_trigger::{
    TriggerError, make_action, make_trigger, set_callback, set_hint, set_notification_content,
};
pub use dynamic::{Argument, Dynamic, DynamicKind, DynamicPath, Source, dynamics};
pub use extension::{set_test_operation, test_operation};
pub use operation::{Method, Operation, OperationKey, operations};
pub use parameter::{Location, Origin, Parameter, Visibility};
pub(crate) use reference::references;
pub use reference::{Shared, Usage, follow, target, usages, usages_of};
pub use response::{
    Response, ResponseError, add_response, change_status, delete_response, responses,
};
pub use schema::{Additional, Property, Schema};
pub use trigger::{Callback, Delivery, Firing, NotificationContent, Trigger, callbacks};
