//! The titles of rules, and why they are there.

mod dynamic;
mod general;
mod operations;
mod properties;
mod schemas;
mod security;
mod structure;
mod triggers;

use super::Texts;

/// Titles and reasons of all rules.
pub(super) static RULES: [Texts; 8] = [
    dynamic::TEXTS,
    general::TEXTS,
    operations::TEXTS,
    properties::TEXTS,
    schemas::TEXTS,
    security::TEXTS,
    structure::TEXTS,
    triggers::TEXTS,
];

/// The same, in both languages.
#[cfg(test)]
pub(super) static BOTH: [&[(&str, &str)]; 8] = [
    dynamic::BOTH,
    general::BOTH,
    operations::BOTH,
    properties::BOTH,
    schemas::BOTH,
    security::BOTH,
    structure::BOTH,
    triggers::BOTH,
];
