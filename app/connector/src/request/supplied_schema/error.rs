//! Why an answer supplies no schema.

use crate::message::{Message, Phrase, error_of_message, message};

/// Why an answer supplies no schema: what is wrong, and what to do. Each names the operation that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SuppliedSchemaError {
    /// There is nothing at the path.
    Nothing {
        /// The operation that was asked.
        operation: String,
        /// Where the schema should be.
        path: String,
        /// What is there instead, in words.
        has: Message,
    },
    /// What is there is no schema.
    NoSchema {
        /// The operation that was asked.
        operation: String,
        /// Where the schema should be, in words.
        place: Message,
        /// What is there instead, in words.
        is: Message,
    },
    /// A member of the schema is not as schemas have it.
    Broken {
        /// The operation that was asked.
        operation: String,
        /// Where in the schema, as a JSON pointer.
        pointer: String,
        /// What is wrong there.
        wrong: Phrase,
    },
    /// It is beyond a bound.
    TooLarge {
        /// The operation that was asked.
        operation: String,
        /// The bound.
        bound: usize,
        /// What there is too much of.
        what: Phrase,
    },
}

error_of_message!(SuppliedSchemaError);

impl SuppliedSchemaError {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Nothing {
                operation,
                path,
                has,
            } => message!(
                "The answer of the operation “{operation}” has nothing at “{path}”, where the schema should be. It has {has}. Compare it with the definition.",
                operation,
                path,
                has
            ),
            Self::NoSchema {
                operation,
                place,
                is,
            } => message!(
                "What the operation “{operation}” answered {place} is no schema: it is {is}. A schema says its type or its properties. Compare the answer with the definition.",
                operation,
                place,
                is
            ),
            Self::Broken {
                operation,
                pointer,
                wrong,
            } => message!(
                "The schema that the operation “{operation}” supplies is broken at “{pointer}”: {wrong}. Have the service mend it, or write the value as JSON.",
                operation,
                pointer,
                wrong
            ),
            Self::TooLarge {
                operation,
                bound,
                what,
            } => message!(
                "The schema that the operation “{operation}” supplies has more than {bound} {what}. Write the value as JSON.",
                operation,
                bound,
                what
            ),
        }
    }
}
