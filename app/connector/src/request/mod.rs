//! From an operation and a maker's inputs to a request, without sending it.

mod skeleton;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::swagger::Location;

pub use skeleton::skeleton;

/// What a maker filled in for an operation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Inputs {
    /// The values, by location and name. A parameter that is not named here is not sent, unless
    /// it is required or internal and has a default.
    pub values: BTreeMap<Location, BTreeMap<String, Value>>,
}
