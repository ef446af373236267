//! The URL: scheme, host, base path, path with its parameters, query.

use serde_json::Value;

use super::encoding::{percent_encoded, written_path, written_query};
use super::given::Given;
use super::text::at;
use super::{At, RequestError};
use crate::swagger::{Location, Operation};

/// The URL of an operation with these values.
pub(super) fn url(
    definition: &Value,
    operation: &Operation<'_>,
    given: &[Given<'_>],
) -> Result<String, RequestError> {
    let text = |key| definition.get(key).and_then(Value::as_str);
    let host = text("host").unwrap_or_default().trim();
    check_host(host)?;
    let scheme = scheme(definition, operation)?;
    let base = text("basePath").unwrap_or_default();
    // A fragment tells operations of one address apart, and is never sent (RFC 3986, 3.5).
    let whole = operation.key().path.split('#').next().unwrap_or_default();
    let (path, fixed_query) = match whole.split_once('?') {
        Some((path, query)) => (path, fill(query, given, written_query)?),
        None => (whole, String::new()),
    };
    let base = written_path(base.trim_matches('/'));
    let base = if base.is_empty() {
        base
    } else {
        format!("/{base}")
    };
    let path = path_with_values(path.trim_start_matches('/'), given)?;
    let mut pieces: Vec<String> = Vec::new();
    pieces.extend((!fixed_query.is_empty()).then_some(fixed_query));
    pieces.extend(query_pieces(given)?);
    let query = if pieces.is_empty() {
        String::new()
    } else {
        format!("?{}", pieces.join("&"))
    };
    Ok(format!("{scheme}://{host}{base}/{path}{query}"))
}

/// Whether it is a name or an address, with a port if need be.
pub(crate) fn check_host(host: &str) -> Result<(), RequestError> {
    if host.is_empty() {
        return Err(RequestError::NoHost);
    }
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !host.ends_with(']') => (name, Some(port)),
        _ => (host, None),
    };
    let literal = name
        .strip_prefix('[')
        .and_then(|inner| inner.strip_suffix(']'));
    let is_name = match literal {
        Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
        None => {
            !name.is_empty()
                && name
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b))
        }
    };
    let is_port = port.is_none_or(|port| {
        !port.is_empty()
            && port.bytes().all(|b| b.is_ascii_digit())
            && port.parse::<u16>().is_ok_and(|number| number > 0)
    });
    if is_name && is_port {
        Ok(())
    } else {
        Err(RequestError::Host(host.to_owned()))
    }
}

/// https where it is offered, else http; a definition that names no scheme means https.
fn scheme(definition: &Value, operation: &Operation<'_>) -> Result<&'static str, RequestError> {
    let listed = |value: &Value| {
        let items = value.get("schemes").and_then(Value::as_array);
        let texts = items.into_iter().flatten().filter_map(Value::as_str);
        texts.map(str::to_ascii_lowercase).collect::<Vec<_>>()
    };
    let own = listed(operation.json());
    let offered = if own.is_empty() {
        listed(definition)
    } else {
        own
    };
    let wanted = ["https", "http"];
    match wanted.into_iter().find(|w| offered.iter().any(|o| o == w)) {
        Some(scheme) => Ok(scheme),
        None if offered.is_empty() => Ok("https"),
        None => Err(RequestError::Scheme(offered)),
    }
}

/// The path with a value for each placeholder, segment by segment.
fn path_with_values(template: &str, given: &[Given<'_>]) -> Result<String, RequestError> {
    let segments = template
        .split('/')
        .map(|segment| fill(segment, given, written_path));
    Ok(segments.collect::<Result<Vec<_>, _>>()?.join("/"))
}

/// A text with a value for each placeholder, the rest of it as `written` writes it.
fn fill(
    segment: &str,
    given: &[Given<'_>],
    written: fn(&str) -> String,
) -> Result<String, RequestError> {
    let (mut filled, mut rest, mut last) = (String::new(), segment, None::<At>);
    while let Some((before, (name, after))) = rest
        .split_once('{')
        .and_then(|(before, inner)| Some((before, inner.split_once('}')?)))
    {
        filled.push_str(&written(before));
        let given = given
            .iter()
            .find(|given| given.is_in(Location::Path) && given.parameter.name() == name)
            .ok_or_else(|| RequestError::Placeholder(name.to_owned()))?;
        filled.push_str(&path_value(given)?);
        last = Some(at(&given.parameter));
        rest = after;
    }
    filled.push_str(&written(rest));
    match last {
        // `.` and `..`, written so or encoded, would be resolved away on the way.
        Some(at) if is_dots(&filled) => Err(RequestError::Dots(at)),
        _ => Ok(filled),
    }
}

fn is_dots(segment: &str) -> bool {
    let plain = segment.to_ascii_lowercase().replace("%2e", ".");
    matches!(plain.as_str(), "." | "..")
}

/// A value for the path, encoded once, or twice where `x-ms-url-encoding` says so (spec section D.4).
fn path_value(given: &Given<'_>) -> Result<String, RequestError> {
    let (parameter, text) = (&given.parameter, given.text()?);
    if text.is_empty() {
        return Err(RequestError::Missing(at(parameter)));
    }
    let encoding = parameter.json().get("x-ms-url-encoding");
    let is_double = encoding.is_some_and(|encoding| encoding == "double");
    let encoded = text.encoded(parameter, |item| {
        let once = percent_encoded(item);
        if is_double {
            percent_encoded(&once)
        } else {
            once
        }
    })?;
    Ok(encoded.join(","))
}

fn query_pieces(given: &[Given<'_>]) -> Result<Vec<String>, RequestError> {
    let mut pieces = Vec::new();
    for given in given.iter().filter(|given| given.is_in(Location::Query)) {
        pieces.extend(named_pieces(given)?);
    }
    Ok(pieces)
}

/// `name=value`, encoded, as a query and an urlencoded form have it.
pub(super) fn named_pieces(given: &Given<'_>) -> Result<Vec<String>, RequestError> {
    let parameter = &given.parameter;
    let name = percent_encoded(parameter.name());
    let texts = given.text()?.encoded(parameter, percent_encoded)?;
    Ok(texts.iter().map(|text| format!("{name}={text}")).collect())
}
