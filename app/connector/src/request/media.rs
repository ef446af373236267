//! Content types: what they are, and which of several is sent.

use serde_json::Value;

pub(super) const FORM: &str = "application/x-www-form-urlencoded";
pub(super) const MULTIPART: &str = "multipart/form-data";
pub(super) const OCTETS: &str = "application/octet-stream";
const JSON: &str = "application/json";

/// A content type without its parameters, in small letters.
pub(super) fn essence(content_type: &str) -> String {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// Whether a content type is JSON.
pub(crate) fn is_json(content_type: &str) -> bool {
    let essence = essence(content_type);
    essence == JSON || essence == "text/json" || essence.ends_with("+json")
}

/// Whether a content type is XML.
pub(crate) fn is_xml(content_type: &str) -> bool {
    let essence = essence(content_type);
    essence == "application/xml" || essence == "text/xml" || essence.ends_with("+xml")
}

/// Whether a text can be a content type: `type/subtype`, with no line break in it.
pub(super) fn is_media_type(text: &str) -> bool {
    let parts = text.split_once('/');
    let is_whole = parts.is_some_and(|(kind, rest)| !kind.trim().is_empty() && !rest.is_empty());
    is_whole && !text.chars().any(char::is_control)
}

/// Whether `offered`, perhaps with a star, takes in the content type `given`.
pub(crate) fn covers(offered: &str, given: &str) -> bool {
    let (offered, given) = (essence(offered), essence(given));
    match offered.split_once('/') {
        Some(("*", _)) => true,
        Some((kind, "*")) => given
            .strip_prefix(kind)
            .is_some_and(|rest| rest.starts_with('/')),
        _ => offered == given || offered == "*",
    }
}

/// The content type of a value, of those that are offered: JSON where it is, else what can hold it.
pub(super) fn for_value<'c>(offered: &[&'c str], value: &Value) -> &'c str {
    let of = |is: &dyn Fn(&str) -> bool| offered.iter().copied().find(|kind| is(kind));
    let is_form = |kind: &str| essence(kind) == FORM;
    let fitting = match value {
        Value::Object(_) => of(&is_xml).or_else(|| of(&is_form)),
        Value::Array(_) => of(&is_xml),
        _ => of(&|kind| !is_form(kind) && essence(kind) != MULTIPART),
    };
    let chosen = of(&is_json).or(fitting).or(offered.first().copied());
    match (chosen.unwrap_or(JSON), value) {
        (chosen, _) if !chosen.contains('*') => chosen,
        (_, Value::String(_)) => "text/plain; charset=utf-8",
        _ => JSON,
    }
}

/// The content type of a file that is the whole body: its own, unless only others are offered.
pub(super) fn for_file<'c>(offered: &[&'c str], own: &'c str) -> &'c str {
    let is_offered = offered.is_empty() || offered.iter().any(|kind| covers(kind, own));
    let holds_bytes =
        |kind: &&&str| !kind.contains('*') && ![FORM, MULTIPART].contains(&essence(kind).as_str());
    let known = (!own.is_empty()).then_some(own);
    let chosen = match known.filter(|_| is_offered) {
        Some(own) => Some(own),
        None => offered
            .iter()
            .filter(|kind| !is_json(kind))
            .find(holds_bytes)
            .copied(),
    };
    chosen.or(known).unwrap_or(OCTETS)
}
