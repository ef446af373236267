//! How a schema is written: as the original does it, or with all that the samples show.

/// How a schema is written (spec section D.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    /// As the original's import from sample: each property is described by its name, whole numbers
    /// are int32 and others float, texts have no format, and nothing is required.
    #[default]
    Original,
    /// With the format of texts, numbers as double, and what every sample has as required.
    Exact,
}

impl Manner {
    /// Whether properties are described by their names.
    pub(super) fn describes(self) -> bool {
        self == Self::Original
    }

    /// Whether texts have formats.
    pub(super) fn formats_texts(self) -> bool {
        self == Self::Exact
    }

    /// Whether what every sample has is required.
    pub(super) fn requires(self) -> bool {
        self == Self::Exact
    }

    /// The format of numbers with a fraction.
    pub(super) fn fraction(self) -> &'static str {
        match self {
            Self::Original => "float",
            Self::Exact => "double",
        }
    }
}
