//! The tree alone, without the places of its values: all that reading a document needs as a rule.
//!
//! What is read waits in one list until its object or array is closed, which then takes just the room that it needs.

use serde_json::{Map, Value};

use super::{Parsed, Place, Reader, Span, parse};

/// Reads one JSON text. The places are known of the whole and of what it has first; of all values only where a key
/// stands twice, which is rare.
pub(in crate::document) fn parse_tree(text: &str) -> Result<Parsed, Place> {
    let mut reader = Reader::of(text);
    reader.skip_blanks();
    if reader.peek().is_none() {
        return parse(text);
    }
    let start = reader.at;
    let mut tree = Tree::default();
    let root = match tree.read(&mut reader)? {
        Some(root) => root,
        None => return parse(text),
    };
    let end = reader.at;
    reader.expect_end(end)?;
    Ok(Parsed {
        root,
        span: Span::of(start, end, tree.first.into_iter().collect()),
        oddities: reader.oddities,
        twins: Vec::new(),
    })
}

/// What is read and not closed yet.
#[derive(Default)]
struct Tree {
    /// The values of all that is open, those of the innermost last.
    values: Vec<Value>,
    /// The keys of those that are members.
    keys: Vec<String>,
    /// The first value of the whole.
    first: Option<Span>,
}

/// An object or an array that is not closed yet: the byte that closes it, and where its values begin in the list.
#[derive(Clone, Copy)]
struct Open {
    close: u8,
    values: usize,
}

impl Tree {
    /// The value that begins here; none where a key stands twice.
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<Option<Value>, Place> {
        let mut open: Vec<Open> = Vec::new();
        loop {
            let mut value = match reader.peek() {
                Some(byte @ (b'{' | b'[')) => {
                    let close = if byte == b'{' { b'}' } else { b']' };
                    reader.enter()?;
                    if !reader.eat(close) {
                        let values = self.values.len();
                        self.next_key(reader, close, open.is_empty())?;
                        open.push(Open { close, values });
                        continue;
                    }
                    reader.open.pop();
                    match close {
                        b'}' => Value::Object(Map::new()),
                        _ => Value::Array(Vec::new()),
                    }
                }
                Some(b'"') => reader.text()?,
                Some(b'-' | b'0'..=b'9') => reader.numeral()?,
                _ => reader.word()?,
            };
            loop {
                let Some(innermost) = open.last().copied() else {
                    return Ok(Some(value));
                };
                self.values.push(value);
                if !reader.closes(innermost.close)? {
                    self.next_key(reader, innermost.close, false)?;
                    break;
                }
                reader.open.pop();
                open.pop();
                let Some(closed) = self.closed(innermost) else {
                    return Ok(None);
                };
                value = closed;
            }
        }
    }

    /// In an object: reads the key of the next member, up to its value.
    fn next_key(
        &mut self,
        reader: &mut Reader<'_>,
        close: u8,
        is_first: bool,
    ) -> Result<(), Place> {
        if close == b'}' {
            let at = reader.at;
            let key = reader.key()?;
            reader.colon()?;
            self.keys.push(key);
            if is_first {
                self.first = Some(Span {
                    key: at,
                    ..Span::of(reader.at, reader.at, Vec::new())
                });
            }
        }
        Ok(())
    }

    /// The object or array, now that it is closed; none where a key stands twice in it.
    fn closed(&mut self, open: Open) -> Option<Value> {
        let values = self.values.drain(open.values..);
        if open.close == b']' {
            return Some(Value::Array(values.collect()));
        }
        let count = values.len();
        let keys = self.keys.drain(self.keys.len().saturating_sub(count)..);
        let mut members = Map::with_capacity(count);
        members.extend(keys.zip(values));
        (members.len() == count).then_some(Value::Object(members))
    }
}
