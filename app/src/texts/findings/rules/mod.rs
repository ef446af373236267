//! The titles of rules, and why they are there.

mod dynamic;
mod general;
mod operations;
mod properties;
mod schemas;
mod security;
mod structure;
mod triggers;

use super::gathered;

gathered! {
    /// Titles and reasons of all rules.
    RULES, BOTH: dynamic, general, operations, properties, schemas, security, structure, triggers
}
