//! How the fields of a form are written (OpenAPI 3, Encoding Object): lists as Swagger 2.0 writes them, too; the rest is
//! named for each field.

use serde_json::{Value, json};

use super::content::{Shape, shape};
use super::{Conversion, OpenApiVersion, text};
use crate::ledger::{At, Fate};
use crate::message::message;

impl Conversion<'_> {
    /// Gives each field the words of its encoding that Swagger 2.0 has.
    pub(super) fn encoding_of_fields(
        &mut self,
        at: &At<'_>,
        media: &str,
        encoding: &Value,
        fields: &mut [Value],
    ) {
        for (name, own) in encoding.as_object().into_iter().flatten() {
            let place = at.key(name);
            let field = fields
                .iter_mut()
                .find(|field| text(field, "name") == Some(name));
            match field {
                Some(field) => self.encoding_of_field(&place, media, own, field),
                None => {
                    let message = message!("The form has no field “{name}”.", name);
                    self.note(&place, Fate::Dropped, message);
                }
            }
        }
    }

    fn encoding_of_field(&mut self, at: &At<'_>, media: &str, own: &Value, field: &mut Value) {
        let in_parts = shape(media) == Shape::Multipart;
        let is_styled = own.get("style").is_some() || own.get("explode").is_some();
        if is_styled && in_parts && self.version == OpenApiVersion::V30 {
            for key in ["style", "explode"] {
                if own.get(key).is_some() {
                    let message = message!("OpenAPI 3.0 passes over it in a form of parts.");
                    self.note(&at.key(key), Fate::Dropped, message);
                }
            }
        } else if is_styled {
            self.style_of_field(at, own, field);
        }
        for (key, value) in own.as_object().into_iter().flatten() {
            let message = match key.as_str() {
                "style" | "explode" => continue,
                "allowReserved" if *value == json!(false) => continue,
                "contentType" if is_sent_anyway(value, in_parts, field) => continue,
                "contentType" => message!(
                    "Swagger 2.0 does not say of what media type a field of a form is: each is sent as what its type is sent as."
                ),
                "headers" => message!("Swagger 2.0 has no headers of single fields of a form."),
                "allowReserved" => {
                    message!("Swagger 2.0 writes all reserved characters of a form as %XX.")
                }
                _ => message!("Swagger 2.0 does not know it."),
            };
            self.note(&at.key(key), Fate::Dropped, message);
        }
    }

    fn style_of_field(&mut self, at: &At<'_>, own: &Value, field: &mut Value) {
        let style = text(own, "style").unwrap_or("form");
        let explode = own
            .get("explode")
            .map_or(style == "form", |explode| *explode == json!(true));
        let key = if own.get("style").is_some() {
            "style"
        } else {
            "explode"
        };
        let kind = text(field, "type");
        if kind != Some("array") {
            // A single value is written the same in all of them.
            if matches!(style, "deepObject") {
                let message = message!(
                    "Swagger 2.0 has no style “{style}”: enter the text as the API expects it.",
                    style
                );
                self.note(&at.key(key), Fate::Lowered, message);
            }
            return;
        }
        let format = match (style, explode) {
            (_, true) => "multi",
            ("spaceDelimited", false) => "ssv",
            ("pipeDelimited", false) => "pipes",
            _ => "csv",
        };
        if let Some(members) = field.as_object_mut() {
            match format {
                "csv" => members.shift_remove("collectionFormat"),
                other => members.insert("collectionFormat".to_owned(), json!(other)),
            };
        }
        if !matches!(style, "form" | "spaceDelimited" | "pipeDelimited") {
            let message = message!(
                "Swagger 2.0 has no style “{style}”: the values are written with commas between.",
                style
            );
            self.note(&at.key(key), Fate::Lowered, message);
        }
    }
}

/// Whether a field is sent as this media type without a word of it.
fn is_sent_anyway(media: &Value, in_parts: bool, field: &Value) -> bool {
    match text(field, "type") {
        Some("file") => media == "application/octet-stream",
        _ => in_parts && media == "text/plain",
    }
}
