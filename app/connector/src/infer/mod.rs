//! Schemas from samples: what one or several values of JSON have in common.
//!
//! Each sample fits the schema that was inferred from it: where samples differ, the schema is as wide
//! as they are.

mod format;
mod manner;
mod seen;

use serde_json::Value;

use crate::message::{Message, error_of_message, message};

pub use manner::Manner;

pub(crate) use format::{TextFormat, is_uuid};
use seen::Seen;

/// The deepest sample that a schema is inferred from, in levels of objects and arrays.
pub const MAX_DEPTH: usize = 40;

/// The most values, counted over all samples, that a schema is inferred from.
pub const MAX_VALUES: usize = 500_000;

/// The most different properties that a schema gets.
pub const MAX_PROPERTIES: usize = 5_000;

/// Why no schema could be inferred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InferError {
    /// A sample is nested too deeply.
    TooDeep,
    /// There are too many values.
    TooManyValues,
    /// There are too many properties.
    TooManyProperties,
}

error_of_message!(InferError);

impl InferError {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::TooDeep => message!(
                "The sample is nested more than {max_depth} levels deep. Shorten it, or write the schema by hand.",
                max_depth = MAX_DEPTH
            ),
            Self::TooManyValues => message!(
                "The samples hold more than {max_values} values. Leave some out: a few items of each list are enough.",
                max_values = MAX_VALUES
            ),
            Self::TooManyProperties => message!(
                "The samples have more than {max_properties} different properties. Leave out those that are names of data.",
                max_properties = MAX_PROPERTIES
            ),
        }
    }
}

/// Samples of one thing, one after the other, and the schema that they all fit.
#[derive(Clone, Debug, Default)]
pub struct Samples {
    seen: Seen,
    values: usize,
    properties: usize,
}

impl Samples {
    /// Takes up one more sample.
    ///
    /// # Errors
    /// When it is too deep, or the samples are too large together. What was taken up before stays.
    pub fn add(&mut self, sample: &Value) -> Result<(), InferError> {
        let own = measured(sample, 0)?;
        if self.values + own > MAX_VALUES {
            return Err(InferError::TooManyValues);
        }
        // Only a sample that might go beyond the bound needs a way back.
        let before = (self.properties + own > MAX_PROPERTIES).then(|| self.seen.clone());
        let properties = self.properties + self.seen.add(sample);
        match before {
            Some(before) if properties > MAX_PROPERTIES => {
                self.seen = before;
                return Err(InferError::TooManyProperties);
            }
            _ => self.properties = properties,
        }
        self.values += own;
        Ok(())
    }

    /// The schema that all samples fit. Without a sample it lets everything through.
    #[must_use]
    pub fn schema(&self, manner: Manner) -> Value {
        self.seen.schema(manner)
    }
}

/// The schema of one sample.
///
/// # Errors
/// When the sample is too deep or too large.
pub fn infer(sample: &Value, manner: Manner) -> Result<Value, InferError> {
    let mut samples = Samples::default();
    samples.add(sample)?;
    Ok(samples.schema(manner))
}

/// How many values a sample holds.
fn measured(sample: &Value, depth: usize) -> Result<usize, InferError> {
    if depth > MAX_DEPTH {
        return Err(InferError::TooDeep);
    }
    let within =
        |count: Result<usize, InferError>, value: &Value| Ok(count? + measured(value, depth + 1)?);
    match sample {
        Value::Array(items) => items.iter().fold(Ok(1), within),
        Value::Object(members) => members.values().fold(Ok(1), within),
        _ => Ok(1),
    }
}
