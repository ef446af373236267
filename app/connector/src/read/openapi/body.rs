//! Bodies of requests: a body parameter, or form fields.

use serde_json::{Map, Value, json};

use super::content::{Shape, chosen, is_binary, shape};
use super::{Conversion, text};
use crate::ledger::{At, Fate};
use crate::message::message;

/// Extensions by which a body says its name, which OpenAPI 3 has no word for.
const BODY_NAMES: [&str; 3] = ["x-bodyName", "x-body-name", "x-codegen-request-body-name"];

impl<'s> Conversion<'s> {
    /// The parameters that a body becomes, and its media types.
    pub(super) fn request_body(
        &mut self,
        at: &At<'_>,
        value: &'s Value,
    ) -> (Vec<Value>, Vec<String>) {
        let Some(body) = self.followed(at, value) else {
            return (Vec::new(), Vec::new());
        };
        let content = body.get("content").and_then(Value::as_object);
        let required = body
            .get("required")
            .is_some_and(|required| *required == json!(true));
        let place = at.key("content");
        let Some((media, described)) = content.and_then(chosen) else {
            let parameter =
                json!({ "name": "body", "in": "body", "required": required, "schema": {} });
            return (vec![parameter], Vec::new());
        };
        let kept = self.kept_media(&place, content, media, described);
        let inner = place.key(media);
        let described = self.followed(&inner, described).unwrap_or(described);
        let schema = described.get("schema");
        let mut form = match shape(media) {
            Shape::Form | Shape::Multipart => {
                schema.and_then(|schema| self.form(&inner.key("schema"), schema))
            }
            _ => None,
        };
        self.media_members(&inner, described, form.is_some());
        if let (Some(fields), Some(encoding)) = (&mut form, described.get("encoding")) {
            self.encoding_of_fields(&inner.key("encoding"), media, encoding, fields);
        }
        let kept = self.media_of_files(&inner, &form, kept);
        let parameters = match form {
            Some(fields) => {
                self.form_words(at, body, described, media, required, &fields);
                fields
            }
            None => vec![self.body_parameter(&inner, body, schema, described, required)],
        };
        (parameters, kept)
    }

    /// A form with a file is sent in parts.
    fn media_of_files(
        &mut self,
        at: &At<'_>,
        form: &Option<Vec<Value>>,
        kept: Vec<String>,
    ) -> Vec<String> {
        let fields = form.iter().flatten();
        let has_file = fields
            .clone()
            .any(|field| text(field, "type") == Some("file"));
        if !has_file || kept.iter().any(|media| shape(media) == Shape::Multipart) {
            return kept;
        }
        self.note(
            at,
            Fate::Changed,
            message!("A file cannot be sent so: the form is sent as multipart/form-data."),
        );
        vec!["multipart/form-data".to_owned()]
    }

    /// What the body of a form says of itself, which its fields cannot.
    fn form_words(
        &mut self,
        at: &At<'_>,
        body: &Value,
        described: &Value,
        media: &str,
        required: bool,
        fields: &[Value],
    ) {
        for (key, _) in body.as_object().into_iter().flatten() {
            if key == "description" || key.starts_with("x-") {
                let message = message!(
                    "A form is its fields in Swagger 2.0: it says nothing as a whole. Say it of a field."
                );
                self.note(&at.key(key), Fate::Dropped, message);
            }
        }
        let is_asked_for = |field: &Value| field.get("required").is_some();
        if required && !fields.iter().any(is_asked_for) {
            let message = message!(
                "A form is its fields in Swagger 2.0: none of them is required, so the form is not."
            );
            self.note(&at.key("required"), Fate::Lowered, message);
        }
        if !required && fields.iter().any(is_asked_for) {
            let message = message!(
                "The form may be left out, but Swagger 2.0 always asks for its required fields."
            );
            self.note(at, Fate::Changed, message);
        }
        self.lost_examples(&at.key("content").key(media), described);
    }

    fn lost_examples(&mut self, at: &At<'_>, described: &Value) {
        for key in ["example", "examples"] {
            if described.get(key).is_some() {
                let message = message!(
                    "Bodies of requests have no example in Swagger 2.0 but that of their schema."
                );
                self.note(&at.key(key), Fate::Dropped, message);
            }
        }
    }

    /// The media types that have the same description; the others are named in the ledger.
    fn kept_media(
        &mut self,
        at: &At<'_>,
        content: Option<&'s Map<String, Value>>,
        media: &str,
        described: &'s Value,
    ) -> Vec<String> {
        let mut kept = vec![media.to_owned()];
        let own = self.schema_of(described);
        for (other, value) in content
            .into_iter()
            .flatten()
            .filter(|(other, _)| *other != media)
        {
            let is_form = |media: &str| matches!(shape(media), Shape::Form | Shape::Multipart);
            if self.schema_of(value) == own && is_form(other) == is_form(media) {
                kept.push(other.clone());
            } else {
                let message = message!(
                    "A body has one description in Swagger 2.0: that of {media}.",
                    media
                );
                self.note(&at.key(other), Fate::Dropped, message);
            }
        }
        kept
    }

    /// The schema of a media type, which may be a shared one.
    pub(super) fn schema_of(&self, described: &'s Value) -> Option<&'s Value> {
        self.resolve(described)?.get("schema")
    }

    /// What else a media type says; how the fields of a form are written is seen to for each of them.
    fn media_members(&mut self, at: &At<'_>, described: &Value, is_form: bool) {
        for (key, _) in described.as_object().into_iter().flatten() {
            match key.as_str() {
                "schema" | "example" | "examples" => {}
                "encoding" if is_form => {}
                _ => self.note(
                    &at.key(key),
                    Fate::Dropped,
                    message!("Swagger 2.0 does not say how parts of a body are written."),
                ),
            }
        }
    }

    fn body_parameter(
        &mut self,
        at: &At<'_>,
        body: &Value,
        schema: Option<&Value>,
        described: &Value,
        required: bool,
    ) -> Value {
        let mut out = Map::new();
        let mut names = BODY_NAMES.iter().map(|key| (*key, text(body, key)));
        let named = names.find_map(|(key, name)| Some((key, name?)));
        let name = named.map(|(_, name)| name);
        out.insert("name".to_owned(), json!(name.unwrap_or("body")));
        out.insert("in".to_owned(), json!("body"));
        if let Some(description) = text(body, "description") {
            out.insert("description".to_owned(), json!(description));
        }
        if required {
            out.insert("required".to_owned(), json!(true));
        }
        let schema = match schema {
            Some(schema) => self.schema(&at.key("schema"), schema),
            None => json!({}),
        };
        out.insert("schema".to_owned(), schema);
        self.lost_examples(at, described);
        for (key, value) in body.as_object().into_iter().flatten() {
            if key.starts_with("x-") && named.is_none_or(|(own, _)| own != key) {
                out.insert(key.clone(), value.clone());
            }
        }
        Value::Object(out)
    }

    /// The fields of a form; none where its schema is no object whose properties are known.
    fn form(&mut self, at: &At<'_>, schema: &'s Value) -> Option<Vec<Value>> {
        self.note_form(at, schema);
        let before = std::mem::replace(&mut self.in_form, true);
        let object = self.object(at, schema);
        self.in_form = before;
        self.note_cut(at, &object);
        if object.properties.is_empty() {
            self.note(
                at,
                Fate::Lowered,
                message!(
                    "A form has fields by name in Swagger 2.0, and here are none: it is a body."
                ),
            );
            return None;
        }
        let mut fields = Vec::new();
        let properties = at.key("properties");
        for (name, property) in &object.properties {
            let place = properties.key(name);
            let mut field = Map::new();
            field.insert("name".to_owned(), json!(name));
            field.insert("in".to_owned(), json!("formData"));
            let words = self
                .lowered(property)
                .and_then(|shared| text(shared, "description"));
            if let Some(description) = text(property, "description").or(words) {
                field.insert("description".to_owned(), json!(description));
            }
            if object.required.contains(name) {
                field.insert("required".to_owned(), json!(true));
            }
            if self.is_file(property) {
                field.insert("type".to_owned(), json!("file"));
                if property.get("type").is_some_and(|kind| kind == "array") {
                    self.note(
                        &place,
                        Fate::Lowered,
                        message!("Swagger 2.0 sends one file in a field."),
                    );
                }
            } else {
                field.extend(self.simple(&place, property));
                if field.get("type").is_some_and(|kind| kind == "array") {
                    field.insert("collectionFormat".to_owned(), json!("multi"));
                }
            }
            fields.push(Value::Object(field));
        }
        Some(fields)
    }

    fn is_file(&self, property: &Value) -> bool {
        let items = property.get("items").unwrap_or(property);
        let schema = self.lowered(items).unwrap_or(items);
        schema.as_object().is_some_and(is_binary)
    }

    /// The schema of the source that a lowered one refers to by the name that it has in both.
    fn lowered(&self, schema: &Value) -> Option<&'s Value> {
        let name = text(schema, "$ref")?.strip_prefix("#/definitions/")?;
        self.target(&format!("#/components/schemas/{name}"))
    }

    /// Names what the schema of a form says of the form, which its fields cannot.
    fn note_form(&mut self, at: &At<'_>, schema: &'s Value) {
        let shared = text(schema, "$ref").and_then(|reference| self.found(reference));
        let Some(members) = self.resolve(schema).and_then(Value::as_object) else {
            return;
        };
        let there = shared
            .as_ref()
            .map(|(pointer, _)| At::within(pointer, at.depth() + 1));
        let at = there.as_ref().unwrap_or(at);
        for (key, value) in members {
            let message = match key.as_str() {
                "type" | "properties" | "required" | "allOf" | "$ref" | "$defs" => continue,
                "additionalProperties" if value.is_boolean() => continue,
                "oneOf" | "anyOf" => message!(
                    "Swagger 2.0 has no “{key}”: the form has the fields of all alternatives, and asks for those that the form itself requires.",
                    key
                ),
                _ => message!(
                    "A form is its fields in Swagger 2.0: it says nothing as a whole. Say it of a field."
                ),
            };
            self.note(&at.key(key), Fate::Lowered, message);
        }
    }
}
