//! Violations: what is wrong, where, and how much it matters.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::walk::Found;
use crate::document::Path;
use crate::message::{Message, Phrase, kept, message, phrase};

/// The most violations of each severity that are told one by one; the others are counted.
pub const MAX_VIOLATIONS: usize = 100;

/// How much a violation matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// The answer contradicts the definition.
    Error,
    /// The definition does not tell all that the answer has.
    Note,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// The operation declares no response for the status.
    UndeclaredStatus,
    /// The content type is not among those that the operation produces.
    ContentType,
    /// There is no body, though the response declares one.
    MissingBody,
    /// There is a body, though the response declares none.
    UndeclaredBody,
    /// The body is not JSON, which its schema describes.
    NotJson,
    /// A value is of another type.
    Type,
    /// A value is `null` and may not be.
    Null,
    /// A value is not among those of `enum`.
    Enum,
    /// A required property is missing.
    Required,
    /// A property is not declared.
    UndeclaredProperty,
    /// A property is not declared, and `additionalProperties` is `false`.
    ForbiddenProperty,
    /// A value is not of its `format`.
    Format,
    /// A number, a length or a count is out of bounds.
    Bound,
    /// A text does not match its `pattern`.
    Pattern,
    /// The value of a discriminator names no schema.
    Discriminator,
}

impl Kind {
    /// A few words for it, as the head of a list.
    #[must_use]
    pub fn label(self) -> Phrase {
        match self {
            Self::UndeclaredStatus => phrase!("Status not declared"),
            Self::ContentType => phrase!("Another content type"),
            Self::MissingBody => phrase!("No body"),
            Self::UndeclaredBody => phrase!("Body not declared"),
            Self::NotJson => phrase!("Not JSON"),
            Self::Type => phrase!("Another type"),
            Self::Null => phrase!("Null"),
            Self::Enum => phrase!("Not among the values"),
            Self::Required => phrase!("Property missing"),
            Self::UndeclaredProperty => phrase!("Property not declared"),
            Self::ForbiddenProperty => phrase!("Property not allowed"),
            Self::Format => phrase!("Another format"),
            Self::Bound => phrase!("Out of bounds"),
            Self::Pattern => phrase!("Pattern not matched"),
            Self::Discriminator => phrase!("No schema of that name"),
        }
    }

    /// The same as a sentence, which quotes nothing of the answer.
    #[must_use]
    pub fn sentence(self) -> Message {
        message!("{label}.", label = self.label())
    }
}

/// Where in an answer something is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// Its status.
    Status,
    /// Its content type.
    ContentType,
    /// The header of this name.
    Header(String),
    /// The place in its body, as a JSON pointer (RFC 6901); empty for the whole.
    Body(String),
}

/// One thing that is not as the definition says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Violation {
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong.
    pub kind: Kind,
    /// Where in the answer.
    pub place: Place,
    /// The place for all answers alike: items of lists, and properties whose names are data, are `*`.
    pub general: Place,
    /// What in the definition says otherwise, as a JSON pointer: a schema, a response or an operation.
    pub schema: String,
    /// What is wrong, in a sentence. It may quote the answer.
    #[serde(deserialize_with = "kept")]
    pub message: Message,
}

/// What was found in an answer, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Violations {
    /// What was found: at most [`MAX_VIOLATIONS`] of each severity.
    pub found: Vec<Violation>,
    /// How many more there are.
    #[serde(default)]
    pub more: usize,
}

impl Violations {
    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Those that contradict the definition.
    pub fn errors(&self) -> impl Iterator<Item = &Violation> {
        let found = self.found.iter();
        found.filter(|violation| violation.severity == Severity::Error)
    }
}

/// Violations as they come in.
pub(super) struct Collected<'d> {
    definition: &'d Value,
    all: Violations,
    errors: usize,
    notes: usize,
}

impl<'d> Collected<'d> {
    pub(super) fn new(definition: &'d Value) -> Self {
        Self {
            definition,
            all: Violations::default(),
            errors: 0,
            notes: 0,
        }
    }

    /// Whether one more of a severity is told; it is counted in any case.
    fn counts(&mut self, severity: Severity) -> bool {
        let count = match severity {
            Severity::Error => &mut self.errors,
            Severity::Note => &mut self.notes,
        };
        *count += 1;
        let is_told = *count <= MAX_VIOLATIONS;
        self.all.more += usize::from(!is_told);
        is_told
    }

    /// Takes up what was found in a body.
    pub(super) fn body(&mut self, found: &Found<'_, '_, '_>) {
        if self.counts(found.fault.severity()) {
            let place = Place::Body(found.pointer());
            let general = Place::Body(found.pattern());
            self.push(found, place, general);
        }
    }

    /// Takes up what was found in a header.
    pub(super) fn header(&mut self, name: &str, found: &Found<'_, '_, '_>) {
        if self.counts(found.fault.severity()) {
            let place = Place::Header(name.to_owned());
            self.push(found, place.clone(), place);
        }
    }

    fn push(&mut self, found: &Found<'_, '_, '_>, place: Place, general: Place) {
        self.all.found.push(Violation {
            severity: found.fault.severity(),
            kind: found.fault.kind(),
            place,
            general,
            schema: found.holder.pointer(self.definition),
            message: found.fault.message(found.value),
        });
    }

    /// Takes up what is wrong with the answer as a whole.
    pub(super) fn whole(
        &mut self,
        (severity, kind): (Severity, Kind),
        place: Place,
        schema: &Path,
        message: Message,
    ) {
        if self.counts(severity) {
            self.all.found.push(Violation {
                severity,
                kind,
                general: place.clone(),
                place,
                schema: schema.pointer(self.definition),
                message,
            });
        }
    }

    pub(super) fn finish(self) -> Violations {
        self.all
    }
}
