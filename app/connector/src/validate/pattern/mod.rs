//! A small matcher of patterns, in time that grows with pattern and text alone.
//!
//! It knows what patterns of definitions use: letters, classes, anchors, groups, alternatives and
//! repetition. What it does not know (look-around, references to groups, options, classes of Unicode)
//! it refuses, and then nothing is said of a text.

mod parse;
mod program;

use program::Program;

/// A pattern that can be matched.
#[derive(Debug)]
pub(super) struct Pattern(Program);

impl Pattern {
    /// The pattern that a text is; none where it has what this matcher does not know.
    pub(super) fn parse(text: &str) -> Option<Self> {
        Program::of(&parse::parse(text)?).map(Self)
    }

    /// Whether a text has a piece that matches; none where it is too long to tell.
    pub(super) fn matches(&self, text: &str) -> Option<bool> {
        self.0.matches(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn texts_match_or_not() {
        for (pattern, text, expected) in [
            ("^[A-Z]{3}$", "EUR", true),
            ("^[A-Z]{3}$", "EURO", false),
            ("[0-9]+", "a1b", true),
            ("[0-9]+", "ab", false),
            ("^[^!]+![0-9]+\\.[0-9]+$", "a b!1.5", true),
            ("^[^!]+![0-9]+\\.[0-9]+$", "a b!15", false),
            (
                "^(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\\.){3}(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)$",
                "192.168.0.1",
                true,
            ),
            (
                "^(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\\.){3}(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)$",
                "192.168.0.256",
                false,
            ),
            ("^(-)?(\\d)+:(-)?(\\d)+([dmy])$", "-12:3d", true),
            ("^[a-zA-Z0-9][a-zA-Z0-9\\-_]{0,254}$", "a-b_c", true),
            ("^[a-zA-Z0-9][a-zA-Z0-9\\-_]{0,254}$", "-a", false),
            ("^$", "", true),
            ("^$", "a", false),
            ("", "anything", true),
            ("^(a*)*$", "aaaa", true),
            ("^(a|ab)(c|bcd)$", "abcd", true),
            ("^a{2,}$", "a", false),
            ("^a{2,}$", "aaa", true),
            ("^a{,2}$", "a{,2}", true),
            ("^\\w+\\s\\W\\S\\D$", "é_1 -xy", true),
            ("\\bcat\\b", "a cat.", true),
            ("\\bcat\\b", "concat", false),
            ("^.$", "\n", false),
            ("^[\\]\\d-]+$", "]1-", true),
            ("^\\u0041\\x42\\.$", "AB.", true),
            ("^(?<year>\\d{4})?$", "2024", true),
            ("^a+?b??$", "aa", true),
        ] {
            let found = Pattern::parse(pattern).map(|known| known.matches(text));
            assert_eq!(found, Some(Some(expected)), "{pattern} {text}");
        }
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for pattern in [
            "^(?!x)a",
            "(?<=a)b",
            "(a)\\1",
            "(?i)a",
            "\\p{L}",
            "(",
            "a)",
            "[a",
            "*",
            "a{3,1}",
            "(a{1000}){1000}",
            "[z-a]",
        ] {
            assert!(Pattern::parse(pattern).is_none(), "{pattern}");
        }
        let nested = "(".repeat(5000) + &")".repeat(5000);
        assert!(Pattern::parse(&nested).is_none());
    }

    #[test]
    fn a_text_that_is_made_to_take_long_does_not() {
        let matches = |text: &str| Pattern::parse("^(a+)+(a+)+$")?.matches(text);
        assert_eq!(matches(&("a".repeat(20_000) + "b")), Some(false));
        assert_eq!(matches(&"a".repeat(20_000_000)), None);
    }
}
