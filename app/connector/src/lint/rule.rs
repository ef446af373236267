//! What a rule is: an id to search for, a severity, and the words that explain it.

use serde::{Deserialize, Serialize};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// The platform refuses it, or calls cannot work.
    Error,
    /// It works, but not as makers or users expect.
    Warning,
}

impl Severity {
    /// The severity as one lower-case word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// What the connector is meant for; it decides which rules are asked.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// A connector of one's own environment.
    #[default]
    Custom,
    /// A connector that its owner hands in for certification.
    Certified,
    /// A connector that somebody other than the API's owner hands in for certification.
    IndependentPublisher,
}

impl Profile {
    /// Every profile.
    pub const ALL: [Self; 3] = [Self::Custom, Self::Certified, Self::IndependentPublisher];

    /// The name by which the command line knows it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Custom => "custom",
            Self::Certified => "certified",
            Self::IndependentPublisher => "independent-publisher",
        }
    }
}

/// In which profiles a rule is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Scope {
    /// In every profile.
    Always,
    /// In the profiles that end in certification.
    Certification,
    /// For connectors of independent publishers only.
    IndependentPublisher,
}

impl Scope {
    /// Whether the rule is asked in a profile.
    #[must_use]
    pub fn includes(self, profile: Profile) -> bool {
        match self {
            Self::Always => true,
            Self::Certification => profile != Profile::Custom,
            Self::IndependentPublisher => profile == Profile::IndependentPublisher,
        }
    }
}

/// One rule of the registry.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    /// The published id, or Tenon's own.
    pub id: &'static str,
    /// Its number in spec section I.1; none for guidelines (I.2) and Tenon's own rules.
    pub number: Option<u16>,
    /// How bad a finding is.
    pub severity: Severity,
    /// In which profiles it is asked.
    pub scope: Scope,
    /// What is so where the rule is kept, in one sentence.
    pub title: &'static str,
    /// Why, and how to mend it.
    pub why: &'static str,
}

/// Declares the rules of one theme as statics, and lists them as `RULES`.
///
/// The doc comment says why the rule is there and how to mend what breaks it; then come the id,
/// the number in spec section I.1 (or `-`), the severity, the scope, and what is so where it is kept.
macro_rules! rules {
    (@number -) => { None };
    (@number $number:literal) => { Some($number) };
    ($(
        $(#[doc = $why:literal])+
        $name:ident = $id:literal, $number:tt, $severity:ident, $scope:ident, $title:literal;
    )+) => {
        $(
            $(#[doc = $why])+
            pub(in crate::lint) static $name: $crate::lint::Rule = $crate::lint::Rule {
                id: $id,
                number: rules!(@number $number),
                severity: $crate::lint::Severity::$severity,
                scope: $crate::lint::Scope::$scope,
                title: $title,
                why: concat!($($why),+),
            };
        )+
        /// The rules of this theme.
        pub(in crate::lint) const RULES: &[&$crate::lint::Rule] = &[$(&$name),+];
    };
}

pub(in crate::lint) use rules;
