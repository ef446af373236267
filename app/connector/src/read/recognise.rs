//! Telling what a file is by its content.

use serde_json::Value;

use super::{PostmanVersion, ReadError, ReadFinding, is_definition_name};
use crate::document::Path;
use crate::message::{Message, Phrase, message, phrase};

const ADVICE: Phrase = phrase!(
    "Tenon reads Swagger 2.0 and OpenAPI 3 documents (JSON or YAML), Postman collections, recordings of browsers \
     (HAR), command lines of curl and connector packages (zip)."
);

/// Whether a text is to be read as JSON, not as YAML.
pub(super) fn looks_like_json(text: &str) -> bool {
    text.trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with(['{', '['])
}

/// How much of a file tells whether it is command lines, in bytes.
const COMMANDS_START: usize = 4096;

/// Whether a file is command lines of curl.
pub(super) fn looks_like_commands(bytes: &[u8]) -> bool {
    let start = bytes.get(..COMMANDS_START).unwrap_or(bytes);
    super::curl::is_commands(&String::from_utf8_lossy(start))
}

/// The refusal of a file that is not text, or is text of another kind.
pub(super) fn not_text(name: &str, bytes: &[u8]) -> Option<ReadError> {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = start.trim_ascii_start();
    let kinds: [(&[u8], Phrase); 10] = [
        (b"\x89PNG", phrase!("an image")),
        (b"\xff\xd8\xff", phrase!("an image")),
        (b"GIF8", phrase!("an image")),
        (b"%PDF", phrase!("a PDF document")),
        (b"\x1f\x8b", phrase!("a gzip archive")),
        (b"7z\xbc\xaf", phrase!("a 7z archive")),
        (b"<", phrase!("an XML or HTML document")),
        (b"#%RAML", phrase!("a RAML document")),
        (b"MZ", phrase!("a program")),
        (b"PK", phrase!("a damaged zip file")),
    ];
    let (_, what) = kinds.iter().find(|(magic, _)| start.starts_with(magic))?;
    Some(ReadError::foreign(name, *what, ADVICE))
}

/// Whether a tree is a document of Swagger 2.0, though it does not say so as it should: it has paths, and its version
/// is a slip of 2.0, or its file has the name of a definition and it names no other version.
#[must_use]
pub fn is_meant_as_swagger(name: &str, root: &Value) -> bool {
    let others = ["openapi", "swaggerVersion", "asyncapi"];
    if !root.get("paths").is_some_and(Value::is_object)
        || others.iter().any(|key| root.get(key).is_some())
    {
        return false;
    }
    let version = root.get("swagger");
    let is_slip = match version {
        Some(Value::Number(number)) => number.as_f64() == Some(2.0),
        Some(Value::String(text)) => {
            let text = text.trim().trim_start_matches(['v', 'V']);
            text == "2" || text == "2.0" || text.starts_with("2.0.")
        }
        _ => false,
    };
    let is_other = match version {
        Some(Value::Number(_)) => true,
        Some(Value::String(text)) => text.contains(|c: char| c.is_ascii_digit()),
        _ => false,
    };
    is_slip || !is_other && is_definition_name(name)
}

/// Refuses a tree that is not a Swagger 2.0 document, by the name of what it is. One that is meant to be one is
/// taken, and what is wrong with its version is said.
pub(super) fn expect_swagger(name: &str, root: &Value) -> Result<Option<ReadFinding>, ReadError> {
    let version = root.get("swagger");
    if version.and_then(Value::as_str) == Some("2.0") && root.is_object() {
        return Ok(None);
    }
    if is_meant_as_swagger(name, root) {
        let wrong = match version {
            Some(version) => message!("is {version}", version),
            None => message!("is missing"),
        };
        let message = message!(
            "The member “swagger” {wrong}. The file is taken for a Swagger 2.0 document all the same; write \"swagger\": \"2.0\" in it.",
            wrong
        );
        return Ok(Some(ReadFinding::of_file(name, message)));
    }
    let (what, advice) = kind(root);
    Err(ReadError::foreign(name, what, advice))
}

fn kind(root: &Value) -> (Message, Phrase) {
    let text = |key: &str| root.get(key).and_then(Value::as_str);
    let has = |key: &str| root.get(key).is_some();
    let spelled = |key: &str| {
        root.get(key)
            .map(|v| v.as_str().map_or_else(|| v.to_string(), str::to_owned))
    };
    if let Some(version) = spelled("openapi") {
        return (
            message!("an OpenAPI {version} document", version = short(&version)),
            phrase!(
                "Tenon reads OpenAPI 3.0, 3.1 and 3.2; the member “openapi” must say one of them."
            ),
        );
    }
    if let Some(version) = spelled("swagger").or_else(|| spelled("swaggerVersion")) {
        return (
            message!("a Swagger {version} document", version = short(&version)),
            phrase!("Tenon reads Swagger 2.0; its member “swagger” must be \"2.0\"."),
        );
    }
    if PostmanVersion::of(root).is_some() {
        return (
            message!("a Postman collection"),
            phrase!("A package holds a Swagger 2.0 document. Import the collection by itself."),
        );
    }
    let what = if let Some(version) = text("asyncapi") {
        message!("an AsyncAPI {version} document", version)
    } else if super::har::is_recording(root) {
        return (
            message!("a recording of a browser (HAR)"),
            phrase!("A package holds a Swagger 2.0 document. Import the recording by itself."),
        );
    } else if Path::of(["properties", "connectionParameters"])
        .get(root)
        .is_some()
        || Path::of(["properties", "iconBrandColor"])
            .get(root)
            .is_some()
    {
        return (
            message!("the properties of a connector, without its definition"),
            phrase!("Choose the definition (apiDefinition.swagger.json), or a zip file with both."),
        );
    } else if has("$schema") {
        message!("a JSON schema or another document that names a schema")
    } else if has("paths") && has("info") {
        return (
            message!("a document with paths but without the member “swagger”"),
            phrase!("If it is a Swagger 2.0 document, add \"swagger\": \"2.0\" to it."),
        );
    } else if root.is_object() {
        message!("a document without the member “swagger”")
    } else {
        message!("not a document of an API")
    };
    (what, ADVICE)
}

/// The first two numbers of a version.
fn short(version: &str) -> String {
    let numbers: Vec<&str> = version.trim().split('.').take(2).collect();
    numbers.join(".").chars().take(20).collect()
}
