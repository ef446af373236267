//! Parameters in the path, the query and headers.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Conversion, text};
use crate::ledger::{At, Fate, escaped, unescaped};
use crate::message::message;

impl<'s> Conversion<'s> {
    /// Converts the parameters of the components, once for all that refer to them.
    pub(super) fn shared_parameters(&mut self, at: &At<'_>) {
        let components = at.key("components");
        let parameters = components.key("parameters");
        let all = self.component("parameters");
        for (name, parameter) in all.into_iter().flatten() {
            let place = parameters.key(name);
            let converted = match self.followed(&place, parameter) {
                Some(parameter) => self.parameter(&place, parameter),
                None => Vec::new(),
            };
            self.parameters.insert(name.clone(), converted);
        }
    }

    /// Those of the shared parameters that stayed one, and can be referred to.
    pub(super) fn referable_parameters(&mut self) -> Map<String, Value> {
        let order = self.component("parameters").into_iter().flatten();
        let mut out = Map::new();
        for (name, _) in order {
            if let Some([only]) = self.parameters.get(name).map(Vec::as_slice) {
                out.insert(name.clone(), only.clone());
            }
        }
        out
    }

    /// A list of parameters.
    pub(super) fn parameter_list(&mut self, at: &At<'_>, value: &'s Value) -> Vec<Value> {
        let mut out = Vec::new();
        for (index, parameter) in value.as_array().into_iter().flatten().enumerate() {
            let number = index.to_string();
            let place = at.key(&number);
            let named = text(parameter, "$ref")
                .and_then(|reference| reference.strip_prefix("#/components/parameters/"))
                .filter(|name| !name.contains('/'));
            let shared = named.and_then(|name| Some((name, self.parameters.get(name)?.as_slice())));
            let own_words =
                text(parameter, "description").filter(|_| self.has_words_beside(parameter));
            match shared {
                Some((_, [only])) if own_words.is_some() => {
                    out.push(described_so(only.clone(), own_words));
                }
                Some((name, [_])) => {
                    out.push(json!({ "$ref": format!("#/parameters/{}", escaped(name)) }));
                }
                Some((_, converted)) => out.extend(converted.iter().cloned()),
                None => {
                    if let Some(parameter) = self.followed(&place, parameter) {
                        let mut converted = self.parameter(&place, parameter);
                        if let [only] = converted.as_mut_slice() {
                            *only = described_so(std::mem::take(only), own_words);
                        }
                        out.extend(converted);
                    }
                }
            }
        }
        self.once(at, out)
    }

    /// The parameters without those whose name and place another one has.
    fn once(&mut self, at: &At<'_>, parameters: Vec<Value>) -> Vec<Value> {
        let mut seen = BTreeSet::new();
        let mut out = Vec::new();
        for parameter in parameters {
            let shared = text(&parameter, "$ref")
                .and_then(|reference| reference.strip_prefix("#/parameters/"))
                .and_then(|name| self.parameters.get(&unescaped(name))?.first());
            let described = shared.unwrap_or(&parameter);
            let own = |key: &str| text(described, key).unwrap_or_default().to_owned();
            let (name, location) = (own("name"), own("in"));
            if seen.insert((name.clone(), location.clone())) {
                out.push(parameter);
            } else {
                let message = message!(
                    "Another parameter is called “{name}” in the {location} already: this one is left out.",
                    name,
                    location
                );
                self.note(at, Fate::Dropped, message);
            }
        }
        out
    }

    /// What one parameter becomes: one as a rule, several where an object is spread, none where Swagger 2.0
    /// has no such place.
    fn parameter(&mut self, at: &At<'_>, value: &'s Value) -> Vec<Value> {
        let name = text(value, "name").unwrap_or_default();
        let location = text(value, "in").unwrap_or_default();
        match location {
            "path" | "query" => {}
            "header" => {
                let reserved = ["accept", "content-type", "authorization"];
                if reserved
                    .iter()
                    .any(|known| name.eq_ignore_ascii_case(known))
                {
                    let message = message!(
                        "OpenAPI passes over this header: media types and security say it."
                    );
                    self.note(at, Fate::Dropped, message);
                    return Vec::new();
                }
            }
            "cookie" => {
                let message = message!(
                    "Swagger 2.0 has no cookies. If “{name}” is needed, send a header “Cookie” by a policy in the \
                     Definition step.",
                    name
                );
                self.note(at, Fate::Dropped, message);
                return Vec::new();
            }
            "querystring" => {
                if let Some(spread) = self.spread_query_string(at, value) {
                    return spread;
                }
                let message = message!(
                    "Swagger 2.0 has no parameters in “{other}”.",
                    other = location
                );
                self.note(at, Fate::Dropped, message);
                return Vec::new();
            }
            other => {
                let message = message!("Swagger 2.0 has no parameters in “{other}”.", other);
                self.note(at, Fate::Dropped, message);
                return Vec::new();
            }
        }
        if location == "query"
            && let Some(spread) = self.spread(at, name, value)
        {
            return spread;
        }
        vec![self.one_parameter(at, name, location, value)]
    }

    fn one_parameter(
        &mut self,
        at: &At<'_>,
        name: &str,
        location: &str,
        value: &'s Value,
    ) -> Value {
        let mut out = Map::new();
        out.insert("name".to_owned(), json!(name));
        out.insert("in".to_owned(), json!(location));
        let schema = self.parameter_schema(at, value);
        let described = text(value, "description").or_else(|| {
            let own = value.get("schema")?;
            let beside = text(own, "description");
            beside.or_else(|| text(self.resolve(own)?, "description"))
        });
        if let Some(description) = described {
            out.insert("description".to_owned(), json!(description));
        }
        let required = value
            .get("required")
            .is_some_and(|required| *required == json!(true));
        if required || location == "path" {
            out.insert("required".to_owned(), json!(true));
        }
        let is_array = schema.get("type").is_some_and(|kind| kind == "array");
        out.extend(schema);
        match is_array {
            true => self.style(at, location, value, &mut out),
            false => self.style_of_one(at, name, value),
        }
        self.beside(at, value, &mut out);
        Value::Object(out)
    }

    fn parameter_schema(&mut self, at: &At<'_>, value: &'s Value) -> Map<String, Value> {
        if let Some(schema) = value.get("schema") {
            return self.simple(&at.key("schema"), schema);
        }
        if value.get("content").is_some() {
            let message = message!(
                "A parameter is no document in Swagger 2.0: enter its text, as JSON as a rule."
            );
            self.note(&at.key("content"), Fate::Lowered, message);
        }
        Map::from_iter([("type".to_owned(), json!("string"))])
    }

    /// Names how a single value is written where it is not sent alone.
    fn style_of_one(&mut self, at: &At<'_>, name: &str, value: &Value) {
        let (style, before) = match text(value, "style") {
            Some("matrix") => ("matrix", format!(";{name}=")),
            Some("label") => ("label", ".".to_owned()),
            _ => return,
        };
        let variable = format!("{{{name}}}");
        let message = message!(
            "Swagger 2.0 has no style “{style}”: the value alone is sent. Write “{before}” before “{variable}” in the path, in the Definition step.",
            style,
            before,
            variable
        );
        self.note(&at.key("style"), Fate::Lowered, message);
    }

    /// How several values are written.
    fn style(&mut self, at: &At<'_>, location: &str, value: &Value, out: &mut Map<String, Value>) {
        let style = text(value, "style").unwrap_or(if location == "query" {
            "form"
        } else {
            "simple"
        });
        let explode = match value.get("explode") {
            Some(explode) => *explode == json!(true),
            None => style == "form",
        };
        let format = match (style, explode) {
            ("form", true) if location == "query" => "multi",
            ("form" | "simple", _) => "csv",
            ("spaceDelimited", false) => "ssv",
            ("pipeDelimited", false) => "pipes",
            ("spaceDelimited" | "pipeDelimited", true) => "multi",
            _ => {
                let message = message!(
                    "Swagger 2.0 has no style “{style}”: the values are written with commas between.",
                    style
                );
                self.note(&at.key("style"), Fate::Lowered, message);
                "csv"
            }
        };
        if format != "csv" {
            out.insert("collectionFormat".to_owned(), json!(format));
        }
    }

    /// What else a parameter says.
    fn beside(&mut self, at: &At<'_>, value: &Value, out: &mut Map<String, Value>) {
        for (key, value) in value.as_object().into_iter().flatten() {
            match key.as_str() {
                "name" | "in" | "description" | "required" | "schema" | "content" | "style"
                | "explode" => {}
                "allowEmptyValue" => {
                    out.insert(key.clone(), value.clone());
                }
                key if key.starts_with("x-") => {
                    out.insert(key.to_owned(), value.clone());
                }
                "allowReserved" | "deprecated" if *value == json!(false) => {}
                _ => {
                    let message = message!("Parameters of Swagger 2.0 have no “{key}”.", key);
                    self.note(&at.key(key), Fate::Dropped, message);
                }
            }
        }
    }
}

/// A parameter with these words in the place of its own, where there are any.
fn described_so(mut parameter: Value, words: Option<&str>) -> Value {
    if let (Some(words), Some(members)) = (words, parameter.as_object_mut()) {
        members.insert("description".to_owned(), json!(words));
    }
    parameter
}
