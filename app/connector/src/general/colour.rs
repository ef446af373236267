//! Colours, and how well one shows on another (WCAG 2.2, relative luminance and contrast ratio).

use std::borrow::Cow;

/// A colour of the sRGB space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// White.
    pub const WHITE: Self = Self {
        red: 255,
        green: 255,
        blue: 255,
    };

    /// The colour of `#rrggbb`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self {
            red: part(0)?,
            green: part(2)?,
            blue: part(4)?,
        })
    }

    /// A colour as it is to be written: with its #, which many tools leave out as they copy, and without blanks
    /// around it. What is no colour stays as it is.
    pub(super) fn written(text: &str) -> Cow<'_, str> {
        let bare = text.trim();
        let with_mark = format!("#{bare}");
        if Self::parse(&with_mark).is_some() {
            Cow::Owned(with_mark)
        } else if Self::parse(bare).is_some() {
            Cow::Borrowed(bare)
        } else {
            Cow::Borrowed(text)
        }
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// The contrast of two colours, from 1 (the same) to 21 (black and white).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::Colour;

    #[test]
    fn contrast_is_as_the_standard_has_it() {
        let contrast = |text| Colour::parse(text).unwrap().contrast(Colour::WHITE);
        for (text, expected) in [
            ("#ffffff", 1.0),
            ("#000000", 21.0),
            ("#767676", 4.54),
            ("#0000ff", 8.59),
        ] {
            assert!(
                (contrast(text) - expected).abs() < 0.01,
                "{text}: {}",
                contrast(text)
            );
        }
        for broken in ["", "#fff", "007ee5", "#00ÿee5", "#gggggg"] {
            assert_eq!(Colour::parse(broken), None, "{broken}");
        }
    }
}
