//! Expressions in the parameters of policies: `@connectionParameters('host')`, `@body().a.b` (spec section E).

use std::ops::Range;

use thiserror::Error;

use crate::message::{Message, Phrase, message, phrase};

/// Where an expression takes its value from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A parameter of the connection.
    ConnectionParameters,
    /// A header of the request.
    Headers,
    /// A parameter of the query.
    QueryParameters,
    /// The body.
    Body,
    /// The item of a collection that is gone through.
    Item,
    /// The answer of the last poll.
    TriggerBody,
    /// Something of the request itself, such as its method.
    Request,
    /// A variable of the environment.
    EnvironmentVariables,
}

impl Source {
    const ALL: [(&'static str, Self); 8] = [
        ("connectionParameters", Self::ConnectionParameters),
        ("headers", Self::Headers),
        ("queryParameters", Self::QueryParameters),
        ("body", Self::Body),
        ("item", Self::Item),
        ("triggerBody", Self::TriggerBody),
        ("Request", Self::Request),
        ("environmentVariables", Self::EnvironmentVariables),
    ];

    /// The name by which expressions call it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        let mut all = Self::ALL.iter();
        all.find(|(_, source)| *source == self)
            .map_or("", |(name, _)| name)
    }

    /// The names of all sources.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|(name, _)| *name)
    }

    /// Whether its value has properties. The others are texts, and what follows them is text too:
    /// `@connectionParameters('region').example.com`.
    fn has_properties(self) -> bool {
        !self.wants_name()
    }

    /// Whether it is asked for by a name.
    fn wants_name(self) -> bool {
        matches!(
            self,
            Self::ConnectionParameters
                | Self::Headers
                | Self::QueryParameters
                | Self::EnvironmentVariables
        )
    }
}

/// One expression in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression<'t> {
    /// Where it takes its value from.
    pub source: Source,
    /// The name in the parentheses, without its quotes.
    pub name: Option<&'t str>,
    /// The value where there is none of that name.
    pub default: Option<&'t str>,
    /// What follows the parentheses: `.a.b` or `['@odata.x']`.
    pub path: &'t str,
    /// Where it stands in the text, in bytes: from the `@` to its end, with the braces of `@{…}`.
    pub range: Range<usize>,
}

/// Why an expression cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ExpressionError {
    /// There is nothing of this name to take a value from.
    #[error("{}", unknown(name, *at))]
    Unknown {
        /// The name.
        name: String,
        /// The character, counted from 1.
        at: usize,
    },
    /// The parentheses are not as they must be.
    #[error("{}", not_followed(name, *at, *wanted))]
    Arguments {
        /// The name.
        name: &'static str,
        /// What must follow.
        wanted: Phrase,
        /// The character, counted from 1.
        at: usize,
    },
}

impl ExpressionError {
    /// What is wrong and how to mend it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Unknown { name, at } => unknown(name, *at),
            Self::Arguments { name, wanted, at } => not_followed(name, *at, *wanted),
        }
    }
}

fn unknown(name: &str, at: usize) -> Message {
    let names = Message::listed(Source::names().map(|name| format!("“@{name}”")));
    message!(
        "“@{name}” at character {at} is no expression. Write one of {names}.",
        name,
        at,
        names
    )
}

fn not_followed(name: &str, at: usize, wanted: Phrase) -> Message {
    message!(
        "“@{name}” at character {at} must be followed by {wanted}.",
        name,
        at,
        wanted
    )
}

/// The expressions in a text, in order. An `@` within a word (an address of mail) begins none, unless a name with a
/// parenthesis follows.
///
/// # Errors
/// The first one that cannot be read.
pub fn expressions(text: &str) -> Result<Vec<Expression<'_>>, ExpressionError> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text.get(at..).and_then(|rest| rest.find('@')) {
        let begin = at + offset;
        let before = text
            .get(..begin)
            .and_then(|before| before.chars().next_back());
        let rest = text.get(begin + 1..).unwrap_or_default();
        // `@{body().a}` is the way in which an expression stands within a text.
        let braced = rest.starts_with('{');
        let rest = rest.strip_prefix('{').unwrap_or(rest);
        let in_word = before
            .is_some_and(|character| character.is_alphanumeric() || "'\"[.".contains(character));
        let is_name = rest.starts_with(|character: char| character.is_ascii_alphabetic());
        if in_word && !is_call(rest) || !is_name || is_annotation(rest) {
            at = begin + 1;
            continue;
        }
        let expression = read(text, rest, begin, braced)?;
        at = expression.range.end;
        found.push(expression);
    }
    Ok(found)
}

/// Whether a source is asked here, as in `https://eu.@connectionParameters('host')`, if perhaps by a wrong name.
fn is_call(rest: &str) -> bool {
    let name = rest.split('(').next().unwrap_or_default();
    rest.len() > name.len() && name.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// Whether an unknown name stands without parentheses: `@odata.nextLink` is the name of a property.
fn is_annotation(rest: &str) -> bool {
    let length = rest
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    let (name, after) = rest.split_at(length);
    !after.starts_with('(') && !Source::names().any(|known| known.eq_ignore_ascii_case(name))
}

/// Reads the expression whose `@` is at `begin` of the text and whose name begins `rest`.
fn read<'t>(
    text: &str,
    rest: &'t str,
    begin: usize,
    braced: bool,
) -> Result<Expression<'t>, ExpressionError> {
    let at = text.get(..begin).map_or(0, |before| before.chars().count()) + 1;
    let length = rest
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    let (name, after) = rest.split_at(length);
    let known = Source::ALL
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name));
    let Some((name, source)) = known.copied() else {
        let name = name.to_owned();
        return Err(ExpressionError::Unknown { name, at });
    };
    let fault = |wanted| ExpressionError::Arguments { name, wanted, at };
    let (found, used) = call(source, after).map_err(fault)?;
    let path = match source.has_properties() {
        true => path_of(after.get(used..).unwrap_or_default()),
        false => "",
    };
    let used = used + path.len();
    if braced && !after.get(used..).unwrap_or_default().starts_with('}') {
        return Err(fault(phrase!("“}}” where it ends")));
    }
    let braces = if braced { 2 } else { 0 };
    let mut found = found.into_iter();
    Ok(Expression {
        source,
        name: found.next(),
        default: found.next(),
        path,
        range: begin..begin + 1 + length + used + braces,
    })
}

/// The arguments in the parentheses after the name of a source, and how many bytes these take; or what must
/// follow instead.
fn call(source: Source, after: &str) -> Result<(Vec<&str>, usize), Phrase> {
    if source == Source::Request {
        return Ok((Vec::new(), 0));
    }
    let inner = after.strip_prefix('(').ok_or(phrase!("“(”"))?;
    let (found, used) = arguments(inner).ok_or(phrase!("arguments in quotes and “)”"))?;
    if source.wants_name() && found.is_empty() {
        return Err(phrase!("a name in quotes"));
    }
    Ok((found, used + 1))
}

/// The arguments in quotes up to the closing parenthesis, and how many bytes they take with it.
fn arguments(text: &str) -> Option<(Vec<&str>, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        let rest = text.get(at..)?;
        let blank = rest.len() - rest.trim_start().len();
        at += blank;
        let rest = text.get(at..)?;
        let next = rest.chars().next()?;
        match next {
            ')' => return Some((found, at + 1)),
            ',' if !found.is_empty() => at += 1,
            '\'' | '"' => {
                let inner = rest.get(1..)?;
                let end = inner.find(next)?;
                found.push(inner.get(..end)?);
                at += end + 2;
            }
            _ => return None,
        }
    }
}

/// The path that `text` begins with: names after dots, and names or numbers in brackets.
fn path_of(text: &str) -> &str {
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let step = if let Some(name) = rest.strip_prefix('.').or_else(|| rest.strip_prefix("?.")) {
            let dots = rest.len() - name.len();
            let length = name
                .find(|c: char| !c.is_alphanumeric() && c != '_' && c != '$')
                .unwrap_or(name.len());
            if length == 0 { 0 } else { dots + length }
        } else if rest.starts_with('[') {
            rest.find(']').map_or(0, |end| end + 1)
        } else {
            0
        };
        if step == 0 {
            break;
        }
        at += step;
    }
    text.get(..at).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn expressions_of_real_connectors_are_read() {
        let read = |text| -> Vec<_> {
            let found = expressions(text).unwrap();
            found
                .into_iter()
                .map(|e| (e.source, e.name, e.default, e.path))
                .collect()
        };
        assert_eq!(
            read("https://@connectionParameters('host'):@headers('port','443')/v1"),
            [
                (Source::ConnectionParameters, Some("host"), None, ""),
                (Source::Headers, Some("port"), Some("443"), ""),
            ]
        );
        assert_eq!(
            read("TripId gt @{triggerBody().value[0].TripId}"),
            [(Source::TriggerBody, None, None, ".value[0].TripId")]
        );
        assert_eq!(
            read("@body()['@odata.nextLink']"),
            [(Source::Body, None, None, "['@odata.nextLink']")]
        );
        assert_eq!(
            read("@Request.OriginalHTTPMethod"),
            [(Source::Request, None, None, ".OriginalHTTPMethod")]
        );
        assert_eq!(
            read("https://sign.@connectionParameters('region')"),
            [(Source::ConnectionParameters, Some("region"), None, "")]
        );
        assert_eq!(read("somebody@parcels.test and @ 5"), []);
        assert_eq!(read("somebody@body.test"), []);
        assert_eq!(read("somebody@body.test (at work)"), []);
        assert_eq!(read("@odata.nextLink"), []);
    }

    #[test]
    fn an_expression_knows_what_it_takes_of_the_text() {
        let text = "é @{body().a}, @headers('x', 'y').b! @Request.Method @item()['b'].c-d";
        let found = expressions(text).unwrap();
        let taken: Vec<_> = found.into_iter().map(|e| &text[e.range]).collect();
        let wanted = [
            "@{body().a}",
            "@headers('x', 'y')",
            "@Request.Method",
            "@item()['b'].c",
        ];
        assert_eq!(taken, wanted);
    }

    #[test]
    fn what_cannot_be_read_has_a_place() {
        for (text, at) in [
            ("ä @queryParamters('x')", 3),
            ("Bearer@queryParamters('x')", 7),
            ("'@Boddy().a'", 2),
            ("eu.@{conectionParameters('x')}", 4),
            ("@headers", 1),
            ("@headers()", 1),
            ("@headers('x", 1),
            ("@body(3)", 1),
            ("@{body().a", 1),
        ] {
            let place = match expressions(text) {
                Err(
                    ExpressionError::Unknown { at, .. } | ExpressionError::Arguments { at, .. },
                ) => at,
                Ok(found) => unreachable!("{text}: {found:?}"),
            };
            assert_eq!(place, at, "{text}");
        }
    }
}
