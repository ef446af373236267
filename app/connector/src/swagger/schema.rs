//! Schemas of bodies, responses, properties and items, references followed but never inlined
//! (spec section D.2).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Visibility;
use super::reference::follow;
use crate::document::{Path, Step};

/// A schema where it is written down.
#[derive(Clone, Debug)]
pub struct Schema<'a> {
    root: &'a Value,
    json: &'a Value,
    path: Path,
}

/// A property of an object.
#[derive(Clone, Debug)]
pub struct Property<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its schema, where that is written down.
    pub schema: Schema<'a>,
    /// Whether an object must have it.
    pub required: bool,
}

/// What an object may have beside its properties.
#[derive(Clone, Debug)]
pub enum Additional<'a> {
    /// Nothing is said, or `true`: anything.
    Anything,
    /// `false`: nothing.
    Nothing,
    /// Values of this schema.
    Schema(Schema<'a>),
}

impl<'a> Schema<'a> {
    /// The schema at a place of a definition; none where no object is.
    #[must_use]
    pub fn at(definition: &'a Value, path: &Path) -> Option<Self> {
        Some(Self {
            root: definition,
            json: path.get(definition).filter(|json| json.is_object())?,
            path: path.clone(),
        })
    }

    /// The schema object.
    #[must_use]
    pub fn json(&self) -> &'a Value {
        self.json
    }

    /// Where it is written down.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn text(&self, key: &str) -> &'a str {
        let text = self.json.get(key).and_then(Value::as_str);
        text.unwrap_or_default()
    }

    fn flag(&self, key: &str) -> bool {
        let flag = self.json.get(key).and_then(Value::as_bool);
        flag.unwrap_or_default()
    }

    fn child(&self, steps: impl IntoIterator<Item = Step>) -> Option<Self> {
        let mut json = self.json;
        let mut path = self.path.clone();
        for step in steps {
            json = step.get(json)?;
            path = path.join(step);
        }
        json.is_object().then_some(Self {
            root: self.root,
            json,
            path,
        })
    }

    /// What its `$ref` says.
    #[must_use]
    pub fn reference(&self) -> Option<&'a str> {
        self.json.get("$ref").and_then(Value::as_str)
    }

    /// The schema that its references lead to in the end; none where it has none, or where they lead
    /// nowhere or in a circle.
    #[must_use]
    pub fn target(&self) -> Option<Self> {
        self.reference()?;
        let (path, json) = follow(self.root, self.json, &self.path)?;
        json.is_object().then_some(Self {
            root: self.root,
            json,
            path,
        })
    }

    /// The schema that it stands for: its target, or itself.
    #[must_use]
    pub fn resolved(&self) -> Self {
        self.target().unwrap_or_else(|| self.clone())
    }

    /// `type`.
    #[must_use]
    pub fn kind(&self) -> &'a str {
        self.text("type")
    }

    /// `format`.
    #[must_use]
    pub fn format(&self) -> &'a str {
        self.text("format")
    }

    /// The label: `x-ms-summary`, or `title`.
    #[must_use]
    pub fn summary(&self) -> &'a str {
        match self.text("x-ms-summary") {
            "" => self.text("title"),
            summary => summary,
        }
    }

    /// `description`.
    #[must_use]
    pub fn description(&self) -> &'a str {
        self.text("description")
    }

    /// `default`.
    #[must_use]
    pub fn default_value(&self) -> Option<&'a Value> {
        self.json.get("default")
    }

    fn list(&self, key: &str) -> &'a [Value] {
        let list = self.json.get(key).and_then(Value::as_array);
        list.map_or(&[], Vec::as_slice)
    }

    /// `enum`.
    #[must_use]
    pub fn choices(&self) -> &'a [Value] {
        self.list("enum")
    }

    /// The values of `enum`, each with the name that `x-ms-enum-values` gives it.
    #[must_use]
    pub fn named_choices(&self) -> Vec<(&'a Value, Option<&'a str>)> {
        let named = self.list("x-ms-enum-values");
        let name = |choice: &Value| {
            let entry = named.iter().find(|n| n.get("value") == Some(choice))?;
            entry.get("displayName").and_then(Value::as_str)
        };
        let choices = self.choices().iter();
        choices.map(|choice| (choice, name(choice))).collect()
    }

    /// `readOnly`.
    #[must_use]
    pub fn read_only(&self) -> bool {
        self.flag("readOnly")
    }

    /// `x-ms-visibility`.
    #[must_use]
    pub fn visibility(&self) -> Visibility {
        Visibility::of(self.json)
    }

    /// The names in its own `required`, odd entries left out.
    pub fn required(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.list("required").iter().filter_map(Value::as_str)
    }

    /// The schema of the items of an array.
    #[must_use]
    pub fn items(&self) -> Option<Self> {
        self.child([Step::from("items")])
    }

    /// What an object may have beside its properties.
    #[must_use]
    pub fn additional(&self) -> Additional<'a> {
        match self.json.get("additionalProperties") {
            Some(Value::Bool(false)) => Additional::Nothing,
            _ => match self.child([Step::from("additionalProperties")]) {
                Some(schema) => Additional::Schema(schema),
                None => Additional::Anything,
            },
        }
    }

    /// The schemas that it is made of.
    #[must_use]
    pub fn all_of(&self) -> Vec<Self> {
        let parts = 0..self.list("allOf").len();
        let part = |n| self.child([Step::from("allOf"), Step::from(n)]);
        parts.filter_map(part).collect()
    }

    /// The property of this name of its own.
    #[must_use]
    pub fn own_property(&self, name: &str) -> Option<Self> {
        self.child([Step::from("properties"), Step::from(name)])
    }

    /// Its own properties, in its order.
    #[must_use]
    pub fn own_properties(&self) -> Vec<Property<'a>> {
        let required: BTreeSet<&str> = self.required().collect();
        let members = self.json.get("properties").and_then(Value::as_object);
        let property = |name: &'a String| {
            Some(Property {
                name,
                schema: self.own_property(name)?,
                required: required.contains(name.as_str()),
            })
        };
        let names = members.into_iter().flat_map(serde_json::Map::keys);
        names.filter_map(property).collect()
    }

    /// The properties in effect: those of the schemas that it is made of, then its own, its
    /// references followed. Of those with one name the last one counts; required anywhere is required.
    #[must_use]
    pub fn properties(&self) -> Vec<Property<'a>> {
        let mut all: Vec<Property<'a>> = Vec::new();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let mut required: BTreeSet<&str> = BTreeSet::new();
        for schema in self.parts() {
            required.extend(schema.required());
            for property in schema.own_properties() {
                match places.get(property.name).and_then(|at| all.get_mut(*at)) {
                    Some(earlier) => *earlier = property,
                    None => {
                        places.insert(property.name, all.len());
                        all.push(property);
                    }
                }
            }
        }
        for property in &mut all {
            property.required = required.contains(property.name);
        }
        all
    }

    /// Every property of this schema and of those that it is made of: the schema that has it, its
    /// name and its schema.
    pub(super) fn properties_with_holders(&self) -> Vec<(Self, &'a str, Self)> {
        let parts = self.parts().into_iter();
        let of = |part: Self| {
            let own = part.own_properties().into_iter();
            own.map(move |property| (part.clone(), property.name, property.schema))
        };
        parts.flat_map(of).collect()
    }

    /// The schemas whose properties count, the outermost last, each once however it is reached.
    fn parts(&self) -> Vec<Self> {
        let mut seen: BTreeSet<*const Value> = BTreeSet::new();
        let mut parts = Vec::new();
        let mut waiting = vec![self.clone()];
        while let Some(schema) = waiting.pop() {
            let schema = schema.resolved();
            if seen.insert(std::ptr::from_ref(schema.json)) {
                waiting.extend(schema.all_of());
                parts.push(schema);
            }
        }
        parts.reverse();
        parts
    }
}
