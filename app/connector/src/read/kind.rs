//! Reading a file as what the caller says it is, whatever its content looks like.

use serde_json::Value;

use super::{
    Format, Imported, OpenApiVersion, PostmanVersion, ReadError, curl, har, imported, of_swagger,
    openapi, postman, read_commands, read_document, read_package, recognise,
};
use crate::document::decode;

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

    fn label(self) -> &'static str {
        match self {
            Self::Swagger => "a Swagger 2.0 document",
            Self::OpenApi => "an OpenAPI 3 document",
            Self::Postman => "a Postman collection",
            Self::Curl => "command lines of curl",
            Self::Har => "a recording of a browser (HAR)",
            Self::Package => "a connector package (zip)",
        }
    }
}

/// Reads a connector from a file that is of this kind, even where its content does not say so: an OpenAPI document
/// of an unknown version is read as 3.1, a collection without a schema as 2.1.
///
/// # Errors
/// When the file is too large or broken, or when nothing in it is what the kind is made of.
pub fn read_as(kind: Kind, name: &str, bytes: &[u8]) -> Result<Imported, ReadError> {
    super::expect_content(name, bytes)?;
    match kind {
        Kind::Package => read_package(name, bytes),
        Kind::Curl => {
            let (text, _) = decode(bytes).map_err(|error| ReadError::text(name, error))?;
            let found = curl::convert(&text).ledger.operations_in > 0;
            let commands = found.then(|| read_commands(name, bytes));
            commands.unwrap_or_else(|| Err(not(kind, name)))
        }
        Kind::Swagger | Kind::OpenApi | Kind::Postman | Kind::Har => document(kind, name, bytes),
    }
}

fn document(kind: Kind, name: &str, bytes: &[u8]) -> Result<Imported, ReadError> {
    let (document, syntax, findings) = read_document(name, bytes)?;
    let root = document.root();
    let converted = match kind {
        Kind::OpenApi if is_api(root) => {
            let version = OpenApiVersion::of(root).unwrap_or(OpenApiVersion::V31);
            Some((Format::OpenApi(version), openapi::convert(root, version)))
        }
        Kind::Postman if has_requests(root) => {
            let version = PostmanVersion::of(root).unwrap_or(PostmanVersion::V21);
            Some((Format::Postman(version), postman::convert(root, version)))
        }
        Kind::Har if har::is_recording(root) => Some((Format::Har, har::convert(root))),
        Kind::Swagger => {
            recognise::expect_swagger(name, root)?;
            None
        }
        _ => return Err(not(kind, name)),
    };
    match converted {
        Some((format, mut converted)) => {
            converted.ledger.find_places(&document);
            Ok(imported(format, converted, findings))
        }
        None => Ok(of_swagger(name, document, syntax, findings)),
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

fn not(kind: Kind, name: &str) -> ReadError {
    let what = format!("not {}", kind.label());
    ReadError::foreign(
        name,
        what,
        "Leave the format out, and Tenon tells it by the content.",
    )
}
