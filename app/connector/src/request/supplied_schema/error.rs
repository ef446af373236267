//! Why an answer supplies no schema.

use thiserror::Error;

/// Why an answer supplies no schema: what is wrong, and what to do. Each names the operation that was asked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SuppliedSchemaError {
    /// There is nothing at the path.
    #[error(
        "The answer of the operation “{operation}” has nothing at “{path}”, where the schema should be. It has {has}. Compare it with the definition."
    )]
    Nothing {
        /// The operation that was asked.
        operation: String,
        /// Where the schema should be.
        path: String,
        /// What is there instead, in words.
        has: String,
    },
    /// What is there is no schema.
    #[error(
        "What the operation “{operation}” answered {place} is no schema: it is {is}. A schema says its type or its properties. Compare the answer with the definition."
    )]
    NoSchema {
        /// The operation that was asked.
        operation: String,
        /// Where the schema should be, in words.
        place: String,
        /// What is there instead, in words.
        is: String,
    },
    /// A member of the schema is not as schemas have it.
    #[error(
        "The schema that the operation “{operation}” supplies is broken at “{pointer}”: {wrong}. Have the service mend it, or write the value as JSON."
    )]
    Broken {
        /// The operation that was asked.
        operation: String,
        /// Where in the schema, as a JSON pointer.
        pointer: String,
        /// What is wrong there.
        wrong: &'static str,
    },
    /// It is beyond a bound.
    #[error(
        "The schema that the operation “{operation}” supplies has more than {bound} {what}. Write the value as JSON."
    )]
    TooLarge {
        /// The operation that was asked.
        operation: String,
        /// The bound.
        bound: usize,
        /// What there is too much of.
        what: &'static str,
    },
}
