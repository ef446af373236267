//! Headers of responses.

use serde_json::{Map, Value, json};

use super::{Conversion, text};
use crate::ledger::{At, Fate};
use crate::message::message;

impl<'s> Conversion<'s> {
    /// The headers of a response.
    pub(super) fn headers(&mut self, at: &At<'_>, value: &'s Value) -> Value {
        let mut out = Map::new();
        for (name, header) in value.as_object().into_iter().flatten() {
            let place = at.key(name);
            if let Some(header) = self.followed(&place, header) {
                let header = self.header(&place, header);
                out.insert(name.clone(), header);
            }
        }
        Value::Object(out)
    }

    fn header(&mut self, at: &At<'_>, value: &'s Value) -> Value {
        let mut out = match (value.get("schema"), value.get("content")) {
            (Some(schema), _) => self.simple(&at.key("schema"), schema),
            (None, Some(_)) => {
                self.note(
                    &at.key("content"),
                    Fate::Lowered,
                    message!("A header has no media type in Swagger 2.0: it is a text."),
                );
                Map::from_iter([("type".to_owned(), json!("string"))])
            }
            (None, None) => Map::from_iter([("type".to_owned(), json!("string"))]),
        };
        if let Some(description) = text(value, "description") {
            out.insert("description".to_owned(), json!(description));
        }
        for (key, value) in value.as_object().into_iter().flatten() {
            let place = at.key(key);
            match key.as_str() {
                "schema" | "content" | "description" => {}
                "required" if *value == json!(false) => {}
                key if key.starts_with("x-") => {
                    out.insert(key.to_owned(), value.clone());
                }
                _ => self.note(
                    &place,
                    Fate::Dropped,
                    message!("Headers of responses have a type and a description only."),
                ),
            }
        }
        Value::Object(out)
    }
}
