//! What an object may and must have, gathered through references, `allOf` and alternatives.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::Conversion;
use super::union::either;
use crate::ledger::{At, Fate};
use crate::message::message;

/// The most properties that the objects of alternatives have together; more are no form to fill in.
pub(super) const MOST_PROPERTIES: usize = 400;

/// How many references and parts are gone through, each within the one before.
const MOST_STEPS_IN: usize = 16;

/// What is known of an object.
#[derive(Default)]
pub(super) struct Object {
    pub(super) properties: Map<String, Value>,
    pub(super) required: BTreeSet<String>,
    /// The properties that alternatives describe, and those of them that several describe differently.
    loose: BTreeSet<String>,
    differing: BTreeSet<String>,
    /// The references that were followed, for what must be and for what may be: each once, for what it
    /// says the second time is known.
    followed: BTreeSet<(String, bool)>,
}

/// Whether what is gathered holds always, or is one of several that may hold.
#[derive(Clone, Copy)]
struct Inside {
    steps: usize,
    alternative: bool,
}

impl Inside {
    fn deeper(self) -> Self {
        Self {
            steps: self.steps + 1,
            ..self
        }
    }
}

impl Conversion<'_> {
    /// The properties of an object, through references and `allOf`; each alternative's, where it has any.
    pub(super) fn object(&mut self, at: &At<'_>, schema: &Value) -> Object {
        let mut object = Object::default();
        let inside = Inside {
            steps: 0,
            alternative: false,
        };
        self.effort.gathering += 1;
        self.gather(at, schema, &mut object, inside);
        self.effort.gathering -= 1;
        self.note_differing(at, &object.differing);
        object
    }

    /// Names that properties were not gone into, where there are too many.
    pub(super) fn note_cut(&mut self, at: &At<'_>, object: &Object) {
        if object.properties.len() > MOST_PROPERTIES {
            let message = message!(
                "It has more than {most_properties} properties: those that come after are left out.",
                most_properties = MOST_PROPERTIES
            );
            self.note(at, Fate::Lowered, message);
        }
    }

    fn gather(&mut self, at: &At<'_>, schema: &Value, object: &mut Object, inside: Inside) {
        if !self.spend(at) || object.properties.len() > MOST_PROPERTIES {
            return;
        }
        if inside.steps > MOST_STEPS_IN {
            let message =
                message!("It lies behind too many references; its properties are not gone into.");
            return self.note(at, Fate::Lowered, message);
        }
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str)
            && let Some((pointer, target)) = self.found(reference)
        {
            if object
                .followed
                .insert((pointer.clone(), inside.alternative))
            {
                let there = At::within(&pointer, at.depth() + 1);
                self.gather(&there, target, object, inside.deeper());
            }
            return;
        }
        if !inside.alternative {
            let names = list(schema, "required").filter_map(Value::as_str);
            object.required.extend(names.map(str::to_owned));
        }
        self.own_properties(at, schema, object, inside);
        for key in ["allOf", "oneOf", "anyOf"] {
            let place = at.key(key);
            let inside = Inside {
                alternative: inside.alternative || key != "allOf",
                ..inside.deeper()
            };
            for (index, part) in list(schema, key).enumerate() {
                self.gather(&place.key(&index.to_string()), part, object, inside);
            }
        }
    }

    fn own_properties(&mut self, at: &At<'_>, schema: &Value, object: &mut Object, inside: Inside) {
        let own = schema.get("properties").and_then(Value::as_object);
        let place = at.key("properties");
        for (name, property) in own.into_iter().flatten() {
            let known = object.properties.get(name).filter(|_| inside.alternative);
            if known.is_some() && !object.loose.contains(name) {
                // What holds always is not loosened by what may hold.
                continue;
            }
            let known = known.cloned();
            let mut lowered = self.schema(&place.key(name), property);
            if let Some(known) = known.filter(|known| *known != lowered) {
                lowered = either(&known, &lowered);
                object.differing.insert(name.clone());
            }
            match inside.alternative {
                true => object.loose.insert(name.clone()),
                false => object.loose.remove(name),
            };
            object.properties.insert(name.clone(), lowered);
        }
    }
}

fn list<'v>(schema: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    schema
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}
