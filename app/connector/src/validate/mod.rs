//! What a service answered, against what the definition says (spec section G): violations with their
//! places, the edits that make the definition fit, and the drift that comes of many answers.
//!
//! A schema is read as people mean it: schemas in `allOf` count together, so their properties are all
//! declared, `x-nullable` anywhere lets `null` through, and a discriminator brings in the definition
//! that the value names. Nothing is checked that a schema does not say. What `$ref`s that lead nowhere
//! would say, unknown formats and patterns beyond a small matcher (no look-around, no references to
//! groups, no options, no classes of Unicode) count as kept.

mod answer;
mod drift;
mod fault;
mod fit;
mod flat;
mod format;
mod pattern;
mod repair;
mod value;
mod violation;
mod walk;

pub use answer::{Answer, Content, check};
pub use drift::{Drift, DriftCount, DriftPlace, MAX_PLACES};
pub use fit::{Fit, FitError, fit};
pub use violation::{Kind, MAX_VIOLATIONS, Place, Severity, Violation, Violations};

use serde_json::Value;

use crate::swagger::Schema;
use violation::Collected;
use walk::{Detail, walk};

/// What in a value is not as its schema says. The work is bounded by the size of the value, whatever
/// circles the schema leads in; no stack grows with its depth.
#[must_use]
pub fn validate(definition: &Value, schema: &Schema<'_>, value: &Value) -> Violations {
    let mut collected = Collected::new(definition);
    walk(
        definition,
        (schema.path(), schema.json()),
        value,
        Detail::Plain,
        &mut |found| collected.body(&found),
    );
    collected.finish()
}
