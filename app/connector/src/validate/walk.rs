//! The walk through a value and its schema, side by side, on a list of its own instead of the stack.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::fault::Fault;
use super::flat::{Flat, Flats, Part, property_path};
use super::pattern::Pattern;
use super::value::{check, check_type};
use crate::document::Path;

/// How much is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// What is not as the schema says.
    Plain,
    /// Also where the schema could say more: objects and lists of which it says nothing.
    Gaps,
}

/// Something that was found.
#[derive(Clone, Copy)]
pub(super) struct Found<'d, 'v, 'w> {
    pub(super) fault: Fault<'d, 'v>,
    /// The value at fault; of a property that is missing, the object.
    pub(super) value: &'v Value,
    /// The schema that says otherwise.
    pub(super) holder: &'w Path,
    nodes: &'w [Node<'v>],
    node: usize,
}

/// A place in the value: how it is reached from its parent.
#[derive(Clone, Copy)]
struct Node<'v> {
    parent: usize,
    step: Step<'v>,
}

#[derive(Clone, Copy)]
enum Step<'v> {
    Root,
    Item(usize),
    Member(&'v str),
    /// A member whose name is data.
    Other(&'v str),
}

impl Found<'_, '_, '_> {
    /// The place as a JSON pointer.
    pub(super) fn pointer(&self) -> String {
        self.joined(false)
    }

    /// The place with a star for what differs from answer to answer.
    pub(super) fn pattern(&self) -> String {
        self.joined(true)
    }

    fn joined(&self, is_general: bool) -> String {
        let escaped = |name: &str| name.replace('~', "~0").replace('/', "~1");
        let mut steps = Vec::new();
        let mut at = self.node;
        while let Some(node) = self.nodes.get(at) {
            steps.push(match node.step {
                Step::Root => break,
                Step::Item(_) | Step::Other(_) if is_general => "*".to_owned(),
                Step::Item(n) => n.to_string(),
                Step::Member(name) | Step::Other(name) => escaped(name),
            });
            at = node.parent;
        }
        let steps = steps.iter().rev();
        steps.map(|step| format!("/{step}")).collect()
    }
}

/// Walks through `value` by the schema at `schema`, and gives `sink` all that is found.
pub(super) fn walk<'d, 'v>(
    definition: &'d Value,
    schema: (&Path, &'d Value),
    value: &'v Value,
    detail: Detail,
    sink: &mut dyn FnMut(Found<'d, 'v, '_>),
) {
    let mut flats = Flats::new(definition);
    let flat = flats.of(schema.1, || schema.0.clone());
    let root = Node {
        parent: 0,
        step: Step::Root,
    };
    let mut walk = Walk {
        flats,
        patterns: BTreeMap::new(),
        nodes: vec![root],
        waiting: vec![(0, value, flat)],
        detail,
        sink,
    };
    while let Some((node, value, flat)) = walk.waiting.pop() {
        walk.visit(node, value, flat);
    }
}

struct Walk<'d, 'v, 's> {
    flats: Flats<'d>,
    patterns: BTreeMap<&'d str, Option<Pattern>>,
    nodes: Vec<Node<'v>>,
    /// The values that were not looked at yet, each with its schemas; the next one last.
    waiting: Vec<(usize, &'v Value, Rc<Flat<'d>>)>,
    detail: Detail,
    sink: &'s mut dyn FnMut(Found<'d, 'v, '_>),
}

impl<'d, 'v> Walk<'d, 'v, '_> {
    fn found(&mut self, fault: Fault<'d, 'v>, value: &'v Value, holder: &Path, node: usize) {
        (self.sink)(Found {
            fault,
            value,
            holder,
            nodes: &self.nodes,
            node,
        });
    }

    fn visit(&mut self, node: usize, value: &'v Value, flat: Rc<Flat<'d>>) {
        if value.is_null() {
            return self.null(node, value, &flat);
        }
        let flat = self.chosen(node, value, flat);
        let mut fitting = Vec::with_capacity(flat.parts.len());
        for part in &flat.parts {
            match check_type(part.json.get("type"), value) {
                Ok(()) => fitting.push(part),
                Err(expected) => self.found(Fault::Type(expected), value, &part.path, node),
            }
        }
        for part in &fitting {
            let mut faults = Vec::new();
            check(part.json, value, &mut |fault| faults.push(fault));
            faults.extend(self.pattern(part, value));
            for fault in faults {
                self.found(fault, value, &part.path, node);
            }
        }
        match value {
            Value::Array(items) => self.items(node, (value, items), &fitting),
            Value::Object(members) => self.members(node, (value, members), &flat, &fitting),
            _ => {}
        }
    }

    fn null(&mut self, node: usize, value: &'v Value, flat: &Flat<'d>) {
        if flat.is_nullable {
            return;
        }
        let forbids = |part: &&Part<'d>| {
            let choices = part.json.get("enum").and_then(Value::as_array);
            let is_listed = choices.map(|choices| choices.contains(value));
            is_listed == Some(false)
                || is_listed.is_none() && check_type(part.json.get("type"), value).is_err()
        };
        if let Some(part) = flat.parts.iter().find(forbids) {
            self.found(Fault::Null, value, &part.path, node);
        }
    }

    /// The schemas with the one that a discriminator names.
    fn chosen(&mut self, node: usize, value: &'v Value, flat: Rc<Flat<'d>>) -> Rc<Flat<'d>> {
        let named = flat.discriminator.and_then(|key| value.get(key)?.as_str());
        let Some(name) = named else { return flat };
        if let Some(chosen) = self.flats.chosen(&flat, name) {
            return chosen;
        }
        if let Some(part) = flat.parts.first() {
            self.found(Fault::Discriminator(name), value, &part.path, node);
        }
        flat
    }

    fn pattern(&mut self, part: &Part<'d>, value: &Value) -> Option<Fault<'d, 'v>> {
        let pattern = part.json.get("pattern")?.as_str()?;
        let text = value.as_str()?;
        let known = self.patterns.entry(pattern);
        let matcher = known.or_insert_with(|| Pattern::parse(pattern)).as_ref()?;
        (!matcher.matches(text)?).then_some(Fault::Pattern(pattern))
    }

    fn node(&mut self, parent: usize, step: Step<'v>) -> usize {
        self.nodes.push(Node { parent, step });
        self.nodes.len() - 1
    }

    fn items(
        &mut self,
        node: usize,
        (value, items): (&'v Value, &'v [Value]),
        parts: &[&Part<'d>],
    ) {
        let mut schemas = Vec::new();
        for part in parts {
            let schema = part.json.get("items").filter(|items| says(items));
            let path = || part.path.join("items");
            schemas.extend(schema.map(|schema| self.flats.of(schema, path)));
        }
        let Some(flat) = self.flats.of_all(schemas) else {
            let holder = parts
                .iter()
                .find(|part| part.json.get("type").is_some_and(|kind| kind == "array"));
            if let (Detail::Gaps, Some(holder), false) = (self.detail, holder, items.is_empty()) {
                self.found(Fault::Unsaid, value, &holder.path, node);
            }
            return;
        };
        let first = self.waiting.len();
        for (n, item) in items.iter().enumerate() {
            let node = self.node(node, Step::Item(n));
            self.waiting.push((node, item, Rc::clone(&flat)));
        }
        self.turn(first);
    }

    /// Puts the first of what was added last, so that it comes next.
    fn turn(&mut self, first: usize) {
        if let Some(added) = self.waiting.get_mut(first..) {
            added.reverse();
        }
    }

    fn members(
        &mut self,
        node: usize,
        (value, members): (&'v Value, &'v Map<String, Value>),
        flat: &Flat<'d>,
        parts: &[&Part<'d>],
    ) {
        for part in parts {
            let required = part.json.get("required").and_then(Value::as_array);
            let names = required.into_iter().flatten().filter_map(Value::as_str);
            for name in names.filter(|name| !members.contains_key(*name)) {
                self.found(Fault::Required(name), value, &part.path, node);
            }
        }
        let is_told = flat.has_properties || self.detail == Detail::Gaps && flat.says("object");
        let first = self.waiting.len();
        for (name, member) in members {
            if self.member(node, (name, member), parts) || flat.is_open || flat.is_dynamic {
                continue;
            }
            let fault = match flat.is_closed {
                true => Fault::Forbidden(name),
                false if is_told => Fault::Undeclared(name),
                false => continue,
            };
            if let Some(part) = parts.first() {
                let node = self.node(node, Step::Member(name));
                self.found(fault, member, &part.path, node);
            }
        }
        self.turn(first);
    }

    /// Sees to a member; whether a schema says something of it.
    fn member(
        &mut self,
        node: usize,
        (name, member): (&'v str, &'v Value),
        parts: &[&Part<'d>],
    ) -> bool {
        let mut schemas = Vec::new();
        for part in parts {
            let schema = part.properties().and_then(|all| all.get(name));
            let path = || property_path(part, name);
            schemas.extend(schema.map(|schema| self.flats.of(schema, path)));
        }
        let step = if schemas.is_empty() {
            Step::Other(name)
        } else {
            Step::Member(name)
        };
        if schemas.is_empty() {
            for part in parts {
                let path = || part.path.join("additionalProperties");
                let schema = part.additional();
                schemas.extend(schema.map(|schema| self.flats.of(schema, path)));
            }
        }
        let Some(flat) = self.flats.of_all(schemas) else {
            return false;
        };
        let node = self.node(node, step);
        self.waiting.push((node, member, flat));
        true
    }
}

/// Whether a schema says anything.
fn says(schema: &Value) -> bool {
    schema
        .as_object()
        .is_some_and(|members| !members.is_empty())
}
