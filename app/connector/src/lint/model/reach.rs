//! How much a schema comes to with all that it refers to: how many schemas, and how many levels.
//!
//! Many operations refer to the same schemas, so what those come to is worked out once: each schema is read into
//! a node of a graph of numbers, and the schemas that refer to one another in a circle are taken together
//! (Tarjan's algorithm), as they all reach the same ones. From that follow bounds that are never too low, at a
//! cost that is linear in the document; only where a bound is above what is allowed is the graph walked.

mod search;

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::{Map, Value};

use super::Model;
use search::Search;

type Object = Map<String, Value>;

/// A schema as it is written, down to where it refers to others.
#[derive(Default)]
struct Node {
    /// How many schemas are written in it, itself included; references are none.
    own: usize,
    /// How many levels are written in it.
    height: usize,
    /// What it refers to, and on which level.
    edges: Vec<(usize, usize)>,
    /// Of which group it is, once that is known.
    group: Option<usize>,
    /// At most so many levels with all that it refers to; known as soon as the group is.
    levels: usize,
}

/// The schemas that refer to one another in a circle; mostly it is one that does not.
struct Group {
    /// At most so many schemas, with all that they refer to.
    bound: usize,
    /// As many, where that is known.
    count: Option<usize>,
}

/// The schemas that were asked about, and those that they refer to.
#[derive(Default)]
pub(super) struct Reaches {
    /// The nodes by where their schemas are in memory; the document stays where it is while the model lives.
    index: HashMap<*const Object, usize>,
    nodes: Vec<Node>,
    groups: Vec<Group>,
    /// The levels of nodes that were walked; the bound is always the same one.
    walked: HashMap<usize, usize>,
    /// How many nodes and references were looked at, for tests.
    steps: usize,
}

/// A schema that was asked about.
#[derive(Clone, Copy)]
pub(in crate::lint) struct Reached {
    node: usize,
    /// At most so many schemas.
    bound: usize,
    /// At most so many levels.
    levels: usize,
}

impl<'a> Model<'a> {
    /// What a schema reaches; nothing where it is no object.
    pub(in crate::lint) fn reach(&self, schema: &'a Value) -> Option<Reached> {
        let json = schema.as_object()?;
        let mut reaches = self.reaches.borrow_mut();
        let node = reaches.node(self, json);
        reaches.take_together(node);
        let found = reaches.nodes.get(node)?;
        self.book.note_reach(|| written(json).1);
        Some(Reached {
            node,
            bound: reaches.bound(node),
            levels: found.levels,
        })
    }

    /// Whether these reach more schemas than `most` together, each by itself.
    pub(in crate::lint) fn has_more_schemas(&self, reached: &[Reached], most: usize) -> bool {
        let bounds = reached.iter().map(|reached| reached.bound);
        if bounds.fold(0, usize::saturating_add) <= most {
            return false;
        }
        let mut reaches = self.reaches.borrow_mut();
        let counts = reached
            .iter()
            .map(|reached| reaches.count(reached.node, most));
        counts.fold(0, usize::saturating_add) > most
    }

    /// Whether a schema has more levels than `most`, each shared schema at the highest at which it stands.
    pub(in crate::lint) fn has_more_levels(&self, reached: Reached, most: usize) -> bool {
        reached.levels > most && self.reaches.borrow_mut().levels(reached.node, most) > most
    }
}

impl Reaches {
    /// The node of a schema; all that it refers to become nodes as well.
    fn node<'a>(&mut self, model: &Model<'a>, json: &'a Object) -> usize {
        let mut unread = Vec::new();
        let index = self.number(json, &mut unread);
        // Without a call for each: they may form a long chain.
        while let Some((index, json)) = unread.pop() {
            let (mut node, references) = written(json);
            self.steps += node.own + references.len();
            let mut edges: HashMap<usize, usize> = HashMap::new();
            for (reference, level) in references {
                let target = model.shared_schema(reference).and_then(Value::as_object);
                if let Some(target) = target {
                    let target = self.number(target, &mut unread);
                    let highest = edges.entry(target).or_insert(level);
                    *highest = level.min(*highest);
                }
            }
            node.edges = edges.into_iter().collect();
            node.edges.sort_unstable();
            if let Some(place) = self.nodes.get_mut(index) {
                *place = node;
            }
        }
        index
    }

    /// The number of a schema; one that has none yet gets one, and is to be read.
    fn number<'a>(&mut self, json: &'a Object, unread: &mut Vec<(usize, &'a Object)>) -> usize {
        let next = self.nodes.len();
        let index = *self.index.entry(std::ptr::from_ref(json)).or_insert(next);
        if index == next {
            self.nodes.push(Node::default());
            unread.push((index, json));
        }
        index
    }

    fn bound(&self, node: usize) -> usize {
        let group = self.nodes.get(node).and_then(|node| node.group);
        let group = group.and_then(|group| self.groups.get(group));
        group.map_or(0, |group| group.bound)
    }

    /// Finds the groups of a node and of all that it reaches (Tarjan's algorithm, without recursion).
    fn take_together(&mut self, start: usize) {
        if self
            .nodes
            .get(start)
            .is_none_or(|node| node.group.is_some())
        {
            return;
        }
        let mut search = Search::default();
        search.enter(start);
        while let Some((node, edge)) = search.calls.last_mut() {
            let node = *node;
            let next = self
                .nodes
                .get(node)
                .and_then(|node| node.edges.get(*edge))
                .map(|(target, _)| *target);
            *edge += 1;
            self.steps += 1;
            match next {
                Some(target) => {
                    let is_done = self
                        .nodes
                        .get(target)
                        .is_none_or(|target| target.group.is_some());
                    if !is_done {
                        search.meet(node, target);
                    }
                }
                None => {
                    if let Some(members) = search.leave(node) {
                        self.close(&members);
                    }
                }
            }
        }
    }

    /// Makes a group of these nodes; those of all others that they refer to are known.
    fn close(&mut self, members: &[usize]) {
        let group = self.groups.len();
        let mut bound: usize = 0;
        let mut below = HashSet::new();
        for index in members {
            let Some(node) = self.nodes.get_mut(*index) else {
                continue;
            };
            node.group = Some(group);
            bound = bound.saturating_add(node.own);
        }
        for index in members {
            for (target, _) in self.edges(*index) {
                let other = self.nodes.get(*target).and_then(|target| target.group);
                if let Some(other) = other.filter(|other| *other != group && below.insert(*other)) {
                    let other = self.groups.get(other).map_or(0, |other| other.bound);
                    bound = bound.saturating_add(other);
                }
            }
        }
        // Where only one other is below, nothing was counted twice.
        let is_exact = match below.iter().next() {
            None => true,
            Some(only) => {
                let only = self.groups.get(*only).and_then(|only| only.count);
                below.len() == 1 && only.is_some()
            }
        };
        self.groups.push(Group {
            bound,
            count: is_exact.then_some(bound),
        });
        self.bound_levels(members, group);
    }

    /// Bounds the levels of the nodes of a group: from each to the first of them, and on from there.
    fn bound_levels(&mut self, members: &[usize], group: usize) {
        let Some(first) = members.first().copied() else {
            return;
        };
        let mut back: HashMap<usize, Vec<(usize, usize)>> = HashMap::new();
        let mut ahead: HashMap<usize, Vec<(usize, usize)>> = HashMap::new();
        let mut outside: HashMap<usize, usize> = HashMap::new();
        for index in members {
            let Some(node) = self.nodes.get(*index) else {
                continue;
            };
            let mut levels = node.height;
            for (target, level) in &node.edges {
                self.steps += 1;
                match self.nodes.get(*target) {
                    Some(other) if other.group == Some(group) => {
                        back.entry(*target).or_default().push((*index, *level));
                        ahead.entry(*index).or_default().push((*target, *level));
                    }
                    Some(other) => levels = levels.max(level.saturating_add(other.levels)),
                    None => {}
                }
            }
            outside.insert(*index, levels);
        }
        let from_first = distances(first, &ahead);
        let to_first = distances(first, &back);
        let onward = outside.iter().map(|(index, levels)| {
            let way = from_first.get(index).copied().unwrap_or_default();
            way.saturating_add(*levels)
        });
        let onward = onward.max().unwrap_or_default();
        for index in members {
            let way = to_first.get(index).copied().unwrap_or_default();
            if let Some(node) = self.nodes.get_mut(*index) {
                node.levels = way.saturating_add(onward);
            }
        }
    }

    fn edges(&self, node: usize) -> &[(usize, usize)] {
        self.nodes.get(node).map_or(&[][..], |node| &node.edges)
    }

    /// How many schemas a node reaches, itself included, each shared one counted once; where it has more than
    /// `most`, any number above that.
    fn count(&mut self, node: usize, most: usize) -> usize {
        let group = self.nodes.get(node).and_then(|node| node.group);
        let known = group.and_then(|group| self.groups.get(group)?.count);
        if let Some(known) = known {
            return known;
        }
        let mut count: usize = 0;
        let mut seen = HashSet::from([node]);
        let mut open = vec![node];
        while let Some(index) = open.pop() {
            count = count.saturating_add(self.nodes.get(index).map_or(0, |node| node.own));
            if count > most {
                return count;
            }
            self.steps += self.edges(index).len() + 1;
            let targets = self.edges(index).iter().map(|(target, _)| *target);
            open.extend(targets.filter(|target| seen.insert(*target)));
        }
        if let Some(group) = group.and_then(|group| self.groups.get_mut(group)) {
            group.count = Some(count);
        }
        count
    }

    /// How many levels a node has with all that it reaches; where it has more than `most`, any number above that.
    fn levels(&mut self, start: usize, most: usize) -> usize {
        if let Some(known) = self.walked.get(&start) {
            return *known;
        }
        let mut levels = 0;
        let mut done = HashSet::new();
        let mut open = BTreeSet::from([(0, start)]);
        while let Some((level, index)) = open.pop_first() {
            if !done.insert(index) {
                continue;
            }
            self.steps += self.edges(index).len() + 1;
            let height = self.nodes.get(index).map_or(0, |node| node.height);
            levels = levels.max(level + height);
            if levels > most {
                break;
            }
            let targets = self.edges(index).iter();
            open.extend(
                targets
                    .filter(|(target, _)| !done.contains(target))
                    .map(|(target, below)| (level + below, *target)),
            );
        }
        self.walked.insert(start, levels);
        levels
    }
}

/// The distance of each node from the first, by the levels that lie between them.
fn distances(first: usize, edges: &HashMap<usize, Vec<(usize, usize)>>) -> HashMap<usize, usize> {
    let mut known = HashMap::new();
    let mut open = BTreeSet::from([(0, first)]);
    while let Some((way, index)) = open.pop_first() {
        if known.contains_key(&index) {
            continue;
        }
        known.insert(index, way);
        let next = edges.get(&index).into_iter().flatten();
        open.extend(
            next.filter(|(target, _)| !known.contains_key(target))
                .map(|(target, level)| (way + level, *target)),
        );
    }
    known
}

/// What is written in a schema, and what its references say on which level.
fn written(json: &Object) -> (Node, Vec<(&str, usize)>) {
    let mut node = Node::default();
    let mut references = Vec::new();
    let mut open = vec![(json, 0)];
    while let Some((json, level)) = open.pop() {
        node.height = node.height.max(level + 1);
        match json.get("$ref").and_then(Value::as_str) {
            // What it refers to stands on the level of the reference.
            Some(reference) => references.push((reference, level)),
            None => {
                node.own += 1;
                open.extend(below(json).into_iter().map(|json| (json, level + 1)));
            }
        }
    }
    (node, references)
}

/// The schemas that are written in a schema, one level below.
pub(in crate::lint) fn below(schema: &Object) -> Vec<&Object> {
    let mut schemas = Vec::new();
    for (key, value) in schema {
        match (key.as_str(), value) {
            ("properties", Value::Object(properties)) => {
                schemas.extend(properties.values().filter_map(Value::as_object));
            }
            ("items" | "additionalProperties", Value::Object(schema)) => schemas.push(schema),
            ("allOf" | "items", Value::Array(parts)) => {
                schemas.extend(parts.iter().filter_map(Value::as_object));
            }
            _ => {}
        }
    }
    schemas
}

#[cfg(test)]
mod tests;
