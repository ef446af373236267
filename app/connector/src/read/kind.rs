//! What a file is, by its content or by what the caller says.

use serde_json::Value;

use super::{OpenApiVersion, PostmanVersion, curl, har};
use crate::message::{Phrase, phrase};

/// What a file is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A Swagger 2.0 document.
    Swagger,
    /// A document of OpenAPI 3.
    OpenApi,
    /// A Postman collection.
    Postman,
    /// Command lines of curl.
    Curl,
    /// A recording of a browser.
    Har,
    /// A connector package as a zip file.
    Package,
}

impl Kind {
    /// The kind of a document in JSON or YAML; none where it is no description of an API.
    #[must_use]
    pub fn of_document(root: &Value) -> Option<Self> {
        if root.get("swagger").and_then(Value::as_str) == Some("2.0") {
            Some(Self::Swagger)
        } else if OpenApiVersion::of(root).is_some() {
            Some(Self::OpenApi)
        } else if PostmanVersion::of(root).is_some() {
            Some(Self::Postman)
        } else {
            har::is_recording(root).then_some(Self::Har)
        }
    }

    /// Whether a text is command lines of curl, by its start.
    #[must_use]
    pub fn are_commands(start: &str) -> bool {
        curl::is_commands(start)
    }

    /// Whether a document can be of this kind, even where it does not say its version. What is wrong with a document
    /// of Swagger is said by its reader.
    pub(super) fn fits(self, root: &Value) -> bool {
        match self {
            Self::OpenApi => is_api(root),
            Self::Postman => has_requests(root),
            Self::Har => har::is_recording(root),
            Self::Swagger => true,
            Self::Curl | Self::Package => false,
        }
    }

    /// That something is not of this kind.
    pub(super) fn missed(self) -> Phrase {
        match self {
            Self::Swagger => phrase!("not a Swagger 2.0 document"),
            Self::OpenApi => phrase!("not an OpenAPI 3 document"),
            Self::Postman => phrase!("not a Postman collection"),
            Self::Curl => phrase!("not command lines of curl"),
            Self::Har => phrase!("not a recording of a browser (HAR)"),
            Self::Package => phrase!("not a connector package (zip)"),
        }
    }
}

fn is_api(root: &Value) -> bool {
    ["paths", "components", "webhooks"]
        .iter()
        .any(|key| root.get(key).is_some_and(Value::is_object))
        && root.get("swagger").is_none()
}

fn has_requests(root: &Value) -> bool {
    let of = root.get("collection").unwrap_or(root);
    ["item", "requests"]
        .iter()
        .any(|key| of.get(key).is_some_and(Value::is_array))
}
