//! Addresses, as OpenAPI 3.1 wants them: references to a URI (RFC 3986, 4.1).

use serde_json::{Map, Value, json};

use super::Export;
use crate::ledger::{At, Fate};

/// The characters that may stand in a reference to a URI beside letters and digits; brackets only around the address of
/// a host.
const ALLOWED: &str = "-._~:/?#[]@!$&'()*+,;=%";

impl Export<'_> {
    /// An address that fits; none, with an entry of the ledger, where the text is no address at all.
    pub(super) fn address(&mut self, at: &At<'_>, value: &Value) -> Option<Value> {
        let text = value.as_str().map(str::trim).unwrap_or_default();
        if text.contains(char::is_whitespace) || !value.is_string() {
            let message = "It is no address, and OpenAPI wants one here: it is left out.";
            self.note(at, Fate::Dropped, message);
            return None;
        }
        let fitting = fitting(text);
        if Some(fitting.as_str()) != value.as_str() {
            let message = format!("An address has no such characters: it is {fitting} there.");
            self.note(at, Fate::Changed, message);
        }
        Some(json!(fitting))
    }

    /// `externalDocs`; none where it has no address.
    pub(super) fn documentation(&mut self, at: &At<'_>, value: &Value) -> Option<Value> {
        let out = self.known(at, value, &["description", "url"]);
        if out.contains_key("url") {
            return Some(Value::Object(out));
        }
        self.note(at, Fate::Dropped, "Documentation has an address.");
        None
    }

    /// The members that are known here and the extensions: texts, and addresses that fit.
    pub(super) fn known(
        &mut self,
        at: &At<'_>,
        value: &Value,
        known: &[&str],
    ) -> Map<String, Value> {
        let mut out = Map::new();
        for (key, member) in value.as_object().into_iter().flatten() {
            let place = at.key(key);
            match key.as_str() {
                key if key.starts_with("x-") => {
                    out.insert(key.to_owned(), member.clone());
                }
                key if !known.contains(&key) => self.unknown(&place),
                "url" | "termsOfService" | "namespace" => {
                    let address = self.address(&place, member);
                    out.extend(address.map(|address| (key.clone(), address)));
                }
                "email" if !is_email(member) => {
                    self.note(&place, Fate::Dropped, "It is no address for e-mail.");
                }
                "attribute" | "wrapped" if member.is_boolean() => {
                    out.insert(key.clone(), member.clone());
                }
                _ => {
                    let text = self.text(&place, member);
                    out.extend(text.map(|text| (key.clone(), text)));
                }
            }
        }
        out
    }

    /// A text; a number or a truth value is written as one.
    pub(super) fn text(&mut self, at: &At<'_>, value: &Value) -> Option<Value> {
        match value {
            Value::String(_) => Some(value.clone()),
            Value::Number(_) | Value::Bool(_) => {
                self.note(
                    at,
                    Fate::Changed,
                    "OpenAPI wants a text here: it is one there.",
                );
                Some(json!(value.to_string()))
            }
            _ => {
                self.note(at, Fate::Dropped, "OpenAPI wants a text here.");
                None
            }
        }
    }
}

/// Whether a text is an address for e-mail as far as it matters here: a name and a host.
fn is_email(value: &Value) -> bool {
    let of_name = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let of_host = |part: &str| {
        !part.is_empty()
            && part.len() < 64
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    value
        .as_str()
        .and_then(|text| text.split_once('@'))
        .is_some_and(|(name, host)| {
            let dots = name.starts_with('.') || name.ends_with('.') || name.contains("..");
            !name.is_empty()
                && name.len() <= 64
                && !dots
                && name.chars().all(of_name)
                && host.split('.').all(of_host)
        })
}

/// An address with what may not stand in it percent-encoded.
pub(super) fn fitting(text: &str) -> String {
    let (before, fragment) = match text.split_once('#') {
        Some((before, fragment)) => (before, Some(super::names::fragment(fragment))),
        None => (text, None),
    };
    // Brackets stand around the address of a host alone.
    let has_address = before
        .split_once("://")
        .is_some_and(|(_, rest)| rest.starts_with('['));
    let encoded = encoded(before, |c| {
        c.is_ascii_alphanumeric() || ALLOWED.contains(c) && (has_address || !"[]".contains(c))
    });
    // A colon in the first part of a relative address would make a scheme of what is before it.
    let first = encoded.split(['/', '?']).next().unwrap_or_default();
    let is_scheme = |scheme: &str| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    };
    let is_plain = first
        .split_once(':')
        .is_none_or(|(scheme, _)| is_scheme(scheme));
    let encoded = if is_plain {
        encoded
    } else {
        format!("./{encoded}")
    };
    match fragment {
        Some(fragment) => format!("{encoded}#{fragment}"),
        None => encoded,
    }
}

/// A text with all but these characters percent-encoded, and percent signs that encode nothing.
pub(super) fn encoded(text: &str, stays: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let is_code = || {
            let digits = text.as_bytes().get(at + 1..at + 3);
            digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
        };
        if stays(c) && (c != '%' || is_code()) {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::fitting;

    #[test]
    fn addresses_fit() {
        for (address, expected) in [
            ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
            ("https://a.example/{b}|c", "https://a.example/%7Bb%7D%7Cc"),
            ("https://ä.example/100%", "https://%C3%A4.example/100%25"),
            ("https://[::1]/a", "https://[::1]/a"),
            ("/a[b]", "/a%5Bb%5D"),
            ("1:2", "./1:2"),
            ("#/a b#c", "#/a%20b%23c"),
        ] {
            assert_eq!(fitting(address), expected, "{address}");
        }
    }
}
