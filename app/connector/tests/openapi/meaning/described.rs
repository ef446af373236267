//! What a description says of a call, by the words of OpenAPI 3 (4.8.12, style values). Nothing of Tenon's is used.

use serde_json::{Map, Value, json};

use super::value;

/// How deep samples of values go.
const DEPTH: usize = 4;
/// The most properties of a sample.
const BREADTH: usize = 6;

/// A description.
pub(super) struct Source {
    pub(super) root: Value,
}

impl Source {
    /// What a value refers to, through further references.
    pub(super) fn resolved<'s>(&'s self, mut value: &'s Value) -> &'s Value {
        for _ in 0..20 {
            let Some(reference) = value["$ref"].as_str() else {
                return value;
            };
            let pointer = reference.strip_prefix('#').unwrap_or("/nowhere");
            let pointer = percent_encoding::percent_decode_str(pointer).decode_utf8_lossy();
            match self.root.pointer(&pointer) {
                Some(target) => value = target,
                None => return &Value::Null,
            }
        }
        &Value::Null
    }

    /// A value that fits a schema as far as a request cares: its shape.
    pub(super) fn sample(&self, schema: &Value, depth: usize) -> Value {
        let schema = self.resolved(schema);
        if let Some(value) = schema.get("const") {
            return value.clone();
        }
        let first = schema["enum"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|value| !value.is_null());
        if let Some(value) = first {
            return value.clone();
        }
        let parts = schema["allOf"].as_array().into_iter().flatten();
        let mut values =
            parts.filter(|part| part.get("$ref").is_some() && schema.get("properties").is_none());
        if let Some(value) = values.next().map(|part| self.sample(part, depth + 1))
            && !value.is_object()
        {
            return value;
        }
        for key in ["oneOf", "anyOf"] {
            let all = schema[key].as_array().into_iter().flatten();
            let mut real = all.filter(|part| part["type"] != "null");
            if let Some(part) = real.next() {
                return self.sample(part, depth + 1);
            }
        }
        let kind = match &schema["type"] {
            Value::Array(kinds) => kinds
                .iter()
                .find(|kind| *kind != "null")
                .and_then(Value::as_str),
            kind => kind.as_str(),
        };
        let has_members = schema.get("properties").or(schema.get("allOf")).is_some();
        match kind {
            Some("object") => self.object(schema, depth),
            None if has_members => self.object(schema, depth),
            Some("array") if depth < DEPTH => {
                let items = self.resolved(&schema["items"]);
                let is_choice = items.get("enum").is_some() || items.get("const").is_some();
                let item = self.sample(items, depth + 1);
                value::list(schema, item, is_choice)
            }
            Some("array") => json!([]),
            Some("integer") => value::number(schema, 7.0),
            Some("number") => value::number(schema, 1.5),
            Some("boolean") => json!(true),
            _ => value::text(schema),
        }
    }

    fn object(&self, schema: &Value, depth: usize) -> Value {
        let mut out = Map::new();
        if depth < DEPTH {
            self.members(schema, depth, &mut out);
        }
        Value::Object(out)
    }

    fn members(&self, schema: &Value, depth: usize, out: &mut Map<String, Value>) {
        let schema = self.resolved(schema);
        for part in schema["allOf"].as_array().into_iter().flatten() {
            if depth < DEPTH {
                self.members(part, depth + 1, out);
            }
        }
        let required = schema["required"].as_array();
        let is_required =
            |name: &str| required.is_some_and(|all| all.iter().any(|own| own == name));
        let properties = schema["properties"]
            .as_object()
            .into_iter()
            .flatten()
            .enumerate();
        for (_, (name, property)) in
            properties.filter(|(at, (name, _))| *at < BREADTH || is_required(name))
        {
            // What a service alone sets is not sent.
            if self.resolved(property)["readOnly"] != true {
                out.insert(name.clone(), self.sample(property, depth + 1));
            }
        }
    }

    /// The parameters of an operation with their places; those of the operation go before those of the path.
    pub(super) fn parameters<'s>(
        &'s self,
        pointer: &str,
        item: &'s Value,
        operation: &'s Value,
    ) -> Vec<Sent<'s>> {
        let of_path = pointer.rsplit_once('/').map_or("", |(path, _)| path);
        let mut found: Vec<Sent<'_>> = Vec::new();
        for (at, holder) in [(pointer, operation), (of_path, item)] {
            for (index, own) in holder["parameters"]
                .as_array()
                .into_iter()
                .flatten()
                .enumerate()
            {
                let json = self.resolved(own);
                let known = |sent: &Sent<'_>| {
                    sent.json["name"] == json["name"] && sent.json["in"] == json["in"]
                };
                if !found.iter().any(known) {
                    let reference = own["$ref"].as_str().and_then(|own| own.strip_prefix('#'));
                    let mut pointers = vec![format!("{at}/parameters/{index}")];
                    pointers.extend(reference.map(str::to_owned));
                    found.push(Sent {
                        json,
                        pointers,
                        value: self.value_of(json),
                    });
                }
            }
        }
        found
    }

    fn value_of(&self, parameter: &Value) -> Value {
        match content(parameter) {
            Some((_, described)) => self.sample(&described["schema"], 2),
            None => self.sample(&parameter["schema"], 2),
        }
    }
}

/// A parameter of the source and the value that is sent for it.
pub(super) struct Sent<'s> {
    pub(super) json: &'s Value,
    /// Where it stands, and where it is shared.
    pub(super) pointers: Vec<String>,
    pub(super) value: Value,
}

impl Sent<'_> {
    pub(super) fn text(&self, key: &str) -> &str {
        self.json[key].as_str().unwrap_or_default()
    }

    /// The pairs of name and text that stand in the query, or the text in the path or a header under the name.
    pub(super) fn written(&self) -> Vec<(String, String)> {
        let name = self.text("name").to_owned();
        if content(self.json).is_some() {
            let text = match &self.value {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            return vec![(name, text)];
        }
        let is_query = self.text("in") == "query";
        let style = self.json["style"]
            .as_str()
            .unwrap_or(if is_query { "form" } else { "simple" });
        let explode = self.json["explode"].as_bool().unwrap_or(style == "form");
        let separator = match style {
            "spaceDelimited" => " ",
            "pipeDelimited" => "|",
            _ => ",",
        };
        match &self.value {
            Value::Array(items) if is_query && explode => items
                .iter()
                .map(|item| (name.clone(), plain(item)))
                .collect(),
            Value::Array(items) => {
                let items: Vec<String> = items.iter().map(plain).collect();
                vec![(name, items.join(separator))]
            }
            Value::Object(members) if style == "deepObject" => members
                .iter()
                .map(|(key, value)| (format!("{name}[{key}]"), plain(value)))
                .collect(),
            Value::Object(members) if is_query && explode => members
                .iter()
                .map(|(key, value)| (key.clone(), plain(value)))
                .collect(),
            Value::Object(members) => {
                let between = if explode { "=" } else { "," };
                let parts = members
                    .iter()
                    .map(|(key, value)| format!("{key}{between}{}", plain(value)));
                vec![(name, parts.collect::<Vec<_>>().join(","))]
            }
            value => vec![(name, plain(value))],
        }
    }
}

pub(super) fn content(parameter: &Value) -> Option<(&String, &Value)> {
    parameter["content"].as_object()?.iter().next()
}

pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
