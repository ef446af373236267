//! Members of a body that no maker is asked for: internal ones that are required are sent with their defaults. The
//! platform drops the default of an optional one (spec section D.2).

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::skeleton::resolved;

/// Deeper than this nothing is added: cyclic schemas end here.
const MAX_DEPTH: usize = 6;

/// `value` with the default of each internal member that it lacks and must have. Where there is no value but the
/// operation owes one (`is_owed`), the defaults alone make it; of one that is internal as a whole (`is_internal`), so are
/// its members.
pub(super) fn with_internal_defaults(
    definition: &Value,
    schema: &Value,
    value: Option<Value>,
    is_owed: bool,
    is_internal: bool,
) -> Option<Value> {
    let adding = Adding {
        definition,
        is_internal,
    };
    let Some(mut value) = value else {
        return adding.made(schema, 0).filter(|_| is_owed);
    };
    adding.add(schema, &mut value, 0);
    Some(value)
}

/// Adds what must be there and nobody is asked for.
#[derive(Clone, Copy)]
struct Adding<'d> {
    definition: &'d Value,
    /// Whether the members are within something internal, so that nobody is asked for any of them.
    is_internal: bool,
}

impl Adding<'_> {
    /// The object that the members alone make; none where there are none.
    fn made(self, schema: &Value, depth: usize) -> Option<Value> {
        let mut made = Value::Object(Map::new());
        self.add(schema, &mut made, depth);
        let has_members = made.as_object().is_some_and(|members| !members.is_empty());
        has_members.then_some(made)
    }

    fn add(self, schema: &Value, value: &mut Value, depth: usize) {
        let required = self.required(schema, depth);
        self.add_of(schema, value, &required, depth);
    }

    /// The names of the members that an object must have; schemas in `allOf` count together.
    fn required(self, schema: &Value, depth: usize) -> BTreeSet<String> {
        let Some(schema) = resolved(self.definition, schema).filter(|_| depth < MAX_DEPTH) else {
            return BTreeSet::new();
        };
        let list = |key| {
            schema
                .get(key)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
        };
        let own = list("required")
            .filter_map(Value::as_str)
            .map(str::to_owned);
        let of_parts = list("allOf").flat_map(|part| self.required(part, depth + 1));
        own.chain(of_parts).collect()
    }

    fn add_of(self, schema: &Value, value: &mut Value, required: &BTreeSet<String>, depth: usize) {
        let Some(schema) = resolved(self.definition, schema).filter(|_| depth < MAX_DEPTH) else {
            return;
        };
        if let (Value::Array(items), Some(item_schema)) = (&mut *value, schema.get("items")) {
            for item in items {
                self.add(item_schema, item, depth + 1);
            }
            return;
        }
        let parts = schema.get("allOf").and_then(Value::as_array);
        for part in parts.into_iter().flatten() {
            self.add_of(part, value, required, depth + 1);
        }
        let (Value::Object(own), Some(Value::Object(members))) = (value, schema.get("properties"))
        else {
            return;
        };
        for (name, member) in members {
            self.add_member(own, (name, member), required.contains(name), depth);
        }
    }

    fn add_member(
        self,
        own: &mut Map<String, Value>,
        (name, member): (&str, &Value),
        is_required: bool,
        depth: usize,
    ) {
        if let Some(present) = own.get_mut(name) {
            return self.add(member, present, depth + 1);
        }
        let Some(target) = resolved(self.definition, member).filter(|_| is_required) else {
            return;
        };
        let visibility = target.get("x-ms-visibility");
        let is_internal =
            self.is_internal || visibility.is_some_and(|visibility| visibility == "internal");
        if is_internal {
            let within = Self {
                is_internal,
                ..self
            };
            let default = target.get("default").cloned();
            let made = default.or_else(|| within.made(target, depth + 1));
            own.extend(made.map(|made| (name.to_owned(), made)));
        }
    }
}
