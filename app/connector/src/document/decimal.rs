//! Numbers of JSON as they are written: no size and no number of digits is too much to compare them.

use std::cmp::Ordering;

use serde_json::{Number, Value};

/// A number, as sign, digits and magnitude.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    is_negative: bool,
    /// The digits from the first to the last that is not zero; empty: the number is zero.
    digits: String,
    /// The power of ten that 0.digits is multiplied with; bounds of [`i64`] stand for what is beyond.
    magnitude: i64,
}

impl Decimal {
    pub(crate) fn of(number: &Number) -> Self {
        let text = number.to_string();
        let (is_negative, text) = match text.strip_prefix('-') {
            Some(text) => (true, text),
            None => (false, text.as_str()),
        };
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{whole}{fraction}");
        let led = all.trim_start_matches('0');
        let digits = led.trim_end_matches('0').to_owned();
        if digits.is_empty() {
            return Self {
                is_negative: false,
                digits,
                magnitude: 0,
            };
        }
        let length = |text: &str| i64::try_from(text.len()).unwrap_or(i64::MAX);
        let before_point = length(whole) - (length(&all) - length(led));
        let beyond = if exponent.starts_with('-') {
            i64::MIN
        } else {
            i64::MAX
        };
        let exponent = exponent.parse().unwrap_or(beyond);
        Self {
            is_negative,
            digits,
            magnitude: before_point.saturating_add(exponent),
        }
    }

    /// The number that a value is; none where it is something else.
    pub(crate) fn of_value(value: Option<&Value>) -> Option<Self> {
        match value {
            Some(Value::Number(number)) => Some(Self::of(number)),
            _ => None,
        }
    }

    /// Whether it is below zero.
    pub(crate) fn is_negative(&self) -> bool {
        self.is_negative
    }

    /// Whether it is above zero.
    pub(crate) fn is_positive(&self) -> bool {
        !self.is_negative && !self.digits.is_empty()
    }

    /// Whether it has no fraction.
    pub(crate) fn is_whole(&self) -> bool {
        i64::try_from(self.digits.len()).is_ok_and(|digits| digits <= self.magnitude)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let sign = |one: &Self| i8::from(one.is_positive()) - i8::from(one.is_negative());
        let size = || {
            let magnitude = self.magnitude.cmp(&other.magnitude);
            magnitude.then_with(|| self.digits.cmp(&other.digits))
        };
        let signs = sign(self).cmp(&sign(other));
        signs.then_with(|| {
            if self.is_negative {
                size().reverse()
            } else {
                size()
            }
        })
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::document::Document;

    fn decimal(text: &str) -> Decimal {
        Decimal::of_value(Some(Document::parse(text).unwrap().root())).unwrap()
    }

    #[test]
    fn numbers_are_in_order_however_they_are_spelled() {
        let ascending = [
            "-1e400",
            "-2",
            "-1.5",
            "-1e-400",
            "0",
            "1e-400",
            "0.09",
            "0.1",
            "1",
            "9",
            "10",
            "9007199254740992",
            "9007199254740993",
            "1e400",
            "2e400",
            "1e99999999999999999999",
        ];
        for pair in ascending.windows(2) {
            let [low, high] = pair else { unreachable!() };
            assert!(decimal(low) < decimal(high), "{low} {high}");
            assert!(decimal(high) > decimal(low), "{low} {high}");
        }
        for [one, other] in [
            ["1.0", "1"],
            ["100", "1e2"],
            ["-0.0", "0"],
            ["0.001", "1E-3"],
        ] {
            assert_eq!(decimal(one), decimal(other));
        }
    }

    #[test]
    fn what_has_no_fraction_is_whole() {
        for text in ["0", "0.0", "-3", "1.50e1", "1e400", "9007199254740993.0"] {
            assert!(decimal(text).is_whole(), "{text}");
        }
        for text in ["0.5", "1e-400", "15e-1", "9007199254740993.5"] {
            assert!(!decimal(text).is_whole(), "{text}");
        }
    }
}
