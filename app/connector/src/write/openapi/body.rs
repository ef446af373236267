//! Bodies and forms, as request bodies.

use serde_json::{Map, Value, json};

use super::parameter::OF_VALUES;
use super::{Export, text};
use crate::ledger::{At, Fate};

const IN_PARTS: &str = "multipart/form-data";
const URL_ENCODED: &str = "application/x-www-form-urlencoded";

impl<'c> Export<'c> {
    /// The body that these parameters are, in these media types.
    pub(super) fn request_body(
        &mut self,
        sent: &[(String, &'c Value)],
        media: &[&str],
    ) -> Option<Value> {
        let is_body = |(_, parameter): &&(String, &Value)| text(parameter, "in") == Some("body");
        let Some((pointer, body)) = sent.iter().find(is_body) else {
            return (!sent.is_empty()).then(|| self.form(sent, media));
        };
        for (other, _) in sent.iter().filter(|(other, _)| other != pointer) {
            let message = "An operation sends one body: this is left out.";
            self.ledger
                .enter_in_english(other.clone(), Fate::Dropped, message);
        }
        Some(self.document(pointer, body, media))
    }

    /// A body that is one document.
    fn document(&mut self, pointer: &str, body: &Value, media: &[&str]) -> Value {
        let mut out = Map::new();
        let mut schema = json!({});
        let place = At::of(pointer);
        for (key, member) in body.as_object().into_iter().flatten() {
            match key.as_str() {
                "in" => {}
                "name" if member == "body" => {}
                "name" => {
                    out.insert("x-bodyName".to_owned(), member.clone());
                }
                "schema" => schema = self.schema(&place.key(key), member),
                "description" | "required" => {
                    out.insert(key.clone(), member.clone());
                }
                key if key.starts_with("x-") => {
                    out.insert(key.to_owned(), member.clone());
                }
                _ => self.unknown(&place.key(key)),
            }
        }
        let media = if media.is_empty() {
            &["application/json"][..]
        } else {
            media
        };
        let content = media
            .iter()
            .map(|media| ((*media).to_owned(), json!({ "schema": schema })));
        let content: Map<String, Value> = content.collect();
        out.insert("content".to_owned(), Value::Object(content));
        Value::Object(out)
    }

    /// A form, whose fields are the properties of an object.
    fn form(&mut self, sent: &[(String, &'c Value)], media: &[&str]) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        let mut encoding = Map::new();
        for (pointer, field) in sent {
            let name = text(field, "name").unwrap_or_default();
            let place = At::of(pointer);
            if field.get("required") == Some(&Value::Bool(true)) {
                required.push(json!(name));
            }
            if text(field, "type") == Some("array")
                && text(field, "collectionFormat") != Some("multi")
            {
                encoding.insert(
                    name.to_owned(),
                    json!({ "style": "form", "explode": false }),
                );
            }
            let property = self.field(&place, field);
            properties.insert(name.to_owned(), Value::Object(property));
        }
        let has_file = sent
            .iter()
            .any(|(_, field)| text(field, "type") == Some("file"));
        let is_required = !required.is_empty();
        let mut schema = json!({ "type": "object", "properties": properties });
        if let (true, Some(members)) = (is_required, schema.as_object_mut()) {
            members.insert("required".to_owned(), Value::Array(required));
        }
        let mut described = json!({ "schema": schema });
        if let (false, Some(members)) = (encoding.is_empty(), described.as_object_mut()) {
            members.insert("encoding".to_owned(), Value::Object(encoding));
        }
        let media = form_media(media, has_file);
        let content = media
            .into_iter()
            .map(|media| (media.to_owned(), described.clone()));
        let content: Map<String, Value> = content.collect();
        let mut out = json!({ "content": content });
        if let (true, Some(members)) = (is_required, out.as_object_mut()) {
            members.insert("required".to_owned(), json!(true));
        }
        out
    }

    fn field(&mut self, at: &At<'_>, field: &Value) -> Map<String, Value> {
        let mut own = Map::new();
        for (key, member) in field.as_object().into_iter().flatten() {
            match key.as_str() {
                "name" | "in" | "required" | "collectionFormat" => {}
                "description" => {
                    own.insert(key.clone(), member.clone());
                }
                key if OF_VALUES.contains(&key) || key.starts_with("x-") => {
                    own.insert(key.to_owned(), member.clone());
                }
                _ => self.unknown(&at.key(key)),
            }
        }
        self.keywords(at, &own)
    }
}

/// The media types of a form. A file is sent in parts.
fn form_media<'m>(media: &[&'m str], has_file: bool) -> Vec<&'m str> {
    let is_form = |media: &&&str| {
        let name = media.split(';').next().unwrap_or_default().trim();
        name.eq_ignore_ascii_case(IN_PARTS) || !has_file && name.eq_ignore_ascii_case(URL_ENCODED)
    };
    let own: Vec<&str> = media.iter().filter(is_form).copied().collect();
    match (own.is_empty(), has_file) {
        (false, _) => own,
        (true, true) => vec![IN_PARTS],
        (true, false) => vec![URL_ENCODED],
    }
}
