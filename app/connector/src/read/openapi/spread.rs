//! Objects in the query: each of their properties is a parameter of its own.

use serde_json::{Map, Value, json};

use super::{Conversion, text};
use crate::ledger::{At, Fate};
use crate::message::message;

/// The media type of a query.
const FORM: &str = "application/x-www-form-urlencoded";

impl<'s> Conversion<'s> {
    /// The properties of an object in the query, each as a parameter of its own; none where it is no
    /// object whose properties are known.
    pub(super) fn spread(
        &mut self,
        at: &At<'_>,
        name: &str,
        value: &'s Value,
    ) -> Option<Vec<Value>> {
        let style = text(value, "style").unwrap_or("form");
        let explode = value
            .get("explode")
            .map_or(style == "form", |explode| *explode == json!(true));
        let is_deep = style == "deepObject";
        let is_spread = is_deep || style == "form" && explode;
        if !is_spread {
            return None;
        }
        let schema = value.get("schema")?;
        let named = |key: &str| match is_deep {
            true => format!("{name}[{key}]"),
            false => key.to_owned(),
        };
        let out = self.properties_in_query(&at.key("schema"), schema, is_required(value), named)?;
        self.tell_spread(at, value, out.len());
        Some(out)
    }

    /// [`Self::spread`], for the whole query as one object (OpenAPI 3.2).
    pub(super) fn spread_query_string(
        &mut self,
        at: &At<'_>,
        value: &'s Value,
    ) -> Option<Vec<Value>> {
        let described = self.resolve(value.get("content")?.get(FORM)?)?;
        let content = at.key("content");
        let place = content.key(FORM);
        let schema = described.get("schema")?;
        let must = is_required(value);
        let out = self.properties_in_query(&place.key("schema"), schema, must, str::to_owned)?;
        self.tell_spread(at, value, out.len());
        Some(out)
    }

    fn properties_in_query(
        &mut self,
        at: &At<'_>,
        schema: &'s Value,
        must: bool,
        named: impl Fn(&str) -> String,
    ) -> Option<Vec<Value>> {
        let resolved = self.resolve(schema)?;
        let is_object = resolved.get("type").is_some_and(|kind| kind == "object")
            || resolved.get("properties").is_some();
        if !is_object {
            return None;
        }
        let object = self.object(at, schema);
        self.note_cut(at, &object);
        if object.properties.is_empty() {
            return None;
        }
        let mut out = Vec::new();
        let properties = at.key("properties");
        for (key, property) in &object.properties {
            let mut parameter = Map::new();
            parameter.insert("name".to_owned(), json!(named(key)));
            parameter.insert("in".to_owned(), json!("query"));
            if let Some(description) = text(property, "description") {
                parameter.insert("description".to_owned(), json!(description));
            }
            if must && object.required.contains(key) {
                parameter.insert("required".to_owned(), json!(true));
            }
            parameter.extend(self.simple(&properties.key(key), property));
            if parameter.get("type").is_some_and(|kind| kind == "array") {
                parameter.insert("collectionFormat".to_owned(), json!("multi"));
            }
            out.push(Value::Object(parameter));
        }
        Some(out)
    }

    /// What an object says of itself, which its properties cannot, and that it became those.
    fn tell_spread(&mut self, at: &At<'_>, value: &Value, count: usize) {
        for (key, value) in value.as_object().into_iter().flatten() {
            let is_said = match key.as_str() {
                "name" | "in" | "required" | "schema" | "content" | "style" | "explode" => true,
                "allowReserved" | "deprecated" | "allowEmptyValue" => *value == json!(false),
                _ => false,
            };
            if !is_said {
                let message =
                    message!("The object is its properties here: it says nothing as a whole.");
                self.note(&at.key(key), Fate::Dropped, message);
            }
        }
        let message = message!(
            "An object is no parameter in Swagger 2.0: its {count} properties are one each.",
            count
        );
        self.note(at, Fate::Changed, message);
    }
}

fn is_required(parameter: &Value) -> bool {
    parameter
        .get("required")
        .is_some_and(|required| *required == json!(true))
}
