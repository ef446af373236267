//! References: `#/components/schemas/X` becomes `#/definitions/X`; a schema that is referred to at any
//! other place gets a name of its own there.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Conversion, MAX_DEPTH, OpenApiVersion};
use crate::ledger::{At, Fate, escaped, unescaped};
use crate::message::{Message, message};

const SCHEMAS: &str = "#/components/schemas/";

impl<'s> Conversion<'s> {
    /// What a reference within the document leads to, through further references. None where it leads
    /// out, nowhere or in a circle.
    pub(super) fn resolve(&self, value: &'s Value) -> Option<&'s Value> {
        let mut value = value;
        for _ in 0..32 {
            match value.get("$ref").and_then(Value::as_str) {
                Some(reference) => value = self.target(reference)?,
                None => return Some(value),
            }
        }
        None
    }

    /// What a reference within the document leads to.
    pub(super) fn target(&self, reference: &str) -> Option<&'s Value> {
        self.found(reference).map(|(_, target)| target)
    }

    /// What a reference within the document leads to, and the pointer to it.
    pub(super) fn found(&self, reference: &str) -> Option<(String, &'s Value)> {
        let pointer = reference.strip_prefix('#')?;
        let decoded = percent_encoding::percent_decode_str(pointer)
            .decode_utf8()
            .ok()?;
        match self.root.pointer(&decoded) {
            Some(target) => Some((decoded.into_owned(), target)),
            None => {
                let pointer = self.anchors().get(decoded.as_ref())?;
                Some((pointer.clone(), self.root.pointer(pointer)?))
            }
        }
    }

    /// Pointers to the schemas that have a name of their own by `$anchor`.
    fn anchors(&self) -> &BTreeMap<String, String> {
        self.anchors.get_or_init(|| {
            let mut anchors = BTreeMap::new();
            if self.version != OpenApiVersion::V30 {
                gather_anchors(self.root, &mut String::new(), &mut anchors, 0);
            }
            anchors
        })
    }

    /// The value that a member of the source refers to, or is; a note where it leads nowhere.
    pub(super) fn followed(&mut self, at: &At<'_>, value: &'s Value) -> Option<&'s Value> {
        let found = self.resolve(value);
        if found.is_none() {
            let reference = value
                .get("$ref")
                .and_then(Value::as_str)
                .unwrap_or_default();
            self.note(at, Fate::Dropped, unresolved(reference));
        }
        found
    }

    /// Whether what stands beside a reference to something other than a schema describes it: since OpenAPI 3.1.
    pub(super) fn has_words_beside(&self, value: &Value) -> bool {
        self.version != OpenApiVersion::V30 && value.get("$ref").is_some()
    }

    /// The reference in the definition that stands for one to a schema.
    pub(super) fn schema_reference(&mut self, at: &At<'_>, reference: &str) -> Option<String> {
        let Some((pointer, _)) = self.found(reference) else {
            self.note(at, Fate::Dropped, unresolved(reference));
            return None;
        };
        let is_anchor = !reference.starts_with("#/") && !pointer.is_empty();
        let by_pointer = format!("#{}", pointer.replace('%', "%25"));
        let reference = if is_anchor { &by_pointer } else { reference };
        if let Some(name) = reference
            .strip_prefix(SCHEMAS)
            .filter(|name| !name.contains('/'))
        {
            return Some(format!("#/definitions/{name}"));
        }
        let name = match self.hoisted.get(reference) {
            Some(name) => name.clone(),
            None => {
                let name = self.free_name(reference);
                self.hoisted.insert(reference.to_owned(), name.clone());
                self.pending.push((reference.to_owned(), name.clone()));
                self.note(
                    at,
                    Fate::Changed,
                    message!(
                        "What it refers to got the name “{name}” among the definitions.",
                        name
                    ),
                );
                name
            }
        };
        Some(format!("#/definitions/{}", escaped(&name)))
    }

    /// A name for a schema that is referred to by its place.
    fn free_name(&self, reference: &str) -> String {
        let plain = |part: &str| {
            let part = unescaped(part);
            part.chars()
                .filter(char::is_ascii_alphanumeric)
                .collect::<String>()
        };
        let skipped = [
            "components",
            "schemas",
            "properties",
            "items",
            "paths",
            "$defs",
            crate::read::BUNDLED,
            "#",
        ];
        let parts: Vec<String> = reference
            .split('/')
            .filter(|part| !skipped.contains(part))
            .map(plain)
            .filter(|part| !part.is_empty())
            .collect();
        let from = parts.len().saturating_sub(3);
        let base = parts.get(from..).unwrap_or_default().join("_");
        let base = if base.is_empty() {
            "Schema".to_owned()
        } else {
            base
        };
        let taken = |name: &String| {
            self.component("schemas")
                .is_some_and(|all| all.contains_key(name))
                || self.hoisted.values().any(|other| other == name)
        };
        let mut names = std::iter::once(base.clone()).chain((2..).map(|n| format!("{base}{n}")));
        names.find(|name| !taken(name)).unwrap_or(base)
    }

    /// The schemas of the components, under their names.
    pub(super) fn shared_schemas(&mut self, at: &At<'_>) {
        let components = at.key("components");
        let schemas = components.key("schemas");
        let all = self.component("schemas");
        for (name, schema) in all.into_iter().flatten() {
            let lowered = self.shared_schema(&schemas.key(name), schema);
            self.definitions.insert(name.clone(), lowered);
        }
    }

    /// A schema of the definitions. One that only stands for another is wrapped, since the platform refuses a shared
    /// schema that is a reference (spec section I, rule 142) and the other one may be large.
    fn shared_schema(&mut self, at: &At<'_>, schema: &Value) -> Value {
        let mut lowered = self.schema(at, schema);
        if let Some(members) = lowered.as_object_mut()
            && members.get("$ref").is_some_and(Value::is_string)
            && let Some(reference) = members.shift_remove("$ref")
        {
            members.insert("allOf".to_owned(), json!([{ "$ref": reference }]));
            let message = message!(
                "A shared schema cannot be a reference. It became one that is all of what it refers to."
            );
            self.note(at, Fate::Changed, message);
        }
        lowered
    }

    /// The schemas that are referred to by their place, under the names that they got. Each may refer to
    /// more of them.
    pub(super) fn hoist(&mut self) {
        while let Some((reference, name)) = self.pending.pop() {
            let Some(target) = self.target(&reference) else {
                continue;
            };
            let keys: Vec<String> = reference
                .trim_start_matches("#/")
                .split('/')
                .map(unescaped)
                .collect();
            let root = At::root();
            // A chain of places as long as the pointer, each within the one before.
            let lowered = within(self, &root, &keys, target);
            self.definitions.insert(name, lowered);
        }
    }
}

fn within(conversion: &mut Conversion<'_>, at: &At<'_>, keys: &[String], target: &Value) -> Value {
    match keys.split_first() {
        Some((key, rest)) => within(conversion, &at.key(key), rest, target),
        None => conversion.shared_schema(at, target),
    }
}

/// The first of several of one name is meant.
fn gather_anchors(
    value: &Value,
    pointer: &mut String,
    anchors: &mut BTreeMap<String, String>,
    depth: usize,
) {
    if depth > MAX_DEPTH {
        return;
    }
    let mut go_into = |key: &str, inner: &Value, anchors: &mut BTreeMap<String, String>| {
        if inner.is_object() || inner.is_array() {
            let length = pointer.len();
            pointer.push('/');
            pointer.push_str(&escaped(key));
            gather_anchors(inner, pointer, anchors, depth + 1);
            pointer.truncate(length);
        }
    };
    match value {
        Value::Object(members) => {
            for (key, inner) in members {
                go_into(key, inner, anchors);
            }
            let names = ["$anchor", "$dynamicAnchor"];
            for name in names.iter().filter_map(|key| members.get(*key)?.as_str()) {
                let pointer = pointer.clone();
                anchors.entry(name.to_owned()).or_insert(pointer);
            }
        }
        Value::Array(list) => {
            for (index, inner) in list.iter().enumerate() {
                go_into(&index.to_string(), inner, anchors);
            }
        }
        _ => {}
    }
}

fn unresolved(reference: &str) -> Message {
    if reference.starts_with('#') {
        message!(
            "“{reference}” leads nowhere. Correct the reference, or add what it refers to.",
            reference
        )
    } else {
        message!(
            "“{reference}” leads out of the document. Bundle the documents into one, or import them together.",
            reference
        )
    }
}
