//! The tree of a YAML text, with the place of each value, and with numbers as they are written.

use std::fmt;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Number, Value};
use serde_saphyr::{Location, Spanned};

use crate::document::{Document, Spot, TextPlace};

/// A value as the reader of YAML tells it.
pub(super) enum Node {
    /// A text, a number, true, false or null.
    Scalar(Value),
    Items(Vec<Spanned<Node>>),
    Members(Vec<(Spanned<String>, Spanned<Node>)>),
}

/// The tree, and where its values stand.
pub(super) fn planted(root: Spanned<Node>, text: &str) -> (Value, Spot) {
    let at = place(root.referenced);
    planted_at(root, at, text)
}

fn planted_at(node: Spanned<Node>, at: TextPlace, text: &str) -> (Value, Spot) {
    let mut children = Vec::new();
    let value = match node.value {
        Node::Scalar(value) => as_written(value, node.defined, text),
        Node::Items(nodes) => {
            let mut items = Vec::with_capacity(nodes.len());
            for node in nodes {
                let (value, spot) = planted(node, text);
                items.push(value);
                children.push(spot);
            }
            Value::Array(items)
        }
        Node::Members(nodes) => {
            let mut members = Map::with_capacity(nodes.len());
            for (key, node) in nodes {
                let (value, spot) = planted_at(node, place(key.referenced), text);
                if members.insert(key.value, value).is_none() {
                    children.push(spot);
                }
            }
            Value::Object(members)
        }
    };
    (value, Spot { at, children })
}

fn place(location: Location) -> TextPlace {
    let number = |n: u64| usize::try_from(n).unwrap_or(usize::MAX).max(1);
    TextPlace {
        line: number(location.line()),
        column: number(location.column()),
    }
}

/// The number with the digits that stand in the text, where JSON writes numbers so too.
fn as_written(value: Value, location: Location, text: &str) -> Value {
    let bound = |n: Option<u64>| usize::try_from(n?).ok();
    let span = location.span();
    let written = bound(span.byte_offset())
        .zip(bound(span.byte_len()))
        .and_then(|(start, length)| text.get(start..start.checked_add(length)?))
        .map(str::trim);
    let Some(written) = written else {
        return value;
    };
    // A number that no type holds arrives as the text that it is.
    let is_meant = value.is_number() || is_beyond_types(written);
    match Document::parse(written) {
        Ok(number) if is_meant && number.root().is_number() => number.root().clone(),
        _ => value,
    }
}

fn is_beyond_types(written: &str) -> bool {
    let is_plain = written.starts_with(|first: char| first.is_ascii_digit() || first == '-');
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    let is_infinite = || {
        written
            .parse()
            .is_ok_and(|number: f64| number.is_infinite())
    };
    let is_whole = || !written.contains(['.', 'e', 'E']) && digits >= 19;
    is_plain && (is_whole() || is_infinite())
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value that JSON has")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Scalar(Value::Null))
    }

    fn visit_none<E: Error>(self) -> Result<Node, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, input: D) -> Result<Node, D::Error> {
        Node::deserialize(input)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Scalar(value.into()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Scalar(value.into()))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Node, E> {
        let number = Number::from_i128(value).map(Value::Number);
        number
            .map(Node::Scalar)
            .ok_or_else(|| E::custom("the number is too large"))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Scalar(value.into()))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Node, E> {
        let number = Number::from_u128(value).map(Value::Number);
        number
            .map(Node::Scalar)
            .ok_or_else(|| E::custom("the number is too large"))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Scalar(value.into()))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Scalar(value.into()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Node, E> {
        Ok(Node::Scalar(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = items.next_element()? {
            nodes.push(node);
        }
        Ok(Node::Items(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Node, A::Error> {
        let mut nodes = Vec::new();
        while let Some(member) = members.next_entry()? {
            nodes.push(member);
        }
        Ok(Node::Members(nodes))
    }
}
