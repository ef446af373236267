//! The keywords that say what a value looks like: of a schema, a parameter, an item, a header.

use serde_json::{Map, Value};

/// The keywords of one object, read out in one pass.
///
/// Each is the value as it stands; `None` where the key is missing.
#[derive(Clone, Debug, Default)]
pub(in crate::lint) struct Facets<'a> {
    pub reference: Option<&'a Value>,
    pub kind: Option<&'a Value>,
    pub format: Option<&'a Value>,
    pub title: Option<&'a Value>,
    pub description: Option<&'a Value>,
    pub default: Option<&'a Value>,
    pub choices: Option<&'a Value>,
    pub items: Option<&'a Value>,
    pub properties: Option<&'a Value>,
    pub additional_properties: Option<&'a Value>,
    pub all_of: Option<&'a Value>,
    pub required: Option<&'a Value>,
    pub read_only: Option<&'a Value>,
    pub discriminator: Option<&'a Value>,
    pub pattern: Option<&'a Value>,
    pub collection_format: Option<&'a Value>,
    pub allow_empty_value: Option<&'a Value>,
    pub minimum: Option<&'a Value>,
    pub maximum: Option<&'a Value>,
    pub exclusive_minimum: Option<&'a Value>,
    pub exclusive_maximum: Option<&'a Value>,
    pub multiple_of: Option<&'a Value>,
    pub min_length: Option<&'a Value>,
    pub max_length: Option<&'a Value>,
    pub min_items: Option<&'a Value>,
    pub max_items: Option<&'a Value>,
    pub min_properties: Option<&'a Value>,
    pub max_properties: Option<&'a Value>,
    pub summary: Option<&'a Value>,
    pub visibility: Option<&'a Value>,
    pub schema: Option<&'a Value>,
    pub xml: Option<&'a Value>,
    pub external_docs: Option<&'a Value>,
    /// Whether any key begins with `x-ms-` but for `x-ms-summary` and `x-ms-visibility`: most
    /// objects have none, and the rules of extensions need not look at them.
    pub has_extensions: bool,
    /// How many keys the object has.
    pub len: usize,
}

impl<'a> Facets<'a> {
    pub(in crate::lint) fn of(json: &'a Map<String, Value>) -> Self {
        let mut facets = Self {
            len: json.len(),
            ..Self::default()
        };
        for (key, value) in json {
            if let Some(slot) = facets.slot(key) {
                *slot = Some(value);
            } else if key.starts_with("x-ms-") {
                facets.has_extensions = true;
            }
        }
        facets
    }

    fn slot(&mut self, key: &str) -> Option<&mut Option<&'a Value>> {
        Some(match key {
            "$ref" => &mut self.reference,
            "type" => &mut self.kind,
            "format" => &mut self.format,
            "title" => &mut self.title,
            "description" => &mut self.description,
            "default" => &mut self.default,
            "enum" => &mut self.choices,
            "items" => &mut self.items,
            "properties" => &mut self.properties,
            "additionalProperties" => &mut self.additional_properties,
            "allOf" => &mut self.all_of,
            "required" => &mut self.required,
            "readOnly" => &mut self.read_only,
            "discriminator" => &mut self.discriminator,
            "pattern" => &mut self.pattern,
            "collectionFormat" => &mut self.collection_format,
            "allowEmptyValue" => &mut self.allow_empty_value,
            "minimum" => &mut self.minimum,
            "maximum" => &mut self.maximum,
            "exclusiveMinimum" => &mut self.exclusive_minimum,
            "exclusiveMaximum" => &mut self.exclusive_maximum,
            "multipleOf" => &mut self.multiple_of,
            "minLength" => &mut self.min_length,
            "maxLength" => &mut self.max_length,
            "minItems" => &mut self.min_items,
            "maxItems" => &mut self.max_items,
            "minProperties" => &mut self.min_properties,
            "maxProperties" => &mut self.max_properties,
            "x-ms-summary" => &mut self.summary,
            "x-ms-visibility" => &mut self.visibility,
            "schema" => &mut self.schema,
            "xml" => &mut self.xml,
            "externalDocs" => &mut self.external_docs,
            _ => return None,
        })
    }

    /// `$ref`, where it is a string.
    pub(in crate::lint) fn reference(&self) -> Option<&'a str> {
        self.reference?.as_str()
    }

    /// `type`, where it is a string.
    pub(in crate::lint) fn kind(&self) -> Option<&'a str> {
        self.kind?.as_str()
    }

    /// `format`, where it is a string.
    pub(in crate::lint) fn format(&self) -> Option<&'a str> {
        self.format?.as_str()
    }

    /// Whether the value is hidden from people: `x-ms-visibility` is `internal`.
    pub(in crate::lint) fn is_internal(&self) -> bool {
        self.visibility.and_then(Value::as_str) == Some("internal")
    }

    /// Whether `required` (of a parameter) is `true`.
    pub(in crate::lint) fn is_required(&self) -> bool {
        self.required.and_then(Value::as_bool).unwrap_or_default()
    }

    /// The names in `required` (of an object schema).
    pub(in crate::lint) fn required_names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let names = self
            .required
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        names.filter_map(Value::as_str)
    }

    /// `properties`, where they are an object.
    pub(in crate::lint) fn properties(&self) -> Option<&'a Map<String, Value>> {
        self.properties?.as_object()
    }

    /// `enum`, where it is an array.
    pub(in crate::lint) fn choices(&self) -> Option<&'a [Value]> {
        Some(self.choices?.as_array()?.as_slice())
    }
}
