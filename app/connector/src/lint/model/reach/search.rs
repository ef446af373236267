//! Tarjan's algorithm: finds what leads to one another in a circle.

use std::collections::HashMap;

/// The state of Tarjan's algorithm.
#[derive(Default)]
pub(super) struct Search {
    /// The nodes whose references are being looked at, and which of them is next.
    pub(super) calls: Vec<(usize, usize)>,
    /// The nodes that are of no group yet, in the order in which they were met.
    stack: Vec<usize>,
    /// When a node was met, and when the earliest node that it leads back to was.
    met: HashMap<usize, (usize, usize)>,
}

impl Search {
    pub(super) fn enter(&mut self, node: usize) {
        let order = self.met.len();
        self.met.insert(node, (order, order));
        self.stack.push(node);
        self.calls.push((node, 0));
    }

    /// Goes on to what a node refers to, which is of no group yet.
    pub(super) fn meet(&mut self, node: usize, target: usize) {
        match self.met.get(&target).map(|(order, _)| *order) {
            Some(order) => self.lower(node, order),
            None => self.enter(target),
        }
    }

    fn lower(&mut self, node: usize, order: usize) {
        if let Some((_, low)) = self.met.get_mut(&node) {
            *low = order.min(*low);
        }
    }

    /// Leaves a node; those of its group where it is the first of them.
    pub(super) fn leave(&mut self, node: usize) -> Option<Vec<usize>> {
        self.calls.pop();
        let (order, low) = self.met.get(&node).copied()?;
        if let Some((caller, _)) = self.calls.last().copied() {
            self.lower(caller, low);
        }
        if low != order {
            return None;
        }
        let at = self.stack.iter().rposition(|open| *open == node)?;
        Some(self.stack.split_off(at))
    }
}
