//! All texts that the app shows, in each of its languages, one module for each part of the app.
//!
//! A text is a function: a text that does not exist, that lacks a language or a value, does not compile, and
//! one that nobody shows is reported as dead code. Each function holds its own texts alone, so that those of a
//! route whose code is loaded later come with that code, not before the first screen.

// modules
pub(crate) mod calls;
pub(crate) mod code;
pub(crate) mod common;
pub(crate) mod components;
pub(crate) mod conflicts;
pub(crate) mod connections;
pub(crate) mod connectors;
pub(crate) mod definition;
pub(crate) mod designer;
pub(crate) mod environment;
pub(crate) mod findings;
pub(crate) mod frame;
pub(crate) mod general;
pub(crate) mod import;
pub(crate) mod oauth;
pub(crate) mod palette;
pub(crate) mod parameters;
pub(crate) mod problems;
pub(crate) mod runs;
pub(crate) mod security;
#[cfg(feature = "ssr")]
pub(crate) mod server;
pub(crate) mod test;
pub(crate) mod update;
pub(crate) mod versions;
// end

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests;

/// Makes a function of each text: `name: en "…", de "…";`, with the values that it shows by name:
/// `name(who): en "Hello {who}", de "Hallo {who}";`.
#[macro_export]
macro_rules! texts {
    ($($name:ident $(($($value:ident),+))?: en $en:literal, de $de:literal;)*) => {
        $($crate::texts!(@one $name ($($($value),+)?) $en $de);)*
    };
    (@one $name:ident () $en:literal $de:literal) => {
        #[doc = $en]
        #[must_use]
        pub(crate) fn $name() -> &'static str {
            $crate::language::pick(&[$en, $de])
        }
    };
    (@one $name:ident ($($value:ident),+) $en:literal $de:literal) => {
        #[doc = $en]
        #[must_use]
        pub(crate) fn $name($($value: &dyn ::std::fmt::Display),+) -> String {
            match $crate::language::Language::current() {
                $crate::language::Language::English => format!($en),
                $crate::language::Language::German => format!($de),
            }
        }
    };
}
pub(crate) use texts;
