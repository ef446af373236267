//! MIME types, and formats of values.

use serde_json::{Value, json};

use crate::document::Path;
use crate::lint::Fix;
use crate::lint::model::{FacetNode, Model, OperationNode};
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::suggest::nearest;
use crate::message::{Phrase, message, phrase};
use crate::swagger::{Location, Parameter};

rules! {
    /// What is sent has a MIME type, which `consumes` names, in the operation or for all operations at the root.
    /// Without it a body is sent as JSON, whatever it is. Name the type.
    CONSUMES_MISSING = "ConsumesMissing", 7, Warning, Always,
        "An operation with a body says of which MIME type it is";

    /// A form is sent as `multipart/form-data` or `application/x-www-form-urlencoded`, and a body as
    /// neither. Name in `consumes` what is sent.
    MIME_TYPE_NOT_COMPATIBLE = "MimeTypeNotCompatibleWithRequestContentSchemaType", 24, Warning, Always,
        "“consumes” fits what is sent: a form or a body";

    /// The bytes of a file cannot be sent as part of an address. Send the form as `multipart/form-data`.
    BINARY_IN_URL_ENCODED_FORM = "StringBinaryNotSupportedForFormUrlEncoded", 69, Error, Always,
        "A form with files or bytes is sent as “multipart/form-data”";

    /// The platform knows the types and formats of Swagger 2.0 and a few of its own; any other format has no
    /// effect. Choose one of them.
    UNRECOGNIZED_TYPE_FORMAT = "UnrecognizedTypeFormat", 71, Warning, Always,
        "Formats are those that the platform knows";

    /// A connector sends and receives one document per call; streams of events and of messages are not
    /// supported. Name another type.
    MIME_TYPE_NOT_SUPPORTED = "MimeTypeNotSupported", 77, Error, Always,
        "MIME types are those of one document";

    /// A MIME type has two parts with a slash between them, and perhaps parameters: `application/json`. Correct it.
    MIME_TYPE_NOT_VALID = "MimeTypeNotValid", 110, Error, Always,
        "MIME types are written as two parts with a slash";
}

const MULTIPART: &str = "multipart/form-data";
const URL_ENCODED: &str = "application/x-www-form-urlencoded";

/// The formats of each type.
const FORMATS: &[(&str, &[&str])] = &[
    ("array", &[]),
    ("boolean", &[]),
    ("object", &[]),
    (
        "integer",
        &["int32", "int64", "uint32", "uint64", "int16", "int8"],
    ),
    ("number", &["float", "double", "decimal", "int32", "int64"]),
    (
        "string",
        &[
            "byte",
            "binary",
            "date",
            "date-time",
            "date-no-tz",
            "password",
            "email",
            "html",
            "uri",
            "url",
            "uuid",
            "guid",
            "time",
            "duration",
            "hostname",
            "ipv4",
            "ipv6",
            "uri-reference",
            "char",
            "enum",
            "phone",
            "int32",
            "int64",
            "float",
            "double",
            "decimal",
        ],
    ),
];

/// MIME types of streams.
const STREAMS: &[&str] = &[
    "text/event-stream",
    "application/grpc",
    "multipart/x-mixed-replace",
];

pub(super) fn check_definition(report: &mut Report<'_>) {
    let root = Path::root();
    let root = Place::of(&root);
    for key in ["consumes", "produces"] {
        let types = report.model().root(key);
        check_types(types, &root.key(key), report);
    }
}

fn check_types(types: Option<&Value>, place: &Place<'_>, report: &mut Report<'_>) {
    let types = types
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    for (index, item) in types.iter().enumerate() {
        let Some(text) = item.as_str() else { continue };
        let place = place.item(types, index);
        let essence = essence(text);
        if !is_mime_type(&essence) {
            report.find(&MIME_TYPE_NOT_VALID, &place, || {
                message!(
                    "“{text}” is no MIME type. It has two parts with a slash: “application/json”.",
                    text
                )
            });
        } else if STREAMS.contains(&essence.as_str()) {
            report.find(&MIME_TYPE_NOT_SUPPORTED, &place, || {
                message!(
                    "The platform does not support “{text}”. Name the type of one document.",
                    text
                )
            });
        }
    }
}

/// A MIME type without its parameters, in small letters.
fn essence(text: &str) -> String {
    text.split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_lowercase()
}

fn is_mime_type(essence: &str) -> bool {
    let is_token = |text: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c))
    };
    essence
        .split_once('/')
        .is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype))
}

/// What an operation consumes: its own list, or the root's.
fn consumed(model: &Model<'_>, node: &OperationNode<'_>) -> Vec<String> {
    let list = node
        .json()
        .get("consumes")
        .or_else(|| model.root("consumes"));
    let list = list.and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_str).map(essence).collect()
}

pub(super) fn check(node: &OperationNode<'_>, report: &mut Report<'_>) {
    let place = node.place();
    for key in ["consumes", "produces"] {
        check_types(node.json().get(key), &place.key(key), report);
    }
    let fields: Vec<_> = node.parameters_in(Location::FormData).collect();
    let has_body = node.parameters_in(Location::Body).next().is_some();
    if fields.is_empty() && !has_body {
        return;
    }
    let consumed = consumed(report.model(), node);
    if consumed.is_empty() {
        check_missing(node, &fields, report);
        return;
    }
    let misfit = misfit(!fields.is_empty(), has_body, &consumed);
    if let Some((what, wanted)) = misfit {
        let list = place.key("consumes");
        let own = node.json().contains_key("consumes");
        report.find(
            &MIME_TYPE_NOT_COMPATIBLE,
            if own { &list } else { &place },
            || {
                message!("Operation {operation} sends a {what}, but “consumes” names {consumed}. Name {wanted}.", operation = node.name(), what, consumed = consumed.join(", "), wanted)
            },
        );
    }
    check_binary(node, &fields, &consumed, report);
}

/// What is sent and cannot be sent as any of these types, and the type to name instead.
fn misfit(has_fields: bool, has_body: bool, consumed: &[String]) -> Option<(Phrase, Phrase)> {
    let form = |mime: &String| mime == MULTIPART || mime == URL_ENCODED;
    if has_fields && !consumed.iter().any(form) {
        Some((phrase!("form"), phrase!("“multipart/form-data”")))
    } else if has_body && consumed.iter().all(form) {
        Some((phrase!("body"), phrase!("its type")))
    } else {
        None
    }
}

fn check_missing(node: &OperationNode<'_>, fields: &[&Parameter<'_>], report: &mut Report<'_>) {
    let place = node.place();
    let severity = CONSUMES_MISSING.severity;
    report.find_as(&CONSUMES_MISSING, severity, &place, || {
        let name = node.name();
        let message = match fields.first() {
            Some(field) => message!("Operation {name} sends the form field “{field}”, but does not say how. Name “{multipart}” or “{url_encoded}” in “consumes”.", name, field = field.name(), multipart = MULTIPART, url_encoded = URL_ENCODED),
            None => message!("Operation {name} sends a body, but does not say of which MIME type. Name it in “consumes”.", name),
        };
        let fix = sent(node, fields).map(|mime| {
            let title = message!("Let operation {name} consume “{mime}”", name, mime);
            Fix::set(title, place.key("consumes").path(), json!([mime]))
        });
        (message, fix)
    });
}

/// What the platform sends where nothing is said: a form with a file can be sent in one way only, and a body
/// that is not bytes is sent as JSON.
fn sent(node: &OperationNode<'_>, fields: &[&Parameter<'_>]) -> Option<&'static str> {
    if !fields.is_empty() {
        let has_file = fields.iter().any(|field| field.kind() == "file");
        return has_file.then_some(MULTIPART);
    }
    let schema = node.body()?;
    let is_text = schema.get("type").and_then(Value::as_str) == Some("string");
    (!is_text).then_some("application/json")
}

fn check_binary(
    node: &OperationNode<'_>,
    fields: &[&Parameter<'_>],
    consumed: &[String],
    report: &mut Report<'_>,
) {
    let encoded = consumed.iter().any(|mime| mime == URL_ENCODED);
    if !encoded || consumed.iter().any(|mime| mime == MULTIPART) {
        return;
    }
    let is_binary = |field: &&&Parameter<'_>| {
        field.kind() == "file" || (field.kind() == "string" && field.format() == "binary")
    };
    if let Some(field) = fields.iter().find(is_binary) {
        report.find(&BINARY_IN_URL_ENCODED_FORM, &Place::of(field.path()), || {
            message!("“{field}” cannot be sent in a form of type “{url_encoded}”. Let operation {operation} consume “{multipart}”.", field = field.name(), url_encoded = URL_ENCODED, operation = node.name(), multipart = MULTIPART)
        });
    }
}

pub(super) fn check_format(node: &FacetNode<'_>, report: &mut Report<'_>) {
    let (Some(kind), Some(format)) = (node.facets.kind(), node.facets.format()) else {
        return;
    };
    let formats = FORMATS.iter().find(|(known, _)| *known == kind);
    let known = formats.is_none_or(|(_, formats)| formats.contains(&format));
    if !known && !format.is_empty() {
        let place = node.place.key("format");
        let severity = UNRECOGNIZED_TYPE_FORMAT.severity;
        report.find_as(&UNRECOGNIZED_TYPE_FORMAT, severity, &place, || {
            let formats = formats.into_iter().flat_map(|(_, formats)| formats.iter());
            let near = nearest(format, formats.copied())
                .map(|near| message!(" Is “{near}” meant?", near))
                .unwrap_or_default();
            let message = message!("The platform knows no format “{format}” of the type “{kind}”. Choose another, or remove it.{near}", format, kind, near);
            let title = message!("Remove the format “{format}”, which repeats the type", format);
            let fix = (format == kind).then(|| Fix::remove(title, place.path()));
            (message, fix)
        });
    }
}
