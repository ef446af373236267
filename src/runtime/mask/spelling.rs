//! One character as URLs, forms, JSON and markup write it.

/// The most bytes that one escape takes: a pair of surrogates in JSON (`\ud83d\ude00`).
const LONGEST: usize = 12;

/// How often what stands in a text was escaped on its way there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// Once: percent-encoded, in JSON, in markup.
    Once,
    /// Twice: JSON as a text in JSON, a URL as a parameter of another one.
    Twice,
}

/// The bytes that an escape stands for, and how many bytes of the text it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Escape {
    bytes: [u8; 4],
    length: usize,
    /// The bytes of the text.
    pub(super) used: usize,
}

impl Escape {
    /// What it stands for, in UTF-8 or a byte of it.
    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    fn of_byte(byte: u8, used: usize) -> Self {
        Self {
            bytes: [byte, 0, 0, 0],
            length: 1,
            used,
        }
    }

    fn of_char(character: char, used: usize) -> Self {
        let mut bytes = [0; 4];
        let length = character.encode_utf8(&mut bytes).len();
        Self {
            bytes,
            length,
            used,
        }
    }
}

/// Whether an escape may begin with the byte.
pub(super) fn begins_escape(byte: u8) -> bool {
    matches!(byte, b'%' | b'\\' | b'&' | b'+')
}

/// The escape that a text begins with.
pub(super) fn escape(text: &[u8], depth: Depth) -> Option<Escape> {
    if !begins_escape(*text.first()?) {
        return None;
    }
    match depth {
        Depth::Once => once(text),
        // What stands for no beginning of an escape was escaped once.
        Depth::Twice => match once(text) {
            Some(Escape { bytes, .. }) if !begins_escape(bytes[0]) => None,
            _ => twice(text),
        },
    }
}

fn once(text: &[u8]) -> Option<Escape> {
    match *text.first()? {
        b'%' => {
            let byte = number(text.get(1..3)?, 16)?;
            Some(Escape::of_byte(u8::try_from(byte).ok()?, 3))
        }
        b'+' => Some(Escape::of_byte(b' ', 1)),
        b'\\' => in_json(text),
        _ => in_markup(text),
    }
}

/// Undoes the escapes of the next bytes, and then the one that comes of them.
fn twice(text: &[u8]) -> Option<Escape> {
    let (mut plain, mut length) = ([0; LONGEST + 4], 0);
    // How many bytes of the text make the plain ones up to each.
    let mut ends = [0; LONGEST + 4];
    let mut at = 0;
    while length < LONGEST {
        let rest = text.get(at..).unwrap_or_default();
        let Some(byte) = rest.first() else { break };
        // A space is no sign that an escape goes on.
        let found = once(rest).filter(|_| *byte != b'+');
        let found = found.unwrap_or(Escape::of_byte(*byte, 1));
        at += found.used;
        let next = length + found.bytes().len();
        plain.get_mut(length..next)?.copy_from_slice(found.bytes());
        ends.get_mut(length..next)?.fill(at);
        length = next;
    }
    let found = once(plain.get(..length)?)?;
    Some(Escape {
        used: *ends.get(found.used.checked_sub(1)?)?,
        ..found
    })
}

fn in_json(text: &[u8]) -> Option<Escape> {
    let byte = match *text.get(1)? {
        byte @ (b'"' | b'\\' | b'/' | b'\'') => byte,
        b'b' => 8,
        b'f' => 12,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'x' => {
            let byte = number(text.get(2..4)?, 16)?;
            return Some(Escape::of_byte(u8::try_from(byte).ok()?, 4));
        }
        b'u' => return of_units(text),
        _ => return None,
    };
    Some(Escape::of_byte(byte, 2))
}

/// `\u00fc`, or two of them for a character beyond the first 65,536.
fn of_units(text: &[u8]) -> Option<Escape> {
    let high = number(text.get(2..6)?, 16)?;
    if let Some(character) = char::from_u32(high) {
        return Some(Escape::of_char(character, 6));
    }
    let low = text.get(6..)?.strip_prefix(b"\\u")?;
    let units = [high, number(low.get(..4)?, 16)?];
    let units = units.map(|unit| u16::try_from(unit).unwrap_or_default());
    let character = char::decode_utf16(units).next()?.ok()?;
    Some(Escape::of_char(character, 12))
}

fn in_markup(text: &[u8]) -> Option<Escape> {
    let end = text.iter().take(LONGEST).position(|byte| *byte == b';')?;
    let name = text.get(1..end)?;
    let character = match name {
        b"amp" => '&',
        b"lt" => '<',
        b"gt" => '>',
        b"quot" => '"',
        b"apos" => '\'',
        [b'#', b'x' | b'X', digits @ ..] => char::from_u32(number(digits, 16)?)?,
        [b'#', digits @ ..] => char::from_u32(number(digits, 10)?)?,
        _ => return None,
    };
    Some(Escape::of_char(character, end + 1))
}

fn number(digits: &[u8], radix: u32) -> Option<u32> {
    let is_number = !digits.is_empty() && digits.iter().all(u8::is_ascii_alphanumeric);
    let text = std::str::from_utf8(digits).ok().filter(|_| is_number)?;
    u32::from_str_radix(text, radix).ok()
}

#[cfg(test)]
mod tests {
    use super::{Depth, escape};

    #[test]
    fn an_escape_is_read_with_its_length() {
        let cases: [(&str, Depth, &str, usize); 12] = [
            ("%2Fx", Depth::Once, "/", 3),
            ("%2fx", Depth::Once, "/", 3),
            ("\\/x", Depth::Once, "/", 2),
            ("\\u0026x", Depth::Once, "&", 6),
            ("\\ud83d\\ude00x", Depth::Once, "😀", 12),
            ("&quot;x", Depth::Once, "\"", 6),
            ("&#39;x", Depth::Once, "'", 5),
            ("&#x27;x", Depth::Once, "'", 6),
            ("%252Fx", Depth::Twice, "/", 5),
            ("\\\\\\\"x", Depth::Twice, "\"", 4),
            ("\\\\u0026x", Depth::Twice, "&", 7),
            ("&amp;quot;x", Depth::Twice, "\"", 10),
        ];
        for (text, depth, plain, used) in cases {
            let found = escape(text.as_bytes(), depth).map(|e| (e.bytes().to_vec(), e.used));
            assert_eq!(found, Some((plain.as_bytes().to_vec(), used)), "{text}");
        }
    }

    #[test]
    fn what_is_no_escape_stands_for_itself() {
        for text in [
            "", "a", "%", "%2", "%+1", "%zz", "&", "&x;", "&#;", "\\", "\\u12", "\\ud83dx",
        ] {
            for depth in [Depth::Once, Depth::Twice] {
                assert_eq!(escape(text.as_bytes(), depth), None, "{text}");
            }
        }
    }
}
