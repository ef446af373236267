//! Texts with placeholders, as `oauth2generic` has them (spec section C.3): filled in so that a value never becomes
//! more than a value.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use thiserror::Error;

const VALUE: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Why a text cannot be filled in.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TemplateError {
    /// Nothing is known under the name.
    #[error(
        "“{{{0}}}” in the OAuth settings has no value. Enter one in the connection, or take it out of the settings in the Security step."
    )]
    Missing(String),
    /// The value would change what the address means.
    #[error(
        "The value of “{0}” cannot stand in an address: it may have letters, digits, dots and hyphens only. Correct it in the connection."
    )]
    Value(String),
}

/// A form or a query with every value percent-encoded.
pub(super) fn form(
    template: &str,
    value: &dyn Fn(&str) -> Option<String>,
) -> Result<String, TemplateError> {
    filled(template, |name, _| {
        let value = value(name).ok_or_else(|| TemplateError::Missing(name.to_owned()))?;
        Ok(Some(utf8_percent_encode(&value, VALUE).to_string()))
    })
}

/// A JSON text with every value escaped. Braces around what is no name are those of JSON.
pub(super) fn json(
    template: &str,
    value: &dyn Fn(&str) -> Option<String>,
) -> Result<String, TemplateError> {
    filled(template, |name, _| {
        let escaped = value(name).map(|value| Value::from(value).to_string());
        let inner = escaped.as_deref().map(|text| {
            let inner = text.strip_prefix('"').and_then(|t| t.strip_suffix('"'));
            inner.unwrap_or(text).to_owned()
        });
        Ok(inner)
    })
}

/// An address. A value that makes up its beginning may be an address itself; any other is a name, so that nobody
/// can lead the secrets of a connector to another host.
pub(super) fn address(
    template: &str,
    value: &dyn Fn(&str) -> Option<String>,
) -> Result<String, TemplateError> {
    filled(template, |name, at| {
        let value = value(name).ok_or_else(|| TemplateError::Missing(name.to_owned()))?;
        let value = value.trim();
        let is_address = value.starts_with("https://") || value.starts_with("http://");
        if at == 0 && is_address && !value.contains(['?', '#', '@', '\\']) {
            return Ok(Some(value.trim_end_matches('/').to_owned()));
        }
        let is_name = !value.is_empty()
            && value
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
            && value.bytes().any(|byte| byte != b'.');
        if at == 0 || !is_name {
            return Err(TemplateError::Value(name.to_owned()));
        }
        Ok(Some(value.to_owned()))
    })
}

/// Whether a body is written as JSON.
pub(super) fn is_json(template: &str) -> bool {
    let text = template.trim();
    text.starts_with('{') && text.ends_with('}') && text.contains('"')
}

fn filled(
    template: &str,
    value: impl Fn(&str, usize) -> Result<Option<String>, TemplateError>,
) -> Result<String, TemplateError> {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let found = after.split_once('}').filter(|(name, _)| is_name(name));
        let (piece, left) = match found {
            Some((name, left)) => (value(name, text.len())?, left),
            None => (None, after),
        };
        match (piece, found) {
            (Some(piece), _) => text.push_str(&piece),
            (None, Some((name, _))) => text.push_str(&format!("{{{name}}}")),
            (None, None) => text.push('{'),
        }
        rest = left;
    }
    text.push_str(rest);
    Ok(text)
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"_:-.".contains(&byte))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use super::{TemplateError, address, form, json};

    fn value(name: &str) -> Option<String> {
        let found = match name {
            "Code" => "a b&c=\"d\"",
            "host" => "https://acme.example.com/",
            "sub" => "acme",
            "bad" => "evil.example/x?",
            "up" => "..",
            _ => return None,
        };
        Some(found.to_owned())
    }

    #[test]
    fn a_value_never_becomes_more_than_a_value() {
        let filled = form("grant_type=x&code={Code}", &value).unwrap();
        assert_eq!(filled, "grant_type=x&code=a%20b%26c%3D%22d%22");
        let filled = json(r#"{"code":"{Code}","a":{"b":"{other}"}}"#, &value).unwrap();
        assert_eq!(filled, r#"{"code":"a b&c=\"d\"","a":{"b":"{other}"}}"#);
        assert!(matches!(
            form("{other}", &value),
            Err(TemplateError::Missing(_))
        ));
    }

    #[test]
    fn an_address_leads_nowhere_else() {
        let filled = |text| address(text, &value);
        assert_eq!(
            filled("https://{sub}.example.com/t").unwrap(),
            "https://acme.example.com/t"
        );
        assert_eq!(filled("{host}/t").unwrap(), "https://acme.example.com/t");
        for text in [
            "https://{bad}.example.com/t",
            "https://x.example.com/{up}/t",
            "https://{host}/t",
            "{sub}/t",
        ] {
            assert!(
                matches!(filled(text), Err(TemplateError::Value(_))),
                "{text}"
            );
        }
    }
}
