//! Texts with expressions in them, and the paths that parameters name.

use serde_json::Value;

use super::error::Fault;
use super::json::{Step, plain, steps};
use super::scope::Scope;
use super::trace::Record;
use crate::policy::{Expression, Source, expressions};

/// Where an expression of a policy takes its value from: only what a policy can see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    Connection(String),
    Header(String),
    Query(String),
    Body(Vec<Step>),
    Item(Vec<Step>),
    Method,
}

/// An expression in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) origin: Origin,
    pub(super) default: Option<String>,
    /// The expression as it is written.
    pub(super) written: String,
    /// Its first character, counted from 1.
    pub(super) at: usize,
}

impl Term {
    /// Something is wrong with this expression.
    pub(super) fn fault(&self, why: impl Into<String>) -> Fault {
        Fault::Value {
            expression: self.written.clone(),
            at: self.at,
            why: why.into(),
        }
    }
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Plain(String),
    Term(Term),
}

/// In which kind of text an expression stands: what it can see depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A parameter of a policy that changes messages.
    Policy,
    /// A parameter of a polling trigger.
    Polling,
}

/// A text whose expressions are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) pieces: Vec<Piece>,
}

impl Text {
    /// Reads a text. The braces of `{@body().a}` belong to the expression.
    pub(super) fn read(text: &str, place: Place) -> Result<Self, Fault> {
        let (mut pieces, mut end) = (Vec::new(), 0);
        for found in expressions(text)? {
            let term = term(text, &found, place)?;
            let before = text.get(end..found.range.start).unwrap_or_default();
            let after = text.get(found.range.end..).unwrap_or_default();
            let is_braced = before.ends_with('{') && after.starts_with('}');
            let before = match is_braced {
                true => before.strip_suffix('{').unwrap_or(before),
                false => before,
            };
            if !before.is_empty() {
                pieces.push(Piece::Plain(before.to_owned()));
            }
            pieces.push(Piece::Term(term));
            end = found.range.end + usize::from(is_braced);
        }
        let rest = text.get(end..).unwrap_or_default();
        if !rest.is_empty() {
            pieces.push(Piece::Plain(rest.to_owned()));
        }
        Ok(Self { pieces })
    }

    /// The text where there are no expressions in it.
    pub(super) fn constant(&self) -> Option<&str> {
        match self.pieces.as_slice() {
            [] => Some(""),
            [Piece::Plain(text)] => Some(text),
            _ => None,
        }
    }

    /// The text with the values of its expressions, each passed through `written` first.
    pub(super) fn with(
        &self,
        scope: &Scope<'_>,
        record: &mut Record,
        written: impl Fn(String) -> String,
    ) -> Result<String, Fault> {
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Plain(plain) => text.push_str(plain),
                Piece::Term(term) => {
                    let value = scope.value(term, record)?;
                    text.push_str(&written(value.map_or(String::new(), |value| plain(&value))));
                }
            }
        }
        Ok(text)
    }

    /// The text with the values of its expressions.
    pub(super) fn text(&self, scope: &Scope<'_>, record: &mut Record) -> Result<String, Fault> {
        self.with(scope, record, |value| value)
    }

    /// The value that the text stands for: that of the expression where it is one alone, none where that has none;
    /// else JSON where the text is written so, else the text.
    pub(super) fn value(
        &self,
        scope: &Scope<'_>,
        record: &mut Record,
    ) -> Result<Option<Value>, Fault> {
        if let [Piece::Term(term)] = self.pieces.as_slice() {
            return Ok(scope.value(term, record)?.map(|value| value.into_owned()));
        }
        if let Some(constant) = self.constant() {
            return Ok(Some(as_json(constant)));
        }
        let begins = match self.pieces.first() {
            Some(Piece::Plain(text)) => text.trim_start().chars().next(),
            _ => None,
        };
        if begins.is_some_and(|first| "[{\"".contains(first)) {
            let json = self.json(scope, record)?;
            if let Ok(value) = serde_json::from_str(&json) {
                return Ok(Some(value));
            }
        }
        let text = self.text(scope, record)?;
        Ok(Some(Value::String(match begins {
            Some('\'') => unquoted(&text).map_or(text.clone(), str::to_owned),
            _ => text,
        })))
    }

    /// The text as JSON: a value within quotes is text of that string, elsewhere it is JSON itself. So no value can
    /// end the string that it stands in.
    fn json(&self, scope: &Scope<'_>, record: &mut Record) -> Result<String, Fault> {
        let (mut json, mut quotes) = (String::new(), Quotes::default());
        for piece in &self.pieces {
            match piece {
                Piece::Plain(plain) => {
                    plain.chars().for_each(|character| quotes.see(character));
                    json.push_str(plain);
                }
                Piece::Term(term) => match scope.value(term, record)? {
                    Some(value) if quotes.are_open => {
                        let quoted = Value::String(plain(&value)).to_string();
                        let inner = quoted.strip_prefix('"').and_then(|q| q.strip_suffix('"'));
                        json.push_str(inner.unwrap_or_default());
                    }
                    Some(value) => json.push_str(&value.to_string()),
                    None => {}
                },
            }
        }
        Ok(json)
    }
}

/// Whether a string of JSON is open.
#[derive(Default)]
struct Quotes {
    are_open: bool,
    is_escaped: bool,
}

impl Quotes {
    fn see(&mut self, character: char) {
        match character {
            _ if self.is_escaped => self.is_escaped = false,
            '\\' if self.are_open => self.is_escaped = true,
            '"' => self.are_open = !self.are_open,
            _ => {}
        }
    }
}

/// A constant as JSON where it is, else as a text; `'5'` is a text for certain.
fn as_json(text: &str) -> Value {
    let read = serde_json::from_str(text).ok();
    read.unwrap_or_else(|| Value::String(unquoted(text).unwrap_or(text).to_owned()))
}

fn unquoted(text: &str) -> Option<&str> {
    text.trim().strip_prefix('\'')?.strip_suffix('\'')
}

fn term(text: &str, found: &Expression<'_>, place: Place) -> Result<Term, Fault> {
    let written = text.get(found.range.clone()).unwrap_or_default();
    let before = text.get(..found.range.start).unwrap_or_default();
    let mut term = Term {
        origin: Origin::Method,
        default: found.default.map(str::to_owned),
        written: written.to_owned(),
        at: before.chars().count() + 1,
    };
    term.origin = origin(found, place).map_err(|why| term.fault(why))?;
    Ok(term)
}

fn origin(found: &Expression<'_>, place: Place) -> Result<Origin, &'static str> {
    let name = || found.name.unwrap_or_default().to_owned();
    let path = || {
        steps(found.path).map_err(|_| {
            "is followed by no path to a property. Write names after dots, or as ['name'] and numbers as [0]."
        })
    };
    match (found.source, place) {
        (Source::EnvironmentVariables, _) => Err(
            "cannot stand in a policy: variables of the environment are for the General and Security steps. Use a connection parameter.",
        ),
        (Source::TriggerBody, Place::Polling) => Ok(Origin::Body(path()?)),
        (Source::TriggerBody, Place::Policy) => Err("is for polling triggers only. Use “@body()”."),
        (_, Place::Polling) => Err(
            "cannot stand here: a polling trigger takes its values from the last answer. Use “@triggerBody()”.",
        ),
        (Source::ConnectionParameters, _) => Ok(Origin::Connection(name())),
        (Source::Headers, _) => Ok(Origin::Header(name())),
        (Source::QueryParameters, _) => Ok(Origin::Query(name())),
        (Source::Body, _) => Ok(Origin::Body(path()?)),
        (Source::Item, _) => Ok(Origin::Item(path()?)),
        (Source::Request, _) if found.path.eq_ignore_ascii_case(".OriginalHTTPMethod") => {
            Ok(Origin::Method)
        }
        (Source::Request, _) => {
            Err("is nothing that the request has. Write “@Request.OriginalHTTPMethod”.")
        }
    }
}

/// The one expression that a text is.
pub(super) fn only_term(text: &str, place: Place, example: &'static str) -> Result<Term, Fault> {
    let read = Text::read(text.trim(), place)?;
    match read.pieces.as_slice() {
        [Piece::Term(term)] => Ok(term.clone()),
        pieces => {
            let at = match pieces {
                [Piece::Term(term), ..] => term.at + term.written.chars().count(),
                _ => 1,
            };
            let text = text.to_owned();
            Err(Fault::Path { text, at, example })
        }
    }
}
