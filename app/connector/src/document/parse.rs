//! Strict JSON, read with places: where each value stands, what is odd, and what is wrong.
//!
//! The nesting is bounded by [`MAX_DEPTH`], so that copying, printing and dropping a tree is safe
//! on a small stack.

mod fault;
mod open;
mod scalar;
mod tree;

pub(super) use scalar::plain_end;
pub(super) use tree::parse_tree;

use serde_json::map::Entry;
use serde_json::{Map, Value};

use super::Step;
use crate::message::{Message, message, phrase};
use open::{Held, Open};

/// The most members that are told because their key stands twice.
const MAX_TWINS: usize = 100;

/// The deepest nesting of objects and arrays that a document may have.
pub const MAX_DEPTH: usize = 640;

/// What was read: the tree, where its values stand, and what is odd in it.
pub(super) struct Parsed {
    pub(super) root: Value,
    pub(super) span: Span,
    pub(super) oddities: Vec<Place>,
    /// The members whose key stands twice in their object, by the steps that lead to each.
    pub(super) twins: Vec<Vec<Step>>,
}

/// Where a value stands in the text, in bytes.
#[derive(Clone, Debug, Default)]
pub(super) struct Span {
    /// Where its key begins, when it is a member of an object; else where it begins itself.
    pub(super) key: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The values in it, as the tree has them.
    pub(super) children: Vec<Span>,
}

/// A place, in bytes, and what is to be said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) at: usize,
    pub(super) words: Message,
    /// What would make the text readable here, where that can only be one thing.
    pub(super) remedy: Option<Remedy>,
    /// Whether it is about a member whose key stands twice.
    pub(super) is_twin: bool,
}

/// A change of the text where it cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remedy {
    /// Insert this.
    Insert(&'static str),
    /// Take out the character.
    Remove,
    /// Write the character as an escape.
    Escape,
    /// Take out the comment.
    Uncomment,
    /// Put the text in single quotes into double quotes.
    Requote,
    /// Take out everything from here on.
    Cut,
    /// The text ends in the middle: take out what is begun last, and close what is open.
    CutBack,
}

impl Place {
    pub(super) fn mended_by(mut self, remedy: Remedy) -> Self {
        self.remedy = Some(remedy);
        self
    }
}

/// Reads one JSON text, with the places of all values.
pub(super) fn parse(text: &str) -> Result<Parsed, Place> {
    let mut reader = Reader::of(text);
    reader.skip_blanks();
    if reader.peek().is_none() {
        return Err(reader.fault(message!("The file is empty. JSON is expected.")));
    }
    let (root, span) = reader.value()?;
    reader.expect_end(span.end)?;
    Ok(Parsed {
        root,
        span,
        oddities: reader.oddities,
        twins: reader.twins,
    })
}

/// The line of a place, counted from 1.
fn line_of(text: &str, at: usize) -> usize {
    let before = text.as_bytes().iter().take(at);
    before.filter(|byte| **byte == b'\n').count() + 1
}

impl Span {
    fn of(start: usize, end: usize, children: Vec<Span>) -> Self {
        Self {
            key: start,
            start,
            end,
            children,
        }
    }
}

struct Reader<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    /// Where the objects and arrays begin that are not closed yet.
    open: Vec<usize>,
    oddities: Vec<Place>,
    twins: Vec<Vec<Step>>,
}

impl<'t> Reader<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            at: 0,
            open: Vec::new(),
            oddities: Vec::new(),
            twins: Vec::new(),
        }
    }

    /// Refuses what follows the document, which ends at `end`.
    fn expect_end(&mut self, end: usize) -> Result<(), Place> {
        self.skip_blanks();
        if self.peek().is_none() {
            return Ok(());
        }
        let line = line_of(self.text, end);
        let fault = self.fault(message!(
            "The document ends at line {line}; remove what follows it.",
            line
        ));
        Err(fault.mended_by(Remedy::Cut))
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        if there {
            self.at += 1;
        }
        there
    }

    fn skip_blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn slice(&self, from: usize) -> &'t str {
        self.text.get(from..self.at).unwrap_or_default()
    }

    fn fault(&self, words: Message) -> Place {
        Place {
            at: self.at,
            words,
            remedy: None,
            is_twin: false,
        }
    }

    fn note(&mut self, at: usize, words: Message) {
        self.oddities.push(Place {
            at,
            words,
            remedy: None,
            is_twin: false,
        });
    }

    /// Reads the value that begins here. What is open is kept in a list and not on the stack, which is
    /// small in the browser.
    fn value(&mut self) -> Result<(Value, Span), Place> {
        let mut open: Vec<Open> = Vec::new();
        loop {
            let start = self.at;
            let (mut value, mut span) = match self.peek() {
                Some(byte @ (b'{' | b'[')) => {
                    let mut container = Open::of(byte, start);
                    self.enter()?;
                    if !self.eat(container.close()) {
                        self.next_key(&mut container)?;
                        open.push(container);
                        continue;
                    }
                    self.open.pop();
                    container.closed(self.at)
                }
                Some(b'"') => self.scalar(start, Self::text)?,
                Some(b'-' | b'0'..=b'9') => self.scalar(start, Self::numeral)?,
                _ => self.scalar(start, Self::word)?,
            };
            loop {
                let Some(mut container) = open.pop() else {
                    return Ok((value, span));
                };
                let close = container.close();
                let twins = self.twins.len();
                self.add(&mut container, value, span);
                if let Some(twin) = self.twins.get_mut(twins) {
                    let around = open.iter().map(Open::step);
                    twin.splice(0..0, around);
                }
                if !self.closes(close)? {
                    self.next_key(&mut container)?;
                    open.push(container);
                    break;
                }
                self.open.pop();
                (value, span) = container.closed(self.at);
            }
        }
    }

    fn scalar(
        &mut self,
        start: usize,
        read: fn(&mut Self) -> Result<Value, Place>,
    ) -> Result<(Value, Span), Place> {
        let value = read(self)?;
        Ok((value, Span::of(start, self.at, Vec::new())))
    }

    fn text(&mut self) -> Result<Value, Place> {
        self.string().map(Value::String)
    }

    fn numeral(&mut self) -> Result<Value, Place> {
        self.number().map(Value::Number)
    }

    /// In an object: reads the key of the next member, up to its value.
    fn next_key(&mut self, container: &mut Open) -> Result<(), Place> {
        if let Held::Object { key, key_at, .. } = &mut container.held {
            *key_at = self.at;
            *key = self.key()?;
            self.colon()?;
        }
        Ok(())
    }

    /// Puts a value that was read into what it is a member or an item of.
    fn add(&mut self, container: &mut Open, value: Value, mut span: Span) {
        match &mut container.held {
            Held::Object {
                members,
                key,
                key_at,
            } => {
                span.key = *key_at;
                let key = std::mem::take(key);
                self.add_member(members, &mut container.spans, key, value, span);
            }
            Held::Array(items) => {
                items.push(value);
                container.spans.push(span);
            }
        }
    }

    fn enter(&mut self) -> Result<(), Place> {
        if self.open.len() >= MAX_DEPTH {
            return Err(self.fault(message!(
                "Objects and arrays are nested more than {max_depth} levels deep here, \
                 the most that Tenon reads. Make the document flatter.",
                max_depth = MAX_DEPTH
            )));
        }
        self.open.push(self.at);
        self.at += 1;
        self.skip_blanks();
        Ok(())
    }

    fn add_member(
        &mut self,
        members: &mut Map<String, Value>,
        spans: &mut Vec<Span>,
        key: String,
        value: Value,
        span: Span,
    ) {
        match members.entry(key) {
            Entry::Vacant(free) => {
                free.insert(value);
                spans.push(span);
            }
            // The map keeps the place of the first member of a name and the value of the last.
            Entry::Occupied(mut twin) => {
                let key = twin.key().clone();
                twin.insert(value);
                let place = members.keys().position(|k| *k == key);
                if let Some(first) = place.and_then(|place| spans.get_mut(place)) {
                    let line = line_of(self.text, first.key);
                    let words = message!(
                        "“{key}” stands twice in one object, first at line {line}. The last one counts.",
                        key,
                        line
                    );
                    self.oddities.push(Place {
                        at: span.key,
                        words,
                        remedy: None,
                        is_twin: true,
                    });
                    *first = span;
                }
                if self.twins.len() < MAX_TWINS {
                    self.twins.push(vec![Step::Key(key)]);
                }
            }
        }
    }

    fn key(&mut self) -> Result<String, Place> {
        if self.peek() == Some(b'"') {
            return self.string();
        }
        Err(self.unexpected(&phrase!("The name of a member, in double quotes,")))
    }

    fn colon(&mut self) -> Result<(), Place> {
        self.skip_blanks();
        if !self.eat(b':') {
            return Err(self.unexpected(&phrase!(
                "A colon, between the name of a member and its value,"
            )));
        }
        self.skip_blanks();
        Ok(())
    }

    /// After a member or an item: whether the object or array is closed, or goes on.
    fn closes(&mut self, close: u8) -> Result<bool, Place> {
        self.skip_blanks();
        if self.eat(close) {
            return Ok(true);
        }
        let comma = self.at;
        if self.eat(b',') {
            self.skip_blanks();
            if self.peek() == Some(close) {
                self.at = comma;
                let fault = self.fault(message!(
                    "A comma stands before the closing “{close}”. Remove the comma.",
                    close = char::from(close)
                ));
                return Err(fault.mended_by(Remedy::Remove));
            }
            return Ok(false);
        }
        Err(match self.peek() {
            // What stands last is whole, but for a number, which may go on.
            None if !self.ends_in_a_number() => {
                let fault = self.unexpected(&"");
                Place {
                    remedy: self.closing(),
                    ..fault
                }
            }
            Some(b'"' | b'{' | b'[' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n') => self
                .fault(if close == b'}' {
                    message!("A comma is missing between two members. Put one before this.")
                } else {
                    message!("A comma is missing between two items. Put one before this.")
                })
                .mended_by(Remedy::Insert(",")),
            _ => self.unexpected(&message!("A comma or “{close}”", close = char::from(close))),
        })
    }
}
