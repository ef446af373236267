//! Names of shared things. OpenAPI 3.1 wants letters, digits, dots, hyphens and underscores alone (4.8.7); Swagger 2.0
//! lets a name be any text. Those that do not fit get the nearest one that does, and what refers to them follows.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

use super::{Export, text};
use crate::ledger::{At, Fate, unescaped};
use crate::read::free;

/// What shared things are called in Swagger 2.0 and within `components`.
pub(super) const KINDS: [(&str, &str); 4] = [
    ("definitions", "schemas"),
    ("parameters", "parameters"),
    ("responses", "responses"),
    ("securityDefinitions", "securitySchemes"),
];

/// The new names of those that do not fit, by their kind in Swagger 2.0 and their old names.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeMap<&'static str, BTreeMap<String, String>>);

impl Names {
    /// The names that the shared things of a definition get.
    pub(super) fn of(definition: &Value) -> Self {
        let of_kind = |kind| {
            let all = definition.get(kind).and_then(Value::as_object);
            let keys = || all.into_iter().flatten().map(|(name, _)| name);
            let mut taken: BTreeSet<String> = keys().filter(|name| fits(name)).cloned().collect();
            let mut new = BTreeMap::new();
            for name in keys().filter(|name| !fits(name)) {
                let made = free(&fitting(name), |wanted| taken.contains(wanted));
                taken.insert(made.clone());
                new.insert(name.clone(), made);
            }
            new
        };
        let kinds = KINDS.into_iter().map(|(kind, _)| kind);
        Self(kinds.map(|kind| (kind, of_kind(kind))).collect())
    }

    /// The name that a shared thing has in the export.
    pub(super) fn name<'n>(&'n self, kind: &str, name: &'n str) -> &'n str {
        let new = self.0.get(kind).and_then(|all| all.get(name));
        new.map_or(name, String::as_str)
    }

    /// The new names of one kind, by the old ones.
    pub(super) fn changed(&self, kind: &str) -> impl Iterator<Item = (&str, &str)> {
        let all = self.0.get(kind).into_iter().flatten();
        all.map(|(old, new)| (old.as_str(), new.as_str()))
    }
}

impl Export<'_> {
    /// The name that a shared thing has in the export, which is named in the ledger where it is another one.
    pub(super) fn named(&mut self, at: &At<'_>, kind: &str, name: &str) -> String {
        let new = self.names.name(kind, name).to_owned();
        if new != name {
            let message = format!(
                "OpenAPI 3.1 has only letters, digits, “.”, “-” and “_” in names: it is “{new}” there, and what refers to \
                 it follows."
            );
            self.note(at, Fate::Changed, message);
        }
        new
    }

    /// The place in the export that a reference to a shared thing leads to; none where it leads to none.
    pub(super) fn new_place(&self, reference: &str) -> Option<String> {
        let (kind, inner) = reference.strip_prefix("#/")?.split_once('/')?;
        let (_, new_kind) = KINDS.iter().find(|(own, _)| *own == kind)?;
        let (part, below) = match inner.split_once('/') {
            Some((part, below)) => (part, format!("/{below}")),
            None => (inner, String::new()),
        };
        let name = self.name_in(kind, part);
        let name = self.names.name(kind, &name);
        Some(format!("#/components/{new_kind}/{}", fragment(name)) + &fragment(&below))
    }

    /// The shared thing of this kind that a reference leads to, as its name is in the definition.
    pub(super) fn shared_name(&self, kind: &str, reference: &str) -> Option<String> {
        let part = reference.strip_prefix("#/")?.strip_prefix(kind)?;
        let part = part.strip_prefix('/').filter(|part| !part.contains('/'))?;
        Some(self.name_in(kind, part))
    }

    /// The name that a part of a reference stands for. Some generators percent-encode it.
    fn name_in(&self, kind: &str, part: &str) -> String {
        let plain = unescaped(part);
        let all = self.definition.get(kind);
        if all.is_some_and(|all| all.get(&plain).is_some()) {
            return plain;
        }
        let decoded = unescaped(&percent_decode_str(part).decode_utf8_lossy());
        if all.is_some_and(|all| all.get(&decoded).is_some()) {
            return decoded;
        }
        plain
    }

    /// Security requirements, which name the schemes by their new names.
    pub(super) fn requirements(&mut self, at: &At<'_>, value: &Value) -> Option<Value> {
        let Some(list) = value.as_array() else {
            self.note(at, Fate::Dropped, "It is no list of requirements.");
            return None;
        };
        let mut out = Vec::with_capacity(list.len());
        for (index, requirement) in list.iter().enumerate() {
            let number = index.to_string();
            let Some(schemes) = requirement.as_object() else {
                let message = "A requirement names schemes with their scopes.";
                self.note(&at.key(&number), Fate::Dropped, message);
                continue;
            };
            let renamed = schemes.iter().map(|(name, scopes)| {
                let scopes = scopes.as_array().into_iter().flatten();
                let scopes: Vec<&Value> = scopes.filter(|scope| scope.is_string()).collect();
                let name = self.names.name("securityDefinitions", name);
                (name.to_owned(), json!(scopes))
            });
            out.push(Value::Object(renamed.collect()));
        }
        Some(Value::Array(out))
    }

    /// What tells the kinds of a schema apart. A kind is known by the name of its schema, so those whose names change are
    /// named.
    pub(super) fn discriminator(&self, value: &Value, schema: Option<&str>) -> Option<Value> {
        let property = match value {
            Value::String(_) => Some(value),
            _ => value.get("propertyName").filter(|name| name.is_string()),
        };
        let mut out = Map::from_iter([("propertyName".to_owned(), property?.clone())]);
        let mut mapping = Map::new();
        for (value, target) in value
            .get("mapping")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            let target = target.as_str().unwrap_or_default();
            let place = self.new_place(target).unwrap_or_else(|| {
                let new = self.names.name("definitions", target);
                if new == target {
                    target.to_owned()
                } else {
                    format!("#/components/schemas/{new}")
                }
            });
            mapping.insert(value.clone(), json!(place));
        }
        for (old, new) in self.names.changed("definitions") {
            if !mapping.contains_key(old)
                && schema.is_some_and(|base| old == base || self.is_kind_of(old, base))
            {
                mapping.insert(old.to_owned(), json!(format!("#/components/schemas/{new}")));
            }
        }
        if !mapping.is_empty() {
            out.insert("mapping".to_owned(), Value::Object(mapping));
        }
        Some(Value::Object(out))
    }

    /// Whether a schema of this name is made of the other one.
    fn is_kind_of(&self, name: &str, base: &str) -> bool {
        let mut waiting = vec![name.to_owned()];
        let mut seen = BTreeSet::new();
        while let Some(name) = waiting.pop() {
            if !seen.insert(name.clone()) {
                continue;
            }
            let schema = self
                .definition
                .get("definitions")
                .and_then(|all| all.get(&name));
            let parts = schema
                .and_then(|schema| schema.get("allOf"))
                .and_then(Value::as_array);
            let references = parts
                .into_iter()
                .flatten()
                .filter_map(|part| text(part, "$ref"));
            let above =
                references.filter_map(|reference| self.shared_name("definitions", reference));
            for above in above {
                if above == base {
                    return true;
                }
                waiting.push(above);
            }
        }
        false
    }
}

/// References within an extension that the platform reads as Swagger 2.0, with the new names.
pub(super) fn within_extension(export: &Export<'_>, value: &mut Value) {
    match value {
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| within_extension(export, item)),
        Value::Object(members) => {
            for (key, member) in members {
                match member {
                    Value::String(reference) if key == "$ref" => {
                        if let Some(name) = export.shared_name("definitions", reference) {
                            let new = export.names.name("definitions", &name);
                            if new != name {
                                *reference = format!("#/definitions/{new}");
                            }
                        }
                    }
                    member => within_extension(export, member),
                }
            }
        }
        _ => {}
    }
}

fn fits(name: &str) -> bool {
    !name.is_empty() && name.chars().all(is_of_names)
}

fn is_of_names(c: char) -> bool {
    c.is_ascii_alphanumeric() || ".-_".contains(c)
}

/// The nearest name that fits: what does not fit is one underscore, and none at the ends.
fn fitting(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if is_of_names(c) {
            out.push(c);
        } else if !out.ends_with('_') {
            out.push('_');
        }
    }
    match out.trim_matches('_') {
        "" => "Unnamed".to_owned(),
        inner => inner.to_owned(),
    }
}

/// A part of a URL fragment (RFC 3986, 3.5), with what may not stand there percent-encoded.
pub(super) fn fragment(text: &str) -> String {
    super::address::encoded(text, |c| {
        c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/?%".contains(c)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Names, fitting};

    #[test]
    fn names_fit_and_stay_apart() {
        for (name, expected) in [
            ("API Key", "API_Key"),
            ("List<Task>", "List_Task"),
            ("@odata.nextLink", "odata.nextLink"),
            ("タスク", "Unnamed"),
        ] {
            assert_eq!(fitting(name), expected, "{name}");
        }
        let names =
            Names::of(&json!({ "definitions": { "A B": {}, "A_B": {}, "A-B": {}, "A<B": {} } }));
        let found =
            ["A B", "A_B", "A-B", "A<B"].map(|name| names.name("definitions", name).to_owned());
        assert_eq!(found, ["A_B2", "A_B", "A-B", "A_B3"]);
    }
}
