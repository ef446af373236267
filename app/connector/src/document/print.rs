//! Printing a tree in the style of the text that it was read from.
//!
//! What has not changed is copied from that text as it stands there; only what has changed is
//! printed anew.

use serde_json::{Map, Value};

use super::parse::{Parsed, Span};
use super::text::TextStyle;
use crate::sorting::map_of;

/// Prints a tree that was not read from a text.
pub(super) fn print(root: &Value, style: &TextStyle) -> String {
    let mut printer = Printer::new("", style);
    if style.byte_order_mark {
        printer.out.push('\u{feff}');
    }
    printer.value(root, 0);
    if style.trailing_newline {
        printer.out.push_str(style.newline);
    }
    printer.out
}

/// Prints a tree that was `before`, read from `source`, before it was edited.
pub(super) fn reprint(root: &Value, before: &Parsed, source: &str, style: &TextStyle) -> String {
    let mut printer = Printer::new(source, style);
    printer.copy(0, before.span.start);
    let old = Old {
        value: &before.root,
        span: &before.span,
    };
    printer.changed(root, old, 0);
    printer.copy(before.span.end, source.len());
    printer.out
}

/// Whether two trees are the same in every detail, the order of members included.
pub(crate) fn identical(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other)
                    .all(|((a, x), (b, y))| a == b && identical(x, y))
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(x, y)| identical(x, y))
        }
        (one, other) => one == other,
    }
}

/// A value as it was, and where it stands in the text.
#[derive(Clone, Copy)]
struct Old<'t> {
    value: &'t Value,
    span: &'t Span,
}

/// A member or an item to print, and what it was.
struct Entry<'v, 't> {
    key: Option<&'v str>,
    value: &'v Value,
    old: Option<Before<'t>>,
}

/// What a member or an item was: its key, its place among its siblings, and its value.
#[derive(Clone, Copy)]
struct Before<'t> {
    key: Option<&'t str>,
    place: usize,
    old: Old<'t>,
}

struct Printer<'t> {
    source: &'t str,
    style: &'t TextStyle,
    out: String,
}

impl<'t> Printer<'t> {
    fn new(source: &'t str, style: &'t TextStyle) -> Self {
        Self {
            source,
            style,
            out: String::with_capacity(source.len()),
        }
    }

    fn copy(&mut self, from: usize, to: usize) {
        self.out
            .push_str(self.source.get(from..to).unwrap_or_default());
    }

    fn changed(&mut self, value: &Value, old: Old<'t>, depth: usize) {
        if identical(value, old.value) {
            return self.copy(old.span.start, old.span.end);
        }
        match (value, old.value) {
            (Value::Object(members), Value::Object(before)) if !members.is_empty() => {
                let entries = pair_members(members, before, &old.span.children);
                self.block(('{', '}'), &entries, Some(old.span), depth);
            }
            (Value::Array(items), Value::Array(before)) if !items.is_empty() => {
                let entries = pair_items(items, before, &old.span.children);
                self.block(('[', ']'), &entries, Some(old.span), depth);
            }
            _ => self.value(value, depth),
        }
    }

    fn value(&mut self, value: &Value, depth: usize) {
        let entry = |key, value| Entry {
            key,
            value,
            old: None,
        };
        match value {
            Value::Object(members) if !members.is_empty() => {
                let members = members.iter();
                let entries: Vec<_> = members.map(|(k, v)| entry(Some(k.as_str()), v)).collect();
                self.block(('{', '}'), &entries, None, depth);
            }
            Value::Array(items) if !items.is_empty() => {
                let entries: Vec<_> = items.iter().map(|item| entry(None, item)).collect();
                self.block(('[', ']'), &entries, None, depth);
            }
            Value::String(text) => self.string(text),
            scalar_or_empty => self.out.push_str(&scalar_or_empty.to_string()),
        }
    }

    fn block(
        &mut self,
        brackets: (char, char),
        entries: &[Entry<'_, 't>],
        old: Option<&'t Span>,
        depth: usize,
    ) {
        let gaps = Gaps {
            source: self.source,
            span: old,
        };
        match gaps.opening() {
            Some(text) => self.out.push_str(text),
            None => {
                self.out.push(brackets.0);
                self.line(depth + 1);
            }
        }
        let mut last: Option<usize> = None;
        for (n, entry) in entries.iter().enumerate() {
            let place = entry.old.map(|before| before.place);
            if n > 0 {
                self.separator(&gaps, last, place, depth);
            }
            self.entry(entry, depth + 1);
            last = place;
        }
        match gaps.closing() {
            Some(text) => self.out.push_str(text),
            None => {
                self.line(depth);
                self.out.push(brackets.1);
            }
        }
    }

    /// What stands between two entries: what stood there, else what stands between the first two.
    fn separator(
        &mut self,
        gaps: &Gaps<'t>,
        last: Option<usize>,
        next: Option<usize>,
        depth: usize,
    ) {
        let neighbours = last.zip(next).filter(|(last, next)| last + 1 == *next);
        let gap = neighbours
            .and_then(|(last, _)| gaps.between(last))
            .or_else(|| gaps.between(0));
        match (gap, gaps.opening()) {
            (Some(gap), _) => self.out.push_str(gap),
            (None, Some("{" | "[")) => self.out.push_str(self.style.comma()),
            (None, Some(opening)) => {
                self.out.push(',');
                self.out.push_str(opening.get(1..).unwrap_or_default());
            }
            (None, None) if self.style.indent.is_none() => self.out.push_str(self.style.comma()),
            (None, None) => {
                self.out.push(',');
                self.line(depth + 1);
            }
        }
    }

    fn entry(&mut self, entry: &Entry<'_, 't>, depth: usize) {
        if let Some(key) = entry.key {
            self.key(key, entry.old);
        }
        match entry.old {
            Some(before) => self.changed(entry.value, before.old, depth),
            None => self.value(entry.value, depth),
        }
    }

    fn key(&mut self, key: &str, before: Option<Before<'t>>) {
        let Some(before) = before else {
            self.string(key);
            return self.out.push_str(&self.style.colon);
        };
        let span = before.old.span;
        if before.key == Some(key) {
            return self.copy(span.key, span.start);
        }
        let written = self.source.get(span.key..span.start).unwrap_or_default();
        self.string(key);
        let colon = written
            .rfind('"')
            .and_then(|quote| written.get(quote + 1..));
        self.out.push_str(colon.unwrap_or(&self.style.colon));
    }

    fn line(&mut self, depth: usize) {
        let Some(indent) = &self.style.indent else {
            return;
        };
        self.out.push_str(self.style.newline);
        for _ in 0..depth {
            self.out.push_str(indent);
        }
    }

    fn string(&mut self, text: &str) {
        self.out.push('"');
        for character in text.chars() {
            match character {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                '\u{8}' => self.out.push_str("\\b"),
                '\u{c}' => self.out.push_str("\\f"),
                c if c < ' ' || (self.style.ascii && !c.is_ascii()) => self.escape(c),
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }

    fn escape(&mut self, character: char) {
        let mut units = [0; 2];
        for unit in character.encode_utf16(&mut units) {
            self.out.push_str(&format!("\\u{unit:04x}"));
        }
    }
}

/// What stands around and between the entries of an object or array that was read. Nothing where
/// there is more than blanks, a bracket or a comma: a member whose key stands twice.
struct Gaps<'t> {
    source: &'t str,
    span: Option<&'t Span>,
}

impl<'t> Gaps<'t> {
    fn text(&self, from: usize, to: usize) -> Option<&'t str> {
        let text = self.source.get(from..to)?;
        (text.trim().len() == 1).then_some(text)
    }

    fn opening(&self) -> Option<&'t str> {
        let span = self.span?;
        self.text(span.start, span.children.first()?.key)
    }

    fn closing(&self) -> Option<&'t str> {
        let span = self.span?;
        self.text(span.children.last()?.end, span.end)
    }

    /// The gap behind the entry at `place`.
    fn between(&self, place: usize) -> Option<&'t str> {
        let children = &self.span?.children;
        self.text(children.get(place)?.end, children.get(place + 1)?.key)
    }
}

/// The members, each with what it was: the member of the same key, or the one that stood in its
/// place and whose key is gone (it was renamed).
fn pair_members<'v, 't>(
    members: &'v Map<String, Value>,
    before: &'t Map<String, Value>,
    spans: &'t [Span],
) -> Vec<Entry<'v, 't>> {
    let old: Vec<Before<'t>> = before
        .iter()
        .zip(spans)
        .enumerate()
        .map(|(place, ((key, value), span))| Before {
            key: Some(key.as_str()),
            place,
            old: Old { value, span },
        })
        .collect();
    let by_key = map_of(old.iter().map(|before| (before.key, *before)));
    let gone = |before: &&Before<'t>| before.key.is_some_and(|key| !members.contains_key(key));
    members
        .iter()
        .enumerate()
        .map(|(n, (key, value))| {
            let key = Some(key.as_str());
            let renamed = || old.get(n).filter(gone).copied();
            let old = by_key.get(&key).copied().or_else(renamed);
            Entry { key, value, old }
        })
        .collect()
}

/// The items, each with what it was: the same items at both ends are themselves, and what lies
/// between is paired by place when there are as many as before.
fn pair_items<'v, 't>(
    items: &'v [Value],
    before: &'t [Value],
    spans: &'t [Span],
) -> Vec<Entry<'v, 't>> {
    let same = |(new, old): &(&Value, &Value)| identical(new, old);
    let head = items.iter().zip(before).take_while(same).count();
    let rest = items.len().min(before.len()) - head;
    let ends = items.iter().rev().zip(before.iter().rev());
    let tail = ends.take(rest).take_while(same).count();
    let place = |n: usize| {
        if n < head || items.len() == before.len() {
            Some(n)
        } else if n + tail < items.len() {
            None
        } else {
            Some(n + before.len() - items.len())
        }
    };
    let old = |n: usize| {
        let place = place(n)?;
        let (value, span) = (before.get(place)?, spans.get(place)?);
        Some(Before {
            key: None,
            place,
            old: Old { value, span },
        })
    };
    items
        .iter()
        .enumerate()
        .map(|(n, value)| Entry {
            key: None,
            value,
            old: old(n),
        })
        .collect()
}
