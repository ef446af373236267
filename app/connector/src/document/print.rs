//! Printing a tree in the style of the text that it was read from.
//!
//! What has not changed is copied from that text as it stands there; only what has changed is
//! printed anew.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::parse::{Parsed, Span};
use super::text::TextStyle;

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
    printer.changed(root, Some(old), 0);
    printer.copy(before.span.end, source.len());
    printer.out
}

/// Whether two trees are the same in every detail, the order of members included.
pub(super) fn identical(one: &Value, other: &Value) -> bool {
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

    fn changed(&mut self, value: &Value, old: Option<Old<'t>>, depth: usize) {
        let Some(old) = old else {
            return self.value(value, depth);
        };
        if identical(value, old.value) {
            return self.copy(old.span.start, old.span.end);
        }
        match (value, old.value) {
            (Value::Object(members), Value::Object(before)) if !members.is_empty() => {
                let pairs = pair_members(members, before, &old.span.children);
                self.block('{', '}', members.iter().zip(pairs), depth, Self::member);
            }
            (Value::Array(items), Value::Array(before)) if !items.is_empty() => {
                let pairs = pair_items(items, before, &old.span.children);
                self.block(
                    '[',
                    ']',
                    items.iter().zip(pairs),
                    depth,
                    |printer, (item, old), depth| {
                        printer.changed(item, old, depth);
                    },
                );
            }
            _ => self.value(value, depth),
        }
    }

    fn member(
        &mut self,
        ((key, value), old): ((&String, &Value), Option<(&'t str, Old<'t>)>),
        depth: usize,
    ) {
        match old {
            Some((name, old)) if name == key => {
                self.copy(old.span.key, old.span.start);
                self.changed(value, Some(old), depth);
            }
            old => {
                self.string(key);
                self.out.push_str(&self.style.colon);
                self.changed(value, old.map(|(_, old)| old), depth);
            }
        }
    }

    fn value(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Object(members) if !members.is_empty() => {
                let members = members.iter().map(|member| (member, None));
                self.block('{', '}', members, depth, Self::member);
            }
            Value::Array(items) if !items.is_empty() => {
                self.block('[', ']', items.iter(), depth, Self::value);
            }
            Value::String(text) => self.string(text),
            scalar_or_empty => self.out.push_str(&scalar_or_empty.to_string()),
        }
    }

    fn block<I>(
        &mut self,
        open: char,
        close: char,
        items: impl Iterator<Item = I>,
        depth: usize,
        mut print: impl FnMut(&mut Self, I, usize),
    ) {
        self.out.push(open);
        for (n, item) in items.enumerate() {
            if n > 0 {
                self.out.push(',');
            }
            self.line(depth + 1);
            print(self, item, depth + 1);
        }
        self.line(depth);
        self.out.push(close);
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

/// For each member, what it was: the member of the same key, or the one that stood in its place
/// and whose key is gone (it was renamed).
fn pair_members<'t>(
    members: &Map<String, Value>,
    before: &'t Map<String, Value>,
    spans: &'t [Span],
) -> Vec<Option<(&'t str, Old<'t>)>> {
    let old: Vec<(&str, Old<'t>)> = before
        .iter()
        .zip(spans)
        .map(|((key, value), span)| (key.as_str(), Old { value, span }))
        .collect();
    let by_key: HashMap<&str, Old<'t>> = old.iter().copied().collect();
    members
        .keys()
        .enumerate()
        .map(|(n, key)| {
            if let Some((name, found)) = by_key.get_key_value(key.as_str()) {
                return Some((*name, *found));
            }
            let renamed = old.get(n).filter(|(name, _)| !members.contains_key(*name));
            renamed.copied()
        })
        .collect()
}

/// For each item, what it was: the same items at both ends are themselves, and what lies between
/// is paired by place when there are as many as before.
fn pair_items<'t>(items: &[Value], before: &'t [Value], spans: &'t [Span]) -> Vec<Option<Old<'t>>> {
    let old: Vec<Old<'t>> = before
        .iter()
        .zip(spans)
        .map(|(value, span)| Old { value, span })
        .collect();
    let same = |(new, old): &(&Value, &Old<'t>)| identical(new, old.value);
    let head = items.iter().zip(&old).take_while(same).count();
    let rest = items.len().min(old.len()) - head;
    let tail = items
        .iter()
        .rev()
        .zip(old.iter().rev())
        .take(rest)
        .take_while(same)
        .count();
    let shift = old.len().abs_diff(items.len());
    (0..items.len())
        .map(|n| {
            if n < head || items.len() == old.len() {
                old.get(n).copied()
            } else if n + tail < items.len() {
                None
            } else if items.len() > old.len() {
                old.get(n - shift).copied()
            } else {
                old.get(n + shift).copied()
            }
        })
        .collect()
}
