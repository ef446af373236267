//! The values of a document whose places are asked for, as a tree: what pointers have in common is kept once.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::Value;

use super::{Path, Step};
use crate::ledger::unescaped;

/// A value in the tree, by its number.
pub(super) type Node = usize;

/// The whole document.
pub(super) const ROOT: Node = 0;

/// The values whose places are asked for, and those around them.
#[derive(Default)]
pub(super) struct Wanted<'p> {
    /// What lies in a value, by its key or the number of an item.
    within: HashMap<(Node, Cow<'p, str>), Node>,
    /// What each value but the whole document lies in; that has a smaller number.
    around: Vec<Node>,
    /// The value of each question.
    asked: Vec<Node>,
    /// The last pointer, with each value on the way: where the pointer to it ends, and its number.
    last: (&'p str, Vec<(usize, Node)>),
}

impl<'p> Wanted<'p> {
    /// Asks for the value that a JSON pointer leads to.
    pub(super) fn ask(&mut self, pointer: &'p str) {
        let (last, mut way) = std::mem::take(&mut self.last);
        // Pointers come in the order of the text as a rule: what this one shares with the last is known.
        let shared = last.bytes().zip(pointer.bytes());
        let shared = shared.take_while(|(one, other)| one == other).count();
        let ends = |at: usize| matches!(pointer.as_bytes().get(at), None | Some(b'/'));
        let known = way.iter().take_while(|(at, _)| *at <= shared && ends(*at));
        way.truncate(known.count());
        let start = || pointer.find('/').unwrap_or(pointer.len());
        let (mut at, mut node) = way.last().copied().unwrap_or_else(|| (start(), ROOT));
        let rest = pointer.get(at..).unwrap_or_default();
        for key in rest.split('/').skip(1) {
            at += 1 + key.len();
            let plain = if key.contains('~') {
                Cow::Owned(unescaped(key))
            } else {
                Cow::Borrowed(key)
            };
            node = self.enter(node, plain);
            way.push((at, node));
        }
        self.asked.push(node);
        self.last = (pointer, way);
    }

    /// Asks for the value at a path in a document, or the nearest above it that is there.
    pub(super) fn ask_path(&mut self, root: &Value, path: &'p Path) {
        let mut node = ROOT;
        let mut value = root;
        for step in path.steps() {
            let Some(next) = step.get(value) else { break };
            let key = match step {
                Step::Key(key) => Cow::Borrowed(key.as_str()),
                step => match step.position(value) {
                    Some(index) => Cow::Owned(index.to_string()),
                    None => break,
                },
            };
            node = self.enter(node, key);
            value = next;
        }
        self.asked.push(node);
    }

    fn enter(&mut self, around: Node, key: Cow<'p, str>) -> Node {
        let next = self.count();
        let node = *self.within.entry((around, key)).or_insert(next);
        if node == next {
            self.around.push(around);
        }
        node
    }

    /// How many values there are in the tree.
    pub(super) fn count(&self) -> usize {
        self.around.len() + 1
    }

    /// The value in another one by its key or the number of the item.
    pub(super) fn within(&self, around: Node, key: &str) -> Option<Node> {
        self.within.get(&(around, Cow::Borrowed(key))).copied()
    }

    /// Which values have others in them that are wanted.
    pub(super) fn inner(&self) -> Vec<bool> {
        let mut inner = vec![false; self.count()];
        for around in &self.around {
            if let Some(inner) = inner.get_mut(*around) {
                *inner = true;
            }
        }
        inner
    }

    /// The answers: where each value stands that was asked for, or the nearest above it that was found.
    pub(super) fn answers(&self, mut found: Vec<Option<usize>>) -> Vec<usize> {
        for (index, around) in self.around.iter().enumerate() {
            let above = found.get(*around).copied().flatten();
            if let Some(place) = found.get_mut(index + 1) {
                // What stands before the value that it is in was in a twin of that, which does not count.
                *place = place.filter(|place| Some(*place) >= above).or(above);
            }
        }
        let answer = |node: &Node| found.get(*node).copied().flatten().unwrap_or_default();
        self.asked.iter().map(answer).collect()
    }
}
