//! Numbers, texts and words.

use serde_json::{Number, Value};

use super::{Place, Reader, Remedy, line_of};
use crate::message::{message, phrase};

/// Where the plain run of a text that begins at `from` ends: at a quote, a backslash, a control character, or with all.
pub(in crate::document) fn plain_end(bytes: &[u8], from: usize) -> usize {
    // Eight bytes at a time: the high bit of a byte says that it is below a bound, or equal to what was taken out. Only
    // bytes above one that is rightly marked can be marked wrongly.
    const ONES: u64 = u64::MAX / 255;
    let below = |word: u64, bound: u64| word.wrapping_sub(ONES * bound) & !word & (ONES << 7);
    let equal = |word: u64, byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
    let mut at = from;
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let word = u64::from_le_bytes(*eight);
        let marks = below(word, 0x20) | equal(word, b'"') | equal(word, b'\\');
        if marks != 0 {
            return at + marks.trailing_zeros() as usize / 8;
        }
        at += eight.len();
    }
    let rest = bytes.get(at..).unwrap_or_default().iter();
    let is_plain = |byte: &&u8| **byte != b'"' && **byte != b'\\' && **byte >= 0x20;
    at + rest.take_while(is_plain).count()
}

impl Reader<'_> {
    pub(super) fn word(&mut self) -> Result<Value, Place> {
        let words = [
            ("true", Value::Bool(true)),
            ("false", Value::Bool(false)),
            ("null", Value::Null),
        ];
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
            .count();
        let found = rest.get(..length).unwrap_or_default();
        for (word, value) in words {
            if found == word {
                self.at += length;
                return Ok(value);
            }
        }
        let fault = self.unexpected(&phrase!("A value"));
        Err(match self.peek() {
            Some(b'}' | b']' | b',') => fault.mended_by(Remedy::Insert("null")),
            _ => fault,
        })
    }

    pub(super) fn number(&mut self) -> Result<Number, Place> {
        let start = self.at;
        self.eat(b'-');
        let digits = self.digits()?;
        if digits > 1 && self.bytes.get(self.at - digits) == Some(&b'0') {
            self.at = start;
            return Err(self.fault(message!("A number must not begin with a zero.")));
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        // A number is what is written there: no size bounds it, and its spelling is kept.
        Ok(Number::from_string_unchecked(self.slice(start).to_owned()))
    }

    /// Skips digits; how many.
    fn digits(&mut self) -> Result<usize, Place> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start {
            return Err(self.unexpected(&phrase!("A digit")));
        }
        Ok(self.at - start)
    }

    pub(super) fn string(&mut self) -> Result<String, Place> {
        let open = self.at;
        self.at += 1;
        let mut text = String::new();
        loop {
            let start = self.at;
            self.at = plain_end(self.bytes, start);
            let plain = self.slice(start);
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    if text.is_empty() {
                        return Ok(plain.to_owned());
                    }
                    text.push_str(plain);
                    return Ok(text);
                }
                Some(b'\\') => {
                    text.push_str(plain);
                    let character = self.escape()?;
                    text.push(character);
                }
                found => return Err(self.broken_string(open, found)),
            }
        }
    }

    fn broken_string(&self, open: usize, found: Option<u8>) -> Place {
        let Some(byte) = found else {
            let line = line_of(self.text, open);
            let fault = self.fault(message!(
                "The file ends inside a text that began at line {line}. \
                 The file may be cut off.",
                line
            ));
            return Place {
                remedy: self.cut_back(),
                ..fault
            };
        };
        let fault = match byte {
            b'\n' | b'\r' => self.fault(message!(
                "The line ends inside a text. Close the text with a double quote, \
                 or write the line break as \\n."
            )),
            b'\t' => self.fault(message!("A tab within a text must be written as \\t.")),
            byte => self.fault(message!(
                "The control character {code} within a text must be written as {escape}.",
                code = format!("U+{byte:04X}"),
                escape = format!("\\u{byte:04x}")
            )),
        };
        fault.mended_by(Remedy::Escape)
    }

    fn escape(&mut self) -> Result<char, Place> {
        let start = self.at;
        self.at += 1;
        let byte = self.peek();
        self.at += 1;
        Ok(match byte {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(start),
            _ => {
                self.at = start;
                let fault = self.fault(message!(
                    "A backslash must be written as \\\\, or be followed by one of \" \\ / b f n r t u."
                ));
                return Err(fault.mended_by(Remedy::Insert("\\")));
            }
        })
    }

    fn unicode(&mut self, start: usize) -> Result<char, Place> {
        let first = self.four_digits(start)?;
        if let Some(character) = char::from_u32(first) {
            return Ok(character);
        }
        let low_at = self.at;
        if first < 0xDC00 && self.eat(b'\\') && self.eat(b'u') {
            let second = self.four_digits(low_at)?;
            if (0xDC00..0xE000).contains(&second) {
                let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
        }
        self.at = low_at;
        self.note(
            start,
            message!(
                "{escape} is half a character. It counts as “{mark}”.",
                escape = format!("\\u{first:04x}"),
                mark = char::REPLACEMENT_CHARACTER
            ),
        );
        Ok(char::REPLACEMENT_CHARACTER)
    }

    fn four_digits(&mut self, start: usize) -> Result<u32, Place> {
        let digits = self.text.get(self.at..self.at + 4).unwrap_or_default();
        let valid = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        match u32::from_str_radix(digits, 16) {
            Ok(code) if valid => {
                self.at += 4;
                Ok(code)
            }
            _ => {
                self.at = start;
                Err(self.fault(message!("\\u must be followed by four hexadecimal digits.")))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::plain_end;

    #[test]
    fn a_plain_run_ends_at_the_first_byte_that_is_not_plain() {
        for length in 0..40 {
            for end in ["\"", "\\", "\u{1f}", "\0"] {
                for plain in ["a", "\u{7f}", "!", "#", "[", "]", " ", "ä", "\u{a0}"] {
                    let run = plain.repeat(length);
                    let text = format!("\"{run}{end}\"\u{1}aaaaaaaaaa");
                    assert_eq!(plain_end(text.as_bytes(), 1), 1 + run.len(), "{text:?}");
                    assert_eq!(plain_end(run.as_bytes(), 0), run.len(), "{run:?}");
                }
            }
        }
        assert_eq!(plain_end(b"abc", 7), 7);
    }
}
