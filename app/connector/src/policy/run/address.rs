//! The URL of a request in the parts that policies change.

use super::error::Fault;
use crate::request::{check_host, written_path, written_query};

/// A URL: `https://host:1` + `/base` + `/path` + `?query`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// Scheme and host with port.
    pub(super) origin: String,
    /// The base path: empty, or with a slash before it and none after.
    pub(super) base: String,
    /// What follows, with a slash before it.
    pub(super) path: String,
    /// The query, without its question mark; none where there is no question mark.
    pub(super) query: Option<String>,
}

impl Address {
    /// The parts of a URL whose path begins with this base path.
    pub(super) fn split(url: &str, base_path: &str) -> Self {
        let url = url.split('#').next().unwrap_or_default();
        let (front, query) = match url.split_once('?') {
            Some((front, query)) => (front, Some(query.to_owned())),
            None => (url, None),
        };
        let host = front.find("://").map_or(0, |at| at + 3);
        let slash = front
            .get(host..)
            .and_then(|rest| rest.find('/'))
            .map_or(front.len(), |at| host + at);
        let (origin, whole) = front.split_at_checked(slash).unwrap_or((front, ""));
        let below = whole
            .strip_prefix(base_path)
            .filter(|below| below.is_empty() || below.starts_with('/'));
        let (base, path) = match below {
            Some(below) => (base_path, below),
            None => ("", whole),
        };
        Self {
            origin: origin.to_owned(),
            base: base.to_owned(),
            path: path.to_owned(),
            query,
        }
    }

    /// The whole URL.
    pub(super) fn url(&self) -> String {
        let query = self.query.as_deref().map(|query| format!("?{query}"));
        let query = query.unwrap_or_default();
        format!("{}{}{}{query}", self.origin, self.base, self.path)
    }

    /// The URL of another path of the API, below the base path as it is now.
    pub(super) fn url_of(&self, path: &str) -> String {
        format!("{}{}{path}", self.origin, self.base)
    }

    /// Puts another scheme, host and base path in place. The notes tell what had to be read between the lines.
    pub(super) fn set_host(&mut self, text: &str) -> Result<Vec<String>, Fault> {
        let mut notes = Vec::new();
        let text = text.trim();
        let fault = |why| {
            let found = text.to_owned();
            Fault::Host { found, why }
        };
        let (scheme, rest) = match scheme(text) {
            Some((outer, rest)) => match scheme(rest) {
                // `https://@connectionParameters('host')` where the owner entered a whole URL.
                Some((inner, rest)) => {
                    notes.push(format!("The value begins with “{inner}://” itself, so what the template has before it was left out."));
                    (inner, rest)
                }
                None => (outer, rest),
            },
            None => {
                let own = self.origin.split("://").next().unwrap_or("https");
                notes.push(format!(
                    "The host has no scheme, so that of the definition stays: {own}."
                ));
                (own.to_owned(), text.trim_start_matches('/'))
            }
        };
        if !["http", "https"].contains(&scheme.as_str()) {
            return Err(fault("only https and http can be called."));
        }
        if rest.contains(['?', '#']) {
            return Err(fault("it has a query or a fragment. Enter it without."));
        }
        let (host, base) = rest.split_once('/').unwrap_or((rest, ""));
        check_host(host).map_err(|_| {
            fault("it is no name such as api.example.com, with a port if need be. Correct the template, or the values of the connection or the request that it takes.")
        })?;
        if has_gap(host) {
            return Err(fault(
                "a part of its name is empty. Enter what the template takes there, or give the expression a default.",
            ));
        }
        self.base = base_path(base).ok_or_else(|| {
            fault("a segment of dots alone leads to another path. Enter it without.")
        })?;
        self.origin = format!("{scheme}://{host}");
        Ok(notes)
    }

    /// Puts another path in place; a query that it brings comes before the one that is there.
    pub(super) fn set_path(&mut self, path: &str) -> Result<(), Fault> {
        let (path, query) = match path.split_once('?') {
            Some((path, query)) => (path, Some(written_query(query))),
            None => (path, None),
        };
        let path = written_path(path.trim_start_matches('/'));
        if path.split('/').any(is_dots) {
            return Err(Fault::Route {
                found: path,
                why: "a segment of dots alone leads to another path.",
            });
        }
        self.path = format!("/{path}");
        let queries = [query, self.query.take()].into_iter().flatten();
        let queries: Vec<String> = queries.filter(|query| !query.is_empty()).collect();
        self.query = (!queries.is_empty()).then(|| queries.join("&"));
        Ok(())
    }
}

/// The scheme in lower case, and what follows it.
fn scheme(text: &str) -> Option<(String, &str)> {
    let (scheme, rest) = text.split_once("://")?;
    let is_of_scheme = |b: u8| b.is_ascii_alphanumeric() || b"+-.".contains(&b);
    let is_scheme = !scheme.is_empty() && scheme.bytes().all(is_of_scheme);
    is_scheme.then(|| (scheme.to_ascii_lowercase(), rest))
}

/// Whether a part of the name is missing, as where an expression has no value: `.parcels.test`.
fn has_gap(host: &str) -> bool {
    let name = host.split(':').next().unwrap_or_default();
    let name = name.strip_suffix('.').unwrap_or(name);
    !host.starts_with('[') && name.split('.').any(str::is_empty)
}

/// A base path without doubled slashes and without one at its end; none where a segment is dots alone.
fn base_path(text: &str) -> Option<String> {
    let segments = text.split('/').filter(|segment| !segment.is_empty());
    let written: Vec<String> = segments.map(written_path).collect();
    let has_dots = written.iter().any(|segment| is_dots(segment));
    (!has_dots).then(|| {
        written
            .iter()
            .map(|segment| format!("/{segment}"))
            .collect()
    })
}

fn is_dots(segment: &str) -> bool {
    let plain = segment.to_ascii_lowercase().replace("%2e", ".");
    matches!(plain.as_str(), "." | "..")
}
