//! Addresses as people write them: with or without a scheme, with variables in double braces.

use super::template::Template;
use super::{Address, Field};

/// A URL in its parts, as they are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Url<'t> {
    /// The scheme; empty where none is written.
    pub(in crate::read) scheme: &'t str,
    /// Whether a user name or a password stands before the host.
    pub(in crate::read) has_user: bool,
    /// The host, perhaps with a port; empty where there is only a path.
    pub(in crate::read) host: &'t str,
    /// The path.
    pub(in crate::read) path: &'t str,
    /// The query.
    pub(in crate::read) query: &'t str,
}

impl<'t> Url<'t> {
    /// Takes a URL apart.
    pub(in crate::read) fn of(text: &'t str) -> Self {
        let text = text.trim();
        let text = before(text, '#');
        let (address, query) = text.split_once('?').unwrap_or((text, ""));
        let (scheme, rest) = match address.split_once("://") {
            Some((scheme, rest)) if !scheme.contains('/') => (scheme, rest),
            _ => ("", address),
        };
        let end = rest.find('/').unwrap_or(rest.len());
        let (authority, path) = rest.split_at(end);
        let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
        Self {
            scheme,
            has_user: !user.is_empty(),
            host,
            path,
            query,
        }
    }

    /// Where a call to it goes; the path is another's business.
    pub(in crate::read) fn address(&self, path: Template) -> Address {
        let scheme = self.scheme.to_ascii_lowercase();
        let scheme = match scheme.as_str() {
            "http" | "ws" if !self.host.is_empty() => "http",
            _ if self.host.is_empty() => "",
            _ if self.scheme.is_empty() => "",
            _ => "https",
        };
        Address {
            scheme: scheme.to_owned(),
            host: host(self.host),
            path,
        }
    }

    /// The segments of the path. Only the last can be empty.
    pub(in crate::read) fn segments(&self) -> Vec<&'t str> {
        let path = self.path.strip_prefix('/').unwrap_or(self.path);
        let ends_open = path.ends_with('/');
        let named = path.split('/').filter(|segment| !segment.is_empty());
        let mut segments: Vec<&str> = named.collect();
        if ends_open && !segments.is_empty() {
            segments.push("");
        }
        segments
    }

    /// The parameters in the query.
    pub(in crate::read) fn parameters(&self) -> Vec<Field> {
        super::body::form_fields(self.query)
    }
}

/// The text before a letter that stands outside of braces.
fn before(text: &str, letter: char) -> &str {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            c if c == letter && depth == 0 => return text.get(..at).unwrap_or(text),
            _ => {}
        }
    }
    text
}

/// A host whose variables stand in single braces; other signs than those of hosts are left out.
fn host(text: &str) -> String {
    let mut out = String::new();
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => {
                out.extend(
                    text.chars()
                        .filter(|c| c.is_alphanumeric() || ".-:[]_".contains(*c)),
                );
            }
            Piece::Variable(name) => {
                let name = name
                    .chars()
                    .filter(|c| c.is_ascii_alphanumeric() || "_-.".contains(*c));
                let name: String = name.collect();
                let name = if name.is_empty() { "host" } else { &name };
                out.push_str(&format!("{{{name}}}"));
            }
        }
    }
    out
}

/// A piece of a text with variables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Piece<'t> {
    /// What stands as it is.
    Text(&'t str),
    /// The name in double braces.
    Variable(&'t str),
}

/// The pieces of a text with variables in double braces.
pub(in crate::read) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((name, after)) = variable(rest) {
            rest = after;
            return Some(Piece::Variable(name));
        }
        let starts = rest.match_indices("{{").map(|(at, _)| at);
        let end = starts
            .filter(|at| *at > 0)
            .find(|at| rest.get(*at..).is_some_and(|rest| variable(rest).is_some()));
        let (plain, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(Piece::Text(plain))
    })
}

/// The variable that a text begins with, and what comes after it.
fn variable(text: &str) -> Option<(&str, &str)> {
    let (name, after) = text.strip_prefix("{{")?.split_once("}}")?;
    let is_name = !name.contains(['{', '}', '\n']) && !name.trim().is_empty();
    is_name.then(|| (name.trim(), after))
}

#[cfg(test)]
mod tests {
    use super::{Piece, Url, host, pieces};

    #[test]
    fn a_url_is_taken_apart() {
        for (text, expected) in [
            (
                "https://a.example/b/c?d=e#f",
                ("https", "a.example", "/b/c", "d=e"),
            ),
            ("a.example:8080/b", ("", "a.example:8080", "/b", "")),
            ("{{url}}/b?c={{d}}", ("", "{{url}}", "/b", "c={{d}}")),
            (
                "{{scheme}}://a.example",
                ("{{scheme}}", "a.example", "", ""),
            ),
            ("//a.example/b", ("", "", "//a.example/b", "")),
            ("/b?x=http://c", ("", "", "/b", "x=http://c")),
            ("", ("", "", "", "")),
        ] {
            let url = Url::of(text);
            assert_eq!(
                (url.scheme, url.host, url.path, url.query),
                expected,
                "{text}"
            );
        }
        assert!(Url::of("https://ann:secret@a.example/b").has_user);
    }

    #[test]
    fn the_variables_of_a_text_are_found() {
        let found: Vec<Piece<'_>> = pieces("a{{ b }}{{c}}{{}}d").collect();
        let expected = [
            Piece::Text("a"),
            Piece::Variable("b"),
            Piece::Variable("c"),
            Piece::Text("{{}}d"),
        ];
        assert_eq!(found, expected);
        assert_eq!(host("{{a b}}.x/ample:{{$port}}"), "{ab}.xample:{port}");
    }
}
