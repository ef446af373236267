//! A schema with all that it is made of: through `$ref`, `allOf` and discriminators, each part once.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde_json::{Map, Value};

use crate::document::{Path, Step};
use crate::swagger::{follow, target};

/// A schema that counts for a value, where it is written down.
#[derive(Clone, Debug)]
pub(super) struct Part<'d> {
    pub(super) path: Path,
    pub(super) json: &'d Value,
}

/// All the schemas that count for a value.
#[derive(Clone, Debug, Default)]
pub(super) struct Flat<'d> {
    /// The outermost first.
    pub(super) parts: Vec<Part<'d>>,
    pub(super) is_nullable: bool,
    /// Whether the real schema is asked of the service.
    pub(super) is_dynamic: bool,
    /// Whether some properties are declared.
    pub(super) has_properties: bool,
    /// Whether properties beyond the declared ones are expected.
    pub(super) is_open: bool,
    /// Whether properties beyond the declared ones are forbidden.
    pub(super) is_closed: bool,
    /// The property whose value names the schema.
    pub(super) discriminator: Option<&'d str>,
}

impl<'d> Part<'d> {
    pub(super) fn properties(&self) -> Option<&'d Map<String, Value>> {
        self.json.get("properties")?.as_object()
    }

    /// The schema of properties that are not declared.
    pub(super) fn additional(&self) -> Option<&'d Value> {
        let schema = self.json.get("additionalProperties");
        schema.filter(|schema| schema.is_object())
    }
}

impl<'d> Flat<'d> {
    fn of(definition: &'d Value, json: &'d Value, path: Path) -> Self {
        let mut flat = Self::default();
        let mut seen: BTreeSet<*const Value> = BTreeSet::new();
        let mut waiting = vec![(path, json)];
        while let Some((path, json)) = waiting.pop() {
            if !seen.insert(std::ptr::from_ref(json)) {
                continue;
            }
            let is_true = |key: &str| json.get(key) == Some(&Value::Bool(true));
            flat.is_nullable |= is_true("x-nullable") || is_true("nullable");
            if let Some(reference) = json.get("$ref").and_then(Value::as_str) {
                waiting.extend(target(definition, reference));
                continue;
            }
            let parts = json.get("allOf").and_then(Value::as_array);
            let parts = parts.map_or(&[][..], Vec::as_slice).iter().enumerate();
            let list = path.join("allOf");
            waiting.extend(parts.rev().map(|(n, part)| (list.join(n), part)));
            flat.add(Part { path, json });
        }
        flat
    }

    fn add(&mut self, part: Part<'d>) {
        let Value::Object(members) = part.json else {
            return;
        };
        self.is_dynamic |= members.contains_key("x-ms-dynamic-schema")
            || members.contains_key("x-ms-dynamic-properties");
        self.has_properties |= part.properties().is_some_and(|all| !all.is_empty());
        match members.get("additionalProperties") {
            Some(Value::Bool(false)) => self.is_closed = true,
            Some(Value::Bool(true) | Value::Object(_)) => self.is_open = true,
            _ => {}
        }
        let named = members.get("discriminator").and_then(Value::as_str);
        self.discriminator = self.discriminator.or(named);
        self.parts.push(part);
    }

    /// These schemas together; the first is the outermost.
    fn joined(flats: &[Rc<Self>]) -> Self {
        let mut all = Self::default();
        let mut seen: BTreeSet<*const Value> = BTreeSet::new();
        for flat in flats {
            all.is_nullable |= flat.is_nullable;
            for part in &flat.parts {
                if seen.insert(std::ptr::from_ref(part.json)) {
                    all.add(part.clone());
                }
            }
        }
        all
    }

    /// Whether a part says that the value is of this type.
    pub(super) fn says(&self, kind: &str) -> bool {
        let mut parts = self.parts.iter();
        parts.any(|part| part.json.get("type").is_some_and(|own| own == kind))
    }
}

/// The schemas of a definition as they are needed, each taken apart once.
pub(super) struct Flats<'d> {
    definition: &'d Value,
    single: BTreeMap<*const Value, Rc<Flat<'d>>>,
    chosen: BTreeMap<(*const Value, *const Value), Rc<Flat<'d>>>,
    /// The definitions by their `x-ms-discriminator-value`.
    values: Option<BTreeMap<&'d str, &'d str>>,
}

impl<'d> Flats<'d> {
    pub(super) fn new(definition: &'d Value) -> Self {
        Self {
            definition,
            single: BTreeMap::new(),
            chosen: BTreeMap::new(),
            values: None,
        }
    }

    /// What a schema is made of.
    pub(super) fn of(&mut self, json: &'d Value, path: impl FnOnce() -> Path) -> Rc<Flat<'d>> {
        let definition = self.definition;
        let made = || Rc::new(Flat::of(definition, json, path()));
        Rc::clone(
            self.single
                .entry(std::ptr::from_ref(json))
                .or_insert_with(made),
        )
    }

    /// What several schemas of one value are made of; none where there is none.
    pub(super) fn of_all(&mut self, mut flats: Vec<Rc<Flat<'d>>>) -> Option<Rc<Flat<'d>>> {
        match flats.len() {
            0 | 1 => flats.pop(),
            _ => Some(Rc::new(Flat::joined(&flats))),
        }
    }

    /// The schema together with the one that the discriminator names; none where there is no such.
    pub(super) fn chosen(&mut self, base: &Rc<Flat<'d>>, name: &str) -> Option<Rc<Flat<'d>>> {
        let (path, json) = self.named(name)?;
        let own = |flat: &Flat<'d>| flat.parts.first().map(|part| std::ptr::from_ref(part.json));
        let key = (own(base)?, std::ptr::from_ref(json));
        if let Some(known) = self.chosen.get(&key) {
            return Some(Rc::clone(known));
        }
        let flat = self.of(json, || path);
        let is_holder = |part: &&Part<'d>| part.json.get("discriminator").is_some();
        let holder = base.parts.iter().find(is_holder)?;
        let mut parts = flat.parts.iter();
        if !parts.any(|part| std::ptr::eq(part.json, holder.json)) {
            return None;
        }
        let joined = Rc::new(Flat::joined(&[flat, Rc::clone(base)]));
        self.chosen.insert(key, Rc::clone(&joined));
        Some(joined)
    }

    /// The definition that a discriminator means by a name: the one of that name, or the one that says
    /// `x-ms-discriminator-value`.
    fn named(&mut self, name: &str) -> Option<(Path, &'d Value)> {
        let all = self.definition.get("definitions")?.as_object()?;
        let name = if all.contains_key(name) {
            name
        } else {
            let values = self.values.get_or_insert_with(|| {
                let value = |json: &'d Value| json.get("x-ms-discriminator-value")?.as_str();
                let values = all.iter();
                values
                    .filter_map(|(name, json)| Some((value(json)?, name.as_str())))
                    .collect()
            });
            values.get(name).copied()?
        };
        let path = Path::of(["definitions", name]);
        let json = all.get(name)?;
        follow(self.definition, json, &path)
    }
}

/// The path of a property of a part.
pub(super) fn property_path(part: &Part<'_>, name: &str) -> Path {
    part.path
        .join("properties")
        .join(Step::Key(name.to_owned()))
}
