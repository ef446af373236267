//! What a maker fills in for an operation: values, files, and the content type of the body.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::swagger::Location;

/// What a maker filled in for an operation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Inputs {
    /// The values, by location and name. A parameter that is named neither here nor in `files` is not
    /// sent, unless it is required and has a default. A file may stand here too, as a
    /// text in Base64; it is then called as the parameter is.
    pub values: BTreeMap<Location, BTreeMap<String, Value>>,
    /// The files, by location and name; they go before a value of the same parameter. In a form each
    /// is a part of its own, a body is one of them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<Location, BTreeMap<String, Vec<InputFile>>>,
    /// The content type in which the body is sent; none to let the values choose among those that
    /// the operation consumes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// What of it must be as the definition says.
    #[serde(default, skip_serializing_if = "Checked::is_usual")]
    pub checked: Checked,
}

/// What of a maker's inputs must be as the definition says. Whoever tests how an API refuses something has to send it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Checked {
    /// All of it.
    #[default]
    All,
    /// All but the body, which was written as it is to be sent.
    Parameters,
    /// Nothing: it is sent whatever the definition says, where a request can be made of it.
    Nothing,
}

impl Checked {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands over a reference"
    )]
    fn is_usual(&self) -> bool {
        *self == Self::All
    }
}

/// A file that a maker chose.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InputFile {
    /// Its name, without the folder; empty to call it as the parameter is called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Its content type; empty where it is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub content_type: String,
    /// Its bytes; a text in Base64 where it travels as JSON.
    #[serde(rename = "base64", with = "base64_text")]
    pub content: Vec<u8>,
}

impl fmt::Debug for InputFile {
    /// The bytes are counted, not listed: they are many, and nobody's business in a log.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("InputFile")
            .field("name", &self.name)
            .field("content_type", &self.content_type)
            .field("bytes", &self.content.len())
            .finish()
    }
}

impl Inputs {
    /// The value for a parameter; none where it is missing or `null`.
    #[must_use]
    pub fn get(&self, location: Location, name: &str) -> Option<&Value> {
        let value = self.values.get(&location)?.get(name)?;
        (!value.is_null()).then_some(value)
    }

    /// The files for a parameter, in the order in which they are sent.
    #[must_use]
    pub fn files(&self, location: Location, name: &str) -> &[InputFile] {
        let named = self.files.get(&location);
        named
            .and_then(|named| named.get(name))
            .map_or(&[], Vec::as_slice)
    }

    /// These inputs with one more.
    #[must_use]
    pub fn with(mut self, location: Location, name: &str, value: impl Into<Value>) -> Self {
        let named = self.values.entry(location).or_default();
        named.insert(name.to_owned(), value.into());
        self
    }

    /// These inputs with one more file, after those that the parameter has already.
    #[must_use]
    pub fn with_file(mut self, location: Location, name: &str, file: InputFile) -> Self {
        let named = self.files.entry(location).or_default();
        named.entry(name.to_owned()).or_default().push(file);
        self
    }

    /// These inputs with the body sent in this content type.
    #[must_use]
    pub fn with_content_type(mut self, content_type: &str) -> Self {
        self.content_type = Some(content_type.to_owned());
        self
    }
}

mod base64_text {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD as BASE64;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&BASE64.encode(bytes))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(input)?;
        BASE64.decode(text).map_err(D::Error::custom)
    }
}
